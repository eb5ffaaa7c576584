// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_bench.h"

namespace tessera::model {

namespace {

constexpr const char *inputTable =
    R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view", "source": {"kind": "empty", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "ID"}, {"id": "amt", "type": "number", "name": "Amount"}]})J";
constexpr const char *linkedTable =
    R"J({"id": "lnk", "kind": "input-table", "name": "Linked", "inputMode": "view", "source": {"kind": "linked", "from": "base", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "k", "key": "c-dim", "name": "Dim"}, {"id": "n", "type": "text", "name": "Note"}]})J";

std::function<void(RuleBench &)> button(const std::string &effect, const std::string &trigger = "\"on-click\"")
{
    return [effect, trigger](RuleBench &b) {
        b.add(inputTable);
        b.add(linkedTable);
        b.add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}, {"name": "B"}]})J");
        b.add(R"J({"id": "btn", "kind": "button", "text": "Go", "actions": [{"id": "a", "trigger": )J" + trigger +
              R"J(, "effects": [)J" + effect + "]}]}");
    };
}

std::function<void(RuleBench &)> modal(const std::string &parts, const std::string &action)
{
    return [parts, action](RuleBench &b) {
        b.addOverlay(R"J({"id": "dlg", "type": "modal", "name": "D", "modal": )J" + parts + R"J(, "actions": [)J" +
                     action + "]}");
    };
}

} // namespace

std::vector<RuleCase> actionCases()
{
    const std::string close = R"J({"effect": "close-overlay"})J";
    const std::string insert =
        R"J({"effect": "insert-rows", "tableElementId": "inp", "values": {"amt": {"type": "constant", "value": {"type": "number", "value": 1}}}})J";
    const std::string header = R"J("header": {"title": "T", "showCloseIcon": "hidden"})J";
    const std::string hiddenFooter =
        R"J("footer": {"primaryCta": {"text": "A", "visible": "hidden"}, "secondaryCta": {"text": "B", "visible": "hidden"}})J";
    return {
        {"action.trigger", button(close, "\"on-select\""), button(close)},
        {"action.linked-rows",
         button(
             R"J({"effect": "insert-rows", "tableElementId": "lnk", "values": {"n": {"type": "constant", "value": {"type": "text", "value": "a"}}}})J"),
         button(insert)},
        {"action.system-column",
         button(
             R"J({"effect": "insert-rows", "tableElementId": "inp", "values": {"ID": {"type": "constant", "value": {"type": "text", "value": "a"}}}})J")},
        {"action.current-row",
         button(
             R"J({"effect": "update-rows", "tableElementId": "inp", "whichRows": {"type": "current-row"}, "values": {}})J")},
        {"action.tab-index",
         button(
             R"J({"effect": "select-tab", "tabbedContainerElementId": "tabs", "selectedTab": {"type": "tab", "index": 2}})J"),
         button(
             R"J({"effect": "select-tab", "tabbedContainerElementId": "tabs", "selectedTab": {"type": "tab", "index": 1}})J")},
        {"action.no-url",
         button(R"J({"effect": "open-url", "openTarget": "_blank"})J"),
         button(R"J({"effect": "open-url", "openTarget": "_blank", "url": "https://example.com"})J"),
         {"schema.required"}},
        {"action.ui-only",
         button(R"J({"effect": "call-stored-procedure", "storedProcedure": "p"})J"),
         {},
         {"schema.type", "schema.rejected-key"}},
        {"action.call-agent",
         button(R"J({"effect": "call-agent", "agentId": "x", "prompt": "p"})J"),
         {},
         {"schema.reference"}},
        {"action.clear-page", button(R"J({"effect": "clear-control", "scope": {"type": "page", "page": "pg"}})J"),
         button(R"J({"effect": "clear-control", "scope": {"type": "page", "pageId": "pg"}})J")},
        {"action.column-scope",
         button(
             R"J({"effect": "set-control-value", "control": "pDim", "value": {"type": "column", "columnId": "x"}})J"),
         {},
         {"schema.reference"}},
        {"action.agent-input",
         button(
             R"J({"effect": "set-control-value", "control": "pDim", "value": {"type": "agent-input", "inputName": "x"}})J")},
        {"action.form-field",
         button(
             R"J({"effect": "set-control-value", "control": "pDim", "value": {"type": "form-field", "fieldId": "x"}})J"),
         {},
         {"schema.reference"}},
        {"action.selection-scope",
         button(
             R"J({"effect": "set-control-value", "control": "pDim", "value": {"type": "formula", "formula": "[Selection/Dim]"}})J"),
         [](RuleBench &b) {
             b.set(
                 "chart", "/actions",
                 R"J([{"id": "a", "trigger": "on-select", "effects": [{"effect": "set-control-value", "control": "pDim", "value": {"type": "formula", "formula": "[Selection/Dim]"}}]}])J");
         }},
        {"action.waterfall",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "wf", "kind": "waterfall-chart", "name": "W", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "D", "formula": "[Base/Dim]"}, {"id": "y", "name": "V", "formula": "Sum([Base/Val])"}], "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]},
 "actions": [{"id": "a", "trigger": "on-select", "effects": []}]})J");
         },
         {},
         {"schema.rejected-key", "schema.unknown-key"}},
        {"action.hidden-button",
         modal("{\"width\": \"small\", \"header\": {\"title\": \"T\", \"showCloseIcon\": \"shown\"}, " + hiddenFooter +
                   "}",
               R"J({"id": "a", "trigger": "on-primary-cta-click", "effects": []})J")},
        {"action.cannot-close",
         modal("{\"width\": \"small\", " + header + ", " + hiddenFooter + "}",
               R"J({"id": "a", "trigger": "on-close", "effects": []})J"),
         modal("{\"width\": \"small\", \"header\": {\"title\": \"T\", \"showCloseIcon\": \"shown\"}, " + hiddenFooter +
                   "}",
               R"J({"id": "a", "trigger": "on-close", "effects": []})J")},
        {"action.overlay-control",
         modal(
             "{\"width\": \"small\"}",
             R"J({"id": "a", "trigger": "on-close", "effects": [{"effect": "clear-control", "scope": {"type": "workbook"}}]})J"),
         {},
         {"action.clear-unproven"}},
        {"action.sequence",
         [](RuleBench &b) {
             b.setContents(
                 "/agents",
                 R"J([{"id": "a", "instructions": "Help.", "tools": [{"kind": "action", "toolId": "t", "name": "T", "description": "D", "steps": [{"kind": "sequence", "sequenceId": "s"}]}]}])J");
         }},
    };
}

