// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/document_loader.h"

#include <limits>

#include <QCoreApplication>
#include <QDateTime>
#include <QtConcurrent>

#include "adapters/workspace/journal_codec.h"
#include "adapters/workspace/row_storage.h"
#include "model/base/text.h"
#include "model/change/apply.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::History;
using model::JournalRecord;
using model::Result;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Workspace)
};

// Rows are stored as they are now, so replaying a workbook leaves them alone.
class NoRows : public model::RowStore
{
public:
    std::int64_t count(const model::Key &) const override { return 0; }
    model::Row row(const model::Key &, std::int64_t) const override { return {}; }
    std::int64_t indexOf(const model::Key &, model::RowId) const override { return -1; }
    model::RowId nextRowId(const model::Key &) const override { return 1; }
    Result<void> apply(const model::Key &, const std::vector<model::RowEdit> &) override { return {}; }
};

struct StoredRecord
{
    qint64 sequence = 0;
    JournalRecord record;
    QVariant body;
    std::optional<model::Error> error;
};

model::Unexpected damaged(const QString &path, const QString &detail)
{
    model::Error error{ErrorCode::Invalid, Texts::tr("The stored workbook in “%1” is damaged.").arg(path),
                       Texts::tr("Open the workbook file again, or put a backup of the workspace in its place.")};
    error.detail = detail;
    error.where.file = path;
    return model::Unexpected(std::move(error));
}

