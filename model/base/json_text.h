// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/base/json.h"
#include "model/base/result.h"

namespace tessera::model {

// JSON text of a value; raw numbers appear as their own text. `indent` < 0: one line without blanks. Text that is not
// valid UTF-8 is written with U+FFFD in place of the bad bytes.
std::string writeJson(const Json &value, int indent = -1);

// Reads JSON text that this program wrote (journals, catalogues, caches); numbers that a machine number cannot carry
// exactly come back as raw numbers, also those JSON itself does not know (0o7, .inf: YAML's). Files by others go
// through the codecs in `adapters`, which also locate errors. Errors: Invalid with the byte offset in `detail`; Limit
// when nested deeper than `maxDepth`.
Result<Json> readJson(std::string_view text, int maxDepth = 200);

// The exact number for a JSON number token: int64 or uint64 when it fits, a double when its shortest text equals the
// token (so 1.5 but not 1.50), else a raw number.
Json numberFromText(std::string_view token);

} // namespace tessera::model
