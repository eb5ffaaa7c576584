// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/cartesian_plot.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::CartesianChart)
};

// All values an axis has to show, over all panes so that they can be compared.
Range rangeOf(const ChartData &data, bool second)
{
    Range range;
    std::vector<std::size_t> loose, bars, areas;
    for (std::size_t s = 0; s < data.series.size(); ++s) {
        if (data.series[s].second != second)
            continue;
        const std::string &mark = data.series[s].mark;
        (mark == "bar" ? bars : mark == "area" ? areas : loose).push_back(s);
    }
    const auto includeAll = [&](const std::vector<std::size_t> &series) {
        for (const ChartPane &pane : data.panes) {
            for (const std::size_t s : series) {
                for (const double value : pane.values[s])
                    range.include(value);
            }
        }
    };
    includeAll(loose);
    for (const auto *group : {&bars, &areas}) {
        if (!isStacked(*data.look, *group)) {
            includeAll(*group);
            continue;
        }
        for (const ChartPane &pane : data.panes) {
            for (int c = 0; c < data.categories(); ++c) {
                const auto [above, below] = stackOf(pane, *group, c);
                if (data.look->stacking == model::Stacking::Normalized) {
                    range.include(above > 0 ? above / (above - below) : 0);
                    range.include(below < 0 ? below / (above - below) : 0);
                } else {
                    range.include(above);
                    range.include(below);
                }
            }
        }
    }
    return range;
}

bool hasMark(const ChartData &data, const std::string &mark, bool second)
{
    return std::any_of(data.series.begin(), data.series.end(),
                       [&](const ChartSeries &series) { return series.mark == mark && series.second == second; });
}

// Bars and areas are lengths, so they start at 0; lines only where 0 is near.
bool wantsZero(const ChartData &data, const Range &range, bool second)
{
    return hasMark(data, "bar", second) || hasMark(data, "area", second) ||
           (range.low >= 0 && range.low < 0.6 * range.high) || (range.high <= 0 && range.high > 0.6 * range.low);
}

model::ValueText valueText(const ChartData &data, bool second)
{
    const bool shares = data.look->stacking == model::Stacking::Normalized && data.look->series.size() > 0;
    if (shares) {
        model::ColumnLook percent;
        percent.format = ".0%";
        return model::ValueText(percent);
    }
    for (std::size_t i = 0; i < data.values.size(); ++i) {
        if (data.look->series[i].second == second)
            return data.values[i].text;
    }
    return {};
}

QRect paintLegendOf(const Sketch &sketch, const ChartData &data, const QRect &area)
{
    const model::ChartLook &look = *data.look;
    if (data.scale)
        return paintScaleLegend(sketch, area, look, look.legendHeader ? look.colorColumn : QString(), *data.scale,
                                data.graded.text);
    QList<QPair<QString, QColor>> entries;
    if (data.series.size() > 1 || data.colors.column) {
        for (const ChartSeries &series : data.series)
            entries.append({series.name, series.color});
    }
    return paintDataLegend(sketch, area, look, look.legendHeader && data.colors.column ? look.colorColumn : QString(),
                           entries);
}

void paintPane(const CartesianPlot &plot)
{
    QPainter &painter = plot.sketch.painter;
    const auto along = [&](double value) {
        return plot.along.kind == Along::Categories ? (value + 0.5) / std::max(1, plot.along.count)
                                                    : plot.along.scale.at(value);
    };
    const ReferenceAxes axes{plot.sketch, plot.look, plot.map, plot.first, plot.second, along, plot.shelf};
    painter.save();
    paintReferenceBands(axes);
    paintAreaMarks(plot, seriesWith(plot.data, "area"));
    paintBarMarks(plot, seriesWith(plot.data, "bar"));
    paintLineMarks(plot, seriesWith(plot.data, "line"));
    paintPointMarks(plot, seriesWith(plot.data, "scatter"));
    paintReferenceLines(axes);
    paintTrendLines(plot);
    painter.restore();
}

} // namespace

