// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "model/base/json.h"

namespace tessera::model {

// A moment on the wall clock of the account's time zone, in microseconds since 1970-01-01 00:00:00 of that clock.
// Sigma has no date-only type: a day is its midnight.
struct Moment
{
    std::int64_t micros = 0;
    auto operator<=>(const Moment &) const = default;
};

// One value of the formula language. Integers stay exact up to 19 digits; mixed arithmetic is done in doubles.
// A Json holds a variant (arrays included).
class Value
{
public:
    using Data = std::variant<std::monostate, bool, std::int64_t, double, std::string, Moment, Json>;

    Value() = default; // Null
    Value(bool value) : m_data(value) {}
    Value(std::int64_t value) : m_data(value) {}
    Value(int value) : m_data(static_cast<std::int64_t>(value)) {}
    Value(double value); // not a finite number: Null
    Value(std::string value) : m_data(std::move(value)) {}
    Value(const char *value) : m_data(std::string(value)) {}
    Value(Moment value) : m_data(value) {}
    Value(Json value) : m_data(std::move(value)) {}

    const Data &data() const { return m_data; }
    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isNumber() const
    {
        return std::holds_alternative<std::int64_t>(m_data) || std::holds_alternative<double>(m_data);
    }
    bool isText() const { return std::holds_alternative<std::string>(m_data); }
    bool isLogical() const { return std::holds_alternative<bool>(m_data); }
    bool isMoment() const { return std::holds_alternative<Moment>(m_data); }
    bool isVariant() const { return std::holds_alternative<Json>(m_data); }

    // Preconditions: the value has that type.
    bool logical() const { return std::get<bool>(m_data); }
    const std::string &text() const { return std::get<std::string>(m_data); }
    Moment moment() const { return std::get<Moment>(m_data); }
    const Json &variant() const { return std::get<Json>(m_data); }
    double number() const;                       // of either kind
    std::optional<std::int64_t> integer() const; // exact whole number, none otherwise

    bool operator==(const Value &other) const = default;

private:
    Data m_data;
};

// Three-way order of two values of one type: negative, 0, positive. Text compares by bytes. None for different types,
// variants and Null.
std::optional<int> compare(const Value &a, const Value &b);

// Plain text of a value as Text() gives it: 1 not 1.0, ISO moments, True/False, JSON of a variant. Null: "".
std::string plainText(const Value &value);

// "2026-04-21 14:30:00" with as many fraction digits as needed; ISO dates and times with an optional zone read back.
std::string isoText(Moment moment);
std::optional<Moment> momentFromIso(std::string_view text);

} // namespace tessera::model
