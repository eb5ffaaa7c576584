// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/table/pivot_data.h"
#include "designer/paint/table/table_grid.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

using model::query::ResultTable;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::PivotGrid)
};

// With one value its name in every column says nothing new: the names of the column keys stand above their members
// instead, and those of the row keys beside the innermost of them.
bool namesAbove(const Pivot &pivot)
{
    return pivot.values.size() <= 1 && !pivot.look.columns.empty() && !pivot.look.rows.empty();
}

void measure(Pivot &pivot, const QRect &area)
{
    const QFontMetrics metrics(pivot.sketch.theme().dataFont(12)), bold(pivot.bold());
    int all = 0;
    for (std::size_t i = 0; i < pivot.rows.columns.size(); ++i) {
        int width = bold.horizontalAdvance(pivot.rows.columns[i].name);
        for (int place = 0; place < std::min(60, pivot.rows.count()); ++place)
            width = std::max(width, metrics.horizontalAdvance(pivot.rows.words(place, i)));
        pivot.headerWidths.push_back(std::clamp(width + 22, 60, 220));
        all += pivot.headerWidths.back();
    }
    if (pivot.headerWidths.empty() && !pivot.look.columns.empty())
        pivot.headerWidths.push_back(110);
    int width = 54;
    for (const GridColumn &value : pivot.values) {
        width = std::max(width, bold.horizontalAdvance(value.look.name) + 18);
        for (int row = 0; row < std::min<int>(60, static_cast<int>(value.data.column->data.size())); ++row)
            width = std::max(width, metrics.horizontalAdvance(value.data.words(row)) + 20);
    }
    // Totals are longer than what they add up.
    for (const char *name : {"grandTotal", "rowTotals", "columnTotals"}) {
        const ResultTable *part = pivot.sketch.part(name);
        for (const GridColumn &value : pivot.values) {
            const DataColumn total = part ? dataColumn(*part, value.look) : DataColumn();
            for (int row = 0; total && row < std::min<int>(60, static_cast<int>(part->rowCount())); ++row)
                width = std::max(width, bold.horizontalAdvance(total.words(row)) + 20);
        }
    }
    width = std::min(width, 170);
    const int room = area.width() - pivot.headers();
    const int wanted = width * static_cast<int>(pivot.values.size()) * pivot.blocks();
    if (wanted < room && !pivot.values.empty()) // what is left over is shared, but numbers stay near their neighbours
        width = std::min(room / (static_cast<int>(pivot.values.size()) * pivot.blocks()), 200);
    pivot.valueWidth = width;
    for (int block = 0; namesAbove(pivot) && block < pivot.columns.count() && pivot.tallHead == 0; ++block) {
        const QString words = pivot.columns.words(block, pivot.columns.columns.size() - 1);
        if (words.trimmed().contains(u' ') && bold.horizontalAdvance(words) > width - 16)
            pivot.tallHead = bold.height();
    }
}

QString blockWords(const Pivot &pivot, int block, std::size_t column)
{
    if (block >= std::max(1, pivot.columns.count()))
        return column == 0 ? Texts::tr("Total") : QString();
    return pivot.columns.count() > 0 && pivot.columns.begins(block, column) ? pivot.columns.words(block, column)
                                                                            : QString();
}

int headerRows(const Pivot &pivot)
{
    const bool values = pivot.values.size() > 1 || pivot.look.columns.empty();
    return static_cast<int>(pivot.look.columns.size()) + (values || namesAbove(pivot) ? 1 : 0);
}

int headHeight(const Pivot &pivot)
{
    return headerRows(pivot) * pivot.rowHeight + pivot.tallHead;
}

// On two lines where one is too short and its blanks allow.
void paintHead(const Sketch &sketch, const QRect &where, const QString &words, const QFont &font, const QColor &ink,
               Qt::Alignment align)
{
    const QFontMetrics metrics(font);
    const QRect wrapped = metrics.boundingRect(where, static_cast<int>(align) | Qt::TextWordWrap, words);
    if (metrics.horizontalAdvance(words) <= where.width() || wrapped.width() > where.width() ||
        wrapped.height() > where.height()) {
        sketch.text(where, words, font, ink, align);
        return;
    }
    sketch.painter.setFont(font);
    sketch.painter.setPen(ink);
    sketch.painter.drawText(where, static_cast<int>(align) | Qt::TextWordWrap, words);
}

