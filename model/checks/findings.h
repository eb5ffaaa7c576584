// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "model/checks/diagnostic.h"

namespace tessera::model {

// What reading said of a file, then what the check found in the workbook. Of a layout that was not read completely
// nobody knows what it lacks, so findings about missing places are left out then.
QList<Diagnostic> joined(const QList<Diagnostic> &ofReading, const QList<Diagnostic> &ofCheck);

} // namespace tessera::model
