// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include "model/base/result.h"

namespace tessera::designer {

class CellDelegate;
class RowModel;

// The grid itself: selection, keys, blocks on the clipboard.
class RowView : public QTableView
{
    Q_OBJECT

public:
    RowView(RowModel &model, QWidget *parent);

    void addRow();     // below the current one, and starts there
    void deleteRows(); // those with a selected cell
    void copy() const;
    void cut();
    void paste();
    void clearCells();
    void fillDown();
    void fillRight();
    bool hasSelectedRows() const;
    void restyle();
    void sizeColumns(); // to what the first rows hold, within reason

Q_SIGNALS:
    void refused(const tessera::model::Error &error);
    void undoRequested();
    void redoRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool handleKey(QKeyEvent &event);
    bool handleCommand(QKeyEvent &event);
    void go(int rows, int columns);
    void toggle(const QModelIndexList &cells);
    void fill(bool down);
    QList<int> selectedRows() const;

    RowModel &m_model;
    CellDelegate *m_delegate;
};

} // namespace tessera::designer
