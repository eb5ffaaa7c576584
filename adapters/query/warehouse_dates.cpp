// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "adapters/query/warehouse_call.h"

// Dates as warehouses write them: units by name, ISO weeks, TO_CHAR.

namespace tessera::adapters {

using model::Moment;

namespace {

std::optional<model::DateUnit> unit(WarehouseCall &call)
{
    const auto unit = model::dateUnit(call.text(0));
    return unit == model::DateUnit::Week ? model::DateUnit::WeekFromMonday : unit;
}

// A whole number of units; fractions are rounded, as warehouses do.
void add(WarehouseCall &call)
{
    const auto by = unit(call);
    const auto moment = call.moment(2);
    if (!by || !moment)
        return call.giveNull();
    call.give(model::add(*moment, *by, std::llround(call.number(1))));
}

void diff(WarehouseCall &call)
{
    const auto by = unit(call);
    const auto start = call.moment(1), end = call.moment(2);
    if (!by || !start || !end)
        return call.giveNull();
    call.give(model::difference(*start, *end, *by));
}

void trunc(WarehouseCall &call)
{
    const auto by = unit(call);
    const auto moment = call.moment(1);
    if (!by || !moment)
        return call.giveNull();
    call.give(model::truncate(*moment, *by));
}

// ISO week: the one that holds the year's first Thursday is the first.
std::int64_t isoWeek(Moment moment)
{
    const int fromMonday = (model::weekday(moment) + 5) % 7;
    const Moment thursday =
        model::add(model::truncate(moment, model::DateUnit::Day), model::DateUnit::Day, 3 - fromMonday);
    return (model::dayOfYear(thursday) - 1) / 7 + 1;
}

void part(WarehouseCall &call)
{
    const std::string_view name = call.text(0);
    const auto moment = call.moment(1);
    if (!moment)
        return call.giveNull();
    const model::CivilTime t = model::toCivil(*moment);
    const int fromSunday = model::weekday(*moment) - 1;
    const std::pair<std::string_view, std::int64_t> parts[] = {
        {"year", t.year},
        {"quarter", (t.month + 2) / 3},
        {"month", t.month},
        {"week", isoWeek(*moment)},
        {"day", t.day},
        {"hour", t.hour},
        {"minute", t.minute},
        {"second", t.second},
        {"millisecond", t.micro / 1000},
        {"dayofweek", fromSunday},
        {"dayofweekiso", fromSunday == 0 ? 7 : fromSunday},
        {"dayofyear", model::dayOfYear(*moment)},
        {"epoch", moment->micros / 1'000'000},
    };
    for (const auto &[known, value] : parts) {
        if (known == name)
            return call.give(value);
    }
    call.refuse("unknown part of a date");
}

void lastDay(WarehouseCall &call)
{
    const auto by = unit(call);
    const auto moment = call.moment(1);
    if (!by || !moment)
        return call.giveNull();
    call.give(model::truncate(model::lastSecond(*moment, *by), model::DateUnit::Day));
}

// Text in ISO form, or seconds since 1970.
std::optional<Moment> momentOf(WarehouseCall &call)
{
    if (call.isNumber(0))
        return Moment{std::llround(call.number(0) * 1e6)};
    return call.moment(0);
}

void date(WarehouseCall &call)
{
    const auto moment = momentOf(call);
    if (!moment)
        return call.giveNull();
    call.give(model::truncate(*moment, model::DateUnit::Day));
}

void moment(WarehouseCall &call)
{
    const auto moment = momentOf(call);
    if (!moment)
        return call.giveNull();
    call.give(*moment);
}

void day(WarehouseCall &call)
{
    model::CivilTime t;
    t.year = static_cast<int>(std::clamp<std::int64_t>(call.whole(0), -9999, 9999));
    t.month = static_cast<int>(std::clamp<std::int64_t>(call.whole(1), -99999, 99999));
    t.day = static_cast<int>(std::clamp<std::int64_t>(call.whole(2), -99999, 99999));
    call.give(model::fromCivil(t));
}

std::string padded(std::int64_t value, int width)
{
    std::string text = std::to_string(value);
    return std::string(static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))), '0') + text;
}

constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view longMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                           "July",    "August",   "September", "October", "November", "December"};
constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

// The format elements of TO_CHAR for dates.
void format(WarehouseCall &call)
{
    const auto moment = call.type(0) == SQLITE_TEXT ? call.moment(0) : std::nullopt;
    if (!moment)
        return call.refuse("TO_CHAR with a format is known for dates only");
    const model::CivilTime t = model::toCivil(*moment);
    const auto month = static_cast<std::size_t>(t.month - 1);
    const std::pair<std::string_view, std::string> elements[] = {
        {"YYYY", padded(t.year, 4)},
        {"YY", padded(t.year % 100, 2)},
        {"MMMM", std::string(longMonths[month])},
        {"MONTH", std::string(longMonths[month])},
        {"MON", std::string(months[month])},
        {"MM", padded(t.month, 2)},
        {"DD", padded(t.day, 2)},
        {"DY", std::string(days[model::weekday(*moment) - 1])},
        {"HH24", padded(t.hour, 2)},
        {"HH12", padded((t.hour + 11) % 12 + 1, 2)},
        {"HH", padded(t.hour, 2)},
        {"MI", padded(t.minute, 2)},
        {"SS", padded(t.second, 2)},
        {"FF3", padded(t.micro / 1000, 3)},
        {"FF", padded(t.micro, 6)},
        {"AM", t.hour < 12 ? "AM" : "PM"},
        {"PM", t.hour < 12 ? "AM" : "PM"},
        {"Q", std::to_string((t.month + 2) / 3)},
    };
    std::string upper(call.text(1)), out;
    std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    for (std::size_t at = 0; at < upper.size();) {
        const auto found = std::ranges::find_if(
            elements, [&](const auto &e) { return upper.compare(at, e.first.size(), e.first) == 0; });
        if (found == std::end(elements)) {
            out += call.text(1)[at++];
            continue;
        }
        out += found->second;
        at += found->first.size();
    }
    call.give(std::string_view(out));
}

void monthName(WarehouseCall &call)
{
    if (const auto moment = call.moment(0))
        call.give(months[model::toCivil(*moment).month - 1]);
}

void dayName(WarehouseCall &call)
{
    if (const auto moment = call.moment(0))
        call.give(days[model::weekday(*moment) - 1]);
}

constexpr WarehouseFunction entries[] = {
    entry<add>("wh_add", 3),          entry<diff>("wh_diff", 3),
    entry<trunc>("wh_trunc", 2),      entry<part>("wh_part", 2),
    entry<lastDay>("wh_last_day", 2), entry<date>("wh_date", -1),
    entry<moment>("wh_moment", 1),    entry<day>("wh_day", 3),
    entry<format>("wh_format", 2),    entry<monthName>("wh_month_name", 1),
    entry<dayName>("wh_day_name", 1),
};

} // namespace

std::span<const WarehouseFunction> warehouseDates()
{
    return entries;
}

} // namespace tessera::adapters
