// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainterPath>
#include <QUrl>

#include "designer/paint/dynamic_text.h"
#include "designer/paint/kind_painters.h"
#include "designer/paint/mark_list.h"
#include "designer/paint/picture_fill.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/workbook/look/content_look.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::MediaPainters)
};

// What keeps a picture from being seen, in words for its place.
QString reasonFor(const model::ImageLook &look, const QString &address, const Picture &picture)
{
    if (look.uploaded)
        return Texts::tr("The picture lies in Sigma and is shown there.");
    if (address.isEmpty())
        return Texts::tr("No address yet");
    if (address.startsWith(QLatin1String("data:")))
        return Texts::tr("The picture in the address is broken.");
    const QString scheme = QUrl(address).scheme();
    if (address.contains(QLatin1String("{{")))
        return Texts::tr("The address is computed from rows.");
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http"))
        return Texts::tr("Sigma shows only pictures with a web address (https://…).");
    switch (picture.state) {
    case Picture::State::Waiting:
        return Texts::tr("The picture is on its way…");
    case Picture::State::NotAllowed:
        return Texts::tr("Pictures from the web are not loaded. Allow it: View → Pictures from the web.");
    case Picture::State::Failed:
        return picture.why;
    case Picture::State::Unknown:
    case Picture::State::Ready:
        break;
    }
    return {};
}

// A hill and a sun: what stands for a picture nobody has.
void paintStandIn(const Sketch &sketch, const QPainterPath &frame)
{
    const PageTheme &theme = sketch.theme();
    const QRectF area = sketch.rect;
    QPainter &painter = sketch.painter;
    painter.fillPath(frame, theme.soft(theme.info, 0.1));
    painter.save();
    painter.setClipPath(frame, Qt::IntersectClip);
    const double h = area.height();
    QPainterPath hills(QPointF(area.left(), area.bottom()));
    for (const auto &[across, up] : {std::pair(0.0, 0.24), std::pair(0.28, 0.52), std::pair(0.5, 0.26),
                                     std::pair(0.68, 0.42), std::pair(1.0, 0.14)})
        hills.lineTo(area.left() + area.width() * across, area.bottom() - h * up);
    hills.lineTo(area.right(), area.bottom());
    hills.closeSubpath();
    painter.fillPath(hills, theme.soft(theme.info, 0.16));
    const double sun = qMin(area.width(), h) * 0.08;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft(theme.warn, 0.5));
    painter.drawEllipse(QPointF(area.left() + area.width() * 0.76, area.top() + h * 0.26), sun, sun);
    painter.restore();
}

// Name and reason at the foot. In Preview the words that ask for leave can be pressed.
void sayWhy(const Sketch &sketch, const QString &name, const QString &why, bool canAllow)
{
    const PageTheme &theme = sketch.theme();
    const QFont font = theme.font(size::caption);
    const QRect room = sketch.rect.adjusted(8, 4, -8, -6);
    const QFontMetrics metrics(font);
    const int line = metrics.height();
    // The reason stands there whole or not at all: pointing at the picture tells it as well.
    const int above = name.isEmpty() ? 0 : line + 2;
    QRect words =
        why.isEmpty() ? QRect() : metrics.boundingRect(QRect(0, 0, room.width(), 1000), Qt::TextWordWrap, why);
    if (words.height() + above > room.height() || words.width() > room.width())
        words = QRect();
    const QRect foot(room.left(), room.bottom() - words.height() + 1, room.width(), words.height());
    sketch.painter.setFont(font);
    sketch.painter.setPen(theme.text2);
    if (!words.isEmpty())
        sketch.painter.drawText(foot, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, why);
    if (room.height() - words.height() >= line && (!words.isEmpty() || metrics.horizontalAdvance(name) <= room.width()))
        sketch.text(QRect(room.left(), foot.top() - (words.isEmpty() ? line : above), room.width(), line), name,
                    theme.font(size::caption, !words.isEmpty()), theme.text);
    if (!why.isEmpty() && sketch.context.marks) {
        Mark mark;
        mark.kind = Mark::Kind::Press;
        mark.column = canAllow ? "allow" : "";
        mark.title = canAllow ? Texts::tr("Pictures from the web are not loaded. Press to allow it.") : why;
        sketch.context.marks->addBox(std::move(mark), QRectF(sketch.rect));
    }
}

void paintImage(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::ImageLook look = model::imageLookOf(sketch.element);
    const model::BoxLook box = model::boxOf(sketch.element);
    const QRectF area = sketch.rect;
    QPainterPath frame;
    const qreal radius = radiusFrom(theme, look.corner, qMin(area.width(), area.height()) / 2);
    frame.addRoundedRect(area, radius, radius);
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    const QString address = withValues(look.url, templateValues(sketch, look.urlPath)).trimmed();
    const Picture picture = pictureAt(address, sketch.context.pictures);
    if (picture.state == Picture::State::Ready) {
        paintPicture(sketch.painter, area, frame, picture.image,
                     {look.fit.empty() ? std::string("contain") : look.fit});
    } else {
        paintStandIn(sketch, frame);
        const QString name = look.alt.isEmpty() && !address.startsWith(QLatin1String("data:"))
                                 ? address.section(u'/', -1).section(u'?', 0, 0)
                                 : look.alt;
        sayWhy(sketch, name, reasonFor(look, address, picture), picture.state == Picture::State::NotAllowed);
    }
    if (box.borderWidth > 0 || !box.borderColor.empty())
        sketch.box(sketch.rect, radius, Qt::transparent, colorFrom(theme, box.borderColor, theme.border),
                   qBound(1, box.borderWidth, 4));
}

