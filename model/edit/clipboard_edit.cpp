// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/clipboard_edit.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/edit/edit_rules.h"
#include "model/edit/fresh_copies.h"
#include "model/edit/layout_draft.h"
#include "model/edit/remove_edit.h"
#include "model/layout/arrange.h"
#include "model/schema/new_body.h"
#include "model/workbook/identity.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ClipboardEdit)
};

constexpr int unplacedRows = 8; // height of an element whose rectangle a file did not give

GridRect rectOf(const LayoutTree &tree, NodeId node)
{
    const NodeId parent = tree.parentOf(node);
    return tree.node(node)->rect.value_or(GridRect{0, tree.contentRows(parent), pageColumns, unplacedRows});
}

// The block whose elements a paste takes: the first that has some.
NodeId blockWithElements(const LayoutTree &tree)
{
    for (const NodeId block : tree.childrenOf(rootNode)) {
        if (!tree.childrenOf(block).isEmpty())
            return block;
    }
    return rootNode;
}

// How far the group has to go: not at all when its old place is free, else to the first free place below.
std::pair<int, int> shiftInto(const LayoutTree &tree, NodeId parent, const GridRect &group, int columns)
{
    const std::vector<Placed> siblings = placedChildren(tree, parent);
    const GridRect there = fitted(group, columns);
    const bool free =
        std::none_of(siblings.begin(), siblings.end(), [&](const Placed &each) { return each.rect.intersects(there); });
    const GridRect place = free ? there : findFree(siblings, columns, there.w, there.h, there.y);
    return {place.x - group.x, place.y - group.y};
}

} // namespace

Result<Workbook> makeClip(const Workbook &workbook, const QList<Key> &elements)
{
    const QList<NodeId> nodes = outermost(workbook.layout, nodesOf(workbook, elements));
    if (nodes.isEmpty())
        return fail(ErrorCode::NotFound, Texts::tr("Select what to copy first."));
    Workbook clip;
    clip.contents = contentHeader(workbook.contents);
    for (const Key &key : elementsUnder(workbook, nodes))
        clip.elements.append(*workbook.element(key));
    const NodeId from = workbook.layout.blockOf(nodes.first());
    const LayoutNode *block = workbook.layout.node(from);
    const Json page = newPage(clip, "Clipboard");
    clip.pages.append(Object(clip.pages.freeKey(idOf(page)), page));
    NodeId next = clip.layout.nextId();
    LayoutSubtree copy{
        next++, {NodeKind::Page, clip.pages.at(0).id(), {}, block ? block->columns : pageColumns, {}}, {}};
    std::vector<Placed> rects; // those of different pages may cover one another: then one goes below the other
    for (const NodeId node : nodes)
        rects.push_back({node, rectOf(workbook.layout, node)});
    for (const Placed &item : arrange({}, rects, copy.node.columns)) {
        LayoutSubtree one = renumbered(workbook.layout.subtree(item.node), next);
        one.node.rect = item.rect;
        copy.children.push_back(std::move(one));
    }
    clip.layout.insert(rootNode, 0, copy);
    return clip;
}

QList<Key> pastedElements(const Workbook &clip)
{
    const NodeId from = blockWithElements(clip.layout);
    return from == rootNode ? QList<Key>() : elementsUnder(clip, clip.layout.childrenOf(from));
}

Result<Transaction> makePaste(const Workbook &workbook, const Catalogue &catalogue, const Workbook &clip, NodeId parent)
{
    const NodeId from = blockWithElements(clip.layout);
    const QList<NodeId> nodes = clip.layout.childrenOf(from);
    if (from == rootNode || nodes.isEmpty())
        return fail(ErrorCode::Invalid, Texts::tr("The clipboard holds no elements."));
    const LayoutNode *grid = workbook.layout.node(parent);
    if (!grid || !grid->hasGrid())
        return fail(ErrorCode::Invalid, Texts::tr("Elements go onto a page or into a container."));
    GridRect group = rectOf(clip.layout, nodes.first());
    QList<Object> originals;
    for (const NodeId node : nodes) {
        if (auto fits = mayHold(workbook, parent, clip.layout.node(node)->kind, containerLevels(clip.layout, node));
            !fits)
            return fail(fits.error());
        group = group.united(rectOf(clip.layout, node));
    }
    for (const Key &key : pastedElements(clip))
        originals.append(*clip.element(key));

    const FreshCopies copies = freshCopies(workbook, catalogue, originals);
    Transaction transaction;
    transaction.label = nodes.size() == 1 ? Texts::tr("Paste “%1”").arg(nodeName(clip, nodes.first()))
                                          : Texts::tr("Paste %1 elements").arg(nodes.size());
    int index = workbook.elements.size();
    for (const Object &element : copies.elements)
        transaction.changes.push_back(InsertObject{Collection::Elements, index++, element.key(), element.body()});
    LayoutDraft draft(workbook.layout);
    const auto [columns, rows] = shiftInto(workbook.layout, parent, group, grid->columns);
    NodeId next = workbook.layout.nextId();
    std::vector<Placed> placed;
    for (const NodeId node : nodes) {
        LayoutSubtree copy = renumbered(clip.layout.subtree(node), next, copies.ids);
        copy.node.rect = fitted(rectOf(clip.layout, node).translated(columns, rows), grid->columns);
        placed.push_back({copy.id, *copy.node.rect});
        draft.insert(parent, copy);
    }
    draft.place(parent, placed);
    const std::vector<Change> changes = draft.changes();
    transaction.changes.insert(transaction.changes.end(), changes.begin(), changes.end());
    return transaction;
}

} // namespace tessera::model
