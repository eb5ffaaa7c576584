// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include "model/base/result.h"

namespace tessera::designer {

// A picture from the bytes of a file somebody else made: PNG, JPEG, GIF (its first frame), WebP, BMP, ICO, or SVG that
// names no other file. Larger than 2,560 px a side it comes smaller. Any thread. Errors: Invalid for anything else;
// Limit for more pixels than a screen could ever need.
model::Result<QImage> pictureFrom(const QByteArray &bytes);

// A picture that a workbook carries in itself ("data:image/png;base64,…"); null for any other address, or a broken one.
QImage carriedPicture(const QString &address);

} // namespace tessera::designer
