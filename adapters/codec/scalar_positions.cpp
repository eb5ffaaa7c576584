// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/scalar_positions.h"

#include <algorithm>
#include <charconv>

namespace tessera::adapters {

namespace {

// Each class answers for offsets that only grow, and walks on from where the one before stood.
class LiteralWalk
{
public:
    LiteralWalk(const SourceDocument &document, int node, const std::string &value)
        : m_document(document)
        , m_self(document.node(node))
        , m_value(value)
        , m_indentation(blockIndentation(document, node))
        , m_line(document.lineEnd(m_self.begin))
    {
    }
    std::size_t positionOf(std::size_t offset)
    {
        for (;;) {
            const std::size_t end = m_value.find('\n', m_at);
            if (end == std::string::npos || end >= offset)
                return std::min<std::size_t>(m_line + m_indentation + (offset - m_at), m_self.end);
            m_at = end + 1;
            m_line = m_document.lineEnd(m_line);
        }
    }

private:
    const SourceDocument &m_document;
    const SourceNode &m_self;
    const std::string &m_value;
    std::size_t m_indentation;
    std::size_t m_line;   // in the file
    std::size_t m_at = 0; // where the same line begins in the value
};

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
    return {1 + digits, code < 0x80      ? std::size_t(1)
                        : code < 0x800   ? std::size_t(2)
                        : code < 0x10000 ? std::size_t(3)
                                         : std::size_t(4)};
}

class OneLineWalk
{
public:
    OneLineWalk(const SourceDocument &document, const SourceNode &self)
        : m_self(self)
        , m_raw(document.slice(self.begin, self.end))
        , m_at(self.style == NodeStyle::Plain ? 0 : 1)
    {
    }
    std::size_t positionOf(std::size_t offset)
    {
        while (m_decoded < offset && m_at < m_raw.size()) {
            Escape step;
            if (m_self.style == NodeStyle::DoubleQuoted && m_raw[m_at] == '\\') {
                step = escapeAt(m_raw, m_at + 1);
                ++step.raw;
            } else if (m_self.style == NodeStyle::SingleQuoted && m_raw[m_at] == '\'') {
                step.raw = 2;
            }
            m_at += step.raw;
            m_decoded += step.decoded;
        }
        return m_self.begin + std::min(m_at, m_raw.size());
    }

private:
    const SourceNode &m_self;
    std::string_view m_raw;
    std::size_t m_at;
    std::size_t m_decoded = 0;
};

// Several lines folded into one text: looks for the same characters.
class SearchWalk
{
public:
    SearchWalk(const SourceDocument &document, const SourceNode &self, const std::string &value)
        : m_self(self)
        , m_raw(document.slice(self.begin, self.end))
        , m_value(value)
    {
    }
    std::size_t positionOf(std::size_t offset)
    {
        std::string_view wanted = std::string_view(m_value).substr(std::min(offset, m_value.size()), 40);
        wanted = wanted.substr(0, wanted.find_first_of(" \n\"\\'")); // a blank may be a line break in the file
        if (wanted.empty() || m_searched > mostSearched)
            return m_self.begin;
        std::size_t nth = 0;
        for (std::size_t at = m_value.find(wanted, m_valueFrom); at < offset; at = m_value.find(wanted, at + 1))
            ++nth;
        std::size_t found = m_raw.find(wanted, m_rawFrom);
        for (; nth > 0 && found != std::string_view::npos; --nth)
            found = m_raw.find(wanted, found + 1);
        if (found == std::string_view::npos) {
            m_searched += m_raw.size() - m_rawFrom + offset - std::min(offset, m_valueFrom);
            return m_self.begin;
        }
        m_valueFrom = offset;
        m_rawFrom = found;
        return m_self.begin + found;
    }

private:
    const SourceNode &m_self;
    std::string_view m_raw;
    const std::string &m_value;
    static constexpr std::size_t mostSearched = 256 * 1024 * 1024;

    std::size_t m_searched =
        0; // in vain, in bytes: what is escaped in the file is not found, each time after a long walk
    std::size_t m_valueFrom = 0; // found before, in the value and in the file
    std::size_t m_rawFrom = 0;
};

template <class Walk>
std::vector<std::uint32_t> walked(Walk walk, const std::vector<std::uint32_t> &offsets, std::size_t size)
{
    std::vector<std::uint32_t> out;
    out.reserve(offsets.size());
    for (const std::uint32_t offset : offsets)
        out.push_back(static_cast<std::uint32_t>(walk.positionOf(std::min<std::size_t>(offset, size))));
    return out;
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
    if (header.find_first_of("123456789") != std::string::npos && self.value->is_string() &&
        least != std::string::npos) {
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

std::vector<std::uint32_t> positionsInScalar(const SourceDocument &document, int node,
                                             const std::vector<std::uint32_t> &offsets)
{
    const SourceNode &self = document.node(node);
    if (!self.value->is_string())
        return std::vector<std::uint32_t>(offsets.size(), self.begin);
    const std::string &value = self.value->get_ref<const std::string &>();
    if (self.style == NodeStyle::Literal)
        return walked(LiteralWalk(document, node, value), offsets, value.size());
    const bool oneLine = document.lineStart(self.begin) == document.lineStart(self.end);
    const bool flow = self.style == NodeStyle::Plain || self.style == NodeStyle::SingleQuoted ||
                      self.style == NodeStyle::DoubleQuoted;
    return oneLine && flow ? walked(OneLineWalk(document, self), offsets, value.size())
                           : walked(SearchWalk(document, self, value), offsets, value.size());
}

std::size_t positionInScalar(const SourceDocument &document, int node, std::size_t offset)
{
    return positionsInScalar(document, node, {static_cast<std::uint32_t>(offset)}).front();
}

} // namespace tessera::adapters
