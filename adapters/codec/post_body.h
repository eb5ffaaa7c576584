// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/workbook/workbook.h"

namespace tessera::adapters {

// The body that creates a workbook in Sigma (`POST /v2/workbooks`), as JSON: the current envelope and forms, without
// the keys that only responses carry. Ends with a newline.
std::string postBody(const model::Workbook &workbook);

} // namespace tessera::adapters
