// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "model/formula/token.h"

namespace tessera::model {

// One `{{formula | format}}` in a dynamic text, or `{{handle}}` in an SQL statement. Ranges are within the whole text.
struct TemplatePart
{
    ByteRange whole;   // braces included; to the end of the text when `closed` is false
    ByteRange formula; // blanks at the ends left out
    ByteRange format;  // what follows the bar, empty when there is none
    bool hasFormat = false;
    bool closed = true;

    bool operator==(const TemplatePart &) const = default;
};

// Every template in a text, in order. Quotes and brackets inside a formula may hold bars and braces. Total and linear.
std::vector<TemplatePart> scanTemplates(std::string_view text);

enum class MentionKind
{
    DataSource, // @dataSource("element id")
    Tool,       // @tool("tool id")
};

// A mention in an agent's instructions.
struct AgentMention
{
    MentionKind kind = MentionKind::DataSource;
    ByteRange whole;
    ByteRange id; // within the quotes

    bool operator==(const AgentMention &) const = default;
};

std::vector<AgentMention> scanMentions(std::string_view text);

} // namespace tessera::model
