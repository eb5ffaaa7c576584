// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/paint/sketch.h"
#include "model/workbook/look/chart_look.h"

namespace tessera::designer {

// What stands around the marks of a chart: legend, axis titles, placeholder labels, grid lines, trellis headers.

struct LegendEntry
{
    QString words; // "" shows a placeholder: a member of a column nobody has read yet
    QColor color;
};

// The legend's entries: one per series, or placeholders for the members of the colour column.
QList<LegendEntry> legendEntries(const Sketch &sketch, const model::ChartLook &look, int members);
// Paints the legend where the chart asks for it and returns what is left.
QRect paintLegend(const Sketch &sketch, QRect area, const model::ChartLook &look, const QString &heading,
                  const QList<LegendEntry> &entries);

// Paints axes for a plot of `slots` categories and returns the plot itself. `bottom` runs along the lower edge.
QRect paintAxes(const Sketch &sketch, QRect area, const model::ChartLook &look, int slots);

// Splits an area into the panes of a trellis and paints their headers; one pane when there is none.
QList<QRect> trellisPanes(const Sketch &sketch, const QRect &area, const model::ChartLook &look);

// The colour of a series as configured, toned for a sketch.
QColor seriesColor(const Sketch &sketch, const model::ChartLook &look, int index);
// Fill and, where the fill is too pale against the card, an outline.
void setMark(const Sketch &sketch, const QColor &color);

} // namespace tessera::designer
