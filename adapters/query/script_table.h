// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "adapters/query/table_store.h"
#include "adapters/query/warehouse_script.h"

namespace tessera::adapters {

// Runs a rewritten script and keeps its rows in a new table of the connection. Columns are typed by their cells:
// numbers, dates where every cell is an ISO date, else text; a column of nulls is Any. `parameters` stand for :p1, :p2
// … Errors: Invalid with the database's words in `detail`; Cancelled; Io.
model::Result<LocalTable> storeScriptRows(SqliteConnection &connection, const std::string &table, const Script &script,
                                          const std::vector<model::Value> &parameters, model::Moment now,
                                          std::stop_token stop);

} // namespace tessera::adapters
