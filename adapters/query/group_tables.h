// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include "adapters/query/run_element.h"

namespace tessera::adapters {

// Groupings that several queries have in common, each computed once into a temporary table of one connection when the
// first of them runs. The tables are gone with it. One thread.
class GroupTables
{
public:
    using Queries = std::vector<std::shared_ptr<const LocalQuery>>;
    // A statement that made a table, for the log.
    struct Made
    {
        const model::sql::Statement &statement;
        double milliseconds = 0;
        std::int64_t rows = 0;
    };
    // `connection` outlives it. `stop` ends making a table; `made` is told of each.
    GroupTables(SqliteConnection &connection, const Queries &queries, std::stop_token stop,
                std::function<void(const Made &)> made = {});
    ~GroupTables();
    GroupTables(const GroupTables &) = delete;
    GroupTables &operator=(const GroupTables &) = delete;

    // What to run for a step of one of the queries: its own statement, or one that reads the tables made here.
    model::sql::Statement statementFor(const LocalQuery &query, const QueryStep &step);

private:
    struct Shared
    {
        model::query::SharedGroups groups;
        std::string table; // "": not made yet
        bool failed = false;
    };
    bool make(Shared &shared, const LocalQuery &query);

    SqliteConnection &m_connection;
    const std::stop_token m_stop;
    const std::function<void(const Made &)> m_made;
    std::map<std::string, Shared> m_shared; // by their rows and keys
};

// Whether two queries have a grouping in common.
bool shareGroups(const LocalQuery &a, const LocalQuery &b);

} // namespace tessera::adapters
