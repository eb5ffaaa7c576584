// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QList>
#include <QObject>

#include "adapters/workspace/stored_document.h"
#include "adapters/workspace/workspace_files.h"

namespace tessera::adapters {

class Connection;

// One workspace file (`.tessera`, SQLite in WAL mode): workbooks with their journal, snapshots, input-table rows and
// the SIGDS tables.
//
// The journal is the truth. Every record of an attached document is handed to a writer thread at once and committed
// with fsync; `written` tells when. Input-table rows are written in the same database transaction as the record that
// changed them. Snapshots and the SIGDS tables are projections, refreshed behind the edits (SIGDS about two seconds
// after the last one, and when a document is detached), so after a crash they may be a little older than the journal:
// loading replays what is missing.
//
// A workspace lives on one thread (it owns a timer and listens to documents); `load` and `documents` may also be called
// from others as long as it exists.
//
//     auto workspace = Workspace::open(workspacePathFor(file));
//     auto id = (*workspace)->create(loaded.workbook, stored);
//     auto document = makeDocument(*(*workspace)->load(*id));
//     (*workspace)->attach(*document, *id);
class Workspace : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        bool create = true;      // make the file when it is missing
        bool readOnly = false;   // look only: takes no lock and writes nothing
        int writeRetryMs = 1000; // pause before a failed write is tried again
        qint64 maxPages = 0;     // upper bound of the file in pages, 0: none (a quota)
    };

    // Opens, creates or brings an older file up to the present version. A file that another window holds, that a newer
    // version wrote or that may not be written to is opened for reading; `readOnlyReason` says why.
    // Errors: NotFound; Invalid for a directory, an empty file, another format or a damaged file; Io.
    static model::Result<std::unique_ptr<Workspace>> open(const QString &path, const Options &options);
    static model::Result<std::unique_ptr<Workspace>> open(const QString &path) { return open(path, Options()); }
    // Detaches every document and waits up to five seconds for the last writes.
    ~Workspace() override;

    const QString &path() const { return m_path; }
    bool isReadOnly() const { return m_readOnlyReason.has_value(); }
    // Why nothing can be written, in words for a person, and what to do about it.
    const std::optional<model::Error> &readOnlyReason() const { return m_readOnlyReason; }

    model::Result<QList<DocumentInfo>> documents() const;
    // The document of a workbook file, found by canonical path; none when the file was never opened here.
    model::Result<std::optional<DocumentInfo>> findByFile(const QString &file) const;

    // Stores a workbook as a new document; on disk when this returns. `rows`: the input-table rows to begin with.
    // Errors: ReadOnly, Io.
    model::Result<DocumentId> create(const model::Workbook &workbook, const StoredFile &file = {},
                                     const model::MemoryRowStore *rows = nullptr);
    // Errors: NotFound; Invalid when the stored form is damaged.
    model::Result<StoredDocument> load(const DocumentId &id) const;
    // The workbook as the SIGDS tables show it, brought up to the last edit first where writing is possible.
    model::Result<model::Workbook> loadFromTables(const DocumentId &id);
    // Sets the stored document aside (it stays listed as archived) and stores `workbook` in its place: for a file that
    // was changed outside.
    model::Result<DocumentId> startOver(const DocumentId &id, const model::Workbook &workbook, const StoredFile &file);
    // Makes a damaged journal whole by cutting it where it can be read no longer; call between `load` and `attach`. A
    // copy of the workspace as it was is kept beside it; its path is returned. Errors: ReadOnly, Io.
    model::Result<QString> repair(const StoredDocument &stored);
    // The workbook file has another place now. Errors: ReadOnly, Io.
    model::Result<void> moveFile(const DocumentId &id, const QString &file);
    // Forgets a document with everything that belongs to it. Errors: Conflict while it is attached.
    model::Result<void> remove(const DocumentId &id);

    // From now on every record of `document` is written. The document must stand where the stored one stands (fresh
    // from `load` or `create`, without edits since). Errors: NotFound, ReadOnly, Conflict when already attached.
    model::Result<void> attach(model::Document &document, const DocumentId &id);
    // Stops writing, refreshes the projections and ends the session properly. Unknown documents are ignored. A document
    // destroyed while attached ends its session too; only its projections then stay a little behind.
    void detach(const model::Document &document);

    // Waits until everything handed over so far is on disk. Errors: Io (see `failed`), Limit when the time is over.
    model::Result<void> flush(int timeoutMs = 5000);
    // Records handed over but not on disk yet.
    qint64 pending() const;

    // Writes `bytes` to `file.path` in one step and remembers that they are `step`'s state. A crash between the two
    // writes is recognised, so the file never looks changed by somebody else.
    model::Result<void> saveFile(const DocumentId &id, StoredFile file, model::History::Step step);
    // Remembers that a file already holds `step`'s state (written by somebody else's hand).
    model::Result<void> markSaved(const DocumentId &id, const StoredFile &file, model::History::Step step);

Q_SIGNALS:
    // Records up to `sequence` are on disk.
    void written(const QString &document, qint64 sequence);
    // Writing failed: nothing is lost, the edits wait in memory and are tried again. Said once per kind of trouble.
    void failed(const tessera::model::Error &error);
    // Everything that waited has been written.
    void recovered();

private:
    struct Attached;
    struct Private;
    Workspace(QString path, const Options &options);
    model::Result<void> write(std::function<model::Result<void>(Connection &)> job);
    model::Result<void> insertDocument(Connection &connection, const DocumentId &id, const model::Workbook &workbook,
                                       const StoredFile &file, const model::MemoryRowStore *rows) const;
    static model::Result<qint64> lastSequence(Connection &connection, const DocumentId &id);
    void take(const model::Document &document, const model::JournalRecord &record);
    void makeSnapshot(Attached &attached);
    void refreshProjections(Attached &attached);
    void project(const DocumentId &id, qint64 sequence, const model::Workbook &workbook);
    void endSession(const Attached &attached);

    QString m_path;
    Options m_options;
    std::optional<model::Error> m_readOnlyReason;
    std::unique_ptr<Private> d;
};

} // namespace tessera::adapters
