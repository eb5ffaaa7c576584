// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>

#include "adapters/codec/workbook_file.h"
#include "adapters/workspace/workspace.h"
#include "designer/session/session.h"

class QFileSystemWatcher;

namespace tessera::app {

// One workbook as the window holds it: the document, its file, and the workspace that journals every edit.
class OpenDocument : public QObject
{
    Q_OBJECT

public:
    // What has to be said once it is open.
    struct Notices
    {
        bool restored = false;                 // edits that are not in the file were brought back from the workspace
        bool crashed = false;                  // ... because the last session did not end properly
        bool fileChanged = false;              // somebody wrote to the file while there were such edits; ours are shown
        std::optional<model::Error> readOnly;  // why nothing can be edited here
        std::optional<model::Error> damaged;   // the history could not be read to its end, and what was kept
        std::optional<model::Error> unguarded; // why edits are not journaled: the workspace cannot be used
    };

    // `loaded`: read on any thread. An empty path is a workbook that was never saved. Errors: what the storage says.
    static std::unique_ptr<OpenDocument> open(adapters::LoadedWorkbook loaded, const model::Catalogue &catalogue);
    // A workbook that was never saved, from its workspace alone.
    static model::Result<std::unique_ptr<OpenDocument>> reopen(const QString &workspace,
                                                               const model::Catalogue &catalogue);
    ~OpenDocument() override;

    model::Document &document() { return *m_document; }
    designer::Session &session() { return *m_session; }
    const adapters::LoadedWorkbook &original() const { return m_original; }
    const Notices &notices() const { return m_notices; }
    const QString &path() const { return m_original.path; } // "" when it was never saved
    QString title() const;                                  // file name, or the workbook's own name
    // Where rows of input tables and copies of source tables are kept; "" while edits live in memory only.
    QString workspacePath() const { return m_workspace ? m_workspace->path() : QString(); }
    const adapters::DocumentId &documentId() const { return m_id; }

    // The text a save would write now. Safe to call with any snapshot on any thread.
    static model::Result<std::string> textFor(const model::Workbook &workbook,
                                              const adapters::LoadedWorkbook &original);

    adapters::FileState fileState() const;
    // Writes the file in place. Errors: Conflict when somebody else wrote to it (pass `overwrite`); Io; ReadOnly.
    model::Result<void> save(bool overwrite = false);
    // Writes to another file and prepares its workspace; open that file afterwards. Format by extension. Gives the id
    // of the document there, "" when its workspace cannot be used: opening the file says why.
    model::Result<adapters::DocumentId> saveCopy(const QString &path);
    // Goes back to the state of the file; the steps stay in the history.
    model::Result<void> discardEdits();
    // Replaces everything by the file as it is now; our edits are set aside in the workspace. Open the file afterwards.
    model::Result<void> takeFile();
    // Waits until every edit is on disk.
    model::Result<void> flush();
    // The workspace of a workbook that was never saved is thrown away with it.
    void forget() { m_forget = true; }

    // Files of workspaces that hold a workbook nobody saved.
    static QStringList unsavedWorkspaces();

Q_SIGNALS:
    void fileChangedOutside();
    void rowsWritten(); // rows of input tables that were edited are in the workspace now
    void storageFailed(const tessera::model::Error &error);
    void storageRecovered();

private:
    OpenDocument() = default;
    void useMemory(std::optional<model::Error> unguarded);
    model::Result<void> useWorkspace(const QString &path, const model::Catalogue &catalogue);
    model::Result<void> useStored(const adapters::DocumentInfo &info);
    void repair(const adapters::StoredDocument &stored);
    void finish(const model::Catalogue &catalogue);
    void watch();
    adapters::StoredFile storedFile(const QString &path, const std::string &bytes, adapters::Format format,
                                    adapters::Envelope envelope) const;

    adapters::LoadedWorkbook m_original;
    std::unique_ptr<adapters::Workspace> m_workspace; // null: edits live in memory only
    adapters::DocumentId m_id;
    adapters::StoredFile m_file;
    std::unique_ptr<model::Document> m_document;
    std::unique_ptr<designer::Session> m_session;
    QFileSystemWatcher *m_watcher = nullptr;
    Notices m_notices;
    bool m_forget = false;
    bool m_rowsEdited = false; // and not written yet
};

} // namespace tessera::app
