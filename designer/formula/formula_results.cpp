// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the formula panel that show values: the result on the first rows, and the steps on one of them.
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSpinBox>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

#include "designer/formula/completion_popup.h"
#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_edit.h"
#include "designer/formula/formula_panel.h"
#include "designer/formula/formula_trial.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "designer/widgets/empty_state.h"
#include "model/base/text.h"

namespace tessera::designer {

using namespace model::formula;
using model::toQString;
using model::Value;

namespace {

constexpr int spanFrom = Qt::UserRole + 1;
constexpr int spanLength = Qt::UserRole + 2;

QString shown(const Value &value)
{
    if (value.isNull())
        return QStringLiteral("–");
    if (value.isText())
        return toQString(value.text());
    if (value.isNumber() && !value.integer())
        return QString::number(value.number(), 'g', 12);
    return toQString(model::plainText(value));
}

QStandardItem *cell(const Value &value, const Tokens &t)
{
    auto *item = new QStandardItem(shown(value));
    item->setEditable(false);
    if (value.isNumber())
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (value.isNull()) {
        item->setForeground(t.text3);
        item->setData(FormulaPanel::tr("null"), Qt::AccessibleTextRole);
    }
    return item;
}

QList<QStandardItem *> rowOf(const FormulaStep &step, const Tokens &t)
{
    auto *part = new QStandardItem(toQString(step.text).simplified());
    part->setEditable(false);
    part->setFont(monospaceFont());
    part->setToolTip(toQString(step.text));
    part->setData(step.span.offset, spanFrom);
    part->setData(step.span.length, spanLength);
    for (const FormulaStep &inner : step.inside)
        part->appendRow(rowOf(inner, t));
    auto *value = cell(step.value, t);
    value->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *type = new QStandardItem(typeWord(step.type));
    type->setEditable(false);
    type->setForeground(t.text2);
    return {part, value, type};
}

QLabel *makeNote(QWidget *parent)
{
    auto *note = new QLabel(parent);
    note->setProperty("role", QStringLiteral("caption"));
    return note;
}

} // namespace

QWidget *FormulaPanel::makeResult()
{
    auto *page = new QWidget(this);
    m_resultStack = new QStackedLayout(page);
    auto *full = new QWidget(page);
    auto *column = new QVBoxLayout(full);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_resultNote = makeNote(full);
    m_resultNote->setContentsMargins(space::m, space::xs, space::m, space::xs);
    m_rows = new QStandardItemModel(page);
    m_table = new QTableView(full);
    m_table->setObjectName(QStringLiteral("formulaResult"));
    m_table->setAccessibleName(tr("Result on the first rows"));
    m_table->setModel(m_rows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->setDefaultSectionSize(size::gridRow);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    column->addWidget(m_resultNote);
    column->addWidget(m_table, 1);
    m_resultEmpty = new EmptyState(QStringLiteral("table-2"), {}, {}, true, page);
    m_resultStack->addWidget(full);
    m_resultStack->addWidget(m_resultEmpty);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        m_row->setValue(index.row() + 1);
        bring(2);
    });
    return page;
}

QWidget *FormulaPanel::makeSteps()
{
    auto *page = new QWidget(this);
    m_stepStack = new QStackedLayout(page);
    auto *full = new QWidget(page);
    auto *column = new QVBoxLayout(full);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::m, space::xs, space::m, space::xs);
    bar->setSpacing(space::s);
    auto *label = new QLabel(tr("Row"), full);
    m_row = new QSpinBox(full);
    m_row->setObjectName(QStringLiteral("stepRow"));
    m_row->setAccessibleName(tr("Row to compute"));
    m_row->setRange(1, 1);
    label->setBuddy(m_row);
    m_stepNote = makeNote(full);
    bar->addWidget(label);
    bar->addWidget(m_row);
    bar->addWidget(m_stepNote, 1);
    m_steps = new QStandardItemModel(page);
    m_tree = new QTreeView(full);
    m_tree->setObjectName(QStringLiteral("formulaSteps"));
    m_tree->setAccessibleName(tr("Steps of the formula"));
    m_tree->setModel(m_steps);
    m_tree->setUniformRowHeights(true);
    column->addLayout(bar);
    column->addWidget(m_tree, 1);
    m_stepEmpty = new EmptyState(QStringLiteral("list-tree"), {}, {}, true, page);
    m_stepStack->addWidget(full);
    m_stepStack->addWidget(m_stepEmpty);
    connect(m_row, &QSpinBox::valueChanged, this, &FormulaPanel::fillSteps);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FormulaPanel::markStep);
    return page;
}

