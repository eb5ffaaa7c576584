// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/sql/dialect.h"
#include "model/table/row_store.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

// A script that makes the SIGDS tables where they are missing and inserts a workbook with the rows of its input tables.
// Statements end with ';' at the end of a line; the same input always gives the same text. Numbers JSON does not know
// (0o7, .inf: YAML's) become texts. PostgreSQL cannot store the character U+0000: U+FFFD stands in its place there.
std::string sigdsSql(const model::Workbook &workbook, const model::RowStore &rows, model::sql::Dialect dialect);

} // namespace tessera::adapters
