// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/paint/chart/chart_axes.h"
#include "designer/paint/mark_list.h"

namespace tessera::designer {

// Where the categories of a chart lie along its first axis.
struct AlongScale
{
    Along kind = Along::Categories;
    ValueScale scale;            // of numbers and moments
    int count = 0;               // of categories
    double slot = 1;             // share of the axis one category has
    std::vector<double> centers; // of numbers and moments

    double center(int category) const
    {
        return kind == Along::Categories ? (category + 0.5) / count : centers[static_cast<std::size_t>(category)];
    }
};
// `bars`: room for half a bar at both ends.
AlongScale alongScaleOf(const ChartData &data, const model::AxisLook &axis, bool bars);

// Labels already placed: later ones that would cover them are left out.
class LabelShelf
{
public:
    bool take(const QRectF &box);

private:
    QList<QRectF> m_taken;
};

// Axes for reference lines and bands.
struct ReferenceAxes
{
    const Sketch &sketch;
    const model::ChartLook &look;
    PlotMap map;
    ValueScale first, second;            // value axes
    std::function<double(double)> along; // a value of the first axis -> its share
    LabelShelf &shelf;
};

// One pane of a chart while its marks are painted.
struct CartesianPlot
{
    const Sketch &sketch;
    const model::ChartLook &look;
    const ChartData &data;
    const ChartPane &pane;
    const AlongScale &along;
    PlotMap map;
    ValueScale first, second; // value axes
    LabelShelf &shelf;

    const ValueScale &scaleOf(const ChartSeries &series) const { return series.second ? second : first; }
    double value(std::size_t series, int category) const
    {
        return pane.values[series][static_cast<std::size_t>(category)];
    }
    int row(std::size_t series, int category) const { return pane.rows[series][static_cast<std::size_t>(category)]; }
    // The colour of a mark: graded, or the series' own; paler where others are picked.
    QColor colorOf(const ChartSeries &series, int row) const;
    void addMark(const ChartSeries &series, int category, int row, const QPainterPath &shape) const;
    // Categories worth painting: all of them, or the one that reaches furthest for each pixel.
    std::vector<int> visibleCategories(const std::vector<std::size_t> &series) const;
};

std::vector<std::size_t> seriesWith(const ChartData &data, const std::string &mark);
bool isStacked(const model::ChartLook &look, const std::vector<std::size_t> &series);
// Sums of the positive and of the negative values of a category.
std::pair<double, double> stackOf(const ChartPane &pane, const std::vector<std::size_t> &series, int category);

void paintBarMarks(const CartesianPlot &plot, const std::vector<std::size_t> &series);
void paintAreaMarks(const CartesianPlot &plot, const std::vector<std::size_t> &series);
void paintLineMarks(const CartesianPlot &plot, const std::vector<std::size_t> &series);
void paintPointMarks(const CartesianPlot &plot, const std::vector<std::size_t> &series);
void paintReferenceBands(const ReferenceAxes &axes);
void paintReferenceLines(const ReferenceAxes &axes);
// What reference marks add to an axis.
void includeReferences(const Sketch &sketch, const model::ChartLook &look, bool onX, bool second, Range &range);
void paintTrendLines(const CartesianPlot &plot);

// A colour as it is when other marks are picked.
QColor fadedUnlessChosen(const Sketch &sketch, QColor color, int row);
// Whether a label of `labelDisplay` is wanted for the `index`th of some values.
bool isLabelled(const std::string &display, const std::vector<double> &values, std::size_t index);
void paintLabel(const Sketch &sketch, LabelShelf &shelf, const QRectF &where, const QString &words, const QColor &ink,
                bool always);

// The charts themselves.
void paintCartesianData(const Sketch &sketch, const std::string &usualMark);
void paintScatterData(const Sketch &sketch);
void paintWaterfallData(const Sketch &sketch);
void paintBoxData(const Sketch &sketch);

// What a chart says in place of marks.
void paintNotice(const Sketch &sketch, const QRect &area, const QString &words);

// The legend of a chart's data; answers what is left.
QRect paintDataLegend(const Sketch &sketch, const QRect &area, const model::ChartLook &look, const QString &heading,
                      const QList<QPair<QString, QColor>> &entries);
QRect paintScaleLegend(const Sketch &sketch, const QRect &area, const model::ChartLook &look, const QString &heading,
                       const ColorScale &scale, const model::ValueText &text);

} // namespace tessera::designer
