// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/layout_draft.h"

namespace tessera::model {

void LayoutDraft::remove(NodeId node)
{
    m_structure.push_back(RemoveNode{m_tree.parentOf(node), m_tree.indexOf(node), m_tree.subtree(node)});
    m_tree.remove(node);
}

void LayoutDraft::insert(NodeId parent, const LayoutSubtree &subtree, int index)
{
    const int place = index < 0 ? static_cast<int>(m_tree.childrenOf(parent).size()) : index;
    m_tree.insert(parent, place, subtree);
    m_structural.insert(subtree.id, m_structure.size());
    m_structure.push_back(InsertNode{parent, place, subtree});
}

void LayoutDraft::moveTo(NodeId node, NodeId parent, int index)
{
    Q_ASSERT(!m_structural.contains(node) && !m_touched.contains(node));
    const auto rect = m_tree.node(node)->rect;
    const NodePlace before{m_tree.parentOf(node), m_tree.indexOf(node), rect};
    const int room = static_cast<int>(m_tree.childrenOf(parent).size()) - (before.parent == parent ? 1 : 0);
    const int place = index < 0 || index > room ? room : index;
    m_tree.move(node, parent, place);
    m_structural.insert(node, m_structure.size());
    m_structure.push_back(MoveNode{node, before, {parent, place, rect}});
}

void LayoutDraft::setRect(NodeId node, const GridRect &rect)
{
    LayoutNode changed = *m_tree.node(node);
    if (changed.rect == rect)
        return;
    changed.rect = rect;
    m_tree.replace(node, std::move(changed));
    const auto structural = m_structural.constFind(node);
    if (structural == m_structural.cend()) {
        if (!m_touched.contains(node))
            m_touched.append(node);
        return;
    }
    Change &change = m_structure[*structural];
    if (auto *move = std::get_if<MoveNode>(&change))
        move->after.rect = rect;
    else
        std::get<InsertNode>(change).subtree.node.rect = rect;
}

void LayoutDraft::place(NodeId parent, const std::vector<Placed> &moving)
{
    const LayoutNode *grid = m_tree.node(parent);
    for (const Placed &item : arrange(placedChildren(m_tree, parent), moving, grid ? grid->columns : pageColumns))
        setRect(item.node, item.rect);
    growAround(parent);
}

void LayoutDraft::growAround(NodeId grid)
{
    const LayoutNode *node = m_tree.node(grid);
    if (node && node->kind == NodeKind::Tab)
        grid = m_tree.parentOf(grid);
    node = m_tree.node(grid);
    if (!node || node->isBlock() || !node->rect)
        return;
    const int required = requiredRows(m_tree, grid);
    // A container that was too small before is left alone until its content really grows.
    if (required <= node->rect->h || (m_before.contains(grid) && required <= requiredRows(m_before, grid)))
        return;
    GridRect grown = *node->rect;
    grown.h = required;
    place(m_tree.parentOf(grid), {{grid, grown}});
}

std::vector<Change> LayoutDraft::changes() const
{
    std::vector<Change> all = m_structure;
    for (const NodeId node : m_touched) {
        if (!m_tree.contains(node) || m_before.node(node)->rect == m_tree.node(node)->rect)
            continue;
        const NodeId parent = m_tree.parentOf(node);
        const int index = m_tree.indexOf(node);
        all.push_back(
            MoveNode{node, {parent, index, m_before.node(node)->rect}, {parent, index, m_tree.node(node)->rect}});
    }
    std::erase_if(all, [](const Change &change) { return isNoOp(change); });
    return all;
}

LayoutTree layoutAfter(LayoutTree tree, const std::vector<Change> &changes)
{
    for (const Change &change : changes) {
        if (const auto *insert = std::get_if<InsertNode>(&change)) {
            tree.insert(insert->parent, insert->index, insert->subtree);
        } else if (const auto *gone = std::get_if<RemoveNode>(&change)) {
            tree.remove(gone->subtree.id);
        } else if (const auto *move = std::get_if<MoveNode>(&change)) {
            if (move->after.parent != move->before.parent || move->after.index != move->before.index)
                tree.move(move->node, move->after.parent, move->after.index);
            LayoutNode node = *tree.node(move->node);
            node.rect = move->after.rect;
            tree.replace(move->node, std::move(node));
        } else if (const auto *set = std::get_if<SetNode>(&change)) {
            tree.replace(set->node, set->after);
        }
    }
    return tree;
}

LayoutSubtree renumbered(LayoutSubtree subtree, NodeId &next, const QHash<std::string, std::string> &rename)
{
    subtree.id = next++;
    if (const auto name = rename.constFind(subtree.node.ref); name != rename.cend())
        subtree.node.ref = *name;
    for (LayoutSubtree &child : subtree.children)
        child = renumbered(std::move(child), next, rename);
    return subtree;
}

} // namespace tessera::model
