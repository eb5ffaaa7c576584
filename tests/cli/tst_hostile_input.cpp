// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <quazip.h>
#include <quazipfile.h>
#include <quazipnewinfo.h>

#include <QTemporaryDir>
#include <QTest>

#include "tests/cli/measured_run.h"

using tessera::test::runMeasured;

// Files made to harm: each is read by the program as a process of its own, which must say what is wrong, where and what
// to do (or do its work), within 1 s and 200 MB. The bar holds for a release build; others get more time, and
// sanitizers, which keep books about every byte, more of everything.
class TestHostileInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesFiles_data();
    void refusesFiles();
    void readsWhatIsOnlyLarge_data();
    void readsWhatIsOnlyLarge();
    void namesWhatIsWrongInALayout_data();
    void namesWhatIsWrongInALayout();
    void checksLargeLayouts_data();
    void checksLargeLayouts();
    void checksManyElements();
    void refusesPackages_data();
    void refusesPackages();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double mostSeconds = 30, mostMegabytes = 4000;
#elif defined(NDEBUG)
constexpr double mostSeconds = 1, mostMegabytes = 200;
#else
constexpr double mostSeconds = 4, mostMegabytes = 200;
#endif

using Writer = std::function<void(QIODevice &)>;

// Piece by piece: what this process holds counts for the measured one, see runMeasured.
Writer text(QByteArray bytes)
{
    return [bytes = std::move(bytes)](QIODevice &file) { file.write(bytes); };
}

Writer repeated(QByteArray before, QByteArray piece, int times, QByteArray after)
{
    return [=](QIODevice &file) {
        file.write(before);
        const int block = 1000;
        const QByteArray blockBytes = piece.repeated(block);
        for (int i = 0; i < times / block; ++i)
            file.write(blockBytes);
        file.write(piece.repeated(times % block));
        file.write(after);
    };
}

Writer numbered(QByteArray before, const std::function<QByteArray(int)> &piece, int times, QByteArray after)
{
    return [=](QIODevice &file) {
        file.write(before);
        for (int i = 0; i < times; ++i)
            file.write(piece(i));
        file.write(after);
    };
}

QByteArray aliasBomb()
{
    QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + (before + ", ").repeated(8) +
                before + "]\n";
    }
    return bomb;
}

bool write(const QString &path, const Writer &writer)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    writer(file);
    return file.flush();
}

void addFile(const char *file, const Writer &writer, const char *says, int line = 0, int column = 0)
{
    const QByteArray place = line ? QByteArray::number(line) + ':' + QByteArray::number(column) + ": " : QByteArray();
    QTest::newRow(file) << QByteArray(file) << writer << place << QByteArray(says);
}

QByteArray layoutWith(const QByteArray &xml)
{
    return "contents:\n  pages: [{id: p}]\n  layout: |\n    " + xml + "\n";
}

bool addEntry(QuaZip &zip, const QString &name, qint64 size, const QByteArray &piece)
{
    QuaZipNewInfo info(name);
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::WriteOnly, info))
        return false;
    for (qint64 written = 0; written < size; written += piece.size())
        file.write(piece);
    file.close();
    return true;
}

void report(const tessera::test::MeasuredRun &run)
{
    qInfo("%.2f s, %.0f MB: %s", run.seconds, run.megabytes, run.said.left(160).simplified().constData());
}

} // namespace

Q_DECLARE_METATYPE(Writer)

