// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/chart_data.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include <QCoreApplication>

namespace tessera::designer {

using model::formula::ValueType;
using model::query::ResultTable;

namespace {

constexpr int mostMembers = 100;  // series of a split; more could not be told apart, the rest is one
constexpr double mostCells = 4e6; // values of all panes together

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ChartData)
};

int rowsOf(const ResultTable &table)
{
    return static_cast<int>(table.rowCount());
}

// A number for each different value, without a text for each cell.
template <class Cell>
void number(const std::vector<Cell> &cells, const model::query::ColumnData &data, int rows, Members &members)
{
    std::unordered_map<Cell, int> known;
    int ofNull = -1;
    for (int row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        int next = members.count();
        int *member = nullptr;
        if (data.isNull(at)) {
            member = &ofNull;
        } else {
            const auto [it, fresh] = known.try_emplace(cells[at], -1);
            member = &it->second;
        }
        if (*member < 0) {
            *member = next;
            members.firstRow.push_back(row);
        }
        members.ofRow.push_back(*member);
    }
}

bool isBefore(const DataColumn &column, int a, int b)
{
    const auto &data = column.column->data;
    const auto left = static_cast<std::size_t>(a), right = static_cast<std::size_t>(b);
    if (data.isNull(left) || data.isNull(right))
        return !data.isNull(left);
    if (const auto *texts = std::get_if<std::vector<std::string>>(&data.cells()))
        return (*texts)[left] < (*texts)[right];
    return data.number(left) < data.number(right);
}

void sortMembers(Members &members)
{
    std::vector<int> order(members.firstRow.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return isBefore(members.column, members.firstRow[static_cast<std::size_t>(a)],
                        members.firstRow[static_cast<std::size_t>(b)]);
    });
    std::vector<int> place(order.size()), rows;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
        rows.push_back(members.firstRow[static_cast<std::size_t>(order[i])]);
    }
    members.firstRow = std::move(rows);
    for (int &member : members.ofRow) {
        if (member >= 0) // others were left out
            member = place[static_cast<std::size_t>(member)];
    }
}

// Moments that come in any other order than time's are sorted by something else: they are plain categories then.
bool isMonotonic(const Members &members)
{
    bool up = true, down = true;
    for (int i = 0; i < members.count(); ++i) {
        if (std::isnan(members.number(i)))
            return false;
        if (i > 0) {
            up = up && members.number(i) > members.number(i - 1);
            down = down && members.number(i) < members.number(i - 1);
        }
    }
    return up || down;
}

void dropNullCategories(ChartData &data)
{
    // A moment nobody knows has no place in time.
    if (data.along == Along::Categories)
        return;
    std::vector<int> place, kept;
    for (int i = 0; i < data.x.count(); ++i) {
        const bool keep = std::isfinite(data.x.number(i));
        place.push_back(keep ? static_cast<int>(kept.size()) : -1);
        if (keep)
            kept.push_back(data.x.firstRow[static_cast<std::size_t>(i)]);
    }
    data.x.firstRow = std::move(kept);
    for (int &member : data.x.ofRow)
        member = place[static_cast<std::size_t>(member)];
}

bool hasNullMember(const Members &members)
{
    return std::any_of(members.firstRow.begin(), members.firstRow.end(),
                       [&](int row) { return members.column.isNull(row); });
}

void chooseAxis(ChartData &data, bool continuous)
{
    const DataColumn &column = data.x.column;
    if (!column || data.xColumns.size() > 1)
        return;
    if (column.isDate()) {
        Members known = data.x; // without Null
        std::erase_if(known.firstRow, [&](int row) { return column.isNull(row); });
        if (continuous || isMonotonic(known))
            data.along = Along::Moments;
    } else if (continuous && column.isNumber()) {
        data.along = Along::Numbers;
    }
    if (data.along != Along::Categories && hasNullMember(data.x))
        dropNullCategories(data);
    if (data.along != Along::Categories)
        sortMembers(data.x);
}

