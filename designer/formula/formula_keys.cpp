// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the formula editor: completion, pairs of brackets and quotes, accepting and dropping.
#include <QInputMethodEvent>
#include <QKeyEvent>

#include "designer/formula/completion_popup.h"
#include "designer/formula/formula_edit.h"
#include "designer/formula/formula_tip.h"
#include "model/base/text.h"
#include "model/formula/call_site.h"
#include "model/formula/lexer.h"

namespace tessera::designer {

using namespace model::formula;
using Place = CompletionRequest::Place;

namespace {

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

QChar closing(QChar opening)
{
    return opening == u'(' ? u')' : opening == u'[' ? u']' : opening == u'"' ? u'"' : QChar();
}

// Whether the closing sign right behind the caret already answers what is open before it.
bool isAnswered(const QString &text, int caret, QChar sign)
{
    if (caret >= text.size() || text.at(caret) != sign)
        return false;
    const model::Tokens tokens = model::tokenize(model::toUtf8(text));
    if (sign == u')') {
        int depth = 0;
        for (const model::Token &token : tokens)
            depth += token.kind == model::TokenKind::LeftParen    ? 1
                     : token.kind == model::TokenKind::RightParen ? -1
                                                                  : 0;
        return depth <= 0;
    }
    for (const model::Token &token : tokens) { // the sign ends a reference or text
        if (token.span.end() == caret + 1 && token.span.offset < caret)
            return token.kind == model::TokenKind::Reference || token.kind == model::TokenKind::Index ||
                   token.kind == model::TokenKind::Text || token.error == model::TokenError::EmptyReference;
    }
    return false;
}

bool insideText(const QString &text, int caret)
{
    for (const model::Token &token : model::tokenize(model::toUtf8(text))) {
        const bool quoted = token.kind == model::TokenKind::Text || token.error == model::TokenError::UnterminatedText;
        const bool closed = token.kind == model::TokenKind::Text;
        if (quoted && token.span.offset < caret && (caret < token.span.end() || !closed))
            return true;
    }
    return false;
}

} // namespace

bool FormulaEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) { // these keys are the editor's, whatever the window does with them
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool fix = isEnter(*key) && key->modifiers() == Qt::AltModifier;
        const bool ask = key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier;
        const bool format = key->key() == Qt::Key_I && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        const bool plain = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Tab || key->key() == Qt::Key_F1 ||
                           key->key() == Qt::Key_F2 || key->key() == Qt::Key_F12;
        const bool accept = isEnter(*key) && key->modifiers() == Qt::ControlModifier;
        if (fix || ask || format || plain || accept) {
            event->accept();
            return true;
        }
    }
    return QsciScintilla::event(event);
}

bool FormulaEdit::focusNextPrevChild(bool next)
{
    return m_popup->isVisible() ? false : QAbstractScrollArea::focusNextPrevChild(next);
}

void FormulaEdit::keyPressEvent(QKeyEvent *event)
{
    if (handlePopupKey(event) || handleCommandKey(event))
        return event->accept();
    if (isReadOnly()) {
        QsciScintilla::keyPressEvent(event);
        return;
    }
    m_tipDismissed = false;
    const bool paired = handlePair(event);
    if (!paired)
        QsciScintilla::keyPressEvent(event);
    const QString typed = event->text();
    const bool writes =
        !typed.isEmpty() && typed.at(0).isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    const bool erases = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
    const bool walks = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (writes)
        refreshCompletions(false);
    else if ((erases || walks) && m_popup->isVisible())
        refreshCompletions(false);
    else if (event->key() != Qt::Key_Shift && event->key() != Qt::Key_Control && event->key() != Qt::Key_Alt)
        m_popup->hide();
    refreshTip();
    event->accept();
}

void FormulaEdit::inputMethodEvent(QInputMethodEvent *event)
{
    QsciScintilla::inputMethodEvent(event);
    if (!event->commitString().isEmpty())
        refreshCompletions(false);
}

bool FormulaEdit::handlePopupKey(QKeyEvent *event)
{
    if (!m_popup->isVisible())
        return false;
    if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
        if (m_popup->move(event->key()))
            return true;
        if ((isEnter(*event) || event->key() == Qt::Key_Tab) && m_popup->current()) {
            acceptCompletion();
            return true;
        }
    }
    if (event->key() == Qt::Key_Escape) {
        m_popup->hide();
        return true;
    }
    return false;
}

bool FormulaEdit::handleCommandKey(QKeyEvent *event)
{
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    if (isEnter(*event)) {
        if (with == Qt::AltModifier) {
            showFixes();
            return true;
        }
        const bool accepts = with == Qt::ControlModifier || (m_lines == Lines::One && with == Qt::NoModifier);
        if (accepts) {
            closePopups();
            Q_EMIT accepted();
        }
        return accepts;
    }
    if (event->key() == Qt::Key_Space && with == Qt::ControlModifier) {
        showCompletions();
        return true;
    }
    if (event->key() == Qt::Key_I && with == (Qt::ControlModifier | Qt::ShiftModifier)) {
        format();
        return true;
    }
    if (event->key() == Qt::Key_F1) {
        Q_EMIT helpRequested(model::toQString(functionAt(utf8(), caret())));
        return true;
    }
    if (event->key() == Qt::Key_F2 && with == Qt::NoModifier) {
        Q_EMIT renameRequested();
        return true;
    }
    if (event->key() == Qt::Key_F12) {
        if (with.testFlag(Qt::ShiftModifier))
            Q_EMIT referencesRequested();
        else
            Q_EMIT definitionRequested();
        return true;
    }
    if (event->key() == Qt::Key_Escape) {
        if (m_tip->isVisible()) {
            m_tip->hide();
            m_tipDismissed = true;
        } else {
            Q_EMIT dropped();
        }
        return true;
    }
    return false;
}

