// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/action_walk.h"

#include "model/checks/rules/action_values.h"
#include "model/edit/property_edit.h"

namespace tessera::model {

namespace {

constexpr int maxDepth = 30;

// The triggers a host is known to have; "" for hosts that are not confirmed to have any.
std::string_view triggerFor(std::string_view kind)
{
    if (isOneOf(kind, {"button", "image"}))
        return "on-click";
    if (kind == "control")
        return "on-change";
    return kind == "table" || kind == "pivot-table" || isChartKind(kind) ? "on-select" : "";
}

// Declares a system column, which an input table has only when it lists it.
QuickFix declareFix(const ElementFacts &table, const std::string &column)
{
    const auto make = [key = table.key, column](const Workbook &workbook) -> std::vector<Change> {
        return insertItem(workbook, Scope::Element, key, "/columns", -1, Json{{"id", column}});
    };
    return changesFix(RuleText::tr("Declare the column %1").arg(inQuotes(column)), make);
}

void reportSequence(CheckContext &context, const QString &label, const std::string &path)
{
    context.report("action.sequence", path, RuleText::tr("%1 runs a sequence, which must exist in Sigma.").arg(label),
                   RuleText::tr("Sequences are made in Sigma only; Sigma rejects ids it does not know."));
}

class ActionWalk
{
public:
    ActionWalk(CheckContext &context, ActionSite site) : m_context(context), m_site(std::move(site)) {}

    void action(const Json &action, const std::string &path)
    {
        const Json &trigger = child(action, "trigger");
        m_site.select = triggerOf(action) == "on-select";
        if (m_site.host)
            host(triggerOf(action), path + (trigger.is_object() ? "/trigger/on" : "/trigger"));
        condition(child(trigger, "condition"), path + "/trigger/condition");
        effects(action, path);
    }

    void effect(const Json &effect, const std::string &path, int depth = 0)
    {
        const std::string_view name = textAt(effect, "effect");
        if (isOneOf(name, {"insert-rows", "update-rows", "delete-rows"}))
            rows(effect, name, path);
        else if (isOneOf(name, {"set-control-value", "clear-control"}))
            control(effect, name, path);
        else if (name == "select-tab")
            tab(effect, path);
        else if (name == "export")
            exportTo(effect, path);
        else if (name == "open-document")
            checkPlainValues(m_context, m_site, child(effect, "targetControls"), path + "/targetControls");
        else if (name == "set-form-values")
            checkPlainValues(m_context, m_site, child(effect, "values"), path + "/values");
        else if (name == "if-else")
            branches(effect, path, depth);
        else
            single(effect, name, path);
        checkValueSources(m_context, m_site, effect, path);
    }

private:
    void host(std::string_view on, const std::string &path)
    {
        const std::string &kind = m_site.host->kind;
        const std::string_view only = triggerFor(kind);
        if (on.empty() || on == only)
            return;
        if (only.empty()) {
            unconfirmedHost(kind, on, path);
            return;
        }
        m_context
            .report("action.trigger", path, RuleText::tr("%1 has no trigger %2.").arg(m_site.label, inQuotes(on)),
                    RuleText::tr(
                        "Buttons and images react to on-click, controls to on-change, tables and charts to on-select."))
            .fix = setFix(RuleText::tr("React to %1").arg(toQString(only)), m_context, path, std::string(only));
    }

