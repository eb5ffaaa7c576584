// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <chrono>
#include <thread>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/query/sqlite_connection.h"
#include "model/value/calendar.h"

using namespace tessera;
using adapters::SqliteConnection;
using model::Value;
using model::formula::ValueType;

namespace {

// More work than any test waits for.
constexpr auto endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

model::sql::Statement statement(std::string text, std::vector<model::query::Column> columns = {},
                                std::vector<Value> values = {})
{
    model::sql::Statement made;
    made.text = std::move(text);
    made.columns = std::move(columns);
    made.parameters = std::move(values);
    return made;
}

std::unique_ptr<SqliteConnection> memory()
{
    return std::move(*SqliteConnection::open());
}

std::vector<Value> cells(const model::query::ResultColumn &column)
{
    std::vector<Value> values;
    for (std::size_t row = 0; row < column.data.size(); ++row)
        values.push_back(column.data.at(row));
    return values;
}

} // namespace

class TestSqliteConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsHaveTheStatementsTypes()
    {
        const auto connection = memory();
        const auto result = connection->run(statement(
            "SELECT 1 AS a, 2.5 AS b, 'x' AS c, 1 AS d, '2026-04-21 14:30:00.25' AS e, '{\"k\":[1]}' AS f "
            "UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL UNION ALL SELECT 3, 4, 'y', 0, '2026-04-22', '7'",
            {{"A", ValueType::Number},
             {"B", ValueType::Number},
             {"C", ValueType::Text},
             {"D", ValueType::Logical},
             {"E", ValueType::Date},
             {"F", ValueType::Variant}}));
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        const auto &columns = result->table.columns;
        QCOMPARE(columns[0].name, std::string("A"));
        QCOMPARE(cells(columns[0]), (std::vector<Value>{1, Value(), 3}));
        QCOMPARE(cells(columns[1]), (std::vector<Value>{2.5, Value(), 4.0}));
        QCOMPARE(cells(columns[2]), (std::vector<Value>{"x", Value(), "y"}));
        QCOMPARE(cells(columns[3]), (std::vector<Value>{true, Value(), false}));
        QCOMPARE(cells(columns[4]), (std::vector<Value>{*model::momentFromIso("2026-04-21T14:30:00.25"), Value(),
                                                        *model::momentFromIso("2026-04-22")}));
        QCOMPARE(columns[4].data.type(), ValueType::Date);
        QCOMPARE(cells(columns[5]), (std::vector<Value>{model::Json{{"k", {1}}}, Value(), model::Json(7)}));
    }

    void unknownTypesComeFromTheFirstValue()
    {
        const auto connection = memory();
        const auto result = connection->run(statement("SELECT NULL AS a, NULL AS b, NULL AS c UNION ALL SELECT "
                                                      "9007199254740993, 'x', NULL UNION ALL SELECT 0.5, 3, NULL"));
        QVERIFY(result);
        const auto &columns = result->table.columns;
        QCOMPARE(columns[0].data.type(), ValueType::Number);
        QCOMPARE(cells(columns[0]), (std::vector<Value>{Value(), 9007199254740992.0, 0.5}));
        QCOMPARE(cells(columns[1]), (std::vector<Value>{Value(), "x", "3"}));
        QCOMPARE(columns[2].data.type(), ValueType::Text);
        QCOMPARE(columns[2].data.size(), std::size_t(3));
    }

    void whatDoesNotFitWidensTheColumn()
    {
        const auto connection = memory();
        const auto result = connection->run(statement("SELECT '2026-04-21 00:00:00' AS a, 1 AS b UNION ALL SELECT "
                                                      "'2026-04-21T10:00:00Z', 'one' UNION ALL SELECT 'soon', NULL",
                                                      {{"a", ValueType::Date}, {"b", ValueType::Number}}));
        QVERIFY(result);
        QCOMPARE(cells(result->table.columns[0]),
                 (std::vector<Value>{"2026-04-21 00:00:00", "2026-04-21 10:00:00", "soon"}));
        QCOMPARE(cells(result->table.columns[1]), (std::vector<Value>{"1", "one", Value()}));
    }

    void bindsEveryKindOfValue()
    {
        const auto connection = memory();
        const auto result =
            connection->run(statement("SELECT ?, ?, ?, ?, ?, ?, ?", {},
                                      {Value(), true, 42, 0.5, "it's", *model::momentFromIso("2026-04-21 08:00:00"),
                                       model::Json::array({1, "a"})}));
        QVERIFY(result);
        std::vector<Value> row;
        for (const auto &column : result->table.columns)
            row.push_back(column.data.at(0));
        QCOMPARE(row, (std::vector<Value>{Value(), 1, 42, 0.5, "it's", "2026-04-21 08:00:00", "[1,\"a\"]"}));
    }

    void stopsAtTheLastRowWanted()
    {
        const auto connection = memory();
        const std::string sql = "SELECT value FROM json_each('[1,2,3]')";
        const auto all = connection->run(statement(sql), {3, {}});
        QVERIFY(all && !all->cut && all->table.rowCount() == 3);
        const auto some = connection->run(statement(sql), {2, {}});
        QVERIFY(some && some->cut && some->table.rowCount() == 2);
        const auto none = connection->run(statement(sql), {0, {}});
        QVERIFY(none && none->cut && none->table.rowCount() == 0 && none->table.columns.size() == 1);
    }

    void errorsSayWhere()
    {
        const auto connection = memory();
        const auto wrong = connection->run(statement("SELECT 1,\n       nothing"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, model::ErrorCode::Invalid);
        QVERIFY(wrong.error().detail.contains(QStringLiteral("nothing")));
        QCOMPARE(wrong.error().where.line, 2);
        QCOMPARE(wrong.error().where.column, 8);
        QVERIFY(!connection->run(statement("SELECT \"no such column\"")));
        QVERIFY(!connection->run(statement("SELECT 1; SELECT 2")));
        QVERIFY(!connection->run(statement("")));
        QVERIFY(connection->run(statement("SELECT 1;  ")));
    }

    void stopsWithinATenthOfASecond_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a loop") << QString::fromLatin1(endless);
        QTest::newRow("a large sort") << QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) "
            "SELECT * FROM (SELECT i * 7919 % 1000003 AS k, printf('%d', i) FROM n ORDER BY 1, 2) LIMIT 1 OFFSET "
            "2999999");
    }
    void stopsWithinATenthOfASecond()
    {
        QFETCH(QString, sql);
        const auto connection = memory();
        for (const int wait : {30, 300, 900}) {
            std::stop_source source;
            std::atomic<std::int64_t> asked = 0;
            QElapsedTimer clock;
            clock.start();
            std::jthread stopper([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(wait));
                asked = clock.elapsed();
                source.request_stop();
            });
            const auto result = connection->run(statement(sql.toStdString()), {1, source.get_token()});
            const auto late = clock.elapsed() - asked;
            QVERIFY(!result);
            QCOMPARE(result.error().code, model::ErrorCode::Cancelled);
            QVERIFY2(late <= 100, qPrintable(QString::number(late)));
        }
        QVERIFY(connection->run(statement("SELECT 1"))); // of use afterwards
    }

    void doesNotStartWhenAlreadyStopped()
    {
        const auto connection = memory();
        std::stop_source source;
        source.request_stop();
        const auto result = connection->run(statement(endless), {1, source.get_token()});
        QVERIFY(!result && result.error().code == model::ErrorCode::Cancelled);
    }

    void connectionsShareAFile()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("shared.sqlite")).toStdString();
        const auto one = std::move(*SqliteConnection::open(path));
        const auto two = std::move(*SqliteConnection::open(path));
        QVERIFY(one->execute("CREATE TABLE t (a); INSERT INTO t VALUES (1)"));
        QVERIFY(one->execute("BEGIN; INSERT INTO t VALUES (2)"));
        const auto during = two->run(statement("SELECT count(*) FROM t"));
        QVERIFY(during);
        QCOMPARE(during->table.columns[0].data.at(0), Value(1));
        QVERIFY(one->execute("COMMIT"));
        QCOMPARE(two->run(statement("SELECT count(*) FROM t"))->table.columns[0].data.at(0), Value(2));
        QVERIFY(!SqliteConnection::open("/nowhere/at/all.sqlite"));
    }
};

QTEST_GUILESS_MAIN(TestSqliteConnection)
#include "tst_sqlite_connection.moc"
