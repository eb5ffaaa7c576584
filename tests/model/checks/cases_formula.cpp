// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_bench.h"

namespace tessera::model {

namespace {

// One column of the chart; the text control pWord is at hand.
std::function<void(RuleBench &)> formula(const std::string &text)
{
    return [text](RuleBench &b) {
        b.add(
            R"J({"id": "word", "kind": "control", "controlId": "pWord", "controlType": "text", "name": "Word", "mode": "equals",
 "case": "insensitive", "includeNulls": "when-no-value-is-selected", "showOperators": false})J");
        b.set("chart", "/columns/1/formula", Json(text).dump());
    };
}

// A grouped table whose one calculation is this.
std::function<void(RuleBench &)> grouped(const std::string &calculation)
{
    return [calculation](RuleBench &b) {
        b.add(R"J({"id": "grp", "kind": "table", "name": "Grouped", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "g", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "r", "name": "Raw", "formula": "[Base/Val]"},
             {"id": "s", "name": "Total", "formula": )J" +
              Json(calculation).dump() + R"J(}],
 "groupings": [{"id": "l1", "groupBy": ["g"], "calculations": ["s"]}]})J");
    };
}

std::function<void(RuleBench &)> keyValue(const std::string &value)
{
    return [value](RuleBench &b) {
        b.add(R"J({"id": "kpi", "kind": "kpi-chart", "name": "K", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "v", "name": "V", "formula": )J" +
              Json(value).dump() + R"J(}], "value": {"columnId": "v"}})J");
    };
}

// Two tables that look into each other.
std::function<void(RuleBench &)> twins(const std::string &right)
{
    return [right](RuleBench &b) {
        b.add(R"J({"id": "left", "kind": "table", "name": "Left", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "k", "name": "Key", "formula": "[Base/Dim]"}, {"id": "b", "name": "B", "formula": "[Base/Val]"},
             {"id": "a", "name": "A", "formula": "Lookup([Right/A], [Key], [Right/Key])"}]})J");
        b.add(R"J({"id": "right", "kind": "table", "name": "Right", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "k", "name": "Key", "formula": "[Base/Dim]"}, {"id": "a", "name": "A", "formula": )J" +
              Json(right).dump() + "}]}");
    };
}

} // namespace

