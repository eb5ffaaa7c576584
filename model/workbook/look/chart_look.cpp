// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/chart_look.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ChartLook)
};

const Json &child(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = member(object, key);
    return value ? *value : none;
}

bool isHidden(const Json &value)
{
    return stringOf(value) == "hidden" || stringMember(value, "visibility") == "hidden";
}

QString joinedNames(const std::vector<ColumnLook> &columns)
{
    QStringList names;
    for (const ColumnLook &column : columns)
        names << column.name;
    return names.join(QStringLiteral(" · "));
}

std::vector<ColumnLook> columnsOn(const Object &element, std::string_view channel)
{
    std::vector<ColumnLook> columns;
    for (const std::string &id : channelColumns(element, channel))
        columns.push_back(columnLook(element, id));
    return columns;
}

ColumnLook firstOn(const Object &element, std::string_view channel)
{
    const auto columns = columnsOn(element, channel);
    return columns.empty() ? ColumnLook() : columns.front();
}

AxisLook axisFrom(const Json &axis, const std::vector<ColumnLook> &columns)
{
    const Json &format = child(axis, "format");
    AxisLook look;
    look.shown = !isHidden(format);
    look.labels = look.shown && !isHidden(child(format, "labels"));
    look.format = columns.empty() ? std::string() : columns.front().format;
    const Json &title = child(format, "title");
    if (look.shown && !isHidden(title)) {
        look.title = textMember(title, "text");
        if (look.title.isEmpty())
            look.title = joinedNames(columns);
    }
    return look;
}

void readAxes(const Object &element, ChartLook &look)
{
    const Json &body = element.body();
    look.x = columnsOn(element, "xAxis");
    const std::vector<std::string> second = channelColumns(element, "yAxis2");
    const Json &pointers = child(child(body, "yAxis"), "columnIds");
    std::vector<ColumnLook> first, other;
    std::size_t at = 0;
    for (const std::string &id : channelColumns(element, "yAxis")) {
        SeriesLook series{columnLook(element, id), {}, std::find(second.begin(), second.end(), id) != second.end()};
        if (pointers.is_array() && at < pointers.size())
            series.mark = stringMember(pointers[at], "type");
        ++at;
        (series.second ? other : first).push_back(series.column);
        look.series.push_back(std::move(series));
    }
    look.xAxis = axisFrom(child(body, "xAxis"), look.x);
    look.yAxis = axisFrom(child(body, "yAxis"), first);
    look.yAxis2 = axisFrom(child(body, "yAxis2"), other);
    if (other.empty())
        look.yAxis2 = {{}, false, false, {}};
}

void readColor(const Object &element, ChartLook &look)
{
    const Json &color = child(element.body(), "color");
    const std::string by = stringMember(color, "by");
    if (by == "single") {
        look.singleColor = colorText(member(color, "value"));
        return;
    }
    look.colorScale = by == "scale";
    if (const auto ids = columnIdsIn(&color); !ids.empty())
        look.colorColumn = columnLook(element, ids.front()).name;
    if (const Json &scheme = child(color, "scheme"); scheme.is_array()) {
        for (const Json &entry : scheme)
            look.scheme.push_back(stringOf(entry));
    }
}

LegendPlace legendFrom(const Json &legend)
{
    if (isHidden(legend) || isHidden(child(legend, "colorLegend")))
        return LegendPlace::Hidden;
    const std::string position = stringMember(legend, "position");
    if (position.starts_with("top"))
        return LegendPlace::Top;
    if (position.starts_with("bottom"))
        return LegendPlace::Bottom;
    return position == "left" ? LegendPlace::Left : LegendPlace::Right;
}

void readMarks(const Json &body, ChartLook &look)
{
    if (const Json &marks = child(body, "refMarks"); marks.is_array()) {
        for (const Json &mark : marks)
            look.marks.push_back({stringMember(mark, "type") == "band", stringMember(mark, "axis") == "axis",
                                  colorText(member(child(mark, "line"), "color")), textMember(child(mark, "label"), "text")});
    }
    if (const Json &lines = child(body, "trendlines"); lines.is_array())
        look.trendlines = static_cast<int>(lines.size());
}

