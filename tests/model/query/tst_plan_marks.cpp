// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/model/query/orders.h"

using namespace tessera;
using tests::orders;

#define COMPARE_ROWS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

namespace {

const char *const source = R"J("source": {"kind": "table", "elementId": "base"}, )J";

std::string element(const std::string &id, const std::string &kind, const std::string &body)
{
    return R"({"id": ")" + id + R"(", "kind": ")" + kind + R"(", )" + source + body + "}";
}

} // namespace

class TestPlanMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bars()
    {
        const auto f = orders(element("c", "bar-chart", R"J("name": "C", "columns": [
            {"id": "x", "name": "Region", "formula": "[Base/Region]"}, {"id": "y", "name": "Sales", "formula": "Sum([Base/Amount])"},
            {"id": "z", "name": "Orders", "formula": "Count([Base/Id])"}, {"id": "r", "name": "Each", "formula": "[Sales] / [Orders]"}],
          "xAxis": {"columnId": "x", "sort": {"by": "y", "direction": "descending"}}, "yAxis": {"columnIds": ["y", "r"]})J"));
        COMPARE_ROWS(f.problems("c"), "");
        COMPARE_ROWS(f.names("c"), "Region|Sales|Each");
        COMPARE_ROWS(f.rows("c"), "West|90|30\nEast|87|29\n-|40|40\n");
    }
    void colorsSortWithTheirX()
    {
        const auto f = orders(element("c", "bar-chart", R"J("columns": [
            {"id": "x", "name": "Product", "formula": "[Base/Product]"}, {"id": "y", "name": "Sales", "formula": "Sum([Base/Amount])"},
            {"id": "k", "name": "Region", "formula": "[Base/Region]"}, {"id": "s", "name": "Share", "formula": "Round(PercentOfTotal(Sum([Base/Amount]), 'x_axis'), 2)"}],
          "xAxis": {"columnId": "x", "sort": {"by": "y", "direction": "descending"}}, "yAxis": {"columnIds": ["y", "s"]},
          "color": {"by": "category", "column": "k"})J"));
        COMPARE_ROWS(f.problems("c"), "");
        COMPARE_ROWS(f.rows("c"),
                     "Desk|12|0.11|East\nDesk|60|0.54|West\nDesk|40|0.36|-\nFloor|75|0.71|East\nFloor|30|0.29|West\n");
    }
    void runningTotalsRestartPerColor()
    {
        const auto f = orders(element("c", "line-chart", R"J("columns": [
            {"id": "x", "name": "Month", "formula": "DateTrunc('month', [Base/Day])"}, {"id": "y", "name": "Run", "formula": "CumulativeSum(Sum([Base/Amount]))"},
            {"id": "k", "name": "Product", "formula": "[Base/Product]"}],
          "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}, "color": {"by": "category", "column": "k"})J"));
        COMPARE_ROWS(f.problems("c"), "");
        COMPARE_ROWS(f.rows("c"), "2024-01-01|32|Desk\n2024-01-01|30|Floor\n2024-02-01|112|Desk\n2024-02-01|105|"
                                  "Floor\n2024-03-01|105|Floor\n");
    }
    void scattersAndPlainValues()
    {
        const auto f = orders(element("s", "scatter-chart", R"J("columns": [
            {"id": "x", "name": "Region", "formula": "[Base/Region]"}, {"id": "y", "name": "Product", "formula": "[Base/Product]"}],
          "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]})J") +
                              ", " + element("b", "bar-chart", R"J("columns": [
            {"id": "x", "name": "Region", "formula": "[Base/Region]"}, {"id": "y", "name": "Amount", "formula": "[Base/Amount]"}],
          "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]})J"));
        COMPARE_ROWS(f.rows("s"), "East|Desk\nEast|Floor\nWest|Desk\nWest|Floor\n-|Desk\n");
        QCOMPARE(QString::fromStdString(f.rows("b")).count(QLatin1Char('\n')), 7);
    }
    void donutsAndBoxes()
    {
        const auto f = orders(element("d", "donut-chart", R"J("columns": [
            {"id": "k", "name": "Product", "formula": "[Base/Product]"}, {"id": "v", "name": "Sales", "formula": "Sum([Base/Amount])"},
            {"id": "h", "name": "Regions", "formula": "CountDistinct([Base/Region])"}],
          "value": {"columnId": "v"}, "color": {"columnId": "k", "sort": {"by": "v", "direction": "ascending"}}, "holeValue": {"columnId": "h"})J") +
                              ", " + element("x", "box-chart", R"J("columns": [
            {"id": "k", "name": "Region", "formula": "[Base/Region]"}, {"id": "v", "name": "Amount", "formula": "[Base/Amount]"}],
          "xAxis": {"columnId": "k"}, "yAxis": {"columnIds": ["v"]})J"));
        COMPARE_ROWS(f.problems("d") + f.problems("x"), "");
        COMPARE_ROWS(f.rows("d"), "105|Floor|2\n112|Desk|2\n");
        COMPARE_ROWS(f.names("x"), "Region|Amount (min)|Amount (q1)|Amount (median)|Amount (q3)|Amount (max)");
        COMPARE_ROWS(f.rows("x"), "East|12|27.75|43.5|59.25|75\nWest|20|25|30|35|40\n-|40|40|40|40|40\n");
    }
    void otherMarks()
    {
        const auto f = orders(
            element("f", "funnel-chart", R"J("columns": [{"id": "a", "name": "Product", "formula": "[Base/Product]"},
            {"id": "v", "name": "N", "formula": "Count()"}], "stage": {"columnId": "a"}, "series": {"columnId": "v"})J") +
            ", " +
            element("k", "sankey-chart", R"J("columns": [{"id": "a", "name": "Region", "formula": "[Base/Region]"},
            {"id": "b", "name": "Product", "formula": "[Base/Product]"}, {"id": "v", "name": "N", "formula": "Count([Base/Id])"}],
          "stages": [{"columnId": "a"}, {"columnId": "b"}], "value": {"columnId": "v"})J") +
            ", " +
            element("t", "treemap-chart", R"J("columns": [{"id": "a", "name": "Product", "formula": "[Base/Product]"},
            {"id": "v", "name": "N", "formula": "Sum([Base/Amount])"}], "category": {"columnId": "a"})J") +
            ", " +
            element("g", "gauge-chart", R"J("columns": [{"id": "v", "name": "N", "formula": "Sum([Base/Amount])"}],
          "value": {"columnId": "v"})J") +
            ", " +
            element("w", "waterfall-chart", R"J("columns": [{"id": "a", "name": "Product", "formula": "[Base/Product]"},
            {"id": "v", "name": "N", "formula": "Avg([Base/Amount])"}], "xAxis": {"columnId": "a"}, "yAxis": {"columnIds": ["v"]},
          "refMarks": [{"type": "line", "axis": "series", "value": {"type": "formula", "formula": "Avg([Base/Amount])"}},
                       {"type": "band", "axis": "series", "value": {"type": "formula", "formula": "0.45"}, "endValue": {"type": "formula", "formula": "1"}}])J") +
            ", " + element("m", "region-map", R"J("columns": [{"id": "a", "name": "Region", "formula": "[Base/Region]"},
            {"id": "v", "name": "N", "formula": "Sum([Base/Amount])"}], "region": {"columnId": "a", "regionType": "us-state"},
          "color": {"by": "scale", "column": "v"})J"));
        for (const char *id : {"f", "k", "t", "g", "w", "m"})
            COMPARE_ROWS(f.problems(id), "");
        COMPARE_ROWS(f.rows("f"), "Desk|4\nFloor|3\n");
        COMPARE_ROWS(f.rows("k"), "East|Desk|1\nEast|Floor|2\nWest|Desk|2\nWest|Floor|1\n-|Desk|1\n");
        COMPARE_ROWS(f.rows("t"), "Desk|112\nFloor|105\n");
        COMPARE_ROWS(f.rows("g"), "217\n");
        COMPARE_ROWS(f.rows("w"), "Desk|28\nFloor|52.5\n");
        COMPARE_ROWS(f.rows("w", "refMark:0"), "36.1667\n");
        COMPARE_ROWS(f.rows("w", "refMark:1"), "0.45|1\n");
        COMPARE_ROWS(f.rows("m"), "East|87\nWest|90\n-|40\n");
    }
    void kpis()
    {
        const auto f = orders(
            element("a", "kpi-chart", R"J("columns": [{"id": "v", "name": "Sales", "formula": "Sum([Base/Amount])"},
            {"id": "c", "name": "Goal", "formula": "Max([Base/Amount]) * 3"}], "value": {"columnId": "v"}, "comparisonColumn": {"columnId": "c"})J") +
            ", " +
            element("t", "kpi-chart", R"J("columns": [{"id": "v", "name": "Sales", "formula": "Sum([Base/Amount])"},
            {"id": "m", "name": "Month", "formula": "DateTrunc('month', [Base/Day])"}], "value": {"columnId": "v"}, "timeline": {"columnId": "m"},
            "periodComparison": "month")J") +
            ", " +
            element("s", "kpi-chart", R"J("columns": [{"id": "v", "name": "Sales", "formula": "Sum([Base/Amount])"},
            {"id": "w", "name": "Twice", "formula": "[Sales] * 2"}], "value": {"columnId": "w"})J"));
        COMPARE_ROWS(f.rows("a"), "217|225\n");
        COMPARE_ROWS(f.rows("a", "comparison"), "225\n");
        COMPARE_ROWS(f.rows("t"), "-|2024-03-01\n");
        COMPARE_ROWS(f.rows("t", "comparison"), "155\n");
        COMPARE_ROWS(f.rows("t", "trend"), "62|2024-01-01\n155|2024-02-01\n-|2024-03-01\n");
        COMPARE_ROWS(f.rows("s"), "-\n"); // Sigma shows nothing either
    }
    void pivots()
    {
        const auto f = orders(
            element("p", "pivot-table", R"J("columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"},
            {"id": "p", "name": "Product", "formula": "[Base/Product]"}, {"id": "k", "name": "Month", "formula": "Month([Base/Day])"},
            {"id": "v", "name": "Sales", "formula": "Sum([Base/Amount])"}, {"id": "n", "name": "Kinds", "formula": "CountDistinct([Base/Product])"},
            {"id": "s", "name": "Share", "formula": "Round([Sales] / [Sales (Row Total)], 2)"}],
          "values": ["v", "n", "s"], "rowsBy": [{"columnId": "r", "sort": {"by": "v", "direction": "descending"}}, {"columnId": "p"}],
          "columnsBy": [{"columnId": "k"}])J"));
        COMPARE_ROWS(f.problems("p"), "");
        COMPARE_ROWS(f.names("p"), "Region|Product|Month|Sales|Kinds|Share");
        COMPARE_ROWS(f.rows("p"),
                     "West|Desk|1|20|1|0.33\nWest|Desk|2|40|1|0.67\nWest|Floor|1|30|1|1\nEast|Desk|1|12|1|1\n"
                     "East|Floor|2|75|1|1\nEast|Floor|3|-|1|-\n-|Desk|2|40|1|1\n");
        COMPARE_ROWS(f.rows("p", "rowTotals"),
                     "West|Desk|60|1|1\nWest|Floor|30|1|1\nEast|Desk|12|1|1\nEast|Floor|75|1|1\n-|Desk|40|1|1\n");
        COMPARE_ROWS(f.rows("p", "columnTotals"), "1|62|2|0.29\n2|155|2|0.71\n3|-|1|-\n");
        COMPARE_ROWS(f.rows("p", "grandTotal"), "217|2|1\n");
        COMPARE_ROWS(f.rows("p", "rowSubtotals:1"), "West|90|2|1\nEast|87|2|1\n-|40|1|1\n");
        COMPARE_ROWS(
            f.rows("p", "subtotals:1"),
            "West|1|50|2|0.56\nWest|2|40|1|0.44\nEast|1|12|1|0.14\nEast|2|75|1|0.86\nEast|3|-|1|-\n-|2|40|1|1\n");
    }
    void topMarks()
    {
        const auto f =
            orders(element("c", "bar-chart", R"J("columns": [{"id": "x", "name": "Region", "formula": "[Base/Region]"},
            {"id": "y", "name": "Sales", "formula": "Sum([Base/Amount])"}], "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]},
          "filters": [{"id": "f", "kind": "top-n", "columnId": "y", "rankingFunction": "rank", "mode": "top-n", "rowCount": 2}])J"));
        COMPARE_ROWS(f.rows("c"), "East|87\nWest|90\n");
    }
    void texts()
    {
        const auto f = orders(
            R"J({"id": "t", "kind": "text", "body": "{{Sum([Base/Amount]) | $,.0f}} of {{CountDistinct([Base/Region])}}, {{[Base/Product]}} {{[pX] + 1}}"},
          {"id": "x", "kind": "control", "controlId": "pX", "controlType": "number", "mode": "=", "value": 4},
          {"id": "cards", "kind": "repeated-container", "source": {"kind": "table", "elementId": "base"}},
          {"id": "card", "kind": "text", "body": "{{[Base repeated container/Id]}}: {{[Base repeated container/Amount]}}"},
          {"id": "p", "kind": "progress", "min": "0", "max": "Sum([Base/Amount])", "value": "Max([Base/Amount])"})J");
        COMPARE_ROWS(f.problems("t") + f.problems("card") + f.problems("p"), "");
        COMPARE_ROWS(f.rows("t", "text:/body"), "217|2|-|5\n");
        COMPARE_ROWS(f.rows("card", "text:/body"), "1|20\n2|30\n3|40\n4|12\n5|75\n6|-\n7|40\n");
        COMPARE_ROWS(f.names("cards"), "Id|Region|Day|Product|Amount");
        COMPARE_ROWS(f.rows("p"), "75|0|217\n");
    }
};

QTEST_GUILESS_MAIN(TestPlanMarks)
#include "tst_plan_marks.moc"
