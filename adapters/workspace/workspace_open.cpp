// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "adapters/workspace/file_record.h"
#include "adapters/workspace/migrations.h"
#include "adapters/workspace/workspace_private.h"

namespace tessera::adapters {

using model::Error;
using model::ErrorCode;
using model::Result;

namespace {

constexpr qint64 alwaysCheckedBytes = 16 * 1024 * 1024; // checking that much for damage takes some milliseconds

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Workspace)
};

model::Unexpected invalid(const QString &path, QString message, QString hint)
{
    return model::fail(ErrorCode::Invalid, std::move(message), std::move(hint), {path, 0, 0, {}, {}});
}

QString restoreHint()
{
    return Texts::tr(
        "Put a backup in its place (“…backup-v…” beside it), or move it away and open the workbook file again.");
}

// Tells the files apart that SQLite would describe badly.
Result<void> checkKind(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return invalid(path, Texts::tr("“%1” is a folder, not a workspace.").arg(path),
                       Texts::tr("Choose a “.tessera” file."));
    if (!info.isFile())
        return invalid(path, Texts::tr("“%1” is not a regular file.").arg(path),
                       Texts::tr("Choose a “.tessera” file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error{ErrorCode::Io, Texts::tr("“%1” cannot be read.").arg(path), Texts::tr("Check its permissions.")};
        error.detail = file.errorString();
        error.where.file = path;
        return model::fail(std::move(error));
    }
    const QByteArray head = file.read(16);
    if (head.isEmpty())
        return invalid(path, Texts::tr("The workspace “%1” is empty.").arg(path), restoreHint());
    if (head != QByteArray("SQLite format 3\0", 16))
        return invalid(path, Texts::tr("“%1” is not a Tessera workspace.").arg(path),
                       Texts::tr("Choose a “.tessera” file."));
    return {};
}

Result<void> checkForDamage(Connection &connection)
{
    const auto crashed = connection.value(QStringLiteral("SELECT count(*) FROM sessions WHERE closed_at IS NULL"));
    if (!crashed)
        return model::fail(crashed.error());
    if (crashed->toInt() == 0 && QFileInfo(connection.path()).size() > alwaysCheckedBytes)
        return {};
    const auto answer = connection.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!answer)
        return model::fail(answer.error());
    if (answer->toString() == QLatin1String("ok"))
        return {};
    Error error{ErrorCode::Invalid, Texts::tr("The workspace “%1” is damaged.").arg(connection.path()), restoreHint()};
    error.detail = answer->toString();
    error.where.file = connection.path();
    return model::fail(std::move(error));
}

// A killed run must not leave half a workspace behind, so a new one gets its name when it is whole.
Result<void> createFile(const QString &path)
{
    const QString draft = path + QStringLiteral(".new");
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(draft + QLatin1String(suffix));
    {
        auto connection = Connection::open(draft, Connection::Mode::ReadWrite);
        if (!connection)
            return model::fail(connection.error());
        if (auto done = (*connection)->runOnce(QStringLiteral("PRAGMA journal_mode = WAL")); !done)
            return done;
        if (auto done = migrate(**connection, workspaceMigrations()); !done)
            return done;
    }
    QFile file(draft);
    if (!file.rename(path)) {
        Error error{ErrorCode::Io, Texts::tr("The workspace “%1” cannot be made.").arg(path),
                    Texts::tr("Check that the folder exists and may be written to.")};
        error.detail = file.errorString();
        return model::fail(std::move(error));
    }
    return {};
}

Result<void> prepareForWriting(const QString &path)
{
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    if (!connection)
        return model::fail(connection.error());
    if (auto version = workspaceVersion(**connection); !version)
        return model::fail(version.error());
    if (auto done = (*connection)->begin(); !done) // a write-protected file says so here
        return done;
    (*connection)->rollback();
    if (auto done = migrate(**connection, workspaceMigrations()); !done)
        return done;
    if (auto done = (*connection)->runOnce(QStringLiteral("PRAGMA journal_mode = WAL")); !done)
        return done;
    if (auto done = checkForDamage(**connection); !done)
        return done;
    return settleInterruptedSaves(**connection);
}

