// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks that come close to breaking a rule and are fine, for rules whose own case has none.
#include "rule_bench.h"

namespace tessera::model {

namespace {

Edit page(const char *body)
{
    return [=](RuleBench &b) { b.addPage(body); };
}

constexpr const char *inputTable = R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view",
 "source": {"kind": "empty", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "ID"}, {"id": "amt", "type": "number", "name": "Amount"}]})J";
constexpr const char *linkedTable = R"J({"id": "lnk", "kind": "input-table", "name": "Linked", "inputMode": "view",
 "source": {"kind": "linked", "from": "base", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "k", "key": "c-dim", "name": "Dim"}, {"id": "n", "type": "text", "name": "Note"}]})J";
constexpr const char *donut =
    R"J({"id": "don", "kind": "donut-chart", "name": "D", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "d", "name": "D", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"},
             {"id": "h", "name": "H", "formula": "Sum([Base/Val])"}],
 "value": {"columnId": "v"}, "color": {"columnId": "d"}, "holeValue": {"columnId": "h"}})J";
constexpr const char *combo =
    R"J({"id": "combo", "kind": "combo-chart", "name": "C", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "D", "formula": "[Base/Dim]"}, {"id": "a", "name": "A", "formula": "Sum([Base/Val])"},
             {"id": "b", "name": "B", "formula": "Avg([Base/Val])"}],
 "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": [{"columnId": "a", "type": "bar"}, {"columnId": "b", "type": "line"}]}})J";

// A button with one effect, beside an input table and tabs.
Edit button(const std::string &effect)
{
    return [effect](RuleBench &b) {
        b.add(inputTable);
        b.add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}, {"name": "B"}]})J");
        b.add(
            R"J({"id": "btn", "kind": "button", "text": "Go", "actions": [{"id": "a", "trigger": "on-click", "effects": [)J" +
            effect + "]}]}");
    };
}

Edit onSelect(const std::string &effect)
{
    return [effect](RuleBench &b) {
        b.set("chart", "/actions", R"J([{"id": "a", "trigger": "on-select", "effects": [)J" + effect + "]}]");
    };
}

Edit modal(const char *parts, const char *action)
{
    return [=](RuleBench &b) {
        b.addOverlay(std::string(R"J({"id": "dlg", "type": "modal", "name": "D", "modal": )J") + parts +
                     R"J(, "actions": [)J" + action + "]}");
    };
}

Edit header(const char *config)
{
    return [=](RuleBench &b) {
        b.setContents("/settings", R"J({"navigation": {"pageHeader": "enabled"}})J");
        b.addPanel(std::string(R"J({"id": "h", "type": "header", "title": "H", "pages": ["pg"])J") + config + "}");
    };
}

