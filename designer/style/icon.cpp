// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/style/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

QString fileOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QColor inkColor(Ink ink, const QPalette &palette)
{
    const Tokens &tokens = tokensOf(palette);
    switch (ink) {
    case Ink::Secondary:
        return tokens.text2;
    case Ink::Primary:
        return tokens.text;
    case Ink::Accent:
        return tokens.accent;
    case Ink::OnAccent:
        return tokens.onAccent;
    case Ink::Danger:
        return tokens.danger;
    case Ink::Warn:
        return tokens.warn;
    case Ink::Ok:
        return tokens.ok;
    case Ink::Info:
        return tokens.info;
    }
    return tokens.text2;
}

// Draws the SVG in the ink of the moment.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(QString name, Ink ink) : m_name(std::move(name)), m_ink(ink) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = qMin(rect.width(), rect.height());
        const QPoint corner(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
        painter->drawPixmap(corner, iconPixmap(m_name, side, color(mode), scale));
    }

    QPixmap pixmap(const QSize &pixelSize, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, qMin(pixelSize.width(), pixelSize.height()), color(mode), 1.0);
    }

    QPixmap scaledPixmap(const QSize &pixelSize, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap picture = pixmap(pixelSize, mode, state); // Qt hands device pixels here
        picture.setDevicePixelRatio(scale);
        return picture;
    }

    QString iconName() override { return m_name; }
    bool isNull() override { return m_name.isEmpty(); }
    QIconEngine *clone() const override { return new TintedEngine(*this); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return inkColor(m_ink, palette);
    }

    QString m_name;
    Ink m_ink;
};

} // namespace

bool hasIcon(const QString &name)
{
    return !name.isEmpty() && QFile::exists(fileOf(name));
}

QIcon icon(const QString &name, Ink ink)
{
    return hasIcon(name) ? QIcon(new TintedEngine(name, ink)) : QIcon();
}

QPixmap iconPixmap(const QString &name, int side, const QColor &color, qreal scale)
{
    const int pixels = qMax(1, qRound(side * scale));
    const QString key = QStringLiteral("tessera/%1/%2/%3").arg(name, color.name(QColor::HexArgb)).arg(pixels);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        QFile file(fileOf(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name().toUtf8());
        QSvgRenderer renderer(svg);
        picture = QPixmap(pixels, pixels);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
        painter.end();
        QPixmapCache::insert(key, picture);
    }
    picture.setDevicePixelRatio(scale);
    return picture;
}

QIcon applicationIcon()
{
    QIcon result;
    const Tokens &tokens = Tokens::light();
    for (const int side : {16, 32, 48, 64, 128}) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal u = side / 16.0;
        const auto tile = [&](qreal x, qreal y, qreal w, qreal h, const QColor &color) {
            QPainterPath path;
            path.addRoundedRect(QRectF(x * u, y * u, w * u, h * u), 1.5 * u, 1.5 * u);
            painter.fillPath(path, color);
        };
        tile(1, 1, 8, 6, tokens.accent); // tesserae: four tiles of a mosaic
        tile(10, 1, 5, 9, tokens.series.at(3));
        tile(1, 8, 5, 7, tokens.series.at(1));
        tile(7, 11, 8, 4, tokens.accent);
        result.addPixmap(picture);
    }
    return result;
}

} // namespace tessera::designer
