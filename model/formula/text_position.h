// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/formula/token.h"

namespace tessera::model::formula {

// Editors count UTF-16 code units, the document holds UTF-8. Places beyond the end, or within a character, move to the
// next border.
std::size_t byteAt(std::string_view text, int utf16);
ByteRange bytesOf(std::string_view text, Span span);

// One replacement in a formula, and the text after several, which must be in order and apart.
struct SpanEdit
{
    Span span;
    std::string with;
    bool operator==(const SpanEdit &) const = default;
};
std::string edited(std::string_view text, const std::vector<SpanEdit> &edits);

} // namespace tessera::model::formula
