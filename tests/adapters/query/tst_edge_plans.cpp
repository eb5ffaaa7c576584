// SPDX-License-Identifier: GPL-3.0-or-later
// What elements show of data at the edges: none, one row, nulls everywhere, nothing to divide by, negative shares, far
// dates, huge numbers, a hundred thousand categories. SQLite, PostgreSQL and the plain evaluator agree, nothing fails.
#include <cmath>
#include <limits>

#include <QSqlQuery>
#include <QTest>

#include "model/base/text.h"
#include "tests/adapters/query/three_ways.h"
#include "tests/support/plan_fixture.h"
#include "tests/support/postgres_server.h"

using namespace tessera;
using namespace tessera::tests;
using namespace tessera::model::query;
namespace sql = tessera::model::sql;

namespace {

const char *const elements =
    R"J([{"id": "base", "kind": "table", "name": "Base", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["EDGE"]},
  "columns": [{"id": "k", "name": "Key", "formula": "[EDGE/KEY]"}, {"id": "d", "name": "Day", "formula": "[EDGE/DAY]"}, {"id": "n", "name": "Amount", "formula": "[EDGE/N]"},
   {"id": "m", "name": "Parts", "formula": "[EDGE/M]"}, {"id": "q", "name": "Each", "formula": "[Amount] / [Parts]"}, {"id": "r", "name": "Rest", "formula": "[Amount] % [Parts]"},
   {"id": "w", "name": "Whole", "formula": "Div([Amount], [Parts])"}, {"id": "part", "name": "Part", "formula": "[Amount] / Sum([Amount])"},
   {"id": "run", "name": "Running", "formula": "CumulativeSum([Amount])"}, {"id": "before", "name": "Before", "formula": "Lag([Amount])"},
   {"id": "rank", "name": "Place", "formula": "RankPercentile([Amount])"}, {"id": "third", "name": "Third", "formula": "Ntile(3, [Amount])"}], "sort": [{"columnId": "d"}, {"columnId": "n"}, {"columnId": "m"}]},
 {"id": "bars", "kind": "bar-chart", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "x", "name": "Key", "formula": "[Base/Key]"},
   {"id": "y", "name": "Total", "formula": "Sum([Base/Amount])"}, {"id": "s", "name": "Share", "formula": "PercentOfTotal(Sum([Base/Amount]))"},
   {"id": "a", "name": "Mean", "formula": "Sum([Base/Amount]) / Count([Base/Parts])"}, {"id": "sd", "name": "Spread", "formula": "StdDev([Base/Parts])"},
   {"id": "med", "name": "Middle", "formula": "Median([Base/Amount])"}], "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y", "s", "a", "sd", "med"]}},
 {"id": "pie", "kind": "pie-chart", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "c", "name": "Key", "formula": "[Base/Key]"},
   {"id": "v", "name": "Total", "formula": "Sum([Base/Amount])"}], "value": {"id": "v"}, "color": {"id": "c"}},
 {"id": "groups", "kind": "table", "name": "Groups", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "k", "name": "Key", "formula": "[Base/Key]"},
   {"id": "m", "name": "Month", "formula": "DateTrunc('month', [Base/Day])"}, {"id": "v", "name": "Total", "formula": "Sum([Base/Amount])"}, {"id": "n", "name": "Rows", "formula": "Count()"},
   {"id": "p", "name": "Part", "formula": "[Total] / Sum([Base/Amount])"}, {"id": "all", "name": "All", "formula": "Sum([Base/Amount])"}, {"id": "l", "name": "List", "formula": "ListAggDistinct([Base/Key])"}],
  "groupings": [{"id": "g1", "groupBy": ["k"], "calculations": ["v"]}, {"id": "g2", "groupBy": ["m"], "calculations": ["n", "p"]}], "summary": ["all", "l"]},
 {"id": "pivot", "kind": "pivot-table", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "k", "name": "Key", "formula": "[Base/Key]"},
   {"id": "m", "name": "Month", "formula": "Month([Base/Day])"}, {"id": "v", "name": "Total", "formula": "Sum([Base/Amount])"}, {"id": "s", "name": "Share", "formula": "PercentOfTotal(Sum([Base/Amount]), 'row')"}],
  "values": ["v", "s"], "rowsBy": [{"columnId": "k"}], "columnsBy": [{"columnId": "m"}]},
 {"id": "kpi", "kind": "kpi-chart", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "v", "name": "Total", "formula": "Sum([Base/Amount])"},
   {"id": "m", "name": "Month", "formula": "DateTrunc('month', [Base/Day])"}], "value": {"columnId": "v"}, "timeline": {"columnId": "m"}, "periodComparison": "month"},
 {"id": "box", "kind": "box-chart", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "k", "name": "Key", "formula": "[Base/Key]"}, {"id": "v", "name": "Amount", "formula": "[Base/Amount]"}],
  "xAxis": {"columnId": "k"}, "yAxis": {"columnIds": ["v"]}},
 {"id": "look", "kind": "table", "name": "Look", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "k", "name": "Key", "formula": "[Base/Key]"},
   {"id": "a", "name": "Found", "formula": "Lookup(Sum([Base/Amount]), [Key], [Base/Key])"}, {"id": "b", "name": "Null too", "formula": "LookupMatchNulls(Sum([Base/Amount]), [Key], [Base/Key])"},
   {"id": "c", "name": "All", "formula": "Rollup(Sum([Base/Amount]), 1, 1)"}]},
 {"id": "best", "kind": "table", "name": "Best", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "k", "name": "Key", "formula": "[Base/Key]"},
   {"id": "v", "name": "Amount", "formula": "[Base/Amount]"}], "filters": [{"id": "f", "kind": "top-n", "columnId": "v", "rankingFunction": "rank-percentile", "mode": "top-percentile", "percentile": 50}]},
 {"id": "dates", "kind": "table", "name": "Dates", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "d", "name": "Day", "formula": "[Base/Day]"},
   {"id": "a", "name": "Later", "formula": "DateAdd('year', 1, [Base/Day])"}, {"id": "b", "name": "Earlier", "formula": "DateAdd('month', -1, [Base/Day])"},
   {"id": "c", "name": "Week", "formula": "DateTrunc('week', [Base/Day])"}, {"id": "e", "name": "Days", "formula": "DateDiff('day', [Base/Day], Date('2026-01-01'))"},
   {"id": "f", "name": "Last", "formula": "LastDay([Base/Day], 'quarter')"}, {"id": "g", "name": "Made", "formula": "MakeDate(Year([Base/Day]), 2, 30)"},
   {"id": "h", "name": "Far", "formula": "DateAdd('day', [Base/Amount] * 1000000, [Base/Day])"}]},
 {"id": "texts", "kind": "text", "body": "{{Sum([Base/Amount])}} {{Count()}} {{Avg([Base/Each])}} {{Max([Base/Day])}}"}])J";