std::vector<RuleCase> frame()
{
    return {
        {"structure.kind", {}, [](RuleBench &b) { b.setMeta("/kind", R"J("report")J"); }},
        {"structure.pages-missing", {}, [](RuleBench &b) { b.unsetContents("/pages"); }},
        {"structure.name-missing", {}, [](RuleBench &b) { b.setMeta("/name", R"J("0")J"); }},
        {"structure.folder",
         {},
         [](RuleBench &b) { b.setMeta("/folderId", R"J("0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d")J"); }},
        {"structure.nested-elements", {}, page(R"J({"id": "p2", "name": "Elements"})J")},
        {"structure.nested-layout", {}, page(R"J({"id": "layout", "name": "Layout"})J")},
        {"structure.not-an-object", {}, add(R"J({"id": "e", "kind": "divider"})J")},
        {"structure.kind-missing", {}, add(R"J({"id": "e", "kind": "container"})J")},
        {"structure.kind-unknown", {}, add(R"J({"id": "e", "kind": "value-list"})J")},
        {"identity.missing-id", {}, add(R"J({"id": "0", "kind": "divider"})J")},
        {"identity.duplicate-block", {}, page(R"J({"id": "PG", "name": "Same letters"})J")},
        {"identity.missing-column-id",
         {},
         set("base", "/columns/3", R"J({"id": "0", "name": "More", "formula": "[SALES/MORE]"})J")},
        {"identity.duplicate-column",
         {},
         set("base", "/columns/3", R"J({"id": "x", "name": "More", "formula": "[SALES/MORE]"})J")},
        {"identity.missing-grouping-id", {}, set("base", "/groupings/0/id", R"J("0")J")},
        {"identity.duplicate-grouping", {}, set("base", "/groupings/0/id", R"J("C-DIM")J")},
        {"identity.duplicate-filter",
         {},
         [](RuleBench &b) { // the same id in two elements
             const char *filters = R"J([{"id": "f", "columnId": "%", "kind": "number-range", "min": 1}])J";
             for (const auto &[element, column] : {std::pair("chart", "y"), std::pair("base", "c-val")}) {
                 std::string text = filters;
                 b.set(element, "/filters", text.replace(text.find('%'), 1, column));
             }
         }},
        {"identity.missing-field-id",
         {},
         add(R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "0", "type": "text", "label": "Name"}]})J")},
        {"identity.duplicate-field",
         {},
         add(R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text"}, {"fieldId": "N", "type": "number"}]})J")},
        {"identity.synced-without-primary",
         {},
         add(R"J({"id": "c2", "kind": "control", "controlId": "pDim", "controlType": "synced"})J")},
        {"identity.control-shadows-column", {}, set("ctl", "/controlId", R"J("Dim2")J")},
        {"identity.duplicate-action",
         {},
         [](RuleBench &b) {
             for (const char *id : {"a", "A"})
                 b.add(std::string(R"J({"id": "b-)J") + id +
                       R"J(", "kind": "button", "text": "A", "actions": [{"id": ")J" + id +
                       R"J(", "trigger": "on-click", "effects": [{"effect": "close-overlay"}]}]})J");
         }},
        {"identity.missing-agent-id", {}, contents("/agents", R"J([{"id": "0", "instructions": "Help."}])J")},
        {"identity.duplicate-agent",
         {},
         contents("/agents", R"J([{"id": "a", "instructions": "Help."}, {"id": "A", "instructions": "Help."}])J")},
        {"identity.missing-tool-id",
         {},
         contents(
             "/agents",
             R"J([{"id": "a", "instructions": "Help.", "tools": [{"kind": "action", "toolId": "0", "name": "T", "description": "D", "steps": []}]}])J")},
        {"identity.duplicate-tool",
         {},
         contents(
             "/agents",
             R"J([{"id": "a", "instructions": "Help.", "tools": [{"kind": "action", "toolId": "t", "name": "T", "description": "D", "steps": []}]},
 {"id": "b", "instructions": "Help.", "tools": [{"kind": "action", "toolId": "t", "name": "T", "description": "D", "steps": []}]}])J")},
        {"reference.control-target",
         {},
         set("ctl", "/filters/1", R"J({"source": {"kind": "table", "elementId": "base"}, "columnId": "c-day"})J")},
        {"reference.control-column", {}, set("ctl", "/filters/0/columnId", R"J("c-day")J")},
        {"reference.panel-page", {}, header("")},
        {"reference.popover-button-actions",
         {},
         [](RuleBench &b) {
             b.add(R"J({"id": "btn", "kind": "button", "text": "Open", "actions": []})J");
             b.addOverlay(R"J({"id": "po", "type": "popover", "name": "Pop", "triggerElementId": "btn"})J");
         }},
    };
}

std::vector<RuleCase> layout()
{
    return {
        {"layout.missing",
         {},
         [](RuleBench &b) {
             b.raw().elements = {};
             b.raw().pages = {};
             b.raw().layout = {};
         }},
        {"layout.duplicate", {}, add(R"J({"id": "text-2", "kind": "divider"})J")},
        {"layout.unknown-element", {}, add(R"J({"id": "ghost", "kind": "divider"})J")},
        {"layout.empty-reference", {}, add(R"J({"id": "0", "kind": "divider"})J")},
        {"layout.unknown-block", {}, page(R"J({"id": "ghost", "name": "Ghost"})J")},
        {"layout.block-without-id", {}, page(R"J({"id": "0", "name": "Zero"})J")},
        {"layout.duplicate-block", {}, page(R"J({"id": "PG", "name": "Same letters"})J")},
        {"layout.bad-place",
         {},
         [](RuleBench &b) { b.edit("text", [](LayoutNode &node) {
                                node.rect = GridRect{23, 100, 1, 1};
                            }); }},
        {"layout.tab-count",
         {},
         add(R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}, {"name": "B"}, {"name": "C"}]})J")},
        {"layout.container-too-short",
         {},
         [](RuleBench &b) {
             b.add(R"J({"id": "box", "kind": "container"})J");
             b.addUnplaced(R"J({"id": "d", "kind": "divider"})J");
             b.place(NodeKind::Element, "d", "box", {0, 0, 4, 8});
         }},
        {"layout.stack",
         {},
         [](RuleBench &b) { b.edit("text", [](LayoutNode &node) {
                                node.extra.push_back({"title", "stack"});
                            }); }},
    };
}

