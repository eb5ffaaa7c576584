// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/formula_colours.h"

#include "designer/style/theme.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"

namespace tessera::designer {

namespace {

FormulaLexer::Style styleOf(const model::Tokens &tokens, std::size_t at)
{
    using model::TokenKind;
    switch (tokens[at].kind) {
    case TokenKind::Reference:
        return FormulaLexer::Reference;
    case TokenKind::Text:
        return FormulaLexer::Text;
    case TokenKind::Number:
    case TokenKind::Index:
        return FormulaLexer::Number;
    case TokenKind::Identifier: {
        const bool called = at + 1 < tokens.size() && tokens[at + 1].kind == TokenKind::LeftParen;
        return called ? FormulaLexer::Function : FormulaLexer::Plain;
    }
    case TokenKind::Keyword:
        return FormulaLexer::Word;
    case TokenKind::Error:
        return FormulaLexer::Wrong;
    default:
        return FormulaLexer::Sign;
    }
}

} // namespace

FormulaLexer::FormulaLexer(QsciScintilla *editor) : QsciLexerCustom(editor) {}

void FormulaLexer::take(const Tokens &tokens)
{
    const QFont font = inPoints(monospaceFont());
    setDefaultFont(font);
    setDefaultPaper(tokens.surface);
    setDefaultColor(tokens.text);
    const QColor colours[] = {tokens.text, tokens.accent, tokens.ok,    tokens.warn,
                              tokens.info, tokens.text,   tokens.text2, tokens.danger};
    for (int style = Plain; style <= Wrong; ++style) {
        QFont own = font;
        own.setBold(style == Word);
        setFont(own, style);
        setPaper(tokens.surface, style);
        setColor(colours[style], style);
    }
}

QString FormulaLexer::description(int style) const
{
    static const char *const names[] = {"Plain", "Reference", "Text", "Number", "Function", "Word", "Sign", "Wrong"};
    return style >= Plain && style <= Wrong ? QString::fromLatin1(names[style]) : QString();
}

// A formula is short and a quote changes all that follows, so all of it is styled again.
void FormulaLexer::styleText(int, int)
{
    if (!editor())
        return;
    const std::string text = model::toUtf8(editor()->text());
    const model::Tokens tokens = model::tokenize(text);
    startStyling(0);
    std::size_t at = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        setStyling(static_cast<int>(tokens[i].bytes.offset - at), Plain);
        setStyling(static_cast<int>(tokens[i].bytes.length), styleOf(tokens, i));
        at = tokens[i].bytes.end();
    }
    setStyling(static_cast<int>(text.size() - at), Plain);
}

void colourEditor(QsciScintilla &editor, FormulaLexer &lexer, const Tokens &tokens)
{
    lexer.take(tokens);
    editor.setLexer(&lexer); // again: it reads fonts and colours only now
    editor.setPaper(tokens.surface);
    editor.setColor(tokens.text);
    editor.setCaretForegroundColor(tokens.text);
    editor.setSelectionBackgroundColor(mix(tokens.surface, tokens.accent, 0.25));
    editor.resetSelectionForegroundColor();
    const auto mark = [&](FormulaMark which, QsciScintilla::IndicatorStyle style, const QColor &colour) {
        const int number = static_cast<int>(which);
        editor.indicatorDefine(style, number);
        QColor fill = colour;
        if (style == QsciScintilla::StraightBoxIndicator)
            fill.setAlphaF(0.18F); // text shows through
        editor.setIndicatorForegroundColor(fill, number);
        editor.setIndicatorOutlineColor(colour, number);
        editor.setIndicatorDrawUnder(true, number);
    };
    mark(FormulaMark::Error, QsciScintilla::SquiggleIndicator, tokens.danger);
    mark(FormulaMark::Warning, QsciScintilla::SquiggleIndicator, tokens.warn);
    mark(FormulaMark::Brace, QsciScintilla::StraightBoxIndicator, tokens.accent);
    // A style of their own would need a font of its own; the unmatched ones are marked as errors anyway.
    editor.setMatchedBraceIndicator(static_cast<int>(FormulaMark::Brace));
    editor.setUnmatchedBraceIndicator(static_cast<int>(FormulaMark::Brace) + 8);
    editor.indicatorDefine(QsciScintilla::HiddenIndicator, static_cast<int>(FormulaMark::Brace) + 8);
    mark(FormulaMark::Step, QsciScintilla::StraightBoxIndicator, tokens.accent);
}

} // namespace tessera::designer
