// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QHash>
#include <QScrollArea>

#include "designer/graph/graph_scene.h"

class QLabel;

namespace tessera::designer {

class GraphCard;

// The surface the cards lie on: connectors, zoom, drag and keys.
class GraphCanvas : public QWidget
{
    Q_OBJECT

public:
    static constexpr double smallest = 0.4, largest = 2.0;

    GraphCanvas(Session &session, model::ActionHost host, QScrollArea *parent);
    ~GraphCanvas() override;

    GraphScene &scene() { return m_scene; }
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    void fit();
    void rebuild(); // after a change; keeps the card with the focus
    void followSelection();
    void pickEffect(const std::string &list, int index, const QPoint &global);
    void addAction(const std::string &trigger);
    GraphCard *card(const std::string &path) const; // null: none

Q_SIGNALS:
    void changed(); // the flow or the zoom

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Drag
    {
        std::string path;
        QPixmap picture;
        QPoint grip; // from the card's corner
        QPoint at;   // in the canvas
        const GraphSlot *slot = nullptr;
    };

    void addCard(const GraphNode &node);
    void choose(const GraphNode &node);
    void activate(GraphCard &card);
    void openMenu(GraphCard &card, const QPoint &global);
    void startDrag(GraphCard &card);
    void moveDrag(QPoint at);
    void endDrag(bool drop);
    bool handleCommand(QKeyEvent &event, const GraphNode &node);
    bool handleStep(QKeyEvent &event, const GraphNode &node);
    void standOn(const std::string &path); // selects and focuses, once the document has changed
    const GraphNode *focused() const;
    void paintEdge(QPainter &painter, const GraphEdge &edge) const;
    QPoint unscaled(QPoint at) const { return {qRound(at.x() / m_zoom), qRound(at.y() / m_zoom)}; }

    Session &m_session;
    QScrollArea *m_area;
    GraphScene m_scene;
    double m_zoom = 1;
    QList<GraphCard *> m_cards;
    std::optional<Drag> m_drag;
    std::optional<QPoint> m_panFrom;
};

} // namespace tessera::designer
