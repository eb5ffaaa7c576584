// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/source_document.h"

#include <algorithm>

#include "model/base/pointer.h"

namespace tessera::adapters {

using model::Json;

namespace {

constexpr std::size_t characterBlock = 4096;
constexpr std::size_t wideFrom = 64; // children

std::size_t countCharacters(std::string_view bytes)
{
    return static_cast<std::size_t>(std::count_if(
        bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

SourceDocument::SourceDocument(std::string text) : m_text(std::move(text))
{
    m_lines.push_back(0);
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        const char c = m_text[i];
        const bool loneReturn = c == '\r' && (i + 1 == m_text.size() || m_text[i + 1] != '\n');
        if (c == '\n' || loneReturn)
            m_lines.push_back(static_cast<std::uint32_t>(i + 1));
    }
    std::size_t characters = 0;
    for (std::size_t at = 0; at <= m_text.size(); at += characterBlock) {
        m_characters.push_back(static_cast<std::uint32_t>(characters));
        characters += countCharacters(std::string_view(m_text).substr(at, characterBlock));
    }
    const auto first = m_text.find('\n');
    m_crlf = first != std::string::npos && first > 0 && m_text[first - 1] == '\r';
}

std::string_view SourceDocument::slice(std::size_t begin, std::size_t end) const
{
    const std::size_t from = std::min(begin, m_text.size());
    const std::size_t to = std::clamp(end, from, m_text.size());
    return std::string_view(m_text).substr(from, to - from);
}

int SourceDocument::childCount(int index) const
{
    int count = 0;
    for (int c = node(index).firstChild; c >= 0; c = node(c).next)
        ++count;
    return count;
}

std::string SourceDocument::keyOf(int index) const
{
    const SourceNode &self = node(index);
    if (self.parent < 0)
        return {};
    const Json &above = *node(self.parent).value;
    if (!above.is_object() || self.index >= static_cast<int>(above.size()))
        return {};
    return membersOf(above)[static_cast<std::size_t>(self.index)].first;
}

int SourceDocument::child(int parent, std::string_view key) const
{
    if (parent < 0 || !node(parent).value->is_object())
        return -1;
    if (const auto wide = m_wide.find(parent); wide != m_wide.end()) {
        const auto found = wide->second.byKey.find(key);
        return found == wide->second.byKey.end() ? -1 : found->second;
    }
    const auto &members = membersOf(*node(parent).value);
    for (int c = node(parent).firstChild; c >= 0; c = node(c).next) {
        if (members[static_cast<std::size_t>(node(c).index)].first == key)
            return c;
    }
    return -1;
}

int SourceDocument::child(int parent, std::size_t index) const
{
    if (parent < 0)
        return -1;
    if (const auto wide = m_wide.find(parent); wide != m_wide.end())
        return index < wide->second.children.size() ? wide->second.children[index] : -1;
    for (int c = node(parent).firstChild; c >= 0; c = node(c).next) {
        if (static_cast<std::size_t>(node(c).index) == index)
            return c;
    }
    return -1;
}

void SourceDocument::indexWide()
{
    for (const SourceNode &last : m_nodes) {
        if (last.next >= 0 || last.parent < 0 || static_cast<std::size_t>(last.index) + 1 < wideFrom)
            continue;
        const SourceNode &above = node(last.parent);
        Wide &wide = m_wide[last.parent];
        wide.children.reserve(static_cast<std::size_t>(last.index) + 1);
        for (int c = above.firstChild; c >= 0; c = node(c).next)
            wide.children.push_back(c);
        if (!above.value->is_object())
            continue;
        const auto &members = membersOf(*above.value);
        wide.byKey.reserve(members.size());
        for (const int c : wide.children)
            wide.byKey.try_emplace(members[static_cast<std::size_t>(node(c).index)].first, c);
    }
}

int SourceDocument::find(std::string_view pointer) const
{
    return find(root(), pointer);
}

int SourceDocument::find(int from, std::string_view pointer) const
{
    int here = from;
    for (const std::string &token : model::splitPointer(pointer)) {
        if (here < 0)
            break;
        int below = -1;
        if (isMap(node(here).style)) {
            below = child(here, std::string_view(token));
        } else if (!token.empty() && token.size() < 9 && token.find_first_not_of("0123456789") == std::string::npos) {
            below = child(here, static_cast<std::size_t>(std::stoul(token)));
        }
        if (below < 0)
            break;
        here = below;
    }
    return here;
}

std::string SourceDocument::pointerTo(int index) const
{
    std::vector<int> path;
    for (int n = index; n >= 0 && node(n).parent >= 0; n = node(n).parent)
        path.push_back(n);
    std::string out;
    for (auto it = path.rbegin(); it != path.rend(); ++it) {
        const Json &above = *node(node(*it).parent).value;
        out = above.is_object() ? model::joinPointer(out, keyOf(*it))
                                : model::joinPointer(out, static_cast<std::size_t>(node(*it).index));
    }
    return out;
}

std::size_t SourceDocument::lineStart(std::size_t offset) const
{
    const auto it = std::upper_bound(m_lines.begin(), m_lines.end(), offset);
    return *std::prev(it);
}

std::size_t SourceDocument::lineEnd(std::size_t offset) const
{
    const auto it = std::upper_bound(m_lines.begin(), m_lines.end(), offset);
    return it == m_lines.end() ? m_text.size() : *it;
}

std::size_t SourceDocument::charactersBefore(std::size_t offset) const
{
    const std::size_t block = offset / characterBlock;
    const std::size_t from = block * characterBlock;
    return m_characters[block] + countCharacters(std::string_view(m_text).substr(from, offset - from));
}

SourceDocument::Position SourceDocument::position(std::size_t offset) const
{
    offset = std::min(offset, m_text.size());
    const auto it = std::prev(std::upper_bound(m_lines.begin(), m_lines.end(), offset));
    Position out;
    out.line = static_cast<int>(it - m_lines.begin()) + 1;
    std::size_t from = *it;
    if (from == 0 && m_text.rfind("\xEF\xBB\xBF", 0) == 0)
        from = std::min<std::size_t>(3, offset);
    out.column += static_cast<int>(charactersBefore(offset) - charactersBefore(from));
    return out;
}

} // namespace tessera::adapters
