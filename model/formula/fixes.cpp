// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/fixes.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"

namespace tessera::model::formula {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::formula::Fixes)
};

bool touches(Span a, Span b)
{
    return a.offset <= b.end() && b.offset <= a.end();
}

// And(a, b) as (a and b): the word goes, the commas become the word.
std::vector<SpanEdit> asInfix(std::string_view text, Span word)
{
    const Tokens tokens = tokenize(text);
    std::vector<SpanEdit> edits;
    const std::string joined = ' ' + foldName(bytesOf(text, word).in(text));
    int depth = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        if (token.span.offset < word.offset)
            continue;
        if (token.span == word) {
            const int next = i + 1 < tokens.size() ? tokens[i + 1].span.offset : word.end();
            edits.push_back({{word.offset, next - word.offset}, {}});
        } else if (token.kind == TokenKind::LeftParen) {
            ++depth;
        } else if (token.kind == TokenKind::RightParen) {
            if (--depth == 0)
                break;
        } else if (token.kind == TokenKind::Comma && depth == 1) {
            const bool blank = i + 1 < tokens.size() && tokens[i + 1].span.offset > token.span.end();
            edits.push_back({token.span, blank ? joined : joined + ' '});
        }
    }
    return edits;
}

std::optional<FormulaFix> replacement(std::string_view text, const FormulaProblem &problem)
{
    if (!problem.replacement)
        return std::nullopt;
    const std::string old = foldName(bytesOf(text, problem.span).in(text));
    if (problem.code == ProblemCode::CallLikeOperator && old != "not")
        return FormulaFix{Texts::tr("Write “%1” between its operands").arg(toQString(old)), asInfix(text, problem.span),
                          0};
    if (problem.code == ProblemCode::CallLikeOperator)
        return FormulaFix{Texts::tr("Leave a blank before the parenthesis"), {{problem.span, *problem.replacement}}, 0};
    const bool adds = problem.replacement->starts_with(bytesOf(text, problem.span).in(text));
    const std::string shown =
        adds ? problem.replacement->substr(bytesOf(text, problem.span).length) : *problem.replacement;
    return FormulaFix{(adds ? Texts::tr("Add %1") : Texts::tr("Change to %1")).arg(toQString(shown)),
                      {{problem.span, *problem.replacement}},
                      0};
}

} // namespace

std::vector<FormulaFix> fixesAt(std::string_view text, const std::vector<FormulaProblem> &problems, Span at)
{
    std::vector<FormulaFix> fixes;
    for (const bool errors : {true, false}) {
        for (std::size_t i = 0; i < problems.size(); ++i) {
            const FormulaProblem &problem = problems[i];
            if (problem.isError != errors || !touches(problem.span, at))
                continue;
            if (auto fix = replacement(text, problem)) {
                fix->problem = static_cast<int>(i);
                fixes.push_back(std::move(*fix));
            }
            if (!problem.wrap.empty()) {
                fixes.push_back({Texts::tr("Wrap in %1(…)").arg(toQString(problem.wrap)),
                                 {{{problem.span.offset, 0}, problem.wrap + '('}, {{problem.span.end(), 0}, ")"}},
                                 static_cast<int>(i)});
            }
        }
    }
    return fixes;
}

} // namespace tessera::model::formula
