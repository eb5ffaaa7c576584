// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/grid/row_grid.h"

#include <limits>

#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

#include "designer/grid/row_importer.h"
#include "designer/grid/row_model.h"
#include "designer/grid/row_view.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/widgets/import_report.h"
#include "model/base/text.h"
#include "model/table/cell_value.h"

namespace tessera::designer {

namespace {

QToolButton *toolButton(QWidget *parent, const char *name, const char *iconName, const QString &text,
                        const QString &tip)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setIcon(icon(QLatin1String(iconName)));
    button->setIconSize({size::icon, size::icon});
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setMinimumHeight(size::input);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

// Counts beyond what a plural form can take are large enough for the same one.
QString rowsText(std::int64_t count)
{
    return RowGrid::tr("%Ln row(s)", nullptr,
                       static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max())));
}

QString columnsText(int count)
{
    return RowGrid::tr("%n column(s)", nullptr, count);
}

QLabel *label(QWidget *parent, const char *name, const char *role = "")
{
    auto *text = new QLabel(parent);
    text->setObjectName(QLatin1String(name));
    text->setTextFormat(Qt::PlainText);
    text->setProperty("role", QLatin1String(role));
    return text;
}

} // namespace

RowGrid::RowGrid(Session &session, model::Key table, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new RowModel(session, std::move(table), this))
    , m_view(new RowView(*m_model, this))
{
    setObjectName(QStringLiteral("rowGrid"));
    setProperty("surface", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(buildBanner());
    layout->addWidget(m_view, 1);
    m_status = label(this, "cellStatus");
    m_status->setContentsMargins(space::m, 0, space::m, 0);
    m_status->setFixedHeight(size::treeRow);
    layout->addWidget(m_status);
    buildEmptyState();
    setFocusProxy(m_view);

    connect(m_model, &RowModel::changed, this, &RowGrid::refresh);
    connect(m_model, &RowModel::modelReset, m_view, &RowView::sizeColumns);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowGrid::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowGrid::refreshStatus);
    connect(m_view, &RowView::refused, this, [this](const model::Error &error) { showBanner(error.message, true); });
    connect(m_view, &RowView::undoRequested, this, [this] { (void)m_session.document().undo(); });
    connect(m_view, &RowView::redoRequested, this, [this] { (void)m_session.document().redo(); });
    connect(&session, &Session::refused, this, [this](const model::Error &error) {
        if (isVisible())
            showBanner(error.message, true);
    });
    m_importer = new RowImporter(session, m_model->table(), this);
    connect(m_importer, &RowImporter::progress, this, &RowGrid::showImport);
    connect(m_importer, &RowImporter::finished, this, &RowGrid::endImport);
    connect(m_importer, &RowImporter::failed, this, &RowGrid::failImport);
    connect(m_importCancel, &QToolButton::clicked, m_importer, &RowImporter::cancel);
    m_report = std::make_unique<ImportSummary>();
    setFiles({});
    m_view->sizeColumns();
    restyle();
    refresh();
    int first = 0; // where something can be typed
    while (first + 1 < m_model->columnCount() && !m_model->column(first).isEditable())
        ++first;
    if (m_model->rowCount() > 0 && m_model->columnCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, m_model->column(first).isEditable() ? first : 0));
}

RowGrid::~RowGrid() = default;

const model::Key &RowGrid::table() const
{
    return m_model->table();
}

QWidget *RowGrid::buildBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("gridBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    m_title = label(bar, "gridTitle", "panelTitle");
    m_summary = label(bar, "gridSummary", "secondary");
    row->addWidget(m_title);
    row->addWidget(m_summary);
    row->addStretch(1);
    m_add = toolButton(bar, "addRow", "plus", tr("Add row"), tr("Add a row below the current one (Ctrl+Enter)"));
    m_delete = toolButton(bar, "deleteRows", "trash-2", tr("Delete rows"),
                          tr("Delete the rows with a selected cell (Ctrl+Delete)"));
    m_import = toolButton(bar, "importCsv", "download", tr("Import CSV…"), tr("Add the rows of a CSV file"));
    m_export = toolButton(bar, "exportCsv", "upload", tr("Export CSV…"), tr("Write all rows into a CSV file"));
    for (QToolButton *button : {m_add, m_delete, m_import, m_export})
        row->addWidget(button);
    connect(m_add, &QToolButton::clicked, m_view, &RowView::addRow);
    connect(m_delete, &QToolButton::clicked, m_view, &RowView::deleteRows);
    connect(m_import, &QToolButton::clicked, this, &RowGrid::chooseImport);
    connect(m_export, &QToolButton::clicked, this, &RowGrid::chooseExport);
    return bar;
}

