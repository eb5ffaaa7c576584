// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;
class QMenu;
class QToolBar;
class QToolButton;

namespace tessera::designer {
class ActionSet;
}

namespace tessera::app {

// Menu bar and toolbar, filled from the action catalogue.
class WindowBars : public QObject
{
    Q_OBJECT

public:
    WindowBars(QMainWindow *window, designer::ActionSet &actions);

    QMenu *recentMenu() { return m_recent; }
    void setToolBarVisible(bool visible);
    void setZoom(double zoom);
    void setProblems(const int (&counts)[4], bool known); // by severity; known: the checks have answered

private:
    void buildMenus(QMainWindow *window);
    void buildToolBar(QMainWindow *window);
    QToolButton *addButton(const char *id, bool withText = false);
    QToolButton *addMenuButton(const QString &text, const QString &iconName, const QString &toolTip, QMenu *menu);
    QMenu *makeModeMenu(QWidget *parent);
    QMenu *makeExportMenu(QWidget *parent);

    designer::ActionSet &m_actions;
    QMenu *m_recent = nullptr;
    QMenu *m_insert = nullptr;
    QMenu *m_arrange = nullptr;
    QToolBar *m_bar = nullptr;
    QToolButton *m_zoom = nullptr;
    QToolButton *m_problems = nullptr;
};

} // namespace tessera::app
