// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

#include "adapters/csv/csv_reader.h"
#include "adapters/csv/csv_writer.h"

using namespace tessera::adapters;

namespace {

using Table = std::vector<std::vector<std::string>>;

// Gives its bytes in odd pieces, so that every boundary inside a record is met.
class Trickle : public QIODevice
{
public:
    Trickle(QByteArray bytes, qint64 step) : m_bytes(std::move(bytes)), m_step(step) { open(ReadOnly | Unbuffered); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min({most, m_step, qint64(m_bytes.size()) - m_at});
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_step;
    qint64 m_at = 0;
};

// Endless text that never ends its record; counts what was asked for.
class Endless : public QIODevice
{
public:
    Endless(QByteArray pattern, qint64 total) : m_pattern(std::move(pattern)), m_total(total)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min(most, m_total - m_at);
        for (qint64 i = 0; i < count; ++i)
            data[i] = m_pattern.at((m_at + i) % m_pattern.size());
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_pattern;
    qint64 m_total;
    qint64 m_at = 0;
};

struct Outcome
{
    Table table;
    std::vector<std::int64_t> lines;
    int problems = 0;
    char delimiter = 0;
};

Outcome readAll(QIODevice &device, CsvOptions options = {})
{
    Outcome out;
    CsvReader reader(device, options);
    CsvRecord record;
    while (reader.next(record)) {
        out.table.emplace_back(record.fields.begin(), record.fields.end());
        out.lines.push_back(record.line);
        out.problems += int(record.problems.size());
    }
    out.delimiter = reader.delimiter();
    return out;
}

Outcome readText(const QByteArray &text, CsvOptions options = {})
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    return readAll(buffer, options);
}

QString shown(const Table &table)
{
    QStringList rows;
    for (const auto &row : table) {
        QStringList fields;
        for (const auto &field : row)
            fields << QString::fromStdString(field).replace(u'\n', u"\\n"_qs).replace(u'\r', u"\\r"_qs);
        rows << fields.join(u'|');
    }
    return rows.join(u" / "_qs);
}

long residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLong();
    }
    return 0;
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<int>("problems");
        const auto row = [](const char *name, const QByteArray &text, const char *rows, int problems = 0) {
            QTest::newRow(name) << text << QString::fromUtf8(rows) << problems;
        };
        row("plain", "a,b\n1,2\n", "a|b / 1|2");
        row("no line end at the end", "a,b\n1,2", "a|b / 1|2");
        row("CRLF", "a,b\r\n1,2\r\n", "a|b / 1|2");
        row("CR", "a,b\r1,2\r", "a|b / 1|2");
        row("blank lines", "\n\na,b\n\r\n\n1,2\n\n", "a|b / 1|2");
        row("empty fields", "a,b,c\n,,\n1,,\n", "a|b|c / || / 1||");
        row("trailing delimiter at the end", "a,b\n1,", "a|b / 1|");
        row("quotes", "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", "a|b / x,y|say \"hi\"");
        row("line ends in quotes", "a,b\n\"1\r\n2\",3\n", "a|b / 1\\r\\n2|3");
        row("quoted empty alone", "a\n\"\"\nx\n", "a /  / x");
        row("text behind a quote", "a,b\n\"x\"y,z\n", "a|b / xy|z");
        row("quote inside a plain field", "a,b\nx\"y,z\n", "a|b / x\"y|z");
        row("open quote", "a,b\n\"x,y\nz", "a|b / x,y\\nz", 1);
        row("ragged", "a,b\n1\n1,2,3\n", "a|b / 1 / 1|2|3");
        row("semicolons", "a;b;c\n1,5;2;3\n", "a|b|c / 1,5|2|3");
        row("tabs", "a\tb\n1\t2\n", "a|b / 1|2");
        row("bars", "a|b\n1|2\n", "a|b / 1|2");
        row("one column", "name\nWest\nEast\n", "name / West / East");
        row("delimiter in quotes does not count", "\"a;b;c\",d\n\"x;y;z\",e\n", "a;b;c|d / x;y;z|e");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2\n",
            "a|b / 1|2");
        row("accents", "näme\nÅse\n", "näme / Åse");
        row("bad UTF-8", "a,b\n\xFF,2\n", "a|b / \xEF\xBF\xBD|2", 1);
        row("zero bytes", QByteArray("a,b\n1\0 2,3\n", 11), "a|b / 1 2|3", 1);
        row("nothing", "", "");
        row("only line ends", "\r\n\n\r", "");
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rows);
        QFETCH(int, problems);
        const Outcome whole = readText(text);
        QCOMPARE(shown(whole.table), rows);
        QCOMPARE(whole.problems, problems);
        for (const qint64 step : {1, 2, 3, 5}) { // the same whatever the pieces are
            Trickle device(text, step);
            const Outcome pieces = readAll(device);
            QCOMPARE(shown(pieces.table), rows);
            QVERIFY(pieces.lines == whole.lines);
        }
    }

    void readsUtf16_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<bool>("mark");
        for (const bool mark : {true, false}) {
            QTest::newRow(mark ? "little endian, marked" : "little endian") << int(QStringConverter::Utf16LE) << mark;
            QTest::newRow(mark ? "big endian, marked" : "big endian") << int(QStringConverter::Utf16BE) << mark;
        }
        QTest::newRow("UTF-32, marked") << int(QStringConverter::Utf32LE) << true;
    }

    void readsUtf16()
    {
        QFETCH(int, encoding);
        QFETCH(bool, mark);
        QStringEncoder encoder(QStringConverter::Encoding(encoding),
                               mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        const QByteArray text = encoder.encode(u"region;amount\nWest \U0001F33F;12\n\"Nørth\";13\n"_qs);
        QCOMPARE(shown(readText(text).table), u"region|amount / West \U0001F33F|12 / Nørth|13"_qs);
    }

    void linesAreThoseOfTheFile()
    {
        const Outcome out = readText("h\n\n\"a\nb\nc\"\nd\r\n\r\ne\n");
        QVERIFY(out.lines == (std::vector<std::int64_t>{1, 3, 6, 8}));
    }

    void readIsTheInverseOfWrite()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const QByteArray alphabet("ab,;|\t\"\r\n \xC3\xA9", 12);
        for (int round = 0; round < 400; ++round) {
            const int columns = 1 + random.bounded(5);
            Table table;
            for (int r = 0; r < 1 + random.bounded(8); ++r) {
                std::vector<std::string> row;
                for (int c = 0; c < columns; ++c) {
                    std::string field;
                    for (int n = random.bounded(6); n > 0; --n) {
                        const int pick = random.bounded(11);
                        field += pick == 10 ? std::string("\xC3\xA9") : std::string(1, alphabet.at(pick));
                    }
                    row.push_back(field);
                }
                table.push_back(row);
            }
            const char delimiter = ",;\t|"[random.bounded(4)];
            QByteArray bytes;
            QBuffer out(&bytes);
            out.open(QIODevice::WriteOnly);
            CsvWriter writer(out, delimiter);
            for (const auto &row : table) {
                for (const auto &field : row)
                    writer.field(field);
                writer.endRow();
            }
            QVERIFY(writer.finish());
            Trickle in(bytes, 1 + random.bounded(7));
            const Outcome back = readAll(in, {delimiter});
            QVERIFY2(back.table == table, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(shown(table))));
            QCOMPARE(back.problems, 0);
        }
    }

    void anyBytesAreSurvived()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes(random.bounded(3000), '\0');
            for (char &byte : bytes)
                byte = random.bounded(3) ? ",\"\n\r;a\0\xFF"[random.bounded(8)] : char(random.bounded(256));
            const Outcome whole = readText(bytes, {','});
            Trickle in(bytes, 1 + random.bounded(9));
            const Outcome pieces = readAll(in, {','});
            // Pieces too small to show UTF-16 may read differently; what matters then is that they read at all.
            if (!whole.table.empty() && !pieces.table.empty() && whole.table.size() == pieces.table.size())
                QVERIFY2(whole.table == pieces.table, qPrintable(QString::number(seed)));
            for (const auto &row : whole.table) {
                for (const auto &field : row)
                    QVERIFY(QUtf8StringView(field.data(), qsizetype(field.size())).isValidUtf8());
            }
        }
    }

    void endlessRecordsKeepMemory_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::newRow("one plain field") << QByteArray("abcdefgh");
        QTest::newRow("an open quote behind a field") << QByteArray("a,\"bcdef");
        QTest::newRow("only delimiters") << QByteArray(",,,,,,,,");
        QTest::newRow("only quotes") << QByteArray("\"\"\"\"");
        QTest::newRow("zero bytes") << QByteArray(8, '\0');
        QTest::newRow("blank lines") << QByteArray("\r\n");
    }

    void endlessRecordsKeepMemory()
    {
        QFETCH(QByteArray, pattern);
        const long before = residentKb();
        Endless device(pattern, 60'000'000);
        CsvReader reader(device);
        CsvRecord record;
        int problems = 0;
        while (reader.next(record))
            problems += int(record.problems.size());
        QVERIFY(pattern == "\r\n" || problems > 0);
        QVERIFY2(residentKb() - before < 40'000, qPrintable(QString::number(residentKb() - before)));
    }

    void longFieldsAreCutAndReported()
    {
        const Outcome out =
            readText("a,b\n\"" + QByteArray(100, 'x') + "\"," + QByteArray(100, 'y') + "\nok,ok\n", {'\0', 64});
        QCOMPARE(out.problems, 1); // of one line, said once
        QCOMPARE(out.table[1][0].size(), std::size_t(64));
        QCOMPARE(out.table[1][1].size(), std::size_t(64));
        QVERIFY(out.table[2] == (std::vector<std::string>{"ok", "ok"}));
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
