// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/picture_fill.h"

#include <algorithm>
#include <cmath>

#include <QCache>
#include <QMutex>

#include "designer/paint/picture_bytes.h"
#include "model/base/text.h"

namespace tessera::designer {

namespace {

constexpr int mostTiles = 4096;

// Scaling well takes milliseconds, and a page is painted often.
QImage scaledTo(const QImage &image, QSize size)
{
    if (size == image.size() || size.isEmpty() || size.width() > 8192 || size.height() > 8192)
        return image;
    static QCache<QString, QImage> known(96 << 20); // by bytes of pixels
    static QMutex mutex;
    const QString key = QStringLiteral("%1 %2 %3").arg(image.cacheKey()).arg(size.width()).arg(size.height());
    {
        const QMutexLocker lock(&mutex);
        if (const QImage *found = known.object(key))
            return *found;
    }
    const QImage scaled = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QMutexLocker lock(&mutex);
    known.insert(key, new QImage(scaled), std::max<qsizetype>(1024, scaled.sizeInBytes()));
    return scaled;
}

void paintTiles(QPainter &painter, const QRectF &room, const QRectF &first, const QImage &image)
{
    int painted = 0;
    const double left = first.left() - std::ceil((first.left() - room.left()) / first.width()) * first.width();
    const double top = first.top() - std::ceil((first.top() - room.top()) / first.height()) * first.height();
    for (double y = top; y < room.bottom() && painted < mostTiles; y += first.height()) {
        for (double x = left; x < room.right() && painted < mostTiles; x += first.width(), ++painted)
            painter.drawImage(QRectF(QPointF(x, y), first.size()), image);
    }
}

} // namespace

QRectF pictureRect(const QRectF &room, QSizeF size, const PictureFit &fit)
{
    if (fit.fit == "stretch")
        return room;
    const bool larger = size.width() > room.width() || size.height() > room.height();
    if (fit.fit == "cover")
        size.scale(room.size(), Qt::KeepAspectRatioByExpanding);
    else if (fit.fit != "none" && (fit.fit != "scale-down" || larger))
        size.scale(room.size(), Qt::KeepAspectRatio);
    const QSizeF spare(room.width() - size.width(), room.height() - size.height());
    const double across = fit.align & Qt::AlignLeft ? 0 : fit.align & Qt::AlignRight ? 1 : 0.5;
    const double down = fit.align & Qt::AlignTop ? 0 : fit.align & Qt::AlignBottom ? 1 : 0.5;
    return QRectF(room.topLeft() + QPointF(spare.width() * across, spare.height() * down), size);
}

void paintPicture(QPainter &painter, const QRectF &room, const QPainterPath &shape, const QImage &image,
                  const PictureFit &fit)
{
    if (image.isNull() || room.isEmpty())
        return;
    const QRectF place = pictureRect(room, QSizeF(image.size()), fit);
    const QSize pixels = painter.deviceTransform().mapRect(place).size().toSize();
    const QImage scaled = scaledTo(image, pixels);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.setClipPath(shape, Qt::IntersectClip);
    if (fit.repeats && place.width() >= 1 && place.height() >= 1)
        paintTiles(painter, room, place, scaled);
    else
        painter.drawImage(place, scaled);
    painter.restore();
}

Picture pictureAt(const QString &address, const PictureSource *source)
{
    if (address.startsWith(QLatin1String("data:"))) {
        const QImage image = carriedPicture(address);
        return {image.isNull() ? Picture::State::Failed : Picture::State::Ready, image};
    }
    return source && !address.isEmpty() ? source->picture(address) : Picture();
}

void paintBackground(QPainter &painter, const QPainterPath &shape, const model::ImageFill &fill,
                     const SketchContext &context)
{
    if (fill.url.empty())
        return;
    const Picture picture = pictureAt(model::toQString(fill.url), context.pictures);
    if (picture.state == Picture::State::Ready) {
        const std::string fit = fill.fit.empty() ? std::string(fill.repeats ? "none" : "cover") : fill.fit;
        paintPicture(painter, shape.boundingRect(), shape, picture.image, {fit, fill.align, fill.repeats});
    } else {
        painter.fillPath(shape, context.theme.soft(context.theme.info, 0.12));
    }
}

} // namespace tessera::designer
