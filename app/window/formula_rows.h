// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "designer/formula/formula_data.h"

namespace tessera::app {

// Rows and outside columns for formula editors, from local tables: `dataFolder`, else made up. The tables are loaded when
// somebody first asks, on the asking worker.
designer::FormulaData makeFormulaData(const QString &dataFolder);

} // namespace tessera::app
