// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include "adapters/query/local_tables.h"

using namespace tessera;
using adapters::LocalTables;
using model::Json;
using model::Value;
using model::formula::ValueType;
using model::query::TableSource;

namespace {

Json warehouse(const char *table)
{
    return {{"kind", "warehouse-table"}, {"connectionId", "c"}, {"path", {"DB", "S", table}}};
}

Json column(const char *id, const char *formula, const char *name = "")
{
    Json json = {{"id", id}, {"formula", formula}};
    if (*name)
        json["name"] = name;
    return json;
}

void add(model::Workbook &workbook, const char *id, const char *kind, const char *name, Json source, Json columns)
{
    workbook.elements.append(model::Object(
        id,
        {{"id", id}, {"kind", kind}, {"name", name}, {"source", std::move(source)}, {"columns", std::move(columns)}}));
}

// Two tables that belong together, a chart on the first, a join of both and a control.
model::Workbook madeWorkbook()
{
    model::Workbook workbook;
    add(workbook, "base", "table", "Orders Base", warehouse("ORDERS"),
        Json::array({column("b1", "[ORDERS/Order Id]"), column("b2", "[ORDERS/Customer Id]"),
                     column("b3", "[ORDERS/Net]"), column("b4", "[ORDERS/Placed]"), column("b5", "[ORDERS/Region]"),
                     column("b6", "[ORDERS/Is Gift]"), column("b7", "If([Region] = \"Atlantis\", 1, 0)", "Far")}));
    add(workbook, "customers", "table", "Customers Base", warehouse("CUSTOMERS"),
        Json::array({column("c1", "[CUSTOMERS/Id]"), column("c2", "[CUSTOMERS/City]")}));
    add(workbook, "chart", "bar-chart", "By month", {{"kind", "table"}, {"elementId", "base"}},
        Json::array({column("x", "DateTrunc(\"month\", [Orders Base/Placed])", "Month"),
                     column("y", "Sum([Orders Base/Net])", "Net")}));
    return workbook;
}

TableSource table(const char *name)
{
    TableSource source;
    source.connectionId = "c";
    source.path = {"DB", "S", name};
    source.name = name;
    return source;
}

struct Fixture
{
    std::unique_ptr<adapters::TableStore> store = std::move(*adapters::TableStore::open());
    adapters::LocalSettings settings;
    model::Workbook workbook = madeWorkbook();
    model::Moment now = *model::momentFromIso("2026-10-15 12:00:00");

    LocalTables tables() { return LocalTables(*store, settings, workbook, now); }
    // One value: the first of the first row.
    Value value(const LocalTables &tables, const QString &sql)
    {
        QString text = sql;
        for (const char *name : {"ORDERS", "CUSTOMERS"})
            text.replace(QLatin1Char('$') + QLatin1String(name), QString::fromStdString(tables.tableText(table(name))));
        model::sql::Statement statement;
        statement.text = text.toStdString();
        const auto connection = std::move(*adapters::SqliteConnection::open(store->databasePath()));
        const auto result = connection->run(statement);
        return result && result->table.rowCount() > 0 ? result->table.columns[0].data.at(0) : Value("nothing");
    }
};

} // namespace

class TestSampleRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreThoseOfTheFormulas()
    {
        Fixture fixture;
        const LocalTables tables = fixture.tables();
        const auto columns = tables.columnsOf(table("ORDERS"));
        QVERIFY(columns);
        std::map<std::string, ValueType> types;
        for (const auto &column : *columns)
            types[column.name] = column.type;
        QCOMPARE(types.size(), std::size_t(6));
        QCOMPARE(types["ORDER_ID"], ValueType::Number);
        QCOMPARE(types["CUSTOMER_ID"], ValueType::Number);
        QCOMPARE(types["NET"], ValueType::Number);      // by Sum, two elements away
        QCOMPARE(types["PLACED"], ValueType::Date);     // by DateTrunc
        QCOMPARE(types["REGION"], ValueType::Any);      // text is what anything may be: no formula is refused for it
        QCOMPARE(types["IS_GIFT"], ValueType::Logical); // by its name
        QVERIFY(tables.isSample(table("ORDERS")));
        QVERIFY(!tables.columnsOf(table("NOBODY_READS_IT")));
    }

    void keysFitTogether()
    {
        Fixture fixture;
        const LocalTables tables = fixture.tables();
        QCOMPARE(fixture.value(tables, QStringLiteral("SELECT count(DISTINCT \"ORDER_ID\") FROM $ORDERS")), Value(500));
        QCOMPARE(fixture.value(tables,
                               QStringLiteral(
                                   "SELECT count(*) FROM $ORDERS o JOIN $CUSTOMERS c ON c.\"ID\" = o.\"CUSTOMER_ID\"")),
                 Value(500));
        const Value customers =
            fixture.value(tables, QStringLiteral("SELECT count(DISTINCT \"CUSTOMER_ID\") FROM $ORDERS"));
        QVERIFY(customers.number() > 200 && customers.number() < 450);
    }

    void valuesMakeSense()
    {
        Fixture fixture;
        const LocalTables tables = fixture.tables();
        QCOMPARE(
            fixture.value(
                tables,
                QStringLiteral(
                    "SELECT max(\"PLACED\") <= '2026-10-15 23:59:59' AND min(\"PLACED\") > '2024-10-01' FROM $ORDERS")),
            Value(1));
        const Value months =
            fixture.value(tables, QStringLiteral("SELECT count(DISTINCT substr(\"PLACED\", 1, 7)) FROM $ORDERS"));
        QVERIFY(months.number() >= 24);
        const Value far =
            fixture.value(tables, QStringLiteral("SELECT count(*) FROM $ORDERS WHERE \"REGION\" = 'Atlantis'"));
        QVERIFY2(far.number() > 50 && far.number() < 450,
                 "a value that a formula asks for is there, and others are too");
        QCOMPARE(fixture.value(tables, QStringLiteral("SELECT count(DISTINCT \"IS_GIFT\") FROM $ORDERS")), Value(2));
    }

    void theSameSeedGivesTheSameRows()
    {
        const QString all = QStringLiteral("SELECT group_concat(\"ORDER_ID\" || '|' || \"NET\" || '|' || \"PLACED\" || "
                                           "'|' || \"REGION\") FROM $ORDERS");
        Fixture one, two, three;
        two.workbook.elements.append(
            model::Object("more", {{"id", "more"},
                                   {"kind", "table"},
                                   {"name", "More"},
                                   {"source", warehouse("ORDERS")},
                                   {"columns", Json::array({column("m1", "[ORDERS/Another]")})}}));
        three.settings.seed = 2;
        QCOMPARE(one.value(one.tables(), all), two.value(two.tables(), all)); // another column changes none of these
        QVERIFY(one.value(one.tables(), all) != three.value(three.tables(), all));
    }

    void scriptsWithoutTheirTablesGetRowsToo()
    {
        Fixture fixture;
        add(fixture.workbook, "sql", "table", "Query",
            {{"kind", "sql"}, {"connectionId", "c"}, {"statement", "SELECT a AS \"Total\" FROM NOWHERE"}},
            Json::array({column("s1", "[Custom SQL/Total]"), column("s2", "[Custom SQL/Total] * 2", "Twice")}));
        TableSource source;
        source.kind = TableSource::Kind::Sql;
        source.elementId = "sql";
        source.statement = "SELECT a AS \"Total\" FROM NOWHERE";
        const LocalTables tables = fixture.tables();
        QVERIFY(tables.isSample(source));
        QCOMPARE(tables.columnsOf(source)->front().type, ValueType::Number);
        source.statement = "SELECT a AS \"Total\" FROM (SELECT 1 AS a) PIVOT (x)";
        const auto wrong = fixture.tables().table(source);
        QVERIFY(!wrong && wrong.error().where.column == 42);
        fixture.settings.samples = false;
        QVERIFY(!fixture.tables().columnsOf(table("ORDERS")));
    }

    void inputTablesStayEmpty()
    {
        Fixture fixture;
        fixture.workbook.elements.append(
            model::Object("it", {{"id", "it"},
                                 {"kind", "input-table"},
                                 {"name", "Plan"},
                                 {"source", {{"kind", "empty"}, {"connectionId", "c"}}},
                                 {"columns", Json::array({{{"id", "a"}, {"name", "A"}, {"type", "number"}}})}}));
        TableSource source;
        source.kind = TableSource::Kind::InputTable;
        source.elementId = "it";
        const LocalTables tables = fixture.tables();
        const auto found = tables.table(source);
        QVERIFY(found);
        QCOMPARE((*found)->rows, 0);
        QCOMPARE((*found)->columns.size(), std::size_t(1));
        QCOMPARE((*found)->columns[0].type, ValueType::Number);
        QVERIFY(!tables.isSample(source));
    }

    void entitiesOfNames()
    {
        QCOMPARE(adapters::entityOf("CUSTOMER_ID"), std::string("customer"));
        QCOMPARE(adapters::entityOf("Order Line Id"), std::string("orderline"));
        QCOMPARE(adapters::entityOf("Paid"), std::string());
        QCOMPARE(adapters::entityOfTable("DIM_CATEGORIES"), std::string("category"));
        QCOMPARE(adapters::entityOfTable("ORDER_LINES"), std::string("orderline"));
    }
};

QTEST_GUILESS_MAIN(TestSampleRows)
#include "tst_sample_rows.moc"
