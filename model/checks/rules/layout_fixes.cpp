// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/layout_fixes.h"

#include <algorithm>

#include "model/checks/rules/rule_support.h"

namespace tessera::model {

namespace {

NodeKind nodeKindFor(std::string_view kind)
{
    return kind == "tabbed-container" ? NodeKind::TabbedContainer
           : isAnyContainerKind(kind) ? NodeKind::Container
                                      : NodeKind::Element;
}

// Usual sizes, in rows. Source: Sigma's sizing heuristics.
int usualRows(std::string_view kind)
{
    if (isOneOf(kind, {"divider", "page-break"}))
        return 1;
    if (isOneOf(kind, {"text", "button", "control", "navigation", "progress"}))
        return 3;
    if (kind == "kpi-chart")
        return 6;
    if (isChartKind(kind) || isOneOf(kind, {"image", "embed"}))
        return 10;
    return isOneOf(kind, {"table", "pivot-table", "input-table", "form", "chat", "plugin"}) ? 14 : 8;
}

LayoutSubtree nodeFor(const Object &element, int row, NodeId &nextId)
{
    const NodeKind kind = nodeKindFor(element.kind());
    LayoutSubtree tree;
    tree.id = nextId++;
    tree.node = {kind,
                 element.id(),
                 GridRect{0, row, pageColumns, usualRows(element.kind())},
                 element.kind() == "repeated-container" ? repeatedColumns : pageColumns,
                 {}};
    if (kind == NodeKind::TabbedContainer) {
        const std::size_t tabs = std::max<std::size_t>(1, items(element.body(), "tabs").size());
        for (std::size_t i = 0; i < tabs; ++i)
            tree.children.push_back({nextId++, {NodeKind::Tab, {}, {}, pageColumns, {}}, {}});
    }
    return tree;
}

// The block of the first page, or a new one in `added`.
NodeId firstPageBlock(const Workbook &workbook, std::vector<Change> &added, NodeId &nextId)
{
    for (const Object &page : workbook.pages) {
        if (const NodeId block = page.id().empty() ? rootNode : workbook.layout.findBlock(page.id()))
            return block;
    }
    if (workbook.pages.isEmpty() || workbook.pages.at(0).id().empty())
        return rootNode;
    const NodeId id = nextId++;
    LayoutSubtree page{id, {NodeKind::Page, workbook.pages.at(0).id(), {}, pageColumns, {}}, {}};
    added.push_back(InsertNode{rootNode, static_cast<int>(workbook.layout.childrenOf(rootNode).size()), page});
    return id;
}

std::vector<Change> place(const Workbook &workbook, const std::vector<const Object *> &elements)
{
    std::vector<Change> changes;
    NodeId nextId = workbook.layout.nextId();
    const NodeId block = firstPageBlock(workbook, changes, nextId);
    if (block == rootNode)
        return {};
    const bool exists = workbook.layout.contains(block);
    int row = exists ? workbook.layout.contentRows(block) : 0;
    int index = exists ? static_cast<int>(workbook.layout.childrenOf(block).size()) : 0;
    for (const Object *element : elements) {
        const LayoutSubtree tree = nodeFor(*element, row, nextId);
        row = tree.node.rect->bottom();
        changes.push_back(InsertNode{block, index++, tree});
    }
    return changes;
}

std::vector<Change> setRect(const Workbook &workbook, NodeId id, const GridRect &rect)
{
    const LayoutTree &tree = workbook.layout;
    const LayoutNode *node = tree.node(id);
    if (!node || node->rect == rect)
        return {};
    const NodePlace before{tree.parentOf(id), tree.indexOf(id), node->rect};
    std::vector<Change> changes;
    if (!node->rect) { // what could not be read must not be written beside the new place
        LayoutNode cleaned = *node;
        std::erase_if(cleaned.extra, [](const auto &a) { return a.first == "gridColumn" || a.first == "gridRow"; });
        if (cleaned.extra != node->extra)
            changes.push_back(SetNode{id, *node, cleaned});
    }
    changes.push_back(MoveNode{id, before, {before.parent, before.index, rect}});
    return changes;
}

} // namespace

std::vector<Change> placeAtEnd(const Workbook &workbook, const Key &key)
{
    const Object *element = workbook.elements.find(key);
    if (!element || element->id().empty() || workbook.layout.findElement(element->id()) != rootNode)
        return {};
    return place(workbook, {element});
}

std::vector<Change> placeEverything(const Workbook &workbook)
{
    std::vector<const Object *> missing;
    for (const Object &element : workbook.elements) {
        if (!element.id().empty() && workbook.layout.findElement(element.id()) == rootNode)
            missing.push_back(&element);
    }
    return missing.empty() ? std::vector<Change>() : place(workbook, missing);
}

std::vector<Change> addBlock(const Workbook &workbook, const std::string &blockId)
{
    if (workbook.layout.findBlock(blockId) != rootNode)
        return {};
    const bool panel = std::any_of(workbook.panels.begin(), workbook.panels.end(),
                                   [&](const Object &object) { return object.id() == blockId; });
    const bool sidebar = std::any_of(workbook.panels.begin(), workbook.panels.end(), [&](const Object &object) {
        return object.id() == blockId && object.kind() == "sidebar";
    });
    const LayoutNode block{
        panel ? NodeKind::Panel : NodeKind::Page, blockId, {}, sidebar ? sidebarColumns : pageColumns, {}};
    return {InsertNode{rootNode,
                       static_cast<int>(workbook.layout.childrenOf(rootNode).size()),
                       {workbook.layout.nextId(), block, {}}}};
}

std::vector<Change> removeNode(const Workbook &workbook, NodeId node)
{
    const LayoutTree &tree = workbook.layout;
    if (!tree.contains(node))
        return {};
    return {RemoveNode{tree.parentOf(node), tree.indexOf(node), tree.subtree(node)}};
}

std::vector<Change> dissolveNode(const Workbook &workbook, NodeId node)
{
    const LayoutTree &tree = workbook.layout;
    if (!tree.contains(node) || tree.node(node)->isBlock())
        return {};
    const NodeId parent = tree.parentOf(node);
    LayoutSubtree left = tree.subtree(node);
    std::vector<Change> changes;
    std::vector<LayoutSubtree> orphans;
    for (const LayoutSubtree &child : left.children) {
        if (child.node.kind == NodeKind::Tab)
            orphans.insert(orphans.end(), child.children.begin(), child.children.end());
        else
            orphans.push_back(child);
    }
    changes.push_back(RemoveNode{parent, tree.indexOf(node), left});
    const LayoutNode *grid = tree.node(parent);
    int row = tree.contentRows(parent);
    int index = static_cast<int>(tree.childrenOf(parent).size()) - 1;
    for (LayoutSubtree &orphan : orphans) {
        GridRect rect = orphan.node.rect.value_or(GridRect{0, 0, grid->columns, 4});
        rect.w = std::clamp(rect.w, 1, grid->columns);
        rect.x = std::clamp(rect.x, 0, grid->columns - rect.w);
        rect.y = row;
        row = rect.bottom();
        orphan.node.rect = rect;
        changes.push_back(InsertNode{parent, index++, orphan});
    }
    return changes;
}

std::vector<Change> retag(const Workbook &workbook, NodeId id)
{
    const LayoutTree &tree = workbook.layout;
    const LayoutNode *node = tree.node(id);
    const Object *element = node ? workbook.elementOf(*node) : nullptr;
    if (!element)
        return {};
    const LayoutSubtree before = tree.subtree(id);
    const NodeKind wanted = nodeKindFor(element->kind());
    if (wanted == before.node.kind)
        return {};
    if (wanted == NodeKind::Element && !before.children.empty())
        return {}; // a leaf cannot keep them; where they go is for a person to say
    NodeId nextId = tree.nextId();
    LayoutSubtree after = nodeFor(*element, 0, nextId);
    after.node.rect = before.node.rect;
    if (wanted == NodeKind::Container) {
        for (const LayoutSubtree &child : before.children) {
            if (child.node.kind == NodeKind::Tab)
                after.children.insert(after.children.end(), child.children.begin(), child.children.end());
        }
    } else if (wanted == NodeKind::TabbedContainer && !after.children.empty()) {
        after.children.front().children = before.children;
    }
    const NodeId parent = tree.parentOf(id);
    return {RemoveNode{parent, tree.indexOf(id), before}, InsertNode{parent, tree.indexOf(id), after}};
}

std::vector<Change> placeBelow(const Workbook &workbook, NodeId id)
{
    const LayoutTree &tree = workbook.layout;
    const LayoutNode *node = tree.node(id);
    const LayoutNode *parent = node ? tree.node(tree.parentOf(id)) : nullptr;
    if (!parent)
        return {};
    GridRect rect = node->rect.value_or(GridRect{0, 0, parent->columns, 4});
    rect.w = std::clamp(rect.w, 1, parent->columns);
    rect.h = std::max(rect.h, 1);
    rect.x = std::clamp(rect.x, 0, parent->columns - rect.w);
    rect.y = tree.contentRows(tree.parentOf(id));
    return setRect(workbook, id, rect);
}

std::vector<Change> clampInto(const Workbook &workbook, NodeId id, int columns)
{
    const LayoutNode *node = workbook.layout.node(id);
    if (!node || !node->rect)
        return {};
    GridRect rect = *node->rect;
    rect.w = std::clamp(rect.w, 1, columns);
    rect.x = std::clamp(rect.x, 0, columns - rect.w);
    rect.h = std::max(rect.h, 1);
    rect.y = std::max(rect.y, 0);
    return setRect(workbook, id, rect);
}

std::vector<Change> matchTabs(const Workbook &workbook, NodeId id)
{
    const LayoutNode *node = workbook.layout.node(id);
    const Object *element = node ? workbook.elementOf(*node) : nullptr;
    if (!element)
        return {};
    const Json &names = items(element->body(), "tabs");
    const auto tabs = static_cast<int>(workbook.layout.childrenOf(id).size());
    const auto wanted = static_cast<int>(names.size());
    std::vector<Change> changes;
    NodeId next = workbook.layout.nextId();
    for (int i = tabs; i < wanted; ++i)
        changes.push_back(InsertNode{id, i, {next++, {NodeKind::Tab, {}, {}, pageColumns, {}}, {}}});
    if (tabs <= wanted)
        return changes;
    Json more = names;
    for (int i = wanted; i < tabs; ++i)
        more.push_back({{"name", "Tab " + std::to_string(i + 1)}});
    return {SetProperty{Scope::Element, element->key(), "/tabs", names, more}};
}

std::vector<Change> setHeight(const Workbook &workbook, NodeId id, int rows)
{
    const LayoutNode *node = workbook.layout.node(id);
    if (!node || !node->rect || rows < 1)
        return {};
    GridRect rect = *node->rect;
    rect.h = rows;
    return setRect(workbook, id, rect);
}

namespace {

// Edges move with the width, so what stood side by side still does.
GridRect rescaled(const GridRect &rect, int from, int to)
{
    const auto edge = [&](int line) { return (2 * line * to + from) / (2 * from); };
    GridRect out = rect;
    out.x = std::clamp(edge(rect.x), 0, to - 1);
    out.w = std::clamp(edge(rect.right()) - out.x, 1, to - out.x);
    return out;
}

} // namespace

bool canResizeGrid(const LayoutTree &tree, NodeId node, int columns)
{
    const LayoutNode *grid = tree.node(node);
    if (!grid || !grid->hasGrid() || grid->columns < 1 || columns < 1 || tree.childrenOf(node).size() > 200)
        return false;
    std::vector<GridRect> rects;
    for (const NodeId child : tree.childrenOf(node)) {
        const auto &rect = tree.node(child)->rect;
        if (!rect || !rect->isValid())
            return false;
        rects.push_back(rescaled(*rect, grid->columns, columns));
        if (std::any_of(rects.begin(), rects.end() - 1,
                        [&](const GridRect &other) { return other.intersects(rects.back()); }))
            return false;
    }
    return true;
}

std::vector<Change> resizeGrid(const Workbook &workbook, NodeId id, int columns)
{
    const LayoutTree &tree = workbook.layout;
    if (!canResizeGrid(tree, id, columns))
        return {};
    const LayoutNode &before = *tree.node(id);
    LayoutNode after = before;
    after.columns = columns;
    std::vector<Change> changes{SetNode{id, before, after}};
    for (const NodeId child : tree.childrenOf(id)) {
        const auto moved = setRect(workbook, child, rescaled(*tree.node(child)->rect, before.columns, columns));
        changes.insert(changes.end(), moved.begin(), moved.end());
    }
    return changes;
}

std::vector<Change> retagBlock(const Workbook &workbook, NodeId id)
{
    const LayoutTree &tree = workbook.layout;
    if (!tree.contains(id) || !tree.node(id)->isBlock())
        return {};
    const LayoutSubtree before = tree.subtree(id);
    LayoutSubtree after = before;
    after.node.kind = before.node.kind == NodeKind::Page ? NodeKind::Panel : NodeKind::Page;
    const int index = tree.indexOf(id);
    return {RemoveNode{rootNode, index, before}, InsertNode{rootNode, index, after}};
}

std::vector<Change> mergeBlock(const Workbook &workbook, NodeId id)
{
    const LayoutTree &tree = workbook.layout;
    const LayoutNode *block = tree.node(id);
    const NodeId first = block && block->isBlock() ? tree.findBlock(block->ref) : rootNode;
    if (first == rootNode || first == id)
        return {};
    const int columns = tree.node(first)->columns;
    const int offset = tree.contentRows(first);
    int index = static_cast<int>(tree.childrenOf(first).size());
    LayoutSubtree left = tree.subtree(id);
    std::vector<Change> changes{RemoveNode{rootNode, tree.indexOf(id), left}};
    for (LayoutSubtree &child : left.children) {
        if (child.node.rect) {
            child.node.rect = rescaled(*child.node.rect, left.node.columns, columns);
            child.node.rect->y += offset;
        }
        changes.push_back(InsertNode{first, index++, child});
    }
    return changes;
}

std::vector<Change> setBlockId(const Workbook &workbook, NodeId id, const std::string &blockId)
{
    const LayoutNode *before = workbook.layout.node(id);
    if (!before || !before->isBlock() || workbook.layout.findBlock(blockId) != rootNode)
        return {};
    LayoutNode after = *before;
    after.ref = blockId;
    return {SetNode{id, *before, after}};
}

std::vector<Change> removeAttributes(const Workbook &workbook, NodeId id, const std::vector<std::string> &names)
{
    const LayoutNode *before = workbook.layout.node(id);
    if (!before)
        return {};
    LayoutNode after = *before;
    std::erase_if(after.extra, [&](const auto &attribute) {
        return std::find(names.begin(), names.end(), attribute.first) != names.end();
    });
    return after == *before ? std::vector<Change>() : std::vector<Change>{SetNode{id, *before, after}};
}

} // namespace tessera::model
