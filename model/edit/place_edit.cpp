// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/place_edit.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

#include "model/edit/edit_rules.h"
#include "model/edit/layout_draft.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::PlaceEdit)
};

Transaction labelled(QString label, const LayoutDraft &draft)
{
    Transaction transaction;
    transaction.label = std::move(label);
    transaction.changes = draft.changes();
    return transaction;
}

Unexpected gone()
{
    return fail(ErrorCode::NotFound, Texts::tr("This element has no place in the layout."));
}

// "Move “Revenue”" for one, "Move 3 elements" for more.
QString label(const Workbook &workbook, const QList<NodeId> &nodes, const QString &one, const QString &many)
{
    return nodes.size() == 1 ? one.arg(nodeName(workbook, nodes.first())) : many.arg(nodes.size());
}

QList<NodeId> nodesIn(const std::vector<Placed> &items)
{
    QList<NodeId> nodes;
    for (const Placed &item : items)
        nodes.append(item.node);
    return nodes;
}

Result<std::vector<Placed>> placed(const Workbook &workbook, const QList<NodeId> &nodes)
{
    std::vector<Placed> out;
    for (const NodeId node : outermost(workbook.layout, nodes)) {
        const auto rect = workbook.layout.node(node)->rect;
        if (!rect)
            return gone();
        out.push_back({node, *rect});
    }
    if (out.empty())
        return gone();
    return out;
}

GridRect allowed(const Workbook &workbook, NodeId node, GridRect rect)
{
    if (isPageBreak(workbook, node))
        rect.h = 1;
    return rect;
}

Result<void> sameParent(const Workbook &workbook, const std::vector<Placed> &items, std::size_t least)
{
    if (items.size() < least)
        return fail(ErrorCode::Invalid, Texts::tr("Select %1 elements or more.").arg(least));
    for (const Placed &item : items) {
        if (workbook.layout.parentOf(item.node) != workbook.layout.parentOf(items.front().node))
            return fail(ErrorCode::Invalid,
                        Texts::tr("Only elements side by side in the same container or page can be lined up."));
    }
    return {};
}

// Cells the group can go before one of its members meets the edge of its grid.
int limitedColumns(const Workbook &workbook, const std::vector<Placed> &items, int columns)
{
    for (const Placed &item : items) {
        const LayoutNode *grid = workbook.layout.node(workbook.layout.parentOf(item.node));
        const int room = grid ? grid->columns - item.rect.right() : 0;
        columns = std::clamp(columns, std::min(0, -item.rect.x), std::max(0, room));
    }
    return columns;
}

int limitedRows(const std::vector<Placed> &items, int rows)
{
    for (const Placed &item : items)
        rows = std::max(rows, -item.rect.y);
    return rows;
}

// Places every group of siblings in its own grid.
LayoutDraft placedByParent(const Workbook &workbook, const std::vector<Placed> &items)
{
    LayoutDraft draft(workbook.layout);
    std::map<NodeId, std::vector<Placed>> groups;
    for (const Placed &item : items)
        groups[workbook.layout.parentOf(item.node)].push_back({item.node, allowed(workbook, item.node, item.rect)});
    for (const auto &[parent, group] : groups)
        draft.place(parent, group);
    return draft;
}

} // namespace

Result<Transaction> makeMove(const Workbook &workbook, const std::vector<Placed> &nodes, NodeId parent)
{
    const LayoutTree &tree = workbook.layout;
    const LayoutNode *target = tree.node(parent);
    if (nodes.empty() || !target)
        return gone();
    for (const Placed &item : nodes) {
        const LayoutNode *node = tree.node(item.node);
        if (!node || node->isBlock() || node->kind == NodeKind::Tab)
            return gone();
        if (item.node == parent || tree.isAncestor(item.node, parent))
            return fail(ErrorCode::Invalid,
                        Texts::tr("“%1” cannot go into itself.").arg(nodeName(workbook, item.node)));
        if (tree.parentOf(item.node) == parent)
            continue;
        if (auto fits = mayHold(workbook, parent, node->kind, containerLevels(tree, item.node)); !fits)
            return fail(fits.error());
    }
    LayoutDraft draft(tree);
    std::vector<Placed> moving;
    for (const Placed &item : nodes) {
        if (tree.parentOf(item.node) != parent)
            draft.moveTo(item.node, parent);
        moving.push_back({item.node, fitted(allowed(workbook, item.node, item.rect), target->columns)});
    }
    draft.place(parent, moving);
    return labelled(label(workbook, nodesIn(nodes), Texts::tr("Move “%1”"), Texts::tr("Move %1 elements")), draft);
}

Result<Transaction> makeResize(const Workbook &workbook, const std::vector<Placed> &nodes)
{
    for (const Placed &item : nodes) {
        const LayoutNode *node = workbook.layout.node(item.node);
        if (!node || node->isBlock() || node->kind == NodeKind::Tab)
            return gone();
    }
    if (nodes.empty())
        return gone();
    return labelled(label(workbook, nodesIn(nodes), Texts::tr("Resize “%1”"), Texts::tr("Resize %1 elements")),
                    placedByParent(workbook, nodes));
}

Result<Transaction> makeNudge(const Workbook &workbook, const QList<NodeId> &nodes, int columns, int rows)
{
    auto items = placed(workbook, nodes);
    if (!items)
        return fail(items.error());
    columns = limitedColumns(workbook, *items, columns);
    rows = limitedRows(*items, rows);
    for (Placed &item : *items)
        item.rect = item.rect.translated(columns, rows);
    return labelled(label(workbook, nodesIn(*items), Texts::tr("Move “%1”"), Texts::tr("Move %1 elements")),
                    columns == 0 && rows == 0 ? LayoutDraft(workbook.layout) : placedByParent(workbook, *items));
}

Result<Transaction> makeNudgeSize(const Workbook &workbook, const QList<NodeId> &nodes, int columns, int rows)
{
    auto items = placed(workbook, nodes);
    if (!items)
        return fail(items.error());
    for (Placed &item : *items) {
        const LayoutNode *grid = workbook.layout.node(workbook.layout.parentOf(item.node));
        const int most = grid ? std::max(1, grid->columns - item.rect.x) : pageColumns;
        item.rect.w = std::clamp(item.rect.w + columns, 1, most);
        item.rect.h = std::max(1, item.rect.h + rows);
        // A container never gets smaller than what is in it.
        item.rect.h = rows < 0 ? std::max(item.rect.h, requiredRows(workbook.layout, item.node)) : item.rect.h;
    }
    return labelled(label(workbook, nodesIn(*items), Texts::tr("Resize “%1”"), Texts::tr("Resize %1 elements")),
                    placedByParent(workbook, *items));
}

Result<Transaction> makeAlign(const Workbook &workbook, const QList<NodeId> &nodes, Align how)
{
    auto items = placed(workbook, nodes);
    if (!items)
        return fail(items.error());
    if (auto fits = sameParent(workbook, *items, 2); !fits)
        return fail(fits.error());
    return labelled(Texts::tr("Align %1 elements").arg(items->size()), placedByParent(workbook, aligned(*items, how)));
}

Result<Transaction> makeDistribute(const Workbook &workbook, const QList<NodeId> &nodes, Distribute how)
{
    auto items = placed(workbook, nodes);
    if (!items)
        return fail(items.error());
    if (auto fits = sameParent(workbook, *items, 3); !fits)
        return fail(fits.error());
    return labelled(Texts::tr("Distribute %1 elements").arg(items->size()),
                    placedByParent(workbook, distributed(*items, how)));
}

} // namespace tessera::model
