// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/block_edit.h"

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/schema/new_body.h"
#include "model/workbook/identity.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::BlockEdit)
};

Transaction added(const Workbook &workbook, Collection collection, Json body, LayoutNode node, int index)
{
    const ObjectList &list = workbook.list(collection);
    const Object object(list.freeKey(node.ref), std::move(body));
    const int place = index < 0 || index > list.size() ? list.size() : index;
    Transaction transaction;
    transaction.label = Texts::tr("Add “%1”").arg(toQString(object.name()));
    transaction.changes.push_back(InsertObject{collection, place, object.key(), object.body()});
    transaction.changes.push_back(InsertNode{rootNode,
                                             static_cast<int>(workbook.layout.childrenOf(rootNode).size()),
                                             {workbook.layout.nextId(), std::move(node), {}}});
    return transaction;
}

// The layout keeps its blocks in the order of the pages: the moved one goes before the block of the page it now
// precedes, or after that of the page it now follows.
void appendBlockMove(Transaction &transaction, const Workbook &workbook, const ObjectList &list, int from, int to)
{
    const LayoutTree &layout = workbook.layout;
    const NodeId node = layout.findBlock(list.at(from).id());
    if (node == rootNode)
        return;
    const int own = layout.indexOf(node);
    const auto blockAt = [&](int position) { // in the new order
        const int index =
            position < to ? (position < from ? position : position + 1) : (position > from ? position : position - 1);
        return index >= 0 && index < list.size() ? layout.findBlock(list.at(index).id()) : rootNode;
    };
    int place = -1;
    for (int next = to + 1; next < list.size() && place < 0; ++next) {
        if (const NodeId block = blockAt(next); block != rootNode)
            place = layout.indexOf(block) - (own < layout.indexOf(block) ? 1 : 0);
    }
    for (int previous = to - 1; previous >= 0 && place < 0; --previous) {
        if (const NodeId block = blockAt(previous); block != rootNode)
            place = layout.indexOf(block) + (own < layout.indexOf(block) ? 0 : 1);
    }
    if (place >= 0 && place != own)
        transaction.changes.push_back(MoveNode{node, {rootNode, own, {}}, {rootNode, place, {}}});
}

} // namespace

Result<Transaction> makeAddPage(const Workbook &workbook, const std::string &name, int index)
{
    Json body = newPage(workbook, name);
    const std::string id = idOf(body);
    return added(workbook, Collection::Pages, std::move(body), {NodeKind::Page, id, {}, pageColumns, {}}, index);
}

Result<Transaction> makeAddOverlay(const Workbook &workbook, const Catalogue &catalogue, const std::string &type)
{
    Json body = newOverlay(catalogue, workbook, type);
    const std::string id = idOf(body);
    return added(workbook, Collection::Overlays, std::move(body), {NodeKind::Page, id, {}, pageColumns, {}}, -1);
}

Result<Transaction> makeAddPanel(const Workbook &workbook, const Catalogue &catalogue, const std::string &type)
{
    Json body = newPanel(catalogue, workbook, type);
    const std::string id = idOf(body);
    const int columns = type == "sidebar" ? sidebarColumns : pageColumns;
    return added(workbook, Collection::Panels, std::move(body), {NodeKind::Panel, id, {}, columns, {}}, -1);
}

Result<Transaction> makeMoveBlock(const Workbook &workbook, Collection collection, int from, int to)
{
    const ObjectList &list = workbook.list(collection);
    if (from < 0 || to < 0 || from >= list.size() || to >= list.size())
        return fail(ErrorCode::NotFound, Texts::tr("There is no page at this place."));
    Transaction transaction;
    transaction.label = Texts::tr("Move “%1”").arg(toQString(list.at(from).name()));
    transaction.changes.push_back(MoveObject{collection, list.at(from).key(), from, to});
    appendBlockMove(transaction, workbook, list, from, to);
    return transaction;
}

std::string insertedBlock(const Transaction &transaction)
{
    for (const Change &change : transaction.changes) {
        const auto *insert = std::get_if<InsertObject>(&change);
        if (insert && insert->in != Collection::Elements)
            return idOf(insert->body);
    }
    return {};
}

} // namespace tessera::model
