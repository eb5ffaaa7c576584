// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/query/run_element.h"

using namespace tessera;
using adapters::LocalTable;
using adapters::LocalTables;
using model::Json;
using model::Value;
using model::formula::ValueType;
using model::query::TableSource;

namespace {

class Folder
{
public:
    QString path() const { return m_dir.path(); }
    void write(const char *name, const QByteArray &text) const
    {
        const QString path = m_dir.filePath(QString::fromLatin1(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
    }

private:
    QTemporaryDir m_dir;
};

TableSource warehouse(std::vector<std::string> path)
{
    TableSource source;
    source.connectionId = "c";
    source.name = path.back();
    source.path = std::move(path);
    return source;
}

TableSource source(TableSource::Kind kind, std::string element, std::string name = {})
{
    TableSource made;
    made.kind = kind;
    made.elementId = std::move(element);
    made.name = std::move(name);
    return made;
}

// One state of a workbook over a folder.
struct Fixture
{
    std::unique_ptr<adapters::TableStore> store = std::move(*adapters::TableStore::open());
    adapters::LocalSettings settings;
    model::Workbook workbook;
    model::Moment now = *model::momentFromIso("2026-10-15 12:00:00");

    explicit Fixture(const Folder &folder)
    {
        settings.dataFolder = folder.path();
        settings.samples = false;
    }
    LocalTables tables() { return LocalTables(*store, settings, workbook, now); }
    std::vector<std::vector<Value>> rows(const LocalTables &tables, const TableSource &table)
    {
        model::sql::Statement all;
        all.text = "SELECT * FROM " + tables.tableText(table);
        all.columns = tables.columnsOf(table).value_or(std::vector<model::query::Column>());
        const auto connection = std::move(*adapters::SqliteConnection::open(store->databasePath()));
        const auto result = connection->run(all);
        if (!result)
            return {};
        std::vector<std::vector<Value>> rows(result->table.rowCount());
        for (const auto &column : result->table.columns) {
            for (std::size_t row = 0; row < rows.size(); ++row)
                rows[row].push_back(column.data.at(row));
        }
        return rows;
    }
};

} // namespace

class TestLocalTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warehouseTablesAreFoundByTheLastPartOrMore()
    {
        const Folder folder;
        folder.write("ORDERS.csv", "ID,AMOUNT\n1,2.5\n");
        folder.write("A.S.ITEMS.csv", "ID\n1\n");
        folder.write("B.S.ITEMS.csv", "ID\n2\n");
        folder.write("customers.csv", "ID\n3\n");
        Fixture fixture(folder);
        const LocalTables tables = fixture.tables();
        QCOMPARE(fixture.rows(tables, warehouse({"DB", "S", "ORDERS"})), (std::vector<std::vector<Value>>{{1, 2.5}}));
        QCOMPARE(fixture.rows(tables, warehouse({"A", "S", "ITEMS"})), (std::vector<std::vector<Value>>{{1}}));
        QCOMPARE(fixture.rows(tables, warehouse({"B", "S", "ITEMS"})), (std::vector<std::vector<Value>>{{2}}));
        QCOMPARE(fixture.rows(tables, warehouse({"X", "CUSTOMERS"})), (std::vector<std::vector<Value>>{{3}}));
        QCOMPARE(tables.tableText(warehouse({"DB", "S", "ORDERS"})), std::string("\"ORDERS\""));
        QVERIFY(!tables.isSample(warehouse({"DB", "S", "ORDERS"})));
        const auto missing = tables.table(warehouse({"C", "S", "ITEMS"}));
        QVERIFY(!missing && missing.error().code == model::ErrorCode::NotFound);
        QVERIFY(missing.error().message.contains(QStringLiteral("ITEMS")));
        QVERIFY(!tables.columnsOf(warehouse({"..", "customers"})) ||
                tables.tableText(warehouse({"../customers"})).empty());
    }

