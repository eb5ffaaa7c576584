// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/workbook/workbook.h"

namespace tessera::model {

// What the SIGDS tables show of actions, controls and input tables, read from their wire bodies. Broken bodies give
// empty parts, never an error.

struct EffectFacts
{
    std::string type;    // "insert-rows"
    std::string subtype; // what kind of that: the selector of rows, the scope of a reset, the channel of an export
    std::string target;  // id of the element, control, overlay, page, document … it acts on
    Json conditions;     // of a branching effect: the condition of each branch; else null
    // Effects inside: where they stand ("/if/effects/0") and what they are.
    std::vector<std::pair<std::string, const Json *>> inner;
};
EffectFacts effectFacts(const Json &effect);

struct ActionFacts
{
    std::string id;
    std::string name;
    Json trigger;   // wire form: a text, or an object with `on`
    Json condition; // null: none
    std::vector<const Json *> effects;
    bool paused = false;
    Json rest = Json::object(); // every other key: success toast, summary, unknown ones
};
std::vector<ActionFacts> actionFacts(const Json &body);
// Actions that hang on the workbook itself.
std::vector<ActionFacts> workbookActionFacts(const Workbook &workbook);

struct ControlFacts
{
    std::string handle; // what formulas call it
    std::string type;
    Json value; // the members that hold its present value, by name
};
std::optional<ControlFacts> controlFacts(const Object &element);

struct InputTableFacts
{
    std::string type;       // "empty", "csv" or "linked"
    bool published = false; // data is entered in the published version
    Json columns = Json::array();
    Json validation = Json::object(); // column id -> its validation slot
    Json governance = Json::object(); // who may enter what
    Json metadata = Json::object();   // name, description, source
};
std::optional<InputTableFacts> inputTableFacts(const Object &element);

// The id Sigma gave the workbook, else "workbook".
std::string workbookIdOf(const Workbook &workbook);

} // namespace tessera::model
