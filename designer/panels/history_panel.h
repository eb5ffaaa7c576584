// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QModelIndex;

namespace tessera::designer {

class HistoryModel;
class Session;

// Every step as a graph of lanes, newest on top. A click or Enter goes there; nothing is ever lost by it.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(Session &session, QWidget *parent = nullptr);

private:
    void goTo(const QModelIndex &index);
    void showCurrent();

    Session &m_session;
    HistoryModel *m_model;
    QListView *m_view;
};

} // namespace tessera::designer
