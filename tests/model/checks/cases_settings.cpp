// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of charts and tables, formats, what formulas reach, statements and joins.
#include "rule_bench.h"

namespace tessera::model {

namespace {

constexpr const char *connection = R"J("connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d")J";

Edit both(const Edit &first, const Edit &second)
{
    return [=](RuleBench &b) {
        first(b);
        second(b);
    };
}

// A chart of the kind over the base table, with these fields.
Edit chart(const std::string &kind, const std::string &fields)
{
    return add(R"J({"id": "k1", "kind": ")J" + kind +
               R"J(", "name": "K", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "d", "name": "D", "formula": "[Base/Dim]"}, {"id": "v", "name": "V", "formula": "Sum([Base/Val])"},
             {"id": "t", "name": "T", "formula": "DateTrunc(\"month\", [Base/Day])"}, {"id": "w", "name": "W", "formula": "Text([Base/Day])"}], )J" +
               fields + '}');
}

Edit line(const std::string &fields)
{
    return chart("line-chart", R"J("xAxis": {"columnId": "d"}, "yAxis": {"columnIds": ["v"]}, )J" + fields);
}

Edit pie(const std::string &fields)
{
    return chart("pie-chart", R"J("value": {"columnId": "v"}, "color": {"columnId": "d"}, )J" + fields);
}

Edit kpi(const std::string &fields)
{
    return chart("kpi-chart", R"J("value": {"columnId": "v"}, )J" + fields);
}

Edit format(const std::string &format)
{
    return set("chart", "/columns/1/format", R"J({"kind": "number", "formatString": ")J" + format + "\"}");
}

Edit scale(const std::string &fields)
{
    return set("base", "/conditionalFormats",
               R"J([{"type": "backgroundScale", "columnIds": ["c-val"], "scheme": ["#112233", "#445566"], )J" + fields +
                   "}]");
}

Edit filter(const std::string &values)
{
    return set("base", "/filters",
               R"J([{"id": "f", "columnId": "c-dim", "kind": "list", "mode": "include", "values": )J" + values + "}]");
}

Edit statement(const std::string &text, const std::string &column)
{
    return add(std::string(R"J({"id": "q", "kind": "table", "name": "Q", "source": {"kind": "sql", )J") + connection +
               R"J(, "statement": )J" + Json(text).dump() +
               R"J(}, "columns": [{"id": "a", "name": "A", "formula": "[Custom SQL/)J" + column + "]\"}]}");
}

Edit join(const std::string &left, const std::string &right)
{
    return add(std::string(R"J({"id": "j", "kind": "table", "name": "J", "source": {"kind": "join", "name": "Star",
 "primarySource": {"kind": "warehouse-table", )J") +
               connection + R"J(, "path": ["DB", "SC", "SALES"]},
 "joins": [{"name": "Cust", "joinType": "inner", "left": {"kind": "warehouse-table", )J" +
               connection + R"J(, "path": ["DB", "SC", "SALES"]},
 "right": {"kind": "table", "elementId": "base"}, "columns": [{"left": ")J" +
               left + R"J(", "right": ")J" + right + R"J("}]}]},
 "columns": [{"id": "a", "name": "A", "formula": "[Star/Id]"}]})J");
}

Edit unite(const std::string &column)
{
    return add(R"J({"id": "u", "kind": "table", "name": "U", "source": {"kind": "union", "name": "All",
 "sources": [{"kind": "table", "elementId": "base"}, {"kind": "table", "elementId": "base"}],
 "matches": [{"outputColumnName": "ORDER_DIM", "sourceColumns": ["[Dim]", "[Dim]"]}]},
 "columns": [{"id": "a", "name": "A", "formula": "[All/)J" +
               column + "]\"}]}");
}

// A table of its own and a grouped one, and a chart over the base with this formula.
Edit beside(const std::string &formula)
{
    return [formula](RuleBench &b) {
        for (const char *name : {"Other", "Third"})
            b.add(
                std::string(R"J({"id": ")J") + name + R"J(", "kind": "table", "name": ")J" + name +
                R"J(", "source": {"kind": "warehouse-table", )J" + connection +
                R"J(, "path": ["DB", "SC", "O"]}, "columns": [{"id": "x", "name": "X", "formula": "[O/X]"}, {"id": "k", "name": "Key", "formula": "[O/K]"}]})J");
        b.set("chart", "/columns/1/formula", Json(formula).dump());
    };
}

Edit overGroups(const std::string &formula, const std::string &grouping = {})
{
    return [=](RuleBench &b) {
        b.add(R"J({"id": "grp", "kind": "table", "name": "Grouped", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "g", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "r", "name": "Raw", "formula": "[Base/Val]"},
             {"id": "s", "name": "Total", "formula": "Sum([Base/Val])"}],
 "groupings": [{"id": "l1", "groupBy": ["g"], "calculations": ["s"]}]})J");
        b.add(R"J({"id": "hand", "kind": "table", "name": "Handed", "source": {"kind": "table", "elementId": "grp"},
 "columns": [{"id": "s", "name": "Total", "formula": "[Grouped/Total]"}]})J");
        b.add(
            R"J({"id": "bars", "kind": "bar-chart", "name": "Bars", "source": {"kind": "table", "elementId": "grp")J" +
            grouping + R"J(},
 "columns": [{"id": "x", "name": "Dim", "formula": "[Grouped/Dim]"}, {"id": "y", "name": "Sum", "formula": )J" +
            Json(formula).dump() + R"J(}],
 "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J");
    };
}

