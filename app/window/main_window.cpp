// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/data_folder_watch.h"
#include "app/window/dock_host.h"
#include "app/window/live_service.h"
#include "app/window/settings.h"
#include "app/window/start_page.h"
#include "app/window/task_strip.h"
#include "app/window/validation.h"
#include "app/window/web_pictures.h"
#include "app/window/window_bars.h"
#include "designer/canvas/canvas_view.h"
#include "designer/formula/formula_panel.h"
#include "designer/formula/reference_panel.h"
#include "designer/inspector/inspector_panel.h"
#include "designer/panels/data_panel.h"
#include "designer/panels/history_panel.h"
#include "designer/panels/kind_look.h"
#include "designer/panels/outline_panel.h"
#include "designer/panels/palette_panel.h"
#include "designer/panels/problems_panel.h"
#include "designer/panels/queries_panel.h"
#include "designer/style/icon.h"
#include "designer/widgets/action_set.h"
#include "designer/widgets/command_palette.h"
#include "designer/widgets/empty_state.h"
#include "designer/widgets/toast.h"

namespace tessera::app {

using namespace designer;

namespace {

constexpr int tallEnoughForBottom = 900; // px of screen height from which the problems are shown from the start

} // namespace

MainWindow::MainWindow(const Composition &composition, QWidget *parent)
    : QMainWindow(parent)
    , m_composition(composition)
    , m_actions(new ActionSet(this))
    , m_bars(new WindowBars(this, *m_actions))
    , m_docks(new DockHost(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    buildCentre();
    buildDocks();
    buildStatusBar();
    connectActions();
    setUpPictures();
    m_palette = new CommandPalette(this);
    m_toast = new Toast(this);
    restoreWindow();
    m_bars->setToolBarVisible(false);
    refreshTitle();
    refreshActions();
    if (m_composition.layerProblem())
        showError(*m_composition.layerProblem());
}

MainWindow::~MainWindow()
{
    if (m_stopExport)
        *m_stopExport = true;
    if (m_stopImport)
        m_stopImport->request_stop();
    for (QFuture<void> &job : m_jobs)
        job.waitForFinished();
    leave();
    m_docks->shutDown();
    disconnect(m_docks->dock(QStringLiteral("history")), nullptr, this, nullptr);
}

Session *MainWindow::session()
{
    return m_document ? &m_document->session() : nullptr;
}

bool MainWindow::isChecked() const
{
    return m_checked && m_validation && !m_validation->isBusy();
}

void MainWindow::buildCentre()
{
    m_stack = new QStackedWidget(this);
    m_workplace = new QWidget;
    auto *column = new QVBoxLayout(m_workplace);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *outer = new QWidget(this);
    auto *layout = new QVBoxLayout(outer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_banners = new QVBoxLayout;
    m_banners->setSpacing(0);
    layout->addLayout(m_banners);
    layout->addWidget(m_stack, 1);
    m_start = new StartPage(m_composition.catalogue());
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_workplace);
    setCentralWidget(outer);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFile);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::fileChosen, this, &MainWindow::openFile);
    connect(m_start, &StartPage::templateChosen, this, &MainWindow::openTemplate);
    connect(m_start, &StartPage::unsavedChosen, this, &MainWindow::openUnsaved);
}

