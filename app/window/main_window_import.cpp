// SPDX-License-Identifier: GPL-3.0-or-later
// CSV files as tables: read into the workspace on a worker, then one step that puts a table element on the page.
#include <stop_token>

#include <QCursor>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStandardPaths>
#include <QtConcurrent>

#include "adapters/query/source_copies.h"
#include "app/window/central_area.h"
#include "app/window/element_menu.h"
#include "app/window/import_dialog.h"
#include "app/window/live_service.h"
#include "app/window/main_window_jobs.h"
#include "app/window/task_strip.h"
#include "designer/canvas/canvas_view.h"
#include "designer/session/session.h"
#include "designer/widgets/import_report.h"
#include "designer/widgets/toast.h"
#include "model/base/text.h"
#include "model/edit/edit_rules.h"
#include "model/edit/table_edit.h"
#include "model/layout/block_geometry.h"
#include "model/schema/catalogue.h"
#include "model/schema/element_parts.h"
#include "model/workbook/views/source_view.h"

namespace tessera::app {

using namespace designer;
using model::ErrorCode;
using model::Result;

namespace {

bool isRowFile(const QString &path)
{
    return QStringList{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt")}.contains(
        QFileInfo(path).suffix().toLower());
}

model::SourceColumn::Sort sortOf(model::formula::ValueType type)
{
    using Sort = model::SourceColumn::Sort;
    switch (type) {
    case model::formula::ValueType::Number:
        return Sort::Number;
    case model::formula::ValueType::Date:
        return Sort::Date;
    case model::formula::ValueType::Logical:
        return Sort::Logical;
    default:
        return Sort::Text;
    }
}

// "orders_2024.csv" is Orders 2024 for people.
QString titleOf(const QString &csv)
{
    QString title = QFileInfo(csv).completeBaseName().replace(u'_', u' ').simplified();
    title.remove(u'/').remove(u'[').remove(u']');
    if (!title.isEmpty())
        title[0] = title.at(0).toUpper();
    return title;
}

model::ImportedTable tableOf(const adapters::ImportedCopy &imported, const QString &csv)
{
    model::ImportedTable table;
    table.title = model::toUtf8(titleOf(csv));
    table.table = imported.copy.path.back();
    for (const model::query::Column &column : imported.copy.columns)
        table.columns.push_back({column.name, sortOf(column.type)});
    return table;
}

} // namespace

void MainWindow::chooseImport()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Import a CSV file as a table"),
        m_importFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : m_importFolder,
        tr("CSV files (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        proposeImports({path});
}

// One file after the other: how it is read is looked at, and chosen otherwise where it was not found right.
void MainWindow::proposeImports(QStringList files)
{
    if (files.isEmpty())
        return;
    const QString csv = files.takeFirst();
    adapters::CsvLoadOptions before = m_importChoices.value(csv);
    before.columnName = model::referableName;
    auto *dialog = new ImportDialog(csv, before, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, csv] {
        m_importChoices[csv] = dialog->options();
        importTables({csv});
    });
    connect(dialog, &QDialog::finished, this, [this, files] { proposeImports(files); });
    dialog->open();
}

void MainWindow::importTables(const QStringList &files)
{
    m_importsWaiting += files;
    if (!m_document) {
        openTemplate(QStringLiteral("blank")); // comes back here once it is open
        return;
    }
    if (m_importsWaiting.isEmpty() || m_stopImport)
        return;
    const QString csv = m_importsWaiting.takeFirst();
    m_importFolder = QFileInfo(csv).absolutePath();
    if (m_document->document().isReadOnly() || m_document->workspacePath().isEmpty()) {
        m_importsWaiting.clear();
        showError(
            {ErrorCode::ReadOnly,
             tr("Tables cannot be imported here, because nothing can be written to the workspace of this workbook."),
             tr("Save the workbook under another name first.")});
        return;
    }
    startImport(csv);
}

// The same file again replaces its rows; another one gets a table name nobody reads yet.
void MainWindow::startImport(const QString &csv)
{
    adapters::CopyTarget target;
    std::vector<std::string> taken;
    for (const adapters::SourceCopy &copy : m_live ? m_live->service().copies() : std::vector<adapters::SourceCopy>()) {
        if (copy.origin == QFileInfo(csv).absoluteFilePath())
            target.path = copy.path;
        taken.push_back(copy.path.back());
    }
    if (target.path.empty()) {
        const std::string wanted = adapters::tableNameOf(csv);
        std::string name = model::freeTableName(session()->workbook(), wanted);
        for (int number = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number)
            name = model::freeTableName(session()->workbook(), wanted + '_' + std::to_string(number));
        target.path = {name};
    }
    m_stopImport.emplace();
    Task *task = m_tasks->start(tr("Importing %1").arg(QFileInfo(csv).fileName()),
                                [stop = *m_stopImport]() mutable { stop.request_stop(); });
    adapters::CsvLoadOptions options = m_importChoices.value(csv);
    options.columnName = model::referableName;
    options.stop = m_stopImport->get_token();
    options.progress = [report = task->reporter()](double share) { report(qRound(100 * share)); };
    auto job =
        QtConcurrent::run([workspace = m_document->workspacePath(), document = m_document->documentId(), csv, target,
                           options] { return adapters::importCsv(workspace, document, csv, target, options); });
    follow(std::move(job),
           [this, task, csv, document = m_document->documentId()](const Result<adapters::ImportedCopy> &done) {
               task->finish();
               m_stopImport.reset();
               if (!m_document || m_document->documentId() != document)
                   return;
               if (done)
                   takeImport(csv, *done);
               else
                   showError(done.error());
               importTables({});
           });
}

