// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/formula_compiler.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/evaluate.h"
#include "model/formula/lexer.h"
#include "model/names/resolver.h"
#include "model/query/bound_parts.h"
#include "model/query/planner.h"

namespace tessera::model::query {

using formula::as;
using formula::BoundCall;
using formula::BoundPtr;
using formula::FunctionKind;
using formula::Operator;
using formula::Symbol;
using formula::SymbolKind;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::FormulaCompiler)
};

// A column of an element of the workbook, in a text that belongs to none.
bool isElsewhere(const Symbol &symbol)
{
    return symbol.kind <= SymbolKind::Element && !symbol.element.empty() &&
           !foldName(symbol.prefix).ends_with(cardSuffix);
}

} // namespace

FormulaCompiler::FormulaCompiler(ElementPlan &plan, std::string columnId, std::string pointer, int grain, int native)
    : m_plan(plan)
    , m_column(std::move(columnId))
    , m_pointer(std::move(pointer))
    , m_own(grain)
    , m_native(native)
    , m_anywhere(plan.readsAnywhere)
{
}

ExpressionPtr FormulaCompiler::run(const BoundPtr &root)
{
    return part(root, {m_own, &m_needs});
}

ExpressionPtr FormulaCompiler::problem(QString message, QString hint)
{
    m_plan.problem(m_column, m_pointer, std::move(message), std::move(hint));
    return nullptr;
}

void FormulaCompiler::merge(const std::vector<int> &needs, const Place &place)
{
    place.needs->insert(place.needs->end(), needs.begin(), needs.end());
}

std::string FormulaCompiler::itemName(const char *what) const
{
    const ColumnView *view = m_column.empty() ? nullptr : m_plan.column(m_column);
    return view ? columnName(*view) + ' ' + what : std::string(what);
}

int FormulaCompiler::nativeOf(const std::string &columnId) const
{
    const int native = m_plan.nativeGrain(columnId);
    const bool again = native == m_native && m_native != m_own && native != ElementPlan::rows;
    return again && !m_plan.isKey(columnId) ? m_own : native;
}

ExpressionPtr FormulaCompiler::part(const BoundPtr &node, const Place &place)
{
    if (isRangePart(node)) {
        const auto *access = as<formula::BoundAccess>(node);
        const Symbol &control = as<formula::BoundSymbol>(access->base)->symbol;
        return constant(m_plan.planner().controls().part(control, access->key), control.type, true);
    }
    if (isFoldable(node))
        return ofConstant(node);
    if (const auto *symbol = as<formula::BoundSymbol>(node))
        return m_anywhere && isElsewhere(symbol->symbol) ? anywhere(node, place) : ofSymbol(symbol->symbol, place);
    if (const auto *call = as<BoundCall>(node))
        return ofCall(node, *call, place);
    if (const auto *operation = as<formula::BoundOperation>(node)) {
        const auto operands = parts(operation->operands, place);
        if (!operands)
            return nullptr;
        return std::make_shared<const Expression>(Expression{Operation{operation->op, *operands}, node->type});
    }
    if (const auto *access = as<formula::BoundAccess>(node)) {
        const ExpressionPtr base = part(access->base, place);
        return base ? std::make_shared<const Expression>(
                          Expression{VariantAccess{base, access->key, access->index}, node->type})
                    : nullptr;
    }
    return nullptr; // the binder has said why
}

std::optional<std::vector<ExpressionPtr>> FormulaCompiler::parts(const std::vector<BoundPtr> &nodes, const Place &place)
{
    std::vector<ExpressionPtr> out;
    bool fine = true;
    for (const BoundPtr &node : nodes) {
        out.push_back(part(node, place));
        fine = fine && out.back();
    }
    return fine ? std::optional(std::move(out)) : std::nullopt;
}

ExpressionPtr FormulaCompiler::ofConstant(const BoundPtr &node)
{
    ControlState &controls = m_plan.planner().controls();
    const Value value = formula::evaluate(
        node, [&](const Symbol &symbol) { return controls.formulaValue(symbol); }, m_plan.planner().environment());
    return constant(value, value.isNull() ? node->type : typeOf(value), readsSurroundings(node));
}