QWidget *RowGrid::buildBanner()
{
    m_banner = new QWidget(this);
    m_banner->setObjectName(QStringLiteral("gridBanner"));
    m_banner->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(m_banner);
    row->setContentsMargins(space::m, space::s, space::s, space::s);
    m_bannerText = label(m_banner, "gridBannerText");
    m_bannerText->setWordWrap(true);
    m_bannerText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QToolButton *close = toolButton(m_banner, "closeBanner", "x", tr("Dismiss"), tr("Dismiss this message"));
    connect(close, &QToolButton::clicked, m_banner, &QWidget::hide);
    m_bannerClose = close;
    m_bannerDetails = toolButton(m_banner, "importDetails", "info", tr("All lines…"),
                                 tr("List the lines that could not be taken as they are"));
    connect(m_bannerDetails, &QToolButton::clicked, this, [this] { (new ImportReport(*m_report, this))->show(); });
    m_bannerDetails->hide();
    m_importProgress = new QProgressBar(m_banner);
    m_importProgress->setObjectName(QStringLiteral("importProgress"));
    m_importProgress->setAccessibleName(tr("Import progress"));
    m_importProgress->setRange(0, 1000);
    m_importProgress->setTextVisible(false);
    m_importProgress->setMaximumWidth(220);
    m_importCancel =
        toolButton(m_banner, "importCancel", "x", tr("Cancel"), tr("Stop the import and take its rows out again"));
    row->addWidget(m_bannerText, 1);
    row->addWidget(m_importProgress);
    row->addWidget(m_importCancel);
    row->addWidget(m_bannerDetails, 0, Qt::AlignTop);
    row->addWidget(close, 0, Qt::AlignTop);
    m_importProgress->hide();
    m_importCancel->hide();
    m_banner->hide();
    return m_banner;
}

QWidget *RowGrid::buildEmptyState()
{
    m_empty = new QWidget(m_view->viewport());
    m_empty->setObjectName(QStringLiteral("gridEmpty"));
    auto *column = new QVBoxLayout(m_empty);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::s);
    m_emptyTitle = label(m_empty, "emptyTitle", "emptyTitle");
    m_emptyText = label(m_empty, "emptyText", "secondary");
    m_emptyText->setWordWrap(true);
    m_emptyText->setMinimumWidth(400);
    for (QLabel *text : {m_emptyTitle, m_emptyText}) {
        text->setAlignment(Qt::AlignCenter);
        column->addWidget(text);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    m_emptyAdd = toolButton(m_empty, "emptyAdd", "plus", tr("Add a row"), tr("Add a row (Ctrl+Enter)"));
    m_emptyImport = toolButton(m_empty, "emptyImport", "download", tr("Import CSV…"), tr("Add the rows of a CSV file"));
    m_emptyTake = toolButton(m_empty, "emptyTake", "table", tr("Take these rows"),
                             tr("Bring the rows that the page shows into this table, to edit them"));
    connect(m_emptyTake, &QToolButton::clicked, this, [this] {
        if (!m_model->takeShownRows())
            showBanner(m_model->lastError().message + u' ' + m_model->lastError().hint, true);
    });
    connect(m_emptyAdd, &QToolButton::clicked, m_view, &RowView::addRow);
    connect(m_emptyImport, &QToolButton::clicked, this, &RowGrid::chooseImport);
    buttons->addStretch(1);
    buttons->addWidget(m_emptyTake);
    buttons->addWidget(m_emptyAdd);
    buttons->addWidget(m_emptyImport);
    buttons->addStretch(1);
    column->addSpacing(space::s);
    column->addLayout(buttons);
    return m_empty;
}

void RowGrid::setFiles(RowFiles files)
{
    m_files = std::move(files);
    m_import->setVisible(static_cast<bool>(m_files.importCsv));
    m_export->setVisible(static_cast<bool>(m_files.exportCsv));
    m_model->setShownRows(m_files.shownFile && m_files.importCsv ? [this] { return readShown(); }
                                                                 : RowModel::ShownRows());
    refresh();
}

