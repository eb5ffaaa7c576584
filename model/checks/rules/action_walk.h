// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/rules/rule_support.h"

namespace tessera::model {

// Where an action stands, as far as that decides what its effects may refer to.
struct ActionSite
{
    QString label;                      // of the host, for messages
    const ElementFacts *host = nullptr; // null: an overlay, or the tool of an agent
    bool overlay = false;
    bool tool = false;   // a step of an agent's tool
    bool select = false; // on-select: a row is selected
};

// The trigger of an action: the word alone, or with a condition.
std::string_view triggerOf(const Json &action);

// Condition and effects of an action, and what its steps refer to. The rules are rows of the topic "action".
void checkAction(CheckContext &context, ActionSite site, const Json &action, const std::string &path);

// A step of an agent's tool.
void checkToolStep(CheckContext &context, const QString &label, const Json &step, const std::string &path);

} // namespace tessera::model
