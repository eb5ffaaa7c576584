// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workbook/workbook.h"

namespace tessera::model {

// A workbook in which every kind of reference by name and by id occurs at least once.
Workbook namesWorkbook();

} // namespace tessera::model
