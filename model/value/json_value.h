// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/value/value.h"

namespace tessera::model {

// A value of the wire: text, number, logical or null as itself; objects and arrays as a variant. Whole numbers that do
// not fit 64 bits with a sign are taken as doubles.
Value fromJson(const Json &json);

// The same, where ISO text is a moment when `date` says that dates stand here. Objects and arrays are Null: no literal.
Value literalFromJson(const Json &json, bool date);

} // namespace tessera::model
