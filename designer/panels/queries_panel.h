// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/query/element_rows.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedLayout;
class QTreeView;

namespace tessera::designer {

class EmptyState;
class QueriesModel;
class Session;

// The work behind the numbers: a log of every query with its time and rows, and the SQL of the selected element in each
// dialect, to read and to copy.
class QueriesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit QueriesPanel(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void copied(const QString &message);

private:
    QWidget *buildLog();
    QWidget *buildSql();
    void follow();
    void refresh();
    void showSql();
    void fillParts(const model::query::ElementRows &rows);
    void copy();
    void select(int row);

    Session &m_session;
    QueriesModel *m_model;
    QTreeView *m_log = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_title = nullptr;
    QComboBox *m_dialect = nullptr;
    QComboBox *m_part = nullptr;
    QPlainTextEdit *m_sql = nullptr;
};

} // namespace tessera::designer
