// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QList>
#include <QString>

#include "adapters/codec/source_map.h"
#include "model/base/result.h"
#include "model/checks/diagnostic.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

enum class Format
{
    Yaml,
    Json,
};

// The three generations of a workbook's outer form, see `resources/help`: everything under `contents` (current), under
// `document`, or flat with the elements inside their pages.
enum class Envelope
{
    Contents,
    Document,
    Flat,
};

// A workbook together with the text it came from, so that saving can keep every byte nobody changed.
struct LoadedWorkbook
{
    QString path; // as given; empty for text from memory
    Format format = Format::Yaml;
    Envelope envelope = Envelope::Contents;
    std::string text; // the file as it is
    model::Workbook workbook;
    // What was read in an older form (severity Info, rule "import.<step>"; severity Error, under the rule it breaks,
    // where Sigma takes the envelope of the file but no longer this form in it) and what could not be read (severity
    // Error or Warning, rule "file.<what>"), each with its place in the file.
    QList<model::Diagnostic> notices;
    std::shared_ptr<const SourceMap> sources; // never null
};

struct WriteOptions
{
    Format format = Format::Yaml;
    Envelope envelope = Envelope::Contents;
    // Also rewrite element bodies from older forms to the current ones (see modernize.h). Off: bodies stay as they are.
    bool modernize = false;
};

// Reads a workbook file; what it is follows from its content, the extension is only a hint. Unknown keys and kinds are
// kept. A broken layout or a list of the wrong shape still opens, with a notice.
// Errors: as readFile; Invalid with line and column for text that is not UTF-8, YAML or JSON, has a duplicate key or is
// no workbook; Limit for more than 32 MB, 600,000 values, 100 levels, or aliases that multiply.
model::Result<LoadedWorkbook> loadWorkbook(const QString &path);
model::Result<LoadedWorkbook> readWorkbook(std::string text, const QString &path = {});

// The workbook in canonical form, written afresh: two blanks of indentation, block literals for texts of several lines,
// quotes only where a YAML 1.1 or 1.2 reader needs them. Ends with a newline.
std::string writeWorkbook(const model::Workbook &workbook, const WriteOptions &options);

// The text for the file `original` came from, with `workbook` in it: unchanged parts keep their bytes, comments, quotes
// and order. Equal to `original.text` when nothing changed.
// Errors: Conflict when a list must be written where the file has something else (named in a notice on reading).
model::Result<std::string> saveWorkbook(const model::Workbook &workbook, const LoadedWorkbook &original);

// The file in another envelope or format. Comments and styles stay when YAML stays YAML.
// Errors: as saveWorkbook.
model::Result<std::string> convertWorkbook(const LoadedWorkbook &original, const WriteOptions &options);

// The file in canonical style, in its own format and envelope: comments and the order of keys stay. Formatting the
// result again changes nothing.
model::Result<std::string> formatWorkbook(const LoadedWorkbook &original);

// "yaml" or "json" by extension; YAML for anything but ".json".
Format formatOf(const QString &path);
// Whether a notice is about a form that stands in the file only: converting, and so every package, leaves it behind.
bool isLeftBehind(const model::Diagnostic &notice);
// "contents", "document", "flat".
QString envelopeName(Envelope envelope);

} // namespace tessera::adapters
