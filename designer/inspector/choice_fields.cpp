// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/choice_fields.h"

#include <algorithm>

#include <QApplication>
#include <QColorDialog>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QWheelEvent>

#include "designer/inspector/field_words.h"
#include "designer/inspector/inspector_model.h"
#include "designer/inspector/text_fields.h"
#include "designer/style/theme.h"
#include "model/base/text.h"

namespace tessera::designer {

using model::Json;

namespace {

std::vector<const model::EnumValue *> offered(const FieldRow &row)
{
    std::vector<const model::EnumValue *> out;
    for (const model::EnumValue &value : row.form->values) {
        if (value.instead.empty() || (row.value && *row.value == value.value))
            out.push_back(&value);
    }
    return out;
}

QString unsetLabel(const FieldRow &row)
{
    return row.fallback && row.form ? ChoiceField::tr("Default (%1)").arg(enumLabel(*row.form, *row.fallback))
                                    : ChoiceField::tr("Not set");
}

void tintText(QWidget *widget, bool danger)
{
    QPalette colours = widget->palette();
    const Tokens &t = tokensOf(QApplication::palette());
    colours.setColor(QPalette::Text, danger ? t.danger : t.text);
    widget->setPalette(colours);
}

} // namespace

CheckField::CheckField(QWidget *parent) : QCheckBox(parent)
{
    connect(this, &QCheckBox::clicked, this, [this](bool on) {
        setTristate(false);
        if (commit)
            commit(Json(on));
    });
}

void CheckField::present(const FieldRow &row)
{
    const Json &shown = row.value ? *row.value : row.fallback ? *row.fallback : Json();
    setTristate(row.mixed);
    setCheckState(row.mixed                                 ? Qt::PartiallyChecked
                  : shown.is_boolean() && shown.get<bool>() ? Qt::Checked
                                                            : Qt::Unchecked);
    setText(row.mixed ? tr("Mixed") : isChecked() ? tr("Yes") : tr("No"));
    setEnabled(!row.readOnly);
}

ChoiceField::ChoiceField(bool open, QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    setEditable(open);
    setInsertPolicy(NoInsert);
    connect(this, &QComboBox::activated, this, [this](int index) {
        const int first = m_row.required ? 0 : 1;
        const auto values = offered(m_row);
        if (!commit || index - first >= static_cast<int>(values.size()))
            return;
        commit(index < first ? std::optional<Json>()
                             : std::optional<Json>(values[static_cast<std::size_t>(index - first)]->value));
    });
    if (open)
        connect(lineEdit(), &QLineEdit::editingFinished, this, &ChoiceField::finishTyping);
}

void ChoiceField::present(const FieldRow &row)
{
    if (isEditable() && lineEdit()->hasFocus() && lineEdit()->isModified() && row.value == m_row.value)
        return;
    m_row = row;
    QStringList labels, helps;
    const auto add = [&](const QString &label, const QString &help) {
        labels << label;
        helps << help;
    };
    if (!row.required)
        add(unsetLabel(row), {});
    int current = row.value ? -1 : 0;
    for (const model::EnumValue *value : offered(row)) {
        add(value->label.isEmpty() ? scalarText(value->value) : value->label, value->help);
        if (row.value && *row.value == value->value)
            current = static_cast<int>(labels.size()) - 1;
    }
    if (row.value && current < 0 && !row.mixed) { // a value the catalogue does not know is kept and shown
        add(scalarText(*row.value), {});
        current = static_cast<int>(labels.size()) - 1;
    }
    offer(labels, helps);
    setPlaceholderText(row.mixed ? tr("Mixed") : row.required ? tr("Choose…") : QString());
    setCurrentIndex(row.mixed || (row.required && !row.value) ? -1 : current);
    if (isEditable()) // what somebody typed goes even where the choice stays
        setEditText(currentIndex() < 0 ? QString() : itemText(currentIndex()));
    setEnabled(!row.readOnly);
}

// The next selection mostly offers the same: then the list stays.
void ChoiceField::offer(const QStringList &labels, const QStringList &helps)
{
    if (labels == m_labels && helps == m_helps && count() == labels.size())
        return;
    m_labels = labels;
    m_helps = helps;
    clear();
    addItems(labels);
    for (int i = 0; i < count(); ++i)
        setItemData(i, helps.at(i), Qt::ToolTipRole);
}

void ChoiceField::finishTyping()
{
    const QString text = currentText();
    if (!lineEdit()->isModified() || !commit)
        return;
    lineEdit()->setModified(false);
    for (const model::EnumValue *value : offered(m_row)) {
        if (value->label.compare(text, Qt::CaseInsensitive) == 0)
            return commit(value->value);
    }
    commit(text.isEmpty() ? std::optional<Json>() : std::optional<Json>(model::toUtf8(text)));
}

void ChoiceField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

bool SegmentsField::suits(const FieldRow &row)
{
    const auto values = offered(row);
    qsizetype letters = 0;
    for (const model::EnumValue *value : values)
        letters += value->label.size() + 3;
    return values.size() >= 2 && values.size() <= 4 && letters <= 27 && (!row.value || row.form->enumValue(*row.value));
}

SegmentsField::SegmentsField(const FieldRow &row, QWidget *parent) : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    for (const model::EnumValue *value : offered(row)) {
        auto *button = new QToolButton(this);
        button->setText(value->label);
        button->setToolTip(value->help);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumHeight(size::treeRow);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(row.label, value->label));
        connect(button, &QToolButton::clicked, this,
                [this, index = static_cast<int>(m_buttons.size())] { choose(index); });
        line->addWidget(button);
        m_buttons << button;
        m_values.push_back(value->value);
    }
}

