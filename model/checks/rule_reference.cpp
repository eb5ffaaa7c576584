// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rule_reference.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>
#include <QRegularExpression>

#include "model/base/text.h"
#include "model/checks/rules.h"
#include "model/checks/server_messages.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::RuleReference)
};

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Texts::tr("error");
    case Severity::Warning:
        return Texts::tr("warning");
    case Severity::Info:
        return Texts::tr("note");
    case Severity::Manual:
        return Texts::tr("by hand in Sigma");
    }
    return {};
}

// What is alike in two messages of the server: names, ids and numbers replaced, quotes and case left out.
QString essence(const QString &message)
{
    static const QRegularExpression names(QStringLiteral("['\"`][^'\"`]*['\"`]|<[^>]*>|\\[\\w*\\]|\\d+|…"));
    QString text = message.toLower();
    text.replace(names, QStringLiteral("*"));
    return text.simplified();
}

int likeness(const QString &rule, const QString &message)
{
    if (rule.isEmpty())
        return 0;
    if (rule == message)
        return 100;
    static const QRegularExpression gaps(QStringLiteral("[*\\s,.:;()]+"));
    const QStringList wanted = rule.split(gaps, Qt::SkipEmptyParts);
    const QStringList given = message.split(gaps, Qt::SkipEmptyParts);
    if (wanted.isEmpty() || given.isEmpty())
        return 0;
    const auto same =
        std::count_if(wanted.begin(), wanted.end(), [&](const QString &word) { return given.contains(word); });
    return static_cast<int>(80 * same / wanted.size());
}

// The kind in `Invalid kind: "control"`; "" for other messages.
std::string maskedKind(const QString &message)
{
    static const QRegularExpression masked(QStringLiteral("invalid (?:kind|type):\\s*[\"“']?([\\w-]+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    return toUtf8(masked.match(message).captured(1));
}

QString ruleText(const RuleInfo &rule)
{
    QString text = u"\n### "_qs + rule.titleText() + u"\n\n`"_qs + QString::fromLatin1(rule.id) + u"`, "_qs +
                   severityWord(rule.severity) + u"\n\n"_qs + rule.explanationText() + u"\n"_qs;
    if (*rule.server)
        text +=
            u"\n"_qs +
            Texts::tr("Sigma says: %1").arg(u"`"_qs + QString::fromUtf8(rule.server).replace(u'`', u'\'') + u"`"_qs) +
            u"\n"_qs;
    return text;
}

QString chapterText(const RuleTopic &topic)
{
    QString text = u"## "_qs + QCoreApplication::translate("Rules", topic.name) + u"\n"_qs;
    for (const RuleInfo &rule : topic.rules)
        text += ruleText(rule);
    return text;
}

} // namespace

std::vector<RuleChapter> ruleChapters()
{
    std::vector<RuleChapter> chapters;
    for (const RuleTopic &topic : ruleTopics())
        chapters.push_back(
            {std::string(topic.rules.front().topic()), QCoreApplication::translate("Rules", topic.name)});
    return chapters;
}

std::string ruleChapterMarkdown(std::string_view name)
{
    for (const RuleTopic &topic : ruleTopics()) {
        if (topic.rules.front().topic() == name)
            return toUtf8(chapterText(topic));
    }
    return {};
}

std::string ruleReferenceMarkdown()
{
    QString text =
        u"# "_qs + Texts::tr("Rules") + u"\n\n"_qs +
        Texts::tr("What is checked before a workbook goes to Sigma. An error is what Sigma would reject; a warning is "
                  "accepted but "
                  "dropped, without effect or wrong; what only a person can do in Sigma is listed as a step.") +
        u"\n"_qs;
    for (const RuleTopic &topic : ruleTopics())
        text += u'\n' + chapterText(topic);
    return toUtf8(text);
}

namespace {

// How well each rule fits a message: 100 at best, 50 and more counts.
std::map<std::string, int> scoresOf(const QString &serverMessage, const ServerMessage *known)
{
    std::map<std::string, int> scores;
    const QString wanted = essence(serverMessage);
    for (const RuleInfo &rule : allRules()) {
        int score = known && isCause(*known, rule.id) ? 90 : 0;
        for (const QString &one : known ? QStringList() : QString::fromUtf8(rule.server).split(u", "_qs))
            score = std::max(score, likeness(essence(one), wanted));
        scores[rule.id] = score;
    }
    return scores;
}

bool isAtOrBelow(std::string_view path, std::string_view place)
{
    return path.starts_with(place) && (path.size() == place.size() || place.empty() || path[place.size()] == '/');
}

QString summaryOf(const ServerMessage *known, const std::string &kind, const std::map<std::string, int> &scores)
{
    if (known)
        return explanationOf(*known);
    if (!kind.empty())
        return Texts::tr(
                   "Sigma could not read an object of kind “%1”: a field inside it is missing, unknown or of the wrong "
                   "type. The message does not say which.")
            .arg(toQString(kind));
    const RuleInfo *best = nullptr;
    for (const RuleInfo &rule : allRules()) {
        const int score = scores.at(rule.id);
        if (score >= 50 && (!best || score > scores.at(best->id)))
            best = &rule;
    }
    return best ? best->explanationText() : QString();
}

} // namespace

Explanation explain(const QString &serverMessage, const Workbook &workbook, const QList<Diagnostic> &findings)
{
    const ServerMessage *known = findServerMessage(serverMessage);
    const std::string kind = known ? std::string() : maskedKind(serverMessage);
    const bool anyHost = kind == "button"; // raised for wrong effects wherever they stand
    const auto scores = scoresOf(serverMessage, known);
    const NamedPlace place = placeNamedIn(serverMessage);
    std::vector<std::pair<int, const Diagnostic *>> ranked;
    for (const Diagnostic &finding : findings) {
        int score = scores.at(finding.rule);
        const Object *element = finding.target.scope == Scope::Element ? workbook.element(finding.target.key) : nullptr;
        const bool ofKind = !kind.empty() && element && element->kind() == kind;
        if (!kind.empty())
            score = finding.severity != Severity::Error              ? 0
                    : ofKind                                         ? 90 + score / 10
                    : anyHost && finding.rule.starts_with("action.") ? 60
                                                                     : 0;
        else if (known && !isAtOrBelow(finding.target.path, known->place))
            score = 0;
        // Names in the message that the finding is about speak for it, and so does the place.
        if (score >= 50 && !finding.element.empty() &&
            serverMessage.contains(toQString(finding.element), Qt::CaseInsensitive))
            score += 50;
        if (score >= 50 && place.element >= 0 && workbook.elements.indexOf(finding.target.key) == place.element)
            score += 60;
        if (score >= 50 && !place.pointer.empty() && isAtOrBelow(finding.target.path, place.pointer))
            score += 30;
        if (score >= 50)
            ranked.emplace_back(score, &finding);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    Explanation explanation;
    explanation.summary = summaryOf(known, kind, scores);
    for (const auto &[score, finding] : ranked)
        explanation.causes.append(*finding);
    return explanation;
}

} // namespace tessera::model
