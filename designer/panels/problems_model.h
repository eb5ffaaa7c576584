// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSet>

#include "designer/session/session.h"

namespace tessera::designer {

// The session's diagnostics as rows, worst first, filtered by severity.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        SeverityColumn,
        MessageColumn,
        ElementColumn,
        RuleColumn,
        ColumnCount,
    };

    explicit ProblemsModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const model::Diagnostic *at(int row) const; // null: no such row
    int count(model::Severity severity) const { return m_counts[static_cast<int>(severity)]; }
    int total() const;
    bool isShown(model::Severity severity) const { return !m_hidden.contains(static_cast<int>(severity)); }
    void setShown(model::Severity severity, bool shown);

private:
    void reload();

    Session &m_session;
    QList<model::Diagnostic> m_rows;
    QSet<int> m_hidden;
    int m_counts[4] = {};
};

QString severityWord(model::Severity severity);
QIcon severityIcon(model::Severity severity);
// "3 errors", "1 warning": with the count in words of the language.
QString severityCount(model::Severity severity, int count);

} // namespace tessera::designer
