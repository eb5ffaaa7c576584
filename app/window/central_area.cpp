// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/central_area.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "designer/canvas/canvas_view.h"
#include "designer/code/code_pane.h"
#include "designer/formula/formula_bar.h"
#include "designer/graph/action_graph.h"
#include "designer/grid/row_grid.h"
#include "designer/panels/kind_look.h"
#include "designer/preview/preview_view.h"
#include "designer/session/live_data.h"
#include "designer/session/session.h"
#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "designer/widgets/empty_state.h"
#include "model/base/text.h"
#include "model/workbook/views/page_view.h"

namespace tessera::app {

using namespace designer;
using model::Collection;
using model::Scope;

namespace {

constexpr int tabDelayMs = 500; // a drag rests on a tab before its page opens

} // namespace

CentralArea::CentralArea(Session &session, const Composition &composition,
                         std::function<adapters::LoadedWorkbook()> original, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_composition(composition)
    , m_original(std::move(original))
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_formula(new FormulaBar(session, this))
    , m_canvas(new CanvasView(session, this))
    , m_empty(
          new EmptyState(QStringLiteral("layout-dashboard"), tr("No pages yet"),
                         tr("A workbook shows its elements on pages. Add the first one, then drag elements onto it.")))
{
    m_bar->setObjectName(QStringLiteral("tabs"));
    m_bar->setAccessibleName(tr("Pages and open tabs"));
    m_bar->setTabsClosable(true);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setDrawBase(false);
    m_bar->setFocusPolicy(Qt::TabFocus);
    auto *strip = new QWidget(this);
    strip->setAttribute(Qt::WA_StyledBackground);
    strip->setProperty("surface", QStringLiteral("window"));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(space::s, 0, space::s, 0);
    row->addWidget(m_bar, 1);
    m_bar->setChangeCurrentOnDrag(true); // something from the palette may go onto another page
    m_canvas->setObjectName(QStringLiteral("canvas"));
    m_canvas->setClipText(composition.clipText());
    m_empty->addOffer(tr("Add a page"), QStringLiteral("Ctrl+Shift+N"), [this] { Q_EMIT addPageRequested(); });
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(strip);
    layout->addWidget(m_formula);
    layout->addWidget(m_stack, 1);

    connect(m_formula, &FormulaBar::panelRequested, this, &CentralArea::formulaPanelRequested);
    connect(this, &CentralArea::frontChanged, this, [this] {
        m_formula->setVisible(!isCodeShown() &&
                              !(m_preview && m_stack->currentWidget() == m_preview)); // readers write no formulas
    });
    m_tabDelay.setSingleShot(true);
    m_tabDelay.setInterval(tabDelayMs);
    connect(m_canvas, &CanvasView::draggedOver, this, &CentralArea::waitOverTab);
    connect(&m_tabDelay, &QTimer::timeout, this, [this] {
        if (m_canvas->isDragging())
            m_bar->setCurrentIndex(m_tabWaiting);
    });
    connect(m_bar, &QTabBar::currentChanged, this, &CentralArea::show);
    connect(m_bar, &QTabBar::tabCloseRequested, this, &CentralArea::removeTab);
    connect(&session, &Session::currentBlockChanged, this, &CentralArea::bringBlock);
    connect(&session, &Session::openRowsRequested, this, &CentralArea::openRows);
    connect(&session, &Session::openActionsRequested, this, &CentralArea::openActions);
    connect(&session.document(), &model::Document::applied, this, [this](const model::ChangeSet &changes) {
        if (changes.structure)
            syncBlocks();
        if (changes.names || changes.structure || !changes.blocks.isEmpty())
            syncTitles();
    });
    syncBlocks();
    syncTitles();
    bringBlock();
}

// What is dragged over the canvas may go onto another page: its tab opens under the pointer.
void CentralArea::waitOverTab(const QPoint &screen)
{
    int tab = m_bar->tabAt(m_bar->mapFromGlobal(screen));
    if (tab == m_bar->currentIndex() || (tab >= 0 && m_tabs.at(tab).kind != Tab::Kind::Block))
        tab = -1;
    if (tab == m_tabWaiting && m_tabDelay.isActive())
        return;
    m_tabWaiting = tab;
    tab < 0 ? m_tabDelay.stop() : m_tabDelay.start();
}

int CentralArea::find(Tab::Kind kind, Scope scope, const model::Key &key) const
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        const Tab &tab = m_tabs.at(i);
        if (tab.kind == kind && tab.scope == scope && tab.key == key)
            return i;
    }
    return -1;
}

