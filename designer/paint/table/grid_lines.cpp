// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "designer/paint/table/table_grid.h"
#include "model/base/text.h"

namespace tessera::designer {

namespace {

bool sameCell(const model::query::ColumnData &data, int a, int b)
{
    const auto left = static_cast<std::size_t>(a), right = static_cast<std::size_t>(b);
    if (data.isNull(left) || data.isNull(right))
        return data.isNull(left) == data.isNull(right);
    return std::visit([&](const auto &cells) { return cells[left] == cells[right]; }, data.cells());
}

} // namespace

GridLines::GridLines(const QList<GridColumn> &columns, int levels, int rows, const CardView *view)
    : m_columns(columns)
    , m_levels(levels)
    , m_rows(rows)
    , m_detail(std::any_of(columns.begin(), columns.end(), [](const GridColumn &column) { return column.level < 0; }))
    , m_view(view)
{
}

int GridLines::rowAt(int place) const
{
    const bool sorted = m_view && static_cast<int>(m_view->order.size()) == m_rows;
    return sorted ? m_view->order[static_cast<std::size_t>(place)] : place;
}

int GridLines::opens(int row, int before) const
{
    if (before < 0)
        return 0;
    int level = m_levels;
    for (const GridColumn &column : m_columns) {
        if (column.key && column.level < level && column.data && !sameCell(column.data.column->data, row, before))
            level = column.level;
    }
    return level;
}

std::string GridLines::keyOf(int row, int level) const
{
    std::string key;
    for (const GridColumn &column : m_columns) {
        if (column.key && column.level <= level && column.data)
            key += model::plainText(column.data.column->data.at(static_cast<std::size_t>(row))) + '\x1f';
    }
    return key;
}

// Calls `visit` for each line until it answers false.
template <class Visit>
void GridLines::walk(Visit &&visit) const
{
    int before = -1;
    int closedAt = m_levels + 1; // level of the folded group the rows lie in
    for (int place = 0; place < m_rows; ++place) {
        const int row = rowAt(place);
        const int opened = opens(row, before);
        before = row;
        if (opened <= closedAt)
            closedAt = m_levels + 1;
        if (closedAt <= m_levels)
            continue; // inside a folded group
        int shows = m_levels;
        if (m_view && !m_view->closed.empty()) {
            for (int level = opened; level < m_levels; ++level) {
                if (m_view->closed.count(keyOf(row, level)) > 0) {
                    shows = level;
                    closedAt = level;
                    break;
                }
            }
        }
        // Without plain columns a row is a line only where a group begins.
        if (m_detail || opened < m_levels) {
            if (!visit(GridLine{row, opened, shows}))
                return;
        }
    }
}

std::vector<GridLine> GridLines::lines(int first, int count) const
{
    std::vector<GridLine> out;
    if (m_levels == 0) {
        for (int place = first; place < std::min(m_rows, first + count); ++place)
            out.push_back({rowAt(place), -1, 0});
        return out;
    }
    int index = 0;
    walk([&](const GridLine &line) {
        if (index++ >= first)
            out.push_back(line);
        return static_cast<int>(out.size()) < count;
    });
    return out;
}

int GridLines::total() const
{
    if (m_levels == 0)
        return m_rows;
    int count = 0;
    walk([&](const GridLine &) {
        ++count;
        return true;
    });
    return count;
}

} // namespace tessera::designer
