// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value/date_format.h"

#include <array>

#include "model/base/text.h"
#include "model/value/calendar.h"

namespace tessera::model {

namespace {

constexpr std::int64_t microsPerSecond = 1'000'000, microsPerDay = 86'400 * microsPerSecond;

// Names are those of the data, not of the reader's desktop: the same workbook gives the same picture everywhere.
constexpr std::array<const char16_t *, 12> months = {u"January",   u"February", u"March",    u"April",
                                                     u"May",       u"June",     u"July",     u"August",
                                                     u"September", u"October",  u"November", u"December"};
constexpr std::array<const char16_t *, 7> days = {u"Sunday",   u"Monday", u"Tuesday", u"Wednesday",
                                                  u"Thursday", u"Friday", u"Saturday"};

struct Padding
{
    bool given = false;
    QChar with; // null: none
};

QString padded(qint64 number, int width, QChar usual, const Padding &padding)
{
    const QChar fill = padding.given ? padding.with : usual;
    const QString digits = QString::number(number < 0 ? -number : number);
    const QString sign = number < 0 ? QStringLiteral("-") : QString();
    return sign + (fill.isNull() ? digits : digits.rightJustified(width, fill));
}

QString name(const char16_t *text, int length = -1)
{
    const QString full = QString::fromUtf16(text);
    return length < 0 ? full : full.left(length);
}

// Week of the year that starts with the year's first Sunday.
int sundayWeek(Moment moment)
{
    return (dayOfYear(moment) + 7 - weekday(moment)) / 7;
}

int isoWeek(Moment moment)
{
    const int fromMonday = (weekday(moment) + 5) % 7;
    const Moment thursday{moment.micros + (3 - fromMonday) * microsPerDay};
    return (dayOfYear(thursday) - 1) / 7 + 1;
}

std::int64_t floorDiv(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

struct Reader
{
    Moment moment;
    CivilTime civil;

    QString part(QChar letter, const Padding &padding, bool &known) const;
    QString clock(QChar letter, const Padding &padding, bool &known) const;
};

QString Reader::clock(QChar letter, const Padding &padding, bool &known) const
{
    switch (letter.unicode()) {
    case u'H':
        return padded(civil.hour, 2, u'0', padding);
    case u'I':
        return padded((civil.hour + 11) % 12 + 1, 2, u'0', padding);
    case u'M':
        return padded(civil.minute, 2, u'0', padding);
    case u'S':
        return padded(civil.second, 2, u'0', padding);
    case u'L':
        return padded(civil.micro / 1000, 3, u'0', padding);
    case u'f':
        return padded(civil.micro, 6, u'0', padding);
    case u'p':
        return civil.hour < 12 ? QStringLiteral("AM") : QStringLiteral("PM");
    case u's':
        return QString::number(floorDiv(moment.micros, microsPerSecond));
    case u'Q':
        return QString::number(floorDiv(moment.micros, 1000));
    case u'Z':
        return QStringLiteral("+0000");
    case u'X':
        return formatMoment(moment, "%-I:%M:%S %p");
    case u'x':
        return formatMoment(moment, "%-m/%-d/%Y");
    case u'c':
        return formatMoment(moment, "%x, %X");
    case u'%':
        return QStringLiteral("%");
    default:
        known = false;
        return {};
    }
}

QString Reader::part(QChar letter, const Padding &padding, bool &known) const
{
    const auto month = static_cast<std::size_t>(civil.month - 1);
    const auto day = static_cast<std::size_t>(weekday(moment) - 1);
    switch (letter.unicode()) {
    case u'Y':
        return padded(civil.year, 4, u'0', padding);
    case u'y':
        return padded((civil.year % 100 + 100) % 100, 2, u'0', padding);
    case u'm':
        return padded(civil.month, 2, u'0', padding);
    case u'd':
        return padded(civil.day, 2, u'0', padding);
    case u'e':
        return padded(civil.day, 2, u' ', padding);
    case u'j':
        return padded(dayOfYear(moment), 3, u'0', padding);
    case u'q':
        return QString::number((civil.month - 1) / 3 + 1);
    case u'b':
        return name(months[month], 3);
    case u'B':
        return name(months[month]);
    case u'a':
        return name(days[day], 3);
    case u'A':
        return name(days[day]);
    case u'U':
        return padded(sundayWeek(moment), 2, u'0', padding);
    case u'V':
        return padded(isoWeek(moment), 2, u'0', padding);
    case u'u':
        return QString::number((weekday(moment) + 5) % 7 + 1);
    case u'w':
        return QString::number(weekday(moment) - 1);
    default:
        return clock(letter, padding, known);
    }
}

} // namespace

QString formatMoment(Moment moment, std::string_view pattern)
{
    const QString text = toQString(pattern);
    const Reader reader{moment, toCivil(moment)};
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != u'%' || at + 1 == text.size()) {
            out += text.at(at);
            continue;
        }
        qsizetype letter = at + 1;
        Padding padding;
        if (letter + 1 < text.size() &&
            (text.at(letter) == u'-' || text.at(letter) == u'_' || text.at(letter) == u'0')) {
            padding.given = true;
            padding.with = text.at(letter) == u'-' ? QChar() : text.at(letter) == u'_' ? QChar(u' ') : QChar(u'0');
            ++letter;
        }
        bool known = true;
        const QString part = reader.part(text.at(letter), padding, known);
        out += known ? part : text.mid(at, letter - at + 1);
        at = letter;
    }
    return out;
}

bool isMidnight(Moment moment)
{
    return moment.micros % microsPerDay == 0;
}

QString plainMoment(Moment moment)
{
    return formatMoment(moment, isMidnight(moment) ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S");
}

} // namespace tessera::model
