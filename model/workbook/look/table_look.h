// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workbook/look/column_look.h"

namespace tessera::model {

enum class GridLines
{
    None,
    Vertical,
    Horizontal,
    All,
};

struct CellText // of headers or cells
{
    ColorText color, background;
    std::string align;
    std::optional<bool> bold;
    int fontSize = 0;
};

struct TableLook
{
    struct Level // one grouping
    {
        std::vector<ColumnLook> keys, values;
    };
    std::vector<ColumnLook> columns; // visible, in display order, without those of the groupings
    std::vector<Level> levels;
    std::vector<ColumnLook> summary;
    std::vector<std::string> bars, scales; // ids of columns with data bars or colour scales

    bool presentation = false;
    int rowHeight = 26; // px, from the cell spacing
    GridLines lines = GridLines::Horizontal;
    bool banded = false;
    ColorText bandColor, headerLine;
    CellText header, cell;
};
TableLook tableLookOf(const Object &element);

struct PivotLook
{
    std::vector<ColumnLook> rows, columns, values;
    bool grandTotals = false;
    TableLook style;
};
PivotLook pivotLookOf(const Object &element);

} // namespace tessera::model