Result<int> versionAt(const QString &path, Connection::Mode mode)
{
    auto connection = Connection::open(path, mode);
    if (!connection)
        return model::fail(connection.error());
    return workspaceVersion(**connection);
}

Result<void> copyForReading(const QString &path, OpenedWorkspace &opened)
{
    opened.copy = std::make_unique<QTemporaryDir>();
    opened.readPath = opened.copy->filePath(QStringLiteral("copy.tessera"));
    bool copied = opened.copy->isValid() && QFile::copy(path, opened.readPath);
    if (QFileInfo::exists(path + QStringLiteral("-wal")))
        copied = copied && QFile::copy(path + QStringLiteral("-wal"), opened.readPath + QStringLiteral("-wal"));
    if (!copied)
        return model::fail(ErrorCode::Io, Texts::tr("“%1” cannot be copied for reading.").arg(path),
                           Texts::tr("Free some space in the folder for temporary files."), {path, 0, 0, {}, {}});
    for (const char *suffix : {"", "-wal"})
        QFile::setPermissions(opened.readPath + QLatin1String(suffix), QFile::ReadOwner | QFile::WriteOwner);
    opened.readMode = Connection::Mode::ReadWrite;
    return {};
}

// Finds a way to read a file that may not be written to.
Result<void> prepareForReading(const QString &path, OpenedWorkspace &opened)
{
    opened.readPath = path;
    opened.readMode = Connection::Mode::ReadOnly;
    auto version = versionAt(path, opened.readMode);
    const bool loggedEdits = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (!version && version.error().code != ErrorCode::Invalid && !loggedEdits) {
        opened.readMode = Connection::Mode::Immutable;
        version = versionAt(path, opened.readMode);
    }
    const bool unreadable = !version && version.error().code != ErrorCode::Invalid;
    const int newest = workspaceMigrations().back().version;
    if (unreadable || (version && *version < newest)) {
        if (auto done = copyForReading(path, opened); !done)
            return done;
        auto connection = Connection::open(opened.readPath, opened.readMode);
        if (!connection)
            return model::fail(connection.error());
        return migrate(**connection, workspaceMigrations());
    }
    if (!version)
        return model::fail(version.error());
    return {};
}

} // namespace

Result<OpenedWorkspace> openWorkspaceFile(const QString &path, const Workspace::Options &options)
{
    OpenedWorkspace opened;
    const bool exists = QFileInfo::exists(path);
    if (!exists && (options.readOnly || !options.create))
        return model::fail(ErrorCode::NotFound, Texts::tr("There is no workspace “%1”.").arg(path),
                           Texts::tr("Check the name."), {path, 0, 0, {}, {}});
    if (exists) {
        if (auto kind = checkKind(path); !kind)
            return model::fail(kind.error());
    }
    if (options.readOnly) {
        opened.readOnlyReason = Error{ErrorCode::ReadOnly, Texts::tr("“%1” was opened for reading only.").arg(path),
                                      Texts::tr("Open it again to edit it.")};
    } else if (auto lock = WorkspaceLock::acquire(path)) {
        opened.lock = std::move(*lock);
    } else if (!exists) {
        return model::fail(lock.error());
    } else {
        opened.readOnlyReason = lock.error();
    }
    if (opened.lock) {
        Result<void> ready = exists ? Result<void>() : createFile(path);
        if (ready)
            ready = prepareForWriting(path);
        opened.readPath = path;
        if (ready)
            return opened;
        // What cannot be written to may still be looked at.
        const bool readable = ready.error().code == ErrorCode::TooNew || ready.error().code == ErrorCode::ReadOnly ||
                              ready.error().code == ErrorCode::Io;
        if (!exists || !readable)
            return model::fail(ready.error());
        opened.lock.reset();
        opened.readOnlyReason = ready.error();
    }
    if (auto done = prepareForReading(path, opened); !done)
        return model::fail(done.error());
    return opened;
}

} // namespace tessera::adapters