void TestHostileInput::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Writer>("writer");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("says");
    addFile("aliases.yaml", text(aliasBomb()), "aliases of this file expand to too much", 6, 45);
    addFile("alias-bytes.yaml",
            repeated("pages: []\na: &a " + QByteArray(1'000'000, 'x') + "\nb: [", "*a, ", 1000, "*a]\n"),
            "aliases of this file expand to too much", 3, 69);
    addFile("brackets.yaml", text(QByteArray(100'000, '[')), "nested deeper than 100 levels", 1, 101);
    addFile("dashes.yaml", text(QByteArray("- ").repeated(20'000)), "nested deeper than 100 levels", 1, 201);
    addFile("braces.yaml", text("pages: " + QByteArray("{a: ").repeated(20'000)), "nested deeper than 100 levels", 1,
            404);
    addFile("deep.json", text("{\"contents\": " + QByteArray(100'000, '[')), "nested deeper than 100 levels", 1, 113);
    addFile("values.yaml", repeated("pages:\n", "- a\n", 2'000'000, ""), "more than 600,000 values", 600'000, 3);
    addFile("values.json", repeated("{\"pages\": [", "1,", 2'000'000, "1]}"), "more than 600,000 values", 1, 1'200'008);
    addFile("large.yaml", repeated("a: \"", "x", 34'000'000, "\"\n"), "files up to 32 MB are read");
    addFile("large.json", repeated("{\"a\": \"", "x", 34'000'000, "\"}"), "files up to 32 MB are read");
    addFile("twice.yaml", text("pages: []\npages: []\n"), "The key “pages” is given twice", 2, 1);
    addFile("twice.json", text("{\"pages\": [],\n\"pages\": []}"), "The key “pages” is given twice", 2, 1);
    addFile("twice-far.yaml",
            numbered(
                "pages: []\n", [](int i) { return "k" + QByteArray::number(i) + ": 1\n"; }, 200'000, "k5: 2\n"),
            "The key “k5” is given twice", 200'002, 1);
    addFile("latin1.yaml", text("pages: []\nx: \"\xC3\x28\"\n"), "not valid UTF-8", 2, 5);
    addFile("utf16.yaml", text(QByteArray("\xFF\xFEp\0a\0g\0e\0s\0:\0", 14)), "encoded as UTF-16", 1, 1);
    addFile("utf16.json", text(QByteArray("\0{\0\"\0p\0a", 8)), "encoded as UTF-16", 1, 1);
    addFile("nul.yaml", text(QByteArray("pages: []\nx: \0", 14)), "has a control character (code 0)", 2, 4);
    addFile("nan.yaml", text("pages: []\nx: .nan\n"), "is not a number that Sigma can store", 2, 4);
    addFile("inf.yaml", text("pages: []\nx: -.inf\n"), "is not a number that Sigma can store", 2, 4);
    addFile("inf.json", text("{\"pages\": [],\n\"x\": Infinity}"), "This is not valid JSON", 2, 6);
    addFile("block.yaml", text("pages: []\nx:\n  f: >-\n  $ x\n\n    y\n  g: 1\n"),
            "It is not clear whether this line belongs", 4, 3);
    addFile("package.yaml", text(QByteArray("PK\3\4\0\0\0\0\0\0", 10)), "binary file", 1, 3);
}

void TestHostileInput::refusesFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(Writer, writer);
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, says);
    QVERIFY(write(path(file.constData()), writer));
    const auto run = runMeasured(QStringLiteral(TESSERA_PROGRAM), {QStringLiteral("info"), path(file.constData())});
    report(run);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.said.contains(file), "the file is named");
    QVERIFY2(run.said.contains(file + ':' + place) || place.isEmpty(), run.said.constData());
    QVERIFY2(run.said.contains(says), run.said.constData());
    QVERIFY2(run.said.contains("\n    "), "what to do stands on the next line");
    QVERIFY2(run.seconds < mostSeconds, "too slow");
    QVERIFY2(run.megabytes < mostMegabytes, "too much memory");
}

void TestHostileInput::readsWhatIsOnlyLarge_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Writer>("writer");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("says");
    const QByteArray page = "contents:\n  pages: [{id: p}]\n  layout: |\n    <Page id=\"p\">\n";
    addFile("layout.yaml",
            repeated(page, "      <Element elementId=\"e\" gridColumn=\"1 / 2\" gridRow=\"3 / 4\"/>\n", 200'000,
                     "    </Page>\n"),
            "line 20004  The layout cannot be read completely: The layout has 200,001 entries; with more than 20,000");
    addFile("layout-of-many.yaml",
            numbered(
                page,
                [](int i) {
                    const QByteArray number = QByteArray::number(i);
                    return "      <Element elementId=\"element-" + number +
                           "\" gridColumn=\"1 / 2\" gridRow=\"1 / 2\"/>\n";
                },
                200'000, "    </Page>\n"),
            "Elements:");
    addFile("elements.yaml",
            numbered(
                "pages: [{id: p}]\nelements:\n",
                [](int i) { return "- {id: e" + QByteArray::number(i) + ", kind: text, body: x}\n"; }, 100'000, ""),
            "Elements:  100000");
    addFile("one-text.json", repeated("{\"pages\": [], \"a\": \"", "x", 33'000'000, "\"}"), "json");
    addFile("one-block.yaml", repeated("pages: []\na: |\n", "  " + QByteArray(97, 'x') + '\n', 320'000, ""), "yaml");
    addFile("keys.json",
            numbered(
                "{\"pages\":[],\"x\":{\"k\":1", [](int i) { return ",\"key" + QByteArray::number(i) + "\":1"; },
                400'000, "}}"),
            "json");
    addFile("numbers.yaml",
            text("pages: []\nx: 1e999999\nz: 0x" + QByteArray(1'000'000, 'f') + "\ny: " + QByteArray(1'000'000, '9') +
                 '\n'),
            "yaml");
    addFile("numbers.json", text("{\"pages\":[],\"x\":-1e999999,\"y\":" + QByteArray(1'000'000, '9') + '}'), "json");
}

void TestHostileInput::readsWhatIsOnlyLarge()
{
    QFETCH(QByteArray, file);
    QFETCH(Writer, writer);
    QFETCH(QByteArray, says);
    QVERIFY(write(path(file.constData()), writer));
    const auto run = runMeasured(QStringLiteral(TESSERA_PROGRAM), {QStringLiteral("info"), path(file.constData())});
    report(run);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.said.contains(says), run.said.constData());
    QVERIFY2(run.seconds < mostSeconds, "too slow");
    QVERIFY2(run.megabytes < mostMegabytes, "too much memory");
}

void TestHostileInput::namesWhatIsWrongInALayout_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QByteArray &xml, const char *says) {
        QTest::newRow(name) << xml << QByteArray(says);
    };
    row("document type", "<!DOCTYPE x [<!ENTITY a \"b\">]><Page id=\"&a;\"/>", "Document types are not accepted");
    row("entity", "<Page id=\"&lol;\"/>", "The entity “&lol;” is not accepted");
    row("character data", "<Page id=\"p\"/><![CDATA[x]]>", "This kind of markup is not accepted");
    row("depth", QByteArray("<Container>").repeated(5000), "nested deeper than 60 levels");
    row("number of tags", "<Page id=\"p\">" + QByteArray("<Element/>").repeated(200'000) + "</Page>",
        "has 200,001 entries; with more than 20,000 entries it is not read");
    row("attribute twice", "<Page id=\"p\" id=\"q\"/>", "is given twice");
    row("not closed", "<Page id=\"p\"><Element</Page>", "is not closed");
}

void TestHostileInput::namesWhatIsWrongInALayout()
{
    QFETCH(QByteArray, xml);
    QFETCH(QByteArray, says);
    const QString file = path("layout.yaml");
    QVERIFY(write(file, text(layoutWith(xml))));
    const auto run = runMeasured(QStringLiteral(TESSERA_PROGRAM), {QStringLiteral("validate"), file});
    report(run);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.said.contains("layout.yaml:4:"), "where");
    QVERIFY2(run.said.contains(says), run.said.left(500).constData());
    QVERIFY2(run.said.contains("is kept as it is until the layout is changed here"), "what happens to it");
    QVERIFY2(run.seconds < mostSeconds, "too slow");
    QVERIFY2(run.megabytes < mostMegabytes, "too much memory");
}

// Not only reading: checking must not take minutes either, whatever lies on whatever.
void TestHostileInput::checksLargeLayouts_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("pile");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("below the limit") << 19'000 << false
                                     << QByteArray("layout.yaml:19004:7: error: The layout shows an element");
    QTest::newRow("below the limit, on one pile") << 19'000 << true << QByteArray("overlaps");
    QTest::newRow("200,000 nodes") << 200'000 << false
                                   << QByteArray("layout.yaml:20004:7: error: The layout cannot be read completely");
}

void TestHostileInput::checksLargeLayouts()
{
    QFETCH(int, count);
    QFETCH(bool, pile);
    QFETCH(QByteArray, says);
    const auto element = [pile](int i) {
        const QByteArray row =
            pile ? QByteArray("1 / 3") : QByteArray::number(i + 1) + " / " + QByteArray::number(i + 2);
        return "      <Element elementId=\"element-" + QByteArray::number(i) + "\" gridColumn=\"1 / 2\" gridRow=\"" +
               row + "\"/>\n";
    };
    const QString file = path("layout.yaml");
    QVERIFY(write(file, numbered("contents:\n  pages: [{id: p}]\n  layout: |\n    <Page id=\"p\">\n", element, count,
                                 "    </Page>\n")));
    const auto run = runMeasured(QStringLiteral(TESSERA_PROGRAM), {QStringLiteral("validate"), file});
    report(run);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.said.contains(says), run.said.left(500).constData());
    QVERIFY2(run.seconds < mostSeconds, "too slow");
    QVERIFY2(run.megabytes < mostMegabytes, "too much memory");
}

void TestHostileInput::checksManyElements()
{
    const QString file = path("elements.yaml");
    QVERIFY(write(file, numbered(
                            "name: x\nschemaVersion: 1\npages: []\nelements:\n",
                            [](int i) { return "- {id: e" + QByteArray::number(i) + ", kind: text, body: x}\n"; },
                            100'000, "")));
    const auto run = runMeasured(QStringLiteral(TESSERA_PROGRAM), {QStringLiteral("validate"), file});
    report(run);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.said.contains("The workbook has elements but no layout"), run.said.left(500).constData());
    QVERIFY2(run.seconds < mostSeconds, "too slow");
    QVERIFY2(run.megabytes < mostMegabytes, "too much memory");
}

void TestHostileInput::refusesPackages_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<int>("megabytes");
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("one bomb") << u"zeros"_qs << 1000 << 1 << QByteArray("unpacks to more than is accepted");
    QTest::newRow("many small bombs") << u"zeros-%1"_qs << 1 << 300 << QByteArray("unpacks to more than is accepted");
    QTest::newRow("many files") << u"file-%1"_qs << 0 << 20'000 << QByteArray("holds 20000 files; 10000 are accepted");
    QTest::newRow("path that leads outside")
        << u"../../evil.yaml"_qs << 0 << 1 << QByteArray("could lead outside of it");
    QTest::newRow("absolute path") << u"/tmp/evil.yaml"_qs << 0 << 1 << QByteArray("could lead outside of it");
    QTest::newRow("drive") << u"C:evil.yaml"_qs << 0 << 1 << QByteArray("could lead outside of it");
    QTest::newRow("no manifest") << u"workbook.yaml"_qs << 0 << 1 << QByteArray("holds no manifest.json");
}

void TestHostileInput::refusesPackages()
{
    QFETCH(QString, entry);
    QFETCH(int, megabytes);
    QFETCH(int, count);
    QFETCH(QByteArray, says);
    const QString file = path("hostile.zip");
    QFile::remove(file);
    QuaZip zip(file);
    QVERIFY(zip.open(QuaZip::mdCreate));
    const QByteArray zeros(1024 * 1024, '\0');
    for (int i = 0; i < count; ++i)
        QVERIFY(addEntry(zip, count > 1 ? entry.arg(i) : entry, megabytes * qint64(zeros.size()), zeros));
    zip.close();
    const auto run = runMeasured(QStringLiteral(PACKAGE_PROBE), {file});
    report(run);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.said.contains(says), run.said.constData());
    QVERIFY2(run.said.count('\n') == 2 && !run.said.endsWith("\n    \n"), "what to do");
    QVERIFY2(run.seconds < mostSeconds, "too slow");
    QVERIFY2(run.megabytes < mostMegabytes, "too much memory");
}

QTEST_GUILESS_MAIN(TestHostileInput)
#include "tst_hostile_input.moc"
