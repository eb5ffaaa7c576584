// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "designer/paint/chart/color_scale.h"
#include "designer/paint/sketch.h"
#include "model/query/result_table.h"
#include "model/workbook/look/chart_look.h"
#include "model/workbook/look/value_text.h"

namespace tessera::designer {

// A column of an answer with the words for its values.
struct DataColumn
{
    const model::query::ResultColumn *column = nullptr; // null: the answer has none such
    model::ValueText text;
    QString name;

    explicit operator bool() const { return column != nullptr; }
    double number(int row) const;
    QString words(int row) const; // Null: "(blank)", or what the format says
    bool isNull(int row) const { return !column || column->data.isNull(static_cast<std::size_t>(row)); }
    bool isDate() const { return column && column->data.type() == model::formula::ValueType::Date; }
    bool isNumber() const;
};
DataColumn dataColumn(const model::query::ResultTable &table, const model::ColumnLook &look);

// The different values of a column, numbered in the order they first come, or sorted.
struct Members
{
    DataColumn column;
    std::vector<int> ofRow;    // row -> member
    std::vector<int> firstRow; // member -> the row that names it
    int count() const { return static_cast<int>(firstRow.size()); }
    QString words(int member) const
    {
        return column ? column.words(firstRow[static_cast<std::size_t>(member)]) : QString();
    }
    double number(int member) const { return column.number(firstRow[static_cast<std::size_t>(member)]); }
};
// Without a column: one member. `sorted`: by value, Null last.
Members membersOf(const DataColumn &column, int rows, bool sorted);

QStringList memberNames(const Members &members, int count); // the first `count`

inline constexpr int mostPaneColumns = 8, mostPaneRows = 6; // of a trellis; more would be too small to read

// A line of bars, a line, an area.
struct ChartSeries
{
    QString name;
    int source = 0;  // index into ChartLook::series
    int member = -1; // of the colour column, -1: not split
    QColor color;
    std::string mark;    // bar, line, area, scatter
    bool second = false; // on the second axis
};

// What one pane of a chart shows: a value per series and category, NaN where there is none.
struct ChartPane
{
    int rowMember = 0, columnMember = 0; // of the trellis
    std::vector<std::vector<double>> values;
    std::vector<std::vector<int>> rows; // the row a value came from, -1
};

enum class Along // what runs along the first axis
{
    Categories,
    Numbers,
    Moments,
};

// The rows of a bar, line, area or combo chart, sorted into series and categories.
struct ChartData
{
    const model::ChartLook *look = nullptr;
    Along along = Along::Categories;
    Members x;
    std::vector<DataColumn> xColumns; // all of the first axis; x is the first
    std::vector<DataColumn> values;   // one for each of look.series
    std::vector<ChartSeries> series;
    Members colors;                  // of the colour column, when it splits
    std::optional<ColorScale> scale; // when it grades
    DataColumn graded;
    Members trellisRows, trellisColumns;
    std::vector<ChartPane> panes;

    QString categoryWords(int category) const;
    int categories() const { return x.count(); }
};
// `stackedMark`: how series are drawn that do not say so themselves. `continuous`: numbers along the axis keep their
// distances.
ChartData chartDataOf(const Sketch &sketch, const model::ChartLook &look, const std::string &usualMark,
                      bool continuous);

// The colour of the `index`th series or member.
QColor dataColor(const PageTheme &theme, const model::ChartLook &look, int index);

// What a mark tells about its row: the columns of the answer and their values.
QList<QPair<QString, QString>> rowLines(const Sketch &sketch, int row);

} // namespace tessera::designer
