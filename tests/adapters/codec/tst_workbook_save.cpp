// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include "model/base/text.h"
#include "tests/adapters/codec/codec_fixture.h"

using namespace tessera;
using namespace tessera::adapters;
using namespace tessera::codec_fixture;
using model::Collection;
using model::Json;
using model::Workbook;

namespace {

using Edit = std::function<void(Workbook &)>;

struct Row
{
    const char *name;
    std::string source;
    Edit edit;
    std::vector<std::string> diff;
};

std::string small(const std::string &body)
{
    return "contents:\n  elements:\n" + body;
}

Edit set(const std::string &key, const std::string &path, const Json &value)
{
    return [=](Workbook &w) { setBody(w, Collection::Elements, key, path, value); };
}

Edit unset(const std::string &key, const std::string &path)
{
    return [=](Workbook &w) { setBody(w, Collection::Elements, key, path, std::nullopt); };
}

Edit insertElement(int index, const Json &body)
{
    return [=](Workbook &w) { w.elements.insert(index, model::Object(model::stringMember(body, "id"), body)); };
}

Json column(const char *id)
{
    return {{"id", id}, {"formula", "[Base/" + std::string(id) + "]"}, {"name", id}};
}

const std::string layoutOneLine = "contents:\n  pages: []\n  layout: \"<Page id=\\\"p\\\"><Element elementId=\\\"a\\\" "
                                  "gridColumn=\\\"1 / 2\\\" gridRow=\\\"1 / 2\\\"/></Page>\"\n";

std::vector<Row> propertyRows()
{
    return {
        {"a plain value keeps its comment",
         sampleYaml(),
         set("base", "/name", "Source"),
         {"-      name: Base   # formulas use it", "+      name: Source   # formulas use it"}},
        {"a text that needs quotes gets them",
         sampleYaml(),
         set("base", "/name", "no"),
         {"-      name: Base   # formulas use it", "+      name: \"no\"   # formulas use it"}},
        {"single quotes stay",
         sampleYaml(),
         set("base", "/columns/1/name", "It's"),
         {"-          name: 'Value'", "+          name: 'It''s'"}},
        {"double quotes stay",
         sampleYaml(),
         [](Workbook &w) { w.meta["name"] = "New \"name\""; },
         {"-name: \"Campaigns\"", "+name: \"New \\\"name\\\"\""}},
        {"one line of a block",
         sampleYaml(),
         set("note", "/body", "# Spend\n\nby market"),
         {"-        by channel", "+        by market"}},
        {"a value inside braces",
         sampleYaml(),
         set("base", "/source/path/2", "COST"),
         {"-      source: {kind: warehouse-table, connectionId: c-1, path: [DB, SC, SPEND]}",
          "+      source: {kind: warehouse-table, connectionId: c-1, path: [DB, SC, COST]}"}},
        {"a new key goes to its place", sampleYaml(), set("note", "/overflow", "clip"), {"+      overflow: clip"}},
        {"a removed key", sampleYaml(), unset("note", "/verticalAlign"), {"-      verticalAlign: top"}},
        {"a column takes its comment with it",
         sampleYaml(),
         unset("base", "/columns/1"),
         {"-        # money", "-        - id: c-val", "-          formula: Sum([SPEND/VAL])",
          "-          name: 'Value'"}},
        {"a new column in block style",
         sampleYaml(),
         [](Workbook &w) { setBody(w, Collection::Elements, "base", "insert:/columns/1", column("c-new")); },
         {"+        - id: c-new", "+          formula: \"[Base/c-new]\"", "+          name: c-new"}},
        {"a new column in flow style",
         sampleYaml(),
         [](Workbook &w) { setBody(w, Collection::Elements, "bars", "/columns/-", column("z")); },
         {"+        - {id: z, formula: \"[Base/z]\", name: z}"}},
        {"a text becomes a map",
         sampleYaml(),
         set("base", "/name", Json{{"text", "Base"}, {"fontSize", 12}}),
         {"-      name: Base   # formulas use it", "+      name:   # formulas use it", "+        text: Base",
          "+        fontSize: 12"}},
        {"a map becomes a text",
         sampleYaml(),
         set("base", "/source", "gone"),
         {"-      source: {kind: warehouse-table, connectionId: c-1, path: [DB, SC, SPEND]}", "+      source: gone"}},
        {"an element takes its comment with it, the heading stays",
         sampleYaml(),
         [](Workbook &w) { removeObject(w, Collection::Elements, "bars"); },
         {"-    # one bar a day", "-    - id: bars", "-      kind: bar-chart", "-      columns:",
          "-        - {id: x, formula: \"[Base/Day]\"}", "-        - {id: y, formula: \"[Base/Value]\"}",
          "-      unknownKey: 12345678901234567890123", "-      flag: yes"}},
        {"a new element stands apart like its neighbours",
         sampleYaml(),
         insertElement(1, {{"id", "line"}, {"kind", "divider"}}),
         {"+    - id: line", "+      kind: divider", "+"}},
        {"a number that no machine number carries",
         sampleYaml(),
         set("bars", "/unknownKey", model::rawNumber("1.10")),
         {"-      unknownKey: 12345678901234567890123", "+      unknownKey: 1.10"}},
    };
}

std::vector<Row> layoutRows()
{
    const auto move = [](const char *id, model::GridRect rect) { return [=](Workbook &w) { moveNode(w, id, rect); }; };
    return {
        {"one element moves: one line",
         sampleYaml(),
         move("bars", {0, 4, 12, 10}),
         {"-      <Element elementId=\"bars\" gridColumn=\"1 / 13\" gridRow=\"3 / 13\"/>",
          "+      <Element elementId=\"bars\" gridColumn=\"1 / 13\" gridRow=\"5 / 15\"/>"}},
        {"an element goes, the comment above another stays",
         sampleYaml(),
         [](Workbook &w) { w.layout.remove(w.layout.findElement("bars")); },
         {"-      <Element elementId=\"bars\" gridColumn=\"1 / 13\" gridRow=\"3 / 13\"/>"}},
        {"an element comes",
         sampleYaml(),
         [](Workbook &w) {
             model::LayoutNode node;
             node.ref = "new";
             node.rect = model::GridRect{0, 12, 24, 2};
             w.layout.insert(w.layout.findBlock("pg"), 3, {w.layout.nextId(), node, {}});
         },
         {"+      <Element elementId=\"new\" gridColumn=\"1 / 25\" gridRow=\"13 / 15\"/>"}},
        {"a layout in double quotes",
         layoutOneLine,
         move("a", {2, 0, 1, 1}),
         {"-  layout: \"<Page id=\\\"p\\\"><Element elementId=\\\"a\\\" gridColumn=\\\"1 / 2\\\" gridRow=\\\"1 / "
          "2\\\"/></Page>\"",
          "+  layout: \"<Page id=\\\"p\\\"><Element elementId=\\\"a\\\" gridColumn=\\\"3 / 4\\\" gridRow=\\\"1 / "
          "2\\\"/></Page>\""}},
        {"a folded layout",
         "contents:\n  pages: []\n  layout: >-\n    <Page id=\"p\">\n      <Element elementId=\"a\" gridColumn=\"1 / "
         "2\" gridRow=\"1 / 2\"/>\n    </Page>\n",
         move("a", {2, 0, 1, 1}),
         {"-      <Element elementId=\"a\" gridColumn=\"1 / 2\" gridRow=\"1 / 2\"/>",
          "+      <Element elementId=\"a\" gridColumn=\"3 / 4\" gridRow=\"1 / 2\"/>"}},
        {"a container that stands behind another tag on its line is filled",
         "contents:\n  pages: []\n  layout: |\n    <Page id=\"p\">\n      <Element elementId=\"a\"/><Container "
         "elementId=\"box\"/>\n    </Page>\n",
         [](Workbook &w) {
             model::LayoutNode node;
             node.ref = "new";
             w.layout.insert(w.layout.findElement("box"), 0, {w.layout.nextId(), node, {}});
         },
         {"-      <Element elementId=\"a\"/><Container elementId=\"box\"/>",
          "+      <Element elementId=\"a\"/><Container elementId=\"box\">", "+        <Element elementId=\"new\"/>",
          "+      </Container>"}},
        {"odd blanks and unknown attributes stay",
         "contents:\n  layout: |\n    <Page  id='p' x=\"1\" >\n      <Foo/>\n      <Element gridRow=\"1/2\" "
         "elementId=\"a\"   gridColumn=\"1/2\" />\n    </Page >\n",
         move("a", {2, 0, 1, 1}),
         {"-      <Element gridRow=\"1/2\" elementId=\"a\"   gridColumn=\"1/2\" />",
          "+      <Element gridRow=\"1/2\" elementId=\"a\"   gridColumn=\"3 / 4\" />"}},
    };
}

std::vector<Row> otherRows()
{
    const std::string json =
        "{\n    \"contents\": {\n        \"elements\": [\n            {\"id\": \"a\", \"n\": 1.50},\n            {\n"
        "                \"id\": \"b\",\n                \"list\": []\n            }\n        ]\n    }\n}";
    return {
        {"json: a value",
         json,
         set("a", "/n", 2),
         {"-            {\"id\": \"a\", \"n\": 1.50},", "+            {\"id\": \"a\", \"n\": 2},"}},
        {"json: an element in the file's indentation",
         json,
         insertElement(2, {{"id", "c"}, {"kind", "text"}}),
         {"+            },", "+            {", "+                \"id\": \"c\",",
          "+                \"kind\": \"text\""}},
        {"json: a removed element",
         json,
         [](Workbook &w) { removeObject(w, Collection::Elements, "b"); },
         {"-            {\"id\": \"a\", \"n\": 1.50},", "-            {", "-                \"id\": \"b\",",
          "-                \"list\": []", "-            }", "+            {\"id\": \"a\", \"n\": 1.50}"}},
        {"json: an empty list fills",
         json,
         set("b", "/list", Json::array({1})),
         {"-                \"list\": []", "+                \"list\": [", "+                    1",
          "+                ]"}},
        {"carriage returns stay",
         "contents:\r\n  elements:\r\n    - id: a # x\r\n      kind: text\r\n",
         set("a", "/body", "1\n2"),
         {"+      body: |-\r", "+        1\r", "+        2\r"}},
        {"no newline at the end stays",
         small("    - id: a\n      n: 1"),
         set("a", "/n", 2),
         {"-      n: 1", "+      n: 2"}},
        {"lists at the column of their key",
         "contents:\n  elements:\n  - id: a\n    list:\n    - 1\n",
         set("a", "/list/-", 2),
         {"+    - 2"}},
        {"a list that was not there",
         small("    - id: a\n"),
         set("a", "/list", Json::array({1})),
         {"+      list:", "+        - 1"}},
        {"first key of an inline entry goes",
         small("    - kind: text\n      # c\n      id: a\n"),
         unset("a", "/kind"),
         {"-    - kind: text", "-      # c", "+    - # c"}},
        {"nothing becomes something",
         small("    - id: a\n      n:   # none\n"),
         set("a", "/n", "x"),
         {"-      n:   # none", "+      n: x   # none"}},
        {"an alias whose anchor changes is written out",
         small("    - id: a\n      s: &s {k: 1}\n    - id: b\n      s: *s\n"),
         set("a", "/s/k", 2),
         {"-      s: &s {k: 1}", "-    - id: b", "-      s: *s", "+      s: &s {k: 2}", "+    - id: b",
          "+      s:", "+        k: 1"}},
        {"an alias stays when something else changes",
         small("    - id: a\n      s: &s {k: 1}\n    - id: b\n      s: *s\n      n: 1\n"),
         set("b", "/n", 2),
         {"-      n: 1", "+      n: 2"}},
    };
}

std::vector<Row> allRows()
{
    std::vector<Row> out = propertyRows();
    for (const auto &more : {layoutRows(), otherRows()})
        out.insert(out.end(), more.begin(), more.end());
    return out;
}

const std::string flatYaml = R"yaml(name: Old
schemaVersion: 1
pages:
  - id: one
    name: One
    elements:
      # kept with it
      - id: a
        kind: text
        body: hello # said
  - id: dlg
    type: modal
    name: Ask
    elements:
      - {id: b, kind: button, text: Go}
  - id: two
    name: Two
    elements: []
themeName: Dark
layout: |
  <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="one">
    <LayoutElement elementId="a" gridColumn="1 / 25" gridRow="1 / 3"/>
  </Page>
  <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="dlg">
    <LayoutElement elementId="b" gridColumn="1 / 25" gridRow="1 / 3"/>
  </Page>
  <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="two"/>
)yaml";

} // namespace

