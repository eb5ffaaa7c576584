// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/action_flow.h"

#include "model/base/pointer.h"

namespace tessera::model {

namespace {

constexpr int deepest = 32; // a file may nest decisions without end; what lies deeper is not drawn

std::vector<FlowStep> readSteps(const Json *list, const std::string &path, int depth);

FlowBranch readBranch(FlowBranch::Kind kind, const Json &body, std::string path, int depth)
{
    FlowBranch branch{kind, std::move(path), {}, {}};
    branch.effectsPath = branch.path + "/effects";
    branch.steps = readSteps(member(body, "effects"), branch.effectsPath, depth);
    return branch;
}

std::vector<FlowBranch> readBranches(const Json &step, const std::string &path, int depth)
{
    std::vector<FlowBranch> branches;
    if (const Json *first = member(step, "if"))
        branches.push_back(readBranch(FlowBranch::Kind::If, *first, path + "/if", depth));
    if (const Json *more = member(step, "elseif"); more && more->is_array()) {
        for (std::size_t i = 0; i < more->size(); ++i)
            branches.push_back(
                readBranch(FlowBranch::Kind::ElseIf, (*more)[i], joinPointer(path + "/elseif", i), depth));
    }
    if (const Json *last = member(step, "else"))
        branches.push_back(readBranch(FlowBranch::Kind::Else, *last, path + "/else", depth));
    return branches;
}

std::vector<FlowStep> readSteps(const Json *list, const std::string &path, int depth)
{
    std::vector<FlowStep> steps;
    if (!list || !list->is_array() || depth > deepest)
        return steps;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Json &body = (*list)[i];
        FlowStep step{joinPointer(path, i), stringMember(body, "effect"), {}};
        if (isDecision(step.effect))
            step.branches = readBranches(body, step.path, depth + 1);
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace

std::vector<ActionFlow> actionFlows(const Object &host)
{
    std::vector<ActionFlow> flows;
    const Json *actions = member(host.body(), "actions");
    if (!actions || !actions->is_array())
        return flows;
    for (std::size_t i = 0; i < actions->size(); ++i) {
        const Json &body = (*actions)[i];
        ActionFlow flow;
        flow.path = joinPointer(actionsPath, i);
        flow.effectsPath = flow.path + "/effects";
        flow.id = actionId(body);
        flow.name = stringMember(body, "name");
        flow.enabled = isEnabledAction(body);
        if (const Json *trigger = member(body, "trigger")) {
            flow.trigger = trigger->is_object() ? stringMember(*trigger, "on") : stringOf(*trigger);
            if (member(*trigger, "condition"))
                flow.conditionPath = flow.path + "/trigger/condition";
        }
        flow.steps = readSteps(member(body, "effects"), flow.effectsPath, 0);
        flows.push_back(std::move(flow));
    }
    return flows;
}

std::string actionStatePath(const std::string &actionPath)
{
    return actionPath + "/state";
}

std::string actionTriggerPath(const Json &action, const std::string &actionPath)
{
    const Json *trigger = member(action, "trigger");
    return actionPath + (trigger && trigger->is_object() ? "/trigger/on" : "/trigger");
}

std::string stepEffectsPath(const std::string &stepPath, FlowBranch::Kind kind, int index)
{
    switch (kind) {
    case FlowBranch::Kind::If:
        return stepPath + "/if/effects";
    case FlowBranch::Kind::ElseIf:
        return joinPointer(stepPath + "/elseif", static_cast<std::size_t>(index)) + "/effects";
    case FlowBranch::Kind::Else:
        break;
    }
    return stepPath + "/else/effects";
}

Json newBranch(FlowBranch::Kind kind)
{
    if (kind == FlowBranch::Kind::Else)
        return {{"effects", Json::array()}};
    return {{"condition", {{"type", "formula"}, {"formula", ""}}}, {"effects", Json::array()}};
}

bool isEnabledAction(const Json &action)
{
    return stringMember(action, "state") != "disabled";
}

bool isDecision(std::string_view effect)
{
    return effect == "if-else";
}

Json actionState(bool enabled)
{
    return enabled ? "enabled" : "disabled";
}

void renewActionId(Json &action, const std::string &id)
{
    if (action.is_object())
        action["id"] = id;
}

std::string actionId(const Json &action)
{
    return stringMember(action, "id");
}

std::string effectName(const Json &effect)
{
    return stringMember(effect, "effect");
}

const Json *branchCondition(const Json &branch)
{
    return member(branch, "condition");
}

} // namespace tessera::model
