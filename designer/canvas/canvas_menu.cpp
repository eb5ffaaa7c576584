// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of what lies under the pointer, or of the selection by key. The window makes it; here is what it is about.
#include <QContextMenuEvent>
#include <QPainter>

#include "designer/canvas/canvas_controller.h"
#include "designer/canvas/canvas_view.h"
#include "designer/paint/mark_list.h"
#include "designer/session/session.h"
#include "designer/style/tokens.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/element_view.h"

namespace tessera::designer {

void CanvasView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        m_controller->menuOfSelection();
    else
        m_controller->menu(event->pos(), event->globalPos());
    event->accept();
}

std::string CanvasView::columnAt(QPoint viewport) const
{
    return m_controller->columnAt(viewport);
}

bool CanvasView::isDragging() const
{
    return m_controller->carries();
}

void CanvasView::insert(model::Result<model::Transaction> transaction)
{
    m_controller->insert(std::move(transaction));
}

// The card is painted into nothing once more; what it leaves tells where its columns are.
std::string CanvasController::columnAt(QPoint viewport) const
{
    const QPoint block = m_view.toBlock(viewport);
    const model::NodeId node = geometry().nodeAt(block);
    const model::NodeBox *box = geometry().box(node);
    const model::Object *element = workbook().element(keyOf(node));
    if (!box || !element || !model::isTableKind(element->kind()))
        return {};
    MarkList marks;
    QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&nowhere);
    painter.translate(-box->card.topLeft());
    m_scene.basePicture().paintBox(painter, *box, nullptr, &marks);
    const int mark = marks.at(block, 0);
    return mark < 0 ? std::string() : marks.marks().at(mark).column;
}

void CanvasController::menu(QPoint viewport, QPoint screen)
{
    if (m_tool)
        cancelGesture();
    const model::Key key = keyOf(geometry().nodeAt(m_view.toBlock(viewport)));
    model::Target target;
    target.scope = model::Scope::Element;
    target.key = key;
    const model::Object *element = workbook().element(key);
    if (const auto column = element ? model::columnOf(*element, columnAt(viewport)) : std::nullopt) {
        target.path = column->pointer;
        m_session.selection().setElement(key, target.path);
    }
    Q_EMIT m_session.menuRequested(screen, target);
}

void CanvasController::menuOfSelection()
{
    const QList<model::NodeId> nodes = selectedNodes();
    const model::NodeBox *box = nodes.isEmpty() ? nullptr : geometry().box(nodes.first());
    const QPoint at = box ? m_view.toViewport(box->card.topLeft()) + QPoint(space::xl, space::xl)
                          : m_view.viewport()->rect().center();
    model::Target target;
    target.scope = model::Scope::Element;
    target.key = nodes.isEmpty() ? model::Key() : keyOf(nodes.first());
    Q_EMIT m_session.menuRequested(m_view.viewport()->mapToGlobal(m_view.viewport()->rect().contains(at)
                                                                      ? at
                                                                      : m_view.viewport()->rect().center()),
                                   target);
}

} // namespace tessera::designer
