// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/container_painters.h"
#include "designer/paint/kind_painters.h"
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
    QColor fill = colorFrom(theme, box.background, Qt::transparent);
    if (!image.url.empty() && fill.alpha() == 0)
        fill = theme.soft(theme.info, 0.12);
    const bool bordered = box.borderWidth > 0 || (!box.borderColor.empty() && box.borderWidth != 0);
    sketch.box(sketch.rect, radiusFrom(theme, box.corner, 16), fill, colorFrom(theme, box.borderColor, theme.border),
               bordered ? qBound(1, box.borderWidth, 4) : 0);
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
        sketch.text(tabs.at(i).adjusted(12, 0, -12, 0), look.names.at(i), theme.font(size::base, front), front ? theme.accent : theme.text2,
                    Qt::AlignCenter);
        if (front)
            sketch.box(QRectF(tabs.at(i).left() + 8, strip.bottom() - 4, tabs.at(i).width() - 16, 2), 1, theme.accent, Qt::transparent, 0);
    }
}

// Says what it repeats for, and hints at the further cards behind the first.
void paintRepeated(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::RepeatLook look = model::repeatLookOf(sketch.context.workbook, sketch.element);
    const QRect &area = sketch.rect;
    const QRect first = area.adjusted(0, repeatedInsets().top - 4, -repeatedInsets().right + 4, -repeatedInsets().bottom + 4);
    for (int i = 2; i >= 1; --i)
        sketch.box(first.translated(look.list ? 0 : i * 5, i * 5), theme.radius, mix(theme.page, theme.card, 0.6), theme.line);
    sketch.box(first, theme.radius, theme.card, theme.line);
    const QString words = look.source.isEmpty() ? Texts::tr("Repeats for each row") : Texts::tr("Repeats for each row of %1").arg(look.source);
    sketch.icon(QRect(area.left(), area.top(), 14, 18), QStringLiteral("copy"), theme.text3);
    sketch.text(QRect(area.left() + 19, area.top(), area.width() - 19, 18), words, theme.font(size::caption), theme.text3);
}

} // namespace

model::Insets repeatedInsets()
{
    return {8, 26, 18, 18};
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
    painters.add("repeated-container", {Chrome::Bare, paintRepeated});
}

} // namespace tessera::designer
