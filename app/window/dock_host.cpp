// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/dock_host.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

#include "designer/widgets/panel_header.h"

namespace tessera::app {

DockHost::DockHost(QMainWindow *window) : QObject(window), m_window(window) {}

void DockHost::shutDown()
{
    for (const Entry &entry : std::as_const(m_docks))
        disconnect(entry.dock, nullptr, this, nullptr); // only ours: Qt's own listeners must hear of the end
}

QDockWidget *DockHost::add(const QString &name, const QString &title, Qt::DockWidgetArea area, QAction *toggle,
                           Make make)
{
    auto *dock = new QDockWidget(title, m_window);
    dock->setObjectName(QStringLiteral("dock:%1").arg(name));
    dock->setAccessibleName(title);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable |
                      QDockWidget::DockWidgetClosable);
    auto *header = new designer::PanelHeader(title, dock);
    QToolButton *close = header->addButton(
        QStringLiteral("x"), tr("Hide %1 (%2)").arg(title, toggle->shortcut().toString(QKeySequence::NativeText)));
    connect(close, &QToolButton::clicked, dock, &QDockWidget::hide);
    dock->setTitleBarWidget(header);
    m_window->addDockWidget(area, dock);
    dock->hide();
    m_docks.insert(name, {dock, toggle, std::move(make), nullptr});
    m_order.append(name);
    connect(toggle, &QAction::triggered, this, [this, name](bool shown) {
        QDockWidget *one = m_docks[name].dock;
        const bool behind = !one->isHidden() && one->visibleRegion().isEmpty(); // a tab in front of it
        if (shown || behind)
            show(name);
        else
            one->hide();
        refreshToggles();
    });
    connect(dock, &QDockWidget::visibilityChanged, this, [this, name](bool visible) {
        if (visible && m_active)
            fill(m_docks[name]);
        refreshToggles();
    });
    const auto retitle = [this] { QTimer::singleShot(0, this, &DockHost::refreshTitles); };
    connect(dock, &QDockWidget::dockLocationChanged, this, retitle);
    connect(dock, &QDockWidget::topLevelChanged, this, retitle);
    return dock;
}

void DockHost::tabify(const QString &first, const QString &second)
{
    m_window->tabifyDockWidget(dock(first), dock(second));
    refreshTitles();
}

// A dock that stands behind a tab is named by the tab: no second title below it.
void DockHost::refreshTitles()
{
    for (const QString &name : std::as_const(m_order)) {
        QDockWidget *one = dock(name);
        auto *header = static_cast<designer::PanelHeader *>(one->titleBarWidget());
        bool tabbed = false;
        for (const QDockWidget *other : m_window->tabifiedDockWidgets(one))
            tabbed |= !other->isHidden();
        header->setFolded(tabbed && !one->isFloating());
    }
    for (QTabBar *bar : m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        bar->setAccessibleName(tr("Panels"));
        bar->setDrawBase(false);
        bar->setExpanding(false);
    }
}

void DockHost::refreshToggles()
{
    for (const Entry &entry : std::as_const(m_docks))
        entry.toggle->setChecked(entry.dock->toggleViewAction()->isChecked());
    QTimer::singleShot(0, this, &DockHost::refreshTitles);
}

void DockHost::fill(Entry &entry)
{
    if (entry.content || !entry.make)
        return;
    entry.content = entry.make();
    entry.dock->setWidget(entry.content);
}

void DockHost::setActive(bool active)
{
    m_active = active;
    for (Entry &entry : m_docks) {
        delete entry.content;
        entry.content = nullptr;
        if (active && entry.dock->isVisible())
            fill(entry);
    }
}

QWidget *DockHost::content(const QString &name)
{
    if (m_active)
        fill(m_docks[name]);
    return m_docks[name].content;
}

void DockHost::show(const QString &name)
{
    Entry &entry = m_docks[name];
    m_allHidden = false;
    entry.dock->show();
    entry.dock->raise();
    if (m_active)
        fill(entry);
}

void DockHost::setAllHidden(bool hidden)
{
    if (hidden == m_allHidden)
        return;
    if (hidden) {
        m_shownBefore.clear();
        for (const QString &name : std::as_const(m_order)) {
            if (!dock(name)->isHidden())
                m_shownBefore.append(name);
        }
    }
    for (const QString &name : std::as_const(m_shownBefore))
        dock(name)->setVisible(!hidden);
    m_allHidden = hidden;
}

} // namespace tessera::app
