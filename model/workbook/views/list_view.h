// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/json.h"

namespace tessera::model {

// What the views of this folder share.

// Calls `visit(item, index)` for each item of the list at `key`; nothing when there is no such list.
template <class Visit>
void forEachItem(const Json &object, std::string_view key, Visit &&visit)
{
    const Json *items = member(object, key);
    if (!items || !items->is_array())
        return;
    int index = 0;
    for (const Json &item : *items)
        visit(item, index++);
}

inline bool isTrue(const Json &object, std::string_view key)
{
    const Json *value = member(object, key);
    return value && value->is_boolean() && value->get<bool>();
}

} // namespace tessera::model
