// SPDX-License-Identifier: GPL-3.0-or-later
// Actions: which triggers a host has, what an effect may refer to where, and combinations Sigma refuses.
// Source: Sigma's actions workflow, effects, value sources, selection scope.
#include "model/checks/rules/rule_support.h"
#include "model/formula/lexer.h"
#include "model/names/text_edit.h"
#include "model/names/text_sites.h"

namespace tessera::model {

namespace {

bool fitsTrigger(std::string_view kind, std::string_view trigger)
{
    if (isOneOf(kind, {"button", "image"}))
        return trigger == "on-click";
    if (kind == "control")
        return trigger == "on-change";
    if (kind == "table" || kind == "pivot-table" || isChartKind(kind))
        return trigger == "on-select";
    return true; // hosts whose triggers are not confirmed
}

class ActionWalk
{
public:
    ActionWalk(CheckContext &context, QString label, const ElementFacts *host)
        : m_context(context)
        , m_label(std::move(label))
        , m_host(host)
    {
    }

    void action(const Json &action, const std::string &path)
    {
        const Json &trigger = child(action, "trigger");
        const std::string_view on = trigger.is_object() ? textAt(trigger, "on") : textOf(trigger);
        m_select = on == "on-select";
        if (m_host && !on.empty() && !fitsTrigger(m_host->kind, on)) {
            Diagnostic &finding = m_context.report(
                "action.trigger", path + "/trigger", RuleText::tr("%1 has no trigger %2.").arg(m_label, inQuotes(on)),
                RuleText::tr(
                    "Buttons and images react to on-click, controls to on-change, tables and charts to on-select."));
            const char *only = isOneOf(m_host->kind, {"button", "image"}) ? "on-click"
                               : m_host->kind == "control"                ? "on-change"
                                                                          : "on-select";
            finding.fix = setFix(RuleText::tr("React to %1").arg(QLatin1String(only)), m_context,
                                 path + (trigger.is_object() ? "/trigger/on" : "/trigger"), only);
        }
        condition(child(trigger, "condition"), path + "/trigger/condition");
        effects(action, path);
    }

    void tool(const Json &step, const std::string &path)
    {
        m_inTool = true;
        if (textAt(step, "kind") == "sequence")
            m_context.report("action.sequence", path,
                             RuleText::tr("%1 runs a sequence, which must exist in Sigma.").arg(m_label),
                             RuleText::tr("Sequences are made in Sigma only; Sigma rejects ids it does not know."));
        effect(step, path);
    }

private:
    void effects(const Json &holder, const std::string &path, int depth = 0)
    {
        if (depth > 30)
            return;
        eachItem(holder, "effects", path, [&](const Json &item, const std::string &at) { effect(item, at, depth); });
    }

    void effect(const Json &effect, const std::string &path, int depth = 0)
    {
        const std::string_view name = textAt(effect, "effect");
        if (isOneOf(name, {"insert-rows", "update-rows", "delete-rows"}))
            rows(effect, name, path);
        else if (name == "select-tab")
            tab(effect, path);
        else if (name == "open-url" && textAt(effect, "url").empty())
            m_context.report("action.no-url", path,
                             RuleText::tr("%1 opens an address, but none is given.").arg(m_label),
                             RuleText::tr("Sigma accepts this; a click then does nothing."));
        else if (name == "call-stored-procedure")
            m_context.report("action.ui-only", path,
                             RuleText::tr("%1 calls a stored procedure, which code cannot set.").arg(m_label),
                             RuleText::tr("Sigma rejects it, and forgets the one made there on the next update. Make "
                                          "it in Sigma after deploying."));
        else if (name == "reset-form" && m_host && m_host->kind != "form")
            m_context.report("action.reset-form", path,
                             RuleText::tr("%1 resets the form it belongs to, but is no part of a form.").arg(m_label),
                             RuleText::tr("Give the action to the form, or set its fields with set-form-values."));
        else if (name == "sequence")
            m_context.report("action.sequence", path,
                             RuleText::tr("%1 runs a sequence, which must exist in Sigma.").arg(m_label),
                             RuleText::tr("Sequences are made in Sigma only; Sigma rejects ids it does not know."));
        else if (name == "call-api")
            m_context.report(
                "action.connector", path,
                RuleText::tr("%1 calls an interface; its connector must exist in Sigma.").arg(m_label),
                RuleText::tr("Look at the action in Sigma after deploying: its parameters are not confirmed in code."));
        else if (name == "export")
            exportTo(effect, path);
        else if (name == "call-agent")
            m_context.report("action.call-agent", path,
                             RuleText::tr("%1 runs an agent, which only automated actions may.").arg(m_label));
        else if (name == "clear-control")
            clear(effect, path);
        if (name == "if-else") {
            condition(child(child(effect, "if"), "condition"), path + "/if/condition");
            effects(child(effect, "if"), path + "/if", depth + 1);
            eachItem(effect, "elseif", path, [&](const Json &branch, const std::string &at) {
                condition(child(branch, "condition"), at + "/condition");
                effects(branch, at, depth + 1);
            });
            effects(child(effect, "else"), path + "/else", depth + 1);
        }
        sources(effect, path, 0);
    }

