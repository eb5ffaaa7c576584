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
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ResizeTool)
};

class ResizeTool : public Tool
{
public:
    ResizeTool(ToolHost &host, model::NodeId node, Handle handle, QPoint start)
        : Tool(host)
        , m_node(node)
        , m_handle(handle)
        , m_edges(edgesOf(handle))
        , m_start(start)
        , m_base(host.geometry())
        , m_parent(host.workbook().layout.parentOf(node))
        , m_wanted(m_base.rectOf(node))
    {
        m_host.overlay().grid = m_parent;
    }

    void update(const ToolInput &input) override
    {
        const model::GridRect wanted = rectFor(input.block - m_start);
        if (wanted == m_wanted && m_done)
            return;
        m_wanted = wanted;
        m_done = model::makeResize(m_host.workbook(), {{m_node, wanted}});
        if (!*m_done) {
            refuse(m_done->error().message, input.block);
            return;
        }
        m_host.preview(model::layoutAfter(m_host.workbook().layout, m_done->value().changes), model::rootNode);
        showGuides(m_host.previewCard(m_node).adjusted(-4, -4, 4, 4), m_parent, m_edges, {m_node});
        m_host.overlay().sizeLabel = Texts::tr("%1 × %2").arg(wanted.w).arg(wanted.h);
        m_host.status(Texts::tr("%1 columns × %2 rows").arg(wanted.w).arg(wanted.h));
    }

    std::optional<model::Transaction> finish() override
    {
        if (!m_done || !*m_done)
            return std::nullopt;
        return std::move(**m_done);
    }

    bool showsGrid() const override { return true; }
    QCursor cursor() const override { return cursorOf(m_handle); }

private:
    model::GridRect rectFor(QPoint delta) const
    {
        const model::GridBox *grid = m_base.grid(m_parent);
        const model::NodeBox *box = m_base.box(m_node);
        if (!grid || !box)
            return m_wanted;
        QRect pixels = box->cell;
        if (m_edges & model::SnapEdge::Left)
            pixels.setLeft(pixels.left() + delta.x());
        if (m_edges & model::SnapEdge::Right)
            pixels.setRight(pixels.right() + delta.x());
        if (m_edges & model::SnapEdge::Top)
            pixels.setTop(pixels.top() + delta.y());
        if (m_edges & model::SnapEdge::Bottom)
            pixels.setBottom(pixels.bottom() + delta.y());
        pixels = model::snapped(pixels, m_edges, siblings(m_parent, {m_node}), tolerance()).rect;
        const model::GridRect was = m_base.rectOf(m_node);
        int left = was.x, right = was.right(), top = was.y, bottom = was.bottom();
        if (m_edges & model::SnapEdge::Left)
            left = qMin(grid->nearestColumnLine(pixels.left()), right - 1);
        if (m_edges & model::SnapEdge::Right)
            right = qMax(grid->nearestColumnLine(pixels.left() + pixels.width()), left + 1);
        if (m_edges & model::SnapEdge::Top)
            top = qMin(grid->nearestRowLine(pixels.top()), bottom - 1);
        if (m_edges & model::SnapEdge::Bottom)
            bottom = qMax(grid->nearestRowLine(pixels.top() + pixels.height()), top + 1);
        // A container stays as high as what is in it.
        const int least = model::requiredRows(m_host.workbook().layout, m_node);
        if (bottom - top < least && (m_edges & model::SnapEdge::Top))
            top = qMax(0, bottom - least);
        bottom = qMax(bottom, top + qMin(least, was.h));
        return {left, top, right - left, bottom - top};
    }

    model::NodeId m_node;
    Handle m_handle;
    model::SnapEdges m_edges;
    QPoint m_start;
    model::BlockGeometry m_base;
    model::NodeId m_parent;
    model::GridRect m_wanted;
    std::optional<model::Result<model::Transaction>> m_done;
};

} // namespace

std::unique_ptr<Tool> makeResizeTool(ToolHost &host, model::NodeId node, Handle handle, QPoint start)
{
    return std::make_unique<ResizeTool>(host, node, handle, start);
}

} // namespace tessera::designer
