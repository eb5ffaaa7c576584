// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "designer/paint/sketch.h"

namespace tessera::designer {

// What stands for the `index`th {{template}} of a text; none: nobody knows.
using TemplateValues = std::function<std::optional<QString>(int index, const QString &format)>;

// The values of the templates at a place of the element's body ("/body", "/name"), from its rows.
TemplateValues templateValues(const Sketch &sketch, const std::string &pointer);
// A text with its templates replaced; those nobody knows stay as written.
QString withValues(const QString &text, const TemplateValues &values);

// "Sum([A/B]) | $,.0f" -> formula and format.
std::pair<QString, QString> templateParts(const QString &inside);

} // namespace tessera::designer
