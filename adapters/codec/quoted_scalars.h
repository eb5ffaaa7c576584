// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tessera::adapters {

// Whether our parser (libfyaml 0.7.12) may read a text in double quotes wrongly: after an escaped blank or line break it
// counts bytes too many, which come from anywhere in memory, or one too few. `raw` stands between the quotes.
bool isMisreadWhenQuoted(std::string_view raw);

// What a text in double quotes means (YAML 1.2 §7.3.1): escapes, and lines folded. Precondition: the parser accepted it.
std::string readDoubleQuoted(std::string_view raw);

} // namespace tessera::adapters
