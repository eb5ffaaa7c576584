// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/formula_edit.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

#include "designer/formula/background.h"
#include "designer/formula/completion_popup.h"
#include "designer/formula/formula_colours.h"
#include "designer/formula/formula_tip.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/formula/printer.h"
#include "model/formula/text_position.h"

namespace tessera::designer {

using namespace model::formula;

namespace {

constexpr int settleMs = 120; // after a key, before the text is checked
constexpr int mostLines = 6;  // a growing field scrolls beyond them
constexpr int fewLines = 3;   // of an editor for several lines
constexpr int inset = 6;      // px between frame and text, left and right

// Without a scope every name may be right.
class OpenScope : public Scope
{
public:
    Found resolve(const ColumnReference &) const override { return {{}, false, false, true}; }
    std::vector<std::string> candidates(const ColumnReference &) const override { return {}; }
};

QString problemHtml(const FormulaProblem &problem)
{
    QString html = problem.message.toHtmlEscaped();
    if (!problem.hint.isEmpty())
        html += QStringLiteral("<br>") + problem.hint.toHtmlEscaped();
    if (problem.replacement || !problem.wrap.empty())
        html += QStringLiteral("<br><i>%1</i>").arg(FormulaEdit::tr("Alt+Enter corrects it"));
    return QStringLiteral("<qt>%1</qt>").arg(html);
}

} // namespace

FormulaEdit::FormulaEdit(Lines lines, QWidget *parent)
    : QsciScintilla(parent)
    , m_lines(lines)
    , m_lexer(new FormulaLexer(this))
    , m_timer(new QTimer(this))
    , m_popup(new CompletionPopup(this))
    , m_tip(new FormulaTip(this))
    , m_bulb(new QToolButton(viewport()))
    , m_scope(std::make_shared<OpenScope>())
{
    setAccessibleName(tr("Formula"));
    setProperty("role", QStringLiteral("formula"));
    m_bulb->setObjectName(QStringLiteral("fixFormula"));
    m_bulb->setIcon(icon(QStringLiteral("wand-sparkles"), Ink::Warn));
    m_bulb->setToolTip(tr("Correct this (Alt+Enter)"));
    m_bulb->setAccessibleName(tr("Correct this"));
    m_bulb->setFixedSize(20, 20);
    m_bulb->setFocusPolicy(Qt::NoFocus);
    m_bulb->setCursor(Qt::PointingHandCursor);
    m_bulb->hide();
    m_timer->setSingleShot(true);
    m_timer->setInterval(settleMs);
    configure();
    restyle();
    connect(m_bulb, &QToolButton::clicked, this, &FormulaEdit::showFixes);
    connect(m_timer, &QTimer::timeout, this, &FormulaEdit::check);
    connect(m_popup, &CompletionPopup::chosen, this, &FormulaEdit::acceptCompletion);
    connect(this, &QsciScintilla::textChanged, this, &FormulaEdit::textTouched);
    connect(this, &QsciScintilla::cursorPositionChanged, this, [this] {
        placeBulb();
        refreshTip();
        Q_EMIT caretMoved();
    });
    setScope(nullptr);
}

FormulaEdit::~FormulaEdit() = default;

void FormulaEdit::configure()
{
    setUtf8(true);
    setWrapMode(QsciScintilla::WrapWord);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setIndentationsUseTabs(false);
    setTabWidth(2);
    for (int margin = 0; margin < 5; ++margin)
        setMarginWidth(margin, 0);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setExtraAscent(2);
    setExtraDescent(2);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, static_cast<long>(inset));
    SendScintilla(SCI_SETMARGINRIGHT, 0UL, static_cast<long>(inset));
    SendScintilla(SCI_SETMULTIPLESELECTION, 0UL);
    SendScintilla(SCI_USEPOPUP, 0UL);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(m_lines == Lines::One ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Ignored, m_lines == Lines::One ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    // Keys of the window, not of a text editor: what Scintilla would do with them nobody needs in a formula.
    for (const int key : {int(SCK_RETURN), int('L'), int('D'), int('T'), int('U')})
        SendScintilla(SCI_CLEARCMDKEY,
                      static_cast<unsigned long>(key) | (static_cast<unsigned long>(SCMOD_CTRL) << 16));
}

void FormulaEdit::restyle()
{
    const Tokens &tokens = tokensOf(palette());
    colourEditor(*this, *m_lexer, tokens);
    recolor();
    showProblems();
}

std::string FormulaEdit::utf8() const
{
    return model::toUtf8(text());
}

long FormulaEdit::bytePosition(int utf16) const
{
    return static_cast<long>(byteAt(utf8(), utf16));
}

int FormulaEdit::caret() const
{
    const auto bytes = static_cast<std::size_t>(SendScintilla(SCI_GETCURRENTPOS));
    return model::utf16Length(std::string_view(utf8()).substr(0, bytes));
}

void FormulaEdit::setFormula(const QString &formula)
{
    closePopups();
    m_setting = true;
    setText(formula);
    setModified(false);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    m_setting = false;
    grow();
    check();
}

void FormulaEdit::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void FormulaEdit::setScope(std::shared_ptr<const Scope> scope)
{
    m_scope = scope ? std::move(scope) : std::make_shared<OpenScope>();
    ++m_scopeGeneration;
    m_vocabulary.reset();
    if (hasFocus())
        learn();
    check();
}

void FormulaEdit::learn()
{
    inBackground(
        this, [scope = m_scope] { return std::make_shared<const Vocabulary>(*scope); },
        [this, generation = m_scopeGeneration](std::shared_ptr<const Vocabulary> vocabulary) {
            if (generation != m_scopeGeneration)
                return;
            m_vocabulary = std::move(vocabulary);
            if (m_popup->isVisible())
                refreshCompletions(true);
            else if (m_completionsAsked && hasFocus())
                refreshCompletions(*m_completionsAsked);
        });
}

void FormulaEdit::textTouched()
{
    if (m_setting)
        return;
    m_bound.reset();
    m_timer->start();
    grow();
    Q_EMIT edited();
}

void FormulaEdit::check()
{
    m_timer->stop();
    const quint64 generation = ++m_textGeneration;
    inBackground(
        this,
        [text = utf8(), scope = m_scope] { return std::make_shared<const BoundFormula>(bindFormula(text, *scope)); },
        [this, generation](std::shared_ptr<const BoundFormula> bound) {
            if (generation != m_textGeneration || m_timer->isActive())
                return;
            m_bound = std::move(bound);
            m_problems = m_bound->problems;
            if (text().trimmed().isEmpty())
                m_problems.clear(); // nothing written is nothing wrong
            showProblems();
            Q_EMIT checked();
        });
}

const FormulaProblem *FormulaEdit::worstProblem() const
{
    for (const FormulaProblem &problem : m_problems) {
        if (problem.isError)
            return &problem;
    }
    return m_problems.empty() ? nullptr : &m_problems.front();
}

void FormulaEdit::showProblems()
{
    const std::string text = utf8();
    for (const FormulaMark which : {FormulaMark::Error, FormulaMark::Warning}) {
        SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(which));
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(text.size()));
        for (const FormulaProblem &problem : m_problems) {
            if (problem.isError != (which == FormulaMark::Error))
                continue;
            model::ByteRange range = bytesOf(text, problem.span);
            if (range.length == 0) // a place between characters: mark the one before it
                range = range.offset > 0 ? bytesOf(text, {problem.span.offset - 1, 1})
                                         : model::ByteRange{0, std::min<std::size_t>(1, text.size())};
            SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(range.offset),
                          static_cast<long>(range.length));
        }
    }
    const FormulaProblem *worst = worstProblem();
    setAccessibleDescription(worst ? worst->message : QString());
    setProperty("refused", worst && worst->isError);
    placeBulb();
}

