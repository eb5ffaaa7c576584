// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of actions: where their values come from, which rows they choose, and what their host lets them see.
#include "rule_bench.h"

namespace tessera::model {

namespace {

const std::string close = R"J({"effect": "close-overlay"})J";
const std::string text = R"J({"type": "constant", "value": {"type": "text", "value": "a"}})J";

void tables(RuleBench &b)
{
    b.add(
        R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view", "source": {"kind": "empty", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "ID"}, {"id": "amt", "type": "number", "name": "Amount"}, {"id": "note", "type": "text", "name": "Note"}, {"id": "twice", "name": "Twice", "formula": "[Amount] * 2"}]})J");
    b.add(
        R"J({"id": "bare", "kind": "input-table", "name": "Bare", "inputMode": "view", "source": {"kind": "empty", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "n", "type": "text", "name": "N"}]})J");
    b.add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}, {"name": "B"}]})J");
    b.add(
        R"J({"id": "note", "kind": "control", "controlId": "pNote", "name": "Note", "controlType": "text", "mode": "equals", "case": "insensitive", "includeNulls": "always", "showOperators": false})J");
}

std::string action(const std::string &effect, const std::string &trigger)
{
    return R"J([{"id": "act", "trigger": )J" + trigger + R"J(, "effects": [)J" + effect + "]}]";
}

Edit button(const std::string &effect)
{
    return [effect](RuleBench &b) {
        tables(b);
        b.add(R"J({"id": "btn", "kind": "button", "text": "Go", "actions": )J" + action(effect, "\"on-click\"") + '}');
    };
}

Edit chart(const std::string &effect, const std::string &trigger = "\"on-select\"")
{
    return [effect, trigger](RuleBench &b) {
        tables(b);
        b.set("chart", "/actions", action(effect, trigger));
    };
}

Edit overlay(const std::string &type, const std::string &effect, const std::string &trigger)
{
    return [=](RuleBench &b) {
        tables(b);
        b.addOverlay(R"J({"id": "ov", "type": ")J" + type + R"J(", "name": "O", "actions": )J" +
                     action(effect, '"' + trigger + '"') + '}');
    };
}

Edit tool(const std::string &effect)
{
    return [effect](RuleBench &b) {
        tables(b);
        b.setContents(
            "/agents",
            R"J([{"id": "a", "instructions": "Help.", "tools": [{"kind": "action", "toolId": "t", "name": "T", "description": "D", "steps": [{"kind": "effect", )J" +
                effect.substr(1) + "]}]}]");
    };
}

std::string note(const std::string &value)
{
    return R"J({"effect": "set-control-value", "control": "pNote", "value": )J" + value + '}';
}

std::string insert(const std::string &values)
{
    return R"J({"effect": "insert-rows", "tableElementId": "inp", "values": )J" + values + '}';
}

std::string update(const std::string &table, const std::string &which)
{
    const std::string values = table == "inp" ? "{\"note\": " + text + '}' : "{\"n\": " + text + '}';
    return R"J({"effect": "update-rows", "tableElementId": ")J" + table + R"J(", "whichRows": )J" + which +
           R"J(, "values": )J" + values + '}';
}

std::string oneRow(const std::string &keys)
{
    return R"J({"type": "single-row", "primaryKeys": )J" + keys + '}';
}

std::string formula(const std::string &expression)
{
    return R"J({"type": "formula", "formula": ")J" + expression + "\"}";
}

std::string branch(const std::string &effect)
{
    return R"J({"effect": "if-else", "if": {"condition": {"type": "formula", "formula": "True"}, "effects": [)J" +
           effect + "]}}";
}

