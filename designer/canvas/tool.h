// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QCursor>

#include "designer/canvas/canvas_overlay.h"
#include "model/base/result.h"
#include "model/change/transaction.h"
#include "model/layout/block_geometry.h"
#include "model/workbook/workbook.h"

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

struct ToolInput
{
    QPoint block;    // px of the block
    QPoint viewport; // px of the widget
    Qt::KeyboardModifiers modifiers;
};

// What a tool may see and do. Tools know no widget, so tests drive them with a host of their own.
class ToolHost
{
public:
    virtual ~ToolHost() = default;
    virtual const model::Workbook &workbook() const = 0;
    virtual const model::Catalogue &catalogue() const = 0;
    virtual const model::BlockGeometry &geometry() const = 0; // without a preview
    virtual double zoom() const = 0;
    virtual CanvasOverlay &overlay() = 0;
    // Shows an arrangement until the gesture ends.
    virtual void preview(std::optional<model::LayoutTree> layout, model::NodeId ghost) = 0;
    virtual QRect previewCard(model::NodeId node) const = 0;
    virtual void status(const QString &text) = 0;
    virtual void scrollBy(QPoint delta) = 0;
};

// One gesture from press to release. Nothing is edited before `finish`.
class Tool
{
public:
    explicit Tool(ToolHost &host) : m_host(host) {}
    virtual ~Tool() = default;

    virtual void update(const ToolInput &input) = 0;
    // What the gesture comes to; none: nothing to commit.
    virtual std::optional<model::Transaction> finish() { return std::nullopt; }
    // The rubber band's catch; none for other tools.
    virtual std::optional<QList<model::NodeId>> caught() const { return std::nullopt; }
    virtual bool showsGrid() const { return false; }
    // The canvas was laid out anew in the middle of the gesture: another tab came to the front.
    virtual void rebase() {}
    virtual QCursor cursor() const { return Qt::ArrowCursor; }

protected:
    // Tells why a place does not take it, or clears that.
    void refuse(const QString &reason, QPoint where);
    // Lines and distances for a rectangle among the children of a grid.
    void showGuides(const QRect &rect, model::NodeId grid, model::SnapEdges edges, const QList<model::NodeId> &without);
    QList<QRect> siblings(model::NodeId grid, const QList<model::NodeId> &without) const;
    int tolerance() const; // px of the block within which edges pull

    ToolHost &m_host;
};

// Moves nodes, also into another container, tab or out of one. `grabbed` is under the pointer at `start`.
std::unique_ptr<Tool> makeMoveTool(ToolHost &host, const QList<model::NodeId> &nodes, model::NodeId grabbed,
                                   QPoint start);
std::unique_ptr<Tool> makeResizeTool(ToolHost &host, model::NodeId node, Handle handle, QPoint start);
std::unique_ptr<Tool> makeBandTool(ToolHost &host, QPoint start);
std::unique_ptr<Tool> makePanTool(ToolHost &host, QPoint startInViewport);
// Something from the palette over the canvas; once dropped it reads `source`, an element's id or "".
std::unique_ptr<Tool> makeDropTool(ToolHost &host, const std::string &kind, const std::string &source = {});

} // namespace tessera::designer