std::vector<FormulaFix> FormulaEdit::fixes() const
{
    if (isReadOnly() || !m_bound)
        return {};
    auto here = fixesAt(utf8(), m_problems, {caret(), 0});
    // With one mistake in the whole formula nobody should have to walk to it.
    return here.empty() && !m_problems.empty() ? fixesAt(utf8(), {*worstProblem()}, worstProblem()->span) : here;
}

void FormulaEdit::placeBulb()
{
    const bool shown = hasFocus() && !fixes().empty();
    if (shown) {
        m_bulb->move(viewport()->width() - m_bulb->width() - 2, 3);
        SendScintilla(SCI_SETMARGINRIGHT, 0UL, static_cast<long>(inset + m_bulb->width()));
    } else if (m_bulb->isVisible()) {
        SendScintilla(SCI_SETMARGINRIGHT, 0UL, static_cast<long>(inset));
    }
    m_bulb->setVisible(shown);
}

void FormulaEdit::showFixes()
{
    closePopups();
    const auto found = fixes();
    if (found.empty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("fixes"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FormulaFix &fix : found)
        menu->addAction(icon(QStringLiteral("wand-sparkles")), fix.label, this,
                        [this, edits = fix.edits] { replace(edits); });
    menu->setActiveAction(menu->actions().first());
    menu->popup(caretLine().bottomLeft());
}

void FormulaEdit::replace(const std::vector<SpanEdit> &edits)
{
    const std::string text = utf8();
    beginUndoAction();
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) { // from the end, so that places before it hold
        const model::ByteRange range = bytesOf(text, edit->span);
        SendScintilla(SCI_SETTARGETSTART, static_cast<unsigned long>(range.offset));
        SendScintilla(SCI_SETTARGETEND, static_cast<unsigned long>(range.end()));
        SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(edit->with.size()), edit->with.c_str());
    }
    endUndoAction();
}

