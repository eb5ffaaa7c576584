// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "model/formula/function_catalogue.h"

namespace tessera::model::formula {

// What to write around a value of one type where another one is wanted, for people; empty when no function does it.
QString castHint(ValueType wanted, ValueType given);

// The function that does it without a doubt, for a quick fix: "" when none does. A date becomes a number only by hand.
std::string castName(ValueType wanted, ValueType given);

} // namespace tessera::model::formula
