// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/table/table_grid.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/data_card.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::TableGrid)
};

constexpr int footHeight = 20;

struct Grid
{
    const Sketch &sketch;
    const model::TableLook &look;
    QList<GridColumn> columns;
    int levels = 0, rows = 0;

    QFont headerFont() const
    {
        return sketch.theme().dataFont(look.header.fontSize > 0 ? std::clamp(look.header.fontSize, 8, 24) : 12,
                                       look.header.bold.value_or(true));
    }
};

Grid gridOf(const Sketch &sketch, const model::TableLook &look)
{
    const auto &table = *sketch.table();
    Grid grid{sketch, look, {}, static_cast<int>(look.levels.size()), static_cast<int>(table.rowCount())};
    const auto add = [&](const model::ColumnLook &column, int level, bool key, bool first) {
        DataColumn data = dataColumn(table, column);
        if (data)
            grid.columns << GridColumn{column, std::move(data), level, key, first, 0, 0};
    };
    for (int level = 0; level < grid.levels; ++level) {
        const auto &own = look.levels[static_cast<std::size_t>(level)];
        bool first = true;
        for (const model::ColumnLook &column : own.keys) {
            add(column, level, true, first);
            first = false;
        }
        for (const model::ColumnLook &column : own.values)
            add(column, level, false, false);
    }
    for (const model::ColumnLook &column : look.columns)
        add(column, -1, false, false);
    return grid;
}

void paintSummary(const Sketch &sketch, const model::TableLook &look, const QRect &row)
{
    const auto *part = sketch.part("summary");
    const PageTheme &theme = sketch.theme();
    int x = row.left() + 8;
    for (const model::ColumnLook &column : look.summary) {
        const DataColumn data = part ? dataColumn(*part, column) : DataColumn();
        const QString value = data && part->rowCount() > 0 ? data.text(data.column->data.at(0)) : QStringLiteral("–");
        const QFont plain = theme.font(size::caption), bold = theme.dataFont(12, true);
        const int name = QFontMetrics(plain).horizontalAdvance(column.name) + 8,
                  width = QFontMetrics(bold).horizontalAdvance(value) + 22;
        if (x + name + width > row.right() && x > row.left() + 8)
            break;
        sketch.text(QRect(x, row.top(), name, row.height()), column.name, plain, theme.text2);
        sketch.text(QRect(x + name, row.top(), width, row.height()), value, bold, theme.text);
        x += name + width;
    }
    sketch.hairline({row.left(), row.bottom()}, {row.right(), row.bottom()}, theme.line);
}

