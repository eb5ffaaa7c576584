// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/workbook/views/source_view.h"

namespace tessera::model {

bool isControl(const Object &element);
std::string controlId(const Object &element);   // the formula handle, "" for anything else
std::string controlType(const Object &element); // list, slider …

// A table a control filters.
struct ControlTarget
{
    SourceView source;
    std::string columnId;
    std::string pointer; // "/filters/0"
};
std::vector<ControlTarget> controlTargets(const Object &control);

struct ControlValueSource
{
    bool manual = false;
    SourceView source; // of a column
    std::string columnId;
    std::string valueType; // manual: text or number
    std::vector<Json> values;
    std::vector<std::string> labels; // "" where a value has none
    std::string pointer;
};
// None for controls without one.
std::optional<ControlValueSource> controlValueSource(const Object &control);

// What a drill control swaps: in each target the column of the chosen category stands for those of the others.
struct DrillView
{
    std::vector<std::string> categories; // column ids of its source, outermost first
    struct Target
    {
        std::string elementId;
        std::vector<std::string> columnIds; // one for each category; "" where the target has none
    };
    std::vector<Target> targets;
};
// None for other controls.
std::optional<DrillView> drillOf(const Object &control);

// The control a handle names: the one that is not a mirror; null when there is none.
const Object *findControl(const Workbook &workbook, const std::string &handle);
std::vector<std::string> controlHandles(const Workbook &workbook); // of all controls that are not mirrors, in order

} // namespace tessera::model
