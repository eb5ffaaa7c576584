// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QPainterPath>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/paint/chart_frame.h"
#include "designer/paint/kind_painters.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr int splitMembers = 3; // placeholder members of a colour column

enum class Mark
{
    Bar,
    Line,
    Area,
    Point,
};

struct Plot
{
    const Sketch &sketch;
    const model::ChartLook &look;
    QRect rect;
    int slots = 6;
    int parts = 1; // series, or members of the colour column
};

int partsOf(const model::ChartLook &look)
{
    if (!look.colorColumn.isEmpty() && !look.colorScale)
        return splitMembers;
    return std::clamp(static_cast<int>(look.series.size()), 1, 6);
}

int slotsFor(const QRect &area, bool horizontal)
{
    return horizontal ? std::clamp(area.height() / 30, 3, 8) : std::clamp(area.width() / 54, 4, 12);
}

// Bars of a ranking fall; others follow the element's own shape.
double barShare(const Plot &plot, int slot, int part)
{
    const double value = plot.sketch.shape(slot, part);
    return plot.look.horizontal ? qBound(0.12, 0.97 - slot * 0.8 / plot.slots + (value - 0.5) * 0.08, 1.0) : value;
}

void paintBar(const Plot &plot, const QRectF &bar, int part)
{
    QColor color = seriesColor(plot.sketch, plot.look, part);
    setMark(plot.sketch, color);
    plot.sketch.painter.drawRect(bar);
}

void paintBars(const Plot &plot, int firstPart, int lastPart)
{
    const int parts = lastPart - firstPart;
    const bool stacked = plot.look.stacking != model::Stacking::None && parts > 1;
    const QRectF area = plot.rect;
    const double pitch = (plot.look.horizontal ? area.height() : area.width()) / plot.slots;
    const double thick = pitch * 0.66;
    for (int slot = 0; slot < plot.slots; ++slot) {
        double total = 0;
        for (int part = 0; part < parts; ++part)
            total += barShare(plot, slot, firstPart + part);
        const double full = plot.look.stacking == model::Stacking::Normalized ? 1.0 : barShare(plot, slot, firstPart);
        double done = 0;
        for (int part = 0; part < parts; ++part) {
            const double share = stacked ? barShare(plot, slot, firstPart + part) / total * full
                                         : barShare(plot, slot, firstPart + part);
            const double start = slot * pitch + (pitch - thick) / 2 + (stacked ? 0 : part * thick / parts);
            const double width = stacked ? thick : qMax(1.0, thick / parts - (parts > 1 ? 1 : 0));
            if (plot.look.horizontal)
                paintBar(plot, {area.left() + done * area.width(), area.top() + start, share * area.width(), width},
                         firstPart + part);
            else
                paintBar(
                    plot,
                    {area.left() + start, area.bottom() - (done + share) * area.height(), width, share * area.height()},
                    firstPart + part);
            done += stacked ? share : 0;
        }
    }
}

QPointF pointAt(const Plot &plot, int slot, double share)
{
    const double step = double(plot.rect.width()) / plot.slots;
    return {plot.rect.left() + (slot + 0.5) * step, plot.rect.bottom() - share * plot.rect.height()};
}

QPainterPath lineThrough(const QList<QPointF> &points, bool smooth)
{
    QPainterPath path(points.first());
    for (int i = 1; i < points.size(); ++i) {
        const QPointF &from = points.at(i - 1);
        const QPointF &to = points.at(i);
        if (smooth) {
            const double middle = (from.x() + to.x()) / 2;
            path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
        } else {
            path.lineTo(to);
        }
    }
    return path;
}

void paintLine(const Plot &plot, int part, bool dots)
{
    QList<QPointF> points;
    for (int slot = 0; slot < plot.slots; ++slot)
        points << pointAt(plot, slot, plot.sketch.shape(slot, part) * 0.9);
    QPainter &painter = plot.sketch.painter;
    const QColor color = seriesColor(plot.sketch, plot.look, part);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(lineThrough(points, plot.look.smooth));
    if (!dots)
        return;
    painter.setPen(QPen(plot.sketch.theme().card, 1.5));
    painter.setBrush(color);
    for (const QPointF &point : std::as_const(points))
        painter.drawEllipse(point, 3.5, 3.5);
}

