// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/codec/layout_xml.h"
#include "adapters/codec/modernize.h"
#include "model/base/text.h"
#include "model/workbook/invariants.h"
#include "tests/adapters/codec/codec_fixture.h"

using namespace tessera;
using namespace tessera::adapters;
using namespace tessera::codec_fixture;
using model::Collection;
using model::Json;

namespace {

const std::string everything = R"yaml(name: All
folderId: f
custom: kept
contents:
  schemaVersion: 1
  kind: workbook
  future: {a: 1}
  elements:
    - {id: e1, kind: text, body: one}
    - {id: e2, kind: button, text: two}
    - {id: e3, kind: text, body: three}
    - {id: loose, kind: text, body: nowhere}
  pages:
    - {id: p1, name: One}
    - {id: p2, name: Two, visibility: hidden}
  overlays:
    - {id: m, type: modal, name: Ask, modal: {width: small}}
  panels:
    - {id: h, type: header, title: Head, pages: [p1]}
  settings:
    theme: {name: Dark, overrides: {borderRadius: pill}}
    navigation: {pageHeader: enabled}
  agents:
    - {id: ag, instructions: be kind}
  layout: |
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="p1">
      <Element elementId="e1" gridColumn="1 / 25" gridRow="1 / 3"/>
    </Page>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="p2"/>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="m">
      <Element elementId="e2" gridColumn="1 / 25" gridRow="1 / 3"/>
    </Page>
    <Panel type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="h">
      <Element elementId="e3" gridColumn="1 / 25" gridRow="1 / 3"/>
    </Panel>
)yaml";

} // namespace

class TestWorkbookFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsScalars_data();
    void readsScalars();
    void writesTextsThatComeBack_data();
    void writesTextsThatComeBack();
    void convertsThereAndBack_data();
    void convertsThereAndBack();
    void keepsCommentsAcrossEnvelopes();
    void locates_data();
    void locates();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void opensWhatIsBroken();
    void placesNestedElements();
    void modernizesOnRequest();
    void aStrayDocumentKeyIsNoEnvelope();
    void readsADirectoryAndAMissingFile();
};

void TestWorkbookFile::readsScalars_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
    const std::pair<const char *, const char *> rows[] = {{"no", "\"no\""},
                                                          {"true", "true"},
                                                          {"TRUE", "true"},
                                                          {"~", "null"},
                                                          {"", "null"},
                                                          {"0o7", "7"},
                                                          {"0x1F", "31"},
                                                          {"012", "12"},
                                                          {"+5", "5"},
                                                          {"-0", "-0"},
                                                          {"1e3", "1e3"},
                                                          {".5", "0.5"},
                                                          {"1.10", "1.10"},
                                                          {"123456789012345678901", "123456789012345678901"},
                                                          {"12:30", "\"12:30\""},
                                                          {"1_000", "\"1_000\""},
                                                          {"2026-01-31", "\"2026-01-31\""},
                                                          {"'1'", "\"1\""},
                                                          {"!!str 1", "\"1\""},
                                                          {"\"\\u00e9\\n\"", "\"\xC3\xA9\\n\""},
                                                          {"a #b", "\"a\""},
                                                          {"a#b", "\"a#b\""},
                                                          {"[1, x]", "[1,\"x\"]"},
                                                          {"0x1FFFFFFFFFFFFFFFF", "36893488147419103231"},
                                                          {"1.5e300", "1.5e300"},
                                                          {"1e999", "1e999"}};
    for (const auto &[text, json] : rows)
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << QString::fromUtf8(json);
}

void TestWorkbookFile::readsScalars()
{
    QFETCH(QString, text);
    QFETCH(QString, json);
    const auto loaded = readWorkbook("pages: []\nv: " + model::toUtf8(text) + "\n");
    QVERIFY2(loaded.has_value(), qPrintable(loaded ? QString() : loaded.error().message));
    const std::string written = writeWorkbook(loaded->workbook, {Format::Json, Envelope::Flat, false});
    QVERIFY2(model::toQString(written)
                 .simplified()
                 .remove(QLatin1Char(' '))
                 .contains(QLatin1String("\"v\":") + QString(json).remove(QLatin1Char(' '))),
             written.c_str());
}