std::string markOf(const model::SeriesLook &series, const std::string &usual, std::size_t index)
{
    if (!series.mark.empty())
        return series.mark;
    return usual == "combo" ? (index == 0 ? "bar" : "line") : usual;
}

int paneColumnsOf(const ChartData &data)
{
    return std::clamp(data.trellisColumns.count(), 1, mostPaneColumns);
}

int paneRowsOf(const ChartData &data)
{
    return std::clamp(data.trellisRows.count(), 1, mostPaneRows);
}

// Members that become series of their own.
int seriesMembers(const ChartData &data)
{
    if (!data.colors.column)
        return 1;
    const double each = double(std::max(1, data.categories())) * paneColumnsOf(data) * paneRowsOf(data);
    return std::min({data.colors.count(), mostMembers, std::max(1, static_cast<int>(mostCells / each))});
}

void makeSeries(const Sketch &sketch, const std::string &usualMark, ChartData &data)
{
    const model::ChartLook &look = *data.look;
    const int members = seriesMembers(data);
    for (std::size_t s = 0; s < look.series.size(); ++s) {
        for (int m = 0; m < members; ++m) {
            ChartSeries series;
            series.source = static_cast<int>(s);
            series.second = look.series[s].second;
            series.mark = markOf(look.series[s], usualMark, s);
            series.name = look.series[s].column.name;
            int index = static_cast<int>(s);
            if (data.colors.column) {
                series.member = m;
                const bool rest = m == members - 1 && data.colors.count() > members;
                const QString member = rest ? Texts::tr("Others") : data.colors.words(m);
                series.name = look.series.size() > 1 ? member + u" · "_qs + series.name : member;
                index = static_cast<int>(s) * members + m;
            }
            series.color = dataColor(sketch.theme(), look, index);
            data.series.push_back(std::move(series));
        }
    }
}

void fillPanes(ChartData &data, int rows)
{
    const int paneColumns = paneColumnsOf(data), paneRows = paneRowsOf(data);
    const auto categories = static_cast<std::size_t>(data.categories());
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (int r = 0; r < paneRows; ++r) {
        for (int c = 0; c < paneColumns; ++c)
            data.panes.push_back(
                {r, c, std::vector<std::vector<double>>(data.series.size(), std::vector<double>(categories, none)),
                 std::vector<std::vector<int>>(data.series.size(), std::vector<int>(categories, -1))});
    }
    const int members = seriesMembers(data);
    for (int row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        const int category = data.x.ofRow[at];
        if (category < 0 || data.trellisRows.ofRow[at] >= paneRows || data.trellisColumns.ofRow[at] >= paneColumns)
            continue;
        const int pane = data.trellisRows.ofRow[at] * paneColumns + data.trellisColumns.ofRow[at];
        const int member = data.colors.column ? std::min(data.colors.ofRow[at], members - 1) : 0;
        for (std::size_t s = 0; s < data.values.size(); ++s) {
            const double value = data.values[s].number(row);
            if (std::isnan(value))
                continue;
            const std::size_t series = s * static_cast<std::size_t>(members) + static_cast<std::size_t>(member);
            ChartPane &into = data.panes[static_cast<std::size_t>(pane)];
            double &cell = into.values[series][static_cast<std::size_t>(category)];
            cell = std::isnan(cell) ? value : cell + value;
            into.rows[series][static_cast<std::size_t>(category)] = row;
        }
    }
}

} // namespace

double DataColumn::number(int row) const
{
    return column ? column->data.number(static_cast<std::size_t>(row)) : std::numeric_limits<double>::quiet_NaN();
}

QString DataColumn::words(int row) const
{
    if (!column)
        return {};
    if (column->data.isNull(static_cast<std::size_t>(row)))
        return text.nullText().isEmpty() ? Texts::tr("(blank)") : text.nullText();
    return text(column->data.at(static_cast<std::size_t>(row)));
}

bool DataColumn::isNumber() const
{
    return column && column->data.type() != ValueType::Date && column->data.type() != ValueType::Logical &&
           !std::holds_alternative<std::vector<std::string>>(column->data.cells());
}

