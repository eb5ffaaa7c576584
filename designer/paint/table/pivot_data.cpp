// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/table/pivot_data.h"

namespace tessera::designer {

namespace {

using model::query::ResultTable;

std::vector<DataColumn> columnsIn(const ResultTable &table, const std::vector<model::ColumnLook> &looks)
{
    std::vector<DataColumn> columns;
    for (const model::ColumnLook &look : looks) {
        if (DataColumn column = dataColumn(table, look))
            columns.push_back(std::move(column));
    }
    return columns;
}

bool isBefore(const std::vector<DataColumn> &columns, int a, int b)
{
    for (const DataColumn &column : columns) {
        const model::Value left = column.column->data.at(static_cast<std::size_t>(a)),
                           right = column.column->data.at(static_cast<std::size_t>(b));
        if (left.isNull() != right.isNull())
            return right.isNull();
        const auto order = model::compare(left, right);
        if (order && *order != 0)
            return *order < 0;
    }
    return false;
}

// Totals of a side come in the side's own order; without them keys stand as they first come, or sorted.
PivotSide sideOf(const ResultTable &main, const ResultTable *totals, const std::vector<model::ColumnLook> &looks,
                 bool sorted)
{
    PivotSide side;
    const ResultTable *from =
        totals && totals->rowCount() > 0 && columnsIn(*totals, looks).size() == looks.size() ? totals : &main;
    side.table = from;
    side.columns = columnsIn(*from, looks);
    for (int row = 0; row < static_cast<int>(from->rowCount()); ++row) {
        if (side.places.try_emplace(keyText(side.columns, row), side.count()).second)
            side.rows.push_back(row);
    }
    if (from == &main && sorted) {
        std::stable_sort(side.rows.begin(), side.rows.end(),
                         [&](int a, int b) { return isBefore(side.columns, a, b); });
        for (int i = 0; i < side.count(); ++i)
            side.places[keyText(side.columns, side.rows[static_cast<std::size_t>(i)])] = i;
    }
    return side;
}

void readSubtotals(Pivot &pivot)
{
    const auto keys = static_cast<int>(pivot.look.rows.size());
    for (int level = 0; level + 1 < keys; ++level) {
        PivotSubtotals totals;
        totals.cells = pivot.sketch.part("subtotals:" + std::to_string(level + 1));
        totals.whole = pivot.sketch.part("rowSubtotals:" + std::to_string(level + 1));
        const std::vector<model::ColumnLook> first(pivot.look.rows.begin(), pivot.look.rows.begin() + level + 1);
        for (const bool cells : {true, false}) {
            const ResultTable *table = cells ? totals.cells : totals.whole;
            if (!table)
                continue;
            const auto rows = columnsIn(*table, first),
                       columns = cells ? columnsIn(*table, pivot.look.columns) : std::vector<DataColumn>();
            for (int row = 0; row < static_cast<int>(table->rowCount()); ++row)
                (cells ? totals.cellRows : totals.wholeRows)[keyText(rows, row) + keyText(columns, row)] = row;
        }
        if (totals.cells)
            pivot.subtotals[level] = std::move(totals);
    }
    for (int place = 0; place < std::max(1, pivot.rows.count()); ++place) {
        pivot.lines.push_back({place, -1});
        for (int level = keys - 2; level >= 0; --level) {
            const bool ends =
                place + 1 >= pivot.rows.count() || pivot.rows.begins(place + 1, static_cast<std::size_t>(level));
            if (ends && pivot.subtotals.count(level) > 0)
                pivot.lines.push_back({place, level});
        }
    }
}

} // namespace

std::string keyText(const std::vector<DataColumn> &columns, int row)
{
    std::string key;
    for (const DataColumn &column : columns) {
        const model::Value value = column.column->data.at(static_cast<std::size_t>(row));
        key += (value.isNull() ? std::string("\x1e") : model::plainText(value)) + '\x1f';
    }
    return key;
}

std::string keyOfPlace(const PivotSide &side, int place, std::size_t columns)
{
    const std::vector<DataColumn> first(side.columns.begin(),
                                        side.columns.begin() +
                                            static_cast<std::ptrdiff_t>(std::min(columns, side.columns.size())));
    return side.rows.empty() ? std::string() : keyText(first, side.rows[static_cast<std::size_t>(place)]);
}

Pivot pivotOf(const Sketch &sketch, const model::PivotLook &look)
{
    const ResultTable &main = *sketch.table();
    Pivot pivot{sketch,
                look,
                sideOf(main, sketch.part("rowTotals"), look.rows, false),
                sideOf(main, sketch.part("columnTotals"), look.columns, true),
                {},
                {},
                {},
                {},
                look.style.rowHeight,
                {},
                84};
    for (const model::ColumnLook &value : look.values) {
        if (DataColumn data = dataColumn(main, value))
            pivot.values.push_back({value, std::move(data), -1, false, false, 0, 0});
    }
    const auto rowColumns = columnsIn(main, look.rows), columnColumns = columnsIn(main, look.columns);
    for (int row = 0; row < static_cast<int>(main.rowCount()); ++row) {
        const auto r = pivot.rows.places.find(keyText(rowColumns, row));
        const auto c = pivot.columns.places.find(keyText(columnColumns, row));
        if (r != pivot.rows.places.end() && c != pivot.columns.places.end())
            pivot.cells[{r->second, c->second}] = row;
    }
    readSubtotals(pivot);
    return pivot;
}

} // namespace tessera::designer
