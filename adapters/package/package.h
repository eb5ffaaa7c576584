// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include <QList>
#include <QString>

#include "adapters/package/archive.h"
#include "model/base/json.h"
#include "model/checks/diagnostic.h"
#include "model/table/row_store.h"

namespace tessera::adapters {

struct LoadedWorkbook;

// A package: everything a workbook needs to reach Sigma, in one ZIP file. What stands in it, `manifest.json` first of
// all (format version, tool, source, SHA-256 of every other file), is described in resources/help/packages.md.
inline constexpr int packageFormatVersion = 1;

struct PackageOptions
{
    // What validation said about the workbook, located.
    QList<model::Diagnostic> findings;
    // Put errors into the package instead of refusing to make it; the manifest then says so.
    bool force = false;
    // Rows of the input tables; null: none.
    const model::RowStore *rows = nullptr;
    // PNG of a page, overlay or panel; none: the package holds no pictures.
    std::function<model::Result<std::string>(const std::string &blockId)> picture;
    // The findings as `validate --json` prints them.
    model::Json validation;
};

// The bytes of the package. The same workbook, findings and pictures give the same bytes.
// Errors: Invalid when the findings hold an error and `force` is off; whatever `picture` returns.
model::Result<std::string> buildPackage(const LoadedWorkbook &workbook, const PackageOptions &options);

struct Package
{
    model::Json manifest;
    Archive files; // without the manifest

    const std::string *file(const std::string &path) const; // null: not in it
    const std::string &workbookText() const;                // the contents envelope as YAML
    bool hasErrors() const;                                 // it was made although validation found errors
};

// Reads and verifies a package. Errors: those of readArchive; Invalid when the manifest is missing, names another file
// than the archive holds, or a hash differs; TooNew for a later format version.
model::Result<Package> readPackage(const std::string &bytes);

// Lower-case hexadecimal SHA-256.
std::string sha256(const std::string &bytes);

} // namespace tessera::adapters
