// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/check_context.h"

namespace tessera::model {

// What the tag of a page, panel, container or tab says about its grid: the number of columns, and words that are known.
// Source: Sigma's layout grammar, attributes.
void checkGrid(CheckContext &context, NodeId id, const LayoutNode &node);

} // namespace tessera::model
