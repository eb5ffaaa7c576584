// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/text_position.h"

#include "model/formula/lexer.h"

namespace tessera::model::formula {

std::size_t byteAt(std::string_view text, int utf16)
{
    std::size_t at = 0;
    for (int units = 0; at < text.size() && units < utf16;) {
        std::size_t length = 1;
        while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80)
            ++length;
        units += utf16Length(text.substr(at, length));
        at += length;
    }
    return at;
}

ByteRange bytesOf(std::string_view text, Span span)
{
    const std::size_t from = byteAt(text, span.offset);
    return {from, byteAt(text.substr(from), span.length)};
}

std::string edited(std::string_view text, const std::vector<SpanEdit> &edits)
{
    std::string result;
    std::size_t at = 0;
    for (const SpanEdit &edit : edits) {
        const ByteRange range = bytesOf(text, edit.span);
        result += text.substr(at, range.offset - at);
        result += edit.with;
        at = range.end();
    }
    result += text.substr(at);
    return result;
}

} // namespace tessera::model::formula
