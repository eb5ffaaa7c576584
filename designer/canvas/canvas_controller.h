// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariantAnimation>

#include "designer/canvas/canvas_scene.h"
#include "designer/canvas/tool.h"

class QKeyEvent;
class QMouseEvent;

namespace tessera::designer {

class CanvasView;
class Session;

// Turns what hands do into selections and transactions: finds what is meant, runs one tool at a time, commits its
// result once. Commands of menus and keys end here too.
class CanvasController : public QObject, public ToolHost
{
    Q_OBJECT

public:
    CanvasController(CanvasView &view, Session &session, CanvasScene &scene);

    // ToolHost
    const model::Workbook &workbook() const override;
    const model::Catalogue &catalogue() const override;
    const model::BlockGeometry &geometry() const override { return m_scene.basePicture().geometry(); }
    double zoom() const override { return m_zoom; }
    CanvasOverlay &overlay() override { return m_overlay; }
    void preview(std::optional<model::LayoutTree> layout, model::NodeId ghost) override;
    QRect previewCard(model::NodeId node) const override;
    void status(const QString &text) override;
    void scrollBy(QPoint delta) override;

    void setZoom(double zoom) { m_zoom = zoom; }
    const CanvasOverlay &overlay() const { return m_overlay; }

    // Pointer. Positions in the viewport.
    void press(QMouseEvent *event);
    void move(QMouseEvent *event);
    void release(QMouseEvent *event);
    void doubleClick(QMouseEvent *event);
    void leave();
    bool key(QKeyEvent *event);                // true: handled
    void menu(QPoint viewport, QPoint screen); // asks for the menu of what lies there
    void menuOfSelection();
    std::string columnAt(QPoint viewport) const;
    void keyUp(QKeyEvent *event);

    // Drag and drop from the palette.
    void dragOver(const std::string &kind, QPoint viewport);
    void dragLeft();
    bool dropped();

    void cancelGesture();
    bool isBusy() const { return m_tool != nullptr; }
    // Whether what is dragged goes along to another block.
    bool carries() const { return m_tool && m_tool->showsGrid(); }
    void carryOn(); // on the block in front now

    // The selection as nodes of the block in front.
    QList<model::NodeId> selectedNodes() const;
    void selectNodes(const QList<model::NodeId> &nodes);
    void selectBlock();
    void refreshSelection(); // from the session into the overlay
    void repaintOverlay();   // what it covered and what it covers now
    void overlayPainted();   // from the view: the screen shows the overlay as it is

    // One transaction, refusals shown beside the selection. Selects what it inserts.
    bool commit(model::Result<model::Transaction> transaction);
    // The same for one new element, which the view tells about.
    void insert(model::Result<model::Transaction> transaction);
    void selectNext(bool forward);

private:
    enum class Press
    {
        None,
        Node,  // may become a click or a move
        Empty, // may become a click or a rubber band
        Tab,
    };

    ToolInput inputAt(QPoint viewport, Qt::KeyboardModifiers modifiers) const;
    model::Key keyOf(model::NodeId node) const;
    void click(model::NodeId node, Qt::KeyboardModifiers modifiers);
    void startDrag(const ToolInput &input);
    void start(std::unique_ptr<Tool> tool);
    void finishTool();
    void clearTransient();
    void hover(QPoint viewport);
    // The tabbed container and the tab whose label is at a point of the block; root: none.
    std::pair<model::NodeId, int> tabAt(QPoint block) const;
    bool pressTab(QPoint block);
    void waitOverTab(QPoint block); // something is dragged: a tab it rests on comes to the front
    void openHoveredTab();
    bool pressHandle(QPoint viewport);
    void fadeGrid(bool in);
    void selectNeighbour(int key);
    bool moveKey(QKeyEvent *event);
    bool commandKey(QKeyEvent *event);
    void enter();
    void leaveContainer();
    void announce();

    CanvasView &m_view;
    Session &m_session;
    CanvasScene &m_scene;
    CanvasOverlay m_overlay;
    QRegion m_overlayShown; // where the screen shows it
    QRect m_columnsShown;
    double m_strengthShown = 0;
    double m_zoom = 1;
    std::unique_ptr<Tool> m_tool;
    Press m_press = Press::None;
    model::NodeId m_pressed = model::rootNode;
    QPoint m_pressPoint;
    bool m_space = false;
    bool m_inserting = false; // what is committed comes from the palette, not from a copy
    std::string m_dropKind;
    QVariantAnimation m_fade;
    QTimer m_tabDelay;
    std::pair<model::NodeId, int> m_hoveredTab{model::rootNode, -1};
    QPoint m_dragged; // where the drag is, px of the viewport
};

} // namespace tessera::designer
