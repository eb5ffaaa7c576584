// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_bench.h"

namespace tessera::model {

std::vector<RuleCase> structureCases()
{
    return {
        {"structure.schema-version", [](RuleBench &b) { b.unsetContents("/schemaVersion"); },
         [](RuleBench &b) { b.setContents("/schemaVersion", "2"); }},
        {"structure.schema-version", [](RuleBench &b) { b.setContents("/schemaVersion", R"J("1")J"); }},
        {"structure.kind", [](RuleBench &b) { b.unsetContents("/kind"); }},
        {"structure.kind", [](RuleBench &b) { b.setContents("/kind", R"J("report")J"); }},
        {"structure.elements-missing",
         [](RuleBench &b) {
             b.raw().elements = {};
             b.raw().layout = {};
             b.unsetContents("/elements");
         },
         [](RuleBench &b) { b.unsetContents("/elements"); },
         {"layout.block-missing"}},
        {"structure.pages-missing",
         [](RuleBench &b) {
             b.raw().elements = {};
             b.raw().layout = {};
             b.raw().pages = {};
             b.unsetContents("/pages");
         }},
        {"structure.name-missing", [](RuleBench &b) { b.setMeta("/name", R"J("")J"); }},
        {"structure.folder", [](RuleBench &b) { b.setMeta("/folderId", R"J("YOUR-FOLDER-ID-HERE")J"); }},
        {"structure.folder", [](RuleBench &b) { b.setMeta("/folderId", R"J("")J"); }},
        {"structure.folder", [](RuleBench &b) { b.setMeta("/folderId", R"J("${FOLDER_ID}")J"); }},
        {"structure.request-key", [](RuleBench &b) { b.setMeta("/templateId", R"J("t")J"); },
         [](RuleBench &b) { b.setMeta("/dryRun", "false"); }},
        {"structure.request-key", [](RuleBench &b) { b.setMeta("/dryRun", "true"); }},
        // The body that replaces the content of a workbook.
        {"structure.name-missing",
         {},
         [](RuleBench &b) {
             b.raw().meta = {{"documentVersion", 7}};
         }},
        {"schema.type", [](RuleBench &b) { b.setMeta("/description", R"J({"text": "Sales"})J"); },
         [](RuleBench &b) { b.setMeta("/description", R"J("Sales")J"); }},
        {"structure.nested-elements", [](RuleBench &b) { b.setBlock("pg", "/elements", "[]"); }},
        {"structure.nested-layout", [](RuleBench &b) { b.setBlock("pg", "/layout", R"J("<Page/>")J"); }},
        {"structure.block-name", [](RuleBench &b) { b.setBlock("pg", "/name", "null"); },
         [](RuleBench &b) { b.setBlock("pg", "/name", R"J("Overview")J"); }},
        {"structure.not-an-object", [](RuleBench &b) { b.addUnplaced("[]"); }, {}, {}},
        {"structure.kind-missing", [](RuleBench &b) { b.add(R"J({"id": "e"})J"); }},
        {"structure.not-an-object", [](RuleBench &b) { b.addUnplaced("null"); }},
        {"structure.kind-missing", [](RuleBench &b) { b.unset("text", "/kind"); }},
        {"structure.kind-rejected", [](RuleBench &b) { b.add(R"J({"id": "e", "kind": "gantt"})J"); }},
        {"structure.kind-rejected", [](RuleBench &b) { b.set("text", "/kind", R"J("iframe")J"); },
         [](RuleBench &b) { b.add(R"J({"id": "e", "kind": "embed", "url": "https://example.com"})J"); }},
        {"structure.kind-unknown", [](RuleBench &b) { b.add(R"J({"id": "e", "kind": "hologram"})J"); }},
        {"structure.kind-unknown", [](RuleBench &b) { b.add(R"J({"id": "e", "kind": "Divider"})J"); }},
        {"structure.kind-unknown", [](RuleBench &b) { b.set("chart", "/kind", R"J("barChart")J"); }},
        {"structure.kind-unknown", [](RuleBench &b) { b.set("chart", "/kind", R"J("bar")J"); }},
    };
}

std::vector<RuleCase> identityCases()
{
    return {
        {"identity.missing-id", [](RuleBench &b) { b.addUnplaced(R"J({"kind": "divider"})J"); }},
        {"identity.missing-id",
         [](RuleBench &b) {
             b.addUnplaced(R"J({"id": 5, "kind": "divider"})J");
             b.place(NodeKind::Element, "5", "pg", {0, 50, 4, 1});
         },
         [](RuleBench &b) { b.add(R"J({"id": "5", "kind": "divider"})J"); },
         {"layout.unknown-element"}},
        {"identity.missing-id",
         [](RuleBench &b) {
             b.raw().pages.append(Object("p#7", {{"id", 7}, {"name", "Seven"}}));
             b.raw().layout.insert(rootNode, 2, {b.raw().layout.nextId(), {NodeKind::Page, "7", {}, 24, {}}, {}});
         },
         {},
         {"layout.unknown-block"}},
        {"identity.missing-column-id",
         [](RuleBench &b) {
             b.set("base", "/columns/3", R"J({"id": 4, "name": "More", "formula": "[SALES/MORE]"})J");
         }},
        {"identity.duplicate-element",
         [](RuleBench &b) {
             b.add(R"J({"id": "d", "kind": "divider"})J");
             b.add(R"J({"id": "d", "kind": "divider"})J");
         },
         [](RuleBench &b) {
             b.add(R"J({"id": "d", "kind": "divider"})J");
             b.add(R"J({"id": "D", "kind": "divider"})J");
         }},
        {"identity.duplicate-block",
         [](RuleBench &b) {
             b.raw().overlays.append(Object("pg#2", {{"id", "pg"}, {"type", "modal"}, {"name", "Dialog"}}));
         }},
        {"identity.missing-column-id",
         [](RuleBench &b) { b.set("base", "/columns/3", R"J({"name": "More", "formula": "[SALES/MORE]"})J"); }},
        {"identity.duplicate-column",
         [](RuleBench &b) {
             b.set("base", "/columns/3", R"J({"id": "c-val", "name": "More", "formula": "[SALES/MORE]"})J");
         }},
        {"identity.missing-grouping-id", [](RuleBench &b) { b.unset("base", "/groupings/0/id"); }},
        {"identity.duplicate-grouping", [](RuleBench &b) { b.set("base", "/groupings/0/id", R"J("c-dim")J"); }},
        {"identity.duplicate-grouping",
         [](RuleBench &b) {
             b.set("base", "/groupings/1", R"J({"id": "lv1", "groupBy": ["c-day"], "calculations": []})J");
         }},
        {"identity.missing-filter-id",
         [](RuleBench &b) {
             b.set("chart", "/filters", R"J([{"columnId": "x", "kind": "list", "mode": "include", "values": ["a"]}])J");
         },
         [](RuleBench &b) {
             b.set("chart", "/filters",
                   R"J([{"id": "f", "columnId": "x", "kind": "list", "mode": "include", "values": ["a"]}])J");
         }},
        {"identity.duplicate-filter",
         [](RuleBench &b) {
             b.set("chart", "/filters",
                   R"J([{"id": "f", "columnId": "x", "kind": "list", "mode": "include", "values": ["a"]},
                       {"id": "f", "columnId": "y", "kind": "number-range", "min": 1}])J");
         }},
        {"identity.missing-field-id",
         [](RuleBench &b) {
             b.add(R"J({"id": "f", "kind": "form", "fields": [{"type": "text", "label": "Name"}]})J");
         }},
        {"identity.duplicate-field",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text"}, {"fieldId": "n", "type": "number"}]})J");
         }},
        {"identity.duplicate-control",
         [](RuleBench &b) {
             b.add(R"J({"id": "c2", "kind": "control", "controlId": "PDIM", "controlType": "segmented", "value": null,
                       "source": {"kind": "manual", "valueType": "text", "values": ["a"]}})J");
         },
         [](RuleBench &b) {
             b.add(R"J({"id": "c2", "kind": "control", "controlId": "pDim", "controlType": "synced"})J");
         }},
        {"identity.synced-without-primary",
         [](RuleBench &b) {
             b.add(R"J({"id": "c2", "kind": "control", "controlId": "pNone", "controlType": "synced"})J");
         }},
        {"identity.control-shadows-column", [](RuleBench &b) { b.set("ctl", "/controlId", R"J("Dim")J"); }},
        {"identity.duplicate-action",
         [](RuleBench &b) {
             b.add(R"J({"id": "b1", "kind": "button", "text": "A", "actions": [{"id": "a", "trigger": "on-click",
                       "effects": [{"effect": "close-overlay"}]}]})J");
             b.add(R"J({"id": "b2", "kind": "button", "text": "B", "actions": [{"id": "a", "trigger": "on-click",
                       "effects": [{"effect": "close-overlay"}]}]})J");
         }},
        {"identity.missing-agent-id",
         [](RuleBench &b) { b.setContents("/agents", R"J([{"instructions": "Help."}])J"); }},
        {"identity.duplicate-agent",
         [](RuleBench &b) {
             b.setContents("/agents",
                           R"J([{"id": "a", "instructions": "Help."}, {"id": "a", "instructions": "Help."}])J");
         }},
        {"identity.missing-tool-id",
         [](RuleBench &b) {
             b.setContents("/agents", R"J([{"id": "a", "instructions": "Help.",
                 "tools": [{"kind": "action", "name": "T", "description": "D", "steps": []}]}])J");
         }},
        {"identity.duplicate-tool",
         [](RuleBench &b) {
             b.setContents("/agents", R"J([{"id": "a", "instructions": "Help.",
                 "tools": [{"kind": "action", "toolId": "t", "name": "T", "description": "D", "steps": []},
                           {"kind": "action", "toolId": "t", "name": "U", "description": "D", "steps": []}]}])J");
         }},
    };
}