Edit transpose(const std::string &fields)
{
    return add(
        R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "transpose", "source": {"kind": "table", "elementId": "base"},
 "direction": "column-to-row", )J" +
        fields + R"J(}, "columns": []})J");
}

Edit text(const std::string &body)
{
    return set("text", "/body", Json(body).dump());
}

std::vector<RuleCase> settings()
{
    const std::string refMark =
        R"J("refMarks": [{"type": "line", "axis": "series", "value": {"type": "formula", "formula": "1"}}])J";
    return {
        {"chart.foreign-setting", pie(refMark), line(refMark)},
        {"chart.foreign-setting", line(R"J("orientation": "horizontal", "stacking": "stacked")J"),
         both(set("chart", "/orientation", R"J("horizontal")J"), set("chart", "/stacking", R"J("stacked")J"))},
        {"chart.foreign-setting", line(R"J("conditionalFormats": [])J"), set("base", "/conditionalFormats", "[]")},
        {"chart.foreign-setting", set("base", "/tableStyle", R"J({"heavyVerticalDividers": "shown"})J"),
         chart(
             "pivot-table",
             R"J("values": ["v"], "rowsBy": [{"columnId": "d"}], "tableStyle": {"heavyVerticalDividers": "shown"})J")},
        {"chart.dropped", set("chart", "/tooltip", R"J({"columnNames": "shown", "multiSeries": "shown"})J"),
         set("chart", "/tooltip", R"J({"columnNames": "shown"})J")},
        {"chart.series-twice",
         line(
             R"J("seriesLineAreaStyle": [{"columnId": "v", "style": {"interpolation": "monotone"}}, {"columnId": "v", "style": {"interpolation": "linear"}}])J"),
         line(R"J("seriesLineAreaStyle": [{"columnId": "v", "style": {"interpolation": "monotone"}}])J")},
        {"chart.empty-scale", scale(R"J("includeValues": false)J"),
         scale(R"J("includeValues": false, "includeSubtotals": true)J")},
        {"chart.filter-control", filter(R"J(["a", "[pDim]"])J"), filter(R"J(["a", "[pOther]", "pDim"])J")},
        {"chart.filter-control", filter(R"J(["{{[pDim]}}"])J")},
        {"chart.kpi-timeline", kpi(R"J("timeline": {"columnId": "w"})J"), kpi(R"J("timeline": {"columnId": "t"})J")},
        {"chart.legend", pie(R"J("legend": {"visibility": "hidden", "position": "top"})J"),
         pie(R"J("legend": {"visibility": "hidden"})J")},
        {"schema.unconfirmed", set("chart", "/legend", R"J({"visibility": "shown", "position": "top"})J"),
         set("chart", "/legend", R"J({"visibility": "shown"})J")},
        {"chart.gap",
         both(set("chart", "/yAxis", R"J({"columnIds": ["y", "z"]})J"),
              both(set("chart", "/stacking", R"J("stacked")J"), set("chart", "/gap", R"J({"betweenSets": "small"})J"))),
         both(set("chart", "/yAxis", R"J({"columnIds": ["y", "z"]})J"),
              both(set("chart", "/stacking", R"J("none")J"), set("chart", "/gap", R"J({"betweenSets": "small"})J")))},
        {"chart.gap", both(set("chart", "/color", R"J({"by": "scale", "column": "z"})J"),
                           set("chart", "/gap", R"J({"betweenSets": "small"})J"))},
        {"chart.scatter-source",
         chart(
             "scatter-chart",
             R"J("xAxis": {"columnId": "m"}, "yAxis": {"columnIds": ["v"]}, "columns": [{"id": "m", "name": "M", "formula": "Round(Median([Base/Val]), 1)"}, {"id": "v", "name": "V", "formula": "[Base/Val]"}])J"),
         chart(
             "scatter-chart",
             R"J("xAxis": {"columnId": "m"}, "yAxis": {"columnIds": ["v"]}, "columns": [{"id": "m", "name": "M", "formula": "Round([Base/Val], 1)"}, {"id": "v", "name": "V", "formula": "[Base/Val]"}])J")},
        {"chart.kpi-siblings",
         chart(
             "kpi-chart",
             R"J("value": {"columnId": "v"}, "columns": [{"id": "s", "name": "S", "formula": "Sum([Base/Val])"}, {"id": "r", "name": "R", "formula": "[S]"}, {"id": "v", "name": "V", "formula": "[R] * 2"}])J"),
         chart(
             "kpi-chart",
             R"J("value": {"columnId": "v"}, "columns": [{"id": "s", "name": "S", "formula": "[Base/Val]"}, {"id": "r", "name": "R", "formula": "[S]"}, {"id": "v", "name": "V", "formula": "Sum([R] * 2)"}])J")},
        {"chart.no-axes", set("chart", "/yAxis/columnIds", "[]")},
        {"chart.year-number",
         both(set("chart", "/columns/0/formula", R"J("Year([Base/Day])")J"),
              set("chart", "/columns/0/format", R"J({"kind": "number", "formatString": ",.0f"})J")),
         both(set("chart", "/columns/0/formula", R"J("Year([Base/Day])")J"),
              set("chart", "/columns/0/format", R"J({"kind": "number", "formatString": "d"})J"))},
    };
}

