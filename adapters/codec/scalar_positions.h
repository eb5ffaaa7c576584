// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "adapters/codec/source_document.h"

namespace tessera::adapters {

// Where a byte of a text value stands in the file. Exact for literal blocks and texts written on one line; for other
// forms the nearest place that shows the same characters, else the start of the value.
std::size_t positionInScalar(const SourceDocument &document, int node, std::size_t offset);
// The same for many offsets in ascending order, in one walk over the text.
std::vector<std::uint32_t> positionsInScalar(const SourceDocument &document, int node,
                                             const std::vector<std::uint32_t> &offsets);

// Blanks before the lines of a literal or folded block.
std::size_t blockIndentation(const SourceDocument &document, int node);

} // namespace tessera::adapters