AlongScale alongScaleOf(const ChartData &data, const model::AxisLook &axis, bool bars)
{
    AlongScale along;
    along.kind = data.along;
    along.count = data.categories();
    along.slot = 1.0 / std::max(1, along.count);
    if (along.kind == Along::Categories)
        return along;
    Range range;
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < along.count; ++i) {
        range.include(data.x.number(i));
        if (i > 0)
            least = std::min(least, data.x.number(i) - data.x.number(i - 1));
    }
    if (bars && along.count > 1) {
        range.low -= least / 2;
        range.high += least / 2;
    }
    if (along.kind == Along::Moments)
        along.scale = ValueScale::forMoments(range);
    else
        along.scale = ValueScale::forValues(range, axis, false, 8);
    const double span = along.scale.high() - along.scale.low();
    along.slot = along.count > 1 ? least / span : 1;
    for (int i = 0; i < along.count; ++i)
        along.centers.push_back(along.scale.at(data.x.number(i)));
    return along;
}

bool LabelShelf::take(const QRectF &box)
{
    for (const QRectF &taken : std::as_const(m_taken)) {
        if (taken.intersects(box))
            return false;
    }
    m_taken << box;
    return true;
}

std::vector<std::size_t> seriesWith(const ChartData &data, const std::string &mark)
{
    std::vector<std::size_t> found;
    for (std::size_t s = 0; s < data.series.size(); ++s) {
        if (data.series[s].mark == mark)
            found.push_back(s);
    }
    return found;
}

bool isStacked(const model::ChartLook &look, const std::vector<std::size_t> &series)
{
    return look.stacking == model::Stacking::Normalized ||
           (look.stacking == model::Stacking::Stacked && series.size() > 1);
}

std::pair<double, double> stackOf(const ChartPane &pane, const std::vector<std::size_t> &series, int category)
{
    double above = 0, below = 0;
    for (const std::size_t s : series) {
        const double value = pane.values[s][static_cast<std::size_t>(category)];
        if (value > 0)
            above += value;
        else if (value < 0)
            below += value;
    }
    return {above, below};
}

QColor fadedUnlessChosen(const Sketch &sketch, QColor color, int row)
{
    const CardView *view = sketch.context.view;
    if (view && !view->chosen.empty() && view->chosen.count(row) == 0)
        color.setAlpha(70);
    return color;
}

QColor CartesianPlot::colorOf(const ChartSeries &series, int row) const
{
    QColor color = series.color;
    if (data.scale && row >= 0) {
        const QColor graded = data.scale->at(data.graded.number(row));
        color = graded.isValid() ? graded : sketch.theme().faint();
    }
    return fadedUnlessChosen(sketch, color, row);
}

void CartesianPlot::addMark(const ChartSeries &series, int category, int row, const QPainterPath &shape) const
{
    if (!sketch.context.marks)
        return;
    Mark mark;
    mark.shape = shape;
    mark.row = row;
    mark.column = look.series[static_cast<std::size_t>(series.source)].column.id;
    mark.title = data.categoryWords(category);
    sketch.context.marks->add(std::move(mark));
}

std::vector<int> CartesianPlot::visibleCategories(const std::vector<std::size_t> &series) const
{
    const int count = data.categories();
    const int pixels = std::max(1, static_cast<int>(map.length()));
    std::vector<int> all;
    if (count <= pixels) {
        for (int i = 0; i < count; ++i)
            all.push_back(i);
        return all;
    }
    std::vector<double> reach(static_cast<std::size_t>(pixels), -1);
    all.assign(static_cast<std::size_t>(pixels), -1);
    for (int i = 0; i < count; ++i) {
        const auto [above, below] = stackOf(pane, series, i);
        const auto pixel =
            static_cast<std::size_t>(std::clamp(static_cast<int>(along.center(i) * pixels), 0, pixels - 1));
        if (const double most = std::max(above, -below); most > reach[pixel]) {
            reach[pixel] = most;
            all[pixel] = i;
        }
    }
    std::erase(all, -1);
    return all;
}

