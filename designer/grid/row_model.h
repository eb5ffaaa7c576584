// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QAbstractTableModel>

#include "designer/session/session.h"
#include "model/workbook/input_table.h"

namespace tessera::designer {

// An input table's rows as item data, read from the document's store as they are shown. Where rows may be added, one
// row more than the table has waits at the end: what is typed there becomes a new row.
class RowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        ProblemRole = Qt::UserRole, // QString: why the value does not suit its column
        HintRole,                   // QString: shown pale in place of a value ("not computed yet"), "" for a dash
        NullRole,                   // bool
    };

    RowModel(Session &session, model::Key table, QObject *parent = nullptr);

    const model::Key &table() const { return m_table; }
    const model::Object *element() const; // null: deleted
    const std::vector<model::InputColumn> &columns() const { return m_columns; }
    const model::InputColumn &column(int index) const { return m_columns[static_cast<std::size_t>(index)]; }
    const QString &parentName() const { return m_parentName; } // of a linked table
    bool canAddRows() const { return m_canAddRows; }
    std::int64_t count() const { return m_count; } // rows of the table, the waiting one not counted
    bool isWaitingRow(int row) const { return row >= m_count; }
    model::Json value(const QModelIndex &index) const;

    // The rows that the page shows while the table has none of its own (a file of the data folder): the first row that
    // is added brings them in, in the same step, so that none is lost. Without them: an empty function.
    using ShownRows = std::function<model::Result<std::vector<model::Json>>()>;
    void setShownRows(ShownRows rows) { m_shown = std::move(rows); }
    bool takeShownRows(); // false: they cannot be read (`lastError`); true also where there are none to take

    // The last refusal of setData; cleared by the next success.
    const model::Error &lastError() const { return m_error; }

    // Edits. `block`: texts by row and column from `topLeft` on; it may go beyond the end (rows are added), never
    // beyond the last column. All or nothing: the first text that cannot be read refuses the block and names its place.
    model::Result<void> pasteBlock(const QModelIndex &topLeft, const QList<QStringList> &block);
    model::Result<void> setValues(const QModelIndexList &cells,
                                  const std::function<model::Json(const QModelIndex &)> &value, const QString &label);
    bool insertRow(std::int64_t position);
    bool deleteRows(const QList<int> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void changed(); // counts, columns or names

private:
    void readColumns();
    void countRows();
    void follow(const model::ChangeSet &changes);
    void followRows(const model::RowsChange &change);
    const model::Row &row(std::int64_t index) const;
    QString hintFor(const model::InputColumn &column, std::int64_t index) const;
    QString toolTip(const QModelIndex &index) const;
    bool commit(model::Result<model::Transaction> transaction);
    bool addRows(std::int64_t position, std::vector<model::Json> rows);

    Session &m_session;
    model::Key m_table;
    std::vector<model::InputColumn> m_columns;
    QString m_parentName;
    bool m_canAddRows = false;
    std::int64_t m_count = 0;
    int m_shownRows = 0; // with the waiting row
    model::Error m_error;
    ShownRows m_shown;
    std::string m_gesture;       // of the step that brings the shown rows in; "": none is under way
    bool m_placingAbove = false; // rows come in above the waiting one, which keeps the cursor
    mutable std::int64_t m_cachedIndex = -1;
    mutable model::Row m_cachedRow;
};

} // namespace tessera::designer
