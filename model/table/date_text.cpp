// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table/date_text.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace tessera::model {

namespace {

constexpr std::int64_t dayMs = 86'400'000;

// Days since 1970-01-01 in the proleptic Gregorian calendar.
// Source: https://howardhinnant.github.io/date_algorithms.html
std::int64_t daysFromCivil(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return static_cast<std::int64_t>(era) * 146097 + dayOfEra - 719468;
}

void civilFromDays(std::int64_t days, DateText &out)
{
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const int dayOfEra = static_cast<int>(days - era * 146097);
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shifted = (5 * dayOfYear + 2) / 153;
    out.day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    out.month = shifted + (shifted < 10 ? 3 : -9);
    out.year = static_cast<int>(yearOfEra + era * 400) + (out.month <= 2 ? 1 : 0);
}

int daysInMonth(int year, int month)
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// Walks through a text; every step leaves the place alone when it does not fit.
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool skip(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    void skipBlanks()
    {
        while (peek() == ' ')
            ++m_at;
    }
    bool number(int &value, int minDigits, int maxDigits)
    {
        std::size_t end = m_at;
        while (end < m_text.size() && m_text[end] >= '0' && m_text[end] <= '9')
            ++end;
        const int digits = static_cast<int>(end - m_at);
        if (digits < minDigits || digits > maxDigits)
            return false;
        std::from_chars(m_text.data() + m_at, m_text.data() + end, value);
        m_at = end;
        return true;
    }
    std::string_view word()
    {
        const std::size_t from = m_at;
        while ((peek() | 0x20) >= 'a' && (peek() | 0x20) <= 'z')
            ++m_at;
        return m_text.substr(from, m_at - from);
    }
    int fraction() // milliseconds of the digits after a dot; -1: none
    {
        const std::size_t from = m_at;
        int ms = 0;
        while (peek() >= '0' && peek() <= '9') {
            if (m_at - from < 3)
                ms = ms * 10 + (peek() - '0');
            ++m_at;
        }
        for (std::size_t digits = m_at - from; digits > 0 && digits < 3; ++digits)
            ms *= 10;
        return m_at == from ? -1 : ms;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

int monthNamed(std::string_view word)
{
    constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
    if (word.size() < 3)
        return 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (word.size() > names[i].size())
            continue;
        bool same = true;
        for (std::size_t c = 0; c < word.size() && same; ++c)
            same = (word[c] | 0x20) == names[i][c];
        if (same && (word.size() == 3 || word.size() == names[i].size()))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

bool readYearFirst(Cursor &in, DateText &out)
{
    if (!in.number(out.year, 4, 4))
        return false;
    const char separator = in.peek();
    if (separator != '-' && separator != '/')
        return false;
    return in.skip(separator) && in.number(out.month, 1, 2) && in.skip(separator) && in.number(out.day, 1, 2);
}

bool readDayFirst(Cursor &in, DateText &out) // 21 Apr 2026
{
    if (!in.number(out.day, 1, 2) || !(in.skip(' ') || in.skip('-')))
        return false;
    out.month = monthNamed(in.word());
    return out.month && (in.skip(' ') || in.skip('-')) && in.number(out.year, 4, 4);
}

bool readMonthFirst(Cursor &in, DateText &out) // Apr 21, 2026
{
    out.month = monthNamed(in.word());
    if (!out.month || !in.skip(' ') || !in.number(out.day, 1, 2))
        return false;
    (void)in.skip(',');
    in.skipBlanks();
    return in.number(out.year, 4, 4);
}

bool readOffset(Cursor &in, int &minutes)
{
    if (in.skip('Z') || in.skip('z'))
        return true;
    const bool minus = in.peek() == '-';
    if (!in.skip('+') && !in.skip('-'))
        return true;
    int hours = 0, rest = 0;
    if (!in.number(hours, 2, 2))
        return false;
    (void)in.skip(':');
    if (!in.atEnd() && !in.number(rest, 2, 2))
        return false;
    minutes = (hours * 60 + rest) * (minus ? -1 : 1);
    return hours <= 14 && rest < 60;
}

bool readTime(Cursor &in, DateText &out, int &offset)
{
    out.hasTime = true;
    if (!in.number(out.hour, 1, 2) || !in.skip(':') || !in.number(out.minute, 2, 2))
        return false;
    if (in.skip(':')) {
        if (!in.number(out.second, 2, 2))
            return false;
        if (in.skip('.') && (out.millisecond = in.fraction()) < 0)
            return false;
    }
    in.skipBlanks();
    return out.hour < 24 && out.minute < 60 && out.second < 60 && readOffset(in, offset);
}

} // namespace

std::int64_t DateText::toMs() const
{
    return daysFromCivil(year, month, day) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000LL + millisecond;
}

std::string DateText::toIso() const
{
    std::array<char, 48> text{};
    int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    const auto append = [&](const char *format, auto... values) {
        const auto used = static_cast<std::size_t>(length);
        length += std::snprintf(text.data() + used, text.size() - used, format, values...);
    };
    if (hasTime) {
        append("T%02d:%02d:%02d", hour, minute, second);
        if (millisecond)
            append(".%03d", millisecond);
        append("%s", "Z");
    }
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<DateText> readDate(std::string_view text)
{
    DateText out;
    Cursor in(text);
    const auto tryForm = [&](auto form) {
        in = Cursor(text);
        out = {};
        return form(in, out);
    };
    if (!tryForm(readYearFirst) && !tryForm(readDayFirst) && !tryForm(readMonthFirst))
        return std::nullopt;
    if (out.month < 1 || out.month > 12 || out.day < 1 || out.day > daysInMonth(out.year, out.month) || out.year < 1)
        return std::nullopt;
    int offset = 0;
    if (in.skip('T') || in.skip('t') || in.skip(' ')) {
        in.skipBlanks();
        if (!readTime(in, out, offset))
            return std::nullopt;
    }
    if (!in.atEnd())
        return std::nullopt;
    if (offset) {
        const std::int64_t minute = (out.toMs() - out.second * 1000 - out.millisecond) / 60000 - offset;
        const std::int64_t day = minute >= 0 ? minute / 1440 : (minute - 1439) / 1440;
        civilFromDays(day, out);
        out.hour = static_cast<int>(minute - day * 1440) / 60;
        out.minute = static_cast<int>(minute - day * 1440) % 60;
        if (out.year < 1 || out.year > 9999)
            return std::nullopt;
    }
    return out;
}

} // namespace tessera::model
