// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_edits.h"

namespace tessera::model {

std::vector<const char *> richElements()
{
    return {
        R"J({"id": "grp", "kind": "table", "name": "Grouped", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "g", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "s", "name": "Total", "formula": "Sum([Base/Val])", "format": {"kind": "number", "formatString": "$,.0f"}}],
 "groupings": [{"id": "l1", "groupBy": ["g"], "calculations": ["s"], "sort": [{"columnId": "s", "direction": "descending"}]}],
 "summary": [], "sort": [{"columnId": "g", "direction": "ascending"}], "order": ["g", "s"], "folders": [{"id": "f", "name": "F", "items": ["s"]}],
 "filters": [{"id": "fl", "columnId": "g", "kind": "list", "mode": "include", "values": ["a"]}],
 "conditionalFormats": [{"type": "single", "columnIds": ["s"], "condition": ">", "value": 5, "style": {"backgroundColor": "#fee"}}],
 "columnSecurities": [{"id": "cs", "criteria": {"kind": "no-one-can-view"}, "restrictedColumns": ["s"]}],
 "tableStyle": {"preset": "presentation"}, "style": {"borderWidth": 1, "borderColor": "#ccc"}, "description": {"text": "D"},
 "actions": [{"id": "sel", "trigger": {"on": "on-select", "condition": {"type": "column", "columnId": "g", "condition": "IsNotNull"}},
   "effects": [{"effect": "set-control-value", "control": "pDim", "value": {"type": "formula", "formula": "[Selection/Dim]"}}]}]})J",
        R"J({"id": "piv", "kind": "pivot-table", "name": {"text": "Pivot"}, "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "r", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "k", "name": "Day", "formula": "DateTrunc(\"month\", [Base/Day])"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"}],
 "values": ["v"], "rowsBy": [{"columnId": "r", "sort": {"direction": "ascending", "by": "row-count"}}], "columnsBy": [{"columnId": "k"}],
 "totals": {"showGrandTotals": "shown"}})J",
        R"J({"id": "kpi", "kind": "kpi-chart", "name": "K", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "m", "name": "Month", "formula": "DateTrunc(\"month\", [Base/Day])"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"}],
 "value": {"columnId": "v"}, "timeline": {"columnId": "m"}, "periodComparison": "month", "comparison": {"colorGood": "#16a34a"}, "layout": {"anchor": "left"}})J",
        R"J({"id": "don", "kind": "donut-chart", "name": "D", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "d", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"}],
 "value": {"columnId": "v"}, "color": {"columnId": "d", "sort": {"by": "v", "direction": "descending"}}, "dataLabel": {"labels": "shown"}})J",
        R"J({"id": "combo", "kind": "combo-chart", "name": "C", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "a", "name": "A", "formula": "Sum([Base/Val])"}, {"id": "b", "name": "B", "formula": "Avg([Base/Val])"}],
 "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": [{"columnId": "a", "type": "bar"}, {"columnId": "b", "type": "line"}]}, "yAxis2": {"columnIds": ["b"]},
 "refMarks": [{"type": "line", "axis": "series", "value": {"type": "formula", "formula": "0.5"}, "label": {"visibility": "shown"}}],
 "legend": {"position": "top"}, "trellis": {"rowsBy": []}})J",
        R"J({"id": "wf", "kind": "waterfall-chart", "name": "W", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "y", "name": "V", "formula": "Sum([Base/Val])"}],
 "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}, "waterfallShape": {"connectorLine": "shown"}})J",
        R"J({"id": "map", "kind": "region-map", "name": "M", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "st", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"}],
 "region": {"columnId": "st", "regionType": "us-state"}, "color": {"by": "scale", "column": "v"}, "tooltip": [{"columnId": "v"}]})J",
        R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view", "source": {"kind": "empty", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "ID"}, {"id": "amt", "type": "number", "name": "Amount", "range": {"min": 0}}, {"id": "st", "type": "text", "name": "Status", "values": ["A"], "pills": "single-color"},
             {"id": "twice", "name": "Twice", "formula": "[Amount] * 2"}]})J",
        R"J({"id": "lnk", "kind": "input-table", "name": "Linked", "inputMode": "view", "source": {"kind": "linked", "from": "base", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "k", "key": "c-dim", "name": "Dim"}, {"id": "n", "type": "text", "name": "Note"}]})J",
        R"J({"id": "btn", "kind": "button", "text": "Go {{[pDim]}}", "actions": [{"id": "act", "trigger": "on-click", "effects": [
   {"effect": "insert-rows", "tableElementId": "inp", "values": {"amt": {"type": "constant", "value": {"type": "number", "value": 1}}}},
   {"effect": "update-rows", "tableElementId": "lnk", "whichRows": {"type": "formula", "formula": "[Note] = \"a\""}, "values": {"n": {"type": "control", "control": "pDim"}}},
   {"effect": "clear-control", "scope": {"type": "page", "pageId": "pg"}}, {"effect": "open-overlay", "overlayId": "dlg"},
   {"effect": "select-tab", "tabbedContainerElementId": "tabs", "selectedTab": {"type": "tab", "index": 1}},
   {"effect": "if-else", "if": {"condition": {"type": "formula", "formula": "[pDim] = \"x\""}, "effects": [{"effect": "close-overlay"}]}, "else": {"effects": []}}]}]})J",
        R"J({"id": "pop", "kind": "button", "text": "More"})J",
        R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}, {"name": "B"}]})J",
        R"J({"id": "box", "kind": "container", "style": {"padding": "none"}, "backgroundImage": {"source": {"kind": "url", "url": "https://example.com/a.png"}}})J",
        R"J({"id": "cards", "kind": "repeated-container", "source": {"kind": "table", "elementId": "base"}})J",
        R"J({"id": "ctl2", "kind": "control", "controlId": "pDates", "controlType": "date-range", "name": "Dates", "mode": "last", "value": 6, "unit": "month", "includeToday": true,
 "filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": "c-day"}], "actions": [{"id": "ch", "trigger": "on-change", "effects": [{"effect": "refresh-element", "target": {"type": "element", "element": "chart"}}]}]})J",
        R"J({"id": "ctl3", "kind": "control", "controlId": "pMin", "controlType": "slider", "name": "Min", "mode": ">=", "low": 0, "high": 10, "value": 1})J",
        R"J({"id": "ctl4", "kind": "control", "controlId": "pOne", "controlType": "segmented", "name": "One", "value": "a", "source": {"kind": "manual", "valueType": "text", "values": ["a", "b"]},
 "filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"}]})J",
        R"J({"id": "lnk2", "kind": "input-table", "name": "Few", "inputMode": "view", "source": {"kind": "linked", "from": "grp", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "k", "key": "g", "name": "Dim"}, {"id": "n", "type": "text", "name": "Note"}]})J",
        R"J({"id": "joined", "kind": "table", "name": "Joined", "source": {"kind": "join", "name": "Star", "primarySource": {"kind": "table", "elementId": "base"},
   "joins": [{"name": "Grouped", "joinType": "inner", "left": {"kind": "table", "elementId": "base"}, "right": {"kind": "table", "elementId": "grp"}, "columns": [{"left": "[Dim]", "right": "[Dim]"}]}]},
 "columns": [{"id": "j", "name": "T", "formula": "[Grouped/Total]"}]})J",
        R"J({"id": "rich", "kind": "text", "body": "## {{Sum([Base/Val]) | $,.0f}} <span style=\"color: #112233\">x</span>\n\n- {{[pDim]}}"})J",
        R"J({"id": "frm", "kind": "form", "fields": [{"fieldId": "n", "type": "text", "label": "Name"}]})J",
        R"J({"id": "prog", "kind": "progress", "mode": "value", "min": "0", "max": "100", "value": "Avg([Base/Val])"})J",
        R"J({"id": "nav", "kind": "navigation", "mode": "manual", "options": [{"label": "Home", "destination": {"type": "page", "pageId": "pg"}}]})J",
        R"J({"id": "plug", "kind": "plugin", "pluginId": "p", "config": {"source": {"kind": "element", "elementId": "base"}, "dim": {"kind": "column", "columnId": "c-dim", "source": "source"}}})J",
        R"J({"id": "chat", "kind": "chat", "agentId": "ag"})J",
        R"J({"id": "img", "kind": "image", "url": "https://example.com/a.png", "alt": "A"})J",
        R"J({"id": "br", "kind": "page-break"})J",
    };
}

