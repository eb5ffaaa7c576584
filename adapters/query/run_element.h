// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "adapters/query/local_tables.h"
#include "model/query/element_rows.h"
#include "model/query/shared_groups.h"
#include "model/sql/statement.h"

namespace tessera::adapters {

using ElementPlanner = std::function<model::query::ElementQuery(
    const model::Workbook &, const model::NameLookup &, const model::Key &, const model::query::QueryOptions &)>;

// One statement of an element's query and where its rows belong.
struct QueryStep
{
    std::string part; // "": the main rows
    model::sql::Statement statement;
    std::vector<model::query::OutputColumn> columns;
    model::query::RelationPtr relation;             // what the statement computes
    std::vector<model::query::GroupRequest> groups; // in it, that could be computed together with others
};

// An element's query, ready to run on local tables.
struct LocalQuery
{
    model::query::ElementQuery query;
    std::vector<QueryStep> steps; // the main rows first
    QString failure;              // why nothing can run, for a person; "" when it can
    bool sample = false;
    // Equal for queries that give equal rows: statements, parameters and the tables' versions.
    std::string fingerprint;
    std::vector<std::pair<model::query::TableSource, std::string>> tableTexts; // what stands in FROM
    model::formula::Environment environment;
};

// How SQL for local tables is written: as makeLocalQuery did it. `local` outlives it.
model::sql::EmitOptions emitOptionsOf(const LocalQuery &local);

// Plans, finds the tables (loading them where needed) and writes the SQL. Total. Takes as long as loading does.
LocalQuery makeLocalQuery(const model::Workbook &workbook, const model::NameLookup &names, const model::Key &element,
                          const model::query::QueryOptions &options, LocalTables &tables,
                          const ElementPlanner &planner = {});

// The rows of a step, its columns with the ids of the element's. `statement`: its own, or one that gives the same.
// Errors: those of SqliteConnection::run.
model::Result<RunResult> runStep(const QueryStep &step, const model::sql::Statement &statement,
                                 SqliteConnection &connection, const RunOptions &options);

// What the rows of a query that ran mean for its card.
model::query::ElementRows::State stateOf(const LocalQuery &local, const model::query::ElementRows &rows);

// A connection that reads a store's tables, mapped into memory.
model::Result<std::unique_ptr<SqliteConnection>> openForQueries(const TableStore &store);

// All of it, on this thread: the element's rows as its card shows them. `connection` is open on the database of
// the store of `tables`. A part that fails is left out and named in `failure`; without main rows the state is Failed.
model::query::ElementRows runElement(const model::Workbook &workbook, const model::NameLookup &names,
                                     const model::Key &element, const model::query::QueryOptions &options,
                                     LocalTables &tables, SqliteConnection &connection, const RunOptions &limits = {});

} // namespace tessera::adapters
