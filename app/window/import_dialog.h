// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "adapters/csv/csv_preview.h"
#include "adapters/query/csv_import.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QTreeWidget;

namespace tessera::app {

// How a CSV file becomes a table: separator, encoding, decimal sign, header and types as they were found, each to be
// chosen otherwise; what the first rows come to stands below and changes at once. Enter imports.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    // `before`: what was chosen for this file the last time.
    ImportDialog(const QString &path, const adapters::CsvLoadOptions &before, QWidget *parent = nullptr);

    // Separator, encoding, decimal sign, header and types; the rest is as in `before`.
    adapters::CsvLoadOptions options() const;

private:
    QWidget *buildChoices();
    QWidget *buildTypeRow();
    void chooseType();
    void followColumn();
    void refresh();
    void fail(const model::Error &error);
    void showFound();
    void showRows();
    void showProblems();
    QString typeText(const adapters::CsvColumn &column) const;
    const adapters::CsvColumn *currentColumn() const;

    adapters::CsvLoadOptions m_options;
    adapters::CsvStart m_start;
    adapters::CsvPreview m_preview;
    QComboBox *m_separator;
    QComboBox *m_encoding;
    QComboBox *m_decimal;
    QCheckBox *m_header;
    QTableWidget *m_rows;
    QLabel *m_typeLabel;
    QComboBox *m_type;
    QLabel *m_found;
    QLabel *m_problemTitle;
    QTreeWidget *m_problems;
    QPushButton *m_import = nullptr;
};

} // namespace tessera::app