std::vector<RuleCase> formats()
{
    return {
        {"chart.number-mask", format("0.00"), format(".2f")},
        {"chart.number-format", format("#,##0.00 €"), format("0%")},
        {"chart.number-format", format("$#,##0")},
        {"chart.number-format", set("base", "/conditionalFormats",
                                    R"J([{"type": "single", "columnIds": ["c-val"], "condition": "=", "value": 1,
 "style": {"format": {"kind": "number", "formatString": "#,##0"}}}])J")},
        {"formula.template-format", text("{{Sum([Base/Val]) | #,##0}}"),
         text("{{Sum([Base/Val]) | $,.0f}} {{Max([Base/Day]) | %b %Y}} {{1 |}}")},
        {"formula.template-format", text("{{Sum([Base/Val]) | 0.00}}")},
    };
}

std::vector<RuleCase> reach()
{
    return {
        {"formula.unrelated-element", beside("Sum([Other/X])"), beside("Sum(Lookup([Other/X], [Dim], [Other/Key]))")},
        {"formula.unrelated-element",
         [](RuleBench &b) { // the source of the source
             b.add(
                 R"J({"id": "mid", "kind": "table", "name": "Middle", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "a", "name": "Dim", "formula": "[Base/Dim]"}]})J");
             b.set("chart", "/source/elementId", R"J("mid")J");
             b.set(
                 "chart", "/columns",
                 R"J([{"id": "x", "name": "D", "formula": "[Base/Dim]"}, {"id": "y", "name": "S", "formula": "Count([Middle/Dim])"}])J");
         },
         beside("Rollup(Sum([Other/X]), [Dim], [Other/Key])")},
        {"formula.lookup-elements", beside("Sum(Lookup([Other/X], [Dim], [Third/Key]))"),
         beside("Sum(Lookup([Other/X], Lookup([Third/X], [Dim], [Third/Key]), [Other/Key]))")},
        {"formula.repeated-aggregate", overGroups("Sum([Grouped/Total])"),
         overGroups("Sum([Grouped/Total])", R"J(, "groupingId": "l1")J")},
        {"formula.repeated-aggregate",
         [](RuleBench &b) {
             overGroups("Max([Grouped/Total])")(b);
             b.set("bars", "/source/elementId", R"J("hand")J");
             b.set(
                 "bars", "/columns",
                 R"J([{"id": "x", "name": "X", "formula": "Text([Handed/Total])"}, {"id": "y", "name": "Y", "formula": "Avg([Handed/Total])"}])J");
         },
         overGroups("Max([Grouped/Total]) + Sum([Grouped/Raw])")},
        {"formula.arity", beside("Lookup([Other/X], [Dim], [Other/Key], [Rows])"),
         beside("If(CallNumber(\"random\") > 1, 1, 2)")},
        {"formula.choice", beside("DateDiff(\"days\", Min([Base/Day]), Max([Base/Day]))"),
         beside("DateDiff(\"day\", Min([Base/Day]), Max([Base/Day]))")},
    };
}

