// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "designer/graph/graph_scene.h"

namespace tessera::designer {

// One node of the graph as a widget of its own, so that it has focus, a tooltip and an accessible name like any other.
class GraphCard : public QWidget
{
    Q_OBJECT

public:
    GraphCard(GraphNode node, CardText text, double zoom, QWidget *parent);

    const GraphNode &node() const { return m_node; }
    bool isSelected() const { return m_selected; }
    void setSelected(bool selected);

Q_SIGNALS:
    void chosen();    // clicked or focused
    void activated(); // double click, Enter, or a click on a place to add
    void menuRequested(const QPoint &global);
    void dragStarted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintCard(QPainter &painter) const;
    void paintBranch(QPainter &painter) const;
    void paintAdd(QPainter &painter) const;
    void paintSentence(QPainter &painter, const QRectF &rect) const;
    void paintFrame(QPainter &painter, const QRectF &rect, double radius, const QColor &fill) const;

    GraphNode m_node;
    CardText m_text;
    double m_zoom;
    bool m_selected = false;
    bool m_hovered = false;
    QPoint m_pressed;
    bool m_mayDrag = false;
};

} // namespace tessera::designer