class TestWorkbookSave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyItsLines_data();
    void changesOnlyItsLines();
    void flatFilesKeepTheirForm();
    void flatElementMovesToAnotherPage();
    void movesAChartOfTheRealWorkbook();
    void movesElementsWithTheirComments();
    void formatsOnce();
    void brokenLayoutStaysUntilItIsEdited();
    void refusesToOverwriteWhatIsNoList();
};

void TestWorkbookSave::changesOnlyItsLines_data()
{
    QTest::addColumn<int>("index");
    const auto rows = allRows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        QTest::newRow(rows[i].name) << static_cast<int>(i);
}

void TestWorkbookSave::changesOnlyItsLines()
{
    QFETCH(int, index);
    const Row row = allRows()[static_cast<std::size_t>(index)];
    const auto loaded = readWorkbook(row.source);
    QVERIFY2(loaded.has_value(), qPrintable(loaded ? QString() : loaded.error().message));
    QCOMPARE(saveWorkbook(loaded->workbook, *loaded).value(), row.source);
    Workbook edited = loaded->workbook;
    row.edit(edited);
    const auto saved = saveWorkbook(edited, *loaded);
    QVERIFY(saved.has_value());
    QStringList expected;
    for (const std::string &line : row.diff)
        expected << model::toQString(line);
    QCOMPARE(changedLines(row.source, *saved).join(QLatin1Char('\n')), expected.join(QLatin1Char('\n')));
    const auto again = readWorkbook(*saved);
    QVERIFY(again.has_value());
    QCOMPARE(difference(again->workbook, edited), QString());
}

