// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QHash>
#include <QList>

#include "model/layout/layout_node.h"

namespace tessera::model {

// The one record of which page, overlay, panel, container or tab holds an element, and where. Copying is O(1).
// The tree keeps whatever a file said, broken or not; rules report, the designer avoids.
class LayoutTree
{
public:
    const LayoutNode *node(NodeId id) const;          // null: no such node (also for the root)
    NodeId parentOf(NodeId id) const;                 // root for blocks and unknown nodes
    const QList<NodeId> &childrenOf(NodeId id) const; // of rootNode: the blocks in order
    int indexOf(NodeId id) const;                     // among its siblings, -1 for unknown nodes
    bool contains(NodeId id) const { return m_nodes.contains(id); }
    int size() const { return static_cast<int>(m_nodes.size()); }
    bool isEmpty() const { return m_nodes.isEmpty(); }

    NodeId blockOf(NodeId id) const;                        // the page or panel above (or the node itself); root: none
    NodeId findBlock(const std::string &ref) const;         // first block with this id, root: none
    NodeId findElement(const std::string &elementId) const; // first placement, root: none
    QList<NodeId> findElements(const std::string &elementId) const; // every placement, document order
    bool isAncestor(NodeId above, NodeId below) const;
    int depthOf(NodeId id) const; // 0 for blocks, 1 for their children; tabs do not count

    // Visits every node below `from` (not `from` itself), parents first, in order.
    void visit(NodeId from, const std::function<void(NodeId, const LayoutNode &)> &visitor) const;

    LayoutSubtree subtree(NodeId id) const;
    NodeId nextId() const { return m_nextId; } // free now; inserting a higher id moves it on

    // The height in rows that a node's children need (largest bottom).
    int contentRows(NodeId id) const;

    // Preconditions (asserted): parents exist, indexes are in range, ids are free, a node is not moved into itself.
    void insert(NodeId parent, int index, const LayoutSubtree &subtree);
    void append(NodeId parent, const std::vector<LayoutSubtree> &subtrees); // at the cost of one insertion
    void remove(NodeId id);
    void move(NodeId id, NodeId parent, int index); // index counts after the node has left its old place
    void replace(NodeId id, LayoutNode node);       // attributes only; kind and children stay

    bool operator==(const LayoutTree &other) const;

private:
    struct Entry
    {
        LayoutNode node;
        NodeId parent = rootNode;
        QList<NodeId> children;
    };
    using EntryPtr = std::shared_ptr<const Entry>;

    void add(NodeId parent, const LayoutSubtree &subtree);
    void attach(NodeId parent, int index, NodeId id);
    void detach(NodeId id);
    template <class Edit>
    void edit(NodeId id, Edit &&change);

    QHash<NodeId, EntryPtr> m_nodes;
    QList<NodeId> m_blocks;
    QHash<std::string, QList<NodeId>> m_placements; // element id -> nodes
    NodeId m_nextId = 1;
};

} // namespace tessera::model