void paintAreas(const Plot &plot)
{
    const bool stacked = plot.look.stacking != model::Stacking::None && plot.parts > 1;
    const bool full = plot.look.stacking == model::Stacking::Normalized;
    QList<QPointF> below;
    for (int slot = 0; slot < plot.slots; ++slot)
        below << pointAt(plot, slot, 0);
    QList<double> done(plot.slots, 0.0);
    for (int part = 0; part < plot.parts; ++part) {
        QList<QPointF> above;
        for (int slot = 0; slot < plot.slots; ++slot) {
            double total = 0;
            for (int other = 0; other < plot.parts; ++other)
                total += plot.sketch.shape(slot, other);
            const double own = plot.sketch.shape(slot, part);
            const double share = stacked ? own / total * (full ? 1.0 : 0.9) : own * 0.85;
            done[slot] = stacked ? done.at(slot) + share : share;
            above << pointAt(plot, slot, done.at(slot));
        }
        QPainterPath area = lineThrough(above, plot.look.smooth);
        const QPainterPath line = area;
        QList<QPointF> back(below.rbegin(), below.rend());
        area.connectPath(lineThrough(back, plot.look.smooth));
        const QColor color = seriesColor(plot.sketch, plot.look, part);
        QPainter &painter = plot.sketch.painter;
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(stacked ? mix(plot.sketch.theme().card, color, 0.72)
                                 : QColor(color.red(), color.green(), color.blue(), 70));
        painter.drawPath(area);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.6));
        painter.drawPath(line);
        if (stacked)
            below = above;
    }
}

void paintPoints(const Plot &plot, bool sized)
{
    QPainter &painter = plot.sketch.painter;
    const int dots = std::clamp(plot.rect.width() * plot.rect.height() / 2600, 8, 60);
    for (int i = 0; i < dots; ++i) {
        const double x = plot.sketch.random(i * 3);
        const double y = qBound(0.05, x * 0.55 + plot.sketch.random(i * 3 + 1) * 0.4, 0.96);
        const int part = plot.parts > 1 ? i % plot.parts : 0;
        QColor color = seriesColor(plot.sketch, plot.look, part);
        color.setAlpha(170);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(plot.sketch.theme().card, 1));
        painter.setBrush(color);
        const double radius = sized ? 3 + plot.sketch.random(i * 3 + 2) * 9 : 4.5;
        painter.drawEllipse(
            QPointF(plot.rect.left() + x * plot.rect.width(), plot.rect.bottom() - y * plot.rect.height()), radius,
            radius);
    }
}

void paintMarks(const Plot &plot)
{
    const PageTheme &theme = plot.sketch.theme();
    QPainter &painter = plot.sketch.painter;
    double at = 0.72;
    for (const model::MarkLook &mark : plot.look.marks) {
        const QColor color = colorFrom(theme, mark.color, theme.danger);
        const bool upright = mark.onX != plot.look.horizontal;
        const auto place = [&](double share) {
            return upright ? plot.rect.left() + share * plot.rect.width()
                           : plot.rect.bottom() - share * plot.rect.height();
        };
        if (mark.band) {
            QColor soft = color;
            soft.setAlpha(36);
            const double from = place(at - 0.14), to = place(at);
            painter.fillRect(upright ? QRectF(from, plot.rect.top(), to - from, plot.rect.height())
                                     : QRectF(plot.rect.left(), to, plot.rect.width(), from - to),
                             soft);
        }
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(color, 1.2, Qt::DashLine));
        const double line = place(at);
        if (upright)
            painter.drawLine(QPointF(line, plot.rect.top()), QPointF(line, plot.rect.bottom()));
        else
            painter.drawLine(QPointF(plot.rect.left(), line), QPointF(plot.rect.right(), line));
        const QPoint corner =
            upright ? QPoint(int(line) + 4, plot.rect.top()) : QPoint(plot.rect.left() + 4, int(line) - 15);
        plot.sketch.text(QRect(corner, QSize(plot.rect.right() - corner.x(), 14)), mark.label, theme.font(10), color);
        at -= 0.24;
    }
    for (int i = 0; i < qMin(static_cast<int>(plot.look.trends.size()), 3); ++i) {
        painter.setPen(QPen(theme.text2, 1.4, Qt::DotLine));
        painter.drawLine(pointAt(plot, 0, 0.28 + i * 0.1), pointAt(plot, plot.slots - 1, 0.74 + i * 0.06));
    }
}

