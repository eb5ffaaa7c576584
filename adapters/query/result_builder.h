// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <sqlite3.h>

#include "model/query/result_table.h"

namespace tessera::adapters {

// Collects one column of a running statement. Cells that are of the expected type take a path without a Value; the
// first one that is not moves the column over to ColumnData::append, which widens it.
class ColumnBuilder
{
public:
    explicit ColumnBuilder(model::formula::ValueType type);

    void take(sqlite3_stmt *statement, int column);
    model::query::ColumnData finish();

private:
    bool takeWhole(sqlite3_stmt *statement, int column, int cell);
    bool takeFraction(sqlite3_stmt *statement, int column, int cell);
    bool takeText(sqlite3_stmt *statement, int column, int cell);
    void takeNull();
    void decide(int cell);
    void takeSlowly(sqlite3_stmt *statement, int column);

    model::formula::ValueType m_type;
    bool m_undecided; // nobody said the type and no value came yet
    model::query::ColumnData::Cells m_cells;
    std::vector<bool> m_nulls;
    std::optional<model::query::ColumnData> m_slow;
};

} // namespace tessera::adapters