std::vector<RuleCase> sources()
{
    return {
        {"source.sql-alias", statement("SELECT x AS order_month FROM t", "Order Month"),
         statement("SELECT x AS order_month FROM t", "ORDER_MONTH")},
        {"source.sql-alias", statement("SELECT x AS \"Order Month\" -- total\nFROM t", "total"),
         statement("SELECT * FROM t", "total")},
        {"data.sql-semicolon", statement("SELECT 1 AS a; -- end", "a"), statement("SELECT ';' AS a -- ;", "a")},
        {"data.sql-semicolon", statement("SELECT 1 AS a; SELECT 2 AS a", "a")},
        {"source.join-key", join("[SALES/CID]", "[Dim]"), join("[CID]", "[Dim]")},
        {"formula.unknown-column", unite("Nope"), unite("Order Dim")},
        {"formula.loose-syntax", statement("SELECT {{[pDim]}} AS a", "a"), statement("SELECT {{pDim}} AS a", "a")},
        {"source.transpose", transpose("\"columnLabelForValues\": \"Value\""),
         transpose("\"columnsToMerge\": [\"c-val\"]")},
    };
}

std::vector<RuleCase> forms()
{
    const auto agent = [](const char *element) {
        return [element](RuleBench &b) {
            b.setContents(
                "/agents",
                std::string(
                    R"J([{"id": "a", "instructions": "Help.", "dataSources": [{"kind": "table", "elementId": ")J") +
                    element + "\"}]}]");
        };
    };
    const std::string folders =
        R"J([{"id": "f", "name": "F", "items": ["c-dim"]}, {"id": "g", "name": "G", "items": [")J";
    return {
        {"document.agent-source", agent("text"), agent("chart")},
        {"reference.listed-twice", set("base", "/order", R"J(["c-dim", "c-val", "c-dim"])J"),
         set("base", "/order", R"J(["c-dim", "c-val"])J")},
        {"reference.listed-twice", set("base", "/folders", folders + R"J(c-dim"]}])J"),
         both(set("base", "/folders", folders + R"J(c-day"]}])J"),
              set("base", "/order", R"J(["f", "g", "c-dim", "c-day", "c-val"])J"))},
        {"reference.listed-twice",
         set("base", "/groupings/1", R"J({"id": "l2", "groupBy": ["c-dim"], "calculations": []})J"),
         set("base", "/groupings/1", R"J({"id": "l2", "groupBy": ["c-day"], "calculations": []})J")},
        {"schema.required",
         [](RuleBench &b) {
             b.set("base", "/filters", R"J([{"id": "f", "kind": "list", "mode": "include", "values": []}])J");
         }},
        {"schema.type", set("chart", "/yAxis", R"J([{"id": "y"}])J")},
        {"schema.type", set("chart", "/xAxis/sort", R"J([{"by": "y", "direction": "ascending"}])J")},
        {"schema.enum",
         chart("pivot-table",
               R"J("values": ["v"], "rowsBy": [{"columnId": "d"}], "totals": {"showSubtotals": "never"})J"),
         {},
         {"chart.pivot-totals"}},
        {"schema.rejected-key", set("chart", "/color", R"J({"by": "category", "columnId": "z"})J"),
         set("chart", "/color", R"J({"by": "category", "column": "z"})J")},
        {"schema.unconfirmed", set("chart", "/dataLabel", R"J({"labelDisplay": "all-points"})J"),
         set("chart", "/dataLabel", R"J({"labelDisplay": "all"})J")},
        {"schema.reference",
         add(R"J({"id": "p", "kind": "plugin", "pluginId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "config": {"s": {"kind": "element", "elementId": "base", "groupingId": "nope"}}})J"),
         add(R"J({"id": "p", "kind": "plugin", "pluginId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "config": {"s": {"kind": "element", "elementId": "base", "groupingId": "lv1"}}})J")},
        {"content.span-style", text("<span style='color: red'>x</span>"),
         text("<span style='color: #112233'>x</span>")},
        {"content.span-style", text("<p class=\"p-large\" style=\"color: var(--x)\">x</p>"),
         text("<p class=\"p-large\">var(--x)</p>")},
        {"content.html-tag", text("<div>x</div>"),
         text("a < b > c <https://example.com> {{If(Min([Base/Val])<Max([Base/Val]) And 2>1, 1, 2)}}")},
    };
}

} // namespace

std::vector<RuleCase> settingCases()
{
    std::vector<RuleCase> all;
    for (const auto &part : {settings(), formats(), reach(), sources(), forms()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace tessera::model
