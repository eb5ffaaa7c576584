// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QCoreApplication>
#include <QCryptographicHash>

#include "adapters/package/package.h"
#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Json;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Package)
};

const std::string manifestPath = "manifest.json";

model::Unexpected broken(const QString &message)
{
    return model::fail(ErrorCode::Invalid, message,
                       Text::tr("The package was changed or damaged after it was made. Export it again."));
}

model::Result<void> checkVersion(const Json &manifest)
{
    const Json *version = model::member(manifest, "formatVersion");
    if (!version || !version->is_number_integer())
        return broken(Text::tr("The manifest of the package does not name its format version."));
    if (version->get<std::int64_t>() > packageFormatVersion) {
        return model::fail(ErrorCode::TooNew,
                           Text::tr("The package has format version %1; this program reads up to %2.")
                               .arg(version->get<std::int64_t>())
                               .arg(packageFormatVersion),
                           Text::tr("Open it with a newer version of Tessera."));
    }
    return {};
}

model::Result<void> checkFiles(const Json &manifest, const Archive &files)
{
    const Json *list = model::member(manifest, "files");
    if (!list || !list->is_array())
        return broken(Text::tr("The manifest of the package does not list its files."));
    std::set<std::string> known; // a file listed again and again would be hashed as often, and hide another
    for (const Json &row : *list) {
        const std::string path = model::stringMember(row, "path");
        const auto found = files.find(path);
        if (found == files.end())
            return broken(Text::tr("The package lacks “%1”, which its manifest lists.").arg(model::toQString(path)));
        if (!known.insert(path).second)
            return broken(Text::tr("The manifest of the package lists “%1” twice.").arg(model::toQString(path)));
        if (sha256(found->second) != model::stringMember(row, "sha256"))
            return broken(
                Text::tr("“%1” in the package is not the file its manifest describes.").arg(model::toQString(path)));
    }
    if (known.size() != files.size())
        return broken(Text::tr("The package holds files that its manifest does not list."));
    return {};
}

} // namespace

std::string sha256(const std::string &bytes)
{
    const QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex().toStdString();
}

const std::string *Package::file(const std::string &path) const
{
    const auto found = files.find(path);
    return found == files.end() ? nullptr : &found->second;
}

const std::string &Package::workbookText() const
{
    static const std::string none;
    const std::string *text = file("workbook.yaml");
    return text ? *text : none;
}

bool Package::hasErrors() const
{
    const Json *errors = model::member(manifest, "errors");
    return errors && errors->is_number_integer() && errors->get<std::int64_t>() > 0;
}

model::Result<Package> readPackage(const std::string &bytes)
{
    auto files = readArchive(bytes);
    if (!files)
        return model::fail(files.error());
    Package package{{}, std::move(*files)};
    const std::string *text = package.file(manifestPath);
    if (!text)
        return model::fail(ErrorCode::Invalid,
                           Text::tr("The archive holds no manifest.json: it is not a package of this program."),
                           Text::tr("Choose a file that “Export package” or “tessera export” has written."));
    auto manifest = model::readJson(*text);
    if (!manifest)
        return broken(Text::tr("The manifest of the package cannot be read."));
    package.manifest = std::move(*manifest);
    package.files.erase(manifestPath);
    if (const auto version = checkVersion(package.manifest); !version)
        return model::fail(version.error());
    if (const auto right = checkFiles(package.manifest, package.files); !right)
        return model::fail(right.error());
    if (!package.file("workbook.yaml"))
        return broken(Text::tr("The package holds no workbook.yaml."));
    return package;
}

} // namespace tessera::adapters
