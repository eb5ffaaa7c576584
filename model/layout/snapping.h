// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLine>
#include <QList>
#include <QRect>

namespace tessera::model {

// A line that shows what something lined up with. Pixels of the block.
struct Guide
{
    Qt::Orientation orientation = Qt::Vertical;
    int at = 0;   // x of a vertical line, y of a horizontal one
    int from = 0; // where it begins and ends along the other axis
    int to = 0;
    bool operator==(const Guide &) const = default;
};

// A measured gap between two edges, drawn as an arrow with a number.
struct Distance
{
    QLine line;
    int cells = 0; // columns or rows
    bool operator==(const Distance &) const = default;
};

struct SnapResult
{
    QRect rect;
    QList<Guide> guides;
    QList<Distance> distances;
};

enum class SnapEdge
{
    None = 0,
    Left = 1,
    Right = 2,
    Top = 4,
    Bottom = 8,
    All = 15, // the whole rectangle moves
};
Q_DECLARE_FLAGS(SnapEdges, SnapEdge)
Q_DECLARE_OPERATORS_FOR_FLAGS(SnapEdges)

// Pulls the edges of `moving` that may move onto the nearest edge or middle of a sibling or a guide line, when one is
// within `tolerance` px (the caller converts from the screen once). Then tells what lines up. Pure and deterministic;
// of two equally near lines the one further left or up wins.
SnapResult snapped(const QRect &moving, SnapEdges edges, const QList<QRect> &siblings, int tolerance);

// Gaps from `rect` to its nearest neighbour on each side, at most `reach` px away. `pitch`: px of a column and a row.
QList<Distance> distancesTo(const QRect &rect, const QList<QRect> &siblings, QSizeF pitch, int reach);

} // namespace tessera::model
