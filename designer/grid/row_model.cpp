// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/grid/row_model.h"

#include <algorithm>
#include <limits>

#include <QUuid>

#include "model/base/text.h"
#include "model/table/cell_value.h"
#include "model/table/row_edits.h"

namespace tessera::designer {

using model::CellType;
using model::Json;

RowModel::RowModel(Session &session, model::Key table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_table(std::move(table))
{
    readColumns();
    countRows();
    connect(&session.document(), &model::Document::applied, this, &RowModel::follow);
}

const model::Object *RowModel::element() const
{
    return m_session.workbook().element(m_table);
}

void RowModel::readColumns()
{
    m_columns.clear();
    m_parentName.clear();
    m_canAddRows = false;
    const model::Object *table = element();
    if (!table)
        return;
    m_columns = model::inputColumns(*table);
    if (const auto parent = model::linkedParent(*table)) {
        const model::Object *from = m_session.workbook().elements.findById(*parent);
        m_parentName = model::toQString(from && !from->name().empty() ? from->name() : *parent);
        return;
    }
    m_canAddRows = std::ranges::any_of(m_columns, &model::InputColumn::isEditable);
}

void RowModel::countRows()
{
    m_count = m_session.document().rows().count(m_table);
    const std::int64_t shown = m_count + (m_canAddRows ? 1 : 0);
    m_shownRows = static_cast<int>(std::min<std::int64_t>(shown, std::numeric_limits<int>::max()));
}

const model::Row &RowModel::row(std::int64_t index) const
{
    if (index != m_cachedIndex) {
        const model::RowStore &rows = m_session.document().rows();
        m_cachedRow = index < rows.count(m_table) ? rows.row(m_table, index) : model::Row{};
        m_cachedIndex = index;
    }
    return m_cachedRow;
}

Json RowModel::value(const QModelIndex &index) const
{
    if (!index.isValid() || isWaitingRow(index.row()))
        return nullptr;
    const Json *present = model::member(row(index.row()).values, column(index.column()).id);
    return present ? *present : Json();
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shownRows;
}

int RowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString RowModel::hintFor(const model::InputColumn &column, std::int64_t index) const
{
    if (isWaitingRow(static_cast<int>(index)))
        return {};
    switch (column.type) {
    case CellType::Formula:
        return tr("not computed yet");
    case CellType::System:
        return column.id == "ID" ? QString::number(row(index).id) : tr("filled by Sigma");
    case CellType::ParentKey:
        return tr("from %1").arg(m_parentName);
    case CellType::File:
        return tr("upload in Sigma");
    default:
        return {};
    }
}

QString RowModel::toolTip(const QModelIndex &index) const
{
    const model::InputColumn &shape = column(index.column());
    if (shape.type == CellType::Formula)
        return tr("Worked out by its formula: %1").arg(model::toQString(shape.formula));
    if (!shape.isEditable())
        return model::parseCell(shape, std::string_view("x")).error().message;
    return model::cellProblem(shape, value(index));
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::InputColumn &shape = column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return model::cellDisplay(shape, value(index));
    case Qt::EditRole:
        return model::cellText(shape, value(index));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (shape.isNumeric() ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::ToolTipRole:
        return toolTip(index);
    case ProblemRole:
        return model::cellProblem(shape, value(index));
    case HintRole:
        return hintFor(shape, index.row());
    case NullRole:
        return value(index).is_null();
    case Qt::AccessibleTextRole: {
        const QString text = model::cellDisplay(shape, value(index));
        return tr("%1: %2").arg(shape.name, text.isEmpty() ? tr("empty") : text);
    }
    default:
        return {};
    }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole)
            return {};
        return isWaitingRow(section) ? QVariant(QStringLiteral("+")) : QVariant(section + 1);
    }
    if (section < 0 || section >= columnCount())
        return {};
    const model::InputColumn &shape = column(section);
    if (role == Qt::DisplayRole)
        return shape.name;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (shape.isNumeric() ? Qt::AlignRight : Qt::AlignLeft)));
    if (role == Qt::ToolTipRole) {
        return shape.isEditable() ? tr("%1 takes %2.").arg(shape.name, model::cellExpectation(shape))
                                  : model::parseCell(shape, std::string_view("x")).error().message;
    }
    return {};
}

