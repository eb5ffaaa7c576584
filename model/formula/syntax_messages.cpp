// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/syntax_messages.h"

#include <QCoreApplication>

#include "model/base/text.h"

namespace tessera::model::formula {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::formula::Syntax)
};

// “text” as "text"; quotes inside are doubled.
std::string straight(const std::string &text)
{
    QString inner = toQString(text);
    inner.remove(QChar(0x201C)).remove(QChar(0x201D));
    return toUtf8(u'"' + inner.replace(u'"', QStringLiteral("\"\"")) + u'"');
}

FormulaProblem tokenProblem(const SyntaxProblem &problem)
{
    FormulaProblem out{ProblemCode::Syntax, true, problem.span, {}, {}, {}};
    switch (problem.token) {
    case TokenError::UnterminatedText:
        out.message = Texts::tr("This text has no closing quote.");
        out.hint = Texts::tr("Add a \" at its end.");
        out.replacement = problem.text + problem.text.substr(0, 1);
        break;
    case TokenError::UnterminatedReference:
        out.message = Texts::tr("This reference has no closing bracket.");
        out.hint = Texts::tr("Add a ] after the column's name.");
        out.replacement = problem.text + ']';
        break;
    case TokenError::EmptyReference:
        out.message = Texts::tr("These brackets name no column.");
        break;
    case TokenError::CurlyQuote:
        out.message = Texts::tr("Curly quotes do not mark a text.");
        out.hint = Texts::tr("Use straight quotes: \"text\".");
        out.replacement = straight(problem.text);
        break;
    case TokenError::BadNumber:
        out.message = Texts::tr("“%1” is not a number.").arg(toQString(problem.text));
        break;
    case TokenError::UnknownCharacter:
    case TokenError::None:
        out.message = Texts::tr("“%1” means nothing in a formula.").arg(toQString(problem.text));
        break;
    }
    return out;
}

FormulaProblem loose(const SyntaxProblem &problem, ProblemCode code, QString message, QString hint,
                     std::string replacement)
{
    return {code, false, problem.span, std::move(message), std::move(hint), std::move(replacement)};
}

} // namespace

FormulaProblem describe(const SyntaxProblem &problem)
{
    const QString shown = toQString(problem.text);
    switch (problem.kind) {
    case SyntaxProblem::Kind::BadToken:
        return tokenProblem(problem);
    case SyntaxProblem::Kind::UnexpectedToken:
        return {ProblemCode::Syntax,
                true,
                problem.span,
                Texts::tr("“%1” is not expected here.").arg(shown),
                Texts::tr("Column names stand in brackets, texts in quotes, and functions have parentheses."),
                {}};
    case SyntaxProblem::Kind::UnexpectedEnd:
        if (shown == QLatin1String(")"))
            return {ProblemCode::Syntax, true, problem.span, Texts::tr("A closing parenthesis is missing."), {}, ")"};
        return {ProblemCode::Syntax, true, problem.span, Texts::tr("The formula stops too early."), {}, {}};
    case SyntaxProblem::Kind::MissingOperand:
        return {
            ProblemCode::Syntax, true, problem.span, Texts::tr("A value is missing before “%1”.").arg(shown), {}, {}};
    case SyntaxProblem::Kind::TooDeep:
        return {ProblemCode::Syntax,
                true,
                problem.span,
                Texts::tr("This formula is too long or nested too deeply."),
                Texts::tr("Compute a part of it in a column of its own."),
                {}};
    case SyntaxProblem::Kind::NullOperator:
        return {ProblemCode::Syntax,
                true,
                problem.span,
                Texts::tr("“Is Null” is no operator here."),
                Texts::tr("Write %1.").arg(shown),
                problem.text};
    case SyntaxProblem::Kind::CallLikeOperator:
        return loose(problem, ProblemCode::CallLikeOperator,
                     Texts::tr("“%1” is an operator; written like a function it gave empty rows in Sigma.").arg(shown),
                     Texts::tr("Write “not (…)”, “a and b”, “a or b”."), problem.text + ' ');
    case SyntaxProblem::Kind::SingleQuotes:
        return loose(problem, ProblemCode::LooseSyntax, Texts::tr("Texts stand in double quotes."), {},
                     '"' + problem.text.substr(1, problem.text.size() < 2 ? 0 : problem.text.size() - 2) + '"');
    case SyntaxProblem::Kind::LooseOperator:
        return loose(problem, ProblemCode::LooseSyntax, Texts::tr("“%1” is not documented.").arg(shown), {},
                     problem.text == "==" ? "=" : "!=");
    }
    Q_UNREACHABLE();
}

} // namespace tessera::model::formula
