// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include "designer/preview/preview_card.h"
#include "designer/session/session.h"
#include "designer/style/tokens.h"
#include "model/change/change_set.h"
#include "model/workbook/look/block_look.h"

namespace tessera::designer {

namespace {

constexpr int leastPage = 720, mostPage = 1920; // px, as on the canvas
constexpr int headHeight = 52, footHeight = 60; // px of a modal's title and buttons

// Dims the page behind an overlay and keeps the mouse from it.
class Veil : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor shade = Tokens::darkTheme().canvas;
        shade.setAlpha(120);
        QPainter(this).fillRect(rect(), shade);
    }
    void mousePressEvent(QMouseEvent *event) override { event->accept(); }
};

} // namespace

PreviewView::PreviewView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_area(new QScrollArea(this))
{
    setObjectName(QStringLiteral("preview"));
    setAccessibleName(tr("Preview"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_area->setFocusPolicy(Qt::NoFocus);
    connect(&session, &Session::currentBlockChanged, this, &PreviewView::rebuild);
    connect(&session, &Session::dataChanged, this, &PreviewView::rebuild);
    connect(&session.document(), &model::Document::applied, this, [this] {
        m_stale = true;
        if (isVisible())
            layOut();
    });
}

PreviewView::~PreviewView() = default;

void PreviewView::rebuild()
{
    closeOverlay();
    m_stale = true;
    if (!isVisible())
        return;
    m_page = new PreviewPage(m_session, *this, m_session.currentBlock());
    m_area->setWidget(m_page); // deletes the page before
    layOut();
    m_area->verticalScrollBar()->setValue(0);
}

void PreviewView::layOut()
{
    if (!m_page || m_page->block() != m_session.currentBlock()) {
        rebuild();
        return;
    }
    m_stale = false;
    m_page->layOut(qBound(leastPage, m_area->viewport()->width(), mostPage));
    placeOverlay();
}

void PreviewView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        layOut();
}

void PreviewView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        layOut();
}

void PreviewView::openOverlay(const std::string &id)
{
    const model::BlockLook look = model::blockLookOf(m_session.workbook(), id);
    if (look.kind == model::BlockKind::None)
        return;
    closeOverlay();
    m_veil = new Veil(this);
    m_veil->setObjectName(QStringLiteral("previewVeil"));
    m_overlay = new PreviewPage(m_session, *this, id, m_veil);
    m_overlay->setObjectName(QStringLiteral("previewOverlay"));
    m_overlay->installEventFilter(this);
    m_overlay->setFocusPolicy(Qt::StrongFocus);
    placeOverlay();
    m_veil->show();
    m_veil->raise();
    m_overlay->setFocus();
}

void PreviewView::placeOverlay()
{
    if (!m_overlay)
        return;
    m_veil->setGeometry(rect());
    const model::BlockLook look = model::blockLookOf(m_session.workbook(), m_overlay->block());
    const bool drawer = look.kind == model::BlockKind::Drawer;
    m_overlay->layOut(qMin(width() - (drawer ? 0 : 64), look.width > 0 ? look.width : 640));
    const QSize size = m_overlay->size();
    if (drawer)
        m_overlay->move(look.atStart ? 0 : width() - size.width(), 0);
    else
        m_overlay->move((width() - size.width()) / 2, qMax(16, (height() - size.height()) / 3));
}

void PreviewView::closeOverlay()
{
    if (!m_veil)
        return;
    m_veil->hide();
    m_veil->deleteLater();
    m_veil = nullptr;
    m_overlay = nullptr;
    if (m_page && m_session.data())
        m_session.data()->watch(m_page->elements());
}

// The cross, and the buttons at the foot.
void PreviewView::pressOverlay(const QPoint &at)
{
    const model::BlockLook look = model::blockLookOf(m_session.workbook(), m_overlay->block());
    const QRect sheet = m_overlay->rect();
    if (look.closeIcon && at.y() < headHeight && at.x() > sheet.right() - 56) {
        closeOverlay();
        return;
    }
    const bool foot = (!look.primary.isEmpty() || !look.secondary.isEmpty()) && at.y() > sheet.bottom() - footHeight;
    if (!foot || at.x() < sheet.right() - 320)
        return;
    const QFontMetrics metrics(m_overlay->picture().theme().font(size::base, true));
    const int primary = look.primary.isEmpty() ? 0 : metrics.horizontalAdvance(look.primary) + 40;
    const bool first = !look.primary.isEmpty() && at.x() > sheet.right() - 15 - primary;
    const model::Object *overlay = m_session.workbook().findBlock(m_overlay->block());
    const bool acted = overlay && runActions(m_session.workbook(), *overlay, first ? "on-primary-cta-click" : "on-secondary-cta-click", {}, m_session.data(), *this);
    if (!acted)
        closeOverlay();
}

bool PreviewView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_overlay && event->type() == QEvent::MouseButtonPress)
        pressOverlay(static_cast<QMouseEvent *>(event)->position().toPoint());
    return QWidget::eventFilter(watched, event);
}

void PreviewView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_overlay)
        closeOverlay();
    else
        QWidget::keyPressEvent(event);
}

void PreviewView::openPage(const std::string &id)
{
    m_session.setCurrentBlock(id);
}

void PreviewView::revealElement(const std::string &id)
{
    const model::LayoutTree &layout = m_session.workbook().layout;
    model::NodeId node = layout.findElement(id);
    while (node != model::rootNode && layout.parentOf(node) != model::rootNode)
        node = layout.parentOf(node);
    if (const model::LayoutNode *block = layout.node(node); block && block->ref != m_session.currentBlock())
        m_session.setCurrentBlock(block->ref);
    for (const model::Object &element : m_session.workbook().elements) {
        PreviewCard *card = element.id() == id && m_page ? m_page->card(element.key()) : nullptr;
        if (card) {
            m_area->ensureWidgetVisible(card);
            card->setFocus();
        }
    }
}

void PreviewView::selectTab(const std::string &tabbedContainer, std::optional<int> index, int direction)
{
    if (!(m_overlay && m_overlay->selectTab(tabbedContainer, index, direction)) && m_page)
        m_page->selectTab(tabbedContainer, index, direction);
}

void PreviewView::say(const QString &words)
{
    Q_EMIT notified(words);
}

} // namespace tessera::designer
