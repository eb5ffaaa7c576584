// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/grid/row_view.h"

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include "designer/grid/block_text.h"
#include "designer/grid/cell_delegate.h"
#include "designer/grid/row_model.h"
#include "designer/style/theme.h"

namespace tessera::designer {

using model::CellType;
using model::Json;

namespace {

bool isTicked(const Json &value)
{
    return value.is_boolean() && value.get<bool>();
}

} // namespace

RowView::RowView(RowModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new CellDelegate(model, this))
{
    setObjectName(QStringLiteral("rowView"));
    setAccessibleName(tr("Rows"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setTabKeyNavigation(true);
    verticalHeader()->setDefaultSectionSize(size::gridRow);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    verticalHeader()->setMinimumWidth(44);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultSectionSize(140);
    horizontalHeader()->setMinimumSectionSize(56);
    horizontalHeader()->setFixedHeight(size::input);
    connect(m_delegate, &CellDelegate::wentOn, this, &RowView::go);
    restyle();
}

void RowView::restyle()
{
    const Tokens &t = tokensOf(QApplication::palette()); // the view's own palette follows its style sheet
    setStyleSheet(
        QStringLiteral("QTableView { background: %1; border: none; outline: none; font-size: %2px; }"
                       "QHeaderView { background: %1; border: none; }"
                       "QHeaderView::section { background: %1; color: %3; border: none; border-bottom: 1px solid %4;"
                       " padding: 0 %5px; font-size: %6px; }"
                       "QHeaderView::section:horizontal { font-weight: 600; }"
                       "QHeaderView::section:vertical { font-weight: 400; }"
                       "QTableCornerButton::section { background: %1; border: none; border-bottom: 1px solid %4; }")
            .arg(t.surface.name())
            .arg(size::base)
            .arg(t.text2.name(), t.line.name())
            .arg(space::s)
            .arg(size::base - 1));
}

void RowView::sizeColumns()
{
    constexpr int narrowest = 96, widest = 320; // px
    resizeColumnsToContents();
    for (int column = 0; column < m_model.columnCount(); ++column)
        setColumnWidth(column, std::clamp(columnWidth(column) + space::s, narrowest, widest));
}

void RowView::go(int rows, int columns)
{
    const QModelIndex from = currentIndex();
    int row = from.row() + rows;
    int column = from.column() + columns;
    if (column >= m_model.columnCount()) {
        column = 0;
        ++row;
    } else if (column < 0) {
        column = m_model.columnCount() - 1;
        --row;
    }
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row, column));
}

bool RowView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    if (m_delegate->isRefusing())
        return false;
    // A check box is ticked, not typed into; only the waiting row needs an editor for it.
    if (index.isValid() && trigger != NoEditTriggers && m_model.column(index.column()).type == CellType::Checkbox &&
        !m_model.isWaitingRow(index.row()))
        return false;
    return QTableView::edit(index, trigger, event);
}

void RowView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (m_delegate->isRefusing() && hint != QAbstractItemDelegate::RevertModelCache)
        return;
    QTableView::closeEditor(editor, hint);
}

void RowView::mousePressEvent(QMouseEvent *event)
{
    if (m_delegate->isRefusing()) {
        m_delegate->focusEditor();
        return;
    }
    QTableView::mousePressEvent(event);
}

void RowView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || m_model.isWaitingRow(index.row()))
        return;
    if (m_model.column(index.column()).type == CellType::Checkbox && index == currentIndex() &&
        m_delegate->checkBoxRect(visualRect(index)).adjusted(-4, -4, 4, 4).contains(event->position().toPoint()))
        toggle({index});
}

void RowView::toggle(const QModelIndexList &cells)
{
    const bool on =
        !std::ranges::all_of(cells, [this](const QModelIndex &cell) { return isTicked(m_model.value(cell)); });
    if (auto done = m_model.setValues(
            cells, [on](const QModelIndex &) { return Json(on); }, tr("Tick cells"));
        !done)
        Q_EMIT refused(done.error());
}

