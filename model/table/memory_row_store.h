// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "model/table/row_store.h"

namespace tessera::model {

// Rows in memory: what a document uses unless it is given another store.
class MemoryRowStore : public RowStore
{
public:
    std::int64_t count(const Key &table) const override;
    Row row(const Key &table, std::int64_t index) const override;
    std::int64_t indexOf(const Key &table, RowId row) const override;
    RowId nextRowId(const Key &table) const override;
    Result<void> apply(const Key &table, const std::vector<RowEdit> &edits) override;

    // Fills a table as loaded from storage; no change is recorded. `next`: the first id no row has ever had, where
    // known.
    void load(const Key &table, std::vector<Row> rows, RowId next = 1);
    QList<Key> tables() const { return m_tables.keys(); }
    const std::vector<Row> &rows(const Key &table) const;

private:
    struct Table
    {
        std::vector<Row> rows;
        RowId next = 1;
    };
    Result<void> applyOne(Table &table, const RowEdit &edit);

    QHash<Key, Table> m_tables;
};

} // namespace tessera::model
