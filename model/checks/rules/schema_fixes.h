// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QString>

#include "model/schema/type_spec.h"

namespace tessera::model {

// Words and corrections for values that do not fit their type in the catalogue.

QString typeName(ValueType type);    // "a text", "a list"
QString words(const TypeSpec &type); // the accepted ones of an enum, in quotes

// The same value in the wanted type, where nothing is lost: "12" and 12, "true" and true.
std::optional<Json> converted(const TypeSpec &type, const Json &value);
// A value of an older form of a union in the form Sigma takes today; none when nobody can tell.
std::optional<Json> modernised(const TypeSpec &type, const Json &value);
// The accepted word of an enum that is meant: true and false of switches, and slips of spelling.
std::optional<Json> nearWord(const TypeSpec &type, const Json &value);
// A color that is not written as Sigma takes it, as hex: common names, and what carries a transparency. "" for others.
std::string hexOf(const std::string &color);

} // namespace tessera::model