QList<int> RowView::selectedRows() const
{
    QList<int> rows;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom() && !m_model.isWaitingRow(row); ++row)
            rows << row;
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

bool RowView::hasSelectedRows() const
{
    const QItemSelection ranges = selectionModel()->selection();
    return std::ranges::any_of(ranges, [this](const QItemSelectionRange &r) { return !m_model.isWaitingRow(r.top()); });
}

void RowView::addRow()
{
    const QModelIndex current = currentIndex();
    const std::int64_t place =
        current.isValid() && !m_model.isWaitingRow(current.row()) ? current.row() + 1 : m_model.count();
    const bool first = m_model.count() == 0;
    if (!m_model.insertRow(place))
        return;
    const std::int64_t made = first ? m_model.count() - 1 : place; // rows that were shown may have come in before it
    const auto editable = std::ranges::find_if(m_model.columns(), &model::InputColumn::isEditable);
    const int column = current.isValid() ? current.column() : static_cast<int>(editable - m_model.columns().begin());
    setCurrentIndex(m_model.index(static_cast<int>(made), column));
    setFocus();
}

void RowView::deleteRows()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty() || !m_model.deleteRows(rows))
        return;
    const int next = std::min(rows.first(), m_model.rowCount() - 1);
    if (next >= 0)
        setCurrentIndex(m_model.index(next, std::max(0, currentIndex().column())));
}

void RowView::copy() const
{
    const QItemSelection ranges = selectionModel()->selection();
    if (ranges.isEmpty())
        return;
    int top = INT_MAX, bottom = -1, left = INT_MAX, right = -1;
    for (const QItemSelectionRange &range : ranges) {
        top = std::min(top, range.top());
        bottom = std::max(bottom, range.bottom());
        left = std::min(left, range.left());
        right = std::max(right, range.right());
    }
    QList<QStringList> block;
    for (int row = top; row <= bottom && !(row > top && m_model.isWaitingRow(row)); ++row) {
        QStringList cells;
        for (int column = left; column <= right; ++column) {
            const QModelIndex cell = m_model.index(row, column);
            cells << (selectionModel()->isSelected(cell) ? cell.data(Qt::EditRole).toString() : QString());
        }
        block << cells;
    }
    QApplication::clipboard()->setText(writeBlock(block));
}

void RowView::cut()
{
    copy();
    clearCells();
}

void RowView::paste()
{
    QList<QStringList> block = readBlock(QApplication::clipboard()->text());
    if (block.isEmpty() || !currentIndex().isValid())
        return;
    const QItemSelection ranges = selectionModel()->selection();
    const QItemSelectionRange range = ranges.isEmpty() ? QItemSelectionRange(currentIndex()) : ranges.first();
    if (block.size() == 1 && block.first().size() == 1 && ranges.size() == 1) { // one value fills the whole selection
        const QString text = block.first().first();
        block.first() = QStringList(range.width(), text);
        block = QList<QStringList>(range.height(), block.first());
    }
    QModelIndex topLeft = range.topLeft();
    const bool first = m_model.count() == 0;
    if (auto done = m_model.pasteBlock(topLeft, block); !done) {
        Q_EMIT refused(done.error());
        return;
    }
    if (first) // rows that were shown may have come in before these
        topLeft = m_model.index(static_cast<int>(m_model.count() - block.size()), topLeft.column());
    const int bottom = std::min<int>(topLeft.row() + static_cast<int>(block.size()), m_model.rowCount()) - 1;
    qsizetype widest = 1;
    for (const QStringList &row : block)
        widest = std::max(widest, row.size());
    const int right = std::min<int>(topLeft.column() + static_cast<int>(widest), m_model.columnCount()) - 1;
    setCurrentIndex(topLeft);
    selectionModel()->select(QItemSelection(topLeft, m_model.index(bottom, right)),
                             QItemSelectionModel::ClearAndSelect);
}

