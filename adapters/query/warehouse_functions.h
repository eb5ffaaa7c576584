// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/value/value.h"

struct sqlite3;

namespace tessera::adapters {

// Registers the functions that rewritten Custom SQL calls (wh_…), and makes LIKE mind case and MATCH a LIKE that does
// not. For the connection that runs scripts only. `now` is what CURRENT_TIMESTAMP is; call again to set the clock.
// Null in gives null out.
model::Result<void> registerWarehouseFunctions(sqlite3 *database, model::Moment now);

} // namespace tessera::adapters
