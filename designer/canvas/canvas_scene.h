// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QRegion>

#include "designer/canvas/canvas_overlay.h"
#include "designer/canvas/card_cache.h"
#include "designer/paint/block_picture.h"
#include "model/change/change_set.h"

namespace tessera::designer {

class Session;

// The block in front as pixels: laid out, cached, previewed. Knows no widget. Coordinates are those of the block.
class CanvasScene
{
public:
    explicit CanvasScene(Session &session);

    // px a page without a width of its own gets.
    void setAvailableWidth(int width);
    void rebuild(); // another block, theme or width

    // Other rows or control values behind an element; answers what has to be painted again.
    QRegion refreshElement(const model::Key &element);
    QRegion refreshControls();
    QRegion refreshPictures();
    std::vector<model::Key> elementsIn(const QRect &part) const; // part of the block

    // Follows an edit; answers what has to be painted again.
    QRegion apply(const model::ChangeSet &changes);

    // Shows another arrangement until it is taken back; `ghost` is a node without a card yet. Answers what has to be
    // painted again.
    QRegion setPreview(std::optional<model::LayoutTree> layout, model::NodeId ghost = model::rootNode);
    bool hasPreview() const { return m_preview != nullptr; }

    const BlockPicture &picture() const { return m_preview ? *m_preview : *m_picture; }
    const BlockPicture &basePicture() const { return *m_picture; } // without a preview
    const model::BlockGeometry &geometry() const { return picture().geometry(); }

    int activeTab(model::NodeId tabbed) const { return m_tabs.value(tabbed, 0); }
    void setActiveTab(model::NodeId tabbed, int index);

    // Everything but the overlay. `clip` and the painter are in device-independent px of the viewport, `ratio` is the
    // screen's. Cards smaller than a thumbnail are drawn as plain boxes.
    void paint(QPainter &painter, const QRect &clip, const CanvasTransform &transform, qreal ratio,
               const Tokens &tokens);

    int cardsPainted() const { return m_cache.painted(); }

private:
    std::unique_ptr<BlockPicture> made(const model::Workbook &workbook) const;
    void paintCard(QPainter &painter, const model::NodeBox &box, const CanvasTransform &transform, qreal ratio);

    Session &m_session;
    int m_width = 1280;
    QHash<model::NodeId, int> m_tabs;
    std::unique_ptr<BlockPicture> m_picture;
    std::unique_ptr<BlockPicture> m_preview;
    model::NodeId m_ghost = model::rootNode;
    CardCache m_cache;
};

} // namespace tessera::designer
