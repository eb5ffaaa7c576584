// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/query/agreed.h"
#include "model/query/formula_compiler.h"
#include "model/query/planner.h"

// The parts of the formula compiler that read other elements: Lookup, Rollup, and texts that name columns of any
// element.

namespace tessera::model::query {

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

std::vector<Symbol> symbolsIn(const std::vector<BoundPtr> &nodes)
{
    std::vector<Symbol> out;
    for (const BoundPtr &node : nodes) {
        for (Symbol &symbol : formula::symbolsOf(node))
            out.push_back(std::move(symbol));
    }
    return out;
}

bool namesElement(const Symbol &symbol)
{
    return !symbol.element.empty() && (symbol.kind == SymbolKind::Element || symbol.kind == SymbolKind::Source);
}

} // namespace

// The one element a lookup reads; the plan itself where only its own columns are named. Null: reported.
ElementPlan *FormulaCompiler::lookupTarget(const std::vector<BoundPtr> &nodes)
{
    std::set<std::string> elements;
    for (const Symbol &symbol : symbolsIn(nodes)) {
        if (namesElement(symbol) || (m_anywhere && symbol.kind == SymbolKind::Sibling))
            elements.insert(symbol.element);
    }
    if (elements.empty())
        return &m_plan;
    if (elements.size() > 1) {
        problem(Texts::tr("One lookup cannot read more than one other element."));
        return nullptr;
    }
    if (*elements.begin() == m_plan.element().key() && !m_anywhere)
        return &m_plan;
    ElementPlan *target = m_plan.planner().plan(*elements.begin());
    if (target && !m_plan.planner().connect(&m_plan, target)) {
        problem(Texts::tr("“%1” takes its rows from this element, so it cannot be looked up here.")
                    .arg(toQString(target->element().name())));
        return nullptr;
    }
    return target;
}

int FormulaCompiler::lookupGrain(const ElementPlan &target, const std::vector<BoundPtr> &nodes) const
{
    std::optional<int> finest;
    for (const Symbol &symbol : symbolsIn(nodes)) {
        const bool its =
            symbol.element == target.element().key() && symbol.kind <= SymbolKind::Element && !symbol.id.empty();
        if (!its && symbol.kind == SymbolKind::Control)
            continue;
        const int grain = its ? target.nativeGrain(symbol.id) : ElementPlan::rows;
        if (!finest || target.isFiner(grain, *finest))
            finest = grain;
    }
    return finest.value_or(isChartKind(target.element().kind()) ? target.mainGrain() : ElementPlan::rows);
}

ExpressionPtr FormulaCompiler::ofLookup(const BoundPtr &, const BoundCall &call, const Place &place)
{
    if (call.arguments.size() < 3 || call.arguments.size() % 2 == 0)
        return problem(Texts::tr("%1 needs a formula and pairs of keys.").arg(toQString(call.function->name)));
    std::vector<BoundPtr> outer = {call.arguments.front()};
    for (std::size_t i = 2; i < call.arguments.size(); i += 2)
        outer.push_back(call.arguments[i]);
    LookupSpec spec;
    spec.target = lookupTarget(outer);
    if (!spec.target)
        return nullptr;
    spec.grain = lookupGrain(*spec.target, outer);
    spec.nullsMatch = call.function->name == "LookupMatchNulls";
    std::vector<int> localNeeds;
    for (std::size_t i = 1; i < call.arguments.size(); i += 2) {
        const ExpressionPtr local = part(call.arguments[i], {place.here, &localNeeds});
        FormulaCompiler theirs(*spec.target, m_column, m_pointer, spec.grain, spec.grain);
        theirs.setHome(&m_plan);
        theirs.setReadsAnywhere(false);
        const ExpressionPtr external = local ? theirs.run(call.arguments[i + 1]) : nullptr;
        if (!local || !external)
            return nullptr;
        spec.keys.push_back({local, external});
        spec.needs.insert(spec.needs.end(), theirs.needs().begin(), theirs.needs().end());
    }
    return lookup(call.arguments.front(), std::move(spec), std::move(localNeeds), place);
}

