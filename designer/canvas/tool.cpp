// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/tool.h"

#include "model/layout/snapping.h"

namespace tessera::designer {

namespace {

constexpr double pull = 6; // px of the screen
constexpr int reach = 400; // px of the block a distance is shown for

} // namespace

int Tool::tolerance() const
{
    return qMax(1, qRound(pull / m_host.zoom()));
}

void Tool::refuse(const QString &reason, QPoint where)
{
    m_host.overlay().refusal = reason;
    m_host.overlay().pointer = where;
}

QList<QRect> Tool::siblings(model::NodeId grid, const QList<model::NodeId> &without) const
{
    QList<QRect> rects;
    for (const model::NodeId child : m_host.workbook().layout.childrenOf(grid)) {
        const model::NodeBox *box = without.contains(child) ? nullptr : m_host.geometry().box(child);
        if (box)
            rects << box->cell;
    }
    return rects;
}

void Tool::showGuides(const QRect &rect, model::NodeId grid, model::SnapEdges edges,
                      const QList<model::NodeId> &without)
{
    CanvasOverlay &overlay = m_host.overlay();
    const QList<QRect> others = siblings(grid, without);
    const model::SnapResult result = model::snapped(rect, edges, others, 0);
    overlay.guides = result.guides;
    const model::GridBox *box = m_host.geometry().grid(grid);
    const double column = box ? box->area().width() / double(box->columns()) : 0;
    overlay.distances = model::distancesTo(rect, others, QSizeF(column, model::metrics::rowPitch), reach);
}

} // namespace tessera::designer
