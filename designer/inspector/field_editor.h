// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "designer/inspector/field_row.h"

class QWidget;

namespace tessera::designer {

class InspectorModel;

// What edits the value of one row. It shows a row and reports a new value; it knows no document. A text that is not a
// value of the field is refused on the spot: the editor stays as it is and says why.
class FieldEditor
{
public:
    using Commit = std::function<void(const std::optional<model::Json> &value)>; // none: back to the default

    virtual ~FieldEditor() = default;
    virtual QWidget *widget() = 0;
    // Called again whenever the value may have changed; text being typed stays.
    virtual void present(const FieldRow &row) = 0;

    Commit commit;
};

// The editor for a row's kind; a plain line when nothing better is known. The widget belongs to `parent`.
FieldEditor *makeFieldEditor(const FieldRow &row, const InspectorModel &model, QWidget *parent);
// Whether the present editor can show the row, so that it need not be made again.
bool sameEditor(const FieldRow &a, const FieldRow &b);

} // namespace tessera::designer
