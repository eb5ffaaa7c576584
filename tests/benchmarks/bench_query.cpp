// SPDX-License-Identifier: GPL-3.0-or-later
// Local data: how long a large CSV takes to load, a chart over it to compute, a query to stop, and a page to fill. What
// the sqlite3 program needs for the same work on the same machine is the yardstick.
#include <atomic>
#include <thread>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "adapters/query/csv_import.h"
#include "adapters/query/query_service.h"
#include "tests/benchmarks/bench_table.h"

using namespace tessera;
using model::Json;
using model::query::TableSource;

namespace {

constexpr int largeRows = 1'000'000;
constexpr int pageRows = 100'000;
constexpr int pageElements = 40;

// Ten columns of every type; the same for the same number of rows.
void writeOrders(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for the benchmark's file");
    QByteArray block = "ID,CUSTOMER_ID,REGION,CATEGORY,PLACED_AT,QUANTITY,AMOUNT,DISCOUNT,PAID,NOTE\n";
    const char *regions[] = {"West", "East", "South", "North", "Central"};
    for (int i = 0; i < rows; ++i) {
        const unsigned hash = static_cast<unsigned>(i) * 2654435761u;
        char line[160];
        std::snprintf(line, sizeof line,
                      "%d,C%05u,%s,Category %u,20%02u-%02u-%02u %02u:%02u:00,%u,%u.%02u,0.%02u,%s,note %u\n", i + 1,
                      hash % 20011, regions[hash % 5], hash / 7 % 23, 24 + hash / 11 % 3, 1 + hash / 13 % 12,
                      1 + hash / 17 % 28, hash / 19 % 24, hash / 23 % 60, 1 + hash % 12, hash / 29 % 1000,
                      hash / 31 % 100, hash / 37 % 40, hash % 3 ? "true" : "false", hash / 41 % 997);
        block += line;
        if (block.size() > (1 << 20)) {
            file.write(block);
            block.clear();
        }
    }
    file.write(block);
}

// Milliseconds the sqlite3 program takes; 0 where there is none.
double shellTime(const QString &database, const QStringList &commands, QByteArray *output = nullptr)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("sqlite3"));
    if (program.isEmpty())
        return 0;
    return bench::millisecondsOf([&] {
        QProcess process;
        process.start(program, QStringList{QStringLiteral("-batch"), database} + commands);
        process.waitForFinished(-1);
        if (output)
            *output = process.readAllStandardOutput();
    });
}

model::sql::Statement statement(const char *sql)
{
    model::sql::Statement made;
    made.text = sql;
    return made;
}

Json column(const std::string &id, const std::string &formula, const std::string &name)
{
    return {{"id", id}, {"formula", formula}, {"name", name}};
}

// A base table and charts, tables and KPIs on it, all of them under one control.
model::Workbook pageOf(int elements)
{
    model::Workbook workbook;
    const Json source = {{"kind", "warehouse-table"}, {"connectionId", "c"}, {"path", {"DB", "S", "ORDERS"}}};
    workbook.elements.append(
        model::Object("base", {{"id", "base"},
                               {"kind", "table"},
                               {"name", "Orders"},
                               {"source", source},
                               {"columns", Json::array({column("region", "[ORDERS/Region]", "Region"),
                                                        column("category", "[ORDERS/Category]", "Category"),
                                                        column("placed", "[ORDERS/Placed At]", "Placed"),
                                                        column("amount", "[ORDERS/Amount]", "Amount"),
                                                        column("quantity", "[ORDERS/Quantity]", "Quantity")})}}));
    workbook.elements.append(model::Object(
        "control",
        {{"id", "control"},
         {"kind", "control"},
         {"controlType", "list"},
         {"controlId", "pRegion"},
         {"mode", "include"},
         {"selectionMode", "multiple"},
         {"values", Json::array()},
         {"source",
          {{"kind", "source"}, {"source", {{"kind", "table"}, {"elementId", "base"}}}, {"columnId", "region"}}},
         {"filters",
          Json::array({{{"source", {{"kind", "table"}, {"elementId", "base"}}}, {"columnId", "region"}}})}}));
    const Json base = {{"kind", "table"}, {"elementId", "base"}};
    const char *dimensions[] = {"[Orders/Region]", "[Orders/Category]", "DateTrunc(\"month\", [Orders/Placed])",
                                "DateTrunc(\"quarter\", [Orders/Placed])"};
    const char *measures[] = {"Sum([Orders/Amount])", "Sum([Orders/Quantity])", "Avg([Orders/Amount])",
                              "Count([Orders/Amount])"};
    for (int i = 2; i < elements; ++i) {
        const std::string id = "e" + std::to_string(i);
        const std::string measure = measures[i / 4 % 4] + std::string(i >= 18 ? " * " + std::to_string(i) : "");
        Json body = {
            {"id", id}, {"kind", i % 5 == 0 ? "kpi-chart" : "bar-chart"}, {"name", "Element " + id}, {"source", base}};
        if (i % 5 == 0) {
            body["columns"] = Json::array({column(id + "v", measure, "Value")});
            body["value"] = {{"columnId", id + "v"}};
        } else {
            body["columns"] =
                Json::array({column(id + "x", dimensions[i % 4], "By"), column(id + "y", measure, "Value")});
            body["xAxis"] = {{"columnId", id + "x"}};
            body["yAxis"] = {{"columnIds", Json::array({id + "y"})}};
        }
        workbook.elements.append(model::Object(id, std::move(body)));
    }
    return workbook;
}

