// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/graph/graph_canvas.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QWheelEvent>

#include "designer/graph/effect_picker.h"
#include "designer/graph/graph_card.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"

namespace tessera::designer {

using Kind = GraphNode::Kind;

GraphCanvas::GraphCanvas(Session &session, model::ActionHost host, QScrollArea *parent)
    : QWidget(parent)
    , m_session(session)
    , m_area(parent)
    , m_scene(session, std::move(host))
{
    setObjectName(QStringLiteral("graphCanvas"));
    setAccessibleName(tr("Actions"));
    setFocusPolicy(Qt::ClickFocus);
    rebuild();
}

GraphCanvas::~GraphCanvas() = default;

GraphCard *GraphCanvas::card(const std::string &path) const
{
    const auto found = std::ranges::find_if(
        m_cards, [&](const GraphCard *c) { return c->node().path == path && c->node().kind != Kind::Add; });
    return found == m_cards.end() ? nullptr : *found;
}

const GraphNode *GraphCanvas::focused() const
{
    const auto *card = qobject_cast<const GraphCard *>(focusWidget());
    return card && card->hasFocus() ? &card->node() : nullptr;
}

void GraphCanvas::addCard(const GraphNode &node)
{
    const CardText text = node.kind == Kind::Add ? CardText{} : m_scene.textOf(node);
    auto *card = new GraphCard(node, text, m_zoom, this);
    connect(card, &GraphCard::chosen, this, [this, card] { choose(card->node()); });
    connect(card, &GraphCard::activated, this, [this, card] { activate(*card); });
    connect(card, &GraphCard::menuRequested, this, [this, card](const QPoint &at) { openMenu(*card, at); });
    connect(card, &GraphCard::dragStarted, this, [this, card] { startDrag(*card); });
    card->show();
    m_cards.append(card);
}

void GraphCanvas::rebuild()
{
    const GraphNode *before = focused();
    const std::string path = before ? before->path : std::string();
    const bool onAdd = before && before->kind == Kind::Add;
    m_drag.reset();
    m_scene.refresh();
    for (GraphCard *card : std::exchange(m_cards, {})) {
        card->disconnect(this); // its focus leaving is no choice of the person
        card->hide();
        card->deleteLater();
    }
    for (const GraphNode &node : m_scene.layout().nodes)
        addCard(node);
    for (qsizetype i = 1; i < m_cards.size(); ++i)
        setTabOrder(m_cards.at(i - 1), m_cards.at(i));
    const QSize wanted = m_scene.layout().size * m_zoom;
    resize(wanted.expandedTo(m_area->viewport()->size()));
    setMinimumSize(wanted);
    if (before) {
        const auto same = std::ranges::find_if(m_cards, [&](const GraphCard *c) {
            return c->node().path == path && (c->node().kind == Kind::Add) == onAdd;
        });
        if (same != m_cards.end())
            (*same)->setFocus(Qt::MouseFocusReason);
    }
    followSelection();
    update();
    Q_EMIT changed();
}

void GraphCanvas::followSelection()
{
    const Selection &selection = m_session.selection();
    const bool here = selection.items() == QList<Selected>{{m_scene.host().scope, m_scene.host().key}};
    const GraphNode *node = here && !selection.path().empty() ? m_scene.find(selection.path()) : nullptr;
    for (GraphCard *card : std::as_const(m_cards)) {
        const bool selected = node && card->node().path == node->path && card->node().kind == node->kind;
        card->setSelected(selected);
        if (selected)
            m_area->ensureWidgetVisible(card, space::xl, space::xl);
    }
}

void GraphCanvas::choose(const GraphNode &node)
{
    if (node.kind != Kind::Add)
        m_session.selection().set({{m_scene.host().scope, m_scene.host().key}}, node.path);
}

void GraphCanvas::standOn(const std::string &path)
{
    if (path.empty())
        return;
    m_session.selection().set({{m_scene.host().scope, m_scene.host().key}}, path);
    if (GraphCard *there = card(path))
        there->setFocus(Qt::MouseFocusReason);
    else if (!m_cards.isEmpty())
        m_cards.first()->setFocus(Qt::MouseFocusReason);
}

void GraphCanvas::activate(GraphCard &card)
{
    const GraphNode &node = card.node();
    if (node.kind == Kind::Add)
        pickEffect(node.list, node.index, card.mapToGlobal(QPoint(0, card.height() + space::xs)));
    else
        m_session.reveal({m_scene.host().scope, m_scene.host().key, node.path, 0});
}

void GraphCanvas::pickEffect(const std::string &list, int index, const QPoint &global)
{
    auto *picker = new EffectPicker(m_session.catalogue(), this);
    connect(picker, &EffectPicker::picked, this, [this, list, index](const QString &effect) {
        standOn(m_scene.addEffect(list, index, effect.toStdString()));
    });
    picker->openAt(global);
}

void GraphCanvas::addAction(const std::string &trigger)
{
    standOn(m_scene.addAction(trigger));
}

void GraphCanvas::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, smallest, largest);
    if (qFuzzyCompare(wanted, m_zoom))
        return;
    m_zoom = wanted;
    rebuild();
}

