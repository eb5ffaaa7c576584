// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/rules/rule_support.h"

namespace tessera::model {

// Input tables: their source, the shapes of their columns, what only a person can set. The rules are rows of the topic
// "data". Source: Sigma's input-table sources, column shapes, write-back.
void checkInputTable(CheckContext &context, const Json &body, const ElementFacts &facts);

} // namespace tessera::model
