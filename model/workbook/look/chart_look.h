// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/workbook/look/column_look.h"

namespace tessera::model {

struct AxisLook
{
    QString title;     // what stands beside the axis, "" when hidden
    bool shown = true; // the axis as a whole
    bool labels = true;
    std::string format;             // of its columns
    std::string scale;              // linear, log, time or ""
    std::optional<bool> zero;       // whether the axis has to reach 0
    std::optional<double> from, to; // ends as configured; from > to turns the axis round
    bool zeroLine = true;
    bool ticks = false;
};

struct SeriesLook
{
    ColumnLook column;
    std::string mark;    // bar, line, area, scatter; "" as the chart's kind says
    bool second = false; // on the second axis
};

enum class Stacking
{
    None,
    Stacked,
    Normalized,
};

enum class LegendPlace
{
    Hidden,
    Right,
    Left,
    Top,
    Bottom,
};

struct MarkLook // a reference line or band
{
    bool band = false;
    bool onX = false;
    ColorText color;
    QString label;
    bool second = false;                   // on the second value axis
    int width = 1;                         // px
    std::optional<double> value, endValue; // fixed ones; formulas are parts of the query, "refMark:<n>"
};

struct TrendLook
{
    std::string column;
    std::string model; // linear, quadratic, polynomial, exponential, logarithmic, power
    ColorText color;
    int width = 1; // px
    QString label;
};

struct ChartLook
{
    std::vector<ColumnLook> x;      // columns of the first axis
    std::vector<SeriesLook> series; // columns of the value axes
    AxisLook xAxis, yAxis, yAxis2;
    bool horizontal = false;
    Stacking stacking = Stacking::None;
    ColorText singleColor;   // all marks in one colour
    QString colorColumn;     // name of the column that splits by colour, ""
    bool colorScale = false; // by a gradient rather than by category
    std::vector<ColorText> scheme;
    QString sizeColumn;
    QString splitColumn; // waterfall
    LegendPlace legend = LegendPlace::Right;
    bool dataLabels = false;
    std::string labelDisplay;
    QString trellisRows, trellisColumns; // column names, ""
    std::vector<MarkLook> marks;
    std::vector<TrendLook> trends;
    ColumnLook color, size, split, trellisRow, trellisColumn; // columns of these channels, id "" when there is none
    std::optional<double> colorLow, colorMiddle, colorHigh;   // ends and turning point of a colour scale
    bool labelTotals = false;                                 // of stacks
    bool legendHeader = true;
    double gap = 0.3;                      // between bars, share of a slot
    ColumnLook latitude, longitude, place; // maps; `place` is a region's or geography's column
    std::vector<ColumnLook> tooltip;
    bool smooth = false;
    bool points = false;
    double innerRadius = 0.6;                   // donut, share of the outer one
    ColumnLook hole;                            // donut: what stands in the middle, id "" when nothing
    ColumnLook value;                           // pie, donut, gauge, sankey
    std::vector<ColumnLook> steps;              // sankey stages, treemap category, funnel stage
    std::string region;                         // map region type
    ColorText riseColor, fallColor, totalColor; // waterfall
    bool connectors = true;                     // waterfall: lines from step to step
    bool endTotal = true;                       // waterfall
    bool subtotals = false;                     // waterfall: a total after each category that is split
    std::optional<double> start;                // waterfall: where the first step begins, with a bar of its own
};
ChartLook chartLookOf(const Object &element);

struct KpiLook
{
    ColumnLook value;
    int valueSize = 0; // px, 0: as large as fits
    ColorText valueColor;
    bool compared = false;   // shows a difference
    QString comparisonLabel; // "vs previous month", a column's name
    ColorText good, bad;
    bool trend = false;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    bool titleBelow = false;
    bool comparisonRight = false;
};
KpiLook kpiLookOf(const Object &element);

} // namespace tessera::model
