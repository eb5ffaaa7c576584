// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "model/workbook/workbook.h"

namespace tessera::model {

// What must hold for any workbook in memory, however broken the file it came from: unique keys, a layout that is a tree
// of the right shapes (blocks at the top, tabs only in tabbed containers), counters beyond every id. Sentences for a
// developer, empty when all is well. Validation rules judge content; this judges the program.
QStringList checkInvariants(const Workbook &workbook);

} // namespace tessera::model
