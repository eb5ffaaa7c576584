// SPDX-License-Identifier: GPL-3.0-or-later
// Menus with entries of their own, and what plugins are given.
// Source: Sigma's navigation and plugin elements.
#include "model/checks/rules/rule_support.h"
#include "model/edit/property_edit.h"

namespace tessera::model {

namespace {

// The entries of a submenu with those below them beside them, in order.
Json flattened(const Json &options)
{
    Json flat = Json::array();
    for (const Json &option : asList(options)) {
        const Json *below = member(option, "options");
        Json own = option;
        if (below)
            own.erase("options");
        if (!below || has(own, "destination"))
            flat.push_back(std::move(own));
        if (below) {
            for (const Json &inner : flattened(*below))
                flat.push_back(inner);
        }
    }
    return flat;
}

void checkNavigation(CheckContext &context, const Json &body, const QString &label)
{
    if (textAt(body, "mode") != "manual")
        return;
    if (items(body, "options").empty())
        context
            .report("navigation.options", "/options",
                    RuleText::tr("%1 has a list of its own, but no entries.").arg(label),
                    RuleText::tr("Add entries, or let it show all pages."))
            .fix = setFix(RuleText::tr("Show all pages"), context, "/mode", "auto");
    eachItem(body, "options", "", [&](const Json &option, const std::string &path) {
        const std::string list = path + "/options";
        eachItem(option, "options", path, [&](const Json &inner, const std::string &at) {
            if (!has(inner, "options") || context.hasFindingAt(list))
                return;
            context
                .report("navigation.depth", at + "/options",
                        RuleText::tr("%1 has a submenu inside a submenu.").arg(label),
                        RuleText::tr("Menus have one level below their entries."))
                .fix = changesFix(
                RuleText::tr("Put its entries beside it"), [key = context.key(), list](const Workbook &workbook) {
                    const Json *tree = propertyTree(workbook, Scope::Element, key);
                    const Json *options = tree ? tessera::model::at(*tree, list) : nullptr;
                    return options ? setProperty(workbook, Scope::Element, key, list, flattened(*options))
                                   : std::vector<Change>();
                });
        });
    });
}

// {kind: column, columnId | columnIds, source: <the entry that names the element>}
void checkPluginColumn(CheckContext &context, const Json &config, const std::string &key, const Json &value,
                       const QString &label)
{
    const std::string path = joinPointer("/config", key);
    const std::string_view source = textAt(value, "source");
    const Json &holder = child(config, source);
    if (textAt(holder, "kind") != "element") {
        context
            .report("navigation.plugin-column", path,
                    RuleText::tr("%1: %2 takes a column from %3, which is no element of its settings.")
                        .arg(label, inQuotes(key), inQuotes(source)),
                    RuleText::tr("“source” names the entry of the settings that holds the element."))
            .fix = removeFix(RuleText::tr("Remove the reference"), context, path);
        return;
    }
    const FactsPtr element = context.byId(stringMember(holder, "elementId"));
    std::vector<std::string> ids;
    if (has(value, "columnId"))
        ids.push_back(stringMember(value, "columnId"));
    for (const Json &id : items(value, "columnIds"))
        ids.push_back(stringOf(id));
    for (const std::string &id : ids) {
        if (!element || !element->columnsListed || id.empty() || element->columnById(id))
            continue;
        context
            .report("navigation.plugin-column", path,
                    RuleText::tr("%1: %2 takes the column %3, which %4 does not have.")
                        .arg(label, inQuotes(key), inQuotes(id), labelOf(*element)),
                    RuleText::tr("Columns are named by id here, not by name."))
            .fix = removeFix(RuleText::tr("Remove the reference"), context, path);
        return;
    }
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    if (facts.kind == "navigation")
        checkNavigation(context, element.body(), labelOf(facts));
    const Json &config = child(element.body(), "config");
    if (facts.kind != "plugin" || !config.is_object())
        return;
    for (const auto &[key, value] : config.items()) {
        if (textAt(value, "kind") == "column")
            checkPluginColumn(context, config, key, value, labelOf(facts));
    }
}

} // namespace

RuleTopic navigationTopic()
{
    RuleTopic topic{QT_TRANSLATE_NOOP("Rules", "Menus and plugins"), {}, {}, checkElement, {}, {}};
    topic.rules = {
        {"navigation.options", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Menu without entries"),
         QT_TRANSLATE_NOOP("Rules", "A navigation shows all pages, or a list of its own, which then must exist."),
         "Invalid kind: \"navigation\""},
        {"navigation.depth", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Submenu inside a submenu"),
         QT_TRANSLATE_NOOP("Rules", "The entries of a navigation may have submenus of one level."),
         "Invalid kind: \"navigation\""},
        {"navigation.plugin-column", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column of a plugin"),
         QT_TRANSLATE_NOOP(
             "Rules", "A plugin takes columns of an element that its settings name; Sigma looks whether they exist."),
         "Dependency not found: '<element>/<column>'"},
    };
    return topic;
}

} // namespace tessera::model
