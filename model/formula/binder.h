// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/formula/bound.h"
#include "model/formula/parser.h"

namespace tessera::model::formula {

// Gives every part of a formula its meaning and type. Total: what is wrong becomes BoundError plus a problem at its
// span, and the rest is still bound. Types that cannot be known (a warehouse column nobody described) fit everywhere,
// so a missing fact is never reported.
BoundFormula bindFormula(const ParsedFormula &formula, const Scope &scope);
BoundFormula bindFormula(std::string_view text, const Scope &scope);

// "text", "number" … for messages.
QString typeName(ValueType type);

// Every symbol a bound formula uses, in order of appearance.
std::vector<Symbol> symbolsOf(const BoundPtr &root);

} // namespace tessera::model::formula
