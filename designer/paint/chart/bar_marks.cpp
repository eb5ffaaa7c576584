// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/cartesian_plot.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "designer/paint/chart_frame.h"

namespace tessera::designer {

namespace {

constexpr double labelHeight = 14; // px

// Bars stand on whole pixels while they are wide enough for that not to show.
QRectF aligned(const QRectF &bar, bool horizontal)
{
    QRectF out = bar;
    if (horizontal && bar.height() >= 4) {
        out.setTop(std::round(bar.top()));
        out.setBottom(std::round(bar.bottom()));
    } else if (!horizontal && bar.width() >= 4) {
        out.setLeft(std::round(bar.left()));
        out.setRight(std::round(bar.right()));
    }
    return out;
}

void paintOne(const CartesianPlot &plot, const QRectF &bar, std::size_t s, int category)
{
    const ChartSeries &series = plot.data.series[s];
    const int row = plot.row(s, category);
    QRectF shape = aligned(bar, plot.map.horizontal).intersected(plot.map.plot);
    if (shape.width() <= 0 && shape.height() <= 0)
        return;
    setMark(plot.sketch, plot.colorOf(series, row));
    if (std::min(shape.width(), shape.height()) < 3)
        plot.sketch.painter.setPen(Qt::NoPen); // an outline would be all there is
    plot.sketch.painter.drawRect(shape);
    QPainterPath path;
    path.addRect(shape);
    plot.addMark(series, category, row, path);
}

QString labelOf(const CartesianPlot &plot, std::size_t s, double value)
{
    return plot.data.values[static_cast<std::size_t>(plot.data.series[s].source)].text.number(value);
}

QString shortOf(const CartesianPlot &plot, std::size_t s, double value)
{
    return plot.data.values[static_cast<std::size_t>(plot.data.series[s].source)].text.tick(value,
                                                                                            std::abs(value) / 20);
}

// What labels have to keep to where bars stand close together.
struct LabelRoom
{
    bool labels = false;         // labels are painted now, else bars
    double slot = 0;             // px from one category to the next
    std::vector<Range> extremes; // of each series
    Range totals;                // of stacks

