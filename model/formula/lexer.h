// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/formula/token.h"

namespace tessera::model {

// Cuts a formula into tokens. Total: every input gives tokens, bad places become Error tokens and reading goes on.
// Blanks are the gaps between tokens, so an editor of the text can keep the author's spacing. Linear in time.
Tokens tokenize(std::string_view formula);

// What stands in brackets. `[Orders Base/Amount]` has the prefix "Orders Base" and the name "Amount"; the first slash
// splits, so the name of `[Base/Customer/City]` is "Customer/City". `\[` and `\]` stand for brackets in a name; blanks
// at the ends of either part do not count.
struct Reference
{
    bool hasPrefix = false;
    std::string prefix;
    std::string name;
    ByteRange prefixBytes; // within the formula, without brackets and slash, blanks at the ends left out
    ByteRange nameBytes;

    bool operator==(const Reference &) const = default;
};

// The parts of a Reference token; none for other tokens.
std::optional<Reference> readReference(std::string_view formula, const Token &token);

// A name as it is written between brackets: brackets escaped.
std::string escapeName(std::string_view name);

// The value of a Text token: quotes removed, \n \t \\ \" \' and doubled quotes resolved.
std::string textValue(std::string_view formula, const Token &token);

// Names compare without regard to case; not only ASCII. The folded form is for lookups, never shown.
std::string foldName(std::string_view name);

// UTF-16 code units of UTF-8 text; each bad byte counts as one.
int utf16Length(std::string_view utf8);

} // namespace tessera::model
