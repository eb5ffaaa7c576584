// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include <sqlite3.h>

#include "model/base/result.h"
#include "model/value/value.h"

namespace tessera::adapters {

// A prepared statement of SQLite's own interface, finalised when it goes.
struct SqliteFinalize
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, SqliteFinalize>;

// What SQLite says about the last call on `database`, in words for a person; `detail` is its own text.
// Codes: Cancelled for an interrupted statement, Io for the disk, Limit for memory and size, else Invalid.
model::Error sqliteError(sqlite3 *database, int code);

// One statement; text behind it is refused. Errors: Invalid with the position in `where` (line and column) if known.
model::Result<SqliteStatement> prepareSql(sqlite3 *database, std::string_view sql);

// Logicals are bound as 0 and 1, moments as ISO text, variants as JSON text. `index` counts from 1.
model::Result<void> bindValue(sqlite3_stmt *statement, int index, const model::Value &value);

} // namespace tessera::adapters
