// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace tessera::app::settings {

namespace {

constexpr qsizetype maxRecent = 12;
const QString themeKey = QStringLiteral("window/theme");
const QString authorKey = QStringLiteral("author");
const QString profileKey = QStringLiteral("organisationProfile");
const QString webPicturesKey = QStringLiteral("pictures/fromWeb");
const QString geometryKey = QStringLiteral("window/geometry");
const QString stateKey = QStringLiteral("window/state");
const QString panelsHiddenKey = QStringLiteral("window/panelsHidden");
const QString recentKey = QStringLiteral("recent");

void writeRecent(const QList<RecentFile> &files)
{
    QSettings store;
    store.beginWriteArray(recentKey, static_cast<int>(files.size()));
    for (qsizetype i = 0; i < files.size(); ++i) {
        store.setArrayIndex(static_cast<int>(i));
        store.setValue(QStringLiteral("path"), files.at(i).path);
        store.setValue(QStringLiteral("name"), files.at(i).name);
        store.setValue(QStringLiteral("opened"), files.at(i).opened);
    }
    store.endArray();
}

} // namespace

designer::ThemeChoice theme()
{
    const QString name = QSettings().value(themeKey).toString();
    if (name == QStringLiteral("light"))
        return designer::ThemeChoice::Light;
    return name == QStringLiteral("dark") ? designer::ThemeChoice::Dark : designer::ThemeChoice::System;
}

void setTheme(designer::ThemeChoice theme)
{
    const QString name = theme == designer::ThemeChoice::Light  ? QStringLiteral("light")
                         : theme == designer::ThemeChoice::Dark ? QStringLiteral("dark")
                                                                : QStringLiteral("system");
    QSettings().setValue(themeKey, name);
}

QString author()
{
    const QString name = QSettings().value(authorKey).toString();
    return name.isEmpty() ? qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME")) : name;
}

void setAuthor(const QString &author)
{
    QSettings().setValue(authorKey, author.trimmed());
}

QString profilePath()
{
    return QSettings().value(profileKey).toString();
}

void setProfilePath(const QString &path)
{
    QSettings().setValue(profileKey, path.trimmed());
}

bool webPictures()
{
    return QSettings().value(webPicturesKey, false).toBool();
}

void setWebPictures(bool allowed)
{
    QSettings().setValue(webPicturesKey, allowed);
}

QByteArray windowGeometry()
{
    return QSettings().value(geometryKey).toByteArray();
}

QByteArray windowState()
{
    return QSettings().value(stateKey).toByteArray();
}

void setWindow(const QByteArray &geometry, const QByteArray &state)
{
    QSettings store;
    store.setValue(geometryKey, geometry);
    if (!state.isEmpty())
        store.setValue(stateKey, state);
}

bool panelsHidden()
{
    return QSettings().value(panelsHiddenKey).toBool();
}

void setPanelsHidden(bool hidden)
{
    QSettings().setValue(panelsHiddenKey, hidden);
}

QList<RecentFile> recentFiles()
{
    QSettings store;
    QList<RecentFile> result;
    const int count = store.beginReadArray(recentKey);
    for (int i = 0; i < count; ++i) {
        store.setArrayIndex(i);
        RecentFile file{store.value(QStringLiteral("path")).toString(), store.value(QStringLiteral("name")).toString(),
                        store.value(QStringLiteral("opened")).toDateTime()};
        if (QFileInfo::exists(file.path))
            result.append(std::move(file));
    }
    store.endArray();
    return result;
}

void addRecentFile(const QString &path, const QString &name)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QList<RecentFile> files = recentFiles();
    files.removeIf([&](const RecentFile &file) { return file.path == absolute; });
    files.prepend({absolute, name, QDateTime::currentDateTimeUtc()});
    files.resize(qMin(files.size(), maxRecent));
    writeRecent(files);
}

void forgetRecentFile(const QString &path)
{
    QList<RecentFile> files = recentFiles();
    files.removeIf([&](const RecentFile &file) { return file.path == path; });
    writeRecent(files);
    QFile::remove(thumbnailPath(path));
}

QString thumbnailPath(const QString &file)
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/thumbnails");
    QDir().mkpath(folder);
    const QByteArray hash =
        QCryptographicHash::hash(QFileInfo(file).absoluteFilePath().toUtf8(), QCryptographicHash::Sha1);
    return QStringLiteral("%1/%2.png").arg(folder, QString::fromLatin1(hash.toHex()));
}

} // namespace tessera::app::settings
