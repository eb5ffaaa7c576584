// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/change/transaction.h"

namespace tessera::designer {

// Puts a layout node before the `index`-th child of `parent` (-1: last). Within its parent only the order changes; in a
// new parent it goes below what is there, as wide as fits. Errors: Invalid, in words, where it must not go.
model::Result<model::Transaction> makeOutlineMove(const model::Workbook &workbook, model::NodeId node,
                                                  model::NodeId parent, int index);

// Moves a page, overlay or panel within its list to stand before the `index`-th (-1: last).
model::Result<model::Transaction> makeBlockMove(const model::Workbook &workbook, model::Scope scope,
                                                const model::Key &key, int index);

} // namespace tessera::designer