std::vector<RuleCase> looks()
{
    return {
        {"chart.gap", {}, set("chart", "/gap", R"J({"width": "small"})J")},
        {"chart.band",
         {},
         set("chart", "/refMarks",
             R"J([{"type": "band", "axis": "series", "value": {"type": "formula", "formula": "1"}, "endValue": {"type": "formula", "formula": "2"}, "label": {"visibility": "shown"}}])J")},
        {"chart.trellis", {}, set("chart", "/trellis", R"J({"rowsBy": [{"columnId": "z"}]})J")},
        {"chart.combo-bars", {}, add(combo)},
        {"chart.scatter-source",
         {},
         add(R"J({"id": "sc", "kind": "scatter-chart", "name": "S", "source": {"kind": "table", "elementId": "base", "groupingId": "lv1"},
 "columns": [{"id": "x", "name": "X", "formula": "Sum([Base/Val])"}, {"id": "y", "name": "Y", "formula": "Avg([Base/Val])"}], "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J")},
        {"chart.hole-value", {}, add(donut)},
        {"content.rgb", {}, set("text", "/body", R"J("RGB values")J")},
        {"content.gradient", {}, set("text", "/body", R"J("A gradient of colors")J")},
        {"content.svg-data", {}, add(R"J({"id": "im", "kind": "image", "url": "https://example.com/a.svg"})J")},
        {"content.page-break-field", {}, add(R"J({"id": "pb", "kind": "page-break"})J")},
    };
}

std::vector<RuleCase> data()
{
    return {
        {"data.list-on-number", {}, set("base", "/columns/0/formula", R"J("Text([SALES/VAL])")J")},
        {"data.single-list-values",
         {},
         [](RuleBench &b) {
             b.set("ctl", "/selectionMode", R"J("single")J");
             b.unset("ctl", "/values");
             b.set("ctl", "/value", R"J("a")J");
         }},
        {"data.synced-field",
         {},
         add(R"J({"id": "s", "kind": "control", "controlId": "pDim", "controlType": "synced"})J")},
        {"data.value-labels",
         {},
         add(R"J({"id": "s", "kind": "control", "controlId": "pS", "controlType": "segmented", "value": null,
 "source": {"kind": "manual", "valueType": "text", "values": ["a", "b"], "labels": ["A", "B"]}})J")},
        {"data.column-shape",
         {},
         [](RuleBench &b) {
             b.add(inputTable);
             b.set("inp", "/columns/2", R"J({"id": "f", "name": "F", "formula": "[Amount] * 2"})J");
         }},
        {"data.validation-slot",
         {},
         [](RuleBench &b) {
             b.add(inputTable);
             b.set("inp", "/columns/1/range", R"J({"min": 1})J");
         }},
        {"data.hidden-input-column", {}, set("base", "/columns/2/hidden", "true")},
        {"data.input-source", {}, add(linkedTable)},
        {"data.key-without-parent", {}, add(linkedTable)},
        {"data.linked-key", {}, add(linkedTable)},
        {"data.entry-permission", {}, set("base", "/noDataText", R"J("No input")J")},
        {"data.connection-placeholder",
         {},
         set("base", "/source/connectionId", R"J("11111111-2222-3333-4444-555555555555")J")},
        {"data.join-artefact",
         {},
         add(R"J({"id": "j", "kind": "table", "name": "J", "source": {"kind": "join", "name": "Star", "primarySource": {"kind": "table", "elementId": "base"},
 "joins": [{"name": "Leg", "joinType": "inner", "left": {"kind": "table", "elementId": "base"}, "right": {"kind": "table", "elementId": "base"}, "columns": [{"left": "[Dim]", "right": "[Dim]"}]}]},
 "columns": [{"id": "a", "name": "A", "formula": "[Star/Dim]"}]})J")},
        {"data.union-columns",
         {},
         add(R"J({"id": "u", "kind": "table", "name": "U", "source": {"kind": "union", "name": "All", "sources": [{"kind": "table", "elementId": "base"}, {"kind": "table", "elementId": "base"}],
 "matches": [{"outputColumnName": "Dim", "sourceColumns": ["[Dim]", null]}]}, "columns": [{"id": "a", "name": "A", "formula": "[All/Dim]"}]})J")},
    };
}

