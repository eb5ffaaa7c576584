// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/sqlite_functions.h"

#include "adapters/query/sqlite_statement.h"
#include "adapters/query/sqlite_values.h"

namespace tessera::adapters {

model::Result<void> registerFunctions(sqlite3 *database)
{
    for (const auto part : {registerScalars, registerStatistics, registerCollections}) {
        if (const int code = part(database); code != SQLITE_OK)
            return model::fail(sqliteError(database, code));
    }
    return {};
}

} // namespace tessera::adapters
