// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/query/result_table.h"
#include "model/sql/statement.h"

struct sqlite3;

namespace tessera::adapters {

struct RunOptions
{
    std::int64_t maxRows = std::numeric_limits<std::int64_t>::max();
    std::stop_token stop; // asked every few microseconds
};

struct RunResult
{
    model::query::ResultTable table;
    bool cut = false; // there were more rows than `maxRows`
};

// A connection to a SQLite database that computes. Made, used and destroyed on any one thread at a time; several
// connections may share a file. Texts in double quotes are names only, never text;
// the functions of formulas are there (sqlite_functions.h).
class SqliteConnection
{
public:
    enum class Access
    {
        Compute, // a file of ours, made when missing: WAL, without care for power cuts, since it can be loaded again
        Keep,    // a file that has to last: settings stay as they are
        Read,    // the same, read only
    };
    // "": a database of its own in memory. Errors: Io.
    static model::Result<std::unique_ptr<SqliteConnection>> open(const std::string &path = {},
                                                                 Access access = Access::Compute);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    // Columns have the names and types of `statement.columns` where it lists them, else the database's names and the
    // type of the first value. Integers stay integers until the first fraction. What does not fit its column's type
    // makes the column text; nothing is dropped.
    // Errors: Cancelled when stopped; Invalid with SQLite's text in `detail`; Io, Limit.
    model::Result<RunResult> run(const model::sql::Statement &statement, const RunOptions &options = {});

    // Statements without rows of interest, separated by semicolons. Errors: as `run`.
    model::Result<void> execute(std::string_view sql, std::stop_token stop = {});

    sqlite3 *handle() const { return m_database; } // for bulk loading and registering functions

private:
    explicit SqliteConnection(sqlite3 *database) : m_database(database) {}

    friend class StopWatch;
    sqlite3 *m_database;
    class StopWatch *m_watch = nullptr; // the innermost
};

// Lets `stop` end whatever runs on the connection while this exists. An inner one (clean-up that has to be finished)
// takes the place of the outer one for its time.
class StopWatch
{
public:
    StopWatch(SqliteConnection &connection, std::stop_token stop);
    ~StopWatch();
    StopWatch(const StopWatch &) = delete;
    StopWatch &operator=(const StopWatch &) = delete;

private:
    void install();

    SqliteConnection &m_connection;
    StopWatch *m_outer;
    std::stop_token m_stop;
};

// A name in double quotes, as SQLite reads it.
std::string quotedName(std::string_view name);

} // namespace tessera::adapters
