// SPDX-License-Identifier: GPL-3.0-or-later
// Actions: which triggers a host has, what an effect may refer to where, and combinations Sigma refuses.
// Source: Sigma's actions workflow, effects, value sources, selection scope.
#include <algorithm>

#include "model/checks/rules/action_walk.h"
#include "model/formula/function_catalogue.h"
#include "model/formula/lexer.h"
#include "model/names/text_edit.h"
#include "model/names/text_sites.h"

namespace tessera::model {

namespace {

bool isSelection(const CheckContext &context, const TextReference &at)
{
    return at.reference.hasPrefix && foldName(at.reference.prefix) == "selection" &&
           context.byName("selection").empty();
}

// Whether the action around a text is one that runs on a selection.
bool isSelected(const Json &body, const TextSite &site)
{
    if (site.scope != TextScope::TargetRows || site.path.find("/actions/") != 0)
        return site.scope == TextScope::SelectAction;
    const Json *action = tessera::model::at(body, site.path.substr(0, site.path.find('/', 9)));
    return action && triggerOf(*action) == "on-select";
}

// [Selection/Column] is a column of the host, by its name.
void checkSelectedColumn(CheckContext &context, const TextSite &site, const TextReference &at, const ElementFacts &host)
{
    if (host.hasOpenColumns() || host.columnByName(at.reference.name) || host.columnById(at.reference.name))
        return;
    std::vector<std::string> names;
    for (const ColumnFacts &column : host.columns)
        names.push_back(column.name);
    Diagnostic &finding =
        context.report("action.selection-column", site.path,
                       RuleText::tr("%1 uses [Selection/%2], but has no such column.")
                           .arg(labelOf(host), toQString(at.reference.name)),
                       RuleText::tr("The selection has the columns of the element, by name; another stays empty "
                                    "without an error."));
    if (const auto near = formula::nearestNames(at.reference.name, names, 1); !near.empty())
        finding.fix = setFix(RuleText::tr("Use the column %1").arg(inQuotes(near.front())), context, site.path,
                             edited(site.text, {{at.reference.nameBytes, escapeName(near.front())}}));
}

// `host`: the element the actions belong to, null for overlays and agents. `within`: texts elsewhere are not looked at.
void checkSelectionScope(CheckContext &context, const Json &body, const ElementFacts *host, const QString &label,
                         std::string_view within = {})
{
    visitTextSites(body, host ? std::string_view(host->kind) : std::string_view(), [&](const TextSite &site) {
        if (site.text.find('/') == std::string_view::npos || !std::string_view(site.path).starts_with(within))
            return;
        const bool selected = isSelected(body, site);
        for (const TextReference &at : referencesIn(site.text, site.language)) {
            if (!isSelection(context, at))
                continue;
            if (!selected) {
                context.report("action.selection-scope", site.path,
                               RuleText::tr("%1 uses [Selection/…], but nothing is selected here.").arg(label),
                               RuleText::tr("The selection is known in on-select actions only; elsewhere it stays "
                                            "empty without an error."));
                return;
            }
            if (host)
                checkSelectedColumn(context, site, at, *host);
        }
    });
}

bool opensPopover(const CheckContext &context, const std::string &button)
{
    for (const Object &overlay : context.overlays()) {
        if (!button.empty() && textAt(overlay.body(), "triggerElementId") == button)
            return true;
    }
    return false;
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    if (facts.kind == "waterfall-chart" && !items(element.body(), "actions").empty())
        context.report("action.waterfall", "/actions", RuleText::tr("%1: waterfall charts take no actions.").arg(label))
            .fix = removeFix(RuleText::tr("Remove the actions"), context, "/actions");
    eachItem(element.body(), "actions", "", [&](const Json &action, const std::string &path) {
        checkAction(context, {.label = label, .host = &facts}, action, path);
    });
    if (facts.kind == "button" && !has(element.body(), "actions") && !opensPopover(context, facts.id))
        context.report("action.missing", "/actions", RuleText::tr("%1 does nothing: it has no actions.").arg(label),
                       RuleText::tr("Give it an action, or let a popover open from it."));
    checkSelectionScope(context, element.body(), &facts, label);
}

void checkOverlayTrigger(CheckContext &context, const Object &overlay, const QString &label, std::string_view on,
                         const std::string &path)
{
    const bool footer = overlay.kind() == "modal" || overlay.kind().empty();
    if (!isOneOf(on, {"", "on-close", "on-primary-cta-click", "on-secondary-cta-click"}))
        context.report("action.trigger", path, RuleText::tr("%1 has no trigger %2.").arg(label, inQuotes(on)),
                       RuleText::tr("Overlays react to their buttons and to closing."));
    else if (on.ends_with("-cta-click") && !footer)
        context.report("schema.unconfirmed", path,
                       RuleText::tr("%1 reacts to a button of its footer, but has no footer.").arg(label),
                       RuleText::tr("Only modals have one. Put a button inside and give the action to it."));
}

// Formulas that name a control by its handle.
void checkOverlayFormulas(CheckContext &context, const Object &overlay, const QString &label)
{
    visitTextSites(overlay.body(), {}, [&](const TextSite &site) {
        if (!std::string_view(site.path).starts_with("/actions/"))
            return;
        const auto references = referencesIn(site.text, site.language);
        const bool control = std::any_of(references.begin(), references.end(), [&](const TextReference &at) {
            return !at.reference.hasPrefix && site.scope != TextScope::TargetRows &&
                   !context.byHandle(foldName(at.reference.name)).empty();
        });
        if (control)
            context.report("action.overlay-control", site.path,
                           RuleText::tr("%1 reads a control, which actions of overlays cannot find.").arg(label),
                           RuleText::tr("Put a button inside the overlay and give the action to it."));
    });
}

void checkOverlayActions(CheckContext &context, const Object &overlay, const QString &label)
{
    const Json &modal = child(overlay.body(), "modal");
    const auto hidden = [&](const char *cta) {
        return textAt(child(child(modal, "footer"), cta), "visible") == "hidden";
    };
    eachItem(overlay.body(), "actions", "", [&](const Json &action, const std::string &path) {
        const std::string_view on = triggerOf(action);
        checkAction(context, {.label = label, .overlay = true}, action, path);
        const bool primary = on == "on-primary-cta-click" && hidden("primaryCta");
        const bool secondary = on == "on-secondary-cta-click" && hidden("secondaryCta");
        if (primary || secondary)
            context
                .report("action.hidden-button", path + "/trigger",
                        RuleText::tr("%1 reacts to a button that is hidden.").arg(label),
                        RuleText::tr("Nobody can click it. Show the button if the action is meant to run."))
                .fix = removeFix(RuleText::tr("Remove the action"), context, path);
        const bool closed = textAt(child(modal, "header"), "showCloseIcon") == "hidden" && hidden("primaryCta") &&
                            hidden("secondaryCta");
        if (on == "on-close" && overlay.kind() == "modal" && closed)
            context
                .report("action.cannot-close", path + "/trigger",
                        RuleText::tr("%1 reacts to closing, but has nothing to close it with.").arg(label),
                        RuleText::tr("Show the close icon or a button."))
                .fix = setFix(RuleText::tr("Show the close icon"), context, "/modal/header/showCloseIcon", "shown");
        checkOverlayTrigger(context, overlay, label, on, path + "/trigger");
    });
    checkOverlayFormulas(context, overlay, label);
    checkSelectionScope(context, overlay.body(), nullptr, label);
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    if (scope == Scope::Overlay)
        checkOverlayActions(context, block, labelOf(block, scope));
}

void checkWorkbook(CheckContext &context, const Json &, const Json &contents, const Json &)
{
    eachItem(contents, "automatedActions", "", [&](const Json &action, const std::string &path) {
        eachItem(action, "effects", path, [&](const Json &effect, const std::string &at) {
            if (textAt(effect, "effect") != "call-agent")
                context.report(
                    "action.automated", at,
                    RuleText::tr("An automated action does something else than running an agent."),
                    RuleText::tr(
                        "Only calls of agents are known there. Make it in Sigma, and keep it as it comes back."));
        });
    });
    eachItem(contents, "agents", "", [&](const Json &agent, const std::string &path) {
        const QString label = RuleText::tr("Agent %1").arg(inQuotes(stringMember(agent, "id")));
        eachItem(agent, "tools", path, [&](const Json &tool, const std::string &at) {
            eachItem(tool, "steps", at,
                     [&](const Json &step, const std::string &place) { checkToolStep(context, label, step, place); });
        });
    });
    checkSelectionScope(context, contents, nullptr, RuleText::tr("An agent"), "/agents/");
}

std::vector<RuleInfo> rows()
{
    return {
        {"action.trigger", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Trigger that the host does not have"),
         QT_TRANSLATE_NOOP("Rules", "Each kind of element has its own triggers."), "Invalid kind: \"button\""},
        {"action.linked-rows", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Rows of a linked input table"),
         QT_TRANSLATE_NOOP(
             "Rules", "Rows of a linked table come from its parent; they can be changed, not inserted or deleted.")},
        {"action.system-column", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Writing a system column"),
         QT_TRANSLATE_NOOP("Rules",
                           "Values for ID, CREATED_AT, CREATED_BY, UPDATED_AT and UPDATED_BY come from Sigma."),
         "bad column: <id>"},
        {"action.current-row", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Current row"),
         QT_TRANSLATE_NOOP(
             "Rules", "Only an action inside the table knows the current row, and such actions are made in Sigma."),
         "current-row selector requires the action host to be within the target input table"},
        {"action.tab-index", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Tab that does not exist"),
         QT_TRANSLATE_NOOP("Rules", "Tabs are chosen by position, counting from 0.")},
        {"action.no-url", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "No address to open"),
         QT_TRANSLATE_NOOP("Rules", "Opening an address without one is accepted and does nothing.")},
        {"action.ui-only", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Effect that only Sigma can make"),
         QT_TRANSLATE_NOOP("Rules", "Calls of stored procedures are rejected in code."), "Invalid kind: \"button\""},
        {"action.call-agent", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Running an agent"),
         QT_TRANSLATE_NOOP("Rules", "Only automated actions run agents."), "Invalid kind: \"button\""},
        {"action.clear-page", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Clearing controls of a page"),
         QT_TRANSLATE_NOOP("Rules", "The page stands under pageId; the old key is dropped and the click fails."),
         "No target page is selected in the action"},
        {"action.column-scope", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column without a selected row"),
         QT_TRANSLATE_NOOP("Rules",
                           "Values and conditions from columns need a selected row: they belong in on-select actions."),
         "Invalid kind: \"button\""},
        {"action.agent-input", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Value from an agent"),
         QT_TRANSLATE_NOOP("Rules", "Inputs of an agent exist only in the steps of its tools."),
         "Invalid kind: \"button\""},
        {"action.form-field", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Value from a form"),
         QT_TRANSLATE_NOOP("Rules", "Fields of a form are read by the actions of that form."),
         "Invalid kind: \"button\""},
        {"action.selection-scope", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Selection outside of a selection"),
         QT_TRANSLATE_NOOP("Rules", "[Selection/Column] has a value only in on-select actions.")},
        {"action.missing", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Button without actions"),
         QT_TRANSLATE_NOOP("Rules", "A button has actions, unless a popover opens from it."),
         "Invalid kind: \"button\""},
        {"action.constant", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Constant of another type"),
         QT_TRANSLATE_NOOP("Rules", "A constant says its type, and its value is of that type or null."),
         "Invalid kind: \"button\""},
        {"action.plain-value", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Value without its source"),
         QT_TRANSLATE_NOOP("Rules",
                           "Values of a step are maps that say where the value comes from: a constant, control, "
                           "formula or column."),
         "Invalid kind: \"button\""},
        {"action.computed-column", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Writing a computed column"),
         QT_TRANSLATE_NOOP("Rules",
                           "Columns with a formula, and those of the parent of a linked table, cannot be written.")},
        {"action.row-key", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "One row without a key"),
         QT_TRANSLATE_NOOP("Rules",
                           "A single row is found by the values of its key columns; without any, no row is meant.")},
        {"action.undeclared-key", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Key that the table does not list"),
         QT_TRANSLATE_NOOP("Rules",
                           "ID and the other system columns can be named only when the input table lists them."),
         "bad column: <id>"},
        {"action.selection-column", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Column that the selection lacks"),
         QT_TRANSLATE_NOOP("Rules", "[Selection/Column] names a column of the element that is selected.")},
        {"action.clear-host-page", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Clearing a page from a dialog"),
         QT_TRANSLATE_NOOP("Rules", "Controls of a dialog count as those of the page that opens it: clearing the page "
                                    "resets its filters as well.")},
        {"action.clear-unproven", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Clearing that is not proven"),
         QT_TRANSLATE_NOOP("Rules", "Clearing a single control, a container or the workbook is accepted, but no effect "
                                    "has been seen on a click.")},
        {"action.reset-form", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Resetting a form from outside"),
         QT_TRANSLATE_NOOP("Rules", "Resetting acts on the form that hosts the action.")},
        {"action.automated", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Automated action"),
         QT_TRANSLATE_NOOP("Rules", "Automated actions run agents; anything else belongs to Sigma's own editor.")},
        {"action.download-report", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Download of a report"),
         QT_TRANSLATE_NOOP("Rules",
                           "A download takes an element of the workbook; a report of its own can only be sent."),
         "Invalid kind: \"button\""},
        {"action.delivery", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Sending an export"),
         QT_TRANSLATE_NOOP(
             "Rules", "Mail, chat, storage and other channels need accounts and recipients that only Sigma knows.")},
        {"action.connector", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Connector of an interface"),
         QT_TRANSLATE_NOOP("Rules", "Connectors are made in Sigma or by its interface; an action only names one.")},
        {"action.waterfall", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Actions of a waterfall chart"),
         QT_TRANSLATE_NOOP("Rules", "Waterfall charts take no actions."), "Invalid kind: \"waterfall-chart\""},
        {"action.hidden-button", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Action of a hidden button"),
         QT_TRANSLATE_NOOP("Rules", "An action on a button of a dialog needs that button to be visible."),
         "requires footer.primaryCta.visible to not be 'hidden'"},
        {"action.cannot-close", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Closing a dialog that cannot be closed"),
         QT_TRANSLATE_NOOP("Rules", "An action on closing needs a close icon or a button.")},
        {"action.overlay-control", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Control in an action of an overlay"),
         QT_TRANSLATE_NOOP("Rules",
                           "Actions of overlays themselves do not find any control; those of elements inside do."),
         "Control not found"},
        {"action.sequence", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Sequence as a step"),
         QT_TRANSLATE_NOOP("Rules", "Sequences cannot be made in code, only referred to."),
         "references unknown action sequence"},
    };
}

} // namespace

RuleTopic actionTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Actions"), rows(), checkWorkbook, checkElement, checkBlock, {}};
}

} // namespace tessera::model