    void exportTo(const Json &effect, const std::string &path)
    {
        const std::string_view channel = textAt(effect, "channel");
        if (channel == "download" && textAt(child(effect, "source"), "type") == "external-report")
            m_context.report(
                "action.download-report", path + "/source",
                RuleText::tr("%1 downloads a report, which can only be sent.").arg(m_label),
                RuleText::tr("Download an element of this workbook, or send the report by another channel."));
        if (!channel.empty() && channel != "download")
            m_context.report(
                "action.delivery", path + "/channel",
                RuleText::tr("%1 sends by %2: look at its recipients in Sigma.").arg(m_label, inQuotes(channel)),
                RuleText::tr("Of exports only downloads are confirmed in code. Schedules are set in Sigma as well."));
    }

    // What clearing controls reaches depends on its scope; of a page it reaches more than a dialog shows.
    void clear(const Json &effect, const std::string &path)
    {
        const Json &scope = child(effect, "scope");
        const std::string_view type = textAt(scope, "type");
        if (type == "page" && has(scope, "page") && !has(scope, "pageId"))
            m_context
                .report(
                    "action.clear-page", path + "/scope/page",
                    RuleText::tr("%1 clears controls of a page under the old key “page”.").arg(m_label),
                    RuleText::tr("Sigma drops it, and the click fails: “No target page is selected in the action”."))
                .fix =
                moveKeyFix(RuleText::tr("Call it “pageId”"), m_context, path + "/scope/page", path + "/scope/pageId");
        if (isOneOf(type, {"control", "container"}))
            m_context.report(
                "action.clear-unproven", path + "/scope",
                RuleText::tr("%1 clears a control in a way that had no effect when clicked.").arg(m_label),
                RuleText::tr("Sigma takes it. Setting the control to its default with set-control-value is proven."));
        if (type == "page" && m_host && m_context.blockOfElement(m_host->id).scope == Scope::Overlay)
            m_context.report(
                "action.clear-host-page", path + "/scope",
                RuleText::tr("%1 stands in a dialog and clears the filters of the page behind it, too.").arg(m_label),
                RuleText::tr(
                    "What a dialog holds belongs to its page. Set each control with set-control-value instead."));
    }

    void rows(const Json &effect, std::string_view name, const std::string &path)
    {
        const FactsPtr table = m_context.byId(stringMember(effect, "tableElementId"));
        if (table && table->kind == "input-table" && table->source->kind == FactsSource::Linked &&
            name != "update-rows")
            m_context.report(
                "action.linked-rows", path + "/tableElementId",
                RuleText::tr("%1 cannot insert or delete rows of %2, which is linked.").arg(m_label, labelOf(*table)),
                RuleText::tr("Rows of a linked table come from its parent. Use update-rows, or an empty input table."));
        const Json &values = child(effect, "values");
        if (values.is_object()) {
            for (const auto &[column, value] : values.items()) {
                if (isSystemColumn(column))
                    m_context
                        .report("action.system-column", joinPointer(path + "/values", column),
                                RuleText::tr("%1 writes the system column %2.").arg(m_label, inQuotes(column)),
                                RuleText::tr("Sigma fills it in."))
                        .fix = removeFix(RuleText::tr("Remove it"), m_context, joinPointer(path + "/values", column));
            }
        }
        if (textAt(child(effect, "whichRows"), "type") == "current-row")
            m_context.report(
                "action.current-row", path + "/whichRows",
                RuleText::tr("%1 changes the current row, but is not inside the table.").arg(m_label),
                RuleText::tr("Buttons inside rows are made in Sigma only. Choose the row by formula or key."));
    }

