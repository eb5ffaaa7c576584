// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of an element together: circles, and aggregates where they belong.
// Source: Sigma's sources and formulas, element rules; table specifics; KPI.
#include <algorithm>
#include <map>
#include <set>

#include "model/base/circles.h"
#include "model/checks/rules/formula_reach.h"
#include "model/checks/rules/formula_sites.h"
#include "model/formula/binder.h"
#include "model/formula/bound_walk.h"
#include "model/names/resolver.h"
#include "model/query/workbook_scope.h"

namespace tessera::model {

using formula::BoundPtr;
using formula::Shape;
using formula::Symbol;
using formula::SymbolKind;

namespace {

constexpr int deepestColumn = 400; // columns behind columns

struct ColumnPlace
{
    Key element;
    std::string column;
    auto operator<=>(const ColumnPlace &) const = default;
};

// The element and those that read it and are read by it, by source or by name: only their columns can form a circle.
std::set<Key> elementsAround(CheckContext &context, const ElementFacts &facts)
{
    std::map<Key, FactsPtr> known;
    const auto needs = [&](const Key &key) {
        const ElementFacts &at = key == facts.key ? facts : *known.at(key);
        std::vector<Key> all;
        const auto add = [&](const FactsPtr &other) {
            if (!other)
                return;
            known.emplace(other->key, other);
            all.push_back(other->key);
        };
        for (const std::string &id : at.reads)
            add(context.byId(id));
        for (const std::string &fold : at.mentions) {
            if (isPrefixOfSource(fold, at, context)) // read anyway, whoever else is called so
                continue;
            for (const FactsPtr &named : context.byName(fold))
                add(named);
        }
        return all;
    };
    const std::vector<Key> around = Circles<Key>(needs).around(facts.key);
    for (const Key &key : around)
        context.dependOnReferences(key);
    return {around.begin(), around.end()};
}

void checkCircles(CheckContext &context, const ElementFacts &facts, const QString &label)
{
    const std::set<Key> elements = elementsAround(context, facts);
    Circles<ColumnPlace> circles([&](const ColumnPlace &place) {
        std::vector<ColumnPlace> all;
        const formula::BoundFormula *bound = context.columns().bound(place.element, place.column);
        for (const Symbol &symbol : bound ? formula::symbolsOf(bound->root) : std::vector<Symbol>()) {
            const bool total = withoutTotal(symbol.name).size() < symbol.name.size(); // made of finished values
            if (symbol.kind <= SymbolKind::Element && !symbol.id.empty() && !total && elements.contains(symbol.element))
                all.push_back({symbol.element, symbol.id});
        }
        return all;
    });
    std::set<std::string> seen;
    for (std::size_t i = 0; i < facts.columns.size(); ++i) {
        const std::string &id = facts.columns[i].id;
        if (id.empty() || !seen.insert(id).second || !circles.contain({facts.key, id}))
            continue;
        context.report(
            "formula.circular", "/columns/" + std::to_string(i) + "/formula",
            RuleText::tr("%1: the column %2 needs itself.").arg(label, inQuotes(facts.columns[i].name)),
            RuleText::tr(
                "To pull a column of the source through under its own name write it with the prefix: [Source/%1].")
                .arg(toQString(facts.columns[i].name)));
    }
}

// --- Aggregates where they belong ---

// How many values a column gives for one group of rows.
class Levels
{
public:
    Levels(CheckContext &context, const ElementFacts &facts, std::set<std::string> keys)
        : m_context(context)
        , m_facts(facts)
        , m_keys(std::move(keys))
    {
    }

    // One for each row: nothing in it aggregates. Not so where that cannot be told.
    bool isRowByRow(const std::string &column, int depth = 0)
    {
        if (m_keys.contains(column) || depth > deepestColumn || !m_seen.insert(column).second)
            return false;
        const formula::BoundFormula *bound = m_context.columns().bound(m_facts.key, column);
        return bound && bound->isValid() && isRowByRow(bound->root, depth);
    }

private:
    bool isRowByRow(const BoundPtr &node, int depth)
    {
        if (node->shape >= Shape::Aggregate)
            return false;
        if (const auto *symbol = formula::as<formula::BoundSymbol>(node)) {
            const Symbol &named = symbol->symbol;
            if (named.kind == SymbolKind::Sibling)
                return isRowByRow(named.id, depth + 1);
            return named.kind == SymbolKind::Source;
        }
        const auto *call = formula::as<formula::BoundCall>(node);
        if (call && call->function->kind == formula::FunctionKind::Lookup)
            return false;
        const std::vector<BoundPtr> parts = formula::partsOf(node);
        return std::any_of(parts.begin(), parts.end(),
                           [&](const BoundPtr &part) { return isRowByRow(part, depth + 1); });
    }

    CheckContext &m_context;
    const ElementFacts &m_facts;
    std::set<std::string> m_keys; // columns the rows are grouped by
    std::set<std::string> m_seen;
};

void checkCalculations(CheckContext &context, const Json &body, const ElementFacts &facts, const QString &label)
{
    std::set<std::string> keys;
    eachItem(body, "groupings", "", [&](const Json &grouping, const std::string &path) {
        for (const Json &column : items(grouping, "groupBy"))
            keys.insert(std::string(textOf(column)));
        eachItem(grouping, "calculations", path, [&](const Json &column, const std::string &at) {
            const std::string id(textOf(column));
            const ColumnFacts *calculated = id.empty() ? nullptr : facts.columnById(id);
            if (calculated && Levels(context, facts, keys).isRowByRow(id))
                context.report(
                    "formula.calculation-level", at,
                    RuleText::tr("%1: the calculation %2 has no aggregate.").arg(label, inQuotes(calculated->name)),
                    RuleText::tr("A group has one value for it only with an aggregate such as Sum(…) or Max(…)."));
        });
    });
}

void checkKeyValue(CheckContext &context, const Json &body, const ElementFacts &facts, const QString &label)
{
    const std::string id = stringMember(child(body, "value"), "columnId");
    const ColumnFacts *value = id.empty() ? nullptr : facts.columnById(id);
    if (value && Levels(context, facts, {}).isRowByRow(id))
        context.report("formula.key-value-level", "/value/columnId",
                       RuleText::tr("%1: the value %2 has no aggregate.").arg(label, inQuotes(value->name)),
                       RuleText::tr("A key figure is one number: aggregate it, for example with Sum(…)."));
}

} // namespace

void checkFormulaColumns(CheckContext &context, const Json &body, const ElementFacts &facts, const QString &label)
{
    if (facts.columns.empty())
        return;
    checkCircles(context, facts, label);
    checkCalculations(context, body, facts, label);
    checkReach(context, facts, label);
    if (facts.kind == "kpi-chart")
        checkKeyValue(context, body, facts, label);
}

} // namespace tessera::model
