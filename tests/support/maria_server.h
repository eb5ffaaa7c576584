// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QProcess>
#include <QTemporaryDir>

#include "tests/support/server_guard.h"

namespace tessera::tests {

// A MariaDB server of the test's own: in a temporary folder, on a socket in it, ended with the test. It speaks most of
// MySQL's SQL.
class MariaServer
{
public:
    // Null, with the reason, where MariaDB is not installed or does not start.
    static std::unique_ptr<MariaServer> start(QString *whyNot);

    struct Reply
    {
        std::vector<std::vector<std::optional<std::string>>> rows; // cells as text, none: null
        QString error;
    };
    // Every statement in turn; one that fails does not keep the others from running. The cells of queries come in hex.
    std::vector<Reply> run(const std::vector<std::string> &statements) const;

private:
    MariaServer() = default;
    QStringList arguments() const;

    QTemporaryDir m_folder;
    QString m_client;
    ServerGuard m_guard; // before the folder goes
};

} // namespace tessera::tests
