// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_bars.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include "designer/panels/problems_model.h"
#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "designer/widgets/action_set.h"
#include "model/mode/mode.h"

namespace tessera::app {

using namespace designer;

namespace {

// What stands in a menu, in order; "" is a separator.
const char *const fileMenu[] = {"file.new",
                                "file.open",
                                "file.sample",
                                "recent",
                                "",
                                "file.save",
                                "file.saveAs",
                                "file.reload",
                                "file.export",
                                "",
                                "file.importCsv",
                                "",
                                "file.settings",
                                "",
                                "file.start",
                                "file.quit"};
const char *const editMenu[] = {"edit.undo",      "edit.redo",   "", "edit.cut",
                                "edit.copy",      "edit.paste",  "", "edit.rename",
                                "edit.duplicate", "edit.delete", "", "edit.selectAll"};
const char *const insertMenu[] = {"insert.element", "insert.column", "",
                                  "insert.page",    "insert.modal",  "insert.drawer"};
const char *const arrangeMenu[] = {
    "arrange.left", "arrange.center", "arrange.right", "", "arrange.top", "arrange.bottom", "", "arrange.wrap"};
const char *const viewMenu[] = {"view.design",
                                "view.preview",
                                "view.code",
                                "",
                                "view.zoomIn",
                                "view.zoomOut",
                                "view.zoomReset",
                                "view.zoomFit",
                                "",
                                "view.outline",
                                "view.elements",
                                "view.data",
                                "view.inspector",
                                "view.problems",
                                "view.queries",
                                "view.history",
                                "view.formula",
                                "view.references",
                                "view.docks",
                                "",
                                "view.webPictures",
                                "",
                                "view.themeSystem",
                                "view.themeLight",
                                "view.themeDark"};
const char *const goMenu[] = {
    "go.palette",         "go.find", "",           "go.rows",        "go.actions", "", "go.nextProblem",
    "go.previousProblem", "",        "go.nextTab", "go.previousTab", "go.closeTab"};
const char *const helpMenu[] = {"help.contents", "help.shortcuts", "", "help.about"};

template <std::size_t size>
void fill(QMenu *menu, const ActionSet &actions, const char *const (&ids)[size], QMenu *recent = nullptr)
{
    for (const char *id : ids) {
        const QString name = QString::fromLatin1(id);
        if (name.isEmpty())
            menu->addSeparator();
        else if (name == QStringLiteral("recent"))
            menu->addMenu(recent);
        else
            menu->addAction(actions.action(name));
    }
    menu->setToolTipsVisible(true);
}

} // namespace

WindowBars::WindowBars(QMainWindow *window, ActionSet &actions) : QObject(window), m_actions(actions)
{
    buildMenus(window);
    buildToolBar(window);
}

void WindowBars::buildMenus(QMainWindow *window)
{
    QMenuBar *bar = window->menuBar();
    m_recent = new QMenu(tr("Open &recent"), window);
    m_recent->setIcon(icon(QStringLiteral("history")));
    fill(bar->addMenu(groupName(ActionGroup::File)), m_actions, fileMenu, m_recent);
    fill(bar->addMenu(groupName(ActionGroup::Edit)), m_actions, editMenu);
    m_insert = bar->addMenu(groupName(ActionGroup::Insert));
    fill(m_insert, m_actions, insertMenu);
    m_arrange = bar->addMenu(groupName(ActionGroup::Arrange));
    fill(m_arrange, m_actions, arrangeMenu);
    fill(bar->addMenu(groupName(ActionGroup::View)), m_actions, viewMenu);
    fill(bar->addMenu(groupName(ActionGroup::Go)), m_actions, goMenu);
    fill(bar->addMenu(groupName(ActionGroup::Help)), m_actions, helpMenu);
}

QToolButton *WindowBars::addButton(const char *id, bool withText)
{
    QAction *action = m_actions.action(QString::fromLatin1(id));
    m_bar->addAction(action);
    auto *button = qobject_cast<QToolButton *>(m_bar->widgetForAction(action));
    button->setObjectName(QStringLiteral("toolbar:%1").arg(QString::fromLatin1(id)));
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}

QToolButton *WindowBars::addMenuButton(const QString &text, const QString &iconName, const QString &toolTip,
                                       QMenu *menu)
{
    auto *button = new QToolButton(m_bar);
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip.section(u'\n', 0, 0));
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMenu(menu);
    m_bar->addWidget(button);
    return button;
}