    void tab(const Json &effect, const std::string &path)
    {
        const FactsPtr tabs = m_context.byId(stringMember(effect, "tabbedContainerElementId"));
        const Json &index = child(child(effect, "selectedTab"), "index");
        if (tabs && tabs->tabs >= 0 && index.is_number_integer() &&
            (index.get<std::int64_t>() < 0 || index.get<std::int64_t>() >= tabs->tabs))
            m_context.report("action.tab-index", path + "/selectedTab/index",
                             RuleText::tr("%1 selects a tab that %2 does not have.").arg(m_label, labelOf(*tabs)),
                             RuleText::tr("Tabs count from 0; this one has %1.").arg(tabs->tabs));
    }

    void condition(const Json &condition, const std::string &path)
    {
        if (textAt(condition, "type") == "column" && !m_select)
            m_context.report(
                "action.column-scope", path,
                RuleText::tr("%1 looks at a column, but no row is selected here.").arg(m_label),
                RuleText::tr("Conditions on columns work in on-select actions. Use a formula with controls."));
    }

    // Value sources anywhere in an effect, its nested effects left out.
    void sources(const Json &value, const std::string &path, int depth)
    {
        if (depth > 30)
            return;
        if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i)
                sources(value[i], joinPointer(path, i), depth + 1);
            return;
        }
        if (!value.is_object())
            return;
        const std::string_view type = textAt(value, "type");
        if (type == "constant")
            constant(child(value, "value"), path + "/value");
        const bool sort = path.find("/sort") != std::string::npos;
        if (isOneOf(type, {"column", "column-range"}) && !m_select && !sort &&
            (has(value, "columnId") || type == "column-range") && !path.ends_with("/condition"))
            m_context.report("action.column-scope", path,
                             RuleText::tr("%1 takes a value from a column, but no row is selected here.").arg(m_label),
                             RuleText::tr("Columns give values in on-select actions only."));
        if (type == "agent-input" && !m_inTool)
            m_context.report("action.agent-input", path,
                             RuleText::tr("%1 takes a value from an agent, but is no tool of one.").arg(m_label));
        if (type == "form-field" && m_host && m_host->kind != "form")
            m_context.report("action.form-field", path,
                             RuleText::tr("%1 reads a form field, but is no action of a form.").arg(m_label));
        for (const auto &[key, part] : value.items()) {
            if (!isOneOf(key, {"effects", "if", "elseif", "else", "whichRows"}) || key == "whichRows")
                sources(part, joinPointer(path, key), depth + 1);
        }
    }

    // {type: number, value: "12"}: the value must be what it says.
    void constant(const Json &content, const std::string &path)
    {
        const std::string_view type = textAt(content, "type");
        const Json &value = child(content, "value");
        if (value.is_null() || type.empty())
            return;
        const bool list = type.ends_with("-list"), range = type.ends_with("-range");
        const bool fits = list                ? value.is_array()
                          : range             ? value.is_object()
                          : type == "number"  ? value.is_number()
                          : type == "boolean" ? value.is_boolean()
                                              : value.is_string();
        if (fits)
            return;
        Diagnostic &finding = m_context.report("action.constant", path + "/value",
                                               RuleText::tr("%1: the value is no %2.").arg(m_label, inQuotes(type)),
                                               RuleText::tr("Change the value, or say what it is."));
        const char *real = value.is_number()    ? "number"
                           : value.is_boolean() ? "boolean"
                           : value.is_string()  ? "text"
                                                : nullptr;
        if (real)
            finding.fix =
                setFix(RuleText::tr("Say that it is %1").arg(inQuotes(real)), m_context, path + "/type", real);
    }

