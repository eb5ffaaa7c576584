// SPDX-License-Identifier: GPL-3.0-or-later
// What is dragged over the canvas: new elements from the palette, and tabs of containers that open under a drag.
#include "designer/canvas/canvas_controller.h"
#include "designer/canvas/canvas_view.h"
#include "designer/paint/container_painters.h"
#include "designer/session/session.h"
#include "model/edit/insert_edit.h"

namespace tessera::designer {

std::pair<model::NodeId, int> CanvasController::tabAt(QPoint block) const
{
    for (const model::NodeBox &box : geometry().boxes()) {
        if (box.kind != model::NodeKind::TabbedContainer)
            continue;
        const QRect strip = geometry().tabStrip(box.node);
        const model::LayoutNode *node = workbook().layout.node(box.node);
        const model::Object *element = node ? workbook().elementOf(*node) : nullptr;
        if (!element || !strip.contains(block))
            continue;
        const QList<QRect> tabs = tabRects(*element, strip, m_scene.basePicture().theme());
        for (int i = 0; i < tabs.size(); ++i) {
            if (tabs.at(i).contains(block))
                return {box.node, i};
        }
    }
    return {model::rootNode, -1};
}

bool CanvasController::pressTab(QPoint block)
{
    const auto [tabbed, index] = tabAt(block);
    if (tabbed == model::rootNode)
        return false;
    m_session.selection().setElement(keyOf(tabbed));
    m_view.showTab(keyOf(tabbed), index);
    return true;
}

void CanvasController::waitOverTab(QPoint block)
{
    auto hovered = tabAt(block);
    if (hovered.first != model::rootNode && m_scene.activeTab(hovered.first) == hovered.second)
        hovered = {model::rootNode, -1};
    if (hovered == m_hoveredTab)
        return;
    m_hoveredTab = hovered;
    hovered.first == model::rootNode ? m_tabDelay.stop() : m_tabDelay.start();
}

void CanvasController::openHoveredTab()
{
    if (!m_tool || m_hoveredTab.first == model::rootNode)
        return;
    const auto [tabbed, index] = std::exchange(m_hoveredTab, {model::rootNode, -1});
    m_view.showTab(keyOf(tabbed), index);
    carryOn();
}

void CanvasController::carryOn()
{
    m_tool->rebase();
    m_tool->update(inputAt(m_dragged, Qt::NoModifier));
    repaintOverlay();
}

void CanvasController::dragOver(const std::string &kind, QPoint viewport)
{
    if (!m_tool || kind != m_dropKind) {
        start(makeDropTool(*this, kind,
                           model::usualSource(workbook(), m_session.selection().elements(), m_session.currentBlock())));
        m_dropKind = kind;
    }
    m_dragged = viewport;
    waitOverTab(m_view.toBlock(viewport));
    m_tool->update(inputAt(viewport, Qt::NoModifier));
    repaintOverlay();
}

void CanvasController::dragLeft()
{
    if (m_tool)
        clearTransient();
}

bool CanvasController::dropped()
{
    if (!m_tool)
        return false;
    const bool allowed = m_overlay.refusal.isEmpty();
    m_inserting = true;
    finishTool();
    m_inserting = false;
    return allowed;
}

void CanvasController::insert(model::Result<model::Transaction> transaction)
{
    m_inserting = true;
    commit(std::move(transaction));
    m_inserting = false;
}

} // namespace tessera::designer
