// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/sqlite_values.h"

#include "model/base/json_text.h"

namespace tessera::adapters {

using model::Value;
using model::formula::ValueType;

namespace {

struct Setter
{
    sqlite3_context *context;

    void operator()(std::monostate) const { sqlite3_result_null(context); }
    void operator()(bool value) const { sqlite3_result_int(context, value ? 1 : 0); }
    void operator()(std::int64_t value) const { sqlite3_result_int64(context, value); }
    void operator()(double value) const { sqlite3_result_double(context, value); }
    void operator()(const std::string &value) const
    {
        sqlite3_result_text64(context, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    void operator()(model::Moment value) const { (*this)(model::isoText(value)); }
    void operator()(const model::Json &value) const { (*this)(model::writeJson(value)); }
};

Value fromText(std::string_view text, ValueType wanted)
{
    if (wanted == ValueType::Date) {
        const auto moment = model::momentFromIso(text);
        return moment ? Value(*moment) : Value();
    }
    if (wanted == ValueType::Variant) {
        auto json = model::readJson(text);
        return json ? Value(std::move(*json)) : Value();
    }
    return std::string(text);
}

} // namespace

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

Value valueOf(sqlite3_value *value, ValueType wanted)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: {
        const std::int64_t number = sqlite3_value_int64(value);
        if (wanted == ValueType::Logical)
            return number != 0;
        return wanted == ValueType::Variant ? Value(model::Json(number)) : Value(number);
    }
    case SQLITE_FLOAT: {
        const double number = sqlite3_value_double(value);
        if (wanted == ValueType::Logical)
            return number != 0;
        return wanted == ValueType::Variant ? Value(model::Json(number)) : Value(number);
    }
    case SQLITE_TEXT:
    case SQLITE_BLOB:
        return fromText(textOf(value), wanted);
    default:
        return {};
    }
}

void setResult(sqlite3_context *context, const Value &value)
{
    std::visit(Setter{context}, value.data());
}

ValueType typeOfLetter(char letter)
{
    switch (letter) {
    case 't':
        return ValueType::Text;
    case 'n':
        return ValueType::Number;
    case 'l':
        return ValueType::Logical;
    case 'd':
        return ValueType::Date;
    case 'v':
        return ValueType::Variant;
    default:
        return ValueType::Any;
    }
}

} // namespace tessera::adapters
