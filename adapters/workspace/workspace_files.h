// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "adapters/workspace/stored_document.h"
#include "model/base/result.h"

namespace tessera::adapters {

// Where the workspace of a workbook file lives: beside the user's other application data, found again by the file's
// canonical path. The folder is made when missing.
QString workspacePathFor(const QString &workbookFile);
// Gives a workbook file that is new at its place the workspace it had at the place it was moved from: one whose own
// file is gone and had exactly these bytes and this time. True when one was found; it then stands at
// workspacePathFor(`workbookFile`).
bool adoptMovedWorkspace(const QString &workbookFile, const std::string &bytes);
// The folder of those workspaces.
QString workspacesFolder();

// The path two spellings of one file share; links are followed as far as they exist.
QString canonicalPath(const QString &file);

// Hash, size and time of a file that holds `bytes`.
FileStamp stampOf(const QString &path, const std::string &bytes);
QString sha256Of(const std::string &bytes);

// Compares a file with what we know of it, by content: a touched file is still the same.
FileState fileState(const StoredFile &file);

} // namespace tessera::adapters
