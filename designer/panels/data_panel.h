// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedLayout;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace tessera::model {
struct ChangeSet;
}

namespace tessera::designer {

class Session;

// Where the data comes from: the sources outside the workbook, the elements that read each of them, and their columns.
// A click goes to the element.
class DataPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DataPanel(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void importRequested(); // a CSV file as a table

private:
    void openMenu(const QPoint &at);
    void follow(const model::ChangeSet &changes);
    void rebuild();
    void jump();

    Session &m_session;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QStackedLayout *m_stack = nullptr;
    bool m_stale = true;

protected:
    void showEvent(QShowEvent *event) override;
};

} // namespace tessera::designer
