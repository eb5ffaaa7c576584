// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

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

} // namespace tessera::tests
