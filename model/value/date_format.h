// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QString>

#include "model/value/value.h"

namespace tessera::model {

// A moment by a strftime pattern as d3-time-format reads it: %Y %y %m %d %e %j %b %B %a %A %H %I %M %S %L %f %p %q %U
// %V %u %w %x %X %c %s %Q %Z %%, each with "-" (no padding), "_" (blanks) or "0" after the percent sign. English names.
// An unknown letter stays as written. Years beyond four digits are written out.
QString formatMoment(Moment moment, std::string_view pattern);

bool isMidnight(Moment moment);
// Without a format: the day, with the time when there is one.
QString plainMoment(Moment moment);

} // namespace tessera::model