void paintHeads(const Pivot &pivot, const QRect &area, int across)
{
    const Sketch &sketch = pivot.sketch;
    const PageTheme &theme = sketch.theme();
    const int rows = headerRows(pivot);
    const model::CellText &style = pivot.look.style.header;
    sketch.painter.fillRect(QRect(area.left(), area.top(), area.width(), headHeight(pivot)),
                            colorFrom(theme, style.background, theme.soft(theme.text3, 0.08)));
    const QColor ink = colorFrom(theme, style.color, theme.text2);
    const int left = area.left() + pivot.headers(), bottom = area.top() + (rows - 1) * pivot.rowHeight;
    const int innermost = pivot.rowHeight + pivot.tallHead;
    int x = area.left();
    for (std::size_t i = 0; i < pivot.rows.columns.size(); ++i) {
        sketch.text(QRect(x + 8, bottom, pivot.headerWidths[i] - 12, innermost), pivot.rows.columns[i].name,
                    pivot.bold(), ink);
        x += pivot.headerWidths[i];
    }
    const bool above = namesAbove(pivot);
    if (above) {
        QStringList names;
        for (const auto &column : pivot.columns.columns)
            names << column.name;
        sketch.text(QRect(left + 8, area.top(), std::max(0, area.right() - left - 16), pivot.rowHeight),
                    names.join(u" › "_qs), theme.dataFont(size::caption), theme.text3);
    }
    for (std::size_t level = 0; level < pivot.columns.columns.size(); ++level) {
        const int y = area.top() + (static_cast<int>(level) + (above ? 1 : 0)) * pivot.rowHeight;
        if (!above && (bottom > y || pivot.rows.columns.empty()))
            sketch.text(QRect(area.left() + 8, y, std::max(0, pivot.headers() - 16), pivot.rowHeight),
                        pivot.columns.columns[level].name, theme.dataFont(size::caption), theme.text3,
                        Qt::AlignRight | Qt::AlignVCenter);
        sketch.painter.save();
        const int height = y == bottom ? innermost : pivot.rowHeight;
        sketch.painter.setClipRect(QRect(left, y, area.right() - left + 1, height), Qt::IntersectClip);
        for (int block = 0; block < pivot.blocks(); ++block) {
            int span = 1;
            while (block + span < pivot.columns.count() && !pivot.columns.begins(block + span, level))
                ++span;
            const QString words = blockWords(pivot, block, level);
            if (words.isEmpty())
                continue;
            const int blockLeft = left + block * pivot.blockWidth() - across;
            if (blockLeft > area.right())
                break;
            const int width = pivot.blockWidth() * (block < pivot.columns.count() ? span : 1);
            paintHead(sketch, QRect(blockLeft + 8, y, width - 16, height), words, pivot.bold(), ink,
                      (pivot.values.size() > 1 || span > 1 ? Qt::AlignHCenter : Qt::AlignRight) | Qt::AlignVCenter);
            if (pivot.values.size() > 1 || span > 1)
                sketch.hairline({blockLeft, y + 4}, {blockLeft, y + pivot.rowHeight - 2}, theme.line);
        }
        sketch.painter.restore();
        if (y < bottom)
            sketch.hairline({left, y + pivot.rowHeight - 1}, {area.right(), y + pivot.rowHeight - 1}, theme.line);
    }
    if (pivot.values.size() > 1 || pivot.look.columns.empty()) {
        sketch.painter.save();
        sketch.painter.setClipRect(QRect(left, bottom, area.right() - left + 1, pivot.rowHeight), Qt::IntersectClip);
        for (int i = 0; i < pivot.blocks() * static_cast<int>(pivot.values.size()); ++i) {
            const QRect cell(left + i * pivot.valueWidth - across, bottom, pivot.valueWidth, pivot.rowHeight);
            if (cell.left() > area.right())
                break;
            sketch.text(cell.adjusted(6, 0, -8, 0),
                        pivot.values[static_cast<std::size_t>(i) % pivot.values.size()].look.name,
                        theme.dataFont(size::caption, true), ink, Qt::AlignRight | Qt::AlignVCenter);
        }
        sketch.painter.restore();
    }
    sketch.hairline({area.left(), area.top() + headHeight(pivot) - 1},
                    {area.right(), area.top() + headHeight(pivot) - 1},
                    colorFrom(theme, pivot.look.style.headerLine, theme.lineStrong));
}

