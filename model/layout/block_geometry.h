// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QHash>
#include <QList>
#include <QRect>

#include "model/layout/layout_tree.h"

namespace tessera::model {

// How the grid is shown, in px at 100 %. Sigma does not document its row pitch; 24 px is a display constant.
namespace metrics {
inline constexpr int rowPitch = 24;    // the least height of a grid row
inline constexpr int gutter = 8;       // between two cards; half of it inset on each side of a cell
inline constexpr int pagePadding = 12; // around the grid of a block
inline constexpr int tabStrip = 40;    // above the content of a tabbed container
inline constexpr int emptyRows = 12;   // a block or container with less content still shows room to drop into
} // namespace metrics

// Tabs above, padding inside, borders: what a container takes from its cell before its own grid begins.
struct Insets
{
    int left = 0, top = 0, right = 0, bottom = 0; // px
    bool operator==(const Insets &) const = default;
};

// The grid of a block, container or tab in pixels of the block.
class GridBox
{
public:
    GridBox() = default;
    GridBox(QRect area, int columns, std::vector<int> rowEdges);

    const QRect &area() const { return m_area; }
    int columns() const { return m_columns; }
    int rows() const
    {
        return static_cast<int>(m_edges.size()) - 1;
    }                                 // rows with a known height; more follow at the pitch
    int columnEdge(int column) const; // x of the line before a column; clamped to the grid
    int rowEdge(int row) const;       // y of the line before a row; rows go on below the content
    QRect cells(const GridRect &rect) const;

    // The column or row a coordinate falls into (clamped), and the nearest line for snapping an edge.
    int columnAt(int x) const;
    int rowAt(int y) const;
    int nearestColumnLine(int x) const;
    int nearestRowLine(int y) const;

private:
    QRect m_area;
    int m_columns = pageColumns;
    std::vector<int> m_edges{0}; // from the top of the area; first 0
};

struct NodeBox
{
    NodeId node = 0;
    NodeKind kind = NodeKind::Element;
    int depth = 0; // 1: directly in the block
    GridRect rect; // in its parent's grid; what is shown where a file gave none
    QRect cell;    // what the grid gives
    QRect card;    // what is painted: the cell less half a gutter
};

struct GeometryOptions
{
    int width = 1280;                                 // px of the block
    int padding = metrics::pagePadding;               // px around its grid
    std::function<Insets(const LayoutNode &)> insets; // of containers; none: no insets (tab strips are always added)
    // Of a container: px its grid takes of the width inside the insets, where that is less than all of it; none: all.
    std::function<int(const LayoutNode &, int width)> innerWidth = {};
    QHash<NodeId, int> activeTabs;        // tabbed container -> index of the tab in front, default 0
    int minimumRows = metrics::emptyRows; // of the block
};

// Where everything of one block is. Rows are at least one pitch high and grow where a container inside needs more, as
// rows sized "auto" do; so nothing ever overlaps that does not overlap in the grid. A value; copying is cheap.
class BlockGeometry
{
public:
    BlockGeometry() = default;
    BlockGeometry(const LayoutTree &tree, NodeId block, const GeometryOptions &options);

    NodeId block() const { return m_block; }
    QSize size() const { return m_size; }

    // Nodes that are shown (those of tabs behind are not), parents before children, siblings in layout order.
    const QList<NodeBox> &boxes() const { return m_boxes; }
    const NodeBox *box(NodeId node) const;  // null: not shown
    const GridBox *grid(NodeId node) const; // of a shown block, container or tab, else null
    NodeId activeTab(NodeId tabbed) const;  // node of the tab in front, root: none
    QRect tabStrip(NodeId tabbed) const;    // empty for anything else

    // The deepest shown node at a point; a leaf answers on its card, a container on its whole cell. Root: none.
    NodeId nodeAt(QPoint point) const;
    // The deepest grid at a point that may take something dropped there: a block, container or tab. Never root in a
    // block.
    NodeId gridAt(QPoint point, const QList<NodeId> &without = {}) const;
    // Leaves and containers whose card lies in a rectangle, outermost only.
    QList<NodeId> nodesIn(const QRect &rect) const;

    // The rectangle a shown node has, or the one shown in its place when its file gave none.
    GridRect rectOf(NodeId node) const;

private:
    struct Builder;

    NodeId m_block = rootNode;
    QSize m_size;
    QList<NodeBox> m_boxes;
    QHash<NodeId, int> m_index;
    QHash<NodeId, GridBox> m_grids;
    QHash<NodeId, NodeId> m_activeTabs;
};

} // namespace tessera::model