std::vector<RuleCase> formulaCases()
{
    return {
        {"formula.syntax", formula("Sum([Base/Val]"), formula("Sum([Base/Val]) / Count()")},
        {"formula.syntax", formula("If([pWord] = \u201Cx\u201D, 1, 2)"), formula("If([pWord] = \"x\", 1, 2)")},
        {"formula.unknown-function", formula("Summ([Base/Val])")},
        {"formula.arity", formula("Round()"), formula("Round(Sum([Base/Val]), 2)")},
        {"formula.operator-call", formula("If(Not([pWord] = \"x\"), 1, 2)"),
         formula("If(Not ([pWord] = \"x\"), 1, 2)")},
        {"formula.operator-call", formula("If(And([pWord] = \"x\", IsNull([pWord])), 1, 2)"),
         formula("If([pWord] = \"x\" and IsNull([pWord]), 1, 2)")},
        {"formula.loose-syntax", formula("If([pWord] == \"x\", 1, 2)"), formula("If([pWord] = \"x\", 1, 2)")},
        {"formula.loose-syntax", formula("If([pWord] = 'x', 1, 2)"), formula("If([pWord] = \"it's\", 1, 2)")},
        {"formula.type", formula("\"a\" + [pWord]"), formula("\"a\" & [pWord]")},
        {"formula.type", formula("If(1, 2, 3)"),
         formula("If([Base/Val], 2, 3)")}, // what the warehouse holds is not known
        {"formula.type", formula("Round(\"2\")"), formula("Round([Base/Val])")},
        {"formula.type",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "prog", "kind": "progress", "mode": "value", "min": "0", "max": "Text(100)", "value": "Avg([Base/Val])"})J");
         },
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "prog", "kind": "progress", "mode": "value", "min": "0", "max": "50 + 50", "value": "Avg([Base/Val])"})J");
         }},
        {"formula.type",
         [](RuleBench &b) { // through the columns of two elements
             b.set("base", "/columns/2/formula", R"J("Text([SALES/VAL])")J");
         },
         [](RuleBench &b) { b.set("base", "/columns/2/formula", R"J("Number([SALES/VAL])")J"); }},
        {"formula.choice", formula("Max(DateTrunc(\"monht\", [Base/Day]))"),
         formula("Max(DateTrunc(\"month\", [Base/Day]))")},
        {"formula.list-compared", formula("If([pDim] = \"x\", 1, 2)"),
         formula("If(ArrayContains([pDim], \"x\"), 1, 2)")},
        {"formula.list-compared", formula("If(\"x\" != [pDim], 1, 2)"),
         [](RuleBench &b) { // one value at a time
             b.add(
                 R"J({"id": "one", "kind": "control", "controlId": "pOne", "controlType": "list", "mode": "include", "selectionMode": "single", "value": "a",
 "source": {"kind": "manual", "valueType": "text", "values": ["a", "b"]}})J");
             b.set("chart", "/columns/1/formula", R"J("If([pOne] = \"a\", 1, 2)")J");
         }},
        {"formula.aggregate-level", formula("Sum(Avg([Base/Val]))"), formula("Sum([Base/Val]) / Avg([Base/Val])")},
        {"formula.calculation-level", grouped("[Base/Val] * 2"), grouped("Sum([Base/Val]) * 2")},
        {"formula.calculation-level", grouped("[Raw] + 1"),
         grouped("[Dim] & \"!\"")}, // through a sibling; of the key itself
        {"formula.key-value-level", keyValue("[Base/Val]"), keyValue("Sum([Base/Val])")},
        {"formula.unknown-column", formula("Sum([Base/Nope])"), formula("Sum([base/VAL])")},
        {"formula.unknown-column", formula("Sum([Base/Vall]) + Count([Base/Vall])")},
        {"formula.unknown-prefix", formula("Sum([Nope/Val])")},
        {"formula.unknown-prefix", formula("Sum([Basee/Val])")},
        {"formula.unknown-name", formula("Sum([Nope])"), formula("[Rows] * 2")},
        {"formula.unknown-name", formula("[Rowss] * 2")},
        {"formula.sql-handle",
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "q", "kind": "table", "name": "Q", "source": {"kind": "sql", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "statement": "SELECT {{pDimm}} AS a"}, "columns": [{"id": "a", "name": "A", "formula": "[Custom SQL/a]"}]})J");
         },
         [](RuleBench &b) {
             b.add(
                 R"J({"id": "q", "kind": "table", "name": "Q", "source": {"kind": "sql", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "statement": "SELECT {{pDim}} AS a"}, "columns": [{"id": "a", "name": "A", "formula": "[Custom SQL/a]"}]})J");
         }},
        {"formula.circular", formula("[Sales] + 1"), formula("[Rows] + 1")},
        {"formula.circular",
         [](RuleBench &b) {
             b.set("chart", "/columns/1/formula", R"J("[Rows] + 1")J");
             b.set("chart", "/columns/2/formula", R"J("[Sales] + 1")J");
         }},
        {"formula.circular", twins("Lookup([Left/A], [Key], [Left/Key])"),
         twins("Lookup([Left/B], [Key], [Left/Key])")},
        {"formula.ambiguous",
         [](RuleBench &b) {
             for (const char *id : {"t1", "t2"})
                 b.add(
                     std::string(R"J({"id": ")J") + id +
                     R"J(", "kind": "table", "name": "Twin", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "a", "name": "A", "formula": "[Base/Dim]"}]})J");
             b.set("text", "/body", R"J("{{Max([Twin/A])}}")J");
         }},
        {"formula.slash-in-name", [](RuleBench &b) { b.set("chart", "/columns/2/name", R"J("Rows/Day")J"); }},
        {"formula.template-open", [](RuleBench &b) { b.set("text", "/body", R"J("Total {{Sum([Base/Val])")J"); },
         [](RuleBench &b) { b.set("text", "/body", R"J("Total {{Sum([Base/Val])}}")J"); }},
        {"formula.list-in-text", [](RuleBench &b) { b.set("text", "/body", R"J("{{[pDim]}}")J"); }},
        {"formula.card-binding",
         [](RuleBench &b) { b.set("text", "/body", R"J("{{[Base repeated container/Dim]}}")J"); }},
    };
}

} // namespace tessera::model
