// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/formula/syntax.h"

namespace tessera::model::formula {

// The canonical text of a formula: one blank around operators and after commas, function names as the catalogue spells
// them, parentheses only where they are needed. Reading it again gives the same tree. Missing parts print as "".
// Renames do not go through here: they replace single references, so the author's spacing stays.
std::string print(const NodePtr &root);

// The tree in brackets, for tests and the step-by-step view: (+ 1 (Sum [Orders/Amount])).
std::string dump(const NodePtr &root);

} // namespace tessera::model::formula