// The row of a totals part that belongs to a place of a side, -1 for none.
int totalRow(const PivotSide &side, const ResultTable *part, int place)
{
    return part && side.table == part ? side.rows[static_cast<std::size_t>(place)] : -1;
}

void paintTotalCell(const Pivot &pivot, const ResultTable *part, int row, std::size_t value, const QRect &cell)
{
    if (!part || row < 0 || row >= static_cast<int>(part->rowCount()))
        return;
    const DataColumn column = dataColumn(*part, pivot.values[value].look);
    if (column)
        pivot.sketch.text(cell.adjusted(8, 0, -8, 0), column.words(row), pivot.bold(), pivot.sketch.theme().text,
                          Qt::AlignRight | Qt::AlignVCenter);
}

void paintSubtotal(const Pivot &pivot, const QRect &row, const PivotLine &line, int across)
{
    const Sketch &sketch = pivot.sketch;
    const auto level = static_cast<std::size_t>(line.level);
    sketch.painter.fillRect(row, sketch.theme().soft(sketch.theme().text3, 0.05));
    int x = row.left();
    for (std::size_t i = 0; i < level; ++i)
        x += pivot.headerWidths[i];
    sketch.text(QRect(x + 8, row.top(), row.left() + pivot.headers() - x - 12, row.height()),
                Texts::tr("%1 total").arg(pivot.rows.words(line.place, level)), pivot.bold(), sketch.theme().text);
    const PivotSubtotals &totals = pivot.subtotals.at(line.level);
    const std::string key = keyOfPlace(pivot.rows, line.place, level + 1);
    const int left = row.left() + pivot.headers();
    sketch.painter.save();
    sketch.painter.setClipRect(QRect(left, row.top(), row.right() - left + 1, row.height()), Qt::IntersectClip);
    for (int block = 0; block < pivot.blocks(); ++block) {
        const bool whole = block >= std::max(1, pivot.columns.count());
        const auto &rows = whole ? totals.wholeRows : totals.cellRows;
        const auto found = rows.find(whole ? key : key + keyOfPlace(pivot.columns, block, pivot.look.columns.size()));
        for (std::size_t v = 0; v < pivot.values.size() && found != rows.end(); ++v)
            paintTotalCell(pivot, whole ? totals.whole : totals.cells, found->second, v,
                           QRect(left + block * pivot.blockWidth() + static_cast<int>(v) * pivot.valueWidth - across,
                                 row.top(), pivot.valueWidth, row.height()));
    }
    sketch.painter.restore();
    sketch.hairline({row.left(), row.bottom()}, {row.right(), row.bottom()}, sketch.theme().line);
}

