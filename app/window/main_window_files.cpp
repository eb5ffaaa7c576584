// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, saving and exporting workbook files.
#include "app/window/main_window.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "adapters/files/atomic_file.h"
#include "app/cli/cached_pictures.h"
#include "app/cli/templates.h"
#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/dock_host.h"
#include "app/window/element_menu.h"
#include "app/window/live_service.h"
#include "app/window/main_window_jobs.h"
#include "app/window/settings.h"
#include "app/window/start_page.h"
#include "app/window/task_strip.h"
#include "app/window/validation.h"
#include "app/window/web_pictures.h"
#include "app/window/window_bars.h"
#include "designer/canvas/canvas_view.h"
#include "designer/paint/page_render.h"
#include "designer/widgets/action_set.h"
#include "designer/widgets/toast.h"
#include "model/base/text.h"
#include "model/workbook/views/page_view.h"

namespace tessera::app {

using namespace designer;
using model::ErrorCode;
using model::Result;

namespace {

constexpr int thumbnailWidth = 480; // px; twice the card, for high resolutions

QString documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

void MainWindow::chooseFile()
{
    const QString folder =
        m_document && !m_document->path().isEmpty() ? QFileInfo(m_document->path()).absolutePath() : documentsFolder();
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a workbook"), folder,
                                                      tr("Workbooks (*.yaml *.yml *.json);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::openFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (mayLeave())
        load([absolute] { return adapters::loadWorkbook(absolute); }, QFileInfo(path).fileName());
}

void MainWindow::openText(const std::string &text, const QString &title)
{
    if (mayLeave())
        load([text] { return adapters::readWorkbook(text); }, title);
}

void MainWindow::openTemplate(const QString &name)
{
    const auto text = templateText(name);
    if (!text)
        return showError(text.error());
    openText(*text, name);
}

void MainWindow::openSample()
{
    QFile sample(QStringLiteral(":/sample/marketing.yaml"));
    if (!sample.open(QIODevice::ReadOnly))
        return;
    openText(sample.readAll().toStdString(), tr("the sample"));
    m_sampleComes = m_loading;
}

void MainWindow::openUnsaved(const QString &workspace)
{
    if (!mayLeave())
        return;
    leave();
    auto document = OpenDocument::reopen(workspace, m_composition.catalogue());
    if (!document)
        return showError(document.error());
    take(std::move(*document));
}

void MainWindow::load(std::function<Result<adapters::LoadedWorkbook>()> read, const QString &what)
{
    m_loading = true;
    m_sampleComes = false;
    Task *task = m_tasks->start(tr("Opening %1").arg(what));
    follow(QtConcurrent::run(std::move(read)), [this, task](Result<adapters::LoadedWorkbook> loaded) {
        m_loading = false;
        task->finish();
        if (!loaded) {
            if (!m_document && m_start)
                m_start->refresh();
            update();
            return showError(loaded.error());
        }
        leave();
        m_isSample = std::exchange(m_sampleComes, false);
        take(OpenDocument::open(std::move(*loaded), m_composition.catalogue()));
    });
}

// The window shows what the document, its selection and its views tell.
void MainWindow::followDocument()
{
    Session &session = m_document->session();
    connect(m_validation, &Validation::finished, this, [this] {
        m_checked = true;
        refreshProblems();
    });
    connect(&session, &Session::diagnosticsChanged, this, &MainWindow::refreshProblems);
    connect(&session, &Session::refused, this, [this](const model::Error &error) {
        m_toast->show(Tone::Warn, error.hint.isEmpty() ? error.message : error.message + u' ' + error.hint);
    });
    connect(&session.selection(), &Selection::changed, this, [this] {
        refreshActions();
        refreshStatus();
    });
    const auto edited = [this] {
        refreshActions();
        refreshTitle();
        refreshStatus();
    };
    connect(&m_document->document(), &model::Document::historyMoved, this, edited);
    connect(&m_document->document(), &model::Document::modifiedChanged, this, edited);
    connectFormulas();
    m_elementMenu = new ElementMenu(session, *m_actions, *m_central->canvas(), this);
    connect(m_central->canvas(), &CanvasView::inserted, this, &MainWindow::tellSource);
    connect(m_central->canvas(), &CanvasView::noticed, m_toast,
            [this](const QString &message) { m_toast->show(Tone::Warn, message); });
    connect(m_central, &CentralArea::frontChanged, this, &MainWindow::refreshActions);
    connect(m_central, &CentralArea::notified, this, [this](const QString &text) { m_toast->show(Tone::Ok, text); });
    connect(m_central, &CentralArea::addPageRequested, m_actions->action(QStringLiteral("insert.page")),
            &QAction::trigger);
    connect(m_central->canvas(), &CanvasView::zoomChanged, m_bars, &WindowBars::setZoom);
    connect(m_central->canvas(), &CanvasView::statusChanged, m_statusText, &QLabel::setText);
    connect(m_central->canvas(), &CanvasView::renameRequested, this, &MainWindow::renameSelection);
    connect(m_document.get(), &OpenDocument::fileChangedOutside, this, &MainWindow::fileChanged);
    connect(m_document.get(), &OpenDocument::storageFailed, this, &MainWindow::showError);
    connect(m_document.get(), &OpenDocument::storageRecovered, this,
            [this] { m_toast->show(Tone::Ok, tr("Every edit is on disk again.")); });
}

void MainWindow::take(std::unique_ptr<OpenDocument> document)
{
    clearBanners();
    m_document = std::move(document);
    m_document->document().setAuthor(model::toUtf8(settings::author()));
    Session &session = m_document->session();
    m_pictures->tryAgain();
    session.setPictures(m_pictures.get());
    startData();
    m_central = new CentralArea(session, m_composition, [open = m_document.get()] { return open->original(); });
    m_central->setShownRowFiles([this](const model::Object &table) { return shownRowFile(table); });
    m_workplace->layout()->addWidget(m_central);
    m_stack->setCurrentWidget(m_workplace);
    m_bars->setToolBarVisible(true);
    m_docks->setActive(true);
    m_docks->clearAllHidden();
    arrangeDocks();
    m_checked = false;
    m_validation = new Validation(session, m_document->original().notices, organisationProfile(), this);
    followDocument();

    m_bars->setZoom(m_central->canvas()->zoom());
    rememberRecent();
    announce();
    refreshTitle();
    refreshProblems();
    refreshActions();
    refreshStatus();
    m_central->canvas()->setFocus();
    Q_EMIT opened();
    if (!m_importsWaiting.isEmpty())
        importTables({});
}

std::optional<model::OrganisationProfile> MainWindow::organisationProfile()
{
    const QString path = settings::profilePath();
    if (path.isEmpty())
        return std::nullopt;
    const auto text = adapters::readFile(path);
    auto profile = text ? model::readProfile(*text) : model::fail(text.error());
    if (profile)
        return std::move(*profile);
    model::Error error = profile.error();
    error.where.file = path;
    showError(error);
    return std::nullopt;
}

void MainWindow::rememberRecent()
{
    if (m_document->path().isEmpty())
        return;
    settings::addRecentFile(m_document->path(), model::toQString(session()->workbook().name()));
    std::string block = session()->currentBlock();
    for (const model::Object &page : session()->workbook().pages) {
        if (!model::isHiddenPage(page)) {
            block = page.id();
            break;
        }
    }
    // On a worker: the picture is for the next start, nobody waits for it.
    QThreadPool::globalInstance()->start([workbook = session()->workbook(), catalogue = m_composition.catalogue(),
                                          block, file = settings::thumbnailPath(m_document->path())] {
        const CachedPictures pictures;
        RenderOptions options;
        options.pictures = &pictures;
        const QImage picture = renderBlock(workbook, catalogue, block, options);
        if (!picture.isNull())
            picture.scaledToWidth(thumbnailWidth, Qt::SmoothTransformation).save(file, "PNG");
    });
}

void MainWindow::fillRecentMenu()
{
    QMenu *menu = m_bars->recentMenu();
    menu->clear();
    for (const settings::RecentFile &file : settings::recentFiles()) {
        QAction *action =
            menu->addAction(QFileInfo(file.path).fileName(), this, [this, path = file.path] { openFile(path); });
        action->setToolTip(file.path);
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing was opened yet"))->setEnabled(false);
}

bool MainWindow::save()
{
    if (m_document->path().isEmpty() || m_document->document().isReadOnly()) {
        chooseSaveAs();
        return m_document && !m_document->document().isModified();
    }
    if (auto done = m_document->save(); !done) {
        if (done.error().code == ErrorCode::Conflict && m_document->fileState() == adapters::FileState::ChangedOutside)
            fileChanged();
        else
            showError(done.error());
        return false;
    }
    m_toast->show(Tone::Ok, tr("Saved %1").arg(m_document->title()));
    rememberRecent();
    refreshStatus();
    return true;
}

void MainWindow::chooseSaveAs()
{
    const QString suggested = m_document->path().isEmpty()
                                  ? documentsFolder() + u'/' + m_document->title() + QStringLiteral(".yaml")
                                  : m_document->path();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the workbook as"), suggested,
                                                      tr("YAML (*.yaml *.yml);;JSON (*.json)"));
    if (!path.isEmpty())
        saveAs(path);
}

bool MainWindow::saveAs(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (absolute == m_document->path())
        return save();
    const auto copied = m_document->saveCopy(absolute);
    if (!copied) {
        showError(copied.error());
        return false;
    }
    const auto reopen = [this, absolute] {
        m_document->forget();
        leave();
        load([absolute] { return adapters::loadWorkbook(absolute); }, QFileInfo(absolute).fileName());
    };
    if (!m_live || m_live->service().copies().empty() || copied->isEmpty())
        reopen();
    else
        carryTables(*copied, adapters::workspacePathFor(absolute), reopen);
    return true;
}

// Imported tables go along to the workspace of the new file; until they are there nothing may be edited.
void MainWindow::carryTables(const QString &document, const QString &workspace, std::function<void()> done)
{
    m_document->document().setReadOnly(true);
    refreshActions();
    Task *task = m_tasks->start(tr("Copying imported tables"));
    auto job = QtConcurrent::run([from = m_document->workspacePath(), source = m_document->documentId(), workspace,
                                  document] { return adapters::carryCopies(from, source, workspace, document); });
    follow(std::move(job),
           [this, task, source = m_document->documentId(), done = std::move(done)](const Result<void> &carried) {
               task->finish();
               if (!m_document || m_document->documentId() != source)
                   return;
               m_document->document().setReadOnly(false);
               done();
               if (!carried)
                   showError(carried.error());
           });
}

void MainWindow::chooseExport()
{
    const QFileInfo file(m_document->path());
    const QString suggested = (m_document->path().isEmpty() ? documentsFolder() + u'/' + m_document->title()
                                                            : file.absolutePath() + u'/' + file.completeBaseName()) +
                              QStringLiteral(".zip");
    const QString path = QFileDialog::getSaveFileName(this, tr("Export a package"), suggested, tr("Packages (*.zip)"));
    if (!path.isEmpty())
        exportPackage(path);
}

void MainWindow::exportPackage(const QString &path, bool force)
{
    const auto stop = m_stopExport = std::make_shared<std::atomic_bool>(false);
    Task *task = m_tasks->start(tr("Exporting %1").arg(QFileInfo(path).fileName()), [stop] { *stop = true; });
    Composition::PackageRequest request;
    request.workbook = session()->workbook();
    request.original = m_document->original();
    request.steps = importSteps();
    request.profile = m_validation->profile();
    request.force = force;
    auto rows = std::make_shared<model::MemoryRowStore>();
    if (const auto *own = dynamic_cast<const model::MemoryRowStore *>(&m_document->document().rows())) {
        *rows = *own; // a copy: the worker must not see the next edit
        request.rows = rows.get();
    }
    request.cancelled = [stop] { return stop->load(); };
    request.progress = task->reporter();
    auto job = QtConcurrent::run([this, request, rows, path]() -> Result<void> {
        auto bytes = m_composition.buildPackage(request);
        if (!bytes)
            return model::fail(bytes.error());
        return adapters::writeFile(path, *bytes);
    });
    follow(std::move(job), [this, task, path, force](const Result<void> &done) {
        task->finish();
        if (done) {
            m_toast->show(Tone::Ok, tr("Exported %1").arg(QFileInfo(path).fileName()));
            Q_EMIT exported(path);
            return;
        }
        if (done.error().code != ErrorCode::Invalid || force)
            return showError(done.error());
        Banner *banner = addBanner(Tone::Danger, done.error().message);
        banner->addChoice(tr("Show the problems"), tr("Open the list of problems"),
                          [this] { m_docks->show(QStringLiteral("problems")); });
        banner->addChoice(tr("Export anyway"), tr("The package will say that it holds errors"),
                          [this, path] { exportPackage(path, true); });
    });
}

} // namespace tessera::app
