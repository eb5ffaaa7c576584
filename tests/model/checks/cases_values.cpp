// SPDX-License-Identifier: GPL-3.0-or-later
// Values of controls and filters, sources, and what is accepted but does not do what it should.
#include "rule_bench.h"

namespace tessera::model {

namespace {

constexpr const char *connection = R"J("connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d")J";

Edit control(const std::string &fields)
{
    return add(R"J({"id": "c2", "kind": "control", "controlId": "pTwo", "name": "Two", )J" + fields + '}');
}

Edit filters(const std::string &list)
{
    return set("base", "/filters", list);
}

// A table that reads this.
Edit source(const std::string &text,
            const std::string &columns = R"J([{"id": "a", "name": "A", "formula": "[Base/Dim]"}])J")
{
    return add(R"J({"id": "t1", "kind": "table", "name": "Derived", "source": )J" + text + R"J(, "columns": )J" +
               columns + '}');
}

Edit statement(const std::string &text, const std::string &columns)
{
    return source(std::string(R"J({"kind": "sql", )J") + connection + R"J(, "statement": ")J" + text + "\"}", columns);
}

Edit join(const std::string &name)
{
    return source(
        R"J({"kind": "join", "name": "Star", "primarySource": {"kind": "table", "elementId": "base"},
 "joins": [{"name": ")J" +
            name +
            R"J(", "joinType": "inner", "left": {"kind": "table", "elementId": "base"}, "right": {"kind": "table", "elementId": "base"},
 "columns": [{"left": "[Dim]", "right": "[Dim]"}]}]})J",
        R"J([{"id": "a", "name": "A", "formula": "[Star/Dim]"}])J");
}

Edit unite(const std::string &name)
{
    return source("{\"kind\": \"union\", " + name +
                      R"J("sources": [{"kind": "table", "elementId": "base"}, {"kind": "table", "elementId": "base"}],
 "matches": [{"outputColumnName": "A", "sourceColumns": ["[Dim]", "[Dim]"]}]})J",
                  R"J([{"id": "a", "name": "A", "formula": "[Union of 2 Sources/A]"}])J");
}

Edit chain(const char *end)
{
    return [=](RuleBench &b) {
        b.add(std::string(
                  R"J({"id": "t1", "kind": "table", "name": "First", "source": {"kind": "table", "elementId": ")J") +
              end + R"J("}, "columns": []})J");
        b.add(
            R"J({"id": "t2", "kind": "table", "name": "Second", "source": {"kind": "table", "elementId": "t1"}, "columns": []})J");
    };
}

Edit pivot(const std::string &fields)
{
    return add(R"J({"id": "pv", "kind": "pivot-table", "name": "PV", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "r", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"},
             {"id": "q", "name": "Share", "formula": "PercentOfTotal(Sum([Base/Val]), \"row\")"}], "values": ["v", "q"])J" +
               fields + '}');
}

Edit input(const std::string &columns,
           const std::string &source = std::string(R"J({"kind": "empty", )J") + connection + '}')
{
    return add(R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view", "source": )J" + source +
               R"J(, "columns": )J" + columns + '}');
}

Edit button(const std::string &effect)
{
    return add(
        R"J({"id": "btn", "kind": "button", "text": "Go", "actions": [{"id": "a", "trigger": "on-click", "effects": [)J" +
        effect + "]}]}");
}

// The same button in a dialog.
Edit dialogButton(const std::string &effect)
{
    return [effect](RuleBench &b) {
        b.addOverlay(R"J({"id": "dlg", "type": "modal", "name": "D"})J");
        b.add(
            R"J({"id": "btn", "kind": "button", "text": "Go", "actions": [{"id": "a", "trigger": "on-click", "effects": [)J" +
                effect + "]}]}",
            "dlg");
    };
}

