// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/checks/diagnostic.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace tessera::designer {

class FormulaEdit;
class Session;

// The line above the page that shows and edits the formulas of what is selected: which one on the left, its text, and
// what is to be said about it on the right.
class FormulaBar : public QWidget
{
    Q_OBJECT

public:
    explicit FormulaBar(Session &session, QWidget *parent = nullptr);

    FormulaEdit *editor() const { return m_edit; }
    const model::Target &place() const { return m_place; } // empty key: nothing to edit
    void focusEditor();

Q_SIGNALS:
    void panelRequested(); // help, results and steps

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void fill();
    void choose(int index);
    void load();
    void finish();
    void tell();
    void tint();

    Session &m_session;
    QComboBox *m_places;
    FormulaEdit *m_edit;
    QLabel *m_state;
    QToolButton *m_accept;
    QToolButton *m_drop;
    QToolButton *m_format;
    QList<model::Target> m_all; // as in the list
    model::Target m_place;
    QString m_shown;
    model::Key m_element;
};

} // namespace tessera::designer
