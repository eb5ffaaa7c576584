// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/container_painters.h"
#include "designer/paint/kind_painters.h"
#include "designer/paint/picture_fill.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/layout/block_geometry.h"
#include "model/workbook/look/content_look.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ContainerPainters)
};

void paintOwnBox(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    if (!model::hasOwnBox(sketch.element))
        return;
    const model::BoxLook box = model::boxOf(sketch.element);
    const model::ImageFill image = model::backgroundImageOf(sketch.element);
    const qreal radius = radiusFrom(theme, box.corner, 16);
    const bool bordered = box.borderWidth > 0 || (!box.borderColor.empty() && box.borderWidth != 0);
    const int width = bordered ? qBound(1, box.borderWidth, 4) : 0;
    const QColor line = colorFrom(theme, box.borderColor, theme.border);
    const QColor fill = colorFrom(theme, box.background, Qt::transparent);
    sketch.box(sketch.rect, radius, fill, image.url.empty() ? line : QColor(Qt::transparent),
               image.url.empty() ? width : 0);
    if (image.url.empty())
        return;
    QPainterPath shape;
    shape.addRoundedRect(QRectF(sketch.rect), radius, radius);
    paintBackground(sketch.painter, shape, image, sketch.context);
    sketch.box(sketch.rect, radius, Qt::transparent, line, width);
}

void paintTabbed(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    paintOwnBox(sketch);
    const model::TabsLook look = model::tabsLookOf(sketch.element);
    const QRect strip(sketch.rect.left(), sketch.rect.top(), sketch.rect.width(), model::metrics::tabStrip);
    const QList<QRect> tabs = tabRects(sketch.element, strip, theme);
    sketch.hairline({strip.left(), strip.bottom() - 3}, {strip.right(), strip.bottom() - 3}, theme.line);
    for (int i = 0; i < tabs.size(); ++i) {
        const bool front = i == sketch.context.activeTab;
        sketch.text(tabs.at(i).adjusted(12, 0, -12, 0), look.names.at(i), theme.font(size::base, front),
                    front ? theme.accent : theme.text2, Qt::AlignCenter);
        if (front)
            sketch.box(QRectF(tabs.at(i).left() + 8, strip.bottom() - 4, tabs.at(i).width() - 16, 2), 1, theme.accent,
                       Qt::transparent, 0);
    }
}

constexpr int cardPadding = 6; // px between a card's edge and its grid

int columnsIn(const model::RepeatLook &look, int room)
{
    return look.list ? 1 : std::max(1, (room + look.gap) / (look.cardWidth + look.gap));
}

} // namespace

QPoint CardFlow::offset(int place) const
{
    if (across)
        return {place * (first.width() + gap), 0};
    return {(place % columns) * (first.width() + gap), (place / columns) * (first.height() + gap)};
}

int cardWidth(const model::RepeatLook &look, int room)
{
    if (look.list)
        return room;
    if (look.across)
        return std::min(room, look.cardWidth);
    const int columns = columnsIn(look, room);
    // Cards are wider than their grids, so that much less is left for each.
    return (room - (columns - 1) * (look.gap + 2 * cardPadding)) / columns;
}

CardFlow cardFlow(const model::RepeatLook &look, const model::NodeBox &box, const model::GridBox &grid)
{
    const model::Insets insets = repeatedInsets();
    const int room = box.cell.width() - insets.left - insets.right;
    const int height = std::max(36, grid.rowEdge(grid.rows()) - grid.area().top());
    CardFlow flow;
    flow.first = QRect(grid.area().left(), grid.area().top(), grid.area().width(), height)
                     .adjusted(-cardPadding, -cardPadding, cardPadding, cardPadding);
    flow.columns = columnsIn(look, room);
    flow.gap = look.gap;
    flow.across = look.across && !look.list;
    return flow;
}

model::Insets repeatedInsets()
{
    return {12, 12, 12, 12};
}

model::Insets containerInsets(const model::Workbook &workbook, const model::LayoutNode &node)
{
    const model::Object *element = workbook.elementOf(node);
    if (!element)
        return {};
    if (element->kind() == "repeated-container")
        return repeatedInsets();
    if (!model::hasOwnBox(*element))
        return {};
    const int padding = model::boxOf(*element).padded ? 10 : 4;
    return {padding, padding, padding, padding};
}

QList<QRect> tabRects(const model::Object &element, const QRect &strip, const PageTheme &theme)
{
    const model::TabsLook look = model::tabsLookOf(element);
    const QFontMetrics metrics(theme.font(size::base, true));
    QList<int> widths;
    int total = 0;
    for (const QString &name : look.names) {
        widths << qBound(40, metrics.horizontalAdvance(name) + 26, 240);
        total += widths.last();
    }
    // More tabs than fit share the room.
    const double squeeze = total > strip.width() && total > 0 ? strip.width() / double(total) : 1.0;
    double x = strip.left();
    const double spare = qMax(0.0, strip.width() - total * squeeze);
    x += look.align & Qt::AlignRight ? spare : look.align & Qt::AlignHCenter ? spare / 2 : 0;
    QList<QRect> rects;
    for (const int width : std::as_const(widths)) {
        rects << QRect(int(x), strip.top(), int(width * squeeze), strip.height() - 4);
        x += width * squeeze;
    }
    return rects;
}

void addContainerPainters(KindPainters &painters)
{
    painters.add("container", {Chrome::Bare, paintOwnBox});
    painters.add("single-row-container", {Chrome::Bare, paintOwnBox});
    painters.add("tabbed-container", {Chrome::Bare, paintTabbed});
    painters.add("repeated-container",
                 {Chrome::Bare, paintOwnBox}); // its cards are painted by whoever knows the layout
}

} // namespace tessera::designer
