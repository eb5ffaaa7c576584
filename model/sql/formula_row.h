// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/query/expression.h"

namespace tessera::model::sql {

// The name under which a function of the formula language is registered on SQLite connections: "sigma_dateadd".
std::string registeredName(std::string_view function);

// A function written as a formula over [1], [2] … (its arguments), as an expression. An argument that is not given is the
// parameter's default, else 0. Null for a formula that does not bind: a test reads every row.
query::ExpressionPtr expandFormula(const std::string &formula, const query::FunctionCall &call);

} // namespace tessera::model::sql
