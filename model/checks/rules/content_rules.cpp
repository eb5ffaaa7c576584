// SPDX-License-Identifier: GPL-3.0-or-later
// Texts, colours, styles and pictures, and what the network in front of Sigma stops.
// Source: Sigma's text grammar, common element parts, quirks of the service.
#include <optional>

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include "model/checks/rules/rule_support.h"

namespace tessera::model {

namespace {

// The same words in Markdown, or without the tag; none for a tag that may hold something other than words.
std::optional<QString> withoutTag(const QString &body, const QString &name)
{
    static const QHash<QString, QString> marks = {
        {u"b"_qs, u"**"_qs},   {u"strong"_qs, u"**"_qs}, {u"i"_qs, u"*"_qs}, {u"em"_qs, u"*"_qs}, {u"s"_qs, u"~~"_qs},
        {u"del"_qs, u"~~"_qs}, {u"div"_qs, {}},          {u"center"_qs, {}}, {u"font"_qs, {}},    {u"section"_qs, {}}};
    const auto mark = marks.constFind(name);
    if (mark == marks.cend())
        return std::nullopt;
    const QRegularExpression both(QStringLiteral("<\\s*/?%1(?![a-z0-9])[^<>]*>").arg(name),
                                  QRegularExpression::CaseInsensitiveOption);
    QString words = body;
    return words.replace(both, *mark);
}

// One part of a style, such as “color: #112233”, that Sigma does not read; "" when all are fine.
QString badStyle(const QString &tag, const QString &attributes)
{
    static const QRegularExpression style(QStringLiteral("style\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"));
    static const QStringList known = {u"color"_qs, u"background-color"_qs, u"font-size"_qs, u"font-family"_qs};
    const auto match = style.match(attributes);
    for (const QString &part : (match.captured(1) + match.captured(2)).split(u';', Qt::SkipEmptyParts)) {
        const QString property = part.section(u':', 0, 0).trimmed().toLower();
        const QString value = part.section(u':', 1).trimmed();
        if (value.contains(u"var("))
            return part.trimmed();
        if (tag != u"span")
            continue;
        const bool color = property.endsWith(u"color");
        if (!known.contains(property) || (color && !isHexColor(toUtf8(value))) ||
            (property == u"font-family" && value.contains(u',')))
            return part.trimmed();
    }
    return {};
}

// In templates < compares numbers.
QString withoutTemplates(QString body)
{
    static const QRegularExpression form(QStringLiteral("\\{\\{.*?\\}\\}"),
                                         QRegularExpression::DotMatchesEverythingOption);
    return body.remove(form);
}

void checkHtml(CheckContext &context, const QString &body, const QString &label)
{
    // Addresses in angles (<https://…>, <me@example.com>) are no tags.
    static const QRegularExpression tag(
        QStringLiteral("<(/?)([a-zA-Z][a-zA-Z0-9]*)(?![a-zA-Z0-9:]|[^<>\\s]*@)([^<>]*)>"));
    static const QStringList allowed = {u"u"_qs, u"sub"_qs, u"sup"_qs, u"a"_qs, u"span"_qs, u"p"_qs, u"br"_qs};
    const QString words = withoutTemplates(body);
    auto tags = tag.globalMatch(words);
    while (tags.hasNext()) {
        const auto match = tags.next();
        const QString name = match.captured(2).toLower();
        if (!allowed.contains(name)) {
            Diagnostic &finding =
                context.report("content.html-tag", "/body",
                               RuleText::tr("%1: the tag <%2> is not accepted in texts.").arg(label, name),
                               RuleText::tr("Use Markdown; of HTML only u, sub, sup, a, span and p are read."));
            if (const auto markdown = withoutTag(body, name))
                finding.fix = setFix(RuleText::tr("Write it in Markdown"), context, "/body", toUtf8(*markdown));
            return;
        }
        const QString bad = match.captured(1).isEmpty() ? badStyle(name, match.captured(3)) : QString();
        if (!bad.isEmpty()) {
            context.report(
                "content.span-style", "/body", RuleText::tr("%1: “%2” is not accepted in a style.").arg(label, bad),
                RuleText::tr("Only color and background-color (hex), font-size and font-family (one family) are "
                             "read, and no variables of CSS."));
            return;
        }
    }
}

// Whether Sigma finds a reason for <p>: a size, or an alignment other than left.
bool hasReason(const QString &attributes)
{
    static const QRegularExpression size(QStringLiteral("class\\s*=\\s*\"[^\"]*\\bp-(?:large|small)\\b"));
    static const QRegularExpression alignment(QStringLiteral("text-align:\\s*(?:center|right)"));
    return size.match(attributes).hasMatch() || alignment.match(attributes).hasMatch();
}

void checkParagraphs(CheckContext &context, const QString &body, const QString &label)
{
    static const QRegularExpression paragraph(QStringLiteral("<p((?:\\s[^<>]*)?)>(.*?)</p>"),
                                              QRegularExpression::DotMatchesEverythingOption);
    QString plain;
    qsizetype from = 0;
    auto matches = paragraph.globalMatch(body);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (hasReason(match.captured(1)))
            continue;
        plain += body.mid(from, match.capturedStart() - from) + match.captured(2);
        from = match.capturedEnd();
    }
    if (from > 0)
        context
            .report("content.paragraph-class", "/body",
                    RuleText::tr("%1 has a <p> without a size and without an alignment.").arg(label),
                    RuleText::tr(
                        "Ordinary paragraphs are written without <p>; headings in <p> are centered or at the right."))
            .fix = setFix(RuleText::tr("Write it without <p>"), context, "/body", toUtf8(plain + body.mid(from)));
}

// Markdown that Sigma's text element does not list among what it reads.
void checkMarkdown(CheckContext &context, const QString &body, const QString &label)
{
    static const std::pair<QRegularExpression, const char *> forms[] = {
        {QRegularExpression(QStringLiteral("^\\s*\\|?[ :]*-{2,}[ :]*\\|"), QRegularExpression::MultilineOption),
         QT_TRANSLATE_NOOP("RuleText", "a table")},
        {QRegularExpression(QStringLiteral("^ {0,3}>"), QRegularExpression::MultilineOption),
         QT_TRANSLATE_NOOP("RuleText", "a quotation")},
        {QRegularExpression(QStringLiteral("^ {0,3}(?:```|~~~)"), QRegularExpression::MultilineOption),
         QT_TRANSLATE_NOOP("RuleText", "a block of code")},
        {QRegularExpression(QStringLiteral("!\\[[^\\]]*\\]\\(")), QT_TRANSLATE_NOOP("RuleText", "a picture")},
        {QRegularExpression(QStringLiteral("\\n[ \\t]*\\n {0,3}(?:-{3,}|\\*{3,}|_{3,})[ \\t]*(?:\\n|$)")),
         QT_TRANSLATE_NOOP("RuleText", "a rule")},
    };
    const QString words = withoutTemplates(body);
    for (const auto &[pattern, what] : forms) {
        if (!pattern.match(words).hasMatch())
            continue;
        context.report(
            "content.markdown", "/body",
            RuleText::tr("%1 has %2, which texts of Sigma are not known to show.").arg(label, RuleText::tr(what)),
            RuleText::tr("Known are paragraphs, bold, italic, strikethrough, lists, links and headings. Tables, "
                         "pictures and lines are elements of their own."));
        return;
    }
}

void checkText(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const QString body = toQString(textAt(element.body(), "body"));
    const QString label = labelOf(facts);
    static const QRegularExpression deep(QStringLiteral("^ {0,3}#{4,6}[ \\t]"), QRegularExpression::MultilineOption);
    if (deep.match(body).hasMatch()) {
        QString shallow = body;
        static const QRegularExpression hashes(QStringLiteral("^( {0,3})#{4,6}(?=[ \\t])"),
                                               QRegularExpression::MultilineOption);
        shallow.replace(hashes, QStringLiteral("\\1###"));
        context
            .report("content.heading-depth", "/body",
                    RuleText::tr("%1 has a heading below the third level.").arg(label),
                    RuleText::tr("Headings go from # to ###."))
            .fix = setFix(RuleText::tr("Make it a third-level heading"), context, "/body", toUtf8(shallow));
    }
    checkHtml(context, body, label);
    checkParagraphs(context, body, label);
    checkMarkdown(context, body, label);
}

void checkStyle(CheckContext &context, const Json &body, const QString &label)
{
    const Json &style = child(body, "style");
    const bool border = has(style, "borderColor") || has(style, "borderWidth");
    if (textAt(style, "padding") == "none" && border)
        context
            .report("content.padding-border", "/style/padding",
                    RuleText::tr("%1: a border needs the default padding.").arg(label))
            .fix = removeFix(RuleText::tr("Use the default padding"), context, "/style/padding");
    for (const char *key : {"name", "description"}) {
        const Json &title = child(body, key);
        if (textAt(title, "visibility") == "hidden" && title.is_object() && title.size() > 1)
            context
                .report("content.hidden-title", std::string("/") + key,
                        RuleText::tr("%1: what is hidden cannot have content too.").arg(label),
                        RuleText::tr(
                            "Keep the words if formulas use the name; hide the title with a single blank instead."))
                .fix = setFix(RuleText::tr("Keep only “hidden”"), context, std::string("/") + key,
                              Json{{"visibility", "hidden"}});
    }
    if (child(body, "description").is_string())
        context
            .report("content.description", "/description",
                    RuleText::tr("%1: the description is a plain text.").arg(label),
                    RuleText::tr("Sigma takes {text: …}."))
            .fix = setFix(RuleText::tr("Wrap it"), context, "/description", Json{{"text", child(body, "description")}});
    if (has(style, "backgroundImage"))
        context
            .report("content.background-in-style", "/style/backgroundImage",
                    RuleText::tr("%1: Sigma forgets a background image inside the style.").arg(label),
                    RuleText::tr("It belongs beside the style."))
            .fix =
            moveKeyFix(RuleText::tr("Move it out of the style"), context, "/style/backgroundImage", "/backgroundImage");
}

void reportRgb(CheckContext &context, std::string_view text, const std::string &path, const QString &label)
{
    Diagnostic &finding =
        context.report("content.rgb", path, RuleText::tr("%1: a color is written as rgb(…).").arg(label),
                       RuleText::tr("The network in front of Sigma refuses the whole request. Write it as #rrggbb."));
    static const QRegularExpression whole(
        QStringLiteral("^\\s*rgba?\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)\\s*$"));
    const auto match = whole.match(toQString(text));
    QString hex = QStringLiteral("#");
    for (int i = 1; i <= 3; ++i) {
        const int part = match.captured(i).toInt();
        if (!match.hasMatch() || part > 255)
            return;
        hex += QStringLiteral("%1").arg(part, 2, 16, QLatin1Char('0'));
    }
    finding.fix = setFix(RuleText::tr("Write it as %1").arg(hex), context, path, toUtf8(hex));
}

// Values anywhere in a body that the network stops or Sigma drops.
void checkValues(CheckContext &context, const Json &value, const std::string &path, const QString &label, int depth = 0)
{
    if (depth > 60)
        return;
    if (value.is_object()) {
        for (const auto &[key, part] : value.items()) {
            if (key != "formula" && key != "statement" && key != "instructions")
                checkValues(context, part, joinPointer(path, key), label, depth + 1);
        }
        return;
    }
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            checkValues(context, value[i], joinPointer(path, i), label, depth + 1);
        return;
    }
    const std::string_view text = textOf(value);
    if (text.size() < 5)
        return;
    if (text.find("rgb(") != std::string_view::npos || text.find("rgba(") != std::string_view::npos)
        reportRgb(context, text, path, label);
    else if (text.find("gradient(") != std::string_view::npos)
        context
            .report("content.gradient", path, RuleText::tr("%1: Sigma forgets gradients.").arg(label),
                    RuleText::tr("Use a hosted picture as background."))
            .fix = removeFix(RuleText::tr("Remove it"), context, path);
    else if (text.starts_with("data:image/svg"))
        context.report(
            "content.svg-data", path, RuleText::tr("%1: a picture stands in the file as SVG data.").arg(label),
            RuleText::tr(
                "The network in front of Sigma refuses the whole request. Use the address of a hosted picture."));
}

