// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/formula_panel.h"

#include <QEvent>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_edit.h"
#include "designer/formula/formula_trial.h"
#include "designer/session/session.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

FormulaPanel::FormulaPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_trial(new FormulaTrial(session.formulas(), this))
    , m_tabs(new QTabBar(this))
{
    setObjectName(QStringLiteral("formulaPanel"));
    m_tabs->setObjectName(QStringLiteral("formulaTabs"));
    m_tabs->setAccessibleName(tr("Formula: help, result, steps"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Function help"));
    m_tabs->addTab(tr("Result"));
    m_tabs->addTab(tr("Steps"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(space::s, 0, space::s, 0);
    strip->addWidget(m_tabs, 1);
    strip->addWidget(m_helpButtons = makeHelpButtons());
    layout->addLayout(strip);
    auto *pages = new QWidget(this);
    m_pages = new QStackedLayout(pages);
    m_pages->addWidget(makeHelp());
    m_pages->addWidget(makeResult());
    m_pages->addWidget(makeSteps());
    layout->addWidget(pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_helpButtons->setVisible(index == 0);
        m_trial->setActive(isVisible() && index > 0);
    });
    connect(m_trial, &FormulaTrial::changed, this, &FormulaPanel::refreshValues);
    connect(&session.formulas(), &FormulaDesk::taken, this, &FormulaPanel::watch);
    watch();
    refreshValues();
}

void FormulaPanel::watch()
{
    disconnect(m_caret);
    if (FormulaEdit *editor = m_session.formulas().editor()) {
        m_caret = connect(editor, &FormulaEdit::caretMoved, this, &FormulaPanel::followFunction);
        followFunction();
    }
}

void FormulaPanel::bring(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void FormulaPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_trial->setActive(m_tabs->currentIndex() > 0);
}

void FormulaPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_trial->setActive(false);
}

void FormulaPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_row) {
        explainFunction();
        refreshValues();
    }
    QWidget::changeEvent(event);
}

} // namespace tessera::designer
