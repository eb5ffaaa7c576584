// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "model/change/change_json.h"
#include "model/change/document.h"
#include "model/workbook/invariants.h"
#include "model/workbook/workbook_snapshot.h"

using namespace tessera::model;

namespace {

Workbook twoCharts()
{
    Workbook workbook;
    workbook.meta["name"] = "Sales";
    workbook.pages.append(Object("p", {{"id", "p"}, {"name", "Page"}}));
    workbook.elements.append(Object("a", {{"id", "a"}, {"kind", "bar-chart"}, {"name", "A"}}));
    workbook.elements.append(Object("b", {{"id", "b"}, {"kind", "line-chart"}}));
    LayoutSubtree page{1, {NodeKind::Page, "p", {}, 24, {}}, {}};
    page.children.push_back({2, {NodeKind::Element, "a", GridRect{0, 0, 12, 8}, 24, {}}, {}});
    page.children.push_back({3, {NodeKind::Element, "b", GridRect{12, 0, 12, 8}, 24, {}}, {}});
    workbook.layout.insert(rootNode, 0, page);
    return workbook;
}

Transaction placed(NodeId node, GridRect from, GridRect to, int index)
{
    Transaction t;
    t.label = QStringLiteral("Move");
    t.changes.push_back(MoveNode{node, {1, index, from}, {1, index, to}});
    return t;
}

Transaction renamed(const std::string &from, const std::string &to)
{
    Transaction t;
    t.label = QStringLiteral("Rename");
    t.gesture = "name/a";
    t.changes.push_back(SetProperty{Scope::Element, "a", "/name", Json(from), Json(to)});
    return t;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoRestoresTheExactState()
    {
        const Workbook before = twoCharts();
        Document document(before);
        QVERIFY(document.apply(placed(2, {0, 0, 12, 8}, {0, 8, 12, 8}, 0)));
        QVERIFY(document.apply(renamed("A", "B")));
        QVERIFY(document.workbook() != before);
        QVERIFY(document.undo());
        QVERIFY(document.undo());
        QVERIFY(document.workbook() == before);
        QVERIFY(!document.history().canUndo());
        QVERIFY(document.redo() && document.redo());
        QCOMPARE(document.workbook().element("a")->name(), std::string("B"));
    }

    void aChangeThatDoesNotFitLeavesEverything()
    {
        const Workbook before = twoCharts();
        Document document(before);
        Transaction t = renamed("A", "B");
        t.changes.push_back(SetProperty{Scope::Element, "b", "/name", Json("never"), Json("x")});
        const auto done = document.apply(t);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
        QVERIFY(document.workbook() == before);
        QCOMPARE(document.history().size(), 1);
    }

    void oneGestureIsOneStep()
    {
        Document document(twoCharts());
        QVERIFY(document.apply(renamed("A", "Ab")));
        QVERIFY(document.apply(renamed("Ab", "Abc")));
        QCOMPARE(document.history().size(), 2);
        QVERIFY(document.undo());
        QCOMPARE(document.workbook().element("a")->name(), std::string("A"));
    }

    void noOpsLeaveNoHistory()
    {
        Document document(twoCharts());
        QSignalSpy applied(&document, &Document::applied);
        QVERIFY(document.apply(renamed("A", "A")));
        QCOMPARE(document.history().size(), 1);
        QCOMPARE(applied.size(), 0);
    }

    void historyIsATree()
    {
        Document document(twoCharts());
        QVERIFY(document.apply(placed(2, {0, 0, 12, 8}, {0, 8, 12, 8}, 0)));
        const History::Step moved = document.history().current();
        QVERIFY(document.undo());
        QVERIFY(document.apply(renamed("A", "Z")));
        QVERIFY(document.goTo(moved));
        QCOMPARE(document.workbook().element("a")->name(), std::string("A"));
        QCOMPARE(document.workbook().layout.node(2)->rect->y, 8);
        QCOMPARE(document.history().size(), 3);
    }

    void journalReplayGivesTheSameDocument()
    {
        Document document(twoCharts());
        Document other(twoCharts());
        connect(&document, &Document::recorded, this, [&](const JournalRecord &record) {
            JournalRecord copy = record;
            if (record.kind != JournalRecord::Kind::GoTo) {
                const auto read = transactionFromJson(toJson(record.transaction));
                QVERIFY(read);
                QVERIFY(*read == record.transaction);
                copy.transaction = *read;
            }
            QVERIFY(other.replay(copy));
        });
        QVERIFY(document.apply(renamed("A", "Ab")));
        QVERIFY(document.apply(renamed("Ab", "Abc")));
        QVERIFY(document.apply(placed(3, {12, 0, 12, 8}, {12, 4, 12, 8}, 1)));
        QVERIFY(document.undo());
        QVERIFY(document.apply(renamed("Abc", "Q")));
        QVERIFY(other.workbook() == document.workbook());
        QVERIFY(other.history() == document.history());
        QCOMPARE(checkInvariants(other.workbook()), QStringList());
    }

    void snapshotIsExact()
    {
        const Workbook workbook = twoCharts();
        const auto read = fromSnapshot(toSnapshot(workbook));
        QVERIFY(read);
        QVERIFY(*read == workbook);
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