std::vector<RuleCase> actions()
{
    const char *footer = R"J({"width": "small", "header": {"title": "T", "showCloseIcon": "hidden"},
 "footer": {"primaryCta": {"text": "A", "visible": "shown"}, "secondaryCta": {"text": "B", "visible": "hidden"}}})J";
    const std::string one = R"J("values": {"amt": {"type": "constant", "value": {"type": "number", "value": 1}}})J";
    return {
        {"action.system-column", {}, button(R"J({"effect": "insert-rows", "tableElementId": "inp", )J" + one + "}")},
        {"action.current-row",
         {},
         button(
             R"J({"effect": "update-rows", "tableElementId": "inp", "whichRows": {"type": "formula", "formula": "True"}, )J" +
             one + "}")},
        {"action.ui-only",
         {},
         button(R"J({"effect": "call-api", "connectorId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"})J")},
        {"action.call-agent",
         {},
         button(R"J({"effect": "refresh-element", "target": {"type": "element", "element": "chart"}})J")},
        {"action.column-scope",
         {},
         onSelect(
             R"J({"effect": "set-control-value", "control": "pDim", "value": {"type": "column", "columnId": "x"}})J")},
        {"action.agent-input",
         {},
         contents(
             "/agents",
             R"J([{"id": "a", "instructions": "Help.", "tools": [{"kind": "action", "toolId": "t", "name": "T", "description": "D",
 "steps": [{"kind": "effect", "effect": "set-control-value", "control": "pDim", "value": {"type": "agent-input", "inputName": "x"}}]}]}])J")},
        {"action.form-field",
         {},
         [one](RuleBench &b) {
             b.add(inputTable);
             b.add(
                 R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "number", "label": "N"}], "actions": [{"id": "a", "trigger": "on-primary-cta-click",
 "effects": [{"effect": "insert-rows", "tableElementId": "inp", "values": {"amt": {"type": "form-field", "fieldId": "n"}}}]}]})J");
         }},
        {"action.waterfall",
         {},
         add(R"J({"id": "wf", "kind": "waterfall-chart", "name": "W", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "D", "formula": "[Base/Dim]"}, {"id": "y", "name": "V", "formula": "Sum([Base/Val])"}], "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J")},
        {"action.hidden-button",
         {},
         modal(footer,
               R"J({"id": "a", "trigger": "on-primary-cta-click", "effects": [{"effect": "close-overlay"}]})J")},
        {"action.overlay-control",
         {},
         modal(
             footer,
             R"J({"id": "a", "trigger": "on-close", "effects": [{"effect": "refresh-element", "target": {"type": "element", "element": "chart"}}]})J")},
        {"action.sequence",
         {},
         contents(
             "/agents",
             R"J([{"id": "a", "instructions": "Help.", "tools": [{"kind": "action", "toolId": "t", "name": "T", "description": "D",
 "steps": [{"kind": "effect", "effect": "close-overlay"}]}]}])J")},
    };
}

