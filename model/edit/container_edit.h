// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

class Catalogue;

// Puts siblings into a new container that takes the room they took together. Its grid is 6, 12 or 24 columns wide,
// whichever keeps their places best. Errors: Invalid when they are not siblings or stand in a tab; Limit for the depth.
Result<Transaction> makeWrapInContainer(const Workbook &workbook, const Catalogue &catalogue,
                                        const QList<NodeId> &nodes);

// Takes a container away and leaves its content in its place; the tabs of a tabbed container one under another.
// Errors: Invalid when the node is no container.
Result<Transaction> makeUnwrap(const Workbook &workbook, NodeId container);

// Tabs of a tabbed container, by key of its element. A new one goes last; removing takes its elements along.
// Errors: NotFound; Invalid for removing the only tab.
Result<Transaction> makeAddTab(const Workbook &workbook, const Key &tabbed, const std::string &name = {});
Result<Transaction> makeRemoveTab(const Workbook &workbook, const Key &tabbed, int index);
Result<Transaction> makeMoveTab(const Workbook &workbook, const Key &tabbed, int from, int to);

} // namespace tessera::model
