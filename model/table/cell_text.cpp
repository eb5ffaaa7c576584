// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>

#include <QLocale>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/table/cell_value.h"
#include "model/table/date_text.h"
#include "model/value/date_format.h"
#include "model/value/number_format.h"

// The half of cell_value.h that writes cells; cell_value.cpp reads and checks them.

namespace tessera::model {

namespace {

bool hasOuterBlanks(const std::string &item)
{
    constexpr std::string_view blanks = " \t\r\n";
    return !item.empty() &&
           (blanks.find(item.front()) != std::string_view::npos || blanks.find(item.back()) != std::string_view::npos);
}

QString numberDisplay(const InputColumn &column, const Json &value)
{
    if (isRawNumber(value))
        return toQString(rawNumberText(value));
    if (const auto format = column.formatString.empty() ? std::nullopt : parseNumberFormat(column.formatString)) {
        NumberSigns signs;
        if (!column.currency.empty())
            signs.currency = toQString(column.currency);
        return formatNumber(value.get<double>(), *format, signs);
    }
    const QLocale locale = QLocale::c();
    QString text;
    if (value.is_number_integer()) {
        text = QString::number(value.get<qint64>());
    } else {
        text = locale.toString(value.get<double>(), 'g', QLocale::FloatingPointShortest);
        if (text.contains(u'e'))
            return text;
    }
    // A year or another id-like number would suffer from grouping; from five digits on it helps.
    const qsizetype sign = text.startsWith(u'-') ? 1 : 0;
    qsizetype dot = text.indexOf(u'.');
    if (dot < 0)
        dot = text.size();
    if (dot - sign >= 5) {
        for (qsizetype at = dot - 3; at > sign; at -= 3)
            text.insert(at, u',');
    }
    return column.currency.empty() ? text : toQString(column.currency) + text;
}

QString dateDisplay(const InputColumn &column, const std::string &iso)
{
    if (const auto ms = column.formatString.empty() ? std::nullopt : isoToMs(iso))
        return formatMoment(Moment{*ms * 1000}, column.formatString);
    QString text = toQString(iso);
    if (text.size() > 10 && text.at(10) == u'T') {
        text.replace(10, 1, u' ');
        if (text.endsWith(u'Z'))
            text.chop(1);
        if (text.endsWith(QLatin1String(" 00:00:00")))
            text.chop(9);
        else if (text.size() == 19 && text.endsWith(QLatin1String(":00")))
            text.chop(3);
    }
    return text;
}

void appendListItem(std::string &out, const std::string &item)
{
    const bool quote = item.find_first_of(",\"") != std::string::npos || hasOuterBlanks(item);
    if (!quote) {
        out += item;
        return;
    }
    out += '"';
    for (const char c : item) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

} // namespace

void appendCellText(std::string &out, const Json &value)
{
    if (value.is_string()) {
        out += value.get_ref<const std::string &>();
    } else if (isRawNumber(value)) {
        out += rawNumberText(value);
    } else if (value.is_boolean()) {
        out += value.get<bool>() ? "true" : "false";
    } else if (value.is_array()) {
        bool first = true;
        for (const Json &item : value) {
            if (!first)
                out += ", ";
            first = false;
            appendListItem(out, item.is_string() ? stringOf(item) : writeJson(item));
        }
    } else if (value.is_number_integer()) {
        std::array<char, 24> digits{};
        const auto end =
            value.is_number_unsigned()
                ? std::to_chars(digits.data(), digits.data() + digits.size(), value.get<std::uint64_t>()).ptr
                : std::to_chars(digits.data(), digits.data() + digits.size(), value.get<std::int64_t>()).ptr;
        out.append(digits.data(), end);
    } else if (value.is_number()) {
        std::array<char, 32> digits{};
        out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value.get<double>()).ptr);
    } else if (!value.is_null()) {
        out += writeJson(value);
    }
}

QString cellText(const InputColumn &, const Json &value)
{
    std::string text;
    appendCellText(text, value);
    return toQString(text);
}

QString cellDisplay(const InputColumn &column, const Json &value)
{
    if (value.is_number() || isRawNumber(value))
        return numberDisplay(column, value);
    if (column.type == CellType::DateTime && value.is_string())
        return dateDisplay(column, value.get_ref<const std::string &>());
    if (value.is_array()) {
        QStringList items;
        for (const Json &item : value)
            items << (item.is_string() ? toQString(stringOf(item)) : toQString(writeJson(item)));
        return items.join(QStringLiteral(", "));
    }
    return cellText(column, value);
}

std::optional<qint64> isoToMs(std::string_view text)
{
    const auto date = readDate(text);
    return date ? std::optional<qint64>(date->toMs()) : std::nullopt;
}

} // namespace tessera::model
