// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QString>

#include "model/base/result.h"
#include "model/workbook/input_table.h"

namespace tessera::model {

// One cell of an input table between text and value. A value is null (empty), a string, a number, a logical, or an
// array of strings; dates are ISO 8601 texts: "2026-04-21", or "2026-04-21T14:30:00Z" in UTC.

// Reads typed, pasted or imported text. Blank text is null, except that a text column keeps blanks inside and around
// words (only wholly empty text is null). Accepted:
//   number       1234.5  -1,234.50  1e3  (grouping commas only where they belong)
//   date/time    2026-04-21, 2026/4/21, 21 Apr 2026, Apr 21, 2026, each optionally with 14:30[:15[.250]] and Z or
//   +02:00 checkbox     true/false, yes/no, y/n, 1/0, on/off, checked/unchecked in any case multi-select West,"North,
//   East": separated by commas, quotes around a value that holds one
// A select value is matched to its option without regard to case; others are kept (see `cellProblem`).
// Errors: Invalid with what was expected; Unsupported for columns that people cannot fill.
Result<Json> parseCell(const InputColumn &column, std::string_view text);
Result<Json> parseCell(const InputColumn &column, const QString &text);

// The same without words, for loading many rows: false where parseCell fails.
bool tryParseCell(const InputColumn &column, std::string_view text, Json &value);

// Exact text of a value, as edited, copied and exported: parseCell gives the same value back. Null is "".
QString cellText(const InputColumn &column, const Json &value);
// The same as UTF-8, appended to `out`.
void appendCellText(std::string &out, const Json &value);

// Text for reading: grouped digits, readable dates. Null is "".
QString cellDisplay(const InputColumn &column, const Json &value);

// Why a stored value does not suit its column (wrong type, not an option, out of range); "" when it does.
QString cellProblem(const InputColumn &column, const Json &value);

// What a person may type, for hints: "a number from 0 to 100", "one of Draft, Final".
QString cellExpectation(const InputColumn &column);

// Milliseconds since 1970 UTC of an ISO 8601 text as stored in cells; none for other text.
std::optional<qint64> isoToMs(std::string_view text);

} // namespace tessera::model