    // What is written about these hosts is not confirmed.
    void unconfirmedHost(std::string_view kind, std::string_view on, const std::string &path)
    {
        if (kind == "plugin")
            m_context.report("schema.unconfirmed", path,
                             RuleText::tr("%1: actions of plugins are not confirmed in code.").arg(m_site.label),
                             RuleText::tr("Make them in Sigma, and look at what comes back."));
        else if (kind == "input-table" && on != "on-select")
            m_context
                .report("schema.unconfirmed", path,
                        RuleText::tr("%1: input tables are only thought to react to on-select, not to %2.")
                            .arg(m_site.label, inQuotes(on)),
                        RuleText::tr("Buttons inside rows are made in Sigma only."))
                .fix = setFix(RuleText::tr("React to %1").arg(u"on-select"_qs), m_context, path, "on-select");
        else if (kind == "form" && !isOneOf(on, {"on-primary-cta-click", "on-secondary-cta-click"}))
            m_context.report("schema.unconfirmed", path,
                             RuleText::tr("%1: forms are only thought to react to their two buttons, not to %2.")
                                 .arg(m_site.label, inQuotes(on)),
                             RuleText::tr("Their triggers are on-primary-cta-click and on-secondary-cta-click."));
    }

    void effects(const Json &holder, const std::string &path, int depth = 0)
    {
        if (depth > maxDepth)
            return;
        eachItem(holder, "effects", path, [&](const Json &item, const std::string &at) { effect(item, at, depth); });
    }

    void branches(const Json &effect, const std::string &path, int depth)
    {
        condition(child(child(effect, "if"), "condition"), path + "/if/condition");
        effects(child(effect, "if"), path + "/if", depth + 1);
        eachItem(effect, "elseif", path, [&](const Json &branch, const std::string &at) {
            condition(child(branch, "condition"), at + "/condition");
            effects(branch, at, depth + 1);
        });
        effects(child(effect, "else"), path + "/else", depth + 1);
    }

    // Effects that one look tells all about.
    void single(const Json &effect, std::string_view name, const std::string &path)
    {
        if (name == "open-url" && textAt(effect, "url").empty())
            m_context.report("action.no-url", path + "/url",
                             RuleText::tr("%1 opens an address, but none is given.").arg(m_site.label),
                             RuleText::tr("Sigma accepts this; a click then does nothing."));
        else if (name == "call-stored-procedure")
            m_context.report("action.ui-only", path,
                             RuleText::tr("%1 calls a stored procedure, which code cannot set.").arg(m_site.label),
                             RuleText::tr("Sigma rejects it, and forgets the one made there on the next update. Make "
                                          "it in Sigma after deploying."));
        else if (name == "reset-form" && m_site.host && m_site.host->kind != "form")
            m_context.report(
                "action.reset-form", path,
                RuleText::tr("%1 resets the form it belongs to, but is no part of a form.").arg(m_site.label),
                RuleText::tr("Give the action to the form, or set its fields with set-form-values."));
        else if (name == "sequence")
            reportSequence(m_context, m_site.label, path + "/effect");
        else if (name == "call-api")
            m_context.report(
                "action.connector", path,
                RuleText::tr("%1 calls an interface; its connector must exist in Sigma.").arg(m_site.label),
                RuleText::tr("Look at the action in Sigma after deploying: its parameters are not confirmed in code."));
        else if (name == "call-agent")
            m_context.report("action.call-agent", path,
                             RuleText::tr("%1 runs an agent, which only automated actions may.").arg(m_site.label));
    }

    void exportTo(const Json &effect, const std::string &path)
    {
        const std::string_view channel = textAt(effect, "channel");
        if (channel == "download" && textAt(child(effect, "source"), "type") == "external-report")
            m_context.report(
                "action.download-report", path + "/source",
                RuleText::tr("%1 downloads a report, which can only be sent.").arg(m_site.label),
                RuleText::tr("Download an element of this workbook, or send the report by another channel."));
        if (!channel.empty() && channel != "download")
            m_context.report(
                "action.delivery", path + "/channel",
                RuleText::tr("%1 sends by %2: look at its recipients in Sigma.").arg(m_site.label, inQuotes(channel)),
                RuleText::tr("Of exports only downloads are confirmed in code. Schedules are set in Sigma as well."));
    }

