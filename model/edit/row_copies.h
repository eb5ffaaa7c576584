// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "model/change/transaction.h"
#include "model/table/row_store.h"

namespace tessera::model {

// The rows of input tables that go along with copies of them: values by column id, by the original's key.
using RowCopies = std::map<Key, std::vector<Json>>;

inline constexpr std::int64_t mostCopiedRows = 50'000; // copying more would stop the window; an import brings them in

// Of those of `tables` that are input tables. Empty when there are more than `most` in all: see rowsTooMany.
RowCopies copyRows(const Workbook &workbook, const QList<Key> &tables, const RowStore &rows,
                   std::int64_t most = mostCopiedRows);
// How many rows copyRows leaves out: 0, or all of them.
std::int64_t rowsTooMany(const Workbook &workbook, const QList<Key> &tables, const RowStore &rows,
                         std::int64_t most = mostCopiedRows);

// Puts the rows into a transaction that inserts the copies. `originals`: keys of what was copied, in the order of its
// inserts.
void addRowCopies(Transaction &transaction, const QList<Key> &originals, const RowCopies &copies, const RowStore &rows);

} // namespace tessera::model
