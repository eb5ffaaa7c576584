// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// A formula that is computed beside an element's own columns.
struct ProbeColumn
{
    std::string id;
    std::string formula;
};

// A copy of a workbook in which an element also computes some formulas, at the level of the column `path` leads to
// ("/columns/3/formula"): among the rows, in its grouping, or in the summary. Charts, KPIs and pivots become a table,
// grouped by their row-level columns when the last formula is an aggregate. A formula of no column (a condition, a
// reference mark) is computed among the rows or marks. An element without columns (a text, a progress bar) becomes a
// text with a value a formula. The element keeps its key, id and filters, so controls act as they do.
struct FormulaProbe
{
    Workbook workbook;
    Key element;          // that computes them
    bool summary = false; // the answer is in the part "summary"
    std::string text; // it is in this part, one column a formula in their order; "": in the rows, columns by their ids
};

// `isAggregate` tells of a formula whether it is one value a group. Errors: NotFound; Unsupported where no rows belong
// to the formula (actions).
Result<FormulaProbe> makeFormulaProbe(const Workbook &workbook, const Key &element, const std::string &path,
                                      const std::vector<ProbeColumn> &columns,
                                      const std::function<bool(const std::string &formula)> &isAggregate);

// The same beside the element, at no level of it: one more element, which no file ever holds, is a table with its
// source, columns and filters, computes the formulas on each row or, as a summary, over all of them. Names mean what
// they mean there.
FormulaProbe makeTableProbe(const Workbook &workbook, const Object &element, const std::vector<ProbeColumn> &columns,
                            bool summary);

// A copy of a workbook with one more text, which shows formulas that stand in no element: those of an action. It is
// placed on no page.
struct TextProbe
{
    Workbook workbook;
    Key key;          // of the text
    std::string part; // of its rows: a column a formula, in their order
};
TextProbe makeTextProbe(const Workbook &workbook, const std::vector<std::string> &formulas);

} // namespace tessera::model
