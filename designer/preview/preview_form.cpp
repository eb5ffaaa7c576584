// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_form.h"

#include <algorithm>

#include <QLabel>
#include <QVBoxLayout>

#include "designer/style/tokens.h"
#include "model/base/text.h"
#include "model/value/json_value.h"

namespace tessera::designer {

using model::Value;

namespace {

std::string controlTypeFor(const std::string &field)
{
    if (field == "choice")
        return "list";
    if (field == "number" || field == "date" || field == "checkbox" || field == "text-area" || field == "file-upload")
        return field;
    return "text";
}

Value initialOf(const model::FormLook::Field &field)
{
    const Value value = model::literalFromJson(field.initial, field.type == "date");
    return value.isNull() && field.type == "checkbox" ? Value(false) : value;
}

} // namespace

PreviewForm::PreviewForm(model::FormLook look, QWidget *parent) : QScrollArea(parent), m_look(std::move(look))
{
    setObjectName(QStringLiteral("formFields"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_entries.reserve(m_look.fields.size()); // connections keep their places
    for (const model::FormLook::Field &field : m_look.fields)
        add(field, column);
    column->addStretch(1);
    setWidget(content);
    reset();
}

void PreviewForm::add(const model::FormLook::Field &look, QVBoxLayout *column)
{
    auto *block = new QWidget(widget() ? widget() : column->parentWidget());
    auto *rows = new QVBoxLayout(block);
    rows->setContentsMargins(0, 0, 0, space::xs);
    rows->setSpacing(2);
    const QString words = look.required ? look.label + u" *"_qs : look.label;
    ControlField *field = makeControlField(controlTypeFor(look.type), block);
    field->setObjectName(QStringLiteral("field:%1").arg(model::toQString(look.id)));
    if (look.type != "checkbox") {
        auto *label = new QLabel(words, block);
        label->setProperty("role", QStringLiteral("label"));
        label->setBuddy(field);
        rows->addWidget(label);
    }
    field->setMinimumHeight(look.type == "text-area" ? 64 : size::input);
    field->setEnabled(!look.readOnly);
    rows->addWidget(field);
    auto *problem = new QLabel(block);
    problem->setProperty("role", QStringLiteral("problem"));
    problem->hide();
    rows->addWidget(problem);
    column->addWidget(block);
    m_entries.push_back({look, field, problem, {}});
    const std::size_t place = m_entries.size() - 1;
    connect(field, &ControlField::chosen, this, [this, place](const std::optional<model::query::ControlValue> &value) {
        Entry &entry = m_entries[place];
        entry.value = value && !value->values.empty() ? value->values.front() : Value();
        entry.problem->hide();
        show(entry);
    });
}

void PreviewForm::show(Entry &entry)
{
    ControlState state;
    state.look.type = controlTypeFor(entry.look.type);
    state.look.label = entry.look.required ? tr("%1 *").arg(entry.look.label) : entry.look.label;
    state.look.value = controlWords(entry.value);
    state.look.placeholder = entry.look.placeholder;
    state.look.on = entry.value.isLogical() && entry.value.logical();
    state.held = model::query::ControlValue{};
    if (!entry.value.isNull())
        state.held->values = {entry.value};
    for (const QString &choice : std::as_const(entry.look.choices))
        state.options.push_back({Value(model::toUtf8(choice)), choice, -1});
    if (entry.value.isText())
        state.look.selected << model::toQString(entry.value.text());
    entry.field->show(state);
}

PreviewForm::Entry *PreviewForm::find(const std::string &fieldId)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.look.id == fieldId; });
    return found == m_entries.end() ? nullptr : &*found;
}

Value PreviewForm::fieldValue(const std::string &fieldId) const
{
    const Entry *entry = const_cast<PreviewForm *>(this)->find(fieldId);
    return entry ? entry->value : Value();
}

ControlField *PreviewForm::field(const std::string &fieldId) const
{
    const Entry *entry = const_cast<PreviewForm *>(this)->find(fieldId);
    return entry ? entry->field : nullptr;
}

void PreviewForm::setFieldValue(const std::string &fieldId, const Value &value)
{
    if (Entry *entry = find(fieldId)) {
        entry->value = value;
        entry->problem->hide();
        show(*entry);
    }
}

void PreviewForm::reset()
{
    for (Entry &entry : m_entries) {
        entry.value = initialOf(entry.look);
        entry.problem->hide();
        show(entry);
    }
}

bool PreviewForm::complete()
{
    Entry *first = nullptr;
    for (Entry &entry : m_entries) {
        const bool empty = entry.value.isNull() || (entry.look.type == "checkbox" && !entry.value.logical());
        if (!entry.look.required || !empty)
            continue;
        entry.problem->setText(tr("%1 is needed").arg(entry.look.label));
        entry.problem->show();
        first = first ? first : &entry;
    }
    if (first) {
        ensureWidgetVisible(first->field);
        first->field->setFocus();
    }
    return !first;
}

} // namespace tessera::designer
