// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/formula/evaluate.h"

namespace tessera::model::formula {

// A part of a formula that one row cannot tell: a column, a control, or an aggregate, window or lookup with all inside
// it.
struct FormulaPart
{
    Span span;        // where it first stands
    std::string text; // as written
    std::string id;   // "part-0"; the same text is one part
    ValueType type = ValueType::Any;
};

// A formula in which those parts are symbols, so that `evaluate` computes the rest from their values.
struct SteppedFormula
{
    BoundPtr root;
    std::vector<FormulaPart> parts;
};
SteppedFormula splitForSteps(std::string_view text, const BoundPtr &root);

// One step as a person reads it. Steps nest: the whole formula is the last root's parent of all.
struct FormulaStep
{
    Span span;
    std::string text;
    Value value;
    ValueType type = ValueType::Any;
    std::vector<FormulaStep> inside; // the parts it was computed from, constants left out
};

// Computes a split formula on one row. `values`: one for each part, in order.
FormulaStep stepThrough(std::string_view text, const SteppedFormula &formula, const std::vector<Value> &values,
                        const Environment &environment);

} // namespace tessera::model::formula
