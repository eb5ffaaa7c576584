// SPDX-License-Identifier: GPL-3.0-or-later
// Statements of custom SQL, as far as they can be judged without a parser for each dialect.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tessera::model {

// What a statement says outside of comments and text literals.
struct SqlWords
{
    std::set<std::string> quoted; // names in "…", `…` or […], as written
    std::set<std::string> plain;  // words without quotes, in lower case
    bool open = false;            // a * or a {{control}}: names that do not stand there may come out all the same
    bool nestedWith = false;      // a WITH inside the parentheses of another one
    bool several = false;         // a semicolon with something after it
    std::optional<std::size_t> semicolon; // byte of a closing semicolon
};

SqlWords readSql(std::string_view statement);

// The name of the result that a formula means by `name`; "" when it stands there as it is, or when that cannot be told.
// `unknown`: nothing of that name comes out.
std::string exactAlias(const SqlWords &words, const std::string &name, bool &unknown);

} // namespace tessera::model
