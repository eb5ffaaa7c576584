// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QSpinBox;
class QStackedLayout;
class QStandardItemModel;
class QTabBar;
class QTableView;
class QTextBrowser;
class QTreeView;

namespace tessera::designer {

class EmptyState;
class FormulaTrial;
class SearchField;
class Session;

// Beside the formula at hand: what its functions do, what it gives on the first rows, and how it comes to that on one
// row.
class FormulaPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FormulaPanel(Session &session, QWidget *parent = nullptr);

    void explain(const QString &function); // brings the help on it to the front
    FormulaTrial &trial() { return *m_trial; }

Q_SIGNALS:
    void pageRequested(const QString &page, const QString &place); // of the help

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // formula_panel.cpp
    void watch();
    void bring(int tab);
    // function_help.cpp
    QWidget *makeHelp();
    QWidget *makeHelpButtons();
    void openReference();
    void filterFunctions(const QString &text);
    void explainFunction();
    void insertFunction();
    void followFunction();
    void showFunction(const QString &name);
    // formula_results.cpp
    QWidget *makeResult();
    QWidget *makeSteps();
    void refreshValues();
    void fillResult();
    void fillSteps();
    void markStep();
    QString note() const;

    Session &m_session;
    FormulaTrial *m_trial;
    QTabBar *m_tabs;
    QStackedLayout *m_pages = nullptr;
    QMetaObject::Connection m_caret;
    // help
    SearchField *m_search = nullptr;
    QListView *m_list = nullptr;
    QStandardItemModel *m_functions = nullptr;
    QTextBrowser *m_text = nullptr;
    QWidget *m_helpButtons = nullptr;
    // result and steps
    QTableView *m_table = nullptr;
    QStandardItemModel *m_rows = nullptr;
    QStackedLayout *m_resultStack = nullptr;
    EmptyState *m_resultEmpty = nullptr;
    QLabel *m_resultNote = nullptr;
    QTreeView *m_tree = nullptr;
    QStandardItemModel *m_steps = nullptr;
    QStackedLayout *m_stepStack = nullptr;
    EmptyState *m_stepEmpty = nullptr;
    QSpinBox *m_row = nullptr;
    QLabel *m_stepNote = nullptr;
};

} // namespace tessera::designer
