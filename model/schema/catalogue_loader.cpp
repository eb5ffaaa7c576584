// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/catalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/schema/catalogue_reader.h"

// The resources sit in a static library, so the linker drops their initialiser unless someone asks for it. The macro
// declares a function and must stand outside of any namespace.
static void registerSchemaResources()
{
    Q_INIT_RESOURCE(schema);
}

namespace tessera::model {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCatalogue)
};

} // namespace

Result<std::vector<CatalogueText>> builtInCatalogueTexts()
{
    registerSchemaResources();
    const QDir folder(QStringLiteral(":/schema"));
    std::vector<CatalogueText> texts;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Io, Tr::tr("The schema catalogue file %1 cannot be read.").arg(name),
                        file.errorString());
        const QByteArray bytes = file.readAll();
        texts.push_back({name, std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()))});
    }
    if (texts.empty())
        return fail(ErrorCode::NotFound, Tr::tr("The schema catalogue is missing from this program."));
    return texts;
}

Result<Catalogue> readCatalogue(const std::vector<CatalogueText> &files)
{
    CatalogueReader reader;
    for (const CatalogueText &file : files) {
        const Result<Json> root = readJson(file.json);
        if (!root) {
            Error error = root.error();
            error.where.file = file.file;
            return fail(std::move(error));
        }
        reader.addFile(file.file, *root);
    }
    std::shared_ptr<const CatalogueData> data = reader.finish();
    if (reader.problems().isEmpty())
        return Catalogue(std::move(data));
    Error error{ErrorCode::Invalid, Tr::tr("The schema catalogue has %n mistake(s); the first: %1", nullptr,
                                           static_cast<int>(reader.problems().size()))
                                        .arg(reader.problems().first())};
    error.detail = reader.problems().join(QLatin1Char('\n'));
    return fail(std::move(error));
}

Result<Catalogue> loadCatalogue(const std::vector<CatalogueText> &layers)
{
    return builtInCatalogueTexts().and_then([&](std::vector<CatalogueText> texts) {
        texts.insert(texts.end(), layers.begin(), layers.end());
        return readCatalogue(texts);
    });
}

} // namespace tessera::model
