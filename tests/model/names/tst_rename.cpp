// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include <QTest>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/change/apply.h"
#include "model/checks/checker.h"
#include "model/names/rename.h"
#include "model/table/memory_row_store.h"

#include "names_workbook.h"

using namespace tessera::model;

namespace {

Workbook applied(const Workbook &workbook, const Result<Transaction> &transaction)
{
    Workbook after = workbook;
    MemoryRowStore rows;
    if (!transaction)
        qWarning("%s", qPrintable(transaction.error().message));
    const bool done = transaction && apply(after, rows, *transaction);
    if (!done)
        qWarning("the transaction does not apply");
    return done ? after : Workbook();
}

QString textAt(const Workbook &workbook, const std::string &element, const std::string &path)
{
    const Object *object = workbook.element(element);
    const Json *value = object ? at(object->body(), path) : nullptr;
    return value ? toQString(stringOf(*value)) : QStringLiteral("(nothing)");
}

} // namespace

class TestRename : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elementInAllLanguages()
    {
        const Workbook w =
            applied(namesWorkbook(), makeRename(namesWorkbook(), Scope::Element, "base", "/name", "Orders (new)"));
        QCOMPARE(textAt(w, "base", "/name"), u"Orders (new)"_qs);
        QCOMPARE(textAt(w, "chart", "/columns/1/formula"), u"Sum( [Orders (new)/Amount] )"_qs);
        QCOMPARE(textAt(w, "chart", "/columns/2/formula"), u"\"[Orders Base/Amount]\" & [ Orders (new) / Amount ]"_qs);
        QCOMPARE(textAt(w, "text", "/body"),
                 u"Total {{Sum([Orders (new)/Amount]) | $,.0f}} of [Orders Base/Amount]"_qs);
        QCOMPARE(textAt(w, "other", "/columns/1/formula"),
                 u"Lookup([Orders (new)/Amount], [Key], [Orders (new)/Id])"_qs);
        QCOMPARE(toQString(stringOf(*at(w.contents, "/agents/0/instructions"))),
                 u"Say {{Sum([Orders (new)/Amount])}} from @dataSource(\"base\")."_qs);
    }

    void elementThroughLegAndCards()
    {
        const Workbook w = applied(namesWorkbook(), makeRenameElement(namesWorkbook(), "base", "Sales"));
        QCOMPARE(textAt(w, "joined", "/source/joins/0/name"), u"Sales"_qs);
        QCOMPARE(textAt(w, "joined", "/columns/1/formula"), u"[Sales/Amount]"_qs);
        QCOMPARE(textAt(w, "joined", "/columns/0/formula"), u"[Star/Id]"_qs);
        QCOMPARE(textAt(w, "cardText", "/body"), u"{{[Sales repeated container/Amount]}}"_qs);
    }

    void ofTwoElementsWithOneNameOnlyTheRightOne()
    {
        const Workbook w = applied(namesWorkbook(), makeRenameElement(namesWorkbook(), "twin2", "Twin B"));
        QCOMPARE(textAt(w, "onTwin2", "/columns/0/formula"), u"[Twin B/Id]"_qs);
        QCOMPARE(textAt(w, "onTwin1", "/columns/0/formula"), u"[Twin/Id]"_qs);
    }

    void columnHereAndDownstream()
    {
        const Workbook w =
            applied(namesWorkbook(), makeRename(namesWorkbook(), Scope::Element, "base", "/columns/1/name", "Net"));
        QCOMPARE(textAt(w, "base", "/columns/2/formula"), u"[Net] * 2"_qs);
        QCOMPARE(textAt(w, "base", "/columns/1/formula"),
                 u"[ORDERS/AMOUNT]"_qs); // the warehouse column is another thing
        QCOMPARE(textAt(w, "chart", "/columns/1/formula"), u"Sum( [Orders Base/Net] )"_qs);
        QCOMPARE(textAt(w, "other", "/columns/2/formula"), u"[Amount] + 1"_qs); // its own column of that name
        QCOMPARE(textAt(w, "joined", "/columns/1/formula"), u"[Orders Base/Net]"_qs);
        QCOMPARE(textAt(w, "joined", "/source/joins/0/columns/0/right"), u"[Net]"_qs);
        QCOMPARE(textAt(w, "joined", "/source/joins/0/columns/0/left"), u"[Amount]"_qs);
        QCOMPARE(textAt(w, "united", "/source/matches/0/sourceColumns/0"), u"[Net]"_qs);
        QCOMPARE(textAt(w, "united", "/source/matches/0/sourceColumns/1"), u"[Amount]"_qs);
        QCOMPARE(textAt(w, "button", "/actions/0/effects/0/whichRows/formula"),
                 u"[Amount] > 1"_qs); // the input table's own
        QCOMPARE(textAt(w, "base", "/actions/0/effects/0/value/formula"), u"[Selection/Net]"_qs);
        // A column without a name shows what it passes through, and so do those below it.
        QCOMPARE(textAt(w, "passing", "/columns/0/formula"), u"[Orders Base/Net]"_qs);
        QCOMPARE(textAt(w, "belowPassing", "/columns/0/formula"), u"[Passing/Net]"_qs);
    }

    void spellingInAnotherCaseIsTheSameName()
    {
        Workbook workbook = namesWorkbook();
        Json body = workbook.element("base")->body();
        assign(body, "/columns/2/formula", Json("[AMOUNT]*[ amount ]"));
        workbook.elements.replace(workbook.elements.indexOf("base"), Object("base", body));
        const Workbook w = applied(workbook, makeRenameColumn(workbook, "base", "c-amount", "Net"));
        QCOMPARE(textAt(w, "base", "/columns/2/formula"), u"[Net]*[ Net ]"_qs);
    }

    void pivotTotalsFollow()
    {
        const Workbook w = applied(namesWorkbook(), makeRenameColumn(namesWorkbook(), "pivot", "pv", "Revenue"));
        QCOMPARE(textAt(w, "pivot", "/columns/2/formula"), u"[Revenue] / [Revenue (Row Total)]"_qs);
    }

    void targetRowsFollowTheirTable()
    {
        const Workbook w = applied(namesWorkbook(), makeRenameColumn(namesWorkbook(), "input", "amt", "Sum"));
        QCOMPARE(textAt(w, "button", "/actions/0/effects/0/whichRows/formula"), u"[Sum] > 1"_qs);
    }

    void controlEverywhere()
    {
        const Workbook w =
            applied(namesWorkbook(), makeRename(namesWorkbook(), Scope::Element, "ctl", "/controlId", "pArea"));
        QCOMPARE(textAt(w, "base", "/columns/3/formula"), u"[pArea] = \"pRegion\""_qs);
        QCOMPARE(textAt(w, "dates", "/body"), u"{{[pArea]}} {{[pRegion2]}}"_qs);
        QCOMPARE(textAt(w, "sqlTable", "/source/statement"),
                 u"SELECT 1 WHERE r = {{pArea}} OR r = {{ pArea }} -- pRegion"_qs);
        QCOMPARE(textAt(w, "button", "/actions/0/effects/1/control"), u"pArea"_qs);
        QCOMPARE(textAt(w, "button", "/actions/0/effects/1/value/control"), u"pArea"_qs);
        QCOMPARE(textAt(w, "button", "/actions/0/effects/2/scope/controlId"), u"pArea"_qs);
        QCOMPARE(textAt(w, "mirror", "/controlId"), u"pArea"_qs);
    }

    void collisionsAreRefused_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        const auto conflict = static_cast<int>(ErrorCode::Conflict);
        QTest::newRow("column of the same element") << u"base"_qs << u"/columns/1/name"_qs << u"ID"_qs << conflict;
        QTest::newRow("another control") << u"ctl"_qs << u"/controlId"_qs << u"PREGION2"_qs << conflict;
        QTest::newRow("another element that is referred to")
            << u"other"_qs << u"/name"_qs << u"orders base"_qs << conflict;
        QTest::newRow("slash in an element's name") << u"base"_qs << u"/name"_qs << u"A/B"_qs << conflict;
        QTest::newRow("no name at all") << u"base"_qs << u"/name"_qs << u""_qs << static_cast<int>(ErrorCode::Invalid);
        QTest::newRow("no handle") << u"ctl"_qs << u"/controlId"_qs << u""_qs << static_cast<int>(ErrorCode::Invalid);
        QTest::newRow("no such element") << u"ghost"_qs << u"/name"_qs << u"X"_qs
                                         << static_cast<int>(ErrorCode::NotFound);
    }

    void collisionsAreRefused()
    {
        QFETCH(QString, element);
        QFETCH(QString, path);
        QFETCH(QString, name);
        QFETCH(int, code);
        const auto done = makeRename(namesWorkbook(), Scope::Element, toUtf8(element), toUtf8(path), toUtf8(name));
        QVERIFY(!done);
        QCOMPARE(static_cast<int>(done.error().code), code);
        QVERIFY(!done.error().message.isEmpty());
    }

    void titlesNobodyRefersToMayRepeat()
    {
        QVERIFY(makeRename(namesWorkbook(), Scope::Element, "chart", "/name", "Pivot"));
        QVERIFY(makeRename(namesWorkbook(), Scope::Page, "pg", "/name", "Overview"));
    }

    void styledNamesKeepTheirStyle()
    {
        const Workbook w = applied(namesWorkbook(), makeRenameElement(namesWorkbook(), "pivot", "Matrix"));
        QCOMPARE(textAt(w, "pivot", "/name/text"), u"Matrix"_qs);
        QCOMPARE(textAt(w, "pivot", "/name/color"), u"#112233"_qs);
    }

    // Whatever is renamed to a fresh name and back leaves not a byte changed.
    void thereAndBackIsIdentity()
    {
        const Workbook before = namesWorkbook();
        std::mt19937 random(7);
        int renamed = 0;
        for (int round = 0; round < 200; ++round) {
            const Object &element =
                before.elements.at(static_cast<int>(random() % static_cast<unsigned>(before.elements.size())));
            std::string path = "/name";
            const Json *columns = at(element.body(), "/columns");
            if (element.kind() == "control" && random() % 2)
                path = "/controlId";
            else if (columns && !columns->empty() && random() % 2)
                path = "/columns/" + std::to_string(random() % columns->size()) + "/name";
            const Json *old = at(element.body(), path);
            if (!old || !old->is_string())
                continue;
            const std::string fresh = "Fresh " + std::to_string(round) + (round % 3 == 0 ? " [x]" : "");
            const auto there = makeRename(before, Scope::Element, element.key(), path, fresh);
            if (!there && path == "/controlId")
                continue; // handles in SQL cannot carry brackets
            QVERIFY2(there, there ? "" : qPrintable(there.error().message));
            const Workbook between = applied(before, there);
            QVERIFY(between != before);
            const auto back = makeRename(between, Scope::Element, element.key(), path, stringOf(*old));
            QVERIFY2(back, back ? "" : qPrintable(back.error().message));
            QVERIFY2(applied(between, back) == before, (element.key() + path + " as " + fresh).c_str());
            ++renamed;
        }
        QVERIFY(renamed > 100);
    }

    void idsRewriteReferences()
    {
        const Workbook before = namesWorkbook();
        const Workbook w = applied(before, makeRenameId(before, Scope::Element, "base", "/id", "orders"));
        QCOMPARE(w.element("base")->id(), std::string("orders"));
        QCOMPARE(textAt(w, "chart", "/source/elementId"), u"orders"_qs);
        QCOMPARE(textAt(w, "ctl", "/filters/0/source/elementId"), u"orders"_qs);
        QCOMPARE(textAt(w, "joined", "/source/joins/0/right/elementId"), u"orders"_qs);
        QVERIFY(w.layout.findElement("orders") != rootNode);
        QVERIFY(w.layout.findElement("base") == rootNode);
        QVERIFY(stringOf(*at(w.contents, "/agents/0/instructions")).find("@dataSource(\"orders\")") !=
                std::string::npos);
        QCOMPARE(toQString(stringOf(*at(w.contents, "/agents/0/dataSources/0/elementId"))), u"orders"_qs);
        const auto back = makeRenameId(w, Scope::Element, "base", "/id", "base");
        QVERIFY(applied(w, back) == before);
        QVERIFY(!makeRenameId(before, Scope::Element, "base", "/id", "chart"));
    }

    void columnIdsRewriteReferences()
    {
        const Workbook before = namesWorkbook();
        const Workbook w = applied(before, makeRenameId(before, Scope::Element, "input", "/columns/1/id", "amount"));
        const Json &effect = *at(w.element("button")->body(), "/actions/0/effects/0");
        QVERIFY(at(effect, "/values/amount"));
        QVERIFY(!at(effect, "/values/amt"));
        const auto back = makeRenameId(w, Scope::Element, "input", "/columns/1/id", "amt");
        QVERIFY(applied(w, back) == before);
        const Workbook c = applied(before, makeRenameId(before, Scope::Element, "chart", "/columns/1/id", "why"));
        QCOMPARE(textAt(c, "chart", "/yAxis/columnIds/0"), u"why"_qs);
        QCOMPARE(textAt(c, "chart", "/xAxis/sort/by"), u"why"_qs);
        QCOMPARE(textAt(c, "chart", "/color/by"), u"category"_qs);
        QCOMPARE(textAt(c, "pivot", "/values/0"), u"pv"_qs);
        const Workbook d = applied(before, makeRenameId(before, Scope::Element, "base", "/columns/0/id", "number"));
        QCOMPARE(textAt(d, "ctl", "/filters/0/columnId"), u"number"_qs);
        QCOMPARE(textAt(d, "ctl", "/source/columnId"), u"number"_qs);
    }

    void blockIdsRewriteReferences()
    {
        const Workbook before = namesWorkbook();
        const Workbook w = applied(before, makeRenameId(before, Scope::Page, "pg", "/id", "home"));
        QVERIFY(w.layout.findBlock("home") != rootNode);
        QCOMPARE(textAt(w, "button", "/actions/0/effects/3/target/page"), u"home"_qs);
        QVERIFY(applied(w, makeRenameId(w, Scope::Page, "pg", "/id", "pg")) == before);
    }

    void manyElementsStayQuick()
    {
        Workbook workbook = namesWorkbook();
        for (int i = 0; i < 5000; ++i) {
            const std::string id = "k" + std::to_string(i);
            workbook.elements.append(Object(
                id, {{"id", id},
                     {"kind", "kpi-chart"},
                     {"name", "KPI " + std::to_string(i)},
                     {"source", {{"kind", "table"}, {"elementId", "base"}}},
                     {"columns", Json::array({{{"id", "v"}, {"name", "V"}, {"formula", "Sum([Orders Base/Id])"}}})}}));
        }
        Result<Transaction> renamed = makeRenameColumn(workbook, "base", "c-amount", "Net");
        QVERIFY(renamed);
        QBENCHMARK_ONCE
        {
            renamed = makeRenameElement(workbook, "k77", "Main KPI");
        }
        QVERIFY(renamed);
        QCOMPARE(renamed->changes.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestRename)
#include "tst_rename.moc"
