// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/layout/grid_rect.h"

namespace tessera::model {

// Names a node for as long as it lives. 0 stands for the invisible root above pages and panels. Ids of a parsed layout
// count up in document order, so the same text always gives the same ids; new nodes get the next free one.
using NodeId = std::int64_t;
inline constexpr NodeId rootNode = 0;

enum class NodeKind
{
    Page, // a page or an overlay
    Panel,
    Container,
    TabbedContainer,
    Tab,
    Element,
};

inline constexpr int pageColumns = 24;
inline constexpr int sidebarColumns = 6;
inline constexpr int repeatedColumns = 12;
inline constexpr int maxNesting = 4; // containers within containers the designer makes; deeper files are kept

// One node without its place in the tree. Everything a file said about the node is here, so writing it again is exact.
struct LayoutNode
{
    NodeKind kind = NodeKind::Element;
    std::string ref;              // page, overlay or panel id for blocks; element id otherwise; "" for a tab
    std::optional<GridRect> rect; // none: blocks and tabs, or a file whose numbers cannot be read (see `extra`)
    int columns = pageColumns;    // width of the inner grid; meaningless for leaf elements and tabbed containers
    // Attributes the canonical form does not produce, in file order: unknown names, or known names whose text cannot be
    // expressed by the fields above (gridColumn="abc", gridTemplateRows="repeat(8, 1fr)", type="stack").
    std::vector<std::pair<std::string, std::string>> extra;

    bool hasGrid() const { return kind != NodeKind::Element && kind != NodeKind::TabbedContainer; }
    bool isBlock() const { return kind == NodeKind::Page || kind == NodeKind::Panel; }

    bool operator==(const LayoutNode &) const = default;
};

// A node with everything below it, as inserted, removed and stored.
struct LayoutSubtree
{
    NodeId id = 0;
    LayoutNode node;
    std::vector<LayoutSubtree> children;

    bool operator==(const LayoutSubtree &) const = default;
};

} // namespace tessera::model
