// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/row_storage.h"

#include <algorithm>

#include "adapters/workspace/journal_codec.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::Result;
using model::RowEdit;

namespace {

constexpr qint64 placeGap = qint64(1) << 32;  // between neighbours that were appended
constexpr qint64 placeStep = qint64(1) << 16; // between rows typed one below the other into a gap

bool isInsert(const RowEdit &edit)
{
    return !edit.before && edit.after;
}

// The end of a run of inserts that stand directly below each other (a paste, a loaded file).
std::size_t endOfRun(const std::vector<RowEdit> &edits, std::size_t first)
{
    std::size_t end = first + 1;
    while (end < edits.size() && isInsert(edits[end]) && edits[first].position >= 0 &&
           edits[end].position == edits[end - 1].position + 1)
        ++end;
    return end;
}

} // namespace

Result<RowStorage::Table> RowStorage::table(const DocumentId &document, const model::Key &key)
{
    const QString name = model::toQString(key);
    if (auto made = m_connection.run(
            QStringLiteral("INSERT OR IGNORE INTO input_row_tables (workbook_id, table_key) VALUES (?, ?)"),
            {document, name});
        !made)
        return model::fail(made.error());
    auto query =
        m_connection.select(QStringLiteral("SELECT table_no, next_row_id, row_count, last_place FROM input_row_tables "
                                           "WHERE workbook_id = ? AND table_key = ?"),
                            {document, name});
    if (!query)
        return model::fail(query.error());
    (*query)->next();
    const Table found{(*query)->value(0).toLongLong(), (*query)->value(1).toLongLong(), (*query)->value(2).toLongLong(),
                      (*query)->value(3).toLongLong()};
    (*query)->finish();
    return found;
}

Result<void> RowStorage::save(const Table &table)
{
    return m_connection.run(
        QStringLiteral("UPDATE input_row_tables SET next_row_id = ?, row_count = ?, last_place = ? WHERE table_no = ?"),
        {qint64(table.next), table.count, table.lastPlace, table.number});
}

Result<qint64> RowStorage::placeAt(const Table &table, qint64 position)
{
    auto place = m_connection.value(
        QStringLiteral("SELECT place FROM input_rows WHERE table_no = ? ORDER BY place LIMIT 1 OFFSET ?"),
        {table.number, position});
    if (!place)
        return model::fail(place.error());
    return place->toLongLong();
}

