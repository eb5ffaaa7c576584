// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "designer/preview/preview_card.h"
#include "designer/session/session.h"
#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "model/change/change_set.h"
#include "model/workbook/look/block_look.h"

namespace tessera::designer {

namespace {

constexpr int leastPage = 640, mostPage = 1920; // px; the panels beside a window of 1280 leave about 700

// Dims the page behind an overlay and keeps the mouse and the Tab key from it.
class Veil : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    bool focusNextPrevChild(bool next) override
    {
        QWidget *const from = focusWidget() ? focusWidget() : this;
        for (QWidget *at = next ? from->nextInFocusChain() : from->previousInFocusChain(); at != from;
             at = next ? at->nextInFocusChain() : at->previousInFocusChain()) {
            if (isAncestorOf(at) && at->isVisible() && at->isEnabled() && !at->focusProxy() &&
                (at->focusPolicy() & Qt::TabFocus)) {
                at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
                return true;
            }
        }
        return true;
    }

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
    m_area->viewport()->installEventFilter(this);
    connect(&session, &Session::currentBlockChanged, this, &PreviewView::rebuild);
    connect(&session, &Session::dataChanged, this, &PreviewView::rebuild);
    connect(&session.document(), &model::Document::applied, this, [this] {
        m_stale = true;
        if (isVisible())
            layOut();
    });
}

PreviewView::~PreviewView()
{
    m_stop.request_stop();
}

void PreviewView::rebuild()
{
    closeOverlay();
    m_stale = true;
    if (!isVisible())
        return;
    if (QWidget *before = m_area->takeWidget()) { // the click that led here may come from it
        before->hide();
        before->deleteLater();
    }
    m_page = new PreviewPage(m_session, *this, m_session.currentBlock());
    m_area->setWidget(m_page);
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
    const int room = m_area->viewport()->width();
    m_area->setHorizontalScrollBarPolicy(room >= leastPage ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_page->layOut(qBound(leastPage, room, mostPage));
    placeOverlay();
    sightChanged();
}

// The rows of all that is shown, behind an overlay too.
void PreviewView::sightChanged()
{
    if (!m_session.data() || !m_page)
        return;
    std::vector<model::Key> keys = m_page->elements();
    if (m_overlay) {
        const auto more = m_overlay->elements();
        keys.insert(keys.end(), more.begin(), more.end());
    }
    m_session.data()->watch(keys);
}

void PreviewView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        layOut();
}

void PreviewView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        forgetQuestions();
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
    m_overlay->setAccessibleName(look.title.isEmpty() ? tr("Overlay in preview") : look.title);
    m_overlay->setFocusPolicy(Qt::StrongFocus);
    placeOverlay();
    m_veil->show();
    m_veil->raise();
    m_overlay->setFocus();
    sightChanged();
}

// The cross and the buttons at the foot are painted with the frame; over them lie widgets for the keyboard and the
// mouse.
void PreviewView::placeFrameButtons()
{
    using Does = BlockPicture::FrameButton::Does;
    for (const BlockPicture::FrameButton &button : m_overlay->picture().frameButtons(m_overlay->size())) {
        QAbstractButton *&widget = m_frameButtons[button.does];
        if (!widget && button.does == Does::Close) {
            auto *cross = new QToolButton(m_overlay);
            cross->setIcon(icon(QStringLiteral("x")));
            cross->setToolTip(tr("Close (Esc)"));
            widget = cross;
        } else if (!widget) {
            widget = new QPushButton(m_overlay);
            if (button.does == Does::Primary)
                widget->setProperty("role", QStringLiteral("primary"));
        }
        widget->setObjectName(button.does == Does::Close     ? QStringLiteral("overlayClose")
                              : button.does == Does::Primary ? QStringLiteral("overlayPrimary")
                                                             : QStringLiteral("overlaySecondary"));
        widget->setAccessibleName(button.does == Does::Close ? tr("Close") : button.words);
        if (button.does != Does::Close) {
            widget->setText(button.words);
            widget->setFont(m_overlay->picture().theme().font(size::base, true));
        }
        widget->setGeometry(button.where);
        widget->disconnect(this);
        connect(widget, &QAbstractButton::clicked, this, [this, does = button.does] { pressFrame(does); });
        widget->show();
    }
}

