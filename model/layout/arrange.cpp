// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/arrange.h"

#include <algorithm>
#include <numeric>

namespace tessera::model {

namespace {

// The lowest row at or below rect.y where it covers none of `taken`.
int rowBelow(GridRect rect, const std::vector<Placed> &taken)
{
    for (bool hit = true; hit;) {
        hit = false;
        for (const Placed &other : taken) {
            if (rect.intersects(other.rect)) {
                rect.y = other.rect.bottom();
                hit = true;
            }
        }
    }
    return rect.y;
}

std::vector<std::size_t> readingOrder(const std::vector<Placed> &items)
{
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const GridRect &left = items[a].rect;
        const GridRect &right = items[b].rect;
        return left.y != right.y ? left.y < right.y : left.x < right.x;
    });
    return order;
}

} // namespace

GridRect fitted(GridRect rect, int columns)
{
    rect.w = std::clamp(rect.w, 1, std::max(1, columns));
    rect.h = std::max(1, rect.h);
    rect.x = std::clamp(rect.x, 0, std::max(1, columns) - rect.w);
    rect.y = std::max(0, rect.y);
    return rect;
}

std::vector<Placed> arrange(const std::vector<Placed> &siblings, const std::vector<Placed> &moving, int columns)
{
    std::vector<Placed> settled;
    settled.reserve(moving.size());
    for (const Placed &item : moving) {
        Placed here{item.node, fitted(item.rect, columns)};
        here.rect.y = rowBelow(here.rect, settled);
        settled.push_back(here);
    }
    // Top to bottom, so that what is pushed meets only siblings that have not been looked at yet.
    for (const std::size_t index : readingOrder(siblings)) {
        const Placed &sibling = siblings[index];
        const auto same = [&](const Placed &item) { return item.node == sibling.node; };
        if (std::any_of(moving.begin(), moving.end(), same))
            continue;
        GridRect rect = sibling.rect;
        rect.y = rowBelow(rect, settled);
        if (rect != sibling.rect)
            settled.push_back({sibling.node, rect});
    }
    return settled;
}

GridRect findFree(const std::vector<Placed> &siblings, int columns, int w, int h, int fromRow)
{
    GridRect rect = fitted({0, fromRow, w, h}, columns);
    const auto taken = [&] {
        return std::any_of(siblings.begin(), siblings.end(),
                           [&](const Placed &other) { return rect.intersects(other.rect); });
    };
    int below = fromRow;
    for (const Placed &sibling : siblings)
        below = std::max(below, sibling.rect.bottom());
    // Free places begin at the top of the grid or where something ends, so only those rows need a look.
    std::vector<int> rows{rect.y};
    for (const Placed &sibling : siblings) {
        if (sibling.rect.bottom() > rect.y)
            rows.push_back(sibling.rect.bottom());
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const int row : rows) {
        rect.y = row;
        for (rect.x = 0; rect.right() <= columns; ++rect.x) {
            if (!taken())
                return rect;
        }
    }
    return {0, below, rect.w, rect.h};
}

std::vector<Placed> placedChildren(const LayoutTree &tree, NodeId parent)
{
    std::vector<Placed> out;
    const QList<NodeId> &children = tree.childrenOf(parent);
    out.reserve(static_cast<std::size_t>(children.size()));
    for (const NodeId child : children) {
        if (const auto &rect = tree.node(child)->rect)
            out.push_back({child, *rect});
    }
    return out;
}

int requiredRows(const LayoutTree &tree, NodeId container)
{
    const LayoutNode *node = tree.node(container);
    if (!node || node->kind != NodeKind::TabbedContainer)
        return tree.contentRows(container);
    int rows = 0;
    for (const NodeId tab : tree.childrenOf(container))
        rows = std::max(rows, tree.contentRows(tab));
    return rows > 0 ? rows + tabStripRows : 0;
}

std::vector<Placed> aligned(std::vector<Placed> rects, Align how)
{
    if (rects.empty())
        return rects;
    GridRect all = rects.front().rect;
    for (const Placed &item : rects)
        all = all.united(item.rect);
    const GridRect first = rects.front().rect;
    for (auto &[node, rect] : rects) {
        switch (how) {
        case Align::Left:
            rect.x = all.x;
            break;
        case Align::Center:
            rect.x = all.x + (all.w - rect.w) / 2;
            break;
        case Align::Right:
            rect.x = all.right() - rect.w;
            break;
        case Align::Top:
            rect.y = all.y;
            break;
        case Align::Middle:
            rect.y = all.y + (all.h - rect.h) / 2;
            break;
        case Align::Bottom:
            rect.y = all.bottom() - rect.h;
            break;
        case Align::SameWidth:
            rect.w = first.w;
            break;
        case Align::SameHeight:
            rect.h = first.h;
            break;
        }
    }
    return rects;
}

std::vector<Placed> distributed(std::vector<Placed> rects, Distribute how)
{
    const bool across = how == Distribute::Horizontally;
    if (rects.size() < 3)
        return rects;
    const auto start = [&](const GridRect &r) { return across ? r.x : r.y; };
    const auto extent = [&](const GridRect &r) { return across ? r.w : r.h; };
    std::vector<std::size_t> order(rects.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return start(rects[a].rect) < start(rects[b].rect); });
    const GridRect &last = rects[order.back()].rect;
    int free = start(last) - start(rects[order.front()].rect);
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        free -= extent(rects[order[i]].rect);
    const int gaps = static_cast<int>(order.size()) - 1;
    const int gap = std::max(0, free) / gaps;
    int extra = std::max(0, free) % gaps;
    int at = start(rects[order.front()].rect);
    for (std::size_t i = 0; i < order.size(); ++i) {
        GridRect &rect = rects[order[i]].rect;
        (across ? rect.x : rect.y) = at;
        at += extent(rect) + gap + (extra-- > 0 ? 1 : 0);
    }
    return rects;
}

} // namespace tessera::model
