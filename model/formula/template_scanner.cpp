// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/template_scanner.h"

namespace tessera::model {

namespace {

constexpr std::size_t none = std::string_view::npos;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

ByteRange trimmed(std::string_view text, std::size_t from, std::size_t to)
{
    while (from < to && isBlank(text[from]))
        ++from;
    while (to > from && isBlank(text[to - 1]))
        --to;
    return {from, to - from};
}

struct Ends
{
    std::size_t bar = none;
    std::size_t close = none;
};

// The first bar and the closing braces, not counting what stands in quotes or brackets.
Ends findEnds(std::string_view text, std::size_t at, std::size_t limit)
{
    Ends ends;
    char quote = '\0';
    for (; at < limit; ++at) {
        const char c = text[at];
        if (quote != '\0') {
            if (c == '\\' && quote != ']')
                ++at;
            else if (c == quote)
                quote = '\0';
        } else if (ends.bar == none && (c == '"' || c == '\'')) {
            quote = c;
        } else if (ends.bar == none && c == '[') {
            quote = ']';
        } else if (c == '|' && ends.bar == none) {
            ends.bar = at;
        } else if (c == '}' && at + 1 < limit && text[at + 1] == '}') {
            ends.close = at;
            return ends;
        }
    }
    return ends;
}

} // namespace

std::vector<TemplatePart> scanTemplates(std::string_view text)
{
    std::vector<TemplatePart> parts;
    std::size_t at = 0;
    std::size_t lastClose = text.rfind("}}");
    if (lastClose == none)
        lastClose = 0;
    while ((at = text.find("{{", at)) != none) {
        const std::size_t inside = at + 2;
        TemplatePart part;
        // An open quote must not swallow the templates after it: then the next braces close, whatever stands between.
        const std::size_t plainClose = at <= lastClose ? text.find("}}", inside) : none;
        if (plainClose == none) {
            part.closed = false;
            part.whole = {at, text.size() - at};
            part.formula = trimmed(text, inside, text.size());
            parts.push_back(part);
            break;
        }
        const std::size_t nextOpen = text.find("{{", inside);
        const std::size_t limit = nextOpen == none ? text.size() : nextOpen;
        Ends ends = findEnds(text, inside, limit);
        if (ends.close == none) {
            ends.close = plainClose;
            if (ends.bar != none && ends.bar > plainClose)
                ends.bar = none;
        }
        part.hasFormat = ends.bar != none;
        part.whole = {at, ends.close + 2 - at};
        part.formula = trimmed(text, inside, part.hasFormat ? ends.bar : ends.close);
        if (part.hasFormat)
            part.format = trimmed(text, ends.bar + 1, ends.close);
        parts.push_back(part);
        at = part.whole.end();
    }
    return parts;
}

std::vector<AgentMention> scanMentions(std::string_view text)
{
    static constexpr std::string_view dataSource = "@dataSource";
    static constexpr std::string_view tool = "@tool";
    std::vector<AgentMention> mentions;
    for (std::size_t at = 0; (at = text.find('@', at)) != none;) {
        const bool source = text.substr(at, dataSource.size()) == dataSource;
        if (!source && text.substr(at, tool.size()) != tool) {
            ++at;
            continue;
        }
        std::size_t next = at + (source ? dataSource : tool).size();
        const auto skip = [&] {
            while (next < text.size() && isBlank(text[next]))
                ++next;
            return next < text.size() ? text[next] : '\0';
        };
        if (skip() != '(') {
            at = next;
            continue;
        }
        ++next;
        const char quote = skip();
        const std::size_t close = quote == '"' || quote == '\'' ? text.find(quote, next + 1) : none;
        if (close == none) {
            at = next;
            continue;
        }
        const ByteRange id{next + 1, close - next - 1};
        next = close + 1;
        if (skip() == ')')
            mentions.push_back({source ? MentionKind::DataSource : MentionKind::Tool, {at, next + 1 - at}, id});
        at = next;
    }
    return mentions;
}

} // namespace tessera::model
