// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"

#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlError>
#include <QTcpServer>

namespace tessera::tests {

namespace {

const QString connectionName = QStringLiteral("postgres of the test");

// The newest server's programs; Debian keeps them apart from the others.
QString programFolder()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &version : found) {
        const QString bin = versions.filePath(version + QStringLiteral("/bin/"));
        if (QFile::exists(bin + QStringLiteral("initdb")))
            return bin;
    }
    return {};
}

} // namespace

std::unique_ptr<PostgresServer> PostgresServer::start(QString *whyNot)
{
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    server->m_bin = programFolder();
    if (server->m_bin.isEmpty() || !QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL"))) {
        *whyNot =
            QStringLiteral("PostgreSQL or Qt's driver for it is not installed (packages postgresql, libqt6sql6-psql)");
        return nullptr;
    }
    QFile::setPermissions(server->m_folder.path(), QFile::Permissions(0x7777)); // the server runs as another user
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost)) {
        *whyNot = probe.errorString();
        return nullptr;
    }
    server->m_port = probe.serverPort();
    probe.close();
    const QString data = server->m_folder.filePath(QStringLiteral("data"));
    const QString options = QStringLiteral("-p %1 -k %2 -h 127.0.0.1 -c fsync=off -c timezone=UTC")
                                .arg(server->m_port)
                                .arg(server->m_folder.path());
    server->m_guard.start(server->m_folder.path(),
                          asServer({server->m_bin + QStringLiteral("pg_ctl"), QStringLiteral("-D"), data,
                                    QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("stop")}));
    const bool running =
        run({server->m_bin + QStringLiteral("initdb"), QStringLiteral("-D"), data, QStringLiteral("-A"),
             QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"),
             QStringLiteral("--no-sync")}) &&
        run({server->m_bin + QStringLiteral("pg_ctl"), QStringLiteral("-D"), data, QStringLiteral("-l"),
             server->m_folder.filePath(QStringLiteral("log")), QStringLiteral("-o"), options, QStringLiteral("-w"),
             QStringLiteral("start")});
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connectionName);
    database.setHostName(QStringLiteral("127.0.0.1"));
    database.setPort(server->m_port);
    database.setDatabaseName(QStringLiteral("postgres"));
    database.setUserName(geteuid() == 0 ? QStringLiteral("postgres") : qEnvironmentVariable("USER"));
    if (!running || !database.open()) {
        *whyNot = QStringLiteral("PostgreSQL does not start here: ") + database.lastError().text();
        return nullptr;
    }
    return server;
}

PostgresServer::~PostgresServer()
{
    QSqlDatabase::database(connectionName, false).close();
    QSqlDatabase::removeDatabase(connectionName);
    m_guard.end();
}

QSqlDatabase PostgresServer::database() const
{
    return QSqlDatabase::database(connectionName);
}

QStringList PostgresServer::asServer(const QStringList &command)
{
    const bool root = geteuid() == 0; // which the server refuses to run as
    const QStringList before = {QStringLiteral("runuser"), QStringLiteral("-u"), QStringLiteral("postgres"),
                                QStringLiteral("--")};
    return root ? before + command : command;
}

bool PostgresServer::run(const QStringList &command)
{
    const QStringList words = asServer(command);
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setWorkingDirectory(QStringLiteral("/"));
    process.start(words.first(), words.mid(1));
    return process.waitForFinished(90000) && process.exitCode() == 0;
}

} // namespace tessera::tests
