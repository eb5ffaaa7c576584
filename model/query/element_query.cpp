// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/element_query.h"

#include <algorithm>
#include <set>

#include "model/query/chart_planner.h"
#include "model/query/planner.h"
#include "model/workbook/views/control_view.h"

namespace tessera::model::query {

namespace {

void collectTables(const RelationPtr &relation, std::set<const Relation *> &seen, std::vector<TableSource> &tables)
{
    if (!relation || !seen.insert(relation.get()).second)
        return;
    const auto next = [&](const RelationPtr &input) { collectTables(input, seen, tables); };
    if (const auto *scan = as<Scan>(relation)) {
        if (std::find(tables.begin(), tables.end(), scan->source) == tables.end())
            tables.push_back(scan->source);
    } else if (const auto *project = as<Project>(relation)) {
        next(project->input);
    } else if (const auto *filter = as<Filter>(relation)) {
        next(filter->input);
    } else if (const auto *aggregate = as<Aggregate>(relation)) {
        next(aggregate->input);
    } else if (const auto *join = as<Join>(relation)) {
        next(join->left);
        next(join->right);
    } else if (const auto *all = as<UnionAll>(relation)) {
        for (const RelationPtr &input : all->inputs)
            next(input);
    } else if (const auto *sort = as<Sort>(relation)) {
        next(sort->input);
    } else if (const auto *limit = as<Limit>(relation)) {
        next(limit->input);
    }
}

void planKind(Planner &planner, const Object &element, ElementQuery &out)
{
    const std::string &kind = element.kind();
    if (isControl(element)) {
        planControl(planner, element, out);
        return;
    }
    const bool rows = kind == "table" || kind == "input-table";
    const bool cards = kind == "repeated-container" || kind == "single-row-container";
    const bool known = rows || cards || isChartKind(kind) || kind == "pivot-table" || kind == "progress";
    ElementPlan *plan = known ? planner.plan(element.key()) : nullptr;
    if (!plan || !plan->source())
        return; // nothing to read, reported
    if (rows)
        planTable(*plan, out);
    else if (cards)
        planRepeated(*plan, out);
    else if (kind == "pivot-table")
        planPivot(*plan, out);
    else if (kind == "kpi-chart")
        planKpi(*plan, out);
    else if (kind == "progress")
        planProgress(*plan, out);
    else
        planChart(*plan, out);
}

} // namespace

bool ElementQuery::hasErrors() const
{
    return std::any_of(problems.begin(), problems.end(), [](const QueryProblem &p) { return p.isError; });
}

ElementQuery planElement(const Workbook &workbook, const NameLookup &names, const Key &key, const QueryOptions &options)
{
    ElementQuery out;
    const Object *element = workbook.element(key);
    if (!element)
        return out;
    Planner planner(workbook, names, options);
    planKind(planner, *element, out);
    // Texts may read the same elements, whose relations are finished by now.
    Planner texts(workbook, names, options);
    planTexts(texts, *element, out);
    out.problems = planner.problems();
    out.problems.insert(out.problems.end(), texts.problems().begin(), texts.problems().end());
    std::set<const Relation *> seen;
    collectTables(out.main.relation, seen, out.tables);
    for (const auto &[name, part] : out.parts)
        collectTables(part.relation, seen, out.tables);
    std::set<std::string> used = planner.controls().used();
    used.insert(texts.controls().used().begin(), texts.controls().used().end());
    out.controls.assign(used.begin(), used.end());
    return out;
}

} // namespace tessera::model::query
