// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/formula/bound.h"
#include "model/query/expression.h"

namespace tessera::model::sql {

// The name under which a function of the formula language is registered on SQLite connections: "sigma_dateadd".
std::string registeredName(std::string_view function);

// A bound formula whose names stand for expressions, as one expression. Aggregates stay calls; it is on the caller to
// put them where they may stand. Null where the formula has an error.
query::ExpressionPtr expressionOf(const formula::BoundPtr &root,
                                  const std::function<query::ExpressionPtr(const formula::Symbol &)> &symbol);

// A function written as a formula over [1], [2] … (its arguments), as an expression. An argument that is not given is
// the parameter's default, else 0. Null for a formula that does not bind: a test reads every row.
query::ExpressionPtr expandFormula(const std::string &formula, const query::FunctionCall &call);

} // namespace tessera::model::sql
