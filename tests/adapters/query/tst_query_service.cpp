// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/query/query_service.h"
#include "model/value/calendar.h"

using namespace tessera;
using adapters::QueryService;
using model::Json;
using model::Key;
using model::Value;
using model::query::ElementRows;
using model::query::TableSource;

namespace {

Json column(const char *id, const char *formula, const char *name)
{
    return {{"id", id}, {"formula", formula}, {"name", name}};
}

model::Object table(const char *id, const char *name, Json source, Json columns)
{
    return model::Object(id, {{"id", id},
                              {"kind", "table"},
                              {"name", name},
                              {"source", std::move(source)},
                              {"columns", std::move(columns)}});
}

// A folder of data, a workbook that reads it, and a service on both.
class Fixture
{
public:
    Fixture()
    {
        write("ORDERS.csv", "REGION,AMOUNT\nWest,1\nWest,2\nEast,4\n");
        write("ITEMS.csv", "NAME\na\nb\n");
        const Json orders = {{"kind", "warehouse-table"}, {"connectionId", "c"}, {"path", {"ORDERS"}}};
        const Json items = {{"kind", "warehouse-table"}, {"connectionId", "c"}, {"path", {"ITEMS"}}};
        workbook.elements.append(
            table("base", "Base", orders,
                  Json::array({column("r", "[ORDERS/Region]", "Region"), column("a", "[ORDERS/Amount]", "Amount")})));
        workbook.elements.append(table("items", "Items", items, Json::array({column("n", "[ITEMS/Name]", "Name")})));
        workbook.elements.append(
            model::Object("kpi", {{"id", "kpi"},
                                  {"kind", "kpi-chart"},
                                  {"name", "Total"},
                                  {"source", {{"kind", "table"}, {"elementId", "base"}}},
                                  {"columns", Json::array({column("v", "Sum([Base/Amount]) * [pFactor]", "Total")})},
                                  {"value", {{"columnId", "v"}}}}));
        workbook.elements.append(model::Object("factor", {{"id", "factor"},
                                                          {"kind", "control"},
                                                          {"controlType", "number"},
                                                          {"controlId", "pFactor"},
                                                          {"mode", "="},
                                                          {"value", 1}}));
        settings.local.dataFolder = folder.path();
        settings.local.samples = false;
        settings.clock = [] { return *model::momentFromIso("2026-10-15 12:00:00"); };
    }

    void start()
    {
        service = std::make_unique<QueryService>(store, settings);
        service->setWorkbook(workbook, model::NameIndex(workbook));
    }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
    }
    void setWorkbook(const Key &key, model::Object object)
    {
        workbook.elements.replace(workbook.elements.indexOf(key), std::move(object));
        service->setWorkbook(workbook, model::NameIndex(workbook));
    }
    bool wait() const
    {
        return QTest::qWaitFor([this] { return !service->isBusy() && (QCoreApplication::processEvents(), true); },
                               5000);
    }
    Value first(const Key &key) const
    {
        const auto rows = service->rowsOf(key);
        if (!rows || !rows->main || rows->main->rowCount() == 0)
            return Value("nothing");
        return rows->main->columns[0].data.at(0);
    }
    // Elements that ran, with "c" behind those the cache answered.
    QStringList ran() const
    {
        QStringList names;
        for (const adapters::QueryRun &run : service->runs()) {
            if (run.part.empty())
                names << QString::fromStdString(run.element) + (run.cached ? QStringLiteral(" c") : QString());
        }
        names.sort();
        return names;
    }
    static model::query::ControlValue number(int value) { return {{Value(value)}, {}, {}}; }

    QTemporaryDir folder;
    model::Workbook workbook;
    QueryService::Settings settings;
    std::shared_ptr<adapters::TableStore> store = std::move(*adapters::TableStore::open());
    std::unique_ptr<QueryService> service;
};

TableSource ordersSource()
{
    TableSource source;
    source.connectionId = "c";
    source.path = {"ORDERS"};
    source.name = "ORDERS";
    return source;
}

// Plans something that never ends: rows of a table crossed with itself many times.
model::query::ElementQuery endless(const model::Workbook &, const model::NameLookup &, const Key &key,
                                   const model::query::QueryOptions &)
{
    using namespace model::query;
    ElementQuery query;
    const RelationPtr scan = makeScan(ordersSource(), {{"AMOUNT", model::formula::ValueType::Number}});
    RelationPtr all = scan;
    for (int i = 0; i < 24; ++i)
        all = makeJoin(all, scan, JoinType::Cross, nullptr, {"AMOUNT" + std::to_string(i)});
    query.main.relation = all;
    query.tables = {ordersSource()};
    query.main.columns = {{"c", "AMOUNT", model::formula::ValueType::Number, -1, false, {}}};
    Q_UNUSED(key)
    return query;
}

} // namespace