void TestWorkbookFile::writesTextsThatComeBack_data()
{
    QTest::addColumn<QByteArray>("text");
    const std::string texts[] = {"",
                                 " ",
                                 "no",
                                 "Yes",
                                 "null",
                                 "~",
                                 "1",
                                 "1e3",
                                 "0o7",
                                 "1_000",
                                 "12:30:45",
                                 "2026-01-31",
                                 "- x",
                                 "-",
                                 "?",
                                 "a: b",
                                 "a:",
                                 "a #b",
                                 "#a",
                                 "[x]",
                                 "{x}",
                                 "@x",
                                 "`x",
                                 "%x",
                                 "&x",
                                 "*x",
                                 "!x",
                                 "|",
                                 ">",
                                 "'",
                                 "\"",
                                 "it's",
                                 "\\",
                                 " lead",
                                 "trail ",
                                 "a\nb",
                                 "a\nb\n",
                                 "a\nb\n\n",
                                 "\na\n",
                                 " a\nb",
                                 "\n",
                                 "\n\n",
                                 "a\n  \nb",
                                 "a\n b\n  c",
                                 "a\tb",
                                 "\ta\nb",
                                 "a\r\nb",
                                 "tab\t\nx",
                                 "\x01",
                                 "\x7F",
                                 "\xC2\x85",
                                 "\xE2\x80\xA8",
                                 "\xEF\xBB\xBF",
                                 "\xF0\x9F\x98\x80",
                                 "---",
                                 "... x",
                                 "=",
                                 "<<",
                                 ".inf",
                                 "-.nan",
                                 "0x",
                                 "+",
                                 ".",
                                 "1.",
                                 "a,b",
                                 "a]b",
                                 "key: |\n  x",
                                 "# c\nx",
                                 "x\n# c",
                                 ": x",
                                 "?x",
                                 "-x",
                                 ",.0f",
                                 "$,.2f",
                                 "true",
                                 std::string(2000, 'x')};
    int i = 0;
    for (const std::string &text : texts)
        QTest::addRow("%d", i++) << QByteArray::fromStdString(text);
}

void TestWorkbookFile::writesTextsThatComeBack()
{
    QFETCH(QByteArray, text);
    const std::string value = text.toStdString();
    model::Workbook workbook;
    workbook.contents = Json{{"plain", value},
                             {"list", Json::array({value, Json::array({value}), Json{{"k", value}}})},
                             {value.empty() ? "e" : value.substr(0, 200), 1}};
    for (const Format format : {Format::Yaml, Format::Json}) {
        const std::string written = writeWorkbook(workbook, {format, Envelope::Contents, false});
        const auto loaded = readWorkbook(written);
        QVERIFY2(
            loaded.has_value(),
            qPrintable(loaded ? QString() : loaded.error().message + QLatin1Char('\n') + model::toQString(written)));
        for (const char *key : {"plain", "list"})
            QVERIFY2(loaded->workbook.contents[key] == workbook.contents[key], written.c_str());
    }
}

void TestWorkbookFile::convertsThereAndBack_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("format");
    for (const char *source : {"sample", "everything", "corpus"}) {
        for (int from = 0; from < 3; ++from) {
            for (int to = 0; to < 3; ++to) {
                for (int format = 0; format < 2; ++format)
                    QTest::addRow("%s %d to %d, %s", source, from, to, format ? "json" : "yaml")
                        << QString::fromLatin1(source) << from << to << format;
            }
        }
    }
}

void TestWorkbookFile::convertsThereAndBack()
{
    QFETCH(QString, source);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, format);
    if (source == QLatin1String("corpus") && !QFileInfo::exists(corpusFile()))
        QSKIP("The real workbook is not here.");
    const auto loaded = source == QLatin1String("corpus")
                            ? loadWorkbook(corpusFile())
                            : readWorkbook(source == QLatin1String("sample") ? sampleYaml() : everything);
    QVERIFY(loaded.has_value());
    const auto start =
        readWorkbook(convertWorkbook(*loaded, {Format::Yaml, static_cast<Envelope>(from), false}).value());
    QVERIFY(start.has_value());
    QCOMPARE(start->envelope, static_cast<Envelope>(from));
    QCOMPARE(difference(start->workbook, loaded->workbook), QString());
    const auto there =
        readWorkbook(convertWorkbook(*start, {static_cast<Format>(format), static_cast<Envelope>(to), false}).value());
    QVERIFY2(there.has_value(), qPrintable(there ? QString() : there.error().message));
    QCOMPARE(there->envelope, static_cast<Envelope>(to));
    QCOMPARE(static_cast<int>(there->format), format);
    QCOMPARE(saveWorkbook(there->workbook, *there).value(), there->text);
    const auto back = readWorkbook(convertWorkbook(*there, {Format::Yaml, static_cast<Envelope>(from), false}).value());
    QVERIFY(back.has_value());
    QCOMPARE(difference(back->workbook, loaded->workbook), QString());
    QCOMPARE(model::checkInvariants(back->workbook), QStringList());
}