void GraphCanvas::fit()
{
    const QSize room = m_area->viewport()->size();
    const QSize whole = m_scene.layout().size;
    setZoom(std::min(
        {1.0, room.width() / double(std::max(1, whole.width())), room.height() / double(std::max(1, whole.height()))}));
}

void GraphCanvas::openMenu(GraphCard &card, const QPoint &global)
{
    const GraphNode node = card.node();
    QMenu menu(this);
    const auto add = [&](const QString &text, const char *iconName, const QKeySequence &keys, auto run) {
        QAction *action = menu.addAction(icon(QLatin1String(iconName)), text, this, run);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // shown only: the canvas handles the keys
    };
    if (node.kind == Kind::Trigger) {
        const model::ActionFlow &flow = m_scene.flows()[static_cast<std::size_t>(node.action)];
        QMenu *triggers = menu.addMenu(icon(QStringLiteral("zap")), tr("Trigger"));
        for (const std::string &trigger : m_scene.triggers()) {
            QAction *entry = triggers->addAction(m_scene.triggerLabel(trigger), this, [this, node, trigger] {
                standOn(m_scene.setTrigger(node.action, trigger));
            });
            entry->setCheckable(true);
            entry->setChecked(trigger == flow.trigger);
        }
        add(flow.enabled ? tr("Turn off") : tr("Turn on"), "toggle-left", QKeySequence(Qt::Key_Space),
            [this, node] { standOn(m_scene.toggle(node.action)); });
    }
    if (node.kind == Kind::Effect) {
        add(tr("Add effect before…"), "plus", {}, [this, node, global] { pickEffect(node.list, node.index, global); });
        add(tr("Add effect after…"), "plus", QKeySequence(Qt::Key_Insert),
            [this, node, global] { pickEffect(node.list, node.index + 1, global); });
        if (m_scene.textOf(node).isDecision) {
            add(tr("Add else if"), "git-branch", {},
                [this, node] { standOn(m_scene.addBranch(node, model::FlowBranch::Kind::ElseIf)); });
            add(tr("Add else"), "git-branch", {},
                [this, node] { standOn(m_scene.addBranch(node, model::FlowBranch::Kind::Else)); });
        }
    }
    menu.addSeparator();
    if (node.kind != Kind::Branch)
        add(tr("Duplicate"), "copy-plus", QKeySequence(Qt::CTRL | Qt::Key_D),
            [this, node] { standOn(m_scene.duplicate(node)); });
    if (node.kind != Kind::Branch || node.branch != model::FlowBranch::Kind::If)
        add(tr("Remove"), "trash-2", QKeySequence(Qt::Key_Delete), [this, node] { standOn(m_scene.remove(node)); });
    menu.exec(global);
}

void GraphCanvas::startDrag(GraphCard &card)
{
    const QPoint at = mapFromGlobal(QCursor::pos());
    m_drag = Drag{card.node().path, card.grab(), QPoint(card.width() / 2, card.height() / 2), at, nullptr};
    grabMouse(Qt::ClosedHandCursor);
    update();
}

void GraphCanvas::moveDrag(QPoint at)
{
    m_drag->at = at;
    m_drag->slot = m_scene.slotAt(unscaled(at), m_drag->path);
    m_area->ensureVisible(at.x(), at.y(), space::xxl, space::xxl);
    update();
}

void GraphCanvas::endDrag(bool drop)
{
    releaseMouse();
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    if (drop && drag.slot) {
        const GraphSlot slot = *drag.slot;
        standOn(m_scene.move(drag.path, slot.list, slot.index));
    }
    update();
}

void GraphCanvas::mousePressEvent(QMouseEvent *event)
{
    m_panFrom = event->globalPosition().toPoint();
    if (event->button() == Qt::LeftButton)
        m_session.selection().set({{m_scene.host().scope, m_scene.host().key}}, std::string(model::actionsPath));
}

void GraphCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag)
        return moveDrag(event->position().toPoint());
    if (!m_panFrom)
        return;
    const QPoint by = event->globalPosition().toPoint() - *m_panFrom;
    m_panFrom = event->globalPosition().toPoint();
    m_area->horizontalScrollBar()->setValue(m_area->horizontalScrollBar()->value() - by.x());
    m_area->verticalScrollBar()->setValue(m_area->verticalScrollBar()->value() - by.y());
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    m_panFrom.reset();
    if (m_drag) {
        moveDrag(event->position().toPoint());
        endDrag(true);
    }
}