    void scriptsModelsAndInputTablesHaveFoldersOfTheirOwn()
    {
        const Folder folder;
        folder.write("sql/el-1.csv", "Month,N\n2026-01-01,1\n");
        folder.write("data-model/Order View.csv", "Id,Region (CUSTOMER)\n1,West\n");
        folder.write("input/it-1.csv", "Name,tags,done,ID\nx,\"a,\"\"b,c\"\"\",true,r1\ny,,,r2\n");
        Fixture fixture(folder);
        fixture.workbook.elements.append(model::Object(
            "it-1", {{"id", "it-1"},
                     {"kind", "input-table"},
                     {"source", {{"kind", "empty"}, {"connectionId", "c"}}},
                     {"columns",
                      {{{"id", "ID"}},
                       {{"id", "c-name"}, {"name", "Name"}, {"type", "text"}},
                       {{"id", "tags"}, {"name", "Tags"}, {"type", "multi-select"}, {"values", {"a", "b,c"}}},
                       {{"id", "done"}, {"name", "Done"}, {"type", "checkbox"}},
                       {{"id", "due"}, {"name", "Due"}, {"type", "datetime"}},
                       {{"id", "twice"}, {"name", "Twice"}, {"formula", "2 * [X]"}}}}}));
        const LocalTables tables = fixture.tables();
        QCOMPARE(fixture.rows(tables, source(TableSource::Kind::Sql, "el-1", "Custom SQL")),
                 (std::vector<std::vector<Value>>{{*model::momentFromIso("2026-01-01"), 1}}));
        QCOMPARE(fixture.rows(tables, source(TableSource::Kind::DataModel, "m-1", "Order View")),
                 (std::vector<std::vector<Value>>{{1, "West"}}));
        const TableSource input = source(TableSource::Kind::InputTable, "it-1");
        const auto columns = tables.columnsOf(input);
        QVERIFY(columns);
        std::vector<std::string> names;
        for (const auto &column : *columns)
            names.push_back(column.name);
        QCOMPARE(names, (std::vector<std::string>{"c-name", "tags", "done", "ID", "due"}));
        QCOMPARE((*columns)[4].type, ValueType::Date);
        QCOMPARE(fixture.rows(tables, input),
                 (std::vector<std::vector<Value>>{{"x", Json::array({"a", "b,c"}), true, "r1", Value()},
                                                  {"y", Value(), Value(), "r2", Value()}}));
    }

    void typesCanBeSet()
    {
        const Folder folder;
        folder.write("T.csv", "CODE,N\n1,2\n");
        folder.write("types.json", R"({"T": {"code": "text"}, "sql/x": {"A": "number"}})");
        Fixture fixture(folder);
        QCOMPARE(fixture.rows(fixture.tables(), warehouse({"T"})), (std::vector<std::vector<Value>>{{"1", 2}}));
        folder.write("types.json", R"({"T": {"code": "variant"}})");
        QCOMPARE(fixture.rows(fixture.tables(), warehouse({"T"})), (std::vector<std::vector<Value>>{{Json(1), 2}}));
        folder.write("types.json", R"({"T": {"CODE": "money"}, "note": 3})");
        const auto wrong = fixture.tables().table(warehouse({"T"}));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().where.pointer, std::string("/T/CODE"));
        folder.write("types.json", "nonsense");
        QVERIFY(!fixture.tables().table(warehouse({"T"})));
    }

    void aFileThatChangesIsReadAgain()
    {
        const Folder folder;
        folder.write("T.csv", "N\n1\n");
        Fixture fixture(folder);
        const LocalTables before = fixture.tables();
        const auto first = before.table(warehouse({"T"}));
        QCOMPARE(fixture.tables().table(warehouse({"T"}))->get(), first->get());
        folder.write("T.csv", "N\n1\n22\n");
        const LocalTables after = fixture.tables();
        QCOMPARE(fixture.rows(after, warehouse({"T"})).size(), std::size_t(2));
        QVERIFY((*after.table(warehouse({"T"})))->version != (*first)->version);
        QCOMPARE(fixture.rows(before, warehouse({"T"})).size(), std::size_t(1)); // who planned before still can run
    }