void TestWorkbookSave::flatFilesKeepTheirForm()
{
    const auto loaded = readWorkbook(flatYaml);
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->envelope, Envelope::Flat);
    QCOMPARE(loaded->workbook.elements.size(), 2);
    QCOMPARE(loaded->workbook.overlays.size(), 1);
    QCOMPARE(loaded->workbook.pages.size(), 2);
    QCOMPARE(text(loaded->workbook.contents["settings"]["theme"]["name"]), text(Json("Dark")));
    QStringList rules;
    for (const auto &notice : loaded->notices)
        rules << model::toQString(notice.rule);
    QCOMPARE(rules, QStringList({QStringLiteral("import.layout-tags"), QStringLiteral("import.theme"),
                                 QStringLiteral("import.nested-elements"), QStringLiteral("import.modal-pages")}));
    QCOMPARE(saveWorkbook(loaded->workbook, *loaded).value(), flatYaml);
    Workbook edited = loaded->workbook;
    edited.contents["settings"]["theme"]["name"] = "Light";
    setBody(edited, Collection::Elements, "a", "/body", "bye");
    QCOMPARE(changedLines(flatYaml, saveWorkbook(edited, *loaded).value())
                 .filter(QStringLiteral("+"))
                 .filter(QRegularExpression(QStringLiteral("bye|Light")))
                 .size(),
             2);
}

