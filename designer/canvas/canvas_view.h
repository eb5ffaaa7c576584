// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QAbstractScrollArea>

#include "designer/canvas/element_clipboard.h"
#include "model/base/result.h"
#include "model/change/transaction.h"
#include "model/layout/arrange.h"
#include "model/workbook/object.h"

namespace tessera::model {
class BlockGeometry;
struct ChangeSet;
struct Target;
} // namespace tessera::model

namespace tessera::designer {

class Session;
class CanvasScene;
struct CanvasTransform;
struct Tokens;
class CanvasController;

// MIME type of something dragged from the palette; its bytes are an element kind, or "control/<controlType>".
inline constexpr char kindMimeType[] = "application/x-tessera-kind";

// The page, overlay or panel in front, to look at and to lay out by hand. Shows `session.currentBlock()`, follows and
// sets the session's selection, and edits only through `session.commit`. Every gesture has keys:
//   arrows nudge, Shift+arrows resize, Alt+arrows move the selection to the neighbour, Tab and Shift+Tab go through the
//   elements, Enter goes into a container (or asks for the title), Escape goes out or cancels, Delete removes, Ctrl+D
//   duplicates, Ctrl+C / X / V copy, cut and paste, Ctrl+A selects all, Ctrl+G wraps in a container, Ctrl+Shift+G
//   unwraps, Ctrl+0 / + / - zoom, Ctrl+1 fits the width, Ctrl+Page Up / Down switch tabs, Space drags the page.
class CanvasView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit CanvasView(Session &session, QWidget *parent = nullptr); // `session` outlives the view
    ~CanvasView() override;

    // 1 is 100 %; 0.1 … 4. Until somebody sets it, a page that is wider than the room is shown as wide as the room.
    double zoom() const;
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    void zoomToActualSize() { setZoom(1.0); }
    void fitWidth();
    void fitBlock();

    // Commands for menus, the palette and the keyboard. They act on the selected elements; refusals appear in words.
    void removeSelection();
    void duplicateSelection();
    void copySelection(); // to the system's clipboard
    void cutSelection();
    // From the clipboard: into the selected container, else beside the selection, else onto the block in front.
    void paste();
    void setClipText(ClipText text) { m_clipText = std::move(text); }
    void selectAll();
    void nudgeSelection(int columns, int rows);
    void resizeSelection(int columns, int rows);
    void alignSelection(model::Align how);
    void distributeSelection(model::Distribute how);
    void wrapSelection();
    void unwrapSelection();
    // Puts a new element into the next free place, inside the selected container if there is one. `source`: element it
    // reads; none: what suits the selection best.
    void insertKind(const std::string &kind, const std::optional<std::string> &source = {});
    void insert(model::Result<model::Transaction> transaction); // of one new element; shows and selects it
    // The column of a table at a point of the viewport; "" where there is none.
    std::string columnAt(QPoint viewport) const;
    void showTab(const model::Key &tabbedContainer, int index);
    bool isDragging() const; // elements, from the canvas or the palette

    // Where things are, for tests and for whoever draws over the canvas.
    const model::BlockGeometry &geometry() const;
    QRect viewportRect(const model::Key &element) const; // empty when it is not shown
    QPoint toViewport(QPoint blockPoint) const;
    QPoint toBlock(QPoint viewportPoint) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void zoomChanged(double zoom);
    // One line about what is under way ("12 × 8 at column 3, row 5"), "" when nothing is.
    void statusChanged(const QString &text);
    // Enter on an element that has a name: the window brings the field for it to the front.
    void renameRequested(const tessera::model::Key &element);
    // Elements are being dragged and the pointer is there, on the screen: a page's tab may open under it.
    void draggedOver(const QPoint &screen);
    void inserted(const tessera::model::Key &element); // from the palette or a menu, not a copy
    void noticed(const QString &message);              // something people would not see by themselves

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    friend class CanvasController;

    QMimeData *clipData(const model::Workbook &clip) const; // the caller owns it
    void tellRowsLeft(std::int64_t rows);                   // 0: nothing to tell
    void updateExtent();
    void paintPart(QPainter &painter, const QRect &part, const CanvasTransform &transform, const Tokens &tokens);
    void followData();
    void watchData();                        // asks for the rows of what is in sight
    void updateBlock(const QRegion &region); // paints a part of the block again
    void zoomAt(double zoom, QPoint viewportPoint);
    void reveal(const model::Target &target);
    void applied(const model::ChangeSet &changes);

    Session &m_session;
    std::unique_ptr<CanvasScene> m_scene;
    std::unique_ptr<CanvasController> m_controller;
    bool m_zoomChosen = false; // by a person; else the width decides
    QPoint m_offset;           // viewport position of the frame's corner
    std::string m_shownBlock;
    ClipText m_clipText;
};

} // namespace tessera::designer
