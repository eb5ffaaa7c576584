// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/cartesian_plot.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

struct Point
{
    QPointF at;
    double along = 0; // 0 … 1
    int category = 0;
};

using Run = std::vector<Point>; // without gaps

// Runs of neighbouring values; a missing value breaks the line.
std::vector<Run> runsOf(const CartesianPlot &plot, std::size_t s)
{
    std::vector<Run> runs(1);
    const ValueScale &scale = plot.scaleOf(plot.data.series[s]);
    for (int c = 0; c < plot.data.categories(); ++c) {
        const double share = scale.at(plot.value(s, c));
        const double along = plot.along.center(c);
        if (!std::isfinite(share)) {
            if (!runs.back().empty())
                runs.emplace_back();
            continue;
        }
        runs.back().push_back({plot.map.point(along, share), along, c});
    }
    if (runs.back().empty())
        runs.pop_back();
    return runs;
}

// With many points to a pixel, the first, least, greatest and last of each: the line looks the same.
Run thinned(const Run &run, double pixels)
{
    if (run.size() < 4 * std::max(1.0, pixels))
        return run;
    Run out;
    std::size_t start = 0;
    while (start < run.size()) {
        const int pixel = static_cast<int>(run[start].along * pixels);
        std::size_t end = start, least = start, greatest = start;
        while (end < run.size() && static_cast<int>(run[end].along * pixels) == pixel) {
            if (run[end].at.y() < run[least].at.y())
                least = end;
            if (run[end].at.y() > run[greatest].at.y())
                greatest = end;
            ++end;
        }
        std::vector<std::size_t> kept = {start, std::min(least, greatest), std::max(least, greatest), end - 1};
        kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
        for (const std::size_t i : kept)
            out.push_back(run[i]);
        start = end;
    }
    return out;
}

// A curve that never swings beyond its points (Fritsch and Carlson).
void monotoneTo(QPainterPath &path, const Run &run)
{
    const std::size_t n = run.size();
    std::vector<double> slope(n - 1), tangent(n);
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const double dx = run[i + 1].at.x() - run[i].at.x();
        slope[i] = dx != 0 ? (run[i + 1].at.y() - run[i].at.y()) / dx : 0;
    }
    tangent[0] = slope[0];
    tangent[n - 1] = slope[n - 2];
    for (std::size_t i = 1; i + 1 < n; ++i)
        tangent[i] = slope[i - 1] * slope[i] <= 0 ? 0 : 2 * slope[i - 1] * slope[i] / (slope[i - 1] + slope[i]);
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const double third = (run[i + 1].at.x() - run[i].at.x()) / 3;
        path.cubicTo(run[i].at.x() + third, run[i].at.y() + tangent[i] * third, run[i + 1].at.x() - third,
                     run[i + 1].at.y() - tangent[i + 1] * third, run[i + 1].at.x(), run[i + 1].at.y());
    }
}

QPainterPath pathOf(const Run &run, bool smooth)
{
    QPainterPath path(run.front().at);
    if (smooth && run.size() > 2) {
        monotoneTo(path, run);
        return path;
    }
    for (std::size_t i = 1; i < run.size(); ++i)
        path.lineTo(run[i].at);
    return path;
}

void addPoints(const CartesianPlot &plot, std::size_t s, const Run &run)
{
    if (!plot.sketch.context.marks)
        return;
    for (const Point &point : run) {
        QPainterPath dot;
        dot.addEllipse(point.at, 5, 5);
        plot.addMark(plot.data.series[s], point.category, plot.row(s, point.category), dot);
    }
}

void paintDot(const CartesianPlot &plot, const QPointF &at, const QColor &color, double radius)
{
    QPainter &painter = plot.sketch.painter;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(plot.sketch.theme().card, 1.5));
    painter.setBrush(color);
    painter.drawEllipse(at, radius, radius);
}

void paintPointLabels(const CartesianPlot &plot, std::size_t s, const Run &run)
{
    if (!plot.look.dataLabels)
        return;
    const QFontMetricsF metrics(axisFont(plot.sketch.theme()));
    const model::ValueText &text = plot.data.values[static_cast<std::size_t>(plot.data.series[s].source)].text;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const Point &point = run[i];
        if (!isLabelled(plot.look.labelDisplay, plot.pane.values[s], static_cast<std::size_t>(point.category)))
            continue;
        const QString words = text.number(plot.value(s, point.category));
        const double width = metrics.horizontalAdvance(words) + 4;
        // Below a dip, above anything else: away from the line.
        const double before = run[i > 0 ? i - 1 : i].at.y(), after = run[i + 1 < run.size() ? i + 1 : i].at.y();
        const bool dip = run.size() > 1 && before <= point.at.y() && after <= point.at.y() &&
                         point.at.y() + 20 < plot.map.plot.bottom();
        QRectF where(point.at.x() - width / 2, dip ? point.at.y() + 6 : point.at.y() - 20, width, 14);
        if (where.top() < plot.map.plot.top() - 8)
            where.moveTop(point.at.y() + 6);
        // At the ends of the axis it stays inside the plot, beside the point rather than over its line.
        if (where.left() < plot.map.plot.left() + 2)
            where.moveLeft(plot.map.plot.left() + 2);
        if (where.right() > plot.map.plot.right() - 2)
            where.moveRight(plot.map.plot.right() - 2 - (where.top() > point.at.y() ? 0 : 6));
        paintLabel(plot.sketch, plot.shelf, where, words, plot.sketch.theme().text2, plot.look.labelDisplay == "all");
    }
}

