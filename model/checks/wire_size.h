// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "model/checks/edit_effects.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// More than this the network in front of Sigma may refuse. Source: Sigma's quirks of the service.
inline constexpr std::size_t heavyBytes = 150 * 1024;

// About how many bytes one object of the workbook, or its own trees, take on the wire, their places in the layout
// included. 0 for layout nodes and for what is not there.
std::size_t wireSize(const Workbook &workbook, const CheckUnit &unit);
std::size_t wireSize(const Workbook &workbook);

} // namespace tessera::model