ExpressionPtr FormulaCompiler::ofSymbol(const Symbol &symbol, const Place &place)
{
    const QString shown = toQString(symbol.prefix.empty() ? symbol.name : symbol.prefix + '/' + symbol.name);
    const bool foreign = m_home && m_home != &m_plan;
    if (symbol.kind == SymbolKind::Metric)
        return ofMetric(symbol, place);
    if (symbol.kind == SymbolKind::Selection)
        return problem(Texts::tr("[%1] has a value only in actions that run when something is selected.").arg(shown));
    const bool mine = symbol.element == m_plan.element().key() && !symbol.id.empty();
    if (mine && (foreign || symbol.kind == SymbolKind::Sibling))
        return ofColumn(symbol.id, symbol, place);
    const bool card = foldName(symbol.prefix).ends_with(cardSuffix);
    if (foreign || (symbol.kind == SymbolKind::Element && !card))
        return problem(Texts::tr("[%1] belongs to another element.").arg(shown),
                       Texts::tr("Read it with Lookup, Rollup or a join."));
    const auto input = m_plan.useSource({symbol.prefix, symbol.name, symbol.element, symbol.id});
    if (!input)
        return problem(Texts::tr("The source has no column [%1].").arg(shown));
    if (place.here == ElementPlan::rows) {
        merge({input->item}, place);
        return input->expression();
    }
    for (const std::string &key : std::vector<std::string>(m_plan.grain(place.here).keys)) {
        if (m_plan.useOrNull(key, ElementPlan::rows).item == input->item) { // the same column groups here
            const ItemUse use = m_plan.keyUse(place.here, key);
            merge({use.item}, place);
            return use.expression();
        }
    }
    return problem(Texts::tr("[%1] has several values for each group.").arg(shown),
                   Texts::tr("Aggregate it, for example with Sum(…)."));
}

ExpressionPtr FormulaCompiler::ofColumn(const std::string &columnId, const Symbol &symbol, const Place &place)
{
    const ColumnView *view = m_plan.column(columnId);
    const bool total = view && foldName(columnName(*view)) != foldName(symbol.name) &&
                       withoutTotal(symbol.name).size() != symbol.name.size();
    if (total)
        return ofNamedTotal(symbol, place);
    const bool keyHere =
        place.here != ElementPlan::rows &&
        std::count(m_plan.grain(place.here).keys.begin(), m_plan.grain(place.here).keys.end(), columnId) > 0;
    const int native =
        keyHere || (m_plan.isKey(columnId) && place.here == ElementPlan::rows) ? place.here : nativeOf(columnId);
    if (native != place.here && !m_plan.isFiner(place.here, native))
        return problem(Texts::tr("[%1] has several values for each group.").arg(toQString(symbol.name)),
                       Texts::tr("Aggregate it, for example with Sum(…)."));
    if (m_plan.element().kind() == "kpi-chart" && m_plan.isMeasure(columnId) && !m_column.empty()) {
        m_plan.problem(
            m_column, m_pointer,
            Texts::tr("A KPI cannot read the aggregate column [%1]: Sigma shows nothing.").arg(toQString(symbol.name)),
            Texts::tr("Write the aggregate itself into the formula."), false);
        return constant(Value(), ValueType::Any);
    }
    const auto use = m_plan.use(columnId, native);
    if (!use)
        return nullptr;
    const ItemUse here = m_plan.broadcast(*use, native, place.here);
    merge({here.item}, place);
    return here.expression();
}

ExpressionPtr FormulaCompiler::ofCall(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    if (m_anywhere && isAggregate(call)) {
        bool elsewhere = false;
        for (const Symbol &symbol : formula::symbolsOf(node))
            elsewhere = elsewhere || isElsewhere(symbol);
        if (elsewhere)
            return anywhere(node, place);
    }
    switch (call.function->kind) {
    case FunctionKind::Aggregate:
    case FunctionKind::PassthroughAggregate:
        return ofAggregate(node, call, place);
    case FunctionKind::Total:
        return ofTotal(node, call, place);
    case FunctionKind::Window:
        return call.function->name == "DateLookback" ? ofLookback(node, call, place) : ofWindow(node, call, place);
    case FunctionKind::Lookup:
        return ofLookup(node, call, place);
    case FunctionKind::Display:
        return ofDisplay(node, call, place);
    case FunctionKind::Scalar:
    case FunctionKind::Passthrough:
        return ofScalar(node, call, place);
    }
    Q_UNREACHABLE();
}

