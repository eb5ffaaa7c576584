// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QByteArray>

#include "adapters/csv/csv_shape.h"

namespace tessera::adapters {

// The start of a CSV file, to see at once how some choices would read it.

struct CsvStart
{
    QByteArray bytes;   // up to the end of a line
    bool whole = false; // of the file
};

// The first 256 KiB. Errors: NotFound, Io.
model::Result<CsvStart> readCsvStart(const QString &path);

struct CsvPreviewCell
{
    QString text;
    bool suits = true; // its column's type; else it would be left empty
};

struct CsvPreview
{
    CsvShape shape;                                // of the start: types and problems of the rest are not known yet
    std::vector<std::vector<CsvPreviewCell>> rows; // the first 100
};

// Takes a few milliseconds. Problems name also the cells that do not suit their type. Errors: those of scanCsv.
model::Result<CsvPreview> previewCsv(const CsvStart &start, const CsvScanOptions &options);

} // namespace tessera::adapters
