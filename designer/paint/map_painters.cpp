// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainterPath>

#include "designer/paint/chart/round_charts.h"
#include "designer/paint/chart_frame.h"
#include "designer/paint/kind_painters.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr int gridX = 6, gridY = 4; // regions of the made-up land

// Corners of a bent grid: an imaginary country, so that nobody takes the picture for real places.
QPointF corner(const QRectF &land, int x, int y)
{
    const double bend = ((x * 37 + y * 53) % 11 - 5) / 5.0 * 0.028;
    const double lift = ((x * 29 + y * 71) % 13 - 6) / 6.0 * 0.035;
    double u = double(x) / gridX + bend;
    double v = double(y) / gridY + lift;
    if (y == 0)
        v += 0.05 * (x % 3);
    if (y == gridY)
        v -= 0.07 * ((x + 1) % 3);
    if (x == gridX)
        u -= 0.05 * (y % 2);
    return {land.left() + u * land.width(), land.top() + v * land.height()};
}

QRectF landIn(const QRect &area)
{
    const double width = qMin<double>(area.width(), area.height() * 1.7);
    const double height = width / 1.7;
    return QRectF(area.center().x() + 0.5 - width / 2, area.center().y() + 0.5 - height / 2, width, height)
        .adjusted(8, 8, -8, -8);
}

QPainterPath region(const QRectF &land, int x, int y)
{
    QPainterPath path(corner(land, x, y));
    path.lineTo(corner(land, x + 1, y));
    path.lineTo(corner(land, x + 1, y + 1));
    path.lineTo(corner(land, x, y + 1));
    path.closeSubpath();
    return path;
}

void paintLand(const Sketch &sketch, const QRectF &land, bool coloured, const model::ChartLook &look)
{
    QPainter &painter = sketch.painter;
    const PageTheme &theme = sketch.theme();
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (int y = 0; y < gridY; ++y) {
        for (int x = 0; x < gridX; ++x) {
            const double share = 0.14 + sketch.random(y * gridX + x) * 0.62;
            QColor fill = theme.soft(theme.text3, 0.16);
            if (coloured)
                fill = look.colorScale || look.colorColumn.isEmpty()
                           ? mix(theme.card, seriesColor(sketch, look, 0), share)
                           : mix(theme.card, theme.seriesAt((x + y * 2) % 4), 0.6);
            painter.setPen(QPen(theme.card, 1.5));
            painter.setBrush(fill);
            painter.drawPath(region(land, x, y));
        }
    }
}

QRect paintCaption(const Sketch &sketch, const model::ChartLook &look)
{
    QStringList words;
    for (const model::ColumnLook &step : look.steps)
        words << step.name;
    if (!look.colorColumn.isEmpty())
        words << look.colorColumn;
    if (words.isEmpty() || sketch.rect.height() < 70)
        return sketch.rect;
    sketch.text(QRect(sketch.rect.left(), sketch.rect.bottom() - 14, sketch.rect.width(), 15),
                words.join(QStringLiteral("  ·  ")), sketch.theme().font(size::caption), sketch.theme().text2,
                Qt::AlignCenter);
    return sketch.rect.adjusted(0, 0, 0, -18);
}

void paintRegionMap(const Sketch &sketch)
{
    if (sketch.table())
        return paintMapData(sketch);
    const model::ChartLook look = model::chartLookOf(sketch.element);
    paintLand(sketch, landIn(paintCaption(sketch, look)), true, look);
}

void paintPointMap(const Sketch &sketch)
{
    if (sketch.table())
        return paintMapData(sketch);
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const QRectF land = landIn(paintCaption(sketch, look));
    paintLand(sketch, land, false, look);
    for (int i = 0; i < 18; ++i) {
        const QPointF at(land.left() + (0.08 + sketch.random(i * 2) * 0.84) * land.width(),
                         land.top() + (0.14 + sketch.random(i * 2 + 1) * 0.7) * land.height());
        QColor color = seriesColor(sketch, look, look.colorColumn.isEmpty() ? 0 : i % 3);
        color.setAlpha(190);
        sketch.painter.setPen(QPen(sketch.theme().card, 1));
        sketch.painter.setBrush(color);
        const double radius = look.sizeColumn.isEmpty() ? 4.5 : 3 + sketch.random(i + 90) * 9;
        sketch.painter.drawEllipse(at, radius, radius);
    }
}

} // namespace

void addMapPainters(KindPainters &painters)
{
    painters.add("region-map", {Chrome::Card, paintRegionMap});
    painters.add("geography-map", {Chrome::Card, paintRegionMap});
    painters.add("point-map", {Chrome::Card, paintPointMap});
}

} // namespace tessera::designer
