// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include <QString>

#include "model/formula/scope.h"

namespace tessera::model::formula {

// What a value needs to be computed, least first.
enum class Shape
{
    Constant,  // the same everywhere
    Row,       // one value a row
    Aggregate, // one value a group of rows
    Window,    // reads neighbouring results
};

struct BoundNode;
using BoundPtr = std::shared_ptr<const BoundNode>;

struct BoundLiteral
{
    NodePtr syntax; // the literal
};
struct BoundSymbol
{
    Symbol symbol;
};
struct BoundCall
{
    const Function *function = nullptr;
    std::vector<BoundPtr> arguments;
};
struct BoundOperation
{
    Operator op = Operator::Add;
    std::vector<BoundPtr> operands; // one or two
};
struct BoundAccess
{
    BoundPtr base;
    std::string key; // "" for an index
    int index = 0;
};
// Something a problem was reported for.
struct BoundError
{
};

struct BoundNode
{
    std::variant<BoundError, BoundLiteral, BoundSymbol, BoundCall, BoundOperation, BoundAccess> value;
    ValueType type = ValueType::Error;
    Shape shape = Shape::Constant;
    Span span;
};

template <class T>
const T *as(const BoundPtr &node)
{
    return node ? std::get_if<T>(&node->value) : nullptr;
}

enum class ProblemCode
{
    Syntax,
    UnknownFunction,
    ArgumentCount,
    ArgumentType,
    OperandType,
    BadChoice, // a constant text that is none of the parameter's choices
    UnknownElement,
    UnknownColumn,
    AmbiguousName,
    NestedAggregate,
    AggregateExpected,
    CallLikeOperator, // warning: Sigma gives null rows
    LooseSyntax,      // warning: not documented
};

struct FormulaProblem
{
    ProblemCode code = ProblemCode::Syntax;
    bool isError = true;
    Span span;
    QString message;
    QString hint;
    // A safe correction of `span`, as text; none when there is none.
    std::optional<std::string> replacement;
    std::string wrap = {}; // a call of this function around `span` would correct it: "Text"; "" when none would
};

struct BoundFormula
{
    BoundPtr root;
    std::vector<FormulaProblem> problems;
    bool isValid() const;
};

} // namespace tessera::model::formula
