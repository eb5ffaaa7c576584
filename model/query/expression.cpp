// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/expression.h"

#include <algorithm>

namespace tessera::model::query {

using formula::Operator;

namespace {

ExpressionPtr make(decltype(Expression::value) value, ValueType type)
{
    return std::make_shared<const Expression>(Expression{std::move(value), type});
}

bool isKnown(ValueType type)
{
    return type != ValueType::Any && type != ValueType::Null && type != ValueType::Error;
}

ValueType resultOf(const formula::Function &function, const std::vector<ExpressionPtr> &arguments)
{
    if (function.result)
        return *function.result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const formula::Parameter *parameter = function.parameterAt(static_cast<int>(i));
        if (parameter && parameter->types.empty() && isKnown(arguments[i]->type))
            return arguments[i]->type;
    }
    return arguments.empty() ? ValueType::Any : arguments.front()->type;
}

ExpressionPtr chain(Operator op, const std::vector<ExpressionPtr> &parts)
{
    ExpressionPtr all;
    for (const ExpressionPtr &part : parts)
        all = !all ? part : !part ? all : operation(op, {all, part});
    return all;
}

template <class List>
void visitAll(const List &list, const std::function<void(const ExpressionPtr &)> &visitor)
{
    for (const ExpressionPtr &part : list)
        visit(part, visitor);
}

} // namespace

ValueType typeOf(const Value &value)
{
    return value.isNumber()    ? ValueType::Number
           : value.isText()    ? ValueType::Text
           : value.isLogical() ? ValueType::Logical
           : value.isMoment()  ? ValueType::Date
           : value.isVariant() ? ValueType::Variant
                               : ValueType::Null;
}

ExpressionPtr use(std::string column, ValueType type, int input)
{
    return make(ColumnUse{std::move(column), input}, type);
}

ExpressionPtr constant(Value value, bool parameter)
{
    const ValueType type = typeOf(value);
    return make(Constant{std::move(value), parameter}, type);
}

ExpressionPtr constant(Value value, ValueType type, bool parameter)
{
    return make(Constant{std::move(value), parameter}, type);
}

ExpressionPtr call(std::string_view function, std::vector<ExpressionPtr> arguments)
{
    const formula::Function *found = formula::FunctionCatalogue::shipped().find(function);
    Q_ASSERT(found);
    const ValueType type = resultOf(*found, arguments);
    return make(FunctionCall{found, std::move(arguments)}, type);
}

ExpressionPtr call(const formula::Function *function, std::vector<ExpressionPtr> arguments, ValueType type)
{
    return make(FunctionCall{function, std::move(arguments)}, type);
}

ExpressionPtr operation(Operator op, std::vector<ExpressionPtr> operands)
{
    const ValueType type = op <= Operator::Subtract      ? ValueType::Number
                           : op == Operator::Concatenate ? ValueType::Text
                                                         : ValueType::Logical;
    return make(Operation{op, std::move(operands)}, type);
}

ExpressionPtr oneOf(ExpressionPtr base, std::vector<Value> values)
{
    return make(OneOf{std::move(base), std::move(values)}, ValueType::Logical);
}

ExpressionPtr window(FunctionCall call, ValueType type, std::vector<ExpressionPtr> partitionBy,
                     std::vector<OrderKey> orderBy)
{
    return make(Window{std::move(call), std::move(partitionBy), std::move(orderBy)}, type);
}

ExpressionPtr allOf(const std::vector<ExpressionPtr> &conditions)
{
    return chain(Operator::And, conditions);
}

ExpressionPtr anyOf(const std::vector<ExpressionPtr> &conditions)
{
    return chain(Operator::Or, conditions);
}

void visit(const ExpressionPtr &expression, const std::function<void(const ExpressionPtr &)> &visitor)
{
    if (!expression)
        return;
    visitor(expression);
    if (const auto *called = as<FunctionCall>(expression)) {
        visitAll(called->arguments, visitor);
    } else if (const auto *operated = as<Operation>(expression)) {
        visitAll(operated->operands, visitor);
    } else if (const auto *access = as<VariantAccess>(expression)) {
        visit(access->base, visitor);
    } else if (const auto *one = as<OneOf>(expression)) {
        visit(one->base, visitor);
    } else if (const auto *over = as<Window>(expression)) {
        visitAll(over->call.arguments, visitor);
        visitAll(over->partitionBy, visitor);
        for (const OrderKey &key : over->orderBy)
            visit(key.expression, visitor);
    }
}

} // namespace tessera::model::query
