// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QString>

#include "model/base/result.h"
#include "model/schema/catalogue.h"

namespace tessera::adapters {

// The user's own layer over the schema catalogue: what was imported from Sigma's OpenAPI document. It is one file of
// the catalogue's form in the program's data folder; the window and the command line both read it.
QString userLayerPath();

struct UserCatalogue
{
    model::Catalogue catalogue;
    bool hasLayer = false;
    // Why the layer was left out: a file that cannot be read, or that no longer fits this program.
    std::optional<model::Error> problem = {};
};
// The catalogue of this program with the user's layer, when there is one. A layer that does not work is left out and
// named. Errors: a built-in catalogue that does not load (a fault of the program).
model::Result<UserCatalogue> loadUserCatalogue();

// Replaces the layer. Errors: Invalid when it does not fit the built-in catalogue, Io.
model::Result<void> storeUserLayer(const std::string &layer);

// Whether there was one. Errors: Io.
model::Result<bool> removeUserLayer();

} // namespace tessera::adapters