struct DataSet
{
    const char *name, *csv;
};

const DataSet sets[] = {
    {"no rows", "KEY,DAY,N,M\n"},
    {"one row", "KEY,DAY,N,M\na,2026-01-05,10,4\n"},
    {"one row of nothing", "KEY,DAY,N,M\n,,,\n"},
    {"no keys", "KEY,DAY,N,M\n,2026-01-05,10,4\n,,5,2\n,2026-02-01,,1\n"},
    {"nothing to divide by", "KEY,DAY,N,M\na,2026-01-05,10,0\na,2026-01-06,0,0\nb,2026-02-01,-5,0\nb,2026-02-01,5,\n"},
    {"a total of zero", "KEY,DAY,N,M\na,2026-01-05,10,1\nb,2026-01-06,-10,2\nc,2026-01-06,0,3\n"},
    {"negative shares", "KEY,DAY,N,M\na,2026-01-05,-10,1\nb,2026-01-06,-30,2\nc,2026-01-07,60,3\n,2026-01-08,-5,3\n"},
    {"far days", "KEY,DAY,N,M\na,0001-01-01,1,1\na,9999-12-31 23:59:59,2,1\nb,1582-10-10,-3,2\nb,1900-02-28,400,2\n"},
    {"huge numbers", "KEY,DAY,N,M\na,2026-01-05,9223372036854775807,2\na,2026-01-06,9223372036854775807,-1\nb,2026-01-"
                     "07,-9223372036854775807,0.0000000001\nb,2026-01-08,123456789012.5,3\n"},
};

} // namespace

