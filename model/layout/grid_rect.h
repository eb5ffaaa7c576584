// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace tessera::model {

// A rectangle in grid cells of its parent, 0-based: x and w count columns, y and h rows. The wire writes grid lines,
// which are 1-based and end-exclusive: columns x+1 / x+w+1.
struct GridRect
{
    int x = 0;
    int y = 0;
    int w = 1;
    int h = 1;

    int right() const { return x + w; }  // first column after it
    int bottom() const { return y + h; } // first row after it
    bool isValid() const { return x >= 0 && y >= 0 && w > 0 && h > 0; }
    bool intersects(const GridRect &other) const
    {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    bool contains(const GridRect &other) const
    {
        return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
    }
    GridRect translated(int dx, int dy) const { return {x + dx, y + dy, w, h}; }
    GridRect united(const GridRect &other) const
    {
        const int left = std::min(x, other.x);
        const int top = std::min(y, other.y);
        return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
    }

    bool operator==(const GridRect &) const = default;
};

} // namespace tessera::model
