// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "adapters/workspace/connection.h"

namespace tessera::adapters {

// "Tess" in ASCII: marks an SQLite file as a workspace (PRAGMA application_id).
inline constexpr int workspaceApplicationId = 0x54657373;

// One step from version `version - 1` to `version` (PRAGMA user_version).
struct Migration
{
    int version = 0;
    QString sql; // one or more statements, each ending with ';' at the end of a line
};

// All steps, in order, as files under migrations/.
const std::vector<Migration> &workspaceMigrations();

// The version stored in a file: 0 for a fresh one. Errors: Invalid for an SQLite file that is not a workspace.
model::Result<int> workspaceVersion(Connection &connection);

// Brings a file to the last step: every step in a transaction of its own, so an interrupted run leaves a whole version
// behind. A file that holds something is first copied to "<path>.backup-v<version>".
// Errors: Io; TooNew when the file's version is beyond the last step.
model::Result<void> migrate(Connection &connection, const std::vector<Migration> &steps);

} // namespace tessera::adapters
