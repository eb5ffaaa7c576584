// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace tessera::tests {

// Ends a server with the test that started it, however the test ends: a shell waits for its input to close, which a
// killed process does as well, then runs a command and removes a folder.
class ServerGuard
{
public:
    ~ServerGuard() { end(); }

    void start(const QString &folder, const QStringList &stopCommand)
    {
        m_shell.setStandardOutputFile(QProcess::nullDevice());
        m_shell.setStandardErrorFile(QProcess::nullDevice());
        m_shell.setWorkingDirectory(QStringLiteral("/"));
        m_shell.start(QStringLiteral("/bin/sh"),
                      QStringList{QStringLiteral("-c"), QStringLiteral("read -r line; \"$@\"; rm -rf \"$0\""), folder} +
                          stopCommand);
        m_shell.waitForStarted();
    }
    void end()
    {
        if (m_shell.state() == QProcess::NotRunning)
            return;
        m_shell.closeWriteChannel();
        m_shell.waitForFinished(90000);
    }

private:
    QProcess m_shell;
};

} // namespace tessera::tests
