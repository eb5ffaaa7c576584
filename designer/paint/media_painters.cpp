// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QBuffer>
#include <QCache>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QImageReader>
#include <QMutex>
#include <QPainterPath>

#include "designer/paint/kind_painters.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/workbook/look/content_look.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::MediaPainters)
};

// Pictures a workbook carries in itself ("data:image/png;base64,…"); others would have to be fetched. Null: none, or broken.
QImage carriedImage(const QString &url)
{
    constexpr int mostBytes = 24 << 20, mostSide = 8000;
    static QCache<QString, QImage> known(64 << 20); // by bytes of pixels
    static QMutex mutex;
    if (!url.startsWith(QLatin1String("data:image/")) || url.size() > mostBytes)
        return {};
    const QMutexLocker lock(&mutex);
    if (const QImage *image = known.object(url))
        return *image;
    const qsizetype comma = url.indexOf(u',');
    const QByteArray body = comma < 0 ? QByteArray() : url.mid(comma + 1).toLatin1();
    const QByteArray bytes = url.left(comma).endsWith(QLatin1String(";base64")) ? QByteArray::fromBase64(body) : QByteArray::fromPercentEncoding(body);
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (reader.size().width() > mostSide || reader.size().height() > mostSide)
        return {};
    auto *image = new QImage(reader.read());
    const QImage copy = *image;
    known.insert(url, image, std::max<qsizetype>(1024, copy.sizeInBytes()));
    return copy;
}

// A hill and a sun: what stands for a picture that is never fetched.
void paintImage(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::ImageLook look = model::imageLookOf(sketch.element);
    const QRectF area = sketch.rect;
    QPainter &painter = sketch.painter;
    QPainterPath frame;
    const qreal radius = radiusFrom(theme, look.corner, qMin(area.width(), area.height()) / 2);
    frame.addRoundedRect(area, radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (const QImage image = carriedImage(look.url); !image.isNull()) {
        const QSizeF size = QSizeF(image.size()).scaled(area.size(), Qt::KeepAspectRatio);
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
        painter.setClipPath(frame, Qt::IntersectClip);
        painter.drawImage(QRectF(area.center() - QPointF(size.width(), size.height()) / 2 + QPointF(0.5, 0.5), size), image);
        painter.restore();
        return;
    }
    painter.fillPath(frame, theme.soft(theme.info, 0.1));
    painter.save();
    painter.setClipPath(frame, Qt::IntersectClip);
    const double h = area.height();
    QPainterPath hills(QPointF(area.left(), area.bottom()));
    hills.lineTo(area.left(), area.bottom() - h * 0.24);
    hills.lineTo(area.left() + area.width() * 0.28, area.bottom() - h * 0.52);
    hills.lineTo(area.left() + area.width() * 0.5, area.bottom() - h * 0.26);
    hills.lineTo(area.left() + area.width() * 0.68, area.bottom() - h * 0.42);
    hills.lineTo(area.right(), area.bottom() - h * 0.14);
    hills.lineTo(area.right(), area.bottom());
    hills.closeSubpath();
    painter.fillPath(hills, theme.soft(theme.info, 0.24));
    const double sun = qMin(area.width(), h) * 0.08;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft(theme.warn, 0.5));
    painter.drawEllipse(QPointF(area.left() + area.width() * 0.76, area.top() + h * 0.26), sun, sun);
    painter.restore();
    const QString words = look.alt.isEmpty() ? look.url.section(u'/', -1).section(u'?', 0, 0) : look.alt;
    if (h > 34 && !words.isEmpty()) {
        const QRect row(sketch.rect.left() + 8, sketch.rect.bottom() - 25, sketch.rect.width() - 16, 20);
        sketch.text(row, words, theme.font(size::caption), theme.text2);
    }
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
        const int x = look.align & Qt::AlignLeft ? area.left() + 1 : look.align & Qt::AlignRight ? area.right() - 1 : area.center().x();
        painter.drawLine(x, area.top(), x, area.bottom());
    } else {
        const int y = look.align & Qt::AlignTop ? area.top() + 1 : look.align & Qt::AlignBottom ? area.bottom() - 1 : area.center().y();
        painter.drawLine(area.left(), y, area.right(), y);
    }
}

void paintEmbed(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::ImageLook look = model::imageLookOf(sketch.element);
    const QRect bar(sketch.rect.left(), sketch.rect.top(), sketch.rect.width(), 26);
    sketch.box(bar, 13, theme.soft(theme.text3, 0.1), Qt::transparent, 0);
    sketch.text(bar.adjusted(14, 0, -14, 0), look.url.isEmpty() ? Texts::tr("No address yet") : look.url, theme.dataFont(12),
                look.url.isEmpty() ? theme.text3 : theme.text2);
    const QRect page = sketch.rect.adjusted(0, 34, 0, 0);
    if (page.height() < 30)
        return;
    sketch.box(page, 6, theme.soft(theme.text3, 0.05), theme.line);
    for (int i = 0; i < qMin(5, (page.height() - 30) / 16); ++i)
        sketch.bar(QRectF(page.left() + 16, page.top() + 16 + i * 16, (page.width() - 32) * (0.45 + sketch.random(i) * 0.5), 6), theme.faint());
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
    sketch.box(rect, qMin(theme.radius, qreal(size::radius)), filled ? fill : QColor(Qt::transparent), outlined ? fill : QColor(Qt::transparent),
               outlined ? 1 : 0);
    const QColor ink = filled ? (look.fill.empty() ? theme.onAccent : readableOn(fill)) : fill;
    sketch.text(rect.toRect().adjusted(8, 0, -8, 0), look.text, font, colorFrom(theme, look.textColor, ink), Qt::AlignCenter);
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
