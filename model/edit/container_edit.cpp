// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/container_edit.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/edit/edit_rules.h"
#include "model/edit/layout_draft.h"
#include "model/edit/property_edit.h"
#include "model/edit/remove_edit.h"
#include "model/schema/new_body.h"
#include "model/workbook/identity.h"
#include "model/workbook/look/content_look.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ContainerEdit)
};

// A rectangle of one grid in the cells of another. Edges are rounded, so what touched still touches.
GridRect scaled(const GridRect &rect, int from, int to)
{
    const auto edge = [&](int column) { return static_cast<int>(std::lround(double(column) * to / from)); };
    const int left = std::min(edge(rect.x), to - 1);
    return {left, rect.y, std::max(1, edge(rect.right()) - left), rect.h};
}

int gridFor(int width)
{
    return width == 6 || width == 12 || width == 24 ? width : 24;
}

void append(std::vector<Change> &changes, std::vector<Change> more)
{
    changes.insert(changes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

struct Tabbed
{
    const Object *element = nullptr;
    NodeId node = rootNode;
};

Result<Tabbed> findTabbed(const Workbook &workbook, const Key &key)
{
    const Object *element = workbook.element(key);
    const NodeId node = element ? workbook.layout.findElement(element->id()) : rootNode;
    const LayoutNode *here = workbook.layout.node(node);
    if (!here || here->kind != NodeKind::TabbedContainer)
        return fail(ErrorCode::NotFound, Texts::tr("This is no tabbed container."));
    return Tabbed{element, node};
}

} // namespace

Result<Transaction> makeWrapInContainer(const Workbook &workbook, const Catalogue &catalogue,
                                        const QList<NodeId> &wanted)
{
    const LayoutTree &tree = workbook.layout;
    const QList<NodeId> nodes = outermost(tree, wanted);
    if (nodes.isEmpty())
        return fail(ErrorCode::NotFound, Texts::tr("Select what should go into the container."));
    const NodeId parent = tree.parentOf(nodes.first());
    int levels = 0;
    GridRect all;
    for (const NodeId node : nodes) {
        const auto rect = tree.node(node)->rect;
        if (tree.parentOf(node) != parent || !rect)
            return fail(
                ErrorCode::Invalid,
                Texts::tr(
                    "Only elements side by side in the same container or page can go into a new container together."));
        levels = std::max(levels, containerLevels(tree, node));
        all = node == nodes.first() ? *rect : all.united(*rect);
    }
    if (auto fits = mayHold(workbook, parent, NodeKind::Container, levels + 1); !fits)
        return fail(fits.error());
    const Json body = newBody(catalogue, workbook, "container");
    const std::string id = idOf(body);
    const int columns = gridFor(all.w);
    LayoutDraft draft(tree);
    const LayoutSubtree container{tree.nextId(), {NodeKind::Container, id, all, columns, {}}, {}};
    draft.insert(parent, container, tree.indexOf(nodes.first()));
    std::vector<Placed> inside;
    for (const NodeId node : nodes) {
        const GridRect rect = tree.node(node)->rect->translated(-all.x, -all.y);
        draft.moveTo(node, container.id);
        inside.push_back({node, scaled(rect, all.w, columns)});
    }
    draft.place(container.id, inside);
    draft.place(parent, {{container.id, *draft.tree().node(container.id)->rect}});
    Transaction transaction;
    transaction.label = nodes.size() == 1
                            ? Texts::tr("Put “%1” into a container").arg(nodeName(workbook, nodes.first()))
                            : Texts::tr("Put %1 elements into a container").arg(nodes.size());
    transaction.changes.push_back(
        InsertObject{Collection::Elements, workbook.elements.size(), workbook.elements.freeKey(id), body});
    append(transaction.changes, draft.changes());
    return transaction;
}

Result<Transaction> makeUnwrap(const Workbook &workbook, NodeId container)
{
    const LayoutTree &tree = workbook.layout;
    const LayoutNode *node = tree.node(container);
    if (!node || node->kind == NodeKind::Element || node->kind == NodeKind::Tab || node->isBlock() || !node->rect)
        return fail(ErrorCode::Invalid, Texts::tr("Select a container to take apart."));
    const NodeId parent = tree.parentOf(container);
    const Object *element = workbook.elementOf(*node);
    const int index = tree.indexOf(container);
    const int parentColumns = tree.node(parent)->columns;
    LayoutDraft draft(tree);
    std::vector<Placed> out;
    int row = node->rect->y;
    const QList<NodeId> grids =
        node->kind == NodeKind::TabbedContainer ? tree.childrenOf(container) : QList<NodeId>{container};
    int at = index + 1;
    for (const NodeId grid : grids) {
        const int columns = tree.node(grid)->columns;
        for (const NodeId child : tree.childrenOf(grid)) {
            const GridRect inner = tree.node(child)->rect.value_or(GridRect{0, 0, columns, 6});
            GridRect rect = scaled(inner, columns, node->rect->w);
            rect.x += node->rect->x;
            rect.y += row;
            draft.moveTo(child, parent, at++);
            out.push_back({child, fitted(rect, parentColumns)});
        }
        row += tree.contentRows(grid);
    }
    draft.remove(container);
    draft.place(parent, out);
    Transaction transaction;
    transaction.label = Texts::tr("Take “%1” apart").arg(nodeName(workbook, container));
    transaction.changes = draft.changes();
    if (element)
        append(transaction.changes, removalsOf(workbook, {element->key()}));
    return transaction;
}

Result<Transaction> makeAddTab(const Workbook &workbook, const Key &key, const std::string &name)
{
    const auto tabbed = findTabbed(workbook, key);
    if (!tabbed)
        return fail(tabbed.error());
    const auto count = workbook.layout.childrenOf(tabbed->node).size();
    const std::string label = name.empty() ? toUtf8(Texts::tr("Tab %1").arg(count + 1)) : name;
    Transaction transaction;
    transaction.label = Texts::tr("Add tab “%1”").arg(toQString(label));
    transaction.changes = insertItem(workbook, Scope::Element, key, tabsPath, -1, newTab(label));
    LayoutDraft draft(workbook.layout);
    draft.insert(tabbed->node, {workbook.layout.nextId(), {NodeKind::Tab, {}, {}, pageColumns, {}}, {}});
    append(transaction.changes, draft.changes());
    return transaction;
}

Result<Transaction> makeRemoveTab(const Workbook &workbook, const Key &key, int index)
{
    const auto tabbed = findTabbed(workbook, key);
    if (!tabbed)
        return fail(tabbed.error());
    const QList<NodeId> tabs = workbook.layout.childrenOf(tabbed->node);
    if (index < 0 || index >= tabs.size())
        return fail(ErrorCode::NotFound, Texts::tr("There is no such tab."));
    if (tabs.size() == 1)
        return fail(ErrorCode::Invalid, Texts::tr("A tabbed container needs at least one tab."),
                    Texts::tr("Delete the container instead."));
    Transaction transaction;
    transaction.label = Texts::tr("Delete tab “%1”").arg(tabsLookOf(*tabbed->element).names.value(index));
    const QList<Key> inside = elementsUnder(workbook, {tabs.at(index)});
    const std::string slot = joinPointer(tabsPath, static_cast<std::size_t>(index));
    if (at(tabbed->element->body(), slot))
        transaction.changes = setProperty(workbook, Scope::Element, key, slot, std::nullopt);
    LayoutDraft draft(workbook.layout);
    draft.remove(tabs.at(index));
    append(transaction.changes, draft.changes());
    append(transaction.changes, removalsOf(workbook, inside));
    return transaction;
}

Result<Transaction> makeMoveTab(const Workbook &workbook, const Key &key, int from, int to)
{
    const auto tabbed = findTabbed(workbook, key);
    if (!tabbed)
        return fail(tabbed.error());
    const QList<NodeId> tabs = workbook.layout.childrenOf(tabbed->node);
    if (from < 0 || to < 0 || from >= tabs.size() || to >= tabs.size())
        return fail(ErrorCode::NotFound, Texts::tr("There is no such tab."));
    Transaction transaction;
    transaction.label = Texts::tr("Move tab “%1”").arg(tabsLookOf(*tabbed->element).names.value(from));
    transaction.changes = moveItem(workbook, Scope::Element, key, tabsPath, from, to);
    LayoutDraft draft(workbook.layout);
    draft.moveTo(tabs.at(from), tabbed->node, to);
    append(transaction.changes, draft.changes());
    return transaction;
}

} // namespace tessera::model
