// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/formula_bar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include "designer/formula/completion_popup.h"
#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_edit.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "designer/widgets/panel_header.h"
#include "model/base/text.h"

namespace tessera::designer {

using model::Target;

namespace {

constexpr int placesWidth = 152; // px
constexpr int wideState = 240;   // px of the note on the right, where there is room
constexpr int narrowState = 96;
constexpr int wideBar = 960; // px from which there is

// A path names a formula or something around it: "/columns/3" is the formula of that column.
bool isAround(const std::string &path, const std::string &formula)
{
    return !path.empty() && (formula == path || formula.starts_with(path + '/') || formula.starts_with(path + "{{"));
}

QString shapeWord(model::formula::Shape shape)
{
    switch (shape) {
    case model::formula::Shape::Constant:
        return FormulaBar::tr("constant");
    case model::formula::Shape::Row:
        return FormulaBar::tr("each row");
    case model::formula::Shape::Aggregate:
        return FormulaBar::tr("aggregate");
    case model::formula::Shape::Window:
        return FormulaBar::tr("window");
    }
    return {};
}

} // namespace

FormulaBar::FormulaBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_places(new QComboBox(this))
    , m_edit(new FormulaEdit(FormulaEdit::Lines::One, this))
    , m_state(new QLabel(this))
    , m_accept(makeIconButton(QStringLiteral("check"), tr("Take the formula (Enter)"), this))
    , m_drop(makeIconButton(QStringLiteral("x"), tr("Drop the changes (Escape)"), this))
    , m_format(makeIconButton(QStringLiteral("text"), tr("Format (Ctrl+Shift+I)"), this))
{
    setObjectName(QStringLiteral("formulaBar"));
    m_places->setObjectName(QStringLiteral("formulaPlace"));
    m_places->setAccessibleName(tr("Formula of"));
    m_places->setFixedWidth(placesWidth);
    m_places->setMaxVisibleItems(20);
    m_edit->setObjectName(QStringLiteral("formulaBarEdit"));
    m_edit->setAccessibleName(tr("Formula"));
    m_state->setObjectName(QStringLiteral("formulaState"));
    m_state->setTextFormat(Qt::PlainText);
    auto *more = makeIconButton(QStringLiteral("panel-bottom"), tr("Help, results and steps of the formula"), this);
    more->setObjectName(QStringLiteral("formulaMore"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, space::xs, space::s, space::xs);
    row->setSpacing(space::xs);
    row->addWidget(m_places, 0, Qt::AlignTop);
    row->addWidget(m_edit, 1, Qt::AlignTop);
    for (QToolButton *button : {m_accept, m_drop, m_format}) {
        button->setFixedSize(size::treeRow, size::treeRow);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    more->setFixedSize(size::treeRow, size::treeRow);
    row->addWidget(m_state, 0, Qt::AlignVCenter);
    row->addWidget(more, 0, Qt::AlignTop);

    FormulaDesk &desk = session.formulas();
    desk.attach(m_edit, [this] { return m_place; });
    connect(m_places, &QComboBox::activated, this, &FormulaBar::choose);
    connect(m_edit, &FormulaEdit::accepted, this, &FormulaBar::finish);
    connect(m_edit, &FormulaEdit::left, this, &FormulaBar::finish);
    connect(m_edit, &FormulaEdit::dropped, this, &FormulaBar::load);
    connect(m_edit, &FormulaEdit::edited, this, &FormulaBar::tell);
    connect(m_edit, &FormulaEdit::checked, this, &FormulaBar::tell);
    connect(m_accept, &QToolButton::clicked, this, &FormulaBar::finish);
    connect(m_drop, &QToolButton::clicked, this, &FormulaBar::load);
    connect(m_format, &QToolButton::clicked, this, [this] {
        m_edit->format();
        finish();
    });
    connect(more, &QToolButton::clicked, this, &FormulaBar::panelRequested);
    connect(&session.selection(), &Selection::changed, this, &FormulaBar::follow);
    connect(&session.document(), &model::Document::applied, this, [this](const model::ChangeSet &changes) {
        if (m_element.empty() || (!changes.elements.contains(m_element) && !changes.structure))
            return;
        fill();
        if (m_session.formulas().formulaAt(m_place) != m_shown)
            load();
    });
    tint();
    follow();
}

void FormulaBar::follow()
{
    if (m_edit->isEdited())
        finish();
    const auto elements = m_session.selection().elements();
    m_element = elements.size() == 1 && m_session.selection().items().size() == 1 ? elements.first() : model::Key();
    const Target before = m_place;
    fill();
    const std::string &path = m_session.selection().path();
    for (const Target &place : std::as_const(m_all)) {
        if (isAround(path, place.path)) {
            m_place = place;
            break;
        }
    }
    if (!(m_place == before))
        load();
    fill();
}

// The list again; the place at hand stays while it exists.
void FormulaBar::fill()
{
    FormulaDesk &desk = m_session.formulas();
    m_all = desk.formulasOf(m_element);
    if (!m_all.contains(m_place))
        m_place = m_all.isEmpty() ? Target() : m_all.first();
    const QSignalBlocker quiet(m_places);
    m_places->clear();
    for (const Target &place : std::as_const(m_all))
        m_places->addItem(desk.labelOf(place));
    m_places->setCurrentIndex(static_cast<int>(m_all.indexOf(m_place)));
    m_places->setPlaceholderText(tr("No formula"));
    m_places->setEnabled(!m_all.isEmpty());
    m_places->setToolTip(m_places->currentText());
    const bool writable = !m_all.isEmpty() && !m_session.document().isReadOnly();
    m_edit->setReadOnly(!writable);
    m_edit->setPlaceholder(m_all.isEmpty() ? tr("Select an element with columns to see its formulas") : tr("Formula"));
}

void FormulaBar::choose(int index)
{
    if (index < 0 || index >= m_all.size())
        return;
    if (m_edit->isEdited())
        finish();
    m_place = m_all.at(index);
    load();
    m_session.selection().setElement(m_place.key, m_place.path);
    m_edit->setFocus();
}

void FormulaBar::focusEditor()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void FormulaBar::load()
{
    m_shown = m_place.key.empty() ? QString() : m_session.formulas().formulaAt(m_place);
    m_edit->setFormula(m_shown);
    m_session.formulas().refresh(m_edit);
    tell();
}

void FormulaBar::finish()
{
    if (m_place.key.empty() || m_edit->formula() == m_shown || m_edit->isReadOnly())
        return;
    const QString text = m_edit->formula();
    const QString before = m_shown;
    m_shown = text;
    m_edit->setModified(false);
    if (!m_session.formulas().commit(m_place, text)) {
        m_shown = before;
        m_edit->setModified(true);
    }
    tell();
}

void FormulaBar::tell()
{
    const bool edited = m_edit->formula() != m_shown;
    m_accept->setEnabled(edited);
    m_drop->setEnabled(edited);
    m_format->setEnabled(!m_edit->isReadOnly() && !m_edit->formula().isEmpty());
    const auto *problem = m_edit->worstProblem();
    const auto bound = m_edit->bound();
    QString text;
    if (problem) {
        text = problem->hint.isEmpty() ? problem->message : problem->message + u' ' + problem->hint;
    } else if (bound && bound->root && !m_edit->formula().isEmpty()) {
        const QString type = typeWord(bound->root->type);
        text = type.isEmpty() ? shapeWord(bound->root->shape)
                              : type + QStringLiteral(" · ") + shapeWord(bound->root->shape);
    }
    const Tokens &t = tokensOf(palette());
    QPalette colours = m_state->palette();
    colours.setColor(QPalette::WindowText, !problem ? t.text3 : problem->isError ? t.danger : t.warn);
    m_state->setPalette(colours);
    m_state->setText(m_state->fontMetrics().elidedText(text, Qt::ElideRight, m_state->width() - space::xs));
    m_state->setToolTip(text);
    m_state->setAccessibleName(text);
}

void FormulaBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_state->setFixedWidth(width() >= wideBar ? wideState : narrowState);
    tell();
}

void FormulaBar::tint()
{
    QFont caption = font();
    caption.setPixelSize(size::caption);
    m_state->setFont(caption);
    tell();
}

void FormulaBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QWidget::changeEvent(event);
}

void FormulaBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace tessera::designer