void TestWorkbookFile::keepsCommentsAcrossEnvelopes()
{
    const auto loaded = readWorkbook(sampleYaml());
    for (const Envelope envelope : {Envelope::Contents, Envelope::Document, Envelope::Flat}) {
        const std::string text = convertWorkbook(*loaded, {Format::Yaml, envelope, false}).value();
        for (const char *kept : {"# Campaigns, kept by hand", "# ours", "# the source of everything",
                                 "# formulas use it", "# money", "# ---- charts ----", "# one bar a day",
                                 "<!-- top -->", "{kind: warehouse-table, connectionId: c-1, path: [DB, SC, SPEND]}"})
            QVERIFY2(text.find(kept) != std::string::npos, (kept + ("\n" + text)).c_str());
    }
    QCOMPARE(convertWorkbook(*loaded, {Format::Yaml, Envelope::Contents, false}).value(), sampleYaml());
}

void TestWorkbookFile::locates_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, model::Scope scope, const char *key, const char *path, int line, int column,
                        const char *pointer) {
        QTest::newRow(name) << static_cast<int>(scope) << QString::fromLatin1(key) << QString::fromLatin1(path) << line
                            << column << QString::fromLatin1(pointer);
    };
    row("outer key", model::Scope::Meta, "", "/folderId", 3, 1, "/folderId");
    row("content key", model::Scope::Contents, "", "/schemaVersion", 5, 3, "/contents/schemaVersion");
    row("element", model::Scope::Element, "base", "", 9, 7, "/contents/elements/0");
    row("property", model::Scope::Element, "base", "/columns/1/name", 20, 11, "/contents/elements/0/columns/1/name");
    row("inside braces", model::Scope::Element, "bars", "/columns/1/formula", 37, 19,
        "/contents/elements/2/columns/1/formula");
    row("missing: what is above", model::Scope::Element, "note", "/filters/0", 22, 7, "/contents/elements/1");
    row("page", model::Scope::Page, "pg", "/name", 43, 7, "/contents/pages/0/name");
}

void TestWorkbookFile::locates()
{
    QFETCH(int, scope);
    QFETCH(QString, key);
    QFETCH(QString, path);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, pointer);
    const auto loaded = readWorkbook(sampleYaml(), QStringLiteral("x.yaml"));
    const auto where =
        loaded->sources->locate({static_cast<model::Scope>(scope), model::toUtf8(key), model::toUtf8(path), 0});
    QCOMPARE(where.file, QStringLiteral("x.yaml"));
    QCOMPARE(model::toQString(where.pointer), pointer);
    QCOMPARE(where.line, line);
    QCOMPARE(where.column, column);
    const auto node =
        loaded->sources->locate({model::Scope::Contents, {}, {}, loaded->workbook.layout.findElement("bars")});
    QCOMPARE(node.line, 49);
    QCOMPARE(node.column, 7);
}

