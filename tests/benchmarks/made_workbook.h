// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace tessera::bench {

// A workbook of the given number of elements (at least 2) as YAML in the current envelope: one base table on a hidden
// page, charts, KPIs, texts and controls on pages of 40, each with columns, formulas and a place in the layout. Valid:
// the rules find neither an error nor a warning in it. About 400 bytes an element.
std::string madeWorkbook(int elements);

} // namespace tessera::bench
