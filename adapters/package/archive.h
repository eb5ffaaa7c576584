// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "model/base/result.h"

namespace tessera::adapters {

// Files by their path inside a ZIP archive ("pages/overview.png"), in the order they stand there: sorted by path.
using Archive = std::map<std::string, std::string>;

struct ArchiveLimits
{
    qint64 totalBytes = 64 * 1024 * 1024; // unpacked; reading takes about twice as much memory at most
    int files = 10'000;
};

// The archive as bytes. Equal input gives equal bytes: sorted, one fixed time stamp, one set of permissions.
// Errors: Invalid for a path that readArchive would refuse; Io when zlib fails.
model::Result<std::string> writeArchive(const Archive &files);

// Reads an archive into memory; nothing touches the disk. Errors: Invalid for something that is no ZIP file, is damaged
// or encrypted, or holds a path twice or one that leads outside (absolute, "..", a drive, a backslash); Limit for what
// unpacks to more than the limits, whatever its header claims.
model::Result<Archive> readArchive(const std::string &bytes, const ArchiveLimits &limits = {});

} // namespace tessera::adapters
