// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "model/formula/lexer.h"

namespace tessera::model::formula {

namespace {

constexpr int maxDepth = 200;
constexpr int maxChain = 2000; // operators or accesses in a row: trees are walked and freed recursively
constexpr int lowest = 0;

struct OperatorRow
{
    Operator op;
    int precedence;
    const char *spelling;
};

constexpr std::array operators = {
    OperatorRow{Operator::Power, 10, "^"},   OperatorRow{Operator::Negate, 9, "-"},
    OperatorRow{Operator::Multiply, 8, "*"}, OperatorRow{Operator::Divide, 8, "/"},
    OperatorRow{Operator::Modulo, 8, "%"},   OperatorRow{Operator::Add, 7, "+"},
    OperatorRow{Operator::Subtract, 7, "-"}, OperatorRow{Operator::Concatenate, 6, "&"},
    OperatorRow{Operator::Equal, 5, "="},    OperatorRow{Operator::NotEqual, 5, "!="},
    OperatorRow{Operator::Less, 5, "<"},     OperatorRow{Operator::LessEqual, 5, "<="},
    OperatorRow{Operator::Greater, 5, ">"},  OperatorRow{Operator::GreaterEqual, 5, ">="},
    OperatorRow{Operator::Not, 4, "not"},    OperatorRow{Operator::And, 3, "and"},
    OperatorRow{Operator::Or, 2, "or"},
};

const OperatorRow &row(Operator op)
{
    return *std::find_if(operators.begin(), operators.end(), [op](const OperatorRow &r) { return r.op == op; });
}

Span join(Span a, Span b)
{
    const int from = std::min(a.offset, b.offset);
    return {from, std::max(a.end(), b.end()) - from};
}

class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text), m_tokens(tokenize(text)), m_end(utf16Length(text)) {}

    ParsedFormula run()
    {
        ParsedFormula out;
        out.root = expression(lowest);
        while (!atEnd()) { // whatever follows a complete expression: say it once, go on after it
            problem(SyntaxProblem::Kind::UnexpectedToken, peek());
            ++m_next;
            if (!atEnd())
                expression(lowest);
        }
        out.problems = std::move(m_problems);
        return out;
    }

private:
    bool atEnd() const { return m_next >= m_tokens.size(); }
    const Token &peek() const { return m_tokens[m_next]; }
    bool is(TokenKind kind) const { return !atEnd() && peek().kind == kind; }
    std::string textOf(const Token &token) const { return std::string(token.bytes.in(m_text)); }
    std::string keyword(const Token &token) const { return foldName(token.bytes.in(m_text)); }
    Span here() const { return atEnd() ? Span{m_end, 0} : Span{peek().span.offset, 0}; }

    NodePtr make(decltype(Node::value) value, Span span) const
    {
        return std::make_shared<const Node>(Node{std::move(value), span, false});
    }

    void problem(SyntaxProblem::Kind kind, const Token &token)
    {
        m_problems.push_back({kind, token.span, textOf(token), token.error});
    }
    void problem(SyntaxProblem::Kind kind, Span span, std::string text = {})
    {
        m_problems.push_back({kind, span, std::move(text), TokenError::None});
    }

    std::optional<Operator> binaryOperator(const Token &token) const
    {
        if (token.kind == TokenKind::Keyword) {
            const std::string word = keyword(token);
            return word == "and"  ? std::optional(Operator::And)
                   : word == "or" ? std::optional(Operator::Or)
                                  : std::nullopt;
        }
        if (token.kind != TokenKind::Operator)
            return std::nullopt;
        const std::string_view sign = token.bytes.in(m_text);
        if (sign == "==")
            return Operator::Equal;
        if (sign == "<>")
            return Operator::NotEqual;
        for (const OperatorRow &entry : operators) {
            if (sign == entry.spelling && entry.op != Operator::Negate)
                return entry.op;
        }
        return std::nullopt;
    }

    NodePtr expression(int above)
    {
        if (++m_depth > maxDepth) {
            giveUp();
            --m_depth;
            return make(Missing{}, here());
        }
        const std::size_t first = m_next;
        NodePtr left = prefix();
        for (int chain = 0; !atEnd(); ++chain) {
            if (chain == maxChain) {
                giveUp();
                break;
            }
            if (row(Operator::Equal).precedence > above) {
                if (const NodePtr asked = nullTest(left, first)) {
                    left = asked;
                    continue;
                }
            }
            const auto op = binaryOperator(peek());
            if (!op || row(*op).precedence <= above)
                break;
            const Token token = peek();
            ++m_next;
            const std::string_view sign = token.bytes.in(m_text);
            if (sign == "==" || sign == "<>")
                problem(SyntaxProblem::Kind::LooseOperator, token);
            // The right side of ^ may be signed: 2^-1.
            NodePtr right = expression(row(*op).precedence);
            left = make(Binary{*op, token.span, left, right}, join(left->span, right->span));
        }
        --m_depth;
        return left;
    }

