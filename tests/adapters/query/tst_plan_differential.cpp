// SPDX-License-Identifier: GPL-3.0-or-later
// What elements show, planned from workbooks: SQLite, PostgreSQL and the plain evaluator agree on every part.
#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTest>

#include "adapters/codec/workbook_file.h"
#include "model/base/text.h"
#include "tests/adapters/query/three_ways.h"
#include "tests/model/query/orders.h"
#include "tests/support/postgres_server.h"

using namespace tessera;
using namespace tessera::tests;
using namespace tessera::model::query;

namespace {

// Tables with levels, rows among groups, totals, lookups, look-backs; charts and a pivot.
const char *const shapes =
    R"J({"id": "g", "kind": "table", "name": "G", "source": {"kind": "table", "elementId": "base"},
  "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"}, {"id": "m", "name": "Month", "formula": "DateTrunc('month', [Base/Day])"},
   {"id": "s", "name": "Sales", "formula": "Sum([Base/Amount])"}, {"id": "rs", "name": "RegionSales", "formula": "Sum([Base/Amount])"},
   {"id": "share", "name": "Share", "formula": "[Sales] / [RegionSales]"}, {"id": "ytd", "name": "Ytd", "formula": "CumulativeSum([Sales])"},
   {"id": "best", "name": "Best", "formula": "Max([Sales])"}, {"id": "prev", "name": "Prev", "formula": "DateLookback([Sales], [Month], 1, 'month')"},
   {"id": "n", "name": "Months", "formula": "Count([Month])"}, {"id": "med", "name": "Median", "formula": "Median([Base/Amount])"},
   {"id": "pct", "name": "Pct", "formula": "PercentOfTotal(Sum([Base/Amount]), 'grand_total')"},
   {"id": "last", "name": "Last", "formula": "Sum(If([Base/Day] = Max([Base/Day]), [Base/Id], Null))"}, {"id": "all", "name": "All", "formula": "Sum([Base/Amount])"}],
  "groupings": [{"id": "g1", "groupBy": ["r"], "calculations": ["rs", "best", "n", "med", "last"], "sort": [{"columnId": "rs", "direction": "descending"}]},
                {"id": "g2", "groupBy": ["m"], "calculations": ["s", "share", "ytd", "prev", "pct"]}], "summary": ["all"]},
 {"id": "rows", "kind": "table", "name": "R", "source": {"kind": "table", "elementId": "base"},
  "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"}, {"id": "s", "name": "Sales", "formula": "Sum([Amount])"},
   {"id": "a", "name": "Amount", "formula": "[Base/Amount]"}, {"id": "p", "name": "Part", "formula": "[Amount] / [Sales]"}, {"id": "l", "name": "Largest", "formula": "Max([Part])"},
   {"id": "o", "name": "Own", "formula": "Rollup(Count(), [Region], [R/Region])"}, {"id": "k", "name": "Rank", "formula": "Rank([Base/Amount], 'desc')"}],
  "groupings": [{"id": "g1", "groupBy": ["r"], "calculations": ["s", "l"]}],
  "filters": [{"id": "f", "kind": "number-range", "columnId": "s", "min": 50}, {"id": "t", "kind": "top-n", "columnId": "a", "rankingFunction": "rank", "mode": "top-n", "rowCount": 4}]},
 {"id": "look", "kind": "table", "name": "L", "source": {"kind": "table", "elementId": "base"},
  "columns": [{"id": "i", "name": "Id", "formula": "[Base/Id]"}, {"id": "r", "name": "Region", "formula": "[Base/Region]"},
   {"id": "x", "name": "Best", "formula": "Lookup([G/Best], [Region], [G/Region])"}, {"id": "y", "name": "Null", "formula": "LookupMatchNulls([G/RegionSales], [Region], [G/Region])"},
   {"id": "z", "name": "All", "formula": "Rollup(Max([Base/Amount]), 1, 1)"}]},
 {"id": "outer", "kind": "bar-chart", "source": {"kind": "table", "elementId": "g", "groupingId": "g1"}, "columns": [{"id": "x", "name": "X", "formula": "[G/Region]"},
   {"id": "y", "name": "Y", "formula": "Sum([G/RegionSales])"}, {"id": "w", "name": "W", "formula": "PercentOfTotal(Sum([G/RegionSales]))"}], "xAxis": {"columnId": "x", "sort": {"by": "y", "direction": "descending"}}, "yAxis": {"columnIds": ["y", "w"]}},
 {"id": "box", "kind": "box-chart", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "k", "name": "Region", "formula": "[Base/Region]"}, {"id": "v", "name": "Amount", "formula": "[Base/Amount]"}],
  "xAxis": {"columnId": "k"}, "yAxis": {"columnIds": ["v"]}},
 {"id": "p", "kind": "pivot-table", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"},
   {"id": "p", "name": "Product", "formula": "[Base/Product]"}, {"id": "k", "name": "Month", "formula": "Month([Base/Day])"}, {"id": "v", "name": "Sales", "formula": "Sum([Base/Amount])"},
   {"id": "n", "name": "Kinds", "formula": "CountDistinct([Base/Product])"}, {"id": "s", "name": "Share", "formula": "[Sales] / [Sales (Row Total)]"}],
  "values": ["v", "n", "s"], "rowsBy": [{"columnId": "r", "sort": {"by": "v", "direction": "descending"}}, {"columnId": "p"}], "columnsBy": [{"columnId": "k"}]},
 {"id": "top", "kind": "table", "name": "Top", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"},
   {"id": "p", "name": "Product", "formula": "[Base/Product]"}, {"id": "a", "name": "Amount", "formula": "[Base/Amount]"}],
  "filters": [{"id": "t", "kind": "top-n", "columnId": "a", "rankingFunction": "rank", "mode": "top-n", "rowCount": 2}]},
 {"id": "ranked", "kind": "pivot-table", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"},
   {"id": "p", "name": "Product", "formula": "[Base/Product]"}, {"id": "v", "name": "Sales", "formula": "Sum([Base/Amount])"}],
  "values": ["v"], "rowsBy": [{"columnId": "r"}], "columnsBy": [{"columnId": "p"}],
  "filters": [{"id": "t", "kind": "top-n", "columnId": "v", "rankingFunction": "rank", "mode": "top-n", "rowCount": 1}]},
 {"id": "limited", "kind": "pivot-table", "source": {"kind": "table", "elementId": "top"}, "columns": [{"id": "r", "name": "Region", "formula": "[Top/Region]"},
   {"id": "p", "name": "Product", "formula": "[Top/Product]"}, {"id": "v", "name": "Sales", "formula": "Sum([Top/Amount])"}],
  "values": ["v"], "rowsBy": [{"columnId": "r"}], "columnsBy": [{"columnId": "p"}]},
 {"id": "kpi", "kind": "kpi-chart", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "v", "name": "Sales", "formula": "Sum([Base/Amount])"},
   {"id": "m", "name": "Month", "formula": "DateTrunc('month', [Base/Day])"}], "value": {"columnId": "v"}, "timeline": {"columnId": "m"}, "periodComparison": "month"},
 {"id": "u", "kind": "table", "name": "U", "source": {"kind": "union", "name": "Both", "sources": [{"kind": "table", "elementId": "base"}, {"kind": "table", "elementId": "g", "groupingId": "g1"}],
   "matches": [{"outputColumnName": "Where", "sourceColumns": ["[Region]", "[Region]"]}, {"outputColumnName": "Amount", "sourceColumns": ["[Amount]", null]}]},
  "columns": [{"id": "a", "name": "Where", "formula": "[Both/Where]"}, {"id": "b", "name": "Amount", "formula": "[Both/Amount]"}]},
 {"id": "txt", "kind": "text", "body": "{{Sum([Base/Amount])}} {{CountDistinct([Base/Region])}} {{[Base/Product]}}"})J";

