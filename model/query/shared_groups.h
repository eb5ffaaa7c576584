// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/query/relation.h"

namespace tessera::model::query {

// Elements of a page often group the same rows by the same keys and differ only in what they compute for a group. Their
// groupings can be computed together: the rows are read and sorted once.

// A grouping of the rows of one outside table, in terms of that table's own columns.
struct GroupRequest
{
    const Relation *node = nullptr; // the Aggregate in its plan
    TableSource source;
    std::vector<Column> columns; // of the table, those that take part
    std::vector<ExpressionPtr> conditions;
    std::vector<ExpressionPtr> keys;
    std::vector<ExpressionPtr> aggregates;
    // Equal for equal rows and keys, whatever is aggregated.
    std::string rows;
};

// The groupings in a plan that can be shared: of rows of one table that are only filtered and computed on the way.
std::vector<GroupRequest> groupRequests(const RelationPtr &plan);

// One grouping for several requests with equal `rows`.
class SharedGroups
{
public:
    void add(const GroupRequest &request);
    // What all of them need: columns "k0" …, then "a0" …. At least one request was added.
    RelationPtr relation() const;
    // The columns of `request`'s own Aggregate, read from `table`, which holds the rows of `relation()`.
    RelationPtr reading(const GroupRequest &request, const TableSource &table) const;
    int requests() const { return m_requests; }

private:
    std::string nameOf(const ExpressionPtr &aggregate) const;

    GroupRequest m_first;
    std::vector<Column> m_columns;
    std::vector<ExpressionPtr> m_aggregates;
    std::vector<std::string> m_fingerprints; // of the aggregates
    int m_requests = 0;
};

// The same plan with other relations in the place of some of its own.
RelationPtr withReplaced(const RelationPtr &plan,
                         const std::vector<std::pair<const Relation *, RelationPtr>> &replacements);

} // namespace tessera::model::query
