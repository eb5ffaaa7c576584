// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/code/code_pane.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "designer/code/scintilla.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "model/base/text.h"
#include "model/change/diff.h"

namespace tessera::designer {

using namespace model;

namespace {

constexpr int settleMs = 150; // after an edit, before the text is written again
constexpr int selectedMarker = 1;

void colour(QsciLexerYAML *lexer, const Tokens &tokens)
{
    const QFont font = inPoints(monospaceFont());
    lexer->setDefaultFont(font);
    lexer->setFont(font);
    lexer->setDefaultPaper(tokens.surface);
    lexer->setPaper(tokens.surface);
    lexer->setDefaultColor(tokens.text);
    lexer->setColor(tokens.text);
    lexer->setColor(tokens.text3, QsciLexerYAML::Comment);
    lexer->setColor(tokens.accent, QsciLexerYAML::Identifier);
    lexer->setColor(tokens.info, QsciLexerYAML::Keyword);
    lexer->setColor(tokens.ok, QsciLexerYAML::Number);
    lexer->setColor(tokens.warn, QsciLexerYAML::Reference);
    lexer->setColor(tokens.text2, QsciLexerYAML::DocumentDelimiter);
    lexer->setColor(tokens.text, QsciLexerYAML::TextBlockMarker);
    lexer->setColor(tokens.danger, QsciLexerYAML::SyntaxErrorMarker);
    lexer->setPaper(tokens.surface, QsciLexerYAML::SyntaxErrorMarker);
    lexer->setColor(tokens.text2, QsciLexerYAML::Operator);
}

} // namespace

CodePane::CodePane(Session &session, CodeSource source, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_source(std::move(source))
    , m_editor(new QsciScintilla(this))
    , m_timer(new QTimer(this))
{
    m_editor->setObjectName(QStringLiteral("code"));
    m_editor->setAccessibleName(tr("Workbook as YAML"));
    m_editor->setToolTip(QString());
    m_editor->setUtf8(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setLexer(new QsciLexerYAML(m_editor));
    m_editor->setFolding(QsciScintilla::PlainFoldStyle, 2);
    m_editor->setMarginLineNumbers(0, true);
    m_editor->setMarginWidth(1, 0);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setIndentationWidth(2);
    m_editor->setAutoIndent(true);
    m_editor->setCaretLineVisible(true);
    m_editor->setScrollWidth(1);
    m_editor->setScrollWidthTracking(true);
    m_editor->setReadOnly(!m_source.read || session.document().isReadOnly());
    m_editor->markerDefine(QsciScintilla::Background, selectedMarker);
    m_timer->setSingleShot(true);
    m_timer->setInterval(settleMs);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_editor, 1);
    connect(m_timer, &QTimer::timeout, this, &CodePane::refresh);
    connect(&session.document(), &Document::applied, this, &CodePane::refreshSoon);
    connect(&session.selection(), &Selection::changed, this, &CodePane::follow);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_taking)
            setEdited(true);
    });
    restyle();
    setEdited(false);
}

CodePane::~CodePane() = default;

QWidget *CodePane::buildBar()
{
    m_bar = new QWidget(this);
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_bar->setProperty("surface", QStringLiteral("window"));
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(space::m, space::xs, space::m, space::xs);
    m_status = new QLabel(tr("The text has changes that are not in the workbook yet."), m_bar);
    auto *drop = new QPushButton(tr("Drop changes"), m_bar);
    drop->setToolTip(tr("Show the workbook's text again"));
    auto *apply = new QPushButton(tr("Apply changes"), m_bar);
    apply->setObjectName(QStringLiteral("codeApply"));
    apply->setProperty("role", QStringLiteral("primary"));
    apply->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    apply->setToolTip(tr("Put the changes into the workbook as one step (%1)")
                          .arg(apply->shortcut().toString(QKeySequence::NativeText)));
    connect(drop, &QPushButton::clicked, this, &CodePane::dropEdits);
    connect(apply, &QPushButton::clicked, this, &CodePane::applyEdits);
    row->addWidget(m_status, 1);
    row->addWidget(drop);
    row->addWidget(apply);
    return m_bar;
}