std::vector<RuleCase> valueCases()
{
    const std::string key = "{\"ID\": " + text + '}';
    return {
        {"action.plain-value", button(insert(R"J({"amt": 5})J")),
         button(insert(R"J({"amt": {"type": "constant", "value": {"type": "number", "value": 5}}})J"))},
        {"action.plain-value", button(note("\"a\"")), button(note(text))},
        {"action.plain-value", button(update("inp", oneRow(R"J({"ID": "7"})J"))), button(update("inp", oneRow(key)))},
        {"action.plain-value",
         chart(
             close,
             R"J({"on": "on-select", "condition": {"type": "column", "columnId": "x", "condition": "=", "value": "a"}})J"),
         chart(close,
               R"J({"on": "on-select", "condition": {"type": "column", "columnId": "x", "condition": "=", "value": )J" +
                   text + "}}")},
        {"action.constant", button(note(R"J({"type": "constant", "value": {"type": "number-list", "value": ["a"]}})J")),
         button(note(R"J({"type": "constant", "value": {"type": "number-list", "value": [1, null]}})J"))},
        {"action.computed-column", button(insert("{\"twice\": " + text + '}')),
         button(insert("{\"note\": " + text + '}'))},
        {"action.row-key", button(update("inp", oneRow("{}"))), button(update("inp", oneRow(key)))},
        {"action.undeclared-key", button(update("bare", oneRow(key))), button(update("inp", oneRow(key)))},
        {"action.form-field",
         overlay("modal", insert(R"J({"note": {"type": "form-field", "fieldId": "f"}})J"), "on-close"),
         overlay("modal", insert("{\"note\": " + text + '}'), "on-close")},
        {"action.column-scope",
         button(branch(close).replace(branch(close).find("\"formula\", \"formula\": \"True\""), 28,
                                      R"J("constant", "cond": "=", "value": {"type": "column", "columnId": "x"})J")),
         button(branch(close))},
        {"action.tab-index",
         button(
             R"J({"effect": "select-tab", "tabbedContainerElementId": "tabs", "selectedTab": {"type": "tab", "index": 2}})J"),
         button(
             R"J({"effect": "select-tab", "tabbedContainerElementId": "tabs", "selectedTab": {"type": "tab", "index": 1}})J")},
        {"action.clear-unproven", button(R"J({"effect": "clear-control", "scope": {"type": "workbook"}})J"),
         button(R"J({"effect": "clear-control", "scope": {"type": "page"}})J")},
        // What is only not proven hides nothing that is wrong.
        {"schema.unconfirmed",
         button(R"J({"effect": "clear-control", "scope": {"type": "control", "controlId": "nope"}})J"),
         {},
         {"action.clear-unproven"}},
        {"schema.required",
         button(R"J({"effect": "open-url"})J"),
         button(R"J({"effect": "open-url", "url": "https://example.com", "openTarget": "_self"})J"),
         {"action.no-url"}},
    };
}

std::vector<RuleCase> siteCases()
{
    const std::string reads = insert(R"J({"note": {"type": "control", "control": "pNote"}})J");
    return {
        {"action.selection-column", chart(note(formula("[Selection/Sals]"))),
         chart(note(formula("[Selection/Sales]")))},
        {"action.selection-scope", tool(note(formula("[Selection/Dim]"))), tool(note(formula("Upper([pNote])")))},
        {"action.overlay-control", overlay("modal", branch(note(text)), "on-close"),
         overlay("modal", branch(close), "on-close")},
        {"action.overlay-control", overlay("modal", reads, "on-close"), button(reads)},
        {"action.overlay-control",
         overlay("modal", insert("{\"note\": " + formula("Upper([pNote])") + '}'), "on-close"),
         overlay("modal", insert("{\"note\": " + formula("Upper(\\\"a\\\")") + '}'), "on-close")},
        {"schema.unconfirmed", overlay("drawer", close, "on-primary-cta-click"), overlay("drawer", close, "on-close")},
        {"schema.unconfirmed",
         [](RuleBench &b) {
             tables(b);
             b.set("inp", "/actions", action(close, "\"on-click\""));
         },
         [](RuleBench &b) {
             tables(b);
             b.set("inp", "/actions", action(close, "\"on-select\""));
         }},
        {"schema.unconfirmed",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text", "label": "N"}], "actions": )J" +
                 action(close, "\"on-click\"") + '}');
         },
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text", "label": "N"}], "actions": )J" +
                 action(close, "\"on-primary-cta-click\"") + '}');
         }},
        {"schema.unconfirmed",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "p", "kind": "plugin", "pluginId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "actions": )J" +
                 action(close, "\"on-click\"") + '}');
         },
         {},
         {"schema.unknown-key"}},
    };
}

