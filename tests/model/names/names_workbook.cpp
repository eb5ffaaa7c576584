// SPDX-License-Identifier: GPL-3.0-or-later
#include "names_workbook.h"

#include "model/base/json_text.h"

namespace tessera::model {

namespace {

constexpr const char *elements = R"J([
{"id": "base", "kind": "table", "name": "Orders Base",
 "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["DB", "SC", "ORDERS"]},
 "columns": [{"id": "c-id", "name": "Id", "formula": "[ORDERS/ID]"}, {"id": "c-amount", "name": "Amount", "formula": "[ORDERS/AMOUNT]"},
             {"id": "c-double", "name": "Double", "formula": "[Amount] * 2"},
             {"id": "c-in", "name": "In", "formula": "[pRegion] = \"pRegion\""}],
 "actions": [{"id": "sel", "trigger": "on-select", "effects": [
   {"effect": "set-control-value", "control": "pRegion2", "value": {"type": "formula", "formula": "[Selection/Amount]"}}]}]},
{"id": "chart", "kind": "bar-chart", "name": "Chart", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "Id", "formula": "[Orders Base/Id]"}, {"id": "y", "name": "Sum", "formula": "Sum( [Orders Base/Amount] )"},
             {"id": "z", "name": "Odd", "formula": "\"[Orders Base/Amount]\" & [ Orders Base / Amount ]"}],
 "xAxis": {"columnId": "x", "sort": {"by": "y", "direction": "ascending"}}, "yAxis": {"columnIds": ["y"]},
 "color": {"by": "category", "column": "z"}},
{"id": "other", "kind": "table", "name": "Other", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["DB", "SC", "OTHERS"]},
 "columns": [{"id": "o1", "name": "Key", "formula": "[OTHERS/KEY]"},
             {"id": "o2", "name": "Found", "formula": "Lookup([Orders Base/Amount], [Key], [Orders Base/Id])"},
             {"id": "o3", "name": "More", "formula": "[Amount] + 1"}, {"id": "o4", "name": "Amount", "formula": "[OTHERS/AMOUNT]"}]},
{"id": "joined", "kind": "table", "name": "Joined",
 "source": {"kind": "join", "name": "Star", "primarySource": {"kind": "table", "elementId": "other"},
   "joins": [{"name": "Orders Base", "joinType": "inner", "left": {"kind": "table", "elementId": "other"},
              "right": {"kind": "table", "elementId": "base"}, "columns": [{"left": "[Amount]", "right": "[Amount]"}]}]},
 "columns": [{"id": "j1", "name": "Id", "formula": "[Star/Id]"}, {"id": "j2", "name": "Amount", "formula": "[Orders Base/Amount]"}]},
{"id": "united", "kind": "table", "name": "United",
 "source": {"kind": "union", "name": "All", "sources": [{"kind": "table", "elementId": "base"}, {"kind": "table", "elementId": "other"}],
   "matches": [{"outputColumnName": "Amount", "sourceColumns": ["[Amount]", "[Amount]"]}]},
 "columns": [{"id": "u1", "name": "Amount", "formula": "[All/Amount]"}]},
{"id": "passing", "kind": "table", "name": "Passing", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "p1", "formula": "[Orders Base/Amount]"}]},
{"id": "belowPassing", "kind": "table", "name": "Below", "source": {"kind": "table", "elementId": "passing"},
 "columns": [{"id": "b1", "name": "Mine", "formula": "[Passing/Amount]"}]},
{"id": "pivot", "kind": "pivot-table", "name": {"text": "Pivot", "color": "#112233"}, "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "pr", "name": "Id", "formula": "[Orders Base/Id]"}, {"id": "pv", "name": "Sales", "formula": "Sum([Orders Base/Double])"},
             {"id": "ps", "name": "Share", "formula": "[Sales] / [Sales (Row Total)]"}], "values": ["pv", "ps"], "rowsBy": [{"columnId": "pr"}]},
{"id": "text", "kind": "text", "body": "Total {{Sum([Orders Base/Amount]) | $,.0f}} of [Orders Base/Amount]"},
{"id": "dates", "kind": "text", "body": "{{[pRegion]}} {{[pRegion2]}}"},
{"id": "cards", "kind": "repeated-container", "source": {"kind": "table", "elementId": "base"}},
{"id": "cardText", "kind": "text", "body": "{{[Orders Base repeated container/Amount]}}"},
{"id": "ctl", "kind": "control", "controlId": "pRegion", "controlType": "list", "name": "Region", "mode": "include",
 "selectionMode": "single", "value": null, "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "c-id"},
 "filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": "c-id"}]},
{"id": "ctl2", "kind": "control", "controlId": "pRegion2", "controlType": "text", "name": "Region 2", "mode": "equals",
 "case": "insensitive", "includeNulls": "always", "showOperators": false},
{"id": "mirror", "kind": "control", "controlId": "pRegion", "controlType": "synced"},
{"id": "sqlTable", "kind": "table", "name": "Sql",
 "source": {"kind": "sql", "connectionId": "c", "statement": "SELECT 1 WHERE r = {{pRegion}} OR r = {{ pRegion }} -- pRegion"},
 "columns": [{"id": "s1", "name": "One", "formula": "[Custom SQL/1]"}]},
{"id": "input", "kind": "input-table", "name": "Plan", "inputMode": "view", "source": {"kind": "empty", "connectionId": "c"},
 "columns": [{"id": "ID"}, {"id": "amt", "type": "number", "name": "Amount"}, {"id": "twice", "name": "Twice", "formula": "[Amount] * 2"}]},
{"id": "button", "kind": "button", "text": "Go", "actions": [{"id": "act", "trigger": "on-click", "effects": [
  {"effect": "update-rows", "tableElementId": "input", "whichRows": {"type": "formula", "formula": "[Amount] > 1"},
   "values": {"amt": {"type": "formula", "formula": "[pRegion2]"}}},
  {"effect": "set-control-value", "control": "pRegion", "value": {"type": "control", "control": "pRegion"}},
  {"effect": "clear-control", "scope": {"type": "control", "controlId": "pRegion"}},
  {"effect": "navigate", "target": {"type": "page", "page": "pg"}}]}]},
{"id": "twin1", "kind": "table", "name": "Twin", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["A", "B", "T1"]},
 "columns": [{"id": "t", "name": "Id", "formula": "[T1/ID]"}]},
{"id": "twin2", "kind": "table", "name": "Twin", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["A", "B", "T2"]},
 "columns": [{"id": "t", "name": "Id", "formula": "[T2/ID]"}]},
{"id": "onTwin1", "kind": "table", "name": "On one", "source": {"kind": "table", "elementId": "twin1"},
 "columns": [{"id": "t", "name": "Id", "formula": "[Twin/Id]"}]},
{"id": "onTwin2", "kind": "table", "name": "On two", "source": {"kind": "table", "elementId": "twin2"},
 "columns": [{"id": "t", "name": "Id", "formula": "[Twin/Id]"}]}
])J";

