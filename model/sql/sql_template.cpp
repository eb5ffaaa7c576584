// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sql/sql_template.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>

namespace tessera::model::sql {

namespace {

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.' || c == '$' || c == '#' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// After the closing quote, bracket or parenthesis that belongs to the opening one at `at`; npos: there is none.
std::size_t closing(std::string_view text, std::size_t at)
{
    const char open = text[at];
    if (open == '\'' || open == '"' || open == '`') {
        for (std::size_t i = at + 1; i < text.size(); ++i) {
            if (text[i] == open)
                return i + 1;
        }
        return std::string_view::npos;
    }
    int depth = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\'' || c == '"' || c == '`') {
            i = closing(text, i);
            if (i == std::string_view::npos)
                return i;
            --i;
        } else if (c == '(' || c == '[') {
            ++depth;
        } else if ((c == ')' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

// CASE … END with nothing after it.
bool isCase(std::string_view text)
{
    if (!text.starts_with("CASE ") || !text.ends_with(" END"))
        return false;
    int depth = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\'' || text[i] == '"' || text[i] == '`' || text[i] == '(' || text[i] == '[') {
            i = closing(text, i);
            if (i == std::string_view::npos)
                return false;
            continue;
        }
        if (!isWordCharacter(text[i])) {
            ++i;
            continue;
        }
        const std::size_t start = i;
        while (i < text.size() && isWordCharacter(text[i]))
            ++i;
        const std::string_view word = text.substr(start, i - start);
        depth += word == "CASE" ? 1 : word == "END" ? -1 : 0;
        if (depth == 0 && i < text.size())
            return false;
    }
    return depth == 0;
}

// Words between which an argument is alone.
bool separates(std::string_view word)
{
    static constexpr std::string_view words[] = {"WHEN", "THEN",      "ELSE", "END",   "CASE",  "AS",    "BY",
                                                 "FROM", "SEPARATOR", "FOR",  "USING", "WHERE", "SELECT"};
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string_view lastWord(std::string_view text)
{
    std::size_t end = text.size();
    while (end > 0 && std::isspace(static_cast<unsigned char>(text[end - 1])))
        --end;
    if (end > 0 && !isWordCharacter(text[end - 1]))
        return text.substr(end - 1, 1);
    std::size_t start = end;
    while (start > 0 && isWordCharacter(text[start - 1]))
        --start;
    return text.substr(start, end - start);
}

std::string_view firstWord(std::string_view text)
{
    std::size_t start = 0;
    while (start < text.size() && std::isspace(static_cast<unsigned char>(text[start])))
        ++start;
    std::size_t end = start;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    return end > start ? text.substr(start, end - start)
                       : text.substr(start, std::min<std::size_t>(1, text.size() - start));
}

} // namespace

bool isAtomicSql(std::string_view text)
{
    if (text.empty())
        return true;
    if (isCase(text))
        return true;
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (isWordCharacter(c)) {
            ++at;
            continue;
        }
        if (c == '?' || static_cast<unsigned char>(c) == 0xFF) { // a placeholder
            ++at;
            continue;
        }
        if (c != '(' && c != '[' && c != '\'' && c != '"' && c != '`')
            return false;
        const std::size_t end = closing(text, at);
        if (end == std::string_view::npos)
            return false;
        at = end;
        // After its arguments a call may go on with a path or an index only.
        if (at < text.size() && text[at] != '[' && text[at] != '.' && text[at] != '\'' && text[at] != '"' &&
            text[at] != '`')
            return false;
    }
    return true;
}

SqlTemplate::SqlTemplate(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
        if (end == std::string_view::npos) {
            plain += text[i];
            continue;
        }
        addText(plain);
        plain.clear();
        readHole(text.substr(i + 1, end - i - 1));
        i = end;
    }
    addText(plain);
    std::map<std::size_t, int> uses;
    std::string shape;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        Part &part = m_parts[i];
        shape += part.kind == Part::Kind::Text ? part.text : part.kind == Part::Kind::Word ? std::string() : "x";
        if (part.kind != Part::Kind::Argument)
            continue;
        m_mostUses = std::max(m_mostUses, ++uses[part.index]);
        const std::string_view before = i > 0 ? lastWord(m_parts[i - 1].text) : std::string_view("(");
        const std::string_view after = i + 1 < m_parts.size() ? firstWord(m_parts[i + 1].text) : std::string_view(")");
        const bool start = before.empty() || before == "(" || before == "," || before == "[" || separates(before);
        const bool finish = after.empty() || after == ")" || after == "," || after == "]" || separates(after);
        part.bare = start && finish && (i == 0 || m_parts[i - 1].kind == Part::Kind::Text) &&
                    (i + 1 == m_parts.size() || m_parts[i + 1].kind == Part::Kind::Text);
    }
    m_atomic = isAtomicSql(shape) || shape.empty();
}

