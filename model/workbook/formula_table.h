// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/workbook/workbook.h"

namespace tessera::model {

struct TabledFormula
{
    std::string text;
    bool summary = false; // computed over all rows, not beside each
};

// A workbook with one more element, which no file ever holds: a table with the source, columns and filters of an element
// and formulas as further columns, to see what they come to. Names in the formulas mean what they mean in that element.
struct FormulaTable
{
    Workbook workbook;
    Key element;                         // the table
    std::vector<std::string> columnIds;  // of the formulas, in their order
};

FormulaTable tableWithFormulas(const Workbook &workbook, const Object &element, const std::vector<TabledFormula> &formulas);

} // namespace tessera::model
