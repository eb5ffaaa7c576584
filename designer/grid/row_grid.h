// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QWidget>

#include "designer/session/session.h"
#include "model/table/row_import.h"
#include "model/workbook/input_table.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace tessera::designer {

class RowImporter;
class RowModel;
class RowView;
struct ImportSummary;

// Files as the grid needs them; the window hands them in, because files live outside the designer.
struct RowFiles
{
    // Reads a file and hands its rows over in pieces. Called on a worker thread.
    std::function<model::Result<model::RowImport>(const QString &path, const std::vector<model::InputColumn> &columns,
                                                  const model::RowTaker &take)>
        importCsv;
    // Gives the number of rows written.
    std::function<model::Result<std::int64_t>(const QString &path, const std::vector<model::InputColumn> &columns,
                                              const model::RowStore &rows, const model::Key &table)>
        exportCsv;
    // A file of rows that the page shows while the table has none of its own; "" for none.
    std::function<QString(const model::Object &table)> shownFile;
};

// The rows of an input table as an editable grid. Every edit is one transaction of the document.
// Keys: type or F2/Enter to edit, Ctrl+Enter add a row, Ctrl+Delete delete rows, Delete empty cells, Space tick,
// Ctrl+C / X / V blocks as tab-separated text, Ctrl+D fill down, Ctrl+R fill right.
class RowGrid : public QWidget
{
    Q_OBJECT

public:
    // `session` outlives the grid; `table` is the key of an input-table element.
    RowGrid(Session &session, model::Key table, QWidget *parent = nullptr);
    ~RowGrid() override;

    const model::Key &table() const;
    void setFiles(RowFiles files); // without a function its button is hidden

    // What the buttons do, without the file dialog. An import goes on while people work; false: it cannot start.
    bool importFrom(const QString &path);
    bool exportTo(const QString &path);

Q_SIGNALS:
    void tableGone();                      // the element was deleted: close the tab
    void notified(const QString &message); // a success worth a toast: "Added 120 rows"

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildBar();
    QWidget *buildBanner();
    QWidget *buildEmptyState();
    void refresh();       // names, counts, enabled buttons, empty state
    void refreshStatus(); // the line about the current cell
    void restyle();
    void showBanner(const QString &text, bool failure);
    void chooseImport();
    void showImport(double share);
    void endImport(const model::RowImport &report);
    void failImport(const model::Error &error);
    QString shownFile() const;
    model::Result<std::vector<model::Json>> readShown() const;
    void chooseExport();

    Session &m_session;
    RowFiles m_files;
    RowModel *m_model = nullptr;
    RowView *m_view = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_status = nullptr;
    QWidget *m_banner = nullptr;
    QLabel *m_bannerText = nullptr;
    QToolButton *m_bannerClose = nullptr;
    QToolButton *m_bannerDetails = nullptr; // lines that could not be read
    std::unique_ptr<ImportSummary> m_report;
    RowImporter *m_importer = nullptr;
    QProgressBar *m_importProgress = nullptr;
    QToolButton *m_importCancel = nullptr;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QToolButton *m_emptyAdd = nullptr;
    QToolButton *m_emptyImport = nullptr;
    QToolButton *m_emptyTake = nullptr; // the rows of the data folder
    QToolButton *m_add = nullptr;
    QToolButton *m_delete = nullptr;
    QToolButton *m_import = nullptr;
    QToolButton *m_export = nullptr;
};

} // namespace tessera::designer
