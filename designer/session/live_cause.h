// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/checks/diagnostic.h"
#include "model/query/element_rows.h"

namespace tessera::designer {

// What keeps an element from showing its rows: the formula, source or setting at fault, which may lie in another
// element. None when nothing does.
std::optional<model::Target> causeOf(const model::Workbook &workbook, const model::Object &element,
                                     const model::query::ElementRows *rows);

} // namespace tessera::designer
