// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/model/query/orders.h"

using namespace tessera;
using tests::orders;
using tests::PlanFixture;

#define COMPARE_ROWS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

namespace {

// Orders, people by region, and a table built on `source`.
PlanFixture withPeople(const std::string &source, const std::string &columns)
{
    auto f = orders(R"J({"id": "people", "kind": "table", "name": "People",
           "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["PEOPLE"]},
           "columns": [{"id": "pr", "name": "Region", "formula": "[PEOPLE/REGION]"}, {"id": "pn", "name": "Name", "formula": "[PEOPLE/NAME]"}]},
          {"id": "t", "kind": "table", "name": "T", "source": )J" +
                    source + R"J(, "columns": [)J" + columns + "]}");
    f.table("PEOPLE", "REGION,NAME\nWest,Ann\nNorth,Nan\nEast,Bob\nEast,Cid\n");
    return f;
}

std::string join(const std::string &type)
{
    return R"J({"kind": "join", "name": "Star", "primarySource": {"kind": "table", "elementId": "base"}, "joins": [
       {"name": "Who", "joinType": ")J" +
           type +
           R"J(", "left": {"kind": "table", "elementId": "base"}, "right": {"kind": "table", "elementId": "people"},
        "columns": [{"left": "[Region]", "right": "[Region]"}]}]})J";
}

const char *const joinColumns =
    R"J({"id": "a", "name": "Id", "formula": "[Star/Id]"}, {"id": "b", "name": "Name", "formula": "[Who/Name]"},
    {"id": "c", "name": "Region", "formula": "[People/Region]"})J";

PlanFixture controlled(const std::string &control, const char *column)
{
    return orders(R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
        "columns": [{"id": "a", "name": "Id", "formula": "[Base/Id]"}], "sort": [{"columnId": "a"}]},
      {"id": "ctl", "kind": "control", "controlId": "pC", )J" +
                  control + R"J(, "filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": ")J" +
                  column + R"J("}]})J");
}

QString ids(const PlanFixture &f)
{
    return QString::fromStdString(f.rows("t")).split(QLatin1Char('\n'), Qt::SkipEmptyParts).join(QLatin1Char(' '));
}

} // namespace

class TestPlanSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joins_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("rows");
        QTest::newRow("inner") << "inner"
                               << "1|Ann|West\n2|Ann|West\n3|Ann|West\n4|Bob|East\n4|Cid|East\n5|Bob|East\n5|Cid|"
                                  "East\n6|Bob|East\n6|Cid|East\n";
        QTest::newRow("left") << "left-outer"
                              << "1|Ann|West\n2|Ann|West\n3|Ann|West\n4|Bob|East\n4|Cid|East\n5|Bob|East\n5|Cid|"
                                 "East\n6|Bob|East\n6|Cid|East\n7|-|-\n";
        QTest::newRow("right") << "right-outer"
                               << "1|Ann|West\n2|Ann|West\n3|Ann|West\n4|Bob|East\n4|Cid|East\n5|Bob|East\n5|Cid|"
                                  "East\n6|Bob|East\n6|Cid|East\n-|Nan|North\n";
        QTest::newRow("full") << "full-outer"
                              << "1|Ann|West\n2|Ann|West\n3|Ann|West\n4|Bob|East\n4|Cid|East\n5|Bob|East\n5|Cid|"
                                 "East\n6|Bob|East\n6|Cid|East\n7|-|-\n-|Nan|North\n";
        QTest::newRow("lookup") << "lookup"
                                << "1|Ann|West\n2|Ann|West\n3|Ann|West\n4|-|East\n5|-|East\n6|-|East\n7|-|-\n";
    }
    void joins()
    {
        QFETCH(QString, type);
        QFETCH(QString, rows);
        const auto f = withPeople(join(type.toStdString()), joinColumns);
        COMPARE_ROWS(f.problems("t"), "");
        QCOMPARE(QString::fromStdString(f.rows("t")), rows);
    }
    void unions()
    {
        const auto f = withPeople(
            R"J({"kind": "union", "sources": [{"kind": "table", "elementId": "base"}, {"kind": "table", "elementId": "people"}],
            "matches": [{"outputColumnName": "Where", "sourceColumns": ["[Region]", "[Region]"]}, {"outputColumnName": "Amount", "sourceColumns": ["[Amount]", null]}]})J",
            R"J({"id": "a", "name": "Where", "formula": "[Union of 2 Sources/Where]"}, {"id": "b", "name": "Amount", "formula": "[Union of 2 Sources/Amount]"})J");
        COMPARE_ROWS(f.problems("t"), "");
        COMPARE_ROWS(f.rows("t"),
                     "West|20\nWest|30\nWest|40\nEast|12\nEast|75\nEast|-\n-|40\nWest|-\nNorth|-\nEast|-\nEast|-\n");
    }
    void transposedToRows()
    {
        auto f = orders(
            R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "transpose", "direction": "column-to-row",
            "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["QUARTERS"]}, "columnsToMerge": ["Q1", "Q2"],
            "columnLabelForMergedColumns": "Quarter", "columnLabelForValues": "Value"},
          "columns": [{"id": "a", "name": "Shop", "formula": "[QUARTERS/SHOP]"}, {"id": "b", "name": "Quarter", "formula": "[QUARTERS/Quarter]"},
                      {"id": "c", "name": "Value", "formula": "[QUARTERS/Value]"}]})J");
        f.table("QUARTERS", "SHOP,Q1,Q2\nA,1,2\nB,3,\n");
        COMPARE_ROWS(f.problems("t"), "");
        COMPARE_ROWS(f.rows("t"), "A|Q1|1\nB|Q1|3\nA|Q2|2\nB|Q2|-\n");
    }
    void transposedToColumns()
    {
        auto f = orders(
            R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "transpose", "direction": "row-to-column",
            "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["LONG"]}, "columnToTranspose": "QUARTER", "valueColumn": "VALUE",
            "outputColumns": ["Q1", "Q2"], "aggregate": "sum"},
          "columns": [{"id": "a", "name": "Shop", "formula": "[LONG/SHOP]"}, {"id": "b", "name": "Q1", "formula": "[LONG/Q1]"}, {"id": "c", "name": "Q2", "formula": "[LONG/Q2]"}]})J");
        f.table("LONG", "SHOP,QUARTER,VALUE\nA,Q1,1\nA,Q1,4\nB,Q1,3\nA,Q2,2\n");
        COMPARE_ROWS(f.problems("t"), "");
        COMPARE_ROWS(f.rows("t"), "A|5|2\nB|3|-\n");
    }
    void statementsTakeControls()
    {
        auto f = orders(R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "sql", "connectionId": "c",
            "statement": "SELECT * FROM X WHERE R IN ({{pR}}) AND D > {{ pD }};"}, "columns": [{"id": "a", "name": "A", "formula": "[Custom SQL/a]"}]},
          {"id": "r", "kind": "control", "controlId": "pR", "controlType": "list", "mode": "include", "selectionMode": "multiple", "values": ["x", "y"],
           "source": {"kind": "manual", "valueType": "text", "values": ["x", "y", "z"]}},
          {"id": "d", "kind": "control", "controlId": "pD", "controlType": "number", "mode": "=", "value": 3})J");
        f.table("t", "a\n1\n");
        const auto query = f.plan("t");
        COMPARE_ROWS(query.tables.at(0).statement, "SELECT * FROM X WHERE R IN (:p1, :p2) AND D > :p3");
        QCOMPARE(query.tables.at(0).parameters, (std::vector<model::Value>{"x", "y", 3}));
        QCOMPARE(query.controls, (std::vector<std::string>{"pD", "pR"}));
        COMPARE_ROWS(f.rows("t"), "1\n");
        COMPARE_ROWS(f.rows("r", "values"), "x|x|-\ny|y|-\nz|z|-\n");
    }
    void inputTables()
    {
        auto f = orders(R"J({"id": "g", "kind": "table", "name": "G", "source": {"kind": "table", "elementId": "base"},
           "columns": [{"id": "gr", "name": "Region", "formula": "[Base/Region]"}, {"id": "gs", "name": "Sales", "formula": "Sum([Base/Amount])"}],
           "groupings": [{"id": "l", "groupBy": ["gr"], "calculations": ["gs"]}]},
          {"id": "plan", "kind": "input-table", "name": "Plan", "inputMode": "edit", "source": {"kind": "linked", "from": "g", "connectionId": "c"},
           "columns": [{"id": "k", "name": "Region", "key": "gr"}, {"id": "goal", "name": "Goal", "type": "number"},
                       {"id": "gap", "name": "Gap", "formula": "Lookup([G/Sales], [Region], [G/Region]) - [Goal]"}], "sort": [{"columnId": "k"}]},
          {"id": "free", "kind": "input-table", "name": "Free", "inputMode": "edit", "source": {"kind": "empty", "connectionId": "c"},
           "columns": [{"id": "ID"}, {"id": "note", "name": "Note", "type": "text"}]},
          {"id": "read", "kind": "table", "name": "R", "source": {"kind": "table", "elementId": "free"},
           "columns": [{"id": "n", "name": "Note", "formula": "[Free/Note]"}]})J");
        f.table("plan", "k,goal\nWest,100\n").table("free", "ID,note\ni1,Hello\n");
        COMPARE_ROWS(f.problems("plan") + f.problems("read"), "");
        COMPARE_ROWS(f.rows("plan"), "East|-|-\nWest|100|-10\n-|-|-\n");
        COMPARE_ROWS(f.rows("free"), "i1|Hello\n");
        COMPARE_ROWS(f.rows("read"), "Hello\n");
    }
    void controlsFilter_data()
    {
        QTest::addColumn<QString>("control");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("rows");
        QTest::newRow("list")
            << R"("controlType": "list", "mode": "include", "selectionMode": "multiple", "values": ["East"], "source": {"kind": "manual", "valueType": "text"})"
            << "region"
            << "4 5 6";
        QTest::newRow("nothing")
            << R"("controlType": "list", "mode": "include", "selectionMode": "multiple", "values": [], "source": {"kind": "manual", "valueType": "text"})"
            << "region"
            << "1 2 3 4 5 6 7";
        QTest::newRow("single")
            << R"("controlType": "list", "mode": "include", "selectionMode": "single", "value": "West", "source": {"kind": "manual", "valueType": "text"})"
            << "region"
            << "1 2 3";
        QTest::newRow("segmented")
            << R"("controlType": "segmented", "value": "Floor", "source": {"kind": "manual", "valueType": "text", "values": ["Floor"]})"
            << "product"
            << "2 5 6";
        QTest::newRow("text")
            << R"("controlType": "text", "mode": "starts-with", "case": "insensitive", "includeNulls": "always", "value": "e")"
            << "region"
            << "4 5 6 7";
        QTest::newRow("number")
            << R"("controlType": "number", "mode": ">=", "includeNulls": "when-no-value-is-selected", "value": 40)"
            << "amount"
            << "3 5 7";
        QTest::newRow("number unset") << R"("controlType": "number", "mode": ">=", "includeNulls": "never")"
                                      << "amount"
                                      << "1 2 3 4 5 7";
        QTest::newRow("range") << R"("controlType": "number-range", "low": 20, "high": 30)"
                               << "amount"
                               << "1 2";
        QTest::newRow("slider") << R"("controlType": "slider", "mode": "<", "low": 0, "high": 100, "value": 30)"
                                << "amount"
                                << "1 4";
        QTest::newRow("handles") << R"("controlType": "range-slider", "low": 0, "high": 100, "min": 30, "max": 50)"
                                 << "amount"
                                 << "2 3 7";
        QTest::newRow("date") << R"("controlType": "date", "mode": "<=", "value": "2024-01-20")"
                              << "day"
                              << "1 2 4";
        QTest::newRow("dates") << R"("controlType": "date-range", "mode": "current", "unit": "year")"
                               << "day"
                               << "1 2 3 4 5 6 7";
        QTest::newRow("custom dates")
            << R"("controlType": "date-range", "mode": "custom", "startDate": {"op": "now-minus", "unit": "month", "value": 3}, "endDate": {"op": "now-minus", "unit": "month", "value": 2})"
            << "day"
            << "6 7";
        QTest::newRow("top")
            << R"("controlType": "top-n", "rankingFunction": "row-number", "mode": "top-n", "rowCount": 1)"
            << "amount"
            << "5";
    }
    void controlsFilter()
    {
        QFETCH(QString, control);
        QFETCH(QString, column);
        QFETCH(QString, rows);
        const auto f = controlled(control.toStdString(), column.toUtf8().constData());
        COMPARE_ROWS(f.problems("t"), "");
        QCOMPARE(ids(f), rows);
    }
    void chosenValuesReplaceTheConfigured()
    {
        auto f = controlled(R"("controlType": "date-range", "mode": "last", "value": 1, "unit": "day")", "day");
        QCOMPARE(ids(f), QString());
        f.options.controls["pC"].low = *model::momentFromIso("2024-01-11");
        f.options.controls["pC"].high = *model::momentFromIso("2024-02-03");
        QCOMPARE(ids(f), QStringLiteral("2 3 4"));
        f.options.controls["pC"] = {};
        QCOMPARE(ids(f), QStringLiteral("1 2 3 4 5 6 7"));
        COMPARE_ROWS(f.rows("ctl", "range"), "2024-01-05|2024-03-02\n");
    }
    void controlsOfferWhatTheyDoNotFilter()
    {
        const auto f =
            controlled(R"("controlType": "list", "mode": "include", "selectionMode": "multiple", "values": ["East"],
            "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "region"})",
                       "region");
        COMPARE_ROWS(f.rows("ctl", "values"), "East|East|3\nWest|West|3\n-|-|1\n");
    }
    void controlsInFormulas()
    {
        const auto f =
            orders(R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
            "columns": [{"id": "a", "name": "Id", "formula": "[Base/Id]"}, {"id": "b", "name": "In", "formula": "ArrayContains([pL], [Base/Region])"},
             {"id": "c", "name": "Late", "formula": "[Base/Day] > [pD].end"}, {"id": "d", "name": "Unit", "formula": "DateTrunc([pU], [Base/Day])"},
             {"id": "e", "name": "Now", "formula": "DateDiff('day', [Base/Day], Today())"}, {"id": "f", "name": "Recent", "formula": "InDateRange([Base/Day], 'last', 'quarter')"}],
            "filters": [{"id": "x", "kind": "list", "columnId": "a", "mode": "include", "values": [3, 6]}]},
          {"id": "l", "kind": "control", "controlId": "pL", "controlType": "list", "mode": "include", "selectionMode": "multiple", "values": ["East"], "source": {"kind": "manual", "valueType": "text"}},
          {"id": "d", "kind": "control", "controlId": "pD", "controlType": "date-range", "mode": "between", "endDate": "2024-02-10"},
          {"id": "u", "kind": "control", "controlId": "pU", "controlType": "segmented", "value": "quarter", "source": {"kind": "manual", "valueType": "text", "values": ["quarter"]}})J");
        COMPARE_ROWS(f.problems("t"), "");
        COMPARE_ROWS(f.rows("t"), "3|False|False|2024-01-01|102|True\n6|True|True|2024-01-01|74|True\n");
    }
};

QTEST_GUILESS_MAIN(TestPlanSources)
#include "tst_plan_sources.moc"