    CheckContext &m_context;
    QString m_label;
    const ElementFacts *m_host;
    bool m_select = false;
    bool m_inTool = false;
};

void checkSelectionScope(CheckContext &context, const Json &body, std::string_view kind, const QString &label)
{
    visitTextSites(body, kind, [&](const TextSite &site) {
        if (site.scope == TextScope::SelectAction || site.text.find('/') == std::string_view::npos)
            return;
        for (const TextReference &at : referencesIn(site.text, site.language)) {
            if (at.reference.hasPrefix && foldName(at.reference.prefix) == "selection" &&
                context.byName("selection").empty()) {
                const bool rows = site.scope == TextScope::TargetRows && site.path.find("/actions/") == 0;
                const std::string action = rows ? site.path.substr(0, site.path.find('/', 9)) : std::string();
                const Json *trigger = rows ? tessera::model::at(body, action + "/trigger") : nullptr;
                const std::string_view on =
                    trigger ? (trigger->is_object() ? textAt(*trigger, "on") : textOf(*trigger)) : std::string_view();
                if (on == "on-select")
                    continue;
                context.report("action.selection-scope", site.path,
                               RuleText::tr("%1 uses [Selection/…], but nothing is selected here.").arg(label),
                               RuleText::tr("The selection is known in on-select actions only; elsewhere it stays "
                                            "empty without an error."));
                return;
            }
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
        ActionWalk(context, label, &facts).action(action, path);
    });
    if (facts.kind == "button" && !has(element.body(), "actions") && !opensPopover(context, facts.id))
        context.report("action.missing", "/actions", RuleText::tr("%1 does nothing: it has no actions.").arg(label),
                       RuleText::tr("Give it an action, or let a popover open from it."));
    checkSelectionScope(context, element.body(), facts.kind, label);
}

void checkOverlayActions(CheckContext &context, const Object &overlay, const QString &label)
{
    const Json &modal = child(overlay.body(), "modal");
    const auto hidden = [&](const char *cta) {
        return textAt(child(child(modal, "footer"), cta), "visible") == "hidden";
    };
    eachItem(overlay.body(), "actions", "", [&](const Json &action, const std::string &path) {
        const Json &trigger = child(action, "trigger");
        const std::string_view on = trigger.is_object() ? textAt(trigger, "on") : textOf(trigger);
        ActionWalk(context, label, nullptr).action(action, path);
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
        const bool buttons = overlay.kind() == "modal" || overlay.kind().empty(); // drawers and popovers have none
        if (!on.empty() && on != "on-close" &&
            !(buttons && isOneOf(on, {"on-primary-cta-click", "on-secondary-cta-click"})))
            context.report("action.trigger", path + "/trigger",
                           RuleText::tr("%1 has no trigger %2.").arg(label, inQuotes(on)),
                           RuleText::tr("Overlays react to their buttons and to closing."));
        bool controls = false;
        eachItem(action, "effects", path, [&](const Json &effect, const std::string &) {
            controls |= isOneOf(textAt(effect, "effect"), {"set-control-value", "clear-control"});
        });
        if (controls)
            context.report("action.overlay-control", path,
                           RuleText::tr("%1 sets a control, which actions of overlays cannot find.").arg(label),
                           RuleText::tr("Put a button inside the overlay and give the action to it."));
    });
    checkSelectionScope(context, overlay.body(), {}, label);
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
            eachItem(tool, "steps", at, [&](const Json &step, const std::string &place) {
                ActionWalk(context, label, nullptr).tool(step, place);
            });
        });
    });
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
        {"action.clear-host-page", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Clearing a page from a dialog"),
         QT_TRANSLATE_NOOP("Rules", "Controls of a dialog count as those of the page that opens it: clearing the page "
                                    "resets its filters as well.")},
        {"action.clear-unproven", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Clearing one control"),
         QT_TRANSLATE_NOOP(
             "Rules", "Clearing a single control or a container is accepted, but no effect has been seen on a click.")},
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
