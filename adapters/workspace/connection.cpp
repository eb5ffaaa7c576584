// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace tessera::adapters {

using model::Error;
using model::ErrorCode;
using model::Result;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Workspace)
};

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
enum SqliteCode
{
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

} // namespace

Error databaseError(const QSqlError &error, const QString &path)
{
    Error out{ErrorCode::Io, {}};
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Full:
        out.message = Texts::tr("The disk is full: “%1” cannot grow.").arg(path);
        out.hint = Texts::tr("Free some space. Your edits wait in memory and are written as soon as there is room.");
        break;
    case ReadOnlyFile:
        out.code = ErrorCode::ReadOnly;
        out.message = Texts::tr("“%1” is write-protected.").arg(path);
        out.hint = Texts::tr("Change the permissions of the file and its folder, or save the workbook elsewhere.");
        break;
    case IoError:
        out.message = Texts::tr("“%1” cannot be read or written.").arg(path);
        out.hint =
            Texts::tr("Check that the disk is connected and has room. Edits wait in memory and are tried again.");
        break;
    case CannotOpen:
        out.message = Texts::tr("“%1” cannot be opened.").arg(path);
        out.hint = Texts::tr("Check that the folder exists and may be written to.");
        break;
    case Busy:
    case Locked:
        out.message = Texts::tr("Another program is using “%1”.").arg(path);
        out.hint = Texts::tr("Close it there; waiting edits are then written.");
        break;
    case Corrupt:
    case NotADatabase:
        out.code = ErrorCode::Invalid;
        out.message = Texts::tr("The workspace “%1” is damaged.").arg(path);
        out.hint =
            Texts::tr("Put a backup in its place (“…backup-v…” beside it), or move it away and open the workbook file "
                      "again.");
        break;
    default:
        out.message = Texts::tr("The workspace “%1” refused an operation.").arg(path);
        out.hint = Texts::tr("Try again; if it happens again, keep a copy of the file and report it.");
        break;
    }
    out.detail = QStringLiteral("%1 (%2)").arg(error.databaseText(), error.nativeErrorCode());
    out.where.file = path;
    return out;
}

Connection::Connection(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
}

Connection::~Connection()
{
    m_statements.clear(); // statements must be gone before their connection
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    const QString name = QStringLiteral("tessera-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Connection> connection(new Connection(path, name));
    QSqlDatabase &database = connection->m_database;
    if (!database.isValid()) {
        return model::fail(ErrorCode::Unsupported, Texts::tr("The SQLite driver of Qt is missing."),
                           Texts::tr("Install Qt's SQLite driver (package libqt6sql6-sqlite)."));
    }
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    QString target = path;
    if (mode == Mode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (mode == Mode::Immutable) {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI");
        target = QStringLiteral("file://%1?immutable=1")
                     .arg(QString::fromLatin1(QUrl::toPercentEncoding(QDir(path).absolutePath(), "/")));
    }
    database.setConnectOptions(options);
    database.setDatabaseName(target);
    if (!database.open())
        return model::fail(databaseError(database.lastError(), path));
    // The first statement that touches the file tells whether it is one of SQLite's at all.
    if (auto done = connection->runOnce(QStringLiteral("PRAGMA foreign_keys = ON")); !done)
        return model::fail(done.error());
    if (auto version = connection->value(QStringLiteral("SELECT count(*) FROM sqlite_master")); !version)
        return model::fail(version.error());
    return connection;
}

model::Unexpected Connection::failure(const QSqlQuery &query, const QString &sql) const
{
    Error error = databaseError(query.lastError(), m_path);
    error.detail += QStringLiteral(": ") + sql.left(200);
    return model::fail(std::move(error));
}

Result<QSqlQuery *> Connection::select(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            m_statements.remove(sql);
            return failure(*fresh, sql);
        }
        query = std::move(fresh);
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        // The driver takes QString() for an SQL null; here a text is a text, and an invalid QVariant is the null.
        const QVariant &value = values.at(i);
        const bool emptyText = value.typeId() == QMetaType::QString && value.toString().isEmpty();
        query->bindValue(static_cast<int>(i), emptyText ? QVariant(QLatin1String("")) : value);
    }
    if (!query->exec()) {
        const auto error = failure(*query, sql);
        m_statements.remove(sql);
        return error;
    }
    return query.get();
}

Result<void> Connection::run(const QString &sql, const QVariantList &values)
{
    auto query = select(sql, values);
    if (!query)
        return model::fail(query.error());
    (*query)->finish();
    return {};
}

Result<void> Connection::each(const QString &sql, const QVariantList &values,
                              const std::function<Result<void>(const QSqlQuery &)> &row)
{
    auto query = select(sql, values);
    if (!query)
        return model::fail(query.error());
    while ((*query)->next()) {
        if (auto done = row(**query); !done) {
            (*query)->finish();
            return done;
        }
    }
    if ((*query)->lastError().isValid())
        return failure(**query, sql); // a damaged page is only found while stepping
    return {};
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values)
{
    auto query = select(sql, values);
    if (!query)
        return model::fail(query.error());
    const QVariant first = (*query)->next() ? (*query)->value(0) : QVariant();
    if ((*query)->lastError().isValid())
        return failure(**query, sql);
    (*query)->finish();
    return first;
}

Result<void> Connection::runOnce(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failure(query, sql);
    return {};
}

Result<void> Connection::runScript(const QString &sql)
{
    QString statement;
    for (const QString &line : sql.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("--")))
            continue;
        statement += line + QLatin1Char('\n');
        if (!line.endsWith(QLatin1Char(';')))
            continue;
        if (auto done = runOnce(statement); !done)
            return done;
        statement.clear();
    }
    return {};
}

Result<void> Connection::begin()
{
    return run(QStringLiteral("BEGIN IMMEDIATE"));
}

Result<void> Connection::commit()
{
    return run(QStringLiteral("COMMIT"));
}

void Connection::rollback()
{
    (void)run(QStringLiteral("ROLLBACK")); // fails harmlessly when SQLite has already rolled back
}

} // namespace tessera::adapters
