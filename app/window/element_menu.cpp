// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/element_menu.h"

#include <QMenu>

#include "designer/canvas/canvas_view.h"
#include "designer/panels/kind_look.h"
#include "designer/session/session.h"
#include "designer/style/icon.h"
#include "designer/widgets/action_set.h"
#include "model/base/text.h"
#include "model/edit/insert_edit.h"
#include "model/edit/table_edit.h"
#include "model/layout/block_geometry.h"
#include "model/schema/catalogue.h"
#include "model/schema/element_parts.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/element_view.h"
#include "model/workbook/views/source_view.h"

namespace tessera::app {

using namespace designer;
using model::Key;
using model::Object;

namespace {

// What one mostly makes of a table.
constexpr const char *childKinds[] = {"bar-chart", "line-chart",  "pie-chart",   "kpi-chart",
                                      "table",     "pivot-table", "control/list"};

const model::KindSpec *specOf(const model::Catalogue &catalogue, const std::string &kind)
{
    const auto slash = kind.find('/');
    return slash == std::string::npos ? catalogue.element(kind) : catalogue.control(kind.substr(slash + 1));
}

std::optional<model::ColumnView> columnAtPath(const Object &element, const std::string &path)
{
    for (const model::ColumnView &column : model::columnsOf(element)) {
        if (!path.empty() && (path == column.pointer || path.starts_with(column.pointer + '/')))
            return column;
    }
    return std::nullopt;
}

} // namespace

ElementMenu::ElementMenu(Session &session, ActionSet &actions, CanvasView &canvas, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
    , m_canvas(canvas)
{
    connect(&session, &Session::menuRequested, this, &ElementMenu::open);
}

void ElementMenu::open(const QPoint &at, const model::Target &target)
{
    QMenu menu;
    menu.setObjectName(QStringLiteral("elementMenu"));
    menu.setToolTipsVisible(true);
    const Object *element = m_session.workbook().element(target.key);
    if (element && !m_session.document().isReadOnly()) {
        addColumnPart(menu, *element, target.path);
        addChildren(menu, *element);
        addSources(menu, *element);
        menu.addSeparator();
    }
    for (const char *id : {"edit.rename", "edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete", "",
                           "arrange.wrap", "go.rows", "go.actions"}) {
        QAction *action = *id ? m_actions.action(QLatin1String(id)) : nullptr;
        if (!action)
            menu.addSeparator();
        else if (action->isEnabled())
            menu.addAction(action);
    }
    if (!element) {
        menu.addSeparator();
        for (const char *id : {"insert.element", "file.importCsv"})
            menu.addAction(m_actions.action(QLatin1String(id)));
    }
    menu.exec(at);
}

void ElementMenu::addColumnPart(QMenu &menu, const Object &element, const std::string &path)
{
    const Key key = element.key();
    if (const auto column = columnAtPath(element, path)) {
        menu.addAction(tr("Column “%1”").arg(model::toQString(model::columnName(*column))))
            ->setEnabled(false); // a section's title is not drawn
        if (column->hasFormula) {
            model::Target place;
            place.scope = model::Scope::Element;
            place.key = key;
            place.path = model::columnFormulaPath(column->index);
            menu.addAction(icon(QStringLiteral("sigma")), tr("Edit the formula"), this,
                           [this, place] { Q_EMIT m_session.formulaRequested(place); });
        }
        if (model::isTableKind(element.kind()))
            menu.addAction(icon(QStringLiteral("filter")), tr("Filter with a control"), this,
                           [this, key, id = column->id] { filter(key, id); });
    }
    if (!model::columnsOf(element).empty()) {
        menu.addAction(m_actions.action(QStringLiteral("insert.column")));
        menu.addSeparator();
    }
}

void ElementMenu::addChildren(QMenu &menu, const Object &element)
{
    if (!model::isTableKind(element.kind()))
        return;
    QMenu *children = menu.addMenu(icon(QStringLiteral("plus")), tr("Create child element"));
    children->setObjectName(QStringLiteral("childMenu"));
    for (const char *kind : childKinds) {
        const model::KindSpec *spec = specOf(m_session.catalogue(), kind);
        if (spec)
            children->addAction(icon(spec->icon), spec->label, this,
                                [this, kind, id = element.id()] { m_canvas.insertKind(kind, id); });
    }
}

void ElementMenu::addSources(QMenu &menu, const Object &element)
{
    const model::KindSpec *spec = m_session.catalogue().kindOf(model::Scope::Element, element.body());
    const auto source = model::sourceOf(element);
    const bool outside = source && source->kind != model::SourceKind::Table;
    if (!spec || !model::readsRows(*spec) || model::isControl(element) || outside || element.kind() == "input-table")
        return;
    const QList<Key> tables = model::readableTables(m_session.workbook(), element.key());
    if (tables.isEmpty())
        return;
    QMenu *sources = menu.addMenu(icon(QStringLiteral("database")), tr("Read rows from"));
    sources->setObjectName(QStringLiteral("sourceMenu"));
    for (const Key &table : tables) {
        const Object &object = *m_session.workbook().element(table);
        const KindLook look = kindLook(m_session.catalogue(), model::Scope::Element, object);
        QAction *action = sources->addAction(
            icon(look.iconName), titleOf(m_session.catalogue(), model::Scope::Element, object), this,
            [this, key = element.key(), table] {
                m_session.commit(model::makeReadFrom(m_session.workbook(), m_session.catalogue(), key, table));
            });
        action->setCheckable(true);
        action->setChecked(source && source->workbookElement() == object.id());
    }
}

void ElementMenu::chooseSource(const QPoint &at, const Key &key)
{
    const Object *element = m_session.workbook().element(key);
    if (!element)
        return;
    QMenu menu;
    addSources(menu, *element);
    if (auto *sources = menu.findChild<QMenu *>(QStringLiteral("sourceMenu")))
        sources->exec(at);
}

void ElementMenu::addColumn(const Key &key)
{
    auto added = model::makeAddColumn(m_session.workbook(), m_session.catalogue(), key);
    if (!added) {
        Q_EMIT m_session.refused(added.error());
        return;
    }
    if (!m_session.commit(std::move(added->transaction)))
        return;
    model::Target place;
    place.scope = model::Scope::Element;
    place.key = key;
    place.path = added->path;
    // Views that have yet to show the column come first.
    QMetaObject::invokeMethod(
        this, [this, place] { Q_EMIT m_session.formulaRequested(place); }, Qt::QueuedConnection);
}

// Beside the table, on its own page: a hidden page of sources gives its control to the page in front.
void ElementMenu::filter(const Key &table, const std::string &column)
{
    m_canvas.insert(model::makeFilterControl(m_session.workbook(), m_session.catalogue(), table, column,
                                             m_canvas.geometry().block()));
}

} // namespace tessera::app