void readStyle(const Object &element, ChartLook &look)
{
    const Json &body = element.body();
    look.horizontal = stringMember(body, "orientation") == "horizontal";
    const std::string stacking = stringMember(body, "stacking");
    look.stacking = stacking == "stacked"      ? Stacking::Stacked
                    : stacking == "normalized" ? Stacking::Normalized
                                               : Stacking::None;
    // Sigma stacks by default once a colour splits the bars or areas.
    const bool stackable = element.kind() == "bar-chart" || element.kind() == "area-chart";
    if (stacking.empty() && stackable && (!look.colorColumn.isEmpty() || look.series.size() > 1))
        look.stacking = Stacking::Stacked;
    look.legend = legendFrom(child(body, "legend"));
    const Json &labels = child(body, "dataLabel");
    look.dataLabels = stringMember(labels, "labels") == "shown";
    look.labelDisplay = stringMember(labels, "labelDisplay");
    const Json &trellis = child(body, "trellis");
    const auto trellisName = [&](std::string_view key, std::string_view old) {
        auto ids = columnIdsIn(member(trellis, key));
        if (ids.empty())
            ids = columnIdsIn(member(trellis, old));
        return ids.empty() ? QString() : columnLook(element, ids.front()).name;
    };
    look.trellisRows = trellisName("rowsBy", "row");
    look.trellisColumns = trellisName("columnsBy", "column");
    look.smooth = stringMember(child(body, "lineAreaStyle"), "interpolation") == "monotone";
    look.points = member(body, "pointStyle") != nullptr && !isHidden(child(body, "pointStyle"));
    if (const auto radius = numberOf(member(body, "innerRadius")))
        look.innerRadius = std::clamp(*radius > 1 ? *radius / 100 : *radius, 0.2, 0.9);
}

} // namespace

ChartLook chartLookOf(const Object &element)
{
    ChartLook look;
    readAxes(element, look);
    readColor(element, look);
    readMarks(element.body(), look);
    readStyle(element, look);
    if (const ColumnLook size = firstOn(element, "size"); !size.id.empty())
        look.sizeColumn = size.name;
    if (const ColumnLook split = firstOn(element, "splitBy"); !split.id.empty())
        look.splitColumn = split.name;
    look.hole = firstOn(element, "holeValue");
    look.value = firstOn(element, "value");
    for (const std::string_view channel : {"stages", "category", "stage", "region", "latitude", "geography"}) {
        for (ColumnLook &column : columnsOn(element, channel))
            look.steps.push_back(std::move(column));
    }
    look.region = stringMember(child(element.body(), "region"), "regionType");
    if (look.series.empty()) {
        if (const ColumnLook series = firstOn(element, "series"); !series.id.empty())
            look.series.push_back({series, {}, false});
    }
    return look;
}

KpiLook kpiLookOf(const Object &element)
{
    const Json &body = element.body();
    KpiLook look;
    look.value = firstOn(element, "value");
    const Json &value = child(body, "value");
    look.valueSize = intMember(value, "fontSize");
    look.valueColor = colorText(member(value, "color"));
    const ColumnLook other = firstOn(element, "comparisonColumn");
    const QString period = textMember(body, "periodComparison");
    look.compared = !other.id.empty() || !period.isEmpty();
    look.comparisonLabel = !other.id.empty() ? Texts::tr("vs %1").arg(other.name)
                           : period.isEmpty() ? QString()
                                              : Texts::tr("vs previous %1").arg(period);
    const Json &comparison = child(body, "comparison");
    look.good = colorText(member(comparison, "colorGood"));
    look.bad = colorText(member(comparison, "colorBad"));
    look.trend = !child(body, "trend").is_null() && !channelColumns(element, "timeline").empty();
    const Json &layout = child(body, "layout");
    const std::string anchor = stringMember(layout, "anchor");
    const bool middle = anchor == "center" || anchor == "middle";
    const bool right = anchor == "right" || anchor == "end";
    const std::string vertical = stringMember(layout, "verticalAnchor");
    look.align = (middle ? Qt::AlignHCenter : right ? Qt::AlignRight : Qt::AlignLeft)
                 | (vertical == "top" ? Qt::AlignTop : vertical == "bottom" ? Qt::AlignBottom : Qt::AlignVCenter);
    look.titleBelow = stringMember(layout, "titleOrient") == "bottom";
    look.comparisonRight = stringMember(layout, "comparisonValueOrient") == "right";
    return look;
}

} // namespace tessera::model
