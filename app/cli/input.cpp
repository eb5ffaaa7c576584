// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include <QCommandLineParser>

#include "adapters/files/atomic_file.h"
#include "adapters/schema/user_layer.h"
#include "app/cli/command.h"

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

bool openProfile(const QCommandLineParser &arguments, std::optional<model::OrganisationProfile> &profile,
                 Console &console)
{
    const QString path = arguments.value(u"profile"_qs);
    if (path.isEmpty())
        return true;
    const auto text = adapters::readFile(path);
    auto read = text ? model::readProfile(*text) : model::fail(text.error());
    if (!read) {
        console.err(read.error(), path);
        return false;
    }
    profile = std::move(*read);
    return true;
}

QCommandLineOption profileOption()
{
    return {u"profile"_qs, Cli::tr("What your organisation has: a JSON file, see the help on validation."), u"FILE"_qs};
}

} // namespace tessera::app