constexpr const char *contents =
    R"J({"schemaVersion": 1, "kind": "workbook", "elements": null, "pages": null, "layout": null,
 "agents": [{"id": "ag", "name": "Helper", "instructions": "Say {{Sum([Orders Base/Amount])}} from @dataSource(\"base\").",
             "dataSources": [{"kind": "table", "elementId": "base"}]}]})J";

} // namespace

Workbook namesWorkbook()
{
    Workbook workbook;
    workbook.meta = {{"name", "Names"}, {"folderId", "11111111-2222-3333-4444-555555555555"}};
    workbook.contents = *readJson(contents);
    workbook.pages.append(Object("pg", {{"id", "pg"}, {"name", "Page"}}));
    workbook.layout.insert(rootNode, 0, {1, {NodeKind::Page, "pg", {}, 24, {}}, {}});
    const Json list = *readJson(elements);
    int row = 0;
    for (const Json &element : list) {
        const std::string id = stringMember(element, "id");
        workbook.elements.append(Object(id, element));
        const NodeKind kind =
            stringMember(element, "kind") == "repeated-container" ? NodeKind::Container : NodeKind::Element;
        workbook.layout.insert(1, row, {2 + row, {kind, id, GridRect{0, row * 4, 12, 4}, 24, {}}, {}});
        ++row;
    }
    return workbook;
}

} // namespace tessera::model
