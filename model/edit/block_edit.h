// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

class Catalogue;

// New pages, overlays ("modal", "drawer", "popover") and panels ("header", "sidebar"), empty, with their block in the
// layout. `name` "" makes one up. `insertedBlock` tells the id.
Result<Transaction> makeAddPage(const Workbook &workbook, const std::string &name = {}, int index = -1);
Result<Transaction> makeAddOverlay(const Workbook &workbook, const Catalogue &catalogue, const std::string &type);
Result<Transaction> makeAddPanel(const Workbook &workbook, const Catalogue &catalogue, const std::string &type);

// Changes the order of pages, overlays or panels. Errors: NotFound for indexes out of range.
Result<Transaction> makeMoveBlock(const Workbook &workbook, Collection collection, int from, int to);

// Id of the page, overlay or panel a transaction adds, "" when it adds none.
std::string insertedBlock(const Transaction &transaction);

} // namespace tessera::model
