// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <unistd.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/workspace/connection.h"
#include "adapters/workspace/journal_codec.h"
#include "adapters/workspace/sigds_sql.h"
#include "adapters/workspace/sigds_tables.h"
#include "adapters/workspace/workspace.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "tests/support/random_edits.h"

using namespace tessera;
using namespace tessera::adapters;
using model::Json;
using model::sql::Dialect;
using test::RandomEdits;

namespace {

model::Workbook planning()
{
    model::Workbook workbook;
    workbook.meta = {{"name", "It's a \"plan\""}, {"workbookId", "wb-1"}};
    workbook.contents = {{"schemaVersion", 1}, {"elements", nullptr}, {"settings", {{"theme", "dark"}}}};
    workbook.pages.append(model::Object("p", {{"id", "p"}, {"name", "Page"}}));
    const Json action = {
        {"id", "save"},
        {"name", "Save"},
        {"trigger", {{"on", "on-click"}, {"condition", {{"type", "formula"}, {"formula", "[x] > 1"}}}}},
        {"state", "disabled"},
        {"effects",
         {{{"effect", "insert-rows"}, {"tableElementId", "plan"}, {"values", Json::object()}},
          {{"effect", "if-else"},
           {"if",
            {{"condition", {{"type", "formula"}, {"formula", "True"}}},
             {"effects", {{{"effect", "open-overlay"}, {"overlayId", "done"}}}}}}}}}};
    workbook.elements.append(model::Object("go", {{"id", "go"}, {"kind", "button"}, {"actions", {action}}}));
    workbook.elements.append(model::Object(
        "plan",
        {{"id", "plan"},
         {"kind", "input-table"},
         {"inputMode", "edit"},
         {"source", {{"kind", "linked"}, {"from", "base"}}},
         {"columns", {{{"id", "c1"}, {"type", "text"}, {"values", {"a", "b"}}}, {{"id", "c2"}, {"type", "number"}}}}}));
    workbook.elements.append(model::Object("region", {{"id", "region"},
                                                      {"kind", "control"},
                                                      {"controlId", "Region"},
                                                      {"controlType", "list"},
                                                      {"values", {"West"}}}));
    model::LayoutSubtree page{1, {model::NodeKind::Page, "p", {}, 24, {}}, {}};
    model::LayoutSubtree tabs{2, {model::NodeKind::TabbedContainer, "tabs", model::GridRect{0, 0, 24, 8}, 24, {}}, {}};
    tabs.children.push_back({3, {model::NodeKind::Tab, "", {}, 24, {}}, {}});
    tabs.children[0].children.push_back(
        {4, {model::NodeKind::Element, "plan", model::GridRect{0, 0, 12, 8}, 24, {}}, {}});
    page.children.push_back(tabs);
    page.children.push_back({5, {model::NodeKind::Element, "go", model::GridRect{0, 8, 4, 2}, 24, {}}, {}});
    workbook.layout.insert(model::rootNode, 0, page);
    return workbook;
}

model::MemoryRowStore planningRows()
{
    model::MemoryRowStore rows;
    rows.load("plan",
              {{1, {{"c1", "it's"}, {"c2", 1.5}}}, {3, {{"c1", "back\\slash\nline \xc3\xa9"}, {"c2", nullptr}}}});
    return rows;
}

QByteArray text(const Json &json)
{
    return QByteArray::fromStdString(model::writeJson(json));
}

const SigdsRow *rowOf(const SigdsRows &rows, SigdsTableId table, const std::string &id)
{
    for (const SigdsRow &row : rows.of(table)) {
        if (row.at(1) == id)
            return &row;
    }
    return nullptr;
}

// Runs a script statement by statement; the first error, or "".
QString runScript(QSqlDatabase &database, const std::string &script)
{
    QString statement;
    for (const QString &line : model::toQString(script).split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("--")))
            continue;
        statement += line + QLatin1Char('\n');
        if (!line.endsWith(QLatin1Char(';')))
            continue;
        QSqlQuery query(database);
        if (!query.exec(statement))
            return query.lastError().text() + QStringLiteral(" in ") + statement.left(300);
        statement.clear();
    }
    return statement.trimmed();
}

} // namespace

