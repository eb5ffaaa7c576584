// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/formula/lexer.h"
#include "model/names/text_sites.h"

namespace tessera::model {

// One reference in a text: where its parts stand in the whole text. A handle in SQL has no brackets.
struct TextReference
{
    Reference reference; // ranges are within the whole text
    bool bare = false;   // {{handle}} of an SQL statement
};

// Every reference of a text, whatever its language, in order.
std::vector<TextReference> referencesIn(std::string_view text, TextLanguage language);

// A replacement of some bytes.
struct TextEdit
{
    ByteRange range;
    std::string with;
};

// The text after all edits, which must be in order and apart.
std::string edited(std::string_view text, const std::vector<TextEdit> &edits);

} // namespace tessera::model
