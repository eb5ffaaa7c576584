// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvas_controller.h"

#include <algorithm>

#include <QAccessible>
#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>

#include "designer/canvas/canvas_view.h"
#include "designer/paint/kind_names.h"
#include "designer/session/live_cause.h"
#include "designer/session/live_data.h"
#include "designer/session/session.h"
#include "designer/style/tokens.h"
#include "model/edit/edit_rules.h"
#include "model/edit/insert_edit.h"

namespace tessera::designer {

namespace {

constexpr int tabDelay = 500; // ms a drag rests on a tab before the tab opens

} // namespace

CanvasController::CanvasController(CanvasView &view, Session &session, CanvasScene &scene)
    : m_view(view)
    , m_session(session)
    , m_scene(scene)
{
    const bool animated = view.style()->styleHint(QStyle::SH_Widget_Animate, nullptr, &view) != 0;
    m_fade.setDuration(animated ? motion::ms : 0);
    m_fade.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_overlay.gridStrength = value.toDouble();
        repaintOverlay();
    });
    m_tabDelay.setSingleShot(true);
    m_tabDelay.setInterval(tabDelay);
    connect(&m_tabDelay, &QTimer::timeout, this, &CanvasController::openHoveredTab);
}

const model::Workbook &CanvasController::workbook() const
{
    return m_session.workbook();
}

const model::Catalogue &CanvasController::catalogue() const
{
    return m_session.catalogue();
}

void CanvasController::preview(std::optional<model::LayoutTree> layout, model::NodeId ghost)
{
    m_view.updateBlock(m_scene.setPreview(std::move(layout), ghost));
}

QRect CanvasController::previewCard(model::NodeId node) const
{
    const model::NodeBox *box = m_scene.geometry().box(node);
    return box ? box->card : QRect();
}

void CanvasController::status(const QString &text)
{
    Q_EMIT m_view.statusChanged(text);
}

void CanvasController::scrollBy(QPoint delta)
{
    m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() + delta.x());
    m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() + delta.y());
}

ToolInput CanvasController::inputAt(QPoint viewport, Qt::KeyboardModifiers modifiers) const
{
    return {m_view.toBlock(viewport), viewport, modifiers};
}

model::Key CanvasController::keyOf(model::NodeId node) const
{
    const model::LayoutNode *here = workbook().layout.node(node);
    const model::Object *element = here ? workbook().elementOf(*here) : nullptr;
    return element ? element->key() : model::Key();
}

QList<model::NodeId> CanvasController::selectedNodes() const
{
    QList<model::NodeId> shown;
    for (const model::NodeId node : model::nodesOf(workbook(), m_session.selection().elements())) {
        if (workbook().layout.blockOf(node) == geometry().block())
            shown.append(node);
    }
    return shown;
}

void CanvasController::selectNodes(const QList<model::NodeId> &nodes)
{
    QList<Selected> items;
    for (const model::NodeId node : nodes) {
        const Selected item{model::Scope::Element, keyOf(node)};
        if (!item.key.empty() && !items.contains(item))
            items.append(item);
    }
    m_session.selection().set(items);
}

void CanvasController::selectBlock()
{
    for (const model::Collection collection :
         {model::Collection::Pages, model::Collection::Overlays, model::Collection::Panels}) {
        if (const model::Object *block = workbook().list(collection).findById(m_session.currentBlock())) {
            m_session.selection().set({{model::scopeOf(collection), block->key()}});
            return;
        }
    }
    m_session.selection().clear();
}

void CanvasController::refreshSelection()
{
    const QList<model::NodeId> nodes = selectedNodes();
    m_overlay.selected = nodes;
    m_overlay.handles = nodes.size() == 1 && !m_session.document().isReadOnly();
    m_overlay.sizeLabel.clear();
    if (nodes.size() == 1) {
        const model::GridRect rect = geometry().rectOf(nodes.first());
        m_overlay.sizeLabel = CanvasView::tr("%1 × %2").arg(rect.w).arg(rect.h);
    }
    m_overlay.refusal.clear();
    announce();
    repaintOverlay();
}

