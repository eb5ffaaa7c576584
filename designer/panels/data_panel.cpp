// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/data_panel.h"

#include <QShowEvent>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "designer/panels/kind_look.h"
#include "designer/session/session.h"
#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "designer/widgets/empty_state.h"
#include "designer/widgets/panel_header.h"
#include "designer/widgets/search_field.h"
#include "model/base/text.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/source_view.h"

namespace tessera::designer {

using namespace model;

namespace {

enum Role
{
    KeyRole = Qt::UserRole + 1,
    PathRole,
};

QString groupOf(const SourceView &source)
{
    switch (source.kind) {
    case model::SourceKind::Table:
        return DataPanel::tr("Elements of this workbook");
    case model::SourceKind::WarehouseTable:
        return DataPanel::tr("Warehouse tables");
    case model::SourceKind::DataModel:
        return DataPanel::tr("Data models");
    case model::SourceKind::Sql:
        return DataPanel::tr("Custom SQL");
    case model::SourceKind::Join:
    case model::SourceKind::Union:
    case model::SourceKind::Transpose:
        return DataPanel::tr("Joins, unions and transposes");
    case model::SourceKind::Empty:
    case model::SourceKind::Linked:
        return DataPanel::tr("Input tables");
    default:
        return DataPanel::tr("Other sources");
    }
}

QString detailOf(const SourceView &source)
{
    QStringList parts;
    for (const std::string &part : source.path)
        parts.append(toQString(part));
    if (!parts.isEmpty())
        return parts.join(u'.');
    return source.statement.empty() ? QString() : toQString(source.statement).simplified().left(240);
}

QIcon columnIcon(const ColumnView &column)
{
    if (column.formatKind == "datetime" || column.type == "datetime")
        return icon(QStringLiteral("calendar"));
    if (column.formatKind == "number" || column.type == "number")
        return icon(QStringLiteral("hash"));
    if (column.type == "checkbox" || column.type == "logical")
        return icon(QStringLiteral("toggle-left"));
    return icon(column.hasFormula ? QStringLiteral("sigma") : QStringLiteral("type"));
}

QStandardItem *elementItem(const Session &session, const Object &element, const SourceView &source)
{
    auto *item = new QStandardItem(icon(kindLook(session.catalogue(), Scope::Element, element).iconName),
                                   titleOf(session.catalogue(), Scope::Element, element));
    item->setData(toQString(element.key()), KeyRole);
    const QString detail = detailOf(source);
    item->setToolTip(detail.isEmpty() ? item->text() : item->text() + u'\n' + detail);
    for (const ColumnView &column : columnsOf(element)) {
        auto *child = new QStandardItem(columnIcon(column), toQString(columnName(column)));
        child->setData(toQString(element.key()), KeyRole);
        child->setData(toQString(column.pointer), PathRole);
        child->setToolTip(column.hasFormula ? QStringLiteral("%1\n%2").arg(child->text(), toQString(column.formula))
                                            : child->text());
        item->appendRow(child);
    }
    return item;
}

} // namespace

DataPanel::DataPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
{
    auto *search = new SearchField(tr("Find a table or column"), this);
    auto *filtered = new QSortFilterProxyModel(this);
    filtered->setSourceModel(m_model);
    filtered->setRecursiveFilteringEnabled(true);
    filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(QStringLiteral("data"));
    m_view->setAccessibleName(tr("Sources, tables and columns"));
    m_view->setModel(filtered);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(size::icon);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    search->setObjectName(QStringLiteral("dataSearch"));
    search->setTarget(m_view);
    connect(search, &QLineEdit::textChanged, this, [this, filtered](const QString &text) {
        filtered->setFilterFixedString(text);
        if (text.isEmpty())
            m_view->expandToDepth(0);
        else
            m_view->expandAll();
    });
    connect(m_view, &QTreeView::clicked, this, &DataPanel::jump);
    connect(m_view, &QTreeView::activated, this, &DataPanel::jump);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &DataPanel::openMenu);
    connect(&session.document(), &Document::applied, this, &DataPanel::follow);

    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space::s, space::s, space::s, space::s);
    top->addWidget(search, 1);
    auto *import = makeIconButton(QStringLiteral("file-spreadsheet"), tr("Import CSV as table… (Ctrl+Shift+O)"), this);
    import->setObjectName(QStringLiteral("dataImport"));
    connect(import, &QToolButton::clicked, this, &DataPanel::importRequested);
    top->addWidget(import);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(list);
    auto *empty =
        new EmptyState(QStringLiteral("database"), tr("No data yet"),
                       tr("Bring in a CSV file, or insert a table and give it a source: a warehouse table, SQL or an "
                          "input table. Its columns appear here."),
                       true, this);
    empty->addOffer(tr("Import CSV…"), QStringLiteral("Ctrl+Shift+O"), [this] { Q_EMIT importRequested(); })
        ->setObjectName(QStringLiteral("dataImportFirst"));
    m_stack->addWidget(empty);
}

void DataPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        rebuild();
}

void DataPanel::follow(const ChangeSet &changes)
{
    if (changes.elements.isEmpty())
        return;
    m_stale = true;
    if (isVisible())
        rebuild();
}

void DataPanel::rebuild()
{
    m_stale = false;
    QSet<QString> open;
    for (int i = 0; i < m_view->model()->rowCount(); ++i) {
        const QModelIndex group = m_view->model()->index(i, 0);
        for (int j = 0; j < m_view->model()->rowCount(group); ++j) {
            if (const QModelIndex item = m_view->model()->index(j, 0, group); m_view->isExpanded(item))
                open.insert(item.data(KeyRole).toString());
        }
    }
    m_model->clear();
    QHash<QString, QStandardItem *> groups;
    for (const Object &element : m_session.workbook().elements) {
        const auto source = sourceOf(element);
        if (!source)
            continue;
        const QString name = groupOf(*source);
        QStandardItem *&group = groups[name];
        if (!group) {
            group = new QStandardItem(icon(QStringLiteral("database")), name);
            group->setFlags(Qt::ItemIsEnabled);
            // What comes from outside stands first, the elements that read other elements last.
            if (source->kind == model::SourceKind::Table)
                m_model->appendRow(group);
            else
                m_model->insertRow(0, group);
        }
        group->appendRow(elementItem(m_session, element, *source));
    }
    m_view->expandToDepth(0);
    for (int i = 0; i < m_view->model()->rowCount(); ++i) {
        const QModelIndex group = m_view->model()->index(i, 0);
        for (int j = 0; j < m_view->model()->rowCount(group); ++j) {
            const QModelIndex item = m_view->model()->index(j, 0, group);
            m_view->setExpanded(item, open.contains(item.data(KeyRole).toString()));
        }
    }
    m_stack->setCurrentIndex(m_model->rowCount() ? 0 : 1);
}

void DataPanel::openMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    Target target;
    target.scope = Scope::Element;
    target.key = toUtf8(index.data(KeyRole).toString());
    target.path = toUtf8(index.data(PathRole).toString());
    if (target.key.empty())
        return;
    m_view->setCurrentIndex(index);
    jump();
    Q_EMIT m_session.menuRequested(m_view->viewport()->mapToGlobal(at), target);
}

void DataPanel::jump()
{
    const QModelIndex index = m_view->currentIndex();
    const Key key = toUtf8(index.data(KeyRole).toString());
    if (key.empty())
        return;
    Target target;
    target.scope = Scope::Element;
    target.key = key;
    target.path = toUtf8(index.data(PathRole).toString());
    m_session.reveal(target);
}

} // namespace tessera::designer
