// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QTextDocument>

#include "designer/paint/kind_painters.h"
#include "designer/paint/rich_text.h"
#include "designer/style/tokens.h"
#include "model/workbook/look/content_look.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::TextPainters)
};

void paintText(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::TextLook look = model::textLookOf(sketch.element);
    const QRect area = sketch.rect.adjusted(4, 0, -4, 0);
    if (look.body.trimmed().isEmpty()) {
        sketch.text(area, Texts::tr("Empty text"), theme.font(size::base), theme.text3);
        return;
    }
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(theme.font(14));
    document.setTextWidth(area.width());
    document.setHtml(textBodyToHtml(look.body, theme, templateValues(sketch, "/body")));
    const int height = int(document.size().height());
    int y = area.top();
    // Text that is too tall starts at the top: its beginning matters most.
    if (height < area.height() && (look.vertical & Qt::AlignVCenter))
        y += (area.height() - height) / 2;
    else if (height < area.height() && (look.vertical & Qt::AlignBottom))
        y += area.height() - height;
    sketch.painter.save();
    sketch.painter.setClipRect(sketch.rect, Qt::IntersectClip);
    sketch.painter.translate(area.left(), y);
    // Sigma lets a row grow with its text; a little too much text is drawn a little smaller instead of being cut off.
    const double fit = height > 0 ? area.height() / double(height) : 1;
    if (fit < 1 && fit >= 0.72)
        sketch.painter.scale(fit, fit);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, theme.text);
    document.documentLayout()->draw(&sketch.painter, context);
    sketch.painter.restore();
}

} // namespace

void addTextPainters(KindPainters &painters)
{
    painters.add("text", {Chrome::Bare, paintText});
}

} // namespace tessera::designer
