// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/csv/csv_preview.h"
#include "adapters/query/csv_import.h"
#include "model/base/text.h"

using namespace tessera;
using adapters::SqliteConnection;
using model::Value;
using model::formula::ValueType;

namespace {

struct Loaded
{
    model::Result<adapters::CsvShape> shape = model::fail(model::ErrorCode::Invalid, {});
    model::query::ResultTable rows;

    std::vector<std::vector<Value>> values() const
    {
        std::vector<std::vector<Value>> all(rows.rowCount());
        for (const auto &column : rows.columns) {
            for (std::size_t row = 0; row < all.size(); ++row)
                all[row].push_back(column.data.at(row));
        }
        return all;
    }
};

Loaded load(const QByteArray &bytes, const adapters::CsvLoadOptions &options = {})
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file");
    file.close();
    const auto connection = std::move(*SqliteConnection::open());
    Loaded loaded;
    loaded.shape = adapters::loadCsv(*connection, "t", path, options);
    if (!loaded.shape)
        return loaded;
    model::sql::Statement all;
    all.text = "SELECT * FROM t";
    all.columns = adapters::columnsOf(*loaded.shape);
    loaded.rows = std::move(connection->run(all)->table);
    return loaded;
}

Value moment(const char *iso)
{
    return *model::momentFromIso(iso);
}

} // namespace

class TestCsvImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variantsHoldJson()
    {
        adapters::CsvLoadOptions options;
        options.types = {{"meta", ValueType::Variant}};
        const Loaded loaded = load("id,meta\n1,\"{\"\"k\"\": [1, 2]}\"\n2,12\n3,{broken\n4,\n", options);
        QVERIFY(loaded.shape);
        QCOMPARE(loaded.values(),
                 (std::vector<std::vector<Value>>{
                     {1, model::Json{{"k", {1, 2}}}}, {2, model::Json(12)}, {3, Value()}, {4, Value()}}));
        QCOMPARE(loaded.shape->problemCount, 1);
        QCOMPARE(loaded.shape->problems.front().line, 4);
    }
    void aFileMayHaveNoHeader()
    {
        adapters::CsvLoadOptions options;
        options.header = false;
        const Loaded loaded = load("1;x\n2;y\n", options);
        QVERIFY(loaded.shape);
        QCOMPARE(loaded.shape->columns[1].name, std::string("Column 2"));
        QCOMPARE(loaded.values(), (std::vector<std::vector<Value>>{{1, "x"}, {2, "y"}}));
    }
    // The start of a file that is longer ends with a line, in every encoding.
    void previewsTheStart()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("long.csv"));
        for (const bool wide : {false, true}) {
            QString text = QStringLiteral("n,t\n");
            for (int i = 0; i < 60'000; ++i)
                text += QString::number(i) + QStringLiteral(",row\n");
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(wide ? QByteArray("\xFF\xFE") +
                                  QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)
                            : text.toUtf8());
            file.close();
            const auto start = adapters::readCsvStart(path);
            QVERIFY(start && !start->whole);
            const auto preview = adapters::previewCsv(*start, {});
            QVERIFY(preview);
            QCOMPARE(preview->shape.problemCount, 0);
            QCOMPARE(preview->rows.size(), 100u);
            QCOMPARE(preview->shape.columns[0].type, ValueType::Number);
            QCOMPARE(preview->rows[99][0].text, QStringLiteral("99"));
        }
        adapters::CsvScanOptions options;
        options.types = {{"t", ValueType::Number}};
        const auto preview = adapters::previewCsv({"n,t\n1,2\n2,x\n", true}, options);
        QVERIFY(preview && !preview->rows[1][1].suits && preview->rows[0][1].suits);
        QCOMPARE(preview->shape.problems.front().line, 3);
    }
    void typesAreDecidedOverAllRows_data()
    {
        QTest::addColumn<QByteArray>("cells"); // one per line
        QTest::addColumn<int>("type");
        const auto row = [](const char *name, const char *cells, ValueType type) {
            QTest::newRow(name) << QByteArray(cells) << static_cast<int>(type);
        };
        row("whole numbers", "1\n-2\n0\n,", ValueType::Number);
        row("fractions", "1.5\n-.25\n3.\n1e-3\n 7 ", ValueType::Number);
        row("the largest whole number", "9223372036854775807\n-9223372036854775808", ValueType::Number);
        row("too large for a whole number", "9223372036854775808", ValueType::Text);
        row("ids of 17 figures and more stay exact", "12345678901234567\n123456789012345678", ValueType::Number);
        row("leading zeros are codes", "1\n007", ValueType::Text);
        row("zero and fractions of one are numbers", "0\n0.5\n-0.5", ValueType::Number);
        row("a leading plus is no number", "+4917012345", ValueType::Text);
        row("separators between thousands are text", "\"1,234\"", ValueType::Text);
        row("not a number", "1\nNaN", ValueType::Text);
        row("infinity", "1e999", ValueType::Text);
        row("a dash", "-", ValueType::Text);
        row("logicals", "true\nFALSE\n,\nTrue", ValueType::Logical);
        row("yes is text", "yes", ValueType::Text);
        row("logicals and a number", "true\n1", ValueType::Text);
        row("days", "2026-04-21\n2024-02-29", ValueType::Date);
        row("moments", "2026-04-21T14:30:00Z\n2026-04-21 14:30\n2026-04-21 14:30:00.123456+02:00", ValueType::Date);
        row("no such day", "2026-02-30", ValueType::Text);
        row("days written otherwise", "21/04/2026", ValueType::Text);
        row("the last row decides", "1\n2\n3\nn/a", ValueType::Text);
        row("nothing at all", ",\n,", ValueType::Text);
    }
    void typesAreDecidedOverAllRows()
    {
        QFETCH(QByteArray, cells);
        QFETCH(int, type);
        QByteArray file = "a,b\n";
        for (QByteArray cell : cells.split('\n'))
            file += (cell == "," ? QByteArray() : cell) + ",x\n";
        const Loaded loaded = load(file);
        QVERIFY(loaded.shape);
        QCOMPARE(static_cast<int>(loaded.shape->columns[0].type), type);
        QCOMPARE(loaded.shape->problemCount, 0);
        QCOMPARE(loaded.rows.rowCount(), static_cast<std::size_t>(cells.split('\n').size()));
    }

    void valuesAreStoredTyped()
    {
        const Loaded loaded = load("n,l,d,t\r\n"
                                   "12345678901234567,true,2026-04-21,\" two\r\nlines \"\r\n"
                                   "0.1,false,2026-04-21T14:30:00+02:00,007\r\n"
                                   ",,,\r\n"
                                   "-0,TRUE,2026-04-21 14:30:00.500,\"\"\"q\"\"\"");
        QVERIFY(loaded.shape);
        QCOMPARE(loaded.shape->problemCount, 0);
        const auto rows = loaded.values();
        QCOMPARE(rows.size(), std::size_t(4));
        QCOMPARE(rows[0], (std::vector<Value>{12345678901234567.0, true, moment("2026-04-21"), " two\r\nlines "}));
        QCOMPARE(rows[1], (std::vector<Value>{0.1, false, moment("2026-04-21 12:30:00"), "007"}));
        QCOMPARE(rows[2], (std::vector<Value>{Value(), Value(), Value(), Value()}));
        QCOMPARE(rows[3], (std::vector<Value>{0.0, true, moment("2026-04-21 14:30:00.5"), "\"q\""}));
    }

    void wholeNumbersStayExact()
    {
        const Loaded loaded = load("id,x\n12345678901234567,1\n9223372036854775807,2\n");
        QCOMPARE(loaded.values()[0][0], Value(std::int64_t(12345678901234567)));
        QCOMPARE(loaded.values()[1][0], Value(std::int64_t(9223372036854775807)));
    }

    void roundedFractionsAreNamed()
    {
        const Loaded loaded = load("x,y\n1.5000000000000000000000,1\n0.12345678901234567891,2\n");
        QCOMPARE(loaded.shape->columns[0].type, ValueType::Number);
        QCOMPARE(loaded.shape->columns[0].rounded.line, 3);
        QVERIFY(adapters::evidenceOf(*loaded.shape)[2].contains(QStringLiteral("line 3")));
    }

    void raggedLinesAreListedAndTheRestImports()
    {
        const Loaded loaded = load("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12,,\n13,14,15\n");
        QVERIFY(loaded.shape);
        QCOMPARE(loaded.values(),
                 (std::vector<std::vector<Value>>{{1, 2, 3}, {4, 5, Value()}, {10, 11, 12}, {13, 14, 15}}));
        QCOMPARE(loaded.shape->problemCount, 2);
        QCOMPARE(loaded.shape->problems[0].line, 3);
        QVERIFY(loaded.shape->problems[0].reason.contains(QStringLiteral("2 of 3")));
        QCOMPARE(loaded.shape->problems[1].line, 4);
        QVERIFY(loaded.shape->problems[1].reason.contains(QStringLiteral("left out")));
        QCOMPARE(loaded.shape->rows, 4);
    }

    void headersBecomeUniqueNames()
    {
        const Loaded loaded = load(" Name ,name,,\"a\"\"b\"\n1,2,3,4\n");
        QVERIFY(loaded.shape);
        std::vector<std::string> names;
        for (const auto &column : loaded.shape->columns)
            names.push_back(column.name);
        QCOMPARE(names, (std::vector<std::string>{"Name", "name (2)", "Column 3", "a\"b"}));
        QCOMPARE(loaded.shape->problemCount, 2);
        QCOMPARE(loaded.rows.columns[3].name, std::string("a\"b"));
    }

    void encodingAndSeparatorsAreFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("evidence"); // a part of it
        QTest::newRow("UTF-8") << QByteArray("Größe,n\nä,1\n") << QStringLiteral("UTF-8: all of it");
        QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBFGröße,n\nä,1\n")
                                         << QStringLiteral("UTF-8: the file starts");
        const QByteArray windows = QByteArray("Gr\xF6\xDF"
                                              "e;n\n\xE4;1\n");
        QTest::newRow("Windows-1252") << windows << QStringLiteral("line 1 holds bytes that are no UTF-8");
        QByteArray wide;
        for (const char16_t c : u"Größe\tn\nä\t1\n"_qs.toStdU16String()) {
            wide += static_cast<char>(c & 0xff);
            wide += static_cast<char>(c >> 8);
        }
        QTest::newRow("UTF-16") << wide << QStringLiteral("UTF-16: every other byte");
        QTest::newRow("semicolons") << windows << QStringLiteral("“;”: it splits 2 of the first 2 lines into 2 fields");
        QTest::newRow("tabs") << wide << QStringLiteral("“tab”");
    }
    void encodingAndSeparatorsAreFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, evidence);
        const Loaded loaded = load(bytes);
        QVERIFY(loaded.shape);
        QCOMPARE(loaded.shape->columns[0].name, std::string("Größe"));
        QCOMPARE(loaded.values(), (std::vector<std::vector<Value>>{{"ä", 1}}));
        const QString said = adapters::evidenceOf(*loaded.shape).join(QLatin1Char('\n'));
        QVERIFY2(said.contains(evidence), qPrintable(said));
    }

    void brokenBytesInUtf8AreListed()
    {
        const Loaded loaded = load("a,b\nä,1\nx\xFFy,2\n");
        QVERIFY(loaded.shape);
        QCOMPARE(loaded.values()[1][0], Value("x\uFFFDy"));
        QCOMPARE(loaded.shape->problemCount, 1);
        QCOMPARE(loaded.shape->problems[0].line, 3);
    }

    void commasBeforeFractions()
    {
        const Loaded loaded = load("a;b\n1,5;x\n-2;y\n");
        QVERIFY(loaded.shape);
        QCOMPARE(loaded.shape->decimal, ',');
        QCOMPARE(loaded.values(), (std::vector<std::vector<Value>>{{1.5, "x"}, {-2.0, "y"}}));
        QVERIFY(load("a;b\n1,5;2.5\n").shape->decimal == '.'); // nobody can tell
    }

    void wishesDecideAndWhatDoesNotSuitIsListed()
    {
        adapters::CsvLoadOptions options;
        options.types = {{"A", ValueType::Text}, {"b", ValueType::Number}};
        const Loaded loaded = load("a,b\n1,2\n3,four\n", options);
        QVERIFY(loaded.shape);
        QCOMPARE(loaded.values(), (std::vector<std::vector<Value>>{{"1", 2}, {"3", Value()}}));
        QCOMPARE(loaded.shape->problemCount, 1);
        QCOMPARE(loaded.shape->problems[0].line, 3);
        QCOMPARE(loaded.shape->problems[0].column, QStringLiteral("b"));
    }

    void reportsProgressAndStops()
    {
        QByteArray bytes = "a,b\n";
        for (int i = 0; i < 100'000; ++i)
            bytes += "1,2\n";
        adapters::CsvLoadOptions options;
        double last = 0;
        bool rising = true;
        options.progress = [&](double share) {
            rising = rising && share >= last && share <= 1;
            last = share;
        };
        QVERIFY(load(bytes, options).shape);
        QVERIFY(rising && last > 0.9);
        std::stop_source source;
        options.progress = [&](double share) {
            if (share > 0.7)
                source.request_stop();
        };
        options.stop = source.get_token();
        const Loaded stopped = load(bytes, options);
        QVERIFY(!stopped.shape);
        QCOMPARE(stopped.shape.error().code, model::ErrorCode::Cancelled);
    }

    void nothingStaysOfAStoppedImport()
    {
        QTemporaryDir folder;
        const auto connection = std::move(*SqliteConnection::open());
        QVERIFY(!adapters::loadCsv(*connection, "t", folder.filePath(QStringLiteral("none.csv"))));
        QVERIFY(!adapters::loadCsv(*connection, "t", folder.path()));
        QVERIFY(!load("").shape);
        model::sql::Statement count;
        count.text = "SELECT count(*) FROM sqlite_schema";
        QCOMPARE(connection->run(count)->table.columns[0].data.at(0), Value(0));
    }
};

QTEST_GUILESS_MAIN(TestCsvImport)
#include "tst_csv_import.moc"