void MainWindow::buildDocks()
{
    const auto toggle = [this](const char *id) { return m_actions->action(QString::fromLatin1(id)); };
    m_docks->add(QStringLiteral("outline"), tr("Outline"), Qt::LeftDockWidgetArea, toggle("view.outline"), [this] {
        auto *panel = new OutlinePanel(*session());
        panel->setActions(m_actions);
        return panel;
    });
    m_docks->add(QStringLiteral("elements"), tr("Elements"), Qt::LeftDockWidgetArea, toggle("view.elements"),
                 [this, toggle] {
                     auto *panel = new PalettePanel(m_composition.catalogue());
                     connect(panel, &PalettePanel::insertRequested, this, [this](const QString &kind) {
                         m_central->showCode(false);
                         m_central->canvas()->insertKind(kind.toStdString());
                     });
                     connect(panel, &PalettePanel::importRequested, toggle("file.importCsv"), &QAction::trigger);
                     return panel;
                 });
    m_docks->add(QStringLiteral("data"), tr("Data"), Qt::LeftDockWidgetArea, toggle("view.data"), [this] {
        auto *panel = new DataPanel(*session());
        connect(panel, &DataPanel::importRequested, m_actions->action(QStringLiteral("file.importCsv")),
                &QAction::trigger);
        return panel;
    });
    m_docks->add(QStringLiteral("inspector"), tr("Inspector"), Qt::RightDockWidgetArea, toggle("view.inspector"),
                 [this] {
                     auto *panel = new InspectorPanel(*session());
                     connect(panel, &InspectorPanel::helpRequested, this, &MainWindow::showHelp);
                     return panel;
                 });
    m_docks->add(QStringLiteral("problems"), tr("Problems"), Qt::BottomDockWidgetArea, toggle("view.problems"), [this] {
        auto *panel = new ProblemsPanel(*session());
        connect(panel, &ProblemsPanel::helpRequested, this,
                [this](const QString &rule) { showHelp(QStringLiteral("rules/") + rule.section(u'.', 0, 0), rule); });
        connect(panel, &ProblemsPanel::fixed, this, [this](const QString &what) {
            m_toast->show(Tone::Ok, what, tr("Undo"),
                          [this] { m_actions->action(QStringLiteral("edit.undo"))->trigger(); });
        });
        return panel;
    });
    m_docks->add(QStringLiteral("queries"), tr("Queries"), Qt::BottomDockWidgetArea, toggle("view.queries"), [this] {
        auto *panel = new QueriesPanel(*session());
        connect(panel, &QueriesPanel::copied, this,
                [this](const QString &message) { m_toast->show(Tone::Ok, message); });
        return panel;
    });
    m_docks->add(QStringLiteral("history"), tr("History"), Qt::BottomDockWidgetArea, toggle("view.history"),
                 [this] { return new HistoryPanel(*session()); });
    m_docks->add(QStringLiteral("formula"), tr("Formula"), Qt::BottomDockWidgetArea, toggle("view.formula"), [this] {
        auto *panel = new FormulaPanel(*session());
        connect(panel, &FormulaPanel::pageRequested, this, &MainWindow::showHelp);
        return panel;
    });
    m_docks->add(QStringLiteral("references"), tr("References"), Qt::BottomDockWidgetArea, toggle("view.references"),
                 [this] {
                     auto *panel = new ReferencePanel(*session());
                     connect(panel, &ReferencePanel::replaced, this, [this](const QString &what) {
                         m_toast->show(Tone::Ok, what, tr("Undo"),
                                       [this] { m_actions->action(QStringLiteral("edit.undo"))->trigger(); });
                     });
                     return panel;
                 });
    m_docks->tabify(QStringLiteral("elements"), QStringLiteral("data"));
    m_docks->tabify(QStringLiteral("problems"), QStringLiteral("queries"));
    m_docks->tabify(QStringLiteral("queries"), QStringLiteral("history"));
    m_docks->tabify(QStringLiteral("history"), QStringLiteral("formula"));
    m_docks->tabify(QStringLiteral("formula"), QStringLiteral("references"));
    connect(m_docks->dock(QStringLiteral("history")), &QDockWidget::visibilityChanged, this,
            &MainWindow::refreshActions);
}

void MainWindow::buildStatusBar()
{
    m_statusText = new QLabel;
    m_selectionText = new QLabel;
    m_savedText = new QLabel;
    for (QLabel *label : {m_selectionText, m_savedText})
        label->setContentsMargins(space::m, 0, 0, 0);
    m_tasks = new TaskStrip;
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(space::s, 0, space::s, 0);
    statusBar()->addWidget(m_statusText, 1);
    statusBar()->addPermanentWidget(m_tasks);
    statusBar()->addPermanentWidget(m_selectionText);
    statusBar()->addPermanentWidget(m_savedText);
}

void MainWindow::restoreWindow()
{
    if (const QByteArray geometry = settings::windowGeometry(); geometry.isEmpty() || !restoreGeometry(geometry)) {
        const QSize room = screen()->availableSize();
        resize(room.boundedTo({1680, 1000}).expandedTo({1024, 680}).boundedTo(room));
        if (room.width() <= 1366)
            setWindowState(windowState() | Qt::WindowMaximized);
    }
}

void MainWindow::arrangeDocks()
{
    layOutDocks();
    if (settings::panelsHidden())
        hideDocks(true);
}

void MainWindow::hideDocks(bool hidden)
{
    if (hidden)
        m_stateBeforeHiding = saveState(1);
    m_docks->setAllHidden(hidden);
}

