// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/chart_look.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/workbook/views/list_view.h"

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
    const Json &scale = child(format, "scale");
    look.scale = stringMember(scale, "type");
    if (const Json *zero = member(scale, "zero"); zero && zero->is_boolean())
        look.zero = zero->get<bool>();
    look.from = numberOf(member(child(scale, "domain"), "min"));
    look.to = numberOf(member(child(scale, "domain"), "max"));
    look.zeroLine = !isTrue(scale, "hideZeroLine");
    look.ticks = stringMember(format, "marks") == "tick";
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
    if (other.empty()) {
        look.yAxis2 = AxisLook();
        look.yAxis2.shown = look.yAxis2.labels = false;
    }
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
    if (const auto ids = columnIdsIn(&color); !ids.empty()) {
        look.color = columnLook(element, ids.front());
        look.colorColumn = look.color.name;
    }
    const Json &domain = child(color, "domain");
    if (domain.is_array() && !domain.empty()) { // of old specs: [low, high] or [low, middle, high]
        look.colorLow = numberOf(&domain.front());
        look.colorHigh = numberOf(&domain.back());
        if (domain.size() > 2)
            look.colorMiddle = numberOf(&domain[1]);
    } else {
        look.colorLow = numberOf(member(domain, "min"));
        look.colorMiddle = numberOf(member(domain, "mid"));
        look.colorHigh = numberOf(member(domain, "max"));
    }
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

// {type: constant, value: 5}, or a formula that is nothing but a number.
std::optional<double> fixedNumber(const Json &value)
{
    if (value.is_object())
        return numberOf(member(value, stringMember(value, "type") == "formula" ? "formula" : "value"));
    return numberOf(&value);
}

void readMarks(const Json &body, ChartLook &look)
{
    forEachItem(body, "refMarks", [&](const Json &item, int) {
        const Json &line = child(item, "line");
        MarkLook mark;
        mark.band = stringMember(item, "type") == "band";
        mark.onX = stringMember(item, "axis") == "axis";
        mark.second = stringMember(item, "axis") == "series2";
        mark.color = colorText(member(line, "color"));
        mark.width = std::clamp(intMember(line, "width", 1), 1, 8);
        if (!isHidden(child(item, "label")))
            mark.label = textMember(child(item, "label"), "text");
        mark.value = fixedNumber(child(item, "value"));
        mark.endValue = fixedNumber(child(item, "endValue"));
        look.marks.push_back(std::move(mark));
    });
    forEachItem(body, "trendlines", [&](const Json &item, int) {
        const Json &line = child(item, "line");
        const auto ids = columnIdsIn(&item);
        TrendLook trend{ids.empty() ? std::string() : ids.front(),
                        stringMember(item, "model"),
                        colorText(member(line, "color")),
                        std::clamp(intMember(line, "width", 1), 1, 8),
                        {}};
        if (!isHidden(child(item, "label")))
            trend.label = textMember(child(item, "label"), "text");
        look.trends.push_back(std::move(trend));
    });
}

void readStyle(const Object &element, ChartLook &look)
{
    const Json &body = element.body();
    look.horizontal = element.kind() == "bar-chart" && stringMember(body, "orientation") == "horizontal";
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
    const auto trellisColumn = [&](std::string_view key, std::string_view old) {
        auto ids = columnIdsIn(member(trellis, key));
        if (ids.empty())
            ids = columnIdsIn(member(trellis, old));
        return ids.empty() ? ColumnLook() : columnLook(element, ids.front());
    };
    look.trellisRow = trellisColumn("rowsBy", "row");
    look.trellisColumn = trellisColumn("columnsBy", "column");
    look.trellisRows = look.trellisRow.name;
    look.trellisColumns = look.trellisColumn.name;
    look.labelTotals =
        !isHidden(child(labels, "totals")) && stringMember(child(labels, "totals"), "display") == "shown";
    look.legendHeader = !isHidden(child(child(body, "legend"), "header"));
    const std::string gap = stringMember(child(body, "gap"), "width");
    look.gap = gap == "small" ? 0.12 : gap == "large" ? 0.5 : 0.28;
    look.smooth = stringMember(child(body, "lineAreaStyle"), "interpolation") == "monotone";
    look.points = member(body, "pointStyle") != nullptr && !isHidden(child(body, "pointStyle"));
    if (const auto radius = numberOf(member(body, "innerRadius")))
        look.innerRadius = std::clamp(*radius > 1 ? *radius / 100 : *radius, 0.2, 0.9);
}

// Sigma's forms of these are not all confirmed: a switch is a word or an object with one, a start a number alone or
// inside.
void readWaterfall(const Json &body, ChartLook &look)
{
    const Json &colors = child(body, "waterfallColors");
    look.riseColor = colorText(member(colors, "increase"));
    look.fallColor = colorText(member(colors, "decrease"));
    look.totalColor = colorText(member(colors, "total"));
    const Json &shape = child(body, "waterfallShape");
    look.connectors = !isHidden(child(shape, "connectorLine"));
    look.endTotal = !isHidden(child(shape, "endTotal"));
    const Json &subtotal = child(shape, "subtotal");
    look.subtotals = !subtotal.is_null() && !isHidden(subtotal) && !(subtotal.is_boolean() && !subtotal.get<bool>());
    const Json &start = child(body, "startPoint");
    look.start = numberOf(start.is_object() ? member(start, "value") : &start);
}

} // namespace

ChartLook chartLookOf(const Object &element)
{
    ChartLook look;
    readAxes(element, look);
    readColor(element, look);
    readMarks(element.body(), look);
    readStyle(element, look);
    look.size = firstOn(element, "size");
    look.sizeColumn = look.size.name;
    look.split = firstOn(element, "splitBy");
    look.splitColumn = look.split.name;
    look.latitude = firstOn(element, "latitude");
    look.longitude = firstOn(element, "longitude");
    look.place = firstOn(element, element.kind() == "geography-map" ? "geography" : "region");
    look.tooltip = columnsOn(element, "tooltip");
    look.hole = firstOn(element, "holeValue");
    look.value = firstOn(element, "value");
    for (const std::string_view channel : {"stages", "category", "stage", "region", "latitude", "geography"}) {
        for (ColumnLook &column : columnsOn(element, channel))
            look.steps.push_back(std::move(column));
    }
    readWaterfall(element.body(), look);
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
    look.comparisonLabel = !other.id.empty()  ? Texts::tr("vs %1").arg(other.name)
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
    look.align = (middle  ? Qt::AlignHCenter
                  : right ? Qt::AlignRight
                          : Qt::AlignLeft) |
                 (vertical == "top"      ? Qt::AlignTop
                  : vertical == "bottom" ? Qt::AlignBottom
                                         : Qt::AlignVCenter);
    look.titleBelow = stringMember(layout, "titleOrient") == "bottom";
    look.comparisonRight = stringMember(layout, "comparisonValueOrient") == "right";
    return look;
}

} // namespace tessera::model