Qt::ItemFlags RowModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (column(index.column()).isEditable() && !m_session.document().isReadOnly())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool RowModel::commit(model::Result<model::Transaction> transaction)
{
    if (!transaction) {
        m_error = transaction.error();
        return false;
    }
    m_error = {};
    return m_session.commit(std::move(*transaction));
}

bool RowModel::takeShownRows()
{
    m_error = {};
    if (m_count > 0 || !m_shown)
        return true;
    auto rows = m_shown();
    if (!rows) {
        m_error = rows.error();
        return false;
    }
    if (rows->empty())
        return true;
    m_gesture = "shown rows " + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    model::Transaction taking = model::makeInsertRows(m_session.document().rows(), m_table, 0, std::move(*rows));
    taking.gesture = m_gesture;
    m_placingAbove = true;
    const bool done = m_session.commit(std::move(taking));
    m_placingAbove = false;
    return done;
}

// As one step with the shown rows, where they come in before these.
bool RowModel::addRows(std::int64_t position, std::vector<Json> rows)
{
    const bool first = m_count == 0;
    m_gesture.clear();
    if (first && !takeShownRows())
        return m_error.message.isEmpty() ? false
                                         : m_session.commit(model::Result<model::Transaction>(model::fail(m_error)));
    model::Transaction adding =
        model::makeInsertRows(m_session.document().rows(), m_table, first ? m_count : position, std::move(rows));
    adding.gesture = m_gesture;
    return commit(std::move(adding));
}

bool RowModel::setData(const QModelIndex &index, const QVariant &text, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const model::InputColumn &shape = column(index.column());
    auto parsed = model::parseCell(shape, text.toString());
    if (!parsed) {
        m_error = parsed.error();
        return false;
    }
    const model::RowStore &rows = m_session.document().rows();
    if (!isWaitingRow(index.row()))
        return commit(model::makeSetCells(rows, m_table, {{row(index.row()).id, shape.id, std::move(*parsed)}}));
    m_error = {};
    if (parsed->is_null())
        return true; // nothing was typed: no row is made
    Json values = Json::object();
    values[shape.id] = std::move(*parsed);
    return addRows(m_count, {std::move(values)});
}

model::Result<void> RowModel::pasteBlock(const QModelIndex &topLeft, const QList<QStringList> &block)
{
    std::vector<model::CellEdit> edits;
    std::vector<Json> added;
    for (int r = 0; r < block.size(); ++r) {
        const std::int64_t at = topLeft.row() + r;
        Json values = Json::object();
        for (int c = 0; c < block.at(r).size() && topLeft.column() + c < columnCount(); ++c) {
            const model::InputColumn &shape = column(topLeft.column() + c);
            if (!shape.isEditable())
                continue; // a copied block holds read-only columns too; they keep what they have
            auto parsed = model::parseCell(shape, block.at(r).at(c));
            if (!parsed) {
                model::Error error = parsed.error();
                error.message = tr("Nothing was pasted. Line %1, %2: %3").arg(r + 1).arg(shape.name, error.message);
                return model::fail(std::move(error));
            }
            if (at < m_count)
                edits.push_back({row(at).id, shape.id, std::move(*parsed)});
            else if (!parsed->is_null())
                values[shape.id] = std::move(*parsed);
        }
        if (at >= m_count && m_canAddRows)
            added.push_back(std::move(values));
    }
    const model::RowStore &rows = m_session.document().rows();
    m_gesture.clear();
    if (m_count == 0 && !takeShownRows())
        return model::fail(m_error);
    auto transaction = model::makeSetCells(rows, m_table, edits);
    if (!transaction)
        return model::fail(transaction.error());
    model::Transaction more = model::makeInsertRows(rows, m_table, m_count, std::move(added));
    transaction->changes.insert(transaction->changes.end(), more.changes.begin(), more.changes.end());
    transaction->gesture = m_gesture;
    transaction->label = block.size() == 1 ? tr("Paste 1 row") : tr("Paste %1 rows").arg(block.size());
    m_session.commit(std::move(*transaction));
    return {};
}

