// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "model/formula/token.h"

namespace tessera::model::formula {

struct Node;
using NodePtr = std::shared_ptr<const Node>; // immutable, so trees may be shared between threads

enum class Operator
{
    Power,
    Negate,
    Multiply,
    Divide,
    Modulo,
    Add,
    Subtract,
    Concatenate,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Not,
    And,
    Or,
};

struct NullLiteral
{
};
struct LogicalLiteral
{
    bool value = false;
};
struct NumberLiteral
{
    std::string text; // as written, so that 19-digit integers stay exact
};
struct TextLiteral
{
    std::string value; // escapes resolved, UTF-8
};

// [Column], [Element/Column], [control]: what stands between the brackets.
struct ColumnReference
{
    bool hasPrefix = false;
    std::string prefix;
    std::string name;
};

struct Call
{
    std::string name; // as written
    Span nameSpan;
    std::vector<NodePtr> arguments;
};

struct Unary
{
    Operator op = Operator::Negate;
    NodePtr operand;
};

struct Binary
{
    Operator op = Operator::Add;
    Span opSpan;
    NodePtr left;
    NodePtr right;
};

// base.key or base[index]: a path into a variant, or .start/.end/.min/.max of a range control
struct Access
{
    NodePtr base;
    std::string key; // "" for an index
    int index = 0;
};

// What could not be understood; a diagnostic says why. Lets the rest of the formula keep its shape.
struct Missing
{
};

struct Node
{
    std::variant<Missing, NullLiteral, LogicalLiteral, NumberLiteral, TextLiteral, ColumnReference, Call, Unary, Binary,
                 Access>
        value;
    Span span; // without surrounding parentheses
    bool parenthesized = false;
};

template <class T>
const T *as(const NodePtr &node)
{
    return node ? std::get_if<T>(&node->value) : nullptr;
}

struct SyntaxProblem
{
    enum class Kind
    {
        UnexpectedToken,
        UnexpectedEnd,
        BadToken, // see `token`
        MissingOperand,
        TooDeep,
        NullOperator, // x is null, x is not null; `text` is the call that asks for it
        // Understood, but Sigma does something else with it:
        CallLikeOperator, // Not(x), And(a, b), Or(a, b)
        SingleQuotes,     // 'text'
        LooseOperator,    // == or <>
    };
    Kind kind = Kind::UnexpectedToken;
    Span span;
    std::string text; // the token or operator concerned
    TokenError token = TokenError::None;
    bool isError() const { return kind < Kind::CallLikeOperator; }
};

// Precedence, tightest first (10 … 1); the one table parser and printer share.
// Source: our ruling where Sigma only says "usual mathematical order".
int precedence(Operator op);
const char *spelling(Operator op); // "+", "and" …

} // namespace tessera::model::formula