void GraphCanvas::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QWidget::wheelEvent(event);
    setZoom(m_zoom * std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

bool GraphCanvas::handleStep(QKeyEvent &event, const GraphNode &node)
{
    const int key = event.key();
    const int dx = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int dy = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (!dx && !dy)
        return false;
    if (event.modifiers() == Qt::AltModifier) {
        standOn(m_scene.step(node, dx, dy));
        return true;
    }
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    if (const GraphNode *next = m_scene.neighbour(node, dx, dy)) {
        const auto there =
            std::ranges::find_if(m_cards, [&](const GraphCard *c) { return c->node().rect == next->rect; });
        if (there != m_cards.end()) {
            (*there)->setFocus(Qt::OtherFocusReason);
            m_area->ensureWidgetVisible(*there, space::xl, space::xl);
        }
    }
    return true;
}

bool GraphCanvas::handleCommand(QKeyEvent &event, const GraphNode &node)
{
    GraphCard *at = qobject_cast<GraphCard *>(focusWidget());
    const QPoint below = at->mapToGlobal(QPoint(0, at->height() + space::xs));
    const bool plain = !(event.modifiers() & ~Qt::KeypadModifier);
    switch (event.key()) {
    case Qt::Key_Insert:
        if (node.kind == Kind::Effect)
            pickEffect(node.list, node.index + 1, below);
        else if (node.kind == Kind::Trigger)
            pickEffect(m_scene.flows()[static_cast<std::size_t>(node.action)].effectsPath, 0, below);
        else
            pickEffect(node.list, node.kind == Kind::Add ? node.index : 0, below);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        standOn(m_scene.remove(node));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(*at);
        return true;
    case Qt::Key_Space:
        if (node.kind == Kind::Add)
            activate(*at);
        else if (plain)
            standOn(m_scene.toggle(node.action));
        return true;
    case Qt::Key_D:
        if (event.modifiers() != Qt::ControlModifier)
            return false;
        standOn(m_scene.duplicate(node));
        return true;
    case Qt::Key_Menu:
        openMenu(*at, below);
        return true;
    default:
        return false;
    }
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    if (m_drag && event->key() == Qt::Key_Escape)
        return endDrag(false);
    if (event->matches(QKeySequence::ZoomIn) ||
        (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Equal))
        return setZoom(m_zoom * 1.25);
    if (event->matches(QKeySequence::ZoomOut))
        return setZoom(m_zoom / 1.25);
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_0)
        return setZoom(1);
    if (event->matches(QKeySequence::Undo))
        return (void)m_session.document().undo();
    if (event->matches(QKeySequence::Redo))
        return (void)m_session.document().redo();
    if (const GraphNode *present = focused()) {
        const GraphNode node = *present; // an edit replaces the cards
        if (handleStep(*event, node) || handleCommand(*event, node))
            return;
    }
    QWidget::keyPressEvent(event);
}

void GraphCanvas::paintEdge(QPainter &painter, const GraphEdge &edge) const
{
    const Tokens &t = tokensOf(palette());
    const QPointF from = QPointF(edge.from) * m_zoom;
    const QPointF to = QPointF(edge.to) * m_zoom;
    const double bend = std::max(18.0 * m_zoom, std::min(60.0 * m_zoom, (to.x() - from.x()) / 2));
    QPainterPath path(from);
    if (std::abs(from.y() - to.y()) < 1)
        path.lineTo(to);
    else if (to.x() - from.x() > 3 * bend) { // from the end of a lane: along the lane, then over to the main line
        path.lineTo(to.x() - 2 * bend, from.y());
        path.cubicTo({to.x() - bend, from.y()}, {to.x() - bend, to.y()}, to);
    } else
        path.cubicTo({from.x() + bend, from.y()}, {to.x() - bend, to.y()}, to);
    const bool on = m_scene.flows()[static_cast<std::size_t>(edge.action)].enabled;
    painter.setPen(QPen(on ? t.lineStrong : t.line, 1.5, on ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void GraphCanvas::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const GraphEdge &edge : m_scene.layout().edges)
        paintEdge(painter, edge);
    if (!m_drag)
        return;
    if (m_drag->slot) {
        const QPointF at = QPointF(m_drag->slot->at) * m_zoom;
        const double half = GraphLayout::cardHeight * m_zoom / 2;
        painter.setPen(QPen(t.accent, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at - QPointF(0, half), at + QPointF(0, half));
    }
    painter.setOpacity(0.75);
    painter.drawPixmap(m_drag->at - m_drag->grip, m_drag->picture);
}

} // namespace tessera::designer
