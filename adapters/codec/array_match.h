// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/base/json.h"

namespace tessera::adapters {

// For each item of `after` the item of `before` it continues, -1 for new ones. Objects are recognised by their id (or
// columnId, fieldId, toolId, pageId, name), other values by being equal; what remains is paired in order when as many
// went as came.
std::vector<int> matchItems(const std::vector<const model::Json *> &before,
                            const std::vector<const model::Json *> &after);

} // namespace tessera::adapters
