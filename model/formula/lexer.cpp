// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/lexer.h"

#include <algorithm>
#include <array>

#include "model/base/text.h"

namespace tessera::model {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isNamePart(char c)
{
    return isNameStart(c) || isDigit(c);
}

// Bytes of the character that starts here; 1 for a bad byte.
std::size_t characterLength(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t wanted = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
    if (at + wanted > text.size())
        return 1;
    for (std::size_t i = 1; i < wanted; ++i) {
        if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80)
            return 1;
    }
    return wanted;
}

constexpr std::string_view leftQuote = "\u201C";
constexpr std::string_view rightQuote = "\u201D";

bool isWideBlank(std::string_view character)
{
    return character == "\u00A0" || character == "\u2007" || character == "\u202F" || character == "\u3000" ||
           character == "\uFEFF";
}

bool isKeyword(std::string_view word)
{
    static constexpr std::array<std::string_view, 6> words = {"and", "or", "not", "true", "false", "null"};
    return std::any_of(words.begin(), words.end(), [word](std::string_view known) {
        return known.size() == word.size() &&
               std::equal(known.begin(), known.end(), word.begin(), [](char a, char b) { return a == (b | 0x20); });
    });
}

class Lexer
{
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    Tokens run()
    {
        while (skipBlanks()) {
            const std::size_t start = m_at;
            Token token;
            read(token);
            token.bytes = {start, m_at - start};
            token.span.offset = m_utf16;
            token.span.length = utf16Length(token.bytes.in(m_text));
            m_utf16 = token.span.end();
            m_tokens.push_back(token);
        }
        return std::move(m_tokens);
    }

private:
    bool skipBlanks()
    {
        while (m_at < m_text.size()) {
            const std::size_t length = characterLength(m_text, m_at);
            if (!isBlank(m_text[m_at]) && !isWideBlank(m_text.substr(m_at, length)))
                return true;
            m_at += length;
            ++m_utf16; // every blank is one code unit
        }
        return false;
    }

    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool startsWith(std::string_view what) const { return m_text.substr(m_at, what.size()) == what; }
    bool atNamePart() const
    {
        if (m_at >= m_text.size() || !isNamePart(m_text[m_at]))
            return false;
        const std::string_view character = m_text.substr(m_at, characterLength(m_text, m_at));
        return !isWideBlank(character) && character != leftQuote && character != rightQuote;
    }

    // True where a value has just ended without a blank: what follows is a path or an index, not a new value.
    bool touchesOperand() const
    {
        if (m_tokens.empty() || m_tokens.back().bytes.end() != m_at)
            return false;
        const TokenKind kind = m_tokens.back().kind;
        return kind == TokenKind::Reference || kind == TokenKind::Index || kind == TokenKind::RightParen ||
               (kind == TokenKind::Identifier && m_tokens.size() > 1 &&
                m_tokens[m_tokens.size() - 2].kind == TokenKind::Dot);
    }

    void read(Token &token)
    {
        const char c = peek();
        if (c == '[')
            readBrackets(token);
        else if (c == '"' || c == '\'')
            readText(token, c);
        else if (startsWith(leftQuote) || startsWith(rightQuote))
            readCurlyText(token);
        else if (isDigit(c) || (c == '.' && isDigit(peek(1)) && !touchesOperand()))
            readNumber(token);
        else if (isNameStart(c))
            readName(token);
        else
            readSign(token, c);
    }

