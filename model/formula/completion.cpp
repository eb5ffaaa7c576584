// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/completion.h"

#include <algorithm>
#include <set>

#include "model/base/fuzzy.h"
#include "model/base/text.h"
#include "model/formula/call_site.h"
#include "model/formula/lexer.h"
#include "model/formula/text_position.h"

namespace tessera::model::formula {

namespace {

using Place = CompletionRequest::Place;

CompletionKind kindOf(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Sibling:
        return CompletionKind::Column;
    case SymbolKind::Source:
        return CompletionKind::Source;
    case SymbolKind::Element:
        return CompletionKind::Element;
    case SymbolKind::Metric:
        return CompletionKind::Metric;
    case SymbolKind::Control:
        return CompletionKind::Control;
    case SymbolKind::Selection:
        return CompletionKind::Selection;
    }
    Q_UNREACHABLE();
}

// `name` is what stands between the brackets.
std::optional<CompletionItem> referenceItem(const Scope &scope, const std::string &name)
{
    CompletionItem item;
    item.insert = '[' + name + ']';
    const Tokens tokens = tokenize(item.insert);
    const auto reference = tokens.size() == 1 ? readReference(item.insert, tokens.front()) : std::nullopt;
    if (!reference)
        return std::nullopt;
    item.label = toQString(reference->hasPrefix ? reference->prefix + '/' + reference->name : reference->name);
    const Scope::Found found = scope.resolve({reference->hasPrefix, reference->prefix, reference->name});
    if (found.symbol) {
        item.kind = kindOf(found.symbol->kind);
        item.type = found.symbol->type;
        item.isRange = found.symbol->isRange;
        item.isList = found.symbol->isList;
    } else {
        item.kind = reference->hasPrefix ? CompletionKind::Source : CompletionKind::Column;
    }
    return item;
}

void addWords(std::vector<CompletionItem> &items)
{
    static constexpr std::pair<const char *, ValueType> words[] = {
        {"True", ValueType::Logical}, {"False", ValueType::Logical}, {"Null", ValueType::Null},
        {"not", ValueType::Logical},  {"and", ValueType::Logical},   {"or", ValueType::Logical}};
    for (const auto &[word, type] : words) {
        CompletionItem item;
        item.kind = CompletionKind::Word;
        item.label = QLatin1String(word);
        item.insert = word;
        item.type = type;
        items.push_back(std::move(item));
    }
}

bool isInfix(const CompletionItem &item)
{
    return item.insert == "and" || item.insert == "or";
}

bool endsOperand(TokenKind kind)
{
    return kind == TokenKind::Reference || kind == TokenKind::Index || kind == TokenKind::Text ||
           kind == TokenKind::Number || kind == TokenKind::RightParen;
}

void aroundCall(CompletionRequest &request, std::string_view text, int caret)
{
    const auto call = callAt(text, caret);
    request.function = call ? FunctionCatalogue::shipped().find(call->name) : nullptr;
    if (request.function)
        request.parameter = parameterIndex(*request.function, call->argument, call->arguments);
}

QString textBetween(std::string_view text, int from, int to)
{
    return toQString(bytesOf(text, {from, to - from}).in(text));
}

const Parameter *parameterOf(const CompletionRequest &request)
{
    return request.function && request.parameter >= 0
               ? &request.function->parameters[static_cast<std::size_t>(request.parameter)]
               : nullptr;
}

// The token the caret stands in or right behind; -1: in a gap.
int tokenBefore(const Tokens &tokens, int caret)
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].span.offset < caret && caret <= tokens[i].span.end())
            return static_cast<int>(i);
    }
    return -1;
}

bool isOpenBracket(std::string_view text, const Token &token)
{
    return (token.error == TokenError::UnterminatedReference || token.error == TokenError::EmptyReference) &&
           token.bytes.in(text).front() == '[';
}

void inBrackets(CompletionRequest &request, std::string_view text, const Token &token, int caret)
{
    const bool closed = token.error != TokenError::UnterminatedReference;
    if (closed && caret == token.span.end()) { // behind the bracket: the reference is complete
        request.place = Place::Operator;
        request.replaced = {caret, 0};
        return;
    }
    request.place = Place::Reference;
    request.replaced = {token.span.offset, (closed ? token.span.end() : caret) - token.span.offset};
    request.typed = textBetween(text, token.span.offset + 1, caret);
}

