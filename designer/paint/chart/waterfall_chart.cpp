// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/paint/chart_frame.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::WaterfallChart)
};

struct Step
{
    QString words;
    double from = 0, to = 0;
    int row = -1;
    bool total = false;
    int group = 0;   // slot along the axis
    int part = 0;    // of those a slot is split into
    int member = -1; // of the splitting column, or of the value columns; -1: not split
};

struct Waterfall
{
    std::vector<Step> steps;
    QStringList groups; // words of the slots
    int parts = 1;      // a slot has room for
    Members members;    // of the splitting column
    QStringList names;  // of what splits
    bool known = false; // at least one value
};

void add(Waterfall &chart, double &level, Step step, double value)
{
    chart.known = chart.known || !std::isnan(value);
    if (std::isnan(value))
        value = 0; // a step nobody knows changes nothing
    step.from = level;
    step.to = level + value;
    level = step.to;
    chart.steps.push_back(std::move(step));
}

// A bar from zero in a slot of its own.
void addTotal(Waterfall &chart, const QString &words, double level)
{
    chart.steps.push_back({words, 0, level, -1, true, static_cast<int>(chart.groups.size()), 0, -1});
    chart.groups << words;
}

// With several value columns and nothing along the axis: a step for each column.
void addColumns(const Sketch &sketch, const model::ChartLook &look, Waterfall &chart, double &level)
{
    const auto &table = *sketch.table();
    for (const model::SeriesLook &series : look.series) {
        const double value = table.rowCount() > 0 ? dataColumn(table, series.column).number(0) : 0;
        add(chart, level, {series.column.name, 0, 0, 0, false, static_cast<int>(chart.groups.size()), 0, -1}, value);
        chart.groups << series.column.name;
    }
}

// A step for each row, in a slot for each category; a slot is split by the members of a column or by the value columns.
void addRows(const Sketch &sketch, const model::ChartLook &look, Waterfall &chart, double &level)
{
    const auto &table = *sketch.table();
    const int rows = static_cast<int>(table.rowCount());
    const Members x = membersOf(dataColumn(table, look.x.front()), rows, false);
    chart.members = membersOf(dataColumn(table, look.split), rows, true);
    const bool split = static_cast<bool>(chart.members.column);
    const int columns = static_cast<int>(look.series.size());
    chart.parts = std::max(1, (split ? chart.members.count() : 1) * columns);
    for (int i = 0; split && i < chart.members.count(); ++i)
        chart.names << chart.members.words(i);
    for (int i = 0; !split && columns > 1 && i < columns; ++i)
        chart.names << look.series[static_cast<std::size_t>(i)].column.name;
    std::vector<std::vector<int>> inGroup(static_cast<std::size_t>(x.count()));
    for (int row = 0; row < rows; ++row) {
        if (const int group = x.ofRow[static_cast<std::size_t>(row)]; group >= 0)
            inGroup[static_cast<std::size_t>(group)].push_back(row);
    }
    int slot = static_cast<int>(chart.groups.size());
    for (int group = 0; group < x.count(); ++group, ++slot) {
        auto &own = inGroup[static_cast<std::size_t>(group)];
        if (split)
            std::stable_sort(own.begin(), own.end(), [&](int a, int b) {
                return chart.members.ofRow[static_cast<std::size_t>(a)] <
                       chart.members.ofRow[static_cast<std::size_t>(b)];
            });
        chart.groups << x.words(group);
        for (const int row : own) {
            const int member = split ? chart.members.ofRow[static_cast<std::size_t>(row)] : -1;
            for (int c = 0; c < columns; ++c) {
                const QString words = split ? x.words(group) + u" · "_qs + chart.names.value(member) : x.words(group);
                const int part = (split ? std::max(0, member) : 0) * columns + c;
                add(chart, level,
                    {words, 0, 0, row, false, slot, part,
                     split         ? member
                     : columns > 1 ? c
                                   : -1},
                    dataColumn(table, look.series[static_cast<std::size_t>(c)].column).number(row));
            }
        }
        if (look.subtotals && chart.parts > 1 && group + 1 < x.count()) {
            addTotal(chart, Texts::tr("After %1").arg(x.words(group)), level);
            ++slot;
        }
    }
}

Waterfall waterfallOf(const Sketch &sketch, const model::ChartLook &look)
{
    Waterfall chart;
    double level = look.start.value_or(0);
    if (look.start)
        addTotal(chart, Texts::tr("Start"), level);
    if (look.x.empty())
        addColumns(sketch, look, chart, level);
    else
        addRows(sketch, look, chart, level);
    if (!chart.known)
        return {};
    if (look.endTotal)
        addTotal(chart, Texts::tr("Total"), level);
    return chart;
}

QColor colorOf(const Sketch &sketch, const model::ChartLook &look, const Waterfall &chart, const Step &step)
{
    const PageTheme &theme = sketch.theme();
    if (step.total)
        return colorFrom(theme, look.totalColor, chart.names.isEmpty() ? dataColor(theme, look, 0) : theme.text3);
    if (step.member >= 0)
        return fadedUnlessChosen(sketch, dataColor(theme, look, step.member), step.row);
    return fadedUnlessChosen(sketch,
                             step.to >= step.from ? colorFrom(theme, look.riseColor, theme.ok)
                                                  : colorFrom(theme, look.fallColor, theme.danger),
                             step.row);
}

