// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "designer/paint/block_picture.h"
#include "designer/paint/mark_list.h"

namespace tessera::designer {

class PreviewPage;

// One element of a page in use: it shows its rows and answers the mouse and the keyboard.
//   hover: what a mark says    click or Enter: select a mark (and run its actions), press a button, fold a group
//   header click: sort, then turn round, then as before    wheel: scroll rows, with Shift columns
//   arrows: from mark to mark    Escape: select nothing
class PreviewCard : public QWidget
{
    Q_OBJECT

public:
    PreviewCard(PreviewPage &page, const model::NodeBox &box, const model::Key &element);

    const model::Key &key() const { return m_key; }
    const CardView &view() const { return m_view; }
    const model::NodeBox &box() const { return m_box; }
    void refresh();                 // other rows: what was picked is gone
    const MarkList &marks() const;  // painted when first asked for
    QRect markRect(int index) const; // px of this widget

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const model::Object *element() const;
    void touch(); // the view changed
    void press(int mark);
    void pick(const Mark &mark);
    void sortBy(const std::string &column);
    void scrollBy(int rows);
    void moveFocus(int key);
    QString tip(const Mark &mark) const;
    void showTip(int mark, const QPoint &global);
    bool acts() const;

    PreviewPage &m_page;
    model::NodeBox m_box;
    model::Key m_key;
    CardView m_view;
    mutable std::optional<MarkList> m_marks;
    int m_hovered = -1;
};

} // namespace tessera::designer
