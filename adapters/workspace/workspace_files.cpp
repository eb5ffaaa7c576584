// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/workspace_files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "adapters/files/atomic_file.h"
#include "adapters/files/data_folder.h"

namespace tessera::adapters {

namespace {

QString hexHash(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

QString workspacesFolder()
{
    const QString folder = dataFolder() + QStringLiteral("/workspaces");
    QDir().mkpath(folder);
    return folder;
}

QString canonicalPath(const QString &file)
{
    const QFileInfo info(file);
    if (const QString canonical = info.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    // Not there (yet): what can be resolved is its folder.
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return QDir::cleanPath((folder.isEmpty() ? info.absolutePath() : folder) + QLatin1Char('/') + info.fileName());
}

QString workspacePathFor(const QString &workbookFile)
{
    const QString canonical = canonicalPath(workbookFile);
    QString name = QFileInfo(canonical).completeBaseName().left(40);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('-') && c != QLatin1Char('_'))
            c = QLatin1Char('_');
    }
    return QStringLiteral("%1/%2-%3.tessera").arg(workspacesFolder(), name, hexHash(canonical.toUtf8()).left(16));
}

QString sha256Of(const std::string &bytes)
{
    return hexHash(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

FileStamp stampOf(const QString &path, const std::string &bytes)
{
    return {sha256Of(bytes), static_cast<qint64>(bytes.size()), QFileInfo(path).lastModified().toMSecsSinceEpoch()};
}

FileState fileState(const StoredFile &file)
{
    if (file.path.isEmpty() || file.stamp.sha256.isEmpty())
        return FileState::NoFile;
    const QFileInfo info(file.path);
    if (!info.isFile())
        return FileState::Missing;
    if (info.size() != file.stamp.size)
        return FileState::ChangedOutside;
    // Time stamps are too coarse to be trusted, and hashing a workbook costs a millisecond.
    const auto bytes = readFile(file.path);
    return bytes && sha256Of(*bytes) == file.stamp.sha256 ? FileState::Same : FileState::ChangedOutside;
}

} // namespace tessera::adapters
