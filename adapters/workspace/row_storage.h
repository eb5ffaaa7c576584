// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/workspace/connection.h"
#include "adapters/workspace/stored_document.h"

namespace tessera::adapters {

// Who makes a change of rows, for the edit history.
struct RowChangeOrigin
{
    qint64 sequence = 0; // journal record
    QString author;
    qint64 timeMs = 0;
};

// Input-table rows in the workspace file. Every call works inside the transaction that is open on the connection and
// touches only the rows concerned.
class RowStorage
{
public:
    explicit RowStorage(Connection &connection) : m_connection(connection) {}

    // Mirrors what MemoryRowStore::apply did: same clamping, same merging of values.
    model::Result<void> apply(const DocumentId &document, const model::RowsChange &change,
                              const RowChangeOrigin &origin);
    // Replaces a whole table; not an edit, so the edit history stays as it is.
    model::Result<void> store(const DocumentId &document, const model::Key &table, const std::vector<model::Row> &rows,
                              model::RowId nextRowId);
    model::Result<std::shared_ptr<model::MemoryRowStore>> load(const DocumentId &document);

private:
    struct Table
    {
        qint64 number = 0;
        model::RowId next = 1;
        qint64 count = 0;
        qint64 lastPlace = 0;
    };
    struct Gap // free places: first <= place <= last
    {
        qint64 first = 0;
        qint64 last = 0;
    };

    model::Result<Table> table(const DocumentId &document, const model::Key &key);
    model::Result<void> save(const Table &table);
    model::Result<void> insertRun(Table &table, const std::vector<model::RowEdit> &edits, std::size_t first,
                                  std::size_t last);
    model::Result<Gap> gapAt(Table &table, qint64 position, qint64 rows);
    model::Result<qint64> placeAt(const Table &table, qint64 position);
    model::Result<void> renumber(Table &table);
    model::Result<void> update(const Table &table, const model::RowEdit &edit);
    model::Result<void> note(const Table &table, const model::RowEdit &edit, const RowChangeOrigin &origin);

    Connection &m_connection;
};

} // namespace tessera::adapters
