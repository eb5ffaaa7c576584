// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layout/layout_tree.h"

#include <algorithm>

namespace tessera::model {

namespace {

bool isPlacement(const LayoutNode &node)
{
    return node.kind == NodeKind::Element || node.kind == NodeKind::Container || node.kind == NodeKind::TabbedContainer;
}

} // namespace

const LayoutNode *LayoutTree::node(NodeId id) const
{
    const auto it = m_nodes.constFind(id);
    return it == m_nodes.cend() ? nullptr : &(*it)->node;
}

NodeId LayoutTree::parentOf(NodeId id) const
{
    const auto it = m_nodes.constFind(id);
    return it == m_nodes.cend() ? rootNode : (*it)->parent;
}

const QList<NodeId> &LayoutTree::childrenOf(NodeId id) const
{
    static const QList<NodeId> none;
    if (id == rootNode)
        return m_blocks;
    const auto it = m_nodes.constFind(id);
    return it == m_nodes.cend() ? none : (*it)->children;
}

int LayoutTree::indexOf(NodeId id) const
{
    return contains(id) ? static_cast<int>(childrenOf(parentOf(id)).indexOf(id)) : -1;
}

NodeId LayoutTree::blockOf(NodeId id) const
{
    for (; id != rootNode; id = parentOf(id)) {
        const LayoutNode *here = node(id);
        if (!here)
            return rootNode;
        if (here->isBlock())
            return id;
    }
    return rootNode;
}

NodeId LayoutTree::findBlock(const std::string &ref) const
{
    for (const NodeId id : m_blocks) {
        if (node(id)->ref == ref)
            return id;
    }
    return rootNode;
}

NodeId LayoutTree::findElement(const std::string &elementId) const
{
    const auto it = m_placements.constFind(elementId);
    return it == m_placements.cend() || it->isEmpty() ? rootNode : it->first();
}

QList<NodeId> LayoutTree::findElements(const std::string &elementId) const
{
    return m_placements.value(elementId);
}

bool LayoutTree::isAncestor(NodeId above, NodeId below) const
{
    if (above == rootNode)
        return true;
    for (NodeId id = parentOf(below); id != rootNode; id = parentOf(id)) {
        if (id == above)
            return true;
    }
    return false;
}

int LayoutTree::depthOf(NodeId id) const
{
    int depth = 0;
    for (NodeId up = id; up != rootNode; up = parentOf(up)) {
        const LayoutNode *here = node(up);
        if (here && !here->isBlock() && here->kind != NodeKind::Tab)
            ++depth;
    }
    return depth;
}

void LayoutTree::visit(NodeId from, const std::function<void(NodeId, const LayoutNode &)> &visitor) const
{
    for (const NodeId child : childrenOf(from)) {
        visitor(child, *node(child));
        visit(child, visitor);
    }
}

LayoutSubtree LayoutTree::subtree(NodeId id) const
{
    LayoutSubtree out;
    out.id = id;
    if (const LayoutNode *here = node(id))
        out.node = *here;
    for (const NodeId child : childrenOf(id))
        out.children.push_back(subtree(child));
    return out;
}

int LayoutTree::contentRows(NodeId id) const
{
    int rows = 0;
    for (const NodeId child : childrenOf(id)) {
        if (const auto &rect = node(child)->rect)
            rows = std::max(rows, rect->bottom());
    }
    return rows;
}

template <class Edit>
void LayoutTree::edit(NodeId id, Edit &&change)
{
    EntryPtr &slot = m_nodes[id];
    auto copy = std::make_shared<Entry>(*slot);
    change(*copy);
    slot = std::move(copy);
}

void LayoutTree::attach(NodeId parent, int index, NodeId id)
{
    if (parent == rootNode)
        m_blocks.insert(index, id);
    else
        edit(parent, [&](Entry &entry) { entry.children.insert(index, id); });
}

void LayoutTree::detach(NodeId id)
{
    const NodeId parent = parentOf(id);
    if (parent == rootNode)
        m_blocks.removeOne(id);
    else
        edit(parent, [&](Entry &entry) { entry.children.removeOne(id); });
}

void LayoutTree::insert(NodeId parent, int index, const LayoutSubtree &subtree)
{
    Q_ASSERT(parent == rootNode || contains(parent));
    Q_ASSERT(index >= 0 && index <= childrenOf(parent).size());
    add(parent, subtree);
    attach(parent, index, subtree.id);
}

void LayoutTree::append(NodeId parent, const std::vector<LayoutSubtree> &subtrees)
{
    Q_ASSERT(parent == rootNode || contains(parent));
    QList<NodeId> ids;
    for (const LayoutSubtree &subtree : subtrees) {
        add(parent, subtree);
        ids.append(subtree.id);
    }
    if (parent == rootNode)
        m_blocks.append(ids);
    else
        edit(parent, [&](Entry &entry) { entry.children.append(ids); });
}

// Enters a subtree whose place among the parent's children is taken care of by the caller: attaching every node one by
// one would copy the list of its siblings each time.
void LayoutTree::add(NodeId parent, const LayoutSubtree &subtree)
{
    Q_ASSERT(subtree.id > 0 && !contains(subtree.id));
    auto entry = std::make_shared<Entry>();
    entry->node = subtree.node;
    entry->parent = parent;
    entry->children.reserve(static_cast<qsizetype>(subtree.children.size()));
    for (const LayoutSubtree &child : subtree.children)
        entry->children.append(child.id);
    m_nodes.insert(subtree.id, std::move(entry));
    if (isPlacement(subtree.node))
        m_placements[subtree.node.ref].append(subtree.id);
    m_nextId = std::max(m_nextId, subtree.id + 1);
    for (const LayoutSubtree &child : subtree.children)
        add(subtree.id, child);
}

void LayoutTree::remove(NodeId id)
{
    const QList<NodeId> children = childrenOf(id);
    for (const NodeId child : children)
        remove(child);
    const LayoutNode gone = *node(id);
    detach(id);
    m_nodes.remove(id);
    if (isPlacement(gone)) {
        auto &places = m_placements[gone.ref];
        places.removeOne(id);
        if (places.isEmpty())
            m_placements.remove(gone.ref);
    }
}

void LayoutTree::move(NodeId id, NodeId parent, int index)
{
    Q_ASSERT(id != parent && !isAncestor(id, parent));
    detach(id);
    attach(parent, index, id);
    if (parentOf(id) != parent)
        edit(id, [&](Entry &entry) { entry.parent = parent; });
}

void LayoutTree::replace(NodeId id, LayoutNode node)
{
    Q_ASSERT(contains(id));
    const std::string before = this->node(id)->ref;
    if (isPlacement(node) && before != node.ref) {
        m_placements[before].removeOne(id);
        if (m_placements[before].isEmpty())
            m_placements.remove(before);
        m_placements[node.ref].append(id);
    }
    edit(id, [&](Entry &entry) { entry.node = std::move(node); });
}

bool LayoutTree::operator==(const LayoutTree &other) const
{
    if (size() != other.size() || m_blocks != other.m_blocks)
        return false;
    for (auto it = m_nodes.cbegin(); it != m_nodes.cend(); ++it) {
        const auto theirs = other.m_nodes.constFind(it.key());
        if (theirs == other.m_nodes.cend())
            return false;
        if (*it != *theirs && ((*it)->node != (*theirs)->node || (*it)->parent != (*theirs)->parent ||
                               (*it)->children != (*theirs)->children))
            return false;
    }
    return true;
}

} // namespace tessera::model
