// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/findings.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/checks/rule.h"

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
    for (const RuleInfo &rule : model::allRules())
        console.out(QString::fromLatin1(rule.id).leftJustified(width + 2) + severityName(rule.severity).leftJustified(9) + rule.titleText());
    return Done;
}

int explainRule(const QCommandLineParser &arguments, Console &console)
{
    const QString id = arguments.positionalArguments().constFirst();
    const RuleInfo *rule = model::findRule(model::toUtf8(id));
    if (!rule) {
        console.err(Cli::tr("tessera explain: There is no rule '%1'. See 'tessera rules'.").arg(id));
        return Misuse;
    }
    console.out(u"%1 (%2)"_qs.arg(QString::fromLatin1(rule->id), severityName(rule->severity)));
    console.out(rule->titleText());
    console.out(QString());
    console.out(rule->explanationText());
    if (const QString server = QString::fromUtf8(rule->server); !server.isEmpty()) {
        console.out(QString());
        console.out(Cli::tr("Sigma says: %1").arg(server));
    }
    return Done;
}

} // namespace

Command rulesCommand()
{
    Command command;
    command.name = u"rules"_qs;
    command.synopsis = u"[--json]"_qs;
    command.summary = Cli::tr("List the rules of validation.");
    command.options = {{u"json"_qs, Cli::tr("Print the rules as JSON.")}};
    command.run = listRules;
    return command;
}

Command explainCommand()
{
    Command command;
    command.name = u"explain"_qs;
    command.synopsis = u"RULE"_qs;
    command.summary = Cli::tr("Explain a rule: what it finds, why it matters, what Sigma says.");
    command.minArguments = command.maxArguments = 1;
    command.run = explainRule;
    return command;
}

} // namespace tessera::app
