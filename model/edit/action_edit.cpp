// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/action_edit.h"

#include <algorithm>
#include <charconv>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/change/apply.h"
#include "model/edit/property_edit.h"
#include "model/table/memory_row_store.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ActionEdit)
};

const Json *bodyOf(const Workbook &workbook, const ActionHost &host)
{
    return propertyTree(workbook, host.scope, host.key);
}

Unexpected gone()
{
    return fail(ErrorCode::NotFound, Texts::tr("This action or effect does not exist any more."));
}

std::string itemPath(std::string_view list, int index)
{
    return joinPointer(list, static_cast<std::size_t>(index));
}

int listSize(const Workbook &workbook, const ActionHost &host, std::string_view path)
{
    const Json *body = bodyOf(workbook, host);
    const Json *list = body ? at(*body, path) : nullptr;
    return list && list->is_array() ? static_cast<int>(list->size()) : 0;
}

int indexOf(const std::string &path)
{
    const std::string token = lastToken(path);
    int index = -1;
    std::from_chars(token.data(), token.data() + token.size(), index);
    return index;
}

// Where `path` stands after the list item `removed` is gone; later siblings and all below them move up by one.
std::string afterRemoval(const std::string &path, const std::string &removed)
{
    const std::string list = parentPointer(removed);
    if (!path.starts_with(list + '/'))
        return path;
    const std::size_t end = std::min(path.find('/', list.size() + 1), path.size());
    const int index = indexOf(path.substr(0, end));
    return index > indexOf(removed) ? itemPath(list, index - 1) + path.substr(end) : path;
}

Transaction labelled(const QString &label, std::vector<Change> changes)
{
    Transaction transaction;
    transaction.label = label;
    transaction.changes = std::move(changes);
    return transaction;
}

Result<PlacedEdit> insertInto(const Workbook &workbook, const ActionHost &host, const std::string &list, int index,
                              const Json &item, const QString &label)
{
    const int size = listSize(workbook, host, list);
    const int place = index < 0 || index > size ? size : index;
    auto changes = insertItem(workbook, host.scope, host.key, list, place, item);
    if (changes.empty())
        return gone();
    return PlacedEdit{labelled(label, std::move(changes)), itemPath(list, place)};
}

Result<Transaction> removeAt(const Workbook &workbook, const ActionHost &host, const std::string &path,
                             const QString &label)
{
    auto changes = setProperty(workbook, host.scope, host.key, path, std::nullopt);
    if (changes.empty())
        return gone();
    return labelled(label, std::move(changes));
}

void collectIds(const ObjectList &objects, std::vector<std::string> &ids)
{
    for (const Object &object : objects) {
        for (const ActionFlow &flow : actionFlows(object))
            ids.push_back(flow.id);
    }
}

} // namespace

std::vector<std::string> allActionIds(const Workbook &workbook)
{
    std::vector<std::string> ids;
    collectIds(workbook.elements, ids);
    collectIds(workbook.overlays, ids);
    return ids;
}

std::string freshActionId(const Workbook &workbook, const std::string &wanted)
{
    const std::vector<std::string> taken = allActionIds(workbook);
    const std::string stem = wanted.empty() ? "action" : wanted;
    std::string id = stem;
    for (int n = 2; std::ranges::find(taken, id) != taken.end(); ++n)
        id = stem + '-' + std::to_string(n);
    return id;
}

Result<PlacedEdit> makeInsertAction(const Workbook &workbook, const ActionHost &host, int index, Json action)
{
    renewActionId(action, freshActionId(workbook, actionId(action)));
    return insertInto(workbook, host, std::string(actionsPath), index, action, Texts::tr("Add action"));
}

Result<PlacedEdit> makeDuplicateAction(const Workbook &workbook, const ActionHost &host, int index)
{
    const Json *body = bodyOf(workbook, host);
    const Json *action = body ? at(*body, itemPath(actionsPath, index)) : nullptr;
    if (!action)
        return gone();
    auto placed = makeInsertAction(workbook, host, index + 1, *action);
    if (placed)
        placed->transaction.label = Texts::tr("Duplicate action");
    return placed;
}

Result<PlacedEdit> makeMoveAction(const Workbook &workbook, const ActionHost &host, int from, int to)
{
    auto changes = moveItem(workbook, host.scope, host.key, std::string(actionsPath), from, to);
    if (changes.empty())
        return gone();
    return PlacedEdit{labelled(Texts::tr("Move action"), std::move(changes)), itemPath(actionsPath, to)};
}

