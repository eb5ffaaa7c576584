// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/help/help_pages.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include "model/base/text.h"
#include "model/checks/rule.h"
#include "model/checks/rule_reference.h"
#include "model/formula/function_reference.h"
#include "model/schema/element_reference.h"

namespace tessera::designer {

using model::Family;
using model::KindSpec;
using model::toQString;
using model::toUtf8;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::HelpPages)
};

// In the order of the contents.
const char *const guide[] = {"getting-started", "canvas",     "preview",  "inspector", "formulas",     "input-tables",
                             "actions",         "validation", "packages", "workspace", "command-line", "keyboard"};

QString titleOf(const QString &markdown)
{
    const QString first = markdown.section(u'\n', 0, 0);
    return first.startsWith(QStringLiteral("# ")) ? first.mid(2) : first;
}

QString pageOf(const KindSpec &kind)
{
    return QStringLiteral("%1/%2").arg(QString::fromLatin1(model::familyName(kind.family)), toQString(kind.name));
}

QString link(const QString &title, const QString &page)
{
    return QStringLiteral("[%1](%2)").arg(title, page);
}

std::optional<Family> familyNamed(const QString &name)
{
    for (const Family family : model::allFamilies()) {
        if (name == QLatin1String(model::familyName(family)))
            return family;
    }
    return std::nullopt;
}

} // namespace

std::optional<HelpPages::Page> HelpPages::page(const QString &name) const
{
    if (name == QStringLiteral("elements"))
        return elementsPage();
    if (name == QStringLiteral("rules"))
        return rulesPage();
    if (name == QStringLiteral("functions"))
        return functionsPage();
    const qsizetype slash = name.indexOf(u'/');
    if (slash < 0)
        return guidePage(name);
    const QString folder = name.left(slash), rest = name.mid(slash + 1);
    if (folder == QStringLiteral("rules")) {
        const QString text = toQString(model::ruleChapterMarkdown(toUtf8(rest)));
        return text.isEmpty() ? std::nullopt : std::optional(Page{titleOf(text.mid(1)), text});
    }
    if (folder == QStringLiteral("functions"))
        return functionGroupPage(rest);
    return folder == QStringLiteral("types") ? typePage(rest) : kindPage(folder, rest);
}