void paintHeader(const Grid &grid, const QRect &row)
{
    const Sketch &sketch = grid.sketch;
    const PageTheme &theme = sketch.theme();
    sketch.painter.fillRect(row, colorFrom(theme, grid.look.header.background,
                                           grid.look.presentation ? theme.card : theme.soft(theme.text3, 0.08)));
    const CardView *view = sketch.context.view;
    for (const GridColumn &column : grid.columns) {
        const QRect cell(column.left, row.top(), column.width, row.height());
        if (cell.right() < row.left() || cell.left() > row.right())
            continue;
        const bool sorted = view && view->sortColumn == column.look.id;
        GridColumn head = column;
        if (!grid.look.header.align.empty())
            head.look.align = grid.look.header.align;
        sketch.text(cell.adjusted(8, 0, sorted ? -22 : -8, 0), column.look.name, grid.headerFont(),
                    colorFrom(theme, grid.look.header.color, theme.text2),
                    cellAlignment(head, grid.look.cell) | Qt::AlignVCenter);
        if (sorted)
            sketch.icon(QRect(cell.right() - 19, cell.top(), 12, cell.height()),
                        view->descending ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"), theme.accent);
        const QString problem = problemOfColumn(*sketch.rows, sketch.element, column.look.id);
        if (!problem.isEmpty())
            sketch.icon(QRect(cell.right() - 17, cell.top(), 13, cell.height()), QStringLiteral("triangle-alert"),
                        theme.danger);
        if (sketch.context.marks && !problem.isEmpty()) {
            Mark mark;
            mark.kind = Mark::Kind::Jump;
            mark.column = column.look.id;
            mark.title = problem;
            sketch.context.marks->addBox(std::move(mark), cell.intersected(row));
        } else if (sketch.context.marks) {
            Mark mark;
            mark.kind = Mark::Kind::Header;
            mark.column = column.look.id;
            mark.title = column.look.name;
            sketch.context.marks->addBox(std::move(mark), cell.intersected(row));
        }
    }
    sketch.hairline({row.left(), row.bottom()}, {row.right(), row.bottom()},
                    colorFrom(theme, grid.look.headerLine, theme.lineStrong));
}

void paintToggle(const Grid &grid, const GridLines &lines, const GridColumn &column, const QRect &cell,
                 const GridLine &line)
{
    const Sketch &sketch = grid.sketch;
    const bool deeper = column.level + 1 < grid.levels || std::any_of(grid.columns.begin(), grid.columns.end(),
                                                                      [](const auto &c) { return c.level < 0; });
    if (!deeper || cell.width() < 44)
        return;
    const bool closed = line.shows == column.level && line.shows < grid.levels;
    const QRect sign(cell.right() - 18, cell.top(), 12, cell.height());
    sketch.icon(sign, closed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), sketch.theme().text3);
    if (!sketch.context.marks)
        return;
    Mark mark;
    mark.kind = Mark::Kind::Toggle;
    mark.row = line.row;
    mark.column = lines.keyOf(line.row, column.level);
    mark.title = column.data.words(line.row);
    sketch.context.marks->addBox(std::move(mark), QRectF(sign.adjusted(-6, 0, 6, 0)));
}

void paintLine(const Grid &grid, const GridLines &lines, const CellFormats &formats, const GridLine &line,
               const QRect &row, bool top)
{
    const Sketch &sketch = grid.sketch;
    const PageTheme &theme = sketch.theme();
    const CardView *view = sketch.context.view;
    if (view && view->chosen.count(line.row) > 0)
        sketch.painter.fillRect(row, theme.accentSoft);
    for (const GridColumn &column : grid.columns) {
        const QRect cell(column.left, row.top(), column.width, row.height());
        if (cell.right() < row.left() || cell.left() > row.right())
            continue;
        // Outer values stand once, where their group opens, and again on the first line in view.
        const bool opened = column.level < 0 || line.opens <= column.level || (top && column.key);
        const bool folded = column.level < 0 ? line.shows < grid.levels : column.level > line.shows;
        if (!opened || folded)
            continue;
        const bool sign = column.first && grid.levels > 0;
        paintCell(sketch, grid.look, formats, column, cell, line.row, column.key, sign ? 14 : 0);
        if (sketch.context.marks) {
            Mark mark;
            mark.kind = Mark::Kind::Cell;
            mark.row = line.row;
            mark.column = column.look.id;
            mark.title = cellWords(column, line.row);
            sketch.context.marks->addBox(std::move(mark), QRectF(cell.intersected(row)));
        }
        if (sign)
            paintToggle(grid, lines, column, cell, line);
    }
}

// Where a line of its own begins: to the left of it stand groups that go on.
int rulesFrom(const Grid &grid, const QRect &row, const GridLine &line)
{
    int from = row.left();
    for (const GridColumn &column : grid.columns) {
        if (column.level >= 0 && column.level < grid.levels - 1 && line.shows >= grid.levels)
            from = std::max(from, column.left + column.width);
    }
    return std::min(from, row.right());
}

