// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/change/change_set.h"

namespace tessera::model {

namespace {

struct Summarizer
{
    ChangeSet &set;
    const LayoutTree &layout;

    void object(Collection in, const Key &key) const
    {
        (in == Collection::Elements ? set.elements : set.blocks).insert(key);
        set.structure = set.names = true;
    }
    void block(NodeId node) const
    {
        if (const NodeId above = layout.blockOf(node))
            set.layoutBlocks.insert(above);
    }
    void subtree(const LayoutSubtree &tree) const
    {
        set.nodes.insert(tree.id);
        if (tree.node.isBlock())
            set.layoutBlocks.insert(tree.id);
        for (const LayoutSubtree &child : tree.children)
            subtree(child);
    }

    void operator()(const InsertObject &c) const { object(c.in, c.key); }
    void operator()(const RemoveObject &c) const { object(c.in, c.key); }
    void operator()(const MoveObject &c) const { object(c.in, c.key); }
    void operator()(const SetProperty &c) const
    {
        const auto collection = collectionOf(c.scope);
        if (!collection)
            set.workbookProperties = true;
        else
            (*collection == Collection::Elements ? set.elements : set.blocks).insert(c.key);
        if (c.path.empty() || c.path.starts_with("/name") || c.path.starts_with("/title") ||
            c.path.find("/name") != std::string::npos)
            set.names = true;
    }
    void operator()(const InsertNode &c) const
    {
        subtree(c.subtree);
        block(c.parent);
        set.structure = true;
    }
    void operator()(const RemoveNode &c) const
    {
        subtree(c.subtree);
        block(c.parent);
        set.structure = true;
    }
    void operator()(const MoveNode &c) const
    {
        set.nodes.insert(c.node);
        block(c.before.parent);
        block(c.after.parent);
        set.structure |= c.before.parent != c.after.parent || c.before.index != c.after.index;
    }
    void operator()(const SetNode &c) const
    {
        set.nodes.insert(c.node);
        block(c.node);
    }
    void operator()(const RowsChange &c) const { set.tables.insert(c.table); }
};

} // namespace

ChangeSet summarize(const Transaction &transaction, const Workbook &workbook)
{
    ChangeSet set;
    set.transaction = transaction;
    for (const Change &change : transaction.changes)
        std::visit(Summarizer{set, workbook.layout}, change);
    return set;
}

} // namespace tessera::model
