// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QList>

#include "model/layout/layout_tree.h"

namespace tessera::model {

// Rows a tab strip takes from the span of a tabbed container.
inline constexpr int tabStripRows = 2;

struct Placed
{
    NodeId node = 0;
    GridRect rect;
    bool operator==(const Placed &) const = default;
};

// Fits a rectangle into a grid: at least one cell, inside its columns, not above its first row.
GridRect fitted(GridRect rect, int columns);

// Puts `moving` where asked (each fitted into the columns; one that would cover an earlier one goes below it) and
// pushes siblings that are in the way straight down, each no further than needed. Siblings with room keep their place,
// also those that overlapped one another before. Returns the rectangles of `moving` first, then of the pushed ones.
std::vector<Placed> arrange(const std::vector<Placed> &siblings, const std::vector<Placed> &moving, int columns);

// The first place, by rows then columns, at or below `fromRow` where a w × h rectangle covers nothing.
GridRect findFree(const std::vector<Placed> &siblings, int columns, int w, int h, int fromRow = 0);

// The children of a node that have a rectangle.
std::vector<Placed> placedChildren(const LayoutTree &tree, NodeId parent);

// Rows a container or tabbed container must span for its content.
int requiredRows(const LayoutTree &tree, NodeId container);

enum class Align
{
    Left,
    Center,
    Right,
    Top,
    Middle,
    Bottom,
    SameWidth,
    SameHeight,
};
enum class Distribute
{
    Horizontally,
    Vertically,
};

// Rectangles lined up with the outer edges of all of them (or, for Same…, with the first). Order is kept.
std::vector<Placed> aligned(std::vector<Placed> rects, Align how);
// Equal gaps between neighbours, first and last stay; whole cells, the remainder goes to the first gaps.
std::vector<Placed> distributed(std::vector<Placed> rects, Distribute how);

} // namespace tessera::model
