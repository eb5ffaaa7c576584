// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/text_fields.h"

#include <cmath>

#include <QApplication>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QToolTip>

#include "designer/inspector/field_words.h"
#include "designer/style/theme.h"
#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::designer {

using model::Json;
using model::ValueType;

namespace {

bool isNumeric(const FieldRow &row)
{
    return row.form && (row.form->type == ValueType::Number || row.form->type == ValueType::Integer);
}

bool isCode(model::Editor editor)
{
    return editor == model::Editor::Formula || editor == model::Editor::Sql || editor == model::Editor::RawText;
}

void sayWhy(QWidget *widget, const QString &reason)
{
    widget->setProperty("refused", !reason.isEmpty());
    QPalette colours = widget->palette();
    const Tokens &t = tokensOf(QApplication::palette());
    colours.setColor(QPalette::Text, reason.isEmpty() ? t.text : t.danger);
    widget->setPalette(colours);
    if (!reason.isEmpty())
        QToolTip::showText(widget->mapToGlobal(QPoint(0, widget->height())), reason, widget);
}

QString placeholderOf(const FieldRow &row)
{
    if (row.mixed)
        return LineField::tr("Mixed");
    if (row.fallback && !row.fallback->is_structured())
        return row.form ? enumLabel(*row.form, *row.fallback) : scalarText(*row.fallback);
    return row.required ? LineField::tr("Required") : QString();
}

} // namespace

LineField::LineField(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::editingFinished, this, &LineField::finish);
    connect(this, &QLineEdit::textEdited, this, [this] { sayWhy(this, {}); });
}

void LineField::present(const FieldRow &row)
{
    const bool words = row.value && row.editor == model::Editor::Fixed && row.form && row.form->enumValue(*row.value);
    const QString text = row.mixed || !row.value ? QString()
                         : words                 ? enumLabel(*row.form, *row.value)
                                                 : scalarText(*row.value);
    const bool typing = hasFocus() && isModified() && text == m_shown;
    m_row = row;
    if (isCode(row.editor))
        setFont(monospaceFont());
    setPlaceholderText(placeholderOf(row));
    setReadOnly(row.readOnly);
    setAccessibleDescription(row.problem);
    if (typing)
        return;
    m_shown = text;
    if (text != this->text()) {
        setText(text);
        setCursorPosition(0);
    }
    sayWhy(this, {});
}

QString LineField::refusal(const QString &text, std::optional<Json> &value) const
{
    if (text.isEmpty()) {
        value = m_row.required && !isNumeric(m_row) ? std::optional<Json>(Json("")) : std::nullopt;
        return m_row.required && isNumeric(m_row) ? tr("%1 needs a number.").arg(m_row.label) : QString();
    }
    if (isNumeric(m_row)) {
        bool fine = false;
        const double number = text.trimmed().toDouble(&fine);
        if (!fine || !std::isfinite(number))
            return tr("“%1” is not a number.").arg(text);
        if (m_row.form->type == ValueType::Integer && number != std::floor(number))
            return tr("%1 takes whole numbers.").arg(m_row.label);
        if (m_row.form->minimum && number < *m_row.form->minimum)
            return tr("%1 is %2 or more.").arg(m_row.label).arg(*m_row.form->minimum);
        if (m_row.form->maximum && number > *m_row.form->maximum)
            return tr("%1 is %2 or less.").arg(m_row.label).arg(*m_row.form->maximum);
        value = model::numberFromText(model::toUtf8(text.trimmed()));
        if (model::isRawNumber(*value))
            value = number == std::floor(number) && std::abs(number) < 1e15 ? Json(static_cast<std::int64_t>(number))
                                                                            : Json(number);
        return {};
    }
    if (m_row.form && !m_row.form->pattern.empty()) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(model::toQString(m_row.form->pattern)));
        if (!pattern.match(text).hasMatch())
            return tr("“%1” does not have the form %2 needs. %3").arg(text, m_row.label, m_row.form->help);
    }
    value = model::toUtf8(text);
    return {};
}

void LineField::finish()
{
    if (text() == m_shown || m_row.readOnly)
        return;
    std::optional<Json> value;
    const QString reason = refusal(text(), value);
    sayWhy(this, reason);
    if (!reason.isEmpty())
        return;
    m_shown = text();
    setModified(false);
    if (commit)
        commit(value);
}

void LineField::step(int steps)
{
    bool fine = false;
    const double present = (text().isEmpty() ? placeholderText() : text()).toDouble(&fine);
    const double by = m_row.form->step.value_or(1);
    double next = (fine ? present : 0) + steps * by;
    next = std::max(next, m_row.form->minimum.value_or(next));
    next = std::min(next, m_row.form->maximum.value_or(next));
    setText(QString::number(next, 'g', 12));
    finish();
}

void LineField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && text() != m_shown) {
        setText(m_shown);
        setModified(false);
        sayWhy(this, {});
        return;
    }
    if (isNumeric(m_row) && !m_row.readOnly && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const int size = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
        return step(event->key() == Qt::Key_Up ? size : -size);
    }
    QLineEdit::keyPressEvent(event);
}

ParagraphField::ParagraphField(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFixedHeight(3 * size::treeRow);
}

void ParagraphField::present(const FieldRow &row)
{
    QString text;
    if (!row.mixed && row.value)
        text = row.value->is_string() && row.editor != model::Editor::RawText
                   ? scalarText(*row.value)
                   : model::toQString(model::writeJson(*row.value, 2));
    const bool typing = hasFocus() && document()->isModified() && text == m_shown;
    m_row = row;
    if (isCode(row.editor))
        setFont(monospaceFont());
    setPlaceholderText(placeholderOf(row));
    setReadOnly(row.readOnly);
    if (typing || (text == m_shown && text == toPlainText()))
        return;
    m_shown = text;
    setPlainText(text);
    document()->setModified(false);
    sayWhy(this, {});
}

void ParagraphField::finish()
{
    const QString text = toPlainText();
    if (text == m_shown || m_row.readOnly)
        return;
    std::optional<Json> value;
    if (m_row.editor == model::Editor::RawText && !text.trimmed().isEmpty()) {
        auto read = model::readJson(model::toUtf8(text));
        if (!read)
            return sayWhy(this, tr("This is not valid JSON yet. %1").arg(read.error().detail));
        value = std::move(*read);
    } else if (!text.isEmpty() || m_row.required) {
        value = model::toUtf8(text);
    }
    sayWhy(this, {});
    m_shown = text;
    document()->setModified(false);
    if (commit)
        commit(value);
}

void ParagraphField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        finish();
}

void ParagraphField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::ControlModifier)
        return finish();
    if (event->key() == Qt::Key_Escape && toPlainText() != m_shown) {
        setPlainText(m_shown);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace tessera::designer
