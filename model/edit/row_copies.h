// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "model/change/transaction.h"
#include "model/table/row_store.h"

namespace tessera::model {

// The rows of input tables that go along with copies of them: values by column id, by the original's key.
using RowCopies = std::map<Key, std::vector<Json>>;

// Of those of `tables` that are input tables. Empty when there are more than `most` in all: copying them would stop the
// window; an import brings them in.
RowCopies copyRows(const Workbook &workbook, const QList<Key> &tables, const RowStore &rows, std::int64_t most = 50'000);

// Puts the rows into a transaction that inserts the copies. `originals`: keys of what was copied, in the order of its inserts.
void addRowCopies(Transaction &transaction, const QList<Key> &originals, const RowCopies &copies, const RowStore &rows);

} // namespace tessera::model
