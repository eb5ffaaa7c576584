// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"

class QIODevice;

namespace tessera::adapters {

// Writes RFC 4180 text in UTF-8: CRLF line ends, quotes only where a field needs them. What CsvReader reads back is the
// same, but for zero bytes, which CSV cannot carry and which are left out.
class CsvWriter
{
public:
    // `device` is open for writing and outlives the writer.
    explicit CsvWriter(QIODevice &device, char delimiter = ',');

    void field(std::string_view text);
    void endRow();
    // Writes what is still held. Errors: Io.
    model::Result<void> finish();

private:
    void flush();

    QIODevice &m_device;
    char m_delimiter;
    std::string m_buffer;
    bool m_rowStarted = false;
    bool m_onlyEmpty = true; // the row so far is one empty field, which alone would be a blank line
    bool m_failed = false;
};

} // namespace tessera::adapters
