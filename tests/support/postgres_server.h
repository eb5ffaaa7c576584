// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSqlDatabase>
#include <QTemporaryDir>

#include "tests/support/server_guard.h"

namespace tessera::tests {

// A PostgreSQL server of the test's own: in a temporary folder, on a free port of the loopback, ended with this object,
// or with a test that is killed.
class PostgresServer
{
public:
    // Null, with the reason, where PostgreSQL or Qt's driver for it is not installed or does not start.
    static std::unique_ptr<PostgresServer> start(QString *whyNot);
    ~PostgresServer();

    QSqlDatabase database() const; // open

private:
    PostgresServer() = default;
    static QStringList asServer(const QStringList &command); // as the user the server may run as
    static bool run(const QStringList &command);

    QTemporaryDir m_folder;
    QString m_bin;
    int m_port = 0;
    ServerGuard m_guard; // before the folder goes
};

} // namespace tessera::tests
