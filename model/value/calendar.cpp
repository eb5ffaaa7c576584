// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value/calendar.h"

#include <chrono>

#include "model/formula/lexer.h"

namespace tessera::model {

namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

std::int64_t dayNumber(Moment moment)
{
    return floorDiv(moment.micros, day);
}

std::int64_t unitLength(DateUnit unit)
{
    switch (unit) {
    case DateUnit::Day:
        return day;
    case DateUnit::Hour:
        return hour;
    case DateUnit::Minute:
        return minute;
    case DateUnit::Second:
        return second;
    case DateUnit::Millisecond:
        return 1000;
    case DateUnit::Week:
    case DateUnit::WeekFromMonday:
        return 7 * day;
    case DateUnit::Year:
    case DateUnit::Quarter:
    case DateUnit::Month:
        break;
    }
    return 0;
}

int monthsOf(DateUnit unit)
{
    return unit == DateUnit::Year ? 12 : unit == DateUnit::Quarter ? 3 : unit == DateUnit::Month ? 1 : 0;
}

Moment addMonths(Moment moment, std::int64_t months)
{
    CivilTime t = toCivil(moment);
    const std::int64_t total = static_cast<std::int64_t>(t.year) * 12 + t.month - 1 + months;
    const std::int64_t year = floorDiv(total, 12);
    if (year < -9999 || year > 9999)
        return moment;
    t.year = static_cast<int>(year);
    t.month = static_cast<int>(total - year * 12) + 1;
    t.day = std::min(t.day, daysInMonth(t.year, t.month));
    return fromCivil(t);
}

} // namespace

CivilTime toCivil(Moment moment)
{
    using namespace std::chrono;
    const std::int64_t days_ = dayNumber(moment);
    const year_month_day date{sys_days{days{static_cast<int>(days_)}}};
    std::int64_t rest = moment.micros - days_ * day;
    CivilTime t;
    t.year = static_cast<int>(date.year());
    t.month = static_cast<int>(static_cast<unsigned>(date.month()));
    t.day = static_cast<int>(static_cast<unsigned>(date.day()));
    t.hour = static_cast<int>(rest / hour);
    rest %= hour;
    t.minute = static_cast<int>(rest / minute);
    rest %= minute;
    t.second = static_cast<int>(rest / second);
    t.micro = static_cast<int>(rest % second);
    return t;
}

Moment fromCivil(const CivilTime &t)
{
    using namespace std::chrono;
    const int monthIndex = t.month - 1;
    const int carried = static_cast<int>(floorDiv(monthIndex, 12));
    const sys_days first{std::chrono::year{t.year + carried} /
                         std::chrono::month{static_cast<unsigned>(monthIndex - carried * 12 + 1)} /
                         std::chrono::day{1}};
    const std::int64_t dayIndex = first.time_since_epoch().count() + t.day - 1;
    return {dayIndex * day + t.hour * hour + t.minute * minute + t.second * second + t.micro};
}

bool isValid(const CivilTime &t)
{
    return t.month >= 1 && t.month <= 12 && t.day >= 1 && t.day <= daysInMonth(t.year, t.month) && t.hour >= 0 &&
           t.hour < 24 && t.minute >= 0 && t.minute < 60 && t.second >= 0 && t.second < 60 && t.micro >= 0 &&
           t.micro < 1'000'000;
}

int daysInMonth(int year, int month)
{
    using namespace std::chrono;
    const year_month_day_last last{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                                   std::chrono::last};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

int weekday(Moment moment)
{
    const std::int64_t fromThursday = dayNumber(moment) + 4; // 1970-01-01 was a Thursday
    return static_cast<int>(fromThursday - floorDiv(fromThursday, 7) * 7) + 1;
}

int dayOfYear(Moment moment)
{
    return static_cast<int>(dayNumber(moment) - dayNumber(truncate(moment, DateUnit::Year))) + 1;
}

std::optional<DateUnit> dateUnit(std::string_view name)
{
    static constexpr std::pair<std::string_view, DateUnit> names[] = {
        {"year", DateUnit::Year},
        {"quarter", DateUnit::Quarter},
        {"month", DateUnit::Month},
        {"week", DateUnit::Week},
        {"day", DateUnit::Day},
        {"hour", DateUnit::Hour},
        {"minute", DateUnit::Minute},
        {"second", DateUnit::Second},
        {"millisecond", DateUnit::Millisecond},
        {"week_starting_sunday", DateUnit::Week},
        {"week_starting_monday", DateUnit::WeekFromMonday}};
    const std::string folded = foldName(name);
    for (const auto &[known, unit] : names) {
        if (folded == known)
            return unit;
    }
    return std::nullopt;
}

Moment truncate(Moment moment, DateUnit unit)
{
    if (const int months = monthsOf(unit)) {
        const CivilTime t = toCivil(moment);
        return fromCivil({t.year, (t.month - 1) / months * months + 1, 1, 0, 0, 0, 0});
    }
    if (unit == DateUnit::Week || unit == DateUnit::WeekFromMonday) {
        const int back = unit == DateUnit::Week ? weekday(moment) - 1 : (weekday(moment) + 5) % 7;
        return {(dayNumber(moment) - back) * day};
    }
    const std::int64_t length = unitLength(unit);
    return {floorDiv(moment.micros, length) * length};
}

Moment add(Moment moment, DateUnit unit, std::int64_t amount)
{
    if (const int months = monthsOf(unit))
        return addMonths(moment, amount * months);
    return {moment.micros + amount * unitLength(unit)};
}

std::int64_t difference(Moment start, Moment end, DateUnit unit)
{
    if (const int months = monthsOf(unit)) {
        const CivilTime a = toCivil(truncate(start, unit));
        const CivilTime b = toCivil(truncate(end, unit));
        return ((static_cast<std::int64_t>(b.year) - a.year) * 12 + b.month - a.month) / months;
    }
    return (truncate(end, unit).micros - truncate(start, unit).micros) / unitLength(unit);
}

Moment lastSecond(Moment moment, DateUnit unit)
{
    return {add(truncate(moment, unit), unit, 1).micros - second};
}

} // namespace tessera::model
