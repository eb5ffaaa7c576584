// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctime>
#include <functional>

#include <QTest>

#include "adapters/codec/layout_xml.h"
#include "adapters/codec/source_map.h"
#include "adapters/codec/workbook_file.h"
#include "tests/adapters/codec/codec_fixture.h"

using namespace tessera;
using namespace tessera::adapters;

// Texts made to cost time or memory: refused or read, and quickly either way.
class TestHostileText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBombsQuickly_data();
    void refusesBombsQuickly();
    void readsLongListsQuickly_data();
    void readsLongListsQuickly();
    void findsPlacesOnLongLines();
    void findsPlacesInWideCollections();
    void writesLongListsQuickly_data();
    void writesLongListsQuickly();
    void takesABigLayoutAndRefusesAHugeOne();
};

namespace {

std::string repeated(const std::string &text, int count)
{
    std::string out;
    out.reserve(text.size() * static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        out += text;
    return out;
}

} // namespace

void TestHostileText::refusesBombsQuickly_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb +=
            "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(before + ", ", 8) + before + "]\n";
    }
    row("aliases that multiply", bomb);
    std::string nested = "a0: &a0 x\n";
    for (int i = 1; i < 110; ++i)
        nested += "a" + std::to_string(i) + ": &a" + std::to_string(i) + ' ' + repeated("[", 90) + "*a" +
                  std::to_string(i - 1) + ' ' + repeated("]", 90) + '\n';
    row("aliases that nest", nested);
    row("deep brackets", repeated("[", 100'000));
    row("deep json", "{\"contents\": " + repeated("[", 100'000));
    row("deep dashes", repeated("- ", 20'000));
    row("deep braces", "pages: " + repeated("{a: ", 20'000));
    row("many values", "pages:\n" + repeated("- a\n", 2'000'000));
    row("many values on one line", "pages: [" + repeated("a,", 2'000'000) + "]");
    row("many json values", "{\"pages\": [" + repeated("1,", 2'000'000) + "1]}");
    row("question marks", repeated("? ", 20'000));
    row("anchors", repeated("&a ", 20'000));
    row("large", "a: \"" + repeated("x", 34'000'000) + "\"\n");
}

void TestHostileText::refusesBombsQuickly()
{
    QFETCH(QByteArray, text);
    const std::string bytes = text.toStdString();
    const std::clock_t start = std::clock(); // of this process: other programs on the machine do not count
    const auto loaded = readWorkbook(bytes);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY(!loaded.has_value());
    qInfo("%.3f s: %s", seconds, qPrintable(loaded.error().message));
    QVERIFY2(seconds < 4, "the bar is 1 s in a release build; sanitizers and debug builds take longer");
}

// Each costs minutes where something walks over all entries for every entry.
void TestHostileText::readsLongListsQuickly_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &begin,
                        const std::function<std::string(std::string)> &entry, int count, const std::string &end) {
        std::string text = begin;
        for (int i = 0; i < count; ++i)
            text += entry(std::to_string(i));
        QTest::newRow(name) << QByteArray::fromStdString(text + end);
    };
    row(
        "no maps", "{\"pages\":[],\"elements\":[", [](auto) { return "1,"; }, 200'000, "1]}");
    row(
        "one id", "pages: []\nelements:\n", [](auto) { return "- {id: a, kind: text}\n"; }, 50'000, "");
    row(
        "no id", "pages: []\nelements:\n", [](auto) { return "- {kind: text}\n"; }, 50'000, "");
    row(
        "outer keys", "{\"contents\":{\"pages\":[]}", [](auto i) { return ",\"k" + i + "\":1"; }, 200'000, "}");
    row(
        "inner keys", "{\"pages\":[]", [](auto i) { return ",\"k" + i + "\":1"; }, 200'000, "}");
    row(
        "on one page", "layout: <Page id='p'/>\npages:\n- id: p\n  elements:\n",
        [](auto i) { return "  - {id: e" + i + "}\n"; }, 100'000, "");
    row(
        "a page each", "pages:\n", [](auto i) { return "- {id: p" + i + ", elements: [{id: e" + i + "}]}\n"; }, 60'000,
        "");
    row(
        "folded layout", "pages: [{id: p}]\nlayout: >\n  <Page id='p'>\n",
        [](auto i) { return "  <Element\n  elementId='e" + i + "'/>\n"; }, 19'000,
        "  <!-- " + repeated("x", 8'000'000) + " --></Page>\n");
    row(
        "escaped layout", "pages: [{id: p}]\nlayout: \"<Page id='p'>\\\n",
        [](auto i) { return "  \\x3CElement elementId='e" + i + "'/>\\\n"; }, 19'000,
        "  <!-- " + repeated("x", 8'000'000) + " --></Page>\"\n");
}

void TestHostileText::readsLongListsQuickly()
{
    QFETCH(QByteArray, text);
    const std::string bytes = text.toStdString();
    const std::clock_t start = std::clock();
    const auto loaded = readWorkbook(bytes);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().message));
    QVERIFY(loaded->notices.size() < 30);
    qInfo("%.3f s", seconds);
    QVERIFY2(seconds < 6, "the bar is 1 s in a release build; sanitizers and debug builds take longer");
}

void TestHostileText::findsPlacesOnLongLines()
{
    std::string text = "{\"pages\":[],\"x\":\"";
    for (int i = 0; i < 5000; ++i)
        text += "\u00e4";
    text += "\",\n\"elements\":[";
    for (int i = 0; i < 3000; ++i)
        text += "{\"id\":\"ä" + std::to_string(i) + "\"},";
    text += "7]}";
    const auto loaded = readWorkbook(text);
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->notices.size(), 1);
    QCOMPARE(loaded->notices.first().where.line, 2);
    const QString line = QString::fromStdString(text.substr(text.find('\n') + 1));
    QCOMPARE(loaded->notices.first().where.column, line.size() - 2);
    model::Target some;
    some.scope = model::Scope::Element;
    some.key = "ä2999";
    some.path = "/id";
    QCOMPARE(loaded->sources->locate(some).column, line.indexOf(QStringLiteral("\"id\":\"ä2999")) + 1);
    QCOMPARE(loaded->sources->locate(some).pointer, std::string("/elements/2999/id"));
}

// One look-up each, not a walk along all of them.
void TestHostileText::findsPlacesInWideCollections()
{
    constexpr int count = 100'000;
    std::string text = "{\"pages\":[],\n\"elements\":[{\"id\":\"a\"";
    for (int i = 0; i < count; ++i)
        text += ",\n\"k" + std::to_string(i) + "\":1";
    text += "}";
    for (int i = 0; i < count; ++i)
        text += ",\n{\"id\":\"e" + std::to_string(i) + "\"}";
    const auto loaded = readWorkbook(text + "]}");
    QVERIFY(loaded.has_value());
    const std::clock_t start = std::clock();
    model::Target key, element;
    key.scope = element.scope = model::Scope::Element;
    key.key = "a";
    element.path = "/id";
    for (int i = 0; i < count; ++i) {
        key.path = "/k" + std::to_string(i);
        element.key = "e" + std::to_string(i);
        QCOMPARE(loaded->sources->locate(key).line, i + 3);
        QCOMPARE(loaded->sources->locate(element).line, i + 3 + count);
    }
    key.path = "/none";
    QCOMPARE(loaded->sources->locate(key).line, 2);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    qInfo("%.3f s", seconds);
    QVERIFY2(seconds < 6, "about a quarter of a second in a release build");
}

void TestHostileText::writesLongListsQuickly_data()
{
    QTest::addColumn<QByteArray>("text");
    std::string keys = "pages: []\n", list = "{\"pages\": [], \"elements\": [";
    for (int i = 0; i < 100'000; ++i) {
        keys += "k" + std::to_string(i) + ": 1\n";
        list += "{\"id\": \"e" + std::to_string(i) + "\"}, ";
    }
    std::string layout = "pages: [{id: p}]\nlayout: >\n  <Page id='p'>\n";
    for (int i = 0; i < 19'000; ++i)
        layout += "  <Element\n  elementId='e" + std::to_string(i) + "'/>\n";
    QTest::newRow("keys") << QByteArray::fromStdString(keys);
    QTest::newRow("elements on one line") << QByteArray::fromStdString(list + "{\"id\": \"last\"}]}");
    QTest::newRow("folded layout") << QByteArray::fromStdString(layout + "  </Page>\n");
}

void TestHostileText::writesLongListsQuickly()
{
    QFETCH(QByteArray, text);
    const auto loaded = readWorkbook(text.toStdString());
    QVERIFY(loaded.has_value());
    model::Workbook edited = loaded->workbook;
    if (edited.layout.size() > 1)
        edited.layout.remove(edited.layout.findElement("e18999"));
    else if (!edited.elements.isEmpty())
        codec_fixture::removeObject(edited, model::Collection::Elements, "e50000");
    const std::clock_t start = std::clock();
    QVERIFY(saveWorkbook(edited, *loaded).has_value());
    QVERIFY(convertWorkbook(*loaded, {}).has_value());
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    qInfo("%.3f s", seconds);
    QVERIFY2(seconds < 6, "well below 1 s in a release build");
}

void TestHostileText::takesABigLayoutAndRefusesAHugeOne()
{
    std::string text = "contents:\n  pages: [{id: p}]\n  layout: |\n    <Page id=\"p\">\n";
    const std::string start = text;
    const auto element = [](int i) {
        return "      <Element elementId=\"e" + std::to_string(i) + "\" gridColumn=\"1 / 2\" gridRow=\"3 / 4\"/>\n";
    };
    for (int i = 0; i < 19'000; ++i)
        text += element(i);
    text += "    </Page>\n";
    const auto loaded = readWorkbook(text);
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->workbook.layout.size(), 19'001);
    model::Target last;
    last.node = loaded->workbook.layout.findElement("e18999");
    QCOMPARE(loaded->sources->locate(last).line, 5 + 18'999);
    QCOMPARE(loaded->sources->locate(last).column, 7);
    text = start;
    for (int i = 0; i < 200'000; ++i)
        text += element(i);
    const auto huge = readWorkbook(text + "    </Page>\n");
    QVERIFY(huge.has_value());
    QCOMPARE(huge->workbook.layout.size(), 0);
    QCOMPARE(huge->notices.size(), 1);
    QVERIFY(
        huge->notices.first().message.contains(QStringLiteral("has 200,001 entries; with more than 20,000 entries")));
    QCOMPARE(huge->notices.first().where.line, 5 + 19'999);
    QVERIFY(saveWorkbook(huge->workbook, *huge).value() == huge->text);
    for (const char *bad : {"<!DOCTYPE x [<!ENTITY a \"b\">]><Page/>", "<Page id=\"&a;\"/>", "<Page a='1' a='2'/>",
                            "<Page", "<Page></Pag>", "x", "<Page/><![CDATA[x]]>"})
        QVERIFY2(!readLayoutXml(bad).has_value(), bad);
    QVERIFY(!readLayoutXml(repeated("<Container>", 5000)).has_value());
}

QTEST_GUILESS_MAIN(TestHostileText)
#include "tst_hostile_text.moc"