// Keys of the other spelling: some effects take Id at their end, some do not.
std::vector<RuleCase> keyCases()
{
    const std::string place = R"J("source": {"type": "element", "element": "chart"})J";
    return {
        {"schema.unconfirmed",
         button(R"J({"effect": "set-control-value", "control": "pnote", "value": )J" + text + '}'), button(note(text))},
        {"schema.reference", button(R"J({"effect": "set-control-value", "control": "note", "value": )J" + text + '}'),
         button(note(text))},
        {"schema.reference", button(insert("{\"Note\": " + text + '}')), button(insert("{\"note\": " + text + '}'))},
        {"schema.type",
         button(
             R"J({"effect": "select-tab", "tabbedContainerElementId": "tabs", "selectedTab": {"type": "tab", "index": "1"}})J"),
         button(
             R"J({"effect": "select-tab", "tabbedContainerElementId": "tabs", "selectedTab": {"type": "tab", "index": 1}})J")},
        {"schema.unconfirmed",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text", "label": "N"}], "actions": )J" +
                 action(R"J({"effect": "set-form-values", "formElementId": "f", "values": {"m": )J" + text + "}}",
                        "\"on-primary-cta-click\"") +
                 '}');
         },
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text", "label": "N"}], "actions": )J" +
                 action(R"J({"effect": "set-form-values", "formElementId": "f", "values": {"n": )J" + text + "}}",
                        "\"on-primary-cta-click\"") +
                 '}');
         }},
        {"schema.rejected-key", button(R"J({"effect": "navigate", "page": "pg"})J"),
         button(R"J({"effect": "navigate", "target": {"type": "page", "page": "pg"}})J")},
        {"schema.rejected-key", button(R"J({"effect": "refresh-element", "element": "chart"})J"),
         button(R"J({"effect": "refresh-element", "target": {"type": "element", "element": "chart"}})J")},
        {"schema.rejected-key", button(R"J({"effect": "open-overlay", "overlay": "dlg"})J")},
        {"schema.rejected-key", button(R"J({"effect": "navigate", "target": {"type": "page", "pageId": "pg"}})J"),
         button(R"J({"effect": "navigate", "target": {"type": "page", "page": "pg"}})J")},
        {"schema.rejected-key",
         button(R"J({"effect": "refresh-element", "target": {"type": "element", "elementId": "chart"}})J"),
         button(R"J({"effect": "refresh-element", "target": {"type": "element", "element": "chart"}})J")},
        {"schema.rejected-key", button(note(R"J({"type": "control", "controlId": "pDim"})J")),
         button(note(R"J({"type": "control", "control": "pDim"})J"))},
        {"schema.rejected-key",
         button(
             R"J({"effect": "custom-sort", "elementId": "base", "sort": {"type": "level", "columns": [{"column": "c-dim", "direction": "ascending"}]}})J"),
         button(
             R"J({"effect": "custom-sort", "elementId": "base", "sort": {"type": "level", "columns": [{"columnId": "c-dim", "direction": "ascending"}]}})J")},
        {"schema.required", button(R"J({"effect": "export", "channel": "download", )J" + place + '}'),
         button(R"J({"effect": "export", "channel": "download", "format": {"type": "csv"}, )J" + place + '}')},
    };
}

} // namespace

std::vector<RuleCase> stepCases()
{
    std::vector<RuleCase> all = valueCases();
    for (const auto &cases : {siteCases(), keyCases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

} // namespace tessera::model
