// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include <QKeyEvent>

#include "designer/canvas/canvas_controller.h"
#include "designer/canvas/canvas_view.h"
#include "designer/session/session.h"
#include "model/edit/edit_rules.h"

namespace tessera::designer {

namespace {

// Top to bottom, then left to right: the order people read a page in.
QList<model::NodeId> readingOrder(const model::BlockGeometry &geometry)
{
    QList<model::NodeBox> boxes = geometry.boxes();
    std::stable_sort(boxes.begin(), boxes.end(), [](const model::NodeBox &a, const model::NodeBox &b) {
        return a.cell.top() != b.cell.top()     ? a.cell.top() < b.cell.top()
               : a.cell.left() != b.cell.left() ? a.cell.left() < b.cell.left()
                                                : a.depth < b.depth;
    });
    QList<model::NodeId> nodes;
    for (const model::NodeBox &box : std::as_const(boxes))
        nodes.append(box.node);
    return nodes;
}

QPoint stepOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

void CanvasController::selectNext(bool forward)
{
    const QList<model::NodeId> order = readingOrder(geometry());
    if (order.isEmpty())
        return;
    const QList<model::NodeId> selected = selectedNodes();
    auto index = selected.isEmpty() ? -1 : order.indexOf(selected.last());
    if (index < 0)
        index = forward ? -1 : 0;
    index = (index + (forward ? 1 : -1) + order.size()) % order.size();
    selectNodes({order.at(index)});
}

void CanvasController::selectNeighbour(int key)
{
    const QList<model::NodeId> selected = selectedNodes();
    const model::NodeBox *from = selected.isEmpty() ? nullptr : geometry().box(selected.last());
    if (!from) {
        selectNext(true);
        return;
    }
    const QPoint step = stepOf(key);
    model::NodeId best = model::rootNode;
    double least = std::numeric_limits<double>::max();
    for (const model::NodeBox &box : geometry().boxes()) {
        const QPoint way = box.card.center() - from->card.center();
        const double ahead = way.x() * step.x() + way.y() * step.y();
        const double aside = qAbs(way.x() * step.y()) + qAbs(way.y() * step.x());
        const double cost = ahead + 2 * aside;
        if (box.node != from->node && box.depth == from->depth && ahead > 0 && cost < least) {
            least = cost;
            best = box.node;
        }
    }
    if (best != model::rootNode)
        selectNodes({best});
}

void CanvasController::enter()
{
    const QList<model::NodeId> selected = selectedNodes();
    if (selected.size() != 1)
        return;
    const model::NodeId grid = geometry().activeTab(selected.first()) != model::rootNode
                                   ? geometry().activeTab(selected.first())
                                   : selected.first();
    const QList<model::NodeId> inside = workbook().layout.childrenOf(grid);
    if (!inside.isEmpty())
        selectNodes({inside.first()});
    else if (const model::Key key = keyOf(selected.first()); !key.empty())
        Q_EMIT m_view.renameRequested(key);
}

void CanvasController::leaveContainer()
{
    const QList<model::NodeId> selected = selectedNodes();
    if (selected.isEmpty()) {
        m_session.selection().clear();
        return;
    }
    model::NodeId above = workbook().layout.parentOf(selected.first());
    const model::LayoutNode *node = workbook().layout.node(above);
    if (node && node->kind == model::NodeKind::Tab)
        above = workbook().layout.parentOf(above);
    if (above == geometry().block())
        selectBlock();
    else
        selectNodes({above});
}

bool CanvasController::moveKey(QKeyEvent *event)
{
    const QPoint step = stepOf(event->key());
    if (step.isNull())
        return false;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier)
        selectNeighbour(event->key());
    else if (selectedNodes().isEmpty())
        return false; // scrolls
    else if (modifiers == Qt::ShiftModifier)
        m_view.resizeSelection(step.x(), step.y());
    else if (modifiers == Qt::NoModifier)
        m_view.nudgeSelection(step.x(), step.y());
    else
        return false;
    return true;
}

bool CanvasController::commandKey(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool control = modifiers & Qt::ControlModifier;
    const bool shift = modifiers & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_view.removeSelection();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        return true;
    case Qt::Key_Escape:
        leaveContainer();
        return true;
    case Qt::Key_D:
        control ? m_view.duplicateSelection() : void();
        return control;
    case Qt::Key_C:
        control ? m_view.copySelection() : void();
        return control;
    case Qt::Key_X:
        control ? m_view.cutSelection() : void();
        return control;
    case Qt::Key_V:
        control ? m_view.paste() : void();
        return control;
    case Qt::Key_A:
        control ? m_view.selectAll() : void();
        return control;
    case Qt::Key_G:
        control ? (shift ? m_view.unwrapSelection() : m_view.wrapSelection()) : void();
        return control;
    case Qt::Key_0:
        control ? m_view.zoomToActualSize() : void();
        return control;
    case Qt::Key_1:
        control ? m_view.fitWidth() : void();
        return control;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        control ? m_view.zoomIn() : void();
        return control;
    case Qt::Key_Minus:
        control ? m_view.zoomOut() : void();
        return control;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const QList<model::NodeId> selected = selectedNodes();
        const auto count = selected.isEmpty() ? 0 : workbook().layout.childrenOf(selected.first()).size();
        if (!control || count == 0 || geometry().activeTab(selected.first()) == model::rootNode)
            return false;
        const int step = event->key() == Qt::Key_PageUp ? -1 : 1;
        const auto next = (m_scene.activeTab(selected.first()) + step + count) % count;
        m_view.showTab(keyOf(selected.first()), static_cast<int>(next));
        return true;
    }
    default:
        return false;
    }
}

bool CanvasController::key(QKeyEvent *event)
{
    if (m_tool) {
        if (event->key() == Qt::Key_Escape)
            cancelGesture();
        return true; // nothing else happens in the middle of a gesture
    }
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            m_space = true;
            m_view.viewport()->setCursor(Qt::OpenHandCursor);
        }
        return true;
    }
    return moveKey(event) || commandKey(event);
}

void CanvasController::keyUp(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return;
    m_space = false;
    if (!m_tool)
        m_view.viewport()->unsetCursor();
}

} // namespace tessera::designer
