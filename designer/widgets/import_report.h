// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QStringList>

#include "model/table/row_import.h"

namespace tessera::designer {

// How a file of rows was read, for a person who wants to know.
struct ImportSummary
{
    QString title;                           // "orders.csv"
    QString outcome;                         // what came of it, in a sentence
    QStringList evidence;                    // how encoding, separators and types were found
    QList<model::RowImportProblem> problems; // the first of them
    qint64 problemCount = 0;
};

// Stands beside the work and blocks nothing; deletes itself when it is closed.
class ImportReport : public QDialog
{
    Q_OBJECT

public:
    explicit ImportReport(const ImportSummary &summary, QWidget *parent = nullptr);
};

} // namespace tessera::designer
