// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/csv/csv_shape.h"
#include "adapters/query/sqlite_connection.h"

namespace tessera::adapters {

struct CsvLoadOptions
{
    CsvOptions csv;
    bool header = true; // see CsvScanOptions
    char decimal = '\0';
    std::map<std::string, model::formula::ValueType> types;           // wishes, by column name ignoring case
    std::function<std::string(const std::string &header)> columnName; // how the header's columns are called; empty: so
    std::function<void(double share)> progress;                       // 0 to 1, now and then, on the calling thread
    std::stop_token stop;
    std::int64_t rowsPerTransaction = 50'000;
};

// Loads a CSV file into a new table of `connection`, in memory that does not grow with the file: one
// pass to find types, one to store. Numbers become INTEGER or REAL, logicals 0 and 1, dates ISO text, empty cells null.
// A cell that does not suit a wished type is null and listed. On failure the table does not exist.
// Errors: NotFound, Invalid for an empty file, Io, Limit, Cancelled.
model::Result<CsvShape> loadCsv(SqliteConnection &connection, const std::string &table, const QString &path,
                                const CsvLoadOptions &options = {});

// The columns of a loaded table, as relations know them.
std::vector<model::query::Column> columnsOf(const CsvShape &shape);

} // namespace tessera::adapters
