// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

// Transactions on the rows of one input table; pure, to be given to Document::apply.

// Rows go in at `position` in the order given (clamped to the table); new ids are counted up from the store's next one.
Transaction makeInsertRows(const RowStore &store, const Key &table, std::int64_t position, std::vector<Json> rows);

// Unknown ids and duplicates are passed over.
Transaction makeDeleteRows(const RowStore &store, const Key &table, std::vector<RowId> rows);

struct CellEdit
{
    RowId row = 0;
    std::string column;
    Json value; // null empties the cell
};
// Several edits of one cell: the last one counts. Cells that already hold the value are left out.
// Errors: NotFound for a row that does not exist.
Result<Transaction> makeSetCells(const RowStore &store, const Key &table, const std::vector<CellEdit> &cells);

} // namespace tessera::model