class TestSigds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomWorkbooksComeBackExactly()
    {
        for (unsigned seed = 1; seed <= 150; ++seed) {
            RandomEdits random(seed);
            model::Document document(random.workbook(static_cast<int>(seed % 40)));
            for (int i = 0; i < 20; ++i)
                QVERIFY(random.step(document));
            const SigdsRows rows = sigdsRows(document.workbook(), "w");
            const auto back = workbookFromSigds(rows);
            QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
            QVERIFY2(*back == document.workbook(), qPrintable(QStringLiteral("seed %1").arg(seed)));
            for (const SigdsTableId table :
                 {SigdsTableId::LayoutElements, SigdsTableId::Actions, SigdsTableId::ActionSequences,
                  SigdsTableId::Variables, SigdsTableId::InputTables}) {
                std::set<std::string> ids;
                for (const SigdsRow &row : rows.of(table)) {
                    QCOMPARE(static_cast<int>(row.size()), sigdsValueCount(sigdsTable(table)));
                    QVERIFY(ids.insert(row.at(1).get<std::string>()).second);
                }
            }
        }
    }

    void theWorkspaceTablesFollowTheEdits()
    {
        QTemporaryDir folder;
        auto opened = Workspace::open(folder.filePath(QStringLiteral("w.tessera")));
        QVERIFY(opened);
        Workspace &workspace = **opened;
        RandomEdits random(77);
        const auto id = workspace.create(random.workbook(20));
        QVERIFY(id);
        auto document = makeDocument(*workspace.load(*id));
        QVERIFY(workspace.attach(*document, *id));
        for (int round = 0; round < 5; ++round) {
            const auto shown = workspace.loadFromTables(*id);
            QVERIFY2(shown, shown ? "" : qPrintable(shown.error().detail));
            QVERIFY(*shown == document->workbook());
            for (int i = 0; i < 30; ++i)
                QVERIFY(random.step(*document));
        }
    }

    void theColumnsSayWhatTheyShould()
    {
        const SigdsRows rows = sigdsRows(planning(), "wb-1");
        const SigdsRow *plan = rowOf(rows, SigdsTableId::LayoutElements, "plan");
        QVERIFY(plan);
        QCOMPARE(text(plan->at(2)), text(Json("input-table")));
        QCOMPARE(text(plan->at(4)), text(Json("node-3"))); // the tab
        QCOMPARE(text(plan->at(6)), text(Json(2)));        // page 0, tabbed container 1
        const SigdsRow *page = rowOf(rows, SigdsTableId::LayoutElements, "p");
        QVERIFY(page);
        QCOMPARE(text(page->at(5)), text(Json({"node-2", "go"})));
        const SigdsRow *table = rowOf(rows, SigdsTableId::InputTables, "plan");
        QVERIFY(table);
        QCOMPARE(text(table->at(2)), text(Json("linked")));
        QCOMPARE(text(table->at(4)), text(Json("draft")));
        QCOMPARE(text(table->at(5).at("c1").at("values")), text(Json({"a", "b"})));
        const SigdsRow *sequence = rowOf(rows, SigdsTableId::ActionSequences, "save");
        QVERIFY(sequence);
        QCOMPARE(text(sequence->at(3).at("host")), text(Json("go")));
        QCOMPARE(text(sequence->at(4).at("formula")), text(Json("[x] > 1")));
        QCOMPARE(text(sequence->at(5)), text(Json({"save/0", "save/1"})));
        QCOMPARE(text(sequence->at(9)), text(Json(true)));
        const SigdsRow *insert = rowOf(rows, SigdsTableId::Actions, "save/0");
        QVERIFY(insert);
        QCOMPARE(text(insert->at(2)), text(Json("insert-rows")));
        QCOMPARE(text(insert->at(4)), text(Json("plan")));
        const SigdsRow *inner = rowOf(rows, SigdsTableId::Actions, "save/1/if/effects/0");
        QVERIFY(inner);
        QCOMPARE(text(inner->at(4)), text(Json("done")));
        const SigdsRow *control = rowOf(rows, SigdsTableId::Variables, "region");
        QVERIFY(control);
        QCOMPARE(text(control->at(2)), text(Json("Region")));
        QCOMPARE(text(control->at(4)), text(Json({{"values", {"West"}}})));
        QVERIFY(rowOf(rows, SigdsTableId::Variables, "contents/settings"));
    }

    void sqliteRunsTheScriptAndReadsTheWorkbookBack_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {0u, 5u, 6u, 7u})
            QTest::addRow("seed %u", seed) << seed;
    }
    void sqliteRunsTheScriptAndReadsTheWorkbookBack()
    {
        QFETCH(unsigned, seed);
        const model::Workbook workbook = seed ? RandomEdits(seed).workbook(25) : planning();
        const std::string script = sigdsSql(workbook, planningRows(), Dialect::Sqlite);
        QCOMPARE(QByteArray::fromStdString(script),
                 QByteArray::fromStdString(sigdsSql(workbook, planningRows(), Dialect::Sqlite)));
        QTemporaryDir folder;
        auto connection = Connection::open(folder.filePath(QStringLiteral("x.db")), Connection::Mode::ReadWrite);
        QVERIFY(connection);
        const auto ran = (*connection)->runScript(model::toQString(script));
        QVERIFY2(ran, ran ? "" : qPrintable(ran.error().detail));
        SigdsRows rows;
        for (int t = 0; t < sigdsTableCount; ++t) {
            const SigdsTable &table = sigdsTable(static_cast<SigdsTableId>(t));
            const auto add = [&](const QSqlQuery &query) -> model::Result<void> {
                SigdsRow row;
                for (int i = 0; i < sigdsValueCount(table); ++i) {
                    const QVariant value = query.value(i);
                    row.push_back(value.isNull() ? Json()
                                  : table.columns[static_cast<std::size_t>(i)].type == SigdsType::Json
                                      ? *jsonFromText(value.toString())
                                      : Json(model::toUtf8(value.toString())));
                }
                rows.tables[t].push_back(std::move(row));
                return {};
            };
            QVERIFY((*connection)->each(QStringLiteral("SELECT * FROM ") + model::toQString(table.name), {}, add));
        }
        const auto back = workbookFromSigds(rows);
        QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
        QVERIFY(*back == workbook);
        if (seed == 0) {
            QCOMPARE(static_cast<int>(rows.of(SigdsTableId::InputRows).size()), 2);
            QCOMPARE(text(rows.of(SigdsTableId::InputRows)[1].at(4).at("c1")),
                     text(Json("back\\slash\nline \xc3\xa9")));
        }
    }

    void everyDialectHasItsForm_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QString>("jsonColumn");
        QTest::addColumn<QString>("jsonValue");
        QTest::addColumn<QString>("quoted");
        const auto row = [](Dialect dialect, const char *column, const char *value, const char *quoted) {
            QTest::newRow(std::string(model::sql::dialectName(dialect)).c_str())
                << static_cast<int>(dialect) << QString::fromLatin1(column) << QString::fromLatin1(value)
                << QString::fromLatin1(quoted);
        };
        row(Dialect::Sqlite, "config TEXT NOT NULL", "'{\"list\":", "'It''s a \"plan\"'");
        row(Dialect::Snowflake, "config VARIANT NOT NULL", "PARSE_JSON(column4)", "'It''s a \"plan\"'");
        row(Dialect::Bigquery, "config JSON NOT NULL", "PARSE_JSON('{\"list\":", "'It\\'s a \"plan\"'");
        row(Dialect::Databricks, "config STRING NOT NULL", "'{\"list\":", "'It\\'s a \"plan\"'");
        row(Dialect::Redshift, "config SUPER NOT NULL", "JSON_PARSE('{\"list\":", "'It''s a \"plan\"'");
        row(Dialect::Postgresql, "config JSONB NOT NULL", "}'::jsonb", "'It''s a \"plan\"'");
        row(Dialect::Mysql, "config JSON NOT NULL", "'{\"list\":", "'It''s a \"plan\"'");
    }
    void everyDialectHasItsForm()
    {
        QFETCH(int, dialect);
        QFETCH(QString, jsonColumn);
        QFETCH(QString, jsonValue);
        QFETCH(QString, quoted);
        const QString script = model::toQString(sigdsSql(planning(), planningRows(), static_cast<Dialect>(dialect)));
        for (const char *table : {"sigma_workbooks", "sigma_input_tables", "sigma_layout_elements", "sigma_actions",
                                  "sigma_action_sequences", "sigma_variables", "sigma_input_table_rows"}) {
            QVERIFY2(script.contains(QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (").arg(QLatin1String(table))),
                     table);
            QVERIFY2(script.contains(QStringLiteral("INSERT INTO %1 (").arg(QLatin1String(table))), table);
        }
        QVERIFY2(script.contains(jsonColumn), qPrintable(jsonColumn));
        QVERIFY2(script.contains(jsonValue), qPrintable(jsonValue));
        QVERIFY2(script.contains(quoted), qPrintable(quoted));
        // Quotes and brackets outside of texts are balanced.
        const bool backslash = script.contains(QLatin1String("back\\\\\\\\slash"));
        QCOMPARE(backslash, static_cast<Dialect>(dialect) != Dialect::Sqlite &&
                                static_cast<Dialect>(dialect) != Dialect::Postgresql);
    }

    void postgresqlRunsTheScript()
    {
        const QString bin = QStringLiteral("/usr/lib/postgresql/15/bin/");
        if (!QFile::exists(bin + QStringLiteral("initdb")) || !QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
            QSKIP("PostgreSQL 15 or Qt's driver for it is not installed (packages postgresql, libqt6sql6-psql)");
        QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)); // the server runs as another user
        quint16 port = 0;
        {
            QTcpServer probe;
            QVERIFY(probe.listen(QHostAddress::LocalHost));
            port = probe.serverPort();
        }
        const QString data = folder.filePath(QStringLiteral("data"));
        const auto asServer = [&](const QStringList &command) {
            const bool root = geteuid() == 0;
            const QString program = root ? QStringLiteral("runuser") : command.first();
            const QStringList arguments =
                root ? QStringList{QStringLiteral("-u"), QStringLiteral("postgres"), QStringLiteral("--")} + command
                     : command.mid(1);
            QProcess process;
            process.setStandardOutputFile(QProcess::nullDevice());
            process.setStandardErrorFile(QProcess::nullDevice());
            process.setWorkingDirectory(QStringLiteral("/"));
            process.start(program, arguments);
            return process.waitForFinished(90000) && process.exitCode() == 0;
        };
        if (!asServer({bin + QStringLiteral("initdb"), QStringLiteral("-D"), data, QStringLiteral("-A"),
                       QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                       QStringLiteral("--no-sync")}))
            QSKIP("initdb does not run here");
        QVERIFY(asServer({bin + QStringLiteral("pg_ctl"), QStringLiteral("-D"), data, QStringLiteral("-l"),
                          folder.filePath(QStringLiteral("log")), QStringLiteral("-o"),
                          QStringLiteral("-p %1 -k %2 -h 127.0.0.1").arg(port).arg(folder.path()), QStringLiteral("-w"),
                          QStringLiteral("start")}));
        QString problem;
        QString name;
        int rows = 0;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("pg"));
            database.setHostName(QStringLiteral("127.0.0.1"));
            database.setPort(port);
            database.setDatabaseName(QStringLiteral("postgres"));
            database.setUserName(geteuid() == 0 ? QStringLiteral("postgres") : qEnvironmentVariable("USER"));
            problem = database.open() ? runScript(database, sigdsSql(planning(), planningRows(), Dialect::Postgresql))
                                      : database.lastError().text();
            if (problem.isEmpty()) {
                QSqlQuery query(database);
                query.exec(QStringLiteral("SELECT properties->'meta'->>'name' FROM sigma_workbooks"));
                name = query.next() ? query.value(0).toString() : query.lastError().text();
                query.exec(QStringLiteral(
                    "SELECT count(*) FROM sigma_input_table_rows WHERE row_values->>'c1' LIKE '%line%'"));
                rows = query.next() ? query.value(0).toInt() : -1;
            }
            for (unsigned seed = 20; seed < 24 && problem.isEmpty(); ++seed) {
                QSqlQuery(database).exec(
                    QStringLiteral("DROP TABLE sigma_workbooks, sigma_layout_elements, sigma_actions, "
                                   "sigma_action_sequences, sigma_variables, sigma_input_tables, "
                                   "sigma_input_table_rows"));
                problem =
                    runScript(database, sigdsSql(RandomEdits(seed).workbook(20), planningRows(), Dialect::Postgresql));
            }
            database.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("pg"));
        QVERIFY(asServer({bin + QStringLiteral("pg_ctl"), QStringLiteral("-D"), data, QStringLiteral("-m"),
                          QStringLiteral("immediate"), QStringLiteral("stop")}));
        if (geteuid() == 0)
            asServer({QStringLiteral("rm"), QStringLiteral("-rf"), data, folder.filePath(QStringLiteral("log"))});
        QCOMPARE(problem, QString());
        QCOMPARE(name, QStringLiteral("It's a \"plan\""));
        QCOMPARE(rows, 1);
    }

    void mariadbRunsTheScript()
    {
        const QString server = QStandardPaths::findExecutable(
            QStringLiteral("mariadbd"),
            {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/sbin")});
        const QString client = QStandardPaths::findExecutable(QStringLiteral("mariadb"));
        const QString installer = QStandardPaths::findExecutable(QStringLiteral("mariadb-install-db"));
        if (server.isEmpty() || client.isEmpty() || installer.isEmpty())
            QSKIP("MariaDB is not installed (packages mariadb-server-core, mariadb-client-core)");
        QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7777));
        const QString user = geteuid() == 0 ? QStringLiteral("nobody") : qEnvironmentVariable("USER");
        const QString data = QStringLiteral("--datadir=") + folder.filePath(QStringLiteral("data"));
        const QString socket = QStringLiteral("--socket=") + folder.filePath(QStringLiteral("s"));
        const QString noDefaults = QStringLiteral("--no-defaults");
        QProcess install;
        install.start(installer, {noDefaults, data, QStringLiteral("--user=") + user, QStringLiteral("--skip-test-db"),
                                  QStringLiteral("--auth-root-authentication-method=normal")});
        if (!install.waitForFinished(90000) || install.exitCode() != 0)
            QSKIP("mariadb-install-db does not run here");
        QProcess running;
        running.setStandardErrorFile(folder.filePath(QStringLiteral("log")));
        running.start(server,
                      {noDefaults, data, socket, QStringLiteral("--user=") + user, QStringLiteral("--skip-networking"),
                       QStringLiteral("--pid-file=") + folder.filePath(QStringLiteral("pid"))});
        QVERIFY(running.waitForStarted());
        const auto stop = qScopeGuard([&] {
            running.terminate();
            running.waitForFinished(20000);
        });
        QString problem;
        const auto ask = [&](const std::string &sql, const QString &database) {
            QProcess process;
            process.start(client, {noDefaults, socket, QStringLiteral("--user=root"), QStringLiteral("--batch"),
                                   QStringLiteral("--skip-column-names"),
                                   QStringLiteral("--default-character-set=utf8mb4"), database});
            process.write(sql.data(), static_cast<qint64>(sql.size()));
            process.closeWriteChannel();
            process.waitForFinished(30000);
            problem = QString::fromUtf8(process.readAllStandardError());
            return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        };
        QTRY_COMPARE_WITH_TIMEOUT(ask("SELECT 1;", QStringLiteral("mysql")), QStringLiteral("1"), 30000);
        for (const unsigned seed : {0u, 20u, 21u}) {
            ask("DROP DATABASE IF EXISTS d; CREATE DATABASE d;", QStringLiteral("mysql"));
            const model::Workbook workbook = seed ? RandomEdits(seed).workbook(20) : planning();
            ask(sigdsSql(workbook, planningRows(), Dialect::Mysql), QStringLiteral("d"));
            QCOMPARE(problem, QString());
        }
        ask("DROP DATABASE d; CREATE DATABASE d;", QStringLiteral("mysql"));
        ask(sigdsSql(planning(), planningRows(), Dialect::Mysql), QStringLiteral("d"));
        QCOMPARE(ask("SELECT json_unquote(json_extract(properties, '$.meta.name')) FROM sigma_workbooks;",
                     QStringLiteral("d")),
                 QStringLiteral("It's a \"plan\""));
        QCOMPARE(ask("SELECT count(*) FROM sigma_input_table_rows WHERE json_value(row_values, '$.c1') LIKE '%line%';",
                     QStringLiteral("d")),
                 QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(TestSigds)
#include "tst_sigds.moc"
