// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/change/change.h"

namespace tessera::model {

struct EffectView
{
    std::string effect;                        // "insert-rows"; "" when missing
    std::string pointer;                       // "/actions/0/effects/2"
    std::vector<struct EffectBranch> branches; // of an if-else
};

// A branch of an if-else.
struct EffectBranch
{
    enum class Kind
    {
        If,
        ElseIf,
        Else,
    };
    Kind kind = Kind::If;
    std::string conditionPointer; // "" for Else and where it is missing
    std::string effectsPointer;   // the list, whether it exists or not
    std::vector<EffectView> effects;
};

struct ActionView
{
    std::string id;
    std::string name;
    std::string trigger;          // "on-click"
    std::string conditionPointer; // "" when it always runs
    bool enabled = true;
    int index = 0;
    std::string pointer; // "/actions/0"
    std::vector<EffectView> effects;
};

// Actions of an element or overlay, in order.
std::vector<ActionView> actionsOf(const Object &object);
// All effects of an action, those of branches included, in reading order.
std::vector<EffectView> allEffects(const ActionView &action);

// Ids an effect refers to, in whatever form the effect writes them; "" when it has none.
struct EffectTargets
{
    std::string element; // element id: table, container, chat …
    std::string page;
    std::string overlay;
    std::string control; // handle
};
EffectTargets effectTargets(const Object &object, const EffectView &effect);

} // namespace tessera::model