QMenu *WindowBars::makeModeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setToolTipsVisible(true);
    for (const model::Mode mode : model::allModes) {
        QAction *action = menu->addAction(model::title(mode));
        action->setCheckable(true);
        action->setChecked(mode == model::Mode::Standalone);
        if (mode == model::Mode::Standalone) {
            action->setToolTip(tr("Everything stays in the workspace on this computer."));
            connect(action, &QAction::toggled, action, [action] { action->setChecked(true); }); // the only one there is
            continue;
        }
        action->setEnabled(false);
        const QString why = mode == model::Mode::MockWarehouse
                                ? tr("needs the local query engine, which this version does not have")
                                : tr("needs a connection to Sigma, which this version cannot make");
        action->setText(QStringLiteral("%1: %2").arg(model::title(mode), why));
        action->setToolTip(why);
    }
    return menu;
}

QMenu *WindowBars::makeExportMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setToolTipsVisible(true);
    for (const char *id : {"file.export", "file.saveAs"})
        menu->addAction(m_actions.action(QString::fromLatin1(id)));
    return menu;
}

void WindowBars::buildToolBar(QMainWindow *window)
{
    m_bar = window->addToolBar(tr("Tools"));
    m_bar->setObjectName(QStringLiteral("toolbar"));
    m_bar->setAccessibleName(tr("Tools"));
    m_bar->setMovable(false);
    m_bar->setFloatable(false);
    m_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_bar->setIconSize({size::icon, size::icon});
    addButton("edit.undo");
    addButton("edit.redo");
    m_bar->addSeparator();
    addMenuButton(tr("Insert"), QStringLiteral("plus"), tr("Insert an element, page or overlay"), m_insert);
    addMenuButton({}, QStringLiteral("align-start-vertical"), tr("Arrange the selection"), m_arrange);
    m_bar->addSeparator();
    addButton("view.zoomOut");
    m_zoom = addMenuButton(QStringLiteral("100 %"), {}, tr("Zoom"), nullptr);
    m_zoom->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *zoomMenu = new QMenu(m_zoom);
    for (const char *id : {"view.zoomIn", "view.zoomOut", "view.zoomReset", "view.zoomFit"})
        zoomMenu->addAction(m_actions.action(QString::fromLatin1(id)));
    m_zoom->setMenu(zoomMenu);
    addButton("view.zoomIn");
    m_bar->addSeparator();
    addButton("view.design", true);
    addButton("view.preview", true);
    addButton("view.code", true);
    auto *spring = new QWidget(m_bar);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(spring);
    addMenuButton(tr("Standalone"), QStringLiteral("database"),
                  tr("Mode: where the data lives\nStandalone keeps everything in the workspace on this computer."),
                  makeModeMenu(m_bar));
    m_problems = addButton("view.problems", true);
    addMenuButton(tr("Export"), QStringLiteral("upload"), tr("Export a package or save under another name"),
                  makeExportMenu(m_bar));
    addButton("go.palette", true)->setText(QStringLiteral("Ctrl+K"));
}

void WindowBars::setToolBarVisible(bool visible)
{
    m_bar->setVisible(visible);
}

void WindowBars::setZoom(double zoom)
{
    m_zoom->setText(QStringLiteral("%1 %").arg(qRound(zoom * 100)));
    m_zoom->setAccessibleName(tr("Zoom, %1 percent").arg(qRound(zoom * 100)));
}

void WindowBars::setProblems(const int (&counts)[4], bool known)
{
    QString text = tr("No problems");
    QIcon sign = icon(QStringLiteral("circle-check"), Ink::Ok);
    if (!known) {
        text = tr("Checking…");
        sign = icon(QStringLiteral("loader"));
    } else {
        for (int i = 0; i < 4; ++i) { // the worst there is
            const auto severity = static_cast<model::Severity>(i);
            if (counts[i] == 0)
                continue;
            text = severityCount(severity, counts[i]);
            sign = severityIcon(severity);
            break;
        }
    }
    QAction *action = m_actions.action(QStringLiteral("view.problems"));
    m_problems->setText(text);
    m_problems->setIcon(sign);
    m_problems->setAccessibleName(text);
    action->setIconText(text);
    action->setIcon(sign);
}

} // namespace tessera::app
