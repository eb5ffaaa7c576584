// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace tessera::test {

// What a program said and what it took: processor time of its own, so that other programs do not count, and the most
// memory it held at once (resident, as the system counted it).
struct MeasuredRun
{
    int exitCode = -1; // -1: it could not be started or was ended by a signal
    QByteArray said;   // standard output and error, as they came
    double seconds = 0;
    double megabytes = 0;
};

// The memory of this process before the start counts as well, since the system inherits it: keep large inputs in files.
MeasuredRun runMeasured(const QString &program, const QStringList &arguments);

} // namespace tessera::test