// Where a step stands: its middle and thickness as shares of the axis.
struct Place
{
    double center = 0, thick = 0;
};

Place placeOf(const Waterfall &chart, const model::ChartLook &look, const Step &step, const PlotMap &map)
{
    const double pixel = 1 / std::max(1.0, map.length());
    const double slot = 1.0 / std::max<qsizetype>(1, chart.groups.size());
    const double room = slot * (chart.parts > 1 && !step.total ? 1 - look.gap / 2 : 1 - look.gap);
    const double part = step.total ? room : room / chart.parts;
    const double first = step.group * slot + (slot - room) / 2;
    const double center = step.total ? step.group * slot + slot / 2 : first + part * (step.part + 0.5);
    return {center, std::clamp(part * (chart.parts > 1 && !step.total ? 0.9 : 1), pixel, 96 * pixel)};
}

void addMark(const Sketch &sketch, const model::ChartLook &look, const Step &step, const QRectF &bar,
             const model::ValueText &text)
{
    if (!sketch.context.marks)
        return;
    Mark mark;
    mark.shape.addRect(bar);
    mark.row = step.row;
    mark.column = look.series.front().column.id;
    mark.title = step.words;
    if (step.total)
        mark.lines = {{look.series.front().column.name, text.number(step.to)}};
    sketch.context.marks->add(std::move(mark));
}

void paintSteps(const Sketch &sketch, const model::ChartLook &look, const Waterfall &chart, const ValueScale &scale,
                const PlotMap &map, const model::ValueText &text)
{
    const std::vector<Step> &steps = chart.steps;
    LabelShelf shelf;
    const QFontMetricsF metrics(axisFont(sketch.theme()));
    const std::size_t every =
        std::max<std::size_t>(1, steps.size() / static_cast<std::size_t>(std::max(1.0, map.length())));
    const double pixel = 1 / std::max(1.0, map.length());
    for (std::size_t i = 0; i < steps.size(); i += i + 1 < steps.size() ? std::min(every, steps.size() - 1 - i) : 1) {
        const Step &step = steps[i];
        const Place place = placeOf(chart, look, step, map);
        QRectF bar = map.bar(place.center - place.thick / 2, place.center + place.thick / 2, scale.at(step.from),
                             scale.at(step.to));
        if (bar.height() < 1.5)
            bar.setHeight(1.5);
        setMark(sketch, colorOf(sketch, look, chart, step));
        sketch.painter.drawRect(bar);
        if (look.connectors && i + 1 < steps.size() && place.thick > 4 * pixel) {
            const Place next = placeOf(chart, look, steps[i + 1], map);
            sketch.hairline(map.point(place.center + place.thick / 2, scale.at(step.to)).toPoint(),
                            map.point(next.center - next.thick / 2, scale.at(step.to)).toPoint(), sketch.theme().text3);
        }
        if (look.dataLabels) {
            const QString words = text.number(step.to - step.from);
            const double width = metrics.horizontalAdvance(words) + 4;
            paintLabel(sketch, shelf, QRectF(bar.center().x() - width / 2, bar.top() - 16, width, 14), words,
                       sketch.theme().text2, false);
        }
        addMark(sketch, look, step, bar, text);
    }
}

QRect paintLegendOf(const Sketch &sketch, const model::ChartLook &look, const Waterfall &chart, const QRect &area)
{
    QList<QPair<QString, QColor>> entries;
    for (int i = 0; i < chart.names.size(); ++i)
        entries.append({chart.names.at(i), dataColor(sketch.theme(), look, i)});
    return entries.isEmpty()
               ? area
               : paintDataLegend(sketch, area, look, look.legendHeader ? look.splitColumn : QString(), entries);
}

} // namespace

void paintWaterfallData(const Sketch &sketch)
{
    model::ChartLook look = model::chartLookOf(sketch.element);
    look.horizontal = false;
    const Waterfall chart = look.series.empty() ? Waterfall() : waterfallOf(sketch, look);
    if (chart.steps.empty()) {
        paintNotice(sketch, sketch.rect, Texts::tr("No values to draw"));
        return;
    }
    const QRect area = paintLegendOf(sketch, look, chart, sketch.rect);
    Range range;
    range.include(0);
    for (const Step &step : chart.steps) {
        range.include(step.from);
        range.include(step.to);
    }
    includeReferences(sketch, look, false, false, range);
    const model::ValueText text(look.series.front().column);
    AxesRequest request{
        sketch, look, {}, ValueScale::forValues(range, look.yAxis, true, std::clamp(area.height() / 48, 2, 8)),
        {},     text, {}};
    const QFont font = axisFont(sketch.theme());
    const int groups = static_cast<int>(chart.groups.size());
    request.first = [&](double length, bool upright, double most) {
        return layoutCategories(
            groups, [&](int i) { return chart.groups.at(i); }, font, length, upright, most);
    };
    const QList<QRectF> plots = paintChartAxes(request, area);
    if (plots.isEmpty())
        return;
    const PlotMap map{plots.first(), false};
    LabelShelf shelf;
    const ReferenceAxes axes{
        sketch, look, map, request.scale, request.scale, [&](double value) { return (value + 0.5) / groups; }, shelf};
    paintReferenceBands(axes);
    paintSteps(sketch, look, chart, request.scale, map, text);
    paintReferenceLines(axes);
}

} // namespace tessera::designer
