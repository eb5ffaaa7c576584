// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/maria_server.h"

#include <unistd.h>

#include <QDeadlineTimer>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>

namespace tessera::tests {

namespace {

const QString noDefaults = QStringLiteral("--no-defaults");
const QByteArray marker = "answer ";

QString program(const char *name)
{
    const QString file = QString::fromLatin1(name);
    const QString found = QStandardPaths::findExecutable(file);
    return found.isEmpty()
               ? QStandardPaths::findExecutable(file, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")})
               : found;
}

bool runs(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(name, arguments);
    return process.waitForFinished(90000) && process.exitCode() == 0;
}

std::optional<std::string> cellOf(const QByteArray &text)
{
    return text == "NULL" ? std::nullopt : std::optional(QByteArray::fromHex(text).toStdString());
}

} // namespace

std::unique_ptr<MariaServer> MariaServer::start(QString *whyNot)
{
    const QString server = program("mariadbd"), installer = program("mariadb-install-db");
    std::unique_ptr<MariaServer> made(new MariaServer);
    made->m_client = program("mariadb");
    if (server.isEmpty() || installer.isEmpty() || made->m_client.isEmpty()) {
        *whyNot = QStringLiteral("MariaDB is not installed (packages mariadb-server-core, mariadb-client-core)");
        return nullptr;
    }
    *whyNot = QStringLiteral("MariaDB does not start here");
    QFile::setPermissions(made->m_folder.path(), QFile::Permissions(0x7777)); // the server runs as another user
    const QString user =
        QStringLiteral("--user=") + (geteuid() == 0 ? QStringLiteral("nobody") : qEnvironmentVariable("USER"));
    const QString data = QStringLiteral("--datadir=") + made->m_folder.filePath(QStringLiteral("data"));
    const QString pid = made->m_folder.filePath(QStringLiteral("pid"));
    if (!runs(installer, {noDefaults, data, user, QStringLiteral("--skip-test-db"),
                          QStringLiteral("--auth-root-authentication-method=normal")}))
        return nullptr;
    made->m_guard.start(made->m_folder.path(),
                        {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("kill -9 $(cat %1)").arg(pid)});
    const bool started = QProcess::startDetached(
        QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("exec \"$@\" >\"$0\" 2>&1"),
                                    made->m_folder.filePath(QStringLiteral("log")), server, noDefaults, data, user,
                                    QStringLiteral("--skip-networking"), QStringLiteral("--pid-file=") + pid,
                                    QStringLiteral("--socket=") + made->m_folder.filePath(QStringLiteral("s"))});
    for (QDeadlineTimer patience(30000); started && !patience.hasExpired(); QThread::msleep(100)) {
        if (runs(made->m_client, made->arguments() << QStringLiteral("-e")
                                                   << QStringLiteral("CREATE DATABASE d CHARACTER SET utf8mb4")))
            return made;
    }
    return nullptr;
}

QStringList MariaServer::arguments() const
{
    return {noDefaults,
            QStringLiteral("--socket=") + m_folder.filePath(QStringLiteral("s")),
            QStringLiteral("--user=root"),
            QStringLiteral("--batch"),
            QStringLiteral("--skip-column-names"),
            QStringLiteral("--default-character-set=utf8mb4"),
            QStringLiteral("--force")};
}

std::vector<MariaServer::Reply> MariaServer::run(const std::vector<std::string> &statements) const
{
    QByteArray script;
    std::vector<qsizetype> lines; // where each statement starts
    for (std::size_t i = 0; i < statements.size(); ++i) {
        script += "SELECT '" + marker + QByteArray::number(static_cast<qulonglong>(i)) + "';\n";
        lines.push_back(script.count('\n') + 1);
        script += QByteArray::fromStdString(statements[i]) + ";\n";
    }
    QProcess client;
    client.start(m_client, arguments() << QStringLiteral("d"));
    client.write(script);
    client.closeWriteChannel();
    client.waitForFinished(120000);
    std::vector<Reply> replies(statements.size());
    std::size_t at = 0;
    for (const QByteArray &line : client.readAllStandardOutput().split('\n')) {
        if (line.startsWith(marker)) {
            at = line.mid(marker.size()).toULongLong();
        } else if (!line.isEmpty() && at < replies.size()) {
            replies[at].rows.emplace_back();
            for (const QByteArray &cell : line.split('\t'))
                replies[at].rows.back().push_back(cellOf(cell));
        }
    }
    static const QRegularExpression failed(QStringLiteral("^ERROR (\\d+) .* at line (\\d+): (.*)$"));
    for (const QString &line : QString::fromUtf8(client.readAllStandardError()).split(QLatin1Char('\n'))) {
        const auto match = failed.match(line);
        const auto found = std::upper_bound(lines.begin(), lines.end(), match.captured(2).toLongLong());
        if (match.hasMatch() && found != lines.begin())
            replies[static_cast<std::size_t>(found - lines.begin()) - 1].error =
                match.captured(1) + QLatin1Char(' ') + match.captured(3);
    }
    return replies;
}

} // namespace tessera::tests