void inText(CompletionRequest &request, std::string_view text, const Token &token, int caret)
{
    const bool closed = token.error != TokenError::UnterminatedText;
    if (closed && caret == token.span.end())
        return;
    const Parameter *parameter = parameterOf(request);
    if (!parameter || parameter->choices.empty())
        return;
    request.place = Place::Choice;
    request.replaced = {token.span.offset, (closed ? token.span.end() : caret) - token.span.offset};
    request.typed = textBetween(text, token.span.offset + 1, caret);
}

void inGap(CompletionRequest &request, const Tokens &tokens, int caret)
{
    const auto after =
        std::find_if(tokens.begin(), tokens.end(), [caret](const Token &t) { return t.span.offset >= caret; });
    const bool behindValue = after != tokens.begin() && endsOperand((after - 1)->kind);
    request.place = behindValue ? Place::Operator : Place::Operand;
    request.replaced = {caret, 0};
}

void inName(CompletionRequest &request, std::string_view text, const Tokens &tokens, std::size_t at, int caret)
{
    const Token &token = tokens[at];
    request.replaced = token.span;
    request.typed = textBetween(text, token.span.offset, caret);
    const bool key = at > 0 && tokens[at - 1].kind == TokenKind::Dot;
    if (key) {
        request.place = Place::Part;
        if (at > 1 && tokens[at - 2].kind == TokenKind::Reference)
            request.base = tokens[at - 2].bytes.in(text);
        return;
    }
    request.place = at > 0 && endsOperand(tokens[at - 1].kind) ? Place::Operator : Place::Operand;
}

int nearness(CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::Column:
    case CompletionKind::Choice:
    case CompletionKind::Part:
        return 14;
    case CompletionKind::Source:
    case CompletionKind::Selection:
    case CompletionKind::Metric:
        return 12;
    case CompletionKind::Control:
        return 8;
    case CompletionKind::Function:
        return 6;
    case CompletionKind::Word:
        return 2;
    case CompletionKind::Element:
        return 0;
    }
    Q_UNREACHABLE();
}

bool hasType(const CompletionItem &item, const Parameter &parameter)
{
    const ValueType type = item.function ? item.function->result.value_or(ValueType::Any) : item.type;
    if (type == ValueType::Any || parameter.types.empty() || parameter.types.front() == ValueType::Any)
        return false; // nothing is known for it or against it
    return std::find(parameter.types.begin(), parameter.types.end(), type) != parameter.types.end();
}

int scoreOf(const CompletionItem &item, const CompletionRequest &request, const FuzzyMatch &match)
{
    int score = match.score + nearness(item.kind);
    if (!request.typed.isEmpty()) {
        // People think of a column by its own name, whatever stands before the slash.
        const bool whole = item.label.startsWith(request.typed, Qt::CaseInsensitive);
        const QStringView own = QStringView(item.label).sliced(item.label.indexOf(u'/') + 1);
        if (whole || own.startsWith(request.typed, Qt::CaseInsensitive))
            score += item.label.size() == request.typed.size() || own.size() == request.typed.size() ? 40 : 18;
    }
    const Parameter *parameter = parameterOf(request);
    if (parameter && hasType(item, *parameter))
        score += 10;
    return score;
}

bool suits(const CompletionItem &item, Place place)
{
    const bool reference = item.kind < CompletionKind::Function;
    switch (place) {
    case Place::Reference:
        return reference;
    case Place::Operator:
        return item.kind == CompletionKind::Word && isInfix(item);
    case Place::Operand:
        return reference || item.kind == CompletionKind::Function ||
               (item.kind == CompletionKind::Word && !isInfix(item));
    default:
        return false;
    }
}

