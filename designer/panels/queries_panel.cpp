// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/queries_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

#include "designer/paint/data_card.h"
#include "designer/panels/kind_look.h"
#include "designer/panels/queries_model.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "designer/widgets/empty_state.h"
#include "designer/widgets/panel_header.h"
#include "model/base/text.h"
#include "model/sql/statement.h"

namespace tessera::designer {

QueriesPanel::QueriesPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new QueriesModel(session, this))
{
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(buildLog());
    split->addWidget(buildSql());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QueriesPanel::refresh);
    connect(&session.selection(), &Selection::changed, this, &QueriesPanel::showSql);
    connect(&session, &Session::dataChanged, this, &QueriesPanel::follow);
    follow();
    refresh();
}

QWidget *QueriesPanel::buildLog()
{
    auto *box = new QWidget(this);
    box->setProperty("surface", QStringLiteral("surface"));
    m_stack = new QStackedLayout(box);
    m_empty = new EmptyState(
        QStringLiteral("database-zap"), tr("No queries yet"),
        tr("Each time an element on the page computes its rows, a line here says how long it took and how many "
           "rows came back."),
        true, box);
    m_log = new QTreeView(box);
    m_log->setObjectName(QStringLiteral("queries"));
    m_log->setAccessibleName(tr("Queries"));
    m_log->setModel(m_model);
    m_log->setRootIsDecorated(false);
    m_log->setUniformRowHeights(true);
    m_log->setAllColumnsShowFocus(true);
    m_log->header()->setStretchLastSection(true);
    m_log->header()->resizeSection(QueriesModel::ElementColumn, 190);
    m_log->header()->resizeSection(QueriesModel::StartedColumn, 76);
    m_log->header()->resizeSection(QueriesModel::TimeColumn, 76);
    m_log->header()->resizeSection(QueriesModel::RowsColumn, 76);
    connect(m_log, &QTreeView::activated, this, [this](const QModelIndex &index) { select(index.row()); });
    connect(m_log, &QTreeView::clicked, this, [this](const QModelIndex &index) { select(index.row()); });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_log);
    return box;
}

QWidget *QueriesPanel::buildSql()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QWidget(box);
    bar->setAttribute(Qt::WA_StyledBackground);
    bar->setProperty("surface", QStringLiteral("surface"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::s, space::xs, space::s, space::xs);
    m_title = new QLabel(bar);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_title, 1);
    m_part = new QComboBox(bar);
    m_part->setObjectName(QStringLiteral("queryPart"));
    m_part->setAccessibleName(tr("Part of the element"));
    m_part->setToolTip(tr("The rows themselves, or a part such as totals"));
    m_dialect = new QComboBox(bar);
    m_dialect->setObjectName(QStringLiteral("queryDialect"));
    m_dialect->setAccessibleName(tr("SQL dialect"));
    for (const model::sql::Dialect dialect : model::sql::allDialects())
        m_dialect->addItem(model::toQString(model::sql::dialectTitle(dialect)), static_cast<int>(dialect));
    row->addWidget(m_part);
    row->addWidget(m_dialect);
    QToolButton *copyButton = makeIconButton(QStringLiteral("copy"), tr("Copy the SQL"), bar);
    copyButton->setObjectName(QStringLiteral("queryCopy"));
    row->addWidget(copyButton);
    column->addWidget(bar);
    m_sql = new QPlainTextEdit(box);
    m_sql->setObjectName(QStringLiteral("querySql"));
    m_sql->setAccessibleName(tr("SQL"));
    m_sql->setReadOnly(true);
    m_sql->setFont(monospaceFont());
    m_sql->setFrameShape(QFrame::NoFrame);
    m_sql->setLineWrapMode(QPlainTextEdit::NoWrap);
    column->addWidget(m_sql, 1);
    connect(copyButton, &QToolButton::clicked, this, &QueriesPanel::copy);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &QueriesPanel::showSql);
    connect(m_part, &QComboBox::activated, this, &QueriesPanel::showSql);
    return box;
}

void QueriesPanel::follow()
{
    if (LiveData *live = m_session.data()) {
        connect(live, &LiveData::changed, this, [this](const model::Key &element) {
            if (m_session.selection().elements() == QList<model::Key>{element})
                showSql();
        });
    }
    showSql();
}

void QueriesPanel::refresh()
{
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_log) : m_empty);
}

void QueriesPanel::select(int row)
{
    const QueryRun *run = m_model->at(row);
    if (run && m_session.workbook().element(run->element))
        m_session.selection().setElement(run->element);
}

void QueriesPanel::fillParts(const model::query::ElementRows &rows)
{
    QStringList parts;
    if (rows.query.main.relation)
        parts << QString();
    for (const auto &[name, query] : rows.query.parts) {
        if (query.relation)
            parts << model::toQString(name);
    }
    QStringList shown;
    for (int i = 0; i < m_part->count(); ++i)
        shown << m_part->itemData(i).toString();
    if (shown != parts) {
        m_part->clear();
        for (const QString &part : std::as_const(parts))
            m_part->addItem(part.isEmpty() ? tr("Rows") : part, part);
    }
    m_part->setVisible(parts.size() > 1);
}

void QueriesPanel::showSql()
{
    const QList<model::Key> selected = m_session.selection().elements();
    const model::Object *element = selected.size() == 1 ? m_session.workbook().element(selected.first()) : nullptr;
    const auto rows = element && m_session.data() ? m_session.data()->rowsOf(element->key()) : nullptr;
    m_title->setText(element ? titleOf(m_session.catalogue(), model::Scope::Element, *element)
                             : tr("Select an element to see its SQL"));
    if (!rows || (!rows->query.main.relation && rows->query.parts.empty())) {
        m_part->hide();
        const QString failure = rows ? failureOf(*rows) : QString();
        m_sql->setPlainText(failure.isEmpty() ? QString() : QStringLiteral("-- ") + failure);
        return;
    }
    fillParts(*rows);
    const std::string part = model::toUtf8(m_part->currentData().toString());
    const auto found = rows->query.parts.find(part);
    const model::query::RelationPtr relation =
        part.empty() || found == rows->query.parts.end() ? rows->query.main.relation : found->second.relation;
    if (!relation)
        return;
    model::sql::EmitOptions options;
    options.spellParameters = true;
    const auto statement =
        model::sql::emitSql(relation, static_cast<model::sql::Dialect>(m_dialect->currentData().toInt()), options);
    QStringList lines;
    for (const model::sql::DialectProblem &problem : statement.problems)
        lines << QStringLiteral("-- ") + problem.message + (problem.hint.isEmpty() ? QString() : u' ' + problem.hint);
    m_sql->setPlainText(statement.isValid() ? model::toQString(statement.text) : lines.join(u'\n'));
}

void QueriesPanel::copy()
{
    if (m_sql->toPlainText().isEmpty())
        return;
    QGuiApplication::clipboard()->setText(m_sql->toPlainText());
    Q_EMIT copied(tr("SQL copied"));
}

} // namespace tessera::designer