    void brokenFilesSayWhy()
    {
        const Folder folder;
        folder.write("EMPTY.csv", "");
        folder.write("RAGGED.csv", "A,B\n1\n1,2,3\n1,2\n");
        Fixture fixture(folder);
        const LocalTables tables = fixture.tables();
        QVERIFY(!tables.table(warehouse({"EMPTY"})));
        QVERIFY(tables.tableText(warehouse({"EMPTY"})).empty());
        const auto ragged = tables.table(warehouse({"RAGGED"}));
        QVERIFY(ragged);
        QCOMPARE((*ragged)->problemCount, 2);
        QCOMPARE((*ragged)->rows, 2);
    }

    // A metric's formula stands in the folder; without it the sum of a column of its name does.
    void metricsOfADataModel()
    {
        const Folder folder;
        folder.write("data-model/Order View.csv", "Region,Amount,Cost,Margin\nWest,10,4,7\nEast,5,1,2\n");
        Fixture fixture(folder);
        const Json source = {{"kind", "data-model"}, {"dataModelId", "m"}, {"elementId", "e"}};
        const auto column = [](const char *id, const char *formula) {
            return Json{{"id", id}, {"name", id}, {"formula", formula}};
        };
        const auto kpi = [&](const char *id, const Json &from, const char *formula) {
            fixture.workbook.elements.append(model::Object(
                id, {{"id", id},
                     {"kind", "kpi-chart"},
                     {"source", from},
                     {"value", {{"columnId", "V"}}},
                     {"columns", Json::array({column("V", formula), column("R", "[Order View/Region]")})}}));
        };
        kpi("direct", source, "[Metrics/Margin] * 2");
        fixture.workbook.elements.append(model::Object(
            "base", {{"id", "base"},
                     {"kind", "table"},
                     {"name", "Base"},
                     {"source", source},
                     {"columns",
                      Json::array({column("Amount", "[Order View/Amount]"), column("Cost", "[Order View/Cost]")})}}));
        fixture.workbook.elements.append(
            model::Object("derived", {{"id", "derived"},
                                      {"kind", "kpi-chart"},
                                      {"source", {{"kind", "table"}, {"elementId", "base"}}},
                                      {"value", {{"columnId", "V"}}},
                                      {"columns", Json::array({column("V", "[Metrics/Margin]")})}}));
        const auto value = [&](const char *element, int problems) {
            const auto connection = std::move(*adapters::openForQueries(*fixture.store));
            LocalTables own = fixture.tables();
            const auto rows = adapters::runElement(fixture.workbook, model::NameIndex(fixture.workbook), element, {},
                                                   own, *connection);
            if (int(rows.query.problems.size()) != problems || !rows.main)
                return Value(rows.query.problems.empty() ? "no rows"
                                                         : rows.query.problems.front().message.toStdString());
            return rows.main->columns.front().data.at(0);
        };
        QCOMPARE(value("direct", 1), Value(std::int64_t(18)));
        folder.write("data-model/metrics.json", R"J({"Order View": {"margin": "Sum([Amount] - [Order View/Cost])"}})J");
        QCOMPARE(value("direct", 0), Value(std::int64_t(20)));
        QCOMPARE(value("derived", 0), Value(std::int64_t(10)));
    }

    void manyThreadsLoadATableOnce()
    {
        const Folder folder;
        QByteArray text = "N\n";
        for (int i = 0; i < 20'000; ++i)
            text += QByteArray::number(i) + '\n';
        folder.write("T.csv", text);
        Fixture fixture(folder);
        std::vector<std::int64_t> versions(8, 0);
        {
            std::vector<std::jthread> threads;
            for (std::int64_t &version : versions) {
                threads.emplace_back([&] {
                    const LocalTables tables = fixture.tables();
                    if (const auto table = tables.table(warehouse({"T"})))
                        version = (*table)->version;
                });
            }
        }
        QVERIFY(versions[0] > 0);
        QCOMPARE(versions, std::vector<std::int64_t>(8, versions[0]));
    }
};

QTEST_GUILESS_MAIN(TestLocalTables)
#include "tst_local_tables.moc"
