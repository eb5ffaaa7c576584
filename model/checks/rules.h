// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "model/checks/check_context.h"
#include "model/checks/rule.h"

namespace tessera::model {

// A topic is a file under rules/: its rows and the checks that report them. Each check gets the thing in hand and asks
// the context about everything else. What a check does not concern it leaves at once.
struct RuleTopic
{
    const char *name; // heading of the rule reference
    std::vector<RuleInfo> rules;
    std::function<void(CheckContext &, const Json &meta, const Json &contents, const Json &extras)> workbook;
    std::function<void(CheckContext &, const Object &, const ElementFacts &)> element;
    std::function<void(CheckContext &, const Object &, Scope)> block;     // pages, overlays, panels
    std::function<void(CheckContext &, NodeId, const LayoutNode &)> node; // layout nodes that can hold others
};

const std::vector<RuleTopic> &ruleTopics();

RuleTopic structureTopic();
RuleTopic identityTopic();
RuleTopic layoutTopic();
RuleTopic referenceTopic();
RuleTopic chartTopic();
RuleTopic contentTopic();
RuleTopic navigationTopic();
RuleTopic dataTopic();
RuleTopic controlTopic();
RuleTopic sourceTopic();
RuleTopic actionTopic();
RuleTopic formulaTopic();
RuleTopic documentTopic();
RuleTopic schemaTopic();

} // namespace tessera::model