qint64 msOf(const QVariant &isoText)
{
    return QDateTime::fromString(isoText.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

const QString infoSql = QStringLiteral(
    "SELECT w.workbook_id, w.name, f.path, w.created_at, w.archived_at, "
    "coalesce((SELECT max(seq) FROM journal j WHERE j.workbook_id = w.workbook_id), 0), "
    "coalesce((SELECT at_ms FROM journal j WHERE j.workbook_id = w.workbook_id ORDER BY seq DESC LIMIT 1), 0), "
    "coalesce((SELECT step FROM journal j WHERE j.workbook_id = w.workbook_id ORDER BY seq DESC LIMIT 1), 0), "
    "coalesce(f.saved_step, -1), coalesce(f.saved_seq, 0), "
    "(SELECT closed_at IS NULL FROM sessions s WHERE s.workbook_id = w.workbook_id ORDER BY session DESC LIMIT 1), "
    "EXISTS (SELECT 1 FROM journal j WHERE j.workbook_id = w.workbook_id AND j.seq > f.saved_seq AND j.kind = 1 "
    "AND j.step = f.saved_step) "
    "FROM sigma_workbooks w LEFT JOIN workbook_files f ON f.workbook_id = w.workbook_id ");

DocumentInfo infoFrom(const QSqlQuery &row)
{
    DocumentInfo info;
    info.id = row.value(0).toString();
    info.name = row.value(1).toString();
    info.filePath = row.value(2).toString();
    info.createdMs = msOf(row.value(3));
    info.archived = !row.value(4).isNull();
    info.sequence = row.value(5).toLongLong();
    info.lastEditMs = row.value(6).toLongLong();
    info.unsaved = row.value(7).toInt() != row.value(8).toInt() || row.value(11).toBool();
    info.crashed = row.value(10).toBool();
    return info;
}

Result<void> loadFile(Connection &connection, StoredDocument &document)
{
    const auto read = [&](const QSqlQuery &row) -> Result<void> {
        const QByteArray bytes = qUncompress(row.value(6).toByteArray());
        document.file = {row.value(0).toString(),
                         model::toUtf8(row.value(1).toString()),
                         model::toUtf8(row.value(2).toString()),
                         {row.value(3).toString(), row.value(4).toLongLong(), row.value(5).toLongLong()},
                         {bytes.constData(), static_cast<std::size_t>(bytes.size())}};
        document.savedStep = row.value(7).toInt();
        return {};
    };
    document.savedStep = -1;
    return connection.each(QStringLiteral("SELECT path, format, envelope, sha256, size, modified_ms, bytes, saved_step "
                                          "FROM workbook_files WHERE workbook_id = ?"),
                           {document.info.id}, read);
}

Result<std::vector<StoredRecord>> loadJournal(Connection &connection, const DocumentId &id)
{
    std::vector<StoredRecord> records;
    const auto add = [&](const QSqlQuery &row) -> Result<void> {
        StoredRecord stored;
        stored.sequence = row.value(0).toLongLong();
        stored.record.kind = static_cast<JournalRecord::Kind>(row.value(1).toInt());
        stored.record.step = row.value(2).toInt();
        stored.record.transaction.timeMs = row.value(3).toLongLong();
        stored.body = row.value(4);
        records.push_back(std::move(stored));
        return {};
    };
    if (auto done = connection.each(
            QStringLiteral("SELECT seq, kind, step, at_ms, body FROM journal WHERE workbook_id = ? ORDER BY seq"), {id},
            add);
        !done)
        return model::fail(done.error());
    // Ten thousand bodies are worth every core.
    QtConcurrent::blockingMap(records, [](StoredRecord &stored) {
        if (stored.record.kind == JournalRecord::Kind::GoTo)
            return;
        if (auto transaction = decodeBody(stored.body))
            stored.record.transaction = std::move(*transaction);
        else
            stored.error = transaction.error();
        stored.body.clear();
    });
    return records;
}

// The newest snapshot before a record that can be read, and the record it was made after.
Result<qint64> loadSnapshot(Connection &connection, StoredDocument &document,
                            qint64 before = std::numeric_limits<qint64>::max())
{
    qint64 sequence = -1;
    const auto read = [&](const QSqlQuery &row) -> Result<void> {
        if (sequence >= 0)
            return {};
        if (auto workbook = decodeSnapshot(row.value(1).toByteArray())) {
            document.workbook = std::move(*workbook);
            sequence = row.value(0).toLongLong();
        }
        return {};
    };
    if (auto done = connection.each(
            QStringLiteral("SELECT seq, body FROM snapshots WHERE workbook_id = ? AND seq < ? ORDER BY seq DESC"),
            {document.info.id, before}, read);
        !done)
        return model::fail(done.error());
    if (sequence < 0)
        return damaged(connection.path(), QStringLiteral("no readable snapshot"));
    return sequence;
}

// Does to the history what Document did when it recorded this; the transactions that led there are returned.
std::vector<model::Transaction> fold(History &history, const JournalRecord &record)
{
    switch (record.kind) {
    case JournalRecord::Kind::Apply:
        history.add(record.transaction);
        return {record.transaction};
    case JournalRecord::Kind::Amend:
        history.amend(record.transaction);
        return {record.transaction};
    case JournalRecord::Kind::GoTo: {
        auto way = history.pathTo(record.step);
        history.moveTo(record.step);
        return way;
    }
    }
    Q_UNREACHABLE();
}

// "" or what is wrong with a record, given the history before it.
QString faultOf(const StoredRecord &stored, const History &history)
{
    if (stored.error)
        return stored.error->detail.isEmpty() ? stored.error->message : stored.error->detail;
    const bool jump = stored.record.kind == JournalRecord::Kind::GoTo;
    if (stored.record.step < 0 || (jump && stored.record.step >= history.size()))
        return QStringLiteral("no such step");
    return stored.record.kind == JournalRecord::Kind::Amend && !history.canUndo()
               ? QStringLiteral("nothing to go on with")
               : QString();
}

// Brings the history, and the workbook of a snapshot, up to the last record or the first that cannot be followed; that
// one is described, and the workbook may then hold a part of it.
std::optional<JournalDamage> replay(const std::vector<StoredRecord> &records, qint64 snapshot, StoredDocument &document)
{
    NoRows rows;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const StoredRecord &stored = records[i];
        QString fault = faultOf(stored, document.history);
        const auto way = fault.isEmpty() ? fold(document.history, stored.record) : std::vector<model::Transaction>();
        for (const model::Transaction &transaction :
             stored.sequence > snapshot ? way : std::vector<model::Transaction>()) {
            if (auto done = model::apply(document.workbook, rows, transaction); !done && fault.isEmpty())
                fault = done.error().detail.isEmpty() ? done.error().message : done.error().detail;
        }
        if (!fault.isEmpty())
            return JournalDamage{stored.sequence, static_cast<int>(records.size() - i),
                                 QStringLiteral("record %1: %2").arg(stored.sequence).arg(fault), std::nullopt};
    }
    return std::nullopt;
}

// What the records after a snapshot made of it, as far as they can be followed without the history.
model::Workbook followed(model::Workbook workbook, const std::vector<StoredRecord> &records, qint64 snapshot)
{
    NoRows rows;
    for (const StoredRecord &stored : records) {
        if (stored.sequence <= snapshot)
            continue;
        model::Workbook next = workbook;
        if (stored.error || stored.record.kind == JournalRecord::Kind::GoTo ||
            !model::apply(next, rows, stored.record.transaction))
            break;
        workbook = std::move(next);
    }
    return workbook;
}

// The state before a record that cannot be followed.
Result<void> loadUpTo(Connection &connection, std::vector<StoredRecord> records, qint64 end, StoredDocument &document)
{
    std::erase_if(records, [end](const StoredRecord &stored) { return stored.sequence >= end; });
    const auto snapshot = loadSnapshot(connection, document, end);
    if (!snapshot)
        return model::fail(snapshot.error());
    document.history = {};
    if (const auto again = replay(records, *snapshot, document))
        return damaged(connection.path(), again->detail);
    if (document.savedStep >= document.history.size())
        document.savedStep = -1; // the file holds a step that is gone
    return {};
}

Result<void> loadContent(Connection &connection, StoredDocument &document)
{
    if (auto done = loadFile(connection, document); !done)
        return done;
    const auto snapshot = loadSnapshot(connection, document);
    if (!snapshot)
        return model::fail(snapshot.error());
    const auto records = loadJournal(connection, document.info.id);
    if (!records)
        return model::fail(records.error());
    const model::Workbook newest = document.workbook;
    if (auto damage = replay(*records, *snapshot, document)) {
        if (damage->sequence <= *snapshot)
            damage->latest = followed(newest, *records, *snapshot);
        if (auto done = loadUpTo(connection, *records, damage->sequence, document); !done)
            return done;
        document.damage = std::move(damage);
    }
    auto rows = RowStorage(connection).load(document.info.id);
    if (!rows)
        return model::fail(rows.error());
    document.rows = std::move(*rows);
    return {};
}

} // namespace

