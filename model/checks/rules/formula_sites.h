// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/rules/rule_support.h"
#include "model/names/text_sites.h"

namespace tessera::model {

// One text that may hold formulas: whether it can be read, what its names mean, whether its parts fit. `owner`: the
// element it stands in, null for texts outside elements.
void checkFormulaSite(CheckContext &context, const QString &label, const ElementFacts *owner, const TextSite &site);

// The names alone (formula_names.cpp).
void checkFormulaNames(CheckContext &context, const QString &label, const ElementFacts *owner, const TextSite &site);

// Columns of an element that need themselves, and calculations and key values that are no aggregates
// (formula_columns.cpp).
void checkFormulaColumns(CheckContext &context, const Json &body, const ElementFacts &facts, const QString &label);

// Writes another text at a place, unless the one there has changed since.
QuickFix textFix(QString label, const CheckContext &context, const TextSite &site, std::string text);

} // namespace tessera::model
