// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/paint/chart/chart_data.h"
#include "designer/paint/mark_list.h"
#include "model/workbook/look/cell_format_look.h"
#include "model/workbook/look/table_look.h"

namespace tessera::designer {

// A column of a grid on its way to the painter.
struct GridColumn
{
    model::ColumnLook look;
    DataColumn data;
    int level = -1;          // of the grouping it belongs to, -1: plain rows
    bool key = false;        // names a group
    bool first = false;      // the first column of its level: carries the sign that folds it
    int left = 0, width = 0; // px
};

// Conditional formats of a table, ready to be asked cell by cell.
class CellFormats
{
public:
    CellFormats(const Sketch &sketch, const model::query::ResultTable &table);

    struct Style
    {
        QColor background, ink;
        bool bold = false, italic = false, underline = false;
        std::string format;
        bool bar = false;
        double barFrom = 0, barTo = 0; // share of the cell's width
        QColor barColor;
        bool showsValue = true;
    };
    // `row`: of the answer, for conditions by formula; -1: a total, which has none.
    Style styleOf(const std::string &column, const model::Value &value, int row) const;

private:
    struct Scaled
    {
        model::CellFormatLook look;
        std::string column;
        Range range;
        std::optional<ColorScale> scale;
    };
    void addBar(const Scaled &item, double value, Style &style) const;

    const PageTheme &m_theme;
    struct Single
    {
        model::CellFormatLook look;
        const model::query::ColumnData *formula = nullptr; // where its formula holds, row by row
    };
    bool applies(const Single &item, const model::Value &value, int row) const;

    std::vector<Single> m_single;
    std::vector<Scaled> m_scaled;
};

Qt::Alignment cellAlignment(const GridColumn &column, const model::CellText &style);
// One cell: ground, bar, words. `where` is the whole cell; `spare` px at its end are kept for a sign.
void paintCell(const Sketch &sketch, const model::TableLook &look, const CellFormats &formats, const GridColumn &column,
               const QRect &where, int row, bool bold = false, int spare = 0);
// What the cell says, for whoever points at it.
QString cellWords(const GridColumn &column, int row);
// Widths by what stands in the columns; what is left over is shared by those without a width of their own.
void fitColumns(const Sketch &sketch, QList<GridColumn> &columns, const QRect &area, const QFont &header,
                const QFont &cell, int rows);

} // namespace tessera::designer
