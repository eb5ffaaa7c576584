// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/waivers.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/checks/rule.h"
#include "model/edit/property_edit.h"
#include "model/names/json_read.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::Waivers)
};

constexpr const char *listPath = "/waivers";

bool covers(const Waiver &waiver, const Diagnostic &finding)
{
    return waiver.rule == finding.rule && waiver.element == finding.element;
}

} // namespace

std::vector<Waiver> waiversOf(const Workbook &workbook)
{
    std::vector<Waiver> waivers;
    for (const Json &entry : items(workbook.extras, "waivers")) {
        Waiver waiver{stringMember(entry, "rule"), stringMember(entry, "element"), toQString(textAt(entry, "reason"))};
        if (!waiver.rule.empty() && !waiver.reason.isEmpty())
            waivers.push_back(std::move(waiver));
    }
    return waivers;
}

void applyWaivers(const Workbook &workbook, QList<Diagnostic> &findings)
{
    const std::vector<Waiver> waivers = waiversOf(workbook);
    if (waivers.empty())
        return;
    for (Diagnostic &finding : findings) {
        const auto waiver =
            std::find_if(waivers.begin(), waivers.end(), [&](const Waiver &w) { return covers(w, finding); });
        if (waiver != waivers.end() && finding.severity != Severity::Error)
            finding.waiver = waiver->reason;
    }
}

Result<Transaction> makeWaive(const Workbook &workbook, const Diagnostic &finding, const QString &reason)
{
    if (finding.severity == Severity::Error)
        return fail(ErrorCode::Invalid, Texts::tr("An error cannot be waived."),
                    Texts::tr("Sigma would reject the workbook whatever stands here. Correct it instead."));
    if (!findRule(finding.rule))
        return fail(ErrorCode::Invalid, Texts::tr("There is no rule “%1”.").arg(toQString(finding.rule)));
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, Texts::tr("A waiver needs a reason."),
                    Texts::tr("Say why this finding is acceptable; the reason is printed in the package."));
    Transaction transaction;
    transaction.label = Texts::tr("Waive %1").arg(toQString(finding.rule));
    const std::string text = toUtf8(reason.trimmed());
    const Json &list = items(workbook.extras, "waivers");
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (textAt(list[i], "rule") == finding.rule && textAt(list[i], "element") == finding.element) {
            transaction.changes =
                setProperty(workbook, Scope::Extras, {}, joinPointer(joinPointer(listPath, i), "reason"), Json(text));
            return transaction;
        }
    }
    transaction.changes = insertItem(workbook, Scope::Extras, {}, listPath, -1,
                                     {{"rule", finding.rule}, {"element", finding.element}, {"reason", text}});
    return transaction;
}

Result<Transaction> makeUnwaive(const Workbook &workbook, const std::string &rule, const std::string &element)
{
    const Json &list = items(workbook.extras, "waivers");
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (textAt(list[i], "rule") == rule && textAt(list[i], "element") == element) {
            Transaction transaction;
            transaction.label = Texts::tr("Take back the waiver of %1").arg(toQString(rule));
            transaction.changes = setProperty(workbook, Scope::Extras, {}, joinPointer(listPath, i), std::nullopt);
            return transaction;
        }
    }
    return fail(ErrorCode::NotFound, Texts::tr("“%1” is not waived here.").arg(toQString(rule)));
}

} // namespace tessera::model
