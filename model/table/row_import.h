// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
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

// What reading rows for one input table from a file came to. A cell that cannot be read stays empty and is listed.
struct RowImport
{
    static constexpr int keptProblems = 100;

    std::int64_t rows = 0;
    QList<RowImportProblem> problems; // the first of them
    std::int64_t problemCount = 0;
    QStringList ignoredColumns; // of the file: no column of the table takes them
};

// Takes some rows, values by column id, and the share of the file that was read; false stops the reading.
using RowTaker = std::function<bool(std::vector<Json> &&rows, double share)>;

} // namespace tessera::model
