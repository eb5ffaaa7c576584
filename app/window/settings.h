// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include "designer/style/theme.h"

class QByteArray;

namespace tessera::app {

// What the program remembers between runs, in the user's settings file. Values are read when asked for.
namespace settings {

designer::ThemeChoice theme();
void setTheme(designer::ThemeChoice theme);

// Stands in the history beside every step. The login name when nothing was set.
QString author();
void setAuthor(const QString &author);

// The file that says what the organisation has; "" for none.
QString profilePath();
void setProfilePath(const QString &path);

// Whether pictures of web addresses may be fetched; not unless somebody said so.
bool webPictures();
void setWebPictures(bool allowed);

QByteArray windowGeometry();
QByteArray windowState();
void setWindow(const QByteArray &geometry, const QByteArray &state); // an empty state keeps the one there is
bool panelsHidden();                                                 // all of them, with one key
void setPanelsHidden(bool hidden);

struct RecentFile
{
    QString path;
    QString name; // of the workbook
    QDateTime opened;
};
QList<RecentFile> recentFiles(); // newest first; files that are gone are left out
void addRecentFile(const QString &path, const QString &name);
void forgetRecentFile(const QString &path);

// Where the picture of a recent file's first page lives; it may not exist.
QString thumbnailPath(const QString &file);

} // namespace settings

} // namespace tessera::app
