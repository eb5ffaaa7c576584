// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/chart_planner.h"
#include "model/query/mark_order.h"
#include "model/query/planner.h"
#include "model/query/query_output.h"
#include "model/value/calendar.h"
#include "model/workbook/views/channel_view.h"

namespace tessera::model::query {

namespace {

const OutputColumn *byChannel(const Query &query, const std::string &channel)
{
    for (const OutputColumn &column : query.columns) {
        if (column.channel == channel)
            return &column;
    }
    return nullptr;
}

ExpressionPtr useOf(const OutputColumn &column, int input = 0)
{
    return use(column.name, column.type, input);
}

Query single(RelationPtr rows, const ExpressionPtr &value)
{
    Query query;
    query.relation = makeProject(std::move(rows), {{"value", value}});
    OutputColumn column;
    column.name = "value";
    column.type = value->type;
    column.channel = "value";
    query.columns.push_back(std::move(column));
    return query;
}

// The value of the period before the latest one; Null when there was none.
Query previousPeriod(const RelationPtr &latest, const RelationPtr &periods, const OutputColumn &date,
                     const OutputColumn &value, const std::string &unit)
{
    const ExpressionPtr before = call("DateAdd", {constant(Value(unit)), constant(Value(-1)), useOf(date)});
    const RelationPtr wanted = makeProject(latest, {{"before", before}});
    const RelationPtr there = makeProject(periods, {{"period", useOf(date)}, {"value", useOf(value)}});
    const ExpressionPtr same =
        operation(formula::Operator::Equal, {use("before", ValueType::Date), use("period", ValueType::Date, 1)});
    return single(makeJoin(wanted, there, JoinType::Left, same, {"period", "value"}), use("value", value.type));
}

} // namespace

// With a timeline a KPI shows its latest period, and compares it with the one before; without, one value over
// everything.
void planKpi(ElementPlan &plan, ElementQuery &out)
{
    QueryOutput output(plan, plan.mainGrain());
    for (const ChannelRef &ref : channelsOf(plan.element())) {
        if (!plan.column(ref.columnId) || output.has(ref.columnId))
            continue;
        if (plan.isMeasure(ref.columnId) || plan.isKey(ref.columnId))
            output.add(ref.columnId, ref.channel);
        else
            addAgreed(plan, output, ref.columnId, ref.channel);
    }
    Query all = output.build();
    const OutputColumn *date = byChannel(all, "timeline");
    const OutputColumn *value = byChannel(all, "value");
    const OutputColumn *comparison = byChannel(all, "comparisonColumn");
    out.main = all;
    if (date) {
        const ExpressionPtr at = useOf(*date);
        const RelationPtr periods = makeFilter(all.relation, call("IsNotNull", {at}));
        out.main.relation = makeLimit(makeSort(periods, {{at, true, false}}), 1);
        Query trend = all;
        trend.relation = makeSort(periods, {{at, false, false}});
        out.parts["trend"] = std::move(trend);
        std::string unit = periodComparisonOf(plan.element());
        if (value && !comparison && dateUnit(unit))
            out.parts["comparison"] = previousPeriod(out.main.relation, periods, *date, *value, unit);
    }
    if (comparison)
        out.parts["comparison"] = single(out.main.relation, useOf(*comparison));
}

} // namespace tessera::model::query
