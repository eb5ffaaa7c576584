// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/formula_field.h"

#include "designer/formula/formula_desk.h"
#include "designer/inspector/field_words.h"
#include "designer/inspector/inspector_model.h"
#include "model/base/text.h"

namespace tessera::designer {

using model::Json;

FormulaField::FormulaField(const InspectorModel &model, QWidget *parent)
    : FormulaEdit(Lines::One, parent)
    , m_model(model)
{
    model.formulas().attach(this, [this] { return m_model.placeOf(m_row); });
    connect(this, &FormulaEdit::accepted, this, &FormulaField::finish);
    connect(this, &FormulaEdit::left, this, &FormulaField::finish);
    connect(this, &FormulaEdit::dropped, this, [this] { setFormula(m_shown); });
}

void FormulaField::present(const FieldRow &row)
{
    const QString text = row.mixed || !row.value ? QString() : scalarText(*row.value);
    const bool typing = hasFocus() && isEdited() && text == m_shown;
    const bool moved = m_row.path != row.path;
    m_row = row;
    setPlaceholder(row.mixed ? tr("Mixed") : row.required ? tr("Required") : tr("Formula"));
    setReadOnly(row.readOnly);
    if (moved)
        m_model.formulas().refresh(this);
    if (typing || (text == m_shown && text == formula()))
        return;
    m_shown = text;
    setFormula(text);
}

void FormulaField::finish()
{
    if (formula() == m_shown || m_row.readOnly)
        return;
    m_shown = formula();
    setModified(false);
    const bool empty = m_shown.isEmpty() && !m_row.required;
    if (commit)
        commit(empty ? std::optional<Json>() : std::optional<Json>(Json(model::toUtf8(m_shown))));
}

} // namespace tessera::designer