model::Result<void> RowModel::setValues(const QModelIndexList &cells,
                                        const std::function<Json(const QModelIndex &)> &valueOf, const QString &label)
{
    std::vector<model::CellEdit> edits;
    for (const QModelIndex &cell : cells) {
        if (!isWaitingRow(cell.row()) && column(cell.column()).isEditable())
            edits.push_back({row(cell.row()).id, column(cell.column()).id, valueOf(cell)});
    }
    auto transaction = model::makeSetCells(m_session.document().rows(), m_table, edits);
    if (!transaction)
        return model::fail(transaction.error());
    transaction->label = label;
    m_session.commit(std::move(*transaction));
    return {};
}

bool RowModel::insertRow(std::int64_t position)
{
    return m_canAddRows && addRows(position, {Json::object()});
}

bool RowModel::deleteRows(const QList<int> &rows)
{
    std::vector<model::RowId> ids;
    for (const int index : rows) {
        if (index >= 0 && !isWaitingRow(index))
            ids.push_back(row(index).id);
    }
    return m_canAddRows && !ids.empty() && commit(model::makeDeleteRows(m_session.document().rows(), m_table, ids));
}

void RowModel::follow(const model::ChangeSet &changes)
{
    const bool parentRenamed = changes.names && !m_parentName.isEmpty();
    if (changes.elements.contains(m_table) || parentRenamed) {
        m_cachedIndex = -1;
        beginResetModel();
        readColumns();
        countRows();
        endResetModel();
        Q_EMIT changed();
        return;
    }
    if (!changes.tables.contains(m_table))
        return;
    for (const model::Change &change : changes.transaction.changes) {
        if (const auto *rows = std::get_if<model::RowsChange>(&change); rows && rows->table == m_table)
            followRows(*rows);
    }
    Q_EMIT changed();
}

void RowModel::followRows(const model::RowsChange &change)
{
    constexpr std::size_t stepwise = 500; // above it one reset costs views less than the single steps
    m_cachedIndex = -1;
    const auto updates = [](const model::RowEdit &edit) { return edit.before && edit.after; };
    if (std::ranges::all_of(change.edits, updates)) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    const auto inserts = static_cast<int>(change.edits.size());
    if (m_placingAbove && inserts > 0) {
        beginInsertRows({}, 0, inserts - 1);
        m_count += inserts;
        m_shownRows += inserts;
        endInsertRows();
        return;
    }
    if (change.edits.size() > stepwise) {
        beginResetModel();
        countRows();
        endResetModel();
        return;
    }
    for (const model::RowEdit &edit : change.edits) {
        const int place = static_cast<int>(std::clamp<std::int64_t>(edit.position, 0, m_count));
        if (!edit.before) {
            // At the end the waiting row becomes the new one and another waits below it, so the cursor stays on the
            // row.
            const bool atEnd = m_canAddRows && place == m_count;
            if (atEnd) {
                ++m_count;
                Q_EMIT dataChanged(index(place, 0), index(place, columnCount() - 1));
            }
            beginInsertRows({}, place + atEnd, place + atEnd);
            m_count += !atEnd;
            ++m_shownRows;
            endInsertRows();
        } else if (!edit.after && place < m_count) {
            beginRemoveRows({}, place, place);
            --m_count;
            --m_shownRows;
            endRemoveRows();
        }
    }
    m_cachedIndex = -1;
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, std::max(0, rowCount() - 1));
}

} // namespace tessera::designer
