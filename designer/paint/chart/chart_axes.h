// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "designer/paint/chart/chart_data.h"

namespace tessera::designer {

// One axis laid out along a length: which labels there is room for, and the room they take. Labels never collide: those
// that do not fit are turned, shortened or left out.
struct AxisLayout
{
    enum class Style
    {
        Flat,
        Wrapped, // on two lines
        Slanted,
    };
    struct Label
    {
        double at = 0; // along the axis, 0 … 1
        QString words;
    };
    std::vector<Label> labels;
    std::vector<double> lines; // where grid lines cross
    Style style = Style::Flat;
    double slot = 0;   // px a label has along the axis
    double extent = 0; // px the labels take beside the plot
};

// `upright`: the axis runs up a side, so labels stand one above the other.
AxisLayout layoutValues(const ValueScale &scale, const model::ValueText &text, const QFont &font, double length,
                        bool upright);
// `most`: px the labels may take beside the plot.
AxisLayout layoutCategories(int count, const std::function<QString(int)> &words, const QFont &font, double length,
                            bool upright, double most);

// What both directions of a chart hang on. Along: the first axis. Share: the value axis.
struct PlotMap
{
    QRectF plot;
    bool horizontal = false; // bars lie: the first axis runs down the left side

    double length() const { return horizontal ? plot.height() : plot.width(); }
    double height() const { return horizontal ? plot.width() : plot.height(); }
    QPointF point(double along, double share) const;
    QRectF bar(double alongFrom, double alongTo, double shareFrom, double shareTo) const;
};

// The axes of a chart and its panes.
struct AxesRequest
{
    const Sketch &sketch;
    const model::ChartLook &look;
    std::function<AxisLayout(double length, bool upright, double most)> first;
    ValueScale scale, second; // of the value axes
    model::ValueText text, secondText;
    bool hasSecond = false;
    int paneRows = 1, paneColumns = 1;
    QStringList rowNames = {}, columnNames = {}; // of the panes
};
// Paints axes, grid and headers into `area`; answers the plot of each pane, row by row.
QList<QRectF> paintChartAxes(const AxesRequest &request, const QRectF &area);

QFont axisFont(const PageTheme &theme);
// Words turned along a side.
void paintTurned(const Sketch &sketch, const QRectF &where, const QString &words, const QFont &font,
                 const QColor &color, bool upwards);

} // namespace tessera::designer
