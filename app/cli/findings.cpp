// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findings.h"

#include <algorithm>

#include "adapters/codec/source_map.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "model/base/text.h"
#include "model/checks/checker.h"
#include "model/checks/findings.h"

namespace tessera::app {

using model::Diagnostic;
using model::Json;
using model::Severity;

QList<Diagnostic> findingsOf(const adapters::LoadedWorkbook &loaded, const model::Catalogue &catalogue,
                             const model::OrganisationProfile *profile)
{
    QList<Diagnostic> found = model::Checker(catalogue, profile).check(loaded.workbook);
    for (Diagnostic &finding : found)
        finding.where = loaded.sources->locate(finding.target);
    QList<Diagnostic> findings = model::joined(loaded.notices, found);
    std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic &a, const Diagnostic &b) {
        return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    });
    return findings;
}

int countOf(const QList<Diagnostic> &findings, Severity severity)
{
    return static_cast<int>(std::count_if(findings.begin(), findings.end(), [severity](const Diagnostic &finding) {
        return finding.severity == severity && finding.waiver.isEmpty();
    }));
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_qs;
    case Severity::Warning:
        return u"warning"_qs;
    case Severity::Info:
        return u"info"_qs;
    case Severity::Manual:
        return u"manual"_qs;
    }
    return {};
}

QString findingText(const Diagnostic &finding)
{
    QString text = placeText(finding.where) + u": "_qs + severityName(finding.severity) + u": "_qs + finding.message +
                   u" ["_qs + model::toQString(finding.rule) + u']';
    if (!finding.hint.isEmpty())
        text += u"\n    "_qs + finding.hint;
    if (!finding.waiver.isEmpty())
        text += u"\n    "_qs + Cli::tr("Waived: %1").arg(finding.waiver);
    return text;
}

Json findingJson(const Diagnostic &finding)
{
    Json json{
        {"severity", model::toUtf8(severityName(finding.severity))},
        {"rule", finding.rule},
        {"message", model::toUtf8(finding.message)},
        {"hint", model::toUtf8(finding.hint)},
        {"element", finding.element},
        {"pointer", finding.where.pointer},
        {"line", finding.where.line},
        {"column", finding.where.column},
    };
    if (!finding.waiver.isEmpty())
        json["waiver"] = model::toUtf8(finding.waiver);
    return json;
}

namespace {

Json fileJson(const QString &path, const QString &envelope, const QList<Diagnostic> &findings)
{
    Json list = Json::array();
    for (const Diagnostic &finding : findings)
        list.push_back(findingJson(finding));
    return {
        {"file", model::toUtf8(path)},
        {"envelope", model::toUtf8(envelope)},
        {"errors", countOf(findings, Severity::Error)},
        {"warnings", countOf(findings, Severity::Warning)},
        {"diagnostics", std::move(list)},
    };
}

} // namespace

Json reportJson(const adapters::LoadedWorkbook &loaded, const QList<Diagnostic> &findings)
{
    return fileJson(loaded.path, adapters::envelopeName(loaded.envelope), findings);
}

Json unreadableJson(const QString &path, const model::Error &error)
{
    Diagnostic finding;
    finding.rule = "file.unreadable";
    finding.message = error.message;
    finding.hint = error.hint;
    finding.where = error.where;
    return fileJson(path, {}, {finding});
}

} // namespace tessera::app
