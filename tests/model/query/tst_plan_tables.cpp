// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/model/query/orders.h"

using namespace tessera;
using tests::orders;

#define COMPARE_ROWS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

class TestPlanTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowFormulas()
    {
        const auto f = orders("");
        COMPARE_ROWS(f.problems("base"), "");
        COMPARE_ROWS(f.names("base"), "Id|Region|Day|Product|Amount");
        COMPARE_ROWS(f.rows("base"),
                     "1|West|2024-01-05|Desk|20\n2|West|2024-01-20|Floor|30\n3|West|2024-02-03|Desk|40\n"
                     "4|East|2024-01-11|Desk|12\n5|East|2024-02-14|Floor|75\n6|East|2024-03-02|Floor|-\n"
                     "7|-|2024-02-20|Desk|40\n");
    }
    void chainHiddenOrderAndSort()
    {
        const auto f =
            orders(R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "a", "name": "Id", "formula": "[Base/Id]"}, {"id": "b", "name": "Twice", "formula": "[Half] * 4"},
                      {"id": "c", "name": "Half", "formula": "[Base/Amount] / 2", "hidden": true}],
          "order": ["b", "a"], "sort": [{"columnId": "c", "direction": "descending"}, {"columnId": "a", "direction": "ascending"}]})J");
        COMPARE_ROWS(f.names("t"), "Twice|Id");
        COMPARE_ROWS(f.rows("t"), "150|5\n80|3\n80|7\n60|2\n40|1\n24|4\n-|6\n");
    }
    void aggregatesInRowsAreOfTheRow()
    {
        const auto f =
            orders(R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "a", "name": "Max", "formula": "Max([Base/Amount])"}, {"id": "b", "name": "N", "formula": "Count([Base/Amount])"},
                      {"id": "c", "name": "All", "formula": "GrandTotal(Sum([Base/Amount]))"},
                      {"id": "d", "name": "Share", "formula": "Round(PercentOfTotal(Sum([Base/Amount])), 4)"},
                      {"id": "e", "name": "Most", "formula": "Rollup(Max([Base/Amount]), 1, 1)"}]})J");
        COMPARE_ROWS(f.problems("t"), "");
        COMPARE_ROWS(
            f.rows("t"),
            "20|1|217|0.0922|75\n30|1|217|0.1382|75\n40|1|217|0.1843|75\n12|1|217|0.0553|75\n75|1|217|0.3456|75\n"
            "-|0|217|-|75\n40|1|217|0.1843|75\n");
    }
    void windowsFollowTheSort()
    {
        const auto f =
            orders(R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "a", "name": "Id", "formula": "[Base/Id]"}, {"id": "s", "name": "Sum", "formula": "CumulativeSum([Base/Amount])"},
                      {"id": "n", "name": "N", "formula": "RowNumber()"}, {"id": "r", "name": "R", "formula": "Rank([Base/Amount], 'desc')"},
                      {"id": "l", "name": "L", "formula": "Lag([Base/Amount], 1, 0)"}],
          "sort": [{"columnId": "a", "direction": "ascending"}]})J");
        COMPARE_ROWS(f.problems("t"), "");
        COMPARE_ROWS(f.rows("t"),
                     "1|20|1|5|0\n2|50|2|4|20\n3|90|3|2|30\n4|102|4|6|40\n5|177|5|1|12\n6|177|6|7|75\n7|217|7|2|-\n");
    }
    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("ids");
        QTest::newRow("list") << R"({"kind": "list", "columnId": "region", "mode": "include", "values": ["West"]})"
                              << "1 2 3";
        QTest::newRow("list with null")
            << R"({"kind": "list", "columnId": "region", "mode": "include", "values": [null]})"
            << "7";
        QTest::newRow("excluding keeps nulls")
            << R"({"kind": "list", "columnId": "region", "mode": "exclude", "values": ["West"]})"
            << "4 5 6 7";
        QTest::newRow("excluding null")
            << R"({"kind": "list", "columnId": "region", "mode": "exclude", "values": ["West", null]})"
            << "4 5 6";
        QTest::newRow("disabled")
            << R"({"kind": "list", "state": "disabled", "columnId": "region", "mode": "include", "values": ["West"]})"
            << "1 2 3 4 5 6 7";
        QTest::newRow("number") << R"({"kind": "number-range", "columnId": "amount", "min": 30, "max": 40})"
                                << "2 3 7";
        QTest::newRow("number, nulls too")
            << R"({"kind": "number-range", "columnId": "amount", "min": 50, "includeNulls": "always"})"
            << "5 6";
        QTest::newRow("dates")
            << R"({"kind": "date-range", "columnId": "day", "mode": "between", "startDate": "2024-01-20", "endDate": "2024-02-14"})"
            << "2 3 5";
        QTest::newRow("last")
            << R"({"kind": "date-range", "columnId": "day", "mode": "last", "value": 3, "unit": "month"})"
            << "3 5 6 7";
        QTest::newRow("on") << R"({"kind": "date-range", "columnId": "day", "mode": "on", "date": "2024-02-14"})"
                            << "5";
        QTest::newRow("before")
            << R"({"kind": "date-range", "columnId": "day", "mode": "before", "date": "2024-01-11"})"
            << "1";
        QTest::newRow("after")
            << R"({"kind": "date-range", "columnId": "day", "mode": "after", "date": {"op": "now-minus", "unit": "month", "value": 3}})"
            << "6 7";
        QTest::newRow("text")
            << R"({"kind": "text-match", "columnId": "product", "mode": "contains", "value": "LOO", "case": "insensitive"})"
            << "2 5 6";
        QTest::newRow("text, case")
            << R"({"kind": "text-match", "columnId": "product", "mode": "contains", "value": "LOO", "case": "sensitive"})"
            << "";
        QTest::newRow("text not")
            << R"({"kind": "text-match", "columnId": "region", "mode": "does-not-start-with", "value": "w", "case": "insensitive"})"
            << "4 5 6";
        QTest::newRow("pattern")
            << R"({"kind": "text-match", "columnId": "product", "mode": "matches-regexp", "value": "^d.sk$", "case": "insensitive"})"
            << "1 3 4 7";
        QTest::newRow("top")
            << R"({"kind": "top-n", "columnId": "amount", "rankingFunction": "rank", "mode": "top-n", "rowCount": 2})"
            << "3 5 7";
        QTest::newRow("bottom")
            << R"({"kind": "top-n", "columnId": "amount", "rankingFunction": "row-number", "mode": "bottom-n", "rowCount": 2})"
            << "1 4";
        QTest::newRow("percentile")
            << R"({"kind": "top-n", "columnId": "amount", "rankingFunction": "cume-dist", "mode": "top-percentile", "percentile": 50})"
            << "3 5 7";
    }
    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QString, ids);
        std::string base = tests::ordersBase;
        base.insert(base.size() - 1, ", \"filters\": [" + filter.toStdString() + "]");
        tests::PlanFixture f(
            "[" + base +
            R"J(, {"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "a", "name": "Id", "formula": "[Base/Id]"}], "sort": [{"columnId": "a"}]}])J");
        f.table("ORDERS", tests::ordersCsv);
        COMPARE_ROWS(f.problems("t"), "");
        QCOMPARE(
            QString::fromStdString(f.rows("t")).split(QLatin1Char('\n'), Qt::SkipEmptyParts).join(QLatin1Char(' ')),
            ids);
    }
    void groupsWithCalculations()
    {
        const auto f =
            orders(R"J({"id": "g", "kind": "table", "name": "G", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"},
                      {"id": "m", "name": "Month", "formula": "DateTrunc('month', [Base/Day])"},
                      {"id": "s", "name": "Sales", "formula": "Sum([Base/Amount])"},
                      {"id": "rs", "name": "RegionSales", "formula": "Sum([Base/Amount])"},
                      {"id": "share", "name": "Share", "formula": "Round([Sales] / [RegionSales], 2)"},
                      {"id": "ytd", "name": "Ytd", "formula": "CumulativeSum([Sales])"},
                      {"id": "best", "name": "Best", "formula": "Max([Sales])"},
                      {"id": "prev", "name": "Prev", "formula": "DateLookback([Sales], [Month], 1, 'month')"},
                      {"id": "n", "name": "Months", "formula": "Count([Month])"},
                      {"id": "all", "name": "All", "formula": "Sum([Base/Amount])"}],
          "groupings": [{"id": "g1", "groupBy": ["r"], "calculations": ["rs", "best", "n"]},
                        {"id": "g2", "groupBy": ["m"], "calculations": ["s", "share", "ytd", "prev"]}],
          "summary": ["all"]},
          {"id": "outer", "kind": "table", "name": "Outer", "source": {"kind": "table", "elementId": "g", "groupingId": "g1"},
          "columns": [{"id": "a", "name": "Region", "formula": "[G/Region]"}, {"id": "b", "name": "Sales", "formula": "[G/RegionSales]"},
                      {"id": "c", "name": "All", "formula": "[G/All]"}], "sort": [{"columnId": "b", "nulls": "first"}]})J");
        COMPARE_ROWS(f.problems("g"), "");
        COMPARE_ROWS(f.names("g"), "Region|Month|Sales|RegionSales|Share|Ytd|Best|Prev|Months");
        COMPARE_ROWS(f.rows("g"), "East|2024-01-01|12|87|0.14|12|75|-|3\n"
                                  "East|2024-02-01|75|87|0.86|87|75|12|3\n"
                                  "East|2024-03-01|-|87|-|87|75|75|3\n"
                                  "West|2024-01-01|50|90|0.56|50|50|-|2\n"
                                  "West|2024-02-01|40|90|0.44|90|50|50|2\n"
                                  "-|2024-02-01|40|40|1|40|40|-|1\n");
        COMPARE_ROWS(f.rows("g", "summary"), "217\n");
        COMPARE_ROWS(f.rows("outer"), "-|40|217\nEast|87|217\nWest|90|217\n");
    }
    void groupsWithRows()
    {
        const auto f =
            orders(R"J({"id": "g", "kind": "table", "name": "G", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"}, {"id": "s", "name": "Sales", "formula": "Sum([Amount])"},
                      {"id": "a", "name": "Amount", "formula": "[Base/Amount]"}, {"id": "p", "name": "Part", "formula": "Round([Amount] / [Sales], 2)"},
                      {"id": "l", "name": "Largest", "formula": "Max([Part])"}],
          "groupings": [{"id": "g1", "groupBy": ["r"], "calculations": ["s", "l"], "sort": [{"columnId": "s", "direction": "descending"}]}],
          "sort": [{"columnId": "a", "direction": "ascending"}],
          "filters": [{"id": "f", "kind": "number-range", "columnId": "s", "min": 50}]})J");
        COMPARE_ROWS(f.problems("g"), "");
        COMPARE_ROWS(f.rows("g"), "West|90|20|0.22|0.44\nWest|90|30|0.33|0.44\nWest|90|40|0.44|0.44\n"
                                  "East|87|12|0.14|0.86\nEast|87|75|0.86|0.86\nEast|87|-|-|0.86\n");
    }
    void totalsOfGroups()
    {
        const auto f =
            orders(R"J({"id": "g", "kind": "table", "name": "G", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"}, {"id": "p", "name": "Product", "formula": "[Base/Product]"},
                      {"id": "s", "name": "Sales", "formula": "Sum([Base/Amount])"},
                      {"id": "a", "name": "Parent", "formula": "Subtotal([Sales], 'parent_grouping')"},
                      {"id": "b", "name": "All", "formula": "Subtotal(CountDistinct([Base/Product]), 'grand_total')"},
                      {"id": "c", "name": "Pct", "formula": "Round(PercentOfTotal([Sales]), 2)"},
                      {"id": "d", "name": "Pct2", "formula": "Round(PercentOfTotal([Sales], 'parent_grouping', 2), 2)"},
                      {"id": "e", "name": "First", "formula": "First([Base/Id])"}],
          "groupings": [{"id": "g1", "groupBy": ["r"]}, {"id": "g2", "groupBy": ["p"], "calculations": ["s", "a", "b", "c", "d", "e"]}]})J");
        COMPARE_ROWS(f.problems("g"), "");
        COMPARE_ROWS(f.rows("g"),
                     "East|Desk|12|87|2|0.14|0.06|4\nEast|Floor|75|87|2|0.86|0.35|5\n"
                     "West|Desk|60|90|2|0.67|0.28|1\nWest|Floor|30|90|2|0.33|0.14|2\n-|Desk|40|40|2|1|0.18|7\n");
    }
    void lookups()
    {
        auto f = orders(R"J({"id": "people", "kind": "table", "name": "People",
           "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["PEOPLE"]},
           "columns": [{"id": "pr", "name": "Region", "formula": "[PEOPLE/REGION]"}, {"id": "pn", "name": "Name", "formula": "[PEOPLE/NAME]"},
                       {"id": "pa", "name": "Age", "formula": "[PEOPLE/AGE]"}]},
          {"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
           "columns": [{"id": "a", "name": "Id", "formula": "[Base/Id]"}, {"id": "r", "name": "Region", "formula": "[Base/Region]"},
            {"id": "n", "name": "Name", "formula": "Lookup([People/Name], [Region], [People/Region])"},
            {"id": "o", "name": "Old", "formula": "Rollup(Max([People/Age]) - Min([People/Age]), [Region], [People/Region])"},
            {"id": "c", "name": "Own", "formula": "Rollup(Count(), [Region], [T/Region])"},
            {"id": "m", "name": "Null", "formula": "LookupMatchNulls([People/Name], [Region], [People/Region])"},
            {"id": "x", "name": "All", "formula": "Rollup(Sum([People/Age]), 1, 1)"}]})J");
        f.table("PEOPLE", "REGION,NAME,AGE\nWest,Ann,30\nEast,Bob,40\nEast,Cid,55\n,Nil,9\n");
        COMPARE_ROWS(f.problems("t"), "");
        COMPARE_ROWS(f.rows("t"),
                     "1|West|Ann|0|3|Ann|134\n2|West|Ann|0|3|Ann|134\n3|West|Ann|0|3|Ann|134\n4|East|-|15|3|-|134\n"
                     "5|East|-|15|3|-|134\n6|East|-|15|3|-|134\n7|-|-|-|-|Nil|134\n");
    }
    void nestedAggregates()
    {
        const auto f =
            orders(R"J({"id": "g", "kind": "table", "name": "G", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"},
                      {"id": "l", "name": "Last", "formula": "Sum(If([Base/Day] = Max([Base/Day]), [Base/Id], Null))"}],
          "groupings": [{"id": "g1", "groupBy": ["r"], "calculations": ["l"]}]})J");
        COMPARE_ROWS(f.problems("g"), "");
        COMPARE_ROWS(f.rows("g"), "East|6\nWest|3\n-|7\n");
    }
    void problemsStayInTheirColumn()
    {
        const auto f =
            orders(R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
          "columns": [{"id": "a", "name": "Id", "formula": "[Base/Id]"}, {"id": "b", "name": "Wrong", "formula": "[Base/Amuont] + 1"},
                      {"id": "c", "name": "Round", "formula": "[Trip] + 1"}, {"id": "d", "name": "Trip", "formula": "[Round] + 1"},
                      {"id": "e", "name": "Func", "formula": "Summ([Base/Amount])"}],
          "filters": [{"id": "f", "kind": "list", "columnId": "a", "mode": "include", "values": [1, 2]}]})J");
        COMPARE_ROWS(f.rows("t"), "1|-|-|-|-\n2|-|-|-|-\n");
        const QString problems = QString::fromStdString(f.problems("t"));
        QVERIFY2(problems.contains(QStringLiteral("Circular column reference to [Round]")), qPrintable(problems));
        QVERIFY2(problems.contains(QStringLiteral("b: There is no column [Base/Amuont].")), qPrintable(problems));
        QVERIFY2(problems.contains(QStringLiteral("e: There is no function “Summ”.")), qPrintable(problems));
    }
    void sourceCircles()
    {
        tests::PlanFixture f(
            R"J([{"id": "a", "kind": "table", "name": "A", "source": {"kind": "table", "elementId": "b"},
            "columns": [{"id": "x", "name": "X", "formula": "[B/X]"}]},
           {"id": "b", "kind": "table", "name": "B", "source": {"kind": "table", "elementId": "a"},
            "columns": [{"id": "x", "name": "X", "formula": "[A/X]"}]}])J");
        QVERIFY(f.plan("a").hasErrors());
        QVERIFY(f.plan("b").hasErrors());
    }
};

QTEST_GUILESS_MAIN(TestPlanTables)
#include "tst_plan_tables.moc"
