// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and the keyboard do with a card.
#include <algorithm>
#include <cmath>
#include <limits>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include "designer/preview/preview_card.h"
#include "designer/preview/preview_page.h"
#include "model/workbook/views/element_view.h"

namespace tessera::designer {

namespace {

constexpr int wheelRows = 3;

} // namespace

bool PreviewCard::event(QEvent *event)
{
    // The arrows belong to the card while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key >= Qt::Key_Left && key <= Qt::Key_Down) || key == Qt::Key_Return || key == Qt::Key_Enter ||
            key == Qt::Key_Space || key == Qt::Key_Escape)
            event->accept();
    }
    return QWidget::event(event);
}

void PreviewCard::mouseMoveEvent(QMouseEvent *event)
{
    const int at = marks().at(event->position() + m_box.card.topLeft());
    if (at != m_hovered) {
        m_hovered = at;
        const bool hand = at >= 0 && marks().marks().at(at).kind != Mark::Kind::Cell &&
                          marks().marks().at(at).kind != Mark::Kind::Place;
        if (element() && element()->kind() != "button")
            setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
    // A cell says what it holds only when it had to be shortened.
    const bool quiet = at >= 0 && marks().marks().at(at).kind == Mark::Kind::Cell &&
                       fontMetrics().horizontalAdvance(marks().marks().at(at).title) + 16 < markRect(at).width();
    showTip(quiet ? -1 : at, event->globalPosition().toPoint());
}

void PreviewCard::leaveEvent(QEvent *)
{
    m_hovered = -1;
    QToolTip::hideText();
    update();
}

void PreviewCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return;
    if (pressWhole())
        return;
    const int at = marks().at(event->position() + m_box.card.topLeft());
    m_view.focus = -1;
    if (at >= 0) {
        press(at);
    } else if (!m_view.chosen.empty()) {
        m_view.chosen.clear();
        touch();
    }
}

void PreviewCard::wheelEvent(QWheelEvent *event)
{
    const model::Object *object = element();
    if (!object || (!model::isTableKind(object->kind()) && object->kind() != "repeated-container")) {
        event->ignore(); // the page scrolls
        return;
    }
    const QPoint turn = event->angleDelta();
    const bool across = std::abs(turn.x()) > std::abs(turn.y()) || (event->modifiers() & Qt::ShiftModifier);
    if (across) {
        m_view.across = std::max(0, m_view.across - (turn.x() != 0 ? turn.x() : turn.y()) / 2);
        touch();
    } else {
        const int before = m_view.scroll;
        scrollBy(turn.y() > 0 ? -wheelRows : wheelRows);
        if (before == m_view.scroll) { // at its end, the page goes on
            event->ignore();
            return;
        }
    }
    event->accept();
}

// To the next mark in a direction: the nearest one that lies more that way than aside.
void PreviewCard::moveFocus(int key)
{
    const auto &all = marks().marks();
    if (all.isEmpty())
        return;
    if (m_view.focus < 0 || m_view.focus >= all.size()) {
        m_view.focus = 0;
        return;
    }
    const QPointF from = all.at(m_view.focus).shape.boundingRect().center();
    double best = std::numeric_limits<double>::infinity();
    int next = -1;
    for (int i = 0; i < all.size(); ++i) {
        const QPointF way = all.at(i).shape.boundingRect().center() - from;
        const double ahead = key == Qt::Key_Left    ? -way.x()
                             : key == Qt::Key_Right ? way.x()
                             : key == Qt::Key_Up    ? -way.y()
                                                    : way.y();
        const double aside = key == Qt::Key_Left || key == Qt::Key_Right ? std::abs(way.y()) : std::abs(way.x());
        if (i == m_view.focus || ahead <= 0.5)
            continue;
        const double distance = ahead + 2 * aside;
        if (distance < best) {
            best = distance;
            next = i;
        }
    }
    if (next >= 0) {
        m_view.focus = next;
    } else if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int kept = m_view.focus;
        scrollBy(key == Qt::Key_Down ? 1 : -1);
        m_view.focus = std::min<int>(kept, static_cast<int>(marks().marks().size()) - 1);
    }
}

void PreviewCard::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enter && pressWhole()) {
        event->accept();
    } else if (enter && m_view.focus >= 0 && m_view.focus < marks().marks().size()) {
        press(m_view.focus);
    } else if (enter && marks().marks().size() == 1 && marks().marks().first().kind == Mark::Kind::Jump) {
        press(0);
    } else if (event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down) {
        moveFocus(event->key());
        update();
        if (m_view.focus >= 0 && m_view.focus < marks().marks().size()) {
            setAccessibleDescription(marks().marks().at(m_view.focus).title);
            showTip(m_view.focus, mapToGlobal(markRect(m_view.focus).center()));
        }
    } else if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp) {
        scrollBy(event->key() == Qt::Key_PageDown ? 10 : -10);
    } else if (event->key() == Qt::Key_Escape && (m_view.focus >= 0 || !m_view.chosen.empty())) {
        m_view.focus = -1;
        m_view.chosen.clear();
        QToolTip::hideText();
        touch();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PreviewCard::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_page.bringIntoView(this);
    update();
}

void PreviewCard::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace tessera::designer
