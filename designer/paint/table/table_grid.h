// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/paint/table/cell_style.h"

namespace tessera::designer {

// The rows of a table as lines of a grid: groups with their values once, folded groups as one line.
struct GridLine
{
    int row = 0;    // of the answer
    int opens = -1; // outermost grouping level that begins here; the number of levels: none
    int shows = 0;  // innermost level shown; the number of levels: plain rows too
};

class GridLines
{
public:
    // `closed`: keys of folded groups; `order`: rows as the reader sorted them, empty: as they come.
    GridLines(const QList<GridColumn> &columns, int levels, int rows, const CardView *view);

    // The lines from `first` on, at most `count`.
    std::vector<GridLine> lines(int first, int count) const;
    int total() const; // all lines; walks every row when there are groupings
    // What names the group of a level a row lies in.
    std::string keyOf(int row, int level) const;

private:
    int opens(int row, int before) const; // level at which two rows differ
    template <class Visit>
    void walk(Visit &&visit) const;
    int rowAt(int place) const;

    const QList<GridColumn> &m_columns;
    int m_levels, m_rows;
    bool m_detail = false; // plain columns are shown
    const CardView *m_view;
};

// Tables with rows; a sketch of the same element is painted elsewhere.
void paintTableData(const Sketch &sketch, const model::TableLook &look, bool addRow);
void paintPivotData(const Sketch &sketch, const model::PivotLook &look);

} // namespace tessera::designer
