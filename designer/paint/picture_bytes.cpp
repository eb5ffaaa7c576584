// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/picture_bytes.h"

#include <algorithm>

#include <QBuffer>
#include <QCache>
#include <QCoreApplication>
#include <QImageReader>
#include <QMutex>

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::PictureBytes)
};

constexpr int usefulSide = 2560, mostSide = 16'000;                // px
constexpr qint64 mostPixels = 64'000'000;                          // read at all
constexpr qsizetype mostVectors = 1 << 20, mostCarried = 24 << 20; // bytes

bool isVector(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(4096);
    return head.contains("<svg") || bytes.startsWith("\x1f\x8b");
}

// Drawings can name files, repeat themselves without an end, or hide in a compressed stream.
bool isHarmless(const QByteArray &drawing)
{
    const QByteArray text = drawing.toLower();
    return drawing.size() <= mostVectors && !drawing.startsWith("\x1f\x8b") && !text.contains("<!entity") &&
           !text.contains("<image") && !text.contains("<use");
}

QSize readSize(const QSize &size)
{
    return std::max(size.width(), size.height()) > usefulSide ? size.scaled(usefulSide, usefulSide, Qt::KeepAspectRatio)
                                                              : size;
}

} // namespace

model::Result<QImage> pictureFrom(const QByteArray &bytes)
{
    if (isVector(bytes) && !isHarmless(bytes))
        return model::fail(model::ErrorCode::Invalid,
                           Texts::tr("The drawing refers to other files or parts, which is not followed."));
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    static const QList<QByteArray> known{"png", "jpeg", "jpg", "gif", "webp", "bmp", "ico", "svg"};
    if (!reader.canRead() || !known.contains(reader.format()))
        return model::fail(model::ErrorCode::Invalid, Texts::tr("What is at this address is no picture."));
    const QSize size = reader.size();
    if (size.width() > mostSide || size.height() > mostSide || qint64(size.width()) * size.height() > mostPixels)
        return model::fail(
            model::ErrorCode::Limit,
            Texts::tr("The picture has %1 × %2 pixels, more than can be shown.").arg(size.width()).arg(size.height()));
    reader.setAutoTransform(true);
    if (size.isValid() && readSize(size) != size)
        reader.setScaledSize(readSize(size));
    QImage image = reader.read();
    if (image.isNull())
        return model::fail(model::ErrorCode::Invalid, Texts::tr("The picture is broken."));
    if (readSize(image.size()) != image.size())
        image = image.scaled(readSize(image.size()), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QImage carriedPicture(const QString &address)
{
    static QCache<QString, QImage> known(64 << 20); // by bytes of pixels
    static QMutex mutex;
    if (!address.startsWith(QLatin1String("data:image/")) || address.size() > mostCarried)
        return {};
    const QMutexLocker lock(&mutex);
    if (const QImage *image = known.object(address))
        return *image;
    const qsizetype comma = address.indexOf(u',');
    const QByteArray body = comma < 0 ? QByteArray() : address.mid(comma + 1).toLatin1();
    const QByteArray bytes = address.left(comma).endsWith(QLatin1String(";base64"))
                                 ? QByteArray::fromBase64(body)
                                 : QByteArray::fromPercentEncoding(body);
    const QImage image = pictureFrom(bytes).value_or(QImage());
    known.insert(address, new QImage(image), std::max<qsizetype>(1024, image.sizeInBytes()));
    return image;
}

} // namespace tessera::designer
