// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSqlDatabase>
#include <QTemporaryDir>

namespace tessera::tests {

// A PostgreSQL server of the test's own: in a temporary folder, on a free port of the loopback, ended with this object.
class PostgresServer
{
public:
    // Null, with the reason, where PostgreSQL or Qt's driver for it is not installed or does not start.
    static std::unique_ptr<PostgresServer> start(QString *whyNot);
    ~PostgresServer();

    QSqlDatabase database() const; // open

private:
    PostgresServer() = default;
    bool asServer(const QStringList &command) const;

    QTemporaryDir m_folder;
    QString m_bin;
    int m_port = 0;
    bool m_running = false;
};

} // namespace tessera::tests
