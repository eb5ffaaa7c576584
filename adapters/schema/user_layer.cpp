// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/schema/user_layer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "adapters/files/atomic_file.h"
#include "adapters/files/data_folder.h"

namespace tessera::adapters {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(UserLayer)
};

constexpr qint64 largestLayer = 16 * 1024 * 1024; // bytes; the whole built-in catalogue has less than one

model::CatalogueText layerText(std::string json)
{
    return {QFileInfo(userLayerPath()).fileName(), std::move(json)};
}

model::Error leftOut(model::Error cause)
{
    if (cause.where.file.isEmpty() || !QFileInfo(cause.where.file).isAbsolute())
        cause.where.file = userLayerPath();
    cause.hint =
        Tr::tr("It is left out. Import Sigma's OpenAPI document again, or remove it with “tessera schema reset”.");
    return cause;
}

} // namespace

QString userLayerPath()
{
    return dataFolder() + QStringLiteral("/schema-layer.json");
}

model::Result<UserCatalogue> loadUserCatalogue()
{
    std::optional<model::Error> problem;
    if (QFileInfo::exists(userLayerPath())) {
        const auto text = readFile(userLayerPath(), largestLayer);
        auto extended = text ? model::loadCatalogue({layerText(*text)}) : model::fail(text.error());
        if (extended)
            return UserCatalogue{std::move(*extended), true};
        problem = leftOut(std::move(extended.error()));
    }
    return model::loadCatalogue().map([&](model::Catalogue catalogue) {
        return UserCatalogue{std::move(catalogue), false, std::move(problem)};
    });
}

model::Result<void> storeUserLayer(const std::string &layer)
{
    if (const auto extended = model::loadCatalogue({layerText(layer)}); !extended)
        return model::fail(extended.error());
    const QString folder = QFileInfo(userLayerPath()).absolutePath();
    if (!QDir().mkpath(folder))
        return model::fail(model::ErrorCode::Io, Tr::tr("The folder “%1” could not be made.").arg(folder));
    return writeFile(userLayerPath(), layer);
}

model::Result<bool> removeUserLayer()
{
    QFile file(userLayerPath());
    if (!file.exists())
        return false;
    if (!file.remove())
        return model::fail(
            {model::ErrorCode::Io, Tr::tr("“%1” could not be removed.").arg(file.fileName()), {}, file.errorString()});
    return true;
}

} // namespace tessera::adapters
