// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/code/scintilla.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

// Colours a formula by its tokens, as the formula language cuts them.
class FormulaLexer : public QsciLexerCustom
{
    Q_OBJECT

public:
    enum Style
    {
        Plain,
        Reference,
        Text,
        Number,
        Function,
        Word, // and, or, not, True …
        Sign,
        Wrong,
    };

    explicit FormulaLexer(QsciScintilla *editor);

    void take(const Tokens &tokens);
    const char *language() const override { return "Sigma formula"; }
    QString description(int style) const override;
    void styleText(int start, int end) override;
};

// Marks under the text.
enum class FormulaMark
{
    Error = 8,
    Warning,
    Brace,
    Step, // the part of the step-by-step view that is looked at
};

// Everything of the editor that is taken from the tokens.
void colourEditor(QsciScintilla &editor, FormulaLexer &lexer, const Tokens &tokens);

} // namespace tessera::designer
