// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "adapters/codec/workbook_file.h"
#include "model/base/json.h"
#include "model/checks/diagnostic.h"
#include "model/checks/profile.h"
#include "model/schema/catalogue.h"

namespace tessera::app {

// Everything there is to say about a file: what reading it showed and what the rules find, each with its place, in the
// order of the file.
// `profile`: what the organisation has, null when nobody told.
QList<model::Diagnostic> findingsOf(const adapters::LoadedWorkbook &loaded, const model::Catalogue &catalogue,
                                    const model::OrganisationProfile *profile = nullptr);

// Findings that a person waived do not count.
int countOf(const QList<model::Diagnostic> &findings, model::Severity severity);

// "error", "warning", "info", "manual".
QString severityName(model::Severity severity);

// "FILE:LINE:COLUMN: error: message [rule]", and the hint on a line of its own.
QString findingText(const model::Diagnostic &finding);

// One finding as documented for `validate --json`.
model::Json findingJson(const model::Diagnostic &finding);
// As documented for `validate --json`; the entry of one file, and of one that cannot be read.
model::Json reportJson(const adapters::LoadedWorkbook &loaded, const QList<model::Diagnostic> &findings);
model::Json unreadableJson(const QString &path, const model::Error &error);

} // namespace tessera::app
