// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "adapters/codec/merge_printer.h"
#include "adapters/codec/scalar_positions.h"
#include "adapters/codec/yaml_scalars.h"

namespace tessera::adapters {

namespace {

// "|2-": style, indentation digit and chomping in any order.
struct Header
{
    char style = '|';
    char digit = '\0';
    char chomping = '\0';
    std::size_t size = 1;
};

Header headerAt(std::string_view text)
{
    Header out;
    out.style = text.front();
    for (; out.size < text.size(); ++out.size) {
        const char c = text[out.size];
        if (c >= '1' && c <= '9')
            out.digit = c;
        else if (c == '+' || c == '-')
            out.chomping = c;
        else
            break;
    }
    return out;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

bool startsBlank(std::string_view line)
{
    return !line.empty() && (line.front() == ' ' || line.front() == '\t');
}

// The lines a folded block needs so that a reader joins them to `lines` again: one more break between two lines that
// are not indented. Breaks after the last line are not folded.
std::vector<std::string_view> foldedLines(const std::vector<std::string_view> &lines)
{
    std::vector<std::string_view> out;
    std::string_view previous;
    bool any = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].empty()) {
            if (any && !startsBlank(previous) && !startsBlank(lines[i]))
                out.emplace_back();
            previous = lines[i];
            any = true;
        }
        out.push_back(lines[i]);
    }
    return out;
}

bool canStandInBlock(std::string_view text)
{
    if (text.find_first_not_of('\n') == std::string_view::npos)
        return false;
    return fitsLiteral(std::string(text) + "\nx"); // one line will do here
}

} // namespace

bool BlockPrinter::printBlockScalar(std::string &out, const std::string &text, int entry, const Slot &slot) const
{
    if (!canStandInBlock(text))
        return false;
    const SourceDocument &document = m_base.document();
    const SourceNode &self = m_base.node(entry);
    const std::string_view headerLine = document.slice(self.begin, document.lineEnd(self.begin));
    const Header old = headerAt(headerLine);
    const int oldIndentation = static_cast<int>(blockIndentation(document, entry));
    const int column = oldIndentation > 0 ? oldIndentation + slot.column - sourceColumn(entry)
                                          : slot.column + (slot.keyed ? m_style.step : 2);
    const int relative = column - slot.column;
    const std::size_t breaks = text.size() - 1 - text.find_last_not_of('\n');
    Header now = old;
    now.chomping = breaks == 0 ? '-' : (breaks > 1 || old.chomping == '+') ? '+' : '\0';
    if (text.front() == ' ' || text.front() == '\n' || text.front() == '\t' || old.digit != '\0')
        now.digit = static_cast<char>('0' + relative);
    if (relative < 1 || relative > 9 || (breaks > 1 && old.chomping != '+'))
        return false;
    out += shifted(document.slice(self.valueFrom, self.begin), slot.column - sourceColumn(entry));
    if (now.digit == old.digit && now.chomping == old.chomping) {
        out += headerLine.substr(0, old.size);
    } else {
        out += now.style;
        for (const char c : {now.digit, now.chomping}) {
            if (c != '\0')
                out += c;
        }
    }
    out += headerLine.substr(old.size);
    endLine(out);
    const std::vector<std::string_view> lines = linesOf(text);
    for (const std::string_view line : self.style == NodeStyle::Folded ? foldedLines(lines) : lines) {
        if (!line.empty())
            out.append(static_cast<std::size_t>(column), ' ');
        out += line;
        out += m_style.newline;
    }
    return true;
}

} // namespace tessera::adapters
