// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/block_geometry.h"

#include <algorithm>
#include <numeric>

namespace tessera::model {

namespace {

constexpr int mostRows = 20000;     // rows with a height of their own; a hostile file cannot make us allocate more
constexpr int mostPixels = 1 << 23; // keeps painting coordinates exact
constexpr int fallbackRows = 6;     // height shown for a node whose rectangle cannot be read

int clampedPixels(qint64 value)
{
    return static_cast<int>(std::clamp<qint64>(value, -mostPixels, mostPixels));
}

} // namespace

GridBox::GridBox(QRect area, int columns, std::vector<int> rowEdges)
    : m_area(area)
    , m_columns(std::max(1, columns))
    , m_edges(std::move(rowEdges))
{
    if (m_edges.empty())
        m_edges.push_back(0);
}

int GridBox::columnEdge(int column) const
{
    const qint64 at = std::clamp(column, 0, m_columns);
    return m_area.left() + static_cast<int>((at * m_area.width() + m_columns / 2) / m_columns);
}

int GridBox::rowEdge(int row) const
{
    const int last = rows();
    if (row <= last)
        return m_area.top() + m_edges[static_cast<std::size_t>(std::max(0, row))];
    return clampedPixels(m_area.top() + m_edges.back() + qint64(row - last) * metrics::rowPitch);
}

QRect GridBox::cells(const GridRect &rect) const
{
    const int from = std::clamp(rect.x, 0, m_columns - 1);
    const int to =
        std::clamp<int>(static_cast<int>(std::min<qint64>(qint64(rect.x) + rect.w, m_columns)), from + 1, m_columns);
    const int top = std::clamp(rect.y, 0, 1 << 24);
    const int height = std::clamp(rect.h, 1, 1 << 24);
    const QPoint first(columnEdge(from), rowEdge(top));
    const QPoint past(columnEdge(to), rowEdge(top + height));
    return {first, QSize(past.x() - first.x(), past.y() - first.y())};
}

int GridBox::columnAt(int x) const
{
    if (m_area.width() <= 0)
        return 0;
    int column =
        std::clamp<int>(static_cast<int>(qint64(x - m_area.left()) * m_columns / m_area.width()), 0, m_columns - 1);
    while (column > 0 && columnEdge(column) > x)
        --column;
    while (column + 1 < m_columns && columnEdge(column + 1) <= x)
        ++column;
    return column;
}

int GridBox::rowAt(int y) const
{
    const int offset = y - m_area.top();
    if (offset <= 0)
        return 0;
    if (offset >= m_edges.back())
        return rows() + (offset - m_edges.back()) / metrics::rowPitch;
    const auto above = std::upper_bound(m_edges.begin(), m_edges.end(), offset);
    return static_cast<int>(above - m_edges.begin()) - 1;
}

int GridBox::nearestColumnLine(int x) const
{
    const int column = columnAt(x);
    return x - columnEdge(column) > columnEdge(column + 1) - x ? column + 1 : column;
}

int GridBox::nearestRowLine(int y) const
{
    const int row = rowAt(y);
    return y - rowEdge(row) > rowEdge(row + 1) - y ? row + 1 : row;
}

// First up: how high is every grid. Then down: where is it.
struct BlockGeometry::Builder
{
    // Children are looked up once; a block may have thousands.
    struct Child
    {
        NodeId id;
        const LayoutNode *node;
        GridRect rect;
    };
    struct Grid
    {
        std::vector<Child> children;
        std::vector<int> lines;
    };

    const LayoutTree &tree;
    const GeometryOptions &options;
    BlockGeometry &out;
    QHash<NodeId, Grid> grids = {};

    Insets insetsOf(const LayoutNode &node) const { return options.insets ? options.insets(node) : Insets{}; }

