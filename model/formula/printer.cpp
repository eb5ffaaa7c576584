// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/printer.h"

#include "model/formula/function_catalogue.h"
#include "model/formula/lexer.h"

namespace tessera::model::formula {

namespace {

std::string quoted(const std::string &value)
{
    std::string out = "\"";
    for (const char c : value) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += c;
        }
    }
    return out + '"';
}

std::string bracketed(const ColumnReference &reference)
{
    return '[' + (reference.hasPrefix ? escapeName(reference.prefix) + '/' : std::string()) +
           escapeName(reference.name) + ']';
}

int bindingOf(const NodePtr &node)
{
    if (const auto *binary = as<Binary>(node))
        return precedence(binary->op);
    if (const auto *unary = as<Unary>(node))
        return precedence(unary->op);
    return 100;
}

struct Printer
{
    // `node` as an operand that must bind tighter than `outer`.
    static std::string operand(const NodePtr &node, int outer)
    {
        const std::string text = print(node);
        return bindingOf(node) > outer ? text : '(' + text + ')';
    }

    std::string operator()(const Missing &) const { return {}; }
    std::string operator()(const NullLiteral &) const { return "Null"; }
    std::string operator()(const LogicalLiteral &literal) const { return literal.value ? "True" : "False"; }
    std::string operator()(const NumberLiteral &literal) const { return literal.text; }
    std::string operator()(const TextLiteral &literal) const { return quoted(literal.value); }
    std::string operator()(const ColumnReference &reference) const { return bracketed(reference); }
    std::string operator()(const Call &call) const
    {
        const Function *known = FunctionCatalogue::shipped().find(call.name);
        std::string text = (known ? known->name : call.name) + '(';
        for (std::size_t i = 0; i < call.arguments.size(); ++i)
            text += (i > 0 ? ", " : "") + print(call.arguments[i]);
        return text + ')';
    }
    std::string operator()(const Unary &unary) const
    {
        // -(-2) keeps its parentheses: two signs in a row read badly. not not x needs none.
        const int outer = precedence(unary.op) - (unary.op == Operator::Not ? 1 : 0);
        return spelling(unary.op) + std::string(unary.op == Operator::Not ? " " : "") + operand(unary.operand, outer);
    }
    std::string operator()(const Binary &binary) const
    {
        const int own = precedence(binary.op);
        // Left-associative: an equal operator on the left needs no parentheses, on the right it does.
        return operand(binary.left, own - 1) + ' ' + spelling(binary.op) + ' ' + operand(binary.right, own);
    }
    std::string operator()(const Access &access) const
    {
        const std::string base = operand(access.base, 99);
        return access.key.empty() ? base + '[' + std::to_string(access.index) + ']' : base + '.' + access.key;
    }
};

struct Dumper
{
    std::string operator()(const Missing &) const { return "?"; }
    std::string operator()(const NullLiteral &) const { return "null"; }
    std::string operator()(const LogicalLiteral &literal) const { return literal.value ? "true" : "false"; }
    std::string operator()(const NumberLiteral &literal) const { return literal.text; }
    std::string operator()(const TextLiteral &literal) const { return quoted(literal.value); }
    std::string operator()(const ColumnReference &reference) const { return bracketed(reference); }
    std::string operator()(const Call &call) const
    {
        std::string text = '(' + call.name;
        for (const NodePtr &argument : call.arguments)
            text += ' ' + dump(argument);
        return text + ')';
    }
    std::string operator()(const Unary &unary) const
    {
        return std::string("(") + spelling(unary.op) + ' ' + dump(unary.operand) + ')';
    }
    std::string operator()(const Binary &binary) const
    {
        return std::string("(") + spelling(binary.op) + ' ' + dump(binary.left) + ' ' + dump(binary.right) + ')';
    }
    std::string operator()(const Access &access) const
    {
        return "(. " + dump(access.base) + ' ' + (access.key.empty() ? std::to_string(access.index) : access.key) + ')';
    }
};

} // namespace

std::string print(const NodePtr &root)
{
    return root ? std::visit(Printer{}, root->value) : std::string();
}

std::string dump(const NodePtr &root)
{
    return root ? std::visit(Dumper{}, root->value) : std::string("?");
}

} // namespace tessera::model::formula