    void control(const Json &effect, std::string_view name, const std::string &path)
    {
        if (m_site.overlay)
            m_context.report(
                "action.overlay-control", path + "/effect",
                RuleText::tr("%1 sets a control, which actions of overlays cannot find.").arg(m_site.label),
                RuleText::tr("Put a button inside the overlay and give the action to it."));
        if (name == "clear-control")
            clear(child(effect, "scope"), path + "/scope");
        else
            checkPlainValue(m_context, m_site, effect, "value", path);
    }

    // What clearing controls reaches depends on its scope; of a page it reaches more than a dialog shows.
    void clear(const Json &scope, const std::string &path)
    {
        const std::string_view type = textAt(scope, "type");
        if (type == "page" && has(scope, "page") && !has(scope, "pageId"))
            m_context
                .report(
                    "action.clear-page", path + "/page",
                    RuleText::tr("%1 clears controls of a page under the old key “page”.").arg(m_site.label),
                    RuleText::tr("Sigma drops it, and the click fails: “No target page is selected in the action”."))
                .fix = moveKeyFix(RuleText::tr("Call it “pageId”"), m_context, path + "/page", path + "/pageId");
        if (isOneOf(type, {"control", "container", "workbook"}))
            m_context.report(
                "action.clear-unproven", path + "/type",
                type == "control"
                    ? RuleText::tr("%1 clears a control in a way that had no effect when clicked.").arg(m_site.label)
                    : RuleText::tr("%1 clears controls in a way that no click has proven yet.").arg(m_site.label),
                RuleText::tr("Sigma takes it. Setting the control to its default with set-control-value is proven."));
        if (type == "page" && m_site.host && m_context.blockOfElement(m_site.host->id).scope == Scope::Overlay)
            m_context.report(
                "action.clear-host-page", path + "/type",
                RuleText::tr("%1 stands in a dialog and clears the filters of the page behind it, too.")
                    .arg(m_site.label),
                RuleText::tr(
                    "What a dialog holds belongs to its page. Set each control with set-control-value instead."));
    }

    void rows(const Json &effect, std::string_view name, const std::string &path)
    {
        const FactsPtr found = m_context.byId(stringMember(effect, "tableElementId"));
        const ElementFacts *table = found && found->kind == "input-table" ? found.get() : nullptr;
        if (table && table->source->kind == FactsSource::Linked && name != "update-rows")
            m_context.report(
                "action.linked-rows", path + "/tableElementId",
                RuleText::tr("%1 cannot insert or delete rows of %2, which is linked.")
                    .arg(m_site.label, labelOf(*table)),
                RuleText::tr("Rows of a linked table come from its parent. Use update-rows, or an empty input table."));
        written(table, child(effect, "values"), path + "/values");
        chosenRows(table, child(effect, "whichRows"), path + "/whichRows");
    }

    void written(const ElementFacts *table, const Json &values, const std::string &path)
    {
        if (!values.is_object())
            return;
        for (const auto &[column, value] : values.items()) {
            const std::string at = joinPointer(path, column);
            const ColumnFacts *facts = table ? table->columnById(column) : nullptr;
            if (isSystemColumn(column))
                m_context
                    .report("action.system-column", at,
                            RuleText::tr("%1 writes the system column %2.").arg(m_site.label, inQuotes(column)),
                            RuleText::tr("Sigma fills it in."))
                    .fix = removeFix(RuleText::tr("Remove it"), m_context, at);
            else if (facts && facts->computed)
                m_context
                    .report("action.computed-column", at,
                            RuleText::tr("%1 writes the column %2, which is computed or comes from the parent.")
                                .arg(m_site.label, inQuotes(column)),
                            RuleText::tr("Only columns people type into can be written."))
                    .fix = removeFix(RuleText::tr("Remove it"), m_context, at);
            else
                checkPlainValue(m_context, m_site, values, column, path);
        }
    }

