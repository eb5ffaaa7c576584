// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

class Catalogue;

// Elements with everything inside them as a workbook of one page: what the clipboard holds, and what a piece of text
// that people pass around means. Their arrangement is kept, moved to the top left. Errors: NotFound when none of them
// is placed.
Result<Workbook> makeClip(const Workbook &workbook, const QList<Key> &elements);

// Keys of the elements of a clip that a paste inserts, in its order.
QList<Key> pastedElements(const Workbook &clip);

// Puts what `clip` shows on its first page with elements into `parent` (a block, container or tab): where it stood when
// that is free, else in the next free place. Ids of elements and actions, control handles and names that are taken get
// fresh ones, and whatever refers to something inside the clip follows; other references stay as they are. Errors: as
// makeInsert; Invalid for a clip without elements.
Result<Transaction> makePaste(const Workbook &workbook, const Catalogue &catalogue, const Workbook &clip,
                              NodeId parent);

} // namespace tessera::model