Edit format(const std::string &fields)
{
    return set("base", "/conditionalFormats",
               R"J([{"type": "single", "columnIds": ["c-val"], "style": {"color": "#112233"}, )J" + fields + "}]");
}

Edit summary(const char *column)
{
    return add(
        std::string(
            R"J({"id": "grp", "kind": "table", "name": "Grouped", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "g", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "s", "name": "Total", "formula": "Sum([Base/Val])"}, {"id": "t", "name": "All", "formula": "Sum([Base/Val])"}],
 "groupings": [{"id": "l1", "groupBy": ["g"], "calculations": ["s"]}], "summary": [")J") +
        column + "\"]}");
}

const std::string linked = std::string(R"J({"kind": "linked", "from": "base", )J") + connection + '}';

} // namespace

std::vector<RuleCase> controlCases()
{
    const std::string own = R"J("source": {"kind": "manual", "valueType": "text", "values": ["a", "b"]})J";
    const std::string typed =
        R"J("controlType": "list", "mode": "include", "selectionMode": "single", "value": null, "source": {"kind": "source", "source": {"kind": "table", "elementId": "inp"}, "columnId": "t"})J";
    const std::string segments =
        R"J("controlType": "segmented", "value": "a", "source": {"kind": "source", "source": {"kind": "table", "elementId": "inp"}, "columnId": "t"})J";
    return {
        {"control.range", control(R"J("controlType": "slider", "mode": "<=", "low": 10, "high": 0, "value": 5)J"),
         control(R"J("controlType": "slider", "mode": "<=", "low": 0, "high": 10, "value": 5)J")},
        {"control.range",
         filters(R"J([{"id": "f", "columnId": "c-val", "kind": "number-range", "min": 5, "max": 1}])J"),
         filters(R"J([{"id": "f", "columnId": "c-val", "kind": "number-range", "min": 1, "max": 1}])J")},
        {"control.range",
         control(
             R"J("controlType": "date-range", "mode": "between", "startDate": "2026-05-01", "endDate": "2026-01-01")J"),
         control(
             R"J("controlType": "date-range", "mode": "between", "startDate": "2026-01-01", "endDate": "2026-01-01")J")},
        {"control.ranking",
         filters(
             R"J([{"id": "f", "columnId": "c-val", "kind": "top-n", "rankingFunction": "rank-percentile", "mode": "bottom-n", "percentile": 5}])J"),
         filters(
             R"J([{"id": "f", "columnId": "c-val", "kind": "top-n", "rankingFunction": "cume-dist", "mode": "top-percentile", "percentile": 5}])J")},
        {"control.filter-twice",
         filters(
             R"J([{"id": "f", "columnId": "c-val", "kind": "number-range", "min": 5}, {"id": "g", "columnId": "c-val", "kind": "number-range", "max": 9}])J"),
         filters(
             R"J([{"id": "f", "columnId": "c-val", "kind": "number-range", "min": 5}, {"id": "g", "columnId": "c-dim", "kind": "list", "mode": "include", "values": ["a"]}])J")},
        {"control.default-value", control(R"J("controlType": "segmented", "value": "c", )J" + own),
         control(R"J("controlType": "segmented", "value": "b", )J" + own)},
        {"control.default-value",
         control(R"J("controlType": "list", "mode": "include", "selectionMode": "multiple", "values": ["a", "c"], )J" +
                 own),
         control(R"J("controlType": "list", "mode": "include", "selectionMode": "multiple", "values": ["a"], )J" +
                 own)},
        {"control.default-value",
         control(R"J("controlType": "slider", "mode": "<=", "low": 0, "high": 10, "value": 50)J"),
         control(R"J("controlType": "slider", "mode": "<=", "low": 0, "high": 10, "value": 10)J")},
        {"control.input-default",
         [typed](RuleBench &b) {
             input(R"J([{"id": "ID"}, {"id": "t", "type": "text", "name": "T"}])J")(b);
             control(typed)(b);
             b.set("c2", "/value", "\"a\"");
         },
         [typed](RuleBench &b) {
             input(R"J([{"id": "ID"}, {"id": "t", "type": "text", "name": "T"}])J")(b);
             control(typed)(b);
         }},
        {"control.input-default",
         {}, // only lists forget theirs
         [segments](RuleBench &b) {
             input(R"J([{"id": "ID"}, {"id": "t", "type": "text", "name": "T"}])J")(b);
             control(segments)(b);
         }},
        {"control.many-segments",
         control(
             R"J("controlType": "segmented", "value": null, "source": {"kind": "manual", "valueType": "number", "values": [1, 2, 3, 4, 5, 6, 7, 8]})J"),
         control(
             R"J("controlType": "segmented", "value": null, "source": {"kind": "manual", "valueType": "number", "values": [1, 2, 3, 4, 5, 6, 7]})J")},
        {"control.drill-levels",
         control(
             R"J("controlType": "drill", "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"}, "value": null,
 "categories": [{"columnId": "c-dim"}, {"columnId": "c-day"}], "targets": [{"source": {"kind": "table", "elementId": "base"}, "columnIds": ["c-dim"]}])J"),
         control(
             R"J("controlType": "drill", "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"}, "value": null,
 "categories": [{"columnId": "c-dim"}, {"columnId": "c-day"}], "targets": [{"source": {"kind": "table", "elementId": "base"}, "columnIds": ["c-dim", null]}])J")},
    };
}

std::vector<RuleCase> sourceCases()
{
    const std::string column = R"J([{"id": "a", "name": "A", "formula": "[Custom SQL/a]"}])J";
    return {
        {"source.circle", chain("t2"), chain("base")},
        {"source.circle", chain("t1")},
        {"source.path-depth", set("base", "/source/path", R"J(["SALES"])J"),
         set("base", "/source/path", R"J(["SC", "SALES"])J")},
        {"source.sql-columns", statement("SELECT 1 AS a", "[]"), statement("SELECT 1 AS a", column)},
        {"source.sql-with", statement("WITH x AS (WITH y AS (SELECT 1 AS a) SELECT * FROM y) SELECT * FROM x", column),
         statement("WITH y AS (SELECT 'with (with' AS a), x AS (SELECT * FROM y) SELECT * FROM x", column)},
        {"source.join-names", join("Star"), join("Other")},
        {"source.union-name", unite(""), unite("\"name\": \"Union of 2 Sources\", ")},
        {"source.upload",
         source(R"J({"kind": "csv-table"})J", "[]"),
         source(R"J({"kind": "table", "elementId": "base"})J", "[]"),
         {"schema.unconfirmed"}},
        {"data.choices",
         input(R"J([{"id": "ID"}, {"id": "t", "type": "text", "name": "T", "pills": "single-color"}])J"),
         input(
             R"J([{"id": "ID"}, {"id": "t", "type": "text", "name": "T", "values": ["x"], "pills": "single-color"}])J")},
        {"data.choices", input(R"J([{"id": "ID"}, {"id": "t", "type": "multi-select", "name": "T"}])J"),
         input(R"J([{"id": "ID"}, {"id": "t", "type": "multi-select", "name": "T", "values": ["x"]}])J")},
        {"data.key-name", input(R"J([{"id": "k", "key": "c-dim"}, {"id": "t", "type": "text", "name": "T"}])J", linked),
         input(R"J([{"id": "k", "key": "c-dim", "name": "Dim"}, {"id": "t", "type": "text", "name": "T"}])J", linked)},
        {"data.publish", input(R"J([{"id": "ID"}, {"id": "t", "type": "text", "name": "T"}])J"),
         source(R"J({"kind": "table", "elementId": "base"})J")},
        {"data.input-consumer",
         [](RuleBench &b) {
             input(R"J([{"id": "ID"}, {"id": "n", "type": "number", "name": "N"}])J")(b);
             b.add(
                 R"J({"id": "k1", "kind": "kpi-chart", "name": "K", "source": {"kind": "table", "elementId": "inp"}, "columns": [{"id": "v", "name": "V", "formula": "Sum([Plan/N])"}], "value": {"columnId": "v"}})J");
         },
         [](RuleBench &b) {
             input(R"J([{"id": "ID"}, {"id": "n", "type": "number", "name": "N"}])J")(b);
             b.add(
                 R"J({"id": "d1", "kind": "table", "name": "Derived", "source": {"kind": "table", "elementId": "inp"}, "columns": [{"id": "n", "name": "N", "formula": "[Plan/N]"}]})J");
             b.add(
                 R"J({"id": "k1", "kind": "kpi-chart", "name": "K", "source": {"kind": "table", "elementId": "d1"}, "columns": [{"id": "v", "name": "V", "formula": "Sum([Derived/N])"}], "value": {"columnId": "v"}})J");
         }},
    };
}

std::vector<RuleCase> shownCases()
{
    const std::string theme = R"J({"theme": {"name": "Light", "overrides": )J";
    return {
        {"chart.no-axes",
         add(R"J({"id": "c1", "kind": "line-chart", "name": "L", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "x", "name": "X", "formula": "[Base/Dim]"}]})J"),
         add(R"J({"id": "c1", "kind": "line-chart", "name": "L", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "x", "name": "X", "formula": "[Base/Dim]"}, {"id": "y", "name": "Y", "formula": "Count()"}], "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J")},
        {"chart.year-number", set("chart", "/columns/0/formula", R"J("DatePart(\"year\", [Base/Day])")J"),
         set("chart", "/columns/0/formula", R"J("Text(DatePart(\"year\", [Base/Day]))")J")},
        {"chart.year-number", set("chart", "/columns/0/formula", R"J("Year([Base/Day])")J"),
         set("chart", "/columns/2/formula", R"J("Max(Year([Base/Day]))")J")},
        {"chart.log-scale", set("chart", "/yAxis/format", R"J({"scale": {"type": "log"}})J"),
         set("chart", "/yAxis/format", R"J({"scale": {"type": "linear"}})J")},
        {"chart.pivot-top",
         pivot(
             R"J(, "rowsBy": [{"columnId": "r"}], "filters": [{"id": "f", "columnId": "v", "kind": "top-n", "rankingFunction": "rank", "mode": "top-n", "rowCount": 5}])J"),
         pivot(
             R"J(, "rowsBy": [{"columnId": "r"}], "filters": [{"id": "f", "columnId": "v", "kind": "number-range", "min": 5}])J")},
        {"chart.pivot-sort",
         pivot(R"J(, "rowsBy": [{"columnId": "r", "sort": {"direction": "descending", "by": "q"}}])J"),
         pivot(R"J(, "rowsBy": [{"columnId": "r", "sort": {"direction": "descending", "by": "v"}}])J")},
        {"chart.pivot-totals", pivot(R"J(, "rowsBy": [{"columnId": "r"}], "totals": {"showGrandTotals": "shown"})J"),
         pivot(R"J(, "rowsBy": [{"columnId": "r"}])J")},
        {"content.divider-align", add(R"J({"id": "d", "kind": "divider", "direction": "vertical", "align": "top"})J"),
         add(R"J({"id": "d", "kind": "divider", "direction": "vertical", "align": "left"})J")},
        {"content.divider-align", add(R"J({"id": "d", "kind": "divider", "align": "right"})J"),
         add(R"J({"id": "d", "kind": "divider", "align": "bottom"})J")},
        {"document.theme-name", contents("/settings", R"J({"theme": {"name": "dark"}})J"),
         contents("/settings", R"J({"theme": {"name": "Dark"}})J")},
        {"document.theme-id", contents("/settings", R"J({"theme": {"name": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"}})J"),
         contents("/settings", R"J({"theme": {"name": "Surface"}})J")},
        {"document.page-width", contents("/settings", theme + R"J({"maxPageWidth": 800}}})J"),
         contents("/settings", theme + R"J({"pageWidth": "custom", "maxPageWidth": 800}}})J")},
        {"document.size", set("text", "/body", '"' + std::string(160'000, 'x') + '"'),
         set("text", "/body", '"' + std::string(140'000, 'x') + '"')},
        {"structure.block-type",
         [](RuleBench &b) { b.addOverlay(R"J({"id": "dlg", "type": "window", "name": "D"})J"); },
         [](RuleBench &b) {
             b.addOverlay(R"J({"id": "dlg", "type": "modal", "name": "D", "modal": {"width": "small"}})J");
         }},
        {"reference.summary-twice", summary("s"), summary("t")},
        {"reference.hidden-name", set("base", "/name", R"J({"visibility": "hidden"})J"),
         set("chart", "/name", R"J({"visibility": "hidden"})J")},
        {"reference.popover-trigger",
         [](RuleBench &b) { b.addOverlay(R"J({"id": "po", "type": "popover", "name": "P"})J"); }},
        {"reference.control-target",
         control(
             R"J("controlType": "segmented", "value": null, "source": {"kind": "source", "source": {"kind": "table", "elementId": "chart"}, "columnId": "x"})J")},
        {"formula.dollar-in-name", set("chart", "/columns/2/name", "\"Price $\""),
         set("chart", "/columns/2/name", "\"Price\"")},
        {"formula.arity", set("chart", "/columns/1/formula", R"J("Text(Sum([Base/Val]), \"#\")")J"),
         set("chart", "/columns/1/formula", R"J("Text(Sum([Base/Val]))")J")},
        {"schema.unconfirmed", control(R"J("controlType": "checkbox", "value": false, "mode": "Yes")J"),
         control(R"J("controlType": "checkbox", "value": false, "mode": "True/All")J")},
        {"schema.color", set("chart", "/style", R"J({"backgroundColor": "red"})J"),
         set("chart", "/style", R"J({"backgroundColor": "transparent"})J")},
        {"schema.color", set("chart", "/color", R"J({"by": "category", "column": "z", "scheme": ["#11223344"]})J"),
         set("chart", "/color", R"J({"by": "category", "column": "z", "scheme": ["#112233"]})J")},
        {"schema.color", contents("/settings", theme + R"J({"colors": {"text": "ff0000"}}}})J"),
         contents("/settings", theme + R"J({"colors": {"text": "#ff0000"}}}})J")},
        {"schema.old-form", contents("/settings", theme + R"J({"colorOverrides": {"backgroundCanvas": "#ffffff"}}}})J"),
         contents("/settings",
                  theme + R"J({"colorOverrides": [{"name": "backgroundCanvas", "color": "#ffffff"}]}}})J")},
        {"schema.old-form",
         add(R"J({"id": "p", "kind": "progress", "mode": "value", "min": 0, "max": "100", "value": "Avg([Base/Val])"})J"),
         add(R"J({"id": "p", "kind": "progress", "mode": "value", "min": "0", "max": "100", "value": "Avg([Base/Val])"})J")},
        {"schema.required", format(R"J("condition": "Between", "value": 3)J"),
         format(R"J("condition": "Between", "low": 1, "high": 3)J")},
        {"schema.required", format(R"J("condition": "formula")J"),
         format(R"J("condition": "formula", "formula": "[Val] > 3")J")},
        {"schema.required", format(R"J("condition": ">")J"), format(R"J("condition": "IsNull")J")},
        {"control.format-value",
         [](RuleBench &b) {
             b.set("base", "/columns/2/formula", R"J("Number([SALES/VAL])")J");
             format(R"J("condition": ">", "value": "5")J")(b);
         },
         [](RuleBench &b) {
             b.set("base", "/columns/2/formula", R"J("Text([SALES/VAL])")J");
             b.set("chart", "/columns/1/formula", R"J("Count([Base/Val])")J");
             format(R"J("condition": "=", "value": "5")J")(b);
         }},
        {"data.join-artefact",
         source(
             R"J({"kind": "join", "name": "Star", "primarySource": {"kind": "table", "elementId": "base", "groupingId": "base"}, "joins": []})J",
             R"J([{"id": "a", "name": "A", "formula": "[Star/Dim]"}])J")},
        {"reference.column",
         pivot(R"J(, "rowsBy": [{"columnId": "r"}], "sort": [{"columnId": "gone", "direction": "ascending"}])J"),
         {},
         {"schema.unknown-key"}},
        {"reference.column",
         add(R"J({"id": "pv", "kind": "pivot-table", "name": "PV", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "v", "name": "V", "formula": "Sum([Base/Val])"}], "values": ["v", "gone"]})J")},
        {"schema.type", control(R"J("controlType": "date", "mode": "=", "value": "yesterday")J"),
         control(R"J("controlType": "date", "mode": "=", "value": "2026-04-21")J")},
        {"schema.enum", contents("/settings", R"J({"navigation": {"pageHeader": true}})J"),
         contents("/settings", R"J({"navigation": {"pageHeader": "enabled"}})J")},
        {"action.missing", add(R"J({"id": "b", "kind": "button", "text": "Go"})J"),
         [](RuleBench &b) {
             b.add(R"J({"id": "b", "kind": "button", "text": "More"})J");
             b.addOverlay(R"J({"id": "po", "type": "popover", "name": "P", "triggerElementId": "b"})J");
         }},
        {"action.constant",
         button(
             R"J({"effect": "set-control-value", "control": "pDim", "value": {"type": "constant", "value": {"type": "number", "value": "a"}}})J"),
         button(
             R"J({"effect": "set-control-value", "control": "pDim", "value": {"type": "constant", "value": {"type": "number", "value": null}}})J")},
        {"action.clear-unproven",
         button(R"J({"effect": "clear-control", "scope": {"type": "control", "controlId": "pDim"}})J"),
         button(R"J({"effect": "clear-control", "scope": {"type": "page", "pageId": "pg"}})J")},
        {"action.clear-host-page",
         dialogButton(R"J({"effect": "clear-control", "scope": {"type": "page", "pageId": "pg"}})J"),
         dialogButton(
             R"J({"effect": "set-control-value", "control": "pDim", "value": {"type": "constant", "value": {"type": "text", "value": "a"}}})J")},
        {"action.reset-form", button(R"J({"effect": "reset-form"})J"), button(R"J({"effect": "close-overlay"})J")},
        {"action.connector", button(R"J({"effect": "call-api", "connectorId": "x"})J"),
         button(R"J({"effect": "open-url", "url": "https://example.com", "openTarget": "_blank"})J")},
        {"action.automated",
         contents("/automatedActions", R"J([{"id": "x", "effects": [{"effect": "close-overlay"}]}])J"),
         [](RuleBench &b) {
             b.setContents("/agents", R"J([{"id": "ag", "instructions": "Help."}])J");
             b.setContents("/automatedActions",
                           R"J([{"id": "x", "effects": [{"effect": "call-agent", "agentId": "ag", "prompt": "p"}]}])J");
         }},
        {"action.sequence", button(R"J({"effect": "sequence", "sequenceId": "s"})J")},
        {"action.trigger",
         [](RuleBench &b) {
             b.addOverlay(
                 R"J({"id": "dr", "type": "drawer", "name": "D", "drawer": {"width": "small"}, "actions": [{"id": "a", "trigger": "on-click", "effects": [{"effect": "close-overlay"}]}]})J");
         },
         [](RuleBench &b) {
             b.addOverlay(
                 R"J({"id": "dr", "type": "drawer", "name": "D", "drawer": {"width": "small"}, "actions": [{"id": "a", "trigger": "on-close", "effects": [{"effect": "close-overlay"}]}]})J");
         }},
    };
}

} // namespace tessera::model
