// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "model/base/text.h"
#include "model/query/chart_planner.h"
#include "model/query/planner.h"
#include "model/query/query_output.h"
#include "model/workbook/views/control_view.h"

namespace tessera::model::query {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::ControlPlanner)
};

struct Column3
{
    RelationPtr rows;
    ItemUse value;
};

OutputColumn named(const char *name, ValueType type)
{
    OutputColumn column;
    column.name = name;
    column.type = type;
    return column;
}

// A column of an element on the element's rows; none: reported.
std::optional<Column3> columnRows(Planner &planner, const Object &control, const SourceView &source,
                                  const std::string &columnId)
{
    const FactsPtr facts = planner.names().byId(source.workbookElement());
    ElementPlan *plan = facts ? planner.plan(facts->key) : nullptr;
    if (!plan) {
        if (source.kind == SourceKind::Table)
            planner.report({true,
                            control.id(),
                            {},
                            source.pointer,
                            Texts::tr("The control's element is not there: %1.").arg(toQString(source.elementId)),
                            {}});
        return std::nullopt;
    }
    if (!plan->column(columnId)) {
        planner.report({true,
                        control.id(),
                        {},
                        source.pointer,
                        Texts::tr("The control's column is not there: %1.").arg(toQString(columnId)),
                        {}});
        return std::nullopt;
    }
    QueryOutput output(*plan, ElementPlan::rows);
    const auto use = output.at(columnId);
    if (!use)
        return std::nullopt;
    return Column3{plan->build(ElementPlan::rows, {use->item}), *use};
}

Query valuesOf(const Column3 &column)
{
    const ExpressionPtr value = use("value", column.value.type), count = use("count", ValueType::Number);
    const RelationPtr counted =
        makeAggregate(column.rows, {{"value", column.value.expression()}}, {{"count", call("Count", {})}});
    const ExpressionPtr label = column.value.type == ValueType::Text ? value : call("Text", {value});
    Query query;
    query.relation =
        makeSort(makeProject(counted, {{"value", value}, {"label", label}, {"count", count}}), {{value, false, false}});
    query.columns = {named("value", column.value.type), named("label", ValueType::Text),
                     named("count", ValueType::Number)};
    return query;
}

Query manualValues(const ControlValueSource &source)
{
    const ValueType type = source.valueType == "number" ? ValueType::Number : ValueType::Text;
    std::vector<RelationPtr> rows;
    for (std::size_t i = 0; i < source.values.size(); ++i) {
        const Value value = wireValue(source.values[i], type);
        const std::string label =
            i < source.labels.size() && !source.labels[i].empty() ? source.labels[i] : plainText(value);
        rows.push_back(makeProject(makeValues("one", {Value(1)}), {{"value", constant(value, type)},
                                                                   {"label", constant(Value(label))},
                                                                   {"count", constant(Value(), ValueType::Number)}}));
    }
    Query query;
    query.relation = makeUnionAll(std::move(rows));
    query.columns = {named("value", type), named("label", ValueType::Text), named("count", ValueType::Number)};
    return query;
}

// The levels a drill control offers.
Query drillValues(Planner &planner, const Object &control, const DrillView &drill)
{
    ControlValueSource levels;
    const auto source = controlValueSource(control);
    const FactsPtr facts = source ? planner.names().byId(source->source.workbookElement()) : nullptr;
    for (const std::string &category : drill.categories) {
        const ColumnFacts *column = facts ? facts->columnById(category) : nullptr;
        levels.values.push_back(category);
        levels.labels.push_back(column ? column->name : std::string());
    }
    return manualValues(levels);
}

Query rangeOf(const Column3 &column)
{
    const ExpressionPtr value = column.value.expression();
    Query query;
    query.relation = makeAggregate(column.rows, {}, {{"min", call("Min", {value})}, {"max", call("Max", {value})}});
    query.columns = {named("min", column.value.type), named("max", column.value.type)};
    return query;
}

} // namespace

// What a control offers, whatever it holds itself at the moment.
void planControl(Planner &planner, const Object &control, ElementQuery &out)
{
    planner.controls().ignore(controlId(control));
    const FilterRule rule = filterRule(control.body(), true);
    const std::vector<ControlTarget> targets = controlTargets(control);
    const bool chooses = rule.kind == "list" || rule.kind == "segmented" || rule.kind == "legend" ||
                         rule.kind == "drill" || rule.kind == "hierarchy";
    if (const auto drill = drillOf(control); drill && !drill->categories.empty()) {
        out.parts["values"] = drillValues(planner, control, *drill);
        return;
    }
    if (chooses) {
        const auto source = controlValueSource(control);
        if (source && source->manual && !source->values.empty()) {
            out.parts["values"] = manualValues(*source);
        } else if (source && !source->manual) {
            if (const auto column = columnRows(planner, control, source->source, source->columnId))
                out.parts["values"] = valuesOf(*column);
        } else if (!targets.empty()) { // an empty list of its own, or none: what it filters
            if (const auto column = columnRows(planner, control, targets.front().source, targets.front().columnId))
                out.parts["values"] = valuesOf(*column);
        }
        return;
    }
    const bool ranges = rule.kind == "number-range" || rule.kind == "range-slider" || rule.kind == "slider" ||
                        rule.kind == "number" || rule.kind == "date" || rule.kind == "date-range";
    if (ranges && !targets.empty() && targets.front().source.kind == SourceKind::Table) {
        if (const auto column = columnRows(planner, control, targets.front().source, targets.front().columnId))
            out.parts["range"] = rangeOf(*column);
    }
}

} // namespace tessera::model::query
