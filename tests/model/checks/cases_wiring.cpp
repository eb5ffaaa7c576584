// SPDX-License-Identifier: GPL-3.0-or-later
// Controls and input tables: defaults, values and what filters what.
#include "rule_bench.h"

namespace tessera::model {

namespace {

const std::string onDim = R"J("filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"}])J";
const std::string onVal = R"J("filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": "c-val"}])J";
const std::string own = R"J("source": {"kind": "manual", "valueType": "text", "values": ["a", "b"]})J";

std::string controlText(const std::string &id, const std::string &fields)
{
    return R"J({"id": ")J" + id + R"J(", "kind": "control", "controlId": "h)J" + id + R"J(", "name": "C )J" + id +
           R"J(", )J" + fields + '}';
}

Edit control(const std::string &fields)
{
    return [fields](RuleBench &b) { b.add(controlText("c2", fields)); };
}

std::string list(const std::string &values, const std::string &more = onDim)
{
    return R"J("controlType": "list", "mode": "include", "selectionMode": "multiple", "values": )J" + values + ", " +
           own + ", " + more;
}

std::string segmented(const std::string &source, const std::string &value = "null")
{
    return R"J("controlType": "segmented", "value": )J" + value + R"J(, "source": )J" + source;
}

// One control on the page of the bench, one on another.
Edit twoPages(const std::string &first, const std::string &second, const std::string &page = "pg2")
{
    return [first, second, page](RuleBench &b) {
        b.addPage(R"J({"id": "pg2", "name": "Second"})J");
        b.add(controlText("c2", first));
        b.add(controlText("c3", second), page);
    };
}

constexpr const char *connection = R"J("connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d")J";
const std::string empty = std::string(R"J({"kind": "empty", )J") + connection + '}';

std::string linkedTo(const std::string &parent)
{
    return R"J({"kind": "linked", "from": ")J" + parent + R"J(", )J" + connection + '}';
}

Edit input(const std::string &columns, const std::string &source = empty)
{
    return [columns, source](RuleBench &b) {
        b.add(R"J({"id": "inp", "kind": "input-table", "name": "Plan", "inputMode": "view", "source": )J" + source +
              R"J(, "columns": )J" + columns + '}');
    };
}

Edit inputColumn(const std::string &column)
{
    return input("[{\"id\": \"ID\"}, " + column + ']');
}

// A table between the filtered parent and the linked table.
void between(RuleBench &b)
{
    b.set("base", "/filters",
          R"J([{"id": "f", "columnId": "c-dim", "kind": "list", "mode": "include", "values": ["a"]}])J");
    b.add(
        R"J({"id": "few", "kind": "table", "name": "Few", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "d", "name": "Dim", "formula": "[Base/Dim]"}]})J");
    input(R"J([{"id": "k", "key": "d", "name": "Dim"}])J", linkedTo("few"))(b);
}

Edit filteredParent(const std::string &filter)
{
    return [filter](RuleBench &b) {
        b.set("base", "/filters", '[' + filter + ']');
        input(R"J([{"id": "k", "key": "c-dim", "name": "Dim"}])J", linkedTo("base"))(b);
    };
}

std::string drill(const std::string &value, const std::string &levels)
{
    return R"J("controlType": "drill", "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"}, "value": )J" +
           value + R"J(, "categories": )J" + levels +
           R"J(, "targets": [{"source": {"kind": "table", "elementId": "base"}, "columnIds": ["c-dim", null]}])J";
}

std::vector<RuleCase> pageCases()
{
    const std::string range =
        R"J("controlType": "date-range", "filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": "c-day"}], )J";
    const std::string last = range + R"J("mode": "last", "unit": "month", "includeToday": true, "value": )J";
    return {
        {"control.two-pages", twoPages(list(R"J(["a"])J"), list(R"J(["b"])J")),
         twoPages(list(R"J(["a"])J"), list(R"J(["a"])J"))},
        {"control.two-pages",
         twoPages(list(R"J(["a"])J"),
                  segmented(R"J({"kind": "manual", "valueType": "text", "values": ["a", "b"]})J", "\"b\"") + ", " +
                      onDim),
         twoPages(list(R"J(["a"])J"),
                  segmented(R"J({"kind": "manual", "valueType": "text", "values": ["a", "b"]})J", "\"a\"") + ", " +
                      onDim)},
        {"control.two-pages", twoPages(last + '1', last + '6'), twoPages(last + '6', last + '6')},
        {"control.two-pages", {}, twoPages(list(R"J(["a"])J"), list("[]"))},               // nothing chosen there
        {"control.two-pages", {}, twoPages(list(R"J(["a"])J"), list(R"J(["b"])J"), "pg")}, // readers see both
        {"control.two-pages",
         {},
         twoPages(list(R"J(["a"])J"),
                  R"J("controlType": "slider", "mode": ">=", "low": 0, "high": 9, "value": 3, )J" + onVal)},
    };
}