ExpressionPtr FormulaCompiler::ofScalar(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    if (call.function->name == "InDateRange" || call.function->name == "InPriorDateRange")
        return ofDateRange(call, place);
    if (const BoundPtr branch = chosenBranch(call))
        return part(branch, place);
    const auto arguments = parts(call.arguments, place);
    return arguments ? query::call(call.function, *arguments, node->type) : nullptr;
}

// The branch of an If or Switch that controls and literals decide by themselves: the others need not be computed.
BoundPtr FormulaCompiler::chosenBranch(const BoundCall &call)
{
    const std::vector<BoundPtr> &a = call.arguments;
    const bool choosing = call.function->name == "Switch", deciding = call.function->name == "If";
    if ((!choosing && !deciding) || a.size() < 2 || (choosing && !isFoldable(a.front())))
        return nullptr;
    const auto valueOf = [&](const BoundPtr &node) { return query::as<Constant>(ofConstant(node))->value; };
    const Value wanted = choosing ? valueOf(a.front()) : Value(true);
    std::size_t at = choosing ? 1 : 0;
    for (; at + 1 < a.size(); at += 2) {
        if (!isFoldable(a[at]))
            return nullptr;
        if (compare(wanted, valueOf(a[at])) == 0)
            return a[at + 1];
    }
    return at < a.size() ? a[at] : nullptr;
}

std::optional<int> FormulaCompiler::finestUsed(const BoundPtr &node, bool &sawGroup) const
{
    std::optional<int> finest;
    const auto add = [&](int grain) {
        if (!finest || m_plan.isFiner(grain, *finest))
            finest = grain;
    };
    walk(node, [&](const BoundPtr &part) {
        if (const auto *call = as<BoundCall>(part)) {
            if (call->function->kind == FunctionKind::Lookup) {
                for (std::size_t i = 1; i < call->arguments.size(); i += 2) {
                    if (const auto local = finestUsed(call->arguments[i], sawGroup))
                        add(*local);
                }
                return false;
            }
            return part == node || !(isAggregate(*call) || call->function->kind == FunctionKind::Total);
        }
        const auto *used = as<formula::BoundSymbol>(part);
        if (!used)
            return true;
        const Symbol &symbol = used->symbol;
        if (symbol.kind == SymbolKind::Source && symbol.element != m_plan.element().key())
            add(ElementPlan::rows);
        else if (symbol.element == m_plan.element().key() && symbol.kind <= SymbolKind::Element) {
            const int native = nativeOf(symbol.id);
            if (m_plan.isFiner(native, m_own))
                add(native);
            else if (m_plan.isKey(symbol.id))
                add(ElementPlan::rows);
            else
                sawGroup = true;
        }
        return true;
    });
    return finest;
}

ExpressionPtr FormulaCompiler::ofAggregate(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    if (place.here != m_own) { // inside another aggregate: computed first, at the formula's own level, and repeated
        std::vector<int> needs;
        const ExpressionPtr own = ofAggregate(node, call, {m_own, &needs});
        if (!own)
            return nullptr;
        const ItemUse use = m_plan.broadcast(m_plan.addScalar(m_own, itemName("inner"), own, needs), m_own, place.here);
        merge({use.item}, place);
        return use.expression();
    }
    if (m_own == ElementPlan::rows)
        return ofOneRow(node, call, place);
    bool sawGroup = false;
    const auto from = finestUsed(node, sawGroup);
    if (!from && sawGroup)
        return problem(
            Texts::tr("%1 aggregates what is an aggregate at this level already.").arg(toQString(call.function->name)),
            Texts::tr("Aggregate the column itself, or use the value as it is."));
    return grouped(node, call, from.value_or(ElementPlan::rows), place);
}

