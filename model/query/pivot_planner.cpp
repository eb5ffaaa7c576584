// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/chart_planner.h"
#include "model/query/mark_order.h"
#include "model/query/planner.h"
#include "model/query/query_output.h"

namespace tessera::model::query {

namespace {

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<std::string> first(const std::vector<std::string> &all, std::size_t count)
{
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()))};
}

// A value of each pair of these keys; the formulas run again where they are fewer than the pivot has.
QueryOutput totals(ElementPlan &plan, const std::vector<std::string> &rows, const std::vector<std::string> &columns)
{
    QueryOutput output(plan, plan.grainOf(joined(rows, columns)));
    for (const std::string &id : rows)
        output.add(id, "rowsBy");
    for (const std::string &id : columns)
        output.add(id, "columnsBy");
    for (const std::string &id : knownColumns(plan, "values"))
        output.add(id, "values");
    sortMarks(output);
    return output;
}

} // namespace

void planPivot(ElementPlan &plan, ElementQuery &out)
{
    const std::vector<std::string> rows = knownColumns(plan, "rowsBy"), columns = knownColumns(plan, "columnsBy");
    const TotalsView wanted = totalsOf(plan.element());
    QueryOutput main = totals(plan, rows, columns);
    addConditions(plan, main);
    std::vector<std::pair<std::string, QueryOutput>> parts;
    if (!rows.empty())
        parts.emplace_back("rowTotals", totals(plan, rows, {}));
    if (!columns.empty())
        parts.emplace_back("columnTotals", totals(plan, {}, columns));
    if (wanted.grand)
        parts.emplace_back("grandTotal", totals(plan, {}, {}));
    for (std::size_t n = 1; wanted.sub && n < rows.size(); ++n) {
        parts.emplace_back("subtotals:" + std::to_string(n), totals(plan, first(rows, n), columns));
        if (!columns.empty())
            parts.emplace_back("rowSubtotals:" + std::to_string(n), totals(plan, first(rows, n), {}));
    }
    for (std::size_t n = 1; wanted.sub && n < columns.size(); ++n)
        parts.emplace_back("columnSubtotals:" + std::to_string(n), totals(plan, rows, first(columns, n)));
    out.main = main.build();
    for (auto &[name, part] : parts)
        out.parts[name] = part.build();
}

} // namespace tessera::model::query
