// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/scalar_positions.h"

#include <algorithm>
#include <charconv>

namespace tessera::adapters {

namespace {

std::size_t inLiteral(const SourceDocument &document, int node, const std::string &value, std::size_t offset)
{
    const SourceNode &self = document.node(node);
    const std::size_t indentation = blockIndentation(document, node);
    std::size_t line = document.lineEnd(self.begin);
    std::size_t at = 0;
    for (;;) {
        const std::size_t end = value.find('\n', at);
        if (end == std::string::npos || end >= offset)
            return std::min<std::size_t>(line + indentation + (offset - at), self.end);
        at = end + 1;
        line = document.lineEnd(line);
    }
}

// Bytes that an escape sequence after a backslash takes, and the bytes it stands for.
struct Escape
{
    std::size_t raw = 1;
    std::size_t decoded = 1;
};

Escape escapeAt(std::string_view raw, std::size_t at)
{
    const char kind = at < raw.size() ? raw[at] : '\0';
    const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : kind == 'x' ? 2 : 0;
    if (digits == 0) {
        const bool wide = kind == 'N' || kind == '_';
        return {1, wide ? std::size_t(2) : (kind == 'L' || kind == 'P') ? std::size_t(3) : std::size_t(1)};
    }
    std::uint32_t code = 0;
    const std::string_view hex = raw.substr(std::min(at + 1, raw.size()), digits);
    std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    if (code >= 0xD800 && code < 0xDC00)
        return {1 + digits + 6, 4};
    return {1 + digits, code < 0x80 ? std::size_t(1) : code < 0x800 ? std::size_t(2) : code < 0x10000 ? std::size_t(3) : std::size_t(4)};
}

std::size_t inOneLine(const SourceDocument &document, const SourceNode &self, std::size_t offset)
{
    const std::string_view raw = document.slice(self.begin, self.end);
    const bool quoted = self.style != NodeStyle::Plain;
    std::size_t at = quoted ? 1 : 0;
    for (std::size_t decoded = 0; decoded < offset && at < raw.size();) {
        Escape step;
        if (self.style == NodeStyle::DoubleQuoted && raw[at] == '\\') {
            step = escapeAt(raw, at + 1);
            ++step.raw;
        } else if (self.style == NodeStyle::SingleQuoted && raw[at] == '\'') {
            step.raw = 2;
        }
        at += step.raw;
        decoded += step.decoded;
    }
    return self.begin + std::min(at, raw.size());
}

// Several lines folded into one text: look for the same characters.
std::size_t bySearch(const SourceDocument &document, const SourceNode &self, const std::string &value, std::size_t offset)
{
    const std::string_view raw = document.slice(self.begin, self.end);
    std::string_view wanted = std::string_view(value).substr(std::min(offset, value.size()), 40);
    wanted = wanted.substr(0, wanted.find_first_of("\n\"\\'"));
    if (wanted.empty())
        return self.begin;
    std::size_t nth = 0;
    for (std::size_t at = value.find(wanted); at < offset; at = value.find(wanted, at + 1))
        ++nth;
    std::size_t found = raw.find(wanted);
    for (; nth > 0 && found != std::string_view::npos; --nth)
        found = raw.find(wanted, found + 1);
    return found == std::string_view::npos ? self.begin : self.begin + found;
}

} // namespace

std::size_t blockIndentation(const SourceDocument &document, int node)
{
    const SourceNode &self = document.node(node);
    const std::string header(document.slice(self.begin, document.lineEnd(self.begin)));
    // A header digit counts from the parent's column, which the first line then exceeds; the least indented line that
    // is not blank tells in both cases, unless every line begins with blanks of its own.
    std::size_t least = std::string::npos;
    for (std::size_t at = document.lineEnd(self.begin); at < self.end; at = document.lineEnd(at)) {
        const std::string_view line = document.slice(at, document.lineEnd(at));
        const std::size_t blanks = line.find_first_not_of(' ');
        if (blanks == std::string_view::npos || line[blanks] == '\n' || line[blanks] == '\r')
            continue;
        least = std::min(least, blanks);
        if (header.find_first_of("123456789") == std::string::npos)
            break;
    }
    if (header.find_first_of("123456789") != std::string::npos && self.value->is_string() && least != std::string::npos) {
        const std::string &value = self.value->get_ref<const std::string &>();
        std::size_t own = std::string::npos; // least blanks that are part of the text
        for (std::size_t at = 0; at < value.size();) {
            const std::size_t end = std::min(value.find('\n', at), value.size());
            const std::size_t blanks = value.find_first_not_of(' ', at);
            if (blanks != std::string::npos && blanks < end)
                own = std::min(own, blanks - at);
            at = end + 1;
        }
        if (own != std::string::npos && own <= least)
            least -= own;
    }
    return least == std::string::npos ? 0 : least;
}

std::size_t positionInScalar(const SourceDocument &document, int node, std::size_t offset)
{
    const SourceNode &self = document.node(node);
    if (!self.value->is_string())
        return self.begin;
    const std::string &value = self.value->get_ref<const std::string &>();
    offset = std::min(offset, value.size());
    if (self.style == NodeStyle::Literal)
        return inLiteral(document, node, value, offset);
    const bool oneLine = document.lineStart(self.begin) == document.lineStart(self.end);
    const bool flow = self.style == NodeStyle::Plain || self.style == NodeStyle::SingleQuoted || self.style == NodeStyle::DoubleQuoted;
    return oneLine && flow ? inOneLine(document, self, offset) : bySearch(document, self, value, offset);
}

} // namespace tessera::adapters
