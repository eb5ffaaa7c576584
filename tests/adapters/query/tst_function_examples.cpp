// SPDX-License-Identifier: GPL-3.0-or-later
// The example of every function that needs rows, in a small workbook: SQLite and the plain evaluator agree on what it
// gives, and it is what cases/function-examples.txt says. TESSERA_UPDATE=1 writes that file anew, for review.
//
// Not here: what only a warehouse or an organisation has (geography, functions called by name, attributes of a user).
// Examples without columns have their result in the catalogue, see tst_functions.
#include <set>

#include <QFile>
#include <QTest>

#include "model/base/json_text.h"
#include "model/formula/binder.h"
#include "tests/adapters/query/three_ways.h"
#include "tests/support/plan_fixture.h"

using namespace tessera;
using namespace tessera::tests;
using model::Json;
using model::formula::Function;
using model::formula::FunctionKind;

namespace {

const char *const sales =
    R"(ORDER_ID,ORDER_DATE,CUSTOMER,CUSTOMER_ID,PRODUCT,REGION,AMOUNT,QUANTITY,PRICE,REVENUE,VISITS,PAYMENT,PAID_ON,COUNTRY,STATE,CITY,TAGS
1,2025-03-04,Ann,1,Desk,West,1200,3,400,10,4,-1000,2025-01-01,US,WA,Seattle,a;b
2,2025-03-20,Ben,2,Lamp,West,90,2,45,14,6,300,2025-06-01,US,,Reno,c
3,2026-02-11,Ann,1,Desk,East,400,1,400,21,9,420,2025-09-01,US,NY,,
4,2026-03-02,Cleo,3,Chair,,150,2,75,24,11,680,2026-01-01,,,Paris,d;e
5,2026-03-15,Ben,2,Lamp,East,,1,45,35,14,,,US,NY,Albany,f
6,2026-04-30,Dan,,Shelf,West,60,4,15,31,16,90,2026-04-01,US,WA,Tacoma,g
)";
const char *const customers = "ID,CITY\n1,Oslo\n2,Rome\n3,Lima\n";

Json column(const std::string &name, const std::string &formula)
{
    return {{"id", name}, {"name", name}, {"formula", formula}};
}

Json tableOf(const std::string &name, Json source, Json columns)
{
    return {{"id", name},
            {"kind", "table"},
            {"name", name},
            {"source", std::move(source)},
            {"columns", std::move(columns)}};
}

Json salesColumns(const std::string &prefix)
{
    Json columns = Json::array();
    for (const char *name :
         {"Order Id", "Order Date", "Customer", "Customer Id", "Product", "Region", "Amount", "Quantity", "Price",
          "Revenue", "Visits", "Payment", "Paid On", "Country", "State", "City"})
        columns.push_back(column(name, "[" + prefix + "/" + name + "]"));
    columns.push_back(column("Trend", prefix == "SALES" ? "SplitToArray([SALES/Tags], \";\")" : "[Orders/Trend]"));
    columns.push_back(column("Month", prefix == "SALES" ? "DateTrunc(\"month\", [Order Date])" : "[Orders/Month]"));
    return columns;
}

// Aggregates and totals stand in groups by region, what looks at neighbouring months in groups by month.
std::string groupOf(const Function &function)
{
    const bool aggregate = function.kind == FunctionKind::Aggregate || function.kind == FunctionKind::Total ||
                           function.name == "SparklineAgg";
    if (aggregate)
        return "Region";
    return function.kind == FunctionKind::Window && function.example.find("(Sum(") != std::string::npos ? "Month" : "";
}

