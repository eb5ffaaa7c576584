// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/change/transaction.h"

namespace tessera::model {

// The changes that make `from` equal to `to` (except for layout node ids, which `from` keeps where nothing changed):
// properties one by one, objects inserted, removed and moved, blocks of the layout replaced where they differ.
// Input-table rows are not part of a workbook value and stay. Empty when there is nothing to do.
Transaction diff(const Workbook &from, const Workbook &to);

} // namespace tessera::model