std::vector<RuleCase> documentCases()
{
    return {
        {"document.agent-source",
         [](RuleBench &b) {
             b.setContents(
                 "/agents",
                 R"J([{"id": "a", "instructions": "Help.", "dataSources": [{"kind": "table", "elementId": "nope"}]}])J");
         },
         {},
         {"schema.reference"}},
        {"document.agent-mention",
         [](RuleBench &b) {
             b.setContents("/agents", R"J([{"id": "a", "instructions": "Use @dataSource(\"base\")."}])J");
         },
         [](RuleBench &b) {
             b.setContents(
                 "/agents",
                 R"J([{"id": "a", "instructions": "Use @dataSource(\"base\").", "dataSources": [{"kind": "table", "elementId": "base"}]}])J");
         }},
        {"document.agent-greeting",
         [](RuleBench &b) {
             b.setContents("/agents", R"J([{"id": "a", "instructions": "Help.", "greeting": "Hello"}])J");
         }},
        {"document.theme-color-twice",
         [](RuleBench &b) {
             b.setContents(
                 "/settings",
                 R"J({"theme": {"name": "Light", "overrides": {"colorOverrides": [{"name": "backgroundCanvas", "color": "#fff"}, {"name": "backgroundCanvas", "color": "#eee"}]}}})J");
         }},
        {"document.theme-place",
         [](RuleBench &b) { b.setContents("/themeName", R"J("Dark")J"); },
         [](RuleBench &b) { b.setContents("/settings", R"J({"theme": {"name": "Dark"}})J"); },
         {"schema.unknown-key", "schema.dropped-key", "schema.rejected-key"}},
        {"document.panel-switch",
         [](RuleBench &b) { b.addPanel(R"J({"id": "h", "type": "header", "title": "H", "pages": ["pg"]})J"); }},
        {"document.panel-shadow",
         [](RuleBench &b) {
             b.setContents("/settings", R"J({"navigation": {"pageHeader": "enabled"}})J");
             b.addPanel(
                 R"J({"id": "h", "type": "header", "title": "H", "pages": ["pg"], "config": {"scroll": "none", "borderStyle": "shadow"}})J");
         }},
        {"document.gate",
         [](RuleBench &b) {
             b.add(R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text", "label": "N"}]})J");
         }},
        {"document.plugin-id",
         [](RuleBench &b) {
             b.add(R"J({"id": "p", "kind": "plugin", "pluginId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"})J");
         }},
    };
}

std::vector<RuleCase> schemaCases()
{
    return {
        {"schema.required", [](RuleBench &b) { b.add(R"J({"id": "e", "kind": "embed"})J"); }},
        {"schema.type", [](RuleBench &b) { b.set("chart", "/xAxis", R"J("x")J"); }},
        {"schema.variant", [](RuleBench &b) { b.set("chart", "/color", R"J({"by": "value", "value": "#fff"})J"); },
         [](RuleBench &b) { b.set("chart", "/color", R"J({"by": "single", "value": "#fff"})J"); }},
        {"schema.enum", [](RuleBench &b) { b.set("text", "/verticalAlign", R"J("middle")J"); },
         [](RuleBench &b) { b.set("text", "/verticalAlign", R"J("center")J"); }},
        {"schema.range", [](RuleBench &b) { b.set("chart", "/style", R"J({"borderWidth": 9})J"); }},
        {"schema.rejected-key", [](RuleBench &b) { b.set("chart", "/xAxis", R"J({"id": "x"})J"); }},
        {"schema.dropped-key", [](RuleBench &b) { b.set("chart", "/style", R"J({"cornerRadius": 4})J"); }},
        {"schema.unknown-key", [](RuleBench &b) { b.set("chart", "/hologram", "1"); }},
        {"schema.channel-twice",
         [](RuleBench &b) { b.set("chart", "/color", R"J({"by": "category", "column": "x"})J"); },
         [](RuleBench &b) { b.set("chart", "/color", R"J({"by": "category", "column": "z"})J"); }},
        {"schema.reference", [](RuleBench &b) { b.set("chart", "/xAxis/columnId", R"J("nope")J"); }},
        {"schema.reference-kind",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "btn", "kind": "button", "text": "Go", "actions": [{"id": "a", "trigger": "on-click", "effects": [{"effect": "select-tab", "tabbedContainerElementId": "chart", "selectedTab": {"type": "tab", "index": 0}}]}]})J");
         }},
        {"schema.control-type", [](RuleBench &b) { b.set("ctl", "/controlType", R"J("dropdown")J"); }},
    };
}

} // namespace tessera::model
