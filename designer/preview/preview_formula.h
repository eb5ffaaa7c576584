// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "designer/session/live_data.h"
#include "model/query/result_table.h"
#include "model/workbook/workbook.h"

namespace tessera::designer {

// Row of the element that was selected, for effects that read it.
struct PickedRow
{
    model::query::ResultPtr rows; // null: nothing was selected
    int row = -1;

    model::Value cell(const std::string &columnId) const; // Null: no such column, or nothing was selected
};

// What a control holds now: what the reader chose, else what the workbook says. None: there is no such control.
std::optional<model::query::ControlValue> controlNow(const model::Workbook &workbook, const std::string &handle,
                                                     const LiveData *data);

// A formula of an action of `host`, computed from controls, the selected row, and constants. None when it cannot be
// told here: it is broken, or it reads rows of elements.
std::optional<model::Value> computeHere(const model::Workbook &workbook, const model::Object &host,
                                        const std::string &formula, const PickedRow &selected, const LiveData *data);

// The formula with the values of the selected row written out, for whoever computes it from rows.
std::string withSelection(const std::string &formula, const model::Object &host, const PickedRow &selected);

} // namespace tessera::designer
