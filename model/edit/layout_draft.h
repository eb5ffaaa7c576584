// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QHash>

#include "model/change/change.h"
#include "model/layout/arrange.h"

namespace tessera::model {

// A layout under change: edits show at once in `tree()`, and `changes()` says how to get there from the original with
// as few changes as possible: one per node. Take away first, then insert and move, then place.
class LayoutDraft
{
public:
    explicit LayoutDraft(const LayoutTree &tree) : m_before(tree), m_tree(tree) {}

    const LayoutTree &tree() const { return m_tree; }

    void remove(NodeId node);
    // Fresh ids are the caller's business (`tree().nextId()`); index -1 appends.
    void insert(NodeId parent, const LayoutSubtree &subtree, int index = -1);
    void moveTo(NodeId node, NodeId parent, int index = -1);
    // Puts children of `parent` at these rectangles, pushes siblings out of the way, and lets containers above grow
    // with their content, which pushes in turn. A page break stays one row high.
    void place(NodeId parent, const std::vector<Placed> &moving);
    // Sets one rectangle and nothing else.
    void setRect(NodeId node, const GridRect &rect);

    std::vector<Change> changes() const;

private:
    void growAround(NodeId grid);

    const LayoutTree m_before;
    LayoutTree m_tree;
    std::vector<Change> m_structure;         // inserts, removals and moves between parents, in order
    QHash<NodeId, std::size_t> m_structural; // node -> its insert or move in m_structure
    QList<NodeId> m_touched;                 // other nodes with a new rectangle, in order
};

// A copy of a subtree with new node ids, counted up from `next`, and element ids mapped by `rename`.
LayoutSubtree renumbered(LayoutSubtree subtree, NodeId &next, const QHash<std::string, std::string> &rename = {});

// The layout once these changes are made; what does not concern it is skipped. For previews: nothing is checked.
LayoutTree layoutAfter(LayoutTree tree, const std::vector<Change> &changes);

} // namespace tessera::model