void PreviewView::placeOverlay()
{
    if (!m_overlay)
        return;
    m_veil->setGeometry(rect());
    const model::BlockLook look = model::blockLookOf(m_session.workbook(), m_overlay->block());
    const bool drawer = look.kind == model::BlockKind::Drawer;
    const int wide = qMin(width() - (drawer ? 0 : 64), look.width > 0 ? look.width : 640);
    m_overlay->layOut(wide, drawer ? QSize(0, height()) : QSize());
    placeFrameButtons();
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
    PreviewPage *const closed = std::exchange(m_overlay, nullptr);
    m_frameButtons.clear();
    sightChanged();
    if (const model::Object *overlay = m_session.workbook().findBlock(closed->block()))
        runActions({m_session.workbook(), *overlay, m_session.data(), {}, nullptr}, "on-close", *this);
}

void PreviewView::pressFrame(BlockPicture::FrameButton::Does what)
{
    using Does = BlockPicture::FrameButton::Does;
    const model::Object *overlay = m_overlay ? m_session.workbook().findBlock(m_overlay->block()) : nullptr;
    const char *const trigger = what == Does::Primary ? "on-primary-cta-click" : "on-secondary-cta-click";
    const bool acted = overlay && what != Does::Close &&
                       runActions({m_session.workbook(), *overlay, m_session.data(), {}, nullptr}, trigger, *this);
    if (!acted)
        closeOverlay();
}

bool PreviewView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area->viewport() && event->type() == QEvent::Resize && isVisible() && m_page &&
        m_page->width() != qBound(leastPage, m_area->viewport()->width(), mostPage))
        layOut(); // the scroll bar came or went
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

PreviewCard *PreviewView::cardOf(const std::string &id) const
{
    for (const model::Object &element : m_session.workbook().elements) {
        if (element.id() != id)
            continue;
        PreviewCard *card = m_overlay ? m_overlay->card(element.key()) : nullptr;
        return card ? card : m_page ? m_page->card(element.key()) : nullptr;
    }
    return nullptr;
}

void PreviewView::revealElement(const std::string &id)
{
    const model::LayoutTree &layout = m_session.workbook().layout;
    const model::LayoutNode *block = layout.node(layout.blockOf(layout.findElement(id)));
    if (!block)
        return;
    const std::string ref = block->ref;
    if (ref != m_session.currentBlock() && block->kind == model::NodeKind::Page)
        m_session.setCurrentBlock(ref);
    else if (m_session.workbook().overlays.findById(ref) && !(m_overlay && m_overlay->block() == ref))
        openOverlay(ref);
    bringTabsToFront(id);
    const model::Object *element = m_session.workbook().elements.findById(id);
    QWidget *target = cardOf(id);
    if (!target && element && m_page)
        target = m_page->field(element->key());
    if (!target && m_page)
        target = m_page->container(id);
    if (!target)
        return;
    m_area->ensureWidgetVisible(target, 16, 16);
    target->setFocus();
}

// The tabs an element stands in, from the outside.
void PreviewView::bringTabsToFront(const std::string &element)
{
    std::vector<std::pair<std::string, int>> tabs;
    {
        const model::LayoutTree &layout = m_session.workbook().layout;
        for (model::NodeId node = layout.findElement(element); node != model::rootNode; node = layout.parentOf(node)) {
            const model::NodeId parent = layout.parentOf(node);
            const model::LayoutNode *around = layout.node(parent);
            if (around && around->kind == model::NodeKind::TabbedContainer)
                tabs.emplace_back(around->ref, static_cast<int>(layout.childrenOf(parent).indexOf(node)));
        }
    }
    for (auto tab = tabs.rbegin(); tab != tabs.rend(); ++tab)
        selectTab(tab->first, tab->second, 0);
}

void PreviewView::sortElement(const std::string &element, const std::string &column, bool descending)
{
    if (PreviewCard *card = cardOf(element))
        card->sortBy(column, descending);
}

FormValues *PreviewView::form(const std::string &element)
{
    PreviewCard *card = cardOf(element);
    return card ? card->form() : nullptr;
}

std::vector<std::string> PreviewView::blocksInSight() const
{
    std::vector<std::string> blocks;
    for (const PreviewPage *page : {m_page, m_overlay}) {
        if (!page)
            continue;
        blocks.push_back(page->block());
        for (const auto &[id, place] : page->picture().panels().places({}))
            blocks.push_back(id);
    }
    return blocks;
}

void PreviewView::leaveForDesign()
{
    closeOverlay();
    Q_EMIT designRequested();
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
