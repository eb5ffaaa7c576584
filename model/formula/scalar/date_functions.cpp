// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QDateTime>
#include <QTimeZone>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/formula/scalar/date_range.h"
#include "model/formula/scalar/date_text.h"
#include "model/formula/scalar/rows.h"
#include "model/value/calendar.h"

namespace tessera::model::formula {

namespace {

std::optional<DateUnit> unitAt(Arguments a, std::size_t index)
{
    const std::string *text = textAt(a, index);
    return text ? dateUnit(*text) : std::nullopt;
}

std::optional<QTimeZone> zone(const std::string &name)
{
    const QTimeZone found(QByteArray::fromStdString(name));
    return found.isValid() ? std::optional(found) : std::nullopt;
}

// The same instant on another zone's wall clock.
std::optional<Moment> convert(Moment moment, const std::string &from, const std::string &to)
{
    const auto source = zone(from);
    const auto target = zone(to);
    if (!source || !target)
        return std::nullopt;
    const std::int64_t ms = moment.micros / 1000 - (moment.micros % 1000 < 0 ? 1 : 0);
    const CivilTime t = toCivil(moment);
    const QDateTime local(QDate(t.year, t.month, t.day), QTime(t.hour, t.minute, t.second, t.micro / 1000), *source);
    const std::int64_t offset = target->offsetFromUtc(local) - source->offsetFromUtc(local);
    return Moment{(ms + offset * 1000) * 1000 + (moment.micros - ms * 1000)};
}

// The moment at `index`, on the clock of the zone named by the argument after it when there is one. Input is UTC then.
std::optional<Moment> zonedAt(Arguments a, std::size_t index)
{
    const auto moment = momentAt(a, index);
    const std::string *name = textAt(a, index + 1);
    return moment && name ? convert(*moment, "UTC", *name) : moment;
}

template <int CivilTime::*Part>
Value part(Arguments a, const Environment &)
{
    const auto moment = zonedAt(a, 0);
    return moment ? Value(toCivil(*moment).*Part) : Value();
}

Value quarter(Arguments a, const Environment &)
{
    const auto moment = momentAt(a, 0);
    return moment ? Value((toCivil(*moment).month + 2) / 3) : Value();
}

Value weekdayNumber(Arguments a, const Environment &)
{
    const auto moment = zonedAt(a, 0);
    return moment ? Value(weekday(*moment)) : Value();
}

Value yearDay(Arguments a, const Environment &)
{
    const auto moment = zonedAt(a, 0);
    return moment ? Value(dayOfYear(*moment)) : Value();
}

Value monthName(Arguments a, const Environment &)
{
    const auto moment = momentAt(a, 0);
    return moment ? Value(formatMoment(*moment, "%B")) : Value();
}

Value weekdayName(Arguments a, const Environment &)
{
    const auto moment = momentAt(a, 0);
    return moment ? Value(formatMoment(*moment, "%A")) : Value();
}

Value dateAdd(Arguments a, const Environment &)
{
    const auto unit = unitAt(a, 0);
    const auto amount = numberAt(a, 1);
    const auto moment = momentAt(a, 2);
    return unit && amount && moment ? Value(add(*moment, *unit, static_cast<std::int64_t>(std::trunc(*amount))))
                                    : Value();
}

Value dateDiff(Arguments a, const Environment &)
{
    const auto unit = unitAt(a, 0);
    const auto start = momentAt(a, 1);
    const auto end = momentAt(a, 2);
    return unit && start && end ? Value(difference(*start, *end, *unit)) : Value();
}

Value dateTrunc(Arguments a, const Environment &)
{
    const auto unit = unitAt(a, 0);
    const auto moment = zonedAt(a, 1);
    return unit && moment ? Value(truncate(*moment, *unit)) : Value();
}

Value datePart(Arguments a, const Environment &)
{
    const std::string *name = textAt(a, 0);
    const auto moment = zonedAt(a, 1);
    if (!name || !moment)
        return {};
    const CivilTime t = toCivil(*moment);
    const std::string wanted = foldName(*name);
    // The week a day is in, weeks starting on Sunday; the first days of a year are week 1.
    const int firstWeekday = weekday(truncate(*moment, DateUnit::Year));
    const std::pair<const char *, std::int64_t> parts[] = {
        {"year", t.year},
        {"quarter", (t.month + 2) / 3},
        {"month", t.month},
        {"week", (dayOfYear(*moment) + firstWeekday - 2) / 7 + 1},
        {"day", t.day},
        {"weekday", weekday(*moment)},
        {"day_of_year", dayOfYear(*moment)},
        {"hour", t.hour},
        {"minute", t.minute},
        {"second", t.second},
        {"millisecond", t.micro / 1000},
        {"epoch", truncate(*moment, DateUnit::Second).micros / 1'000'000}};
    for (const auto &[known, value] : parts) {
        if (wanted == known)
            return value;
    }
    return {};
}

Value convertTimezone(Arguments a, const Environment &environment)
{
    const auto moment = momentAt(a, 0);
    const std::string *to = textAt(a, 1);
    const std::string *from = textAt(a, 2);
    const auto converted = moment && to ? convert(*moment, from ? *from : environment.timeZone, *to) : std::nullopt;
    return converted ? Value(*converted) : Value();
}

Value businessDays(Arguments a, const Environment &)
{
    const auto start = momentAt(a, 0);
    const auto end = momentAt(a, 1);
    if (!start || !end)
        return {};
    const auto weekdaysThrough = [](std::int64_t dayIndex) { // working days since Monday 1969-12-29, day included
        const std::int64_t n = dayIndex + 4;
        const std::int64_t weeks = n / 7 - (n % 7 < 0 ? 1 : 0);
        return weeks * 5 + std::min<std::int64_t>(n - weeks * 7, 5);
    };
    const auto dayIndex = [](Moment m) { return difference(Moment{0}, m, DateUnit::Day); };
    const std::int64_t first = dayIndex(*start), last = dayIndex(*end);
    if (first > last)
        return -(weekdaysThrough(first) - weekdaysThrough(last - 1));
    return weekdaysThrough(last) - weekdaysThrough(first - 1);
}

template <std::int64_t MicrosPerUnit>
Value fromUnix(Arguments a, const Environment &)
{
    const auto n = numberAt(a, 0);
    return n && std::abs(*n) < 9e18 / static_cast<double>(MicrosPerUnit)
               ? Value(Moment{static_cast<std::int64_t>(std::floor(*n * static_cast<double>(MicrosPerUnit)))})
               : Value();
}

Value makeDate(Arguments a, const Environment &)
{
    const auto year = wholeAt(a, 0), month = wholeAt(a, 1), day = wholeAt(a, 2);
    const auto hour = wholeAt(a, 3, 0), minute = wholeAt(a, 4, 0), second = wholeAt(a, 5, 0);
    if (!year || !month || !day || !hour || !minute || !second || std::abs(*year) > 9999)
        return {};
    const CivilTime t{static_cast<int>(*year),
                      static_cast<int>(*month),
                      static_cast<int>(*day),
                      static_cast<int>(*hour),
                      static_cast<int>(*minute),
                      static_cast<int>(*second),
                      0};
    return isValid(t) ? Value(fromCivil(t)) : Value();
}

Value endOfMonth(Arguments a, const Environment &)
{
    const auto moment = momentAt(a, 0);
    return moment ? Value(lastSecond(*moment, DateUnit::Month)) : Value();
}

Value lastDay(Arguments a, const Environment &)
{
    const auto moment = momentAt(a, 0);
    const auto unit = unitAt(a, 1);
    return moment && unit ? Value(lastSecond(*moment, *unit)) : Value();
}

Value now(Arguments, const Environment &environment)
{
    return environment.now;
}
Value today(Arguments, const Environment &environment)
{
    return truncate(environment.now, DateUnit::Day);
}

Value dateFormat(Arguments a, const Environment &)
{
    const auto moment = momentAt(a, 0);
    const std::string *format = textAt(a, 1);
    return moment && format ? Value(formatMoment(*moment, *format)) : Value();
}

Value dateParse(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *format = textAt(a, 1);
    const auto moment = text && format ? parseMoment(*text, *format) : std::nullopt;
    return moment ? Value(*moment) : Value();
}

Value inDateRange(Arguments a, const Environment &environment)
{
    const auto moment = momentAt(a, 0);
    const std::string *direction = textAt(a, 1);
    const auto unit = unitAt(a, 2);
    const auto length = wholeAt(a, 3, 1);
    const auto offset = wholeAt(a, 4, 0);
    if (!moment || !direction || !unit || !length || !offset)
        return {};
    const Moment base = a.size() > 5 && a[5].isMoment() ? a[5].moment() : truncate(environment.now, DateUnit::Day);
    const auto range = dateRange(foldName(*direction), *unit, *length, *offset, base);
    return range ? Value(*moment >= range->from && *moment < range->until) : Value();
}

Value inPriorDateRange(Arguments a, const Environment &environment)
{
    const auto moment = momentAt(a, 0);
    const auto rangeUnit = unitAt(a, 1);
    const auto priorUnit = unitAt(a, 2);
    const auto offset = wholeAt(a, 3, 1);
    if (!moment || !rangeUnit || !priorUnit || !offset)
        return {};
    const Moment base = a.size() > 4 && a[4].isMoment() ? a[4].moment() : truncate(environment.now, DateUnit::Day);
    const DateRange range = priorDateRange(*rangeUnit, *priorUnit, *offset, base);
    return *moment >= range.from && *moment < range.until;
}

constexpr ScalarFunction rows[] = {
    {"BusinessDays", businessDays},
    {"ConvertTimezone", convertTimezone},
    {"DateAdd", dateAdd},
    {"DateDiff", dateDiff},
    {"DateFormat", dateFormat},
    {"DateFromUnix", fromUnix<1'000'000>},
    {"DateFromUnixMs", fromUnix<1000>},
    {"DateFromUnixUs", fromUnix<1>},
    {"DatePart", datePart},
    {"DateParse", dateParse},
    {"DateTrunc", dateTrunc},
    {"Day", part<&CivilTime::day>},
    {"DayOfYear", yearDay},
    {"EndOfMonth", endOfMonth},
    {"Hour", part<&CivilTime::hour>},
    {"InDateRange", inDateRange},
    {"InPriorDateRange", inPriorDateRange},
    {"LastDay", lastDay},
    {"MakeDate", makeDate},
    {"Minute", part<&CivilTime::minute>},
    {"Month", part<&CivilTime::month>},
    {"MonthName", monthName},
    {"Now", now},
    {"Quarter", quarter},
    {"Second", part<&CivilTime::second>},
    {"Today", today},
    {"Weekday", weekdayNumber},
    {"WeekdayName", weekdayName},
    {"Year", part<&CivilTime::year>},
};

} // namespace

// Source: functions.md's definition of the directions; offset is positive in the direction's sense.
std::optional<DateRange> dateRange(std::string_view direction, DateUnit unit, std::int64_t length, std::int64_t offset,
                                   Moment today)
{
    const Moment start = truncate(today, unit);
    const auto at = [&](std::int64_t steps) { return add(start, unit, steps); };
    if (direction == "current")
        return DateRange{at(offset), at(offset + length)};
    if (direction == "last")
        return DateRange{at(-(length + offset)), at(-offset)};
    if (direction == "next")
        return DateRange{at(1 + offset), at(1 + offset + length)};
    if (direction == "to_date")
        return DateRange{at(offset), Moment{add(add(today, unit, offset), DateUnit::Day, 1).micros}};
    return std::nullopt;
}

DateRange priorDateRange(DateUnit unit, DateUnit priorUnit, std::int64_t offset, Moment today)
{
    const Moment from = truncate(add(today, priorUnit, -offset), unit);
    return {from, add(from, unit, 1)};
}

std::span<const ScalarFunction> dateFunctions()
{
    return rows;
}

} // namespace tessera::model::formula
