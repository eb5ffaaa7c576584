// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/csv/csv_preview.h"

#include <algorithm>

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::CsvPreview)
};

constexpr qint64 startBytes = 256 * 1024;
constexpr std::size_t rowsKept = 100;

// Up to the end of the last line; in UTF-16 and UTF-32 zero bytes belong to its line feed.
void endWithLine(QByteArray &bytes)
{
    qsizetype end = bytes.lastIndexOf('\n') + 1;
    if (end == 0)
        return; // one line that is longer: shown as far as it goes
    for (int zeros = 0; zeros < 3 && end < bytes.size() && bytes.at(end) == '\0'; ++zeros)
        ++end;
    bytes.truncate(end);
}

} // namespace

Result<CsvStart> readCsvStart(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return model::fail(ErrorCode::NotFound, Texts::tr("There is no file “%1”.").arg(path));
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        model::Error error{ErrorCode::Io, Texts::tr("“%1” could not be read.").arg(QFileInfo(path).fileName())};
        error.detail = file.errorString();
        return model::fail(std::move(error));
    }
    CsvStart start{file.read(startBytes), file.atEnd()};
    if (!start.whole)
        endWithLine(start.bytes);
    return start;
}

Result<CsvPreview> previewCsv(const CsvStart &start, const CsvScanOptions &options)
{
    QByteArray bytes = start.bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    auto shape = scanCsv(device, options);
    if (!shape)
        return model::fail(shape.error());
    CsvPreview preview{std::move(*shape), {}};
    device.seek(0);
    const auto take = [&](std::int64_t line, const std::vector<std::string_view> &fields) {
        std::vector<CsvPreviewCell> row;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const CsvColumn &column = preview.shape.columns[i];
            const bool suits = fields[i].empty() || suitsType(fields[i], column.type, preview.shape.decimal);
            if (!suits && preview.shape.problemCount++ < model::RowImport::keptProblems)
                preview.shape.problems.append(unsuitableCell(line, column, fields[i]));
            row.push_back({model::toQString(fields[i]), suits});
        }
        if (preview.rows.size() < rowsKept)
            preview.rows.push_back(std::move(row));
        return true;
    };
    if (auto read = readCsvRows(device, preview.shape, take); !read)
        return model::fail(read.error());
    std::ranges::stable_sort(preview.shape.problems, {}, &model::RowImportProblem::line);
    return preview;
}

} // namespace tessera::adapters