void paintDivider(const Sketch &sketch)
{
    const model::DividerLook look = model::dividerLookOf(sketch.element);
    const QRect &area = sketch.rect;
    QPen pen(colorFrom(sketch.theme(), look.color, sketch.theme().lineStrong), look.width, look.stroke, Qt::FlatCap);
    QPainter &painter = sketch.painter;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen);
    if (look.vertical) {
        const int x = look.align & Qt::AlignLeft    ? area.left() + 1
                      : look.align & Qt::AlignRight ? area.right() - 1
                                                    : area.center().x();
        painter.drawLine(x, area.top(), x, area.bottom());
    } else {
        const int y = look.align & Qt::AlignTop      ? area.top() + 1
                      : look.align & Qt::AlignBottom ? area.bottom() - 1
                                                     : area.center().y();
        painter.drawLine(area.left(), y, area.right(), y);
    }
}

void paintEmbed(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::ImageLook look = model::imageLookOf(sketch.element);
    const QRect bar(sketch.rect.left(), sketch.rect.top(), sketch.rect.width(), 26);
    sketch.box(bar, 13, theme.soft(theme.text3, 0.1), Qt::transparent, 0);
    sketch.text(bar.adjusted(14, 0, -14, 0), look.url.isEmpty() ? Texts::tr("No address yet") : look.url,
                theme.dataFont(12), look.url.isEmpty() ? theme.text3 : theme.text2);
    const QRect page = sketch.rect.adjusted(0, 34, 0, 0);
    if (page.height() < 30)
        return;
    sketch.box(page, 6, theme.soft(theme.text3, 0.05), theme.line);
    for (int i = 0; i < qMin(5, (page.height() - 30) / 16); ++i)
        sketch.bar(QRectF(page.left() + 16, page.top() + 16 + i * 16,
                          (page.width() - 32) * (0.45 + sketch.random(i) * 0.5), 6),
                   theme.faint());
}

QRectF buttonRect(const Sketch &sketch, const model::ButtonLook &look, const QFont &font)
{
    const int words = QFontMetrics(font).horizontalAdvance(look.text);
    const int height = qMin(34, sketch.rect.height());
    const int width = look.align == "stretch" ? sketch.rect.width() : qMin(sketch.rect.width(), qMax(64, words + 32));
    int x = sketch.rect.left();
    if (look.align == "center")
        x += (sketch.rect.width() - width) / 2;
    else if (look.align == "right")
        x += sketch.rect.width() - width;
    return QRectF(x, sketch.rect.top() + (sketch.rect.height() - height) / 2, width, height);
}

void paintButton(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    model::ButtonLook look = model::buttonLookOf(sketch.element);
    if (look.text.isEmpty())
        look.text = Texts::tr("Button");
    const QFont font = theme.font(size::base, true);
    const QRectF rect = buttonRect(sketch, look, font);
    const QColor fill = colorFrom(theme, look.fill, theme.accent);
    const bool filled = look.appearance == model::ButtonLook::Appearance::Filled;
    const bool outlined = look.appearance == model::ButtonLook::Appearance::Outline;
    sketch.box(rect, qMin(theme.radius, qreal(size::radius)), filled ? fill : QColor(Qt::transparent),
               outlined ? fill : QColor(Qt::transparent), outlined ? 1 : 0);
    const QColor ink = filled ? (look.fill.empty() ? theme.onAccent : readableOn(fill)) : fill;
    sketch.text(rect.toRect().adjusted(8, 0, -8, 0), look.text, font, colorFrom(theme, look.textColor, ink),
                Qt::AlignCenter);
}

void paintPageBreak(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const QString words = Texts::tr("Page break");
    const QFont font = theme.font(size::caption);
    const int width = QFontMetrics(font).horizontalAdvance(words) + 20;
    const QRect &area = sketch.rect;
    const int y = area.center().y();
    sketch.painter.setRenderHint(QPainter::Antialiasing, false);
    sketch.painter.setPen(QPen(theme.lineStrong, 1, Qt::DashLine));
    sketch.painter.drawLine(area.left(), y, area.center().x() - width / 2, y);
    sketch.painter.drawLine(area.center().x() + width / 2, y, area.right(), y);
    sketch.text(area, words, font, theme.text3, Qt::AlignCenter);
}

} // namespace

void addMediaPainters(KindPainters &painters)
{
    painters.add("image", {Chrome::Bare, paintImage});
    painters.add("divider", {Chrome::Bare, paintDivider});
    painters.add("embed", {Chrome::Card, paintEmbed});
    painters.add("button", {Chrome::Bare, paintButton});
    painters.add("page-break", {Chrome::Bare, paintPageBreak});
}

} // namespace tessera::designer
