// SPDX-License-Identifier: GPL-3.0-or-later
// Source: Sigma's prefix per source, syntax and common mistakes; function index, lookups and levels.
#include "model/checks/rules/formula_reach.h"

#include <algorithm>
#include <set>

#include "model/formula/bound_walk.h"
#include "model/formula/function_catalogue.h"
#include "model/formula/parser.h"
#include "model/formula/text_position.h"
#include "model/query/workbook_scope.h"

namespace tessera::model {

using formula::BoundPtr;
using formula::FunctionKind;
using formula::Symbol;
using formula::SymbolKind;

namespace {

constexpr int deepestPass = 8; // columns that only hand on another one

// Within a call that reads another element, or of a function only the organisation knows.
bool isWithinLookup(std::string_view text, ByteRange name)
{
    bool within = false;
    formula::visit(formula::parse(text).root, [&](const formula::NodePtr &node) {
        const auto *call = formula::as<formula::Call>(node);
        if (!call || within)
            return;
        const formula::Function *function = formula::FunctionCatalogue::shipped().find(call->name);
        const ByteRange range = formula::bytesOf(text, node->span);
        within = (!function || function->kind == FunctionKind::Lookup) && range.offset <= name.offset &&
                 name.end() <= range.end();
    });
    return within;
}

class Reach
{
public:
    Reach(CheckContext &context, const ElementFacts &facts, const QString &label)
        : m_context(context)
        , m_facts(facts)
        , m_label(label)
    {
    }

    void run()
    {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < m_facts.columns.size(); ++i) {
            const std::string &id = m_facts.columns[i].id;
            if (id.empty() || !seen.insert(id).second)
                continue;
            m_path = "/columns/" + std::to_string(i) + "/formula";
            m_told = false;
            if (const formula::BoundFormula *bound = m_context.columns().bound(m_facts.key, id))
                visit(bound->root);
        }
    }

private:
    void visit(const BoundPtr &node)
    {
        const auto *call = formula::as<formula::BoundCall>(node);
        if (call && call->function->kind == FunctionKind::Lookup)
            lookup(*call);
        else if (call && addsUp(call->function->name))
            aggregate(*call);
        for (const BoundPtr &part : formula::partsOf(node))
            visit(part);
    }

    // --- One Lookup reads one element ---

    void lookup(const formula::BoundCall &call)
    {
        std::set<Key> elements;
        for (const BoundPtr &argument : call.arguments)
            collect(argument, elements);
        if (elements.size() < 2 || m_told)
            return;
        m_told = true;
        m_context.report(
            "formula.lookup-elements", m_path,
            RuleText::tr("%1: one %2 reads several other elements.").arg(m_label, toQString(call.function->name)),
            RuleText::tr("Use one call for each element, in a column of its own."));
    }

    void collect(const BoundPtr &node, std::set<Key> &elements) const
    {
        const auto *call = formula::as<formula::BoundCall>(node);
        if (call && call->function->kind == FunctionKind::Lookup)
            return; // answers for itself
        if (const auto *named = formula::as<formula::BoundSymbol>(node);
            named && named->symbol.kind == SymbolKind::Element)
            elements.insert(named->symbol.element);
        for (const BoundPtr &part : formula::partsOf(node))
            collect(part, elements);
    }

    // --- Values that repeat ---

    // What counts a value as often as it stands there. The largest of repeated values is the largest all the same.
    static bool addsUp(std::string_view function)
    {
        return isOneOf(function, {"Sum", "SumIf", "SumProduct", "Avg", "AvgIf", "Median", "StdDev", "Variance",
                                  "VariancePop", "PercentileCont", "PercentileDisc"});
    }

    void aggregate(const formula::BoundCall &call)
    {
        if (m_facts.source->kind != FactsSource::Element || !m_facts.source->groupingId.empty() || m_told)
            return;
        for (const BoundPtr &argument : call.arguments) {
            const auto *named = formula::as<formula::BoundSymbol>(argument);
            if (!named || named->symbol.kind != SymbolKind::Source || !isRepeated(named->symbol))
                continue;
            const FactsPtr source = m_context.byId(m_facts.source->elementId);
            m_told = true;
            m_context.report(
                "formula.repeated-aggregate", m_path,
                RuleText::tr("%1: %2 of %3 counts each value as often as its group has rows.")
                    .arg(m_label, toQString(call.function->name), inQuotes(named->symbol.name)),
                RuleText::tr(
                    "%1 computes it once for a group and repeats it on every row. Read that grouping of it, or "
                    "aggregate the column it is made of.")
                    .arg(source ? labelOf(*source) : QString()));
            return;
        }
    }

    // A calculation of a grouping, read row by row; also through columns that only hand it on.
    bool isRepeated(Symbol symbol)
    {
        for (int depth = 0; depth < deepestPass && !symbol.id.empty(); ++depth) {
            const FactsPtr element = m_context.byKey(symbol.element);
            if (!element)
                return false;
            if (!element->groupings.empty()) {
                m_context.dependOnGroupings(element->key);
                if (isCalculation(*element, symbol.id))
                    return true;
            }
            const SourceFacts &source = *element->source;
            if (source.kind != FactsSource::Element || !source.groupingId.empty() || !m_context.byId(source.elementId))
                return false;
            m_context.dependOnReferences(element->key);
            const formula::BoundFormula *bound = m_context.columns().bound(element->key, symbol.id);
            const auto *handed = bound ? formula::as<formula::BoundSymbol>(bound->root) : nullptr;
            if (!handed || handed->symbol.kind != SymbolKind::Source)
                return false;
            symbol = handed->symbol;
        }
        return false;
    }

    bool isCalculation(const ElementFacts &element, const std::string &column) const
    {
        const Object *object = m_context.columns().workbook().element(element.key);
        for (const Json &grouping : items(object ? object->body() : nothing(), "groupings")) {
            for (const Json &calculation : items(grouping, "calculations")) {
                if (textOf(calculation) == column)
                    return true;
            }
        }
        return false;
    }

    CheckContext &m_context;
    const ElementFacts &m_facts;
    const QString &m_label;
    std::string m_path;
    bool m_told = false; // once for a column
};

} // namespace

void checkReach(CheckContext &context, const ElementFacts &facts, const QString &label)
{
    Reach(context, facts, label).run();
}

bool reachesTooFar(const TextReference &at, const Resolution &found, const TextSite &site, const ElementFacts *owner)
{
    if (!owner || site.column < 0 || site.language != TextLanguage::Formula || found.meaning != Meaning::Column ||
        found.viaLeg || !found.element || found.element->key == owner->key)
        return false;
    const SourceFacts &source = *owner->source;
    switch (source.kind) {
    case FactsSource::Element:
    case FactsSource::WarehouseTable:
    case FactsSource::Sql:
    case FactsSource::Union:
        break;
    default:
        return false;
    }
    const auto isLeg = [&](const SourceLeg &leg) { return leg.elementId == found.element->id; };
    if (source.elementId == found.element->id || std::any_of(source.legs.begin(), source.legs.end(), isLeg))
        return false;
    return !isWithinLookup(site.text, at.reference.nameBytes);
}

} // namespace tessera::model