    // What SQL writes: [A] is null, [A] is not null. Read as IsNull([A]); null where it does not stand here.
    NodePtr nullTest(const NodePtr &operand, std::size_t first)
    {
        const auto word = [&](std::size_t index, TokenKind kind, std::string_view text) {
            return index < m_tokens.size() && m_tokens[index].kind == kind && keyword(m_tokens[index]) == text;
        };
        const bool negated = word(m_next + 1, TokenKind::Keyword, "not");
        const std::size_t last = m_next + (negated ? 2 : 1);
        if (first >= m_next || !word(m_next, TokenKind::Identifier, "is") || !word(last, TokenKind::Keyword, "null"))
            return nullptr;
        const ByteRange from = m_tokens[first].bytes, to = m_tokens[m_next - 1].bytes;
        const std::string name = negated ? "IsNotNull" : "IsNull";
        const std::string_view inside = m_text.substr(from.offset, to.offset + to.length - from.offset);
        const Span whole = join(m_tokens[first].span, m_tokens[last].span);
        problem(SyntaxProblem::Kind::NullOperator, whole, name + '(' + std::string(inside) + ')');
        const Span nameSpan = m_tokens[m_next].span;
        m_next = last + 1;
        return make(Call{name, nameSpan, {operand}}, whole);
    }

    void giveUp()
    {
        problem(SyntaxProblem::Kind::TooDeep, here());
        m_next = m_tokens.size();
    }

    NodePtr prefix()
    {
        if (atEnd()) {
            problem(SyntaxProblem::Kind::UnexpectedEnd, here());
            return make(Missing{}, here());
        }
        const Token token = peek();
        if (token.kind == TokenKind::Operator && token.bytes.in(m_text) == "-") {
            ++m_next;
            const NodePtr operand = expression(row(Operator::Negate).precedence);
            return make(Unary{Operator::Negate, operand}, join(token.span, operand->span));
        }
        if (token.kind == TokenKind::Keyword && keyword(token) == "not") {
            ++m_next;
            if (is(TokenKind::LeftParen) && peek().span.offset == token.span.end())
                problem(SyntaxProblem::Kind::CallLikeOperator, token);
            const NodePtr operand = expression(row(Operator::Not).precedence);
            return make(Unary{Operator::Not, operand}, join(token.span, operand->span));
        }
        return postfix(primary());
    }

    NodePtr primary()
    {
        const Token token = peek();
        switch (token.kind) {
        case TokenKind::Number:
            ++m_next;
            return make(NumberLiteral{textOf(token)}, token.span);
        case TokenKind::Text:
            ++m_next;
            if (token.bytes.in(m_text).starts_with('\''))
                problem(SyntaxProblem::Kind::SingleQuotes, token);
            return make(TextLiteral{textValue(m_text, token)}, token.span);
        case TokenKind::Reference:
            ++m_next;
            return reference(token);
        case TokenKind::Keyword:
            return keywordValue(token);
        case TokenKind::Identifier:
            ++m_next;
            return call(token);
        case TokenKind::LeftParen:
            return parenthesized(token);
        case TokenKind::Error:
            ++m_next;
            problem(SyntaxProblem::Kind::BadToken, token);
            return make(Missing{}, token.span);
        case TokenKind::Operator:
            if (binaryOperator(token)) { // "* 3": the left side is missing; leave the operator to the caller
                problem(SyntaxProblem::Kind::MissingOperand, token);
                return make(Missing{}, {token.span.offset, 0});
            }
            break;
        case TokenKind::Comma:
        case TokenKind::RightParen:
            problem(SyntaxProblem::Kind::MissingOperand, token);
            return make(Missing{}, {token.span.offset, 0});
        case TokenKind::Index:
        case TokenKind::Dot:
            break;
        }
        ++m_next;
        problem(SyntaxProblem::Kind::UnexpectedToken, token);
        return make(Missing{}, token.span);
    }

    NodePtr reference(const Token &token)
    {
        const auto parts = readReference(m_text, token);
        if (!parts)
            return make(Missing{}, token.span);
        return make(ColumnReference{parts->hasPrefix, parts->prefix, parts->name}, token.span);
    }

    NodePtr keywordValue(const Token &token)
    {
        const std::string word = keyword(token);
        if (word == "and" || word == "or")
            return operatorAsCall(token, word == "and" ? Operator::And : Operator::Or);
        ++m_next;
        if (word == "null")
            return make(NullLiteral{}, token.span);
        return make(LogicalLiteral{word == "true"}, token.span);
    }

