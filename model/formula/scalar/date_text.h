// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/value/value.h"

namespace tessera::model::formula {

// strftime-like formats of DateFormat, DateParse and date columns: %Y %y %q %m %B %b %-m %d %-d %A %a %H %-H %I %-I %p
// %M %S %L (milliseconds) %f (microseconds) %j %Z %%. English names, whatever the machine's language. An unknown token
// stays as it is.
std::string formatMoment(Moment moment, std::string_view format);

// The reverse; none when the text does not match to its end. Two-digit years: 00–69 are 2000s, 70–99 are 1900s.
std::optional<Moment> parseMoment(std::string_view text, std::string_view format);

} // namespace tessera::model::formula