    void chosenRows(const ElementFacts *table, const Json &which, const std::string &path)
    {
        const std::string_view type = textAt(which, "type");
        if (type == "current-row")
            m_context.report(
                "action.current-row", path,
                RuleText::tr("%1 changes the current row, but is not inside the table.").arg(m_site.label),
                RuleText::tr("Buttons inside rows are made in Sigma only. Choose the row by formula or key."));
        else if (type == "column-match")
            operands(which, path);
        if (type != "single-row")
            return;
        const Json &keys = child(which, "primaryKeys");
        if (keys.is_object() && keys.empty())
            m_context.report("action.row-key", path + "/primaryKeys",
                             RuleText::tr("%1 chooses one row by its key, but names no key.").arg(m_site.label),
                             RuleText::tr("Give the value of the key column, mostly ID."));
        if (keys.is_object()) {
            for (const auto &[column, value] : keys.items())
                undeclared(table, column, joinPointer(path + "/primaryKeys", column));
        }
        checkPlainValues(m_context, m_site, keys, path + "/primaryKeys");
    }

    void undeclared(const ElementFacts *table, const std::string &column, const std::string &path)
    {
        if (!table || !table->columnsListed || !isSystemColumn(column) || table->columnById(column))
            return;
        m_context
            .report("action.undeclared-key", path,
                    RuleText::tr("%1 finds a row by %2, which %3 does not list.")
                        .arg(m_site.label, inQuotes(column), labelOf(*table)),
                    RuleText::tr("A system column is there only when the table lists it by its id."))
            .fix = declareFix(*table, column);
    }

    void tab(const Json &effect, const std::string &path)
    {
        const FactsPtr tabs = m_context.byId(stringMember(effect, "tabbedContainerElementId"));
        const Json &index = child(child(effect, "selectedTab"), "index");
        if (!tabs || tabs->tabs < 0 || !index.is_number_integer())
            return;
        const auto chosen = index.get<std::int64_t>();
        if (chosen >= 0 && chosen < tabs->tabs)
            return;
        Diagnostic &finding =
            m_context.report("action.tab-index", path + "/selectedTab/index",
                             RuleText::tr("%1 selects a tab that %2 does not have.").arg(m_site.label, labelOf(*tabs)),
                             RuleText::tr("Tabs count from 0; this one has %1.").arg(tabs->tabs));
        if (tabs->tabs > 0) // mostly counted from 1
            finding.fix =
                setFix(chosen < 0 ? RuleText::tr("Select the first tab") : RuleText::tr("Select the last tab"),
                       m_context, path + "/selectedTab/index", chosen < 0 ? 0 : tabs->tabs - 1);
    }

    void condition(const Json &condition, const std::string &path)
    {
        if (textAt(condition, "type") == "column" && !m_site.select)
            m_context.report(
                "action.column-scope", path,
                RuleText::tr("%1 looks at a column, but no row is selected here.").arg(m_site.label),
                RuleText::tr("Conditions on columns work in on-select actions. Use a formula with controls."));
        operands(condition, path);
        for (const char *key : {"value", "low", "high"})
            checkValueSources(m_context, m_site, child(condition, key), joinPointer(path, key));
    }

    void operands(const Json &holder, const std::string &path)
    {
        for (const char *key : {"value", "low", "high"})
            checkPlainValue(m_context, m_site, holder, key, path);
    }

    CheckContext &m_context;
    ActionSite m_site;
};

} // namespace

std::string_view triggerOf(const Json &action)
{
    const Json &trigger = child(action, "trigger");
    return trigger.is_object() ? textAt(trigger, "on") : textOf(trigger);
}

void checkAction(CheckContext &context, ActionSite site, const Json &action, const std::string &path)
{
    ActionWalk(context, std::move(site)).action(action, path);
}

void checkToolStep(CheckContext &context, const QString &label, const Json &step, const std::string &path)
{
    if (textAt(step, "kind") == "sequence")
        reportSequence(context, label, path + "/kind");
    ActionWalk(context, {.label = label, .tool = true}).effect(step, path);
}

} // namespace tessera::model