const model::Object *CentralArea::objectOf(const Tab &tab) const
{
    const auto collection = model::collectionOf(tab.scope);
    return collection ? m_session.workbook().list(*collection).find(tab.key) : nullptr;
}

int CentralArea::insertTab(int index, Tab tab)
{
    const bool closable = tab.scope != Scope::Page || tab.kind != Tab::Kind::Block;
    m_tabs.insert(index, std::move(tab));
    const QSignalBlocker quiet(m_bar);
    m_bar->insertTab(index, QString());
    if (!closable)
        m_bar->setTabButton(index, QTabBar::RightSide, nullptr);
    else if (QWidget *close = m_bar->tabButton(index, QTabBar::RightSide)) {
        close->setToolTip(tr("Close tab (Ctrl+W)"));
        close->setAccessibleName(tr("Close tab"));
    }
    return index;
}

// Page tabs are the pages, in their order, in front of all others; tabs of things that are gone go too.
void CentralArea::syncBlocks()
{
    for (int i = m_bar->count() - 1; i >= 0; --i) {
        if (!objectOf(m_tabs.at(i)))
            removeTab(i);
    }
    int place = 0;
    for (const model::Object &page : m_session.workbook().pages) {
        const int at = find(Tab::Kind::Block, Scope::Page, page.key());
        if (at < 0) {
            insertTab(place, {Tab::Kind::Block, Scope::Page, page.key(), nullptr});
        } else if (at != place) {
            m_tabs.move(at, place);
            const QSignalBlocker quiet(m_bar);
            m_bar->moveTab(at, place);
        }
        ++place;
    }
    bringBlock();
}

void CentralArea::syncTitles()
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        const Tab &tab = m_tabs.at(i);
        const model::Object *object = objectOf(tab);
        if (!object)
            continue;
        const KindLook look = kindLook(m_session.catalogue(), tab.scope, *object);
        const QString title = titleOf(m_session.catalogue(), tab.scope, *object);
        const bool hidden = tab.scope == Scope::Page && isHiddenPage(*object);
        m_bar->setTabText(i, QString(title).replace(u'&', QStringLiteral("&&")));
        switch (tab.kind) {
        case Tab::Kind::Block:
            m_bar->setTabIcon(i, tab.scope == Scope::Page ? (hidden ? icon(QStringLiteral("eye-off")) : QIcon())
                                                          : icon(look.iconName));
            m_bar->setTabToolTip(i, hidden ? tr("%1\nHidden from readers").arg(title)
                                           : QStringLiteral("%1\n%2").arg(title, look.label));
            break;
        case Tab::Kind::Rows:
            m_bar->setTabIcon(i, icon(QStringLiteral("table-2")));
            m_bar->setTabToolTip(i, tr("Rows of %1").arg(title));
            break;
        case Tab::Kind::Actions:
            m_bar->setTabIcon(i, icon(QStringLiteral("zap")));
            m_bar->setTabToolTip(i, tr("Actions of %1").arg(title));
            break;
        }
    }
}

void CentralArea::bringBlock()
{
    const model::Object *block = m_session.workbook().findBlock(m_session.currentBlock());
    if (!block) {
        if (!isCodeShown())
            m_stack->setCurrentWidget(m_empty);
        Q_EMIT frontChanged();
        return;
    }
    for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
        if (m_session.workbook().list(collection).find(block->key()) != block)
            continue;
        const Scope scope = model::scopeOf(collection);
        int index = find(Tab::Kind::Block, scope, block->key());
        if (index < 0) {
            index = insertTab(m_bar->count(), {Tab::Kind::Block, scope, block->key(), nullptr});
            syncTitles();
        }
        if (m_bar->currentIndex() == index)
            show(index);
        else
            m_bar->setCurrentIndex(index);
        return;
    }
}

