// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/import_report.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr int reportWidth = 640; // px
constexpr int reportHeight = 460;

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("panelTitle"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QListWidget *evidenceList(const QStringList &evidence, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(QStringLiteral("importEvidence"));
    list->setAccessibleName(ImportReport::tr("How the file was read"));
    list->setWordWrap(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->addItems(evidence);
    return list;
}

QTreeWidget *problemList(const QList<model::RowImportProblem> &problems, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setObjectName(QStringLiteral("importProblems"));
    list->setAccessibleName(ImportReport::tr("Lines that could not be taken as they are"));
    list->setHeaderLabels({ImportReport::tr("Line"), ImportReport::tr("Column"), ImportReport::tr("Reason")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    for (const model::RowImportProblem &problem : problems)
        list->addTopLevelItem(
            new QTreeWidgetItem({QLocale().toString(qlonglong(problem.line)), problem.column, problem.reason}));
    list->header()->resizeSections(QHeaderView::ResizeToContents);
    return list;
}

} // namespace

ImportReport::ImportReport(const ImportSummary &summary, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("importReport"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import of %1").arg(summary.title));
    resize(reportWidth, reportHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::s);
    auto *outcome = new QLabel(summary.outcome, this);
    outcome->setObjectName(QStringLiteral("importOutcome"));
    outcome->setTextFormat(Qt::PlainText);
    outcome->setWordWrap(true);
    column->addWidget(outcome);
    if (!summary.evidence.isEmpty()) {
        column->addWidget(heading(tr("How the file was read"), this));
        column->addWidget(evidenceList(summary.evidence, this), 1);
    }
    if (!summary.problems.isEmpty()) {
        column->addWidget(heading(
            tr("%n line(s) that could not be taken as they are", nullptr, static_cast<int>(summary.problemCount)),
            this));
        column->addWidget(problemList(summary.problems, this), 1);
        if (const qint64 rest = summary.problemCount - summary.problems.size(); rest > 0)
            column->addWidget(new QLabel(tr("%n more line(s) are not listed.", nullptr, static_cast<int>(rest)), this));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

} // namespace tessera::designer
