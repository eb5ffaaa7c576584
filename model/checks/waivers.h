// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/base/result.h"
#include "model/checks/diagnostic.h"

namespace tessera::model {

// A person decided to live with a finding. Kept in the workbook's local extras: saved in the workspace, printed in
// packages, never sent to Sigma. It covers every finding of one rule at one object.
struct Waiver
{
    std::string rule;
    std::string element; // as Diagnostic::element, "" for the workbook itself
    QString reason;

    bool operator==(const Waiver &) const = default;
};

std::vector<Waiver> waiversOf(const Workbook &workbook);

// Fills Diagnostic::waiver of every finding a waiver covers. Errors cannot be waived: Sigma would not listen.
void applyWaivers(const Workbook &workbook, QList<Diagnostic> &findings);

// Errors: Invalid for an error-level finding, an unknown rule or an empty reason.
Result<Transaction> makeWaive(const Workbook &workbook, const Diagnostic &finding, const QString &reason);
// Takes the waiver of this rule and object back. Errors: NotFound.
Result<Transaction> makeUnwaive(const Workbook &workbook, const std::string &rule, const std::string &element);

} // namespace tessera::model
