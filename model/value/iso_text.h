// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/value/value.h"

namespace tessera::model {

// The quick ways for columns of millions of moments; `momentFromIso` and `isoText` take them themselves.

// Reads exactly "2026-04-21", "2026-04-21 14:30:00" and "2026-04-21 14:30:00.250000" (one to six figures of a second),
// as local tables store moments. None for any other text, also for other ISO forms.
std::optional<Moment> storedMoment(std::string_view text);

// Appends what isoText gives.
void appendIso(std::string &out, Moment moment);

} // namespace tessera::model
