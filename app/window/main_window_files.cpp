// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "adapters/files/atomic_file.h"
#include "app/cli/templates.h"
#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/dock_host.h"
#include "app/window/settings.h"
#include "app/window/start_page.h"
#include "app/window/task_strip.h"
#include "app/window/validation.h"
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

// --- messages -----------------------------------------------------------------------------------------------------

Banner *MainWindow::addBanner(Tone tone, const QString &message)
{
    auto *banner = new Banner(tone, message, this);
    m_banners->addWidget(banner);
    return banner;
}

void MainWindow::showError(const model::Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    QString text = error.message;
    if (error.where.line > 0)
        text += tr(" (line %1, column %2)").arg(error.where.line).arg(error.where.column);
    if (!error.hint.isEmpty())
        text += u' ' + error.hint;
    Banner *banner = addBanner(Tone::Danger, text);
    banner->setToolTip(error.detail);
}

void MainWindow::clearBanners()
{
    for (Banner *banner : findChildren<Banner *>())
        banner->deleteLater();
}

QStringList MainWindow::bannerMessages() const
{
    QStringList messages;
    for (const Banner *banner : findChildren<Banner *>())
        messages.append(banner->message());
    return messages;
}

template <class Answer, class Done>
void MainWindow::follow(QFuture<Answer> job, Done done)
{
    m_jobs.erase(std::remove_if(m_jobs.begin(), m_jobs.end(), [](const QFuture<void> &each) { return each.isFinished(); }), m_jobs.end());
    m_jobs.append(QFuture<void>(job));
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(job);
}

// --- opening ------------------------------------------------------------------------------------------------------

