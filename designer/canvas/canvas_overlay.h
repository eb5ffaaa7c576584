// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QRegion>
#include <QString>

#include "model/layout/layout_node.h"
#include "model/layout/snapping.h"

class QPainter;

namespace tessera::model {
class BlockGeometry;
}

namespace tessera::designer {

struct Tokens;

// What is drawn over the cards while a person looks, selects and drags. Rectangles in px of the block.
struct CanvasOverlay
{
    model::NodeId hovered = model::rootNode;
    QList<model::NodeId> selected;
    bool handles = false; // on a single selection
    bool keyboardFocus = false;

    model::NodeId grid = model::rootNode; // whose columns are shown
    double gridStrength = 0;              // 0 … 1, fades after a drag
    QRect drop;                           // the exact place something will take; empty: none
    QString sizeLabel;                    // "12 × 8", on the selection or the drop
    QList<model::Guide> guides;
    QList<model::Distance> distances;
    QRect band;      // rubber band, empty: none
    QString refusal; // why the pointer's place does not take it
    QPoint pointer;  // where the refusal stands
};

// How block coordinates become those of the painter's device: at = offset + point * zoom.
struct CanvasTransform
{
    QPointF offset;
    double zoom = 1;

    QRectF map(const QRect &rect) const
    {
        return {offset.x() + rect.x() * zoom, offset.y() + rect.y() * zoom, rect.width() * zoom, rect.height() * zoom};
    }
    QPointF map(QPointF point) const { return offset + point * zoom; }
    QPointF unmap(QPointF point) const { return (point - offset) / zoom; }
};

enum class Handle
{
    None,
    TopLeft,
    Top,
    TopRight,
    Right,
    BottomRight,
    Bottom,
    BottomLeft,
    Left,
};
QRectF handleRect(const QRectF &outline, Handle handle); // viewport px
Handle handleAt(const QRectF &outline, QPointF point);   // with a margin that fingers can hit
model::SnapEdges edgesOf(Handle handle);
Qt::CursorShape cursorOf(Handle handle);

// What the overlay covers in the viewport, without the columns of the grid: that much has to be painted again when it
// changes. `room`: the viewport.
QRegion overlayRegion(const CanvasOverlay &overlay, const model::BlockGeometry &geometry,
                      const CanvasTransform &transform, const QRect &room);
QRect columnsRect(const CanvasOverlay &overlay, const model::BlockGeometry &geometry, const CanvasTransform &transform);

void paintOverlay(QPainter &painter, const CanvasOverlay &overlay, const model::BlockGeometry &geometry,
                  const CanvasTransform &transform, const Tokens &tokens);

} // namespace tessera::designer