void TestWorkbookSave::flatElementMovesToAnotherPage()
{
    const auto loaded = readWorkbook(flatYaml);
    Workbook edited = loaded->workbook;
    edited.layout.move(edited.layout.findElement("a"), edited.layout.findBlock("two"), 0);
    const std::string saved = saveWorkbook(edited, *loaded).value();
    const auto again = readWorkbook(saved);
    QVERIFY(again.has_value());
    QVERIFY(saved.find("    elements:\n      # kept with it\n      - id: a\n        kind: text\n        body: hello # "
                       "said\nthemeName") != std::string::npos);
    QCOMPARE(again->workbook.layout.blockOf(again->workbook.layout.findElement("a")),
             again->workbook.layout.findBlock("two"));
}

void TestWorkbookSave::movesAChartOfTheRealWorkbook()
{
    if (!QFileInfo::exists(corpusFile()))
        QSKIP("The real workbook is not here.");
    const auto loaded = loadWorkbook(corpusFile());
    QVERIFY(loaded.has_value());
    Workbook edited = loaded->workbook;
    moveNode(edited, "chart-by-region", {0, 6, 12, 10});
    QCOMPARE(
        changedLines(loaded->text, saveWorkbook(edited, *loaded).value()),
        QStringList({QStringLiteral(
                         "-      <Element elementId=\"chart-by-region\" gridColumn=\"13 / 25\" gridRow=\"7 / 17\"/>"),
                     QStringLiteral(
                         "+      <Element elementId=\"chart-by-region\" gridColumn=\"1 / 13\" gridRow=\"7 / 17\"/>")}));
}

