// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "adapters/query/csv_import.h"
#include "model/query/relation.h"

namespace tessera::adapters {

// Local copies of source tables in a workspace file: imported CSV files, captured rows. They belong to one document and
// stand for the table of a warehouse that has the same path (and connection, where the copy names one). Every call
// opens the file for itself and may come from any thread.

struct SourceCopy
{
    std::string id;
    std::string connectionId;      // "": of any connection
    std::vector<std::string> path; // as elements write it; at least the table's name
    std::vector<model::query::Column> columns;
    std::string dataTable; // in the workspace file; another one with every import
    QString origin;        // where it came from, for a person: the file's path
    std::int64_t rows = 0;
    QString capturedAt; // ISO 8601, UTC
};

// Errors: NotFound, Io, Invalid for a file that is no workspace.
model::Result<std::vector<SourceCopy>> sourceCopies(const QString &workspace, const QString &document);

// The copy that stands for a table; null: none. Paths compare without regard to case; a copy of a longer or shorter
// path fits where all parts both have are equal, from the table's name up.
const SourceCopy *findCopy(const std::vector<SourceCopy> &copies, const model::query::TableSource &source);

// A table's name as warehouses write it, of a file: "Orders 2024.csv" is ORDERS_2024.
std::string tableNameOf(const QString &csv);

struct CopyTarget
{
    std::string connectionId;
    std::vector<std::string> path; // empty: named after the file
};
struct ImportedCopy
{
    SourceCopy copy;
    CsvShape shape; // how the file was read, and what was wrong with it
};
// Reads a CSV file into the workspace, in small transactions that leave the journal its turn. Takes the place of the
// copy with the same path. Takes as long as the file needs: for a worker thread. When stopped or failed nothing stays.
// Errors: those of loadCsv; ReadOnly.
model::Result<ImportedCopy> importCsv(const QString &workspace, const QString &document, const QString &csv,
                                      CopyTarget target = {}, const CsvLoadOptions &options = {});

// Copies all tables of a document for a document of another workspace, as large as they are: for a worker thread.
// Errors: NotFound, Io; tables already copied stay.
model::Result<void> carryCopies(const QString &from, const QString &document, const QString &to,
                                const QString &toDocument);

// Forgets a copy with its rows. Errors: NotFound, Io.
model::Result<void> removeCopy(const QString &workspace, const std::string &id);

} // namespace tessera::adapters