    // Children with their rectangles; those without one are stacked below, so that a broken file can be repaired by
    // hand.
    std::vector<Child> childrenOf(NodeId grid, int columns) const
    {
        std::vector<Child> children;
        const QList<NodeId> &ids = tree.childrenOf(grid);
        children.reserve(static_cast<std::size_t>(ids.size()));
        qint64 below = 0;
        for (const NodeId id : ids) {
            const LayoutNode *node = tree.node(id);
            children.push_back({id, node, node->rect.value_or(GridRect())});
            if (node->rect)
                below = std::max(below, qint64(node->rect->y) + node->rect->h);
        }
        below = std::min<qint64>(below, mostRows);
        for (Child &child : children) {
            GridRect &rect = child.rect;
            if (!child.node->rect) {
                rect = {0, static_cast<int>(below), columns, fallbackRows};
                below += fallbackRows;
            }
            if (!rect.isValid())
                rect = {std::max(0, rect.x), std::max(0, rect.y), std::max(1, rect.w), std::max(1, rect.h)};
        }
        return children;
    }

    int measure(NodeId id, const LayoutNode &node, int minimumRows)
    {
        Grid grid{childrenOf(id, node.columns), {}};
        int rows = minimumRows;
        std::vector<const Child *> containers;
        for (const Child &child : grid.children) {
            rows =
                std::max<int>(rows, static_cast<int>(std::min<qint64>(qint64(child.rect.y) + child.rect.h, mostRows)));
            if (child.node->kind != NodeKind::Element)
                containers.push_back(&child);
        }
        std::vector<int> tracks(static_cast<std::size_t>(rows), metrics::rowPitch);
        std::stable_sort(containers.begin(), containers.end(),
                         [](const Child *a, const Child *b) { return a->rect.h < b->rect.h; });
        for (const Child *child : containers)
            grow(tracks, child->rect, neededBy(child->id, *child->node));
        grid.lines.assign(tracks.size() + 1, 0);
        std::partial_sum(tracks.begin(), tracks.end(), grid.lines.begin() + 1);
        const int height = std::min(grid.lines.back(), mostPixels);
        grids.insert(id, std::move(grid));
        return height;
    }

    static void grow(std::vector<int> &tracks, const GridRect &rect, int needed)
    {
        const auto size = static_cast<int>(tracks.size());
        const int first = std::min(rect.y, size - 1);
        const int past = static_cast<int>(std::clamp<qint64>(qint64(rect.y) + rect.h, first + 1, size));
        int missing = needed - std::accumulate(tracks.begin() + first, tracks.begin() + past, 0);
        for (int row = first; row < past && missing > 0; ++row) {
            const int share = (missing + past - row - 1) / (past - row);
            tracks[static_cast<std::size_t>(row)] += share;
            missing -= share;
        }
    }

    int neededBy(NodeId id, const LayoutNode &node)
    {
        const Insets insets = insetsOf(node);
        int content = 0;
        if (node.kind == NodeKind::TabbedContainer) {
            for (const NodeId tab : tree.childrenOf(id))
                content = std::max(content, measure(tab, *tree.node(tab), 1));
            content += metrics::tabStrip;
        } else {
            content = measure(id, node, 1);
        }
        return content + insets.top + insets.bottom;
    }

    void lay(NodeId id, const QRect &area, int columns, int depth)
    {
        const Grid grid = grids.take(id);
        const GridBox box(area, columns, grid.lines);
        out.m_grids.insert(id, box);
        for (const Child &child : grid.children)
            show(child, box.cells(child.rect), depth);
    }

