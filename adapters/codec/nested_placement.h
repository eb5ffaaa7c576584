// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/workbook/workbook.h"

namespace tessera::adapters {

// An element that a file has inside a page.
struct NestedElement
{
    model::Key element;
    std::string block; // id of the page or dialog
};

// Older files may name the page of an element only by nesting. The layout is the one record of that in memory, so such
// elements get a place: full width, below what the page already holds. Returns how many were placed.
int placeNestedElements(model::Workbook &workbook, const std::vector<NestedElement> &nested);

} // namespace tessera::adapters
