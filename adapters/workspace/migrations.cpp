// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/migrations.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

// Resources of a static library have to be asked for by name, outside of any namespace.
static void loadMigrationFiles()
{
    Q_INIT_RESOURCE(migrations);
}

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Workspace)
};

QString fileText(const QString &name)
{
    loadMigrationFiles();
    QFile file(QStringLiteral(":/workspace/") + name);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return open ? QString::fromUtf8(file.readAll()) : QString();
}

Result<void> runStep(Connection &connection, const Migration &step)
{
    DatabaseTransaction transaction(connection);
    if (auto done = transaction.begin(); !done)
        return done;
    if (auto done = connection.runScript(step.sql); !done)
        return done;
    if (auto done =
            connection.run(QStringLiteral("INSERT INTO schema_version (version, applied_at, program) VALUES (?, ?, ?)"),
                           {step.version, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                            QStringLiteral("tessera " TESSERA_VERSION)});
        !done)
        return done;
    if (auto done = connection.runOnce(QStringLiteral("PRAGMA application_id = %1").arg(workspaceApplicationId)); !done)
        return done;
    if (auto done = connection.runOnce(QStringLiteral("PRAGMA user_version = %1").arg(step.version)); !done)
        return done;
    return transaction.commit();
}

// A consistent copy, edits that are still in the write-ahead log included.
Result<void> backUp(Connection &connection, int version)
{
    const QString copy = QStringLiteral("%1.backup-v%2").arg(connection.path()).arg(version);
    QFile::remove(copy); // of an earlier try that did not come to its end
    QString quoted = copy;
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    return connection.runOnce(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
}

} // namespace

const std::vector<Migration> &workspaceMigrations()
{
    static const std::vector<Migration> steps = {
        {1, fileText(QStringLiteral("0001_initial.sql"))},
    };
    return steps;
}

Result<int> workspaceVersion(Connection &connection)
{
    auto application = connection.value(QStringLiteral("PRAGMA application_id"));
    auto version = connection.value(QStringLiteral("PRAGMA user_version"));
    auto tables = connection.value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    for (const auto *answer : {&application, &version, &tables}) {
        if (!*answer)
            return model::fail(answer->error());
    }
    if (tables->toInt() == 0 && version->toInt() == 0)
        return 0;
    if (application->toInt() != workspaceApplicationId) {
        return model::fail(ErrorCode::Invalid,
                           Texts::tr("“%1” is an SQLite database, but not a Tessera workspace.").arg(connection.path()),
                           Texts::tr("Choose a file that ends with “.tessera”."), {connection.path(), 0, 0, {}, {}});
    }
    return version->toInt();
}

Result<void> migrate(Connection &connection, const std::vector<Migration> &steps)
{
    auto version = workspaceVersion(connection);
    if (!version)
        return model::fail(version.error());
    const int last = steps.empty() ? 0 : steps.back().version;
    if (*version > last) {
        return model::fail(
            ErrorCode::TooNew,
            Texts::tr("“%1” was written by a newer version of Tessera (format %2, this one knows up to %3).")
                .arg(connection.path())
                .arg(*version)
                .arg(last),
            Texts::tr("It is open for reading only. Install the newer version to edit it."),
            {connection.path(), 0, 0, {}, {}});
    }
    if (*version == last)
        return {};
    if (*version > 0) {
        if (auto done = backUp(connection, *version); !done)
            return done;
    }
    for (const Migration &step : steps) {
        if (step.version <= *version)
            continue;
        if (auto done = runStep(connection, step); !done)
            return done;
    }
    return {};
}

} // namespace tessera::adapters
