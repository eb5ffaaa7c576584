// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table/cell_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <QCoreApplication>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/table/date_text.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::Cell)
};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t from = text.find_first_not_of(blanks);
    return from == std::string_view::npos ? std::string_view()
                                          : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

bool equalNoCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

// Takes grouping commas out where every group but the first has three digits; false where they stand elsewhere.
bool withoutGrouping(std::string_view text, std::string &out)
{
    const std::size_t whole = std::min(text.find_first_of(".eE"), text.size());
    std::size_t digits = 0;
    bool grouped = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ',') {
            digits += text[i] >= '0' && text[i] <= '9';
            out += text[i];
            if (i + 1 == whole && grouped && digits != 3)
                return false;
            continue;
        }
        if (i >= whole || digits == 0 || digits > 3 || (grouped && digits != 3) || i + 1 >= whole)
            return false;
        grouped = true;
        digits = 0;
    }
    return true;
}

bool parseNumber(std::string_view text, Json &value)
{
    std::string plain;
    if (text.find(',') != std::string_view::npos) {
        if (!withoutGrouping(text, plain))
            return false;
        text = plain;
    }
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const char *first = text.data();
    const char *last = first + text.size();
    if (text.empty() || !((*first >= '0' && *first <= '9') || *first == '-' || *first == '.'))
        return false;
    std::int64_t whole = 0;
    if (const auto r = std::from_chars(first, last, whole); r.ec == std::errc() && r.ptr == last) {
        value = whole;
        return true;
    }
    double real = 0;
    const auto r = std::from_chars(first, last, real);
    if (r.ptr != last || r.ec != std::errc() || !std::isfinite(real))
        return false;
    // Digits beyond a machine integer must not change: 12345678901234567890 stays what it is.
    const bool integer = text.find_first_not_of("-0123456789") == std::string_view::npos;
    value = integer ? rawNumber(text) : Json(real);
    return true;
}

bool parseLogical(std::string_view text, Json &value)
{
    constexpr std::array<std::string_view, 6> yes = {"true", "yes", "y", "1", "on", "checked"};
    constexpr std::array<std::string_view, 6> no = {"false", "no", "n", "0", "off", "unchecked"};
    const auto is = [&](std::string_view word) { return equalNoCase(text, word); };
    if (std::ranges::any_of(yes, is)) {
        value = true;
        return true;
    }
    if (std::ranges::any_of(no, is)) {
        value = false;
        return true;
    }
    return false;
}

// Splits West,"North, East"; a quote is doubled inside quotes. False: an open quote.
bool splitList(std::string_view text, std::vector<std::string> &items)
{
    std::string item;
    bool quoted = false, wasQuoted = false;
    const auto flush = [&] {
        const std::string_view kept = wasQuoted ? std::string_view(item) : trimmed(item);
        if (!kept.empty() && std::ranges::find(items, kept) == items.end())
            items.emplace_back(kept);
        item.clear();
        wasQuoted = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            item += '"';
            ++i;
        } else if (c == '"' && (quoted || trimmed(item).empty())) {
            if (!quoted)
                item.clear();
            quoted = !quoted;
            wasQuoted = true;
        } else if (c == ',' && !quoted) {
            flush();
        } else if (!wasQuoted || quoted || c != ' ') {
            item += c;
        }
    }
    flush();
    return !quoted;
}

bool parseList(const InputColumn &column, std::string_view text, Json &value)
{
    std::vector<std::string> items;
    if (!splitList(text, items))
        return false;
    value = Json::array();
    for (std::string &item : items) {
        const auto option = std::ranges::find_if(column.values, [&](const Json &v) {
            return v.is_string() && equalNoCase(v.get_ref<const std::string &>(), item);
        });
        value.push_back(option == column.values.end() ? Json(std::move(item)) : *option);
    }
    return true;
}

// An option written in another case becomes the option.
void matchOption(const InputColumn &column, Json &value)
{
    if (!value.is_string())
        return;
    const std::string &text = value.get_ref<const std::string &>();
    for (const Json &option : column.values) {
        if (option.is_string() && equalNoCase(option.get_ref<const std::string &>(), text)) {
            value = option;
            return;
        }
    }
}

double numberOf(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    double real = 0;
    if (isRawNumber(value)) {
        const std::string text = rawNumberText(value);
        std::from_chars(text.data(), text.data() + text.size(), real);
    }
    return real;
}

bool isNumber(const Json &value)
{
    return value.is_number() || isRawNumber(value);
}

bool fitsType(const InputColumn &column, const Json &value)
{
    switch (column.type) {
    case CellType::Text:
        return value.is_string();
    case CellType::Number:
        return isNumber(value);
    case CellType::DateTime:
        return value.is_string() && isoToMs(stringOf(value));
    case CellType::Checkbox:
        return value.is_boolean();
    case CellType::MultiSelect:
        return value.is_array();
    default:
        return true;
    }
}

QString boundText(const InputColumn &column, const Json &bound)
{
    return cellDisplay(column, bound);
}

QString rangeText(const InputColumn &column)
{
    if (column.min && column.max)
        return Texts::tr("from %1 to %2").arg(boundText(column, *column.min), boundText(column, *column.max));
    if (column.min)
        return Texts::tr("of %1 or more").arg(boundText(column, *column.min));
    return column.max ? Texts::tr("of %1 or less").arg(boundText(column, *column.max)) : QString();
}

QString optionsText(const InputColumn &column)
{
    constexpr qsizetype shown = 6;
    QStringList names(column.options.begin(), column.options.end());
    const bool more = names.size() > shown;
    if (more)
        names = names.mid(0, shown) << Texts::tr("…");
    return names.join(QStringLiteral(", "));
}

