// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/base/json.h"

namespace tessera::adapters {

// What an unquoted scalar means in the YAML 1.2 core schema: null, true and false, whole numbers (also 0o7 and 0x1F),
// reals (1e3, .5), else text. `.inf` and `.nan` come back as text; `isNonFinite` tells them apart.
model::Json resolvePlain(std::string_view text);
bool isNonFinite(std::string_view text);

// Whether an unquoted scalar would be read as something other than text by a YAML 1.2 or 1.1 reader: `no`, `1_000`,
// `12:30`, `2026-01-31`, `<<` … Such texts are quoted when written.
bool looksLikeOtherType(std::string_view text);

// Whether a text can stand unquoted and be read back as the same text by any YAML reader. `flow`: inside [ ] or { }.
bool isPlainSafe(std::string_view text, bool flow);

// Whether a literal block (`|`) can carry the text: several lines, nothing that needs an escape.
bool fitsLiteral(std::string_view text);

std::string singleQuoted(std::string_view text); // precondition: canSingleQuote
bool canSingleQuote(std::string_view text);      // one line of printable characters
std::string doubleQuoted(std::string_view text); // any text, on one line

} // namespace tessera::adapters
