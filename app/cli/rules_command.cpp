// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/findings.h"
#include "app/cli/input.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/checks/rule.h"
#include "model/checks/rule_reference.h"

namespace tessera::app {

using model::RuleInfo;

namespace {

int listRules(const QCommandLineParser &arguments, Console &console)
{
    model::Json list = model::Json::array();
    qsizetype width = 0;
    for (const RuleInfo &rule : model::allRules()) {
        width = std::max(width, QString::fromLatin1(rule.id).size());
        list.push_back({{"rule", rule.id},
                        {"severity", model::toUtf8(severityName(rule.severity))},
                        {"title", model::toUtf8(rule.titleText())},
                        {"explanation", model::toUtf8(rule.explanationText())},
                        {"server", rule.server}});
    }
    if (arguments.isSet(u"json"_qs)) {
        console.outText(model::writeJson({{"rules", list}}, 2) + '\n');
        return Done;
    }
    if (arguments.isSet(u"markdown"_qs)) {
        console.outText(model::ruleReferenceMarkdown());
        return Done;
    }
    for (const RuleInfo &rule : model::allRules())
        console.out(QString::fromLatin1(rule.id).leftJustified(width + 2) +
                    severityName(rule.severity).leftJustified(9) + rule.titleText());
    return Done;
}

void explainRule(const RuleInfo &rule, Console &console)
{
    console.out(u"%1 (%2)"_qs.arg(QString::fromLatin1(rule.id), severityName(rule.severity)));
    console.out(rule.titleText());
    console.out(QString());
    console.out(rule.explanationText());
    if (const QString server = QString::fromUtf8(rule.server); !server.isEmpty()) {
        console.out(QString());
        console.out(Cli::tr("Sigma says: %1").arg(server));
    }
}

// What a message of Sigma's server may mean, and what causes it in a file.
int explainMessage(const QString &message, const QString &file, Console &console)
{
    adapters::LoadedWorkbook workbook;
    QList<model::Diagnostic> findings;
    if (!file.isEmpty()) {
        auto loaded = openWorkbook(file, console);
        const auto catalogue = loaded ? openCatalogue(console) : std::nullopt;
        if (!catalogue)
            return loaded ? Findings : Misuse;
        workbook = std::move(*loaded);
        findings = findingsOf(workbook, *catalogue);
    }
    const model::Explanation explanation = model::explain(message, workbook.workbook, findings);
    if (explanation.summary.isEmpty() && explanation.causes.isEmpty()) {
        console.err(
            file.isEmpty()
                ? Cli::tr("tessera explain: '%1' is neither a rule nor a known message; see 'tessera rules', or name a "
                          "workbook with --in.")
                      .arg(message)
                : Cli::tr("tessera explain: Nothing in '%1' explains this message.").arg(file));
        return file.isEmpty() ? Misuse : Findings;
    }
    if (!explanation.summary.isEmpty())
        console.out(explanation.summary);
    for (const model::Diagnostic &cause : explanation.causes)
        console.out(findingText(cause));
    if (!file.isEmpty() && explanation.causes.isEmpty())
        console.out(Cli::tr("Nothing in '%1' causes it.").arg(file));
    return Done;
}

int explain(const QCommandLineParser &arguments, Console &console)
{
    const QString what = arguments.positionalArguments().constFirst();
    if (const RuleInfo *rule = model::findRule(model::toUtf8(what))) {
        explainRule(*rule, console);
        return Done;
    }
    return explainMessage(what, arguments.value(u"in"_qs), console);
}

} // namespace

Command rulesCommand()
{
    Command command;
    command.name = u"rules"_qs;
    command.synopsis = u"[--json|--markdown]"_qs;
    command.summary = Cli::tr("List the rules of validation.");
    command.options = {{u"json"_qs, Cli::tr("Print the rules as JSON.")},
                       {u"markdown"_qs, Cli::tr("Print the whole rule reference.")}};
    command.run = listRules;
    return command;
}

Command explainCommand()
{
    Command command;
    command.name = u"explain"_qs;
    command.synopsis = u"RULE|MESSAGE [--in FILE]"_qs;
    command.summary = Cli::tr("Explain a rule, or a message of Sigma's server and its likely causes in a workbook.");
    command.options = {{u"in"_qs, Cli::tr("The workbook that Sigma refused."), u"FILE"_qs}};
    command.minArguments = command.maxArguments = 1;
    command.run = explain;
    return command;
}

} // namespace tessera::app
