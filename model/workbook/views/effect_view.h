// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/value/value.h"
#include "model/workbook/views/action_view.h"

namespace tessera::model {

// Where an effect takes a value from.
struct ValueSourceView
{
    enum class Kind
    {
        None,
        Constant,
        Control,
        Formula,
        Column,
        ColumnRange,
        Other,
    };
    Kind kind = Kind::None;
    std::vector<Value> values;      // Constant: one, or those of a list
    std::optional<Value> low, high; // Constant: of a range
    std::string control;            // handle
    std::string formula;
    std::string columnId;
    std::string lowColumn, highColumn; // ColumnRange, "" for an open end
};

// What an effect does beyond its targets.
struct EffectDetail
{
    ValueSourceView value;
    bool adds = false;         // set-control-value: adds to what the control holds
    std::optional<int> tab;    // select-tab: the tab's place
    int direction = 0;         // select-tab: 1 next, -1 previous
    std::string scope;         // clear-control: page, control, container, workbook
    std::string url;           // open-url
};
EffectDetail effectDetail(const Object &object, const EffectView &effect);

} // namespace tessera::model
