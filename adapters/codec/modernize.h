// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "model/checks/diagnostic.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

struct Modernized
{
    model::Workbook workbook;
    QList<model::Diagnostic> steps;     // severity Info, rule "import.<step>", one for each place that changed
    std::vector<model::Change> changes; // what leads from the one to the other
};

// Rewrites bodies from older forms that Sigma now rejects: channel pointers, renamed enums, keys of effects that became
// ids, flat background images, maps that became lists. Only an explicit export or conversion asks for it; opening and
// saving leave bodies alone. What is already current does not change.
Modernized modernizeWorkbook(const model::Workbook &workbook);

} // namespace tessera::adapters
