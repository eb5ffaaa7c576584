// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <QString>

#include "model/checks/check_context.h"
#include "model/schema/type_spec.h"

namespace tessera::model {

// Words and corrections for values that do not fit their type in the catalogue.

// Looking for what may be meant costs a look at every candidate; with more of them nothing is offered.
inline constexpr int mostGuesses = 100;

QString typeName(ValueType type);    // "a text", "a list"
QString words(const TypeSpec &type); // the accepted ones of an enum, in quotes

// How a message names a place: its key, with the key before it for an entry of a list ("values/0").
std::string placeName(std::string_view path);

// The same value in the wanted type, where nothing is lost: "12" and 12, "true" and true, "c" and {"columnId": "c"},
// a map and a list of it alone.
std::optional<Json> converted(const TypeSpec &type, const Json &value);
// The whole number that a text holds.
std::optional<Json> integerIn(const Json &value);
// What belongs into the form of a union that carries the same key: page: x is {type: page, page: x}.
std::optional<Json> formWith(const TypeSpec &type, const std::string &key, const Json &value);
// A value of an older form of a union in the form Sigma takes today; none when nobody can tell.
std::optional<Json> modernised(const TypeSpec &type, const Json &value);
// The accepted word of an enum that is meant: true and false of switches, and slips of spelling.
std::optional<Json> nearWord(const TypeSpec &type, const Json &value);
// The form of a union, and the field of a map, that a slip of spelling stands for; "" when none is near or the field is
// there already, or would not take the value.
std::string nearForm(const TypeSpec &type, const Json &word);
std::string nearKey(const TypeSpec &type, const Json &map, const std::string &key);
// A color that is not written as Sigma takes it, as hex: common names, #rgba, and what carries a transparency where
// none is accepted. "" for others.
std::string hexOf(const std::string &color, bool alpha);

// Gives a channel a column of its own, with the formula of the one it shares with another.
QuickFix secondColumnFix(const CheckContext &context, const std::string &column, const std::string &path);

} // namespace tessera::model
