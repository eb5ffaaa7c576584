// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "designer/paint/sketch.h"
#include "model/value/value.h"

namespace tessera::designer {

constexpr int sparklineWidth = 120; // px a column of small charts takes

// A small chart in a cell: the points of an array of {x, y}, in order. None for any other value.
std::optional<std::vector<double>> sparklineOf(const model::Value &value); // NaN where a point has no y
void paintSparkline(const Sketch &sketch, const QRect &where, const std::vector<double> &points, const QColor &ink);
// "12 to 34, 24 points", for whoever points at it or cannot see it.
QString sparklineWords(const std::vector<double> &points);

} // namespace tessera::designer
