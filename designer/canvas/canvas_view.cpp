// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvas_view.h"

#include <cmath>

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include "designer/canvas/canvas_controller.h"
#include "designer/canvas/canvas_scene.h"
#include "designer/session/live_data.h"
#include "designer/session/live_pictures.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr int mostParts = 12;  // of a repaint that are painted one by one
constexpr int margin = 24;     // px of canvas around the sheet
constexpr int leastPage = 720; // px: a page is never laid out narrower, it scrolls instead
constexpr int mostPage = 1920;
constexpr double leastFitting = 0.4; // zoom below which a page scrolls rather than shrinks by itself
constexpr double leastZoom = 0.1, mostZoom = 4.0;

std::string kindIn(const QMimeData *data)
{
    return data && data->hasFormat(QLatin1String(kindMimeType)) ? data->data(QLatin1String(kindMimeType)).toStdString()
                                                                : std::string();
}

void paintEmpty(QPainter &painter, const QRectF &sheet, const QString &title, const QString &words,
                const PageTheme &theme)
{
    painter.setPen(theme.text);
    painter.setFont(theme.font(size::emptyTitle, true));
    const QRectF upper(sheet.left() + 16, sheet.center().y() - 44, sheet.width() - 32, 32);
    painter.drawText(upper, Qt::AlignCenter, title);
    painter.setPen(theme.text2);
    painter.setFont(theme.font(size::base));
    painter.drawText(QRectF(upper.left(), upper.bottom() + 4, upper.width(), 44),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words);
}

} // namespace

