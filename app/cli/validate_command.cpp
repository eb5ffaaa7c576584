// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/findings.h"
#include "app/cli/input.h"
#include "model/base/json_text.h"

namespace tessera::app {

using model::Severity;

namespace {

struct Outcome
{
    int exitCode = Done;
    model::Json files = model::Json::array();
};

void printReport(const QString &path, const QList<model::Diagnostic> &findings, Console &console)
{
    for (const model::Diagnostic &finding : findings)
        console.out(findingText(finding));
    console.out(Cli::tr("%1: %2, %3, %4")
                    .arg(path, Cli::tr("%n error(s)", nullptr, countOf(findings, Severity::Error)),
                         Cli::tr("%n warning(s)", nullptr, countOf(findings, Severity::Warning)),
                         Cli::tr("%n manual step(s)", nullptr, countOf(findings, Severity::Manual))));
}

struct Rules
{
    model::Catalogue catalogue;
    std::optional<model::OrganisationProfile> profile;
};

void validate(const QString &path, const Rules &rules, bool strict, bool json, Outcome &outcome, Console &console)
{
    const auto loaded = adapters::loadWorkbook(path);
    if (!loaded) {
        console.err(loaded.error(), path);
        outcome.files.push_back(unreadableJson(path, loaded.error()));
        outcome.exitCode = Misuse;
        return;
    }
    const QList<model::Diagnostic> findings =
        findingsOf(*loaded, rules.catalogue, rules.profile ? &*rules.profile : nullptr);
    if (json)
        outcome.files.push_back(reportJson(*loaded, findings));
    else
        printReport(path, findings, console);
    const bool failed = countOf(findings, Severity::Error) > 0 || (strict && countOf(findings, Severity::Warning) > 0);
    outcome.exitCode = std::max<int>(outcome.exitCode, failed ? Findings : Done);
}

int run(const QCommandLineParser &arguments, Console &console)
{
    const bool json = arguments.isSet(u"json"_qs);
    auto catalogue = openCatalogue(console);
    if (!catalogue)
        return Findings;
    Rules rules{std::move(*catalogue), {}};
    if (!openProfile(arguments, rules.profile, console))
        return Misuse;
    Outcome outcome;
    for (const QString &path : arguments.positionalArguments())
        validate(path, rules, arguments.isSet(u"strict"_qs), json, outcome, console);
    if (json)
        console.outText(model::writeJson({{"files", outcome.files}}, 2) + '\n');
    return outcome.exitCode;
}

} // namespace

Command validateCommand()
{
    Command command;
    command.name = u"validate"_qs;
    command.synopsis = u"FILE… [--strict] [--profile FILE] [--json]"_qs;
    command.summary = Cli::tr("Find what Sigma would reject, drop or misread, with the place in the file.");
    command.text =
        Cli::tr("Severities: error (Sigma would reject it), warning (accepted, but wrong, dropped or without effect),\n"
                "manual (a step only a person can do in Sigma), info. Exits with 1 when there is an error.");
    command.options = {{u"strict"_qs, Cli::tr("Exit with 1 for warnings too.")},
                       profileOption(),
                       {u"json"_qs, Cli::tr("Print the report as JSON.")}};
    command.minArguments = 1;
    command.maxArguments = -1;
    command.run = run;
    return command;
}

} // namespace tessera::app