    void readBrackets(Token &token)
    {
        const bool index = touchesOperand();
        token.kind = index ? TokenKind::Index : TokenKind::Reference;
        const std::size_t start = m_at++;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\\' && (peek(1) == '[' || peek(1) == ']')) {
                m_at += 2;
                continue;
            }
            if (c == '[') // the bracket before was never closed; this one opens the next reference
                break;
            ++m_at;
            if (c == ']') {
                const std::string_view inside = m_text.substr(start + 1, m_at - start - 2);
                if (std::all_of(inside.begin(), inside.end(), isBlank))
                    fail(token, TokenError::EmptyReference);
                return;
            }
        }
        fail(token, TokenError::UnterminatedReference);
    }

    void readText(Token &token, char quote)
    {
        token.kind = TokenKind::Text;
        ++m_at;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == '\\' && m_at < m_text.size()) {
                ++m_at;
            } else if (c == quote) {
                if (peek() != quote)
                    return;
                ++m_at; // a doubled quote is a quote
            }
        }
        fail(token, TokenError::UnterminatedText);
    }

    void readCurlyText(Token &token)
    {
        const std::size_t close = m_text.find(rightQuote, m_at + leftQuote.size());
        m_at = close == std::string_view::npos ? m_at + leftQuote.size() : close + rightQuote.size();
        fail(token, TokenError::CurlyQuote);
    }

    void readNumber(Token &token)
    {
        token.kind = TokenKind::Number;
        skipDigits();
        if (peek() == '.' && isDigit(peek(1))) {
            ++m_at;
            skipDigits();
        } else if (peek() == '.' && !isNameStart(peek(1))) {
            ++m_at; // "12."
        }
        const bool exponent = peek() == 'e' || peek() == 'E';
        if (exponent && (isDigit(peek(1)) || ((peek(1) == '+' || peek(1) == '-') && isDigit(peek(2))))) {
            m_at += 2;
            skipDigits();
        }
        if (!atNamePart() && !(peek() == '.' && isDigit(peek(1))))
            return;
        while (atNamePart() || peek() == '.')
            m_at += characterLength(m_text, m_at);
        fail(token, TokenError::BadNumber);
    }

    void skipDigits()
    {
        while (isDigit(peek()))
            ++m_at;
    }

    void readName(Token &token)
    {
        const std::size_t start = m_at;
        while (atNamePart())
            m_at += characterLength(m_text, m_at);
        const bool key = !m_tokens.empty() && m_tokens.back().kind == TokenKind::Dot;
        token.kind = !key && isKeyword(m_text.substr(start, m_at - start)) ? TokenKind::Keyword : TokenKind::Identifier;
    }

    void readSign(Token &token, char c)
    {
        static constexpr std::array<std::string_view, 5> pairs = {"==", "!=", "<>", "<=", ">="};
        if (std::any_of(pairs.begin(), pairs.end(), [this](std::string_view pair) { return startsWith(pair); })) {
            token.kind = TokenKind::Operator;
            m_at += 2;
            return;
        }
        ++m_at;
        switch (c) {
        case '(':
            token.kind = TokenKind::LeftParen;
            return;
        case ')':
            token.kind = TokenKind::RightParen;
            return;
        case ',':
            token.kind = TokenKind::Comma;
            return;
        case '.':
            token.kind = TokenKind::Dot;
            return;
        default:
            break;
        }
        if (std::string_view("+-*/%^&=<>").find(c) != std::string_view::npos)
            token.kind = TokenKind::Operator;
        else
            fail(token, TokenError::UnknownCharacter);
    }

    static void fail(Token &token, TokenError error)
    {
        token.kind = TokenKind::Error;
        token.error = error;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_utf16 = 0;
    Tokens m_tokens;
};

ByteRange trimmed(std::string_view text, ByteRange range)
{
    while (range.length > 0 && isBlank(text[range.offset])) {
        ++range.offset;
        --range.length;
    }
    while (range.length > 0 && isBlank(text[range.end() - 1]))
        --range.length;
    return range;
}

std::string unescapeName(std::string_view name)
{
    std::string result;
    result.reserve(name.size());
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '\\' && i + 1 < name.size() && (name[i + 1] == '[' || name[i + 1] == ']'))
            ++i;
        result += name[i];
    }
    return result;
}

} // namespace

Tokens tokenize(std::string_view formula)
{
    return Lexer(formula).run();
}

std::optional<Reference> readReference(std::string_view formula, const Token &token)
{
    if (token.kind != TokenKind::Reference)
        return std::nullopt;
    const ByteRange inside{token.bytes.offset + 1, token.bytes.length - 2};
    const std::size_t slash = inside.in(formula).find('/');
    Reference reference;
    reference.hasPrefix = slash != std::string_view::npos;
    if (reference.hasPrefix) {
        reference.prefixBytes = trimmed(formula, {inside.offset, slash});
        reference.nameBytes = trimmed(formula, {inside.offset + slash + 1, inside.length - slash - 1});
        reference.prefix = unescapeName(reference.prefixBytes.in(formula));
    } else {
        reference.nameBytes = trimmed(formula, inside);
    }
    reference.name = unescapeName(reference.nameBytes.in(formula));
    return reference;
}

std::string escapeName(std::string_view name)
{
    std::string result;
    result.reserve(name.size());
    for (const char c : name) {
        if (c == '[' || c == ']')
            result += '\\';
        result += c;
    }
    return result;
}

std::string textValue(std::string_view formula, const Token &token)
{
    std::string_view text = token.bytes.in(formula);
    if (token.kind != TokenKind::Text || text.size() < 2)
        return {};
    const char quote = text.front();
    text = text.substr(1, text.size() - 2);
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\\' && i + 1 < text.size()) {
            c = text[++i];
            if (c == 'n')
                c = '\n';
            else if (c == 't')
                c = '\t';
            else if (c != '\\' && c != '"' && c != '\'')
                result += '\\'; // not an escape we know: both characters are meant
        } else if (c == quote) {
            ++i;
        }
        result += c;
    }
    return result;
}

std::string foldName(std::string_view name)
{
    std::string folded(name);
    bool ascii = true;
    for (char &c : folded) {
        if (static_cast<unsigned char>(c) >= 0x80)
            ascii = false;
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c | 0x20);
    }
    return ascii ? folded : toUtf8(toQString(name).toCaseFolded());
}

int utf16Length(std::string_view utf8)
{
    int units = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const std::size_t length = characterLength(utf8, i);
        units += length == 4 ? 2 : 1;
        i += length;
    }
    return units;
}

} // namespace tessera::model
