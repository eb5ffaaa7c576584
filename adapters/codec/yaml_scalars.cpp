// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/yaml_scalars.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/base/json_text.h"

namespace tessera::adapters {

using model::Json;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allOf(std::string_view text, std::string_view allowed)
{
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::string_view digits = "0123456789";
constexpr std::string_view hexDigits = "0123456789abcdefABCDEF";

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

// [0-9]+ ( \. [0-9]* )? or \. [0-9]+ , then ( [eE] [-+]? [0-9]+ )? ; a sign was taken off before.
bool isReal(std::string_view text)
{
    const std::size_t whole = skipDigits(text, 0);
    std::size_t at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = skipDigits(text, ++at);
        if (whole == 0 && fraction == at)
            return false;
        at = fraction;
    } else if (whole == 0) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const std::size_t exponent = skipDigits(text, at);
        if (exponent == at)
            return false;
        at = exponent;
    }
    return at == text.size();
}

// Decimal text of a number in base 8 or 16, however long.
std::string toDecimal(std::string_view text, unsigned base)
{
    std::string out = "0"; // least significant digit first
    for (const char c : text) {
        unsigned carry = isDigit(c) ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
        for (char &digit : out) {
            const unsigned sum = static_cast<unsigned>(digit - '0') * base + carry;
            digit = static_cast<char>('0' + sum % 10);
            carry = sum / 10;
        }
        for (; carry; carry /= 10)
            out += static_cast<char>('0' + carry % 10);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

// The same number as JSON spells it: no plus, no leading zeros, digits on both sides of the dot.
std::string jsonSpelling(std::string_view text)
{
    std::string out;
    if (text.front() == '-')
        out += '-';
    if (text.front() == '-' || text.front() == '+')
        text.remove_prefix(1);
    const std::size_t whole = skipDigits(text, 0);
    std::string_view head = text.substr(0, whole);
    while (head.size() > 1 && head.front() == '0')
        head.remove_prefix(1);
    out += head.empty() ? std::string_view("0") : head;
    text.remove_prefix(whole);
    if (!text.empty() && text.front() == '.') {
        const std::size_t fraction = skipDigits(text, 1);
        if (fraction > 1)
            out += text.substr(0, fraction);
        else
            out += ".0";
        text.remove_prefix(fraction);
    }
    out += text;
    return out;
}

constexpr std::size_t longestPrefixed = 200; // longer 0x… texts are no numbers anyone meant

bool isPrefixed(std::string_view text)
{
    if (text.size() < 3 || text.size() > longestPrefixed || text[0] != '0')
        return false;
    return (text[1] == 'o' && allOf(text.substr(2), "01234567")) ||
           (text[1] == 'x' && allOf(text.substr(2), hexDigits));
}

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 4> nulls = {"null", "Null", "NULL", "~"};
constexpr std::array<std::string_view, 3> trues = {"true", "True", "TRUE"};
constexpr std::array<std::string_view, 3> falses = {"false", "False", "FALSE"};

bool startsLikeDate(std::string_view text)
{
    return text.size() >= 8 && allOf(text.substr(0, 4), digits) && text[4] == '-' && isDigit(text[5]);
}

bool isControl(unsigned char c)
{
    return c < 0x20 || c == 0x7F;
}

// U+0085, U+2028, U+2029, U+FEFF and the C1 controls: line breaks or invisible for some reader.
bool hasOddCharacter(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
            return true;
        if (text.substr(i, 3) == "\xE2\x80\xA8" || text.substr(i, 3) == "\xE2\x80\xA9" ||
            text.substr(i, 3) == "\xEF\xBB\xBF" || text.substr(i, 3) == "\xEF\xBF\xBE" ||
            text.substr(i, 3) == "\xEF\xBF\xBF")
            return true;
    }
    return false;
}

} // namespace

