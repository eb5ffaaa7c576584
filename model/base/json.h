// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace tessera::model {

// Ordered property tree: keys keep the order they came in.
using Json = nlohmann::ordered_json;

// A number whose text would not survive a trip through int64, uint64 or double (for example 123456789012345678901 or
// 1.10) is carried as its text. JSON has no binary values of its own, so that slot holds it: `is_binary()` tells.
inline Json rawNumber(std::string_view text)
{
    return Json::binary(std::vector<std::uint8_t>(text.begin(), text.end()));
}

inline bool isRawNumber(const Json &value)
{
    return value.is_binary();
}

inline std::string rawNumberText(const Json &value)
{
    const auto &bytes = value.get_binary();
    return {bytes.begin(), bytes.end()};
}

// The text of a string value, else an empty text. Never throws.
inline std::string stringOf(const Json &value)
{
    return value.is_string() ? value.get_ref<const std::string &>() : std::string();
}

// The member `key` of an object, else null. Never throws.
inline const Json *member(const Json &object, std::string_view key)
{
    if (!object.is_object())
        return nullptr;
    for (const auto &[name, value] : object.get_ref<const Json::object_t &>()) {
        if (name == key)
            return &value;
    }
    return nullptr;
}

inline std::string stringMember(const Json &object, std::string_view key)
{
    const Json *value = member(object, key);
    return value ? stringOf(*value) : std::string();
}

} // namespace tessera::model
