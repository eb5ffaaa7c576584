// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "model/formula/scalar/scalar.h"
#include "model/query/relation.h"
#include "model/query/result_table.h"

namespace tessera::tests {

// Runs plans row by row, in the plainest way: what databases are compared with. Quadratic where that is simpler.

struct PlainRows
{
    std::vector<model::query::Column> columns;
    std::vector<std::vector<model::Value>> rows; // a cell per column
};

// The rows of an outside table, its columns named as in the Scan; null: there is none.
using PlainTables = std::function<const PlainRows *(const model::query::TableSource &)>;

// Precondition: the relation is not null. A missing table, column or function fails the running test.
PlainRows evaluatePlainly(const model::query::RelationPtr &relation, const PlainTables &tables,
                          const model::formula::Environment &environment = {});
// The same as a result table.
model::query::ResultTable evaluate(const model::query::RelationPtr &relation, const PlainTables &tables,
                                   const model::formula::Environment &environment = {});

// The order of sorts: nulls last unless asked otherwise, false before true, other types by their text.
bool comesBefore(const model::Value &a, const model::Value &b, bool descending, bool nullsFirst);

// An aggregate over the argument values of the rows of a group: `arguments[row][argument]`.
model::Value aggregatePlainly(const std::string &function, const std::vector<std::vector<model::Value>> &arguments);

// A window over the rows of one partition, in order: a result per row. `peers[row]` numbers rows that tie, from 0.
std::vector<model::Value> windowPlainly(const std::string &function,
                                        const std::vector<std::vector<model::Value>> &arguments,
                                        const std::vector<int> &peers);

} // namespace tessera::tests