    // And(a, b): read as a and b.
    NodePtr operatorAsCall(const Token &token, Operator op)
    {
        ++m_next;
        if (!is(TokenKind::LeftParen)) {
            problem(SyntaxProblem::Kind::MissingOperand, token);
            return make(Missing{}, token.span);
        }
        problem(SyntaxProblem::Kind::CallLikeOperator, token);
        Span end = token.span;
        const std::vector<NodePtr> operands = arguments(end);
        NodePtr left = operands.empty() ? make(Missing{}, end) : operands.front();
        for (std::size_t i = 1; i < operands.size(); ++i)
            left = make(Binary{op, token.span, left, operands[i]}, join(token.span, operands[i]->span));
        auto whole = std::make_shared<Node>(*left);
        whole->span = join(token.span, end);
        return whole;
    }

    NodePtr call(const Token &token)
    {
        if (!is(TokenKind::LeftParen)) {
            problem(SyntaxProblem::Kind::UnexpectedToken, token);
            return make(Missing{}, token.span);
        }
        Span end = token.span;
        std::vector<NodePtr> given = arguments(end);
        return make(Call{textOf(token), token.span, std::move(given)}, join(token.span, end));
    }

    // After a name: "(" list ")". `end` becomes the span of the closing parenthesis.
    std::vector<NodePtr> arguments(Span &end)
    {
        std::vector<NodePtr> out;
        ++m_next; // (
        if (!is(TokenKind::RightParen)) {
            for (;;) {
                out.push_back(expression(lowest));
                skipToSeparator();
                if (!is(TokenKind::Comma))
                    break;
                ++m_next;
            }
        }
        closeParenthesis(end);
        return out;
    }

    void skipToSeparator()
    {
        bool reported = false;
        while (!atEnd() && !is(TokenKind::Comma) && !is(TokenKind::RightParen)) {
            if (!reported)
                problem(SyntaxProblem::Kind::UnexpectedToken, peek());
            reported = true;
            ++m_next;
        }
    }

    void closeParenthesis(Span &end)
    {
        if (is(TokenKind::RightParen)) {
            end = peek().span;
            ++m_next;
        } else {
            problem(SyntaxProblem::Kind::UnexpectedEnd, here(), ")");
            end = here();
        }
    }

    NodePtr parenthesized(const Token &token)
    {
        ++m_next;
        auto inner = std::make_shared<Node>(*expression(lowest));
        skipToSeparator();
        Span end = token.span;
        closeParenthesis(end);
        inner->parenthesized = true;
        return inner;
    }

    NodePtr postfix(NodePtr base)
    {
        for (int chain = 0; is(TokenKind::Dot) || is(TokenKind::Index); ++chain) {
            if (chain == maxChain) {
                giveUp();
                break;
            }
            const Token token = peek();
            ++m_next;
            if (token.kind == TokenKind::Index) {
                const std::string digits = textOf(token);
                int index = 0;
                std::from_chars(digits.data() + 1, digits.data() + digits.size(), index);
                base = make(Access{base, {}, index}, join(base->span, token.span));
            } else if (is(TokenKind::Identifier) || is(TokenKind::Keyword)) {
                base = make(Access{base, textOf(peek()), 0}, join(base->span, peek().span));
                ++m_next;
            } else {
                problem(SyntaxProblem::Kind::UnexpectedToken, token);
            }
        }
        return base;
    }

    std::string_view m_text;
    Tokens m_tokens;
    int m_end = 0;
    std::size_t m_next = 0;
    int m_depth = 0;
    std::vector<SyntaxProblem> m_problems;
};

} // namespace

int precedence(Operator op)
{
    return row(op).precedence;
}

const char *spelling(Operator op)
{
    return row(op).spelling;
}

bool ParsedFormula::isValid() const
{
    return std::none_of(problems.begin(), problems.end(), [](const SyntaxProblem &p) { return p.isError(); });
}

ParsedFormula parse(std::string_view utf8)
{
    return Parser(utf8).run();
}

void visit(const NodePtr &root, const std::function<void(const NodePtr &)> &visitor)
{
    if (!root)
        return;
    visitor(root);
    if (const auto *call = as<Call>(root)) {
        for (const NodePtr &argument : call->arguments)
            visit(argument, visitor);
    } else if (const auto *unary = as<Unary>(root)) {
        visit(unary->operand, visitor);
    } else if (const auto *binary = as<Binary>(root)) {
        visit(binary->left, visitor);
        visit(binary->right, visitor);
    } else if (const auto *access = as<Access>(root)) {
        visit(access->base, visitor);
    }
}

} // namespace tessera::model::formula
