// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/scalar/date_text.h"

#include <array>
#include <cctype>

#include "model/value/calendar.h"

namespace tessera::model::formula {

namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> days = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                  "Thursday", "Friday", "Saturday"};

std::string padded(int value, int digits)
{
    std::string text = std::to_string(value);
    while (static_cast<int>(text.size()) < digits)
        text.insert(0, "0");
    return text;
}

std::string token(char letter, bool bare, Moment moment, const CivilTime &t)
{
    const int two = bare ? 1 : 2;
    const int hour12 = t.hour % 12 == 0 ? 12 : t.hour % 12;
    switch (letter) {
    case 'Y':
        return padded(t.year, 4);
    case 'y':
        return padded(t.year % 100, 2);
    case 'q':
        return std::to_string((t.month + 2) / 3);
    case 'm':
        return padded(t.month, two);
    case 'B':
        return std::string(months[static_cast<std::size_t>(t.month - 1)]);
    case 'b':
        return std::string(months[static_cast<std::size_t>(t.month - 1)].substr(0, 3));
    case 'd':
        return padded(t.day, two);
    case 'e':
        return std::to_string(t.day);
    case 'A':
        return std::string(days[static_cast<std::size_t>(weekday(moment) - 1)]);
    case 'a':
        return std::string(days[static_cast<std::size_t>(weekday(moment) - 1)].substr(0, 3));
    case 'H':
        return padded(t.hour, two);
    case 'I':
        return padded(hour12, two);
    case 'p':
        return t.hour < 12 ? "AM" : "PM";
    case 'M':
        return padded(t.minute, two);
    case 'S':
        return padded(t.second, two);
    case 'L':
        return padded(t.micro / 1000, 3);
    case 'f':
        return padded(t.micro, 6);
    case 'j':
        return padded(dayOfYear(moment), 3);
    case 'Z':
        return "+00:00";
    case '%':
        return "%";
    default:
        return std::string("%") + (bare ? "-" : "") + letter;
    }
}

// Reads what a format describes, part after part.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    bool literal(char c)
    {
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool number(int most, int &value)
    {
        int n = 0;
        value = 0;
        while (n < most && n < static_cast<int>(m_text.size()) &&
               std::isdigit(static_cast<unsigned char>(m_text[static_cast<std::size_t>(n)])))
            value = value * 10 + (m_text[static_cast<std::size_t>(n++)] - '0');
        m_text.remove_prefix(static_cast<std::size_t>(n));
        m_digits = n;
        return n > 0;
    }
    int digits() const { return m_digits; }
    template <std::size_t N>
    bool name(const std::array<std::string_view, N> &names, bool abbreviated, int &index)
    {
        for (std::size_t i = 0; i < N; ++i) {
            const std::string_view wanted = abbreviated ? names[i].substr(0, 3) : names[i];
            if (startsWith(wanted)) {
                m_text.remove_prefix(wanted.size());
                index = static_cast<int>(i);
                return true;
            }
        }
        return false;
    }
    bool word(std::string_view wanted)
    {
        if (!startsWith(wanted))
            return false;
        m_text.remove_prefix(wanted.size());
        return true;
    }
    bool atEnd() const { return m_text.empty(); }

private:
    bool startsWith(std::string_view wanted) const
    {
        if (m_text.size() < wanted.size())
            return false;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (std::tolower(static_cast<unsigned char>(m_text[i])) !=
                std::tolower(static_cast<unsigned char>(wanted[i])))
                return false;
        }
        return true;
    }
    std::string_view m_text;
    int m_digits = 0;
};

struct Parsed
{
    CivilTime time;
    std::optional<bool> afternoon;
};

bool readFraction(Reader &reader, int digits, int &micro)
{
    if (!reader.number(digits, micro))
        return false;
    for (int n = reader.digits(); n < 6; ++n)
        micro *= 10;
    return true;
}

bool readToken(Reader &reader, char letter, Parsed &out)
{
    int ignored = 0;
    CivilTime &t = out.time;
    switch (letter) {
    case 'Y':
        return reader.number(4, t.year);
    case 'y':
        if (!reader.number(2, t.year))
            return false;
        t.year += t.year < 70 ? 2000 : 1900;
        return true;
    case 'm':
        return reader.number(2, t.month);
    case 'B':
    case 'b':
        if (!reader.name(months, letter == 'b', t.month))
            return false;
        ++t.month;
        return true;
    case 'd':
    case 'e':
        return reader.number(2, t.day);
    case 'A':
    case 'a':
        return reader.name(days, letter == 'a', ignored);
    case 'H':
    case 'I':
        return reader.number(2, t.hour);
    case 'p':
        out.afternoon = reader.word("pm");
        return *out.afternoon || reader.word("am");
    case 'M':
        return reader.number(2, t.minute);
    case 'S':
        return reader.number(2, t.second);
    case 'L':
        return readFraction(reader, 3, t.micro);
    case 'f':
        return readFraction(reader, 6, t.micro);
    case '%':
        return reader.literal('%');
    default:
        return false;
    }
}

} // namespace

std::string formatMoment(Moment moment, std::string_view format)
{
    const CivilTime t = toCivil(moment);
    std::string out;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            out += format[i];
            continue;
        }
        const bool bare = format[i + 1] == '-' && i + 2 < format.size();
        i += bare ? 2 : 1;
        out += token(format[i], bare, moment, t);
    }
    return out;
}

std::optional<Moment> parseMoment(std::string_view text, std::string_view format)
{
    Reader reader(text);
    Parsed parsed;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            if (!reader.literal(format[i]))
                return std::nullopt;
            continue;
        }
        i += format[i + 1] == '-' && i + 2 < format.size() ? 2 : 1;
        if (!readToken(reader, format[i], parsed))
            return std::nullopt;
    }
    if (parsed.afternoon)
        parsed.time.hour = parsed.time.hour % 12 + (*parsed.afternoon ? 12 : 0);
    if (!reader.atEnd() || !isValid(parsed.time))
        return std::nullopt;
    return fromCivil(parsed.time);
}

} // namespace tessera::model::formula