void TestWorkbookSave::movesElementsWithTheirComments()
{
    const auto loaded = readWorkbook(sampleYaml());
    Workbook edited = loaded->workbook;
    edited.elements.move(2, 0);
    const std::string saved = saveWorkbook(edited, *loaded).value();
    QVERIFY(saved.find("# one bar a day\n    - id: bars") != std::string::npos);
    QVERIFY(saved.find("# the source of everything\n    - id: base") != std::string::npos);
    QCOMPARE(readWorkbook(saved)->workbook.elements.at(0).id(), std::string("bars"));
}

void TestWorkbookSave::formatsOnce()
{
    for (const std::string &source : {sampleYaml(), flatYaml}) {
        const auto loaded = readWorkbook(source);
        const std::string once = formatWorkbook(*loaded).value();
        const auto again = readWorkbook(once);
        QVERIFY(again.has_value());
        QCOMPARE(difference(again->workbook, loaded->workbook), QString());
        QCOMPARE(formatWorkbook(*again).value(), once);
    }
    const std::string formatted = formatWorkbook(*readWorkbook(sampleYaml())).value();
    for (const char *comment : {"# Campaigns, kept by hand", "folderId: 5d1c # ours", "# money\n",
                                "# ---- charts ----\n\n    # one bar a day\n", "<!-- top -->"})
        QVERIFY2(formatted.find(comment) != std::string::npos, comment);
}

void TestWorkbookSave::brokenLayoutStaysUntilItIsEdited()
{
    const std::string source = "contents:\n  elements:\n    - id: a\n      n: 1\n  layout: |\n    <Page id=\"p\">\n    "
                               "  <Element elementId=\"a\" gridColumn=\"1 / 2\"\n    </Page>\n";
    const auto loaded = readWorkbook(source);
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->notices.size(), 1);
    QCOMPARE(loaded->notices.first().rule, std::string("file.layout"));
    QCOMPARE(loaded->notices.first().where.line, 8);
    Workbook edited = loaded->workbook;
    setBody(edited, Collection::Elements, "a", "/n", 2);
    QCOMPARE(changedLines(source, saveWorkbook(edited, *loaded).value()),
             QStringList({QStringLiteral("-      n: 1"), QStringLiteral("+      n: 2")}));
}

void TestWorkbookSave::refusesToOverwriteWhatIsNoList()
{
    const auto loaded = readWorkbook("contents:\n  pages: []\n  elements: {a: 1}\n");
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->notices.first().rule, std::string("file.list"));
    Workbook edited = loaded->workbook;
    edited.elements.append(model::Object("x", Json{{"id", "x"}}));
    const auto saved = saveWorkbook(edited, *loaded);
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().code, model::ErrorCode::Conflict);
}

QTEST_GUILESS_MAIN(TestWorkbookSave)
#include "tst_workbook_save.moc"
