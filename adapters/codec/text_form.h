// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/base/result.h"

namespace tessera::adapters {

// Whether bytes are text that the readers take: UTF-8 without NUL and control characters, not empty.
// Errors: Invalid with line and column; names UTF-16 and binary files.
model::Result<void> checkText(std::string_view bytes);

} // namespace tessera::adapters