void RowView::clearCells()
{
    const auto done = m_model.setValues(
        selectedIndexes(), [](const QModelIndex &) { return Json(); }, tr("Empty cells"));
    if (!done)
        Q_EMIT refused(done.error());
}

void RowView::fill(bool down)
{
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        const auto source = [&](const QModelIndex &cell) {
            return m_model.value(down ? m_model.index(range.top(), cell.column())
                                      : m_model.index(cell.row(), range.left()));
        };
        QModelIndexList cells;
        for (const QModelIndex &cell : range.indexes()) {
            const model::InputColumn &from = m_model.column(down ? cell.column() : range.left());
            if (m_model.column(cell.column()).type == from.type)
                cells << cell;
        }
        if (auto done = m_model.setValues(cells, source, down ? tr("Fill down") : tr("Fill right")); !done)
            Q_EMIT refused(done.error());
    }
}

void RowView::fillDown()
{
    fill(true);
}

void RowView::fillRight()
{
    fill(false);
}

bool RowView::handleCommand(QKeyEvent &event)
{
    const bool control = event.modifiers() == Qt::ControlModifier;
    const int key = event.key();
    if (control && (key == Qt::Key_Return || key == Qt::Key_Enter))
        addRow();
    else if (control && key == Qt::Key_Delete)
        deleteRows();
    else if (control && key == Qt::Key_D)
        fillDown();
    else if (control && key == Qt::Key_R)
        fillRight();
    else if (event.matches(QKeySequence::Copy))
        copy();
    else if (event.matches(QKeySequence::Cut))
        cut();
    else if (event.matches(QKeySequence::Paste))
        paste();
    else if (event.matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (event.matches(QKeySequence::Redo))
        Q_EMIT redoRequested();
    else
        return false;
    return true;
}

bool RowView::handleKey(QKeyEvent &event)
{
    if (handleCommand(event))
        return true;
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    const QModelIndex current = currentIndex();
    const bool box = current.isValid() && m_model.column(current.column()).type == CellType::Checkbox &&
                     !m_model.isWaitingRow(current.row());
    switch (event.key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        clearCells();
        return true;
    case Qt::Key_Space:
        if (box)
            toggle(selectedIndexes().isEmpty() ? QModelIndexList{current} : selectedIndexes());
        return box;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (box)
            toggle({current});
        else if (state() != EditingState && current.isValid())
            edit(current, EditKeyPressed, &event);
        return true;
    default:
        return false;
    }
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    if (handleKey(*event))
        event->accept();
    else
        QTableView::keyPressEvent(event);
}

void RowView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const auto add = [&](const QString &text, const QKeySequence &keys, bool enabled, auto member) {
        QAction *action = menu.addAction(text, this, member);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // shown only: the view handles the keys itself
        action->setEnabled(enabled);
    };
    const bool cells = selectionModel()->hasSelection();
    const bool grows = m_model.canAddRows();
    add(tr("Cut"), QKeySequence::Cut, cells, &RowView::cut);
    add(tr("Copy"), QKeySequence::Copy, cells, &RowView::copy);
    add(tr("Paste"), QKeySequence::Paste, currentIndex().isValid(), &RowView::paste);
    add(tr("Empty cells"), QKeySequence(Qt::Key_Delete), cells, &RowView::clearCells);
    menu.addSeparator();
    add(tr("Fill down"), QKeySequence(Qt::CTRL | Qt::Key_D), cells, &RowView::fillDown);
    add(tr("Fill right"), QKeySequence(Qt::CTRL | Qt::Key_R), cells, &RowView::fillRight);
    menu.addSeparator();
    add(tr("Add row below"), QKeySequence(Qt::CTRL | Qt::Key_Return), grows, &RowView::addRow);
    add(tr("Delete rows"), QKeySequence(Qt::CTRL | Qt::Key_Delete), grows && hasSelectedRows(), &RowView::deleteRows);
    menu.exec(event->globalPos());
}

} // namespace tessera::designer