bool isNonFinite(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    static constexpr std::array<std::string_view, 6> names = {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"};
    return isOneOf(text, names);
}

Json resolvePlain(std::string_view text)
{
    if (text.empty() || isOneOf(text, nulls))
        return nullptr;
    if (isOneOf(text, trues))
        return true;
    if (isOneOf(text, falses))
        return false;
    if (isPrefixed(text))
        return model::numberFromText(toDecimal(text.substr(2), text[1] == 'o' ? 8 : 16));
    const bool sign = text.front() == '-' || text.front() == '+';
    if (isReal(text.substr(sign ? 1 : 0)))
        return model::numberFromText(jsonSpelling(text));
    return std::string(text);
}

bool looksLikeOtherType(std::string_view text)
{
    static constexpr std::array<std::string_view, 22> words = {"y",  "Y",  "yes", "Yes", "YES", "n",   "N",   "no",
                                                               "No", "NO", "on",  "On",  "ON",  "off", "Off", "OFF",
                                                               "=",  "<<", "nan", "NaN", "inf", "Inf"};
    if (!resolvePlain(text).is_string() || isNonFinite(text) || isOneOf(text, words) || startsLikeDate(text))
        return true;
    const std::string_view bare = (text.front() == '-' || text.front() == '+') ? text.substr(1) : text;
    if (bare.empty() || !(isDigit(bare.front()) || bare.front() == '.'))
        return false;
    // 1.1 numbers: 1_000, 0b1, 0x_1F, 12:30:45 and what only some readers take for one.
    return allOf(bare, "0123456789_.:+-eE") || bare.substr(0, 2) == "0b" || bare.substr(0, 2) == "0x" ||
           bare.substr(0, 2) == "0o";
}

bool isPlainSafe(std::string_view text, bool flow)
{
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || looksLikeOtherType(text))
        return false;
    if (std::string_view("!&*|>'\"%@`#,[]{}").find(text.front()) != std::string_view::npos)
        return false;
    if (std::string_view("-?:").find(text.front()) != std::string_view::npos &&
        (text.size() == 1 || text[1] == ' ' || flow))
        return false;
    if (text.substr(0, 3) == "---" || text.substr(0, 3) == "..." || text.back() == ':')
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isControl(static_cast<unsigned char>(c)))
            return false;
        if (c == ':' && i + 1 < text.size() && (text[i + 1] == ' ' || flow))
            return false;
        if (c == '#' && i > 0 && text[i - 1] == ' ')
            return false;
        if (flow && std::string_view(",[]{}").find(c) != std::string_view::npos)
            return false;
    }
    return !hasOddCharacter(text);
}

bool canSingleQuote(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return isControl(static_cast<unsigned char>(c)); }) &&
           !hasOddCharacter(text);
}

bool fitsLiteral(std::string_view text)
{
    if (text.find('\n') == std::string_view::npos || text.find_first_not_of("\n ") == std::string_view::npos)
        return false;
    if (text.size() > 1 && text.substr(text.size() - 2) == "\n\n") // would take in the blank lines that follow it
        return false;
    for (std::size_t at = 0; at < text.size();) { // readers differ on lines of blanks
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at && text.substr(at, end - at).find_first_not_of(" \t") == std::string_view::npos)
            return false;
        at = end + 1;
    }
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c != '\n' && c != '\t' && isControl(static_cast<unsigned char>(c)); }) &&
           !hasOddCharacter(text);
}

std::string singleQuoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'')
            out += c;
    }
    return out + '\'';
}

std::string doubleQuoted(std::string_view text)
{
    std::string out = model::writeJson(Json(std::string(text)));
    // JSON leaves these as they are; YAML 1.1 breaks lines there, and DEL and C1 are not printable.
    const auto replaceAll = [&out](std::string_view from, std::string_view to) {
        for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
            out.replace(at, from.size(), to);
    };
    replaceAll("\xE2\x80\xA8", "\\u2028");
    replaceAll("\xE2\x80\xA9", "\\u2029");
    replaceAll("\xEF\xBB\xBF", "\\ufeff");
    replaceAll("\x7F", "\\u007f");
    for (unsigned c = 0x80; c < 0xA0; ++c) {
        const std::array<char, 3> raw = {'\xC2', static_cast<char>(c), '\0'};
        constexpr std::string_view hex = "0123456789abcdef";
        const std::array<char, 6> code = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
        if (out.find('\xC2') != std::string::npos)
            replaceAll(std::string_view(raw.data(), 2), std::string_view(code.data(), code.size()));
    }
    return out;
}

} // namespace tessera::adapters
