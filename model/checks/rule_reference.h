// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QList>
#include <QString>

#include "model/checks/diagnostic.h"

namespace tessera::model {

// The rule reference as Markdown, topic by topic: for the help and `tessera rules`.
std::string ruleReferenceMarkdown();

// Its chapters: the topic in rule ids ("layout"), the heading, and the text of one.
struct RuleChapter
{
    std::string topic;
    QString title;
};
std::vector<RuleChapter> ruleChapters();
std::string ruleChapterMarkdown(std::string_view topic); // "" for an unknown topic

// What may stand behind a message of Sigma's server in this workbook: findings first whose rules are known to cause it,
// then, for masked messages such as `Invalid kind: "control"`, every error at objects of that kind. Empty when nothing
// here explains it.
struct Explanation
{
    QString summary;          // what such a message means in general, "" when the message is not known
    QList<Diagnostic> causes; // likeliest first
};
Explanation explain(const QString &serverMessage, const Workbook &workbook, const QList<Diagnostic> &findings);

} // namespace tessera::model
