// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "model/checks/diagnostic.h"

class QMenu;

namespace tessera::designer {
class ActionSet;
class CanvasView;
class Session;
} // namespace tessera::designer

namespace tessera::app {

// The menus of an element and of a column: what one makes of a table, and what the window's actions do with the
// selection. Canvas, outline and data panel ask for them through the session.
class ElementMenu : public QObject
{
    Q_OBJECT

public:
    // All outlive the menu.
    ElementMenu(designer::Session &session, designer::ActionSet &actions, designer::CanvasView &canvas,
                QObject *parent = nullptr);

    void open(const QPoint &at, const model::Target &target);
    void chooseSource(const QPoint &at, const model::Key &element); // only what the element may read
    // A column at the end of the element's columns, its formula waiting in the editor.
    void addColumn(const model::Key &element);

private:
    void addColumnPart(QMenu &menu, const model::Object &element, const std::string &path);
    void addChildren(QMenu &menu, const model::Object &element);
    void addSources(QMenu &menu, const model::Object &element);
    void filter(const model::Key &table, const std::string &column);

    designer::Session &m_session;
    designer::ActionSet &m_actions;
    designer::CanvasView &m_canvas;
};

} // namespace tessera::app
