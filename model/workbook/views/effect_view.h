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
        FormulaRange,
        FormField,
        Other,
    };
    Kind kind = Kind::None;
    std::vector<Value> values;      // Constant: one, or those of a list
    std::optional<Value> low, high; // Constant: of a range
    std::string control;            // handle
    std::string formula;
    std::string columnId;
    std::string lowColumn, highColumn;   // ColumnRange, "" for an open end
    std::string lowFormula, highFormula; // FormulaRange, "" for an open end
    std::string fieldId;                 // FormField
};

// When an action or a branch runs.
struct ActionCondition
{
    enum class Kind
    {
        Always, // there is none
        Column, // of the selected row
        Constant,
        Formula,
        Other,
    };
    Kind kind = Kind::Always;
    std::string columnId;             // Column
    std::string op;                   // Column: = != > … IsNull Contains Between; Constant: = In
    ValueSourceView value, low, high; // operands
    std::string formula;
};
// `pointer` "": always.
ActionCondition actionCondition(const Object &host, const std::string &pointer);

// What is said when an action is done; "" where nothing is.
struct ToastView
{
    std::string title, message;
};
ToastView successToast(const Object &host, const ActionView &action);

// What an effect does beyond its targets.
struct EffectDetail
{
    ValueSourceView value;
    bool adds = false;       // set-control-value: adds to what the control holds
    std::optional<int> tab;  // select-tab: the tab's place
    int direction = 0;       // select-tab: 1 next, -1 previous
    std::string scope;       // clear-control: page, control, container, workbook
    bool published = false;  // clear-control: back to what the workbook says, else to nothing
    std::string sortColumn;  // custom-sort: column id
    bool descending = false; // custom-sort
    std::string container;   // set-single-row-container: its id
    std::vector<std::pair<std::string, ValueSourceView>> fields; // set-form-values: by field id
    std::string url;                                             // open-url
};
EffectDetail effectDetail(const Object &object, const EffectView &effect);

} // namespace tessera::model