std::vector<RuleCase> words()
{
    const auto formula = [](const char *text) { return set("chart", "/columns/1/formula", text); };
    return {
        {"formula.unknown-function", {}, formula(R"J("Median([Base/Val])")J")},
        {"formula.unknown-prefix", {}, formula(R"J("Sum([BASE/Val])")J")},
        {"formula.ambiguous",
         {},
         [](RuleBench &b) {
             for (const char *name : {"Twin", "Twin 2"})
                 b.add(
                     std::string(R"J({"id": ")J") + name + R"J(", "kind": "table", "name": ")J" + name +
                     R"J(", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "a", "name": "A", "formula": "[Base/Dim]"}]})J");
             b.set("text", "/body", R"J("{{Max([Twin/A])}}")J");
         }},
        {"formula.slash-in-name", {}, set("chart", "/columns/2/name", R"J("Rows per day")J")},
        {"formula.list-in-text",
         {},
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "s", "kind": "control", "controlId": "pS", "controlType": "segmented", "value": null, "source": {"kind": "manual", "valueType": "text", "values": ["a"]}})J");
             b.set("text", "/body", R"J("{{[pS]}}")J");
         }},
        {"formula.card-binding", {}, set("text", "/body", R"J("{{Max([Base/Dim])}}")J")},
        {"document.agent-source",
         {},
         contents(
             "/agents",
             R"J([{"id": "a", "instructions": "Help.", "dataSources": [{"kind": "table", "elementId": "base"}]}])J")},
        {"document.agent-greeting",
         {},
         contents("/agents",
                  R"J([{"id": "a", "instructions": "Help.", "greeting": {"mode": "static", "message": "Hello"}}])J")},
        {"document.theme-color-twice",
         {},
         contents(
             "/settings",
             R"J({"theme": {"name": "Light", "overrides": {"colorOverrides": [{"name": "backgroundCanvas", "color": "#fff"}, {"name": "elementBackground", "color": "#eee"}]}}})J")},
        {"document.panel-switch", {}, header("")},
        {"document.panel-shadow", {}, header(R"J(, "config": {"scroll": "sticky", "borderStyle": "shadow"})J")},
        {"document.gate", {}, add(R"J({"id": "box", "kind": "container"})J")},
        {"document.plugin-id", {}, add(R"J({"id": "e", "kind": "embed", "url": "https://example.com"})J")},
        {"schema.required", {}, add(R"J({"id": "e", "kind": "embed", "url": "https://example.com"})J")},
        {"schema.type", {}, set("chart", "/xAxis", R"J({"columnId": "x", "format": {"labels": "hidden"}})J")},
        {"schema.range", {}, set("chart", "/style", R"J({"borderWidth": 3})J")},
        {"schema.rejected-key", {}, add(donut)},
        {"schema.dropped-key", {}, set("chart", "/style", R"J({"borderRadius": "round"})J")},
        {"schema.unknown-key",
         {},
         add(R"J({"id": "p", "kind": "plugin", "pluginId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "config": {"hologram": "on"}})J")},
        {"schema.reference", {}, set("chart", "/xAxis/columnId", R"J("z")J")},
        {"schema.reference-kind",
         {},
         button(
             R"J({"effect": "select-tab", "tabbedContainerElementId": "tabs", "selectedTab": {"type": "tab", "index": 0}})J")},
        {"schema.control-type",
         {},
         add(R"J({"id": "s", "kind": "control", "controlId": "pS", "controlType": "switch", "value": true})J")},
    };
}

} // namespace

// Rules that need more than the bench: the profile of an organisation, charts and navigations of their own.
std::vector<RuleCase> profileCases()
{
    const auto kpi = [](const char *formula) {
        return [formula](RuleBench &b) {
            b.add(
                std::string(
                    R"J({"id": "kpi", "kind": "kpi-chart", "name": "K", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "s", "name": "S", "formula": "Sum([Base/Val])"}, {"id": "v", "name": "V", "formula": ")J") +
                formula + R"J("}], "value": {"columnId": "v"}})J");
        };
    };
    const auto navigation = [](const char *second) {
        return [second](RuleBench &b) {
            b.add(
                std::string(
                    R"J({"id": "nav", "kind": "navigation", "mode": "auto", "pageLabels": [{"pageId": "pg", "label": "A"}, {"pageId": ")J") +
                second + R"J(", "label": "B"}]})J");
        };
    };
    const auto with = [](const char *element, const char *profile) {
        return [=](RuleBench &b) {
            b.add(element);
            b.setProfile(profile);
        };
    };
    const char *form = R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text", "label": "N"}]})J";
    const char *tags = R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view",
 "source": {"kind": "empty", "connectionId": "c-1"}, "columns": [{"id": "ID"}, {"id": "t", "type": "multi-select", "name": "Tags", "values": ["a"]}]})J";
    return {
        {"schema.dropped-key",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "tm", "kind": "treemap-chart", "name": "T", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "d", "name": "D", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"}],
 "category": {"columnId": "d"}, "size": {"columnId": "v"}})J");
         }},
        {"chart.kpi-siblings", kpi("[S] * 2"), kpi("Sum([Base/Val]) * 2")},
        {"content.page-label-twice", navigation("pg"), navigation("data")},
        {"document.gate-off", with(form, R"J({"features": {"form": false}})J"),
         with(form, R"J({"features": {"form": true}})J")},
        {"data.connection-write", with(tags, R"J({"connections": {"c-1": {"writeAccess": false}}})J"),
         with(tags, R"J({"connections": {"c-1": {"writeAccess": true}, "c-2": {"writeAccess": false}}})J")},
        {"data.variant-type", with(tags, R"J({"connections": {"c-1": {"writeAccess": true}}})J"),
         with(tags, R"J({"connections": {"c-1": {"variant": true}}})J")},
        {"data.connection-variant", with(tags, R"J({"connections": {"c-1": {"variant": false}}})J"),
         with(tags, R"J({"connections": {"c-1": {"variant": true}}})J")},
    };
}

std::vector<RuleCase> nearMisses()
{
    std::vector<RuleCase> all;
    for (const auto &part : {frame(), layout(), looks(), data(), actions(), words()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace tessera::model
