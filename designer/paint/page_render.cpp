// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/page_render.h"

#include "designer/paint/block_picture.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

using model::BlockKind;

constexpr int margin = 32;        // px around a block that floats
constexpr int mostPixels = 32000; // what QImage and PNG take along one side

// Where the sheet stands in a picture of a given width, and how high the picture is.
struct Stage
{
    QPoint sheet;
    int height = 0;
};

Stage stageFor(const BlockPicture &picture, int width)
{
    const QSize sheet = picture.size();
    switch (picture.look().kind) {
    case BlockKind::Modal:
    case BlockKind::Popover:
        return {{(width - sheet.width()) / 2, margin}, sheet.height() + 2 * margin};
    case BlockKind::Drawer:
        return {{picture.look().atStart ? 0 : width - sheet.width(), 0}, sheet.height()};
    case BlockKind::Sidebar:
    case BlockKind::Header:
        return {{0, 0}, sheet.height()};
    case BlockKind::Page:
    case BlockKind::None:
        break;
    }
    return {{(width - sheet.width()) / 2, 0}, sheet.height()};
}

// Elements as pictures of their own, each on a device pixel, as the canvas keeps them.
void paintLikeCanvas(QPainter &painter, const BlockPicture &picture, const model::NodeBox &box, double scale)
{
    if (box.kind != model::NodeKind::Element && !picture.isRepeated(box)) {
        picture.paintBox(painter, box);
        return;
    }
    const QPointF corner = painter.deviceTransform().map(QPointF(box.card.topLeft()));
    painter.save();
    painter.resetTransform();
    painter.drawImage(QPoint(qRound(corner.x()), qRound(corner.y())), picture.cardImage(box, scale));
    painter.restore();
}

} // namespace

QImage renderBlock(const model::Workbook &workbook, const model::Catalogue &catalogue, const std::string &blockId,
                   const RenderOptions &options)
{
    BlockOptions block;
    block.tokens = options.tokens;
    block.rows = options.rows;
    block.pictures = options.pictures;
    const int width = qBound(200, options.width, 16000);
    const bool floats = model::blockLookOf(workbook, blockId).kind == BlockKind::Modal;
    block.width = floats ? width - 2 * margin : width;
    const BlockPicture picture(workbook, catalogue, blockId, block);
    if (picture.look().kind == BlockKind::None)
        return {};
    const Stage stage = stageFor(picture, width);
    double scale = qBound(0.1, options.scale, 8.0);
    scale = qMin(scale, mostPixels / double(qMax(width, stage.height)));
    QImage image(qRound(width * scale), qRound(stage.height * scale), QImage::Format_RGB32);
    const Tokens &tokens = picture.theme().dark ? Tokens::darkTheme() : Tokens::light();
    // A narrow page goes on in its own colour on both sides; everything else lies on the canvas.
    image.fill(picture.look().kind == BlockKind::Page
                   ? colorFrom(picture.theme(), picture.look().background, picture.theme().page)
                   : tokens.canvas);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(stage.sheet);
    picture.paintFrame(painter);
    painter.translate(picture.origin());
    picture.paintBoxes(painter, QRect(QPoint(0, 0), picture.geometry().size()),
                       [&](QPainter &p, const model::NodeBox &box) { paintLikeCanvas(p, picture, box, scale); });
    return image;
}

} // namespace tessera::designer