void MainWindow::takeImport(const QString &csv, const adapters::ImportedCopy &imported)
{
    const model::ImportedTable table = tableOf(imported, csv);
    if (m_live)
        m_live->readCopies();
    m_central->showCode(false);
    const model::Object *reader = model::readerOfTable(session()->workbook(), table.table);
    if (reader) {
        model::Target target;
        target.scope = model::Scope::Element;
        target.key = reader->key();
        session()->reveal(target);
    } else {
        CanvasView &canvas = *m_central->canvas();
        canvas.insert(model::makeInsertImported(session()->workbook(), m_composition.catalogue(), table,
                                                canvas.geometry().block()));
        reader = model::readerOfTable(session()->workbook(), table.table);
    }
    if (!reader)
        return; // refused, and the reason is shown: there is no page
    ImportSummary summary;
    summary.title = QFileInfo(csv).fileName();
    const QString rows = tr("%Ln row(s)", nullptr, static_cast<int>(imported.shape.rows));
    const QString columns = tr("%n column(s)", nullptr, static_cast<int>(imported.copy.columns.size()));
    summary.outcome =
        tr("%1 became the table “%2”: %3, %4. The rows are kept in the workspace; in Sigma the table reads %5, which "
           "has to be "
           "loaded with this file.")
            .arg(summary.title, model::elementName(*reader), rows, columns, model::toQString(table.table));
    summary.evidence = adapters::evidenceOf(imported.shape);
    summary.problems = imported.shape.problems;
    summary.problemCount = imported.shape.problemCount;
    sayImported(summary, tr("%1: %2, %3.").arg(summary.title, rows, columns));
}

void MainWindow::sayImported(const ImportSummary &summary, const QString &counts)
{
    QString message = counts + u' ' + summary.evidence.mid(0, 2).join(u' ');
    if (summary.problemCount > 0)
        message +=
            u' ' + tr("%n line(s) could not be taken as they are.", nullptr, static_cast<int>(summary.problemCount));
    for (Banner *before : findChildren<Banner *>(QStringLiteral("imported")))
        before->deleteLater();
    Banner *banner = addBanner(summary.problemCount > 0 ? Tone::Warn : Tone::Ok, message);
    banner->setObjectName(QStringLiteral("imported"));
    banner->addChoice(tr("How it was read…"), tr("Encoding, separators, types, and every line that could not be taken"),
                      [this, summary] { (new ImportReport(summary, this))->show(); });
}

QList<model::Diagnostic> MainWindow::importSteps() const
{
    QList<model::Diagnostic> steps;
    for (const adapters::SourceCopy &copy : m_live ? m_live->service().copies() : std::vector<adapters::SourceCopy>()) {
        const model::Object *reader = model::readerOfTable(m_document->session().workbook(), copy.path.back());
        const auto source = reader ? model::sourceOf(*reader) : std::nullopt;
        if (!source)
            continue;
        QStringList path;
        for (const std::string &part : source->path)
            path << model::toQString(part);
        model::Diagnostic step;
        step.severity = model::Severity::Manual;
        step.rule = "source.imported";
        step.element = reader->id();
        step.message = tr("Load %1 into the warehouse as %2.").arg(QFileInfo(copy.origin).fileName(), path.join(u'.'));
        step.hint = tr("The table “%1” reads it; its connection and path have to be those of the loaded table.")
                        .arg(model::elementName(*reader));
        steps.append(step);
    }
    return steps;
}

// What a new element reads was chosen for it; other tables are one click away, and without any a file is.
void MainWindow::tellSource(const model::Key &key)
{
    const model::Object *element = session()->workbook().element(key);
    const model::KindSpec *spec =
        element ? m_composition.catalogue().kindOf(model::Scope::Element, element->body()) : nullptr;
    if (!spec || !model::readsRows(*spec))
        return;
    const auto source = model::sourceOf(*element);
    if (source && source->kind != model::SourceKind::Table)
        return;
    const QList<model::Key> tables = model::readableTables(session()->workbook(), key);
    const model::Object *read = source ? session()->workbook().elements.findById(source->workbookElement()) : nullptr;
    if (tables.isEmpty() && !read)
        m_toast->show(Tone::Info, tr("There is no table to read yet."), tr("Import CSV…"), [this] { chooseImport(); });
    else if (read && tables.size() > 1)
        m_toast->show(Tone::Info, tr("%1 reads “%2”.").arg(model::elementName(*element), model::elementName(*read)),
                      tr("Another table…"), [this, key] { m_elementMenu->chooseSource(QCursor::pos(), key); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    bool rows = !urls.isEmpty();
    for (const QUrl &url : urls)
        rows &= url.isLocalFile() && isRowFile(url.toLocalFile());
    if (rows || (urls.size() == 1 && urls.first().isLocalFile()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls())
        files.append(url.toLocalFile());
    if (isRowFile(files.value(0)))
        proposeImports(files);
    else
        openFile(files.value(0));
}

} // namespace tessera::app
