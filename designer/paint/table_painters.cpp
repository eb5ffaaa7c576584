// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/kind_painters.h"
#include "designer/paint/table/table_grid.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/workbook/look/table_look.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::TablePainters)
};

struct Cell
{
    model::ColumnLook column;
    int left = 0, width = 0; // px
    bool key = false;        // of a grouping
};

Qt::Alignment alignOf(const model::ColumnLook &column, const model::CellText &style)
{
    const std::string &align = column.align.empty() ? style.align : column.align;
    if (align == "center")
        return Qt::AlignHCenter;
    if (align == "right" || (align.empty() && column.sort == model::ColumnSort::Number))
        return Qt::AlignRight;
    return Qt::AlignLeft;
}

// Widths as configured; the rest shares what is left by the length of its headers.
QList<Cell> columnsIn(const Sketch &sketch, const std::vector<model::ColumnLook> &columns, const QRect &area,
                      const QFont &font)
{
    QList<Cell> cells;
    const QFontMetrics metrics(font);
    int wanted = 0;
    for (const model::ColumnLook &column : columns) {
        const int width = column.width > 0 ? qBound(30, column.width, 600)
                                           : qBound(64, metrics.horizontalAdvance(column.name) + 28, 220);
        cells << Cell{column, 0, width, false};
        wanted += width;
    }
    int growing = 0;
    for (const Cell &cell : std::as_const(cells))
        growing += cell.column.width > 0 ? 0 : 1;
    int spare = qMax(0, area.width() - wanted);
    int x = area.left();
    for (Cell &cell : cells) {
        if (cell.column.width == 0 && growing > 0) {
            const int share = spare / growing;
            cell.width += share;
            spare -= share;
            --growing;
        }
        cell.left = x;
        x += cell.width;
    }
    Q_UNUSED(sketch)
    return cells;
}

