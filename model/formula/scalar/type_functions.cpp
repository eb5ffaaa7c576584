// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>

#include "model/base/json_text.h"
#include "model/formula/lexer.h"
#include "model/formula/scalar/date_text.h"
#include "model/formula/scalar/rows.h"

namespace tessera::model::formula {

namespace {

// Null for anything but the whole text of a number: "12abc", "1,000" and "5 %" are not numbers.
Value numberFrom(const std::string &text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    const std::size_t last = text.find_last_not_of(' ');
    const char *begin = text.data() + first + (text[first] == '+' ? 1 : 0);
    const char *end = text.data() + last + 1;
    std::int64_t whole = 0;
    if (const auto r = std::from_chars(begin, end, whole); r.ec == std::errc() && r.ptr == end)
        return whole;
    double real = 0;
    if (const auto r = std::from_chars(begin, end, real); r.ec == std::errc() && r.ptr == end)
        return numberValue(real);
    return {};
}

// What a variant holds, when it is a text, number or logical value.
Value unwrapped(const Value &value)
{
    return value.isVariant() ? fromJson(value.variant()) : value;
}

Value number(Arguments a, const Environment &)
{
    const Value v = unwrapped(a[0]);
    if (v.isNumber())
        return v;
    if (v.isMoment())
        return numberValue(static_cast<double>(v.moment().micros) / 1e6);
    return v.isText() ? numberFrom(v.text()) : Value();
}

Value date(Arguments a, const Environment &)
{
    const Value v = unwrapped(a[0]);
    if (v.isMoment())
        return v;
    if (v.isNumber())
        return std::abs(v.number()) < 9e12 ? Value(Moment{static_cast<std::int64_t>(std::floor(v.number() * 1e6))})
                                           : Value();
    const auto moment = v.isText() ? momentFromIso(v.text()) : std::nullopt;
    return moment ? Value(*moment) : Value();
}

Value dateTime(Arguments a, const Environment &environment)
{
    const Value iso = date(a, environment);
    if (!iso.isNull() || !a[0].isText())
        return iso;
    const auto american = parseMoment(a[0].text(), "%m/%d/%Y");
    return american ? Value(*american) : Value();
}

Value logical(Arguments a, const Environment &)
{
    const Value v = unwrapped(a[0]);
    if (v.isLogical())
        return v;
    if (v.isNumber())
        return v.number() != 0;
    const std::string word = v.isText() ? foldName(v.text()) : std::string();
    return word == "true" ? Value(true) : word == "false" ? Value(false) : Value();
}

Value text(Arguments a, const Environment &)
{
    return plainText(a[0]);
}

Value json(Arguments a, const Environment &)
{
    if (!a[0].isText())
        return toJsonValue(a[0]);
    if (!readJson(a[0].text())) // nested too deeply, for one
        return {};
    const Json strict = Json::parse(a[0].text(), nullptr, false); // ours takes 01 and 2024-02-30 for numbers as well
    return strict.is_discarded() ? Value() : Value(strict);
}

Value variant(Arguments a, const Environment &environment)
{
    const Value parsed = json(a, environment);
    return parsed.isNull() ? Value(toJsonValue(a[0])) : parsed;
}

Value between(Arguments a, const Environment &)
{
    const auto low = compare(a[0], a[1]);
    const auto high = compare(a[0], a[2]);
    return low && high ? Value(*low >= 0 && *high <= 0) : Value();
}

Value choose(Arguments a, const Environment &)
{
    const auto index = a.empty() ? std::nullopt : a[0].integer();
    return index && *index >= 1 && *index < static_cast<std::int64_t>(a.size()) ? a[static_cast<std::size_t>(*index)]
                                                                                : Value();
}

Value coalesce(Arguments a, const Environment &)
{
    for (const Value &value : a) {
        if (!value.isNull())
            return value;
    }
    return {};
}

Value ifThen(Arguments a, const Environment &)
{
    std::size_t i = 0;
    for (; i + 1 < a.size(); i += 2) {
        if (isTrue(a[i]))
            return a[i + 1];
    }
    return i < a.size() ? a[i] : Value();
}

Value switchCase(Arguments a, const Environment &)
{
    std::size_t i = 1;
    for (; i + 1 < a.size(); i += 2) {
        const auto order = compare(a[0], a[i]);
        if (order && *order == 0)
            return a[i + 1];
    }
    return i < a.size() ? a[i] : Value();
}

Value in(Arguments a, const Environment &)
{
    for (std::size_t i = 1; i < a.size(); ++i) {
        const auto order = compare(a[0], a[i]);
        if (order && *order == 0)
            return true;
    }
    return false;
}

Value isNull(Arguments a, const Environment &)
{
    return a[0].isNull();
}
Value isNotNull(Arguments a, const Environment &)
{
    return !a[0].isNull();
}

Value nullIf(Arguments a, const Environment &)
{
    const auto order = compare(a[0], a[1]);
    return order && *order == 0 ? Value() : a[0];
}

Value zn(Arguments a, const Environment &)
{
    return a[0].isNull() ? Value(0) : a[0];
}

Value timeZone(Arguments, const Environment &environment)
{
    return environment.timeZone;
}
Value email(Arguments, const Environment &environment)
{
    return environment.userEmail;
}
Value firstName(Arguments, const Environment &environment)
{
    return environment.userFirstName;
}
Value fullName(Arguments, const Environment &environment)
{
    return environment.userFullName;
}

Value inTeam(Arguments a, const Environment &environment)
{
    for (const Value &team : a) {
        for (const std::string &own : environment.userTeams) {
            if (team.isText() && team.text() == own)
                return true;
        }
    }
    return false;
}

constexpr ScalarFunction rows[] = {
    {"Between", between},
    {"Choose", choose, false},
    {"Coalesce", coalesce, false},
    {"CurrentTimezone", timeZone},
    {"CurrentUserEmail", email},
    {"CurrentUserFirstName", firstName},
    {"CurrentUserFullName", fullName},
    {"CurrentUserInTeam", inTeam},
    {"Date", date},
    {"DateTime", dateTime},
    {"If", ifThen, false},
    {"In", in, false},
    {"IsNotNull", isNotNull, false},
    {"IsNull", isNull, false},
    {"Json", json},
    {"Logical", logical},
    {"NullIf", nullIf, false},
    {"Number", number},
    {"Switch", switchCase, false},
    {"Text", text},
    {"Variant", variant},
    {"Zn", zn, false},
};

} // namespace

std::span<const ScalarFunction> typeAndLogicFunctions()
{
    return rows;
}

} // namespace tessera::model::formula
