// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/source_copies.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include "adapters/query/sqlite_statement.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Json;
using model::Result;
using model::Value;
using model::formula::ValueType;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::SourceCopies)
};

constexpr std::pair<std::string_view, ValueType> typeNames[] = {{"text", ValueType::Text},
                                                                {"number", ValueType::Number},
                                                                {"logical", ValueType::Logical},
                                                                {"date", ValueType::Date},
                                                                {"variant", ValueType::Variant}};

Json columnsJson(const std::vector<model::query::Column> &columns)
{
    Json list = Json::array();
    for (const auto &column : columns) {
        const auto type = std::ranges::find(typeNames, column.type, [](const auto &entry) { return entry.second; });
        list.push_back(
            {{"name", column.name}, {"type", type == std::end(typeNames) ? "text" : std::string(type->first)}});
    }
    return list;
}

std::vector<model::query::Column> columnsFrom(const std::string &text)
{
    std::vector<model::query::Column> columns;
    const auto json = model::readJson(text);
    if (!json || !json->is_array())
        return columns;
    for (const Json &entry : *json) {
        const std::string name = model::stringMember(entry, "type");
        const auto type = std::ranges::find(typeNames, name, [](const auto &known) { return known.first; });
        columns.push_back(
            {model::stringMember(entry, "name"), type == std::end(typeNames) ? ValueType::Text : type->second});
    }
    return columns;
}

std::vector<std::string> pathFrom(const std::string &text)
{
    std::vector<std::string> path;
    const auto json = model::readJson(text);
    if (json && json->is_array()) {
        for (const Json &part : *json)
            path.push_back(model::stringOf(part));
    }
    return path;
}

model::sql::Statement statement(std::string text, std::vector<Value> values = {})
{
    model::sql::Statement made;
    made.text = std::move(text);
    made.parameters = std::move(values);
    return made;
}

Result<std::unique_ptr<SqliteConnection>> open(const QString &workspace, SqliteConnection::Access access)
{
    if (!QFile::exists(workspace))
        return model::fail(ErrorCode::NotFound, Texts::tr("There is no workspace “%1”.").arg(workspace));
    return SqliteConnection::open(QFile::encodeName(workspace).toStdString(), access);
}

bool samePath(const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    return std::ranges::equal(
        a, b, [](const std::string &x, const std::string &y) { return model::foldName(x) == model::foldName(y); });
}

// Rows of imports that never ended (the program was killed) and of copies whose document went.
Result<void> dropStrays(SqliteConnection &connection)
{
    const auto strays = connection.run(
        statement("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'source\\_data\\_%' ESCAPE '\\' "
                  "AND name NOT IN (SELECT data_table FROM source_tables)"));
    if (!strays)
        return model::fail(strays.error());
    for (std::size_t row = 0; row < strays->table.rowCount(); ++row) {
        const std::string name = model::plainText(strays->table.columns[0].data.at(row));
        if (auto done = connection.execute("DROP TABLE " + quotedName(name)); !done)
            return done;
    }
    return {};
}

Result<void> record(SqliteConnection &connection, const QString &document, const SourceCopy &copy)
{
    Json path = Json::array();
    for (const std::string &part : copy.path)
        path.push_back(part);
    const auto done =
        connection.run(statement("INSERT INTO source_tables (id, workbook_id, connection, table_path, columns, "
                                 "data_table, origin, row_count, captured_at) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 {copy.id, model::toUtf8(document), copy.connectionId, model::writeJson(path),
                                  model::writeJson(columnsJson(copy.columns)), copy.dataTable,
                                  model::toUtf8(copy.origin), copy.rows, model::toUtf8(copy.capturedAt)}));
    if (!done)
        return model::fail(done.error());
    return {};
}

} // namespace