ExpressionPtr FormulaCompiler::anywhere(const BoundPtr &node, const Place &place)
{
    LookupSpec spec;
    spec.target = lookupTarget({node});
    if (!spec.target)
        return nullptr;
    spec.grain = lookupGrain(*spec.target, {node});
    return lookup(node, std::move(spec), {}, place);
}

ExpressionPtr FormulaCompiler::lookup(const BoundPtr &node, LookupSpec spec, std::vector<int> localNeeds,
                                      const Place &place)
{
    for (const LookupSpec::KeyPair &pair : spec.keys) {
        const auto *a = as<Constant>(pair.local), *b = as<Constant>(pair.external);
        if (a && b && a->value != b->value)
            return constant(Value(), node->type); // keys that are never equal
    }
    std::erase_if(spec.keys, [](const LookupSpec::KeyPair &pair) {
        return as<Constant>(pair.local) && as<Constant>(pair.external);
    });
    spec.signature = spec.target->element().key() + '|' + std::to_string(spec.grain) + (spec.nullsMatch ? "~" : "=");
    for (const LookupSpec::KeyPair &pair : spec.keys)
        spec.signature += '|' + fingerprint(pair.local) + '=' + fingerprint(pair.external);
    std::vector<std::pair<ItemUse, ExpressionPtr>> found;
    const ExpressionPtr whole = lookedUp(node, spec, place, found);
    if (!whole)
        return nullptr;
    const auto shared = std::make_shared<const LookupSpec>(std::move(spec));
    // The items were promised by name; now they get what they need.
    for (const auto &[use, aggregate] : found)
        m_plan.completeLookup(use.item, shared, localNeeds);
    return whole;
}

ExpressionPtr FormulaCompiler::lookedUp(const BoundPtr &node, LookupSpec &spec, const Place &place,
                                        std::vector<std::pair<ItemUse, ExpressionPtr>> &found)
{
    const auto promise = [&](ExpressionPtr aggregate) {
        Item item;
        item.kind = Item::Kind::Lookup;
        item.grain = place.here;
        item.type = aggregate->type;
        item.expression = aggregate;
        const ItemUse use = m_plan.addItem(std::move(item), itemName("lookup"));
        found.emplace_back(use, std::move(aggregate));
        merge({use.item}, place);
        return use.expression();
    };
    const auto theirs = [&](const BoundPtr &inner) -> ExpressionPtr {
        FormulaCompiler compiler(*spec.target, m_column, m_pointer, spec.grain, spec.grain);
        compiler.setHome(&m_plan);
        compiler.setReadsAnywhere(false);
        const ExpressionPtr expression = compiler.run(inner);
        spec.needs.insert(spec.needs.end(), compiler.needs().begin(), compiler.needs().end());
        return expression;
    };
    if (const auto *call = formula::as<BoundCall>(node)) {
        const FunctionKind kind = call->function->kind;
        const bool aggregates = kind == FunctionKind::Aggregate || kind == FunctionKind::PassthroughAggregate;
        std::vector<ExpressionPtr> arguments;
        for (const BoundPtr &argument : call->arguments) {
            arguments.push_back(aggregates ? theirs(argument) : lookedUp(argument, spec, place, found));
            if (!arguments.back())
                return nullptr;
        }
        if (aggregates)
            return promise(query::call(call->function, arguments, node->type));
        if (kind != FunctionKind::Scalar && kind != FunctionKind::Passthrough)
            return problem(Texts::tr("%1 cannot stand inside a lookup.").arg(toQString(call->function->name)));
        return query::call(call->function, arguments, node->type);
    }
    if (const auto *operation = formula::as<formula::BoundOperation>(node)) {
        std::vector<ExpressionPtr> operands;
        for (const BoundPtr &operand : operation->operands) {
            operands.push_back(lookedUp(operand, spec, place, found));
            if (!operands.back())
                return nullptr;
        }
        return std::make_shared<const Expression>(Expression{Operation{operation->op, operands}, node->type});
    }
    const auto *symbol = formula::as<formula::BoundSymbol>(node);
    if (symbol && symbol->symbol.element == spec.target->element().key() &&
        symbol->symbol.kind != SymbolKind::Control) {
        const ExpressionPtr value = theirs(node);
        return value ? promise(agreedValue(value)) : nullptr;
    }
    return part(node, place);
}

} // namespace tessera::model::query