// Levels of a stack of areas, one more than there are series.
std::vector<std::vector<double>> levelsOf(const CartesianPlot &plot, const std::vector<std::size_t> &series)
{
    const bool stacked = isStacked(plot.look, series);
    const auto categories = static_cast<std::size_t>(plot.data.categories());
    std::vector<std::vector<double>> levels(series.size() + 1, std::vector<double>(categories, 0));
    for (std::size_t c = 0; c < categories; ++c) {
        const auto [above, below] = stackOf(plot.pane, series, static_cast<int>(c));
        const double whole = plot.look.stacking == model::Stacking::Normalized && above - below > 0 ? above - below : 1;
        double level = 0;
        for (std::size_t i = 0; i < series.size(); ++i) {
            const double value = plot.pane.values[series[i]][c];
            if (stacked)
                level += std::isnan(value) ? 0 : value / whole; // a hole in a stack would lift nothing
            levels[i + 1][c] = stacked ? level : value;
        }
    }
    return levels;
}

void fillBetween(const CartesianPlot &plot, const std::vector<double> &low, const std::vector<double> &high,
                 const ValueScale &scale, const QColor &fill, const QColor &ink)
{
    std::vector<Run> tops(1), bottoms(1);
    for (int c = 0; c < plot.data.categories(); ++c) {
        const auto at = static_cast<std::size_t>(c);
        const double along = plot.along.center(c), top = scale.at(high[at]), bottom = scale.at(low[at]);
        if (!std::isfinite(top) || !std::isfinite(bottom)) {
            if (!tops.back().empty()) {
                tops.emplace_back();
                bottoms.emplace_back();
            }
            continue;
        }
        tops.back().push_back({plot.map.point(along, top), along, c});
        bottoms.back().push_back({plot.map.point(along, bottom), along, c});
    }
    QPainter &painter = plot.sketch.painter;
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (std::size_t i = 0; i < tops.size(); ++i) {
        if (tops[i].empty())
            continue;
        const Run top = thinned(tops[i], plot.map.length());
        Run bottom = thinned(bottoms[i], plot.map.length());
        std::reverse(bottom.begin(), bottom.end());
        const QPainterPath line = pathOf(top, plot.look.smooth);
        QPainterPath area = line;
        area.connectPath(pathOf(bottom, plot.look.smooth));
        area.closeSubpath();
        painter.fillPath(area, fill);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(line);
        if (top.size() == 1)
            paintDot(plot, top.front().at, ink, 3.5);
    }
}

} // namespace

void paintAreaMarks(const CartesianPlot &plot, const std::vector<std::size_t> &series)
{
    if (series.empty())
        return;
    const bool stacked = isStacked(plot.look, series);
    const auto levels = levelsOf(plot, series);
    plot.sketch.painter.save();
    plot.sketch.painter.setClipRect(plot.map.plot.adjusted(-2, -2, 2, 2), Qt::IntersectClip);
    for (std::size_t i = 0; i < series.size(); ++i) {
        const ChartSeries &item = plot.data.series[series[i]];
        const ValueScale &scale = plot.scaleOf(item);
        const std::vector<double> base(levels[i].size(), scale.base());
        QColor soft = item.color;
        soft.setAlpha(stacked ? 190 : 60);
        fillBetween(plot, stacked ? levels[i] : base, levels[i + 1], scale, soft, item.color);
        Run tops;
        for (int c = 0; c < plot.data.categories(); ++c) {
            const double share = scale.at(levels[i + 1][static_cast<std::size_t>(c)]);
            if (std::isfinite(share) && !std::isnan(plot.value(series[i], c)))
                tops.push_back({plot.map.point(plot.along.center(c), share), plot.along.center(c), c});
        }
        const Run shown = thinned(tops, plot.map.length());
        addPoints(plot, series[i], shown);
        paintPointLabels(plot, series[i], shown);
    }
    plot.sketch.painter.restore();
}

void paintLineMarks(const CartesianPlot &plot, const std::vector<std::size_t> &series)
{
    QPainter &painter = plot.sketch.painter;
    for (const std::size_t s : series) {
        const ChartSeries &item = plot.data.series[s];
        painter.save();
        painter.setClipRect(plot.map.plot.adjusted(-6, -6, 6, 6), Qt::IntersectClip);
        for (const Run &all : runsOf(plot, s)) {
            const Run run = thinned(all, plot.map.length());
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(item.color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPath(pathOf(run, plot.look.smooth));
            // A value between two gaps has no line: a dot shows it.
            if (plot.look.points || run.size() == 1) {
                for (const Point &point : run)
                    paintDot(plot, point.at, plot.colorOf(item, plot.row(s, point.category)), 3.5);
            }
            addPoints(plot, s, run);
        }
        painter.restore();
        for (const Run &all : runsOf(plot, s))
            paintPointLabels(plot, s, thinned(all, plot.map.length()));
    }
}

void paintPointMarks(const CartesianPlot &plot, const std::vector<std::size_t> &series)
{
    for (const std::size_t s : series) {
        for (const Run &all : runsOf(plot, s)) {
            const Run run = thinned(all, plot.map.length());
            for (const Point &point : run)
                paintDot(plot, point.at, plot.colorOf(plot.data.series[s], plot.row(s, point.category)), 4.5);
            addPoints(plot, s, run);
        }
    }
}

} // namespace tessera::designer
