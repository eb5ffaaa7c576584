// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/data_folder_watch.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace tessera::app {

namespace {

constexpr int quietMs = 200;
constexpr int mostFiles = 500; // watched one by one; a folder tells of files that come and go by itself

} // namespace

DataFolderWatch::DataFolderWatch(const QString &workbook, QObject *parent) : QObject(parent)
{
    if (workbook.isEmpty())
        return;
    m_beside = QFileInfo(workbook).dir().absoluteFilePath(QStringLiteral("data"));
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, &DataFolderWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_quiet, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_quiet, qOverload<>(&QTimer::start));
    m_known = stamps();
    watchAll();
}

QString DataFolderWatch::folder() const
{
    return !m_beside.isEmpty() && QFileInfo(m_beside).isDir() ? m_beside : QString();
}

// The folder itself counts too: an empty one is another state than none.
DataFolderWatch::Stamps DataFolderWatch::stamps() const
{
    Stamps found;
    if (folder().isEmpty())
        return found;
    found.insert(m_beside, {});
    for (const char *part : {"", "sql", "data-model", "input"}) {
        const QDir dir(QDir(m_beside).filePath(QLatin1String(part)));
        for (const QFileInfo &file :
             dir.entryInfoList({QStringLiteral("*.csv"), QStringLiteral("types.json")}, QDir::Files))
            found.insert(file.absoluteFilePath(), {file.lastModified().toMSecsSinceEpoch(), file.size()});
    }
    return found;
}

void DataFolderWatch::watchAll()
{
    QStringList wanted{QFileInfo(m_beside).absolutePath()};
    for (const char *part : {"", "/sql", "/data-model", "/input"}) {
        if (const QString path = m_beside + QLatin1String(part); QFileInfo(path).isDir())
            wanted.append(path);
    }
    for (auto file = m_known.keyBegin(); file != m_known.keyEnd() && wanted.size() < mostFiles; ++file) {
        if (*file != m_beside)
            wanted.append(*file);
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList fresh;
    for (const QString &path : std::as_const(wanted)) {
        if (!watched.contains(path))
            fresh.append(path);
    }
    if (!fresh.isEmpty())
        m_watcher.addPaths(fresh);
}

void DataFolderWatch::look()
{
    Stamps now = stamps();
    const bool other = now != m_known;
    m_known = std::move(now);
    watchAll(); // files that were replaced are no longer watched
    if (other)
        Q_EMIT changed();
}

} // namespace tessera::app
