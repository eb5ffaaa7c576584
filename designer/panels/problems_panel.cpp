// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/problems_panel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

#include "designer/panels/problems_model.h"
#include "designer/session/session.h"
#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "designer/widgets/empty_state.h"
#include "model/base/text.h"
#include "model/checks/waivers.h"

namespace tessera::designer {

using namespace model;

namespace {

constexpr Severity severities[] = {Severity::Error, Severity::Warning, Severity::Info, Severity::Manual};

} // namespace

ProblemsPanel::ProblemsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ProblemsModel(session, this))
    , m_view(new QTreeView(this))
    , m_empty(
          new EmptyState(QStringLiteral("circle-check"), tr("Nothing to fix"),
                         tr("The workbook is checked after every edit. What Sigma would refuse, drop or show wrongly "
                            "appears here."),
                         true, this))
{
    m_view->setObjectName(QStringLiteral("problems"));
    m_view->setAccessibleName(tr("Problems"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ProblemsModel::MessageColumn, QHeaderView::Stretch);
    m_view->header()->resizeSection(ProblemsModel::SeverityColumn, 104);
    m_view->header()->resizeSection(ProblemsModel::ElementColumn, 150);
    m_view->header()->resizeSection(ProblemsModel::RuleColumn, 170);
    connect(m_view, &QTreeView::activated, this, [this] { jump(); });
    connect(m_view, &QTreeView::clicked, this, [this] { jump(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showCurrent(); });
    auto *copyAction = new QAction(icon(QStringLiteral("copy")), tr("Copy the message"), m_view);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, [this] { copy(); });
    m_view->addAction(copyAction);
    auto *aboutAction = new QAction(icon(QStringLiteral("circle-help")), tr("About this rule\tF1"), m_view);
    connect(aboutAction, &QAction::triggered, this, [this] { explain(); });
    m_view->addAction(aboutAction);
    m_waive = new QAction(m_view);
    m_waive->setObjectName(QStringLiteral("problemWaive"));
    connect(m_waive, &QAction::triggered, this, [this] { waive(); });
    m_view->addAction(m_waive);
    m_view->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    auto *body = new QWidget(this);
    body->setProperty("surface", QStringLiteral("surface"));
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    layout->addWidget(body, 1);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("problemHint"));
    m_hint->setProperty("role", QStringLiteral("secondary"));
    m_hint->setAttribute(Qt::WA_StyledBackground);
    m_hint->setProperty("surface", QStringLiteral("surface"));
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(space::m, space::xs, space::m, space::xs);
    layout->addWidget(m_hint);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProblemsPanel::refresh);
    refresh();
}

