// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/query/element_plan.h"
#include "model/query/filter_planner.h"
#include "model/query/planner.h"

// The filters of an element: its own, and those of controls.

namespace tessera::model::query {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::ElementPlan)
};

} // namespace

void ElementPlan::addFilters()
{
    for (const FilterView &view : filtersOf(m_element)) {
        const Json *body = view.enabled ? at(m_element.body(), view.pointer) : nullptr;
        if (body)
            addFilter(filterRule(*body, false), nullptr, view.columnId, view.pointer);
    }
    for (const ControlFilter &filter : m_planner.controls().filtersOn(m_element)) {
        if (column(filter.columnId) || m_columns.empty())
            addFilter(filter.rule, filter.value ? &*filter.value : nullptr, filter.columnId, {});
        else
            m_planner.report(
                {false,
                 filter.controlElement,
                 {},
                 filter.pointer,
                 Texts::tr("The control filters a column that is not there: %1.").arg(toQString(filter.columnId)),
                 {}});
    }
}

void ElementPlan::addFilter(const FilterRule &rule, const ControlValue *chosen, const std::string &columnId,
                            const std::string &pointer)
{
    if (!column(columnId)) {
        problem({}, pointer, Texts::tr("The filter names a column that is not there: %1.").arg(toQString(columnId)));
        return;
    }
    if (rule.kind == "top-n") {
        const auto ranking = rankingOf(rule, chosen);
        if (ranking && m_element.kind() == "pivot-table")
            problem(columnId, pointer,
                    Texts::tr("In Sigma a filter by rank does not limit a pivot table: all its rows stay."),
                    Texts::tr("Put the filter on the table that the pivot table reads."), false);
        else if (ranking)
            addRanking(*ranking, columnId);
        return;
    }
    const int where = isKey(columnId) ? rows : nativeGrain(columnId);
    const auto used = use(columnId, where);
    if (!used)
        return;
    if (ExpressionPtr condition = filterCondition(rule, chosen, used->expression(), m_planner.options().now))
        m_filters.push_back({used->item, where, std::move(condition)});
}

void ElementPlan::addRanking(const Ranking &ranking, const std::string &columnId)
{
    const int where = nativeGrain(columnId);
    const auto used = use(columnId, where);
    if (!used)
        return;
    std::vector<int> needs = {used->item};
    std::vector<ExpressionPtr> partition;
    if (m_element.kind() == "table" && where != rows) {
        for (const std::string &key : std::vector<std::string>(grain(where).partition)) {
            const ItemUse outer = keyUse(where, key);
            needs.push_back(outer.item);
            partition.push_back(outer.expression());
        }
    }
    const FunctionCall call{formula::FunctionCatalogue::shipped().find(ranking.function), {}};
    const ItemUse rank =
        addScalar(where, "rank",
                  window(call, ValueType::Number, partition, {{used->expression(), ranking.descending, false}}), needs);
    const ExpressionPtr best =
        operation(formula::Operator::LessEqual, {rank.expression(), constant(Value(ranking.limit), true)});
    const ExpressionPtr null =
        call.function ? query::call(ranking.includeNulls ? "IsNull" : "IsNotNull", {used->expression()}) : nullptr;
    m_filters.push_back({rank.item, where, ranking.includeNulls ? anyOf({best, null}) : allOf({best, null})});
}

} // namespace tessera::model::query
