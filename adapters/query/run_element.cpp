// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/run_element.h"

#include <algorithm>

namespace tessera::adapters {

using model::Result;
using model::query::ElementQuery;
using model::query::ElementRows;
using model::query::QueryOptions;

namespace {

void addStep(LocalQuery &local, const std::string &part, const model::query::Query &query,
             const model::sql::EmitOptions &emit)
{
    if (!query.relation)
        return;
    QueryStep step{part, model::sql::emitSql(query.relation, model::sql::Dialect::Sqlite, emit), query.columns,
                   query.relation, model::query::groupRequests(query.relation)};
    for (const auto &problem : step.statement.problems) {
        if (local.failure.isEmpty())
            local.failure = problem.message;
    }
    if (!step.statement.isValid())
        return;
    local.fingerprint += step.part + '\x1f' + step.statement.text;
    for (const model::Value &value : step.statement.parameters)
        local.fingerprint += '\x1f' + std::to_string(value.data().index()) + model::plainText(value);
    local.fingerprint += '\x1e';
    local.steps.push_back(std::move(step));
}

// The output column that a column of the statement holds; null for helpers.
const model::query::OutputColumn *outputOf(const std::vector<model::query::OutputColumn> &columns,
                                           const std::string &name)
{
    const auto exact = std::ranges::find(columns, name, &model::query::OutputColumn::name);
    return exact == columns.end() ? nullptr : &*exact;
}

} // namespace

LocalQuery makeLocalQuery(const model::Workbook &workbook, const model::NameLookup &names, const model::Key &element,
                          const QueryOptions &options, LocalTables &tables, const ElementPlanner &planner)
{
    LocalQuery local;
    QueryOptions actual = options;
    actual.sources = &tables;
    local.query = planner ? planner(workbook, names, element, actual)
                          : model::query::planElement(workbook, names, element, actual);
    for (const auto &source : local.query.tables) {
        const auto table = tables.table(source);
        if (!table) {
            local.failure = table.error().message;
            return local;
        }
        local.sample = local.sample || (*table)->origin == LocalTable::Origin::Sample;
        local.fingerprint += std::to_string((*table)->version) + ' ';
        local.tableTexts.emplace_back(source, tables.tableText(source));
    }
    local.environment = options.account;
    local.environment.now = options.now;
    const model::sql::EmitOptions emit = emitOptionsOf(local);
    addStep(local, {}, local.query.main, emit);
    for (const auto &[name, part] : local.query.parts)
        addStep(local, name, part, emit);
    return local;
}

model::sql::EmitOptions emitOptionsOf(const LocalQuery &local)
{
    model::sql::EmitOptions emit;
    emit.pretty = false;
    emit.tableText = [&local](const model::query::TableSource &source) {
        const auto known = std::ranges::find(local.tableTexts, source, [](const auto &entry) { return entry.first; });
        return known == local.tableTexts.end() ? std::string() : known->second;
    };
    emit.environment = local.environment;
    return emit;
}

Result<RunResult> runStep(const QueryStep &step, const model::sql::Statement &statement, SqliteConnection &connection,
                          const RunOptions &options)
{
    auto result = connection.run(statement, options);
    if (!result)
        return result;
    for (std::size_t i = 0; i < result->table.columns.size(); ++i) {
        auto &column = result->table.columns[i];
        const model::query::OutputColumn *output = i < step.columns.size() && step.columns[i].name == column.name
                                                       ? &step.columns[i]
                                                       : outputOf(step.columns, column.name);
        if (output)
            column.id = output->id;
    }
    return result;
}

Result<std::unique_ptr<SqliteConnection>> openForQueries(const TableStore &store)
{
    auto connection = SqliteConnection::open(store.databasePath());
    if (!connection)
        return connection;
    if (auto done = (*connection)->execute("PRAGMA mmap_size=4294967296"); !done)
        return model::fail(done.error());
    return connection;
}

ElementRows runElement(const model::Workbook &workbook, const model::NameLookup &names, const model::Key &element,
                       const QueryOptions &options, LocalTables &tables, SqliteConnection &connection,
                       const RunOptions &limits)
{
    LocalQuery local = makeLocalQuery(workbook, names, element, options, tables);
    ElementRows rows;
    rows.failure = local.failure;
    rows.sample = local.sample;
    for (const QueryStep &step : local.steps) {
        auto result = runStep(step, step.statement, connection, limits);
        if (!result) {
            if (rows.failure.isEmpty())
                rows.failure = result.error().message;
            continue;
        }
        auto table = std::make_shared<const model::query::ResultTable>(std::move(result->table));
        rows.cut = rows.cut || result->cut;
        if (step.part.empty())
            rows.main = std::move(table);
        else
            rows.parts.emplace(step.part, std::move(table));
    }
    rows.state = stateOf(local, rows);
    rows.query = std::move(local.query);
    return rows;
}

ElementRows::State stateOf(const LocalQuery &local, const ElementRows &rows)
{
    const bool asksForRows = local.query.main.relation != nullptr;
    if (asksForRows ? rows.main == nullptr : !local.failure.isEmpty())
        return ElementRows::State::Failed;
    if (asksForRows || !rows.parts.empty())
        return ElementRows::State::Ready;
    return local.query.hasErrors() ? ElementRows::State::Failed : ElementRows::State::NoData;
}

} // namespace tessera::adapters