QWidget *ProblemsPanel::buildBar()
{
    auto *bar = new QWidget(this);
    bar->setAttribute(Qt::WA_StyledBackground);
    bar->setProperty("surface", QStringLiteral("surface"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::s, space::xs, space::s, space::xs);
    row->setSpacing(space::xs);
    for (const Severity severity : severities) {
        auto *filter = new QToolButton(bar);
        filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        filter->setIcon(severityIcon(severity));
        filter->setCheckable(true);
        filter->setChecked(true);
        connect(filter, &QToolButton::toggled, this, [this, severity](bool on) { m_model->setShown(severity, on); });
        m_filters[static_cast<int>(severity)] = filter;
        row->addWidget(filter);
    }
    row->addStretch();
    m_fix = new QPushButton(icon(QStringLiteral("wand-sparkles"), Ink::Accent), {}, bar);
    m_fix->setObjectName(QStringLiteral("problemFix"));
    m_fix->setProperty("role", QStringLiteral("quiet"));
    m_fix->setAccessibleName(tr("Apply the suggested fix"));
    connect(m_fix, &QPushButton::clicked, this, [this] { fix(); });
    row->addWidget(m_fix);
    m_about = new QToolButton(bar);
    m_about->setObjectName(QStringLiteral("problemAbout"));
    m_about->setIcon(icon(QStringLiteral("circle-help")));
    m_about->setAccessibleName(tr("About this rule"));
    m_about->setToolTip(tr("About this rule (F1)"));
    m_about->setAutoRaise(true);
    connect(m_about, &QToolButton::clicked, this, [this] { explain(); });
    row->addWidget(m_about);
    return bar;
}

void ProblemsPanel::refresh()
{
    for (const Severity severity : severities) {
        QToolButton *filter = m_filters[static_cast<int>(severity)];
        const QString text = severityCount(severity, m_model->count(severity));
        filter->setText(text);
        filter->setAccessibleName(text);
        filter->setToolTip(m_model->isShown(severity) ? tr("%1: shown. Click to hide them.").arg(text)
                                                      : tr("%1: hidden. Click to show them.").arg(text));
    }
    m_stack->setCurrentWidget(m_model->rowCount() ? static_cast<QWidget *>(m_view) : m_empty);
    if (m_model->total() && !m_model->rowCount())
        m_empty->setTexts(tr("Everything is filtered out"), tr("Switch a severity on above to see what was found."));
    else
        m_empty->setTexts(tr("Nothing to fix"),
                          tr("The workbook is checked after every edit. What Sigma would refuse, drop "
                             "or show wrongly appears here."));
    showCurrent();
}

void ProblemsPanel::showCurrent()
{
    const Diagnostic *diagnostic = m_model->at(m_view->currentIndex().row());
    m_hint->setText(diagnostic ? diagnostic->hint : QString());
    m_hint->setVisible(!m_hint->text().isEmpty());
    const bool fixable = diagnostic && diagnostic->fix && !m_session.document().isReadOnly();
    m_fix->setVisible(fixable);
    m_about->setEnabled(diagnostic);
    const bool waived = diagnostic && !diagnostic->waiver.isEmpty();
    m_waive->setText(waived ? tr("Take the waiver back") : tr("Live with it…"));
    m_waive->setEnabled(diagnostic && diagnostic->severity != Severity::Error && !m_session.document().isReadOnly());
    if (fixable) {
        m_fix->setText(diagnostic->fix->label);
        m_fix->setAccessibleName(diagnostic->fix->label);
        m_fix->setToolTip(tr("%1. Undo takes it back.").arg(diagnostic->fix->label));
    }
}

void ProblemsPanel::jump()
{
    if (const Diagnostic *diagnostic = m_model->at(m_view->currentIndex().row()))
        m_session.reveal(diagnostic->target);
}

void ProblemsPanel::step(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int current = m_view->currentIndex().row();
    const int next = current < 0 ? (by > 0 ? 0 : count - 1) : (current + by + count) % count;
    m_view->setCurrentIndex(m_model->index(next, 0));
    jump();
}

void ProblemsPanel::goToNext()
{
    step(1);
}

void ProblemsPanel::goToPrevious()
{
    step(-1);
}

void ProblemsPanel::fix()
{
    const Diagnostic *diagnostic = m_model->at(m_view->currentIndex().row());
    if (!diagnostic || !diagnostic->fix)
        return;
    const QuickFix fix = *diagnostic->fix;
    auto transaction = fix.make(m_session.workbook());
    if (transaction && transaction->label.isEmpty())
        transaction->label = fix.label;
    if (m_session.commit(std::move(transaction)))
        Q_EMIT fixed(fix.label);
}

void ProblemsPanel::explain()
{
    if (const Diagnostic *diagnostic = m_model->at(m_view->currentIndex().row()))
        Q_EMIT helpRequested(toQString(diagnostic->rule));
}

// A person decides to live with a finding and says why; the reason is kept in the workspace and printed in packages.
void ProblemsPanel::waive()
{
    const Diagnostic *found = m_model->at(m_view->currentIndex().row());
    if (!found)
        return;
    const Diagnostic finding = *found;
    if (!finding.waiver.isEmpty()) {
        m_session.commit(makeUnwaive(m_session.workbook(), finding.rule, finding.element));
        return;
    }
    bool given = false;
    const QString reason =
        QInputDialog::getText(this, tr("Live with it"), tr("Why is this fine? The reason is printed in packages."),
                              QLineEdit::Normal, {}, &given);
    if (given && !reason.trimmed().isEmpty())
        m_session.commit(makeWaive(m_session.workbook(), finding, reason.trimmed()));
}

// F1 on a row is about its rule; elsewhere it opens the help.
bool ProblemsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool claims = event->type() == QEvent::ShortcutOverride;
    const bool isKey = claims || event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_F1 || !m_view->currentIndex().isValid())
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (!claims)
        explain();
    return true;
}

void ProblemsPanel::copy()
{
    if (const Diagnostic *diagnostic = m_model->at(m_view->currentIndex().row()))
        QGuiApplication::clipboard()->setText(diagnostic->message);
}

} // namespace tessera::designer
