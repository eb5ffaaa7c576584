// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "designer/canvas/tool.h"
#include "model/edit/layout_draft.h"
#include "model/edit/place_edit.h"
#include "model/layout/snapping.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::MoveTool)
};

class MoveTool : public Tool
{
public:
    MoveTool(ToolHost &host, QList<model::NodeId> nodes, model::NodeId grabbed, QPoint start)
        : Tool(host)
        , m_nodes(std::move(nodes))
        , m_grabbed(grabbed)
        , m_start(start)
        , m_origin(host.geometry())
        , m_base(m_origin)
    {
    }

    void rebase() override
    {
        m_base = m_host.geometry();
        m_parent = model::rootNode;
    }

    void update(const ToolInput &input) override
    {
        const QPoint delta = input.block - m_start;
        const model::NodeId parent = m_base.gridAt(input.block, m_nodes);
        const std::vector<model::Placed> wanted = placesFor(delta, parent);
        m_host.overlay().grid = parent;
        if (parent == m_parent && wanted == m_wanted) {
            m_host.overlay().pointer = input.block;
            return;
        }
        m_parent = parent;
        m_wanted = wanted;
        m_done = model::makeMove(m_host.workbook(), wanted, parent);
        if (!m_done) {
            m_host.preview(std::nullopt, model::rootNode);
            showDrop(input.block);
            refuse(m_done->error().message, input.block);
            return;
        }
        refuse({}, {});
        m_host.preview(model::layoutAfter(m_host.workbook().layout, m_done->value().changes), model::rootNode);
        const QRect card = m_host.previewCard(m_grabbed);
        showGuides(card.adjusted(-4, -4, 4, 4), parent, model::SnapEdge::All, m_nodes);
        const model::GridRect rect = grabbedRect();
        m_host.overlay().drop = {};
        m_host.overlay().sizeLabel = Texts::tr("%1 × %2").arg(rect.w).arg(rect.h);
        m_host.status(
            Texts::tr("%1 × %2 at column %3, row %4").arg(rect.w).arg(rect.h).arg(rect.x + 1).arg(rect.y + 1));
    }

    std::optional<model::Transaction> finish() override
    {
        if (!m_done || !*m_done)
            return std::nullopt;
        return std::move(**m_done);
    }

    bool showsGrid() const override { return true; }
    QCursor cursor() const override { return m_done && !*m_done ? Qt::ForbiddenCursor : Qt::ClosedHandCursor; }

private:
    model::GridRect grabbedRect() const
    {
        for (const model::Placed &item : m_wanted) {
            if (item.node == m_grabbed)
                return item.rect;
        }
        return {};
    }

    // The grid cells each node would take in `parent` after a shift by `delta` px.
    std::vector<model::Placed> placesFor(QPoint delta, model::NodeId parent) const
    {
        const model::GridBox *grid = m_base.grid(parent);
        const model::NodeBox *lead = m_origin.box(m_grabbed);
        std::vector<model::Placed> out;
        if (!grid || !lead)
            return out;
        const QRect pulled =
            model::snapped(lead->cell.translated(delta), model::SnapEdge::All, siblings(parent, m_nodes), tolerance())
                .rect;
        const QPoint shift = pulled.topLeft() - lead->cell.topLeft();
        for (const model::NodeId node : m_nodes) {
            const model::NodeBox *box = m_origin.box(node);
            if (!box)
                continue;
            const QRect cell = box->cell.translated(shift);
            model::GridRect rect = m_origin.rectOf(node);
            rect.x = grid->nearestColumnLine(cell.left());
            rect.y = grid->nearestRowLine(cell.top());
            // Another grid has other columns: keep the width people see.
            if (m_host.workbook().layout.parentOf(node) != parent)
                rect.w = qMax(1, grid->nearestColumnLine(cell.left() + cell.width()) - rect.x);
            out.push_back({node, model::fitted(rect, grid->columns())});
        }
        return out;
    }

    void showDrop(QPoint)
    {
        const model::GridBox *grid = m_base.grid(m_parent);
        m_host.overlay().drop = grid ? grid->cells(grabbedRect()).adjusted(4, 4, -4, -4) : QRect();
        m_host.overlay().guides.clear();
        m_host.overlay().distances.clear();
    }

    QList<model::NodeId> m_nodes;
    model::NodeId m_grabbed;
    QPoint m_start;
    model::BlockGeometry m_origin; // where the nodes were when the gesture began
    model::BlockGeometry m_base;   // what they are dropped into
    model::NodeId m_parent = model::rootNode;
    std::vector<model::Placed> m_wanted;
    std::optional<model::Result<model::Transaction>> m_done;
};

} // namespace

std::unique_ptr<Tool> makeMoveTool(ToolHost &host, const QList<model::NodeId> &nodes, model::NodeId grabbed,
                                   QPoint start)
{
    return std::make_unique<MoveTool>(host, nodes, grabbed, start);
}

} // namespace tessera::designer
