// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include "model/query/element_rows.h"
#include "model/workbook/workbook.h"

namespace tessera::designer {

// What formula editors ask of the data; the window hands it in, because databases live outside the designer. Both are
// called on workers and may take their time; both may be missing.
struct FormulaData
{
    // The rows of an element of a workbook, `most` of them. Comes back soon after a stop.
    std::function<model::query::ElementRows(const model::Workbook &, const model::Key &, int most, std::stop_token)>
        rows;
    // Names and types of the columns outside the workbook. The answer keeps the workbook; it is asked on one thread at
    // a time.
    std::function<std::shared_ptr<const model::query::SourceColumns>(std::shared_ptr<const model::Workbook>)> columns;
};

} // namespace tessera::designer
