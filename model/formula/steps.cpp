// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/steps.h"

#include <algorithm>

#include "model/formula/bound_walk.h"
#include "model/formula/text_position.h"

namespace tessera::model::formula {

namespace {

bool needsRows(const BoundPtr &node)
{
    const auto *call = as<BoundCall>(node);
    if (!call || !call->function)
        return false;
    switch (call->function->kind) {
    case FunctionKind::Scalar:
        return findScalar(call->function->name) == nullptr;
    default:
        return true;
    }
}

bool isRangePart(const BoundPtr &node)
{
    const auto *access = as<BoundAccess>(node);
    const auto *symbol = access ? as<BoundSymbol>(access->base) : nullptr;
    return symbol && symbol->symbol.isRange;
}

class Splitter
{
public:
    explicit Splitter(std::string_view text) : m_text(text) {}

    BoundPtr run(const BoundPtr &node)
    {
        const bool open = as<BoundError>(node) && node->type == ValueType::Any; // an outside name
        if (as<BoundSymbol>(node) || open || needsRows(node) || isRangePart(node))
            return part(node);
        BoundNode copy = *node;
        if (auto *call = std::get_if<BoundCall>(&copy.value))
            splitAll(call->arguments);
        else if (auto *operation = std::get_if<BoundOperation>(&copy.value))
            splitAll(operation->operands);
        else if (auto *access = std::get_if<BoundAccess>(&copy.value))
            access->base = run(access->base);
        return std::make_shared<const BoundNode>(std::move(copy));
    }

    std::vector<FormulaPart> parts;

private:
    void splitAll(std::vector<BoundPtr> &nodes)
    {
        for (BoundPtr &node : nodes)
            node = run(node);
    }

    BoundPtr part(const BoundPtr &node)
    {
        const std::string text(bytesOf(m_text, node->span).in(m_text));
        auto known = std::find_if(parts.begin(), parts.end(), [&](const FormulaPart &p) { return p.text == text; });
        if (known == parts.end()) {
            parts.push_back({node->span, text, "part-" + std::to_string(parts.size()), node->type});
            known = parts.end() - 1;
        }
        Symbol symbol;
        symbol.id = known->id;
        symbol.name = known->text;
        symbol.type = node->type;
        return std::make_shared<const BoundNode>(BoundNode{BoundSymbol{symbol}, node->type, node->shape, node->span});
    }

    std::string_view m_text;
};

// Walks the tree in the order in which `evaluate` noted the steps: parts before the whole.
class Nester
{
public:
    Nester(std::string_view text, const std::vector<EvaluationStep> &steps) : m_text(text), m_steps(steps) {}

    FormulaStep run(const BoundPtr &node)
    {
        FormulaStep step;
        step.span = node->span;
        step.text = bytesOf(m_text, node->span).in(m_text);
        step.type = node->type;
        for (const BoundPtr &inner : partsOf(node)) {
            FormulaStep made = run(inner);
            if (!as<BoundLiteral>(inner))
                step.inside.push_back(std::move(made));
        }
        if (m_next < m_steps.size())
            step.value = m_steps[m_next++].value;
        return step;
    }

private:
    std::string_view m_text;
    const std::vector<EvaluationStep> &m_steps;
    std::size_t m_next = 0;
};

} // namespace

SteppedFormula splitForSteps(std::string_view text, const BoundPtr &root)
{
    Splitter splitter(text);
    SteppedFormula out;
    if (root)
        out.root = splitter.run(root);
    out.parts = std::move(splitter.parts);
    return out;
}

FormulaStep stepThrough(std::string_view text, const SteppedFormula &formula, const std::vector<Value> &values,
                        const Environment &environment)
{
    std::vector<EvaluationStep> steps;
    const SymbolValues valueOf = [&](const Symbol &symbol) -> Value {
        for (std::size_t i = 0; i < formula.parts.size() && i < values.size(); ++i) {
            if (formula.parts[i].id == symbol.id)
                return values[i];
        }
        return {};
    };
    evaluate(formula.root, valueOf, environment, &steps);
    return formula.root ? Nester(text, steps).run(formula.root) : FormulaStep();
}

} // namespace tessera::model::formula
