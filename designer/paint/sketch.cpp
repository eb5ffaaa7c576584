// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/sketch.h"

#include <cmath>
#include <functional>

#include <QFontMetrics>
#include <QPainterPath>

#include "designer/style/icon.h"

namespace tessera::designer {

namespace {

// FNV-1a; std::hash may differ between libraries, and pictures must not.
quint32 seedOf(const std::string &text)
{
    quint32 hash = 2166136261u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

double noise(quint32 seed, int index)
{
    quint32 x = seed + static_cast<quint32>(index) * 2654435761u;
    x ^= x >> 16;
    x *= 2246822519u;
    x ^= x >> 13;
    x *= 3266489917u;
    x ^= x >> 16;
    return (x & 0xffffu) / 65535.0;
}

} // namespace

const model::query::ResultTable *Sketch::part(const std::string &name) const
{
    if (!rows)
        return nullptr;
    const auto it = rows->parts.find(name);
    return it == rows->parts.end() ? nullptr : it->second.get();
}

double Sketch::random(int index) const
{
    return noise(seedOf(element.key()), index);
}

double Sketch::shape(int index, int series) const
{
    const quint32 seed = seedOf(element.key()) + static_cast<quint32>(series) * 7919u;
    const double phase = noise(seed, 1000) * 6.28;
    const double wave = std::sin(index * 0.72 + phase) * 0.22 + std::sin(index * 0.31 + phase * 2) * 0.16;
    return qBound(0.2, 0.56 + wave + (noise(seed, index) - 0.5) * 0.22, 1.0);
}

void Sketch::text(const QRect &where, const QString &words, const QFont &font, const QColor &color,
                  Qt::Alignment align) const
{
    if (words.isEmpty() || where.width() < 6 || where.height() < 4)
        return;
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(color);
    const QString line = metrics.elidedText(QString(words).replace(u'\n', u' '), Qt::ElideRight, where.width());
    painter.drawText(where, static_cast<int>(align) | Qt::TextSingleLine, line);
}

void Sketch::bar(const QRectF &where, const QColor &color) const
{
    if (where.width() <= 0 || where.height() <= 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal radius = qMin(where.height() / 2, qreal(4));
    painter.drawRoundedRect(where, radius, radius);
}

void Sketch::word(const QRect &where, int index, Qt::Alignment align) const
{
    const int height = qMin(7, where.height());
    const int width = qMin(where.width(), 18 + static_cast<int>(random(index + 17) * 46));
    if (width < 4)
        return;
    int left = where.left();
    if (align & Qt::AlignRight)
        left = where.right() + 1 - width;
    else if (align & Qt::AlignHCenter)
        left = where.left() + (where.width() - width) / 2;
    bar(QRectF(left, where.center().y() + 1 - height / 2.0, width, height), theme().faint());
}

void Sketch::hairline(const QPoint &from, const QPoint &to, const QColor &color) const
{
    QPen pen(color, 1);
    pen.setCosmetic(true);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen);
    painter.drawLine(from, to);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

void Sketch::box(const QRectF &where, qreal radius, const QColor &fill, const QColor &line, qreal width) const
{
    if (where.width() <= 0 || where.height() <= 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(line.alpha() > 0 && width > 0 ? QPen(line, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.alpha() > 0 ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal half = width / 2;
    const qreal corner = qMin(radius, qMin(where.width(), where.height()) / 2);
    painter.drawRoundedRect(where.adjusted(half, half, -half, -half), corner, corner);
}

void Sketch::icon(const QRect &where, const QString &name, const QColor &color) const
{
    const int side = qMin(where.width(), where.height());
    if (side < 4 || !hasIcon(name))
        return;
    // The painter may be zoomed: ask for the pixels that will be seen.
    const qreal scale = painter.deviceTransform().m11();
    const QPixmap picture = iconPixmap(name, side, color, scale > 0 ? scale : 1);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.drawPixmap(QRectF(where.center().x() - side / 2.0 + 0.5, where.center().y() - side / 2.0 + 0.5, side, side),
                       picture, QRectF(picture.rect()));
}

int Sketch::chip(QPoint topLeft, const QString &words, const QColor &fill, const QColor &ink, int height) const
{
    const QFont font = theme().font(11);
    const int width = QFontMetrics(font).horizontalAdvance(words) + 14;
    const QRect where(topLeft, QSize(width, height));
    box(where, height / 2.0, fill, Qt::transparent, 0);
    text(where, words, font, ink, Qt::AlignCenter);
    return width;
}

} // namespace tessera::designer
