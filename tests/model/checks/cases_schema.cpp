// SPDX-License-Identifier: GPL-3.0-or-later
// Values that do not fit the catalogue, and what can be made of them.
#include "rule_bench.h"

namespace tessera::model {

namespace {

constexpr const char *navigation = R"J({"navigation": {"pageHeader": "enabled"}})J";

std::vector<RuleCase> formCases()
{
    return {
        {"schema.type", add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": ["A", "B"]})J"),
         add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}, {"name": "B"}]})J")},
        {"schema.type",
         add(R"J({"id": "p", "kind": "pivot-table", "name": "P", "source": {"kind": "table", "elementId": "base"},
            "columns": [{"id": "v", "name": "V", "formula": "Sum([Base/Val])"}], "values": [{"columnId": "v"}]})J"),
         add(R"J({"id": "p", "kind": "pivot-table", "name": "P", "source": {"kind": "table", "elementId": "base"},
            "columns": [{"id": "v", "name": "V", "formula": "Sum([Base/Val])"}], "values": ["v"]})J")},
        {"schema.type", set("base", "/sort", R"J(["c-dim"])J"),
         set("base", "/sort", R"J([{"columnId": "c-dim", "direction": "ascending"}])J")},
        {"schema.unconfirmed",
         add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}], "tabBar": {"alignment": "start"}})J"),
         add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}], "tabBar": {"alignment": "left"}})J")},
        {"schema.unconfirmed", add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": []})J")},
        {"schema.rejected-key", set("text", "/source", R"J({"kind": "table", "elementId": "base"})J")},
        {"chart.foreign-setting",
         [](RuleBench &b) {
             b.set("chart", "/kind", R"J("line-chart")J");
             b.set("chart", "/orientation", R"J("horizontal")J");
         },
         set("chart", "/orientation", R"J("horizontal")J")},
        {"schema.color", set("chart", "/style", R"J({"backgroundColor": "#abcd"})J"),
         set("chart", "/style", R"J({"backgroundColor": "#aabbccdd"})J")},
        {"schema.color",
         [](RuleBench &b) {
             b.setContents("/settings", R"J({"theme": {"overrides": {"colors": {"text": "#abcd"}}}})J");
         }},
        {"schema.color", {}, [](RuleBench &b) { b.setBlock("pg", "/backgroundColor", R"J("transparent")J"); }},
        {"schema.color",
         {},
         [](RuleBench &b) {
             b.setContents("/settings", navigation);
             b.addPanel(
                 R"J({"id": "h", "type": "header", "title": "H", "pages": ["pg"], "config": {"backgroundColor": "auto"}})J");
         }},
        {"schema.required", set("chart", "/name", R"J({"fontSize": 12})J"),
         set("chart", "/name", R"J({"text": "Sales", "fontSize": 12})J")},
        {"schema.unknown-key", set("chart", "/name", R"J({"text": "Sales", "visibility": "shown"})J")},
        {"schema.variant", set("chart", "/color", R"J({"by": "categry", "column": "z"})J"),
         set("chart", "/color", R"J({"by": "category", "column": "z"})J")},
        {"schema.unknown-key", set("chart", "/tooltips", "{}")},
        {"schema.unknown-key",
         set("chart", "/filter",
             R"J([{"id": "f", "columnId": "x", "kind": "list", "mode": "include", "values": ["a"]}])J"),
         set("chart", "/filters",
             R"J([{"id": "f", "columnId": "x", "kind": "list", "mode": "include", "values": ["a"]}])J")},
        {"document.changed-kind",
         add(R"J({"id": "box", "kind": "box-chart", "name": "Box", "source": {"kind": "table", "elementId": "base"},
            "columns": [{"id": "v", "name": "V", "formula": "[Base/Val]"}], "yAxis": {"columnIds": ["v"]}})J"),
         add(R"J({"id": "s", "kind": "funnel-chart", "name": "F", "source": {"kind": "table", "elementId": "base"},
            "columns": [{"id": "d", "name": "D", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"}],
            "stage": {"columnId": "d"}, "series": {"columnId": "v"}})J")},
        {"document.theme-name", [](RuleBench &b) { b.setContents("/settings", R"J({"theme": {"name": ""}})J"); },
         [](RuleBench &b) { b.setContents("/settings", R"J({"theme": {"name": "Dark"}})J"); }},
    };
}

// Things named by their name where their id belongs.
std::vector<RuleCase> nameCases()
{
    return {
        {"reference.source", set("chart", "/source/elementId", R"J("Base")J")},
        {"reference.grouping", set("chart", "/source/groupingId", R"J("level-1")J")},
        {"reference.control-target", set("ctl", "/filters/0/source/elementId", R"J("Base")J")},
        {"reference.panel-page",
         [](RuleBench &b) {
             b.setContents("/settings", navigation);
             b.addPanel(R"J({"id": "h", "type": "header", "title": "H", "pages": ["Page"]})J");
         }},
        {"document.agent-source",
         [](RuleBench &b) {
             b.setContents(
                 "/agents",
                 R"J([{"id": "ag", "instructions": "Help.", "dataSources": [{"kind": "table", "elementId": "Base"}]}])J");
         }},
        {"schema.reference", set("chart", "/xAxis/columnId", R"J("Dim")J")},
        {"schema.reference",
         [](RuleBench &b) {
             b.addOverlay(R"J({"id": "m", "type": "modal", "name": "Details", "modal": {"width": "small"}})J");
             b.add(R"J({"id": "b1", "kind": "button", "text": "Open", "actions": [{"id": "a", "trigger": "on-click",
                "effects": [{"effect": "open-overlay", "overlayId": "Details"}]}]})J");
         }},
        {"schema.reference",
         add(R"J({"id": "b1", "kind": "button", "text": "Refresh", "actions": [{"id": "a", "trigger": "on-click",
            "effects": [{"effect": "refresh-element", "target": {"type": "element", "element": "Base"}}]}]})J"),
         add(R"J({"id": "b1", "kind": "button", "text": "Refresh", "actions": [{"id": "a", "trigger": "on-click",
            "effects": [{"effect": "refresh-element", "target": {"type": "element", "element": "base"}}]}]})J")},
        {"schema.reference",
         [](RuleBench &b) {
             b.setContents("/agents", R"J([{"id": "ag", "name": "Helper", "instructions": "Help."}])J");
             b.add(R"J({"id": "talk", "kind": "chat", "agentId": "Helper"})J");
         }},
    };
}

} // namespace

std::vector<RuleCase> schemaFixCases()
{
    std::vector<RuleCase> all = formCases();
    const std::vector<RuleCase> names = nameCases();
    all.insert(all.end(), names.begin(), names.end());
    return all;
}

} // namespace tessera::model