void MainWindow::chooseFile()
{
    const QString folder = m_document && !m_document->path().isEmpty() ? QFileInfo(m_document->path()).absolutePath()
                                                                       : documentsFolder();
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
    m_task->start(tr("Opening %1").arg(what));
    follow(QtConcurrent::run(std::move(read)), [this](Result<adapters::LoadedWorkbook> loaded) {
        m_loading = false;
        m_task->finish();
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

void MainWindow::take(std::unique_ptr<OpenDocument> document)
{
    clearBanners();
    m_document = std::move(document);
    m_document->document().setAuthor(model::toUtf8(settings::author()));
    Session &session = m_document->session();
    startData();
    m_central = new CentralArea(session, m_composition, [open = m_document.get()] { return open->original(); });
    m_workplace->layout()->addWidget(m_central);
    m_stack->setCurrentWidget(m_workplace);
    m_bars->setToolBarVisible(true);
    m_docks->setActive(true);
    m_docks->clearAllHidden();
    arrangeDocks();
    m_checked = false;
    m_validation = new Validation(session, m_document->original().notices, this);

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
    connect(m_central, &CentralArea::frontChanged, this, &MainWindow::refreshActions);
    connect(m_central, &CentralArea::notified, this, [this](const QString &text) { m_toast->show(Tone::Ok, text); });
    connect(m_central, &CentralArea::addPageRequested, m_actions->action(QStringLiteral("insert.page")), &QAction::trigger);
    connect(m_central->canvas(), &CanvasView::zoomChanged, m_bars, &WindowBars::setZoom);
    connect(m_central->canvas(), &CanvasView::statusChanged, m_statusText, &QLabel::setText);
    connect(m_central->canvas(), &CanvasView::renameRequested, this, &MainWindow::renameSelection);
    connect(m_document.get(), &OpenDocument::fileChangedOutside, this, &MainWindow::fileChanged);
    connect(m_document.get(), &OpenDocument::storageFailed, this, &MainWindow::showError);
    connect(m_document.get(), &OpenDocument::storageRecovered, this,
            [this] { m_toast->show(Tone::Ok, tr("Every edit is on disk again.")); });

    m_bars->setZoom(m_central->canvas()->zoom());
    rememberRecent();
    announce();
    refreshTitle();
    refreshProblems();
    refreshActions();
    refreshStatus();
    m_central->canvas()->setFocus();
    Q_EMIT opened();
}

// What the person has to know about the state the workbook was found in.
void MainWindow::announce()
{
    const OpenDocument::Notices &notices = m_document->notices();
    if (notices.readOnly) {
        Banner *banner = addBanner(Tone::Warn, notices.readOnly->message + u' ' + notices.readOnly->hint);
        banner->addChoice(tr("Save as…"), tr("Go on with a copy that can be edited"), [this] { chooseSaveAs(); });
    }
    if (notices.damaged) {
        Banner *banner = addBanner(Tone::Warn, notices.damaged->message + u' ' + notices.damaged->hint);
        banner->setToolTip(notices.damaged->detail);
    }
    if (notices.unguarded) {
        Banner *banner = addBanner(Tone::Warn, tr("Edits are kept in memory only, so save often: %1").arg(notices.unguarded->message));
        banner->setToolTip(notices.unguarded->detail);
    }
    if (notices.fileChanged) {
        fileChanged();
    } else if (notices.restored) {
        Banner *banner = addBanner(Tone::Info, notices.crashed ? tr("Unsaved changes were restored after the program had ended unexpectedly.")
                                                               : tr("Unsaved changes from last time were restored."));
        banner->addChoice(tr("Discard them"), tr("Go back to what the file says; the steps stay in the history"), [this] {
            if (auto done = m_document->discardEdits(); !done)
                showError(done.error());
        });
        banner->addChoice(tr("Keep"), tr("Go on with the changes"), [] {});
    }
}

void MainWindow::fileChanged()
{
    for (const Banner *banner : findChildren<Banner *>()) {
        if (banner->objectName() == QStringLiteral("fileChanged"))
            return;
    }
    Banner *banner = addBanner(Tone::Warn, m_document->document().isModified()
                                               ? tr("%1 was changed by another program. Your changes are shown.").arg(m_document->title())
                                               : tr("%1 was changed by another program.").arg(m_document->title()));
    banner->setObjectName(QStringLiteral("fileChanged"));
    banner->addChoice(tr("Read it again"), tr("Show what the file says now; your version is set aside in the workspace"),
                      [this] { reload(); });
    banner->addChoice(tr("Overwrite it"), tr("Write what is shown here into the file"), [this] {
        if (auto done = m_document->save(true); !done)
            showError(done.error());
    });
    banner->addChoice(tr("Save as…"), tr("Keep both: write what is shown here to another file"), [this] { chooseSaveAs(); });
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
    QThreadPool::globalInstance()->start([workbook = session()->workbook(), catalogue = m_composition.catalogue(), block,
                                          file = settings::thumbnailPath(m_document->path())] {
        RenderOptions options;
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
        QAction *action = menu->addAction(QFileInfo(file.path).fileName(), this, [this, path = file.path] { openFile(path); });
        action->setToolTip(file.path);
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing was opened yet"))->setEnabled(false);
}

// --- leaving ------------------------------------------------------------------------------------------------------

bool MainWindow::mayLeave()
{
    if (!m_document || !m_document->document().isModified() || m_document->document().isReadOnly())
        return true;
    QMessageBox box(this);
    box.setObjectName(QStringLiteral("unsaved"));
    box.setWindowTitle(tr("Unsaved changes"));
    box.setIcon(QMessageBox::NoIcon);
    box.setText(tr("%1 has changes that are not in a file.").arg(m_document->title()));
    box.setInformativeText(tr("Kept changes wait in the workspace and are there when it is opened again."));
    QPushButton *saveButton = box.addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *keep = box.addButton(tr("Keep for later"), QMessageBox::ApplyRole);
    QPushButton *discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton *stay = box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    saveButton->setObjectName(QStringLiteral("unsavedSave"));
    keep->setObjectName(QStringLiteral("unsavedKeep"));
    discard->setObjectName(QStringLiteral("unsavedDiscard"));
    stay->setObjectName(QStringLiteral("unsavedCancel"));
    box.setDefaultButton(saveButton);
    box.setEscapeButton(stay);
    box.exec();
    if (box.clickedButton() == saveButton)
        return save();
    if (box.clickedButton() == keep)
        return true;
    if (box.clickedButton() != discard)
        return false;
    if (m_document->path().isEmpty()) {
        m_document->forget();
        return true;
    }
    auto done = m_document->discardEdits();
    if (!done)
        showError(done.error());
    return done.has_value();
}

void MainWindow::leave()
{
    if (!m_document)
        return;
    if (m_document->path().isEmpty() && !m_document->document().history().canUndo() && m_document->document().history().size() == 1)
        m_document->forget(); // opened and never touched
    settings::setWindow(saveGeometry(), m_docks->isAllHidden() ? m_stateBeforeHiding : saveState(1));
    settings::setPanelsHidden(m_docks->isAllHidden());
    clearBanners();
    delete m_validation;
    m_validation = nullptr;
    m_docks->setActive(false);
    stopData();
    delete m_central;
    m_central = nullptr;
    m_document.reset();
    m_isSample = false;
    m_statusText->clear();
    refreshActions(); // nothing may be triggered that needs what is gone
}

void MainWindow::showStart()
{
    m_bars->setToolBarVisible(false);
    for (const char *name : {"outline", "elements", "data", "inspector", "problems", "queries", "history"})
        m_docks->dock(QString::fromLatin1(name))->hide();
    m_start->refresh();
    m_stack->setCurrentWidget(m_start);
    refreshTitle();
    refreshActions();
    refreshStatus();
}

void MainWindow::reload()
{
    if (auto done = m_document->takeFile(); !done)
        return showError(done.error());
    const QString path = m_document->path();
    leave();
    openFile(path);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeave())
        return event->ignore();
    if (!m_document)
        settings::setWindow(saveGeometry(), {});
    leave();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(event->mimeData()->urls().first().toLocalFile());
}

// --- saving -------------------------------------------------------------------------------------------------------

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
    if (auto done = m_document->saveCopy(absolute); !done) {
        showError(done.error());
        return false;
    }
    m_document->forget();
    leave();
    load([absolute] { return adapters::loadWorkbook(absolute); }, QFileInfo(absolute).fileName());
    return true;
}

void MainWindow::chooseExport()
{
    const QFileInfo file(m_document->path());
    const QString suggested = (m_document->path().isEmpty() ? documentsFolder() + u'/' + m_document->title()
                                                            : file.absolutePath() + u'/' + file.completeBaseName())
                              + QStringLiteral(".zip");
    const QString path = QFileDialog::getSaveFileName(this, tr("Export a package"), suggested, tr("Packages (*.zip)"));
    if (!path.isEmpty())
        exportPackage(path);
}

void MainWindow::exportPackage(const QString &path, bool force)
{
    const auto stop = m_stopExport = std::make_shared<std::atomic_bool>(false);
    m_task->start(tr("Exporting %1").arg(QFileInfo(path).fileName()), [stop] { *stop = true; });
    Composition::PackageRequest request;
    request.workbook = session()->workbook();
    request.original = m_document->original();
    request.force = force;
    auto rows = std::make_shared<model::MemoryRowStore>();
    if (const auto *own = dynamic_cast<const model::MemoryRowStore *>(&m_document->document().rows())) {
        *rows = *own; // a copy: the worker must not see the next edit
        request.rows = rows.get();
    }
    request.cancelled = [stop] { return stop->load(); };
    request.progress = [this](int percent) {
        QMetaObject::invokeMethod(m_task, [this, percent] { m_task->setPercent(percent); }, Qt::QueuedConnection);
    };
    auto job = QtConcurrent::run([this, request, rows, path]() -> Result<void> {
        auto bytes = m_composition.buildPackage(request);
        if (!bytes)
            return model::fail(bytes.error());
        return adapters::writeFile(path, *bytes);
    });
    follow(std::move(job), [this, path, force](const Result<void> &done) {
        m_task->finish();
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
