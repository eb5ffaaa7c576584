// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/query/sample_columns.h"
#include "adapters/query/table_store.h"

namespace tessera::adapters {

struct SampleOptions
{
    std::uint64_t seed = 1;
    int rows = 500;
    model::Moment now; // dates lie in the two years before its day
};

// Makes rows up: equal for equal seed, day, table and column, whatever other columns there are. The own key of a table
// counts its rows from 1, keys of other tables point at theirs. Errors: Io, Limit.
model::Result<LocalTable> storeSampleRows(SqliteConnection &connection, const std::string &table,
                                          const std::string &title, const std::vector<SampleColumn> &columns,
                                          const SampleOptions &options);

} // namespace tessera::adapters
