// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/change/transaction.h"
#include "model/workbook/action_flow.h"

namespace tessera::model {

// Edits of the actions of one element or overlay, as transactions. Paths are those of ActionFlow; an edit that places
// something also says where it stands afterwards, so that a view can select it.
// Errors of all: NotFound when the host or the path does not exist.

struct ActionHost
{
    Scope scope = Scope::Element;
    Key key;
    bool operator==(const ActionHost &) const = default;
};

struct PlacedEdit
{
    Transaction transaction;
    std::string path;
};

// Every action id in the workbook, of elements and overlays.
std::vector<std::string> allActionIds(const Workbook &workbook);
// `wanted` when no action has it, else wanted-2, wanted-3 …
std::string freshActionId(const Workbook &workbook, const std::string &wanted);

// `action` is a whole action; its id is replaced where another action has it. index -1: last.
Result<PlacedEdit> makeInsertAction(const Workbook &workbook, const ActionHost &host, int index, Json action);
Result<PlacedEdit> makeDuplicateAction(const Workbook &workbook, const ActionHost &host, int index);
Result<PlacedEdit> makeMoveAction(const Workbook &workbook, const ActionHost &host, int from, int to);
Result<Transaction> makeRemoveAction(const Workbook &workbook, const ActionHost &host, int index);
Result<Transaction> makeSetActionEnabled(const Workbook &workbook, const ActionHost &host, int index, bool enabled);
Result<Transaction> makeSetTrigger(const Workbook &workbook, const ActionHost &host, int index,
                                   const std::string &trigger);

// `effectsPath` names a list of effects of an action or a branch; it is made when missing. index -1: last.
Result<PlacedEdit> makeInsertEffect(const Workbook &workbook, const ActionHost &host, const std::string &effectsPath,
                                    int index, Json effect);
Result<PlacedEdit> makeDuplicateEffect(const Workbook &workbook, const ActionHost &host, const std::string &path);
Result<Transaction> makeRemoveEffect(const Workbook &workbook, const ActionHost &host, const std::string &path);
// `index` counts in the target list as it is before the move. Errors: also Invalid for a move into itself.
Result<PlacedEdit> makeMoveEffect(const Workbook &workbook, const ActionHost &host, const std::string &path,
                                  const std::string &effectsPath, int index);

// Adds an else-if (after the present ones) or the else to a decision; removes one. Errors: also Conflict
// for a second else.
Result<PlacedEdit> makeAddBranch(const Workbook &workbook, const ActionHost &host, const std::string &stepPath,
                                 FlowBranch::Kind kind);
Result<Transaction> makeRemoveBranch(const Workbook &workbook, const ActionHost &host, const std::string &branchPath);

} // namespace tessera::model
