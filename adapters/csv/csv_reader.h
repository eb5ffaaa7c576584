// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <QString>

#include "adapters/csv/text_source.h"
#include "model/base/result.h"

class QIODevice;

namespace tessera::adapters {

struct CsvOptions
{
    char delimiter = '\0';           // '\0': found from the first lines, among , ; tab |
    std::size_t maxField = 1 << 20;  // bytes; what is longer is cut and reported
    std::size_t maxFields = 100'000; // of one record; the rest is dropped and reported
    TextEncoding encoding = TextEncoding::Detect;
};

// One record. Fields are UTF-8 and live until the next record is read.
struct CsvRecord
{
    std::int64_t line = 0; // 1-based line of the file the record starts on
    std::vector<std::string_view> fields;
    // Sentences about what had to be repaired: an open quote, a NUL, a field too long, text that is not UTF-8. Empty
    // when the record is clean.
    std::vector<QString> problems;
    bool brokenText = false; // it held bytes that are no text in the file's encoding
};

// How the columns of a file are separated, and how sure that is.
struct CsvDialect
{
    char delimiter = ',';
    int sampleLines = 0;   // first lines that were looked at; 0: the delimiter was given
    int agreeingLines = 0; // of them: split like the first line
    int fields = 1;        // of the first line
};

// Reads RFC 4180 text of any size in constant memory: UTF-8 with or without BOM, UTF-16 (BOM or recognised by its zero
// bytes), line ends LF, CRLF or CR, blank lines passed over. Total: every input gives records, never an abort.
class CsvReader
{
public:
    // `device` is open for reading and outlives the reader.
    explicit CsvReader(QIODevice &device, CsvOptions options = {});
    ~CsvReader();

    bool next(CsvRecord &record);      // false: at the end, or the device failed (see `error`)
    char delimiter() const;            // known after the first record
    const CsvDialect &dialect() const; // the same
    TextEncoding encoding() const;     // the same
    bool hasMark() const;              // a byte order mark told the encoding
    std::int64_t bytesRead() const;
    const QString &error() const; // of the device, "" when all is well

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tessera::adapters