std::optional<HelpPages::Page> HelpPages::guidePage(const QString &name) const
{
    QFile file(QStringLiteral(":/help/%1.md").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression links(QStringLiteral("\\]\\(([\\w-]+)\\.md"));
    text.replace(links, QStringLiteral("](\\1"));
    if (name == QStringLiteral("index"))
        text += QStringLiteral("- %1\n- %2\n- %3\n")
                    .arg(link(Text::tr("Functions"), QStringLiteral("functions")),
                         link(Text::tr("Element reference"), QStringLiteral("elements")),
                         link(Text::tr("Rules"), QStringLiteral("rules")));
    return Page{titleOf(text), text};
}

std::optional<HelpPages::Page> HelpPages::kindPage(const QString &folder, const QString &name) const
{
    const auto family = familyNamed(folder);
    const KindSpec *kind = family ? m_catalogue.find(*family, toUtf8(name)) : nullptr;
    if (!kind)
        return std::nullopt;
    return Page{kind->label, linked(toQString(model::kindReferenceMarkdown(m_catalogue, *kind)))};
}

std::optional<HelpPages::Page> HelpPages::typePage(const QString &name) const
{
    const model::TypeSpec *type = m_catalogue.type(toUtf8(name));
    if (!type || !model::hasReferenceText(*type))
        return std::nullopt;
    return Page{name, linked(toQString(model::typeReferenceMarkdown(*type)))};
}

HelpPages::Page HelpPages::elementsPage() const
{
    const QString title = Text::tr("Element reference");
    QString text =
        QStringLiteral("# %1\n\n%2\n")
            .arg(title,
                 Text::tr("Everything a workbook can hold, as this program knows it. **!** marks what must be there."));
    for (const Family family : model::allFamilies()) {
        text += QStringLiteral("\n## %1\n\n").arg(model::familyTitle(family));
        for (const KindSpec &kind : m_catalogue.all(family))
            text += QStringLiteral("- %1: %2\n").arg(link(kind.label, pageOf(kind)), kind.help);
    }
    return {title, text};
}

HelpPages::Page HelpPages::rulesPage() const
{
    const QString title = Text::tr("Rules");
    QString text =
        QStringLiteral("# %1\n\n%2\n")
            .arg(title,
                 Text::tr(
                     "What is checked before a workbook goes to Sigma. An error is what Sigma would reject; a warning "
                     "is "
                     "accepted but dropped, without effect or wrong; what only a person can do in Sigma is listed as a "
                     "step."));
    for (const model::RuleChapter &chapter : model::ruleChapters()) {
        const QString page = QStringLiteral("rules/") + toQString(chapter.topic);
        text += QStringLiteral("\n## %1\n\n").arg(link(chapter.title, page));
        for (const model::RuleInfo &rule : model::allRules()) {
            if (rule.topic() == chapter.topic)
                text +=
                    QStringLiteral("- %1\n").arg(link(rule.titleText(), page + u'#' + QString::fromLatin1(rule.id)));
        }
    }
    return {title, text};
}

HelpPages::Page HelpPages::functionsPage() const
{
    using namespace model::formula;
    const QString title = Text::tr("Functions");
    QString text =
        QStringLiteral("# %1\n\n%2\n")
            .arg(title, Text::tr("What formulas can compute with. F1 in a formula opens the function at the caret."));
    for (const std::string &group : functionGroups()) {
        const QString page = QStringLiteral("functions/") + toQString(group).toLower();
        text += QStringLiteral("\n## %1\n\n").arg(link(toQString(group), page));
        QStringList names;
        for (const Function &function : FunctionCatalogue::shipped().all()) {
            if (function.group == group)
                names << link(toQString(function.name), page + u'#' + toQString(function.name));
        }
        text += names.join(QStringLiteral(" · ")) + u'\n';
    }
    return {title, text};
}

std::optional<HelpPages::Page> HelpPages::functionGroupPage(const QString &name) const
{
    for (const std::string &group : model::formula::functionGroups()) {
        if (toQString(group).toLower() == name)
            return Page{toQString(group), toQString(model::formula::functionGroupMarkdown(group))};
    }
    return std::nullopt;
}

// Names of shared types lead to their pages.
QString HelpPages::linked(QString markdown) const
{
    static const QRegularExpression names(QStringLiteral("\\*(\\w+)\\*"));
    qsizetype from = 0;
    for (;;) {
        const QRegularExpressionMatch match = names.match(markdown, from);
        if (!match.hasMatch())
            return markdown;
        const QString name = match.captured(1);
        const model::TypeSpec *type = m_catalogue.type(toUtf8(name));
        const QString text =
            type && model::hasReferenceText(*type) ? link(name, QStringLiteral("types/") + name) : match.captured();
        markdown.replace(match.capturedStart(), match.capturedLength(), text);
        from = match.capturedStart() + text.size();
    }
}

QList<HelpPages::Entry> HelpPages::entries() const
{
    QList<Entry> list;
    for (const char *name : guide) {
        const QString page = QString::fromLatin1(name);
        if (const auto found = guidePage(page))
            list.append({Text::tr("Guide"), found->title, page, {}, {}});
    }
    for (const model::formula::Function &function : model::formula::FunctionCatalogue::shipped().all())
        list.append({Text::tr("Functions"), toQString(function.name),
                     QStringLiteral("functions/") + toQString(function.group).toLower(), toQString(function.name),
                     toQString(function.group)});
    for (const Family family : model::allFamilies()) {
        for (const KindSpec &kind : m_catalogue.all(family))
            list.append({model::familyTitle(family),
                         kind.label,
                         pageOf(kind),
                         {},
                         toQString(kind.name) + u' ' + kind.keywords});
    }
    for (const model::RuleInfo &rule : model::allRules()) {
        const QString id = QString::fromLatin1(rule.id);
        list.append({Text::tr("Rules"), rule.titleText(), QStringLiteral("rules/") + id.section(u'.', 0, 0), id,
                     id + u' ' + QString::fromUtf8(rule.server)});
    }
    return list;
}

} // namespace tessera::designer
