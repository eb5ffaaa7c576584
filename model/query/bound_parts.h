// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "model/formula/bound.h"

namespace tessera::model::query {

// What the parts of the formula compiler ask of bound formulas.

// All parts, parents first; `enter` false leaves a part's children out.
void walk(const formula::BoundPtr &node, const std::function<bool(const formula::BoundPtr &)> &enter);
bool isRangePart(const formula::BoundPtr &node);       // [dates].start
bool readsSurroundings(const formula::BoundPtr &node); // the clock, the user, controls
bool isFoldable(const formula::BoundPtr &node);        // can be worked out here and now
bool isAggregate(const formula::BoundCall &call);      // takes the rows of a group

} // namespace tessera::model::query