ExpressionPtr FormulaCompiler::grouped(const BoundPtr &node, const BoundCall &call, int from, const Place &place)
{
    std::vector<int> needs;
    const auto arguments = parts(call.arguments, {from, &needs});
    if (!arguments)
        return nullptr;
    const ItemUse use = m_plan.aggregated(m_own, from, query::call(call.function, *arguments, node->type), needs,
                                          itemName(call.function->name.c_str()));
    merge({use.item}, place);
    return use.expression();
}

// An aggregate in a column of rows: each row is a group of its own.
// Source: seen live, Max([d]) of a plain column is the row's own value.
ExpressionPtr FormulaCompiler::ofOneRow(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    const auto arguments = parts(call.arguments, place);
    if (!arguments)
        return nullptr;
    const std::vector<ExpressionPtr> &a = *arguments;
    const std::string &name = call.function->name;
    const auto oneIf = [](const ExpressionPtr &condition) {
        return query::call("If", {condition, constant(Value(1)), constant(Value(0))});
    };
    const auto present = [](const ExpressionPtr &value) { return query::call("IsNotNull", {value}); };
    if (name == "Count")
        return a.empty() ? constant(Value(1)) : oneIf(present(a.front()));
    if (name == "CountDistinct" || name == "Ndv")
        return oneIf(present(a.front()));
    if (name == "CountIf")
        return oneIf(allOf(a));
    if (name == "CountDistinctIf") {
        std::vector<ExpressionPtr> conditions(a.begin() + 1, a.end());
        conditions.push_back(present(a.front()));
        return oneIf(allOf(conditions));
    }
    if (name == "SumIf" || name == "AvgIf" || name == "MinIf" || name == "MaxIf")
        return query::call("If", {allOf({a.begin() + 1, a.end()}), a.front()});
    if (name == "SumProduct") {
        ExpressionPtr product = a.front();
        for (std::size_t i = 1; i < a.size(); ++i)
            product = operation(Operator::Multiply, {product, a[i]});
        return product;
    }
    if (name == "VariancePop")
        return query::call("If", {present(a.front()), constant(Value(0))});
    if (name == "StdDev" || name == "Variance" || name == "Corr" || name.starts_with("Regression"))
        return constant(Value(), node->type);
    if (name == "ListAgg" || name == "ListAggDistinct")
        return a.front()->type == ValueType::Text ? a.front() : query::call("Text", {a.front()});
    if (name == "ArrayAgg" || name == "ArrayAggDistinct")
        return query::call("If", {present(a.front()), query::call("Array", {a.front()}), query::call("Array", {})});
    if (name == "XNPV")
        return a[1];
    if (call.function->kind == FunctionKind::PassthroughAggregate)
        return problem(Texts::tr("%1 needs a grouping to aggregate over.").arg(toQString(name)));
    return a.front(); // Sum, Avg, Min, Max, Median, percentiles
}

bool FormulaCompiler::computesGroups(ElementPlan &plan, const BoundPtr &root)
{
    bool found = false;
    walk(root, [&](const BoundPtr &node) {
        if (const auto *symbol = as<formula::BoundSymbol>(node)) {
            found = found || symbol->symbol.kind == SymbolKind::Metric ||
                    (symbol->symbol.kind == SymbolKind::Sibling && plan.isMeasure(symbol->symbol.id));
        } else if (const auto *call = as<BoundCall>(node)) {
            const FunctionKind kind = call->function->kind;
            if (call->function->name == "VisibilityLimit") { // its ranking orders groups, its values are of rows
                found = found || computesGroups(plan, call->arguments.front());
                return false;
            }
            if (kind == FunctionKind::Lookup) {
                for (std::size_t i = 1; i < call->arguments.size(); i += 2)
                    found = found || computesGroups(plan, call->arguments[i]);
                return false;
            }
            found = found || isAggregate(*call) || kind == FunctionKind::Total || kind == FunctionKind::Window ||
                    call->function->name == "SparklineAgg";
        }
        return !found;
    });
    return found;
}

} // namespace tessera::model::query
