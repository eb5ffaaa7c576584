// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "designer/formula/formula_data.h"
#include "model/checks/diagnostic.h"
#include "model/formula/scope.h"
#include "model/names/name_lookup.h"

namespace tessera::designer {

// The names a formula at `place` can use, of a snapshot it keeps; `data` tells the columns of outside tables. May be
// asked on any thread, also on several at once: they take turns.
std::shared_ptr<const model::formula::Scope> makePlaceScope(const model::Workbook &workbook,
                                                            const model::NameIndex &names, const model::Target &place,
                                                            const FormulaData &data = {});

} // namespace tessera::designer