void SegmentsField::present(const FieldRow &row)
{
    m_row = row;
    const std::optional<Json> &shown = row.value ? row.value : row.fallback;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons.at(i)->setChecked(!row.mixed && shown && *shown == m_values[static_cast<std::size_t>(i)]);
        m_buttons.at(i)->setEnabled(!row.readOnly);
    }
}

void SegmentsField::choose(int index)
{
    const Json value = m_values[static_cast<std::size_t>(index)];
    const bool again = m_row.value && *m_row.value == value && !m_row.mixed;
    const FieldRow row = m_row;
    present(row); // the document says what is checked
    if (commit && !(again && row.required))
        commit(again ? std::optional<Json>() : std::optional<Json>(value));
}

ColorField::ColorField(QWidget *parent) : QWidget(parent), m_swatch(new QToolButton(this)), m_line(new LineField(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::xs);
    m_swatch->setFixedSize(size::treeRow, size::treeRow);
    m_swatch->setAccessibleName(tr("Choose a colour"));
    m_swatch->setToolTip(tr("Choose a colour"));
    line->addWidget(m_swatch);
    line->addWidget(m_line, 1);
    setFocusProxy(m_line);
    connect(m_swatch, &QToolButton::clicked, this, &ColorField::pick);
    m_line->commit = [this](const std::optional<Json> &value) {
        if (commit)
            commit(value);
    };
}

void ColorField::present(const FieldRow &row)
{
    m_row = row;
    m_line->present(row);
    const std::optional<Json> &shown = row.value ? row.value : row.fallback;
    const QColor colour = shown && !row.mixed ? QColor(scalarText(*shown)) : QColor();
    const Tokens &t = tokensOf(palette());
    QPixmap picture(QSize(18, 18) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.lineStrong);
    painter.setBrush(colour.isValid() ? colour : t.surface);
    painter.drawRoundedRect(QRectF(0.5, 0.5, 17, 17), 4, 4);
    if (!colour.isValid())
        painter.drawLine(QPointF(3, 15), QPointF(15, 3));
    painter.end();
    m_swatch->setIcon(QIcon(picture));
    m_swatch->setIconSize({18, 18});
    m_swatch->setEnabled(!row.readOnly);
}

void ColorField::pick()
{
    const QColor present = m_row.value ? QColor(scalarText(*m_row.value)) : QColor();
    const QColor chosen = QColorDialog::getColor(present.isValid() ? present : Qt::white, this, m_row.label);
    if (chosen.isValid() && commit)
        commit(Json(model::toUtf8(chosen.name())));
}

ReferenceField::ReferenceField(const InspectorModel &model, QWidget *parent) : QComboBox(parent), m_model(model)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    setMaxVisibleItems(14);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::activated, this, [this](int index) {
        const int first = m_row.required ? 0 : 1;
        if (index < first && commit)
            commit(std::nullopt);
        else if (index - first < static_cast<int>(m_candidates.size()))
            take(m_candidates[static_cast<std::size_t>(index - first)].value);
    });
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { fill(); });
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ReferenceField::finishTyping);
}

