// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/reference_evaluator.h"

namespace tessera::tests {

// Small tables and a plan of every shape, for the texts of SQL and for what databases make of them.

struct NamedPlan
{
    std::string name;
    model::query::RelationPtr relation;
    bool ordered = false; // rows come in a fixed order
};

std::vector<NamedPlan> planShapes();

// By the last part of a source's path: "ORDERS", "CUSTOMERS", "PLANS".
const std::map<std::string, PlainRows> &planTables();
PlainTables plainTables();

model::query::RelationPtr scanOf(const std::string &table);

} // namespace tessera::tests
