// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/duplicate_edit.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/edit/edit_rules.h"
#include "model/edit/fresh_copies.h"
#include "model/edit/layout_draft.h"
#include "model/edit/remove_edit.h"
#include "model/schema/new_body.h"
#include "model/workbook/identity.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::DuplicateEdit)
};

void appendInserts(Transaction &transaction, const Workbook &workbook, const QList<Object> &elements)
{
    int index = workbook.elements.size();
    for (const Object &element : elements)
        transaction.changes.push_back(InsertObject{Collection::Elements, index++, element.key(), element.body()});
}

void appendLayout(Transaction &transaction, const LayoutDraft &draft)
{
    const std::vector<Change> changes = draft.changes();
    transaction.changes.insert(transaction.changes.end(), changes.begin(), changes.end());
}

// Where a group goes as a whole: right of itself when there is room and nothing in the way, else right below.
std::pair<int, int> shiftFor(const LayoutTree &tree, NodeId parent, const std::vector<Placed> &group)
{
    GridRect all = group.front().rect;
    for (const Placed &item : group)
        all = all.united(item.rect);
    const LayoutNode *grid = tree.node(parent);
    const GridRect beside = all.translated(all.w, 0);
    bool free = grid && beside.right() <= grid->columns;
    for (const Placed &sibling : placedChildren(tree, parent))
        free = free && !sibling.rect.intersects(beside);
    return free ? std::pair(all.w, 0) : std::pair(0, all.h);
}

} // namespace

QList<Key> duplicatedElements(const Workbook &workbook, const QList<Key> &elements)
{
    return elementsUnder(workbook, outermost(workbook.layout, nodesOf(workbook, elements)));
}

Result<Transaction> makeDuplicate(const Workbook &workbook, const Catalogue &catalogue, const QList<Key> &elements)
{
    const LayoutTree &tree = workbook.layout;
    const QList<NodeId> nodes = outermost(tree, nodesOf(workbook, elements));
    if (nodes.isEmpty())
        return fail(ErrorCode::NotFound, Texts::tr("There is nothing to duplicate."));
    const FreshCopies copies = freshCopies(workbook, catalogue, duplicatedElements(workbook, elements));
    Transaction transaction;
    transaction.label = nodes.size() == 1 ? Texts::tr("Duplicate “%1”").arg(nodeName(workbook, nodes.first()))
                                          : Texts::tr("Duplicate %1 elements").arg(nodes.size());
    appendInserts(transaction, workbook, copies.elements);
    LayoutDraft draft(tree);
    std::map<NodeId, std::vector<Placed>> groups;
    for (const NodeId node : nodes)
        groups[tree.parentOf(node)].push_back(
            {node, tree.node(node)->rect.value_or(GridRect{0, tree.contentRows(tree.parentOf(node)), pageColumns, 6})});
    NodeId next = tree.nextId();
    for (const auto &[parent, group] : groups) {
        const auto [columns, rows] = shiftFor(tree, parent, group);
        std::vector<Placed> placedCopies;
        for (const Placed &item : group) {
            LayoutSubtree copy = renumbered(tree.subtree(item.node), next, copies.ids);
            copy.node.rect = item.rect.translated(columns, rows);
            placedCopies.push_back({copy.id, *copy.node.rect});
            draft.insert(parent, copy);
        }
        draft.place(parent, placedCopies);
    }
    appendLayout(transaction, draft);
    return transaction;
}

Result<Transaction> makeDuplicatePage(const Workbook &workbook, const Catalogue &catalogue, const std::string &pageId)
{
    const Object *page = workbook.pages.findById(pageId);
    if (!page)
        return fail(ErrorCode::NotFound, Texts::tr("There is no page with the id “%1”.").arg(toQString(pageId)));
    const NodeId node = workbook.layout.findBlock(pageId);
    const FreshCopies copies =
        freshCopies(workbook, catalogue, node == rootNode ? QList<Key>() : elementsUnder(workbook, {node}));
    Json body = page->body();
    const std::string id = freeId(workbook, pageId);
    setId(body, id);
    setName(body, toUtf8(Texts::tr("Copy of %1").arg(toQString(page->name()))));
    Transaction transaction;
    transaction.label = Texts::tr("Duplicate “%1”").arg(toQString(page->name()));
    transaction.changes.push_back(
        InsertObject{Collection::Pages, workbook.pages.indexOf(page->key()) + 1, workbook.pages.freeKey(id), body});
    appendInserts(transaction, workbook, copies.elements);
    LayoutDraft draft(workbook.layout);
    NodeId next = workbook.layout.nextId();
    LayoutSubtree block{next, {NodeKind::Page, id, {}, pageColumns, {}}, {}};
    if (node != rootNode) {
        QHash<std::string, std::string> names = copies.ids;
        names.insert(pageId, id);
        block = renumbered(workbook.layout.subtree(node), next, names);
    }
    draft.insert(rootNode, block, node == rootNode ? -1 : workbook.layout.indexOf(node) + 1);
    appendLayout(transaction, draft);
    return transaction;
}

} // namespace tessera::model
