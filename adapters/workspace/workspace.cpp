// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSysInfo>
#include <QUuid>
#include <QtConcurrent>

#include "adapters/files/atomic_file.h"
#include "adapters/workspace/document_loader.h"
#include "adapters/workspace/file_record.h"
#include "adapters/workspace/journal_codec.h"
#include "adapters/workspace/sigds_store.h"
#include "adapters/workspace/workspace_private.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::Document;
using model::ErrorCode;
using model::JournalRecord;
using model::Result;

namespace {

constexpr int quietMs = 2000;              // after the last edit, before the projections follow
constexpr qint64 recordsPerSnapshot = 500; // more would make opening slow, fewer would write much

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<void> writeSnapshot(Connection &connection, const DocumentId &id, qint64 sequence, const QByteArray &body)
{
    if (auto done =
            connection.run(QStringLiteral("INSERT OR REPLACE INTO snapshots (workbook_id, seq, body) VALUES (?, ?, ?)"),
                           {id, sequence, body});
        !done)
        return done;
    // The first one is what the history began with; of the others the one before is kept in case this one is damaged.
    return connection.run(
        QStringLiteral("DELETE FROM snapshots WHERE workbook_id = ? AND seq > 0 AND seq NOT IN (SELECT seq "
                       "FROM snapshots WHERE workbook_id = ? ORDER BY seq DESC LIMIT 2)"),
        {id, id});
}

// Of a jump only what it did to rows matters to the writer; the rest follows from the history.
JournalRecord forWriting(const JournalRecord &record)
{
    if (record.kind != JournalRecord::Kind::GoTo)
        return record;
    JournalRecord slim{record.kind, {}, record.step};
    slim.transaction.author = record.transaction.author;
    slim.transaction.timeMs = record.transaction.timeMs;
    for (const model::Change &change : record.transaction.changes) {
        if (std::holds_alternative<model::RowsChange>(change))
            slim.transaction.changes.push_back(change);
    }
    return slim;
}

} // namespace

Workspace::Workspace(QString path, const Options &options)
    : m_path(std::move(path))
    , m_options(options)
    , d(std::make_unique<Private>())
{
    d->pool.setMaxThreadCount(1); // projections of one document stay in order
    d->quiet.setSingleShot(true);
    d->quiet.setInterval(quietMs);
    connect(&d->quiet, &QTimer::timeout, this, [this] {
        for (Attached &attached : d->attached)
            refreshProjections(attached);
    });
}

Workspace::~Workspace()
{
    const QList<const Document *> open = d->attached.keys();
    for (const Document *document : open)
        detach(*document);
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, const Options &options)
{
    auto opened = openWorkspaceFile(path, options);
    if (!opened)
        return model::fail(opened.error());
    std::unique_ptr<Workspace> workspace(new Workspace(path, options));
    Private &d = *workspace->d;
    d.lock = std::move(opened->lock);
    d.copy = std::move(opened->copy);
    d.readPath = opened->readPath;
    d.readMode = opened->readMode;
    workspace->m_readOnlyReason = opened->readOnlyReason;
    if (!d.lock)
        return workspace;
    d.writer = std::make_unique<Writer>(path, Writer::Settings{options.writeRetryMs, options.maxPages});
    connect(d.writer.get(), &Writer::written, workspace.get(), &Workspace::written);
    connect(d.writer.get(), &Writer::failed, workspace.get(), &Workspace::failed);
    connect(d.writer.get(), &Writer::recovered, workspace.get(), &Workspace::recovered);
    if (auto started = d.writer->start(); !started)
        return model::fail(started.error());
    return workspace;
}

Result<QList<DocumentInfo>> Workspace::documents() const
{
    auto connection = Connection::open(d->readPath, d->readMode);
    if (!connection)
        return model::fail(connection.error());
    return listDocuments(**connection);
}

Result<std::optional<DocumentInfo>> Workspace::findByFile(const QString &file) const
{
    const auto all = documents();
    if (!all)
        return model::fail(all.error());
    const QString wanted = canonicalPath(file);
    for (const DocumentInfo &info : *all) {
        if (!info.archived && !info.filePath.isEmpty() && canonicalPath(info.filePath) == wanted)
            return std::optional(info);
    }
    return std::optional<DocumentInfo>();
}

Result<StoredDocument> Workspace::load(const DocumentId &id) const
{
    if (d->writer) {
        if (auto done = d->writer->flush(5000); !done)
            return model::fail(done.error());
    }
    auto connection = Connection::open(d->readPath, d->readMode);
    if (!connection)
        return model::fail(connection.error());
    return loadDocument(**connection, id);
}

