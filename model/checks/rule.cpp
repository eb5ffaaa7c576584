// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rule.h"

#include <QCoreApplication>
#include <QHash>

#include "model/checks/rules.h"

namespace tessera::model {

QString RuleInfo::titleText() const
{
    return QCoreApplication::translate("Rules", title);
}

QString RuleInfo::explanationText() const
{
    return QCoreApplication::translate("Rules", explanation);
}

std::string_view RuleInfo::topic() const
{
    const std::string_view all(id);
    return all.substr(0, all.find('.'));
}

const std::vector<RuleTopic> &ruleTopics()
{
    static const std::vector<RuleTopic> topics = [] {
        std::vector<RuleTopic> all;
        all.push_back(structureTopic());
        all.push_back(identityTopic());
        all.push_back(referenceTopic());
        all.push_back(layoutTopic());
        all.push_back(chartTopic());
        all.push_back(contentTopic());
        all.push_back(navigationTopic());
        all.push_back(sourceTopic());
        all.push_back(dataTopic());
        all.push_back(controlTopic());
        all.push_back(actionTopic());
        all.push_back(formulaTopic());
        all.push_back(documentTopic());
        all.push_back(schemaTopic()); // last: where a rule above has spoken, the general one is silent
        return all;
    }();
    return topics;
}

const std::vector<RuleInfo> &allRules()
{
    static const std::vector<RuleInfo> rules = [] {
        std::vector<RuleInfo> all;
        for (const RuleTopic &topic : ruleTopics())
            all.insert(all.end(), topic.rules.begin(), topic.rules.end());
        return all;
    }();
    return rules;
}

const RuleInfo *findRule(std::string_view id)
{
    static const auto index = [] {
        QHash<std::string, const RuleInfo *> all;
        for (const RuleInfo &rule : allRules())
            all.insert(rule.id, &rule);
        return all;
    }();
    return index.value(std::string(id));
}

} // namespace tessera::model
