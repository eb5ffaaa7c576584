// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/lexer.h"
#include "model/query/bound_parts.h"
#include "model/query/formula_compiler.h"
#include "model/query/mark_order.h"
#include "model/query/planner.h"
#include "model/workbook/views/channel_view.h"

// The parts of the formula compiler that Sigma computes while it shows an element: small charts in cells, "Others",
// metrics.

namespace tessera::model::query {

using formula::BoundCall;
using formula::BoundPtr;
using formula::Operator;
using formula::Symbol;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::FormulaCompiler)
};

// The names of a metric's formula: columns of the model's element, with or without its name before them.
class MetricScope : public formula::Scope
{
public:
    MetricScope(const formula::Scope &owner, std::string prefix) : m_owner(owner), m_prefix(std::move(prefix)) {}
    Found resolve(const formula::ColumnReference &reference) const override
    {
        return m_owner.resolve(inSource(reference));
    }
    std::vector<std::string> candidates(const formula::ColumnReference &reference) const override
    {
        return m_owner.candidates(inSource(reference));
    }

private:
    formula::ColumnReference inSource(formula::ColumnReference reference) const
    {
        reference.hasPrefix = true;
        reference.prefix = m_prefix;
        return reference;
    }

    const formula::Scope &m_owner;
    std::string m_prefix;
};

// The data model an element reads, itself or through others.
std::optional<TableSource> dataModelOf(Planner &planner, const Object &element, int depth = 0)
{
    const auto source = sourceOf(element);
    if (!source || depth > 100)
        return std::nullopt;
    if (source->kind == SourceKind::DataModel)
        return planner.columns().tableOf(*source, element);
    const Object *next =
        source->kind == SourceKind::Table ? planner.workbook().elements.findById(source->elementId) : nullptr;
    return next ? dataModelOf(planner, *next, depth + 1) : std::nullopt;
}

const char *rankingNamed(const BoundPtr &node)
{
    const auto *call = formula::as<BoundCall>(node);
    const std::string name = call ? foldName(call->function->name) : std::string();
    return name == "rownumber" ? "RowNumber" : name == "rankdense" ? "RankDense" : "Rank";
}

} // namespace

ExpressionPtr FormulaCompiler::ofDisplay(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    if (call.function->name == "Sparkline" && !call.arguments.empty())
        return part(call.arguments.front(), place);
    if (call.function->name == "SparklineAgg" && call.arguments.size() == 2)
        return ofSparkline(node, call, place);
    if (call.function->name == "VisibilityLimit" && call.arguments.size() >= 2)
        return ofVisibilityLimit(node, call, place);
    return nullptr; // the binder has said that arguments are missing
}

// A column of its own for an argument, so that rows can be grouped by it.
std::string FormulaCompiler::hiddenColumn(const BoundPtr &argument)
{
    const std::string id = m_column + "~" + std::to_string(argument->span.offset);
    if (!m_plan.column(id))
        m_plan.addColumn(id, itemName("category"), argument);
    return id;
}

// The groups by the category inside the current group, collected into one value.
ExpressionPtr FormulaCompiler::ofSparkline(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    if (m_own == ElementPlan::rows)
        return problem(Texts::tr("%1 needs a grouping to aggregate over.").arg(toQString(call.function->name)));
    const std::string category = hiddenColumn(call.arguments.front());
    std::vector<std::string> keys = m_plan.grain(m_own).keys;
    keys.push_back(category);
    const int fine = m_plan.grainOf(keys);
    const ItemUse x = m_plan.keyUse(fine, category);
    FormulaCompiler again(m_plan, m_column, m_pointer, fine, m_native == ElementPlan::rows ? fine : m_native);
    const ExpressionPtr value = again.run(call.arguments[1]);
    if (!value)
        return nullptr;
    const ItemUse y = m_plan.addScalar(fine, itemName("spark"), value, again.needs());
    const ItemUse list =
        m_plan.aggregated(m_own, fine, query::call(call.function, {x.expression(), y.expression()}, node->type),
                          {x.item, y.item}, itemName("sparkline"));
    const ItemUse here = m_plan.broadcast(list, m_own, place.here);
    merge({here.item}, place);
    return here.expression();
}

