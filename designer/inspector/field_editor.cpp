// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/field_editor.h"

#include "designer/inspector/choice_fields.h"
#include "designer/inspector/formula_field.h"
#include "designer/inspector/text_fields.h"

namespace tessera::designer {

using model::Editor;

namespace {

bool isSegments(const FieldRow &row)
{
    return (row.editor == Editor::Segments || row.editor == Editor::Switch) && SegmentsField::suits(row);
}

FieldEditor *makeParagraphOrLine(const FieldRow &row, QWidget *parent)
{
    if (row.editor == Editor::Paragraph || row.editor == Editor::Markdown || row.editor == Editor::Sql ||
        row.editor == Editor::RawText)
        return new ParagraphField(parent);
    return new LineField(parent);
}

} // namespace

FieldEditor *makeFieldEditor(const FieldRow &row, const InspectorModel &model, QWidget *parent)
{
    if (!row.form)
        return new ParagraphField(parent);
    switch (row.editor) {
    case Editor::Check:
        return new CheckField(parent);
    case Editor::Segments:
    case Editor::Switch:
    case Editor::Choice:
        if (row.form->values.empty())
            return new LineField(parent);
        if (isSegments(row))
            return new SegmentsField(row, parent);
        return new ChoiceField(row.form->open, parent);
    case Editor::Formula:
        return new FormulaField(model, parent);
    case Editor::Color:
        return new ColorField(parent);
    case Editor::Reference:
        return new ReferenceField(model, parent);
    default:
        return makeParagraphOrLine(row, parent);
    }
}

bool sameEditor(const FieldRow &a, const FieldRow &b)
{
    return a.editor == b.editor && a.form == b.form && a.hasChildren == b.hasChildren && a.type == b.type &&
           a.isItem() == b.isItem() && isSegments(a) == isSegments(b);
}

} // namespace tessera::designer