// Opening signs bring their closing ones; typing those walks over them; Backspace between the two takes both.
bool FormulaEdit::handlePair(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const QString now = text();
    const int at = caret();
    if (event->key() == Qt::Key_Backspace && at > 0 && at < now.size() && SendScintilla(SCI_GETSELECTIONEMPTY)) {
        const QChar close = closing(now.at(at - 1));
        if (!close.isNull() && now.at(at) == close && isAnswered(now, at, close)) {
            replace({{{at - 1, 2}, {}}});
            return true;
        }
        return false;
    }
    if (event->text().size() != 1 || !SendScintilla(SCI_GETSELECTIONEMPTY))
        return false;
    const QChar sign = event->text().at(0);
    const bool closes = sign == u')' || sign == u']' || sign == u'"';
    if (closes && isAnswered(now, at, sign)) {
        SendScintilla(SCI_SETEMPTYSELECTION, static_cast<unsigned long>(bytePosition(at + 1)));
        return true;
    }
    const QChar close = closing(sign);
    const bool beforeWord =
        at < now.size() && (now.at(at).isLetterOrNumber() || now.at(at) == u'[' || now.at(at) == u'"');
    if (close.isNull() || beforeWord || insideText(now, at))
        return false;
    beginUndoAction();
    replace({{{at, 0}, model::toUtf8(QString(sign) + close)}});
    SendScintilla(SCI_SETEMPTYSELECTION, static_cast<unsigned long>(bytePosition(at + 1)));
    endUndoAction();
    return true;
}

void FormulaEdit::showCompletions()
{
    refreshCompletions(true);
}

void FormulaEdit::refreshCompletions(bool asked)
{
    m_completionsAsked.reset();
    if (!m_vocabulary || isReadOnly()) {
        m_popup->hide();
        if (!isReadOnly())
            m_completionsAsked = asked; // answered when the names are there
        return;
    }
    m_request = completionAt(utf8(), caret());
    const bool wordNeeded = m_request.place == Place::Operand || m_request.place == Place::Operator;
    if (m_request.place == Place::Nothing || (!asked && wordNeeded && m_request.typed.isEmpty())) {
        m_popup->hide();
        return;
    }
    auto found = complete(*m_vocabulary, m_request);
    const bool done = found.size() == 1 && !asked && found.front().item.label == m_request.typed &&
                      m_request.place != Place::Reference;
    if (found.empty() || done) {
        m_popup->hide();
        return;
    }
    m_popup->open(std::move(found), caretLine());
}

void FormulaEdit::acceptCompletion()
{
    const Completion *chosen = m_popup->current();
    if (!chosen)
        return;
    const CompletionItem item = chosen->item;
    m_popup->hide();
    const QString now = text();
    const int behind = m_request.replaced.end();
    std::string written = item.insert;
    int caretAt = m_request.replaced.offset + model::utf16Length(written);
    if (item.function) {
        const bool called = behind < now.size() && now.at(behind) == u'(';
        const bool empty = item.function->parameters.empty();
        if (!called)
            written += "()";
        caretAt += called || !empty ? 1 : 2;
    }
    // A bracket that was closed for the person belongs to what is replaced.
    model::Span span = m_request.replaced;
    const bool bracket = item.kind < CompletionKind::Function && behind < now.size() && now.at(behind) == u']' &&
                         m_request.place == Place::Reference && now.mid(span.offset, span.length).back() != u']';
    if (bracket)
        ++span.length;
    beginUndoAction();
    replace({{span, written}});
    SendScintilla(SCI_SETEMPTYSELECTION, static_cast<unsigned long>(bytePosition(caretAt)));
    endUndoAction();
    refreshTip();
    if (item.function && !item.function->parameters.empty())
        refreshCompletions(false);
}

void FormulaEdit::refreshTip()
{
    if (!hasFocus() || isReadOnly() || m_tipDismissed) {
        m_tip->hide();
        return;
    }
    const auto call = callAt(utf8(), caret());
    const Function *function = call ? FunctionCatalogue::shipped().find(call->name) : nullptr;
    if (!function) {
        m_tip->hide();
        return;
    }
    const int parameter =
        function->parameters.empty() ? -1 : parameterIndex(*function, call->argument, call->arguments);
    QRect around = caretLine();
    if (m_lines == Lines::One) // above all of a field that has grown, not on its first line
        around.setTop(std::min(around.top(), mapToGlobal(QPoint()).y()));
    m_tip->open(*function, parameter, around);
}

} // namespace tessera::designer
