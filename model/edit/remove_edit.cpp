// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/remove_edit.h"

#include <algorithm>

#include <QCoreApplication>
#include <QSet>

#include "model/base/text.h"
#include "model/edit/edit_rules.h"
#include "model/edit/layout_draft.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::RemoveEdit)
};

// Every node of these elements, not only the first: a broken file may place one twice.
QList<NodeId> allNodesOf(const Workbook &workbook, const QList<Key> &elements)
{
    QList<NodeId> nodes;
    for (const Key &key : elements) {
        if (const Object *element = workbook.element(key))
            nodes += workbook.layout.findElements(element->id());
    }
    return nodes;
}

void append(std::vector<Change> &changes, const std::vector<Change> &more)
{
    changes.insert(changes.end(), more.begin(), more.end());
}

} // namespace

QList<Key> elementsUnder(const Workbook &workbook, const QList<NodeId> &nodes)
{
    QList<Key> keys;
    QSet<Key> seen;
    const auto take = [&](NodeId, const LayoutNode &node) {
        const Object *element = node.isBlock() || node.kind == NodeKind::Tab ? nullptr : workbook.elementOf(node);
        if (element && !seen.contains(element->key())) {
            seen.insert(element->key());
            keys.append(element->key());
        }
    };
    for (const NodeId node : nodes) {
        if (const LayoutNode *here = workbook.layout.node(node))
            take(node, *here);
        workbook.layout.visit(node, take);
    }
    return keys;
}

std::vector<Change> removalsOf(const Workbook &workbook, const QList<Key> &elements)
{
    std::vector<int> indexes;
    for (const Key &key : elements) {
        if (const int index = workbook.elements.indexOf(key); index >= 0)
            indexes.push_back(index);
    }
    std::sort(indexes.rbegin(), indexes.rend());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    std::vector<Change> changes;
    for (const int index : indexes) {
        const Object &element = workbook.elements.at(index);
        changes.push_back(RemoveObject{Collection::Elements, index, element.key(), element.body()});
    }
    return changes;
}

Result<Transaction> makeRemove(const Workbook &workbook, const QList<Key> &elements)
{
    const QList<NodeId> nodes = outermost(workbook.layout, allNodesOf(workbook, elements));
    QList<Key> all = elementsUnder(workbook, nodes);
    for (const Key &key : elements) {
        if (workbook.element(key) && !all.contains(key))
            all.append(key);
    }
    if (all.isEmpty())
        return fail(ErrorCode::NotFound, Texts::tr("There is nothing to remove."));
    LayoutDraft draft(workbook.layout);
    for (const NodeId node : nodes)
        draft.remove(node);
    // An element inside that is also placed elsewhere stays for the sake of that other place.
    all.removeIf([&](const Key &key) {
        return !elements.contains(key) && draft.tree().findElement(workbook.element(key)->id()) != rootNode;
    });
    Transaction transaction;
    const Object *first = workbook.element(elements.first());
    transaction.label = elements.size() == 1 && first ? Texts::tr("Delete “%1”").arg(elementName(*first))
                                                      : Texts::tr("Delete %1 elements").arg(elements.size());
    transaction.changes = draft.changes();
    append(transaction.changes, removalsOf(workbook, all));
    return transaction;
}

Result<Transaction> makeRemoveBlock(const Workbook &workbook, const std::string &blockId)
{
    for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
        const ObjectList &list = workbook.list(collection);
        const Object *block = list.findById(blockId);
        if (!block)
            continue;
        if (collection == Collection::Pages && list.size() == 1)
            return fail(ErrorCode::Invalid, Texts::tr("A workbook needs at least one page."),
                        Texts::tr("Add another page first."));
        LayoutDraft draft(workbook.layout);
        QList<Key> inside;
        const NodeId node = workbook.layout.findBlock(blockId);
        if (node != rootNode) {
            inside = elementsUnder(workbook, {node});
            draft.remove(node);
        }
        Transaction transaction;
        transaction.label = Texts::tr("Delete “%1”").arg(toQString(block->name()));
        transaction.changes = draft.changes();
        append(transaction.changes, removalsOf(workbook, inside));
        transaction.changes.push_back(
            RemoveObject{collection, list.indexOf(block->key()), block->key(), block->body()});
        return transaction;
    }
    return fail(ErrorCode::NotFound,
                Texts::tr("There is no page or overlay with the id “%1”.").arg(toQString(blockId)));
}

} // namespace tessera::model
