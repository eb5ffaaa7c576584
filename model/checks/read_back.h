// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "model/checks/diagnostic.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

class Catalogue;

struct ReadBackRepairs
{
    Workbook workbook;
    QList<Diagnostic> steps; // rule "repair.<step>", one for each repair, at the place it was found at
};

// A workbook read from Sigma holds things that Sigma does not take back: settings of system columns, the grouping
// "base" on legs of joins, comparisons with nothing, totals of a single series, references to columns and elements that
// are gone, forgotten titles, key columns without a name, actions of hidden buttons, numbers of conditional formats as
// text, stacks. Each is repaired with the quick fix of its rule. Severity of a step: Warning where something is taken
// away or becomes visible, Info otherwise. What has no safe repair stays: a stack that came back empty, rows bound to
// cards. Source: Sigma's code representation, asymmetries between reading and writing.
ReadBackRepairs repairReadBack(const Workbook &workbook, const Catalogue &catalogue);

} // namespace tessera::model
