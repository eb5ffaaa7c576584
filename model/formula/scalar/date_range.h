// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/value/calendar.h"

namespace tessera::model::formula {

struct DateRange
{
    Moment from;
    Moment until; // exclusive
};

// What InDateRange tests: `direction` is current, last, next or to_date in lower case; none for anything else. `offset`
// counts in the direction's sense. `today`: any moment of the day that counts as today.
std::optional<DateRange> dateRange(std::string_view direction, DateUnit unit, std::int64_t length, std::int64_t offset,
                                   Moment today);

// What InPriorDateRange tests: the range of `unit` that today lies in, `offset` prior units earlier.
DateRange priorDateRange(DateUnit unit, DateUnit priorUnit, std::int64_t offset, Moment today);

} // namespace tessera::model::formula
