// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include <QFont>

#include "designer/paint/chart/chart_data.h"
#include "designer/paint/sketch.h"
#include "designer/paint/table/cell_style.h"
#include "designer/style/theme.h"

namespace tessera::designer {

// The different keys of one side of a pivot, each with a row that holds its values.
struct PivotSide
{
    std::vector<DataColumn> columns;
    const model::query::ResultTable *table = nullptr; // where the columns lie
    std::vector<int> rows;                            // a row per key
    std::map<std::string, int> places;                // key text -> place

    int count() const { return static_cast<int>(rows.size()); }
    QString words(int place, std::size_t column) const
    {
        return columns[column].words(rows[static_cast<std::size_t>(place)]);
    }
    // Whether a key begins a new member of a column: it or an outer one changed.
    bool begins(int place, std::size_t column) const
    {
        if (place == 0)
            return true;
        for (std::size_t i = 0; i <= column; ++i) {
            if (words(place, i) != words(place - 1, i))
                return true;
        }
        return false;
    }
};

// A line of a pivot: the values of a row key, or the subtotal of a group that ends there.
struct PivotLine
{
    int place = 0;
    int level = -1; // subtotal of the first level + 1 row keys; -1: the key itself
};

// Totals of groups of row keys, found by their keys.
struct PivotSubtotals
{
    const model::query::ResultTable *cells = nullptr, *whole = nullptr; // by column keys; over all of them
    std::map<std::string, int> cellRows, wholeRows;
};

// An answer as a pivot shows it. Reads the rows of the sketch, which must outlive it.
struct Pivot
{
    const Sketch &sketch;
    const model::PivotLook &look;
    PivotSide rows, columns;
    std::vector<GridColumn> values;           // the value columns, of the main answer
    std::map<std::pair<int, int>, int> cells; // row place, column place -> row of the main answer
    std::map<int, PivotSubtotals> subtotals;  // by level
    std::vector<PivotLine> lines;
    int rowHeight = 26;
    std::vector<int> headerWidths;
    int valueWidth = 84;
    int tallHead = 0; // px more for the innermost heads, where they take two lines
    int headers() const { return std::accumulate(headerWidths.begin(), headerWidths.end(), 0); }
    int blockWidth() const { return valueWidth * std::max(1, static_cast<int>(values.size())); }
    bool grandRow() const { return look.grandTotals && !look.rows.empty(); }
    bool grandColumn() const { return look.grandTotals && !look.columns.empty(); }
    int blocks() const { return std::max(1, columns.count()) + (grandColumn() ? 1 : 0); }
    QFont bold() const { return sketch.theme().dataFont(12, true); }
};

// The answer of a sketch by row and column keys; its table must be there.
Pivot pivotOf(const Sketch &sketch, const model::PivotLook &look);

// The text by which the first columns of a key are found among totals; "" on a side without keys.
std::string keyOfPlace(const PivotSide &side, int place, std::size_t columns);

// The text of a row in key columns: equal rows have equal texts.
std::string keyText(const std::vector<DataColumn> &columns, int row);

} // namespace tessera::designer
