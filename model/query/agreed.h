// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/expression.h"

namespace tessera::model::query {

// One value of several rows: the value where all that are not Null agree, else Null. Logical values go as numbers,
// because not every database orders them.
inline ExpressionPtr agreedValue(const ExpressionPtr &value)
{
    using formula::Operator;
    const bool logical = value->type == ValueType::Logical;
    const ExpressionPtr ranked =
        !logical ? value
                 : call("If", {value, constant(Value(1)), operation(Operator::Not, {value}), constant(Value(0))});
    const ExpressionPtr least = call("Min", {ranked}), most = call("Max", {ranked});
    const ExpressionPtr same = operation(Operator::Equal, {least, most});
    const ExpressionPtr one = logical ? operation(Operator::Equal, {least, constant(Value(1))}) : least;
    return call(formula::FunctionCatalogue::shipped().find("If"), {same, one}, value->type);
}

} // namespace tessera::model::query