void SqlTemplate::addText(std::string_view text)
{
    if (!text.empty())
        m_parts.push_back({Part::Kind::Text, std::string(text), {}, {}});
}

void SqlTemplate::readHole(std::string_view hole)
{
    Part part;
    const std::size_t colon = hole.find(':');
    if (colon != std::string_view::npos && hole.find('~') > colon) {
        part.through = hole.substr(0, colon);
        hole.remove_prefix(colon + 1);
    }
    std::size_t digits = 0;
    while (digits < hole.size() && std::isdigit(static_cast<unsigned char>(hole[digits])))
        part.index = part.index * 10 + static_cast<std::size_t>(hole[digits++] - '0');
    const std::string_view tail = hole.substr(digits);
    if (tail.starts_with('*')) {
        part.kind = Part::Kind::Rest;
        part.index = part.index == 0 ? 1 : part.index;
        const std::size_t bar = tail.find('~', 2);
        part.text =
            tail.size() > 1 ? tail.substr(2, bar == std::string_view::npos ? bar : bar - 2) : std::string_view(", ");
        part.item = bar == std::string_view::npos ? std::string_view() : tail.substr(bar + 1);
    } else if (digits > 0) {
        part.kind = Part::Kind::Argument;
        part.hasDefault = tail.starts_with('?');
        part.text = part.hasDefault ? tail.substr(1) : std::string_view();
    } else {
        part.kind = Part::Kind::Word;
        part.text = hole;
    }
    m_parts.push_back(std::move(part));
}

std::string SqlTemplate::argument(const Part &part, const Values &values, std::size_t index) const
{
    const Sql sql = part.through.empty() ? values.arguments[index] : values.through(part.through, index);
    return part.bare ? sql.text : sql.operand();
}

std::string SqlTemplate::rest(const Part &part, const Values &values) const
{
    const auto &all = values.arguments;
    // $1 … in separators and items stand for single arguments.
    const auto expanded = [&](const std::string &pattern, const Sql *item, std::size_t number) {
        std::string out;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const std::size_t index = pattern[i] == '$' && i + 1 < pattern.size()
                                          ? static_cast<std::size_t>(pattern[i + 1] - '1')
                                          : all.size();
            if (index < all.size()) {
                out += all[index].operand();
                ++i;
            } else if (item && pattern[i] == '@') {
                out += item->operand();
            } else {
                out += item && pattern[i] == '#' ? std::to_string(number) : std::string(1, pattern[i]);
            }
        }
        return out;
    };
    std::string out;
    for (std::size_t i = part.index - 1; i < all.size(); ++i) {
        out += i > part.index - 1 ? expanded(part.text, nullptr, 0) : std::string();
        const Sql sql = part.through.empty() ? all[i] : values.through(part.through, i);
        if (part.item.empty())
            out += part.text.starts_with(',') ? sql.text : sql.operand();
        else
            out += expanded(part.item, &sql, i - part.index + 2);
    }
    return out;
}

Sql SqlTemplate::fill(const Values &values) const
{
    Sql out;
    for (const Part &part : m_parts) {
        switch (part.kind) {
        case Part::Kind::Text:
            out.text += part.text;
            break;
        case Part::Kind::Argument:
            out.text += part.index <= values.arguments.size() ? argument(part, values, part.index - 1) : part.text;
            break;
        case Part::Kind::Rest:
            out.text += rest(part, values);
            break;
        case Part::Kind::Word:
            out.text += values.word(part.text);
            break;
        }
    }
    const bool hole = m_parts.size() == 1 && m_parts.front().kind == Part::Kind::Argument;
    out.atomic =
        hole ? isAtomicSql(out.text) : m_atomic && !(m_parts.size() == 1 && m_parts.front().kind == Part::Kind::Rest);
    return out;
}

bool SqlTemplate::uses(std::string_view word) const
{
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [word](const Part &part) { return part.kind == Part::Kind::Word && part.text == word; });
}

} // namespace tessera::model::sql