void checkDivider(CheckContext &context, const Json &body, const QString &label)
{
    const std::string_view align = textAt(body, "align");
    const bool vertical = textAt(body, "direction") == "vertical";
    const char *fitting = isOneOf(align, {vertical ? "top" : "left"})       ? (vertical ? "left" : "top")
                          : isOneOf(align, {vertical ? "bottom" : "right"}) ? (vertical ? "right" : "bottom")
                                                                            : nullptr;
    if (fitting)
        context
            .report("content.divider-align", "/align",
                    RuleText::tr("%1: %2 is not for a line in this direction.").arg(label, inQuotes(align)),
                    RuleText::tr(
                        "A horizontal line stands at the top, center or bottom, a vertical one left, center or right."))
            .fix = setFix(RuleText::tr("Change it to %1").arg(inQuotes(fitting)), context, "/align", fitting);
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    checkStyle(context, element.body(), label);
    checkValues(context, element.body(), {}, label);
    if (facts.kind == "text")
        checkText(context, element, facts);
    if (facts.kind == "image" && !has(element.body(), "url") && !has(element.body(), "source"))
        context.report("content.image-address", "", RuleText::tr("%1 has no picture.").arg(label),
                       RuleText::tr("Give it an address, or a source of kind url."));
    if (facts.kind == "navigation") {
        QSet<std::string> pages;
        eachItem(element.body(), "pageLabels", "", [&](const Json &entry, const std::string &path) {
            const std::string page = stringMember(entry, "pageId");
            if (page.empty() || !pages.contains(page)) {
                pages.insert(page);
                return;
            }
            context
                .report("content.page-label-twice", path + "/pageId",
                        RuleText::tr("%1 labels the page %2 twice.").arg(label, inQuotes(page)))
                .fix = removeFix(RuleText::tr("Remove the second label"), context, path);
        });
    }
    if (facts.kind == "divider")
        checkDivider(context, element.body(), label);
    if (facts.kind == "page-break") {
        for (const auto &[key, part] : element.body().items()) {
            if (key != "id" && key != "kind")
                context
                    .report("content.page-break-field", joinPointer("", key),
                            RuleText::tr("%1 takes no settings.").arg(label))
                    .fix = removeFix(RuleText::tr("Remove %1").arg(inQuotes(key)), context, joinPointer("", key));
        }
    }
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    checkValues(context, block.body(), {}, labelOf(block, scope));
}

