// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/file_record.h"

#include "adapters/files/atomic_file.h"
#include "adapters/workspace/workspace_files.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::Result;

namespace {

struct Interrupted
{
    DocumentId id;
    StoredFile file;
    QString sha256;
    int step = 0;
    qint64 sequence = 0;
};

QByteArray compressed(const std::string &bytes)
{
    return qCompress(reinterpret_cast<const uchar *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

Result<void> storeFileRecord(Connection &connection, const DocumentId &id, const StoredFile &file,
                             model::History::Step step, qint64 sequence)
{
    return connection.run(
        QStringLiteral(
            "INSERT OR REPLACE INTO workbook_files (workbook_id, path, format, envelope, sha256, size, modified_ms, "
            "bytes, saved_step, saved_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {id, file.path, model::toQString(file.format), model::toQString(file.envelope), file.stamp.sha256,
         file.stamp.size, file.stamp.modifiedMs, compressed(file.bytes), step, sequence});
}

Result<void> announceSave(Connection &connection, const DocumentId &id, const StoredFile &file,
                          model::History::Step step, qint64 sequence)
{
    // A first save has no row yet; one that matches no file makes the document unsaved, which it is.
    if (auto done = connection.run(
            QStringLiteral("INSERT OR IGNORE INTO workbook_files (workbook_id, path, format, envelope, sha256, size, "
                           "modified_ms, saved_step, saved_seq) VALUES (?, '', '', '', '', 0, 0, -1, 0)"),
            {id});
        !done)
        return done;
    return connection.run(
        QStringLiteral("UPDATE workbook_files SET intended_sha256 = ?, intended_path = ?, intended_format = ?, "
                       "intended_envelope = ?, intended_step = ?, intended_seq = ? WHERE workbook_id = ?"),
        {sha256Of(file.bytes), file.path, model::toQString(file.format), model::toQString(file.envelope), step,
         sequence, id});
}

Result<void> settleInterruptedSaves(Connection &connection)
{
    std::vector<Interrupted> open;
    const auto add = [&](const QSqlQuery &row) -> Result<void> {
        open.push_back({row.value(0).toString(),
                        {row.value(1).toString(),
                         model::toUtf8(row.value(2).toString()),
                         model::toUtf8(row.value(3).toString()),
                         {},
                         {}},
                        row.value(4).toString(),
                        row.value(5).toInt(),
                        row.value(6).toLongLong()});
        return {};
    };
    if (auto done =
            connection.each(QStringLiteral("SELECT workbook_id, intended_path, intended_format, intended_envelope, "
                                           "intended_sha256, intended_step, intended_seq FROM workbook_files WHERE "
                                           "intended_sha256 IS NOT NULL"),
                            {}, add);
        !done)
        return done;
    for (Interrupted &save : open) {
        auto bytes = readFile(save.file.path);
        Result<void> done;
        if (bytes && sha256Of(*bytes) == save.sha256) {
            save.file.stamp = stampOf(save.file.path, *bytes);
            save.file.bytes = std::move(*bytes);
            done = storeFileRecord(connection, save.id, save.file, save.step, save.sequence);
        } else {
            done = connection.run(
                QStringLiteral("UPDATE workbook_files SET intended_sha256 = NULL WHERE workbook_id = ?"), {save.id});
        }
        if (!done)
            return done;
    }
    return {};
}

} // namespace tessera::adapters
