// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

namespace tessera::adapters {

// Pictures that were fetched once, as files in a folder of the user's cache. A file is named by the hash of its
// address. Several programs may use the folder at once. What cannot be read or written counts as not there: it is only
// a cache.
class PictureCache
{
public:
    static constexpr qint64 usualBytes = 200 << 20;

    // The folder is made when something is stored. `mostBytes`: of all files; the ones not used for longest go first.
    explicit PictureCache(QString folder, qint64 mostBytes = usualBytes);
    // In the user's cache of this program.
    static QString usualFolder();

    std::optional<QByteArray> find(const QString &address) const; // keeps it from going soon
    void store(const QString &address, const QByteArray &bytes) const;

private:
    QString pathOf(const QString &address) const;
    void trim() const;

    QString m_folder;
    qint64 m_mostBytes;
};

} // namespace tessera::adapters
