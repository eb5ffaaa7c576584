// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/pictures/picture_cache.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "adapters/files/atomic_file.h"

namespace tessera::adapters {

PictureCache::PictureCache(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {}

QString PictureCache::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/pictures");
}

QString PictureCache::pathOf(const QString &address) const
{
    const QByteArray hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("%1/%2").arg(m_folder, QString::fromLatin1(hash.toHex()));
}

std::optional<QByteArray> PictureCache::find(const QString &address) const
{
    QFile file(pathOf(address));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && !file.open(QIODevice::ReadOnly))
        return {};
    file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    return file.readAll();
}

void PictureCache::store(const QString &address, const QByteArray &bytes) const
{
    if (bytes.size() > m_mostBytes || !QDir().mkpath(m_folder))
        return;
    static_cast<void>(writeFile(pathOf(address), bytes.toStdString()));
    trim();
}

void PictureCache::trim() const
{
    qint64 total = 0;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) { // the newest first
        total += file.size();
        if (total > m_mostBytes)
            QFile::remove(file.absoluteFilePath());
    }
}

} // namespace tessera::adapters
