// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "adapters/csv/csv_reader.h"
#include "model/table/row_import.h"
#include "model/table/row_store.h"
#include "model/workbook/input_table.h"

namespace tessera::adapters {

// CSV files in and out of input tables. The first record names the columns: by display name or id, without regard to
// case; null is an empty field, dates are ISO 8601, logicals true and false.

struct CsvImportOptions
{
    CsvOptions csv;
    // Asked now and then with the bytes read; false stops with Cancelled.
    std::function<bool(std::int64_t bytes)> progress;
};

// Reads row after row in constant memory and hands each on, values by column id, nulls left out.
// Errors: Invalid when the file is empty or none of its columns belongs to the table; Io; Cancelled.
model::Result<model::RowImport> readRows(QIODevice &device, const std::vector<model::InputColumn> &columns,
                                         const std::function<void(model::Json &&values)> &row,
                                         const CsvImportOptions &options = {});

// The same from a file, handed over some hundred rows at a time. For a worker thread. Errors: also NotFound.
model::Result<model::RowImport> importCsv(const QString &path, const std::vector<model::InputColumn> &columns,
                                          const model::RowTaker &take);

// Writes all rows; replaces the file in one step. Gives the number of rows. Errors: Io.
model::Result<std::int64_t> exportCsv(const QString &path, const std::vector<model::InputColumn> &columns,
                                      const model::RowStore &rows, const model::Key &table);

} // namespace tessera::adapters
