// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include "model/base/result.h"

namespace tessera::adapters {

// One connection to a workspace file. Made, used and destroyed on one thread; statements are prepared once and kept.
// Errors of every call: Io with words for a full disk, a write-protected file or a failing device; Invalid for a
// damaged file; ReadOnly. `detail` is SQLite's own text.
class Connection
{
public:
    enum class Mode
    {
        ReadWrite, // makes the file when missing
        ReadOnly,
        Immutable, // read without any lock or side file: for a folder that cannot be written to
    };

    static model::Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // Runs a statement and forgets its rows.
    model::Result<void> run(const QString &sql, const QVariantList &values = {});
    // Runs a statement; the caller steps through the rows before this connection runs the same text again.
    model::Result<QSqlQuery *> select(const QString &sql, const QVariantList &values = {});
    // Runs a statement and hands over its rows one by one until one is refused.
    model::Result<void> each(const QString &sql, const QVariantList &values,
                             const std::function<model::Result<void>(const QSqlQuery &)> &row);
    // First column of the first row, an invalid value without rows.
    model::Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    // Every statement of a text, each ending with ';' at the end of a line.
    model::Result<void> runScript(const QString &sql);
    // Runs something prepared statements cannot (PRAGMA, VACUUM) or should not be kept for.
    model::Result<void> runOnce(const QString &sql);

    model::Result<void> begin(); // takes the write lock at once
    model::Result<void> commit();
    void rollback();

    const QString &path() const { return m_path; }

private:
    Connection(QString path, QString name);
    model::Unexpected failure(const QSqlQuery &query, const QString &sql) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

// Translates an error of the SQLite driver; `path` is named in the message.
model::Error databaseError(const QSqlError &error, const QString &path);

// Undoes what was done since `begin` unless `commit` succeeded.
class DatabaseTransaction
{
public:
    explicit DatabaseTransaction(Connection &connection) : m_connection(connection) {}
    ~DatabaseTransaction()
    {
        if (m_open)
            m_connection.rollback();
    }
    DatabaseTransaction(const DatabaseTransaction &) = delete;
    DatabaseTransaction &operator=(const DatabaseTransaction &) = delete;

    model::Result<void> begin()
    {
        auto done = m_connection.begin();
        m_open = done.has_value();
        return done;
    }
    model::Result<void> commit()
    {
        auto done = m_connection.commit();
        if (done)
            m_open = false;
        return done;
    }

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace tessera::adapters
