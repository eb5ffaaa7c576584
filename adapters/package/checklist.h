// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QList>

#include "model/checks/diagnostic.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

// `checklist.md` of a package: what a person still has to do in Sigma after the workbook is there, as Markdown with a
// box per step. The manual steps that validation found, then those that every workbook needs; last, with the reason,
// every finding that somebody decided to live with.
std::string checklistText(const model::Workbook &workbook, const QList<model::Diagnostic> &findings);

} // namespace tessera::adapters
