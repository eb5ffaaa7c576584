// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/query/chart_planner.h"
#include "model/query/planner.h"
#include "model/query/query_output.h"

namespace tessera::model::query {

namespace {

// Levels of a table from the outside; the rows come last.
std::vector<int> levelsOf(const ElementPlan &plan)
{
    std::vector<int> levels;
    for (const GroupingView &grouping : groupingsOf(plan.element())) {
        const int level = plan.groupingGrain(grouping.id);
        if (level > 0 && std::find(levels.begin(), levels.end(), level) == levels.end())
            levels.push_back(level);
    }
    return levels;
}

int levelOf(const std::vector<int> &levels, int grain)
{
    const auto found = std::find(levels.begin(), levels.end(), grain);
    return found == levels.end() ? -1 : static_cast<int>(found - levels.begin());
}

bool isSummary(const ElementPlan &plan, const std::string &id)
{
    const int native = plan.nativeGrain(id);
    return native != ElementPlan::rows && plan.grain(native).keys.empty();
}

// The order of groups and rows: each level's own sort, then its keys.
void sortLevels(QueryOutput &output, const std::vector<int> &levels)
{
    ElementPlan &plan = output.plan();
    for (const int level : levels) {
        const Grain grain = plan.grain(level);
        for (const SortView &sort : grain.order)
            output.sortBy(sort.columnId, sort.descending, sort.nulls == "first");
        for (const std::string &key : grain.keys) {
            const bool sorted = std::any_of(grain.order.begin(), grain.order.end(),
                                            [&](const SortView &s) { return s.columnId == key; });
            const bool outer = std::find(grain.partition.begin(), grain.partition.end(), key) != grain.partition.end();
            if (!sorted && !outer)
                output.sortBy(key, false);
        }
    }
    for (const SortView &sort : sortOf(plan.element()))
        output.sortBy(sort.columnId, sort.descending, sort.nulls == "first");
}

} // namespace

void planTable(ElementPlan &plan, ElementQuery &out)
{
    const std::vector<int> levels = levelsOf(plan);
    std::vector<std::string> shown;
    bool rows = levels.empty();
    for (const std::string &id : columnOrder(plan.element())) {
        const ColumnView *view = plan.column(id);
        if (!view || view->hidden || isSummary(plan, id))
            continue;
        shown.push_back(id);
        rows = rows || (plan.nativeGrain(id) == ElementPlan::rows && !plan.isKey(id));
    }
    QueryOutput output(plan, rows ? ElementPlan::rows : levels.back());
    for (const std::string &id : shown) {
        OutputColumn column;
        const ColumnView *view = plan.column(id);
        column.id = id;
        column.name = columnName(*view);
        column.level = levelOf(levels, plan.nativeGrain(id));
        column.isKey = plan.isKey(id);
        const auto use = output.at(id);
        output.add(use ? *use : plan.useOrNull(id, output.grain()), std::move(column));
    }
    sortLevels(output, levels);

    QueryOutput summary(plan, plan.grainOf({}));
    bool summarised = false;
    for (const std::string &id : summaryColumns(plan.element())) {
        summarised = summarised || plan.column(id);
        summary.add(id);
    }
    addConditions(plan, output);
    out.main = output.build();
    if (summarised)
        out.parts["summary"] = summary.build();
}

void addConditions(ElementPlan &plan, QueryOutput &output)
{
    for (const ConditionView &condition : conditionFormulas(plan.element())) {
        if (const auto use = plan.useFormula(condition.formula, output.grain(), condition.pointer, "format"))
            output.addHelper(*use, "condition:" + condition.pointer);
    }
}

// Cards: a row each, with everything the source shows.
void planRepeated(ElementPlan &plan, ElementQuery &out)
{
    QueryOutput output(plan, ElementPlan::rows);
    for (const ColumnView &column : plan.columns()) {
        if (!column.hidden)
            output.add(column.id);
    }
    if (plan.columns().empty() && plan.source()) {
        for (const std::string &name : plan.source()->columnNames()) {
            const auto use = plan.useSource({{}, name, {}, {}});
            OutputColumn column;
            column.id = column.name = name;
            if (use)
                output.add(*use, std::move(column));
        }
    }
    for (const SortView &sort : sortOf(plan.element()))
        output.sortBy(sort.columnId, sort.descending, sort.nulls == "first");
    out.main = output.build();
    if (plan.element().kind() != "single-row-container")
        return;
    const SingleRowView row = singleRowOf(plan.element());
    const ControlValue *chosen = nullptr;
    if (const auto known = plan.planner().options().controls.find(plan.element().id());
        known != plan.planner().options().controls.end())
        chosen = &known->second; // which row is shown is chosen like a control's value, under the container's id
    const Column *key = nullptr;
    for (const OutputColumn &column : out.main.columns) {
        if (column.id == row.keyColumn || column.name == row.keyColumn)
            key = out.main.relation->column(column.name);
    }
    const Value wanted = chosen && !chosen->values.empty() ? chosen->values.front()
                         : key                             ? wireValue(row.keyValue, key->type)
                                                           : Value();
    if (key && !wanted.isNull())
        out.main.relation = makeFilter(
            out.main.relation, operation(formula::Operator::Equal,
                                         {use(key->name, key->type), constant(fitted(wanted, key->type), true)}));
    out.main.relation = makeLimit(out.main.relation, 1);
}

} // namespace tessera::model::query
