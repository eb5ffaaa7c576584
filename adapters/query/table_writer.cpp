// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/table_writer.h"

#include <QCoreApplication>

namespace tessera::adapters {

using model::Result;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::TableWriter)
};

} // namespace

Result<std::unique_ptr<TableWriter>> TableWriter::create(SqliteConnection &connection, const std::string &table,
                                                         const std::vector<std::string> &columns,
                                                         std::int64_t rowsPerTransaction)
{
    const int most = sqlite3_limit(connection.handle(), SQLITE_LIMIT_COLUMN, -1);
    if (columns.size() > static_cast<std::size_t>(most))
        return model::fail(
            model::ErrorCode::Limit,
            Texts::tr("The table has %1 columns; %2 are possible at most.").arg(columns.size()).arg(most));
    std::string create = "CREATE TABLE " + quotedName(table) + " (";
    std::string insert = "INSERT INTO " + quotedName(table) + " VALUES (";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        create += (i ? ", " : "") + quotedName(columns[i]);
        insert += i ? ", ?" : "?";
    }
    if (auto done = connection.execute("DROP TABLE IF EXISTS " + quotedName(table)); !done)
        return model::fail(done.error());
    if (auto done = connection.execute(create + ")"); !done)
        return model::fail(done.error());
    std::unique_ptr<TableWriter> writer(new TableWriter(connection, table, rowsPerTransaction));
    auto prepared = prepareSql(connection.handle(), insert + ")");
    if (!prepared)
        return model::fail(prepared.error());
    writer->m_insert = std::move(*prepared);
    if (auto begun = connection.execute("BEGIN"); !begun)
        return model::fail(begun.error());
    return writer;
}

TableWriter::~TableWriter()
{
    if (m_finished)
        return;
    m_insert.reset();
    if (sqlite3_get_autocommit(m_connection.handle()) == 0)
        (void)m_connection.execute("ROLLBACK");
    (void)m_connection.execute("DROP TABLE IF EXISTS " + quotedName(m_table));
}

Result<void> TableWriter::endRow()
{
    if (sqlite3_step(m_insert.get()) != SQLITE_DONE)
        return model::fail(sqliteError(m_connection.handle(), sqlite3_errcode(m_connection.handle())));
    sqlite3_reset(m_insert.get());
    if (++m_rows % m_rowsPerTransaction != 0)
        return {};
    return m_connection.execute("COMMIT; BEGIN");
}

Result<void> TableWriter::finish()
{
    auto done = m_connection.execute("COMMIT");
    m_finished = done.has_value();
    return done;
}

} // namespace tessera::adapters