// The first time: what one works with all day on the sides, the problems only where there is height to spare.
void MainWindow::layOutDocks()
{
    if (const QByteArray state = settings::windowState(); !state.isEmpty() && restoreState(state, 1))
        return;
    for (const char *name : {"outline", "elements", "data", "inspector"})
        m_docks->dock(QString::fromLatin1(name))->show();
    m_docks->dock(QStringLiteral("elements"))->raise();
    if (screen()->availableSize().height() >= tallEnoughForBottom) {
        m_docks->dock(QStringLiteral("problems"))->show();
        m_docks->dock(QStringLiteral("queries"))->show();
        m_docks->dock(QStringLiteral("history"))->show();
        m_docks->dock(QStringLiteral("problems"))->raise();
    }
    resizeDocks({m_docks->dock(QStringLiteral("outline")), m_docks->dock(QStringLiteral("inspector"))}, {248, 304},
                Qt::Horizontal);
    resizeDocks({m_docks->dock(QStringLiteral("outline")), m_docks->dock(QStringLiteral("elements"))}, {420, 400},
                Qt::Vertical);
    resizeDocks({m_docks->dock(QStringLiteral("problems"))}, {180}, Qt::Vertical);
}

void MainWindow::refreshTitle()
{
    setWindowTitle(m_document ? QStringLiteral("%1[*] – Tessera").arg(m_document->title()) : QStringLiteral("Tessera"));
    setWindowModified(m_document && m_document->document().isModified());
}

void MainWindow::refreshActions()
{
    Needs present;
    if (m_document) {
        const model::Document &document = m_document->document();
        present |= Need::Document;
        present.setFlag(Need::Writable, !document.isReadOnly());
        present.setFlag(Need::Undo, document.history().canUndo());
        present.setFlag(Need::Redo, document.history().canRedo());
        present.setFlag(Need::File, !m_document->path().isEmpty());
        present.setFlag(Need::Canvas, m_central && m_central->isCanvasInFront());
        const Selection &selection = m_document->session().selection();
        const auto elements = selection.elements().size();
        present.setFlag(Need::Selection, !selection.isEmpty());
        present.setFlag(Need::Elements, elements > 0);
        present.setFlag(Need::Several, elements > 1);
        present.setFlag(Need::Problems, !m_document->session().diagnostics().isEmpty());
        m_actions->action(QStringLiteral("view.design"))
            ->setChecked(m_central && !m_central->isCodeShown() && !m_central->isPreviewing());
        m_actions->action(QStringLiteral("view.preview"))
            ->setChecked(m_central && !m_central->isCodeShown() && m_central->isPreviewing());
        m_actions->action(QStringLiteral("view.code"))->setChecked(m_central && m_central->isCodeShown());
    }
    if (present != m_actions->present())
        m_actions->setPresent(present);
    for (const char *id : {"view.outline", "view.elements", "view.data", "view.inspector", "view.problems",
                           "view.queries", "view.history", "view.formula", "view.references"})
        m_actions->action(QString::fromLatin1(id))->setEnabled(m_document != nullptr);
    m_actions->action(QStringLiteral("view.docks"))->setChecked(m_docks->isAllHidden());
}

void MainWindow::refreshProblems()
{
    int counts[4] = {};
    if (m_document) {
        for (const model::Diagnostic &diagnostic : m_document->session().diagnostics())
            ++counts[static_cast<int>(diagnostic.severity)];
    }
    m_bars->setProblems(counts, m_checked);
    refreshActions();
}

void MainWindow::refreshStatus()
{
    if (!m_document) {
        m_selectionText->clear();
        m_savedText->clear();
        return;
    }
    const auto &items = m_document->session().selection().items();
    if (items.size() == 1) {
        const auto collection = model::collectionOf(items.first().scope);
        const model::Object *object =
            collection ? session()->workbook().list(*collection).find(items.first().key) : nullptr;
        m_selectionText->setText(object ? QStringLiteral("%1 · %2").arg(
                                              titleOf(m_composition.catalogue(), items.first().scope, *object),
                                              kindLook(m_composition.catalogue(), items.first().scope, *object).label)
                                        : QString());
    } else {
        m_selectionText->setText(items.isEmpty() ? QString() : tr("%1 selected").arg(items.size()));
    }
    m_savedText->setText(m_document->document().isReadOnly()   ? tr("Read only")
                         : m_document->document().isModified() ? tr("Edited, kept in the workspace")
                                                               : tr("Saved"));
}

bool MainWindow::event(QEvent *event)
{
    const bool done = QMainWindow::event(event);
    if (event->type() == QEvent::UpdateRequest && !m_painted && !m_loading) {
        m_painted = true;
        QTimer::singleShot(0, this, &MainWindow::painted);
    }
    return done;
}

void MainWindow::setTheme(ThemeChoice theme)
{
    applyTheme(*qApp, tokensFor(theme));
    m_actions->action(QStringLiteral("view.themeSystem"))->setChecked(theme == ThemeChoice::System);
    m_actions->action(QStringLiteral("view.themeLight"))->setChecked(theme == ThemeChoice::Light);
    m_actions->action(QStringLiteral("view.themeDark"))->setChecked(theme == ThemeChoice::Dark);
}

} // namespace tessera::app
