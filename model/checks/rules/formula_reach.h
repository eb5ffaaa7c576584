// SPDX-License-Identifier: GPL-3.0-or-later
// What the formula of a column can reach: its own element, the source, and others only through Lookup and Rollup.
#pragma once

#include "model/checks/rules/rule_support.h"
#include "model/names/resolver.h"
#include "model/names/text_edit.h"

namespace tessera::model {

// Whether a column formula of `owner` names a column of an element that is not its source, outside of Lookup and
// Rollup. False where the source may have names that the document does not tell (data models, joins).
bool reachesTooFar(const TextReference &at, const Resolution &found, const TextSite &site, const ElementFacts *owner);

// Lookups of several elements at once, and aggregates of what already is one value for many rows (formula_reach.cpp).
void checkReach(CheckContext &context, const ElementFacts &facts, const QString &label);

} // namespace tessera::model
