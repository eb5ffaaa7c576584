// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>

#include "adapters/workspace/workspace.h"
#include "adapters/workspace/workspace_lock.h"
#include "adapters/workspace/writer.h"

namespace tessera::adapters {

// A document whose records are being written.
struct Workspace::Attached
{
    model::Document *document = nullptr;
    DocumentId id;
    qint64 sequence = 0;   // of the last record handed over
    qint64 snapshot = 0;   // last record a snapshot was asked for
    qint64 projected = -1; // last record the SIGDS tables were asked to show
    qint64 session = 0;
};

struct Workspace::Private
{
    std::unique_ptr<WorkspaceLock> lock;
    std::unique_ptr<Writer> writer; // none when read-only
    QHash<const model::Document *, Attached> attached;
    QTimer quiet;     // fires when nobody has edited for a while
    QThreadPool pool; // builds snapshots and SIGDS rows; gone before the writer
    // Reading without being able to write beside the file may need a copy of it.
    std::unique_ptr<QTemporaryDir> copy;
    QString readPath;
    Connection::Mode readMode = Connection::Mode::ReadOnly;

    ~Private()
    {
        pool.waitForDone();
        writer.reset();
    }
};

// Opening is a matter of its own: see workspace_open.cpp.
struct OpenedWorkspace
{
    std::unique_ptr<WorkspaceLock> lock; // none when read-only
    std::optional<model::Error> readOnlyReason;
    std::unique_ptr<QTemporaryDir> copy;
    QString readPath;
    Connection::Mode readMode = Connection::Mode::ReadOnly;
};
model::Result<OpenedWorkspace> openWorkspaceFile(const QString &path, const Workspace::Options &options);

} // namespace tessera::adapters
