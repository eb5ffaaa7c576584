// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QImage>
#include <QWidget>

#include "designer/paint/block_picture.h"
#include "designer/paint/mark_list.h"
#include "model/workbook/look/content_look.h"

class QPushButton;

namespace tessera::designer {

class PreviewForm;
class PreviewPage;
class FormValues;

// One element of a page in use: it shows its rows and answers the mouse and the keyboard.
//   hover: what a mark says    click or Enter: select a mark (and run its actions), press a button, fold a group
//   header click: sort, then turn round, then as before    wheel: scroll rows, with Shift columns
//   arrows: from mark to mark    Escape: select nothing
// An element that cannot run says why; a click or Enter leads to what keeps it from running. A form has working fields.
class PreviewCard : public QWidget
{
    Q_OBJECT

public:
    PreviewCard(PreviewPage &page, const model::NodeBox &box, const model::Key &element);

    const model::Key &key() const { return m_key; }
    const CardView &view() const { return m_view; }
    const model::NodeBox &box() const { return m_box; }
    bool shows(const model::Object &element) const; // the element and kind it was made for
    bool contains(const model::Key &element) const; // a repeated container: what it repeats
    void place(const model::NodeBox &box);          // somewhere else, or for another state of the workbook
    void refresh();                                 // other rows: what was picked is gone
    void refreshPictures();
    void sortBy(const std::string &column, bool descending);
    FormValues *form() const;        // of a form, else null
    const MarkList &marks() const;   // painted when first asked for
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
    void sortRows();
    void placeForm();
    void submit(bool primary);
    void press(int mark);
    bool pressWhole(); // a button or picture
    void pick(const Mark &mark);
    void pressNavigation(const model::Object &navigation, int mark);
    void offer(const model::Object &navigation, const std::vector<model::NavigationEntry> &entries, int mark);
    void sortBy(const std::string &column);
    void scrollBy(int rows);
    void moveFocus(int key);
    QString tip(const Mark &mark) const;
    void showTip(int mark, const QPoint &global);
    bool acts() const;

    PreviewPage &m_page;
    model::NodeBox m_box;
    model::Key m_key;
    std::string m_kind;
    CardView m_view;
    mutable std::optional<MarkList> m_marks;
    QImage m_pixels; // as painted last; null: to be painted again
    int m_hovered = -1;
    PreviewForm *m_form = nullptr;
    QPushButton *m_primary = nullptr, *m_secondary = nullptr; // of a form
};

} // namespace tessera::designer
