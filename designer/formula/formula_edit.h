// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "designer/code/scintilla.h"
#include "model/formula/binder.h"
#include "model/formula/completion.h"
#include "model/formula/fixes.h"

class QTimer;
class QToolButton;

namespace tessera::designer {

class CompletionPopup;
class FormulaLexer;
class FormulaTip;

// Writes one formula: colours, completion (Ctrl+Space), the argument at hand, matching brackets, mistakes marked as
// they are made with their corrections (Alt+Enter). It knows no document: it is given a text and a scope, and says when
// the text is accepted. Parsing and binding run on a worker.
class FormulaEdit : public QsciScintilla
{
    Q_OBJECT

public:
    enum class Lines
    {
        One,     // grows with its text; Enter accepts, Shift+Enter breaks the line
        Several, // Enter breaks the line, Ctrl+Enter accepts
    };

    explicit FormulaEdit(Lines lines, QWidget *parent = nullptr);
    ~FormulaEdit() override;

    QString formula() const { return text(); }
    // Another formula: what was typed and its undo steps are gone.
    void setFormula(const QString &formula);
    bool isEdited() const { return isModified(); }
    void setPlaceholder(const QString &text);

    // What the formula can name. Null: only the language itself is checked.
    void setScope(std::shared_ptr<const model::formula::Scope> scope);
    const std::shared_ptr<const model::formula::Scope> &scope() const { return m_scope; }
    // Made when the editor first has the focus; null until then.
    std::shared_ptr<const model::formula::Vocabulary> vocabulary() const { return m_vocabulary; }

    // The meaning of the present text; null while it is being worked out.
    std::shared_ptr<const model::formula::BoundFormula> bound() const { return m_bound; }
    // The first error, else the first warning; null when all is well.
    const model::formula::FormulaProblem *worstProblem() const;

    int caret() const;                                                // UTF-16
    void select(model::Span span);                                    // and scrolls there
    void replace(const std::vector<model::formula::SpanEdit> &edits); // one step of undo
    void insertAtCaret(const QString &text);                          // replaces the selection
    void mark(model::Span span); // a box around a part; an empty span takes it away
    void format();               // the canonical spelling; nothing while it cannot be read
    void showCompletions();
    void showFixes();
    std::vector<model::formula::FormulaFix> fixes() const; // at the caret
    void closePopups();
    void say(const QString &message); // a passing note below the caret
    QRect caretLine() const;          // global

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();   // by a person or a completion
    void accepted(); // Enter
    void dropped();  // Escape, with nothing left to close
    void entered();  // got the focus
    void left();     // lost the focus to something that is not its own popup
    void checked();  // `bound` is up to date
    void caretMoved();
    void helpRequested(const QString &function); // F1; "" when no function is near
    void renameRequested();                      // F2
    void definitionRequested();                  // F12
    void referencesRequested();                  // Shift+F12

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    // formula_edit.cpp
    void configure();
    void restyle();
    void learn();
    void textTouched();
    void check();
    void showProblems();
    void placeBulb();
    void grow();
    int lineCount() const;
    std::string utf8() const;
    long bytePosition(int utf16) const;
    const model::formula::FormulaProblem *problemAt(const QPoint &viewport) const;

    // formula_keys.cpp
    bool handlePopupKey(QKeyEvent *event);
    bool handleCommandKey(QKeyEvent *event);
    bool handlePair(QKeyEvent *event);
    void refreshCompletions(bool asked);
    void refreshTip();
    void acceptCompletion();

    Lines m_lines;
    FormulaLexer *m_lexer;
    QTimer *m_timer;
    CompletionPopup *m_popup;
    FormulaTip *m_tip;
    QToolButton *m_bulb;
    QString m_placeholder;
    std::shared_ptr<const model::formula::Scope> m_scope;
    std::shared_ptr<const model::formula::Vocabulary> m_vocabulary;
    std::shared_ptr<const model::formula::BoundFormula> m_bound;
    std::vector<model::formula::FormulaProblem> m_problems; // as marked in the text
    model::formula::CompletionRequest m_request;
    std::optional<bool> m_completionsAsked; // before the names were there; how, see refreshCompletions
    quint64 m_textGeneration = 0;
    quint64 m_scopeGeneration = 0;
    int m_shownLines = 1;
    bool m_setting = false;
    bool m_tipDismissed = false;
};

} // namespace tessera::designer
