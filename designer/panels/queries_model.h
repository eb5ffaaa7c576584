// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "designer/session/live_data.h"
#include "designer/session/session.h"

namespace tessera::designer {

// The log of what was asked of the data, newest first.
class QueriesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        ElementColumn,
        StartedColumn,
        TimeColumn,
        RowsColumn,
        OriginColumn,
        ColumnCount,
    };

    explicit QueriesModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const QueryRun *at(int row) const; // null: no such row

private:
    void follow();
    QString words(const QueryRun &run, int column) const;

    Session &m_session;
};

} // namespace tessera::designer