std::vector<RuleCase> referenceCases()
{
    return {
        {"reference.source",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "nowhere"}, "columns": []})J");
         },
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"}, "columns": []})J");
         }},
        {"reference.grouping", [](RuleBench &b) { b.set("chart", "/source/groupingId", R"J("lv9")J"); },
         [](RuleBench &b) { b.set("chart", "/source/groupingId", R"J("lv1")J"); }},
        {"reference.column",
         [](RuleBench &b) { b.set("base", "/sort", R"J([{"columnId": "c-none", "direction": "ascending"}])J"); },
         [](RuleBench &b) { b.set("base", "/sort", R"J([{"columnId": "c-val", "direction": "ascending"}])J"); }},
        {"reference.column", [](RuleBench &b) { b.set("base", "/groupings/0/groupBy", R"J(["c-dim", "c-none"])J"); }},
        {"reference.inert-column", [](RuleBench &b) { b.set("base", "/order", R"J(["c-dim", "c-none"])J"); },
         [](RuleBench &b) {
             b.set("base", "/folders", R"J([{"id": "fo", "name": "Folder", "items": ["c-val"]}])J");
             b.set("base", "/order", R"J(["c-dim", "fo"])J");
         }},
        {"reference.control-target",
         [](RuleBench &b) { b.set("ctl", "/filters/0/source/elementId", R"J("nowhere")J"); }},
        {"reference.control-target",
         [](RuleBench &b) {
             b.set("ctl", "/filters", R"J([{"source": {"kind": "table", "elementId": "chart"}, "columnId": "x"}])J");
         }},
        {"reference.control-column", [](RuleBench &b) { b.set("ctl", "/filters/0/columnId", R"J("c-none")J"); }},
        {"reference.control-column", [](RuleBench &b) { b.set("ctl", "/filters/0/columnId", R"J("Dim")J"); }},
        {"reference.column",
         [](RuleBench &b) { b.set("base", "/sort", R"J([{"columnId": "Day", "direction": "ascending"}])J"); }},
        {"reference.control-column", [](RuleBench &b) { b.set("ctl", "/source/columnId", R"J("c-none")J"); }},
        {"reference.panel-page",
         [](RuleBench &b) {
             b.setContents("/settings", R"J({"navigation": {"pageHeader": "enabled"}})J");
             b.addPanel(R"J({"id": "h", "type": "header", "title": "Head", "pages": ["nowhere"]})J");
         }},
        {"reference.panel-twice",
         [](RuleBench &b) {
             b.setContents("/settings", R"J({"navigation": {"pageHeader": "enabled"}})J");
             b.addPanel(R"J({"id": "h1", "type": "header", "title": "Head", "pages": ["pg"]})J");
             b.addPanel(R"J({"id": "h2", "type": "header", "title": "Head", "pages": ["pg"]})J");
         },
         [](RuleBench &b) {
             b.setContents("/settings", R"J({"navigation": {"pageHeader": "enabled", "pageSidebar": "enabled"}})J");
             b.addPanel(R"J({"id": "h1", "type": "header", "title": "Head", "pages": ["pg"]})J");
             b.addPanel(R"J({"id": "h2", "type": "sidebar", "title": "Side", "pages": ["pg"]})J");
         }},
        {"reference.popover-trigger",
         [](RuleBench &b) {
             b.addOverlay(R"J({"id": "po", "type": "popover", "name": "Pop", "triggerElementId": "chart"})J");
         },
         [](RuleBench &b) {
             b.add(R"J({"id": "btn", "kind": "button", "text": "Open"})J");
             b.addOverlay(R"J({"id": "po", "type": "popover", "name": "Pop", "triggerElementId": "btn"})J");
         }},
        {"reference.popover-button-actions",
         [](RuleBench &b) {
             b.add(R"J({"id": "btn", "kind": "button", "text": "Open", "actions": [{"id": "a", "trigger": "on-click",
                       "effects": [{"effect": "close-overlay"}]}]})J");
             b.addOverlay(R"J({"id": "po", "type": "popover", "name": "Pop", "triggerElementId": "btn"})J");
         }},
    };
}

} // namespace tessera::model