std::vector<const char *> richOverlays()
{
    return {
        R"J({"id": "dlg", "type": "modal", "name": "Dialog", "modal": {"width": "medium", "header": {"title": "T", "showCloseIcon": "shown"},
 "footer": {"primaryCta": {"text": "Save", "visible": "shown"}, "secondaryCta": {"text": "No", "visible": "hidden"}}},
 "actions": [{"id": "ok", "trigger": "on-primary-cta-click", "effects": [{"effect": "close-overlay"}]}]})J",
        R"J({"id": "po", "type": "popover", "name": "Pop", "triggerElementId": "pop"})J",
        R"J({"id": "dr", "type": "drawer", "name": "Drawer", "drawer": {"width": "small", "position": "end"}})J",
    };
}

const char *richSettings()
{
    return R"J({"theme": {"name": "Light", "overrides": {"colors": {"text": "#111111"}, "colorOverrides": [{"name": "backgroundCanvas", "color": "#fff"}],
 "borderRadius": "round", "titleFont": {"fontSize": 14}}}, "navigation": {"pageHeader": "enabled"}})J";
}

const char *richAgents()
{
    return R"J([{"id": "ag", "name": "Helper", "instructions": "Use @dataSource(\"base\") and @tool(\"t1\"). {{[pDim]}}",
 "dataSources": [{"kind": "table", "elementId": "base"}], "greeting": {"mode": "static", "message": "Hi"},
 "tools": [{"kind": "action", "toolId": "t1", "name": "T", "description": "D", "steps": [{"kind": "effect", "effect": "insert-rows", "tableElementId": "inp",
   "values": {"amt": {"type": "agent-input", "inputName": "amount"}}}]}]}])J";
}

} // namespace tessera::model
