// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/package/checklist.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "model/base/text.h"
#include "model/workbook/workbook_summary.h"

namespace tessera::adapters {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Checklist)
};

QString step(const QString &what, const QString &how)
{
    return u"- [ ] "_qs + what + (how.isEmpty() ? QString() : u"\n      "_qs + how);
}

bool isCovered(const std::string &element, const QList<model::Diagnostic> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [&](const model::Diagnostic &finding) {
        return finding.severity == model::Severity::Manual && finding.element == element;
    });
}

// Who may type into an input table is set in Sigma only, for each table.
QStringList inputTableSteps(const model::Workbook &workbook, const QList<model::Diagnostic> &findings)
{
    QStringList steps;
    for (const auto &table : model::summaryOf(workbook).inputTables) {
        if (!isCovered(table.element, findings)) {
            steps << step(Text::tr("Set who may enter data into “%1”.").arg(model::toQString(table.name)),
                          Text::tr("Element menu → Set data entry permission; without it only drafts can be edited."));
        }
    }
    return steps;
}

// Steps that no part of a workbook can carry, whatever is in it.
QStringList alwaysNeeded()
{
    return {
        step(Text::tr("Grant access: share the workbook with the people and teams who need it."),
             Text::tr("Sharing and embeds are not part of a workbook's representation.")),
        step(Text::tr("Look at every page once and publish the workbook."),
             Text::tr("Changes stay a draft for others until someone publishes them.")),
        step(Text::tr("Set up what people use beside the workbook: scheduled deliveries, refresh and materialisation "
                      "schedules, version tags, translations, alerts."),
             Text::tr("None of them is part of a workbook's representation.")),
    };
}

// What somebody decided to live with, and why.
QStringList waived(const QList<model::Diagnostic> &findings)
{
    QStringList lines;
    for (const model::Diagnostic &finding : findings) {
        if (!finding.waiver.isEmpty())
            lines << u"- "_qs + finding.message + u"\n      "_qs + Text::tr("Waived: %1").arg(finding.waiver);
    }
    lines.removeDuplicates();
    return lines.isEmpty() ? lines : QStringList{QString(), u"## "_qs + Text::tr("Waived findings"), QString()} + lines;
}

} // namespace

std::string checklistText(const model::Workbook &workbook, const QList<model::Diagnostic> &findings)
{
    QStringList found;
    for (const model::Diagnostic &finding : findings) {
        if (finding.severity == model::Severity::Manual && finding.waiver.isEmpty())
            found << step(finding.message, finding.hint);
    }
    found << inputTableSteps(workbook, findings);
    found.removeDuplicates();
    QStringList lines{
        u"# "_qs + Text::tr("After the deployment of “%1”").arg(model::toQString(workbook.name())), QString(),
        Text::tr("These steps have no place in the workbook's file; a person does them in Sigma."), QString()};
    if (!found.isEmpty())
        lines << u"## "_qs + Text::tr("For what is in this workbook") << QString() << found << QString();
    lines << u"## "_qs + Text::tr("For every workbook") << QString() << alwaysNeeded();
    lines << waived(findings);
    return model::toUtf8(lines.join(u'\n')) + '\n';
}

} // namespace tessera::adapters
