// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/warehouse_tokens.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::WarehouseSql)
};

constexpr int deepest = 200;

bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

bool startsWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Operators of more than one character, the longer ones first.
constexpr std::array<std::string_view, 12> longSigns = {"->>", "::", "||", "<=", ">=", "<>",
                                                        "!=",  "=>", "->", "!~", "~*", "=="};

class Reader
{
public:
    explicit Reader(std::string_view sql) : m_sql(sql) {}

    Result<std::vector<SqlNode>> run()
    {
        std::vector<SqlNode> nodes = list('\0', 0);
        if (m_error)
            return model::fail(*m_error);
        return nodes;
    }

private:
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_sql.size() ? m_sql[m_at + ahead] : '\0'; }
    bool atEnd() const { return m_at >= m_sql.size(); }

    void fail(ErrorCode code, std::size_t offset, const QString &message)
    {
        if (!m_error)
            m_error = model::Error{code, message, {}, {}, placeIn(m_sql, static_cast<int>(offset))};
        m_at = m_sql.size();
    }

    // Over blanks and comments; whether a line ended on the way.
    bool skip()
    {
        bool newline = false;
        while (!atEnd()) {
            if (std::string_view(" \t\r\n\f").find(peek()) != std::string_view::npos) {
                newline |= peek() == '\n';
                ++m_at;
            } else if ((peek() == '-' && peek(1) == '-') || (peek() == '/' && peek(1) == '/') || peek() == '#') {
                m_at = std::min(m_sql.find('\n', m_at), m_sql.size());
            } else if (peek() == '/' && peek(1) == '*') {
                const std::size_t end = m_sql.find("*/", m_at + 2);
                if (end == std::string_view::npos) {
                    fail(ErrorCode::Invalid, m_at, Texts::tr("A comment is opened here and never closed."));
                    return newline;
                }
                m_at = end + 2;
            } else {
                break;
            }
        }
        return newline;
    }

    std::vector<SqlNode> list(char closing, int depth)
    {
        std::vector<SqlNode> nodes;
        const std::size_t opened = m_at - 1;
        while (true) {
            const bool newline = skip();
            if (atEnd()) {
                if (closing)
                    fail(ErrorCode::Invalid, opened, Texts::tr("A bracket is opened here and never closed."));
                return nodes;
            }
            if (peek() == closing) {
                ++m_at;
                return nodes;
            }
            if (peek() == ';' && !closing) {
                endStatement();
                return nodes;
            }
            if (peek() == ')' || peek() == ']') {
                fail(ErrorCode::Invalid, m_at, Texts::tr("A bracket is closed here that was never opened."));
                return nodes;
            }
            SqlNode node;
            node.newline = newline;
            node.offset = static_cast<int>(m_at);
            if (peek() == '(' || peek() == '[')
                readGroup(node, depth);
            else
                readToken(node);
            nodes.push_back(std::move(node));
        }
    }

    void endStatement()
    {
        while (peek() == ';') {
            ++m_at;
            skip();
        }
        if (!atEnd())
            fail(ErrorCode::Invalid, m_at, Texts::tr("A second statement starts here; only one can be used."));
    }

    void readGroup(SqlNode &node, int depth)
    {
        if (depth >= deepest)
            return fail(ErrorCode::Limit, m_at, Texts::tr("Brackets are nested too deeply here."));
        node.kind = SqlNode::Kind::Group;
        node.text = peek();
        ++m_at;
        node.children = list(node.text == "(" ? ')' : ']', depth + 1);
    }

    void readToken(SqlNode &node)
    {
        const char c = peek();
        if (startsWord(c))
            return readWord(node);
        if (isFigure(c) || (c == '.' && isFigure(peek(1))))
            return readNumber(node);
        if (c == '\'')
            return readText(node);
        if (c == '"' || c == '`')
            return readName(node, c);
        if (c == '$' && peek(1) == '$')
            return readDollars(node);
        if (c == '$' && isFigure(peek(1))) {
            ++m_at;
            readNumber(node);
            node.kind = SqlNode::Kind::Word;
            node.text = node.upper = "column" + node.text;
            return;
        }
        if (c == ':' && peek(1) == 'p' && isFigure(peek(2)) && !m_afterOperand)
            return readParameter(node);
        node.kind = SqlNode::Kind::Sign;
        for (const std::string_view sign : longSigns) {
            if (m_sql.substr(m_at).starts_with(sign)) {
                node.text = sign;
                m_at += sign.size();
                m_afterOperand = false;
                return;
            }
        }
        node.text = c;
        ++m_at;
        m_afterOperand = false;
    }

    void readWord(SqlNode &node)
    {
        const std::size_t from = m_at;
        while (startsWord(peek()) || isFigure(peek()) || peek() == '$')
            ++m_at;
        node.kind = SqlNode::Kind::Word;
        node.text = m_sql.substr(from, m_at - from);
        node.upper = node.text;
        std::ranges::transform(node.upper, node.upper.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
        m_afterOperand = peek() == ':'; // v:path, without a blank
    }

    void readNumber(SqlNode &node)
    {
        const std::size_t from = m_at;
        while (isFigure(peek()) || peek() == '.')
            ++m_at;
        if ((peek() == 'e' || peek() == 'E') &&
            (isFigure(peek(1)) || ((peek(1) == '-' || peek(1) == '+') && isFigure(peek(2))))) {
            m_at += 2;
            while (isFigure(peek()))
                ++m_at;
        }
        node.kind = SqlNode::Kind::Number;
        node.text = m_sql.substr(from, m_at - from);
        m_afterOperand = false;
    }

    void readParameter(SqlNode &node)
    {
        const std::size_t from = m_at++;
        while (startsWord(peek()) || isFigure(peek()))
            ++m_at;
        node.kind = SqlNode::Kind::Parameter;
        node.text = m_sql.substr(from, m_at - from);
        m_afterOperand = false;
    }

    void readText(SqlNode &node)
    {
        const std::size_t from = m_at++;
        node.kind = SqlNode::Kind::Text;
        m_afterOperand = false;
        while (!atEnd()) {
            const char c = m_sql[m_at++];
            if (c == '\'') {
                if (peek() != '\'')
                    return;
                ++m_at;
            } else if (c == '\\' && (peek() == '\'' || peek() == '\\')) {
                node.text += m_sql[m_at++];
                continue;
            }
            node.text += c;
        }
        fail(ErrorCode::Invalid, from, Texts::tr("A text is opened here and never closed."));
    }

    void readName(SqlNode &node, char quote)
    {
        const std::size_t from = m_at++;
        node.kind = SqlNode::Kind::Name;
        while (!atEnd()) {
            const char c = m_sql[m_at++];
            if (c == quote) {
                if (peek() != quote) {
                    m_afterOperand = peek() == ':';
                    return;
                }
                ++m_at;
            }
            node.text += c;
        }
        fail(ErrorCode::Invalid, from, Texts::tr("A name is opened here and never closed."));
    }

    void readDollars(SqlNode &node)
    {
        const std::size_t end = m_sql.find("$$", m_at + 2);
        if (end == std::string_view::npos)
            return fail(ErrorCode::Invalid, m_at, Texts::tr("A text is opened here and never closed."));
        node.kind = SqlNode::Kind::Text;
        node.text = m_sql.substr(m_at + 2, end - m_at - 2);
        m_at = end + 2;
    }

    std::string_view m_sql;
    std::size_t m_at = 0;
    bool m_afterOperand = false; // a colon here leads into a variant
    std::optional<model::Error> m_error;
};

} // namespace

Result<std::vector<SqlNode>> readSql(std::string_view sql)
{
    return Reader(sql).run();
}

model::Location placeIn(std::string_view text, int offset)
{
    model::Location where;
    where.line = 1;
    where.column = 1;
    for (const char c : text.substr(0, static_cast<std::size_t>(std::max(0, offset)))) {
        if (c == '\n') {
            ++where.line;
            where.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
            ++where.column;
        }
    }
    return where;
}

} // namespace tessera::adapters
