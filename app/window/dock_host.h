// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QHash>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace tessera::app {

// The docks of the window. A dock's content is made when it is first seen, and again for every workbook, so that the
// first picture of the window costs only what it shows.
class DockHost : public QObject
{
    Q_OBJECT

public:
    explicit DockHost(QMainWindow *window);
    // Stops listening to the docks: the window is about to go, and they go after it.
    void shutDown();

    using Make = std::function<QWidget *()>;
    // `toggle` is the checkable action that shows and hides the dock.
    QDockWidget *add(const QString &name, const QString &title, Qt::DockWidgetArea area, QAction *toggle, Make make);
    void tabify(const QString &first, const QString &second);

    // Drops all contents; they are made anew when seen. Docks are shown or hidden as they were.
    void setActive(bool active);
    // The content, made now if need be; null while no workbook is open.
    QWidget *content(const QString &name);
    void show(const QString &name); // and bring it to the front

    void setAllHidden(bool hidden);
    void clearAllHidden() { m_allHidden = false; } // the docks are about to be arranged anew
    bool isAllHidden() const { return m_allHidden; }
    QDockWidget *dock(const QString &name) const { return m_docks.value(name).dock; }

private:
    struct Entry
    {
        QDockWidget *dock = nullptr;
        QAction *toggle = nullptr;
        Make make;
        QWidget *content = nullptr;
    };

    void fill(Entry &entry);
    void refreshTitles();
    void refreshToggles();

    QMainWindow *m_window;
    QHash<QString, Entry> m_docks;
    QStringList m_order;
    QStringList m_shownBefore; // what setAllHidden brings back
    bool m_active = false;
    bool m_allHidden = false;
};

} // namespace tessera::app
