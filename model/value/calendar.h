// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "model/value/value.h"

namespace tessera::model {

// The parts of a moment on the proleptic Gregorian calendar.
struct CivilTime
{
    int year = 1970;
    int month = 1; // 1–12
    int day = 1;   // 1–31
    int hour = 0;
    int minute = 0;
    int second = 0;
    int micro = 0;
    bool operator==(const CivilTime &) const = default;
};

CivilTime toCivil(Moment moment);
Moment fromCivil(const CivilTime &time); // out-of-range parts carry over: month 13 is next January
bool isValid(const CivilTime &time);     // every part in its range, the day within its month

int daysInMonth(int year, int month);
int weekday(Moment moment);   // 1 = Sunday … 7 = Saturday
int dayOfYear(Moment moment); // 1–366

enum class DateUnit
{
    Year,
    Quarter,
    Month,
    Week, // from Sunday, unless said otherwise
    WeekFromMonday,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
};
// "month", "week_starting_monday" … in any case; none for anything else.
std::optional<DateUnit> dateUnit(std::string_view name);

Moment truncate(Moment moment, DateUnit unit);
// `amount` units later; a month without that day ends on its last one.
Moment add(Moment moment, DateUnit unit, std::int64_t amount);
// Boundaries of `unit` crossed on the way from `start` to `end`; negative when end is earlier.
std::int64_t difference(Moment start, Moment end, DateUnit unit);
// 23:59:59 of the unit's last day.
Moment lastSecond(Moment moment, DateUnit unit);

} // namespace tessera::model