Result<void> Workspace::write(std::function<Result<void>(Connection &)> job)
{
    if (!d->writer)
        return model::fail(*m_readOnlyReason);
    return d->writer->call(std::move(job));
}

Result<void> Workspace::insertDocument(Connection &connection, const DocumentId &id, const model::Workbook &workbook,
                                       const StoredFile &file, const model::MemoryRowStore *rows) const
{
    if (auto done = connection.run(
            QStringLiteral("INSERT INTO sigma_workbooks (workbook_id, name, created_at) VALUES (?, ?, ?)"),
            {id, model::toQString(workbook.name()), now()});
        !done)
        return done;
    if (auto done = writeSnapshot(connection, id, 0, encodeSnapshot(workbook)); !done)
        return done;
    if (!file.path.isEmpty()) {
        if (auto done = storeFileRecord(connection, id, file, model::History::root, 0); !done)
            return done;
    }
    RowStorage storage(connection);
    for (const model::Key &table : rows ? rows->tables() : QList<model::Key>()) {
        if (auto done = storage.store(id, table, rows->rows(table), rows->nextRowId(table)); !done)
            return done;
    }
    return {};
}

Result<DocumentId> Workspace::create(const model::Workbook &workbook, const StoredFile &file,
                                     const model::MemoryRowStore *rows)
{
    const DocumentId id = newId();
    if (auto done = write([&](Connection &connection) { return insertDocument(connection, id, workbook, file, rows); });
        !done)
        return model::fail(done.error());
    project(id, 0, workbook);
    return id;
}

Result<DocumentId> Workspace::startOver(const DocumentId &id, const model::Workbook &workbook, const StoredFile &file)
{
    const DocumentId fresh = newId();
    const auto job = [&](Connection &connection) -> Result<void> {
        if (auto done = connection.run(
                QStringLiteral("UPDATE sigma_workbooks SET archived_at = ? WHERE workbook_id = ?"), {now(), id});
            !done)
            return done;
        if (auto done = insertDocument(connection, fresh, workbook, file, nullptr); !done)
            return done;
        // Imported tables go on with the file they were imported for.
        return connection.run(QStringLiteral("UPDATE source_tables SET workbook_id = ? WHERE workbook_id = ?"),
                              {fresh, id});
    };
    if (auto done = write(job); !done)
        return model::fail(done.error());
    project(fresh, 0, workbook);
    return fresh;
}

Result<void> Workspace::remove(const DocumentId &id)
{
    for (const Attached &attached : std::as_const(d->attached)) {
        if (attached.id == id)
            return model::fail(ErrorCode::Conflict, tr("This workbook is open."), tr("Close it first."));
    }
    return write([&](Connection &connection) {
        return connection.run(QStringLiteral("DELETE FROM sigma_workbooks WHERE workbook_id = ?"), {id});
    });
}

Result<void> Workspace::attach(Document &document, const DocumentId &id)
{
    for (const Attached &attached : std::as_const(d->attached)) {
        if (attached.id == id || attached.document == &document)
            return model::fail(ErrorCode::Conflict, tr("This workbook is open already."), tr("Go on in its window."));
    }
    Attached attached;
    attached.document = &document;
    attached.id = id;
    bool found = false;
    const auto begin = [&](Connection &connection) -> Result<void> {
        const auto state = [&](const QSqlQuery &row) -> Result<void> {
            found = true;
            attached.sequence = row.value(0).toLongLong();
            attached.snapshot = row.value(1).toLongLong();
            attached.projected = row.value(2).toLongLong();
            return {};
        };
        if (auto done = connection.each(
                QStringLiteral(
                    "SELECT coalesce((SELECT max(seq) FROM journal j WHERE j.workbook_id = w.workbook_id), 0), "
                    "(SELECT max(seq) FROM snapshots s WHERE s.workbook_id = w.workbook_id), projected_seq "
                    "FROM sigma_workbooks w WHERE workbook_id = ?"),
                {id}, state);
            !done)
            return done;
        if (!found)
            return model::fail(ErrorCode::NotFound, tr("There is no workbook “%1” in “%2”.").arg(id, m_path));
        if (auto done = connection.run(
                QStringLiteral("INSERT INTO sessions (workbook_id, host, pid, opened_at) VALUES (?, ?, ?, ?)"),
                {id, QSysInfo::machineHostName(), QCoreApplication::applicationPid(), now()});
            !done)
            return done;
        const auto session = connection.value(QStringLiteral("SELECT last_insert_rowid()"));
        if (!session)
            return model::fail(session.error());
        attached.session = session->toLongLong();
        return {};
    };
    if (auto done = write(begin); !done)
        return done;
    d->attached.insert(&document, attached);
    connect(&document, &Document::recorded, this,
            [this, &document](const JournalRecord &record) { take(document, record); });
    connect(&document, &QObject::destroyed, this, [this, &document] { endSession(d->attached.take(&document)); });
    d->quiet.start();
    return {};
}