void paintRules(const Grid &grid, const QRect &row, const GridLine &line)
{
    const PageTheme &theme = grid.sketch.theme();
    const bool across = grid.look.lines == model::GridLines::Horizontal || grid.look.lines == model::GridLines::All;
    if (across) {
        const int from = rulesFrom(grid, row, line);
        grid.sketch.hairline({from, row.bottom()}, {row.right(), row.bottom()}, theme.line);
    }
    if (grid.look.lines == model::GridLines::Vertical || grid.look.lines == model::GridLines::All) {
        for (const GridColumn &column : grid.columns)
            grid.sketch.hairline({column.left + column.width - 1, row.top()},
                                 {column.left + column.width - 1, row.bottom()}, theme.line);
    }
}

void paintFoot(const Grid &grid, const QRect &row)
{
    const bool cut = grid.sketch.rows->cut;
    const QString count = model::plainNumber(grid.rows);
    const QString words = cut ? Texts::tr("First %1 rows").arg(count) : Texts::tr("%1 rows").arg(count);
    grid.sketch.text(row, words, grid.sketch.theme().font(size::caption), grid.sketch.theme().text3,
                     Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

void paintTableData(const Sketch &sketch, const model::TableLook &look, bool addRow)
{
    Grid grid = gridOf(sketch, look);
    QRect area = sketch.rect;
    if (grid.columns.isEmpty()) {
        sketch.text(area, Texts::tr("No columns yet"), sketch.theme().font(size::base), sketch.theme().text3,
                    Qt::AlignCenter);
        return;
    }
    if (!look.summary.empty() && area.height() > 80) {
        paintSummary(sketch, look, QRect(area.left(), area.top(), area.width(), 26));
        area.setTop(area.top() + 28);
    }
    const QFont cell = sketch.theme().dataFont(look.cell.fontSize > 0 ? std::clamp(look.cell.fontSize, 8, 28) : 12);
    fitColumns(sketch, grid.columns, area, grid.headerFont(), cell, grid.rows);
    const CellFormats formats(sketch, *sketch.table());
    const GridLines lines(grid.columns, grid.levels, grid.rows, sketch.context.view);
    const int header = std::min(30, std::max(18, area.height()));
    QRect body = area.adjusted(0, header, 0, addRow && area.height() > 110 ? -26 : 0);
    const int fits = std::max(1, body.height() / look.rowHeight);
    const bool foot = body.height() > 90 && grid.rows > fits;
    if (foot)
        body.setBottom(body.bottom() - footHeight);
    sketch.painter.save();
    sketch.painter.setClipRect(area, Qt::IntersectClip);
    paintHeader(grid, QRect(area.left(), area.top(), area.width(), header));
    sketch.painter.setClipRect(body, Qt::IntersectClip);
    const int scroll = sketch.context.view ? std::max(0, sketch.context.view->scroll) : 0;
    int y = body.top(), index = 0;
    // A last row is shown when at least its words can be read.
    for (const GridLine &line : lines.lines(scroll, (body.height() + look.rowHeight * 3 / 10) / look.rowHeight)) {
        const QRect row(area.left(), y, area.width(), look.rowHeight);
        if (look.banded && (scroll + index) % 2)
            sketch.painter.fillRect(
                row.adjusted(rulesFrom(grid, row, line) - row.left(), 0, 0, 0),
                colorFrom(sketch.theme(), look.bandColor, sketch.theme().soft(sketch.theme().text3, 0.06)));
        paintLine(grid, lines, formats, line, row, index == 0);
        paintRules(grid, row, line);
        y += look.rowHeight;
        ++index;
    }
    if (index == 0) {
        const QString words = model::noDataText(sketch.element);
        sketch.text(body, words.isEmpty() ? Texts::tr("No rows") : words, sketch.theme().font(size::base),
                    sketch.theme().text3, Qt::AlignCenter);
    }
    sketch.painter.restore();
    if (foot)
        paintFoot(grid, QRect(area.left(), body.bottom() + 1, area.width() - 2, footHeight));
}

} // namespace tessera::designer