DataColumn dataColumn(const ResultTable &table, const model::ColumnLook &look)
{
    DataColumn column;
    if (look.id.empty())
        return column;
    column.column = table.byId(look.id);
    column.text = model::ValueText(look);
    column.name = look.name;
    return column;
}

Members membersOf(const DataColumn &column, int rows, bool sorted)
{
    Members members;
    members.column = column;
    if (!column) {
        members.ofRow.assign(static_cast<std::size_t>(rows), 0);
        if (rows > 0)
            members.firstRow = {0};
        return members;
    }
    members.ofRow.reserve(static_cast<std::size_t>(rows));
    std::visit([&](const auto &cells) { number(cells, column.column->data, rows, members); },
               column.column->data.cells());
    if (sorted)
        sortMembers(members);
    return members;
}

QStringList memberNames(const Members &members, int count)
{
    QStringList names;
    for (int i = 0; members.column && i < count; ++i)
        names << members.words(i);
    return names;
}

QString ChartData::categoryWords(int category) const
{
    if (xColumns.size() < 2)
        return x.words(category);
    QStringList words;
    for (const DataColumn &column : xColumns)
        words << column.words(x.firstRow[static_cast<std::size_t>(category)]);
    return words.join(QStringLiteral(" · "));
}

ChartData chartDataOf(const Sketch &sketch, const model::ChartLook &look, const std::string &usualMark, bool continuous)
{
    ChartData data;
    data.look = &look;
    const ResultTable &table = *sketch.table();
    const int rows = rowsOf(table);
    for (const model::ColumnLook &column : look.x) {
        if (DataColumn found = dataColumn(table, column))
            data.xColumns.push_back(std::move(found));
    }
    data.x = membersOf(data.xColumns.empty() ? DataColumn() : data.xColumns.front(), rows, false);
    if (data.xColumns.size() > 1) { // a row is a category of its own
        data.x.firstRow.resize(static_cast<std::size_t>(rows));
        std::iota(data.x.firstRow.begin(), data.x.firstRow.end(), 0);
        data.x.ofRow = data.x.firstRow;
    }
    chooseAxis(data, continuous);
    for (const model::SeriesLook &series : look.series)
        data.values.push_back(dataColumn(table, series.column));
    const DataColumn color = dataColumn(table, look.color);
    if (color && look.colorScale && color.isNumber()) {
        Range range;
        for (int row = 0; row < rows; ++row)
            range.include(color.number(row));
        data.graded = color;
        data.scale.emplace(sketch.theme(), range, look.scheme, look.colorLow, look.colorMiddle, look.colorHigh);
        data.colors = membersOf({}, rows, false);
    } else {
        data.colors = membersOf(color, rows, true);
    }
    data.trellisRows = membersOf(dataColumn(table, look.trellisRow), rows, true);
    data.trellisColumns = membersOf(dataColumn(table, look.trellisColumn), rows, true);
    makeSeries(sketch, usualMark, data);
    fillPanes(data, rows);
    return data;
}

QColor dataColor(const PageTheme &theme, const model::ChartLook &look, int index)
{
    const QColor own = theme.seriesAt(index);
    if (!look.singleColor.empty())
        return index == 0 || look.series.size() < 2 ? colorFrom(theme, look.singleColor, own) : own;
    if (!look.scheme.empty() && !look.colorScale)
        return colorFrom(theme, look.scheme[static_cast<std::size_t>(index) % look.scheme.size()], own);
    return own;
}

QList<QPair<QString, QString>> rowLines(const Sketch &sketch, int row)
{
    QList<QPair<QString, QString>> lines;
    const ResultTable *table = sketch.table();
    if (!table || row < 0)
        return lines;
    for (const model::query::ResultColumn &column : table->columns) {
        if (column.id.empty())
            continue;
        const DataColumn data = dataColumn(*table, model::columnLook(sketch.element, column.id));
        lines.append({data.name.isEmpty() ? QString::fromStdString(column.name) : data.name, data.words(row)});
    }
    return lines;
}

} // namespace tessera::designer
