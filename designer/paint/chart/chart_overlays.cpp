// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/cartesian_plot.h"

#include <cmath>

#include <QFontMetricsF>

#include "designer/paint/chart/trend_line.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

// Where a reference lies, as shares of its axis; NaN when nobody knows.
struct Place
{
    double from = std::numeric_limits<double>::quiet_NaN();
    double to = std::numeric_limits<double>::quiet_NaN();
};

Place placeOf(const ReferenceAxes &plot, std::size_t index)
{
    const model::MarkLook &mark = plot.look.marks[index];
    double from = mark.value.value_or(std::numeric_limits<double>::quiet_NaN());
    double to = mark.endValue.value_or(std::numeric_limits<double>::quiet_NaN());
    if (const auto *part = plot.sketch.part("refMark:" + std::to_string(index)); part && part->rowCount() > 0) {
        from = part->columns.front().data.number(0);
        if (part->columns.size() > 1)
            to = part->columns[1].data.number(0);
    }
    const ValueScale &scale = mark.second ? plot.second : plot.first;
    const auto share = [&](double value) { return mark.onX ? plot.along(value) : scale.at(value); };
    return {share(from), share(to)};
}

// A line across the plot, at a share of one of the axes.
QLineF lineAt(const ReferenceAxes &plot, bool onX, double share)
{
    return onX ? QLineF(plot.map.point(share, 0), plot.map.point(share, 1))
               : QLineF(plot.map.point(0, share), plot.map.point(1, share));
}

bool isInside(double share)
{
    return share >= -0.001 && share <= 1.001;
}

void paintReferenceLabel(const Sketch &sketch, const QRectF &area, LabelShelf &shelf, const QLineF &line,
                         const QString &words, const QColor &color)
{
    if (words.isEmpty())
        return;
    const QFont font = axisFont(sketch.theme());
    const double width = QFontMetricsF(font).horizontalAdvance(words) + 4;
    const bool upright = std::abs(line.dx()) < std::abs(line.dy());
    QRectF where = upright ? QRectF(line.x1() + 4, area.top(), width, 14)
                           : QRectF(area.right() - width - 2, line.y1() - 16, width, 14);
    if (where.top() < area.top() - 8)
        where.moveTop(line.y1() + 2);
    if (where.right() > area.right())
        where.moveRight(line.x1() - 4);
    // On its own ground, so that it can be read over bars.
    QColor ground = sketch.theme().card;
    ground.setAlpha(215);
    sketch.box(where.adjusted(-2, 0, 2, 0), 3, ground, Qt::transparent, 0);
    shelf.take(where);
    // A colour that is lost on the card leans towards the ink.
    const QColor ink = contrast(color, sketch.theme().card) >= 4 ? color : mix(color, sketch.theme().text, 0.5);
    sketch.text(where.toRect(), words, font, ink, Qt::AlignCenter);
}

// The values of all series of one y column, by their place along the axis.
void collect(const CartesianPlot &plot, const std::string &column, std::vector<double> &x, std::vector<double> &y)
{
    for (std::size_t s = 0; s < plot.data.series.size(); ++s) {
        if (!column.empty() &&
            plot.look.series[static_cast<std::size_t>(plot.data.series[s].source)].column.id != column)
            continue;
        for (int c = 0; c < plot.data.categories(); ++c) {
            x.push_back(plot.along.kind == Along::Categories ? c + 1.0 : plot.data.x.number(c));
            y.push_back(plot.value(s, c));
        }
    }
}

} // namespace

void includeReferences(const Sketch &sketch, const model::ChartLook &look, bool onX, bool second, Range &range)
{
    for (std::size_t i = 0; i < look.marks.size(); ++i) {
        const model::MarkLook &mark = look.marks[i];
        if (mark.onX != onX || (!onX && mark.second != second))
            continue;
        for (const auto &value : {mark.value, mark.endValue}) {
            if (value)
                range.include(*value);
        }
        if (const auto *part = sketch.part("refMark:" + std::to_string(i)); part && part->rowCount() > 0) {
            for (const auto &column : part->columns)
                range.include(column.data.number(0));
        }
    }
}

void paintReferenceBands(const ReferenceAxes &plot)
{
    for (std::size_t i = 0; i < plot.look.marks.size(); ++i) {
        const Place place = placeOf(plot, i);
        if (!plot.look.marks[i].band || !std::isfinite(place.from + place.to))
            continue;
        QColor soft = colorFrom(plot.sketch.theme(), plot.look.marks[i].color, plot.sketch.theme().danger);
        soft.setAlpha(38);
        const QRectF band = plot.look.marks[i].onX ? plot.map.bar(place.from, place.to, 0, 1)
                                                   : plot.map.bar(0, 1, place.from, place.to);
        plot.sketch.painter.fillRect(band.intersected(plot.map.plot), soft);
    }
}

void paintReferenceLines(const ReferenceAxes &plot)
{
    for (std::size_t i = 0; i < plot.look.marks.size(); ++i) {
        const model::MarkLook &mark = plot.look.marks[i];
        const Place place = placeOf(plot, i);
        const QColor color = colorFrom(plot.sketch.theme(), mark.color, plot.sketch.theme().danger);
        plot.sketch.painter.setRenderHint(QPainter::Antialiasing, true);
        plot.sketch.painter.setPen(QPen(color, mark.width, mark.band ? Qt::DotLine : Qt::DashLine));
        for (const double share : {place.from, place.to}) {
            if (isInside(share))
                plot.sketch.painter.drawLine(lineAt(plot, mark.onX, share));
        }
        if (isInside(place.from))
            paintReferenceLabel(plot.sketch, plot.map.plot, plot.shelf, lineAt(plot, mark.onX, place.from), mark.label,
                                color);
    }
}

void paintTrendLines(const CartesianPlot &plot)
{
    for (const model::TrendLook &trend : plot.look.trends) {
        std::vector<double> x, y;
        collect(plot, trend.column, x, y);
        const TrendCurve curve(trend.model, x, y);
        if (!curve.isValid() || plot.data.categories() < 2)
            continue;
        QPainterPath path;
        constexpr int steps = 64;
        const int last = plot.data.categories() - 1;
        for (int i = 0; i <= steps; ++i) {
            const double at = double(i) / steps;
            const bool even = plot.along.kind == Along::Categories;
            const double low = even ? 1 : plot.data.x.number(0), high = even ? last + 1 : plot.data.x.number(last);
            const double value = low + at * (high - low);
            const double along = even ? (value - 0.5) / plot.along.count : plot.along.scale.at(value);
            const QPointF point = plot.map.point(along, plot.first.at(curve.at(value)));
            if (!std::isfinite(point.x() + point.y()))
                continue;
            path.elementCount() == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        const QColor color = colorFrom(plot.sketch.theme(), trend.color, plot.sketch.theme().text2);
        plot.sketch.painter.save();
        plot.sketch.painter.setClipRect(plot.map.plot, Qt::IntersectClip);
        plot.sketch.painter.setBrush(Qt::NoBrush);
        plot.sketch.painter.setPen(QPen(color, trend.width + 0.4, Qt::DashLine, Qt::RoundCap));
        plot.sketch.painter.drawPath(path);
        plot.sketch.painter.restore();
        if (path.elementCount() > 0 && !trend.label.isEmpty())
            paintReferenceLabel(plot.sketch, plot.map.plot, plot.shelf,
                                QLineF(path.currentPosition(), path.currentPosition() + QPointF(1, 0)), trend.label,
                                color);
    }
}

} // namespace tessera::designer
