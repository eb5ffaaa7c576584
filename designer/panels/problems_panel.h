// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/checks/diagnostic.h"

class QAction;
class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace tessera::designer {

class EmptyState;
class ProblemsModel;
class Session;

// What the checks found: filter by severity, jump with a click or Enter, fix with one button where a fix is known.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(Session &session, QWidget *parent = nullptr);

    void goToNext();
    void goToPrevious();

Q_SIGNALS:
    void fixed(const QString &what);         // a quick fix was applied
    void helpRequested(const QString &rule); // F1 on a problem: the window shows its rule

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildBar();
    void refresh();
    void showCurrent();
    void jump();
    void step(int by);
    void fix();
    void copy();
    void explain();
    void waive();

    Session &m_session;
    ProblemsModel *m_model;
    QTreeView *m_view;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_fix = nullptr;
    QToolButton *m_about = nullptr;
    QAction *m_waive = nullptr;
    QToolButton *m_filters[4] = {};
};

} // namespace tessera::designer