CanvasView::CanvasView(Session &session, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_session(session)
    , m_scene(std::make_unique<CanvasScene>(session))
    , m_controller(std::make_unique<CanvasController>(*this, session, *m_scene))
    , m_shownBlock(session.currentBlock())
{
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Canvas"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAcceptDrops(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&session.document(), &model::Document::applied, this, &CanvasView::applied);
    connect(&session.selection(), &Selection::changed, m_controller.get(), &CanvasController::refreshSelection);
    connect(&session, &Session::revealed, this, &CanvasView::reveal);
    connect(&session, &Session::currentBlockChanged, this, [this] {
        const bool carries = m_controller->carries();
        if (carries)
            m_scene->setPreview(std::nullopt);
        else
            m_controller->cancelGesture();
        m_shownBlock = m_session.currentBlock();
        m_scene->rebuild();
        updateExtent();
        horizontalScrollBar()->setValue(0);
        verticalScrollBar()->setValue(0);
        m_controller->refreshSelection();
        if (carries)
            m_controller->carryOn();
    });
    connect(&session, &Session::dataChanged, this, &CanvasView::followData);
    if (session.pictures())
        connect(session.pictures(), &LivePictures::changed, this, [this] { updateBlock(m_scene->refreshPictures()); });
    followData();
    updateExtent();
    m_controller->refreshSelection();
}

CanvasView::~CanvasView() = default;

void CanvasView::followData()
{
    if (LiveData *live = m_session.data()) {
        connect(live, &LiveData::changed, this,
                [this](const model::Key &element) { updateBlock(m_scene->refreshElement(element)); });
        connect(live, &LiveData::controlsChanged, this, [this] { updateBlock(m_scene->refreshControls()); });
    }
    m_scene->rebuild();
    watchData();
    viewport()->update();
}

void CanvasView::watchData()
{
    if (!m_session.data() || !isVisible())
        return;
    const QRect room = viewport()->rect();
    m_session.data()->watch(m_scene->elementsIn(QRect(toBlock(room.topLeft()), toBlock(room.bottomRight()))));
}

double CanvasView::zoom() const
{
    return m_controller->zoom();
}

const model::BlockGeometry &CanvasView::geometry() const
{
    return m_scene->basePicture().geometry();
}

QSize CanvasView::sizeHint() const
{
    return {960, 720};
}

QPoint CanvasView::toViewport(QPoint point) const
{
    return {m_offset.x() + qRound(point.x() * zoom()), m_offset.y() + qRound(point.y() * zoom())};
}

QPoint CanvasView::toBlock(QPoint point) const
{
    return {int(std::floor((point.x() - m_offset.x()) / zoom())), int(std::floor((point.y() - m_offset.y()) / zoom()))};
}

QRect CanvasView::viewportRect(const model::Key &key) const
{
    const model::Object *element = m_session.workbook().element(key);
    const model::NodeBox *box =
        element ? geometry().box(m_session.workbook().layout.findElement(element->id())) : nullptr;
    if (!box)
        return {};
    const QPoint corner = toViewport(box->card.topLeft());
    return {corner, toViewport(box->card.bottomRight() + QPoint(1, 1)) - QPoint(1, 1)};
}

// Lays the page out for the room there is and sets the scroll bars. The offset is where the block's own origin stands.
void CanvasView::updateExtent()
{
    const QSize room = viewport()->size();
    m_scene->setAvailableWidth(qBound(leastPage, room.width() - 2 * margin, mostPage));
    const BlockPicture &picture = m_scene->basePicture();
    if (!m_zoomChosen && isVisible()) {
        const double fitting = (room.width() - 2.0 * margin) / qMax(1, picture.size().width());
        if (const double zoom = qBound(leastFitting, fitting, 1.0); !qFuzzyCompare(zoom, this->zoom())) {
            m_controller->setZoom(zoom);
            Q_EMIT zoomChanged(zoom);
        }
    }
    const QSize sheet(qRound(picture.size().width() * zoom()), qRound(picture.size().height() * zoom()));
    const QSize all = sheet + QSize(2 * margin, 2 * margin);
    horizontalScrollBar()->setRange(0, qMax(0, all.width() - room.width()));
    verticalScrollBar()->setRange(0, qMax(0, all.height() - room.height()));
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    horizontalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setSingleStep(24);
    const int left =
        all.width() < room.width() ? (room.width() - sheet.width()) / 2 : margin - horizontalScrollBar()->value();
    const int top = margin - verticalScrollBar()->value();
    m_offset = QPoint(left, top) + QPoint(qRound(picture.origin().x() * zoom()), qRound(picture.origin().y() * zoom()));
    watchData();
    viewport()->update();
}

void CanvasView::updateBlock(const QRegion &region)
{
    const CanvasTransform transform{QPointF(m_offset), zoom()};
    QRegion dirty;
    for (const QRect &rect : region)
        dirty += transform.map(rect).toAlignedRect().adjusted(-2, -2, 2, 2);
    viewport()->update(dirty);
}

void CanvasView::zoomAt(double wanted, QPoint point)
{
    const double next = qBound(leastZoom, wanted, mostZoom);
    m_zoomChosen = true;
    if (qFuzzyCompare(next, zoom()))
        return;
    const QPointF under((point.x() - m_offset.x()) / zoom(), (point.y() - m_offset.y()) / zoom());
    m_controller->setZoom(next);
    updateExtent();
    // The point under the pointer stays under it.
    const QPointF now(m_offset.x() + under.x() * next, m_offset.y() + under.y() * next);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(now.x() - point.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(now.y() - point.y()));
    Q_EMIT zoomChanged(next);
}

void CanvasView::setZoom(double zoom)
{
    zoomAt(zoom, viewport()->rect().center());
}

void CanvasView::zoomIn()
{
    setZoom(zoom() * 1.25);
}

void CanvasView::zoomOut()
{
    setZoom(zoom() / 1.25);
}

void CanvasView::fitWidth()
{
    setZoom((viewport()->width() - 2.0 * margin) / qMax(1, m_scene->basePicture().size().width()));
}

void CanvasView::fitBlock()
{
    const QSize sheet = m_scene->basePicture().size();
    setZoom(qMin((viewport()->width() - 2.0 * margin) / qMax(1, sheet.width()),
                 (viewport()->height() - 2.0 * margin) / qMax(1, sheet.height())));
}

void CanvasView::showTab(const model::Key &tabbed, int index)
{
    const model::Object *element = m_session.workbook().element(tabbed);
    const model::NodeId node = element ? m_session.workbook().layout.findElement(element->id()) : model::rootNode;
    if (node == model::rootNode || index < 0 || index >= m_session.workbook().layout.childrenOf(node).size())
        return;
    m_scene->setActiveTab(node, index);
    updateExtent();
    m_controller->refreshSelection();
}

void CanvasView::reveal(const model::Target &target)
{
    const model::LayoutTree &layout = m_session.workbook().layout;
    const model::Object *element =
        target.scope == model::Scope::Element ? m_session.workbook().element(target.key) : nullptr;
    model::NodeId node = element ? layout.findElement(element->id()) : target.node;
    // Whatever hides in a tab behind comes to the front.
    for (model::NodeId up = node; up != model::rootNode; up = layout.parentOf(up)) {
        const model::LayoutNode *here = layout.node(up);
        if (here && here->kind == model::NodeKind::Tab)
            m_scene->setActiveTab(layout.parentOf(up), layout.indexOf(up));
    }
    updateExtent();
    const model::NodeBox *box = geometry().box(node);
    if (!box)
        return;
    const QRect shown(toViewport(box->card.topLeft()), box->card.size() * zoom());
    const QRect room = viewport()->rect().adjusted(margin, margin, -margin, -margin);
    if (!room.contains(shown)) {
        m_controller->scrollBy({shown.left() < room.left() || shown.width() > room.width() ? shown.left() - room.left()
                                : shown.right() > room.right() ? shown.right() - room.right()
                                                               : 0,
                                shown.top() < room.top() || shown.height() > room.height() ? shown.top() - room.top()
                                : shown.bottom() > room.bottom() ? shown.bottom() - room.bottom()
                                                                 : 0});
    }
    m_controller->refreshSelection();
}

void CanvasView::applied(const model::ChangeSet &changes)
{
    if (m_controller->isBusy())
        m_controller->cancelGesture();
    const QSize before = m_scene->basePicture().size();
    const QRegion dirty = m_scene->apply(changes);
    if (m_scene->basePicture().size() != before) {
        updateExtent();
    } else {
        updateBlock(dirty);
    }
    watchData();
    if (changes.structure || !changes.nodes.isEmpty())
        m_controller->refreshSelection();
}

bool CanvasView::event(QEvent *event)
{
    // Single keys that a shortcut somewhere could take away from the canvas.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool own = key == Qt::Key_Space || (key >= Qt::Key_Left && key <= Qt::Key_Down) || key == Qt::Key_Escape;
        if (own)
            event->accept();
    }
    return QAbstractScrollArea::event(event);
}

