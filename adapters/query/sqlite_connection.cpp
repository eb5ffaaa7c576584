// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/sqlite_connection.h"

#include <QCoreApplication>

#include "adapters/query/result_builder.h"
#include "adapters/query/sqlite_functions.h"
#include "adapters/query/sqlite_statement.h"
#include "adapters/query/warehouse_tokens.h"
#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;
using model::Value;
using model::query::ResultColumn;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Sqlite)
};

// Between two looks at the stop token: some ten microseconds of work.
constexpr int instructionsPerLook = 2000;

ErrorCode codeOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Io;
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
        return ErrorCode::Limit;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::ReadOnly;
    default:
        return ErrorCode::Invalid;
    }
}

QString messageOf(ErrorCode code, const QString &detail)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return Texts::tr("The query was stopped.");
    case ErrorCode::Io:
    case ErrorCode::ReadOnly:
        return Texts::tr("The local database could not read or write its file.");
    case ErrorCode::Limit:
        return Texts::tr("The query needs more memory than there is.");
    default:
        return Texts::tr("The local database refused the query: %1").arg(detail);
    }
}

Result<void> useSettings(SqliteConnection &connection, bool isFile)
{
    sqlite3 *database = connection.handle();
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_busy_timeout(database, 30'000);
    // With temporary files the sorter works in runs of at most cache_size: quicker than one long list in memory,
    // bounded, and stoppable between runs.
    const auto common = connection.execute("PRAGMA temp_store=FILE; PRAGMA cache_size=-8000");
    if (!common || !isFile)
        return common;
    return connection.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF");
}

} // namespace

model::Error sqliteError(sqlite3 *database, int code)
{
    const ErrorCode kind = codeOf(code);
    const QString detail = QString::fromUtf8(database ? sqlite3_errmsg(database) : sqlite3_errstr(code));
    model::Error error{kind, messageOf(kind, detail)};
    error.detail = detail;
    return error;
}

Result<SqliteStatement> prepareSql(sqlite3 *database, std::string_view sql)
{
    sqlite3_stmt *raw = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &raw, &rest);
    SqliteStatement statement(raw);
    if (code != SQLITE_OK) {
        model::Error error = sqliteError(database, code);
        if (const int offset = sqlite3_error_offset(database);
            offset >= 0 && static_cast<std::size_t>(offset) <= sql.size())
            error.where = placeIn(sql, offset);
        return model::fail(std::move(error));
    }
    const std::string_view behind(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
    if (!statement || behind.find_first_not_of(" \t\r\n;") != std::string_view::npos)
        return model::fail(ErrorCode::Invalid, Texts::tr("One SQL statement is expected."));
    return statement;
}

Result<void> bindValue(sqlite3_stmt *statement, int index, const Value &value)
{
    const auto bindText = [&](const std::string &text) {
        return sqlite3_bind_text64(statement, index, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    };
    struct Bind
    {
        sqlite3_stmt *statement;
        int index;
        const decltype(bindText) &text;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
        int operator()(bool logical) const { return sqlite3_bind_int(statement, index, logical); }
        int operator()(std::int64_t whole) const { return sqlite3_bind_int64(statement, index, whole); }
        int operator()(double fraction) const { return sqlite3_bind_double(statement, index, fraction); }
        int operator()(const std::string &words) const { return text(words); }
        int operator()(model::Moment moment) const { return text(model::isoText(moment)); }
        int operator()(const model::Json &json) const { return text(model::writeJson(json)); }
    };
    const int code = std::visit(Bind{statement, index, bindText}, value.data());
    if (code != SQLITE_OK)
        return model::fail(sqliteError(sqlite3_db_handle(statement), code));
    return {};
}

StopWatch::StopWatch(SqliteConnection &connection, std::stop_token stop)
    : m_connection(connection)
    , m_outer(connection.m_watch)
    , m_stop(std::move(stop))
{
    connection.m_watch = this;
    install();
}

StopWatch::~StopWatch()
{
    m_connection.m_watch = m_outer;
    if (m_outer)
        m_outer->install();
    else
        sqlite3_progress_handler(m_connection.m_database, 0, nullptr, nullptr);
}

void StopWatch::install()
{
    const auto asked = [](void *self) -> int { return static_cast<StopWatch *>(self)->m_stop.stop_requested(); };
    const bool possible = m_stop.stop_possible();
    sqlite3_progress_handler(m_connection.m_database, possible ? instructionsPerLook : 0, possible ? +asked : nullptr,
                             this);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string &path, Access access)
{
    sqlite3 *database = nullptr;
    const int mode = access == Access::Compute ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                     : access == Access::Keep  ? SQLITE_OPEN_READWRITE
                                               : SQLITE_OPEN_READONLY;
    const int code =
        sqlite3_open_v2(path.empty() ? ":memory:" : path.c_str(), &database, mode | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(database));
    if (code != SQLITE_OK)
        return model::fail(sqliteError(database, code));
    if (auto done = useSettings(*connection, !path.empty() && access == Access::Compute); !done)
        return model::fail(done.error());
    if (auto done = registerFunctions(connection->handle()); !done)
        return model::fail(done.error());
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    sqlite3_close_v2(m_database);
}

Result<RunResult> SqliteConnection::run(const model::sql::Statement &statement, const RunOptions &options)
{
    auto prepared = prepareSql(m_database, statement.text);
    if (!prepared)
        return model::fail(prepared.error());
    sqlite3_stmt *query = prepared->get();
    for (std::size_t i = 0; i < statement.parameters.size(); ++i) {
        if (auto bound = bindValue(query, static_cast<int>(i) + 1, statement.parameters[i]); !bound)
            return model::fail(bound.error());
    }
    if (options.stop.stop_requested())
        return model::fail(ErrorCode::Cancelled, messageOf(ErrorCode::Cancelled, {}));
    const StopWatch watch(*this, options.stop);
    const int columns = sqlite3_column_count(query);
    std::vector<ColumnBuilder> builders;
    for (int i = 0; i < columns; ++i) {
        const auto at = static_cast<std::size_t>(i);
        builders.emplace_back(at < statement.columns.size() ? statement.columns[at].type
                                                            : model::formula::ValueType::Any);
    }
    RunResult result;
    std::int64_t rows = 0;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(query)) == SQLITE_ROW) {
        if (rows == options.maxRows) {
            result.cut = true;
            break;
        }
        for (int i = 0; i < columns; ++i)
            builders[static_cast<std::size_t>(i)].take(query, i);
        ++rows;
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return model::fail(sqliteError(m_database, code));
    for (int i = 0; i < columns; ++i) {
        const auto at = static_cast<std::size_t>(i);
        std::string name = at < statement.columns.size() ? statement.columns[at].name : sqlite3_column_name(query, i);
        result.table.columns.push_back({{}, std::move(name), builders[at].finish()});
    }
    return result;
}

Result<void> SqliteConnection::execute(std::string_view sql, std::stop_token stop)
{
    const StopWatch watch(*this, std::move(stop));
    const std::string text(sql);
    const int code = sqlite3_exec(m_database, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return model::fail(sqliteError(m_database, code));
    return {};
}

std::string quotedName(std::string_view name)
{
    std::string quoted = "\"";
    for (const char c : name) {
        quoted += c;
        if (c == '"')
            quoted += c;
    }
    return quoted + '"';
}

} // namespace tessera::adapters
