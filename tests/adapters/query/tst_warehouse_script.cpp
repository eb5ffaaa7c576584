// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "adapters/codec/workbook_file.h"
#include "adapters/query/local_tables.h"
#include "adapters/query/script_table.h"
#include "adapters/query/warehouse_functions.h"
#include "model/base/text.h"

using namespace tessera;
using adapters::SqliteConnection;
using model::Value;
using model::formula::ValueType;

namespace {

const model::Moment now = *model::momentFromIso("2026-10-15 12:30:00");

// A database with one table of orders, in which scripts run.
struct Fixture
{
    std::unique_ptr<SqliteConnection> connection = std::move(*SqliteConnection::open());
    adapters::ScriptContext context;

    Fixture()
    {
        (void)connection->execute("CREATE TABLE \"ORDERS\" (ID, REGION, AMOUNT, PLACED_ON);"
                                  "INSERT INTO \"ORDERS\" VALUES (1, 'West', 10, '2026-01-31 00:00:00'), (2, 'west', "
                                  "20, '2026-02-28 00:00:00'),"
                                  "(3, 'East', 30, '2026-03-15 10:00:00'), (4, 'East', 5, NULL)");
        context.table = [](const std::vector<std::string> &path) -> model::Result<adapters::ScriptTable> {
            if (path.back() != "ORDERS" && path.back() != "orders")
                return model::fail(model::ErrorCode::NotFound,
                                   QStringLiteral("no table ") + model::toQString(path.back()));
            return adapters::ScriptTable{"\"ORDERS\"",
                                         {{"ID", ValueType::Number},
                                          {"REGION", ValueType::Text},
                                          {"AMOUNT", ValueType::Number},
                                          {"PLACED_ON", ValueType::Date}}};
        };
        (void)adapters::registerWarehouseFunctions(connection->handle(), now);
        model::sql::Statement names;
        names.text = "SELECT lower(name) FROM pragma_function_list";
        const auto known = connection->run(names);
        for (std::size_t row = 0; row < known->table.rowCount(); ++row)
            functions.insert(model::plainText(known->table.columns[0].data.at(row)));
        context.hasFunction = [this](const std::string &name) { return functions.contains(name); };
    }
    std::set<std::string> functions;

    // "a|b" per row, ";" between rows; the message where it fails.
    QString run(const QString &sql, const std::vector<Value> &parameters = {})
    {
        const auto script = adapters::rewriteScript(model::toUtf8(sql), context);
        if (!script)
            return QStringLiteral("%1:%2 %3")
                .arg(script.error().where.line)
                .arg(script.error().where.column)
                .arg(script.error().message);
        auto table = adapters::storeScriptRows(*connection, "result", *script, parameters, now, {});
        if (!table)
            return table.error().message + QStringLiteral(" in ") + model::toQString(script->text);
        model::sql::Statement all;
        all.text = "SELECT * FROM result";
        all.columns = table->columns;
        const auto rows = connection->run(all);
        QStringList lines;
        for (std::size_t row = 0; row < rows->table.rowCount(); ++row) {
            QStringList cells;
            for (const auto &column : rows->table.columns)
                cells << model::toQString(column.data.isNull(row) ? "-" : model::plainText(column.data.at(row)));
            lines << cells.join(QLatin1Char('|'));
        }
        return lines.join(QLatin1Char(';'));
    }
};

} // namespace

class TestWarehouseScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsOfWarehousesRun_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const char *sql, const char *rows) {
            QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(rows);
        };
        row("full path of a table", "SELECT COUNT(*) AS n FROM DB.PUBLIC.ORDERS", "4");
        row("quoted path", "SELECT count(*) n FROM \"DB\".\"PUBLIC\".\"ORDERS\" o WHERE o.amount > 10", "2");
        row("path in one quote", "SELECT count(*) AS n FROM `proj.set.ORDERS`", "4");
        row("table name before columns", "SELECT ORDERS.ID FROM DB.S.ORDERS WHERE DB.S.ORDERS.AMOUNT = 30", "3");
        row("comments and semicolon", "-- first\nSELECT /* x */ 1 AS a; -- last", "1");
        row("dateadd", "SELECT DATEADD(month, 1, '2026-01-31') AS d", "2026-02-28 00:00:00");
        row("dateadd with quotes", "SELECT DATEADD('day', -7, CURRENT_DATE()) AS d", "2026-10-08 00:00:00");
        row("dateadd with short part", "SELECT dateadd(yy, 1, current_date) AS d", "2027-10-15 00:00:00");
        row("datediff",
            "SELECT DATEDIFF(day, '2026-01-01', '2026-03-01'), DATEDIFF('month', '2026-01-31', '2026-02-01')", "59|1");
        row("date_diff of BigQuery", "SELECT DATE_DIFF(DATE '2026-03-01', DATE '2026-01-01', DAY) AS n", "59");
        row("date_trunc",
            "SELECT DATE_TRUNC('month', DATE '2026-05-17') a, DATE_TRUNC(DATE '2026-05-17', WEEK(MONDAY)) b",
            "2026-05-01 00:00:00|2026-05-11 00:00:00");
        row("parts",
            "SELECT YEAR(d), MONTH(d), EXTRACT(quarter FROM d), DATE_PART('doy', d) FROM (SELECT DATE '2026-05-17' AS "
            "d)",
            "2026|5|2|137");
        row("last day", "SELECT LAST_DAY('2026-02-03'::date) AS d", "2026-02-28 00:00:00");
        row("interval", "SELECT CURRENT_DATE - INTERVAL '1 month 2 days' AS a, CURRENT_DATE + INTERVAL '3' DAY AS b",
            "2026-09-13 00:00:00|2026-10-18 00:00:00");
        row("interval without quotes", "SELECT DATE_SUB(CURRENT_DATE(), INTERVAL 2 WEEK) AS d", "2026-10-01 00:00:00");
        row("days from a date", "SELECT CURRENT_DATE - 7 * 2 AS a, CURRENT_DATE - DATE '2026-10-01' AS b",
            "2026-10-01 00:00:00|14");
        row("days from a column", "SELECT placed_on + 1 AS d FROM ORDERS WHERE id = 1", "2026-02-01 00:00:00");
        row("numbers stay numbers", "SELECT amount + 1 - 2 AS n FROM ORDERS WHERE id = 1", "9");
        row("now", "SELECT CURRENT_TIMESTAMP AS a, NOW() AS b, getdate() AS c",
            "2026-10-15 12:30:00|2026-10-15 12:30:00|2026-10-15 12:30:00");
        row("a day beside a date",
            "SELECT id FROM ORDERS WHERE placed_on = '2026-01-31' OR placed_on BETWEEN '2026-02-01' AND '2026-02-28'",
            "1;2");
        row("days in a list", "SELECT id FROM ORDERS WHERE placed_on IN ('2026-01-31', '2026-02-28')", "1;2");
        row("a date with a name",
            "WITH d AS (SELECT id, placed_on AS p FROM ORDERS) SELECT id FROM d WHERE p <= '2026-01-31'", "1");
        row("casts",
            "SELECT '12'::int + 1, CAST('1.5' AS FLOAT), '2026-01-02T03:04:05'::date, 1::varchar || 'x', "
            "'2.345'::NUMBER(10,2)",
            "13|1.5|2026-01-02 00:00:00|1x|2.35");
        row("casts of calls and brackets",
            "SELECT (1 + 2)::text || '!' AS a, round(2.6)::int AS b, CASE WHEN 1 = 1 THEN '7' END::int AS c", "3!|3|7");
        row("casts that fail", "SELECT TRY_CAST('x' AS INT) AS n, TRY_TO_DATE('soon') AS d", "-|-");
        row("a date as text", "SELECT DATE '2026-01-02'::varchar || '.' AS t", "2026-01-02.");
        row("logic",
            "SELECT IFF(1 > 2, 'a', 'b'), NVL(NULL, 1), NVL2(NULL, 1, 2), ZEROIFNULL(NULL), DECODE(2, 1, 'x', 2, 'y', "
            "'z'), DIV0(1, 0)",
            "b|1|2|0|y|0");
        row("null in decode and equal", "SELECT DECODE(NULL, NULL, 'n', 'm') AS a, EQUAL_NULL(NULL, NULL) AS b", "n|1");
        row("real division", "SELECT 1 / 2 AS a, 7 / 2 * 2 AS b, 1 / 0 AS c", "0.5|7|-");
        row("count_if", "SELECT COUNT_IF(amount > 10) AS n FROM ORDERS", "2");
        row("like minds case, ilike does not",
            "SELECT (SELECT COUNT(*) FROM ORDERS WHERE region LIKE 'W%'), (SELECT COUNT(*) FROM ORDERS WHERE region "
            "ILIKE 'w_st')",
            "1|2");
        row("not ilike", "SELECT id FROM ORDERS WHERE region NOT ILIKE 'w%'", "3;4");
        row("regular expressions", "SELECT id FROM ORDERS WHERE REGEXP_LIKE(region, '[Ww]est')", "1;2");
        row("text functions",
            "SELECT LEFT('abc', 2), RIGHT('abc', 2), SPLIT_PART('a-b-c', '-', 2), INITCAP('new york'), LPAD('7', 3, "
            "'0'), CONTAINS('abc', 'b'), CHARINDEX('b', 'abc')",
            "ab|bc|b|New York|007|1|2");
        row("to_char",
            "SELECT TO_CHAR(DATE '2026-03-09', 'YYYY-MM') AS a, TO_VARCHAR(DATE '2026-03-09', 'Mon DD') AS b",
            "2026-03|Mar 09");
        row("qualify",
            "SELECT id, region FROM ORDERS QUALIFY ROW_NUMBER() OVER (PARTITION BY lower(region) ORDER BY amount DESC) "
            "= 1 ORDER BY id",
            "2|west;3|East");
        row("qualify by a name",
            "SELECT region, ROW_NUMBER() OVER (ORDER BY amount) AS rn FROM ORDERS WHERE amount > 5 QUALIFY rn <= 2",
            "West|1;west|2");
        row("qualify all columns", "SELECT * FROM ORDERS QUALIFY RANK() OVER (ORDER BY amount DESC) = 1",
            "3|East|30|2026-03-15 10:00:00");
        row("top", "SELECT TOP 2 id FROM ORDERS ORDER BY amount", "4;1");
        row("fetch", "SELECT id FROM ORDERS ORDER BY id FETCH FIRST 1 ROWS ONLY", "1");
        row("minus and brackets", "(SELECT 1 AS a UNION ALL SELECT 2) MINUS SELECT 1", "2");
        row("values with names", "SELECT a + b AS s FROM (VALUES (1, 2), (3, 4)) AS v(a, b)", "3;7");
        row("values by position", "SELECT column1, $2 AS two FROM VALUES (1, 'x'), (2, 'y')", "1|x;2|y");
        row("generator", "SELECT DATEADD(day, SEQ4(), DATE '2026-01-01') AS d FROM TABLE(GENERATOR(ROWCOUNT => 3))",
            "2026-01-01 00:00:00;2026-01-02 00:00:00;2026-01-03 00:00:00");
        row("generate_series", "SELECT n FROM generate_series(1, 3) AS n", "1;2;3");
        row("series of dates",
            "SELECT d FROM generate_series(DATE '2026-01-01', DATE '2026-03-01', INTERVAL '1 month') AS t(d)",
            "2026-01-01 00:00:00;2026-02-01 00:00:00;2026-03-01 00:00:00");
        row("variants", "SELECT v:a.b[1]::int AS x FROM (SELECT PARSE_JSON('{\"a\":{\"b\":[1,2]}}') AS v)", "2");
        row("joins",
            "SELECT a.id, b.id AS other FROM DB.S.ORDERS a JOIN DB.S.ORDERS AS b ON a.amount = b.amount * 2 AND a.id "
            "<> b.id ORDER BY 1",
            "1|4;2|1");
        row("words SQLite reserves", "SELECT 1 AS index, 2 AS \"group\"", "1|2");
        row("texts", "SELECT 'it''s', 'it\\'s', $$a'b$$, 'a\nb'", "it's|it's|a'b|a\nb");
        row("names used twice", "SELECT id, id FROM ORDERS WHERE id = 1", "1|1");
        row("a helper name is no table", "WITH orders AS (SELECT 9 AS id) SELECT id FROM orders", "9");
        row("recursion",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT SUM(i) AS s FROM n",
            "6");
        row("not distinct from", "SELECT id FROM ORDERS WHERE placed_on IS NOT DISTINCT FROM NULL", "4");
        row("windows",
            "SELECT id, SUM(amount) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS t FROM "
            "ORDERS",
            "1|10;2|30;3|60;4|65");
        row("group by position",
            "SELECT DATE_TRUNC('month', placed_on) AS m, SUM(amount) FROM ORDERS WHERE placed_on IS NOT NULL GROUP BY "
            "1 ORDER BY 1 DESC LIMIT 1",
            "2026-03-01 00:00:00|30");
    }
    void statementsOfWarehousesRun()
    {
        QFETCH(QString, sql);
        QFETCH(QString, rows);
        Fixture fixture;
        QCOMPARE(fixture.run(sql), rows);
    }

    void whatCannotRunSaysWhere_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("start"); // of "line:column message"
        const auto row = [](const char *name, const char *sql, const char *start) {
            QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(start);
        };
        row("lateral", "SELECT *\nFROM ORDERS, LATERAL FLATTEN(input => x)", "2:14 LATERAL cannot");
        row("pivot", "SELECT * FROM ORDERS PIVOT (sum(a) FOR b IN (1))", "1:22 PIVOT cannot");
        row("an unknown table", "SELECT 1\nFROM A.B.NOWHERE", "2:6 no table NOWHERE");
        row("an unknown function", "SELECT 1,\n  H3_CELL(2)", "2:3 The function H3_CELL");
        row("within group", "SELECT LISTAGG(region, ',') WITHIN GROUP (ORDER BY region) FROM ORDERS",
            "1:29 WITHIN GROUP");
        row("an open bracket", "SELECT (1 + 2", "1:8 A bracket is opened");
        row("a bracket too many", "SELECT 1)", "1:9 A bracket is closed");
        row("an open text", "SELECT 'abc", "1:8 A text is opened");
        row("two statements", "SELECT 1; DROP TABLE ORDERS", "1:11 A second statement");
        row("no query", "DROP TABLE ORDERS", "1:1 A statement that gives rows");
        row("a wrong part", "SELECT DATEADD(fortnight, 1, CURRENT_DATE)", "1:16 This is no part");
        row("exclude", "SELECT * EXCLUDE (id) FROM ORDERS", "1:10 “* EXCLUDE”");
        row("connect by", "SELECT 1 FROM ORDERS CONNECT BY 1 = 1", "1:22 CONNECT BY");
        row("a wrong date", "SELECT DATE '31.12.2026'", "1:13 “31.12.2026” is no date");
        row("CASE without END", "SELECT CASE WHEN 1 THEN 2", "1:8 This CASE");
        row("too deep", QByteArray("SELECT " + QByteArray(300, '(') + "1" + QByteArray(300, ')')).constData(),
            "1:208 Brackets are nested");
    }
    void whatCannotRunSaysWhere()
    {
        QFETCH(QString, sql);
        QFETCH(QString, start);
        Fixture fixture;
        const QString said = fixture.run(sql);
        QVERIFY2(said.startsWith(start), qPrintable(said));
    }

    void controlsAreParameters()
    {
        Fixture fixture;
        QCOMPARE(fixture.run(
                     QStringLiteral("SELECT id FROM ORDERS WHERE region = :p2 AND amount >= :p1 AND :p2 IS NOT NULL"),
                     {20, "East"}),
                 QStringLiteral("3"));
    }

    void nestedCallsTakeLinearTime()
    {
        QString sql = QStringLiteral("1");
        for (int i = 0; i < 25; ++i)
            sql = QStringLiteral("COALESCE(") + sql + QStringLiteral(", 2)");
        Fixture fixture;
        QCOMPARE(fixture.run(QStringLiteral("SELECT ") + sql + QStringLiteral(" AS n")), QStringLiteral("1"));
    }

    void tablesAreListed()
    {
        const auto tables = adapters::tablesOfScript(
            "WITH x AS (SELECT * FROM A.ORDERS) SELECT * FROM x JOIN \"Items\" i ON 1 = 1, A.ORDERS");
        QVERIFY(tables);
        QCOMPARE(*tables, (std::vector<std::vector<std::string>>{{"A", "ORDERS"}, {"Items"}}));
    }

    // A real Snowflake script with DATEADD and CURRENT_DATE(), where the file is at hand.
    void aRealScriptRunsAsItIs()
    {
        const QString path = QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");
        if (!QFile::exists(path))
            QSKIP("the corpus is not here");
        const auto loaded = adapters::loadWorkbook(path);
        QVERIFY(loaded);
        auto store = std::move(*adapters::TableStore::open());
        const adapters::LocalSettings settings;
        const adapters::LocalTables tables(*store, settings, loaded->workbook, now);
        int scripts = 0;
        for (const model::Object &element : loaded->workbook.elements) {
            const model::Json *written = model::member(element.body(), "source");
            if (!written || model::stringMember(*written, "kind") != "sql")
                continue;
            ++scripts;
            model::query::TableSource source;
            source.kind = model::query::TableSource::Kind::Sql;
            source.elementId = element.id();
            source.statement = model::stringMember(*written, "statement");
            const auto table = tables.table(source);
            QVERIFY2(table, qPrintable(table ? QString() : table.error().message));
            QVERIFY((*table)->rows > 10);
            QCOMPARE((*table)->columns.front().name, std::string("Date"));
            QCOMPARE((*table)->columns.front().type, ValueType::Date);
            QCOMPARE(tables.tableText(source), adapters::quotedName(element.name()));
            model::sql::Statement last;
            last.text = "SELECT max(\"Date\") AS d, sum(\"Revenue\") AS r FROM " + tables.tableText(source);
            last.columns = {{"d", ValueType::Date}, {"r", ValueType::Number}};
            const auto connection = std::move(*SqliteConnection::open(store->databasePath()));
            const auto result = connection->run(last);
            QVERIFY(result);
            QCOMPARE(result->table.columns[0].data.at(0), Value(*model::momentFromIso("2026-10-14")));
            QVERIFY(result->table.columns[1].data.number(0) > 10'000);
        }
        QVERIFY(scripts > 0);
    }
};

QTEST_GUILESS_MAIN(TestWarehouseScript)
#include "tst_warehouse_script.moc"