void measureImport(bench::BenchTable &table, const QTemporaryDir &folder, const QString &csv)
{
    const QString theirs = folder.filePath(QStringLiteral("shell.sqlite"));
    const double shell = shellTime(theirs, {QStringLiteral(".import --csv \"%1\" ORDERS").arg(csv)});
    const double before = bench::peakMemoryMb();
    const std::string ours = folder.filePath(QStringLiteral("ours.sqlite")).toStdString();
    const auto connection = std::move(*adapters::SqliteConnection::open(ours));
    std::int64_t rows = 0;
    const double time = bench::millisecondsOf([&] {
        if (const auto shape = adapters::loadCsv(*connection, "ORDERS", csv))
            rows = shape->problemCount == 0 ? shape->rows : -1;
    });
    table.check("every row is loaded", rows == largeRows);
    const auto sum = connection->run(statement(
        "SELECT count(*), sum(ID), count(DISTINCT PAID) FROM ORDERS WHERE PLACED_AT >= '2024-01-01 00:00:00'"));
    table.check("and typed",
                sum && sum->table.columns[1].data.at(0) == model::Value(std::int64_t(largeRows) * (largeRows + 1) / 2));
    table.atMost("CSV import, 1,000,000 x 10, typed", time, shell > 0 ? 1.5 * shell : 5000, "ms");
    table.atMost("  memory it adds", std::max(0.0, bench::peakMemoryMb() - before), 40, "MB");
}

void measureOverhead(bench::BenchTable &table, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("ours.sqlite"));
    const auto connection = std::move(*adapters::SqliteConnection::open(path.toStdString()));
    const char *grouped = "SELECT REGION, CATEGORY, substr(PLACED_AT, 1, 7) AS m, sum(AMOUNT), count(*) FROM ORDERS "
                          "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
    std::size_t rows = 0;
    const double ours = bench::medianOf(3, [&] { rows = connection->run(statement(grouped))->table.rowCount(); });
    QByteArray output;
    std::vector<double> times;
    for (int i = 0; i < 4; ++i)
        times.push_back(shellTime(path, {QString::fromLatin1(grouped)}, &output));
    const double shell = bench::percentile(times, 0.5);
    table.check("as many rows as the sqlite3 program",
                shell <= 0 || static_cast<std::size_t>(output.count('\n')) == rows);
    if (shell > 0)
        table.atMost("Grouping 1,000,000 rows, beside the sqlite3 program", ours, 1.1 * shell, "ms");
}