void TestWorkbookFile::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const std::string &text, int line, int column) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << line << column;
    };
    row("empty", "", 1, 1);
    row("blank", " \n\n", 1, 1);
    row("only comments", "# nothing\n", 1, 1);
    row("duplicate key", "pages: []\na: 1\na: 2\n", 3, 1);
    row("duplicate key in json", "{\"pages\": [],\n \"a\": 1, \"a\": 2}", 2, 10);
    row("bad utf-8", "pages: []\nx: \"\xC3\x28\"\n", 2, 5);
    row("overlong utf-8", "a: \xC0\xAF", 1, 4);
    row("surrogate", "a: \xED\xA0\x80", 1, 4);
    row("utf-16", std::string("\xFF\xFEp\0a\0", 6), 1, 1);
    row("utf-16 without mark", std::string("p\0a\0g\0e\0", 8), 1, 1);
    row("nul", std::string("pages: []\nx: \0", 14), 2, 4);
    row("binary",
        "\x7F"
        "ELF\x02\x01",
        1, 5);
    row("tab indentation", "contents:\n\tpages: []\n", 2, 1);
    row("bad indentation", "contents:\n  pages: []\n elements: []\n", 3, 2);
    row("unclosed quote", "pages: []\nname: \"abc\n", 2, 8);
    row("cut json", "{\"contents\": {\"pages\": [", 1, 25);
    row("json with a comma too much", "{\"contents\": {\"pages\": [],}}", 1, 27);
    row("json with rubbish behind", "{\"contents\": {}} x", 1, 18);
    row("unknown alias", "pages: []\nx: *nope\n", 2, 4);
    row("alias to itself", "pages: []\nx: &a [*a]\n", 2, 8);
    row("two documents", "pages: []\n---\npages: []\n", 2, 1);
    row("not a number", "pages: []\nx: .nan\n", 2, 4);
    row("a list", "- 1\n", 1, 1);
    row("a text", "hello\n", 1, 1);
    row("no workbook", "name: x\n", 1, 1);
    row("contents is a text", "contents: x\n", 1, 11);
    row("key is a list", "pages: []\n? [a]\n: b\n", 2, 3);
}

void TestWorkbookFile::namesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    const QString file = text.startsWith('{') ? QStringLiteral("f.json") : QStringLiteral("f.yaml");
    const auto loaded = readWorkbook(text.toStdString(), file);
    QVERIFY(!loaded.has_value());
    QVERIFY(!loaded.error().message.isEmpty());
    QVERIFY(!loaded.error().message.contains(QLatin1String("libfyaml")));
    QCOMPARE(loaded.error().where.file, file);
    QCOMPARE(QStringLiteral("%1:%2 %3")
                 .arg(loaded.error().where.line)
                 .arg(loaded.error().where.column)
                 .arg(loaded.error().message),
             QStringLiteral("%1:%2 %3").arg(line).arg(column).arg(loaded.error().message));
}

void TestWorkbookFile::opensWhatIsBroken()
{
    const auto loaded = readWorkbook(
        "contents:\n  elements: [hello, {id: a}, {id: a}, {kind: x}]\n  pages: null\n  panels: ~\n  layout: 3\n");
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->workbook.elements.size(), 4);
    QCOMPARE(loaded->workbook.elements.at(2).key(), std::string("a#2"));
    QCOMPARE(loaded->notices.size(), 3); // pages, the stray entry, the layout
    QCOMPARE(model::checkInvariants(loaded->workbook), QStringList());
    QCOMPARE(saveWorkbook(loaded->workbook, *loaded).value(), loaded->text);
    const auto again = readWorkbook(convertWorkbook(*loaded, {Format::Json, Envelope::Document, false}).value());
    QCOMPARE(text(again->workbook.elements.at(0).body()), text(Json("hello")));
}

void TestWorkbookFile::placesNestedElements()
{
    const std::string source = "schemaVersion: 1\npages:\n  - id: p\n    elements:\n      - {id: a, kind: text}\n      "
                               "- {id: b, kind: table}\n";
    const auto loaded = readWorkbook(source);
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->workbook.layout.node(loaded->workbook.layout.findElement("b"))->rect.value(),
             (model::GridRect{0, 3, 24, 16}));
    QCOMPARE(saveWorkbook(loaded->workbook, *loaded).value(), source);
    const auto current = readWorkbook(convertWorkbook(*loaded, {Format::Yaml, Envelope::Contents, false}).value());
    QCOMPARE(writeLayoutXml(current->workbook.layout), writeLayoutXml(loaded->workbook.layout));
    QCOMPARE(text(current->workbook.contents["kind"]), text(Json("workbook")));
}