    // Bars too close for all their labels show those of the least and the greatest; that of the least would lie over
    // its neighbours where it is wider than a slot, unless somebody asked for it.
    bool isWanted(double width, double bar, double value, const Range &of, bool least) const
    {
        return width <= std::max(bar * 1.6, std::min(slot, 34.0)) || value == of.high ||
               (value == of.low && (least || width <= slot));
    }
};

// Behind the end of a bar, or inside it where there is no room behind.
void paintEndLabel(const CartesianPlot &plot, const QRectF &bar, std::size_t s, double value, const LabelRoom &room,
                   const Range &of, const QColor &fill)
{
    const QFontMetricsF metrics(axisFont(plot.sketch.theme()));
    const bool negative = value < 0;
    QString words = labelOf(plot, s, value);
    double width = metrics.horizontalAdvance(words) + 4;
    if (!plot.map.horizontal && width > bar.width() * 1.3) { // "$31.2K" where "$31,245" is too wide
        words = shortOf(plot, s, value);
        width = metrics.horizontalAdvance(words) + 4;
    }
    const bool always = plot.look.labelDisplay == "all";
    const QRectF &area = plot.map.plot;
    QRectF where;
    bool inside = false;
    if (plot.map.horizontal) {
        if (bar.height() < 10)
            return;
        where = QRectF(negative ? bar.left() - width - 3 : bar.right() + 3, bar.center().y() - labelHeight / 2, width,
                       labelHeight);
        if (where.right() > area.right() + 4 || where.left() < area.left() - 4) {
            inside = true;
            where.moveLeft(negative ? bar.left() + 3 : bar.right() - width - 3);
        }
    } else {
        where = QRectF(bar.center().x() - width / 2, negative ? bar.bottom() + 2 : bar.top() - labelHeight - 2, width,
                       labelHeight);
        if (where.top() < area.top() - 8 || where.bottom() > area.bottom() + 2) {
            inside = true;
            where.moveTop(negative ? bar.bottom() - labelHeight - 2 : bar.top() + 2);
        }
        if (!room.isWanted(width, bar.width(), value, of, plot.look.labelDisplay.starts_with("min")) && !always)
            return;
        where.moveLeft(std::clamp(where.left(), area.left(), std::max(area.left(), area.right() - width)));
    }
    paintLabel(plot.sketch, plot.shelf, where, words, inside ? readableOn(fill) : plot.sketch.theme().text2, always);
}

void paintInnerLabel(const CartesianPlot &plot, const QRectF &bar, const QString &words, const QColor &fill)
{
    const double width = QFontMetricsF(axisFont(plot.sketch.theme())).horizontalAdvance(words) + 4;
    if (bar.width() < width || bar.height() < labelHeight)
        return;
    const QRectF where(bar.center().x() - width / 2, bar.center().y() - labelHeight / 2, width, labelHeight);
    paintLabel(plot.sketch, plot.shelf, where, words, readableOn(fill), false);
}

void paintStack(const CartesianPlot &plot, const std::vector<std::size_t> &series, int category, double thick,
                const LabelRoom &room)
{
    const auto [above, below] = stackOf(plot.pane, series, category);
    const bool shares = plot.look.stacking == model::Stacking::Normalized;
    const double whole = shares ? std::max(above - below, std::numeric_limits<double>::min()) : 1;
    const double center = plot.along.center(category);
    double up = 0, down = 0;
    for (const std::size_t s : series) {
        const double value = plot.value(s, category);
        if (std::isnan(value) || value == 0)
            continue;
        double &level = value > 0 ? up : down;
        const ValueScale &scale = plot.scaleOf(plot.data.series[s]);
        const double from = scale.at(level / whole), to = scale.at((level + value) / whole);
        level += value;
        if (!std::isfinite(from + to))
            continue;
        const QRectF bar = plot.map.bar(center - thick / 2, center + thick / 2, from, to);
        if (!room.labels)
            paintOne(plot, bar, s, category);
        else if (plot.look.dataLabels)
            paintInnerLabel(plot, bar, shares ? plot.data.values.front().text.number(value) : labelOf(plot, s, value),
                            plot.data.series[s].color);
    }
    if (!room.labels || !plot.look.labelTotals || series.empty() || shares)
        return;
    const ValueScale &scale = plot.scaleOf(plot.data.series[series.front()]);
    const QRectF bar = plot.map.bar(center - thick / 2, center + thick / 2, scale.at(scale.base()),
                                    scale.at(above > 0 ? above : below));
    paintEndLabel(plot, bar, series.front(), above + below, room, room.totals, plot.sketch.theme().card);
}

void paintCluster(const CartesianPlot &plot, const std::vector<std::size_t> &series, int category, double thick,
                  const LabelRoom &room)
{
    // Members a category does not have leave no hole.
    std::vector<std::size_t> present;
    for (const std::size_t s : series) {
        if (!std::isnan(plot.value(s, category)))
            present.push_back(s);
    }
    const bool split = plot.data.colors.column && plot.look.series.size() == 1;
    const auto places = static_cast<double>(split ? present.size() : series.size());
    const double each = thick / std::max(1.0, places);
    const double start = plot.along.center(category) - thick / 2;
    const double spare =
        each * plot.map.length() > 6 && places > 1 ? 1 / plot.map.length() : 0; // a pixel between neighbours
    for (std::size_t i = 0; i < series.size(); ++i) {
        const std::size_t s = series[i];
        const double value = plot.value(s, category);
        if (std::isnan(value))
            continue;
        const auto place =
            split ? static_cast<std::size_t>(std::find(present.begin(), present.end(), s) - present.begin()) : i;
        const ValueScale &scale = plot.scaleOf(plot.data.series[s]);
        const double from = scale.at(scale.base()), to = scale.at(value);
        if (!std::isfinite(to))
            continue;
        const double left = start + static_cast<double>(place) * each;
        const QRectF bar = plot.map.bar(left, left + each - spare, from, to);
        if (!room.labels)
            paintOne(plot, bar, s, category);
        else if (isLabelled(plot.look.labelDisplay, plot.pane.values[s], static_cast<std::size_t>(category)))
            paintEndLabel(plot, bar, s, value, room, room.extremes[s], plot.data.series[s].color);
    }
}

} // namespace

void paintBarMarks(const CartesianPlot &plot, const std::vector<std::size_t> &series)
{
    if (series.empty())
        return;
    const double pixel = 1 / std::max(1.0, plot.map.length());
    const double most = 96 * pixel; // one lonely bar is not a wall
    const double thick = std::clamp(
        plot.along.slot * (1 - plot.look.gap), pixel,
        std::max(pixel, most * std::max<double>(1, isStacked(plot.look, series) ? 1 : double(series.size()))));
    const std::vector<int> categories = plot.visibleCategories(series);
    const bool stacked = isStacked(plot.look, series);
    LabelRoom room{false, plot.along.slot * plot.map.length(), std::vector<Range>(plot.data.series.size()), {}};
    const bool wanted = plot.look.dataLabels || plot.look.labelTotals;
    for (int category = 0; wanted && category < plot.data.categories(); ++category) {
        for (const std::size_t s : series)
            room.extremes[s].include(plot.value(s, category));
        const auto [above, below] = stackOf(plot.pane, series, category);
        room.totals.include(above + below);
    }
    for (const bool labels : {false, true}) { // labels lie over all bars
        room.labels = labels;
        if (labels && !wanted)
            break;
        for (const int category : categories) {
            if (stacked)
                paintStack(plot, series, category, thick, room);
            else if (!labels || plot.look.dataLabels)
                paintCluster(plot, series, category, thick, room);
        }
    }
}

} // namespace tessera::designer
