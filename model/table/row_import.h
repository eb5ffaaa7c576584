// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QList>
#include <QString>
#include <QStringList>

#include "model/base/json.h"

namespace tessera::model {

// A place in an imported file that could not be taken as it is, and what was done about it.
struct RowImportProblem
{
    std::int64_t line = 0; // 1-based line of the file
    QString column;        // "" when the whole line is meant
    QString reason;        // a sentence
};

// Rows read from a file for one input table: values by column id. A cell that cannot be read stays empty and is listed.
struct RowImport
{
    static constexpr int keptProblems = 100;

    std::vector<Json> rows;
    QList<RowImportProblem> problems; // the first of them
    std::int64_t problemCount = 0;
    QStringList ignoredColumns; // of the file: no column of the table takes them
};

} // namespace tessera::model
