// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/base/json.h"

namespace tessera::model {

// Reading bodies of any shape: what is missing or of another type reads as "nothing there". None of these throws.

inline const Json &nothing()
{
    static const Json null;
    return null;
}

inline const Json &child(const Json &object, std::string_view key)
{
    const Json *value = member(object, key);
    return value ? *value : nothing();
}

// The list under `key`, else an empty one: always safe to iterate.
inline const Json &items(const Json &object, std::string_view key)
{
    static const Json empty = Json::array();
    const Json *value = member(object, key);
    return value && value->is_array() ? *value : empty;
}

inline const Json &asList(const Json &value)
{
    static const Json empty = Json::array();
    return value.is_array() ? value : empty;
}

inline bool has(const Json &object, std::string_view key)
{
    return member(object, key) != nullptr;
}

// The text of a string without a copy, else "".
inline std::string_view textOf(const Json &value)
{
    return value.is_string() ? std::string_view(value.get_ref<const std::string &>()) : std::string_view();
}

inline std::string_view textAt(const Json &object, std::string_view key)
{
    return textOf(child(object, key));
}

} // namespace tessera::model
