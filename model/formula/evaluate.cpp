// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/evaluate.h"

#include "model/base/json_text.h"
#include "model/formula/scalar/rows.h"

namespace tessera::model::formula {

namespace {

struct Evaluator
{
    const SymbolValues &values;
    const Environment &environment;
    std::vector<EvaluationStep> *steps;

    Value run(const BoundPtr &node) const
    {
        Value value = std::visit([&](const auto &part) { return of(part); }, node->value);
        if (steps)
            steps->push_back({node->span, value});
        return value;
    }

private:
    Value of(const BoundError &) const { return {}; }
    Value of(const BoundSymbol &symbol) const { return values(symbol.symbol); }

    Value of(const BoundLiteral &literal) const
    {
        if (const auto *text = as<TextLiteral>(literal.syntax))
            return text->value;
        if (const auto *logical = as<LogicalLiteral>(literal.syntax))
            return logical->value;
        if (const auto *number = as<NumberLiteral>(literal.syntax)) {
            const Value text = number->text.starts_with('.') ? Value('0' + number->text) : Value(number->text);
            return callScalar(*findScalar("Number"), {&text, 1}, environment);
        }
        return {};
    }

    Value of(const BoundCall &call) const
    {
        std::vector<Value> arguments;
        arguments.reserve(call.arguments.size());
        for (const BoundPtr &argument : call.arguments)
            arguments.push_back(run(argument));
        const ScalarFunction *function = call.function ? findScalar(call.function->name) : nullptr;
        const bool enough = call.function && static_cast<int>(arguments.size()) >= call.function->minArguments;
        return function && enough ? callScalar(*function, arguments, environment) : Value();
    }

    Value of(const BoundOperation &operation) const
    {
        const Value a = run(operation.operands.front());
        if (operation.op == Operator::Negate)
            return a.isNumber() ? subtractNumbers(Value(0), a) : Value();
        if (operation.op == Operator::Not)
            return logicalNot(a);
        return binary(operation.op, a, run(operation.operands.back()));
    }

    static Value binary(Operator op, const Value &a, const Value &b)
    {
        switch (op) {
        case Operator::Power:
            return powerNumbers(a, b);
        case Operator::Multiply:
            return multiplyNumbers(a, b);
        case Operator::Divide:
            return divideNumbers(a, b);
        case Operator::Modulo:
            return moduloNumbers(a, b);
        case Operator::Add:
            return addNumbers(a, b);
        case Operator::Subtract:
            return subtractNumbers(a, b);
        case Operator::Concatenate:
            return concatenate(a, b);
        case Operator::And:
            return logicalAnd(a, b);
        case Operator::Or:
            return logicalOr(a, b);
        default:
            return comparison(op, a, b);
        }
    }

    static Value comparison(Operator op, const Value &a, const Value &b)
    {
        const auto order = compare(a, b);
        if (!order)
            return {};
        switch (op) {
        case Operator::Equal:
            return *order == 0;
        case Operator::NotEqual:
            return *order != 0;
        case Operator::Less:
            return *order < 0;
        case Operator::LessEqual:
            return *order <= 0;
        case Operator::Greater:
            return *order > 0;
        default:
            return *order >= 0;
        }
    }

    Value of(const BoundAccess &access) const
    {
        const Value base = run(access.base);
        if (!base.isVariant())
            return {};
        // What is inside a variant is one again, until Text(), Number() … take it out.
        const auto found = [](const Json *part) { return part && !part->is_null() ? Value(*part) : Value(); };
        const Json &json = base.variant();
        if (!access.key.empty())
            return found(member(json, access.key));
        const bool inside = json.is_array() && access.index >= 0 && access.index < static_cast<int>(json.size());
        return found(inside ? &json[static_cast<std::size_t>(access.index)] : nullptr);
    }
};

} // namespace

Value evaluate(const BoundPtr &root, const SymbolValues &values, const Environment &environment,
               std::vector<EvaluationStep> *steps)
{
    return root ? Evaluator{values, environment, steps}.run(root) : Value();
}

} // namespace tessera::model::formula
