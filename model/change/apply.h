// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

// Applies one change, or refuses and leaves everything as it was.
// Errors: Conflict when "before" does not fit the present state (a missing object, another value, a taken key or id, a
// place that would break the layout's shape).
Result<void> apply(Workbook &workbook, RowStore &rows, const Change &change);

// All changes in order, or none.
Result<void> apply(Workbook &workbook, RowStore &rows, const Transaction &transaction);

} // namespace tessera::model
