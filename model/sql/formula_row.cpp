// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sql/formula_row.h"

#include <charconv>

#include "model/formula/binder.h"
#include "model/formula/evaluate.h"
#include "model/formula/lexer.h"

namespace tessera::model::sql {

using formula::ValueType;
using query::Expression;
using query::ExpressionPtr;

namespace {

// [1], [2] …: arguments of the call at hand.
class ArgumentScope : public formula::Scope
{
public:
    explicit ArgumentScope(const query::FunctionCall &call) : m_call(call) {}

    Found resolve(const formula::ColumnReference &reference) const override
    {
        std::size_t index = 0;
        std::from_chars(reference.name.data(), reference.name.data() + reference.name.size(), index);
        formula::Symbol symbol;
        symbol.id = reference.name;
        symbol.name = reference.name;
        if (index >= 1 && index <= m_call.arguments.size())
            symbol.type = m_call.arguments[index - 1]->type;
        Found found;
        found.symbol = symbol;
        return found;
    }
    std::vector<std::string> candidates(const formula::ColumnReference &) const override { return {}; }

private:
    const query::FunctionCall &m_call;
};

ExpressionPtr make(decltype(Expression::value) value, ValueType type)
{
    return std::make_shared<const Expression>(Expression{std::move(value), type});
}

using Symbols = std::function<ExpressionPtr(const formula::Symbol &)>;

struct Expander
{
    const Symbols &symbols;

    ExpressionPtr expression(const formula::BoundPtr &node) const
    {
        return std::visit([&](const auto &part) { return of(part, node); }, node->value);
    }

    ExpressionPtr of(const formula::BoundError &, const formula::BoundPtr &) const { return nullptr; }
    ExpressionPtr of(const formula::BoundSymbol &symbol, const formula::BoundPtr &) const
    {
        return symbols(symbol.symbol);
    }
    ExpressionPtr of(const formula::BoundLiteral &, const formula::BoundPtr &node) const
    {
        return make(query::Constant{formula::evaluate(node, {}, {})}, node->type);
    }
    ExpressionPtr of(const formula::BoundCall &call, const formula::BoundPtr &node) const
    {
        auto arguments = all(call.arguments);
        return arguments ? make(query::FunctionCall{call.function, std::move(*arguments)}, node->type) : nullptr;
    }
    ExpressionPtr of(const formula::BoundOperation &operation, const formula::BoundPtr &node) const
    {
        auto operands = all(operation.operands);
        return operands ? make(query::Operation{operation.op, std::move(*operands)}, node->type) : nullptr;
    }
    ExpressionPtr of(const formula::BoundAccess &access, const formula::BoundPtr &node) const
    {
        const ExpressionPtr base = expression(access.base);
        return base ? make(query::VariantAccess{base, access.key, access.index}, node->type) : nullptr;
    }

    std::optional<std::vector<ExpressionPtr>> all(const std::vector<formula::BoundPtr> &nodes) const
    {
        std::vector<ExpressionPtr> out;
        for (const formula::BoundPtr &node : nodes) {
            out.push_back(expression(node));
            if (!out.back())
                return std::nullopt;
        }
        return out;
    }
};

// The argument a name stands for, or the parameter's default.
ExpressionPtr argumentNamed(const std::string &name, const query::FunctionCall &call)
{
    std::size_t index = 0;
    std::from_chars(name.data(), name.data() + name.size(), index);
    if (index >= 1 && index <= call.arguments.size())
        return call.arguments[index - 1];
    const formula::Parameter *parameter = call.function->parameterAt(static_cast<int>(index) - 1);
    Value value(0);
    if (parameter && !parameter->defaultText.empty()) {
        const ArgumentScope none(call);
        value = formula::evaluate(formula::bindFormula(parameter->defaultText, none).root, {}, {});
    }
    const ValueType type = query::typeOf(value);
    return make(query::Constant{std::move(value)}, type);
}

} // namespace

std::string registeredName(std::string_view function)
{
    return "sigma_" + foldName(function);
}

ExpressionPtr expressionOf(const formula::BoundPtr &root, const Symbols &symbol)
{
    return root ? Expander{symbol}.expression(root) : nullptr;
}

ExpressionPtr expandFormula(const std::string &formula, const query::FunctionCall &call)
{
    const ArgumentScope scope(call);
    const formula::BoundFormula bound = formula::bindFormula(formula, scope);
    if (!bound.isValid())
        return nullptr;
    return expressionOf(bound.root,
                        [&call](const formula::Symbol &symbol) { return argumentNamed(symbol.name, call); });
}

} // namespace tessera::model::sql
