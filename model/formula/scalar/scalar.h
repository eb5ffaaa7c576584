// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/value/value.h"

namespace tessera::model::formula {

// What a formula can know of its surroundings; fixed for one query, so that every row sees the same "now".
struct Environment
{
    Moment now;                   // in the account's time zone
    std::string timeZone = "UTC"; // of the account, IANA name
    std::string userEmail;
    std::string userFullName;
    std::string userFirstName;
    std::vector<std::string> userTeams;
};

using Arguments = std::span<const Value>;
using ScalarImplementation = Value (*)(Arguments, const Environment &);

// One scalar function, computed here. It serves the step-by-step view, formulas without a database, and SQLite, which
// lacks most of them. Arguments of a wrong type give Null: the binder has reported them.
struct ScalarFunction
{
    std::string_view name; // as in the function catalogue
    ScalarImplementation run;
    bool strict = true; // any Null argument gives Null
};

const ScalarFunction *findScalar(std::string_view name); // ignoring case; null: not computed here
std::vector<const ScalarFunction *> allScalars();

Value callScalar(const ScalarFunction &function, Arguments arguments, const Environment &environment);

// The operators, with Sigma's rules: real division, Null for a zero divisor, three-valued logic.
Value addNumbers(const Value &a, const Value &b);
Value subtractNumbers(const Value &a, const Value &b);
Value multiplyNumbers(const Value &a, const Value &b);
Value divideNumbers(const Value &a, const Value &b);
Value moduloNumbers(const Value &a, const Value &b);
Value powerNumbers(const Value &a, const Value &b);
Value concatenate(const Value &a, const Value &b);
Value logicalAnd(const Value &a, const Value &b);
Value logicalOr(const Value &a, const Value &b);
Value logicalNot(const Value &a);
bool isTrue(const Value &value); // Null counts as not true

} // namespace tessera::model::formula