class TestQueryService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsArriveForWhatIsWatched()
    {
        Fixture fixture;
        fixture.start();
        QSignalSpy changed(fixture.service.get(), &QueryService::changed);
        QVERIFY(!fixture.service->rowsOf("kpi"));
        fixture.service->watch({"kpi", "items"});
        QVERIFY(fixture.wait());
        QVERIFY(changed.size() >= 2);
        const auto rows = fixture.service->rowsOf("kpi");
        QVERIFY(rows);
        QVERIFY2(rows->state == ElementRows::State::Ready, qPrintable(rows->failure));
        QCOMPARE(fixture.first("kpi"), Value(7));
        QCOMPARE(rows->main->columns[0].id, std::string("v"));
        QVERIFY(!rows->sample && !rows->cut);
        QCOMPARE(fixture.service->rowsOf("items")->main->rowCount(), std::size_t(2));
        QVERIFY(!fixture.service->rowsOf("base"));
        const adapters::QueryRun &run = fixture.service->runs().front();
        QVERIFY(run.sql.startsWith(QLatin1String("SELECT")) || run.sql.startsWith(QLatin1String("WITH")));
        QVERIFY(run.milliseconds >= 0 && run.rows > 0 && run.startedMs > 0);
    }

    void anEditRunsOnlyWhatItChanges()
    {
        Fixture fixture;
        fixture.start();
        fixture.service->watch({"kpi", "items", "base"});
        QVERIFY(fixture.wait());
        fixture.service->clearRuns();
        QSignalSpy changed(fixture.service.get(), &QueryService::changed);
        Json body = fixture.workbook.element("items")->body();
        body["description"] = "nothing to do with rows";
        fixture.setWorkbook("items", model::Object("items", body));
        QVERIFY(fixture.wait());
        QCOMPARE(fixture.ran(), QStringList());
        QCOMPARE(changed.size(), 0);
        body = fixture.workbook.element("kpi")->body();
        body["columns"][0]["formula"] = "Max([Base/Amount])";
        fixture.setWorkbook("kpi", model::Object("kpi", body));
        QVERIFY(fixture.wait());
        QCOMPARE(fixture.ran(), QStringList{QStringLiteral("kpi")});
        QCOMPARE(fixture.first("kpi"), Value(4));
        fixture.service->clearRuns();
        body = fixture.workbook.element("base")->body();
        body["columns"][1]["formula"] = "[ORDERS/Amount] * 10";
        fixture.setWorkbook("base", model::Object("base", body));
        QVERIFY(fixture.wait());
        QCOMPARE(fixture.ran(), (QStringList{QStringLiteral("base"), QStringLiteral("kpi")}));
        QCOMPARE(fixture.first("kpi"), Value(40));
    }

    void controlsRunWhatReadsThem()
    {
        Fixture fixture;
        fixture.start();
        fixture.service->watch({"kpi", "items", "base"});
        QVERIFY(fixture.wait());
        fixture.service->clearRuns();
        QSignalSpy controls(fixture.service.get(), &QueryService::controlsChanged);
        fixture.service->setControl("pFactor", Fixture::number(3));
        QCOMPARE(controls.size(), 1);
        QVERIFY(fixture.wait());
        QCOMPARE(fixture.first("kpi"), Value(21));
        QCOMPARE(fixture.ran(), QStringList{QStringLiteral("kpi")});
        fixture.service->setControl("pFactor", std::nullopt);
        QVERIFY(fixture.wait());
        QCOMPARE(fixture.first("kpi"), Value(7));
        QCOMPARE(fixture.ran(), (QStringList{QStringLiteral("kpi"), QStringLiteral("kpi c")}));
    }

    void newDataIsReadAgain()
    {
        Fixture fixture;
        fixture.start();
        fixture.service->watch({"kpi", "items"});
        QVERIFY(fixture.wait());
        fixture.service->clearRuns();
        fixture.write("ORDERS.csv", "REGION,AMOUNT\nWest,100\n");
        fixture.service->refresh();
        QVERIFY(fixture.wait());
        QCOMPARE(fixture.first("kpi"), Value(100));
        QCOMPARE(fixture.ran(), QStringList{QStringLiteral("kpi")});
    }

    void failuresSayWhy()
    {
        Fixture fixture;
        QFile::remove(fixture.folder.filePath(QStringLiteral("ITEMS.csv")));
        fixture.start();
        fixture.service->watch({"items", "kpi"});
        QVERIFY(fixture.wait());
        const auto rows = fixture.service->rowsOf("items");
        QCOMPARE(rows->state, ElementRows::State::Failed);
        QVERIFY2(rows->failure.contains(QStringLiteral("ITEMS")), qPrintable(rows->failure));
        QCOMPARE(fixture.first("kpi"), Value(7));
        fixture.write("ITEMS.csv", "NAME\nz\n");
        fixture.service->refresh();
        QVERIFY(fixture.wait());
        QCOMPARE(fixture.first("items"), Value("z"));
    }

    void madeUpRowsAreMarked()
    {
        Fixture fixture;
        fixture.settings.local.dataFolder.clear();
        fixture.settings.local.samples = true;
        fixture.start();
        fixture.service->watch({"kpi"});
        QVERIFY(fixture.wait());
        QVERIFY2(fixture.service->rowsOf("kpi")->sample, qPrintable(fixture.service->rowsOf("kpi")->failure));
        QVERIFY(fixture.first("kpi").isNumber());
    }

    void staleQueriesAreStopped()
    {
        Fixture fixture;
        fixture.settings.planner = [](const auto &workbook, const auto &names, const auto &key, const auto &options) {
            const bool slow = options.controls.contains("slow");
            return slow ? endless(workbook, names, key, options)
                        : model::query::planElement(workbook, names, key, options);
        };
        fixture.settings.threads = 1;
        fixture.settings.maxRows = std::numeric_limits<std::int64_t>::max();
        fixture.start();
        fixture.service->setControl("slow", Fixture::number(1));
        fixture.service->watch({"base"});
        QTRY_VERIFY(fixture.service->rowsOf("base"));
        QCOMPARE(fixture.service->rowsOf("base")->state, ElementRows::State::Waiting);
        QElapsedTimer clock;
        clock.start();
        fixture.service->setControl("slow", std::nullopt);
        QTRY_COMPARE(fixture.service->rowsOf("base")->state, ElementRows::State::Ready);
        QVERIFY2(clock.elapsed() < 300, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(fixture.wait());
        bool stopped = false;
        for (const auto &run : fixture.service->runs())
            stopped = stopped || run.cancelled;
        QVERIFY(stopped);
        // Out of sight: stopped too. And a service that goes does not wait for its queries.
        fixture.service->setControl("slow", Fixture::number(1));
        QTRY_COMPARE(fixture.service->rowsOf("base")->state, ElementRows::State::Waiting);
        fixture.service->watch({});
        QVERIFY(fixture.wait());
        fixture.service->watch({"base"});
        QTRY_VERIFY(fixture.service->isBusy());
        clock.restart();
        fixture.service.reset();
        QVERIFY2(clock.elapsed() < 300, qPrintable(QString::number(clock.elapsed())));
    }

    void manyEditsInARowEndInTheLast()
    {
        Fixture fixture;
        fixture.start();
        fixture.service->watch({"kpi", "base", "items"});
        for (int factor = 1; factor <= 50; ++factor) {
            fixture.service->setControl("pFactor", Fixture::number(factor));
            if (factor % 7 == 0)
                QCoreApplication::processEvents();
        }
        QVERIFY(fixture.wait());
        QCOMPARE(fixture.first("kpi"), Value(350));
    }

    void theSameSynchronously()
    {
        Fixture fixture;
        const auto connection = std::move(*adapters::SqliteConnection::open(fixture.store->databasePath()));
        model::query::QueryOptions options;
        options.now = fixture.settings.clock();
        adapters::LocalTables tables(*fixture.store, fixture.settings.local, fixture.workbook, options.now);
        const model::NameIndex names(fixture.workbook);
        const ElementRows rows = adapters::runElement(fixture.workbook, names, "kpi", options, tables, *connection);
        QVERIFY2(rows.state == ElementRows::State::Ready, qPrintable(rows.failure));
        QCOMPARE(rows.main->columns[0].data.at(0), Value(7));
        const ElementRows cut =
            adapters::runElement(fixture.workbook, names, "base", options, tables, *connection, {2, {}});
        QVERIFY(cut.cut);
        QCOMPARE(cut.main->rowCount(), std::size_t(2));
        QCOMPARE(adapters::runElement(fixture.workbook, names, "nowhere", options, tables, *connection).state,
                 ElementRows::State::NoData);
    }
};

QTEST_GUILESS_MAIN(TestQueryService)
#include "tst_query_service.moc"