PlanFixture fixtureFor(const Function &function)
{
    const auto warehouse = [](const char *table) {
        return Json{{"kind", "warehouse-table"}, {"connectionId", "c"}, {"path", {"DB", "S", table}}};
    };
    Json example = tableOf("Example", {{"kind", "table"}, {"elementId", "Orders"}}, salesColumns("Orders"));
    example["columns"].push_back(column("Result", function.example));
    const std::string group = groupOf(function);
    if (!group.empty()) {
        example["columns"].erase(group == "Region" ? 17 : 5); // Month or Region: only what groups is computed
        example["groupings"] = Json::array({{{"id", "g"}, {"groupBy", {group}}, {"calculations", {"Result"}}}});
        for (Json &one : example["columns"])
            one["hidden"] = one["id"] != group && one["id"] != "Result";
    } else {
        for (Json &one : example["columns"])
            one["hidden"] = one["id"] != "Order Id" && one["id"] != "Result";
        example["sort"] = Json::array({{{"columnId", "Order Id"}, {"direction", "ascending"}}});
    }
    const Json all =
        Json::array({tableOf("Orders", warehouse("SALES"), salesColumns("SALES")),
                     tableOf("Customers", warehouse("CUSTOMERS"),
                             Json::array({column("Id", "[CUSTOMERS/Id]"), column("City", "[CUSTOMERS/City]")})),
                     example});
    PlanFixture fixture(model::writeJson(all));
    fixture.table("SALES", sales).table("CUSTOMERS", customers);
    fixture.options.now = *model::momentFromIso("2026-05-13 10:20:30");
    fixture.options.account.timeZone = "Europe/Oslo";
    return fixture;
}

bool runsHere(const Function &function)
{
    return function.exampleResult.empty() && function.group != "Geography" && function.group != "Passthrough" &&
           function.name != "CurrentUserAttributeText";
}

} // namespace

class TestFunctionExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sqlite = std::move(*adapters::SqliteConnection::open());
        const auto &any = model::formula::FunctionCatalogue::shipped().all().front();
        createTables(*m_sqlite, fixtureFor(any).tables());
    }

    void everyExampleWithRows_data()
    {
        QTest::addColumn<int>("index");
        const auto &all = model::formula::FunctionCatalogue::shipped().all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (runsHere(all[i]))
                QTest::newRow(all[i].name.c_str()) << static_cast<int>(i);
        }
    }
    void everyExampleWithRows()
    {
        QFETCH(int, index);
        const Function &function = model::formula::FunctionCatalogue::shipped().all()[static_cast<std::size_t>(index)];
        const PlanFixture fixture = fixtureFor(function);
        QCOMPARE(QString::fromStdString(fixture.problems("Example")), QString());
        const auto query = fixture.plan("Example");
        QVERIFY(query.main.relation);
        const Answer here = ask(*m_sqlite, query.main.relation, {});
        QVERIFY2(!here.inexpressible && here.failure.isEmpty(), qPrintable(here.why + here.failure));
        const QString wrong = difference(here.rows, evaluatePlainly(query.main.relation, fixture.lookup()).rows, false);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + QLatin1Char('\n') + QString::fromStdString(here.text)));
        std::string values = fixture.rows("Example");
        std::ranges::replace(values, '\n', ';');
        m_found += function.example + "\n    " + values + "\n";
    }

    void theyAreAsWritten()
    {
        QFile file(QStringLiteral(TESSERA_SOURCE_DIR "/tests/adapters/query/cases/function-examples.txt"));
        if (qEnvironmentVariableIsSet("TESSERA_UPDATE")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(m_found));
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromStdString(m_found), QString::fromUtf8(file.readAll()));
    }

    // Of 239 functions all but these have a checked result: 11 of geography, 12 that call a warehouse's own, a user's
    // attributes.
    void noneIsForgotten()
    {
        int elsewhere = 0;
        for (const Function &function : model::formula::FunctionCatalogue::shipped().all())
            elsewhere += function.exampleResult.empty() && !runsHere(function);
        QCOMPARE(elsewhere, 24);
    }

private:
    std::unique_ptr<adapters::SqliteConnection> m_sqlite;
    std::string m_found;
};

QTEST_GUILESS_MAIN(TestFunctionExamples)
#include "tst_function_examples.moc"
