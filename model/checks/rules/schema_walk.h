// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/rules/rule_support.h"
#include "model/schema/catalogue.h"

namespace tessera::model {

// Holds a body against the catalogue, along its types. `facts`: of an element, null for other bodies.
void walkSchema(CheckContext &context, const Json &body, const ElementFacts *facts, const QString &label,
                const KindSpec &spec);

} // namespace tessera::model
