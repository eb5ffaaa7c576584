// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace tessera::app {

// Looks after the CSV files in the folder "data" beside a workbook, also when that folder comes later. Files that are
// written in many small steps are told of once, when it has been quiet for a moment.
class DataFolderWatch : public QObject
{
    Q_OBJECT

public:
    // `workbook`: path of its file; "": there is nothing to watch.
    explicit DataFolderWatch(const QString &workbook, QObject *parent = nullptr);

    QString folder() const; // "" while there is none

Q_SIGNALS:
    void changed();

private:
    using Stamps = QHash<QString, QPair<qint64, qint64>>; // when written, and how long, by path
    Stamps stamps() const;
    void look();
    void watchAll();

    QString m_beside; // "data" beside the workbook
    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
    Stamps m_known;
};

} // namespace tessera::app
