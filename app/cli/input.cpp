// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include "adapters/schema/user_layer.h"

namespace tessera::app {

std::optional<adapters::LoadedWorkbook> openWorkbook(const QString &path, Console &console)
{
    auto loaded = adapters::loadWorkbook(path);
    if (loaded)
        return std::move(*loaded);
    console.err(loaded.error(), path);
    return std::nullopt;
}

std::optional<model::Catalogue> openCatalogue(Console &console)
{
    auto loaded = adapters::loadUserCatalogue();
    if (!loaded) {
        console.err(loaded.error());
        return std::nullopt;
    }
    if (loaded->problem)
        console.err(*loaded->problem);
    return std::move(loaded->catalogue);
}

} // namespace tessera::app
