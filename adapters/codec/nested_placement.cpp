// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/nested_placement.h"

#include <map>

namespace tessera::adapters {

using model::LayoutSubtree;
using model::NodeId;
using model::NodeKind;

namespace {

struct Shape
{
    std::string_view kind;
    int rows;
    NodeKind node = NodeKind::Element;
};

Shape shapeOf(std::string_view kind)
{
    static constexpr Shape shapes[] = {
        {"table", 16},
        {"pivot-table", 16},
        {"input-table", 16},
        {"kpi-chart", 6},
        {"text", 3},
        {"control", 3},
        {"button", 2},
        {"divider", 1},
        {"page-break", 1},
        {"container", 8, NodeKind::Container},
        {"repeated-container", 8, NodeKind::Container},
        {"tabbed-container", 8, NodeKind::TabbedContainer},
    };
    for (const Shape &shape : shapes) {
        if (shape.kind == kind)
            return shape;
    }
    return {kind, 10};
}

} // namespace

int placeNestedElements(model::Workbook &workbook, const std::vector<NestedElement> &nested)
{
    // Collected first and inserted block by block, so that the cost stays linear.
    std::map<std::string, std::vector<LayoutSubtree>> added;
    std::map<std::string, int> bottoms;
    std::vector<std::string> order;
    NodeId next = workbook.layout.nextId();
    int count = 0;
    for (const NestedElement &entry : nested) {
        const model::Object *element = workbook.element(entry.element);
        if (!element || element->id().empty() || element->id() != element->key() || entry.block.empty()
            || workbook.layout.findElement(element->id()) != model::rootNode)
            continue;
        if (!bottoms.contains(entry.block))
            order.push_back(entry.block);
        if (!bottoms.contains(entry.block))
            bottoms[entry.block] = workbook.layout.contentRows(workbook.layout.findBlock(entry.block));
        const Shape shape = shapeOf(element->kind());
        LayoutSubtree place;
        place.id = next++;
        place.node.kind = shape.node;
        place.node.ref = element->id();
        place.node.rect = model::GridRect{0, bottoms[entry.block], model::pageColumns, shape.rows};
        bottoms[entry.block] += shape.rows;
        added[entry.block].push_back(std::move(place));
        ++count;
    }
    for (const std::string &block : order) {
        std::vector<LayoutSubtree> &places = added[block];
        const NodeId existing = workbook.layout.findBlock(block);
        if (existing == model::rootNode) {
            LayoutSubtree page;
            page.id = next++;
            page.node.kind = NodeKind::Page;
            page.node.ref = block;
            page.children = std::move(places);
            workbook.layout.insert(model::rootNode, static_cast<int>(workbook.layout.childrenOf(model::rootNode).size()), page);
            continue;
        }
        for (const LayoutSubtree &place : places)
            workbook.layout.insert(existing, static_cast<int>(workbook.layout.childrenOf(existing).size()), place);
    }
    return count;
}

} // namespace tessera::adapters
