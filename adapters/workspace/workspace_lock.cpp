// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/workspace_lock.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>

namespace tessera::adapters {

using model::ErrorCode;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Workspace)
};

model::Unexpected heldBySomebody(const QLockFile &lock, const QString &workspacePath)
{
    qint64 pid = 0;
    QString host;
    QString program;
    lock.getLockInfo(&pid, &host, &program);
    model::Error error{ErrorCode::Conflict,
                       pid == 0 ? Texts::tr("“%1” is open in another window.").arg(workspacePath)
                                : Texts::tr("“%1” is open in another window (process %2 on %3).")
                                      .arg(workspacePath, QString::number(pid), host),
                       Texts::tr("It is open for reading only here. Close it there to edit it here.")};
    error.detail = program;
    error.where.file = workspacePath;
    return model::Unexpected(std::move(error));
}

// A process that dies between making the lock file and writing its id into it leaves an empty file, which QLockFile can
// never call stale. A living process fills it within microseconds, so an empty one is abandoned after a moment.
void removeAbandoned(const QString &lockPath)
{
    constexpr int polls = 20, pollMs = 10;
    for (int poll = 0; poll < polls; ++poll) {
        QFile file(lockPath);
        if (!file.open(QIODevice::ReadOnly) || file.size() > 0)
            return;
        QThread::msleep(pollMs);
    }
    QFile::remove(lockPath);
}

} // namespace

model::Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::acquire(const QString &workspacePath)
{
    const QString lockPath = workspacePath + QStringLiteral(".lock");
    std::unique_ptr<WorkspaceLock> lock(new WorkspaceLock(lockPath));
    lock->m_lock.setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
    if (lock->m_lock.tryLock(0))
        return lock;
    if (lock->m_lock.error() == QLockFile::LockFailedError) {
        removeAbandoned(lockPath);
        if (lock->m_lock.tryLock(0))
            return lock;
    }
    if (lock->m_lock.error() == QLockFile::LockFailedError)
        return heldBySomebody(lock->m_lock, workspacePath);
    return model::fail(
        ErrorCode::ReadOnly, Texts::tr("The folder of “%1” cannot be written to.").arg(workspacePath),
        Texts::tr("It is open for reading only. Change the folder's permissions, or save the workbook elsewhere."),
        {workspacePath, 0, 0, {}, {}});
}

} // namespace tessera::adapters
