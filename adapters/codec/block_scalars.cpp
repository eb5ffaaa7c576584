// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/block_scalars.h"

#include <algorithm>
#include <vector>

namespace tessera::adapters {

namespace {

constexpr auto npos = std::string_view::npos;

bool isIndicator(std::string_view text, std::size_t at)
{
    const bool apart = at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\t';
    return apart && (text[at] == '-' || text[at] == '?' || text[at] == ':');
}

// The column of the key, dash or explicit colon that the entry at `entry` belongs to: behind the dashes of lists that
// begin on the same line.
std::size_t indentationOf(std::string_view text, std::size_t entry)
{
    const std::size_t newline = entry == 0 ? npos : text.find_last_of("\r\n", entry - 1);
    const std::size_t line = newline == npos ? 0 : newline + 1;
    std::size_t at = text.find_first_not_of(' ', line);
    while (at < entry && isIndicator(text, at))
        at = text.find_first_not_of(" \t", at + 1);
    return std::min(at, entry) - line;
}

struct Line
{
    std::size_t begin = 0;
    std::size_t end = 0;  // without its break
    std::size_t next = 0; // begin of the line after it
    std::size_t indentation = 0;

    bool isBlank() const { return begin + indentation == end; }
};

Line lineAt(std::string_view text, std::size_t begin)
{
    Line line;
    line.begin = begin;
    line.end = std::min(text.find_first_of("\r\n", begin), text.size());
    line.next = std::min(text.size(), line.end + (text.substr(line.end, 2) == "\r\n" ? 2 : 1));
    line.indentation = std::min(text.find_first_not_of(' ', begin), line.end) - begin;
    return line;
}

struct Header
{
    bool folded = false;
    char chomping = ' ';    // '-', '+' or neither
    std::size_t deeper = 0; // 0: the first line with text decides
};

Header headerAt(std::string_view text, std::size_t at)
{
    Header header;
    header.folded = text[at] == '>';
    for (++at; at < text.size(); ++at) {
        if (text[at] == '-' || text[at] == '+')
            header.chomping = text[at];
        else if (text[at] >= '1' && text[at] <= '9')
            header.deeper = static_cast<std::size_t>(text[at] - '0');
        else
            break;
    }
    return header;
}

bool isDeeper(std::string_view line)
{
    return !line.empty() && (line.front() == ' ' || line.front() == '\t');
}

// Between lines of text at the same depth one break becomes a blank, and the first of several goes (§6.5); around
// deeper lines all stay.
std::string folded(const std::vector<std::string_view> &lines)
{
    std::string out;
    std::size_t breaks = 0;
    const std::string_view *before = nullptr;
    for (const std::string_view &line : lines) {
        if (line.empty()) {
            ++breaks;
            continue;
        }
        if (!before)
            out.append(breaks, '\n');
        else if (isDeeper(*before) || isDeeper(line))
            out.append(breaks + 1, '\n');
        else if (breaks == 0)
            out += ' ';
        else
            out.append(breaks, '\n');
        out += line;
        before = &line;
        breaks = 0;
    }
    return out;
}

std::string literal(const std::vector<std::string_view> &lines)
{
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0)
            out += '\n';
        out += lines[i];
    }
    return out;
}

std::string textOf(std::vector<std::string_view> lines, const Header &header)
{
    std::size_t blankEnd = 0;
    for (; !lines.empty() && lines.back().empty(); ++blankEnd)
        lines.pop_back();
    std::string out = header.folded ? folded(lines) : literal(lines);
    if (header.chomping != '-' && !lines.empty())
        out += '\n';
    if (header.chomping == '+')
        out.append(blankEnd, '\n');
    return out;
}

} // namespace

BlockScalar readBlockScalar(std::string_view text, std::size_t entry, std::size_t at)
{
    const Header header = headerAt(text, at);
    const bool whole = entry >= text.size();
    const std::size_t outer = whole ? 0 : indentationOf(text, entry);
    const std::size_t least = whole ? 0 : outer + 1;
    std::size_t depth = header.deeper ? outer + header.deeper : npos;
    BlockScalar out;
    std::vector<std::string_view> lines;
    out.end = lineAt(text, at).next;
    while (out.end < text.size()) {
        const Line line = lineAt(text, out.end);
        if (depth == npos && !line.isBlank() && line.indentation >= least)
            depth = line.indentation;
        if (!line.isBlank() && (depth == npos || line.indentation < depth))
            break;
        const std::size_t from = depth == npos ? line.end : std::min(line.end, line.begin + depth);
        lines.push_back(text.substr(from, line.end - from));
        out.end = line.next;
    }
    if (depth == npos)
        std::fill(lines.begin(), lines.end(), std::string_view());
    out.text = textOf(std::move(lines), header);
    return out;
}

} // namespace tessera::adapters