// How the values of a limited column are ordered: by what its channel or level is sorted by, else by themselves.
std::vector<OrderKey> FormulaCompiler::orderOfLimited(const std::string &output, int groups, const Place &place)
{
    std::vector<OrderKey> order;
    const auto add = [&](const std::optional<ItemUse> &value, bool descending) {
        if (!value)
            return;
        merge({value->item}, place);
        order.push_back({value->expression(), descending, false});
    };
    const Object &element = m_plan.element();
    bool descending = false;
    for (const ChannelRef &ref : channelsOf(element)) {
        if (ref.columnId != m_column || !order.empty())
            continue;
        const std::vector<std::string> ids = channelColumnIds(element, ref.channel);
        const auto at = std::find(ids.begin(), ids.end(), m_column) - ids.begin();
        const auto sort = channelSort(element, ref.channel, static_cast<int>(at));
        if (sort && !sort->by.empty() && sort->by != m_column)
            add(sortValue(m_plan, groups, {output}, *sort), sort->descending);
        else
            descending = sort && sort->descending;
    }
    for (const GroupingView &grouping : groupingsOf(element)) {
        const bool mine =
            std::find(grouping.groupBy.begin(), grouping.groupBy.end(), m_column) != grouping.groupBy.end();
        for (const SortView &sort : mine ? grouping.sort : std::vector<SortView>()) {
            if (sort.columnId == m_column)
                descending = sort.descending;
            else if (m_plan.column(sort.columnId) && m_plan.isMeasure(sort.columnId))
                add(m_plan.use(sort.columnId, groups), sort.descending);
        }
    }
    add(m_plan.keyUse(groups, output), descending);
    return order;
}

ExpressionPtr FormulaCompiler::ofVisibilityLimit(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    const Value limit =
        isFoldable(call.arguments[1]) ? query::as<Constant>(ofConstant(call.arguments[1]))->value : Value();
    if (!limit.isNumber())
        return problem(Texts::tr("%1 needs a fixed number of values.").arg(toQString(call.function->name)));
    const ExpressionPtr shown = part(call.arguments.front(), place);
    if (!shown)
        return nullptr;
    const std::string output = hiddenColumn(call.arguments.front());
    const int groups = m_plan.grainOf({output});
    std::vector<int> needs;
    const std::vector<OrderKey> order = orderOfLimited(output, groups, {groups, &needs});
    const char *ranking = rankingNamed(call.arguments.size() > 2 ? call.arguments[2] : nullptr);
    // Ties share a rank by what the values are sorted by; the values themselves only break them for RowNumber.
    const std::vector<OrderKey> ranked = order.size() > 1 && std::string_view(ranking) != "RowNumber"
                                             ? std::vector<OrderKey>(order.begin(), order.end() - 1)
                                             : order;
    const FunctionCall rank{formula::FunctionCatalogue::shipped().find(ranking), {}};
    const ItemUse own = m_plan.addScalar(groups, itemName("rank"), window(rank, ValueType::Number, {}, ranked), needs);
    const ItemUse here = m_plan.broadcast(own, groups, place.here);
    merge({here.item}, place);
    const ExpressionPtr visible = operation(Operator::LessEqual, {here.expression(), constant(limit, true)});
    const ExpressionPtr others = constant(Value("Others"));
    return query::call(formula::FunctionCatalogue::shipped().find("If"), {visible, shown, others}, node->type);
}

// A metric's formula runs where the metric stands. Where nobody knows it, the sum of a column of its name does for it:
// made-up rows have one, and so may a file.
ExpressionPtr FormulaCompiler::ofMetric(const Symbol &symbol, const Place &place)
{
    const QString shown = toQString(symbol.prefix + '/' + symbol.name);
    Planner &planner = m_plan.planner();
    const auto table = dataModelOf(planner, m_plan.element());
    const SourceColumns *sources = planner.options().sources;
    if (!table || !sources)
        return problem(Texts::tr("[%1] is a metric of the data model, which is not known here.").arg(shown));
    auto text = sources->metricOf(*table, symbol.name);
    if (!text) {
        const auto known = sources->columnsOf(*table);
        const Column *column = known ? findColumn(*known, symbol.name) : nullptr;
        if (!column)
            return problem(Texts::tr("[%1] is a metric of the data model, which is not known here.").arg(shown),
                           Texts::tr("Write its formula into “data-model/metrics.json” of the data folder."));
        m_plan.problem(
            m_column, m_pointer,
            Texts::tr("[%1] is a metric of the data model; here it is the sum of a column of that name.").arg(shown),
            Texts::tr("Write its formula into “data-model/metrics.json” of the data folder."), false);
        text = "Sum([" + column->name + "])";
    }
    const auto source = sourceOf(m_plan.element());
    const bool direct = source->kind == SourceKind::DataModel;
    const WorkbookScope owner(planner.columns(), m_plan.element().key());
    const formula::BoundFormula bound = formula::bindFormula(
        *text, MetricScope(owner, direct ? table->name : sourcePrefix(planner.workbook(), *source)));
    for (const formula::FormulaProblem &wrong : bound.problems) {
        if (wrong.isError)
            return problem(Texts::tr("The formula of the metric [%1]: %2").arg(shown, wrong.message), wrong.hint);
    }
    return part(bound.root, place);
}

} // namespace tessera::model::query
