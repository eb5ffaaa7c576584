// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

class Catalogue;

// Copies of elements with everything inside, beside or below the originals. Ids of elements and actions, control
// handles and names are fresh; what refers to something inside the copied part (sources, targets, controls, formulas)
// refers to its copy, everything else to the original. Errors: NotFound.
// What a duplicate copies, in the order of its inserts.
QList<Key> duplicatedElements(const Workbook &workbook, const QList<Key> &elements);
Result<Transaction> makeDuplicate(const Workbook &workbook, const Catalogue &catalogue, const QList<Key> &elements);

// A copy of a page with all it holds, after the original. Errors: NotFound.
Result<Transaction> makeDuplicatePage(const Workbook &workbook, const Catalogue &catalogue, const std::string &pageId);

} // namespace tessera::model
