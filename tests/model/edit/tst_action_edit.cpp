// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/change/document.h"
#include "model/edit/action_edit.h"
#include "model/workbook/action_words.h"

using namespace tessera::model;

namespace {

const ActionHost host{Scope::Element, "b"};

// Effects that can be told apart by a link.
Json link(const char *url)
{
    return {{"effect", "open-url"}, {"url", url}};
}

Workbook workbook()
{
    Workbook out;
    const Json decision = {
        {"effect", "if-else"},
        {"if", {{"condition", {{"type", "formula"}, {"formula", "[R] = \"x\""}}}, {"effects", {link("yes")}}}},
        {"else", {{"effects", Json::array()}}}};
    const Json action = {
        {"id", "a1"}, {"trigger", "on-click"}, {"effects", {link("0"), link("1"), decision, link("3")}}};
    out.elements.append(Object("b", {{"id", "b"}, {"kind", "button"}, {"actions", Json::array({action})}}));
    out.elements.append(Object("c", {{"id", "c"}, {"kind", "control"}, {"controlId", "R"}, {"name", "Region"}}));
    out.elements.append(Object(
        "t", {{"id", "t"}, {"kind", "table"}, {"name", "Orders"}, {"actions", Json::array({{{"id", "a1-2"}}})}}));
    out.overlays.append(Object("m", {{"id", "m"}, {"type", "modal"}, {"name", "New order"}}));
    return out;
}

// The links of a list in order, "?" for a decision.
QString order(const Document &document, const std::string &path)
{
    const Json *list = at(document.workbook().element("b")->body(), path);
    QStringList links;
    for (const Json &effect : *list)
        links << (stringMember(effect, "effect") == "if-else" ? QStringLiteral("?")
                                                              : toQString(stringMember(effect, "url")));
    return links.join(u' ');
}

} // namespace

class TestActionEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flowsFollowBranches()
    {
        const auto flows = actionFlows(*workbook().element("b"));
        QCOMPARE(flows.size(), std::size_t(1));
        QCOMPARE(flows[0].steps.size(), std::size_t(4));
        QCOMPARE(flows[0].steps[2].branches.size(), std::size_t(2));
        QCOMPARE(flows[0].steps[2].branches[0].steps[0].path, std::string("/actions/0/effects/2/if/effects/0"));
        QCOMPARE(flows[0].steps[2].branches[1].effectsPath, std::string("/actions/0/effects/2/else/effects"));
        QVERIFY(flows[0].enabled);
    }

    void moves_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("list");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("main");
        QTest::addColumn<QString>("yes");
        QTest::addColumn<QString>("landed");
        const auto top = QStringLiteral("/actions/0/effects");
        const auto yes = QStringLiteral("/actions/0/effects/2/if/effects");
        QTest::newRow("to the right") << top + u"/0"_qs << top << 2 << u"1 0 ? 3"_qs << u"yes"_qs << top + u"/1"_qs;
        QTest::newRow("to the left") << top + u"/3"_qs << top << 0 << u"3 0 1 ?"_qs << u"yes"_qs << top + u"/0"_qs;
        QTest::newRow("to the end") << top + u"/1"_qs << top << -1 << u"0 ? 3 1"_qs << u"yes"_qs << top + u"/3"_qs;
        QTest::newRow("into a branch behind it")
            << top + u"/0"_qs << yes << 1 << u"1 ? 3"_qs << u"yes 0"_qs << u"/actions/0/effects/1/if/effects/1"_qs;
        QTest::newRow("into a branch before it")
            << top + u"/3"_qs << yes << 0 << u"0 1 ?"_qs << u"3 yes"_qs << yes + u"/0"_qs;
        QTest::newRow("out of a branch") << yes + u"/0"_qs << top << 0 << u"yes 0 1 ? 3"_qs << QString()
                                         << top + u"/0"_qs;
        QTest::newRow("where it is") << top + u"/1"_qs << top << 2 << u"0 1 ? 3"_qs << u"yes"_qs << top + u"/1"_qs;
    }

    void moves()
    {
        QFETCH(QString, path);
        QFETCH(QString, list);
        QFETCH(int, index);
        QFETCH(QString, main);
        QFETCH(QString, yes);
        QFETCH(QString, landed);
        Document document(workbook());
        const auto placed = makeMoveEffect(document.workbook(), host, toUtf8(path), toUtf8(list), index);
        QVERIFY(placed);
        QCOMPARE(toQString(placed->path), landed);
        QVERIFY(document.apply(placed->transaction));
        QCOMPARE(order(document, "/actions/0/effects"), main);
        const auto flows = actionFlows(*document.workbook().element("b"));
        const auto decision = std::find_if(flows[0].steps.begin(), flows[0].steps.end(),
                                           [](const FlowStep &s) { return !s.branches.empty(); });
        QCOMPARE(order(document, decision->branches[0].effectsPath), yes);
        if (document.history().canUndo())
            QVERIFY(document.undo());
        QVERIFY(document.workbook() == workbook());
    }

    void noMoveIntoItself()
    {
        const auto placed =
            makeMoveEffect(workbook(), host, "/actions/0/effects/2", "/actions/0/effects/2/if/effects", 0);
        QVERIFY(!placed);
        QVERIFY(!makeMoveEffect(workbook(), host, "/actions/7/effects/0", "/actions/0/effects", 0));
    }

    void idsAreUniqueInTheWorkbook()
    {
        Document document(workbook());
        const auto copy = makeDuplicateAction(document.workbook(), host, 0);
        QVERIFY(copy && document.apply(copy->transaction));
        QCOMPARE(copy->path, std::string("/actions/1"));
        QCOMPARE(actionFlows(*document.workbook().element("b"))[1].id,
                 std::string("a1-3")); // a1-2 is on another element
        QVERIFY(document.apply(*makeRemoveAction(document.workbook(), host, 0)));
        QCOMPARE(actionFlows(*document.workbook().element("b")).size(), std::size_t(1));
    }

    void turnsOffAndOn()
    {
        Document document(workbook());
        QVERIFY(document.apply(*makeSetActionEnabled(document.workbook(), host, 0, false)));
        QVERIFY(!actionFlows(*document.workbook().element("b"))[0].enabled);
        QVERIFY(document.apply(*makeSetActionEnabled(document.workbook(), host, 0, true)));
        QVERIFY(document.workbook() == workbook());
    }

    void branchesComeAndGo()
    {
        Document document(workbook());
        const auto added = makeAddBranch(document.workbook(), host, "/actions/0/effects/2", FlowBranch::Kind::ElseIf);
        QVERIFY(added && document.apply(added->transaction));
        QCOMPARE(actionFlows(*document.workbook().element("b"))[0].steps[2].branches.size(), std::size_t(3));
        QVERIFY(document.apply(*makeRemoveBranch(document.workbook(), host, added->path)));
        QCOMPARE(actionFlows(*document.workbook().element("b"))[0].steps[2].branches.size(), std::size_t(2));
        QVERIFY(
            !makeAddBranch(document.workbook(), host, "/actions/0/effects/2", FlowBranch::Kind::Else)); // it has one
        QVERIFY(document.apply(*makeRemoveBranch(document.workbook(), host, "/actions/0/effects/2/else")));
        const auto last = makeAddBranch(document.workbook(), host, "/actions/0/effects/2", FlowBranch::Kind::Else);
        QVERIFY(last && document.apply(last->transaction));
    }

    void phrasesNameThings_data()
    {
        QTest::addColumn<QString>("effect");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("dangling");
        const auto row = [](const char *json, const char *text, bool dangling = false) {
            QTest::newRow(text) << QString::fromUtf8(json) << QString::fromUtf8(text) << dangling;
        };
        row("{\"effect\":\"set-control-value\",\"control\":\"R\",\"value\":{\"type\":\"constant\",\"value\":{\"type\":"
            "\"text\",\"value\":\"West\"}}}",
            "Set Region to West");
        row("{\"effect\":\"open-overlay\",\"overlayId\":\"m\"}", "Open New order");
        row("{\"effect\":\"open-overlay\",\"overlayId\":\"gone\"}", "Open gone", true);
        row("{\"effect\":\"refresh-element\",\"target\":{\"type\":\"element\",\"element\":\"t\"}}", "Refresh Orders");
        row("{\"effect\":\"set-control-value\",\"control\":\"Z\",\"value\":{\"type\":\"control\",\"control\":\"R\"}}",
            "Set Z to Region", true);
        row("{\"effect\":\"insert-rows\",\"tableElementId\":\"t\",\"values\":{\"a\":{},\"b\":{}}}",
            "Add a row to Orders");
        row("{\"effect\":\"delete-rows\",\"tableElementId\":\"t\",\"whichRows\":{\"type\":\"formula\",\"formula\":"
            "\"True\"}}",
            "Delete all rows of Orders");
        row("{\"effect\":\"close-overlay\"}", "Close the open overlay");
        row("{\"effect\":\"brand-new\"}", "brand-new");
        row("{}", "No effect chosen", true);
        row("{\"effect\":\"export\",\"channel\":\"download\",\"source\":{\"type\":\"element\",\"element\":\"t\"},"
            "\"format\":{\"type\":\"csv\"}}",
            "Download Orders as CSV");
    }

    void phrasesNameThings()
    {
        QFETCH(QString, effect);
        QFETCH(QString, text);
        QFETCH(bool, dangling);
        const Workbook book = workbook();
        const Phrase phrase = effectPhrase(book, *book.element("b"), *readJson(toUtf8(effect)));
        QCOMPARE(phrase.text(), text);
        QCOMPARE(phrase.isDangling(), dangling);
    }
};

QTEST_GUILESS_MAIN(TestActionEdit)
#include "tst_action_edit.moc"