// Only when someone is about to choose: with thousands of elements, filling every field would be felt.
void ReferenceField::fill()
{
    if (m_filled)
        return;
    m_filled = true;
    // Filling must not look like typing, nor take back that somebody typed.
    const QString typed = lineEdit()->text();
    const int cursor = lineEdit()->cursorPosition();
    const bool modified = lineEdit()->isModified();
    m_candidates = m_model.candidates(m_row);
    if (!m_row.required)
        addItem(tr("None"));
    for (const model::ReferenceCandidate &candidate : m_candidates)
        addItem(candidate.detail.isEmpty() ? candidate.label
                                           : QStringLiteral("%1  ·  %2").arg(candidate.label, candidate.detail));
    setCurrentIndex(-1);
    lineEdit()->setText(typed);
    lineEdit()->setCursorPosition(cursor);
    lineEdit()->setModified(modified);
}

void ReferenceField::showPopup()
{
    fill();
    QComboBox::showPopup();
}

void ReferenceField::present(const FieldRow &row)
{
    if (lineEdit()->hasFocus() && lineEdit()->isModified() && row.value == m_row.value)
        return;
    m_row = row;
    clear();
    m_filled = false;
    m_candidates.clear();
    m_shown.clear();
    bool dangling = false;
    if (row.value && !row.mixed) {
        m_shown = scalarText(*row.value);
        const auto known = m_model.candidate(row, *row.value);
        dangling = !known && model::isClosedReference(row.form->reference);
        if (known)
            m_shown = known->label;
    }
    lineEdit()->setText(m_shown);
    lineEdit()->setModified(false);
    lineEdit()->setCursorPosition(0);
    lineEdit()->setPlaceholderText(row.mixed ? tr("Mixed") : row.required ? tr("Choose…") : tr("None"));
    tintText(this, dangling);
    setToolTip(dangling ? tr("“%1” is not there.").arg(m_shown) : QString());
    setEnabled(!row.readOnly);
}

void ReferenceField::take(const Json &value)
{
    lineEdit()->setModified(false);
    if (commit)
        commit(value);
}

void ReferenceField::finishTyping()
{
    const QString text = lineEdit()->text().section(QStringLiteral("  ·  "), 0, 0).trimmed();
    if (!lineEdit()->isModified() || text == m_shown)
        return;
    fill();
    for (const model::ReferenceCandidate &candidate : m_candidates) {
        if (candidate.label.compare(text, Qt::CaseInsensitive) == 0 || scalarText(candidate.value) == text)
            return take(candidate.value);
    }
    if (text.isEmpty() && !m_row.required && commit) {
        lineEdit()->setModified(false);
        return commit(std::nullopt);
    }
    if (!model::isClosedReference(m_row.form->reference) && !text.isEmpty())
        return take(model::toUtf8(text));
    tintText(this, true);
    setToolTip(tr("Nothing here is called “%1”. Choose from the list.").arg(text));
}

void ReferenceField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

VariantField::VariantField(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    connect(this, &QComboBox::activated, this, [this](int index) {
        const int first = m_row.required || m_row.isItem() ? 0 : 1;
        if (index < first && commit)
            commit(std::nullopt);
        else if (chooseVariant && index - first < static_cast<int>(m_variants.size()))
            chooseVariant(*m_variants[static_cast<std::size_t>(index - first)]);
    });
}

void VariantField::present(const FieldRow &row)
{
    m_row = row;
    m_variants.clear();
    clear();
    if (!row.required && !row.isItem())
        addItem(tr("Not set"));
    int current = row.value ? -1 : count() - 1;
    for (const model::VariantSpec &variant : row.type->variants) {
        if (variant.legacy && row.variant != &variant)
            continue;
        addItem(variant.label);
        setItemData(count() - 1, variant.help, Qt::ToolTipRole);
        m_variants.push_back(&variant);
        if (row.value && row.variant == &variant)
            current = count() - 1;
    }
    setPlaceholderText(row.mixed ? tr("Mixed") : tr("Choose…"));
    setCurrentIndex(row.mixed ? -1 : current);
    setEnabled(!row.readOnly);
}

void VariantField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace tessera::designer
