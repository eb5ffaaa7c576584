// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/lexer.h"
#include "model/formula/template_scanner.h"
#include "model/names/resolver.h"
#include "model/names/text_sites.h"
#include "model/query/chart_planner.h"
#include "model/query/planner.h"
#include "model/query/query_output.h"

namespace tessera::model::query {

namespace {

// The repeated container whose cards show rows of the element; null: none.
const Object *cardsOf(const Workbook &workbook, const FactsPtr &element)
{
    for (const Object &candidate : workbook.elements) {
        const bool repeats = candidate.kind() == "repeated-container" || candidate.kind() == "single-row-container";
        const auto source = repeats ? sourceOf(candidate) : std::nullopt;
        if (source && source->elementId == element->id)
            return &candidate;
    }
    return nullptr;
}

// The key of the container whose card a text names; "" when it names none.
Key cardContainer(Planner &planner, std::string_view text, const std::vector<TemplatePart> &parts)
{
    for (const TemplatePart &part : parts) {
        const std::string_view formula = part.formula.in(text);
        for (const Token &token : tokenize(formula)) {
            const auto reference = readReference(formula, token);
            const std::string prefix = reference && reference->hasPrefix ? foldName(reference->prefix) : std::string();
            if (!prefix.ends_with(cardSuffix))
                continue;
            const auto named = planner.names().byName(prefix.substr(0, prefix.size() - cardSuffix.size()));
            const Object *cards = named.empty() ? nullptr : cardsOf(planner.workbook(), named.front());
            return cards ? cards->key() : named.empty() ? Key() : named.front()->key;
        }
    }
    return {};
}

void sortLike(ElementPlan &container, ElementPlan &plan, QueryOutput &output)
{
    for (const SortView &sort : sortOf(container.element())) {
        const ColumnView *column = container.column(sort.columnId);
        const auto use =
            column ? plan.useSource({{}, columnName(*column), container.element().key(), sort.columnId}) : std::nullopt;
        if (use)
            output.sortBy(*use, sort.descending, sort.nulls == "first");
    }
}

Query planText(Planner &planner, const Object &element, const std::string &pointer, std::string_view text,
               const std::vector<TemplatePart> &parts)
{
    const Key cards = cardContainer(planner, text, parts);
    ElementPlan *container = cards.empty() ? nullptr : planner.plan(cards);
    ElementPlan plan(planner, element);
    plan.prepareText(container ? elementRows(*container, ElementPlan::rows) : oneRow());
    QueryOutput output(plan, ElementPlan::rows);
    int number = 0;
    for (const TemplatePart &part : parts) {
        OutputColumn column;
        column.name = "value " + std::to_string(++number);
        const auto value = plan.useFormula(std::string(part.formula.in(text)), ElementPlan::rows, pointer, column.name);
        output.add(value ? *value : plan.addScalar(ElementPlan::rows, column.name, constant(Value()), {}), column);
    }
    if (container) // the order of the cards
        sortLike(*container, plan, output);
    return output.build();
}

} // namespace

void planTexts(Planner &planner, const Object &element, ElementQuery &out)
{
    visitTextSites(element.body(), element.kind(), [&](const TextSite &site) {
        if (site.language != TextLanguage::Template || site.scope != TextScope::Element)
            return;
        std::vector<TemplatePart> parts = scanTemplates(site.text);
        std::erase_if(parts, [](const TemplatePart &part) { return !part.closed; });
        if (!parts.empty())
            out.parts["text:" + site.path] = planText(planner, element, site.path, site.text, parts);
    });
}

void planProgress(ElementPlan &owner, ElementQuery &out)
{
    Planner &planner = owner.planner();
    ElementPlan plan(planner, owner.element());
    plan.prepareText(oneRow());
    const ProgressView progress = progressOf(owner.element());
    QueryOutput output(plan, ElementPlan::rows);
    for (const auto &[name, formula] :
         {std::pair("value", progress.value), std::pair("min", progress.least), std::pair("max", progress.most)}) {
        OutputColumn column;
        column.id = column.name = column.channel = name;
        const auto value =
            formula.empty() ? std::nullopt : plan.useFormula(formula, ElementPlan::rows, std::string("/") + name, name);
        output.add(value ? *value : plan.addScalar(ElementPlan::rows, name, constant(Value(), ValueType::Number), {}),
                   column);
    }
    out.main = output.build();
}

} // namespace tessera::model::query
