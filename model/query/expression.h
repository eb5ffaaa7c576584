// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "model/formula/function_catalogue.h"
#include "model/formula/syntax.h"
#include "model/value/value.h"

namespace tessera::model::query {

using formula::ValueType;

struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;

// A column of an input relation, by its name there. `input` is 0 but in the condition of a join, where 1 is the right
// side.
struct ColumnUse
{
    std::string column;
    int input = 0;
};

// A fixed value. `parameter`: it came from a control, a filter or the clock and is bound instead of spelled where the
// dialect can, so that the statement's text stays the same when it changes.
struct Constant
{
    Value value;
    bool parameter = false;
};

// A scalar or aggregate function of the formula language. Aggregates stand in Aggregate relations and under Window
// only, and do not nest. First, Last, Nth and their kin are windows always, never aggregates.
struct FunctionCall
{
    const formula::Function *function = nullptr;
    std::vector<ExpressionPtr> arguments;
};

struct Operation
{
    formula::Operator op = formula::Operator::Add;
    std::vector<ExpressionPtr> operands; // one or two
};

// A step into a variant.
struct VariantAccess
{
    ExpressionPtr base;
    std::string key; // "": by index
    int index = 0;
};

// base is one of values; Null never is. An empty list is false.
struct OneOf
{
    ExpressionPtr base;
    std::vector<Value> values; // bound
};

struct OrderKey
{
    ExpressionPtr expression;
    bool descending = false;
    bool nullsFirst = false; // in either direction; else nulls come last
};

// A call over the rows of a partition: a window function of the language, or an aggregate over the whole partition.
// Ranking functions (Rank, RankDense, RowNumber, RankPercentile, CumeDist, Ntile) rank by `orderBy` alone: their column
// and direction have become its first key, and only Ntile keeps an argument, the count. Never here: DateLookback,
// totals, lookups; the planner resolves them into joins. Windows do not nest: an argument, partition or order key holds
// none. Empty orderBy: the order the rows come in.
struct Window
{
    FunctionCall call;
    std::vector<ExpressionPtr> partitionBy;
    std::vector<OrderKey> orderBy;
};

struct Expression
{
    std::variant<ColumnUse, Constant, FunctionCall, Operation, VariantAccess, OneOf, Window> value;
    ValueType type = ValueType::Any;
};

// Makers. `call` looks the function up in the catalogue (it must exist) and works out the type where it is fixed or
// that of the first typed argument; `operation` likewise.
ExpressionPtr use(std::string column, ValueType type, int input = 0);
ExpressionPtr constant(Value value, bool parameter = false);
ExpressionPtr constant(Value value, ValueType type, bool parameter = false);
ExpressionPtr call(std::string_view function, std::vector<ExpressionPtr> arguments);
ExpressionPtr call(const formula::Function *function, std::vector<ExpressionPtr> arguments, ValueType type);
ExpressionPtr operation(formula::Operator op, std::vector<ExpressionPtr> operands);
ExpressionPtr oneOf(ExpressionPtr base, std::vector<Value> values);
ExpressionPtr window(FunctionCall call, ValueType type, std::vector<ExpressionPtr> partitionBy,
                     std::vector<OrderKey> orderBy);
// Conjunction and disjunction of any number; null for none.
ExpressionPtr allOf(const std::vector<ExpressionPtr> &conditions);
ExpressionPtr anyOf(const std::vector<ExpressionPtr> &conditions);
ValueType typeOf(const Value &value);

// Every part of an expression, parents first.
void visit(const ExpressionPtr &expression, const std::function<void(const ExpressionPtr &)> &visitor);

template <class T>
const T *as(const ExpressionPtr &expression)
{
    return expression ? std::get_if<T>(&expression->value) : nullptr;
}

} // namespace tessera::model::query