void TestWorkbookFile::modernizesOnRequest()
{
    const auto loaded = readWorkbook(R"yaml(contents:
  settings: {theme: {overrides: {colorOverrides: {backgroundCanvas: '#fff'}}}}
  pages: [{id: p, backgroundImage: {url: u, style: {verticalAlign: middle}}}]
  elements:
    - {id: d, kind: donut-chart, color: {id: c1, sort: {by: x}}, value: {id: c2}, columns: [{id: c1, formula: f}]}
    - {id: t, kind: text, verticalAlign: middle}
    - {id: k, kind: kpi-chart, layout: {anchor: end}}
    - {id: v, kind: divider, direction: vertical, align: middle}
    - {id: n, kind: navigation, pageLabels: {p: Home}}
    - {id: piv, kind: pivot-table, rowsBy: [{id: r}]}
    - id: b
      kind: button
      actions:
        - id: a
          effects:
            - {effect: insert-rows, table: t, values: {c: {type: column, column: x}}}
            - {effect: set-control-value, control: C, value: {type: control, control: D}}
            - {effect: clear-control, scope: {type: page, page: p}}
            - {effect: refresh-element, target: {type: element, element: d}}
)yaml");
    QVERIFY(loaded.has_value());
    const auto now = modernizeWorkbook(loaded->workbook);
    const auto body = [&](const char *id) { return now.workbook.elements.find(id)->body(); };
    QCOMPARE(text(body("d")["color"]), text((Json{{"columnId", "c1"}, {"sort", {{"by", "x"}}}})));
    QCOMPARE(text(body("d")["columns"][0]["id"]), text(Json("c1")));
    QCOMPARE(text(body("t")["verticalAlign"]), text(Json("center")));
    QCOMPARE(text(body("k")["layout"]["anchor"]), text(Json("right")));
    QCOMPARE(text(body("v")["align"]), text(Json("center")));
    QCOMPARE(text(body("n")["pageLabels"]), text(Json::parse(R"([{"pageId":"p","label":"Home"}])")));
    QCOMPARE(text(body("piv")["rowsBy"][0]), text((Json{{"columnId", "r"}})));
    const Json effects = body("b")["actions"][0]["effects"];
    QCOMPARE(text(effects[0]["tableElementId"]), text(Json("t")));
    QCOMPARE(text(effects[0]["values"]["c"]["columnId"]), text(Json("x")));
    QCOMPARE(text(effects[1]), text(loaded->workbook.elements.find("b")->body()["actions"][0]["effects"][1]));
    QCOMPARE(text(effects[2]["scope"]["pageId"]), text(Json("p")));
    QCOMPARE(text(effects[3]["target"]["element"]), text(Json("d")));
    QCOMPARE(text(now.workbook.pages.at(0).body()["backgroundImage"]["source"]),
             text((Json{{"kind", "url"}, {"url", "u"}})));
    QCOMPARE(text(now.workbook.contents["settings"]["theme"]["overrides"]["colorOverrides"][0]["name"]),
             text(Json("backgroundCanvas")));
    QCOMPARE(now.steps.size(), 13);
    QVERIFY(modernizeWorkbook(now.workbook).steps.isEmpty());
    const auto converted = readWorkbook(convertWorkbook(*loaded, {Format::Yaml, Envelope::Contents, true}).value());
    QCOMPARE(difference(converted->workbook, now.workbook), QString());
}

void TestWorkbookFile::aStrayDocumentKeyIsNoEnvelope()
{
    const auto loaded =
        readWorkbook(R"json({"document": "W", "contents": {"pages": [], "elements": [], "layout": ""}})json");
    QVERIFY(loaded.has_value());
    const auto flat = readWorkbook(convertWorkbook(*loaded, {Format::Json, Envelope::Flat, false}).value());
    QVERIFY(flat.has_value());
    QCOMPARE(flat->envelope, Envelope::Flat);
    QVERIFY(!readWorkbook("document: W\n").has_value());
}

void TestWorkbookFile::readsADirectoryAndAMissingFile()
{
    const QTemporaryDir dir;
    QVERIFY(!loadWorkbook(dir.path()).has_value());
    QCOMPARE(loadWorkbook(dir.filePath(QStringLiteral("none.yaml"))).error().code, model::ErrorCode::NotFound);
    QFile file(dir.filePath(QStringLiteral("w.json"))); // the content decides, not the name
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(sampleYaml()));
    file.close();
    QCOMPARE(loadWorkbook(file.fileName())->format, Format::Yaml);
}

QTEST_GUILESS_MAIN(TestWorkbookFile)
#include "tst_workbook_file.moc"
