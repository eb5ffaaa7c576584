// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

// Removes elements with everything inside them, from the list and from the layout. What refers to them is left for the
// checks to report. Errors: NotFound when none of them exists.
Result<Transaction> makeRemove(const Workbook &workbook, const QList<Key> &elements);

// Removes a page, overlay or panel with all it holds. Errors: NotFound; Invalid for the only page.
Result<Transaction> makeRemoveBlock(const Workbook &workbook, const std::string &blockId);

// Changes that take elements out of the list, in an order in which their indexes hold.
std::vector<Change> removalsOf(const Workbook &workbook, const QList<Key> &elements);

// The elements of these nodes and of everything inside them, by key, without repeats.
QList<Key> elementsUnder(const Workbook &workbook, const QList<NodeId> &nodes);

} // namespace tessera::model