std::string tableNameOf(const QString &csv)
{
    std::string name;
    for (const QChar c : QFileInfo(csv).completeBaseName().toUpper()) {
        if (c.isLetterOrNumber())
            name += model::toUtf8(QString(c));
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (!name.empty() && name.back() == '_')
        name.pop_back();
    return name.empty() ? "IMPORTED" : name;
}

Result<std::vector<SourceCopy>> sourceCopies(const QString &workspace, const QString &document)
{
    auto connection = open(workspace, SqliteConnection::Access::Read);
    if (!connection)
        return model::fail(connection.error());
    const auto rows = (*connection)
                          ->run(statement("SELECT id, connection, table_path, columns, data_table, origin, row_count, "
                                          "captured_at FROM source_tables "
                                          "WHERE workbook_id = ? ORDER BY captured_at, id",
                                          {model::toUtf8(document)}));
    if (!rows)
        return model::fail(rows.error());
    std::vector<SourceCopy> copies;
    for (std::size_t row = 0; row < rows->table.rowCount(); ++row) {
        const auto text = [&](std::size_t column) {
            return model::plainText(rows->table.columns[column].data.at(row));
        };
        SourceCopy copy;
        copy.id = text(0);
        copy.connectionId = text(1);
        copy.path = pathFrom(text(2));
        copy.columns = columnsFrom(text(3));
        copy.dataTable = text(4);
        copy.origin = model::toQString(text(5));
        copy.rows = static_cast<std::int64_t>(rows->table.columns[6].data.number(row));
        copy.capturedAt = model::toQString(text(7));
        copies.push_back(std::move(copy));
    }
    return copies;
}

const SourceCopy *findCopy(const std::vector<SourceCopy> &copies, const model::query::TableSource &source)
{
    if (source.path.empty())
        return nullptr;
    for (const SourceCopy &copy : copies) {
        if (!copy.connectionId.empty() && copy.connectionId != source.connectionId)
            continue;
        const std::size_t parts = std::min(copy.path.size(), source.path.size());
        const std::vector<std::string> mine(copy.path.end() - static_cast<std::ptrdiff_t>(parts), copy.path.end());
        const std::vector<std::string> theirs(source.path.end() - static_cast<std::ptrdiff_t>(parts),
                                              source.path.end());
        if (parts > 0 && samePath(mine, theirs))
            return &copy;
    }
    return nullptr;
}

Result<ImportedCopy> importCsv(const QString &workspace, const QString &document, const QString &csv, CopyTarget target,
                               const CsvLoadOptions &options)
{
    auto connection = open(workspace, SqliteConnection::Access::Keep);
    if (!connection)
        return model::fail(connection.error());
    if (auto done = dropStrays(**connection); !done)
        return model::fail(done.error());
    ImportedCopy imported;
    SourceCopy &copy = imported.copy;
    copy.id = model::toUtf8(QUuid::createUuid().toString(QUuid::WithoutBraces));
    copy.connectionId = target.connectionId;
    copy.path = target.path.empty() ? std::vector<std::string>{tableNameOf(csv)} : target.path;
    copy.dataTable = "source_data_" + copy.id;
    copy.origin = QFileInfo(csv).absoluteFilePath();
    CsvLoadOptions actual = options;
    actual.rowsPerTransaction = 5000; // the journal waits for none longer than some milliseconds
    auto shape = loadCsv(**connection, copy.dataTable, csv, actual);
    if (!shape)
        return model::fail(shape.error());
    copy.columns = columnsOf(*shape);
    copy.rows = shape->rows;
    copy.capturedAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const auto before = sourceCopies(workspace, document);
    auto done = (*connection)->execute("BEGIN IMMEDIATE");
    for (const SourceCopy &old : before ? *before : std::vector<SourceCopy>()) {
        if (done && old.connectionId == copy.connectionId && samePath(old.path, copy.path)) {
            done = (*connection)->execute("DELETE FROM source_tables WHERE id = " + std::string("'") + old.id + "'");
            if (done)
                done = (*connection)->execute("DROP TABLE IF EXISTS " + quotedName(old.dataTable));
        }
    }
    if (done)
        done = record(**connection, document, copy);
    if (done)
        done = (*connection)->execute("COMMIT");
    if (!done) {
        (void)(*connection)->execute("ROLLBACK");
        (void)(*connection)->execute("DROP TABLE IF EXISTS " + quotedName(copy.dataTable));
        return model::fail(done.error());
    }
    imported.shape = std::move(*shape);
    return imported;
}

Result<void> carryCopies(const QString &from, const QString &document, const QString &to, const QString &toDocument)
{
    const auto copies = sourceCopies(from, document);
    if (!copies)
        return model::fail(copies.error());
    auto connection = open(to, SqliteConnection::Access::Keep);
    if (!connection)
        return model::fail(connection.error());
    if (const auto done =
            (*connection)->run(statement("ATTACH DATABASE ? AS origin", {QFile::encodeName(from).toStdString()}));
        !done)
        return model::fail(done.error());
    for (SourceCopy copy : *copies) {
        const std::string before = copy.dataTable;
        copy.id = model::toUtf8(QUuid::createUuid().toString(QUuid::WithoutBraces));
        copy.dataTable = "source_data_" + copy.id;
        if (auto done = (*connection)
                            ->execute("CREATE TABLE " + quotedName(copy.dataTable) + " AS SELECT * FROM origin." +
                                      quotedName(before));
            !done)
            return done;
        if (auto done = record(**connection, toDocument, copy); !done)
            return done;
    }
    return {};
}

Result<void> removeCopy(const QString &workspace, const std::string &id)
{
    auto connection = open(workspace, SqliteConnection::Access::Keep);
    if (!connection)
        return model::fail(connection.error());
    const auto gone =
        (*connection)->run(statement("DELETE FROM source_tables WHERE id = ? RETURNING data_table", {id}));
    if (!gone)
        return model::fail(gone.error());
    if (gone->table.rowCount() == 0)
        return model::fail(ErrorCode::NotFound, Texts::tr("This copy is not there any more."));
    return (*connection)
        ->execute("DROP TABLE IF EXISTS " + quotedName(model::plainText(gone->table.columns[0].data.at(0))));
}

} // namespace tessera::adapters
