// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "adapters/workspace/connection.h"
#include "adapters/workspace/workspace.h"
#include "adapters/workspace/workspace_private.h"

namespace tessera::adapters {

using model::Result;

namespace {

constexpr int mostSearched = 100; // workspaces, newest first

// A document of this workspace whose file is gone and was this one; "" when there is none. Moving keeps bytes and time;
// somebody else's file with the same text has another time.
DocumentId orphanIn(const QString &workspace, const FileStamp &stamp)
{
    auto connection = Connection::open(workspace, Connection::Mode::ReadOnly);
    DocumentId found;
    if (!connection)
        return found;
    const auto look = [&](const QSqlQuery &row) -> Result<void> {
        if (!QFileInfo::exists(row.value(1).toString()))
            found = row.value(0).toString();
        return {};
    };
    static_cast<void>((*connection)
                          ->each(QStringLiteral("SELECT f.workbook_id, f.path FROM workbook_files f JOIN "
                                                "sigma_workbooks w ON w.workbook_id = f.workbook_id "
                                                "WHERE f.sha256 = ? AND f.modified_ms = ? AND w.archived_at IS NULL"),
                                 {stamp.sha256, stamp.modifiedMs}, look));
    return found;
}

bool moveWorkspace(const QString &from, const QString &to)
{
    if (!QFile::rename(from, to))
        return false;
    for (const char *suffix : {"-wal", "-shm"}) {
        if (QFile::exists(from + QLatin1String(suffix)))
            QFile::rename(from + QLatin1String(suffix), to + QLatin1String(suffix));
    }
    return true;
}

} // namespace

Result<QString> Workspace::repair(const StoredDocument &stored)
{
    if (!stored.damage)
        return QString();
    if (!d->writer)
        return model::fail(*m_readOnlyReason);
    const QString backup = m_path + QStringLiteral(".damaged-") +
                           QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    {
        auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
        if (!connection)
            return model::fail(connection.error());
        if (auto done =
                (*connection)
                    ->runOnce(
                        QStringLiteral("VACUUM INTO '%1'").arg(QString(backup).replace(u'\'', QStringLiteral("''"))));
            !done)
            return model::fail(done.error());
    }
    const auto cut = [&](Connection &connection) -> Result<void> {
        const QVariantList from{stored.info.id, stored.damage->sequence};
        for (const char *sql :
             {"DELETE FROM journal WHERE workbook_id = ? AND seq >= ?",
              "DELETE FROM snapshots WHERE workbook_id = ? AND seq >= ?",
              "UPDATE workbook_files SET saved_step = -1, saved_seq = 0 WHERE workbook_id = ? AND saved_seq >= ?",
              "UPDATE sigma_workbooks SET projected_seq = -1 WHERE workbook_id = ? AND projected_seq >= ?"}) {
            if (auto done = connection.run(QString::fromLatin1(sql), from); !done)
                return done;
        }
        return {};
    };
    if (auto done = write(cut); !done)
        return model::fail(done.error());
    return backup;
}

Result<void> Workspace::moveFile(const DocumentId &id, const QString &file)
{
    return write([&](Connection &connection) {
        return connection.run(QStringLiteral("UPDATE workbook_files SET path = ? WHERE workbook_id = ?"),
                              {canonicalPath(file), id});
    });
}

bool adoptMovedWorkspace(const QString &workbookFile, const std::string &bytes)
{
    const QString target = workspacePathFor(workbookFile);
    if (QFile::exists(target))
        return false;
    const FileStamp stamp = stampOf(workbookFile, bytes);
    const QFileInfoList all =
        QDir(workspacesFolder()).entryInfoList({QStringLiteral("*.tessera")}, QDir::Files, QDir::Time);
    for (const QFileInfo &each : all.first(qMin<qsizetype>(all.size(), mostSearched))) {
        const QString path = each.absoluteFilePath();
        const DocumentId id = orphanIn(path, stamp);
        if (id.isEmpty())
            continue;
        {
            auto workspace = Workspace::open(path);
            if (!workspace || (*workspace)->isReadOnly() || !(*workspace)->moveFile(id, workbookFile))
                continue; // open in another window, or not ours to move
        }
        return moveWorkspace(path, target);
    }
    return false;
}

} // namespace tessera::adapters