void CanvasController::repaintOverlay()
{
    const CanvasTransform transform{QPointF(m_view.toViewport({0, 0})), m_zoom};
    const QRect room = m_view.viewport()->rect();
    QRegion dirty = m_overlayShown + overlayRegion(m_overlay, m_scene.geometry(), transform, room);
    const QRect columns = columnsRect(m_overlay, m_scene.geometry(), transform);
    if (columns != m_columnsShown || m_overlay.gridStrength != m_strengthShown)
        dirty = (dirty + columns + m_columnsShown).intersected(room);
    m_view.viewport()->update(dirty);
}

void CanvasController::overlayPainted()
{
    const CanvasTransform transform{QPointF(m_view.toViewport({0, 0})), m_zoom};
    m_overlayShown = overlayRegion(m_overlay, m_scene.geometry(), transform, m_view.viewport()->rect());
    m_columnsShown = columnsRect(m_overlay, m_scene.geometry(), transform);
    m_strengthShown = m_overlay.gridStrength;
}

// Tells screen readers what is selected, and where.
void CanvasController::announce()
{
    QString words;
    if (m_overlay.selected.size() == 1) {
        const model::NodeId node = m_overlay.selected.first();
        const model::LayoutNode *here = workbook().layout.node(node);
        const model::Object *element = here ? workbook().elementOf(*here) : nullptr;
        const model::GridRect rect = geometry().rectOf(node);
        if (element)
            words = CanvasView::tr("%1, %2, %3 columns by %4 rows, at column %5, row %6")
                        .arg(model::elementName(*element), kindLabel(catalogue(), *element))
                        .arg(rect.w)
                        .arg(rect.h)
                        .arg(rect.x + 1)
                        .arg(rect.y + 1);
    } else if (m_overlay.selected.size() > 1) {
        words = CanvasView::tr("%1 elements selected").arg(m_overlay.selected.size());
    } else {
        words = CanvasView::tr("Nothing selected. Press Tab to go through the elements.");
    }
    if (m_view.accessibleDescription() == words)
        return;
    m_view.setAccessibleDescription(words);
    QAccessibleEvent event(&m_view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool CanvasController::commit(model::Result<model::Transaction> transaction)
{
    if (!transaction) {
        const QList<model::NodeId> nodes = selectedNodes();
        const model::NodeBox *box = nodes.isEmpty() ? nullptr : geometry().box(nodes.first());
        m_overlay.refusal = transaction.error().message;
        m_overlay.pointer = box ? box->card.bottomLeft() : m_view.toBlock(m_view.viewport()->rect().center());
        repaintOverlay();
        return false;
    }
    const QList<model::Key> fresh = model::insertedElements(*transaction);
    if (!m_session.commit(std::move(*transaction)))
        return false;
    if (!fresh.isEmpty()) {
        QList<Selected> items;
        for (const model::Key &key : fresh) {
            const model::Object *element = workbook().element(key);
            const model::NodeId node = element ? workbook().layout.findElement(element->id()) : model::rootNode;
            const model::NodeId parent = workbook().layout.parentOf(node);
            // Of a copied container only the container itself.
            if (node != model::rootNode && !fresh.contains(keyOf(parent)) &&
                !fresh.contains(keyOf(workbook().layout.parentOf(parent))))
                items.append({model::Scope::Element, key});
        }
        m_session.selection().set(items);
        if (!items.isEmpty())
            m_view.reveal({model::Scope::Element, items.first().key, {}, 0}); // what is new is seen
        if (m_inserting && items.size() == 1)
            Q_EMIT m_view.inserted(items.first().key);
    }
    return true;
}

void CanvasController::start(std::unique_ptr<Tool> tool)
{
    m_tool = std::move(tool);
    m_overlay.hovered = model::rootNode;
    m_overlay.handles = false;
    m_overlay.refusal.clear();
    if (m_tool->showsGrid())
        fadeGrid(true);
}

void CanvasController::fadeGrid(bool in)
{
    m_fade.stop();
    m_fade.setStartValue(m_overlay.gridStrength);
    m_fade.setEndValue(in ? 1.0 : 0.0);
    m_fade.start();
}

void CanvasController::clearTransient()
{
    m_tool.reset();
    m_press = Press::None;
    m_tabDelay.stop();
    m_hoveredTab = {model::rootNode, -1};
    m_view.updateBlock(m_scene.setPreview(std::nullopt));
    m_overlay.drop = {};
    m_overlay.band = {};
    m_overlay.guides.clear();
    m_overlay.distances.clear();
    m_overlay.refusal.clear();
    m_dropKind.clear();
    if (m_overlay.gridStrength > 0)
        fadeGrid(false);
    m_view.viewport()->unsetCursor();
    status({});
    refreshSelection();
}

void CanvasController::cancelGesture()
{
    clearTransient();
}

void CanvasController::finishTool()
{
    const auto caught = m_tool->caught();
    auto transaction = m_tool->finish();
    const QString refusal = m_overlay.refusal;
    const QPoint pointer = m_overlay.pointer;
    clearTransient();
    if (caught)
        caught->isEmpty() ? selectBlock() : selectNodes(*caught);
    if (transaction && !transaction->changes.empty())
        commit(std::move(*transaction));
    // The reason stays until the next thing happens; it would be gone too soon with the button.
    if (!refusal.isEmpty()) {
        m_overlay.refusal = refusal;
        m_overlay.pointer = pointer;
    }
    repaintOverlay();
}

bool CanvasController::pressHandle(QPoint viewport)
{
    if (!m_overlay.handles || m_overlay.selected.size() != 1)
        return false;
    const model::NodeId node = m_overlay.selected.first();
    const model::NodeBox *box = geometry().box(node);
    if (!box)
        return false;
    const CanvasTransform transform{QPointF(m_view.toViewport({0, 0})), m_zoom};
    const Handle handle = handleAt(transform.map(box->card), viewport);
    if (handle == Handle::None)
        return false;
    start(makeResizeTool(*this, node, handle, m_view.toBlock(viewport)));
    m_view.viewport()->setCursor(m_tool->cursor());
    return true;
}

void CanvasController::press(QMouseEvent *event)
{
    m_overlay.refusal.clear();
    m_pressPoint = event->pos();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_space)) {
        start(makePanTool(*this, event->pos()));
        m_view.viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    const QPoint block = m_view.toBlock(event->pos());
    const model::NodeId node = geometry().nodeAt(block);
    if (event->button() == Qt::RightButton) {
        // The menu is about what lies under the pointer.
        if (node != model::rootNode && !selectedNodes().contains(node))
            selectNodes({node});
        return;
    }
    if (event->button() != Qt::LeftButton || pressHandle(event->pos()))
        return;
    if (pressTab(block)) {
        m_press = Press::Tab;
        return;
    }
    m_pressed = node;
    m_press = node == model::rootNode ? Press::Empty : Press::Node;
    const bool adds = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    const QList<model::NodeId> selected = selectedNodes();
    const bool within = std::any_of(selected.begin(), selected.end(),
                                    [&](model::NodeId above) { return workbook().layout.isAncestor(above, node); });
    // A press on something new selects it at once, so that a drag moves it; inside a selected container the container
    // goes along and only a click goes in.
    if (m_press == Press::Node && !adds && !selected.contains(node) && !within)
        selectNodes({node});
}

void CanvasController::startDrag(const ToolInput &input)
{
    const ToolInput from = inputAt(m_pressPoint, input.modifiers);
    if (m_press == Press::Empty) {
        start(makeBandTool(*this, from.block));
        return;
    }
    if (m_session.document().isReadOnly()) {
        m_overlay.refusal = CanvasView::tr("This workbook is open for reading only.");
        m_overlay.pointer = input.block;
        m_press = Press::None;
        repaintOverlay();
        return;
    }
    QList<model::NodeId> nodes = model::outermost(workbook().layout, selectedNodes());
    model::NodeId grabbed = m_pressed;
    const auto holds = [&](model::NodeId node) {
        return node == m_pressed || workbook().layout.isAncestor(node, m_pressed);
    };
    const auto holder = std::find_if(nodes.cbegin(), nodes.cend(), holds);
    if (holder == nodes.cend()) {
        nodes = {m_pressed};
        selectNodes(nodes);
    } else {
        grabbed = *holder;
    }
    start(makeMoveTool(*this, nodes, grabbed, from.block));
}

void CanvasController::move(QMouseEvent *event)
{
    const ToolInput input = inputAt(event->pos(), event->modifiers());
    const bool far = (event->pos() - m_pressPoint).manhattanLength() >= QApplication::startDragDistance();
    if (!m_tool && (m_press == Press::Node || m_press == Press::Empty) && (event->buttons() & Qt::LeftButton) && far)
        startDrag(input);
    if (m_tool) {
        m_dragged = event->pos();
        if (m_tool->showsGrid()) {
            waitOverTab(input.block);
            Q_EMIT m_view.draggedOver(event->globalPosition().toPoint());
        }
        m_tool->update(input);
        m_view.viewport()->setCursor(m_tool->cursor());
        repaintOverlay();
        return;
    }
    if (event->buttons() == Qt::NoButton)
        hover(event->pos());
}

void CanvasController::hover(QPoint viewport)
{
    const QPoint block = m_view.toBlock(viewport);
    Qt::CursorShape shape = m_space ? Qt::OpenHandCursor : Qt::ArrowCursor;
    if (m_overlay.handles && m_overlay.selected.size() == 1) {
        const CanvasTransform transform{QPointF(m_view.toViewport({0, 0})), m_zoom};
        if (const model::NodeBox *box = geometry().box(m_overlay.selected.first())) {
            if (const Handle handle = handleAt(transform.map(box->card), viewport); handle != Handle::None)
                shape = cursorOf(handle);
        }
    }
    m_view.viewport()->setCursor(shape);
    const model::NodeId node = geometry().nodeAt(block);
    if (node == m_overlay.hovered)
        return;
    m_overlay.hovered = node;
    repaintOverlay();
}

void CanvasController::leave()
{
    if (m_overlay.hovered == model::rootNode)
        return;
    m_overlay.hovered = model::rootNode;
    repaintOverlay();
}

void CanvasController::click(model::NodeId node, Qt::KeyboardModifiers modifiers)
{
    const bool adds = modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    if (node == model::rootNode) {
        if (!adds)
            selectBlock();
        return;
    }
    const model::Key key = keyOf(node);
    if (adds && !key.empty())
        m_session.selection().toggle({model::Scope::Element, key});
    else if (!adds)
        selectNodes({node});
}

void CanvasController::release(QMouseEvent *event)
{
    if (m_tool) {
        finishTool();
        return;
    }
    const Press press = m_press;
    m_press = Press::None;
    if (event->button() == Qt::LeftButton && (press == Press::Node || press == Press::Empty))
        click(m_pressed, event->modifiers());
}

void CanvasController::doubleClick(QMouseEvent *event)
{
    const QPoint block = m_view.toBlock(event->pos());
    if (event->button() != Qt::LeftButton || pressTab(block))
        return;
    const BlockPicture &picture = m_scene.basePicture();
    if (const std::string panel =
            picture.panels().panelAt(block + picture.origin(), QRect(QPoint(0, 0), picture.size()));
        !panel.empty()) {
        m_session.setCurrentBlock(panel); // panels are edited in a tab of their own
        return;
    }
    const model::Key key = keyOf(geometry().nodeAt(block));
    const model::Object *element = workbook().element(key);
    if (!element)
        return;
    const auto rows = m_session.data() ? m_session.data()->rowsOf(key) : nullptr;
    if (const auto cause =
            causeOf(workbook(), *element, rows.get())) // it says why it cannot run: to the place at fault
        m_session.reveal(*cause);
    else if (element->kind() == "input-table")
        Q_EMIT m_session.openRowsRequested(key);
    else
        Q_EMIT m_view.renameRequested(key);
}

} // namespace tessera::designer