std::vector<RuleCase> valueCases()
{
    const std::string nested =
        R"J({"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"})J";
    return {
        {"control.value-source",
         control(segmented(R"J({"kind": "source", "elementId": "base", "columnId": "c-dim"})J")),
         control(segmented(nested))},
        {"control.value-source",
         control(segmented(R"J({"kind": "table", "elementId": "base", "columnId": "c-dim"})J"))},
        {"control.value-objects",
         control(
             segmented(R"J({"kind": "manual", "valueType": "text", "values": [{"label": "A", "value": "a"}, "b"]})J")),
         control(
             segmented(R"J({"kind": "manual", "valueType": "text", "values": ["a", "b"], "labels": ["A", null]})J"))},
        {"control.value-type", control(segmented(R"J({"kind": "manual", "valueType": "number", "values": [1, "2"]})J")),
         control(segmented(R"J({"kind": "manual", "valueType": "number", "values": [1, 2.5, null]})J"))},
        {"control.value-type", control(segmented(R"J({"kind": "manual", "valueType": "text", "values": [1, "b"]})J"))},
        {"control.drill-value", control(drill("\"c-val\"", R"J([{"columnId": "c-dim"}, {"columnId": "c-day"}])J")),
         control(drill("\"c-day\"", R"J([{"columnId": "c-dim"}, {"columnId": "c-day"}])J"))},
        {"data.single-list-values",
         control(R"J("controlType": "list", "mode": "include", "selectionMode": "single", "values": ["a"], )J" + own),
         control(R"J("controlType": "list", "mode": "include", "selectionMode": "single", "value": "a", )J" + own)},
        {"control.filter-twice",
         [](RuleBench &b) {
             b.set(
                 "base", "/filters",
                 R"J([{"id": "f", "columnId": "c-val", "kind": "number-range", "min": 5}, {"id": "g", "columnId": "c-val", "kind": "number-range", "min": 5}])J");
         }},
        {"control.range", control(R"J("controlType": "range-slider", "low": 0, "high": 10, "min": 7, "max": 3)J"),
         control(R"J("controlType": "range-slider", "low": 0, "high": 10, "min": 3, "max": 3)J")},
        {"control.range", inputColumn(R"J({"id": "n", "type": "number", "name": "N", "range": {"min": 5, "max": 0}})J"),
         inputColumn(R"J({"id": "n", "type": "number", "name": "N", "range": {"min": 0, "max": 5}})J")},
        {"control.default-value",
         control(R"J("controlType": "range-slider", "low": 0, "high": 10, "min": 3, "max": 30)J"),
         control(R"J("controlType": "range-slider", "low": 0, "high": 10, "min": 0, "max": 10)J")},
        {"schema.dropped-key",
         control(
             R"J("controlType": "date-range", "mode": "between", "value": {"min": "2026-01-01", "max": "2026-02-01"})J"),
         control(
             R"J("controlType": "date-range", "mode": "between", "startDate": "2026-01-01", "endDate": "2026-02-01")J")},
        {"schema.dropped-key", control(R"J("controlType": "number-range", "value": {"min": 1, "max": 2}, )J" + onVal),
         control(R"J("controlType": "number-range", "low": 1, "high": 2, )J" + onVal)},
        {"schema.unconfirmed", control(R"J("controlType": "number-range", "low": 1, "high": 2)J"),
         control(R"J("controlType": "number-range", "low": 1, "high": 2, "filters": [])J")},
        {"schema.unconfirmed", control(R"J("controlType": "date-range", "mode": "last", "value": 3, "unit": "day")J"),
         control(R"J("controlType": "date-range", "mode": "current", "unit": "day")J")},
        {"schema.unconfirmed",
         control(
             R"J("controlType": "date-range", "mode": "between", "startDate": {"op": "now-minus", "unit": "day", "value": 3}, "endDate": "2026-02-01")J"),
         control(
             R"J("controlType": "date-range", "mode": "custom", "startDate": {"op": "now-minus", "unit": "day", "value": 3}, "endDate": "2026-02-01")J")},
        {"schema.unconfirmed",
         control(R"J("controlType": "list", "mode": "include", "selectionMode": "single", )J" + own),
         control(R"J("controlType": "list", "mode": "include", "selectionMode": "single", "value": null, )J" + own)},
        {"schema.unconfirmed",
         [](RuleBench &b) {
             b.add(R"J({"id": "m", "kind": "control", "controlId": "PDIM", "controlType": "synced"})J");
         },
         [](RuleBench &b) {
             b.add(R"J({"id": "m", "kind": "control", "controlId": "pDim", "controlType": "synced"})J");
         }},
        {"schema.rejected-key", control(R"J("controlType": "hierarchy", "mode": "include", "values": [], )J" + own),
         control(R"J("controlType": "hierarchy", "mode": "include", "values": [["a", "b"]])J")},
    };
}

