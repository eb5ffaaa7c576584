// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tessera::adapters {

// Block scalars (`|` literal, `>` folded) as YAML 1.2 §8.1 has them. Our parser (libfyaml 0.7.12) finds where they
// begin, but not always what they say: a byte too much at the end of a file or after a line with a tab, and whole keys
// that stand as deep as their own. So the text is read here, and compared by where it ends.
struct BlockScalar
{
    std::string text;
    std::size_t end = 0; // start of the line after its last one, blank lines included
};

// `header` is the place of the `|` or `>`; `entry` that of the colon or dash before it (npos for the value of the whole
// file). Line breaks become \n. Precondition: the parser took what stands there for a block scalar.
BlockScalar readBlockScalar(std::string_view text, std::size_t entry, std::size_t header);

} // namespace tessera::adapters