std::string fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestPlanDifferential : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<adapters::SqliteConnection> m_sqlite;
    std::unique_ptr<PostgresServer> m_postgres;

    QString compared(const std::string &what, const RelationPtr &plan, const PlanFixture &fixture) const
    {
        const QString name = model::toQString(what) + QStringLiteral(": ");
        const auto expected = evaluatePlainly(plan, fixture.lookup()).rows;
        const Answer here = ask(*m_sqlite, plan, {});
        if (here.inexpressible || !here.failure.isEmpty())
            return name + QStringLiteral("SQLite: ") + here.why + here.failure + QLatin1Char('\n');
        if (const QString wrong = difference(here.rows, expected, false); !wrong.isEmpty())
            return name + QStringLiteral("SQLite <> plain: ") + wrong + QLatin1Char('\n') +
                   model::toQString(here.text) + QLatin1Char('\n');
        if (!m_postgres)
            return {};
        const Answer there = ask(m_postgres->database(), plan, {});
        if (there.inexpressible || !there.failure.isEmpty())
            return name + QStringLiteral("PostgreSQL: ") + there.why + there.failure + QLatin1Char('\n') +
                   model::toQString(there.text) + QLatin1Char('\n');
        const QString wrong = difference(there.rows, expected, false);
        return wrong.isEmpty() ? QString()
                               : name + QStringLiteral("PostgreSQL <> plain: ") + wrong + QLatin1Char('\n') +
                                     model::toQString(there.text) + QLatin1Char('\n');
    }

    QString comparedAll(const std::vector<std::string> &elements, const PlanFixture &fixture)
    {
        for (const auto &[name, rows] : fixture.tables()) { // of the test before
            const std::string drop = "DROP TABLE IF EXISTS " + adapters::quotedName(name);
            (void)m_sqlite->execute(drop);
            if (m_postgres)
                QSqlQuery(m_postgres->database()).exec(model::toQString(drop));
        }
        createTables(*m_sqlite, fixture.tables());
        if (m_postgres)
            createTables(m_postgres->database(), fixture.tables());
        QString wrong;
        int count = 0;
        for (const std::string &element : elements) {
            const ElementQuery query = fixture.plan(element);
            const bool warehouse = std::all_of(query.tables.begin(), query.tables.end(),
                                               [](const TableSource &t) { return !t.path.empty(); });
            if (!warehouse)
                continue;
            if (query.main.relation && ++count)
                wrong += compared(element, query.main.relation, fixture);
            for (const auto &[name, part] : query.parts) {
                ++count;
                wrong += compared(element + '/' + name, part.relation, fixture);
            }
        }
        qInfo("%d plans", count);
        return wrong;
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

    void shapesOfElements()
    {
        const QString wrong = comparedAll(
            {"base", "g", "rows", "look", "outer", "box", "p", "top", "ranked", "limited", "kpi", "u", "txt"},
            orders(shapes));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    // As in Sigma: a filter by rank on a pivot table takes nothing away, one on the table it reads does; the first is
    // said.
    void ranksAndPivots()
    {
        const PlanFixture fixture = orders(shapes);
        const ElementQuery ranked = fixture.plan("ranked"), limited = fixture.plan("limited");
        const auto cells = [&](const ElementQuery &query) {
            return evaluatePlainly(query.main.relation, fixture.lookup()).rows.size();
        };
        QVERIFY(cells(ranked) > cells(limited));
        QVERIFY(cells(limited) >= 1);
        QCOMPARE(ranked.problems.size(), 1u);
        QVERIFY(!ranked.problems.front().isError);
        QVERIFY(ranked.problems.front().hint.contains(QStringLiteral("the table that the pivot table reads")));
        QVERIFY(limited.problems.empty());
    }

    // Paths of several levels, of which some are Null, on a column that holds paths and on one that holds plain texts.
    void hierarchies_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *chosen, const char *column, const char *rows) {
            QTest::addRow("%s on %s", chosen, column)
                << QString::fromLatin1(chosen) << QString::fromLatin1(column) << QString::fromLatin1(rows);
        };
        row(R"("mode": "include", "values": [])", "path", "1 2 3 4 5 6 7");
        row(R"("mode": "include", "values": [["West"]])", "path", "1 2 3");
        row(R"("mode": "include", "values": [["West", "Desk"], ["East"]])", "path", "1 3 4 5 6");
        row(R"("mode": "include", "values": [["East", "Floor", "3"]])", "path", "5");
        row(R"("mode": "include", "values": [["East", "Floor", null]])", "path", "6");
        row(R"("mode": "include", "values": [[null]])", "path", "7");
        row(R"("mode": "include", "values": [[null, "Desk"], ["West", "Floor"]])", "path", "2 7");
        row(R"("mode": "include", "values": [["North"]])", "path", "");
        row(R"("mode": "exclude", "values": [["West"]])", "path", "4 5 6 7");
        row(R"("mode": "exclude", "values": [["East", "Floor", "3"], ["West", "Desk"]])", "path", "2 4 6 7");
        row(R"("mode": "exclude", "values": [[null]])", "path", "1 2 3 4 5 6");
        row(R"("mode": "include", "values": [["West"], [null]])", "region", "1 2 3 7");
        row(R"("mode": "exclude", "values": [["Any", "West"]])", "region", "4 5 6 7");
    }
    void hierarchies()
    {
        QFETCH(QString, chosen);
        QFETCH(QString, column);
        QFETCH(QString, rows);
        const PlanFixture fixture = orders(
            R"J({"id": "tree", "kind": "table", "name": "Tree", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["ORDERS"]},
            "columns": [{"id": "id", "name": "Id", "formula": "[ORDERS/ID]"}, {"id": "region", "name": "Region", "formula": "[ORDERS/REGION]"},
                        {"id": "path", "name": "Path", "formula": "Array([ORDERS/REGION], [ORDERS/PRODUCT], Text([ORDERS/QTY]))"}], "sort": [{"columnId": "id"}]},
          {"id": "ctl", "kind": "control", "controlId": "pH", "controlType": "hierarchy", )J" +
            model::toUtf8(chosen) +
            R"J(, "filters": [{"source": {"kind": "table", "elementId": "tree"}, "columnId": ")J" +
            model::toUtf8(column) + R"J("}]})J");
        const QString wrong = comparedAll({"tree"}, fixture);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QStringList shown;
        for (const auto &cells : evaluatePlainly(fixture.plan("tree").main.relation, fixture.lookup()).rows)
            shown << QString::number(cells.front().number());
        QCOMPARE(shown.join(QLatin1Char(' ')), rows);
    }

    void sampleWorkbook()
    {
        const auto loaded =
            adapters::loadWorkbook(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml"));
        QVERIFY(loaded);
        PlanFixture fixture(loaded->workbook);
        fixture.options.now = *model::momentFromIso("2026-09-30 12:00:00");
        const QDir data(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/data"));
        for (const QString &name : data.entryList({QStringLiteral("*.csv")}, QDir::Files))
            fixture.table(name.chopped(4).toStdString(), fileText(data.filePath(name)));
        std::vector<std::string> elements;
        for (const model::Object &element : loaded->workbook.elements)
            elements.push_back(element.key());
        const QString wrong = comparedAll(elements, fixture);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
};

QTEST_GUILESS_MAIN(TestPlanDifferential)
#include "tst_plan_differential.moc"
