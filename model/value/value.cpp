// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value/value.h"

#include <charconv>
#include <cmath>

#include "model/base/json_text.h"
#include "model/value/calendar.h"
#include "model/value/iso_text.h"

namespace tessera::model {

Value::Value(double value)
{
    if (std::isfinite(value))
        m_data = value;
}

double Value::number() const
{
    if (const auto *whole = std::get_if<std::int64_t>(&m_data))
        return static_cast<double>(*whole);
    return std::get<double>(m_data);
}

std::optional<std::int64_t> Value::integer() const
{
    if (const auto *whole = std::get_if<std::int64_t>(&m_data))
        return *whole;
    if (const auto *real = std::get_if<double>(&m_data); real && std::trunc(*real) == *real && std::abs(*real) < 9.2e18)
        return static_cast<std::int64_t>(*real);
    return std::nullopt;
}

std::optional<int> compare(const Value &a, const Value &b)
{
    const auto order = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
    if (a.isNumber() && b.isNumber()) {
        const auto x = std::get_if<std::int64_t>(&a.data());
        const auto y = std::get_if<std::int64_t>(&b.data());
        return x && y ? order(*x, *y) : order(a.number(), b.number());
    }
    if (a.isText() && b.isText())
        return order(a.text(), b.text());
    if (a.isMoment() && b.isMoment())
        return order(a.moment(), b.moment());
    if (a.isLogical() && b.isLogical())
        return order(a.logical(), b.logical());
    return std::nullopt;
}

namespace {

std::string numberText(double value)
{
    if (std::trunc(value) == value && std::abs(value) < 1e15)
        return std::to_string(static_cast<std::int64_t>(value));
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

struct PlainText
{
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool value) const { return value ? "True" : "False"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return numberText(value); }
    std::string operator()(const std::string &value) const { return value; }
    std::string operator()(Moment value) const { return isoText(value); }
    std::string operator()(const Json &value) const { return value.is_string() ? stringOf(value) : writeJson(value); }
};

} // namespace

std::string plainText(const Value &value)
{
    return std::visit(PlainText{}, value.data());
}

std::string isoText(Moment moment)
{
    std::string text;
    appendIso(text, moment);
    return text;
}

namespace {

// Reads fixed-width parts from the front of a text.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}
    bool atEnd() const { return m_text.empty(); }
    bool take(char c)
    {
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    std::optional<int> digits(std::size_t least, std::size_t most)
    {
        std::size_t n = 0;
        int value = 0;
        while (n < most && n < m_text.size() && m_text[n] >= '0' && m_text[n] <= '9')
            value = value * 10 + (m_text[n++] - '0');
        if (n < least)
            return std::nullopt;
        m_text.remove_prefix(n);
        m_taken = n;
        return value;
    }
    std::size_t taken() const { return m_taken; }

private:
    std::string_view m_text;
    std::size_t m_taken = 0;
};

// "Z", "+02:00", "-0700" or nothing: the offset in minutes to take away.
std::optional<int> zoneOffset(Scanner &scan)
{
    if (scan.atEnd() || scan.take('Z') || scan.take('z'))
        return 0;
    const bool plus = scan.take('+');
    if (!plus && !scan.take('-'))
        return std::nullopt;
    const auto hours = scan.digits(2, 2);
    scan.take(':');
    const auto minutes = scan.atEnd() ? std::optional(0) : scan.digits(2, 2);
    if (!hours || !minutes)
        return std::nullopt;
    return (plus ? 1 : -1) * (*hours * 60 + *minutes);
}

bool readClock(Scanner &scan, CivilTime &t)
{
    const auto hour = scan.digits(2, 2);
    const bool colon = scan.take(':');
    const auto minute = scan.digits(2, 2);
    if (!hour || !colon || !minute)
        return false;
    t.hour = *hour;
    t.minute = *minute;
    if (!scan.take(':'))
        return true;
    const auto second = scan.digits(2, 2);
    if (!second)
        return false;
    t.second = *second;
    if (scan.take('.')) {
        const auto fraction = scan.digits(1, 6);
        if (!fraction)
            return false;
        t.micro = *fraction;
        for (std::size_t n = scan.taken(); n < 6; ++n)
            t.micro *= 10;
        while (scan.digits(1, 1)) {
        } // finer than a microsecond: not kept
    }
    return true;
}

} // namespace

std::optional<Moment> momentFromIso(std::string_view text)
{
    if (const auto quick = storedMoment(text))
        return quick;
    Scanner scan(text);
    CivilTime t;
    const auto year = scan.digits(4, 4);
    const bool dash = scan.take('-');
    const auto month = scan.digits(1, 2);
    const bool dash2 = scan.take('-');
    const auto day = scan.digits(1, 2);
    if (!year || !dash || !month || !dash2 || !day)
        return std::nullopt;
    t.year = *year;
    t.month = *month;
    t.day = *day;
    int offset = 0;
    if (scan.take('T') || scan.take('t') || scan.take(' ')) {
        if (!readClock(scan, t))
            return std::nullopt;
        scan.take(' ');
        const auto zone = zoneOffset(scan);
        if (!zone)
            return std::nullopt;
        offset = *zone;
    }
    if (!scan.atEnd() || !isValid(t))
        return std::nullopt;
    return Moment{fromCivil(t).micros - static_cast<std::int64_t>(offset) * 60'000'000};
}

} // namespace tessera::model