void Workspace::take(const Document &document, const JournalRecord &record)
{
    Attached &attached = d->attached[&document];
    d->writer->append(attached.id, ++attached.sequence, forWriting(record));
    if (attached.sequence - attached.snapshot >= recordsPerSnapshot)
        makeSnapshot(attached);
    d->quiet.start();
}

void Workspace::makeSnapshot(Attached &attached)
{
    attached.snapshot = attached.sequence;
    // The workbook is a value, so the copy stays as it is while editing goes on.
    auto build = [writer = d->writer.get(), id = attached.id, sequence = attached.sequence,
                  workbook = attached.document->workbook()] {
        writer->project([id, sequence, body = encodeSnapshot(workbook)](Connection &connection) {
            return writeSnapshot(connection, id, sequence, body);
        });
    };
    d->pool.start(std::move(build));
}

void Workspace::refreshProjections(Attached &attached)
{
    if (attached.projected == attached.sequence)
        return;
    attached.projected = attached.sequence;
    project(attached.id, attached.sequence, attached.document->workbook());
}

void Workspace::project(const DocumentId &id, qint64 sequence, const model::Workbook &workbook)
{
    auto build = [writer = d->writer.get(), id, sequence, workbook] {
        writer->project([id, sequence, rows = sigdsRows(workbook, model::toUtf8(id))](Connection &connection) {
            return storeSigds(connection, id, rows, sequence);
        });
    };
    d->pool.start(std::move(build));
}

Result<model::Workbook> Workspace::loadFromTables(const DocumentId &id)
{
    if (d->writer) {
        for (Attached &attached : d->attached) {
            if (attached.id == id)
                refreshProjections(attached);
        }
        d->pool.waitForDone();
        if (auto done = d->writer->flush(5000); !done)
            return model::fail(done.error());
    }
    auto connection = Connection::open(d->readPath, d->readMode);
    if (!connection)
        return model::fail(connection.error());
    const auto rows = readSigds(**connection, id);
    if (!rows)
        return model::fail(rows.error());
    return workbookFromSigds(*rows);
}

void Workspace::detach(const Document &document)
{
    const auto it = d->attached.find(&document);
    if (it == d->attached.end())
        return;
    disconnect(&document, nullptr, this, nullptr);
    refreshProjections(*it);
    endSession(d->attached.take(&document));
}

void Workspace::endSession(const Attached &attached)
{
    d->pool.waitForDone();
    // When writing fails the session stays open in the file, which is true: it did not end properly.
    (void)write([session = attached.session](Connection &connection) {
        return connection.run(QStringLiteral("UPDATE sessions SET closed_at = ? WHERE session = ?"), {now(), session});
    });
}

Result<void> Workspace::flush(int timeoutMs)
{
    return d->writer ? d->writer->flush(timeoutMs) : Result<void>();
}

qint64 Workspace::pending() const
{
    return d->writer ? d->writer->pending() : 0;
}

Result<void> Workspace::saveFile(const DocumentId &id, StoredFile file, model::History::Step step)
{
    const auto announce = [&](Connection &connection) -> Result<void> {
        const auto sequence = lastSequence(connection, id);
        if (!sequence)
            return model::fail(sequence.error());
        return announceSave(connection, id, file, step, *sequence);
    };
    if (!d->writer)
        return model::fail(*m_readOnlyReason);
    // The person's file comes first: a workspace that cannot be written to must not keep anybody from saving. What it
    // could not note, it takes for a change from outside next time.
    if (auto done = write(announce); !done)
        Q_EMIT failed(done.error());
    if (auto done = writeFile(file.path, file.bytes); !done)
        return done;
    file.path = canonicalPath(file.path);
    file.stamp = stampOf(file.path, file.bytes);
    if (auto done = markSaved(id, file, step); !done)
        Q_EMIT failed(done.error());
    return {};
}

Result<void> Workspace::markSaved(const DocumentId &id, const StoredFile &file, model::History::Step step)
{
    return write([&](Connection &connection) -> Result<void> {
        const auto sequence = lastSequence(connection, id);
        if (!sequence)
            return model::fail(sequence.error());
        return storeFileRecord(connection, id, file, step, *sequence);
    });
}

Result<qint64> Workspace::lastSequence(Connection &connection, const DocumentId &id)
{
    const auto found =
        connection.value(QStringLiteral("SELECT coalesce(max(seq), 0) FROM journal WHERE workbook_id = ?"), {id});
    if (!found)
        return model::fail(found.error());
    return found->toLongLong();
}

} // namespace tessera::adapters
