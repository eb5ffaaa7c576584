// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_bench.h"

namespace tessera::model {

std::vector<RuleCase> chartCases()
{
    const std::string waterfall =
        R"J({"id": "wf", "kind": "waterfall-chart", "name": "W", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "D", "formula": "[Base/Dim]"}, {"id": "y", "name": "V", "formula": "Sum([Base/Val])"}],
 "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J";
    const std::string kpi =
        R"J({"id": "kpi", "kind": "kpi-chart", "name": "K", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "v", "name": "V", "formula": "Sum([Base/Val])"}, {"id": "m", "name": "M", "formula": "DateTrunc(\"month\", [Base/Day])"}], "value": {"columnId": "v"}})J";
    const std::string donut =
        R"J({"id": "don", "kind": "donut-chart", "name": "D", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "d", "name": "D", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"}],
 "value": {"columnId": "v"}, "color": {"columnId": "d"}})J";
    const std::string pie =
        R"J({"id": "pie", "kind": "pie-chart", "name": "P", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "d", "name": "D", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"}],
 "value": {"columnId": "v"}, "color": {"columnId": "d"}})J";
    const std::string combo =
        R"J({"id": "combo", "kind": "combo-chart", "name": "C", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "D", "formula": "[Base/Dim]"}, {"id": "a", "name": "A", "formula": "Sum([Base/Val])"}, {"id": "b", "name": "B", "formula": "Avg([Base/Val])"}],
 "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": [{"columnId": "a", "type": "bar"}, {"columnId": "b", "type": "line"}]}, "yAxis2": {"columnIds": ["b"]}})J";
    return {
        {"chart.second-axis", [](RuleBench &b) { b.set("chart", "/yAxis2", R"J({"columnIds": ["z"]})J"); },
         [combo](RuleBench &b) { b.add(combo); }},
        {"chart.hidden-axis",
         [](RuleBench &b) { b.set("chart", "/xAxis/format", R"J({"visibility": "hidden", "marks": "none"})J"); },
         [](RuleBench &b) { b.set("chart", "/xAxis/format", R"J({"visibility": "hidden"})J"); }},
        {"chart.trendline",
         [](RuleBench &b) {
             b.set("chart", "/stacking", R"J("stacked")J");
             b.set("chart", "/trendlines", R"J([{"columnId": "y", "model": "linear"}])J");
         },
         [](RuleBench &b) { b.set("chart", "/trendlines", R"J([{"columnId": "y", "model": "linear"}])J"); }},
        {"chart.gap", [](RuleBench &b) { b.set("chart", "/gap", R"J({"betweenSets": "small"})J"); }},
        {"chart.legend",
         [](RuleBench &b) { b.set("chart", "/legend", R"J({"visibility": "hidden", "position": "top"})J"); },
         [](RuleBench &b) { b.set("chart", "/legend", R"J({"position": "top"})J"); }},
        {"chart.band",
         [](RuleBench &b) {
             b.set(
                 "chart", "/refMarks",
                 R"J([{"type": "band", "axis": "series", "value": {"type": "formula", "formula": "1"}, "label": {"visibility": "shown"}}])J");
         },
         {},
         {"schema.required"}},
        {"chart.trellis",
         [](RuleBench &b) {
             b.set("chart", "/trellis", R"J({"rowsBy": [{"columnId": "z"}], "columnsBy": [{"columnId": "z"}]})J");
         },
         {},
         {"schema.channel-twice"}},
        {"chart.dropped",
         [donut](RuleBench &b) {
             b.add(donut);
             b.set("don", "/color/scheme", R"J(["#112233"])J");
         },
         [donut](RuleBench &b) { b.add(donut); }},
        {"chart.combo-bars",
         [combo](RuleBench &b) {
             b.add(combo);
             b.set("combo", "/yAxis/columnIds/1/type", R"J("bar")J");
         }},
        {"chart.scatter-source",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "sc", "kind": "scatter-chart", "name": "S", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "x", "name": "X", "formula": "Sum([Base/Val])"}, {"id": "y", "name": "Y", "formula": "Avg([Base/Val])"}],
 "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J");
         }},
        {"chart.kpi-comparison",
         [kpi](RuleBench &b) {
             b.add(kpi);
             b.set("kpi", "/comparison", R"J({"colorGood": "#16a34a"})J");
         },
         [kpi](RuleBench &b) {
             b.add(kpi);
             b.set("kpi", "/comparison", R"J({"colorGood": "#16a34a"})J");
             b.set("kpi", "/periodComparison", R"J("month")J");
             b.set("kpi", "/timeline", R"J({"columnId": "m"})J");
         }},
        {"chart.waterfall-totals",
         [waterfall](RuleBench &b) {
             b.add(waterfall);
             b.set("wf", "/waterfallShape", R"J({"endTotal": "shown"})J");
         },
         [waterfall](RuleBench &b) { b.add(waterfall); },
         {"schema.type", "schema.enum"}},
        {"chart.number-format",
         [](RuleBench &b) { b.set("chart", "/columns/1/format", R"J({"kind": "number", "formatString": "#,##0"})J"); },
         [](RuleBench &b) {
             b.set("chart", "/columns/1/format", R"J({"kind": "number", "formatString": "$,.3~s"})J");
         }},
        {"chart.number-format",
         [](RuleBench &b) { b.set("chart", "/columns/1/format", R"J({"kind": "number", "formatString": "€,.2f"})J"); }},
        {"chart.date-format",
         [](RuleBench &b) {
             b.set("base", "/columns/1/format", R"J({"kind": "datetime", "formatString": "YYYY-MM-DD"})J");
         },
         [](RuleBench &b) {
             b.set("base", "/columns/1/format", R"J({"kind": "datetime", "formatString": "%Y-%m-%d"})J");
         }},
        {"schema.dropped-key",
         [pie](RuleBench &b) {
             b.add(pie);
             b.set("pie", "/innerRadius", "0.4");
         },
         [pie](RuleBench &b) { b.add(pie); }},
        {"chart.hole-value",
         [donut](RuleBench &b) {
             b.add(donut);
             b.set("don", "/holeValue", R"J({"columnId": "v"})J");
         },
         {},
         {"schema.channel-twice"}},
    };
}

std::vector<RuleCase> contentCases()
{
    const auto text = [](const std::string &body) { return [body](RuleBench &b) { b.set("text", "/body", body); }; };
    return {
        {"content.heading-depth", text(R"J("#### Deep")J"), text(R"J("### Fine ####")J")},
        {"content.html-tag", text(R"J("<div>x</div>")J"),
         text(R"J("a < b and <u>c</u>\n<p class=\"p-small\"><span style=\"color: #64748B\">x</span></p>")J")},
        {"content.html-tag", text(R"J("<b>Now</b>, <EM class=\"x\">here</EM><div/><div\"a>")J")},
        {"content.span-style", text(R"J("<span style=\"color: red\">x</span>")J"),
         text(R"J("<span style=\"font-size: 12px; background-color: #eee\">x</span>")J")},
        {"content.paragraph-class", text(R"J("<p>a</p> and <p class=\"p-large\">b</p>")J"),
         text(R"J("<p class=\"p-large\">b</p> <p style=\"text-align: right\">c</p>")J")},
        {"content.markdown", text(R"J("| a | b |\n|---|---|\n| 1 | 2 |")J"),
         text(R"J("Words {{If(True, \"> x\", \"![a](b)\")}}\n- a > b\n- c | d\n---")J")},
        {"content.markdown", text(R"J("He said:\n> Yes")J")},
        {"content.paragraph-class", text(R"J("<p class=\"h-med\">x</p>")J"),
         text(R"J("<p class=\"h-med\" style=\"text-align: center\">x</p>")J")},
        {"content.padding-border",
         [](RuleBench &b) { b.set("chart", "/style", R"J({"padding": "none", "borderWidth": 1})J"); },
         [](RuleBench &b) { b.set("chart", "/style", R"J({"borderColor": "#ccc", "borderWidth": 1})J"); }},
        {"content.hidden-title",
         [](RuleBench &b) { b.set("chart", "/name", R"J({"visibility": "hidden", "text": "X"})J"); },
         [](RuleBench &b) { b.set("chart", "/name", R"J({"visibility": "hidden"})J"); },
         {"schema.rejected-key"}},
        {"content.description", [](RuleBench &b) { b.set("chart", "/description", R"J("Words")J"); },
         [](RuleBench &b) { b.set("chart", "/description", R"J({"text": "Words"})J"); }},
        {"content.background-in-style",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "box", "kind": "container", "style": {"backgroundImage": {"source": {"kind": "url", "url": "https://example.com/a.png"}}}})J");
         },
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "box", "kind": "container", "backgroundImage": {"source": {"kind": "url", "url": "https://example.com/a.png"}}})J");
         }},
        {"content.rgb",
         [](RuleBench &b) { b.set("chart", "/style", R"J({"backgroundColor": "rgb(1,2,3)"})J"); },
         {},
         {"schema.type"}},
        {"content.gradient",
         [](RuleBench &b) { b.set("chart", "/style", R"J({"backgroundColor": "linear-gradient(red, blue)"})J"); },
         {},
         {"schema.type"}},
        {"content.svg-data",
         [](RuleBench &b) { b.add(R"J({"id": "im", "kind": "image", "url": "data:image/svg+xml;base64,AAAA"})J"); }},
        {"content.image-address", [](RuleBench &b) { b.add(R"J({"id": "im", "kind": "image"})J"); },
         [](RuleBench &b) { b.add(R"J({"id": "im", "kind": "image", "url": "https://example.com/x.png"})J"); }},
        {"content.page-break-field",
         [](RuleBench &b) { b.add(R"J({"id": "pb", "kind": "page-break", "style": {}})J"); },
         {},
         {"schema.unknown-key"}},
    };
}

std::vector<RuleCase> dataCases()
{
    const std::string input =
        R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view", "source": {"kind": "empty", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
 "columns": [{"id": "ID"}, {"id": "amt", "type": "number", "name": "Amount"}, {"id": "st", "type": "text", "name": "Status", "values": ["A"]}]})J";
    const auto bad = [input](const std::string &path, const std::string &value) {
        return [input, path, value](RuleBench &b) {
            b.add(input);
            b.set("inp", path, value);
        };
    };
    const auto fine = [input](RuleBench &b) { b.add(input); };
    return {
        {"data.list-on-number",
         [](RuleBench &b) {
             b.set("base", "/columns/2/formula", R"J("Number([SALES/VAL])")J");
             b.set("ctl", "/filters/0/columnId", R"J("c-val")J");
         }},
        {"data.single-list-values",
         [](RuleBench &b) { b.set("ctl", "/selectionMode", R"J("single")J"); },
         {},
         {"schema.required", "schema.rejected-key", "schema.dropped-key"}},
        {"data.synced-field",
         [](RuleBench &b) {
             b.add(R"J({"id": "s", "kind": "control", "controlId": "pDim", "controlType": "synced", "name": "X"})J");
         },
         {},
         {"schema.rejected-key", "schema.unknown-key"}},
        {"data.value-labels",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "s", "kind": "control", "controlId": "pS", "controlType": "segmented", "value": null, "source": {"kind": "manual", "valueType": "text", "values": ["a", "b"], "labels": ["A"]}})J");
         }},
        {"data.system-column",
         bad("/columns/0/type", R"J("text")J"),
         fine,
         {"schema.rejected-key", "schema.unknown-key"}},
        {"data.column-shape",
         bad("/columns/1", R"J({"id": "amt", "type": "number", "name": "Amount", "formula": "1"})J"),
         {},
         {"schema.rejected-key", "schema.unknown-key"}},
        {"data.validation-slot",
         bad("/columns/2/range", R"J({"min": 1})J"),
         {},
         {"schema.rejected-key", "schema.unknown-key"}},
        {"data.hidden-input-column", bad("/columns/1/hidden", "true"), {}, {"schema.dropped-key"}},
        {"data.input-source",
         bad("/source",
             R"J({"kind": "sql", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "statement": "SELECT 1"})J"),
         {},
         {"schema.variant"}},
        {"data.key-without-parent", bad("/columns/1", R"J({"id": "k", "key": "c-dim", "name": "K"})J")},
        {"data.linked-key",
         bad("/source",
             R"J({"kind": "linked", "from": "base", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"})J")},
        {"data.entry-permission", fine},
        {"data.connection-placeholder",
         [](RuleBench &b) { b.set("base", "/source/connectionId", R"J("YOUR-CONNECTION-ID")J"); }},
        {"data.connection-placeholder",
         [](RuleBench &b) { b.set("base", "/source/connectionId", R"J("00000000-0000-0000-0000-000000000000")J"); }},
        {"data.sql-semicolon",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "q", "kind": "table", "name": "Q", "source": {"kind": "sql", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "statement": "SELECT 1 AS a; "}, "columns": [{"id": "a", "name": "A", "formula": "[Custom SQL/a]"}]})J");
         },
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "q", "kind": "table", "name": "Q", "source": {"kind": "sql", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "statement": "SELECT 1 AS a"}, "columns": [{"id": "a", "name": "A", "formula": "[Custom SQL/a]"}]})J");
         }},
        {"data.join-artefact",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "j", "kind": "table", "name": "J", "source": {"kind": "join", "name": "Star", "primarySource": {"kind": "table", "elementId": "base"},
 "joins": [{"name": "Leg", "groupingId": "base", "joinType": "inner", "left": {"kind": "table", "elementId": "base"}, "right": {"kind": "table", "elementId": "base"}, "columns": [{"left": "[Dim]", "right": "[Dim]"}]}]},
 "columns": [{"id": "a", "name": "A", "formula": "[Star/Dim]"}]})J");
         },
         {},
         {"schema.rejected-key", "schema.unknown-key"}},
        {"data.union-columns",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "u", "kind": "table", "name": "U", "source": {"kind": "union", "name": "All", "sources": [{"kind": "table", "elementId": "base"}, {"kind": "table", "elementId": "base"}],
 "matches": [{"outputColumnName": "Dim", "sourceColumns": ["[Dim]"]}]}, "columns": [{"id": "a", "name": "A", "formula": "[All/Dim]"}]})J");
         }},
        {"data.unused",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "a", "name": "A", "formula": "[Base/Dim]"}]})J",
                 "data");
         },
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "a", "name": "A", "formula": "[Base/Dim]"}]})J",
                 "data");
             b.set("text", "/body", R"J("{{Max([T/A])}}")J");
         }},
    };
}

} // namespace tessera::model
