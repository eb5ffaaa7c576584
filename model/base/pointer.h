// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/json.h"

namespace tessera::model {

// RFC 6901 pointers, as plain text ("" is the whole value, "/columns/0/name" a member). None of these throws.

std::string escapeToken(std::string_view token);
std::string joinPointer(std::string_view base, std::string_view token); // token is escaped here
std::string joinPointer(std::string_view base, std::size_t index);
std::vector<std::string> splitPointer(std::string_view pointer); // unescaped tokens; a missing leading '/' is tolerated
std::string parentPointer(std::string_view pointer);             // "" for "" and "/a"
std::string lastToken(std::string_view pointer);                 // unescaped, "" for ""

// The value a pointer names, null where it names nothing.
const Json *at(const Json &root, std::string_view pointer);

// Position of the last token within its parent: key order in an object, index in an array; -1 where it names nothing.
int positionOf(const Json &root, std::string_view pointer);

// Sets, inserts or removes one value. `value` empty: remove. `position`: for a new object member its place in the key
// order (-1: last); for an array insertion the pointer's index says where ("-" or the size: append). An existing array
// slot is replaced unless `insert`. The parent must exist.
// Returns false, and changes nothing, where the pointer cannot be followed.
bool assign(Json &root, std::string_view pointer, const std::optional<Json> &value, int position = -1,
            bool insert = false);

} // namespace tessera::model
