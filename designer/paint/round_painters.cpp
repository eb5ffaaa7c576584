// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QPainterPath>

#include "designer/paint/chart/round_charts.h"
#include "designer/paint/chart_frame.h"
#include "designer/paint/kind_painters.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr int parts = 5;

QRectF squareIn(const QRect &area)
{
    const double side = qMin(area.width(), area.height()) - 8;
    return {area.center().x() + 0.5 - side / 2, area.center().y() + 0.5 - side / 2, side, side};
}

// Shares that fall from the largest, as a sorted pie shows them.
QList<double> shares()
{
    return {0.36, 0.25, 0.18, 0.13, 0.08};
}

void paintSlices(const Sketch &sketch, const model::ChartLook &look, const QRectF &circle, double inner)
{
    QPainter &painter = sketch.painter;
    double from = 90;
    int index = 0;
    for (const double share : shares()) {
        const double sweep = -share * 360;
        QPainterPath slice;
        slice.arcMoveTo(circle, from);
        slice.arcTo(circle, from, sweep);
        if (inner > 0) {
            const double r = circle.width() / 2 * inner;
            const QRectF hole(circle.center().x() - r, circle.center().y() - r, 2 * r, 2 * r);
            slice.arcTo(hole, from + sweep, -sweep);
        } else {
            slice.lineTo(circle.center());
        }
        slice.closeSubpath();
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(sketch.theme().card, 1.5));
        painter.setBrush(mix(sketch.theme().card, sketch.theme().seriesAt(index), 0.82));
        painter.drawPath(slice);
        if (look.dataLabels && circle.width() > 90) {
            const double angle = (from + sweep / 2) * 3.14159265 / 180;
            const double r = circle.width() / 2 * (inner > 0 ? (1 + inner) / 2 : 0.66);
            const QPoint at(int(circle.center().x() + std::cos(angle) * r),
                            int(circle.center().y() - std::sin(angle) * r));
            const QString label = look.labelDisplay.find("percent") != std::string::npos
                                      ? QStringLiteral("–%")
                                      : model::dashPattern(look.value);
            sketch.text(QRect(at - QPoint(20, 8), QSize(40, 16)), label, sketch.theme().dataFont(11, true),
                        readableOn(sketch.theme().seriesAt(index)), Qt::AlignCenter);
        }
        from += sweep;
        ++index;
    }
}

void paintPieLike(const Sketch &sketch, bool donut)
{
    model::ChartLook look = model::chartLookOf(sketch.element);
    QList<LegendEntry> entries;
    for (int i = 0; i < parts; ++i)
        entries << LegendEntry{{}, mix(sketch.theme().card, sketch.theme().seriesAt(i), 0.82)};
    const QRect area = paintLegend(sketch, sketch.rect, look, look.colorColumn, entries);
    for (const QRect &pane : trellisPanes(sketch, area, look)) {
        const QRectF circle = squareIn(pane);
        if (circle.width() < 12)
            continue;
        paintSlices(sketch, look, circle, donut ? look.innerRadius : 0);
        if (!donut || circle.width() < 70)
            continue;
        const QRect middle =
            QRectF(circle.center().x() - circle.width() * 0.26, circle.center().y() - 20, circle.width() * 0.52, 40)
                .toRect();
        if (!look.hole.id.empty()) {
            sketch.text(middle.adjusted(0, 0, 0, -16), model::dashPattern(look.hole), sketch.theme().dataFont(18, true),
                        sketch.theme().text, Qt::AlignCenter);
            sketch.text(middle.adjusted(0, 24, 0, 0), look.hole.name, sketch.theme().font(size::caption),
                        sketch.theme().text2, Qt::AlignCenter);
        }
    }
}

void paintPie(const Sketch &sketch)
{
    if (sketch.table())
        return paintPieData(sketch, false);
    paintPieLike(sketch, false);
}

void paintDonut(const Sketch &sketch)
{
    if (sketch.table())
        return paintPieData(sketch, true);
    paintPieLike(sketch, true);
}

void paintGauge(const Sketch &sketch)
{
    if (sketch.table())
        return paintGaugeData(sketch);
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const PageTheme &theme = sketch.theme();
    const QRect area = sketch.rect;
    const double width = qMin<double>(area.width() - 8, (area.height() - 10) * 1.7);
    if (width < 24)
        return;
    const double thick = width * 0.11;
    const QRectF arc(area.center().x() + 0.5 - width / 2 + thick / 2, area.bottom() - width * 0.56 + thick / 2,
                     width - thick, width - thick);
    QPainter &painter = sketch.painter;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.faint(), thick, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(arc, 0, 180 * 16);
    painter.setPen(QPen(mix(theme.card, theme.seriesAt(0), 0.82), thick, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(arc, 180 * 16, -112 * 16);
    const QRect middle(area.left(), int(arc.center().y()) - 34, area.width(), 30);
    sketch.text(middle, model::dashPattern(look.value), theme.dataFont(width > 150 ? 24 : 15, true), theme.text,
                Qt::AlignCenter);
    if (width > 150)
        sketch.text(middle.translated(0, 24), look.value.name, theme.font(size::caption), theme.text2, Qt::AlignCenter);
}

} // namespace

void addRoundPainters(KindPainters &painters)
{
    painters.add("pie-chart", {Chrome::Card, paintPie});
    painters.add("donut-chart", {Chrome::Card, paintDonut});
    painters.add("gauge-chart", {Chrome::Card, paintGauge});
}

} // namespace tessera::designer
