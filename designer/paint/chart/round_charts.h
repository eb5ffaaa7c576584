// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/paint/sketch.h"

namespace tessera::designer {

// Charts without axes, from the rows of their element.
void paintPieData(const Sketch &sketch, bool donut);
void paintGaugeData(const Sketch &sketch);
void paintTreemapData(const Sketch &sketch);
void paintSankeyData(const Sketch &sketch);
void paintFunnelData(const Sketch &sketch);
void paintMapData(const Sketch &sketch);

} // namespace tessera::designer
