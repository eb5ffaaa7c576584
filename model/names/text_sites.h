// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/base/json.h"

namespace tessera::model {

enum class TextLanguage
{
    Formula,
    Template,     // text with {{formula | format}}
    Sql,          // a statement with {{controlId}}
    Instructions, // of an agent: a template with @dataSource("…") and @tool("…")
};

// What names in a text can mean, beside controls and elements by their full names.
enum class TextScope
{
    Element,      // columns of the element itself
    Action,       // nothing more
    SelectAction, // an on-select action: [Selection/…] too
    TargetRows,   // columns of `elementId`: the rows an effect changes
    SourceRows,   // columns of `elementId` only: keys of a join, parts of a union
};

// One text in a body that may refer to something by name.
struct TextSite
{
    std::string path;      // RFC 6901 pointer to the string
    std::string_view text; // valid while the body lives
    TextLanguage language = TextLanguage::Formula;
    TextScope scope = TextScope::Element;
    std::string elementId; // TargetRows, SourceRows
    int column = -1;       // of /columns/N/formula
    bool certain = true;   // false: text that merely looks like a template, at a place nobody documented
};

// Visits every formula, dynamic text, statement and instruction in a body, in document order. This is the one place
// that knows where such texts live. `kind` is the element's kind, "" for other objects and for the workbook's own
// trees.
void visitTextSites(const Json &body, std::string_view kind, const std::function<void(const TextSite &)> &visitor);

} // namespace tessera::model
