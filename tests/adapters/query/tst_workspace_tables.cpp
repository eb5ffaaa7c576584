// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/query/local_tables.h"
#include "adapters/query/source_copies.h"
#include "adapters/workspace/workspace.h"
#include "model/table/row_edits.h"

using namespace tessera;
using adapters::LocalTables;
using adapters::Workspace;
using model::Json;
using model::Value;
using model::formula::ValueType;
using model::query::TableSource;

namespace {

TableSource warehouse(std::vector<std::string> path)
{
    TableSource source;
    source.connectionId = "c";
    source.name = path.back();
    source.path = std::move(path);
    return source;
}

// A workspace with one document, an input table in it, and tables on both.
class Fixture
{
public:
    Fixture()
    {
        model::Workbook workbook;
        workbook.elements.append(model::Object(
            "plan", {{"id", "plan"},
                     {"kind", "input-table"},
                     {"name", "Plan"},
                     {"source", {{"kind", "empty"}, {"connectionId", "c"}}},
                     {"columns",
                      Json::array({{{"id", "ID"}},
                                   {{"id", "n"}, {"name", "Name"}, {"type", "text"}},
                                   {{"id", "due"}, {"name", "Due"}, {"type", "datetime"}},
                                   {{"id", "ok"}, {"name", "Ok"}, {"type", "checkbox"}},
                                   {{"id", "tags"}, {"name", "Tags"}, {"type", "multi-select"}, {"values", {"a", "b"}}},
                                   {{"id", "UPDATED_AT"}},
                                   {{"id", "UPDATED_BY"}}})}}));
        workspace = std::move(*Workspace::open(path));
        id = *workspace->create(workbook);
        document = adapters::makeDocument(*workspace->load(id));
        (void)workspace->attach(*document, id);
        settings.workspace = path;
        settings.document = id;
        settings.samples = false;
    }
    QString csv(const QByteArray &text, const char *name = "Orders 2024.csv") const
    {
        const QString file_ = folder.filePath(QString::fromLatin1(name));
        QFile file(file_);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file_;
    }
    LocalTables tables()
    {
        settings.copies = adapters::sourceCopies(path, id).value_or(std::vector<adapters::SourceCopy>());
        return LocalTables(*store, settings, document->workbook(), *model::momentFromIso("2026-10-15"));
    }
    std::vector<std::vector<Value>> rows(const LocalTables &tables, const TableSource &source)
    {
        model::sql::Statement all;
        all.text = "SELECT * FROM " + tables.tableText(source);
        all.columns = tables.columnsOf(source).value_or(std::vector<model::query::Column>());
        const auto connection = std::move(*adapters::SqliteConnection::open(store->databasePath()));
        const auto result = connection->run(all);
        std::vector<std::vector<Value>> rows(result ? result->table.rowCount() : 0);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (const auto &column : result->table.columns)
                rows[row].push_back(column.data.at(row));
        }
        return rows;
    }
    void insert(std::vector<Json> values)
    {
        auto transaction =
            model::makeInsertRows(document->rows(), "plan", document->rows().count("plan"), std::move(values));
        transaction.author = "ada";
        if (!document->apply(transaction) || !workspace->flush())
            qFatal("no rows");
    }

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.tessera"));
    std::unique_ptr<Workspace> workspace;
    adapters::DocumentId id;
    std::unique_ptr<model::Document> document;
    adapters::LocalSettings settings;
    std::unique_ptr<adapters::TableStore> store = std::move(*adapters::TableStore::open());
};

TableSource plan()
{
    TableSource source;
    source.kind = TableSource::Kind::InputTable;
    source.elementId = "plan";
    return source;
}

} // namespace

class TestWorkspaceTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importedFilesAreFoundAgain()
    {
        Fixture fixture;
        const auto imported =
            adapters::importCsv(fixture.path, fixture.id, fixture.csv("ID,PAID_ON,NOTE\n1,2026-01-02,x\n2,,\n"));
        QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().message + imported.error().detail));
        QCOMPARE(imported->copy.path, std::vector<std::string>{"ORDERS_2024"});
        QCOMPARE(imported->shape.problemCount, 0);
        const auto copies = adapters::sourceCopies(fixture.path, fixture.id);
        QVERIFY(copies);
        QCOMPARE(copies->size(), std::size_t(1));
        QCOMPARE(copies->front().rows, 2);
        QVERIFY(copies->front().origin.endsWith(QStringLiteral("Orders 2024.csv")));
        QVERIFY(adapters::sourceCopies(fixture.path, QStringLiteral("another document"))->empty());
        const LocalTables tables = fixture.tables();
        const TableSource source = warehouse({"ORDERS_2024"});
        QCOMPARE(tables.columnsOf(source)->at(1).type, ValueType::Date);
        QCOMPARE(
            fixture.rows(tables, source),
            (std::vector<std::vector<Value>>{{1, *model::momentFromIso("2026-01-02"), "x"}, {2, Value(), Value()}}));
        QVERIFY(!tables.isSample(source));
        QVERIFY(tables.table(warehouse({"DB", "S", "orders_2024"}))); // by its last part, in any case
        QVERIFY(!tables.table(warehouse({"OTHER"})));
    }

    void anotherImportTakesThePlaceOfTheFirst()
    {
        Fixture fixture;
        QVERIFY(adapters::importCsv(fixture.path, fixture.id, fixture.csv("A\n1\n"), {{}, {"DB", "S", "T"}}));
        QCOMPARE(fixture.rows(fixture.tables(), warehouse({"DB", "S", "T"})), (std::vector<std::vector<Value>>{{1}}));
        QVERIFY(adapters::importCsv(fixture.path, fixture.id, fixture.csv("A,B\n2,3\n"), {{}, {"db", "s", "t"}}));
        QCOMPARE(fixture.rows(fixture.tables(), warehouse({"DB", "S", "T"})),
                 (std::vector<std::vector<Value>>{{2, 3}}));
        const auto copies = adapters::sourceCopies(fixture.path, fixture.id);
        QCOMPARE(copies->size(), std::size_t(1));
        QVERIFY(adapters::removeCopy(fixture.path, copies->front().id));
        QVERIFY(!adapters::removeCopy(fixture.path, copies->front().id));
        QVERIFY(adapters::sourceCopies(fixture.path, fixture.id)->empty());
    }

    void copiesGoAlongToAnotherWorkspace()
    {
        Fixture f;
        QVERIFY(adapters::importCsv(f.path, f.id, f.csv("Amount\n12\n13\n")).has_value());
        const QString elsewhere = f.folder.filePath(QStringLiteral("other.tessera"));
        auto other = Workspace::open(elsewhere);
        QVERIFY(other.has_value());
        const auto id = (*other)->create(f.document->workbook());
        QVERIFY(adapters::carryCopies(f.path, f.id, elsewhere, *id).has_value());
        const auto carried = adapters::sourceCopies(elsewhere, *id);
        QCOMPARE(carried->size(), std::size_t(1));
        QCOMPARE(carried->front().path, std::vector<std::string>{"ORDERS_2024"});
        f.settings.workspace = elsewhere;
        f.settings.copies = *carried;
        const LocalTables tables(*f.store, f.settings, f.document->workbook(), *model::momentFromIso("2026-10-15"));
        QCOMPARE(f.rows(tables, warehouse({"ORDERS_2024"})).size(), std::size_t(2));

        // A file that was changed outside begins a new document: its tables stay.
        const auto fresh = (*other)->startOver(*id, f.document->workbook(), {});
        QCOMPARE(adapters::sourceCopies(elsewhere, *fresh)->size(), std::size_t(1));
        QVERIFY(!adapters::carryCopies(f.folder.filePath(QStringLiteral("gone")), f.id, elsewhere, *id).has_value());
    }

    void nothingStaysOfAnImportThatFails()
    {
        Fixture fixture;
        QVERIFY(!adapters::importCsv(fixture.path, fixture.id, fixture.csv("")));
        std::stop_source source;
        source.request_stop();
        adapters::CsvLoadOptions options;
        options.stop = source.get_token();
        QByteArray text = "A\n";
        for (int i = 0; i < 20'000; ++i)
            text += "1\n";
        const auto stopped = adapters::importCsv(fixture.path, fixture.id, fixture.csv(text), {}, options);
        QVERIFY(!stopped && stopped.error().code == model::ErrorCode::Cancelled);
        QVERIFY(adapters::sourceCopies(fixture.path, fixture.id)->empty());
        const auto connection = std::move(
            *adapters::SqliteConnection::open(fixture.path.toStdString(), adapters::SqliteConnection::Access::Read));
        model::sql::Statement strays;
        strays.text = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'source_data%'";
        QCOMPARE(connection->run(strays)->table.columns[0].data.at(0), Value(0));
        QVERIFY(!adapters::importCsv(fixture.folder.filePath(QStringLiteral("none.tessera")), fixture.id,
                                     fixture.csv("A\n1\n")));
    }

    void theJournalGoesOnDuringAnImport()
    {
        Fixture fixture;
        QByteArray text = "A,B\n";
        for (int i = 0; i < 200'000; ++i)
            text += "12345,some text\n";
        const QString csv = fixture.csv(text);
        std::atomic<bool> done = false;
        bool imported = false;
        std::jthread importer([&] {
            imported = adapters::importCsv(fixture.path, fixture.id, csv).has_value();
            done = true;
        });
        int edits = 0;
        while (!done || edits < 3) {
            fixture.insert({{{"n", "row"}}});
            ++edits;
        }
        importer.join();
        QVERIFY(imported);
        QCOMPARE(fixture.tables().table(warehouse({"ORDERS_2024"})).value()->rows, 200'000);
        QCOMPARE(fixture.document->rows().count("plan"), edits);
    }

    void rowsOfInputTablesAreRead()
    {
        Fixture fixture;
        QVERIFY(fixture.tables().table(plan())); // empty, but a table
        QCOMPARE(fixture.rows(fixture.tables(), plan()).size(), std::size_t(0));
        fixture.insert({{{"n", "x"}, {"due", "2026-01-02"}, {"ok", true}, {"tags", {"a", "b"}}},
                        {{"n", "it's"}, {"due", "2026-01-02T03:04:05Z"}}});
        const LocalTables tables = fixture.tables();
        auto rows = fixture.rows(tables, plan());
        QCOMPARE(rows.size(), std::size_t(2));
        const auto columns = tables.columnsOf(plan());
        QCOMPARE((*columns)[0].name, std::string("ID"));
        QVERIFY(rows[0][5].isMoment()); // UPDATED_AT
        QCOMPARE(rows[0][6], Value("ada"));
        rows[0].resize(5);
        rows[1].resize(5);
        QCOMPARE(rows[0],
                 (std::vector<Value>{"1", "x", *model::momentFromIso("2026-01-02"), true, Json::array({"a", "b"})}));
        QCOMPARE(rows[1],
                 (std::vector<Value>{"2", "it's", *model::momentFromIso("2026-01-02 03:04:05"), Value(), Value()}));
        fixture.insert({{{"n", "third"}}});
        QCOMPARE(fixture.rows(fixture.tables(), plan()).size(), std::size_t(3));
        auto edit = model::makeSetCells(fixture.document->rows(), "plan", {{1, "n", "changed"}});
        QVERIFY(fixture.document->apply(*edit) && fixture.workspace->flush());
        QCOMPARE(fixture.rows(fixture.tables(), plan())[0][1], Value("changed"));
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceTables)
#include "tst_workspace_tables.moc"
