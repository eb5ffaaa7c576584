// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/formula/scalar/scalar.h"
#include "model/value/json_value.h"

namespace tessera::model::formula {

// The functions by topic; scalar.cpp joins them.
std::span<const ScalarFunction> mathFunctions();
std::span<const ScalarFunction> textFunctions();
std::span<const ScalarFunction> dateFunctions();
std::span<const ScalarFunction> arrayFunctions();
std::span<const ScalarFunction> typeAndLogicFunctions();
std::span<const ScalarFunction> financialFunctions();

// Argument `index` as a number, whole number or text; the fallback when it is not given, none when it is of another
// type.
std::optional<double> numberAt(Arguments arguments, std::size_t index, std::optional<double> fallback = {});
std::optional<std::int64_t> wholeAt(Arguments arguments, std::size_t index,
                                    std::optional<std::int64_t> fallback = {}); // rounded
const std::string *textAt(Arguments arguments, std::size_t index);
std::optional<Moment> momentAt(Arguments arguments, std::size_t index);

// A whole double as an integer, so that results print and compare exactly.
Value numberValue(double value);

// Elements of a variant array as values and back; none for anything but an array.
std::optional<std::vector<Value>> arrayOf(const Value &value);
Value arrayValue(const std::vector<Value> &elements);
Json toJsonValue(const Value &value);

} // namespace tessera::model::formula
