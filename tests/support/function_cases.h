// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/formula/scope.h"
#include "tests/support/reference_evaluator.h"

namespace tessera::tests {

// Formulas over the rows of one table, which hold what functions stumble over: nulls, empty and foreign texts, zero,
// negative and fractional numbers, ends of months and years, arrays of every kind.

struct FunctionCase
{
    std::string formula;
    // Why PostgreSQL may answer otherwise; "" when it may not.
    std::string elsewhere = {};
};

const PlainRows &functionRows(); // the table "ROWS"; "Row" numbers them

std::vector<FunctionCase> scalarCases();
std::vector<FunctionCase> aggregateCases(); // over groups of [Group]
std::vector<FunctionCase> windowCases();    // within groups of [Group], in the order of [Row]

const model::formula::Scope &rowScope(); // [Name]: a column of that table

model::query::RelationPtr functionTable();
model::query::ExpressionPtr
compiled(const std::string &formula); // over its columns; null, with a warning, when it does not bind
// A call as a window within groups: its column and direction become the first key of the order when it ranks.
model::query::ExpressionPtr windowOf(const model::query::ExpressionPtr &expression);

// Plans with a column "Result" beside "Row" (of groups: beside "Group").
model::query::RelationPtr scalarPlan(const std::string &formula);
model::query::RelationPtr aggregatePlan(const std::string &formula);
model::query::RelationPtr windowPlan(const std::string &formula);

} // namespace tessera::tests
