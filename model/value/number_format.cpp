// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value/number_format.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/base/text.h"

namespace tessera::model {

namespace {

constexpr std::string_view aligns = "<>^=";
constexpr std::string_view types = "efgrs%pbodxXc";
constexpr int mostWidth = 200, mostPlaces = 20;

// Reads digits at `at`; -1 when there are none. Stops growing where a number would be of no use.
int digitsAt(const QString &text, qsizetype &at)
{
    int number = -1;
    while (at < text.size() && text.at(at) >= u'0' && text.at(at) <= u'9')
        number = std::min(10000, std::max(0, number) * 10 + (text.at(at++).unicode() - u'0'));
    return number;
}

bool isOneOf(const QString &text, qsizetype at, std::string_view set)
{
    return at < text.size() && text.at(at).unicode() < 128 &&
           set.find(static_cast<char>(text.at(at).unicode())) != std::string_view::npos;
}

char taken(const QString &text, qsizetype &at)
{
    return static_cast<char>(text.at(at++).unicode());
}

// "1234567" -> "1,234,567".
QString groupedDigits(const QString &digits, const NumberSigns &signs)
{
    if (signs.groupSizes.empty() || signs.group.isEmpty())
        return digits;
    QStringList parts;
    qsizetype end = digits.size();
    std::size_t index = 0;
    while (end > 0) {
        const int size = std::max(1, signs.groupSizes[std::min(index++, signs.groupSizes.size() - 1)]);
        const qsizetype start = std::max<qsizetype>(0, end - size);
        parts.prepend(digits.mid(start, end - start));
        end = start;
    }
    return parts.join(signs.group);
}

// Drops zeros after the point, and the point; "1.50e+3" -> "1.5e+3".
QString trimmed(const QString &digits)
{
    const qsizetype point = digits.indexOf(u'.');
    if (point < 0)
        return digits;
    qsizetype end = digits.indexOf(u'e');
    if (end < 0)
        end = digits.size();
    qsizetype last = end;
    while (last > point + 1 && digits.at(last - 1) == u'0')
        --last;
    if (last == point + 1)
        last = point;
    return digits.left(last) + digits.mid(end);
}

int exponentOf(double value)
{
    if (value == 0)
        return 0;
    // Of the digits as written, not of the logarithm: 999.9999 is below 1000.
    const QString text = QString::number(value, 'e', 12);
    return text.mid(text.indexOf(u'e') + 1).toInt();
}

// JavaScript's exponents have no leading zero: 1.23e+3.
QString exponential(double value, int places)
{
    QString text = QString::number(value, 'e', places);
    const qsizetype at = text.indexOf(u'e');
    return text.left(at + 2) + QString::number(text.mid(at + 2).toInt());
}

// As many digits as asked for, never with an exponent.
QString significant(double value, int digits)
{
    const QString text = QString::number(value, 'e', std::max(0, digits - 1));
    const int exponent = text.mid(text.indexOf(u'e') + 1).toInt();
    return QString::number(text.toDouble(), 'f', std::clamp(digits - 1 - exponent, 0, mostPlaces));
}

QString general(double value, int digits)
{
    digits = std::max(1, digits);
    const QString text = QString::number(value, 'e', digits - 1);
    const int exponent = text.mid(text.indexOf(u'e') + 1).toInt();
    return exponent < -6 || exponent >= digits
               ? exponential(value, digits - 1)
               : QString::number(value, 'f', std::clamp(digits - 1 - exponent, 0, mostPlaces));
}

struct Prefixed
{
    QString digits, suffix;
};

Prefixed withPrefix(double value, int digits)
{
    static const std::array<const char16_t *, 17> prefixes = {u"y", u"z", u"a", u"f", u"p", u"n", u"µ", u"m", u"",
                                                              u"k", u"M", u"G", u"T", u"P", u"E", u"Z", u"Y"};
    digits = std::max(1, digits);
    const QString rounded = QString::number(value, 'e', digits - 1);
    const int exponent = value == 0 ? 0 : rounded.mid(rounded.indexOf(u'e') + 1).toInt();
    const int step = std::clamp(static_cast<int>(std::floor(exponent / 3.0)), -8, 8);
    const double scaled = rounded.toDouble() / std::pow(10.0, step * 3);
    const int places = std::clamp(digits - 1 - (exponent - step * 3), 0, mostPlaces);
    return {QString::number(scaled, 'f', places), QString::fromUtf16(prefixes[static_cast<std::size_t>(step + 8)])};
}

// Digits of a value that is not negative, with what stands behind them.
Prefixed digitsOf(double value, const NumberFormat &format)
{
    const int precision = std::min(format.precision < 0 ? (format.type ? 6 : 12) : format.precision, mostPlaces);
    switch (format.type) {
    case 'f':
        return {QString::number(value, 'f', precision), {}};
    case 'e':
        return {exponential(value, precision), {}};
    case 'r':
        return {significant(value, std::max(1, precision)), {}};
    case 's':
        return withPrefix(value, precision);
    case '%':
        return {QString::number(value * 100, 'f', precision), QStringLiteral("%")};
    case 'p':
        return {significant(value * 100, std::max(1, precision)), QStringLiteral("%")};
    case 'd':
        return {QString::number(std::round(value), 'f', 0), {}};
    case 'b':
        return {QString::number(static_cast<quint64>(std::min(std::round(value), 9e18)), 2), {}};
    case 'o':
        return {QString::number(static_cast<quint64>(std::min(std::round(value), 9e18)), 8), {}};
    case 'x':
        return {QString::number(static_cast<quint64>(std::min(std::round(value), 9e18)), 16), {}};
    case 'X':
        return {QString::number(static_cast<quint64>(std::min(std::round(value), 9e18)), 16).toUpper(), {}};
    default:
        return {general(value, std::max(1, precision)), {}};
    }
}

QString localized(const QString &digits, bool grouped, const NumberSigns &signs)
{
    qsizetype whole = 0;
    while (whole < digits.size() && digits.at(whole).isLetterOrNumber() && digits.at(whole) != u'e')
        ++whole;
    const QString front = grouped ? groupedDigits(digits.left(whole), signs) : digits.left(whole);
    const QString rest = digits.mid(whole);
    return rest.startsWith(u'.') ? front + signs.decimal + rest.mid(1) : front + rest;
}

QString notFinite(double value)
{
    return std::isnan(value) ? QStringLiteral("NaN") : value > 0 ? QStringLiteral("∞") : QStringLiteral("-∞");
}

} // namespace

std::optional<NumberFormat> parseNumberFormat(std::string_view utf8)
{
    const QString text = toQString(utf8);
    NumberFormat format;
    qsizetype at = 0;
    if (text.size() > 1 && isOneOf(text, 1, aligns)) {
        format.fill = text.at(0);
        format.align = static_cast<char>(text.at(1).unicode());
        at = 2;
    } else if (isOneOf(text, 0, aligns)) {
        format.align = taken(text, at);
    }
    if (isOneOf(text, at, "-+( "))
        format.sign = taken(text, at);
    if (isOneOf(text, at, "$#")) {
        const bool currency = text.at(at++) == u'$';
        (currency ? format.currency : format.base) = true;
    }
    if (at < text.size() && text.at(at) == u'0') {
        format.fill = u'0';
        format.align = '=';
        ++at;
    }
    format.width = std::clamp(digitsAt(text, at), 0, mostWidth);
    if (at < text.size() && text.at(at) == u',') {
        format.grouped = true;
        ++at;
    }
    if (at < text.size() && text.at(at) == u'.') {
        format.precision = digitsAt(text, ++at);
        if (format.precision < 0)
            return {};
    }
    if (at < text.size() && text.at(at) == u'~') {
        format.trim = true;
        ++at;
    }
    if (isOneOf(text, at, "n")) { // ",g"
        format.grouped = true;
        format.type = 'g';
        ++at;
    } else if (isOneOf(text, at, types)) {
        format.type = taken(text, at);
    }
    if (at != text.size())
        return {};
    return format;
}

QString formatNumber(double value, const NumberFormat &format, const NumberSigns &signs)
{
    if (!std::isfinite(value))
        return notFinite(value);
    bool negative = std::signbit(value);
    Prefixed parts = digitsOf(std::abs(value), format);
    if (format.trim || !format.type)
        parts.digits = trimmed(parts.digits);
    // What is rounded to zero has no sign.
    if (negative && parts.digits.toDouble() == 0 && format.type != 'x' && format.type != 'X' && format.sign != '+')
        negative = false;
    QString prefix = negative             ? (format.sign == '(' ? QStringLiteral("(") : QStringLiteral("-"))
                     : format.sign == '+' ? QStringLiteral("+")
                     : format.sign == ' ' ? QStringLiteral(" ")
                                          : QString();
    if (format.currency)
        prefix += signs.currency;
    else if (format.base && (format.type == 'x' || format.type == 'X' || format.type == 'o' || format.type == 'b'))
        prefix += u'0' + QString(QLatin1Char(static_cast<char>(std::tolower(format.type))));
    const QString suffix = parts.suffix + (negative && format.sign == '(' ? QStringLiteral(")") : QString());
    QString body = localized(parts.digits, format.grouped, signs);
    const qsizetype missing = format.width - prefix.size() - body.size() - suffix.size();
    if (missing <= 0)
        return prefix + body + suffix;
    const QString pad(missing, format.fill);
    switch (format.align) {
    case '<':
        return prefix + body + suffix + pad;
    case '=':
        return prefix + pad + body + suffix;
    case '^':
        return pad.left(missing / 2) + prefix + body + suffix + pad.mid(missing / 2);
    default:
        return pad + prefix + body + suffix;
    }
}

QString plainNumber(double value, const NumberSigns &signs)
{
    if (!std::isfinite(value))
        return notFinite(value);
    const double size = std::abs(value);
    NumberFormat format;
    format.grouped = true;
    format.trim = true;
    format.type = 'f';
    format.precision = 2;
    if (size != 0 && (size < 1e-6 || size >= 1e15)) {
        format.type = 'e';
        format.precision = 3;
    } else if (size < 1) {
        format.precision = std::clamp(3 - exponentOf(size), 2, 9);
    }
    return formatNumber(value, format, signs);
}

QString shortNumber(double value, int digits, const NumberSigns &signs, double beside)
{
    if (!std::isfinite(value))
        return notFinite(value);
    const double size = std::abs(value);
    if (size < 1e-6 || size >= 1e18)
        return size == 0 ? QStringLiteral("0") : formatNumber(value, *parseNumberFormat(".2~e"), signs);
    static const std::array<std::pair<double, const char16_t *>, 5> units = {
        {{1e15, u"Q"}, {1e12, u"T"}, {1e9, u"B"}, {1e6, u"M"}, {1e3, u"K"}}};
    // Rounded first: 999,999 is 1M and not 1000K.
    const double rounded = QString::number(size, 'e', std::max(0, digits - 1)).toDouble();
    const double largest = std::isfinite(beside) ? std::max(rounded, std::abs(beside)) : rounded;
    QString unit;
    double scale = 1;
    for (const auto &[from, name] : units) {
        if (largest >= from && largest >= 1e4) {
            scale = from;
            unit = QString::fromUtf16(name);
            break;
        }
    }
    NumberFormat format;
    format.grouped = true;
    format.trim = true;
    format.type = 'r';
    format.precision =
        scale == 1 ? std::max(digits, exponentOf(size) + 1) : std::max(digits, exponentOf(rounded / scale) + 1);
    const QString text = formatNumber(value / scale, format, signs);
    return text + unit;
}

} // namespace tessera::model
