// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/outline_move.h"

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/edit/block_edit.h"

namespace tessera::designer {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::OutlineMove)
};

using namespace model;

int containersAbove(const LayoutTree &layout, NodeId node)
{
    int count = 0;
    for (NodeId at = node; at != rootNode; at = layout.parentOf(at)) {
        const LayoutNode *one = layout.node(at);
        count += one && (one->kind == NodeKind::Container || one->kind == NodeKind::TabbedContainer);
    }
    return count;
}

int containersWithin(const LayoutTree &layout, NodeId node)
{
    const LayoutNode *one = layout.node(node);
    if (!one || one->kind == NodeKind::Element)
        return 0;
    int deepest = 0;
    for (const NodeId child : layout.childrenOf(node))
        deepest = std::max(deepest, containersWithin(layout, child));
    return deepest + (one->kind == NodeKind::Tab ? 0 : 1);
}

std::optional<QString> refusal(const LayoutTree &layout, NodeId node, NodeId parent)
{
    const LayoutNode *moved = layout.node(node);
    const LayoutNode *target = layout.node(parent);
    if (!moved || !target)
        return Text::tr("That place does not exist any more.");
    if (moved->isBlock() || moved->kind == NodeKind::Tab)
        return Text::tr("Only elements can be moved here.");
    if (!target->hasGrid())
        return Text::tr("Only pages, containers and tabs can hold elements.");
    if (node == parent || layout.isAncestor(node, parent))
        return Text::tr("A container cannot go into itself.");
    if (containersAbove(layout, parent) + containersWithin(layout, node) > maxNesting)
        return Text::tr("Containers can stand at most %1 deep.").arg(maxNesting);
    return std::nullopt;
}

QString nameOf(const Workbook &workbook, NodeId node)
{
    const LayoutNode *one = workbook.layout.node(node);
    const Object *element = one ? workbook.elementOf(*one) : nullptr;
    const QString name = element ? toQString(element->name()) : QString();
    return name.isEmpty() && one ? toQString(one->ref) : name;
}

} // namespace

Result<Transaction> makeOutlineMove(const Workbook &workbook, NodeId node, NodeId parent, int index)
{
    const LayoutTree &layout = workbook.layout;
    if (const auto why = refusal(layout, node, parent))
        return fail(ErrorCode::Invalid, *why);
    MoveNode move;
    move.node = node;
    move.before = {layout.parentOf(node), layout.indexOf(node), layout.node(node)->rect};
    const bool same = move.before.parent == parent;
    const int count = static_cast<int>(layout.childrenOf(parent).size());
    int at = index < 0 ? count : std::min(index, count);
    if (same && at > move.before.index)
        --at; // it leaves its old place first
    move.after = {parent, at, move.before.rect};
    if (!same) {
        const int columns = layout.node(parent)->columns;
        const GridRect old = move.before.rect.value_or(GridRect{0, 0, columns, 8});
        const int width = std::min(old.w, columns);
        move.after.rect = GridRect{std::min(old.x, columns - width), layout.contentRows(parent), width, old.h};
    }
    Transaction transaction;
    transaction.label = Text::tr("Move %1").arg(nameOf(workbook, node));
    transaction.changes.push_back(std::move(move));
    return transaction;
}

Result<Transaction> makeBlockMove(const Workbook &workbook, Scope scope, const Key &key, int index)
{
    const auto collection = collectionOf(scope);
    const int from = collection ? workbook.list(*collection).indexOf(key) : -1;
    if (from < 0)
        return fail(ErrorCode::NotFound, Text::tr("That page does not exist any more."));
    const int size = workbook.list(*collection).size();
    int to = index < 0 ? size : std::min(index, size);
    if (to > from)
        --to;
    return model::makeMoveBlock(workbook, *collection, from, to);
}

} // namespace tessera::designer
