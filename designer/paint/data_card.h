// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/paint/sketch.h"

namespace tessera::designer {

// What a card says about its data as a whole.

// Words in place of a chart or table that has nothing to show: why it cannot run, or that there are no rows. False:
// there is something to paint, or nobody asked for data.
bool paintInPlaceOfData(const Sketch &sketch);
// On top of the card: that rows are made up, or are on their way.
void paintDataState(const Sketch &sketch, const QRect &card);

// A place a reader can press to get to what keeps the element from running.
void addJump(const Sketch &sketch, const QRectF &where);

// Why one column of an element cannot be computed, "" when it can.
QString problemOfColumn(const model::query::ElementRows &rows, const model::Object &element, const std::string &column);

// Why an element cannot run: its first error, with a hint where there is one. "" when it can.
QString failureOf(const model::query::ElementRows &rows);

} // namespace tessera::designer