Result<void> RowStorage::renumber(Table &table)
{
    const QVariantList values{table.number};
    if (auto done = m_connection.run(
            QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS row_order (row_id INTEGER PRIMARY KEY, place INTEGER)"));
        !done)
        return done;
    if (auto done = m_connection.run(QStringLiteral("DELETE FROM row_order")); !done)
        return done;
    if (auto done =
            m_connection.run(QStringLiteral("INSERT INTO row_order SELECT row_id, row_number() OVER (ORDER BY place) "
                                            "* 4294967296 FROM input_rows WHERE table_no = ?"),
                             values);
        !done)
        return done;
    if (auto done = m_connection.run(
            QStringLiteral("UPDATE input_rows SET place = (SELECT o.place FROM row_order o WHERE o.row_id = "
                           "input_rows.row_id) WHERE table_no = ?"),
            values);
        !done)
        return done;
    table.lastPlace = table.count * placeGap;
    return {};
}

Result<RowStorage::Gap> RowStorage::gapAt(Table &table, qint64 position, qint64 rows)
{
    if (position >= table.count)
        return Gap{table.lastPlace + placeGap, table.lastPlace + rows * placeGap};
    for (int attempt = 0;; ++attempt) {
        const auto next = placeAt(table, position);
        const auto previous =
            position > 0 ? placeAt(table, position - 1) : Result<qint64>(next ? *next - rows * placeGap : 0);
        if (!next || !previous)
            return model::fail(next ? previous.error() : next.error());
        if (*next - *previous > rows || attempt > 0)
            return Gap{*previous + 1, *next - 1};
        if (auto done = renumber(table); !done)
            return model::fail(done.error());
    }
}

Result<void> RowStorage::insertRun(Table &table, const std::vector<RowEdit> &edits, std::size_t first, std::size_t last)
{
    const auto rows = static_cast<qint64>(last - first);
    const qint64 position = std::clamp<qint64>(edits[first].position, 0, table.count);
    const bool append = position == table.count;
    const auto gap = gapAt(table, position, rows);
    if (!gap)
        return model::fail(gap.error());
    const qint64 even = (gap->last - gap->first + 1) / (rows + 1);
    const qint64 step = append ? placeGap : std::max<qint64>(1, std::min(even, placeStep));
    qint64 place = append ? gap->first : gap->first + step - 1;
    for (std::size_t i = first; i < last; ++i, place += step) {
        const RowEdit &edit = edits[i];
        if (auto done = m_connection.run(
                QStringLiteral("INSERT INTO input_rows (table_no, row_id, place, row_values) VALUES (?, ?, ?, ?)"),
                {table.number, qint64(edit.row), place, jsonText(*edit.after)});
            !done)
            return done;
        table.next = std::max(table.next, edit.row + 1);
        table.lastPlace = std::max(table.lastPlace, place);
        ++table.count;
    }
    return {};
}

Result<void> RowStorage::update(const Table &table, const RowEdit &edit)
{
    auto stored =
        m_connection.value(QStringLiteral("SELECT row_values FROM input_rows WHERE table_no = ? AND row_id = ?"),
                           {table.number, qint64(edit.row)});
    if (!stored)
        return model::fail(stored.error());
    auto values = jsonFromText(stored->toString());
    if (!values)
        return model::fail(values.error());
    for (const auto &[column, value] : edit.after->get_ref<const model::Json::object_t &>())
        (*values)[column] = value;
    return m_connection.run(QStringLiteral("UPDATE input_rows SET row_values = ? WHERE table_no = ? AND row_id = ?"),
                            {jsonText(*values), table.number, qint64(edit.row)});
}

Result<void> RowStorage::note(const Table &table, const RowEdit &edit, const RowChangeOrigin &origin)
{
    const auto text = [](const std::optional<model::Json> &values) {
        return values ? QVariant(jsonText(*values)) : QVariant();
    };
    return m_connection.run(
        QStringLiteral("INSERT INTO input_row_edits (table_no, row_id, seq, author, at_ms, before_values, "
                       "after_values) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {table.number, qint64(edit.row), origin.sequence, origin.author, origin.timeMs, text(edit.before),
         text(edit.after)});
}

Result<void> RowStorage::apply(const DocumentId &document, const model::RowsChange &change,
                               const RowChangeOrigin &origin)
{
    auto found = table(document, change.table);
    if (!found)
        return model::fail(found.error());
    for (std::size_t i = 0; i < change.edits.size();) {
        const RowEdit &edit = change.edits[i];
        const std::size_t end = isInsert(edit) ? endOfRun(change.edits, i) : i + 1;
        Result<void> done;
        if (isInsert(edit)) {
            done = insertRun(*found, change.edits, i, end);
        } else if (edit.before && edit.after) {
            done = update(*found, edit);
        } else if (edit.before) {
            done = m_connection.run(QStringLiteral("DELETE FROM input_rows WHERE table_no = ? AND row_id = ?"),
                                    {found->number, qint64(edit.row)});
            --found->count;
        }
        for (; done && i < end; ++i)
            done = note(*found, change.edits[i], origin);
        if (!done)
            return done;
    }
    return save(*found);
}

Result<void> RowStorage::store(const DocumentId &document, const model::Key &key, const std::vector<model::Row> &rows,
                               model::RowId nextRowId)
{
    auto found = table(document, key);
    if (!found)
        return model::fail(found.error());
    if (auto done = m_connection.run(QStringLiteral("DELETE FROM input_rows WHERE table_no = ?"), {found->number});
        !done)
        return done;
    found->count = found->lastPlace = 0;
    std::vector<RowEdit> edits;
    edits.reserve(rows.size());
    for (const model::Row &row : rows)
        edits.push_back({row.id, static_cast<std::int64_t>(edits.size()), std::nullopt, row.values});
    if (!edits.empty()) {
        if (auto done = insertRun(*found, edits, 0, edits.size()); !done)
            return done;
    }
    found->next = std::max(found->next, nextRowId);
    return save(*found);
}

Result<std::shared_ptr<model::MemoryRowStore>> RowStorage::load(const DocumentId &document)
{
    auto store = std::make_shared<model::MemoryRowStore>();
    const auto loadTable = [&](const QSqlQuery &table) -> Result<void> {
        std::vector<model::Row> rows;
        rows.reserve(static_cast<std::size_t>(table.value(3).toLongLong()));
        const auto add = [&](const QSqlQuery &row) -> Result<void> {
            auto values = jsonFromText(row.value(1).toString());
            if (!values)
                return model::fail(values.error());
            rows.push_back({row.value(0).toLongLong(), std::move(*values)});
            return {};
        };
        if (auto done = m_connection.each(
                QStringLiteral("SELECT row_id, row_values FROM input_rows WHERE table_no = ? ORDER BY place"),
                {table.value(0)}, add);
            !done)
            return done;
        store->load(model::toUtf8(table.value(1).toString()), std::move(rows), table.value(2).toLongLong());
        return {};
    };
    if (auto done =
            m_connection.each(QStringLiteral("SELECT table_no, table_key, next_row_id, row_count FROM input_row_tables "
                                             "WHERE workbook_id = ?"),
                              {document}, loadTable);
        !done)
        return model::fail(done.error());
    return store;
}

} // namespace tessera::adapters
