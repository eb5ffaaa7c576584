// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QModelIndex;
class QPoint;
class QSortFilterProxyModel;
class QTreeView;

namespace tessera::designer {

class ActionSet;
class OutlineModel;
class SearchField;
class Session;

// The tree of the workbook: select, filter, rename in place (F2), drag to reorder, hide pages. In step with the canvas.
class OutlinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(Session &session, QWidget *parent = nullptr);

    void focusFilter();
    void renameCurrent();
    // Actions offered in the context menu, by id; the panel shows those that can run.
    void setActions(ActionSet *actions) { m_actions = actions; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseFirstMatch();
    void follow(); // selection of the session -> rows
    void take();   // rows -> selection of the session
    void bringToFront(const QModelIndex &index);
    void toggleVisibility(const QModelIndex &index);
    void openMenu(const QPoint &at);
    void restoreExpansion();

    Session &m_session;
    OutlineModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QTreeView *m_view;
    SearchField *m_filter;
    ActionSet *m_actions = nullptr;
    bool m_following = false; // rows are being set from the session
};

} // namespace tessera::designer
