// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table/row_edits.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::RowEdits)
};

Transaction rowsTransaction(const QString &label, const Key &table, std::vector<RowEdit> edits)
{
    Transaction transaction;
    transaction.label = label;
    if (!edits.empty())
        transaction.changes.push_back(RowsChange{table, std::move(edits)});
    return transaction;
}

} // namespace

Transaction makeInsertRows(const RowStore &store, const Key &table, std::int64_t position, std::vector<Json> rows)
{
    std::int64_t place = std::clamp<std::int64_t>(position, 0, store.count(table));
    RowId id = store.nextRowId(table);
    std::vector<RowEdit> edits;
    edits.reserve(rows.size());
    for (Json &values : rows)
        edits.push_back({id++, place++, std::nullopt, std::move(values)});
    return rowsTransaction(edits.size() == 1 ? Texts::tr("Add row") : Texts::tr("Add %1 rows").arg(edits.size()), table,
                           std::move(edits));
}

Transaction makeDeleteRows(const RowStore &store, const Key &table, std::vector<RowId> rows)
{
    std::vector<std::int64_t> indexes;
    indexes.reserve(rows.size());
    for (const RowId row : rows) {
        if (const std::int64_t index = store.indexOf(table, row); index >= 0)
            indexes.push_back(index);
    }
    // From the end, so that every position still holds when its turn comes, both here and when undone.
    std::ranges::sort(indexes, std::greater());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    std::vector<RowEdit> edits;
    edits.reserve(indexes.size());
    for (const std::int64_t index : indexes) {
        Row row = store.row(table, index);
        edits.push_back({row.id, index, std::move(row.values), std::nullopt});
    }
    return rowsTransaction(edits.size() == 1 ? Texts::tr("Delete row") : Texts::tr("Delete %1 rows").arg(edits.size()),
                           table, std::move(edits));
}

Result<Transaction> makeSetCells(const RowStore &store, const Key &table, const std::vector<CellEdit> &cells)
{
    std::map<RowId, Json> after; // ordered, so that the same edit gives the same transaction
    for (const CellEdit &cell : cells)
        after.try_emplace(cell.row, Json::object()).first->second[cell.column] = cell.value;
    std::vector<RowEdit> edits;
    for (auto &[row, values] : after) {
        const std::int64_t index = store.indexOf(table, row);
        if (index < 0)
            return fail(ErrorCode::NotFound, Texts::tr("Row %1 does not exist any more.").arg(row));
        const Json present = store.row(table, index).values;
        Json before = Json::object(), changed = Json::object();
        for (auto &[column, value] : values.get_ref<Json::object_t &>()) {
            const Json *old = member(present, column);
            if (old ? *old == value : value.is_null())
                continue;
            before[column] = old ? *old : Json();
            changed[column] = std::move(value);
        }
        if (!changed.empty())
            edits.push_back({row, index, std::move(before), std::move(changed)});
    }
    const auto label = cells.size() == 1 ? Texts::tr("Edit cell") : Texts::tr("Edit %1 cells").arg(cells.size());
    return rowsTransaction(label, table, std::move(edits));
}

} // namespace tessera::model
