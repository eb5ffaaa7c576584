// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/rules/rule_support.h"

namespace tessera::model {

// The values a control offers: where they come from and what they are.
// Source: Sigma's two forms of a value source (a column, doubly nested; parallel lists of values and labels).
void checkOfferedValues(CheckContext &context, const Json &body, const QString &label);

// The choices of a column of an input table have the type of the column.
void checkColumnChoices(CheckContext &context, const Json &column, const std::string &path, const QString &label);

// A list of another length: cut, or filled up with null.
QuickFix resizeFix(const QString &label, const CheckContext &context, const std::string &path, const Json &list,
                   std::size_t size);

} // namespace tessera::model
