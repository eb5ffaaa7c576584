// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

// One golden case of the command line: `args:` (split at blanks) and, once recorded, the exit code and everything the
// program says. `show:` names a file the command writes; its text is compared too. @VERSION@ stands for the version.
//
//     args: convert tiny.yaml -o out.json
//     show: out.json
//     code: 0
//     --- stdout
//     --- stderr
//     --- out.json
//     {…
struct CaseFile
{
    QStringList arguments;
    QString shown; // "" for none
    int exitCode = -1;
    QByteArray out, err, file;

    static CaseFile read(const QString &path);
    bool write(const QString &path) const;
};
