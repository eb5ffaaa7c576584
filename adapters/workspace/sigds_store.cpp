// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/sigds_store.h"

#include "adapters/workspace/journal_codec.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::Json;
using model::Result;

namespace {

// The tables keyed by workbook and id; the workbook's own row and the input rows are handled elsewhere.
constexpr SigdsTableId idTables[] = {SigdsTableId::InputTables, SigdsTableId::LayoutElements, SigdsTableId::Actions,
                                     SigdsTableId::ActionSequences, SigdsTableId::Variables};

QString quoted(const std::string &column)
{
    return QLatin1Char('"') + model::toQString(column) + QLatin1Char('"');
}

struct Statements
{
    QString select;
    QString upsert;
    QString remove;
};

Statements statementsOf(const SigdsTable &table)
{
    QStringList names;
    QStringList marks;
    QStringList updates;
    for (const SigdsColumn &column : table.columns) {
        if (column.type == SigdsType::Time) {
            if (column.name == "updated_at")
                updates << QStringLiteral("updated_at = CURRENT_TIMESTAMP");
            continue;
        }
        const QString name = quoted(column.name);
        names << name;
        marks << QStringLiteral("?");
        updates << QStringLiteral("%1 = excluded.%1").arg(name);
    }
    const QString tableName = model::toQString(table.name);
    return {
        QStringLiteral("SELECT %1 FROM %2 WHERE workbook_id = ?").arg(names.join(QLatin1Char(',')), tableName),
        QStringLiteral("INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (workbook_id, id) DO UPDATE SET %4")
            .arg(tableName, names.join(QLatin1Char(',')), marks.join(QLatin1Char(',')), updates.join(QLatin1Char(','))),
        QStringLiteral("DELETE FROM %1 WHERE workbook_id = ? AND id = ?").arg(tableName)};
}

QVariant toVariant(const SigdsColumn &column, const Json &value)
{
    if (value.is_null())
        return {};
    switch (column.type) {
    case SigdsType::Json:
        return jsonText(value);
    case SigdsType::Integer:
        return qint64(value.get<std::int64_t>());
    case SigdsType::Logical:
        return value.get<bool>() ? 1 : 0;
    default:
        return model::toQString(model::stringOf(value));
    }
}

Result<Json> fromVariant(const SigdsColumn &column, const QVariant &value)
{
    if (value.isNull())
        return Json();
    switch (column.type) {
    case SigdsType::Json:
        return jsonFromText(value.toString());
    case SigdsType::Integer:
        return Json(value.toLongLong());
    case SigdsType::Logical:
        return Json(value.toBool());
    default:
        return Json(model::toUtf8(value.toString()));
    }
}

QVariantList toVariants(const SigdsTable &table, const SigdsRow &row, const DocumentId &id)
{
    QVariantList values{id};
    for (std::size_t i = 1; i < row.size(); ++i)
        values << toVariant(table.columns[i], row[i]);
    return values;
}

Result<void> storeTable(Connection &connection, const DocumentId &id, const SigdsTable &table,
                        const std::vector<SigdsRow> &rows)
{
    const Statements statements = statementsOf(table);
    const int columns = sigdsValueCount(table);
    QHash<QString, QVariantList> present;
    const auto note = [&](const QSqlQuery &query) -> Result<void> {
        QVariantList values;
        for (int i = 0; i < columns; ++i)
            values << query.value(i);
        present.insert(values.at(1).toString(), values);
        return {};
    };
    if (auto done = connection.each(statements.select, {id}, note); !done)
        return done;
    for (const SigdsRow &row : rows) {
        const QVariantList values = toVariants(table, row, id);
        const QVariantList before = present.take(values.at(1).toString());
        const bool same =
            before.size() == values.size() &&
            std::equal(before.begin(), before.end(), values.begin(), [](const QVariant &a, const QVariant &b) {
                return a.isNull() == b.isNull() && a.toString() == b.toString();
            });
        if (same)
            continue;
        if (auto done = connection.run(statements.upsert, values); !done)
            return done;
    }
    for (auto gone = present.keyBegin(); gone != present.keyEnd(); ++gone) {
        if (auto done = connection.run(statements.remove, {id, *gone}); !done)
            return done;
    }
    return {};
}

} // namespace

Result<void> storeSigds(Connection &connection, const DocumentId &id, const SigdsRows &rows, qint64 sequence)
{
    const SigdsRow &own = rows.of(SigdsTableId::Workbooks).front();
    if (auto done = connection.run(
            QStringLiteral(
                "UPDATE sigma_workbooks SET name = ?, properties = ?, projected_seq = ? WHERE workbook_id = ?"),
            {model::toQString(model::stringOf(own.at(1))), jsonText(own.at(2)), sequence, id});
        !done)
        return done;
    for (const SigdsTableId table : idTables) {
        if (auto done = storeTable(connection, id, sigdsTable(table), rows.of(table)); !done)
            return done;
    }
    return {};
}

Result<SigdsRows> readSigds(Connection &connection, const DocumentId &id)
{
    SigdsRows rows;
    for (const SigdsTableId tableId : {SigdsTableId::Workbooks, SigdsTableId::InputTables, SigdsTableId::LayoutElements,
                                       SigdsTableId::Actions, SigdsTableId::ActionSequences, SigdsTableId::Variables}) {
        const SigdsTable &table = sigdsTable(tableId);
        const int columns = sigdsValueCount(table);
        const auto add = [&](const QSqlQuery &query) -> Result<void> {
            SigdsRow row;
            for (int i = 0; i < columns; ++i) {
                auto value = fromVariant(table.columns[static_cast<std::size_t>(i)], query.value(i));
                if (!value)
                    return model::fail(value.error());
                row.push_back(std::move(*value));
            }
            rows.of(tableId).push_back(std::move(row));
            return {};
        };
        if (auto done = connection.each(statementsOf(table).select, {id}, add); !done)
            return model::fail(done.error());
    }
    return rows;
}

} // namespace tessera::adapters
