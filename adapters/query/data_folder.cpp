// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/data_folder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include "adapters/files/atomic_file.h"
#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Json;
using model::Result;
using model::formula::ValueType;
using model::query::TableSource;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::DataFolder)
};

const QString typesFile = QStringLiteral("types.json");

std::optional<ValueType> typeNamed(const std::string &name)
{
    const std::pair<std::string_view, ValueType> types[] = {{"text", ValueType::Text},
                                                            {"number", ValueType::Number},
                                                            {"logical", ValueType::Logical},
                                                            {"date", ValueType::Date},
                                                            {"variant", ValueType::Variant}};
    for (const auto &[word, type] : types) {
        if (word == name)
            return type;
    }
    return std::nullopt;
}

bool sameName(std::string_view a, std::string_view b)
{
    return model::toQString(a).compare(model::toQString(b), Qt::CaseInsensitive) == 0;
}

// The last part of a path alone, then with one more part in front each time; the longest first.
std::vector<std::string> dottedNames(const std::vector<std::string> &path)
{
    std::vector<std::string> names;
    for (std::size_t from = 0; from < path.size(); ++from) {
        std::string name;
        for (std::size_t i = from; i < path.size(); ++i)
            name += (i > from ? "." : "") + path[i];
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace

// Looks names up among the folder's entries, never the other way round: a name with ".." or "/" leads nowhere.
std::optional<DataFolder::File> DataFolder::inFolder(const QString &folder, const std::vector<std::string> &names) const
{
    const QDir dir(folder.isEmpty() ? m_path : m_path + QLatin1Char('/') + folder);
    const QFileInfoList entries = dir.entryInfoList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name);
    for (const std::string &name : names) {
        for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
            for (const QFileInfo &entry : entries) {
                const QString base = entry.fileName().chopped(4);
                if (base.compare(model::toQString(name), sensitivity) == 0)
                    return File{entry.filePath(),
                                model::toUtf8(folder.isEmpty() ? base : folder + QLatin1Char('/') + base),
                                entry.lastModified().toMSecsSinceEpoch(), entry.size()};
            }
        }
    }
    return std::nullopt;
}

std::optional<DataFolder::File> DataFolder::findTable(const std::vector<std::string> &path) const
{
    return inFolder({}, dottedNames(path));
}

std::optional<DataFolder::File> DataFolder::find(const TableSource &source) const
{
    switch (source.kind) {
    case TableSource::Kind::Warehouse:
        return findTable(source.path);
    case TableSource::Kind::Sql:
        return inFolder(QStringLiteral("sql"), {source.elementId});
    case TableSource::Kind::DataModel:
        return inFolder(QStringLiteral("data-model"), {source.name, source.elementId});
    case TableSource::Kind::InputTable:
        return inFolder(QStringLiteral("input"), {source.elementId});
    }
    return std::nullopt;
}

qint64 DataFolder::typesModifiedMs() const
{
    const QFileInfo info(QDir(m_path).filePath(typesFile));
    return info.isFile() ? info.lastModified().toMSecsSinceEpoch() : 0;
}

Result<DataFolder::Types> DataFolder::typesOf(const File &file) const
{
    const QString path = QDir(m_path).filePath(typesFile);
    if (!QFileInfo(path).isFile())
        return Types();
    const auto bytes = readFile(path);
    if (!bytes)
        return model::fail(bytes.error());
    const auto json = model::readJson(*bytes);
    model::Location where;
    where.file = path;
    if (!json || !json->is_object())
        return model::fail(ErrorCode::Invalid, Texts::tr("“types.json” is no JSON object."),
                           Texts::tr("It looks like {\"TABLE\": {\"COLUMN\": \"text\"}}."), where);
    Types types;
    for (const auto &[table, columns] : json->get_ref<const Json::object_t &>()) {
        if (!sameName(table, file.name) || !columns.is_object())
            continue;
        for (const auto &[column, type] : columns.get_ref<const Json::object_t &>()) {
            const auto known = typeNamed(model::stringOf(type));
            if (!known) {
                where.pointer = "/" + table + "/" + column;
                return model::fail(
                    ErrorCode::Invalid,
                    Texts::tr("“types.json” gives “%1” a type that does not exist.").arg(model::toQString(column)),
                    Texts::tr("There are text, number, logical, date and variant."), where);
            }
            types[column] = *known;
        }
    }
    return types;
}

std::optional<std::string> DataFolder::metricOf(const TableSource &source, const std::string &name) const
{
    const auto bytes = readFile(QDir(m_path).filePath(QStringLiteral("data-model/metrics.json")));
    const auto json = model::readJson(bytes ? *bytes : std::string());
    if (!json || !json->is_object())
        return std::nullopt;
    for (const auto &[element, metrics] : json->get_ref<const Json::object_t &>()) {
        const bool mine = sameName(element, source.name) || sameName(element, source.elementId);
        if (!mine || !metrics.is_object())
            continue;
        for (const auto &[metric, formula] : metrics.get_ref<const Json::object_t &>()) {
            if (sameName(metric, name) && formula.is_string())
                return model::stringOf(formula);
        }
    }
    return std::nullopt;
}

} // namespace tessera::adapters