void CentralArea::show(int index)
{
    if (index < 0 || index >= m_tabs.size())
        return;
    const Tab tab = m_tabs.at(index);
    if (tab.kind == Tab::Kind::Block) {
        if (const model::Object *block = objectOf(tab); block && m_session.currentBlock() != block->id()) {
            m_session.setCurrentBlock(block->id()); // comes back here through bringBlock
            return;
        }
    }
    if (!isCodeShown())
        m_stack->setCurrentWidget(tab.kind == Tab::Kind::Block ? blockView() : tab.page);
    Q_EMIT frontChanged();
}

void CentralArea::removeTab(int index)
{
    if (index < 0 || index >= m_tabs.size())
        return;
    const Tab tab = m_tabs.takeAt(index);
    {
        const QSignalBlocker quiet(m_bar);
        m_bar->removeTab(index);
    }
    if (tab.page) {
        m_stack->removeWidget(tab.page);
        tab.page->deleteLater();
    }
    show(m_bar->currentIndex());
}

void CentralArea::openRows(const model::Key &table)
{
    int index = find(Tab::Kind::Rows, Scope::Element, table);
    if (index < 0) {
        auto *grid = new RowGrid(m_session, table);
        designer::RowFiles files = m_composition.rowFiles();
        files.shownFile = m_shownRowFile;
        grid->setFiles(std::move(files));
        connect(grid, &RowGrid::notified, this, &CentralArea::notified);
        m_stack->addWidget(grid);
        index = insertTab(m_bar->count(), {Tab::Kind::Rows, Scope::Element, table, grid});
        syncTitles();
    }
    showCode(false);
    m_bar->setCurrentIndex(index);
    m_tabs.at(index).page->setFocus();
}

void CentralArea::openActions(Scope scope, const model::Key &host)
{
    int index = find(Tab::Kind::Actions, scope, host);
    if (index < 0) {
        auto *graph = new ActionGraph(m_session, scope, host);
        m_stack->addWidget(graph);
        index = insertTab(m_bar->count(), {Tab::Kind::Actions, scope, host, graph});
        syncTitles();
    }
    showCode(false);
    m_bar->setCurrentIndex(index);
    m_tabs.at(index).page->setFocus();
}

void CentralArea::closeCurrent()
{
    const int index = m_bar->currentIndex();
    if (index >= 0 && (m_tabs.at(index).kind != Tab::Kind::Block || m_tabs.at(index).scope != Scope::Page))
        removeTab(index);
}

void CentralArea::step(int by)
{
    if (m_bar->count() > 0)
        m_bar->setCurrentIndex((m_bar->currentIndex() + by + m_bar->count()) % m_bar->count());
}

QWidget *CentralArea::blockView()
{
    return m_previewing ? static_cast<QWidget *>(preview()) : m_canvas;
}

PreviewView *CentralArea::preview()
{
    if (!m_preview) {
        m_preview = new PreviewView(m_session, this);
        connect(m_preview, &PreviewView::notified, this, &CentralArea::notified);
        connect(m_preview, &PreviewView::designRequested, this, [this] { showPreview(false); });
        m_stack->addWidget(m_preview);
    }
    return m_preview;
}

void CentralArea::showPreview(bool preview)
{
    const bool same = preview == m_previewing;
    m_previewing = preview;
    // What readers chose is not part of the design.
    if (!preview && m_session.data())
        m_session.data()->resetControls();
    if (isCodeShown())
        showCode(false);
    else if (!same && m_bar->count() > 0)
        show(m_bar->currentIndex());
    if (preview && m_stack->currentWidget() == m_preview)
        m_preview->setFocus();
}

CodePane *CentralArea::code()
{
    if (!m_code) {
        m_code = new CodePane(m_session, m_composition.codeSource(m_original));
        m_stack->addWidget(m_code);
    }
    return m_code;
}

bool CentralArea::isCodeShown() const
{
    return m_code && m_stack->currentWidget() == m_code;
}

bool CentralArea::isCanvasInFront() const
{
    return m_stack->currentWidget() == m_canvas;
}

void CentralArea::showCode(bool code)
{
    if (code == isCodeShown())
        return;
    if (code) {
        m_stack->setCurrentWidget(this->code());
        Q_EMIT frontChanged();
        return;
    }
    m_stack->setCurrentWidget(m_bar->count() ? blockView() : m_empty);
    show(m_bar->currentIndex());
}

} // namespace tessera::app