bool isLabelled(const std::string &display, const std::vector<double> &values, std::size_t index)
{
    if (display != "minimum" && display != "maximum" && display != "min-max")
        return true;
    Range range;
    for (const double value : values)
        range.include(value);
    const double value = values[index];
    return (display != "minimum" && value == range.high) || (display != "maximum" && value == range.low);
}

void paintLabel(const Sketch &sketch, LabelShelf &shelf, const QRectF &where, const QString &words, const QColor &ink,
                bool always)
{
    if (!shelf.take(where) && !always)
        return;
    sketch.text(where.toRect(), words, axisFont(sketch.theme()), ink, Qt::AlignCenter);
}

void paintCartesianData(const Sketch &sketch, const std::string &usualMark)
{
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const bool bars = usualMark == "bar" || usualMark == "combo";
    const ChartData data = chartDataOf(sketch, look, usualMark, !bars);
    if (data.series.empty() || data.categories() == 0) {
        paintNotice(sketch, sketch.rect, Texts::tr("No values to draw"));
        return;
    }
    const QRect area = paintLegendOf(sketch, data, sketch.rect);
    AxesRequest request{sketch, look, {}, {}, {}, valueText(data, false), valueText(data, true)};
    request.hasSecond =
        !look.horizontal && std::any_of(data.series.begin(), data.series.end(), [](const auto &s) { return s.second; });
    request.paneRows = data.panes.back().rowMember + 1;
    request.paneColumns = data.panes.back().columnMember + 1;
    request.rowNames = memberNames(data.trellisRows, request.paneRows);
    request.columnNames = memberNames(data.trellisColumns, request.paneColumns);
    const int ticks = std::clamp(
        (look.horizontal ? area.width() / request.paneColumns / 70 : area.height() / request.paneRows / 48), 2, 8);
    Range first = rangeOf(data, false), second = rangeOf(data, true);
    const bool zero = wantsZero(data, first, false);
    includeReferences(sketch, look, false, false, first);
    // Labels behind the ends of bars need room.
    const bool behind = isStacked(look, seriesWith(data, "bar"))
                            ? look.labelTotals && look.stacking != model::Stacking::Normalized
                            : look.dataLabels;
    if (behind && hasMark(data, "bar", false) && first.high > 0) {
        const double share =
            look.horizontal
                ? 0.14
                : std::clamp(16.0 / std::max(60.0, double(area.height()) / request.paneRows - 50), 0.06, 0.25);
        first.include(first.high + (first.high - std::min(first.low, 0.0)) * share);
    }
    includeReferences(sketch, look, false, true, second);
    request.scale = ValueScale::forValues(first, look.yAxis, zero, ticks);
    request.second = ValueScale::forValues(second, look.yAxis2, wantsZero(data, second, true), ticks);
    const AlongScale along = alongScaleOf(data, look.xAxis, !seriesWith(data, "bar").empty());
    const QFont font = axisFont(sketch.theme());
    request.first = [&](double length, bool upright, double most) {
        if (along.kind != Along::Categories)
            return layoutValues(along.scale, data.x.column.text, font, length, upright);
        return layoutCategories(
            data.categories(), [&](int i) { return data.categoryWords(i); }, font, length, upright, most);
    };
    const QList<QRectF> plots = paintChartAxes(request, area);
    for (qsizetype i = 0; i < plots.size() && i < static_cast<qsizetype>(data.panes.size()); ++i) {
        LabelShelf shelf;
        paintPane({sketch,
                   look,
                   data,
                   data.panes[static_cast<std::size_t>(i)],
                   along,
                   {plots.at(i), look.horizontal},
                   request.scale,
                   request.hasSecond ? request.second : request.scale,
                   shelf});
    }
}

} // namespace tessera::designer
