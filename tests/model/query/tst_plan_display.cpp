// SPDX-License-Identifier: GPL-3.0-or-later
// What Sigma computes while it shows an element: small charts in cells, "Others", drill controls.
#include <QTest>

#include "tests/model/query/orders.h"

using namespace tessera;
using tests::orders;

#define COMPARE_ROWS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

namespace {

std::string element(const std::string &id, const std::string &kind, const std::string &body)
{
    return R"({"id": ")" + id + R"(", "kind": ")" + kind + R"(", "source": {"kind": "table", "elementId": "base"}, )" +
           body + "}";
}

std::string bars(const std::string &x, const std::string &sort)
{
    return element(
        "c", "bar-chart",
        R"J("name": "C", "columns": [{"id": "x", "name": "X", "formula": ")J" + x +
            R"J("}, {"id": "y", "name": "Sales", "formula": "Sum([Base/Amount])"}], "xAxis": {"columnId": "x")J" +
            sort + R"J(}, "yAxis": {"columnIds": ["y"]})J");
}

model::query::ControlValue level(const char *column)
{
    return {{model::Value(column)}, {}, {}};
}

} // namespace

class TestPlanDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sparklinesOfGroups()
    {
        const auto f = orders(element(
            "g", "table", R"J("name": "G", "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"},
             {"id": "t", "name": "Trend", "formula": "SparklineAgg(Month([Base/Day]), Sum([Base/Amount]))"},
             {"id": "n", "name": "Points", "formula": "ArrayLength([Trend])"}],
            "groupings": [{"id": "g1", "groupBy": ["r"], "calculations": ["t", "n"]}])J"));
        COMPARE_ROWS(f.problems("g"), "");
        COMPARE_ROWS(f.rows("g"), "East|[{\"x\":1,\"y\":12},{\"x\":2,\"y\":75},{\"x\":3,\"y\":null}]|3\n"
                                  "West|[{\"x\":1,\"y\":50},{\"x\":2,\"y\":40}]|2\n-|[{\"x\":2,\"y\":40}]|1\n");
    }
    void sparklinesNeedGroups()
    {
        const auto f = orders(element(
            "g", "table",
            R"J("columns": [{"id": "t", "name": "Trend", "formula": "SparklineAgg([Base/Day], Sum([Base/Amount]))"}])J"));
        COMPARE_ROWS(f.problems("g"), "t: SparklineAgg needs a grouping to aggregate over.\n");
    }

    // West sells 90, East 87, nobody's orders 40.
    void limitsFollowTheSort()
    {
        const auto sorted =
            orders(bars("VisibilityLimit([Base/Region], 1)", R"J(, "sort": {"by": "y", "direction": "descending"})J"));
        COMPARE_ROWS(sorted.problems("c"), "");
        COMPARE_ROWS(sorted.rows("c"), "Others|127\nWest|90\n");
        const auto plain = orders(bars("VisibilityLimit([Base/Region], 1)", ""));
        COMPARE_ROWS(plain.rows("c"), "East|87\nOthers|130\n");
        const auto all = orders(bars("VisibilityLimit([Base/Region], 5, RowNumber())", ""));
        COMPARE_ROWS(all.rows("c"), "East|87\nWest|90\n-|40\n");
        const auto column = orders(bars("VisibilityLimit([Base/Region], [Base/Amount])", ""));
        COMPARE_ROWS(column.problems("c"), "x: VisibilityLimit needs a fixed number of values.\n");
    }

    void drillsSwapWhatAChartShows()
    {
        auto f = orders(element("c", "bar-chart",
                                R"J("name": "C", "columns": [{"id": "x", "name": "Region", "formula": "[Base/Region]"},
             {"id": "p", "name": "Product", "formula": "[Base/Product]"}, {"id": "y", "name": "Sales", "formula": "Sum([Base/Amount])"}],
             "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]})J") +
                        ", " + bars("[Base/Region]", "").replace(8, 1, "d") + R"J(,
            {"id": "drill", "kind": "control", "controlType": "drill", "controlId": "pLevel", "value": null,
             "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "region"},
             "categories": [{"columnId": "region"}, {"columnId": "product"}],
             "targets": [{"source": {"kind": "table", "elementId": "c"}, "columnIds": ["x", "p"]}]},
            {"id": "drill2", "kind": "control", "controlType": "drill", "controlId": "pAll", "value": null,
             "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "region"},
             "categories": [{"columnId": "region"}, {"columnId": "product"}],
             "targets": [{"source": {"kind": "table", "elementId": "base"}, "columnIds": ["region", "product"]}]})J");
        COMPARE_ROWS(f.rows("c"), "East|87\nWest|90\n-|40\n");
        f.options.controls["pLevel"] = level("product");
        COMPARE_ROWS(f.problems("c"), "");
        COMPARE_ROWS(f.names("c"), "Product|Sales");
        COMPARE_ROWS(f.rows("c"), "Desk|112\nFloor|105\n");
        COMPARE_ROWS(f.rows("d"), "East|87\nWest|90\n-|40\n");
        f.options.controls = {{"pAll", level("product")}}; // a plain table: what reads it changes, not the table
        COMPARE_ROWS(f.rows("d"), "Desk|112\nFloor|105\n");
        COMPARE_ROWS(f.rows("drill", "values"), "region|Region|-\nproduct|Product|-\n");
    }
};

QTEST_GUILESS_MAIN(TestPlanDisplay)
#include "tst_plan_display.moc"