void CodePane::restyle()
{
    const Tokens &tokens = tokensOf(palette());
    colour(static_cast<QsciLexerYAML *>(m_editor->lexer()), tokens);
    m_editor->setMarginsBackgroundColor(tokens.window);
    m_editor->setMarginsForegroundColor(tokens.text3);
    m_editor->setFoldMarginColors(tokens.window, tokens.window);
    m_editor->setMarginsFont(inPoints(monospaceFont()));
    m_editor->setCaretForegroundColor(tokens.text);
    m_editor->setCaretLineBackgroundColor(mix(tokens.surface, tokens.text, 0.04));
    m_editor->setSelectionBackgroundColor(tokens.accentSoft);
    m_editor->setSelectionForegroundColor(tokens.text);
    m_editor->setMarkerBackgroundColor(mix(tokens.surface, tokens.accent, 0.10), selectedMarker);
    m_editor->setMarkerForegroundColor(tokens.accent, selectedMarker);
    m_editor->setColor(tokens.text);
    m_editor->setPaper(tokens.surface);
    m_editor->recolor();
}

void CodePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

void CodePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale && !m_edited)
        refresh();
}

void CodePane::refreshSoon()
{
    m_stale = true;
    if (isVisible() && !m_edited)
        m_timer->start();
}

void CodePane::refresh()
{
    m_timer->stop();
    m_stale = false;
    const quint64 generation = ++m_generation;
    // A watcher of ours: a continuation of the future would outlive the pane.
    auto *watcher = new QFutureWatcher<CodeSource::Text>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation] {
        watcher->deleteLater();
        if (generation == m_generation && !m_edited)
            take(watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run([write = m_source.writer(), workbook = m_session.workbook()] { return write(workbook); }));
}

void CodePane::take(CodeSource::Text text)
{
    m_shown = std::move(text);
    m_taking = true;
    const int top = m_editor->firstVisibleLine();
    m_editor->setText(toQString(m_shown.text));
    m_editor->setMarginWidth(0, QStringLiteral("0%1").arg(m_editor->lines()));
    m_editor->setFirstVisibleLine(top);
    m_taking = false;
    follow();
    Q_EMIT shown();
}

void CodePane::follow()
{
    m_editor->markerDeleteAll(selectedMarker);
    if (m_edited || !m_shown.lineOf)
        return;
    const auto &items = m_session.selection().items();
    int first = 0;
    for (const Selected &item : items) {
        Target target;
        target.scope = item.scope;
        target.key = item.key;
        target.path = items.size() == 1 ? m_session.selection().path() : std::string();
        int line = m_shown.lineOf(target);
        if (line <= 0)
            continue;
        first = first ? std::min(first, line) : line;
        const int indent = m_editor->indentation(line - 1);
        do { // the entry's own lines: what is indented deeper than its first one
            m_editor->markerAdd(line - 1, selectedMarker);
            ++line;
        } while (line <= m_editor->lines() &&
                 (m_editor->indentation(line - 1) > indent || m_editor->text(line - 1).trimmed().isEmpty()));
    }
    if (first > 0) {
        m_editor->setCursorPosition(first - 1, 0);
        const auto ask = [this](unsigned message, int line = 0) {
            return static_cast<int>(m_editor->SendScintilla(message, line));
        };
        const int above = ask(QsciScintillaBase::SCI_LINESONSCREEN) / 4; // leave some of what stands before it in sight
        m_editor->setFirstVisibleLine(std::max(0, ask(QsciScintillaBase::SCI_VISIBLEFROMDOCLINE, first - 1) - above));
    }
}

std::string CodePane::text() const
{
    return toUtf8(m_editor->text());
}

void CodePane::setEdited(bool edited)
{
    m_edited = edited;
    m_bar->setVisible(edited);
}

bool CodePane::applyEdits()
{
    if (!m_edited || !m_source.read)
        return false;
    auto workbook = m_source.read(text());
    if (!workbook) {
        if (const int line = workbook.error().where.line; line > 0)
            m_editor->setCursorPosition(line - 1, std::max(0, workbook.error().where.column - 1));
        Q_EMIT m_session.refused(workbook.error());
        return false;
    }
    Transaction transaction = diff(m_session.workbook(), *workbook);
    transaction.label = tr("Edit as text");
    if (!m_session.commit(std::move(transaction)))
        return false;
    dropEdits();
    return true;
}

void CodePane::dropEdits()
{
    setEdited(false);
    refresh();
}

} // namespace tessera::designer