    void show(const Child &child, const QRect &cell, int depth)
    {
        const NodeId id = child.id;
        const LayoutNode &node = *child.node;
        const Insets insets = node.kind == NodeKind::Element ? Insets{} : insetsOf(node);
        constexpr int half = metrics::gutter / 2;
        const bool flush = node.kind == NodeKind::Container && insets == Insets{};
        const QRect card = flush ? cell : cell.adjusted(half, half, -half, -half);
        out.m_index.insert(id, static_cast<int>(out.m_boxes.size()));
        out.m_boxes.append({id, node.kind, depth, child.rect, cell, card});
        if (node.kind == NodeKind::Element)
            return;
        QRect area = cell.adjusted(insets.left, insets.top, -insets.right, -insets.bottom);
        if (node.kind == NodeKind::Container) {
            if (options.innerWidth)
                area.setWidth(std::clamp(options.innerWidth(node, area.width()), 1, std::max(1, area.width())));
            lay(id, area, node.columns, depth + 1);
            return;
        }
        area.setTop(area.top() + metrics::tabStrip);
        const QList<NodeId> &tabs = tree.childrenOf(id);
        if (tabs.isEmpty())
            return;
        const auto front = std::clamp<qsizetype>(options.activeTabs.value(id, 0), 0, tabs.size() - 1);
        const NodeId tab = tabs.at(front);
        out.m_activeTabs.insert(id, tab);
        lay(tab, area, tree.node(tab)->columns, depth + 1);
    }
};

BlockGeometry::BlockGeometry(const LayoutTree &tree, NodeId block, const GeometryOptions &options) : m_block(block)
{
    const LayoutNode *node = tree.node(block);
    const int inner = std::max(1, options.width - 2 * options.padding);
    if (!node) {
        m_size = {options.width, 2 * options.padding + options.minimumRows * metrics::rowPitch};
        return;
    }
    m_boxes.reserve(tree.size());
    m_index.reserve(tree.size());
    Builder builder{tree, options, *this};
    const int height = builder.measure(block, *node, std::max(1, options.minimumRows));
    m_size = {options.width, height + 2 * options.padding};
    builder.lay(block, {options.padding, options.padding, inner, height}, node->columns, 1);
}

const NodeBox *BlockGeometry::box(NodeId node) const
{
    const auto it = m_index.constFind(node);
    return it == m_index.cend() ? nullptr : &m_boxes.at(*it);
}

const GridBox *BlockGeometry::grid(NodeId node) const
{
    const auto it = m_grids.constFind(node);
    return it == m_grids.cend() ? nullptr : &*it;
}

NodeId BlockGeometry::activeTab(NodeId tabbed) const
{
    return m_activeTabs.value(tabbed, rootNode);
}

QRect BlockGeometry::tabStrip(NodeId tabbed) const
{
    const NodeBox *container = box(tabbed);
    if (!container || container->kind != NodeKind::TabbedContainer)
        return {};
    const GridBox *content = grid(activeTab(tabbed));
    const int bottom = content ? content->area().top() : container->card.top() + metrics::tabStrip;
    return {container->card.left(), bottom - metrics::tabStrip, container->card.width(), metrics::tabStrip};
}

NodeId BlockGeometry::nodeAt(QPoint point) const
{
    for (auto it = m_boxes.crbegin(); it != m_boxes.crend(); ++it) {
        if ((it->kind == NodeKind::Element ? it->card : it->cell).contains(point))
            return it->node;
    }
    return rootNode;
}

NodeId BlockGeometry::gridAt(QPoint point, const QList<NodeId> &without) const
{
    int past = 0; // boxes up to this depth belong to an excluded subtree
    NodeId found = m_block;
    for (const NodeBox &box : m_boxes) {
        if (past > 0 && box.depth > past)
            continue;
        past = without.contains(box.node) ? box.depth : 0;
        if (past > 0 || box.kind == NodeKind::Element || !box.cell.contains(point))
            continue;
        const NodeId grid = box.kind == NodeKind::TabbedContainer ? activeTab(box.node) : box.node;
        if (grid != rootNode)
            found = grid;
    }
    return found;
}

QList<NodeId> BlockGeometry::nodesIn(const QRect &rect) const
{
    QList<NodeId> found;
    int inside = 0; // skips what lies in a container already found
    for (const NodeBox &box : m_boxes) {
        if (inside > 0 && box.depth > inside)
            continue;
        inside = 0;
        const bool leaf = box.kind == NodeKind::Element;
        // A container counts only when it is enclosed: a rubber band inside it means its children.
        if (leaf ? rect.intersects(box.card) : rect.contains(box.card)) {
            found.append(box.node);
            inside = leaf ? 0 : box.depth;
        }
    }
    return found;
}

GridRect BlockGeometry::rectOf(NodeId node) const
{
    const NodeBox *shown = box(node);
    return shown ? shown->rect : GridRect();
}

} // namespace tessera::model
