// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value/iso_text.h"

#include <charconv>

#include "model/value/calendar.h"

namespace tessera::model {

namespace {

// The figures from..from+count of a text as a number; -1 when one is none.
int figures(std::string_view text, std::size_t from, std::size_t count)
{
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        const unsigned figure = static_cast<unsigned char>(text[i]) - unsigned('0');
        if (figure > 9)
            return -1;
        value = value * 10 + static_cast<int>(figure);
    }
    return value;
}

// Days since 1970-01-01 on the proleptic Gregorian calendar, from year 0 on.
// Source: http://howardhinnant.github.io/date_algorithms.html#days_from_civil
std::int64_t daysFrom(int year, int month, int day)
{
    year -= month <= 2;
    const int era = (year < 0 ? year - 399 : year) / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return std::int64_t(era) * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

int daysIn(int year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

// The fraction of a second behind the dot, in microseconds; -1 when it is none.
int microsOf(std::string_view fraction)
{
    if (fraction.empty() || fraction.size() > 6)
        return -1;
    int value = figures(fraction, 0, fraction.size());
    for (std::size_t n = fraction.size(); n < 6 && value > 0; ++n)
        value *= 10;
    return value;
}

// `value` in at least `width` figures, from `out` on; gives the end.
char *putFigures(char *out, int value, int width)
{
    char buffer[16];
    const char *end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    for (auto missing = width - (end - buffer); missing > 0; --missing)
        *out++ = '0';
    for (const char *c = buffer; c != end; ++c)
        *out++ = *c;
    return out;
}

char *putPair(char *out, int value, char before)
{
    *out++ = before;
    *out++ = static_cast<char>('0' + value / 10);
    *out++ = static_cast<char>('0' + value % 10);
    return out;
}

} // namespace

std::optional<Moment> storedMoment(std::string_view text)
{
    const bool dayOnly = text.size() == 10;
    if ((!dayOnly && text.size() < 19) || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const int year = figures(text, 0, 4), month = figures(text, 5, 2), day = figures(text, 8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
        return std::nullopt;
    const std::int64_t midnight = daysFrom(year, month, day) * 86'400'000'000LL;
    if (dayOnly)
        return Moment{midnight};
    if (text[10] != ' ' || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const int hour = figures(text, 11, 2), minute = figures(text, 14, 2), second = figures(text, 17, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    const int micros = text.size() == 19 ? 0 : text[19] == '.' ? microsOf(text.substr(20)) : -1;
    if (micros < 0)
        return std::nullopt;
    return Moment{midnight + ((hour * 60LL + minute) * 60 + second) * 1'000'000 + micros};
}

void appendIso(std::string &out, Moment moment)
{
    const CivilTime t = toCivil(moment);
    char buffer[48];
    char *end = putFigures(buffer, t.year, 4);
    end = putPair(end, t.month, '-');
    end = putPair(end, t.day, '-');
    end = putPair(end, t.hour, ' ');
    end = putPair(end, t.minute, ':');
    end = putPair(end, t.second, ':');
    if (t.micro != 0) {
        *end++ = '.';
        end = putFigures(end, t.micro, 6);
        while (end[-1] == '0')
            --end;
    }
    out.append(buffer, end);
}

} // namespace tessera::model
