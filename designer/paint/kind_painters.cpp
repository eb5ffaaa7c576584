// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/kind_painters.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/data_card.h"
#include "designer/paint/dynamic_text.h"
#include "designer/paint/kind_names.h"
#include "designer/style/tokens.h"
#include "model/base/text.h"
#include "model/workbook/views/element_view.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::KindPainters)
};

void paintUnknown(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const QRect middle(sketch.rect.left(), sketch.rect.center().y() - 18, sketch.rect.width(), 18);
    sketch.text(middle, kindLabel(sketch.context.catalogue, sketch.element), theme.font(size::base, true), theme.text2,
                Qt::AlignCenter);
    sketch.text(middle.translated(0, 19), Texts::tr("Kept as it is; there is no picture for this kind."),
                theme.font(size::caption), theme.text3, Qt::AlignCenter);
}

// The title row; returns what is left below.
QRect paintTitle(const Sketch &sketch, const QRect &inside)
{
    const PageTheme &theme = sketch.theme();
    model::TitleLook title = model::titleOf(sketch.element);
    if (title.hidden)
        return inside;
    if (title.text.contains(u"{{"))
        title.text = withValues(title.text, templateValues(sketch, model::titlePointer(sketch.element)));
    const int pixels = title.fontSize > 0 ? qBound(8, title.fontSize, 48) : theme.titleSize;
    const QFont font = theme.font(pixels, title.bold.value_or(theme.titleBold));
    const int height = qMax(18, QFontMetrics(font).height());
    if (inside.height() < height)
        return inside;
    const QRect row(inside.left(), inside.top(), inside.width(), height);
    QRect words = row;
    const QString icon = kindIcon(sketch.context.catalogue, sketch.element);
    if (!icon.isEmpty() && row.width() > 90) {
        sketch.icon(QRect(row.left(), row.top() + (height - 14) / 2, 14, 14), icon, theme.text3);
        words.setLeft(row.left() + 20);
    }
    const bool named = !title.text.isEmpty();
    sketch.text(words, named ? title.text : kindLabel(sketch.context.catalogue, sketch.element), font,
                named ? colorFrom(theme, title.color, theme.title) : theme.text3);
    QRect rest = inside.adjusted(0, height + 6, 0, 0);
    if (!title.description.isEmpty() && rest.height() > 60) {
        sketch.text(QRect(rest.left(), rest.top() - 3, rest.width(), 14), title.description, theme.font(size::caption),
                    theme.text2);
        rest.setTop(rest.top() + 16);
    }
    return rest;
}

// What the content of an element lies on, where that is not the theme's own card or page.
QColor fillBelow(const SketchContext &context, const model::BoxLook &box, Chrome chrome)
{
    const QColor own = colorFrom(context.theme, box.background, {});
    if (own.isValid() && own.alpha() > 0)
        return own;
    return chrome != Chrome::Bare && context.theme.cards ? QColor() : context.ground;
}

// The same context in other colours.
SketchContext contextWith(const SketchContext &context, const PageTheme &theme)
{
    return {context.workbook, context.catalogue, theme,          context.activeTab, context.rows,    context.view,
            context.marks,    context.block,     context.ground, context.cardRow,   context.pictures};
}

void paintBox(const Sketch &sketch, const QRect &card)
{
    const PageTheme &theme = sketch.theme();
    const model::BoxLook box = model::boxOf(sketch.element);
    const QColor fill = colorFrom(theme, box.background, theme.cards ? theme.card : QColor(Qt::transparent));
    const bool bordered = box.borderWidth > 0 || !box.borderColor.empty();
    const int width = box.borderWidth >= 0 ? qMin(box.borderWidth, 6)
                      : bordered           ? 1
                      : theme.cards        ? theme.borderWidth
                                           : 0;
    const QColor line = colorFrom(theme, box.borderColor, theme.border);
    sketch.box(card, radiusFrom(theme, box.corner, 16), fill, line, width);
}

} // namespace

KindPainters::KindPainters() : m_unknown{Chrome::Card, paintUnknown}
{
    addCartesianPainters(*this);
    addRoundPainters(*this);
    addFlowPainters(*this);
    addMapPainters(*this);
    addKpiPainters(*this);
    addTablePainters(*this);
    addTextPainters(*this);
    addMediaPainters(*this);
    addFormPainters(*this);
    addControlPainters(*this);
    addContainerPainters(*this);
    addServicePainters(*this);
}

const KindPainters &KindPainters::instance()
{
    static const KindPainters painters;
    return painters;
}

const KindPainter &KindPainters::painterFor(const std::string &kind) const
{
    const auto it = m_painters.constFind(kind);
    return it == m_painters.cend() ? m_unknown : *it;
}

void paintElement(QPainter &painter, const QRect &card, const model::Object &element, const SketchContext &context)
{
    if (card.width() < 2 || card.height() < 2)
        return;
    const KindPainter &kind = KindPainters::instance().painterFor(element.kind());
    painter.save();
    painter.setClipRect(card, Qt::IntersectClip);
    const model::query::ElementRowsPtr rows = context.rows ? context.rows->rowsOf(element.key()) : nullptr;
    const model::BoxLook box = model::boxOf(element);
    if (kind.chrome != Chrome::Bare)
        paintBox({painter, element, context, card, rows}, card);
    const PageTheme theme = themeOn(context.theme, fillBelow(context, box, kind.chrome));
    const SketchContext inside = contextWith(context, theme);
    Sketch sketch{painter, element, inside, card, rows};
    if (kind.chrome != Chrome::Bare) {
        const int inset = box.padded ? space::m : space::xs;
        const int above = qMin(inset, card.height() / 11); // a low card keeps its room for what it says
        sketch.rect = card.adjusted(inset, above, -inset, -above);
    }
    if (kind.chrome == Chrome::Card)
        sketch.rect = paintTitle(sketch, sketch.rect);
    if (sketch.rect.width() > 4 && sketch.rect.height() > 4 &&
        (kind.chrome == Chrome::Bare || !paintInPlaceOfData(sketch)))
        kind.paint(sketch);
    if (kind.chrome != Chrome::Bare)
        paintDataState(sketch, card);
    painter.restore();
}

void paintMissing(QPainter &painter, const QRect &card, const std::string &elementId, const SketchContext &context)
{
    const PageTheme &theme = context.theme;
    static const model::Object nothing(std::string(), model::Json::object());
    painter.save();
    painter.setClipRect(card, Qt::IntersectClip);
    const Sketch sketch{painter, nothing, context, card, nullptr};
    QPen pen(theme.danger, 1, Qt::DashLine);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(pen);
    painter.setBrush(theme.soft(theme.danger, 0.06));
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius, theme.radius);
    sketch.text(card.adjusted(8, 0, -8, 0),
                Texts::tr("“%1” is placed here but does not exist").arg(model::toQString(elementId)),
                theme.font(size::base), theme.danger, Qt::AlignCenter);
    painter.restore();
}

} // namespace tessera::designer
