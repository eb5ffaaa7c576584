// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/query/csv_import.h"
#include "adapters/query/table_store.h"
#include "model/workbook/input_table.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

// Input tables among the local tables. Their columns are named by column id; multi-select cells are JSON arrays.

// Equal for columns that load alike.
std::string signatureOf(const std::vector<model::InputColumn> &columns);

// What a column holds; Any where only the rows tell (keys of the parent).
model::formula::ValueType typeOf(const model::InputColumn &column);

// Before loading a file: names and types of the table's columns. The header names columns by id or display name.
void askForInputColumns(CsvLoadOptions &options, const std::vector<model::InputColumn> &columns);

// After loading: lists of values become JSON arrays, and columns the file has not are added, empty.
model::Result<void> finishInputColumns(SqliteConnection &connection, const std::string &name,
                                       const std::vector<model::InputColumn> &columns, LocalTable &table);

} // namespace tessera::adapters