std::vector<CompletionItem> choicesOf(const Parameter &parameter)
{
    std::vector<CompletionItem> items;
    for (const std::string &choice : parameter.choices) {
        CompletionItem item;
        item.kind = CompletionKind::Choice;
        item.label = toQString(choice);
        item.insert = '"' + choice + '"';
        item.type = ValueType::Text;
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<CompletionItem> partsOf(const CompletionItem *control)
{
    std::vector<CompletionItem> items;
    if (!control || !control->isRange)
        return items;
    const bool date = control->type == ValueType::Date;
    for (const char *part : {date ? "start" : "min", date ? "end" : "max"}) {
        CompletionItem item;
        item.kind = CompletionKind::Part;
        item.label = QLatin1String(part);
        item.insert = part;
        item.type = control->type;
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

Vocabulary::Vocabulary(const Scope &scope)
{
    std::set<std::string> seen;
    for (const bool prefixed : {false, true}) {
        for (const std::string &name : scope.candidates({prefixed, {}, {}})) {
            if (!seen.insert(foldName(name)).second)
                continue;
            if (auto item = referenceItem(scope, name))
                m_items.push_back(std::move(*item));
        }
    }
    for (const Function &function : FunctionCatalogue::shipped().all()) {
        CompletionItem item;
        item.kind = CompletionKind::Function;
        item.label = toQString(function.name);
        item.insert = function.name;
        item.type = function.result.value_or(ValueType::Any);
        item.function = &function;
        m_items.push_back(std::move(item));
    }
    addWords(m_items);
}

const CompletionItem *Vocabulary::find(std::string_view bracketed) const
{
    const std::string wanted = foldName(bracketed);
    for (const CompletionItem &item : m_items) {
        if (item.kind < CompletionKind::Function && item.insert.size() == bracketed.size() &&
            foldName(item.insert) == wanted)
            return &item;
    }
    return nullptr;
}

CompletionRequest completionAt(std::string_view text, int caret)
{
    const Tokens tokens = tokenize(text);
    CompletionRequest request;
    aroundCall(request, text, caret);
    const int at = tokenBefore(tokens, caret);
    if (at < 0) {
        inGap(request, tokens, caret);
        return request;
    }
    const Token &token = tokens[static_cast<std::size_t>(at)];
    switch (token.kind) {
    case TokenKind::Reference:
        inBrackets(request, text, token, caret);
        break;
    case TokenKind::Text:
        inText(request, text, token, caret);
        break;
    case TokenKind::Identifier:
    case TokenKind::Keyword:
        inName(request, text, tokens, static_cast<std::size_t>(at), caret);
        break;
    case TokenKind::Dot:
        request.place = Place::Part;
        request.replaced = {caret, 0};
        if (at > 0 && tokens[static_cast<std::size_t>(at) - 1].kind == TokenKind::Reference)
            request.base = tokens[static_cast<std::size_t>(at) - 1].bytes.in(text);
        break;
    case TokenKind::Operator:
    case TokenKind::LeftParen:
    case TokenKind::Comma:
        request.place = Place::Operand;
        request.replaced = {caret, 0};
        break;
    case TokenKind::Error:
        if (isOpenBracket(text, token))
            inBrackets(request, text, token, caret);
        else if (token.error == TokenError::UnterminatedText)
            inText(request, text, token, caret);
        break;
    default:
        break;
    }
    return request;
}

std::vector<Completion> complete(const Vocabulary &vocabulary, const CompletionRequest &request, int most)
{
    std::vector<CompletionItem> own;
    if (request.place == Place::Choice)
        own = choicesOf(*parameterOf(request));
    else if (request.place == Place::Part)
        own = partsOf(vocabulary.find(request.base));
    const bool special = request.place == Place::Choice || request.place == Place::Part;

    struct Ranked
    {
        const CompletionItem *item;
        int score;
        QList<int> positions;
    };
    std::vector<Ranked> ranked;
    for (const CompletionItem &item : special ? own : vocabulary.items()) {
        if (!special && !suits(item, request.place))
            continue;
        if (auto match = fuzzyMatch(request.typed, item.label))
            ranked.push_back({&item, scoreOf(item, request, *match), std::move(match->positions)});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) { return a.score > b.score; });
    std::vector<Completion> best;
    for (Ranked &entry : ranked) {
        if (static_cast<int>(best.size()) == most)
            break;
        best.push_back({*entry.item, entry.score, std::move(entry.positions)});
    }
    return best;
}

} // namespace tessera::model::formula
