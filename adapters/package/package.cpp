// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/package/package.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFileInfo>

#include "adapters/codec/post_body.h"
#include "adapters/codec/workbook_file.h"
#include "adapters/package/checklist.h"
#include "adapters/workspace/sigds_sql.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/table/memory_row_store.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Json;
using model::Severity;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Package)
};

int countOf(const QList<model::Diagnostic> &findings, Severity severity)
{
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(),
                      [severity](const model::Diagnostic &finding) { return finding.severity == severity; }));
}

// A file name that every system accepts, unique within the package.
std::string pictureName(const std::string &blockId, const Archive &files)
{
    std::string name;
    for (const char c : blockId)
        name += std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' ? c : '_';
    std::string path = "pages/" + name + ".png";
    for (int number = 2; files.contains(path); ++number)
        path = "pages/" + name + '-' + std::to_string(number) + ".png";
    return path;
}

model::Result<void> addPictures(const model::Workbook &workbook, const PackageOptions &options, Archive &files)
{
    if (!options.picture)
        return {};
    for (const auto collection : {model::Collection::Pages, model::Collection::Overlays, model::Collection::Panels}) {
        for (const model::Object &block : workbook.list(collection)) {
            auto picture = options.picture(block.id());
            if (!picture)
                return model::fail(picture.error());
            files.emplace(pictureName(block.id(), files), std::move(*picture));
        }
    }
    return {};
}

void addSql(const model::Workbook &workbook, const PackageOptions &options, Archive &files)
{
    static const model::MemoryRowStore noRows;
    for (const model::sql::Dialect dialect : model::sql::allDialects()) {
        const std::string name(model::sql::dialectName(dialect));
        files["sigds/" + name + ".sql"] = sigdsSql(workbook, options.rows ? *options.rows : noRows, dialect);
    }
}

Json manifestOf(const LoadedWorkbook &workbook, const PackageOptions &options, const Archive &files)
{
    Json list = Json::array();
    for (const auto &[path, bytes] : files)
        list.push_back({{"path", path}, {"bytes", bytes.size()}, {"sha256", sha256(bytes)}});
    const int errors = countOf(options.findings, Severity::Error);
    return {
        {"formatVersion", packageFormatVersion},
        {"tool", {{"name", "Tessera"}, {"version", TESSERA_VERSION}}},
        {"source",
         {{"file", model::toUtf8(QFileInfo(workbook.path).fileName())},
          {"envelope", model::toUtf8(envelopeName(workbook.envelope))},
          {"sha256", sha256(workbook.text)}}},
        {"errors", errors},
        {"warnings", countOf(options.findings, Severity::Warning)},
        {"manualSteps", countOf(options.findings, Severity::Manual)},
        {"exportedDespiteErrors", errors > 0},
        {"files", std::move(list)},
    };
}

} // namespace

model::Result<std::string> buildPackage(const LoadedWorkbook &workbook, const PackageOptions &options)
{
    const int errors = countOf(options.findings, Severity::Error);
    if (errors > 0 && !options.force) {
        return model::fail(
            ErrorCode::Invalid,
            Text::tr("The workbook has %n error(s), so Sigma would reject the package.", nullptr, errors),
            Text::tr("Fix them, or export all the same; the package then says so."));
    }
    const auto contents = convertWorkbook(workbook, {Format::Yaml, Envelope::Contents});
    if (!contents)
        return model::fail(contents.error());
    Archive files;
    files["workbook.yaml"] = *contents;
    files["post-body.json"] = postBody(workbook.workbook);
    files["validation.json"] = model::writeJson(options.validation, 2) + '\n';
    files["checklist.md"] = checklistText(workbook.workbook, options.findings);
    if (!workbook.workbook.extras.empty())
        files["extras.json"] = model::writeJson(workbook.workbook.extras, 2) + '\n';
    addSql(workbook.workbook, options, files);
    if (const auto added = addPictures(workbook.workbook, options, files); !added)
        return model::fail(added.error());
    files["manifest.json"] = model::writeJson(manifestOf(workbook, options, files), 2) + '\n';
    return writeArchive(files);
}

} // namespace tessera::adapters
