// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QCommandLineOption>
#include <QString>

#include "adapters/codec/workbook_file.h"
#include "app/cli/console.h"
#include "model/checks/profile.h"
#include "model/schema/catalogue.h"

class QCommandLineParser;

namespace tessera::app {

// How commands start: the workbook a person named, and the catalogue it is read with. What fails is said on the
// console; the command then ends with Misuse (workbook) or Findings (catalogue, a fault of the program).

std::optional<adapters::LoadedWorkbook> openWorkbook(const QString &path, Console &console);

// With the user's layer. A layer that does not work is named and left out.
std::optional<model::Catalogue> openCatalogue(Console &console);

// The profile that --profile names; none without the option. False: it cannot be read, and the console says why.
bool openProfile(const QCommandLineParser &arguments, std::optional<model::OrganisationProfile> &profile,
                 Console &console);
QCommandLineOption profileOption();

} // namespace tessera::app