QString RowGrid::shownFile() const
{
    const model::Object *table = m_model->element();
    return table && m_files.shownFile && m_files.importCsv && m_model->canAddRows() ? m_files.shownFile(*table)
                                                                                    : QString();
}

model::Result<std::vector<model::Json>> RowGrid::readShown() const
{
    constexpr std::size_t most = 20'000; // read while somebody waits for the letter just typed
    std::vector<model::Json> all;
    const QString path = shownFile();
    if (path.isEmpty())
        return all;
    bool tooMany = false;
    const auto take = [&](std::vector<model::Json> &&rows, double) {
        tooMany = all.size() + rows.size() > most;
        if (!tooMany)
            all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        return !tooMany;
    };
    const auto read = m_files.importCsv(path, m_model->columns(), take);
    if (tooMany)
        return model::fail(model::ErrorCode::Limit,
                           tr("The page shows more than %Ln row(s) from “%1”.", nullptr, static_cast<int>(most))
                               .arg(QFileInfo(path).fileName()),
                           tr("Import that file first, so that its rows stay."));
    if (!read)
        return model::fail(read.error());
    return all;
}

void RowGrid::refresh()
{
    const model::Object *table = m_model->element();
    if (!table) {
        setEnabled(false);
        Q_EMIT tableGone();
        return;
    }
    const QString name = model::toQString(table->name().empty() ? table->id() : table->name());
    m_title->setText(name);
    const QString rows = rowsText(m_model->count());
    m_summary->setText(m_model->parentName().isEmpty() ? tr("%1 · %2").arg(rows, columnsText(m_model->columnCount()))
                                                       : tr("%1 · linked to %2").arg(rows, m_model->parentName()));
    const bool linked = !m_model->parentName().isEmpty();
    const QString why =
        linked ? tr("The rows of a linked table are those of %1.").arg(m_model->parentName()) : QString();
    m_add->setEnabled(m_model->canAddRows());
    m_import->setEnabled(m_model->canAddRows() && !m_importer->isRunning());
    m_delete->setEnabled(m_model->canAddRows() && m_view->hasSelectedRows());
    m_add->setToolTip(linked ? why : tr("Add a row below the current one (Ctrl+Enter)"));
    m_delete->setToolTip(linked ? why : tr("Delete the rows with a selected cell (Ctrl+Delete)"));
    const QString shown = m_model->count() == 0 ? QFileInfo(shownFile()).fileName() : QString();
    m_emptyTake->setVisible(!shown.isEmpty());
    const bool noColumns = m_model->columnCount() == 0;
    m_empty->setVisible(m_model->count() == 0);
    m_emptyAdd->setVisible(m_model->canAddRows());
    m_emptyTitle->setText(noColumns ? tr("No columns yet") : tr("No rows yet"));
    m_emptyText->setText(
        noColumns ? tr("Select this table on its page and add columns in the inspector, under Data.")
        : linked  ? tr("This table is linked: it shows one row for each row of %1 once data is there.")
                       .arg(m_model->parentName())
        : !shown.isEmpty()
            ? tr("The page shows the rows of “%1” from the data folder. The first row you add brings "
                 "them in here, so that none is lost.")
                  .arg(shown)
            : tr("Type into the first line, paste a block from a spreadsheet (Ctrl+V), or bring in a CSV "
                 "file."));
    m_emptyImport->setVisible(m_files.importCsv && m_model->canAddRows());
    refreshStatus();
    QResizeEvent now(size(), size());
    resizeEvent(&now);
}

void RowGrid::refreshStatus()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid()) {
        m_status->clear();
        return;
    }
    const QString problem = current.data(RowModel::ProblemRole).toString();
    const Tokens &tokens = tokensOf(QApplication::palette());
    m_status->setStyleSheet(QStringLiteral("color: %1;").arg((problem.isEmpty() ? tokens.text2 : tokens.warn).name()));
    m_status->setText(!problem.isEmpty()
                          ? tr("▲ %1").arg(problem)
                          : m_model->headerData(current.column(), Qt::Horizontal, Qt::ToolTipRole).toString());
}

