// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"

namespace tessera::adapters {

// A piece of a SQL statement of any warehouse: a token, or a pair of brackets with what stands between them.
struct SqlNode
{
    enum class Kind
    {
        Word, // name or keyword; `upper` is its upper case
        Name, // in quotes of any kind; `text` is what they hold
        Text, // a literal; `text` is its value
        Number,
        Parameter, // :p1
        Sign,      // operators and punctuation
        Group,     // ( … ) or [ … ]: `text` is the opening bracket
    };
    Kind kind = Kind::Sign;
    std::string text;
    std::string upper;
    std::vector<SqlNode> children;
    int offset = 0;       // byte of the statement
    bool newline = false; // a line ends before it

    bool isWord(std::string_view word) const { return kind == Kind::Word && upper == word; }
    bool isSign(std::string_view sign) const { return kind == Kind::Sign && text == sign; }
    bool isGroup() const { return kind == Kind::Group && text == "("; }
};

// Cuts a statement into pieces; comments and a semicolon at the end are left out. Texts may double their quotes or put
// a backslash before them, and stand between $$. Errors: Invalid with line and column for an open quote or bracket and
// for more than one statement; Limit for brackets nested deeper than 200.
model::Result<std::vector<SqlNode>> readSql(std::string_view sql);

// Line and column (from 1) of a byte of a text.
model::Location placeIn(std::string_view text, int offset);

} // namespace tessera::adapters
