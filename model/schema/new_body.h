// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/catalogue.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// Bodies for new things, ready to be inserted: the smallest that Sigma takes, with a readable id nobody uses yet
// ("bar-chart-2") and, where the kind has a name, a free name. Pure functions; unknown kinds give {id, kind}.

struct NewBodyOptions
{
    // Element to read from. Its first fitting columns go on the channels. "": no source, no columns, for the person to
    // choose.
    std::string sourceElementId = {};
    std::string sourceColumnId = {}; // of it, for a control to filter; "": the first that fits the control
    std::string name = {};           // "": made from the kind's label
    std::string id = {};             // "": made from the kind
};

// `kind`: an element kind, or "control/<controlType>" for a control.
Json newBody(const Catalogue &catalogue, const Workbook &workbook, const std::string &kind,
             const NewBodyOptions &options = {});
Json newControlBody(const Catalogue &catalogue, const Workbook &workbook, const std::string &controlType,
                    const NewBodyOptions &options = {});

// An effect with its required keys; an action around it. Action ids are unique in the whole workbook.
Json newEffect(const Catalogue &catalogue, const std::string &effect);
Json newAction(const Workbook &workbook, const std::string &trigger, const Json &effects = Json::array());

Json newPage(const Workbook &workbook, const std::string &name = {});
Json newOverlay(const Catalogue &catalogue, const Workbook &workbook, const std::string &type);
Json newPanel(const Catalogue &catalogue, const Workbook &workbook, const std::string &type);
Json newTabs(int count); // [{name: "Tab 1"}, …]

// Ids: lower-case words joined by '-', numbered from 2 on. Unique over elements, pages, overlays and panels.
std::string freeId(const Workbook &workbook, const std::string &stem);
std::string freeActionId(const Workbook &workbook, const std::string &stem = "action");
std::string freeControlId(const Workbook &workbook, const std::string &stem);
std::string freeElementName(const Workbook &workbook, const std::string &stem);
// Within one body: an id no column, grouping, filter or action of it uses.
std::string freeItemId(const Json &body, const std::string &stem);

// An item for a list at `pointer` of a body, from the catalogue: fresh ids, required fields, defaults where there is no
// better choice. Null where the pointer names no list.
Json newItem(const Catalogue &catalogue, const Workbook &workbook, Scope scope, const Json &body,
             const std::string &pointer);
// A value of a type with its required fields filled.
Json newValue(const TypeSpec &type);

} // namespace tessera::model
