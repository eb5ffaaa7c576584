// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QLockFile>
#include <QString>

#include "model/base/result.h"

namespace tessera::adapters {

// Only one window writes to a workspace. The lock stands in "<path>.lock" with process id and host; a lock whose
// process is gone is taken over.
class WorkspaceLock
{
public:
    // Errors: Conflict (who holds it); ReadOnly when the folder cannot be written to.
    static model::Result<std::unique_ptr<WorkspaceLock>> acquire(const QString &workspacePath);

private:
    explicit WorkspaceLock(const QString &file) : m_lock(file) {}

    QLockFile m_lock;
};

} // namespace tessera::adapters