// `place` beyond the last row: the grand total.
void paintLine(const Pivot &pivot, const CellFormats &formats, const QRect &line, int place, int across, bool top)
{
    const Sketch &sketch = pivot.sketch;
    const PageTheme &theme = sketch.theme();
    const bool grand = place >= std::max(1, pivot.rows.count());
    int x = line.left();
    if (grand)
        sketch.text(QRect(x + 8, line.top(), pivot.headers() - 12, line.height()), Texts::tr("Total"), pivot.bold(),
                    theme.text);
    for (std::size_t i = 0; !grand && i < pivot.rows.columns.size(); ++i) {
        if (pivot.rows.begins(place, i) || top)
            sketch.text(QRect(x + 8, line.top(), pivot.headerWidths[i] - 12, line.height()), pivot.rows.words(place, i),
                        theme.dataFont(12, i + 1 < pivot.rows.columns.size()), theme.text);
        x += pivot.headerWidths[i];
    }
    const int left = line.left() + pivot.headers();
    sketch.painter.save();
    sketch.painter.setClipRect(QRect(left, line.top(), line.right() - left + 1, line.height()), Qt::IntersectClip);
    for (int block = 0; block < pivot.blocks(); ++block) {
        const bool total = block >= std::max(1, pivot.columns.count());
        const auto found = pivot.cells.find({place, block});
        for (std::size_t v = 0; v < pivot.values.size(); ++v) {
            const QRect cell(left + block * pivot.blockWidth() + static_cast<int>(v) * pivot.valueWidth - across,
                             line.top(), pivot.valueWidth, line.height());
            if (cell.right() < left || cell.left() > line.right())
                continue;
            if (grand && total) {
                paintTotalCell(pivot, sketch.part("grandTotal"), 0, v, cell);
            } else if (grand) {
                const ResultTable *part =
                    pivot.look.columns.empty() ? sketch.part("grandTotal") : sketch.part("columnTotals");
                paintTotalCell(pivot, part, pivot.look.columns.empty() ? 0 : totalRow(pivot.columns, part, block), v,
                               cell);
            } else if (total) {
                const ResultTable *part =
                    pivot.look.rows.empty() ? sketch.part("grandTotal") : sketch.part("rowTotals");
                paintTotalCell(pivot, part, pivot.look.rows.empty() ? 0 : totalRow(pivot.rows, part, place), v, cell);
            } else if (found != pivot.cells.end()) {
                paintCell(sketch, pivot.look.style, formats, pivot.values[v], cell, found->second);
                if (sketch.context.marks) {
                    Mark mark;
                    mark.kind = Mark::Kind::Cell;
                    mark.row = found->second;
                    mark.column = pivot.values[v].look.id;
                    mark.title = cellWords(pivot.values[v], found->second);
                    sketch.context.marks->addBox(std::move(mark), QRectF(cell.intersected(line)));
                }
            }
        }
    }
    sketch.painter.restore();
    sketch.hairline({line.left(), line.bottom()}, {line.right(), line.bottom()}, theme.line);
}

} // namespace

void paintPivotData(const Sketch &sketch, const model::PivotLook &look)
{
    Pivot pivot = pivotOf(sketch, look);
    const QRect area = sketch.rect;
    if (pivot.cells.empty() || pivot.values.empty()) {
        const QString words = model::noDataText(sketch.element);
        sketch.text(area, words.isEmpty() ? Texts::tr("No rows") : words, sketch.theme().font(size::base),
                    sketch.theme().text3, Qt::AlignCenter);
        return;
    }
    measure(pivot, area);
    const CellFormats formats(sketch, *sketch.table());
    const int wide = pivot.blockWidth() * pivot.blocks();
    const int across = sketch.context.view ? std::clamp(sketch.context.view->across, 0,
                                                        std::max(0, wide - area.width() + pivot.headers()))
                                           : 0;
    sketch.painter.save();
    sketch.painter.setClipRect(area, Qt::IntersectClip);
    paintHeads(pivot, area, across);
    const int lines = static_cast<int>(pivot.lines.size()) + (pivot.grandRow() ? 1 : 0);
    const int top = area.top() + headHeight(pivot);
    const int fits = std::max(1, (area.bottom() + 1 - top) / pivot.rowHeight);
    const int first = sketch.context.view ? std::clamp(sketch.context.view->scroll, 0, std::max(0, lines - fits)) : 0;
    int y = top;
    for (int index = first; index < lines && y < area.bottom(); ++index, y += pivot.rowHeight) {
        // The grand total stays in sight at the bottom.
        const bool last = pivot.grandRow() && index < lines - 1 && y + 2 * pivot.rowHeight > area.bottom() + 1;
        const QRect row(area.left(), y, area.width(), pivot.rowHeight);
        const bool grand = last || index >= static_cast<int>(pivot.lines.size());
        if (grand)
            paintLine(pivot, formats, row, std::max(1, pivot.rows.count()), across, false);
        else if (const PivotLine &line = pivot.lines[static_cast<std::size_t>(index)]; line.level >= 0)
            paintSubtotal(pivot, row, line, across);
        else
            paintLine(pivot, formats, row, line.place, across, index == first);
        if (last)
            break;
    }
    sketch.painter.restore();
}

} // namespace tessera::designer
