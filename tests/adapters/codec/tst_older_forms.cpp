// SPDX-License-Identifier: GPL-3.0-or-later
// What an older form is called: a step of the import in a file that is as old, an error in one that is not.
#include <QTest>

#include "adapters/codec/modernize.h"
#include "adapters/codec/workbook_file.h"
#include "model/base/text.h"

using namespace tessera;
using namespace tessera::adapters;

namespace {

QStringList noticesOf(const LoadedWorkbook &loaded)
{
    QStringList lines;
    for (const model::Diagnostic &notice : loaded.notices) {
        const bool error = notice.severity == model::Severity::Error;
        const bool warning = notice.severity == model::Severity::Warning;
        lines << (error ? u"error "_qs : warning ? u"warning "_qs : u"info "_qs) + model::toQString(notice.rule);
    }
    return lines;
}

constexpr const char *nestedPages = "[{id: p, name: P, elements: [{id: t, kind: text, body: x}]}]";
constexpr const char *oldLayout =
    R"('<Page id="p"><LayoutElement elementId="t" gridColumn="1 / 25" gridRow="1 / 4"/></Page>')";
constexpr const char *flatPages = "[{id: p, name: P}]";
constexpr const char *oneText = "[{id: t, kind: text, body: x}]";

QByteArray fileOf(const char *envelope, const char *pages, const char *elements, const char *layout)
{
    QByteArray content = QByteArray("schemaVersion: 1, kind: workbook, pages: ") + pages;
    if (*elements)
        content += QByteArray(", elements: ") + elements;
    if (*layout)
        content += QByteArray(", layout: ") + layout;
    const QByteArray meta = "name: N, folderId: F, ";
    return '{' + meta + (*envelope ? QByteArray(envelope) + ": {" + content + '}' : content) + "}\n";
}

} // namespace

class TestOlderForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areNamed_data();
    void areNamed();
    void areGoneAfterConverting_data() { areNamed_data(); }
    void areGoneAfterConverting();
    void pointersOfSortsAndColors();
};

void TestOlderForms::areNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("notices");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &notices) {
        QTest::newRow(name) << text << notices;
    };
    const QString place = u"info import.place-nested"_qs;
    row("nested, flat", fileOf("", nestedPages, "", ""), {place, u"info import.nested-elements"_qs});
    row("nested, document", fileOf("document", nestedPages, "", ""), {place, u"info import.nested-elements"_qs});
    row("nested, contents", fileOf("contents", nestedPages, "", ""), {place, u"error structure.nested-elements"_qs});
    row("an empty list in a page, contents", fileOf("contents", "[{id: p, name: P, elements: []}]", "[]", ""),
        {u"error structure.nested-elements"_qs});
    row("an empty list in a page, flat", fileOf("", "[{id: p, name: P, elements: []}]", "", ""), {});
    row("dialog, document", fileOf("document", "[{id: m, name: M, type: modal}]", "[]", ""),
        {u"info import.modal-pages"_qs});
    row("dialog, contents", fileOf("contents", "[{id: m, name: M, type: drawer}]", "[]", ""),
        {u"error structure.block-type"_qs});
    row("tags, flat", fileOf("", flatPages, oneText, oldLayout), {u"info import.layout-tags"_qs});
    row("tags, document", fileOf("document", flatPages, oneText, oldLayout), {u"error layout.wrong-tag"_qs});
    row("tags, contents", fileOf("contents", flatPages, oneText, oldLayout), {u"error layout.wrong-tag"_qs});
    row("tag of overlays", fileOf("contents", flatPages, "[]", R"('<Page id="p"/><Overlay id="m"/>')"),
        {u"warning import.overlay-tags"_qs});
    row("today's forms", fileOf("contents", flatPages, oneText, R"('<Page id="p"/>')"), {});
}

void TestOlderForms::areNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, notices);
    const auto loaded = readWorkbook(text.toStdString());
    QVERIFY(loaded.has_value());
    QCOMPARE(noticesOf(*loaded), notices);
    for (const model::Diagnostic &notice : loaded->notices)
        QVERIFY(notice.severity != model::Severity::Error || (isLeftBehind(notice) && !notice.hint.isEmpty()));
}

// What the hint and the packages promise.
void TestOlderForms::areGoneAfterConverting()
{
    QFETCH(QByteArray, text);
    const auto loaded = readWorkbook(text.toStdString());
    QVERIFY(loaded.has_value());
    const auto converted = convertWorkbook(*loaded, {Format::Yaml, Envelope::Contents, false});
    QVERIFY(converted.has_value());
    const auto again = readWorkbook(*converted);
    QVERIFY(again.has_value());
    QCOMPARE(noticesOf(*again), QStringList());
    QCOMPARE(again->workbook.elements.size(), loaded->workbook.elements.size());
}

void TestOlderForms::pointersOfSortsAndColors()
{
    const auto loaded = readWorkbook(R"yaml(contents:
  elements:
    - {id: t, kind: table, sort: [{id: a, direction: ascending}], groupings: [{id: g, groupBy: [a], sort: [{id: b}]}]}
    - {id: c, kind: bar-chart, color: {by: category, id: z}}
)yaml");
    QVERIFY(loaded.has_value());
    const Modernized now = modernizeWorkbook(loaded->workbook);
    QCOMPARE(now.steps.size(), 3);
    const model::Json &table = now.workbook.elements.find("t")->body();
    QCOMPARE(table.at("sort").at(0).at("columnId").get<std::string>(), std::string("a"));
    QCOMPARE(table.at("groupings").at(0).at("sort").at(0).at("columnId").get<std::string>(), std::string("b"));
    QCOMPARE(table.at("groupings").at(0).at("id").get<std::string>(), std::string("g"));
    QCOMPARE(now.workbook.elements.find("c")->body().at("color").at("column").get<std::string>(), std::string("z"));
}

QTEST_GUILESS_MAIN(TestOlderForms)
#include "tst_older_forms.moc"
