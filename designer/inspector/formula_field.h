// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/formula/formula_edit.h"
#include "designer/inspector/field_editor.h"

namespace tessera::designer {

// A formula in the inspector: the editor with everything it knows, as high as its text. Commits on Enter and when the
// focus leaves; Escape takes the typing back.
class FormulaField : public FormulaEdit, public FieldEditor
{
    Q_OBJECT

public:
    // `model` outlives the field.
    FormulaField(const InspectorModel &model, QWidget *parent);

    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;

private:
    void finish();

    const InspectorModel &m_model;
    FieldRow m_row;
    QString m_shown;
};

} // namespace tessera::designer
