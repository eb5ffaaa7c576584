// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/snapping.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tessera::model {

namespace {

// One axis of a rectangle: its first line, its middle and the line past its end.
struct Extent
{
    int from = 0;
    int to = 0;
    int middle() const { return (from + to) / 2; }
};

Extent across(const QRect &r)
{
    return {r.left(), r.left() + r.width()};
}

Extent down(const QRect &r)
{
    return {r.top(), r.top() + r.height()};
}

std::optional<int> nearest(const QList<int> &own, const QList<Extent> &others, int tolerance)
{
    std::optional<int> best;
    for (const Extent &other : others) {
        for (const int line : {other.from, other.middle(), other.to}) {
            for (const int mine : own) {
                const int delta = line - mine;
                if (std::abs(delta) <= tolerance && (!best || std::abs(delta) < std::abs(*best) ||
                                                     (std::abs(delta) == std::abs(*best) && delta < *best)))
                    best = delta;
            }
        }
    }
    return best;
}

// Moves the edges that may move; returns the axis after it.
Extent snapAxis(Extent axis, bool first, bool last, const QList<Extent> &others, int tolerance)
{
    if (first && last) {
        const int delta = nearest({axis.from, axis.middle(), axis.to}, others, tolerance).value_or(0);
        return {axis.from + delta, axis.to + delta};
    }
    if (first)
        axis.from += nearest({axis.from}, others, tolerance).value_or(0);
    else if (last)
        axis.to += nearest({axis.to}, others, tolerance).value_or(0);
    return axis;
}

// A line for each of my edges that the nearest sibling shares on the same side: neighbours that merely touch say
// nothing, and one line to the nearest is enough.
void addGuides(QList<Guide> &out, Qt::Orientation orientation, const Extent &mine, const Extent &span, bool first,
               bool last, const QList<QRect> &siblings)
{
    const bool vertical = orientation == Qt::Vertical;
    enum Side
    {
        Begin,
        End,
        Middle
    };
    const auto lineOf = [](const Extent &e, Side side) {
        return side == Begin ? e.from : side == End ? e.to : e.middle();
    };
    bool edge = false;
    for (const Side side : {Begin, End, Middle}) {
        if ((side == Begin && !first) || (side == End && !last) || (side == Middle && (edge || !first || !last)))
            continue;
        const int line = lineOf(mine, side);
        std::optional<Extent> nearestSibling;
        int distance = 0;
        for (const QRect &sibling : siblings) {
            if (lineOf(vertical ? across(sibling) : down(sibling), side) != line)
                continue;
            const Extent along = vertical ? down(sibling) : across(sibling);
            const int away = std::max({along.from - span.to, span.from - along.to, 0});
            if (!nearestSibling || away < distance) {
                nearestSibling = along;
                distance = away;
            }
        }
        if (!nearestSibling)
            continue;
        edge = edge || side != Middle;
        out << Guide{orientation, line, std::min(span.from, nearestSibling->from),
                     std::max(span.to, nearestSibling->to)};
    }
}

int cellsOf(int pixels, qreal pitch)
{
    return pitch > 0 ? static_cast<int>(std::lround(pixels / pitch)) : 0;
}

} // namespace

SnapResult snapped(const QRect &moving, SnapEdges edges, const QList<QRect> &siblings, int tolerance)
{
    QList<Extent> columns;
    QList<Extent> rows;
    for (const QRect &sibling : siblings) {
        columns << across(sibling);
        rows << down(sibling);
    }
    const bool left = edges & SnapEdge::Left;
    const bool right = edges & SnapEdge::Right;
    const bool top = edges & SnapEdge::Top;
    const bool bottom = edges & SnapEdge::Bottom;
    const Extent x = snapAxis(across(moving), left, right, columns, tolerance);
    const Extent y = snapAxis(down(moving), top, bottom, rows, tolerance);
    SnapResult result;
    result.rect = QRect(QPoint(x.from, y.from), QSize(std::max(1, x.to - x.from), std::max(1, y.to - y.from)));
    addGuides(result.guides, Qt::Vertical, x, y, left, right, siblings);
    addGuides(result.guides, Qt::Horizontal, y, x, top, bottom, siblings);
    return result;
}

QList<Distance> distancesTo(const QRect &rect, const QList<QRect> &siblings, QSizeF pitch, int reach)
{
    const Extent x = across(rect);
    const Extent y = down(rect);
    // Per side: the gap and the middle of the shared stretch, where the arrow goes. A neighbour that touches hides
    // those behind it.
    struct Side
    {
        int gap = -1;
        QLine line;
    };
    Side left, right, top, bottom;
    const auto offer = [reach](Side &side, int gap, const QLine &line) {
        if (gap >= 0 && gap <= reach && (side.gap < 0 || gap < side.gap))
            side = {gap, line};
    };
    for (const QRect &sibling : siblings) {
        const Extent sx = across(sibling);
        const Extent sy = down(sibling);
        const int rowFrom = std::max(y.from, sy.from), rowTo = std::min(y.to, sy.to);
        const int colFrom = std::max(x.from, sx.from), colTo = std::min(x.to, sx.to);
        if (rowFrom < rowTo) {
            const int at = (rowFrom + rowTo) / 2;
            offer(left, x.from - sx.to, QLine(sx.to, at, x.from, at));
            offer(right, sx.from - x.to, QLine(x.to, at, sx.from, at));
        }
        if (colFrom < colTo) {
            const int at = (colFrom + colTo) / 2;
            offer(top, y.from - sy.to, QLine(at, sy.to, at, y.from));
            offer(bottom, sy.from - y.to, QLine(at, y.to, at, sy.from));
        }
    }
    QList<Distance> out;
    for (const Side *side : {&left, &right}) {
        if (side->gap > 0)
            out << Distance{side->line, cellsOf(side->gap, pitch.width())};
    }
    for (const Side *side : {&top, &bottom}) {
        if (side->gap > 0)
            out << Distance{side->line, cellsOf(side->gap, pitch.height())};
    }
    return out;
}

} // namespace tessera::model
