// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/action_view.h"

#include "model/base/pointer.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

constexpr int deepestBranch = 16;

std::vector<EffectView> effectsIn(const Json &owner, const std::string &listPointer, int depth);

EffectBranch branchOf(EffectBranch::Kind kind, const Json &json, const std::string &pointer, int depth)
{
    EffectBranch branch;
    branch.kind = kind;
    if (kind != EffectBranch::Kind::Else && member(json, "condition"))
        branch.conditionPointer = pointer + "/condition";
    branch.effectsPointer = pointer + "/effects";
    branch.effects = effectsIn(json, branch.effectsPointer, depth);
    return branch;
}

std::vector<EffectBranch> branchesOf(const Json &effect, const std::string &pointer, int depth)
{
    std::vector<EffectBranch> branches;
    if (depth <= 0)
        return branches;
    if (const Json *branch = member(effect, "if"))
        branches.push_back(branchOf(EffectBranch::Kind::If, *branch, pointer + "/if", depth - 1));
    forEachItem(effect, "elseif", [&](const Json &branch, int index) {
        branches.push_back(branchOf(EffectBranch::Kind::ElseIf, branch,
                                    joinPointer(pointer + "/elseif", static_cast<std::size_t>(index)), depth - 1));
    });
    if (const Json *branch = member(effect, "else"))
        branches.push_back(branchOf(EffectBranch::Kind::Else, *branch, pointer + "/else", depth - 1));
    return branches;
}

std::vector<EffectView> effectsIn(const Json &owner, const std::string &listPointer, int depth)
{
    std::vector<EffectView> effects;
    forEachItem(owner, "effects", [&](const Json &json, int index) {
        EffectView effect;
        effect.effect = stringMember(json, "effect");
        effect.pointer = joinPointer(listPointer, static_cast<std::size_t>(index));
        effect.branches = branchesOf(json, effect.pointer, depth);
        effects.push_back(std::move(effect));
    });
    return effects;
}

void flatten(const std::vector<EffectView> &effects, std::vector<EffectView> &out)
{
    for (const EffectView &effect : effects) {
        out.push_back(effect);
        for (const EffectBranch &branch : effect.branches)
            flatten(branch.effects, out);
    }
}

std::string firstOf(const Json &json, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const std::string text = stringMember(json, key); !text.empty())
            return text;
    }
    return {};
}

} // namespace

std::vector<ActionView> actionsOf(const Object &object)
{
    std::vector<ActionView> actions;
    forEachItem(object.body(), "actions", [&](const Json &json, int index) {
        ActionView action;
        action.id = stringMember(json, "id");
        action.name = stringMember(json, "name");
        action.index = index;
        action.pointer = joinPointer("/actions", static_cast<std::size_t>(index));
        action.enabled = stringMember(json, "state") != "disabled";
        if (const Json *trigger = member(json, "trigger")) {
            action.trigger = trigger->is_object() ? stringMember(*trigger, "on") : stringOf(*trigger);
            if (member(*trigger, "condition"))
                action.conditionPointer = action.pointer + "/trigger/condition";
        }
        action.effects = effectsIn(json, action.pointer + "/effects", deepestBranch);
        actions.push_back(std::move(action));
    });
    return actions;
}

std::vector<EffectView> allEffects(const ActionView &action)
{
    std::vector<EffectView> all;
    flatten(action.effects, all);
    return all;
}

EffectTargets effectTargets(const Object &object, const EffectView &effect)
{
    EffectTargets targets;
    const Json *json = at(object.body(), effect.pointer);
    if (!json)
        return targets;
    targets.element = firstOf(*json, {"tableElementId", "tabbedContainerElementId", "elementId", "formElementId",
                                      "codeElementId", "chatElementId", "pluginElementId"});
    targets.overlay = firstOf(*json, {"overlayId"});
    targets.control = firstOf(*json, {"control"});
    for (const char *key : {"target", "source", "scope"}) {
        const Json *inner = member(*json, key);
        if (!inner)
            continue;
        if (targets.element.empty())
            targets.element = firstOf(*inner, {"element", "containerElementId"});
        if (targets.page.empty())
            targets.page = firstOf(*inner, {"page", "pageId"});
        if (targets.control.empty())
            targets.control = firstOf(*inner, {"controlId"});
    }
    return targets;
}

} // namespace tessera::model