Result<QList<DocumentInfo>> listDocuments(Connection &connection)
{
    QList<DocumentInfo> all;
    const auto add = [&](const QSqlQuery &row) -> Result<void> {
        all.append(infoFrom(row));
        return {};
    };
    if (auto done = connection.each(infoSql + QStringLiteral("ORDER BY w.created_at, w.workbook_id"), {}, add); !done)
        return model::fail(done.error());
    return all;
}

Result<StoredDocument> loadDocument(Connection &connection, const DocumentId &id)
{
    StoredDocument document;
    const auto read = [&](const QSqlQuery &row) -> Result<void> {
        document.info = infoFrom(row);
        document.amendedSinceSave = row.value(11).toBool();
        return {};
    };
    if (auto done = connection.runOnce(QStringLiteral("BEGIN")); !done)
        return model::fail(done.error());
    auto done = connection.each(infoSql + QStringLiteral("WHERE w.workbook_id = ?"), {id}, read);
    if (done && document.info.id.isEmpty())
        done = model::fail(ErrorCode::NotFound,
                           Texts::tr("There is no workbook “%1” in “%2”.").arg(id, connection.path()));
    if (done)
        done = loadContent(connection, document);
    connection.rollback();
    if (!done)
        return model::fail(done.error());
    return document;
}

std::unique_ptr<model::Document> makeDocument(StoredDocument stored)
{
    auto document = std::make_unique<model::Document>(std::move(stored.workbook), std::move(stored.rows),
                                                      std::move(stored.history));
    document->setSavedStep(stored.savedStep, stored.amendedSinceSave);
    return document;
}

} // namespace tessera::adapters
