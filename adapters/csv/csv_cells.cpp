// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/csv/csv_cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/base/json.h"
#include "model/value/iso_text.h"

namespace tessera::adapters {

using model::formula::ValueType;

namespace {

constexpr std::size_t doubleFigures = 17;

bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::size_t figuresAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isFigure(text[end]))
        ++end;
    return end - at;
}

// The parts of a number's text.
struct NumberParts
{
    std::size_t whole = 0;    // figures before the decimal sign
    std::size_t fraction = 0; // and behind it
    std::size_t wholeAt = 0;
    bool hasDecimal = false;
    bool hasExponent = false;
};

std::optional<NumberParts> numberParts(std::string_view text, char decimal)
{
    NumberParts parts;
    std::size_t at = !text.empty() && text.front() == '-';
    parts.wholeAt = at;
    parts.whole = figuresAt(text, at);
    at += parts.whole;
    if (parts.whole > 1 && text[parts.wholeAt] == '0')
        return std::nullopt;
    if (at < text.size() && text[at] == decimal) {
        parts.hasDecimal = true;
        parts.fraction = figuresAt(text, ++at);
        at += parts.fraction;
    }
    if (parts.whole + parts.fraction == 0)
        return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        parts.hasExponent = true;
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const std::size_t figures = figuresAt(text, at);
        if (figures == 0)
            return std::nullopt;
        at += figures;
    }
    if (at != text.size())
        return std::nullopt;
    return parts;
}

std::optional<NumberCell> readFraction(std::string_view text, char decimal)
{
    std::string copy;
    if (decimal != '.') {
        copy = text;
        std::ranges::replace(copy, decimal, '.');
        text = copy;
    }
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return NumberCell(value);
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return text.size() == lower.size() &&
           std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (a | 0x20) == b; });
}

} // namespace

bool isNumberCell(std::string_view text, char decimal)
{
    text = trimmed(text);
    const auto parts = numberParts(text, decimal);
    if (!parts)
        return false;
    const bool certain = parts->hasExponent ? false : parts->hasDecimal || parts->whole < 19;
    return certain || readNumberCell(text, decimal).has_value();
}

bool isLongFraction(std::string_view text, char decimal)
{
    text = trimmed(text);
    const auto parts = numberParts(text, decimal);
    if (!parts || parts->fraction == 0 || parts->whole + parts->fraction <= doubleFigures)
        return false;
    std::string figures;
    for (const char c : text.substr(parts->wholeAt, parts->whole + 1 + parts->fraction)) {
        if (isFigure(c) && !(figures.empty() && c == '0'))
            figures += c;
    }
    while (!figures.empty() && figures.back() == '0')
        figures.pop_back();
    return figures.size() > doubleFigures;
}

std::optional<NumberCell> readNumberCell(std::string_view text, char decimal)
{
    text = trimmed(text);
    const auto parts = numberParts(text, decimal);
    if (!parts)
        return std::nullopt;
    if (parts->hasDecimal || parts->hasExponent)
        return readFraction(text, decimal);
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return NumberCell(value);
}

std::optional<bool> readLogicalCell(std::string_view text)
{
    text = trimmed(text);
    if (equalsIgnoringCase(text, "true"))
        return true;
    if (equalsIgnoringCase(text, "false"))
        return false;
    return std::nullopt;
}

bool appendMomentCell(std::string &out, std::string_view text)
{
    text = trimmed(text);
    if (text.size() < 8 || !isFigure(text.front()))
        return false;
    if (model::storedMoment(text)) {
        out += text;
        if (text.size() == 10)
            out += " 00:00:00";
        else
            while (text.size() > 19 && (out.back() == '0' || out.back() == '.')) {
                const bool dot = out.back() == '.';
                out.pop_back();
                if (dot)
                    break;
            }
        return true;
    }
    const auto moment = model::momentFromIso(text);
    if (moment)
        model::appendIso(out, *moment);
    return moment.has_value();
}

void CellTypes::narrow(std::string_view text, char decimal)
{
    if (number && !isNumberCell(text, decimal))
        number = false;
    if (logical && !readLogicalCell(text))
        logical = false;
    if (date) {
        const std::string_view core = trimmed(text);
        date = core.size() >= 8 && isFigure(core.front()) && model::momentFromIso(core);
    }
}

ValueType CellTypes::type() const
{
    return number ? ValueType::Number : logical ? ValueType::Logical : date ? ValueType::Date : ValueType::Text;
}

bool suitsType(std::string_view text, ValueType type, char decimal)
{
    switch (type) {
    case ValueType::Number:
        return readNumberCell(text, decimal).has_value();
    case ValueType::Logical:
        return readLogicalCell(text).has_value();
    case ValueType::Date: {
        std::string moment;
        return appendMomentCell(moment, text);
    }
    case ValueType::Variant:
        return model::Json::accept(text.begin(), text.end());
    default:
        return true;
    }
}

} // namespace tessera::adapters
