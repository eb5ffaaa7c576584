// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/row_copies.h"

#include "model/table/row_edits.h"

namespace tessera::model {

RowCopies copyRows(const Workbook &workbook, const QList<Key> &tables, const RowStore &rows, std::int64_t most)
{
    RowCopies copies;
    for (const Key &key : tables) {
        const Object *table = workbook.element(key);
        if (!table || table->kind() != "input-table")
            continue;
        const std::int64_t count = rows.count(key);
        if ((most -= count) < 0)
            return {};
        std::vector<Json> values;
        for (std::int64_t i = 0; i < count; ++i)
            values.push_back(rows.row(key, i).values);
        if (!values.empty())
            copies[key] = std::move(values);
    }
    return copies;
}

std::int64_t rowsTooMany(const Workbook &workbook, const QList<Key> &tables, const RowStore &rows, std::int64_t most)
{
    std::int64_t all = 0;
    for (const Key &key : tables) {
        const Object *table = workbook.element(key);
        all += table && table->kind() == "input-table" ? rows.count(key) : 0;
    }
    return all > most ? all : 0;
}

void addRowCopies(Transaction &transaction, const QList<Key> &originals, const RowCopies &copies, const RowStore &rows)
{
    std::vector<Change> more;
    qsizetype place = 0;
    for (const Change &change : transaction.changes) {
        const auto *insert = std::get_if<InsertObject>(&change);
        if (!insert || insert->in != Collection::Elements || place >= originals.size())
            continue;
        const auto copy = copies.find(originals.at(place++));
        if (copy == copies.end())
            continue;
        Transaction added = makeInsertRows(rows, insert->key, rows.count(insert->key), copy->second);
        more.insert(more.end(), added.changes.begin(), added.changes.end());
    }
    transaction.changes.insert(transaction.changes.end(), more.begin(), more.end());
}

} // namespace tessera::model