void FormulaEdit::insertAtCaret(const QString &text)
{
    SendScintilla(SCI_REPLACESEL, text.toUtf8().constData());
    setFocus();
}

void FormulaEdit::select(model::Span span)
{
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(bytePosition(span.offset)), bytePosition(span.end()));
}

void FormulaEdit::mark(model::Span span)
{
    const std::string text = utf8();
    const model::ByteRange range = bytesOf(text, span);
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(FormulaMark::Step));
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(text.size()));
    if (range.length > 0)
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(range.offset),
                      static_cast<long>(range.length));
}

void FormulaEdit::format()
{
    const std::string before = utf8();
    const ParsedFormula parsed = parse(before);
    if (isReadOnly() || !parsed.isValid() || text().trimmed().isEmpty())
        return;
    const std::string after = print(parsed.root);
    if (after != before)
        replace({{{0, model::utf16Length(before)}, after}});
}

void FormulaEdit::closePopups()
{
    m_popup->hide();
    m_tip->hide();
}

void FormulaEdit::say(const QString &message)
{
    QToolTip::showText(caretLine().bottomLeft(), message, this);
}

int FormulaEdit::lineCount() const
{
    int count = 0;
    for (int line = 0; line < lines(); ++line)
        count += static_cast<int>(SendScintilla(SCI_WRAPCOUNT, static_cast<unsigned long>(line)));
    return std::max(1, count);
}

void FormulaEdit::grow()
{
    if (m_lines == Lines::One) {
        const int count = std::min(mostLines, lineCount());
        if (count != m_shownLines) {
            m_shownLines = count;
            updateGeometry();
        }
    }
}

QSize FormulaEdit::sizeHint() const
{
    const int row = std::max(18, static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, 0UL)));
    const int count = m_lines == Lines::One ? m_shownLines : fewLines;
    return {160, std::max(size::treeRow, count * row + 8)};
}

QSize FormulaEdit::minimumSizeHint() const
{
    return {60, m_lines == Lines::One ? sizeHint().height() : int(size::treeRow)};
}

QRect FormulaEdit::caretLine() const
{
    const long at = SendScintilla(SCI_GETCURRENTPOS);
    const int x = static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, at));
    const int y = static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, at));
    const int row = static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, 0UL));
    return {viewport()->mapToGlobal(QPoint(x, y)), QSize(1, row)};
}