// -1, 0 or 1 as the value lies below, in or above the range; 0 where they cannot be compared.
int rangeSide(const InputColumn &column, const Json &value)
{
    const auto below = [&](const Json &a, const Json &b) {
        if (isNumber(a) && isNumber(b))
            return numberOf(a) < numberOf(b);
        const auto x = isoToMs(stringOf(a)), y = isoToMs(stringOf(b));
        return x && y && *x < *y;
    };
    if (column.min && below(value, *column.min))
        return -1;
    return column.max && below(*column.max, value) ? 1 : 0;
}

bool isOption(const InputColumn &column, const Json &value)
{
    return std::ranges::any_of(column.values, [&](const Json &option) {
        return option == value || (isNumber(option) && isNumber(value) && numberOf(option) == numberOf(value));
    });
}

QString notAnOption(const InputColumn &column, const QString &text)
{
    return Texts::tr("“%1” is not one of the values of %2: %3.").arg(text, column.name, optionsText(column));
}

QString whyNot(const InputColumn &column, const QString &text)
{
    switch (column.type) {
    case CellType::Number:
        return Texts::tr("“%1” is not a number.").arg(text);
    case CellType::DateTime:
        return Texts::tr("“%1” is not a date that can be read without guessing.").arg(text);
    case CellType::Checkbox:
        return Texts::tr("“%1” is neither yes nor no.").arg(text);
    case CellType::MultiSelect:
        return Texts::tr("A quote is open in “%1”.").arg(text);
    default:
        return Texts::tr("“%1” cannot be entered here.").arg(text);
    }
}

QString whyReadOnly(const InputColumn &column)
{
    switch (column.type) {
    case CellType::Formula:
        return Texts::tr("%1 is worked out by its formula.").arg(column.name);
    case CellType::ParentKey:
        return Texts::tr("%1 comes from the element this table is linked to.").arg(column.name);
    case CellType::System:
        return Texts::tr("Sigma fills %1 itself.").arg(column.name);
    case CellType::File:
        return Texts::tr("Files are uploaded in Sigma.");
    default:
        return Texts::tr("%1 has a type this program does not know.").arg(column.name);
    }
}

} // namespace

bool tryParseCell(const InputColumn &column, std::string_view text, Json &value)
{
    if (!column.isEditable())
        return false;
    const std::string_view bare = trimmed(text);
    if (text.empty() || (bare.empty() && column.type != CellType::Text)) {
        value = nullptr;
        return true;
    }
    switch (column.type) {
    case CellType::Text:
        value = std::string(text);
        matchOption(column, value);
        return true;
    case CellType::Number:
        return parseNumber(bare, value);
    case CellType::DateTime:
        if (const auto date = readDate(bare)) {
            value = date->toIso();
            return true;
        }
        return false;
    case CellType::Checkbox:
        return parseLogical(bare, value);
    case CellType::MultiSelect:
        return parseList(column, bare, value);
    default:
        return false;
    }
}

Result<Json> parseCell(const InputColumn &column, std::string_view text)
{
    Json value;
    if (tryParseCell(column, text, value))
        return value;
    if (!column.isEditable())
        return fail(ErrorCode::Unsupported, whyReadOnly(column));
    return fail(ErrorCode::Invalid, whyNot(column, toQString(text.substr(0, 80))),
                Texts::tr("%1 takes %2.").arg(column.name, cellExpectation(column)));
}

Result<Json> parseCell(const InputColumn &column, const QString &text)
{
    return parseCell(column, std::string_view(toUtf8(text)));
}

QString cellProblem(const InputColumn &column, const Json &value)
{
    if (value.is_null() || !column.isEditable())
        return {};
    if (!fitsType(column, value))
        return Texts::tr("“%1” does not fit this column: %2 takes %3.")
            .arg(cellText(column, value), column.name, cellExpectation(column));
    if (!column.values.empty()) {
        if (value.is_array()) {
            for (const Json &item : value) {
                if (!isOption(column, item))
                    return notAnOption(column, cellText(column, item));
            }
        } else if (!isOption(column, value)) {
            return notAnOption(column, cellDisplay(column, value));
        }
    }
    if (const int side = rangeSide(column, value); side != 0) {
        const QString shown = cellDisplay(column, value);
        return side < 0
                   ? Texts::tr("%1 is below the smallest allowed value, %2.").arg(shown, boundText(column, *column.min))
                   : Texts::tr("%1 is above the largest allowed value, %2.").arg(shown, boundText(column, *column.max));
    }
    return {};
}

QString cellExpectation(const InputColumn &column)
{
    if (!column.values.empty()) {
        return column.type == CellType::MultiSelect
                   ? Texts::tr("any of %1, separated by commas").arg(optionsText(column))
                   : Texts::tr("one of %1").arg(optionsText(column));
    }
    const QString range = rangeText(column);
    const QString suffix = range.isEmpty() ? QString() : u' ' + range;
    switch (column.type) {
    case CellType::Text:
        return Texts::tr("text");
    case CellType::Number:
        return Texts::tr("a number") + (range.isEmpty() ? Texts::tr(" such as 1250 or 0.5") : suffix);
    case CellType::DateTime:
        return Texts::tr("a date") + (range.isEmpty() ? Texts::tr(" such as 2026-04-21 or 2026-04-21 14:30") : suffix);
    case CellType::Checkbox:
        return Texts::tr("yes or no");
    case CellType::MultiSelect:
        return Texts::tr("values separated by commas");
    default:
        return Texts::tr("nothing: it cannot be filled by hand");
    }
}

} // namespace tessera::model
