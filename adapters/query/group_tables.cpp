// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/group_tables.h"

#include <algorithm>
#include <atomic>

#include <QElapsedTimer>

namespace tessera::adapters {

using model::query::GroupRequest;
using model::query::TableSource;

namespace {

TableSource temporary(const std::string &table)
{
    TableSource source;
    source.connectionId = "temporary";
    source.path = {table};
    return source;
}

} // namespace

GroupTables::GroupTables(SqliteConnection &connection, const Queries &queries, std::stop_token stop,
                         std::function<void(const Made &)> made)
    : m_connection(connection)
    , m_stop(std::move(stop))
    , m_made(std::move(made))
{
    for (const auto &query : queries) {
        for (const QueryStep &step : query->steps) {
            for (const GroupRequest &request : step.groups)
                m_shared[request.rows].groups.add(request);
        }
    }
    std::erase_if(m_shared, [](const auto &entry) { return entry.second.groups.requests() < 2; });
}

GroupTables::~GroupTables()
{
    for (const auto &[rows, shared] : m_shared) {
        if (!shared.table.empty())
            (void)m_connection.execute("DROP TABLE " + shared.table);
    }
}

// Without the table everybody computes for themselves, and says what is wrong in their own words.
bool GroupTables::make(Shared &shared, const LocalQuery &query)
{
    if (!shared.table.empty() || shared.failed)
        return !shared.failed;
    QElapsedTimer clock;
    clock.start();
    model::sql::Statement statement =
        model::sql::emitSql(shared.groups.relation(), model::sql::Dialect::Sqlite, emitOptionsOf(query));
    shared.failed = !statement.isValid();
    if (shared.failed)
        return false;
    static std::atomic<int> made = 0; // names differ, so that statements do
    const std::string table = "temp.\"groups " + std::to_string(++made) + '"';
    statement.text = "CREATE TABLE " + table + " AS " + statement.text;
    shared.failed = !m_connection.run(statement, {-1, m_stop});
    if (shared.failed)
        return false;
    shared.table = table;
    if (m_made) {
        const double milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        model::sql::Statement count;
        count.text = "SELECT count(*) FROM " + table;
        const auto rows = m_connection.run(count);
        m_made({statement, milliseconds,
                rows ? static_cast<std::int64_t>(rows->table.columns.front().data.number(0)) : 0});
    }
    return true;
}

model::sql::Statement GroupTables::statementFor(const LocalQuery &query, const QueryStep &step)
{
    std::vector<std::pair<const model::query::Relation *, model::query::RelationPtr>> replacements;
    for (const GroupRequest &request : step.groups) {
        const auto found = m_shared.find(request.rows);
        if (found != m_shared.end() && make(found->second, query))
            replacements.emplace_back(request.node,
                                      found->second.groups.reading(request, temporary(found->second.table)));
    }
    if (replacements.empty())
        return step.statement;
    model::sql::EmitOptions emit = emitOptionsOf(query);
    emit.tableText = [outside = emit.tableText](const TableSource &source) {
        return source.connectionId == "temporary" ? source.path.front() : outside(source);
    };
    model::sql::Statement statement =
        model::sql::emitSql(model::query::withReplaced(step.relation, replacements), model::sql::Dialect::Sqlite, emit);
    return statement.isValid() ? statement : step.statement;
}

bool shareGroups(const LocalQuery &a, const LocalQuery &b)
{
    const auto has = [](const LocalQuery &query, const std::string &rows) {
        return std::ranges::any_of(query.steps, [&](const QueryStep &step) {
            return std::ranges::find(step.groups, rows, &GroupRequest::rows) != step.groups.end();
        });
    };
    return std::ranges::any_of(a.steps, [&](const QueryStep &step) {
        return std::ranges::any_of(step.groups, [&](const GroupRequest &request) { return has(b, request.rows); });
    });
}

} // namespace tessera::adapters