class TestEdgePlans : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<adapters::SqliteConnection> m_sqlite;
    std::unique_ptr<PostgresServer> m_postgres;

    static PlanFixture fixture(const char *csv)
    {
        PlanFixture made{std::string(elements)};
        PlainRows rows = plainRows(csv);
        for (Column &column : rows.columns) // an empty column still has a type
            column.type = column.name == "KEY"   ? ValueType::Text
                          : column.name == "DAY" ? ValueType::Date
                                                 : ValueType::Number;
        made.table("EDGE", std::move(rows));
        return made;
    }

    void place(const PlanFixture &fixture)
    {
        (void)m_sqlite->execute("DROP TABLE IF EXISTS EDGE");
        createTables(*m_sqlite, fixture.tables());
        if (!m_postgres)
            return;
        QSqlQuery(m_postgres->database()).exec(QStringLiteral("DROP TABLE IF EXISTS \"EDGE\""));
        createTables(m_postgres->database(), fixture.tables());
    }

    QString compared(const std::string &what, const RelationPtr &plan, const PlanFixture &fixture)
    {
        if (!plan) // a text has parts alone
            return {};
        const QString name = model::toQString(what) + QStringLiteral(": ");
        const auto expected = evaluatePlainly(plan, fixture.lookup()).rows;
        const Answer here = ask(*m_sqlite, plan, {});
        if (here.inexpressible || !here.failure.isEmpty())
            return name + QStringLiteral("SQLite: ") + here.why + here.failure + QLatin1Char('\n');
        if (const QString wrong = difference(here.rows, expected, false); !wrong.isEmpty())
            return name + QStringLiteral("SQLite <> plain: ") + wrong + QLatin1Char('\n');
        if (!m_postgres || what == "dates") // a server has its own first and last day
            return {};
        const Answer there = ask(m_postgres->database(), plan, {});
        if (there.inexpressible || !there.failure.isEmpty())
            return name + QStringLiteral("PostgreSQL: ") + there.why + there.failure + QLatin1Char('\n');
        const QString wrong = difference(there.rows, expected, false);
        return wrong.isEmpty() ? QString() : name + QStringLiteral("PostgreSQL <> plain: ") + wrong + QLatin1Char('\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto opened = adapters::SqliteConnection::open();
        QVERIFY(opened);
        m_sqlite = std::move(*opened);
        QString why;
        m_postgres = PostgresServer::start(&why);
        if (!m_postgres)
            qWarning("without PostgreSQL: %s", qPrintable(why));
    }

    void agree_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const DataSet &set : sets)
            QTest::newRow(set.name) << index++;
    }
    void agree()
    {
        QFETCH(int, index);
        const PlanFixture data = fixture(sets[index].csv);
        place(data);
        QString wrong;
        for (const char *element :
             {"base", "bars", "pie", "groups", "pivot", "kpi", "box", "look", "best", "dates", "texts"}) {
            const ElementQuery query = data.plan(element);
            QCOMPARE(QString::fromStdString(data.problems(element)), QString());
            wrong += compared(element, query.main.relation, data);
            for (const auto &[name, part] : query.parts)
                wrong += compared(std::string(element) + '/' + name, part.relation, data);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    // What they agree on, so that nobody changes it unseen.
    void defined_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, int index, const char *element, const char *expected) {
            QTest::newRow(what) << index << QString::fromLatin1(element) << QString::fromLatin1(expected);
        };
        row("bars of no rows: none", 0, "bars", "");
        row("the last month of no rows: none", 0, "kpi", "");
        row("one row: a share of all, no spread", 1, "bars", "a|10|1|10|-|10\n");
        row("windows over one row", 1, "base", "a|2026-01-05|10|4|2.5|2|2|1|10|-|0|1\n");
        row("rows without a key are a group", 3, "pie", "15|-\n");
        row("dividing by zero, or by Null, is Null", 4, "base",
            "a|2026-01-05|10|0|-|-|-|1|10|-|1|3\na|2026-01-06|0|0|-|-|-|-|10|10|0.3333|1\nb|2026-02-01|-5|0|-|-|-|1|5|"
            "0|0|1\nb|2026-02-01|5|-|-|-|-|1|10|-5|0.6667|2\n");
        row("shares of a total of zero are Null", 5, "bars", "a|10|-|10|-|10\nb|-10|-|-10|-|-10\nc|0|-|0|-|0\n");
        row("negative shares keep their sign", 6, "bars",
            "a|-10|-0.6667|-10|-|-10\nb|-30|-2|-30|-|-30\nc|60|4|60|-|60\n-|-5|-0.3333|-5|-|-5\n");
        row("a pie gets its negative values", 6, "pie", "-10|a\n-30|b\n60|c\n-5|-\n");
    }
    void defined()
    {
        QFETCH(int, index);
        QFETCH(QString, element);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(fixture(sets[index].csv).rows(element.toStdString())), expected);
    }

    // Whole numbers beyond 64 bits become real ones instead of an error.
    void sumsBeyondWholeNumbers()
    {
        const auto answer = [&](const char *values) {
            sql::Statement statement;
            statement.text = std::string("SELECT sum(column1) FROM (VALUES ") + values + ")";
            statement.columns = {{"sum", model::formula::ValueType::Number}};
            const auto result = m_sqlite->run(statement);
            return result ? result->table.columns[0].data.at(0) : model::Value("failed");
        };
        QCOMPARE(answer("(1), (2), (-5)"), model::Value(-2));
        QCOMPARE(answer("(NULL)"), model::Value());
        QCOMPARE(answer("(1), (0.5)"), model::Value(1.5));
        QCOMPARE(answer("(9223372036854775807), (0)"), model::Value(std::int64_t(9223372036854775807)));
        QCOMPARE(answer("(9223372036854775807), (1), (-2)"), model::Value(std::int64_t(9223372036854775806)));
        QCOMPARE(answer("(-9223372036854775807), (-1)"), model::Value(std::numeric_limits<std::int64_t>::min()));
        QCOMPARE(answer("(9223372036854775807), (9223372036854775807)"), model::Value(18446744073709551614.0));
    }

    // 200,000 rows, two for each of 100,000 keys: every mark comes, in the order of the chart.
    void aHundredThousandCategories()
    {
        PlanFixture data = fixture("KEY,DAY,N,M\n");
        place(data);
        QVERIFY(m_sqlite->execute(
            "INSERT INTO EDGE WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 199999) "
            "SELECT printf('k%06d', i % 100000), '2026-01-05', i, 1 FROM n"));
        const ElementQuery query = data.plan("bars");
        const auto check = [](const Answer &answer) {
            QVERIFY2(answer.failure.isEmpty(), qPrintable(answer.failure));
            QCOMPARE(answer.rows.size(), 100'000u);
            double share = 0;
            for (std::size_t i = 0; i < answer.rows.size(); ++i) {
                QCOMPARE(answer.rows[i][1].number(), 2.0 * static_cast<double>(i) + 100'000);
                share += answer.rows[i][2].number();
            }
            QVERIFY(std::abs(share - 1) < 1e-9);
        };
        check(ask(*m_sqlite, query.main.relation, {}));
        if (!m_postgres)
            return;
        QVERIFY(QSqlQuery(m_postgres->database())
                    .exec(QStringLiteral(
                        "INSERT INTO \"EDGE\" SELECT 'k' || lpad((i % 100000)::text, 6, '0'), '2026-01-05', i, 1 "
                        "FROM generate_series(0, 199999) AS i")));
        check(ask(m_postgres->database(), query.main.relation, {}));
    }
};

QTEST_GUILESS_MAIN(TestEdgePlans)
#include "tst_edge_plans.moc"