bool contains(const std::vector<std::string> &ids, const std::string &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void paintValue(const Sketch &sketch, const model::TableLook &look, const Cell &cell, const QRect &where, int row)
{
    const int index = row * 31 + cell.left;
    if (contains(look.scales, cell.column.id))
        sketch.painter.fillRect(where.adjusted(-8, 0, 8, 0), mix(sketch.theme().card, sketch.theme().seriesAt(4),
                                                                 0.08 + sketch.random(index) * 0.4));
    if (contains(look.bars, cell.column.id)) {
        QColor soft = mix(sketch.theme().card, sketch.theme().seriesAt(0), 0.32);
        sketch.painter.fillRect(QRectF(where.left() - 4, where.top() + 3,
                                       where.width() * (0.2 + sketch.random(index + 3) * 0.75), where.height() - 6),
                                soft);
    }
    if (cell.column.sort == model::ColumnSort::Logical) {
        const QRectF box(where.left(), where.center().y() - 6, 13, 13);
        sketch.box(box, 3, sketch.random(index) > 0.5 ? sketch.theme().faint() : QColor(Qt::transparent),
                   sketch.theme().faint());
        return;
    }
    sketch.word(where, index, alignOf(cell.column, look.cell));
}

void paintHeader(const Sketch &sketch, const model::TableLook &look, const QList<Cell> &cells, const QRect &row)
{
    const PageTheme &theme = sketch.theme();
    sketch.painter.fillRect(
        row, colorFrom(theme, look.header.background, look.presentation ? theme.card : theme.soft(theme.text3, 0.08)));
    const QFont font = theme.dataFont(look.header.fontSize > 0 ? qBound(8, look.header.fontSize, 24) : 12,
                                      look.header.bold.value_or(true));
    for (const Cell &cell : cells) {
        const QRect where(cell.left + 8, row.top(), cell.width - 16, row.height());
        if (cell.left > row.right())
            break;
        sketch.text(where, cell.column.name, font, colorFrom(theme, look.header.color, theme.text2),
                    alignOf(cell.column, look.header.align.empty() ? look.cell : look.header) | Qt::AlignVCenter);
    }
    sketch.hairline({row.left(), row.bottom()}, {row.right(), row.bottom()},
                    colorFrom(theme, look.headerLine, theme.lineStrong));
}

void paintLines(const Sketch &sketch, const model::TableLook &look, const QList<Cell> &cells, const QRect &row)
{
    const PageTheme &theme = sketch.theme();
    if (look.lines == model::GridLines::Horizontal || look.lines == model::GridLines::All)
        sketch.hairline({row.left(), row.bottom()}, {row.right(), row.bottom()}, theme.line);
    if (look.lines == model::GridLines::Vertical || look.lines == model::GridLines::All) {
        for (const Cell &cell : cells)
            sketch.hairline({cell.left + cell.width - 1, row.top()}, {cell.left + cell.width - 1, row.bottom()},
                            theme.line);
    }
}

// Level of the group a row opens: 0 the outermost; -1 a plain row. Groups of three rows within groups of two.
int groupOpened(int row, int levels)
{
    if (levels == 0)
        return -1;
    int every = 1;
    for (int level = levels - 1; level >= 0; --level) {
        every *= level == levels - 1 ? 3 : 2;
        if (level == 0 && row % every == 0)
            return 0;
    }
    return levels > 1 && row % 3 == 0 ? levels - 1 : -1;
}

void paintRows(const Sketch &sketch, const model::TableLook &look, const QList<Cell> &cells, const QList<int> &levelOf,
               QRect area)
{
    const PageTheme &theme = sketch.theme();
    const int levels = static_cast<int>(look.levels.size());
    const bool detail = cells.size() > 0 && levelOf.contains(-1);
    for (int row = 0; area.top() + look.rowHeight / 2 < area.bottom(); ++row) {
        const QRect line(area.left(), area.top(), area.width(), look.rowHeight);
        if (look.banded && row % 2)
            sketch.painter.fillRect(line, colorFrom(theme, look.bandColor, theme.soft(theme.text3, 0.06)));
        const int opened = detail ? groupOpened(row, levels) : 0;
        for (int i = 0; i < cells.size(); ++i) {
            const Cell &cell = cells.at(i);
            if (cell.left > area.right())
                break;
            const int level = levelOf.at(i);
            // Outer values stand once, where their group opens.
            const bool shown = level < 0 || (opened >= 0 && level >= opened);
            if (shown)
                paintValue(sketch, look, cell, QRect(cell.left + 8, line.top(), cell.width - 16, line.height()), row);
            if (cell.key && shown && cell.width > 60)
                sketch.icon(QRect(cell.left + cell.width - 18, line.top(), 12, line.height()),
                            QStringLiteral("chevron-down"), theme.text3);
        }
        paintLines(sketch, look, cells, line);
        area.setTop(area.top() + look.rowHeight);
    }
}

void paintSummary(const Sketch &sketch, const model::TableLook &look, QRect row)
{
    const PageTheme &theme = sketch.theme();
    int x = row.left() + 8;
    for (const model::ColumnLook &column : look.summary) {
        const QFont bold = theme.dataFont(12, true);
        const QString words = column.name + u"  "_qs + model::dashPattern(column);
        const int width = QFontMetrics(bold).horizontalAdvance(words) + 20;
        if (x + width > row.right())
            break;
        sketch.text(QRect(x, row.top(), width, row.height()), words, bold, theme.text2);
        x += width;
    }
    sketch.hairline({row.left(), row.bottom()}, {row.right(), row.bottom()}, theme.line);
}

void paintNoColumns(const Sketch &sketch, const QString &words)
{
    sketch.text(sketch.rect, words, sketch.theme().font(size::base), sketch.theme().text3, Qt::AlignCenter);
}

void paintGrid(const Sketch &sketch, const model::TableLook &look, bool addRow)
{
    std::vector<model::ColumnLook> columns;
    QList<int> levelOf;
    for (std::size_t level = 0; level < look.levels.size(); ++level) {
        for (const auto *list : {&look.levels[level].keys, &look.levels[level].values}) {
            for (const model::ColumnLook &column : *list) {
                columns.push_back(column);
                levelOf << static_cast<int>(level);
            }
        }
    }
    const int grouped = static_cast<int>(columns.size());
    for (const model::ColumnLook &column : look.columns) {
        columns.push_back(column);
        levelOf << -1;
    }
    if (columns.empty()) {
        paintNoColumns(sketch, Texts::tr("No columns yet"));
        return;
    }
    QRect area = sketch.rect;
    if (!look.summary.empty() && area.height() > 80) {
        paintSummary(sketch, look, QRect(area.left(), area.top(), area.width(), 26));
        area.setTop(area.top() + 28);
    }
    QList<Cell> cells = columnsIn(sketch, columns, area, sketch.theme().dataFont(12, true));
    int key = 0;
    for (const model::TableLook::Level &level : look.levels) {
        if (key < grouped && !level.keys.empty())
            cells[key].key = true;
        key += static_cast<int>(level.keys.size() + level.values.size());
    }
    const int header = qMin(30, qMax(18, area.height()));
    sketch.painter.save();
    sketch.painter.setClipRect(area, Qt::IntersectClip);
    paintHeader(sketch, look, cells, QRect(area.left(), area.top(), area.width(), header));
    QRect rows = area.adjusted(0, header, 0, addRow && area.height() > 110 ? -26 : 0);
    paintRows(sketch, look, cells, levelOf, rows);
    if (addRow && area.height() > 110) {
        const QRect row(area.left(), area.bottom() - 25, area.width(), 26);
        sketch.painter.fillRect(row, sketch.theme().card);
        sketch.icon(QRect(row.left() + 8, row.top(), 14, row.height()), QStringLiteral("plus"), sketch.theme().text3);
        sketch.text(row.adjusted(28, 0, 0, 0), Texts::tr("Add row"), sketch.theme().font(12), sketch.theme().text3);
    }
    sketch.painter.restore();
}

void paintTable(const Sketch &sketch)
{
    const model::TableLook look = model::tableLookOf(sketch.element);
    if (sketch.table())
        paintTableData(sketch, look, false);
    else
        paintGrid(sketch, look, false);
}

void paintInputTable(const Sketch &sketch)
{
    model::TableLook look = model::tableLookOf(sketch.element);
    look.lines = model::GridLines::All;
    if (sketch.table())
        paintTableData(sketch, look, true);
    else
        paintGrid(sketch, look, true);
}

// Pivot: column headers above, row headers on the left, one block of values per member.
void paintPivotHeader(const Sketch &sketch, const model::PivotLook &look, const QRect &area, int rowHeaders,
                      int members, int rowHeight)
{
    const PageTheme &theme = sketch.theme();
    const QFont bold = theme.dataFont(12, true);
    int y = area.top();
    const QColor fill = colorFrom(theme, look.style.header.background, theme.soft(theme.text3, 0.08));
    const int headerRows = static_cast<int>(look.columns.size()) + 1;
    sketch.painter.fillRect(QRect(area.left(), y, area.width(), headerRows * rowHeight), fill);
    const int width = (area.width() - rowHeaders) / qMax(1, members);
    for (const model::ColumnLook &column : look.columns) {
        sketch.text(QRect(area.left() + 8, y, rowHeaders - 16, rowHeight), column.name, bold, theme.text2,
                    Qt::AlignRight | Qt::AlignVCenter);
        for (int i = 0; i < members; ++i)
            sketch.word(QRect(area.left() + rowHeaders + i * width + 8, y, width - 16, rowHeight), i + 5,
                        Qt::AlignHCenter);
        y += rowHeight;
        sketch.hairline({area.left(), y - 1}, {area.right(), y - 1}, theme.line);
    }
    int x = area.left();
    const int each = look.rows.empty() ? rowHeaders : rowHeaders / static_cast<int>(look.rows.size());
    for (const model::ColumnLook &row : look.rows) {
        sketch.text(QRect(x + 8, y, each - 12, rowHeight), row.name, bold, theme.text2);
        x += each;
    }
    const int values = qMax(1, static_cast<int>(look.values.size()));
    for (int i = 0; i < members; ++i) {
        for (int v = 0; v < static_cast<int>(look.values.size()); ++v)
            sketch.text(
                QRect(area.left() + rowHeaders + i * width + v * width / values + 4, y, width / values - 8, rowHeight),
                look.values[static_cast<std::size_t>(v)].name, theme.dataFont(11, true), theme.text2,
                Qt::AlignRight | Qt::AlignVCenter);
    }
    sketch.hairline({area.left(), y + rowHeight - 1}, {area.right(), y + rowHeight - 1}, theme.lineStrong);
}

void paintPivotRow(const Sketch &sketch, const model::PivotLook &look, const QRect &line, int row, int rowHeaders,
                   int members, bool total)
{
    const PageTheme &theme = sketch.theme();
    const int each = look.rows.empty() ? rowHeaders : rowHeaders / static_cast<int>(look.rows.size());
    if (total)
        sketch.text(QRect(line.left() + 8, line.top(), rowHeaders - 12, line.height()), Texts::tr("Grand total"),
                    theme.dataFont(12, true), theme.text2);
    for (int i = 0; i < static_cast<int>(look.rows.size()) && !total; ++i) {
        if (i + 1 == static_cast<int>(look.rows.size()) || row % 3 == 0)
            sketch.word(QRect(line.left() + i * each + 8, line.top(), each - 16, line.height()), row * 7 + i);
    }
    const int width = (line.width() - rowHeaders) / qMax(1, members);
    const int values = qMax(1, static_cast<int>(look.values.size()));
    for (int i = 0; i < members * values; ++i) {
        Cell cell{look.values.empty() ? model::ColumnLook() : look.values[static_cast<std::size_t>(i % values)], i * 13,
                  width / values, false};
        cell.column.align = "right";
        paintValue(
            sketch, look.style, cell,
            QRect(line.left() + rowHeaders + i * width / values + 8, line.top(), width / values - 16, line.height()),
            row);
    }
    sketch.hairline({line.left(), line.bottom()}, {line.right(), line.bottom()}, theme.line);
}

void paintPivot(const Sketch &sketch)
{
    const model::PivotLook look = model::pivotLookOf(sketch.element);
    if (sketch.table())
        return paintPivotData(sketch, look);
    if (look.values.empty() && look.rows.empty() && look.columns.empty()) {
        paintNoColumns(sketch, Texts::tr("No rows, columns or values yet"));
        return;
    }
    const QRect area = sketch.rect;
    const int rowHeight = look.style.rowHeight;
    const int values = qMax(1, static_cast<int>(look.values.size()));
    const int rowHeaders =
        look.rows.empty() && look.columns.empty() ? 0 : qMin(area.width() / 2, qMax(1, int(look.rows.size())) * 110);
    const int members = look.columns.empty() ? 1 : qBound(1, (area.width() - rowHeaders) / (values * 84), 8);
    sketch.painter.save();
    sketch.painter.setClipRect(area, Qt::IntersectClip);
    paintPivotHeader(sketch, look, area, rowHeaders, members, rowHeight);
    int y = area.top() + (static_cast<int>(look.columns.size()) + 1) * rowHeight;
    const int bottom = area.bottom() - (look.grandTotals ? rowHeight : 0);
    const int most = look.rows.empty() ? 1 : 1000;
    for (int row = 0; row < most && y + rowHeight / 2 < bottom; ++row, y += rowHeight)
        paintPivotRow(sketch, look, QRect(area.left(), y, area.width(), rowHeight), row, rowHeaders, members, false);
    if (look.grandTotals)
        paintPivotRow(sketch, look, QRect(area.left(), qMin(y, bottom), area.width(), rowHeight), 999, rowHeaders,
                      members, true);
    sketch.painter.restore();
}

} // namespace

void addTablePainters(KindPainters &painters)
{
    painters.add("table", {Chrome::Card, paintTable});
    painters.add("input-table", {Chrome::Card, paintInputTable});
    painters.add("pivot-table", {Chrome::Card, paintPivot});
}

} // namespace tessera::designer