void RowGrid::showBanner(const QString &text, bool failure)
{
    const Tokens &tokens = tokensOf(QApplication::palette());
    m_bannerText->setText(text);
    m_banner->setStyleSheet(QStringLiteral("#gridBanner { background: %1; border-left: 3px solid %2; }")
                                .arg(tokens.window.name(), (failure ? tokens.danger : tokens.warn).name()));
    m_banner->show();
}

void RowGrid::chooseImport()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import rows"), {}, tr("CSV files (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        importFrom(path);
}

void RowGrid::chooseExport()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export rows"), m_title->text() + QStringLiteral(".csv"),
                                                      tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        exportTo(path);
}

bool RowGrid::importFrom(const QString &path)
{
    if (!m_files.importCsv || !m_model->canAddRows() || m_importer->isRunning())
        return false;
    const QString name = QFileInfo(path).fileName();
    if (path != shownFile() && !m_model->takeShownRows()) {
        showBanner(m_model->lastError().message + u' ' + m_model->lastError().hint, true);
        return false;
    }
    const auto read = [read = m_files.importCsv, path, columns = m_model->columns()](const model::RowTaker &take) {
        return read(path, columns, take);
    };
    m_importer->start(read, tr("Import “%1”").arg(name));
    showImport(0);
    return true;
}

void RowGrid::showImport(double share)
{
    showBanner(tr("Importing: %1 so far.").arg(rowsText(m_importer->rows())), false);
    m_bannerDetails->hide();
    m_importProgress->setValue(static_cast<int>(share * m_importProgress->maximum()));
    m_importProgress->show();
    m_importCancel->show();
    m_bannerClose->hide();
    m_import->setEnabled(false);
    m_emptyImport->setEnabled(false);
}

void RowGrid::endImport(const model::RowImport &report)
{
    m_importProgress->hide();
    m_importCancel->hide();
    m_bannerClose->show();
    m_emptyImport->setEnabled(true);
    QStringList notes;
    if (!report.ignoredColumns.isEmpty())
        notes << tr("Not taken, because no column has that name: %1.")
                     .arg(report.ignoredColumns.join(QStringLiteral(", ")));
    for (const model::RowImportProblem &problem : report.problems.mid(0, 3))
        notes << tr("Line %1%2: %3")
                     .arg(problem.line)
                     .arg(problem.column.isEmpty() ? QString() : QStringLiteral(", ") + problem.column, problem.reason);
    if (report.problemCount > 3)
        notes << tr("%n more could not be read and stay empty.", nullptr, static_cast<int>(report.problemCount - 3));
    m_bannerDetails->setVisible(report.problemCount > 3);
    *m_report = {m_title->text(), tr("%1 added.").arg(rowsText(report.rows)), {}, report.problems, report.problemCount};
    if (notes.isEmpty())
        m_banner->hide();
    else
        showBanner(tr("%1 added.").arg(rowsText(report.rows)) + u'\n' + notes.join(u'\n'), false);
    refresh();
    if (report.rows > 0)
        Q_EMIT notified(tr("Added %1").arg(rowsText(report.rows)));
}

void RowGrid::failImport(const model::Error &error)
{
    endImport({});
    if (error.code != model::ErrorCode::Cancelled)
        showBanner(error.message + u' ' + error.hint, true);
    else if (m_importer->rows() > 0)
        showBanner(tr("The import was stopped. The %1 added before stay, because something else was edited since.")
                       .arg(rowsText(m_importer->rows())),
                   false);
}

bool RowGrid::exportTo(const QString &path)
{
    if (!m_files.exportCsv)
        return false;
    const auto written = m_files.exportCsv(path, m_model->columns(), m_session.document().rows(), table());
    if (!written) {
        showBanner(written.error().message + u' ' + written.error().hint, true);
        return false;
    }
    Q_EMIT notified(tr("Wrote %1").arg(rowsText(*written)));
    return true;
}

void RowGrid::restyle()
{
    m_view->restyle();
    refreshStatus();
}

void RowGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) && m_emptyImport)
        restyle();
}

void RowGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QSize room = m_view->viewport()->size();
    const QSize wanted = m_empty->sizeHint().boundedTo(room);
    m_empty->setGeometry((room.width() - wanted.width()) / 2,
                         std::max(size::gridRow + space::s, (room.height() - wanted.height()) / 2), wanted.width(),
                         wanted.height());
}

} // namespace tessera::designer