std::vector<RuleCase> inputCases()
{
    const std::string filter =
        R"J({"id": "f", "columnId": "c-val", "kind": "top-n", "rankingFunction": "rank", "mode": "top-n", "rowCount": 5})J";
    const std::string all = R"J({"id": "f", "columnId": "c-dim", "kind": "list", "mode": "include", "values": []})J";
    const std::string parents = R"J([{"id": "k", "key": "c-dim", "name": "Dim"}, {"id": "p", "formula": "[Base/Val]")J";
    return {
        {"data.parent-filters", filteredParent(filter), between},
        {"data.parent-filters", {}, filteredParent(all)},
        {"data.column-type", inputColumn(R"J({"id": "t", "type": "single-select", "name": "T", "values": ["x"]})J"),
         inputColumn(R"J({"id": "t", "type": "text", "name": "T", "values": ["x"]})J")},
        {"data.column-type", inputColumn(R"J({"id": "t", "type": "boolean", "name": "T"})J"),
         inputColumn(R"J({"id": "t", "type": "checkbox", "name": "T"})J")},
        {"data.choice-objects",
         inputColumn(R"J({"id": "t", "type": "text", "name": "T", "values": [{"value": "x", "label": "X"}]})J"),
         inputColumn(R"J({"id": "t", "type": "text", "name": "T", "values": ["x"]})J")},
        {"data.choice-type", inputColumn(R"J({"id": "t", "type": "number", "name": "T", "values": ["1", 2]})J"),
         inputColumn(R"J({"id": "t", "type": "number", "name": "T", "values": [1, 2]})J")},
        {"data.key-name", input(parents + "}]", linkedTo("base")),
         input(parents + R"J(, "name": "Val"}])J", linkedTo("base"))},
        {"data.hidden-input-column", input(R"J([{"id": "ID", "hidden": true}])J"),
         input(R"J([{"id": "ID", "hidden": false}])J")},
        {"schema.rejected-key", inputColumn(R"J({"id": "t", "type": "checkbox", "name": "T", "values": [true]})J"),
         inputColumn(R"J({"id": "t", "type": "checkbox", "name": "T"})J")},
        {"schema.rejected-key",
         inputColumn(
             R"J({"id": "t", "type": "text", "name": "T", "valuesFrom": {"elementId": "base", "columnId": "c-dim"}})J"),
         inputColumn(
             R"J({"id": "t", "type": "text", "name": "T", "valuesFrom": {"element": "base", "column": "c-dim"}})J")},
        {"data.input-source", input(R"J([{"id": "ID"}])J", std::string(R"J({"kind": "csv", )J") + connection + '}'),
         input(R"J([{"id": "ID"}])J")},
        {"data.input-source",
         input(R"J([{"id": "k", "key": "c-dim", "name": "D"}])J",
               std::string(R"J({"kind": "table", "elementId": "base", )J") + connection + '}'),
         input(R"J([{"id": "k", "key": "c-dim", "name": "D"}])J", linkedTo("base"))},
        {"data.column-shape", inputColumn(R"J({"id": "t", "type": "text", "formula": "", "name": "T"})J"),
         inputColumn(R"J({"id": "t", "formula": "[ID]", "name": "T"})J")},
        {"data.validation-slot",
         inputColumn(R"J({"id": "t", "type": "number", "values": [], "range": {"min": 1}, "name": "T"})J"),
         inputColumn(R"J({"id": "t", "type": "number", "range": {"min": 1}, "name": "T"})J")},
        {"schema.reference-kind", input(R"J([{"id": "k", "key": "x", "name": "K"}])J", linkedTo("ctl"))},
    };
}

} // namespace

std::vector<RuleCase> wiringCases()
{
    std::vector<RuleCase> all = pageCases();
    for (const auto &cases : {valueCases(), inputCases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

} // namespace tessera::model