void measureCancel(bench::BenchTable &table, const QTemporaryDir &folder)
{
    const auto connection =
        std::move(*adapters::SqliteConnection::open(folder.filePath(QStringLiteral("ours.sqlite")).toStdString()));
    std::vector<double> late;
    for (const int wait : {20, 100, 250, 400, 600}) {
        std::stop_source source;
        std::atomic<qint64> asked = 0;
        QElapsedTimer clock;
        clock.start();
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(wait));
            asked = clock.nsecsElapsed();
            source.request_stop();
        });
        const auto result = connection->run(
            statement("SELECT a.NOTE, b.NOTE, sum(a.AMOUNT) OVER (ORDER BY a.NOTE, b.ID) FROM ORDERS a, ORDERS b"),
            {10, source.get_token()});
        late.push_back(static_cast<double>(clock.nsecsElapsed() - asked) / 1e6);
        table.check("a stopped query gives nothing", !result);
    }
    table.atMost("Stopping a query over 1,000,000 rows, worst of 5", bench::percentile(late, 1), 100, "ms");
}

// A page of cards through the service, as the window does it.
class Page
{
public:
    Page(const QString &folder, int elements)
        : m_store(std::move(*adapters::TableStore::open()))
        , m_workbook(pageOf(elements))
    {
        adapters::QueryService::Settings settings;
        settings.local.dataFolder = folder;
        settings.clock = [] { return *model::momentFromIso("2026-10-15 12:00:00"); };
        m_service = std::make_unique<adapters::QueryService>(m_store, settings);
        m_service->setWorkbook(m_workbook, model::NameIndex(m_workbook));
    }
    adapters::QueryService &service() { return *m_service; }
    std::vector<model::Key> keys() const
    {
        std::vector<model::Key> all;
        for (const model::Object &element : m_workbook.elements)
            all.push_back(element.key());
        return all;
    }
    // Waits as a window does: asleep until something arrives.
    void finish()
    {
        QEventLoop loop;
        QObject::connect(m_service.get(), &adapters::QueryService::idle, &loop, &QEventLoop::quit);
        if (m_service->isBusy())
            loop.exec();
        QCoreApplication::processEvents();
    }
    int ready() const
    {
        int count = 0;
        for (const model::Key &key : keys()) {
            const auto rows = m_service->rowsOf(key);
            const bool isReady = rows && rows->state == model::query::ElementRows::State::Ready;
            count += isReady;
            if (!isReady)
                std::fprintf(stderr, "%s: %s\n", key.c_str(), rows ? qPrintable(rows->failure) : "nobody answered");
        }
        return count;
    }

private:
    std::shared_ptr<adapters::TableStore> m_store;
    model::Workbook m_workbook;
    std::unique_ptr<adapters::QueryService> m_service;
};

void measureChart(bench::BenchTable &table, const QTemporaryDir &folder)
{
    Page page(folder.path(), 5);
    page.service().watch({"base"}); // loads the table
    page.finish();
    const double time = bench::millisecondsOf([&] {
        page.service().watch({"e2"});
        page.finish();
    });
    const auto rows = page.service().rowsOf("e2");
    table.check("a chart has its months", rows && rows->main && rows->main->rowCount() == 36);
    table.atMost("Chart by month over 1,000,000 rows", time, 1000, "ms");
}

void measurePage(bench::BenchTable &table)
{
    QTemporaryDir folder;
    writeOrders(folder.filePath(QStringLiteral("ORDERS.csv")), pageRows);
    Page page(folder.path(), pageElements);
    const double first = bench::millisecondsOf([&] {
        page.service().watch(page.keys());
        page.finish();
    });
    table.check("every element of the page is there", page.ready() == pageElements);
    table.atMost("Page of 40 elements over 100,000 rows, with loading", first, 1000, "ms");
    std::vector<double> times;
    for (const char *region : {"West", "East", "South"}) {
        model::query::ControlValue value;
        value.values = {model::Value(region)};
        times.push_back(bench::millisecondsOf([&] {
            page.service().setControl("pRegion", value);
            page.finish();
        }));
    }
    table.atMost("  one control changes, all elements again", bench::percentile(times, 0.5), 300, "ms");
    table.check("and is there again", page.ready() == pageElements);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    bench::BenchTable table;
    if (app.arguments().contains(QStringLiteral("--page"))) { // alone, for a profiler
        measurePage(table);
        return table.finish();
    }
    QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("ORDERS.csv"));
    writeOrders(csv, largeRows);
    measureImport(table, folder, csv);
    measureOverhead(table, folder);
    measureCancel(table, folder);
    measureChart(table, folder);
    measurePage(table);
    return table.finish();
}
