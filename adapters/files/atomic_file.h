// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "model/base/result.h"

namespace tessera::adapters {

// The bytes of a regular file. Errors: NotFound, Io, Limit (larger than `maxBytes`), Invalid for a directory or device.
model::Result<std::string> readFile(const QString &path, qint64 maxBytes = 64 * 1024 * 1024);

// Replaces a file in one step: after a crash the old or the new bytes are there, never a mixture. Keeps permissions.
// Errors: Io (disk full, folder missing), ReadOnly.
model::Result<void> writeFile(const QString &path, const std::string &bytes);

} // namespace tessera::adapters
