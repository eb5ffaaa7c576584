// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QString>

#include "model/checks/diagnostic.h"

namespace tessera::model {

// One row of the rule reference. Texts are English sources of translations; the functions give the translated text.
struct RuleInfo
{
    const char *id; // stable: "layout.unplaced"; what stands before the dot is the topic
    Severity severity;
    const char *title;
    const char *explanation;
    const char *server = ""; // what Sigma says when nobody stops it before, "" when it says nothing

    QString titleText() const;
    QString explanationText() const;
    std::string_view topic() const;
};

// Every rule, topic by topic.
const std::vector<RuleInfo> &allRules();
const RuleInfo *findRule(std::string_view id); // null: no such rule

} // namespace tessera::model
