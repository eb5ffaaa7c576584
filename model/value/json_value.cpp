// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value/json_value.h"

#include "model/value/calendar.h"

namespace tessera::model {

Value fromJson(const Json &json)
{
    if (json.is_null())
        return {};
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number_integer() && !(json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX))
        return json.get<std::int64_t>();
    if (json.is_number())
        return json.get<double>();
    if (json.is_string())
        return stringOf(json);
    return json;
}

Value literalFromJson(const Json &json, bool date)
{
    if (json.is_structured() || json.is_binary())
        return {};
    if (date && json.is_string()) {
        if (const auto moment = momentFromIso(stringOf(json)))
            return *moment;
    }
    return fromJson(json);
}

} // namespace tessera::model
