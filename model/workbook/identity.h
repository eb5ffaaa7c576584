// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "model/base/json.h"

namespace tessera::model {

// What tells one body from another: reading and rewriting it, for copies and new things.
std::string idOf(const Json &body);
std::string kindOf(const Json &body); // of an element
void setId(Json &body, const std::string &id);
void setControlId(Json &body, const std::string &handle);
// The keys that say what a content is (its schema version and kind), without what it holds.
Json contentHeader(const Json &contents);
// Replaces the display name where the body has one, in the form it is written; else nothing happens.
void setName(Json &body, const std::string &name);
// Every action id of a body may be answered with another one.
void renameActionIds(Json &body, const std::function<std::string(const std::string &)> &fresh);

} // namespace tessera::model
