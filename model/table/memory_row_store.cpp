// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table/memory_row_store.h"

#include <algorithm>
#include <ranges>

#include <QCoreApplication>

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::RowStore)
};

Unexpected conflict(const RowEdit &edit)
{
    return fail(ErrorCode::Conflict, Texts::tr("Row %1 was changed in the meantime.").arg(edit.row),
                Texts::tr("Look at the row's present values and make the change again."));
}

bool holds(const Json &values, const Json &expected)
{
    for (const auto &[column, value] : expected.get_ref<const Json::object_t &>()) {
        const Json *present = member(values, column);
        if (present ? *present != value : !value.is_null())
            return false;
    }
    return true;
}

std::int64_t placeOf(const std::vector<Row> &rows, RowId id)
{
    // Rows are mostly in id order, so the id is a good first guess of the place.
    if (const auto guess = static_cast<std::size_t>(id - 1); guess < rows.size() && rows[guess].id == id)
        return static_cast<std::int64_t>(guess);
    const auto it = std::ranges::find(rows, id, &Row::id);
    return it == rows.end() ? -1 : it - rows.begin();
}

RowEdit inverse(const RowEdit &edit)
{
    return {edit.row, edit.position, edit.after, edit.before};
}

} // namespace

std::int64_t MemoryRowStore::count(const Key &table) const
{
    return static_cast<std::int64_t>(rows(table).size());
}

Row MemoryRowStore::row(const Key &table, std::int64_t index) const
{
    return rows(table).at(static_cast<std::size_t>(index));
}

std::int64_t MemoryRowStore::indexOf(const Key &table, RowId row) const
{
    return placeOf(rows(table), row);
}

RowId MemoryRowStore::nextRowId(const Key &table) const
{
    const auto it = m_tables.constFind(table);
    return it == m_tables.cend() ? 1 : it->next;
}

Result<void> MemoryRowStore::applyOne(Table &table, const RowEdit &edit)
{
    auto &rows = table.rows;
    if (!edit.before && !edit.after)
        return {};
    // An id beyond every one given so far is surely new: a long import must not search the table for each of its rows.
    const std::int64_t known = edit.row >= table.next ? -1 : placeOf(rows, edit.row);
    const auto it = known < 0 ? rows.end() : rows.begin() + known;
    if (!edit.before) {
        if (it != rows.end())
            return conflict(edit);
        const auto at = std::clamp<std::int64_t>(edit.position, 0, static_cast<std::int64_t>(rows.size()));
        rows.insert(rows.begin() + at, Row{edit.row, *edit.after});
        table.next = std::max(table.next, edit.row + 1);
        return {};
    }
    if (it == rows.end() || !holds(it->values, *edit.before))
        return conflict(edit);
    if (!edit.after) {
        rows.erase(it);
        return {};
    }
    for (const auto &[column, value] : edit.after->get_ref<const Json::object_t &>())
        it->values[column] = value;
    return {};
}

Result<void> MemoryRowStore::apply(const Key &table, const std::vector<RowEdit> &edits)
{
    Table &target = m_tables[table];
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (auto done = applyOne(target, edits[i]); !done) {
            for (std::size_t back = i; back-- > 0;)
                (void)applyOne(target, inverse(edits[back]));
            return done;
        }
    }
    return {};
}

void MemoryRowStore::load(const Key &table, std::vector<Row> rows, RowId next)
{
    Table loaded;
    loaded.next = next;
    for (const Row &row : rows)
        loaded.next = std::max(loaded.next, row.id + 1);
    loaded.rows = std::move(rows);
    m_tables.insert(table, std::move(loaded));
}

const std::vector<Row> &MemoryRowStore::rows(const Key &table) const
{
    static const std::vector<Row> none;
    const auto it = m_tables.constFind(table);
    return it == m_tables.cend() ? none : it->rows;
}

} // namespace tessera::model
