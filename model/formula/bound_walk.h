// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/formula/bound.h"

namespace tessera::model::formula {

// The parts a bound node is made of, in order.
std::vector<BoundPtr> partsOf(const BoundPtr &node);

// The symbol whose reference stands at a place (UTF-16), its ends included; null where none does.
const Symbol *symbolAt(const BoundPtr &root, int place);

} // namespace tessera::model::formula
