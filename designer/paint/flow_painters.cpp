// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainterPath>

#include "designer/paint/chart/round_charts.h"
#include "designer/paint/chart_frame.h"
#include "designer/paint/kind_painters.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

void paintTreemap(const Sketch &sketch)
{
    if (sketch.table())
        return paintTreemapData(sketch);
    const model::ChartLook look = model::chartLookOf(sketch.element);
    QRect rest = sketch.rect.adjusted(0, 0, 0, look.steps.empty() ? 0 : -18);
    const double shares[] = {0.38, 0.46, 0.42, 0.5, 0.5, 1.0};
    bool across = rest.width() > rest.height();
    int index = 0;
    for (const double share : shares) {
        QRect tile = rest;
        if (share < 1) {
            if (across)
                tile.setWidth(int(rest.width() * share));
            else
                tile.setHeight(int(rest.height() * share));
        }
        if (tile.width() > 3 && tile.height() > 3) {
            sketch.box(tile.adjusted(1, 1, -1, -1), 3, mix(sketch.theme().card, sketch.theme().seriesAt(index), 0.78),
                       Qt::transparent, 0);
            if (tile.width() > 60 && tile.height() > 26)
                sketch.bar(QRectF(tile.left() + 9, tile.top() + 10,
                                  qMin(tile.width() - 20, 30 + int(sketch.random(index) * 40)), 6),
                           mix(sketch.theme().seriesAt(index), sketch.theme().card, 0.6));
        }
        if (across)
            rest.setLeft(tile.right() + 1);
        else
            rest.setTop(tile.bottom() + 1);
        across = !across;
        ++index;
    }
    if (!look.steps.empty())
        sketch.text(QRect(sketch.rect.left(), sketch.rect.bottom() - 14, sketch.rect.width(), 15),
                    look.steps.front().name, sketch.theme().font(size::caption), sketch.theme().text2, Qt::AlignCenter);
}

struct Band
{
    double from, to;
};

QList<Band> bandsOf(const Sketch &sketch, int stage, int count, const QRect &area)
{
    QList<Band> bands;
    double total = 0;
    QList<double> sizes;
    for (int i = 0; i < count; ++i) {
        sizes << 0.5 + sketch.random(stage * 11 + i);
        total += sizes.last();
    }
    const double gap = area.height() * 0.05;
    const double room = area.height() - gap * (count - 1);
    double y = area.top();
    for (const double size : std::as_const(sizes)) {
        bands << Band{y, y + room * size / total};
        y = bands.last().to + gap;
    }
    return bands;
}

void paintRibbon(const Sketch &sketch, QPointF a, QPointF b, QPointF c, QPointF d, QColor color)
{
    color.setAlpha(88);
    const double middle = (a.x() + c.x()) / 2;
    QPainterPath path(a);
    path.cubicTo({middle, a.y()}, {middle, c.y()}, c);
    path.lineTo(d);
    path.cubicTo({middle, d.y()}, {middle, b.y()}, b);
    path.closeSubpath();
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    sketch.painter.setPen(Qt::NoPen);
    sketch.painter.setBrush(color);
    sketch.painter.drawPath(path);
}

