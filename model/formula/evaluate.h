// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "model/formula/bound.h"
#include "model/formula/scalar/scalar.h"

namespace tessera::model::formula {

// The value of a symbol on the row at hand.
using SymbolValues = std::function<Value(const Symbol &)>;

// One part of a formula and what it came to, for the step-by-step view; parts before the whole.
struct EvaluationStep
{
    Span span;
    Value value;
};

// Computes a formula on one row. Aggregates, windows and lookups need more than a row: Null.
// `steps`: when given, every part is noted.
Value evaluate(const BoundPtr &root, const SymbolValues &values, const Environment &environment,
               std::vector<EvaluationStep> *steps = nullptr);

} // namespace tessera::model::formula
