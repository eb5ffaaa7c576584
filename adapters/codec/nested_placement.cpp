// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/nested_placement.h"

#include <map>

#include <QHash>

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
    struct Addition
    {
        NodeId block = model::rootNode; // rootNode: a new one
        std::vector<LayoutSubtree> places;
        int bottom = 0;
    };
    QHash<std::string, NodeId> blocks;
    for (const NodeId block : workbook.layout.childrenOf(model::rootNode)) {
        if (const std::string &ref = workbook.layout.node(block)->ref; !blocks.contains(ref))
            blocks.insert(ref, block);
    }
    std::map<std::string, Addition> added;
    std::vector<std::string> order;
    NodeId next = workbook.layout.nextId();
    int count = 0;
    for (const NestedElement &entry : nested) {
        const model::Object *element = workbook.element(entry.element);
        if (!element || element->id().empty() || element->id() != element->key() || entry.block.empty() ||
            workbook.layout.findElement(element->id()) != model::rootNode)
            continue;
        const auto [slot, isNew] = added.try_emplace(entry.block);
        Addition &addition = slot->second;
        if (isNew) {
            order.push_back(entry.block);
            addition.block = blocks.value(entry.block, model::rootNode);
            addition.bottom = workbook.layout.contentRows(addition.block);
        }
        const Shape shape = shapeOf(element->kind());
        LayoutSubtree place;
        place.id = next++;
        place.node.kind = shape.node;
        place.node.ref = element->id();
        place.node.rect = model::GridRect{0, addition.bottom, model::pageColumns, shape.rows};
        addition.bottom += shape.rows;
        addition.places.push_back(std::move(place));
        ++count;
    }
    std::vector<LayoutSubtree> pages;
    for (const std::string &block : order) {
        Addition &addition = added[block];
        if (addition.block != model::rootNode) {
            workbook.layout.append(addition.block, addition.places);
            continue;
        }
        LayoutSubtree page;
        page.id = next++;
        page.node.kind = NodeKind::Page;
        page.node.ref = block;
        page.children = std::move(addition.places);
        pages.push_back(std::move(page));
    }
    workbook.layout.append(model::rootNode, pages);
    return count;
}

} // namespace tessera::adapters