void paintDataLabels(const Plot &plot)
{
    if (!plot.look.dataLabels || plot.rect.height() < 60 || plot.look.series.empty())
        return;
    const QString pattern = model::dashPattern(plot.look.series.front().column);
    const QFont font = plot.sketch.theme().dataFont(10);
    for (int slot = 0; slot < plot.slots; ++slot) {
        const double share = barShare(plot, slot, 0);
        if (plot.look.horizontal) {
            const double pitch = double(plot.rect.height()) / plot.slots;
            plot.sketch.text(QRect(plot.rect.left() + int(share * plot.rect.width()) + 4,
                                   plot.rect.top() + int(slot * pitch), 40, int(pitch)),
                             pattern, font, plot.sketch.theme().text2);
        } else {
            const QPointF top = pointAt(plot, slot, share);
            plot.sketch.text(QRect(int(top.x()) - 20, int(top.y()) - 15, 40, 14), pattern, font,
                             plot.sketch.theme().text2, Qt::AlignCenter);
        }
    }
}

using PaintPlot = void (*)(const Plot &plot);

void paintChart(const Sketch &sketch, const model::ChartLook &look, PaintPlot paint)
{
    const QRect area =
        paintLegend(sketch, sketch.rect, look, look.colorColumn, legendEntries(sketch, look, splitMembers));
    const QList<QRect> panes = trellisPanes(sketch, area, look);
    for (const QRect &pane : panes) {
        const int slots = slotsFor(pane, look.horizontal);
        Plot plot{sketch, look, paintAxes(sketch, pane, look, slots), slots, partsOf(look)};
        paint(plot);
        paintMarks(plot);
        paintDataLabels(plot);
    }
}

void paintBarChart(const Sketch &sketch)
{
    if (sketch.table())
        return paintCartesianData(sketch, "bar");
    paintChart(sketch, model::chartLookOf(sketch.element), [](const Plot &plot) { paintBars(plot, 0, plot.parts); });
}

void paintLineChart(const Sketch &sketch)
{
    if (sketch.table())
        return paintCartesianData(sketch, "line");
    paintChart(sketch, model::chartLookOf(sketch.element), [](const Plot &plot) {
        for (int part = 0; part < plot.parts; ++part)
            paintLine(plot, part, plot.look.points);
    });
}

void paintAreaChart(const Sketch &sketch)
{
    if (sketch.table())
        return paintCartesianData(sketch, "area");
    paintChart(sketch, model::chartLookOf(sketch.element), [](const Plot &plot) { paintAreas(plot); });
}

void paintComboChart(const Sketch &sketch)
{
    if (sketch.table())
        return paintCartesianData(sketch, "combo");
    paintChart(sketch, model::chartLookOf(sketch.element), [](const Plot &plot) {
        const auto &series = plot.look.series;
        for (int part = 0; part < plot.parts; ++part) {
            const std::string mark =
                part < static_cast<int>(series.size()) ? series[static_cast<std::size_t>(part)].mark : std::string();
            if (mark == "bar" || (mark.empty() && part == 0))
                paintBars(plot, part, part + 1);
        }
        for (int part = 0; part < plot.parts; ++part) {
            const std::string mark =
                part < static_cast<int>(series.size()) ? series[static_cast<std::size_t>(part)].mark : std::string();
            if (mark != "bar" && !(mark.empty() && part == 0))
                paintLine(plot, part, mark == "scatter");
        }
    });
}

