// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

struct sqlite3;

namespace tessera::adapters {

// Registers what formulas need and SQLite lacks, under names that begin with "sigma_" (see model/sql/formula_row.h):
//   sigma_<function>(…)         every scalar function of the formula language but those that ask for the clock or the
//   user sigma_typed_<function>(letters, …)  the same for functions that take any type; a letter an argument says
//   which:
//                               t text, n number, l logical, d date, v variant, a whatever it is
//   sigma_power, sigma_part     the operator ^ and steps into a variant
//   sigma_median, sigma_list_agg …  aggregates, all of them usable over windows
// Dates are ISO text, logicals 0 and 1, variants JSON text, there and back. A function that meets a value of a type it
// does not take gives null, as formulas do. Errors: Limit when there is no memory.
model::Result<void> registerFunctions(sqlite3 *database);

} // namespace tessera::adapters
