// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QString>

#include "model/change/document.h"
#include "model/table/memory_row_store.h"

namespace tessera::adapters {

using DocumentId = QString; // a UUID without braces; names a workbook within its workspace

// What a file was when it was last looked at. Enough to tell whether somebody else has written to it since.
struct FileStamp
{
    QString sha256; // hexadecimal; "" when the file was never read or written
    qint64 size = 0;
    qint64 modifiedMs = 0; // UTC, milliseconds since 1970

    bool operator==(const FileStamp &) const = default;
};

// The workbook file a stored document belongs to. `path` is "" for a document that was never saved to a file.
struct StoredFile
{
    QString path;         // canonical where the file exists
    std::string format;   // "yaml" or "json"
    std::string envelope; // "contents", "document" or "flat"
    FileStamp stamp;      // of the bytes below
    std::string bytes;    // what stood in the file when it was opened or last saved

    bool operator==(const StoredFile &) const = default;
};

enum class FileState
{
    NoFile,         // the document was never saved to a file
    Same,           // the bytes are the ones we know
    ChangedOutside, // somebody else wrote to it
    Missing,        // deleted, moved, or on a disk that is not there
};

// A stored document without its content: what a start page or a recovery prompt shows.
struct DocumentInfo
{
    DocumentId id;
    QString name;
    QString filePath;      // "" without a file
    qint64 createdMs = 0;  // UTC, milliseconds since 1970
    qint64 lastEditMs = 0; // time of the last recorded step; 0: never edited
    qint64 sequence = 0;   // number of the last journal record, 0: none
    bool unsaved = false;  // there are edits that are not in the file
    bool crashed = false;  // its last session did not end properly
    bool archived = false; // set aside by `startOver`
};

// The journal could not be read to its end.
struct JournalDamage
{
    qint64 sequence = 0; // first record that cannot be read; the history ends before it
    int records = 0;     // that one and those after it
    QString detail;
    // A later state than the history's end, where a snapshot holds one.
    std::optional<model::Workbook> latest;
};

// Everything needed to go on where the last session ended.
struct StoredDocument
{
    DocumentInfo info;
    model::Workbook workbook;                              // as of the last journal record
    model::History history;                                // every step and branch, standing on the current one
    model::History::Step savedStep = model::History::root; // -1: no step equals the file
    bool amendedSinceSave = false;
    std::shared_ptr<model::MemoryRowStore> rows;
    StoredFile file;
    std::optional<JournalDamage> damage; // `workbook` and `history` then end before it; see Workspace::repair
};

// A document that stands exactly where the stored one stood. The rows are shared, not copied.
std::unique_ptr<model::Document> makeDocument(StoredDocument stored);

} // namespace tessera::adapters
