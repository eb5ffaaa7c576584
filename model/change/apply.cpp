// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/change/apply.h"

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::Apply)
};

Unexpected conflict(const std::string &object, const char *detail)
{
    Error error{ErrorCode::Conflict, Texts::tr("This change no longer fits “%1”.").arg(toQString(object)),
                Texts::tr("It was changed in another way in the meantime. Look at it and make the change again.")};
    error.detail = QString::fromLatin1(detail);
    error.where.object = object;
    return Unexpected(std::move(error));
}

bool fitsShape(const LayoutTree &tree, NodeId parent, NodeKind child)
{
    const bool block = child == NodeKind::Page || child == NodeKind::Panel;
    if (parent == rootNode)
        return block;
    const LayoutNode *above = tree.node(parent);
    if (!above || block)
        return false;
    if (above->kind == NodeKind::TabbedContainer)
        return child == NodeKind::Tab;
    return child != NodeKind::Tab && above->kind != NodeKind::Element;
}

bool isFree(const LayoutTree &tree, const LayoutSubtree &subtree, QList<NodeId> &seen)
{
    if (subtree.id <= 0 || tree.contains(subtree.id) || seen.contains(subtree.id))
        return false;
    seen.append(subtree.id);
    for (const LayoutSubtree &child : subtree.children) {
        const bool tab = child.node.kind == NodeKind::Tab;
        if (child.node.isBlock() || tab != (subtree.node.kind == NodeKind::TabbedContainer) ||
            subtree.node.kind == NodeKind::Element || !isFree(tree, child, seen))
            return false;
    }
    return true;
}

struct Applier
{
    Workbook &workbook;
    RowStore &rows;

    Result<void> operator()(const InsertObject &c) const
    {
        ObjectList &list = workbook.list(c.in);
        if (c.index < 0 || c.index > list.size() || list.find(c.key))
            return conflict(c.key, "insert: index or key");
        list.insert(c.index, Object(c.key, c.body));
        return {};
    }

    Result<void> operator()(const RemoveObject &c) const
    {
        ObjectList &list = workbook.list(c.in);
        const Object *object = list.find(c.key);
        if (!object || list.indexOf(c.key) != c.index || object->body() != c.body)
            return conflict(c.key, "remove: not as before");
        list.removeAt(c.index);
        return {};
    }

    Result<void> operator()(const MoveObject &c) const
    {
        ObjectList &list = workbook.list(c.in);
        if (list.indexOf(c.key) != c.from || c.from < 0 || c.to < 0 || c.to >= list.size())
            return conflict(c.key, "move: index");
        list.move(c.from, c.to);
        return {};
    }

    Result<void> operator()(const SetProperty &c) const
    {
        if (const auto collection = collectionOf(c.scope)) {
            ObjectList &list = workbook.list(*collection);
            const Object *object = list.find(c.key);
            if (!object)
                return conflict(c.key, "set: no such object");
            Json body = object->body();
            if (!assignChecked(body, c))
                return conflict(c.key, "set: not as before");
            list.replace(list.indexOf(c.key), object->withBody(std::move(body)));
            return {};
        }
        Json &tree = c.scope == Scope::Meta       ? workbook.meta
                     : c.scope == Scope::Contents ? workbook.contents
                                                  : workbook.extras;
        if (!assignChecked(tree, c))
            return conflict(workbook.name(), "set: not as before");
        return {};
    }

    Result<void> operator()(const InsertNode &c) const
    {
        LayoutTree &tree = workbook.layout;
        QList<NodeId> seen;
        if (!fitsShape(tree, c.parent, c.subtree.node.kind) || c.index < 0 ||
            c.index > tree.childrenOf(c.parent).size() || !isFree(tree, c.subtree, seen))
            return conflict(c.subtree.node.ref, "insert node: place or id");
        tree.insert(c.parent, c.index, c.subtree);
        return {};
    }

    Result<void> operator()(const RemoveNode &c) const
    {
        LayoutTree &tree = workbook.layout;
        const NodeId id = c.subtree.id;
        if (!tree.contains(id) || tree.parentOf(id) != c.parent || tree.indexOf(id) != c.index ||
            tree.subtree(id) != c.subtree)
            return conflict(c.subtree.node.ref, "remove node: not as before");
        tree.remove(id);
        return {};
    }

    Result<void> operator()(const MoveNode &c) const
    {
        LayoutTree &tree = workbook.layout;
        const LayoutNode *node = tree.node(c.node);
        if (!node)
            return conflict({}, "move node: no such node");
        if (tree.parentOf(c.node) != c.before.parent || tree.indexOf(c.node) != c.before.index ||
            node->rect != c.before.rect)
            return conflict(node->ref, "move node: not as before");
        if (c.after.parent != c.before.parent || c.after.index != c.before.index) {
            if (c.after.parent == c.node || tree.isAncestor(c.node, c.after.parent) ||
                !fitsShape(tree, c.after.parent, node->kind))
                return conflict(node->ref, "move node: into itself or a wrong parent");
            const auto room = tree.childrenOf(c.after.parent).size() - (c.after.parent == c.before.parent ? 1 : 0);
            if (c.after.index < 0 || c.after.index > room)
                return conflict(node->ref, "move node: index");
            tree.move(c.node, c.after.parent, c.after.index);
        }
        if (c.after.rect != c.before.rect) {
            LayoutNode moved = *tree.node(c.node);
            moved.rect = c.after.rect;
            tree.replace(c.node, std::move(moved));
        }
        return {};
    }

    Result<void> operator()(const SetNode &c) const
    {
        const LayoutNode *node = workbook.layout.node(c.node);
        if (!node || *node != c.before || c.after.kind != c.before.kind || c.after.columns < 1)
            return conflict(c.before.ref, "set node: not as before");
        workbook.layout.replace(c.node, c.after);
        return {};
    }

    Result<void> operator()(const RowsChange &c) const { return rows.apply(c.table, c.edits); }

private:
    static bool assignChecked(Json &tree, const SetProperty &c)
    {
        const Json *parent = at(tree, parentPointer(c.path));
        if (!c.path.empty() && !parent)
            return false;
        const bool insertsItem = parent && parent->is_array() && !c.before;
        if (!insertsItem) {
            const Json *present = at(tree, c.path);
            if (present ? c.before != *present : c.before.has_value())
                return false;
        }
        if (!c.after && !c.before)
            return true;
        return assign(tree, c.path, c.after, c.position, insertsItem);
    }
};

} // namespace

Result<void> apply(Workbook &workbook, RowStore &rows, const Change &change)
{
    return std::visit(Applier{workbook, rows}, change);
}

Result<void> apply(Workbook &workbook, RowStore &rows, const Transaction &transaction)
{
    for (std::size_t i = 0; i < transaction.changes.size(); ++i) {
        if (auto done = apply(workbook, rows, transaction.changes[i]); !done) {
            for (std::size_t back = i; back-- > 0;) {
                [[maybe_unused]] const auto undone = apply(workbook, rows, invert(transaction.changes[back]));
                Q_ASSERT(undone);
            }
            return done;
        }
    }
    return {};
}

} // namespace tessera::model