Result<Transaction> makeRemoveAction(const Workbook &workbook, const ActionHost &host, int index)
{
    return removeAt(workbook, host, itemPath(actionsPath, index), Texts::tr("Remove action"));
}

Result<Transaction> makeSetActionEnabled(const Workbook &workbook, const ActionHost &host, int index, bool enabled)
{
    const std::string path = itemPath(actionsPath, index);
    const Json *body = bodyOf(workbook, host);
    if (!body || !at(*body, path))
        return gone();
    const std::optional<Json> state =
        enabled ? std::nullopt : std::optional<Json>(actionState(false)); // enabled is the default
    return labelled(enabled ? Texts::tr("Turn action on") : Texts::tr("Turn action off"),
                    setProperty(workbook, host.scope, host.key, actionStatePath(path), state));
}

Result<Transaction> makeSetTrigger(const Workbook &workbook, const ActionHost &host, int index,
                                   const std::string &trigger)
{
    const std::string path = itemPath(actionsPath, index);
    const Json *body = bodyOf(workbook, host);
    const Json *action = body ? at(*body, path) : nullptr;
    if (!action)
        return gone();
    return labelled(Texts::tr("Change trigger"),
                    setProperty(workbook, host.scope, host.key, actionTriggerPath(*action, path), Json(trigger)));
}

Result<PlacedEdit> makeInsertEffect(const Workbook &workbook, const ActionHost &host, const std::string &effectsPath,
                                    int index, Json effect)
{
    return insertInto(workbook, host, effectsPath, index, effect, Texts::tr("Add effect"));
}

Result<PlacedEdit> makeDuplicateEffect(const Workbook &workbook, const ActionHost &host, const std::string &path)
{
    const Json *body = bodyOf(workbook, host);
    const Json *effect = body ? at(*body, path) : nullptr;
    if (!effect)
        return gone();
    return insertInto(workbook, host, parentPointer(path), indexOf(path) + 1, *effect, Texts::tr("Duplicate effect"));
}

Result<Transaction> makeRemoveEffect(const Workbook &workbook, const ActionHost &host, const std::string &path)
{
    return removeAt(workbook, host, path, Texts::tr("Remove effect"));
}

Result<PlacedEdit> makeMoveEffect(const Workbook &workbook, const ActionHost &host, const std::string &path,
                                  const std::string &effectsPath, int index)
{
    const Json *body = bodyOf(workbook, host);
    const Json *effect = body ? at(*body, path) : nullptr;
    if (!effect)
        return gone();
    if (effectsPath.starts_with(path + '/'))
        return fail(ErrorCode::Invalid, Texts::tr("A decision cannot be moved into one of its own branches."));
    auto taken = removeAt(workbook, host, path, Texts::tr("Move effect"));
    if (!taken)
        return gone();
    // The second half is made against the state between the two.
    Workbook between = workbook;
    MemoryRowStore none;
    if (auto done = apply(between, none, *taken); !done)
        return fail(done.error());
    const bool sameList = parentPointer(path) == effectsPath;
    const int place = sameList && index > indexOf(path) ? index - 1 : index;
    auto placed = insertInto(between, host, afterRemoval(effectsPath, path), place, *effect, Texts::tr("Move effect"));
    if (!placed)
        return placed;
    auto &changes = placed->transaction.changes;
    changes.insert(changes.begin(), taken->changes.begin(), taken->changes.end());
    if (sameList && place == indexOf(path))
        changes.clear(); // it stays where it is
    return placed;
}

Result<PlacedEdit> makeAddBranch(const Workbook &workbook, const ActionHost &host, const std::string &stepPath,
                                 FlowBranch::Kind kind)
{
    const std::string effects = stepEffectsPath(stepPath, kind, 0);
    if (kind == FlowBranch::Kind::ElseIf) {
        const std::string list = parentPointer(parentPointer(effects));
        return insertInto(workbook, host, list, -1, newBranch(kind), Texts::tr("Add branch"));
    }
    const std::string branch = parentPointer(effects);
    const Json *body = bodyOf(workbook, host);
    if (body && at(*body, branch))
        return fail(ErrorCode::Conflict, Texts::tr("This decision already has that branch."));
    auto changes = setProperty(workbook, host.scope, host.key, branch, newBranch(kind));
    if (changes.empty())
        return gone();
    return PlacedEdit{labelled(Texts::tr("Add branch"), std::move(changes)), branch};
}

Result<Transaction> makeRemoveBranch(const Workbook &workbook, const ActionHost &host, const std::string &branchPath)
{
    return removeAt(workbook, host, branchPath, Texts::tr("Remove branch"));
}

} // namespace tessera::model
