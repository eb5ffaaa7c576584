// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "designer/paint/sketch.h"

namespace tessera::designer {

// Words of a slice of a pie.
struct SliceLabel
{
    static constexpr double reach = 26; // px from the circle to words beside it, with the leader

    QString words;          // on one line, on the slice
    QString name, rest;     // beside the circle: the member, and below it what it comes to; a name alone is one line
    double middle = 0;      // of the slice: degrees, 0 at three o'clock, counter-clockwise
    double sweep = 0;       // degrees
    double width = 0;       // px of the words on one line
    double widthBeside = 0; // px of the wider of the two lines
    QColor color;           // of the slice
};

QFont sliceFont(const PageTheme &theme);

// Labels beside the circle, each with a leader to its slice. They keep their order and never cover each other; where
// there is no room for all of them the smallest slices go without.
void paintOutsideLabels(const Sketch &sketch, const QRectF &pane, const QRectF &circle, std::vector<SliceLabel> labels);

// Tops for boxes of `height` that want to stand at `wanted` (ascending), between two ends, without overlap. They fit.
std::vector<double> spread(const std::vector<double> &wanted, double height, double top, double bottom);

} // namespace tessera::designer
