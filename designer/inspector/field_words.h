// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "model/schema/type_spec.h"

class QWidget;

namespace tessera::designer {

// A mark on a field that Sigma does not surely keep.
struct Badge
{
    QString text; // "" when there is nothing to say
    QString help;
};
Badge badgeOf(const model::PropertySpec &property);

// A short text for a value that has rows of its own: "3 columns", "2 set", "Not set".
QString valueSummary(const model::TypeSpec &type, const std::optional<model::Json> &value);

// How an enum value is called; the value itself when the catalogue does not know it.
QString enumLabel(const model::TypeSpec &type, const model::Json &value);

// Text of a scalar, as typed into a line; JSON for anything else.
QString scalarText(const model::Json &value);

// The part a widget plays in the style sheet, its property "role". Polishing costs, so only a change does it.
void setRole(QWidget *widget, const QString &role);

} // namespace tessera::designer
