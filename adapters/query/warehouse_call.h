// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <QString>

#include <sqlite3.h>

#include "model/value/calendar.h"
#include "model/value/iso_text.h"

namespace tessera::adapters {

// For the files of the warehouse functions only: how one is called and registered.

// The arguments and the result of one call.
class WarehouseCall
{
public:
    WarehouseCall(sqlite3_context *context, int count, sqlite3_value **values)
        : m_context(context)
        , m_count(count)
        , m_values(values)
    {
    }

    int count() const { return m_count; }
    bool isNull(int i) const { return sqlite3_value_type(m_values[i]) == SQLITE_NULL; }
    int type(int i) const { return sqlite3_value_type(m_values[i]); }
    bool isNumber(int i) const { return type(i) == SQLITE_INTEGER || type(i) == SQLITE_FLOAT; }
    std::int64_t whole(int i) const { return sqlite3_value_int64(m_values[i]); }
    double number(int i) const { return sqlite3_value_double(m_values[i]); }
    std::string_view text(int i) const
    {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(m_values[i]));
        return {text ? text : "", static_cast<std::size_t>(sqlite3_value_bytes(m_values[i]))};
    }
    std::optional<model::Moment> moment(int i) const { return model::momentFromIso(text(i)); }
    model::Moment clock() const { return *static_cast<const model::Moment *>(sqlite3_user_data(m_context)); }

    void give(std::int64_t value) { sqlite3_result_int64(m_context, value); }
    void give(double value) { sqlite3_result_double(m_context, value); }
    void give(std::string_view value)
    {
        sqlite3_result_text(m_context, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    }
    void give(model::Moment value)
    {
        std::string text;
        model::appendIso(text, value);
        give(std::string_view(text));
    }
    void give(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        give(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
    }
    void giveNull() { sqlite3_result_null(m_context); }
    void giveArgument(int i) { sqlite3_result_value(m_context, m_values[i]); }
    void refuse(const char *why) { sqlite3_result_error(m_context, why, -1); }

private:
    sqlite3_context *m_context;
    int m_count;
    sqlite3_value **m_values;
};

using WarehouseBody = void (*)(WarehouseCall &);

// Null for any argument that is null, unless the body takes nulls.
template <WarehouseBody body, bool takesNull>
void callBody(sqlite3_context *context, int count, sqlite3_value **values)
{
    WarehouseCall call(context, count, values);
    for (int i = 0; i < count && !takesNull; ++i) {
        if (call.isNull(i))
            return call.giveNull();
    }
    body(call);
}

struct WarehouseFunction
{
    const char *name;
    int arguments; // -1: any number
    void (*function)(sqlite3_context *, int, sqlite3_value **);
};

template <WarehouseBody body>
constexpr WarehouseFunction entry(const char *name, int arguments)
{
    return {name, arguments, &callBody<body, false>};
}

std::span<const WarehouseFunction> warehouseDates(); // warehouse_dates.cpp
std::span<const WarehouseFunction> warehouseTexts(); // warehouse_texts.cpp

} // namespace tessera::adapters