bool CanvasView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_controller->leave();
    return QAbstractScrollArea::viewportEvent(event);
}

void CanvasView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Tokens &tokens = tokensOf(palette());
    const CanvasTransform transform{QPointF(m_offset), zoom()};
    // One plain rectangle after another: Qt copies pixels into those, and works span by span in anything else.
    const QRegion region =
        event->region().rectCount() <= mostParts ? event->region() : QRegion(event->region().boundingRect());
    for (const QRect &part : region) {
        painter.setClipRect(part);
        paintPart(painter, part, transform, tokens);
    }
    m_controller->overlayPainted();
}

void CanvasView::paintPart(QPainter &painter, const QRect &part, const CanvasTransform &transform, const Tokens &tokens)
{
    m_scene->paint(painter, part, transform, devicePixelRatioF(), tokens);
    const BlockPicture &picture = m_scene->picture();
    if (picture.look().kind == model::BlockKind::None) {
        paintEmpty(painter, viewport()->rect(), tr("Nothing to show"), tr("Add a page or open one in the outline."),
                   picture.theme());
    } else if (picture.geometry().boxes().isEmpty()) {
        paintEmpty(painter, transform.map(QRect(QPoint(0, 0), picture.geometry().size())), tr("This page is empty"),
                   tr("Drag an element here from the palette, or press Ctrl+K and type what you need. A CSV file "
                      "dropped here becomes a table."),
                   picture.theme());
    }
    paintOverlay(painter, m_controller->overlay(), picture.geometry(), transform, tokens);
}

void CanvasView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    updateExtent();
}

void CanvasView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateExtent();
}

void CanvasView::scrollContentsBy(int, int)
{
    updateExtent();
}

void CanvasView::mousePressEvent(QMouseEvent *event)
{
    m_controller->press(event);
}

void CanvasView::mouseMoveEvent(QMouseEvent *event)
{
    m_controller->move(event);
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    m_controller->release(event);
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_controller->doubleClick(event);
}

void CanvasView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoomAt(zoom() * std::pow(1.0015, event->angleDelta().y()), event->position().toPoint());
    event->accept();
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    if (!m_controller->key(event))
        QAbstractScrollArea::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent *event)
{
    m_controller->keyUp(event);
    QAbstractScrollArea::keyReleaseEvent(event);
}

// Tab goes through the elements; from the last one it leaves the canvas, so nobody is caught in it.
bool CanvasView::focusNextPrevChild(bool next)
{
    const QList<model::NodeId> before = m_controller->selectedNodes();
    if (geometry().boxes().isEmpty())
        return QAbstractScrollArea::focusNextPrevChild(next);
    m_controller->selectNext(next);
    const QList<model::NodeId> after = m_controller->selectedNodes();
    const auto place = [&](const QList<model::NodeId> &nodes) {
        const model::NodeBox *box = nodes.isEmpty() ? nullptr : geometry().box(nodes.last());
        return box ? box->cell.top() * 10000 + box->cell.left() : -1;
    };
    const bool wrapped = !before.isEmpty() && (next ? place(after) < place(before) : place(after) > place(before));
    if (!wrapped)
        return true;
    m_controller->selectNodes(before);
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void CanvasView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CanvasView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void CanvasView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!kindIn(event->mimeData()).empty())
        event->acceptProposedAction();
}

void CanvasView::dragMoveEvent(QDragMoveEvent *event)
{
    const std::string kind = kindIn(event->mimeData());
    if (kind.empty())
        return;
    m_controller->dragOver(kind, event->position().toPoint());
    // Accepted also where it is refused: the reason is shown, and a drop there does nothing.
    event->acceptProposedAction();
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_controller->dragLeft();
}

void CanvasView::dropEvent(QDropEvent *event)
{
    const std::string kind = kindIn(event->mimeData());
    if (kind.empty())
        return;
    m_controller->dragOver(kind, event->position().toPoint());
    if (m_controller->dropped())
        event->acceptProposedAction();
    setFocus(Qt::MouseFocusReason);
}

void CanvasView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        viewport()->update();
    if (event->type() == QEvent::LanguageChange) {
        m_scene->rebuild();
        updateExtent();
    }
}

} // namespace tessera::designer
