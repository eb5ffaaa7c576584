// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::model {

// A stretch of text as editors count it: UTF-16 code units.
struct Span
{
    int offset = 0;
    int length = 0;

    int end() const { return offset + length; }
    bool operator==(const Span &) const = default;
};

// The same for the UTF-8 text of the document: bytes.
struct ByteRange
{
    std::size_t offset = 0;
    std::size_t length = 0;

    std::size_t end() const { return offset + length; }
    std::string_view in(std::string_view text) const { return text.substr(offset, length); }
    bool operator==(const ByteRange &) const = default;
};

enum class TokenKind
{
    Reference,  // [Column], [Element/Column], [controlId]
    Index,      // [0] directly after an operand: a place in an array
    Text,       // "abc" or 'abc'
    Number,     // 12, 3.5, .07, 1e6
    Identifier, // a function name, or a key after a dot
    Keyword,    // and, or, not, true, false, null, in any case
    Operator,   // + - * / % ^ & = == != <> < <= > >=
    LeftParen,
    RightParen,
    Comma,
    Dot,
    Error, // see TokenError; the token still covers its text, so the rest of the formula is read
};

enum class TokenError
{
    None,
    UnterminatedText,
    UnterminatedReference,
    EmptyReference,
    CurlyQuote, // “text” pasted from a document
    BadNumber,  // 1.2.3, 12abc
    UnknownCharacter,
};

struct Token
{
    TokenKind kind = TokenKind::Error;
    TokenError error = TokenError::None;
    ByteRange bytes;
    Span span;

    bool operator==(const Token &) const = default;
};

using Tokens = std::vector<Token>;

} // namespace tessera::model