void paintSankey(const Sketch &sketch)
{
    if (sketch.table())
        return paintSankeyData(sketch);
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const int stages = qBound(2, static_cast<int>(look.steps.size()), 6);
    const QRect area = sketch.rect.adjusted(0, 20, 0, 0);
    if (area.height() < 20 || area.width() < 60)
        return;
    const double node = 10;
    const double step = (area.width() - node) / double(stages - 1);
    QList<QList<Band>> all;
    for (int stage = 0; stage < stages; ++stage)
        all << bandsOf(sketch, stage, stage % 2 ? 4 : 3, area);
    for (int stage = 0; stage + 1 < stages; ++stage) {
        const auto &left = all.at(stage);
        const auto &right = all.at(stage + 1);
        for (int i = 0; i < left.size(); ++i) {
            for (int j = 0; j < right.size(); ++j) {
                const double li = (left[i].to - left[i].from) / right.size();
                const double rj = (right[j].to - right[j].from) / left.size();
                const double x0 = area.left() + stage * step + node, x1 = area.left() + (stage + 1) * step;
                paintRibbon(sketch, {x0, left[i].from + j * li}, {x0, left[i].from + (j + 1) * li},
                            {x1, right[j].from + i * rj}, {x1, right[j].from + (i + 1) * rj},
                            sketch.theme().seriesAt(i));
            }
        }
    }
    for (int stage = 0; stage < stages; ++stage) {
        for (int i = 0; i < all.at(stage).size(); ++i)
            sketch.box(
                QRectF(area.left() + stage * step, all[stage][i].from, node, all[stage][i].to - all[stage][i].from), 2,
                mix(sketch.theme().card, sketch.theme().seriesAt(i), 0.85), Qt::transparent, 0);
        if (stage < static_cast<int>(look.steps.size())) {
            const Qt::Alignment align = stage == 0            ? Qt::AlignLeft
                                        : stage == stages - 1 ? Qt::AlignRight
                                                              : Qt::AlignHCenter;
            const int center = int(area.left() + stage * step + node / 2);
            const int half = int(step / 2);
            const QRect label = stage == 0            ? QRect(area.left(), sketch.rect.top(), half, 16)
                                : stage == stages - 1 ? QRect(area.right() - half, sketch.rect.top(), half, 16)
                                                      : QRect(center - half, sketch.rect.top(), 2 * half, 16);
            sketch.text(label, look.steps[static_cast<std::size_t>(stage)].name,
                        sketch.theme().font(size::caption, true), sketch.theme().text2, align | Qt::AlignVCenter);
        }
    }
}

void paintFunnel(const Sketch &sketch)
{
    if (sketch.table())
        return paintFunnelData(sketch);
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const PageTheme &theme = sketch.theme();
    const bool labelled = sketch.rect.width() > 160;
    const QRect area = sketch.rect.adjusted(labelled ? 84 : 0, 2, labelled ? -50 : 0, look.steps.empty() ? 0 : -18);
    constexpr int stages = 5;
    const double height = area.height() / double(stages);
    QPainter &painter = sketch.painter;
    for (int i = 0; i < stages; ++i) {
        const double top = area.width() * (1.0 - i * 0.17);
        const double bottom = area.width() * (1.0 - (i + 1) * 0.17);
        const double y = area.top() + i * height;
        const double middle = area.center().x() + 0.5;
        QPainterPath path(QPointF(middle - top / 2, y));
        path.lineTo(middle + top / 2, y);
        path.lineTo(middle + bottom / 2, y + height - 3);
        path.lineTo(middle - bottom / 2, y + height - 3);
        path.closeSubpath();
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(theme.card, theme.seriesAt(0), 0.88 - i * 0.13));
        painter.drawPath(path);
        if (labelled) {
            sketch.word(QRect(sketch.rect.left(), int(y), 74, int(height) - 3), i, Qt::AlignRight);
            if (!look.series.empty())
                sketch.text(QRect(area.right() + 8, int(y), 42, int(height) - 3),
                            model::dashPattern(look.series.front().column), theme.dataFont(11), theme.text2);
        }
    }
    if (!look.steps.empty())
        sketch.text(QRect(sketch.rect.left(), sketch.rect.bottom() - 14, sketch.rect.width(), 15),
                    look.steps.front().name, theme.font(size::caption), theme.text2, Qt::AlignCenter);
}

} // namespace

void addFlowPainters(KindPainters &painters)
{
    painters.add("treemap-chart", {Chrome::Card, paintTreemap});
    painters.add("sankey-chart", {Chrome::Card, paintSankey});
    painters.add("funnel-chart", {Chrome::Card, paintFunnel});
}

} // namespace tessera::designer
