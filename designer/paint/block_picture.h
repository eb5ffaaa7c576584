// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include <QImage>
#include <QPainter>

#include "designer/paint/page_panels.h"
#include "designer/paint/page_theme.h"
#include "model/layout/block_geometry.h"
#include "model/query/element_rows.h"
#include "model/workbook/look/block_look.h"
#include "model/workbook/workbook.h"

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

struct Tokens;
struct SketchContext;
struct CardView;
class MarkList;
class PictureSource;

struct BlockOptions
{
    int width = 1280;                     // px there are for it; a block with a width of its own takes less
    const Tokens *tokens = nullptr;       // see pageThemeOf
    QHash<model::NodeId, int> activeTabs; // tabbed container -> index of the tab in front
    std::string page = {};                // id of the page in front, for panels around it; "": the block itself
    const model::query::RowsSource *rows = nullptr; // has to outlive the picture; null: sketches
    const PictureSource *pictures = nullptr;        // has to outlive the picture; null: those the workbook carries
};

// One page, overlay or panel laid out and ready to paint. Coordinates are px at 100 %, from the top left corner of its
// frame; the grid of the block begins at `origin()`. Holds a snapshot, so it may live in any thread with fonts.
class BlockPicture
{
public:
    BlockPicture(model::Workbook workbook, const model::Catalogue &catalogue, const std::string &blockId,
                 const BlockOptions &options);

    const model::BlockLook &look() const { return m_look; }
    const PageTheme &theme() const { return m_theme; }
    const model::BlockGeometry &geometry() const { return m_geometry; }
    const model::Workbook &workbook() const { return m_workbook; }
    const QHash<model::NodeId, int> &activeTabs() const { return m_activeTabs; }
    // Takes over other bodies of the same elements in the same layout, without laying out again.
    void setBodies(model::Workbook workbook);
    QSize size() const;    // with the frame
    QPoint origin() const; // of the geometry

    // What can be pressed on the frame of a modal or drawer, for painting and for clicks.
    struct FrameButton
    {
        enum class Does
        {
            Close,
            Primary,
            Secondary,
        };
        Does does = Does::Close;
        QRect where;
        QString words; // "" of the cross
    };
    QList<FrameButton> frameButtons(QSize sheet) const;

    // The sheet itself: fill, border, a modal's or drawer's head and foot.
    void paintFrame(QPainter &painter) const { paintFrame(painter, size()); }
    // `sheet` may be larger than its own size: a panel beside a longer page. `panels`: those around a page too.
    void paintFrame(QPainter &painter, QSize sheet, bool panels = true) const;
    // The header and sidebar around a page; in coordinates of the frame.
    const PagePanels &panels() const { return m_panels; }
    // The theme for what stands directly on the page or in a container: readable on the fill there.
    PageTheme themeAt(model::NodeId node) const;
    // What stands on it, parents first. `card` paints one box (in coordinates of the geometry); only boxes that touch
    // `clip` are asked for.
    using PaintBox = std::function<void(QPainter &, const model::NodeBox &)>;
    void paintBoxes(QPainter &painter, const QRect &clip, const PaintBox &card) const;
    // One box with its content. `view`: as the reader left it; `marks`: filled with what was painted where.
    void paintBox(QPainter &painter, const model::NodeBox &box, const CardView *view = nullptr,
                  MarkList *marks = nullptr) const;
    // Containers whose content is painted with them, once for each row of their source.
    bool isRepeated(const model::NodeBox &box) const;
    // One element's card on nothing, `scale` device pixels per px. The screen and files show cards made by this, so
    // their pixels are equal.
    QImage cardImage(const model::NodeBox &box, double scale, const CardView *view = nullptr) const;
    const model::query::RowsSource *rows() const { return m_rows; }
    const model::Catalogue &catalogue() const { return m_catalogue; }

private:
    QColor groundOf(model::NodeId node) const;
    SketchContext contextOf(const model::NodeBox &box, const CardView *view, MarkList *marks, int cardRow) const;
    void paintCards(QPainter &painter, const model::NodeBox &box, const CardView *view, MarkList *marks) const;
    void paintCard(QPainter &painter, const model::NodeBox &container, int row, QPoint offset, MarkList *marks) const;

    model::Workbook m_workbook;
    const model::Catalogue &m_catalogue;
    model::BlockLook m_look;
    PagePanels m_panels;
    PageTheme m_theme;
    model::Insets m_frame;
    model::BlockGeometry m_geometry;
    QHash<model::NodeId, int> m_activeTabs;
    const model::query::RowsSource *m_rows = nullptr;
    const PictureSource *m_pictures = nullptr;
    std::string m_block;
};

// Width a block gets of `available` px.
int blockWidth(const model::BlockLook &look, int available);

} // namespace tessera::designer