QString FormulaPanel::note() const
{
    QString text = m_trial->isCut() ? tr("The first %n row(s)", nullptr, m_trial->rowCount())
                                    : tr("%n row(s)", nullptr, m_trial->rowCount());
    if (m_trial->isSample())
        text += tr(" · made-up sample data");
    return text;
}

void FormulaPanel::refreshValues()
{
    using State = FormulaTrial::State;
    const State state = m_trial->state();
    if (state == State::Waiting && m_rows->rowCount() > 0)
        return; // the values before stay until new ones are there
    const bool values = state == State::Ready && m_trial->rowCount() > 0;
    m_resultStack->setCurrentIndex(values ? 0 : 1);
    m_stepStack->setCurrentIndex(values ? 0 : 1);
    if (values) {
        m_resultNote->setText(note());
        m_stepNote->setText(note());
        fillResult();
        const QSignalBlocker quiet(m_row);
        m_row->setRange(1, m_trial->rowCount());
        fillSteps();
        return;
    }
    m_rows->clear();
    m_steps->clear();
    if (FormulaEdit *editor = m_session.formulas().editor())
        editor->mark({});
    QString title = tr("No formula");
    QString text = tr("Select an element and put the caret into one of its formulas.");
    if (state == State::Wrong)
        title = tr("Not right yet"), text = m_trial->reason();
    else if (state == State::Waiting)
        title = tr("Computing"), text = tr("The rows are on their way.");
    else if (state == State::Failed)
        title = tr("No values"), text = m_trial->reason();
    else if (state == State::Ready)
        title = tr("No rows"), text = tr("The element has no rows with its present filters.");
    m_resultEmpty->setTexts(title, text);
    m_stepEmpty->setTexts(title, text);
}

void FormulaPanel::fillResult()
{
    const Tokens &t = tokensOf(palette());
    const auto &parts = m_trial->formula().parts;
    const bool same =
        parts.size() == 1 && m_trial->formula().root && m_trial->formula().root->span == parts.front().span;
    const int columns = same ? 0 : static_cast<int>(parts.size());
    m_rows->clear();
    QStringList titles;
    const auto keys = m_trial->keys();
    for (const auto *key : keys)
        titles << toQString(key->name);
    titles << tr("Result");
    for (int part = 0; part < columns; ++part)
        titles << toQString(parts[static_cast<std::size_t>(part)].text).simplified();
    m_rows->setHorizontalHeaderLabels(titles);
    for (int row = 0; row < m_trial->rowCount(); ++row) {
        QList<QStandardItem *> cells;
        for (const auto *key : keys)
            cells << cell(key->data.at(static_cast<std::size_t>(row)), t);
        cells << cell(m_trial->result(row), t);
        QFont strong = font();
        strong.setBold(true);
        cells.last()->setFont(strong);
        for (int part = 0; part < columns; ++part)
            cells << cell(m_trial->part(part, row), t);
        m_rows->appendRow(cells);
    }
    for (int column = 0; column < m_rows->columnCount(); ++column)
        m_table->setColumnWidth(column, 168);
}

void FormulaPanel::fillSteps()
{
    const FormulaStep whole = m_trial->steps(m_row->value() - 1);
    m_steps->clear();
    m_steps->setHorizontalHeaderLabels({tr("Part"), tr("Value"), tr("Type")});
    m_steps->appendRow(rowOf(whole, tokensOf(palette())));
    m_tree->expandAll();
    m_tree->setColumnWidth(0, std::max(320, m_tree->width() / 2));
    m_tree->setColumnWidth(1, 220);
}

void FormulaPanel::markStep()
{
    FormulaEdit *editor = m_session.formulas().editor();
    const QModelIndex part = m_tree->currentIndex().siblingAtColumn(0);
    if (editor)
        editor->mark(part.isValid() ? model::Span{part.data(spanFrom).toInt(), part.data(spanLength).toInt()}
                                    : model::Span{});
}

} // namespace tessera::designer
