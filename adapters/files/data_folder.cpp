// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/files/data_folder.h"

#include <QDir>
#include <QStandardPaths>

namespace tessera::adapters {

QString dataFolder()
{
    const QString chosen = qEnvironmentVariable("TESSERA_DATA_DIR");
    if (!chosen.isEmpty())
        return QDir::cleanPath(QDir().absoluteFilePath(chosen));
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace tessera::adapters
