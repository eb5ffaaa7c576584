// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QImage>
#include <QPainterPath>

#include "designer/paint/sketch.h"
#include "model/workbook/look/style_look.h"

namespace tessera::designer {

// How a picture lies in its room.
struct PictureFit
{
    std::string fit; // contain, cover, none, scale-down, stretch
    Qt::Alignment align = Qt::AlignCenter;
    bool repeats = false;
};
// Where a picture of a size goes; outside of `room` where it is larger.
QRectF pictureRect(const QRectF &room, QSizeF size, const PictureFit &fit);
// Scaled for the painter's device with all its pixels, so that small ones stay clear. `shape`: what may be painted.
void paintPicture(QPainter &painter, const QRectF &room, const QPainterPath &shape, const QImage &image,
                  const PictureFit &fit);

// The picture at an address: one the workbook carries, or what the source has.
Picture pictureAt(const QString &address, const PictureSource *source);

// The background picture of a page or container, "cover" unless it says else. Without it a tint says that there is one.
void paintBackground(QPainter &painter, const QPainterPath &shape, const model::ImageFill &fill,
                     const SketchContext &context);

} // namespace tessera::designer