std::vector<RuleInfo> rows()
{
    return {
        {"content.heading-depth", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Heading too deep"),
         QT_TRANSLATE_NOOP("Rules", "Texts have headings of three levels; deeper ones are rejected."),
         "Invalid kind: \"text\""},
        {"content.html-tag", Severity::Error, QT_TRANSLATE_NOOP("Rules", "HTML in a text"),
         QT_TRANSLATE_NOOP("Rules", "Texts are Markdown with a few HTML tags; others are rejected."),
         "Invalid kind: \"text\""},
        {"content.divider-align", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Place of a line"),
         QT_TRANSLATE_NOOP("Rules", "A horizontal divider is placed up or down, a vertical one left or right."),
         "Invalid kind: \"divider\""},
        {"content.span-style", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Style of a span"),
         QT_TRANSLATE_NOOP("Rules",
                           "The style of a span may set color, background, size and one font family; colors are hex."),
         "Invalid kind: \"text\""},
        {"content.markdown", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Markdown beyond what is known"),
         QT_TRANSLATE_NOOP("Rules", "Texts read a part of Markdown; tables, quotations, code, pictures and rules are "
                                    "not in it and may stand there as typed.")},
        {"content.paragraph-class", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Paragraph without a reason"),
         QT_TRANSLATE_NOOP("Rules", "A <p> carries a block style together with a centered or right alignment."),
         "<p> carries no non-default block style or alignment"},
        {"content.padding-border", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Border without padding"),
         QT_TRANSLATE_NOOP("Rules", "Borders need the default padding."), "border fields require default padding"},
        {"content.hidden-title", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Hidden title with content"),
         QT_TRANSLATE_NOOP("Rules", "A title is either hidden or has content."),
         "cannot mix visibility: 'hidden' with title content"},
        {"content.description", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Plain description"),
         QT_TRANSLATE_NOOP("Rules", "A description is a map with a text, not a text."), "Invalid object: string"},
        {"content.background-in-style", Severity::Warning,
         QT_TRANSLATE_NOOP("Rules", "Background image inside the style"),
         QT_TRANSLATE_NOOP("Rules", "A background image stands beside the style; inside it is forgotten.")},
        {"content.rgb", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "rgb() color"),
         QT_TRANSLATE_NOOP("Rules", "Requests with rgb(…) are stopped before they reach Sigma."),
         "403 with an HTML page"},
        {"content.gradient", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Gradient"),
         QT_TRANSLATE_NOOP("Rules", "Gradients are accepted and dropped; nothing is drawn.")},
        {"content.svg-data", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "SVG picture in the file"),
         QT_TRANSLATE_NOOP("Rules", "Requests with SVG data are stopped before they reach Sigma."),
         "403 with an HTML page"},
        {"content.image-address", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Image without a picture"),
         QT_TRANSLATE_NOOP("Rules", "An image has an address or a source."), "Invalid kind: \"image\""},
        {"content.page-label-twice", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Two labels for one page"),
         QT_TRANSLATE_NOOP("Rules", "A navigation labels each page once; pages without a label show their name."),
         "Invalid kind: \"navigation\""},
        {"content.page-break-field", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Page break with settings"),
         QT_TRANSLATE_NOOP("Rules", "A page break has an id and a kind and nothing else."),
         "Invalid kind: \"page-break\""},
    };
}

} // namespace

RuleTopic contentTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Texts and styles"), rows(), {}, checkElement, checkBlock, {}};
}

} // namespace tessera::model
