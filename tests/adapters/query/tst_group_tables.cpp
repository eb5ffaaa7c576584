// SPDX-License-Identifier: GPL-3.0-or-later
// What elements compute together is what each computes alone, to the last bit.
#include <QTest>

#include "adapters/codec/workbook_file.h"
#include "adapters/query/group_tables.h"
#include "model/base/text.h"
#include "tests/model/query/orders.h"

using namespace tessera;
using namespace tessera::adapters;
using model::query::ResultTable;

namespace {

bool sameTable(const ResultTable &a, const ResultTable &b)
{
    return std::ranges::equal(a.columns, b.columns, [](const auto &x, const auto &y) {
        if (x.id != y.id || x.name != y.name || x.data.type() != y.data.type() || x.data.size() != y.data.size())
            return false;
        for (std::size_t row = 0; row < x.data.size(); ++row) {
            if (!(x.data.at(row) == y.data.at(row)))
                return false;
        }
        return true;
    });
}

// All queries of a workbook on its data, each for itself and all with what they share.
class Both
{
public:
    Both(const model::Workbook &workbook, const QString &data) : m_store(std::move(*TableStore::open()))
    {
        m_settings.dataFolder = data;
        const model::NameIndex names(workbook);
        model::query::QueryOptions options;
        options.now = *model::momentFromIso("2026-09-30 12:00:00");
        for (const model::Object &element : workbook.elements) {
            LocalTables tables(*m_store, m_settings, workbook, options.now);
            m_queries.push_back(
                std::make_shared<const LocalQuery>(makeLocalQuery(workbook, names, element.key(), options, tables)));
        }
        m_connection = std::move(*openForQueries(*m_store));
    }

    // What differs, "" when nothing does.
    QString compare()
    {
        QString wrong;
        GroupTables groups(*m_connection, m_queries, {}, [this](const GroupTables::Made &) { ++made; });
        for (const auto &query : m_queries) {
            for (const QueryStep &step : query->steps) {
                const model::sql::Statement statement = groups.statementFor(*query, step);
                shared += statement.text != step.statement.text;
                const auto alone = runStep(step, step.statement, *m_connection, {}),
                           together = runStep(step, statement, *m_connection, {});
                if (!alone || !together)
                    wrong += (alone ? QString() : alone.error().detail) +
                             (together ? QString() : together.error().detail) + QLatin1Char('\n');
                else if (!sameTable(alone->table, together->table))
                    wrong += model::toQString(statement.text) + QLatin1Char('\n');
            }
        }
        return wrong;
    }
    bool leavesNothing()
    {
        model::sql::Statement count;
        count.text = "SELECT count(*) FROM temp.sqlite_schema";
        return m_connection->run(count)->table.columns.front().data.at(0) == model::Value(std::int64_t(0));
    }

    int made = 0;   // tables
    int shared = 0; // statements that read them

private:
    LocalSettings m_settings;
    std::unique_ptr<TableStore> m_store;
    std::unique_ptr<SqliteConnection> m_connection;
    GroupTables::Queries m_queries;
};

} // namespace

class TestGroupTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleComputesTheSame()
    {
        const auto loaded = loadWorkbook(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml"));
        QVERIFY(loaded);
        Both both(loaded->workbook, QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/data"));
        const QString wrong = both.compare();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(both.made > 2 && both.shared > 2 * both.made);
        QVERIFY(both.leavesNothing());
    }

    void filtersAndKeysAreToldApart()
    {
        const tests::PlanFixture fixture = tests::orders(R"J(
            {"id": "west", "kind": "table", "name": "West", "source": {"kind": "table", "elementId": "base"},
             "columns": [{"id": "r", "name": "Region", "formula": "[Base/Region]"}, {"id": "a", "name": "Amount", "formula": "[Base/Amount] * 2"}],
             "filters": [{"id": "f", "kind": "list", "columnId": "r", "mode": "include", "values": ["West"]}]},
            {"id": "k1", "kind": "kpi-chart", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "v", "name": "A", "formula": "Sum([Base/Amount])"}], "value": {"columnId": "v"}},
            {"id": "k2", "kind": "kpi-chart", "source": {"kind": "table", "elementId": "base"}, "columns": [{"id": "v", "name": "B", "formula": "Avg([Base/Amount]) + 1"}], "value": {"columnId": "v"}},
            {"id": "k3", "kind": "kpi-chart", "source": {"kind": "table", "elementId": "west"}, "columns": [{"id": "v", "name": "C", "formula": "Sum([West/Amount])"}], "value": {"columnId": "v"}},
            {"id": "k4", "kind": "kpi-chart", "source": {"kind": "table", "elementId": "west"}, "columns": [{"id": "v", "name": "D", "formula": "Max([West/Amount])"}], "value": {"columnId": "v"}},
            {"id": "c1", "kind": "bar-chart", "source": {"kind": "table", "elementId": "west"}, "columns": [{"id": "x", "name": "X", "formula": "[West/Region]"}, {"id": "y", "name": "Y", "formula": "CountDistinct([West/Amount])"}], "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J");
        const auto sharing = [&](const char *a, const char *b) {
            const auto first = model::query::groupRequests(fixture.plan(a).main.relation),
                       second = model::query::groupRequests(fixture.plan(b).main.relation);
            return first.size() == 1 && second.size() == 1 && first.front().rows == second.front().rows;
        };
        QVERIFY(sharing("k1", "k2"));
        QVERIFY(sharing("k3", "k4"));
        QVERIFY(!sharing("k1", "k3"));
        QVERIFY(!sharing("k3", "c1"));
    }
};

QTEST_GUILESS_MAIN(TestGroupTables)
#include "tst_group_tables.moc"
