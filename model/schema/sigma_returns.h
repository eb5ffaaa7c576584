// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "model/checks/diagnostic.h"
#include "model/schema/catalogue.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// What Sigma makes of a workbook when it saves it: fields it forgets are gone, colours are in lower case, defaults it
// does not write are left out. Compare a live workbook with this, and only real differences remain.
struct SigmaReturns
{
    Workbook workbook;
    // One entry for each rewritten place: severity Info, rule "returns.<step>", the place and what happens there.
    QList<Diagnostic> steps;
};

// Pure. Only rewrites that were seen; where Sigma sometimes does one and sometimes does not, the workbook's own form
// stays. Source: the read-back notes of the code representation (normalisation on save, silent drops).
SigmaReturns asSigmaReturns(const Workbook &workbook, const Catalogue &catalogue);

} // namespace tessera::model