void paintScatter(const Sketch &sketch)
{
    if (sketch.table())
        return paintScatterData(sketch);
    paintChart(sketch, model::chartLookOf(sketch.element),
               [](const Plot &plot) { paintPoints(plot, !plot.look.sizeColumn.isEmpty()); });
}

void paintWaterfall(const Sketch &sketch)
{
    if (sketch.table())
        return paintWaterfallData(sketch);
    paintChart(sketch, model::chartLookOf(sketch.element), [](const Plot &plot) {
        const PageTheme &theme = plot.sketch.theme();
        double level = 0.42;
        double before = 0;
        for (int slot = 0; slot < plot.slots; ++slot) {
            const bool ends = slot == 0 || slot == plot.slots - 1;
            const double step = (plot.sketch.random(slot) - 0.4) * 0.32;
            const double from = ends ? 0 : level;
            const double to = slot == 0 ? level : ends ? level : qBound(0.08, level + step, 0.96);
            const QPointF high = pointAt(plot, slot, qMax(from, to));
            const QPointF low = pointAt(plot, slot, qMin(from, to));
            const double width = plot.rect.width() / double(plot.slots) * 0.62;
            setMark(plot.sketch, ends ? seriesColor(plot.sketch, plot.look, 0)
                                      : theme.soft(to >= from ? theme.ok : theme.danger, 0.7));
            plot.sketch.painter.drawRect(QRectF(high.x() - width / 2, high.y(), width, qMax(2.0, low.y() - high.y())));
            if (slot > 0) {
                const QPointF join = pointAt(plot, slot - 1, before);
                plot.sketch.hairline(QPoint(int(join.x() + width / 2), int(join.y())),
                                     QPoint(int(high.x() - width / 2), int(join.y())), theme.text3);
            }
            level = to;
            before = level;
        }
    });
}

void paintBoxPlot(const Sketch &sketch)
{
    if (sketch.table())
        return paintBoxData(sketch);
    paintChart(sketch, model::chartLookOf(sketch.element), [](const Plot &plot) {
        const PageTheme &theme = plot.sketch.theme();
        QPainter &painter = plot.sketch.painter;
        for (int slot = 0; slot < plot.slots; ++slot) {
            const double middle = plot.sketch.shape(slot);
            const double spread = 0.06 + plot.sketch.random(slot) * 0.1;
            const double width = plot.rect.width() / double(plot.slots) * 0.5;
            const QPointF top = pointAt(plot, slot, qMin(0.98, middle + spread));
            const QPointF bottom = pointAt(plot, slot, qMax(0.04, middle - spread));
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.setPen(QPen(theme.text2, 1.2));
            painter.drawLine(pointAt(plot, slot, qMin(1.0, middle + spread * 2)),
                             pointAt(plot, slot, qMax(0.02, middle - spread * 2)));
            painter.setBrush(mix(theme.card, seriesColor(plot.sketch, plot.look, 0), 0.75));
            const QRectF box(top.x() - width / 2, top.y(), width, bottom.y() - top.y());
            painter.drawRect(box);
            const QPointF line = pointAt(plot, slot, middle);
            painter.drawLine(QPointF(box.left(), line.y()), QPointF(box.right(), line.y()));
        }
    });
}

} // namespace

void addCartesianPainters(KindPainters &painters)
{
    painters.add("bar-chart", {Chrome::Card, paintBarChart});
    painters.add("line-chart", {Chrome::Card, paintLineChart});
    painters.add("area-chart", {Chrome::Card, paintAreaChart});
    painters.add("combo-chart", {Chrome::Card, paintComboChart});
    painters.add("scatter-chart", {Chrome::Card, paintScatter});
    painters.add("waterfall-chart", {Chrome::Card, paintWaterfall});
    painters.add("box-chart", {Chrome::Card, paintBoxPlot});
}

} // namespace tessera::designer
