// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/call_site.h"

#include <algorithm>

#include "model/formula/lexer.h"

namespace tessera::model::formula {

namespace {

struct Frame
{
    int name = -1; // token of the function's name; -1: plain parentheses
    int commas = 0;
};

// Commas from `next` on up to the parenthesis that closes the frame.
int commasAhead(const Tokens &tokens, std::size_t next, int depth)
{
    int commas = 0;
    for (; next < tokens.size(); ++next) {
        const TokenKind kind = tokens[next].kind;
        if (kind == TokenKind::LeftParen)
            ++depth;
        else if (kind == TokenKind::RightParen && --depth < 0)
            break;
        else if (kind == TokenKind::Comma && depth == 0)
            ++commas;
    }
    return commas;
}

} // namespace

std::optional<CallSite> callAt(std::string_view text, int caret)
{
    const Tokens tokens = tokenize(text);
    std::vector<Frame> frames;
    std::size_t next = 0;
    for (; next < tokens.size() && tokens[next].span.offset < caret; ++next) {
        switch (tokens[next].kind) {
        case TokenKind::LeftParen:
            frames.push_back(
                {next > 0 && tokens[next - 1].kind == TokenKind::Identifier ? static_cast<int>(next) - 1 : -1, 0});
            break;
        case TokenKind::RightParen:
            if (!frames.empty())
                frames.pop_back();
            break;
        case TokenKind::Comma:
            if (!frames.empty())
                ++frames.back().commas;
            break;
        default:
            break;
        }
    }
    const auto inner = std::find_if(frames.rbegin(), frames.rend(), [](const Frame &frame) { return frame.name >= 0; });
    if (inner == frames.rend())
        return std::nullopt;
    const Token &name = tokens[static_cast<std::size_t>(inner->name)];
    const int between = static_cast<int>(inner - frames.rbegin()); // plain parentheses around the caret
    int ahead = 0;
    if (between == 0)
        ahead = commasAhead(tokens, next, 0);
    return CallSite{std::string(name.bytes.in(text)), name.span, inner->commas, inner->commas + ahead + 1};
}

std::string functionAt(std::string_view text, int caret)
{
    for (const Token &token : tokenize(text)) {
        if (token.kind == TokenKind::Identifier && token.span.offset <= caret && caret <= token.span.end())
            return std::string(token.bytes.in(text));
    }
    const auto call = callAt(text, caret);
    return call ? call->name : std::string();
}

int parameterIndex(const Function &function, int index, int count)
{
    const int known = static_cast<int>(function.parameters.size());
    const bool hasElse = known > 2 && function.parameters.back().name == "else";
    if (hasElse) {
        const int fixed = function.minArguments - 2; // before the first pair: 0 for If, 1 for Switch
        if (index < fixed)
            return index;
        if ((count - fixed) % 2 == 1 && index == count - 1 && index > fixed)
            return known - 1;
        return fixed + (index - fixed) % 2;
    }
    if (index < known)
        return index;
    if (function.repeat == 0 || known == 0)
        return -1;
    const int first = std::max(0, known - function.repeat);
    return first + (index - first) % function.repeat;
}

std::vector<SignaturePart> signatureParts(const Function &function)
{
    std::vector<SignaturePart> parts{{function.name + '(', -1}};
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        const Parameter &parameter = function.parameters[i];
        if (i > 0)
            parts.push_back({", ", -1});
        const std::string shown =
            parameter.defaultText.empty() ? parameter.name : parameter.name + " = " + parameter.defaultText;
        parts.push_back({parameter.optional ? '[' + shown + ']' : shown, static_cast<int>(i)});
    }
    parts.push_back({function.repeat > 0 ? ", …)" : ")", -1});
    return parts;
}

} // namespace tessera::model::formula