const FormulaProblem *FormulaEdit::problemAt(const QPoint &viewport) const
{
    const long byte = SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(viewport.x()),
                                    static_cast<long>(viewport.y()));
    if (byte < 0)
        return nullptr;
    const int at = model::utf16Length(std::string_view(utf8()).substr(0, static_cast<std::size_t>(byte)));
    for (const FormulaProblem &problem : m_problems) {
        if (problem.span.offset <= at && at <= problem.span.end())
            return &problem;
    }
    return nullptr;
}

bool FormulaEdit::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const FormulaProblem *problem = problemAt(help->pos())) {
            QToolTip::showText(help->globalPos(), problemHtml(*problem), this);
            return true;
        }
        if (!toolTip().isEmpty()) {
            QToolTip::showText(help->globalPos(), toolTip(), this);
            return true;
        }
    }
    return QsciScintilla::viewportEvent(event);
}

void FormulaEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QsciScintilla::changeEvent(event);
}

void FormulaEdit::resizeEvent(QResizeEvent *event)
{
    QsciScintilla::resizeEvent(event);
    placeBulb();
    grow();
}

void FormulaEdit::paintEvent(QPaintEvent *event)
{
    QsciScintilla::paintEvent(event);
    grow(); // lines are broken while they are painted
    if (length() > 0 || m_placeholder.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(font());
    painter.setPen(tokensOf(palette()).text3);
    painter.drawText(viewport()->rect().adjusted(inset, 3, -inset, 0), Qt::AlignLeft | Qt::AlignTop,
                     fontMetrics().elidedText(m_placeholder, Qt::ElideRight, viewport()->width() - 2 * inset));
}

void FormulaEdit::focusInEvent(QFocusEvent *event)
{
    QsciScintilla::focusInEvent(event);
    placeBulb();
    if (!m_vocabulary)
        learn();
    Q_EMIT entered();
}

void FormulaEdit::focusOutEvent(QFocusEvent *event)
{
    QsciScintilla::focusOutEvent(event);
    closePopups();
    placeBulb();
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

void FormulaEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const auto add = [&](const char *iconName, const QString &text, const QKeySequence &keys, bool enabled, auto run) {
        QAction *action = menu.addAction(icon(QLatin1String(iconName)), text, this, run);
        action->setShortcut(keys);
        action->setEnabled(enabled);
    };
    const bool writable = !isReadOnly();
    add("undo-2", tr("Undo"), QKeySequence::Undo, writable && isUndoAvailable(), [this] { undo(); });
    add("redo-2", tr("Redo"), QKeySequence::Redo, writable && isRedoAvailable(), [this] { redo(); });
    menu.addSeparator();
    add("scissors", tr("Cut"), QKeySequence::Cut, writable && hasSelectedText(), [this] { cut(); });
    add("copy", tr("Copy"), QKeySequence::Copy, hasSelectedText(), [this] { copy(); });
    add("clipboard-paste", tr("Paste"), QKeySequence::Paste, writable, [this] { paste(); });
    menu.addSeparator();
    add("list", tr("Complete"), QKeySequence(Qt::CTRL | Qt::Key_Space), writable, [this] { showCompletions(); });
    add("wand-sparkles", tr("Correct"), QKeySequence(Qt::ALT | Qt::Key_Return), !fixes().empty(),
        [this] { showFixes(); });
    add("text", tr("Format"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), writable, [this] { format(); });
    menu.addSeparator();
    add("pencil", tr("Rename everywhere…"), QKeySequence(Qt::Key_F2), writable, [this] { Q_EMIT renameRequested(); });
    add("text-search", tr("Find references"), QKeySequence(Qt::SHIFT | Qt::Key_F12), true,
        [this] { Q_EMIT referencesRequested(); });
    add("external-link", tr("Go to definition"), QKeySequence(Qt::Key_F12), true,
        [this] { Q_EMIT definitionRequested(); });
    menu.exec(event->globalPos());
}

} // namespace tessera::designer
