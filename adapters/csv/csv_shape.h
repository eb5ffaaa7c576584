// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include <QList>
#include <QStringList>

#include "adapters/csv/csv_cells.h"
#include "adapters/csv/csv_reader.h"
#include "model/table/row_import.h"

namespace tessera::adapters {

// What a CSV file holds, found by reading all of it once.

// A cell that decided something.
struct CellWitness
{
    std::int64_t line = 0; // 0: there is none
    QString text;          // the first characters of the cell
};

struct CsvColumn
{
    std::string name; // as the header says; made unique (ignoring case) and never empty
    model::formula::ValueType type = model::formula::ValueType::Text; // Text, Number, Logical or Date
    CellTypes possible;    // by the cells alone; `type` may be another by wish
    bool isEmpty = true;   // no cell holds anything
    CellWitness otherwise; // of a text column: the first cell that is no longer a number, logical or date
    CellWitness rounded;   // the first fraction with more figures than a number keeps
};

struct CsvShape
{
    TextEncoding encoding = TextEncoding::Utf8;
    bool hasMark = false;
    CellWitness brokenText; // first line whose bytes are no UTF-8: read as Windows-1252, or kept with U+FFFD
    CsvDialect dialect;
    char decimal = '.';
    bool header = true; // the first line names the columns
    std::vector<CsvColumn> columns;
    std::int64_t rows = 0;                   // that can be taken
    QList<model::RowImportProblem> problems; // the first RowImport::keptProblems, in the file's order
    std::int64_t problemCount = 0;

    CsvOptions readerOptions() const; // to read the same again
};

struct CsvScanOptions
{
    CsvOptions csv;
    bool header = true;  // false: the first line is a row, and columns are called Column 1, Column 2 …
    char decimal = '\0'; // '\0': a comma where columns are separated by something else and numbers are written so
    std::map<std::string, model::formula::ValueType> types;           // wishes, by column name ignoring case
    std::function<std::string(const std::string &header)> columnName; // how the header's columns are called; empty: so
    std::function<void(std::int64_t bytes)> progress;                 // now and then
    std::stop_token stop;
};

// Lines with fewer fields than the header get nulls at their end; lines with more are left out, because nobody can tell
// which field is the one too many (empty ones at the end do not count). Both are listed with line and reason.
// `device` is open for reading, not sequential, and stands at its start; it is read twice where the encoding was no
// Unicode. Errors: Invalid for an empty file; Io; Cancelled.
model::Result<CsvShape> scanCsv(QIODevice &device, const CsvScanOptions &options = {});

// Reads the rows of a file that was scanned, cell by cell in the shape's columns; short rows are filled with empty
// fields, rows too long are passed over. `row` gives false to stop. Errors: Io, Cancelled.
model::Result<void>
readCsvRows(QIODevice &device, const CsvShape &shape,
            const std::function<bool(std::int64_t line, const std::vector<std::string_view> &)> &row,
            const std::function<void(std::int64_t bytes)> &progress = {}, std::stop_token stop = {});

// What is said of a cell that its column's type does not take.
model::RowImportProblem unsuitableCell(std::int64_t line, const CsvColumn &column, std::string_view cell);

// "UTF-8", as people call it.
QString encodingName(TextEncoding encoding);

// How encoding, separators and types were found, in sentences for a person.
QStringList evidenceOf(const CsvShape &shape);

} // namespace tessera::adapters
