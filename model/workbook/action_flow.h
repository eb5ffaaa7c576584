// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/workbook/object.h"

namespace tessera::model {

struct FlowBranch;

// One effect of an action; a decision (if-else) has branches with effects of their own.
struct FlowStep
{
    std::string path;   // of the effect in the host's body: "/actions/0/effects/2"
    std::string effect; // wire name, "" when missing
    std::vector<FlowBranch> branches;
};

struct FlowBranch
{
    enum class Kind
    {
        If,
        ElseIf,
        Else,
    };
    Kind kind = Kind::If;
    std::string path;        // of the branch: "/actions/0/effects/2/if", ".../elseif/0", ".../else"
    std::string effectsPath; // of its list of effects, which may be missing
    std::vector<FlowStep> steps;
};

struct ActionFlow
{
    std::string path; // "/actions/0"
    std::string effectsPath;
    std::string conditionPath; // "" when the trigger has no condition
    std::string id;
    std::string trigger; // wire name, "" when missing
    std::string name;
    bool enabled = true;
    std::vector<FlowStep> steps;
};

// The actions of an element or overlay in order; whatever cannot be read as an action is an empty flow at its place.
std::vector<ActionFlow> actionFlows(const Object &host);

// Where things of an action stand in a host's body.
inline constexpr std::string_view actionsPath = "/actions";
std::string actionStatePath(const std::string &actionPath);
std::string actionTriggerPath(const Json &action, const std::string &actionPath); // of the wire name itself
std::string stepEffectsPath(const std::string &stepPath, FlowBranch::Kind kind, int index = 0);
Json newBranch(FlowBranch::Kind kind); // an empty else-if or else

bool isEnabledAction(const Json &action);
bool isDecision(std::string_view effect); // the effect that branches
// The value of the state key that turns an action on or off.
Json actionState(bool enabled);

void renewActionId(Json &action, const std::string &id);
std::string actionId(const Json &action);
std::string effectName(const Json &effect);      // wire name, "" when missing
const Json *branchCondition(const Json &branch); // null: none

} // namespace tessera::model
