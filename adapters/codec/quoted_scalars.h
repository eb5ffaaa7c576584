// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tessera::adapters {

// What a text in quotes, ' or ", means (YAML 1.2 §7.3.1 and §7.3.2): escapes or doubled quotes, and lines folded. `raw`
// stands between the quotes. Precondition: the parser accepted it.
// Our parser (libfyaml 0.7.12) is not asked: in double quotes it counts bytes too many after an escaped blank or line
// break, which come from anywhere in memory, or one too few; in single quotes it is out of step after two
// doubled quotes in a row.
std::string readQuoted(std::string_view raw, char quote);

} // namespace tessera::adapters
