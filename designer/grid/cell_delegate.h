// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

class QLabel;
class QKeyEvent;
class QLineEdit;

namespace tessera::designer {

class RowModel;

// Paints and edits one cell of an input table. A text that cannot be read is refused: the editor stays open and says
// why.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CellDelegate(RowModel &model, QObject *parent);

    // True while an open editor holds text that was refused.
    bool isRefusing() const;
    void focusEditor();
    QRect checkBoxRect(const QRect &cell) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;

Q_SIGNALS:
    // The editor closed with a key that goes on: Enter below, Tab to the right, with Shift the other way.
    void wentOn(int rows, int columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool accepts(QLineEdit &editor);                      // shows the reason when it does not
    bool finish(QLineEdit &editor, const QKeyEvent &key); // commits and goes on, or refuses
    bool filterPopup(QEvent &event);
    void addOptions(QLineEdit &editor, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPills(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCheckBox(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    RowModel &m_model;
    mutable QPointer<QLineEdit> m_editor;
    mutable QPointer<QLabel> m_reason;
    mutable QPersistentModelIndex m_edited;
    bool m_refused = false;
};

} // namespace tessera::designer
