// SPDX-License-Identifier: GPL-3.0-or-later
// Agents, theme, panels and what an organisation must have switched on.
// Source: Sigma's agents, theme and panels; product limits.
#include <set>

#include <QRegularExpression>

#include "model/checks/rules/rule_support.h"
#include "model/formula/lexer.h"
#include "model/formula/template_scanner.h"

namespace tessera::model {

namespace {

// A feature that not every organisation has: a step while nobody told, nothing where it is there, an error where it is
// not.
void checkGate(CheckContext &context, const char *feature, const std::string &path, const QString &what,
               const QString &answer)
{
    const auto present = context.profile().has(feature);
    if (!present)
        context.report("document.gate", path, RuleText::tr("%1 must be enabled for your organisation.").arg(what),
                       RuleText::tr("Otherwise Sigma answers: %1").arg(answer));
    else if (!*present)
        context.report("document.gate-off", path, RuleText::tr("%1: your organisation does not have this.").arg(what),
                       RuleText::tr("Sigma answers: %1").arg(answer));
}

void checkAgent(CheckContext &context, const Json &agent, const std::string &path)
{
    const QString label = RuleText::tr("Agent %1").arg(inQuotes(stringMember(agent, "id")));
    std::set<std::string> sources;
    std::set<std::string> tools;
    eachItem(agent, "dataSources", path, [&](const Json &source, const std::string &at) {
        const std::string id = stringMember(source, "elementId");
        sources.insert(id);
        const FactsPtr read = id.empty() ? nullptr : context.byId(id);
        if (read && isOneOf(read->kind, {"text", "image", "divider", "embed", "button", "control", "container",
                                         "tabbed-container", "page-break", "navigation", "chat"}))
            context
                .report("document.agent-source", at + "/elementId",
                        RuleText::tr("%1 reads %2, which has no data.").arg(label, labelOf(*read)))
                .fix = removeFix(RuleText::tr("Remove this source"), context, at);
        if (id.empty() || read)
            return;
        Diagnostic &finding =
            context.report("document.agent-source", at + "/elementId",
                           RuleText::tr("%1 reads %2, which does not exist.").arg(label, inQuotes(id)));
        const auto named = context.byName(foldName(id));
        if (named.size() == 1 && !named.front()->id.empty())
            finding.fix = setFix(RuleText::tr("Use the id %1").arg(inQuotes(named.front()->id)), context,
                                 at + "/elementId", named.front()->id);
        else
            finding.fix = removeFix(RuleText::tr("Remove this source"), context, at);
    });
    eachItem(agent, "tools", path, [&](const Json &tool, const std::string &at) {
        tools.insert(stringMember(tool, "toolId"));
        if (textAt(tool, "kind") == "mcp-connector")
            checkGate(context, "mcp-connector", at, RuleText::tr("%1: tools of a connector").arg(label),
                      QStringLiteral("invocable inodes are not supported by this host: '%1'")
                          .arg(toQString(stringMember(tool, "connectorId"))));
    });
    const std::string_view text = textAt(agent, "instructions");
    for (const AgentMention &mention : scanMentions(text)) {
        const std::string id(mention.id.in(text));
        const bool source = mention.kind == MentionKind::DataSource;
        if (!(source ? sources : tools).contains(id))
            context.report(
                "document.agent-mention", path + "/instructions",
                source ? RuleText::tr("%1: the instructions name a data source %2 that the agent does not have.")
                             .arg(label, inQuotes(id))
                       : RuleText::tr("%1: the instructions name a tool %2 that the agent does not have.")
                             .arg(label, inQuotes(id)),
                RuleText::tr("Add it to the agent, or correct the id."));
    }
    if (child(agent, "greeting").is_string())
        context
            .report("document.agent-greeting", path + "/greeting",
                    RuleText::tr("%1: the greeting is a plain text.").arg(label))
            .fix = setFix(RuleText::tr("Make it a static greeting"), context, path + "/greeting",
                          Json{{"mode", "static"}, {"message", child(agent, "greeting")}});
}

void checkThemeName(CheckContext &context, const Json &value)
{
    const std::string name = stringOf(value);
    static const QRegularExpression uuid(QStringLiteral("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"));
    if (!value.is_string() || isOneOf(name, {"Light", "Dark", "Surface"}))
        return;
    const std::string path = "/settings/theme/name";
    if (uuid.match(toQString(name)).hasMatch()) {
        context.report("document.theme-id", path,
                       RuleText::tr("The theme %1 must exist in your organisation.").arg(inQuotes(name)),
                       RuleText::tr("Sigma does not check it. Ids of themes are found in workbooks that use them."));
        return;
    }
    Diagnostic &finding =
        context.report("document.theme-name", path, RuleText::tr("There is no theme %1.").arg(inQuotes(name)),
                       RuleText::tr("Light, Dark, Surface, or the id of a theme of the organisation."));
    const std::string near = foldName(name) == "dark" ? "Dark" : foldName(name) == "surface" ? "Surface" : "Light";
    finding.fix = setFix(RuleText::tr("Use %1").arg(inQuotes(near)), context, path, near);
}

void checkTheme(CheckContext &context, const Json &contents)
{
    const Json &overrides = child(child(child(contents, "settings"), "theme"), "overrides");
    const std::string path = "/settings/theme/overrides";
    checkThemeName(context, child(child(child(contents, "settings"), "theme"), "name"));
    if (has(overrides, "maxPageWidth") && textAt(overrides, "pageWidth") != "custom")
        context
            .report("document.page-width", path + "/maxPageWidth",
                    RuleText::tr("The theme sets a greatest page width, but no custom width."),
                    RuleText::tr("It works only with the page width “custom”."))
            .fix = setFix(RuleText::tr("Set the page width to “custom”"), context, path + "/pageWidth", "custom");
    std::set<std::string> names;
    eachItem(overrides, "colorOverrides", path, [&](const Json &entry, const std::string &at) {
        const std::string name = stringMember(entry, "name");
        if (!name.empty() && !names.insert(name).second)
            context
                .report("document.theme-color-twice", at + "/name",
                        RuleText::tr("The theme sets the color %1 twice.").arg(inQuotes(name)))
                .fix = removeFix(RuleText::tr("Remove the second"), context, at);
    });
    for (const char *key : {"themeName", "themeOverrides"}) {
        if (has(contents, key))
            context
                .report("document.theme-place", std::string("/") + key,
                        RuleText::tr("The theme stands at its old place and is lost."),
                        RuleText::tr("It belongs in settings, theme."))
                .fix = changesFix(RuleText::tr("Move it into the settings"), [key = std::string(key)](
                                                                                 const Workbook &workbook) {
                const Json *value = member(workbook.contents, key);
                const std::string to = key == "themeName" ? "/settings/theme/name" : "/settings/theme/overrides";
                if (!value || at(workbook.contents, to))
                    return std::vector<Change>();
                auto changes = std::vector<Change>{SetProperty{
                    Scope::Contents, {}, "/" + key, *value, std::nullopt, positionOf(workbook.contents, "/" + key)}};
                const Json *settings = member(workbook.contents, "settings");
                Json after = settings && settings->is_object() ? *settings : Json::object();
                Json &theme = after["theme"];
                if (!theme.is_object())
                    theme = Json::object();
                theme[key == "themeName" ? "name" : "overrides"] = *value;
                changes.push_back(SetProperty{
                    Scope::Contents, {}, "/settings", settings ? std::optional<Json>(*settings) : std::nullopt, after});
                return changes;
            });
    }
}

void checkGates(CheckContext &context, const Json &contents)
{
    if (has(child(contents, "settings"), "navigation"))
        checkGate(context, "navigation", "/settings/navigation", RuleText::tr("Navigation settings"),
                  QStringLiteral("workbook navigation settings are not enabled for this workspace."));
    if (items(contents, "agents").empty())
        return;
    const auto agents = context.profile().has("agents");
    if (!agents)
        context.report("document.gate", "/agents", RuleText::tr("Agents must be enabled for your organisation."),
                       RuleText::tr("Sigma does not say so when they are not; chats stay silent."));
    else if (!*agents)
        context.report("document.gate-off", "/agents", RuleText::tr("Agents: your organisation does not have this."),
                       RuleText::tr("Sigma does not say so; chats stay silent."));
}

void checkWorkbook(CheckContext &context, const Json &, const Json &contents, const Json &)
{
    eachItem(contents, "agents", "",
             [&](const Json &agent, const std::string &path) { checkAgent(context, agent, path); });
    checkTheme(context, contents);
    if (context.isHeavy())
        context.report("document.size", "", RuleText::tr("The workbook is larger than 150 KB."),
                       RuleText::tr("The network in front of Sigma may refuse the request. Host pictures elsewhere, "
                                    "and split what is independent."));
    checkGates(context, contents);
}

void checkPanel(CheckContext &context, const Object &panel)
{
    const QString label = labelOf(panel, Scope::Panel);
    const bool header = panel.kind() == "header";
    const char *key = header ? "pageHeader" : "pageSidebar";
    const Json &navigation = child(child(context.contents(), "settings"), "navigation");
    if ((header || panel.kind() == "sidebar") && textAt(navigation, key) != "enabled")
        context
            .report("document.panel-switch", "",
                    RuleText::tr("%1 is not switched on and will not be shown.").arg(label),
                    RuleText::tr("Set %1 to “enabled” in the navigation settings.").arg(inQuotes(key)))
            .fix = changesFix(RuleText::tr("Switch it on"), [key](const Workbook &workbook) {
            const Json *settings = member(workbook.contents, "settings");
            Json after = settings && settings->is_object() ? *settings : Json::object();
            Json &switches = after["navigation"];
            if (!switches.is_object())
                switches = Json::object();
            switches[key] = "enabled";
            return std::vector<Change>{SetProperty{
                Scope::Contents, {}, "/settings", settings ? std::optional<Json>(*settings) : std::nullopt, after}};
        });
    const Json &config = child(panel.body(), "config");
    if (textAt(config, "borderStyle") == "shadow" && textAt(config, "scroll") == "none")
        context
            .report("document.panel-shadow", "/config/borderStyle",
                    RuleText::tr("%1: a shadow needs a header that stays in place.").arg(label))
            .fix = setFix(RuleText::tr("Draw a line instead"), context, "/config/borderStyle", "line");
    checkGate(context, "panels", "", label,
              RuleText::tr("“%1”, or “%2”: then put what it holds on each page.")
                  .arg(QStringLiteral("panels: page headers and page sidebars are not enabled for this workspace"),
                       QStringLiteral("Layout parent not found in getLayoutParentByLayoutIdOrFail")));
}

// Whom a file names is known to the organisation only.
void checkAudience(CheckContext &context, const Json &holder, const std::string &path, const QString &label)
{
    const Json &who = child(holder, "assignments");
    const bool lists = !items(who, "users").empty() || !items(who, "teams").empty();
    if (!lists && !(who.is_array() && !who.empty()))
        return;
    context.report(
        "document.audience", path,
        RuleText::tr("%1: check that the people, teams and attributes it names exist in your organisation.").arg(label),
        RuleText::tr("They are named by id, which differs between organisations; nobody else would see what is "
                     "restricted to them."));
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    if (scope == Scope::Panel)
        checkPanel(context, block);
    checkAudience(context, child(block.body(), "visibility"), "/visibility", labelOf(block, scope));
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    eachItem(element.body(), "columnSecurities", "", [&](const Json &security, const std::string &path) {
        checkAudience(context, child(security, "criteria"), path + "/criteria", labelOf(facts));
    });
    if (facts.kind == "input-table" && !items(element.body(), "columnSecurities").empty())
        context.report("document.column-protection", "/columnSecurities",
                       RuleText::tr("%1: protect its columns in Sigma.").arg(labelOf(facts)),
                       RuleText::tr("Column menu → column protection. Only tables carry security of columns in code."));
    if (textAt(child(element.body(), "source"), "kind") == "code-output")
        checkGate(context, "code-output", "/source", RuleText::tr("%1: outputs of Python elements").arg(labelOf(facts)),
                  QStringLiteral("`code-output` sources are not enabled for this workspace"));
    const bool gated = isOneOf(facts.kind, {"form", "code"});
    if (gated || (!facts.kind.empty() && context.profile().has(facts.kind) == std::optional(false)))
        checkGate(context, facts.kind.c_str(), "", labelOf(facts),
                  facts.kind == "input-table"
                      ? QStringLiteral("Invalid kind: \"input-table\"")
                      : QStringLiteral("`%1` elements are not enabled for this workspace").arg(toQString(facts.kind)));
    if (facts.kind == "box-chart")
        context.report(
            "document.changed-kind", "/kind",
            RuleText::tr("%1: Sigma refused box plots early in August 2026 and takes them since the end of it.")
                .arg(labelOf(facts)),
            RuleText::tr("Where it is refused all the same, a table of quartiles says as much."));
    if (facts.kind == "plugin")
        context.report(
            "document.plugin-id", "/pluginId",
            RuleText::tr("%1: check that the plugin is registered in your organisation.").arg(labelOf(facts)),
            RuleText::tr("Sigma does not look; an unknown plugin shows as missing."));
}

std::vector<RuleInfo> rows()
{
    return {
        {"document.agent-source", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Data source of an agent"),
         QT_TRANSLATE_NOOP("Rules", "Agents read elements of this workbook."), "references unknown element"},
        {"document.agent-mention", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Mention in an agent's instructions"),
         QT_TRANSLATE_NOOP("Rules", "What @dataSource and @tool name must be configured on the agent."),
         "referenced data source … is not configured for this agent"},
        {"document.agent-greeting", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Greeting of an agent"),
         QT_TRANSLATE_NOOP("Rules", "A greeting says its mode, static or generated, and its words.")},
        {"document.theme-color-twice", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Theme color set twice"),
         QT_TRANSLATE_NOOP("Rules", "Names in the list of theme colors are unique."), "Invalid ColorOverrides: object"},
        {"document.theme-place", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Theme at its old place"),
         QT_TRANSLATE_NOOP("Rules", "Older files carry the theme beside the pages, where it is lost without a word.")},
        {"document.panel-switch", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Panel that is switched off"),
         QT_TRANSLATE_NOOP("Rules",
                           "Headers and sidebars are stored but shown only when the navigation settings enable them.")},
        {"document.panel-shadow", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Shadow of a panel"),
         QT_TRANSLATE_NOOP("Rules", "A shadow needs a panel that stays in place while scrolling.")},
        {"document.theme-name", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Name of a theme"),
         QT_TRANSLATE_NOOP(
             "Rules", "A theme is Light, Dark, Surface, or an id of the organisation; Sigma checks the form of it."),
         "settings.theme.name"},
        {"document.theme-id", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Theme of the organisation"),
         QT_TRANSLATE_NOOP("Rules", "Sigma does not check that a theme exists; themes cannot be listed.")},
        {"document.page-width", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Greatest page width"),
         QT_TRANSLATE_NOOP("Rules", "A greatest width counts only for pages of custom width.")},
        {"document.size", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Large workbook"),
         QT_TRANSLATE_NOOP("Rules", "Requests of more than about 150 KB may be stopped before they reach Sigma, with a "
                                    "page of HTML as answer."),
         "403 (HTML page)"},
        {"document.gate", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Feature that must be enabled"),
         QT_TRANSLATE_NOOP(
             "Rules", "Some features exist only where the organisation has them; the same file is rejected elsewhere."),
         "… are not enabled for this workspace, Layout parent not found in getLayoutParentByLayoutIdOrFail, invocable "
         "inodes are not supported by this host"},
        {"document.gate-off", Severity::Error,
         QT_TRANSLATE_NOOP("Rules", "Feature that the organisation does not have"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "The profile of the organisation says that the feature is switched off; Sigma rejects what uses it."),
         "… are not enabled for this workspace"},
        {"document.changed-kind", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Kind that was refused before"),
         QT_TRANSLATE_NOOP("Rules",
                           "Sigma changed its mind about this kind. Where an older version runs, it is refused."),
         "Invalid kind: \"box-chart\""},
        {"document.audience", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "People and teams"),
         QT_TRANSLATE_NOOP(
             "Rules",
             "Pages and columns may be for some people, teams or attributes; their ids belong to one organisation.")},
        {"document.column-protection", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Protection of input columns"),
         QT_TRANSLATE_NOOP("Rules",
                           "Columns of input tables are protected in Sigma; their security in code is not taken.")},
        {"document.plugin-id", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Plugin"),
         QT_TRANSLATE_NOOP("Rules", "The id of a plugin is not checked by Sigma."), "missing plugin"},
    };
}

} // namespace

RuleTopic documentTopic()
{
    return {
        QT_TRANSLATE_NOOP("Rules", "Agents, theme and features"), rows(), checkWorkbook, checkElement, checkBlock, {}};
}

} // namespace tessera::model
