// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/query/sqlite_connection.h"
#include "adapters/query/sqlite_statement.h"
#include "model/query/relation.h"

namespace tessera::adapters {

// Makes a table and fills it row by row, in transactions of so many rows, so that neither memory nor the write-ahead
// file grows with the table. Unless `finish` is reached the table is dropped again. Cells are stored as they
// are bound: columns have no affinity.
class TableWriter
{
public:
    // Errors: Limit for more columns than SQLite takes (2000); Invalid, Io.
    static model::Result<std::unique_ptr<TableWriter>> create(SqliteConnection &connection, const std::string &table,
                                                              const std::vector<std::string> &columns,
                                                              std::int64_t rowsPerTransaction = 50'000);
    ~TableWriter();
    TableWriter(const TableWriter &) = delete;
    TableWriter &operator=(const TableWriter &) = delete;

    // The cells of the row at hand, by column from 0. What is not set is null. Texts live until `endRow`.
    void setText(int column, std::string_view text)
    {
        sqlite3_bind_text(m_insert.get(), column + 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    void setWhole(int column, std::int64_t value) { sqlite3_bind_int64(m_insert.get(), column + 1, value); }
    void setFraction(int column, double value) { sqlite3_bind_double(m_insert.get(), column + 1, value); }
    void setNull(int column) { sqlite3_bind_null(m_insert.get(), column + 1); }
    void setValue(int column, const model::Value &value) { (void)bindValue(m_insert.get(), column + 1, value); }

    model::Result<void> endRow();
    std::int64_t rows() const { return m_rows; }
    model::Result<void> finish();

private:
    TableWriter(SqliteConnection &connection, std::string table, std::int64_t rowsPerTransaction)
        : m_connection(connection)
        , m_table(std::move(table))
        , m_rowsPerTransaction(rowsPerTransaction)
    {
    }

    SqliteConnection &m_connection;
    std::string m_table;
    const std::int64_t m_rowsPerTransaction;
    SqliteStatement m_insert;
    std::int64_t m_rows = 0;
    bool m_finished = false;
};

} // namespace tessera::adapters
