// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include "designer/panels/history_model.h"
#include "designer/panels/history_panel.h"
#include "designer/panels/outline_model.h"
#include "designer/panels/outline_move.h"
#include "designer/panels/outline_panel.h"
#include "designer/panels/palette_panel.h"
#include "designer/panels/problems_model.h"
#include "designer/panels/problems_panel.h"
#include "designer/widgets/search_field.h"
#include "model/change/diff.h"
#include "model/schema/catalogue.h"
#include "model/workbook/views/page_view.h"

using namespace tessera::designer;
using namespace tessera::model;

namespace {

// Two pages: "one" with a container (holding a chart) and a text below it, "two" empty; one element nowhere.
Workbook smallWorkbook()
{
    Workbook workbook;
    workbook.meta = {{"name", "Test"}};
    const auto element = [&](const char *id, const char *kind) {
        workbook.elements.append(Object(id, {{"id", id}, {"kind", kind}, {"name", id}}));
    };
    element("box", "container");
    element("chart", "bar-chart");
    element("note", "table");
    element("lost", "table");
    workbook.pages.append(Object("one", {{"id", "one"}, {"name", "One"}}));
    workbook.pages.append(Object("two", {{"id", "two"}, {"name", "Two"}}));
    LayoutSubtree page{1, {NodeKind::Page, "one", std::nullopt, 24, {}}, {}};
    LayoutSubtree box{2, {NodeKind::Container, "box", GridRect{0, 0, 24, 10}, 24, {}}, {}};
    box.children.push_back({3, {NodeKind::Element, "chart", GridRect{0, 0, 12, 8}, 24, {}}, {}});
    page.children.push_back(std::move(box));
    page.children.push_back({4, {NodeKind::Element, "note", GridRect{0, 10, 12, 8}, 24, {}}, {}});
    workbook.layout.insert(rootNode, 0, page);
    workbook.layout.insert(rootNode, 1, {5, {NodeKind::Page, "two", std::nullopt, 24, {}}, {}});
    return workbook;
}

const Catalogue &catalogue()
{
    static const Catalogue loaded = *loadCatalogue();
    return loaded;
}

struct Fixture
{
    Document document{smallWorkbook()};
    Session session{document, catalogue()};
};

QString shape(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList parts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString below = shape(model, index);
        parts.append(index.data().toString() + (below.isEmpty() ? QString() : u'(' + below + u')'));
    }
    return parts.join(u' ');
}

} // namespace

class TestPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlineShowsTheLayout();
    void outlineFollowsMoves();
    void outlineFilterTakesTheFirstMatch();
    void outlineRenames();
    void outlineAndSelectionAreInStep();
    void outlineFilters();
    void moveRefusesNonsense();
    void moveIntoAnotherContainerFits();
    void pagesHideAndShow();
    void paletteInsertsWithEnter();
    void problemsJumpAndFilter();
    void problemsFix();
    void historyKeepsBranches();
    void historyGoesWhereOneClicks();
    void diffTurnsOneIntoTheOther();
};

void TestPanels::outlineShowsTheLayout()
{
    Fixture f;
    OutlineModel model(f.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(shape(model), QStringLiteral("One(box(chart) note) Two Not on any page(lost)"));
}

void TestPanels::outlineFollowsMoves()
{
    Fixture f;
    OutlineModel model(f.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(f.session.commit(makeOutlineMove(f.session.workbook(), 4, 2, 0)));
    QCOMPARE(shape(model), QStringLiteral("One(box(note chart)) Two Not on any page(lost)"));
    QVERIFY(f.document.undo().has_value());
    QCOMPARE(shape(model), QStringLiteral("One(box(chart) note) Two Not on any page(lost)"));
    QVERIFY(f.session.commit(makeBlockMove(f.session.workbook(), Scope::Page, "two", 0)));
    QCOMPARE(shape(model), QStringLiteral("Two One(box(chart) note) Not on any page(lost)"));
}

void TestPanels::outlineFilterTakesTheFirstMatch()
{
    Fixture f;
    OutlinePanel panel(f.session);
    panel.show();
    auto *filter = panel.findChild<QLineEdit *>(QStringLiteral("outlineFilter"));
    QTest::keyClicks(filter, QStringLiteral("chart"));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(f.session.selection().elements(), QList<Key>{"chart"});
}

void TestPanels::outlineRenames()
{
    Fixture f;
    OutlineModel model(f.session);
    const QModelIndex chart = model.indexOf({Scope::Element, "chart"});
    QVERIFY(model.setData(chart, QStringLiteral("Revenue"), Qt::EditRole));
    QCOMPARE(chart.data().toString(), QStringLiteral("Revenue"));
    QCOMPARE(f.session.workbook().element("chart")->name(), std::string("Revenue"));
    QVERIFY(!model.setData(chart, QStringLiteral("  "), Qt::EditRole));
}

void TestPanels::outlineAndSelectionAreInStep()
{
    Fixture f;
    OutlinePanel panel(f.session);
    panel.show();
    auto *view = panel.findChild<QTreeView *>(QStringLiteral("outline"));
    f.session.selection().setElement("chart");
    QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("chart"));
    const QModelIndex two = view->model()->index(1, 0);
    view->scrollTo(two);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(two).center());
    QCOMPARE(f.session.selection().items(), (QList<Selected>{{Scope::Page, "two"}}));
    QCOMPARE(f.session.currentBlock(), std::string("two"));
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(f.session.selection().items(), (QList<Selected>{{Scope::Element, "note"}}));
    QCOMPARE(f.session.currentBlock(), std::string("one"));
}

void TestPanels::outlineFilters()
{
    Fixture f;
    OutlinePanel panel(f.session);
    panel.show();
    auto *view = panel.findChild<QTreeView *>(QStringLiteral("outline"));
    QTest::keyClicks(panel.findChild<SearchField *>(), QStringLiteral("char"));
    QCOMPARE(shape(*view->model()), QStringLiteral("One(box(chart))"));
}

void TestPanels::moveRefusesNonsense()
{
    Fixture f;
    QVERIFY(!makeOutlineMove(f.session.workbook(), 2, 3, 0));  // into a chart
    QVERIFY(!makeOutlineMove(f.session.workbook(), 2, 2, 0));  // into itself
    QVERIFY(!makeOutlineMove(f.session.workbook(), 1, 5, 0));  // a page
    QVERIFY(!makeOutlineMove(f.session.workbook(), 99, 5, 0)); // nothing
}

void TestPanels::moveIntoAnotherContainerFits()
{
    Fixture f;
    const auto move = makeOutlineMove(f.session.workbook(), 4, 2, -1);
    QVERIFY(move.has_value());
    QVERIFY(f.session.commit(*move));
    const LayoutNode *node = f.session.workbook().layout.node(4);
    QCOMPARE(node->rect->y, 8); // below what is there
    QVERIFY(!node->rect->intersects(*f.session.workbook().layout.node(3)->rect));
}

void TestPanels::pagesHideAndShow()
{
    Fixture f;
    QVERIFY(f.session.commit(QStringLiteral("Hide"), setPageHidden(f.session.workbook(), "two", true)));
    QVERIFY(isHiddenPage(*f.session.workbook().pages.find("two")));
    QVERIFY(f.session.commit(QStringLiteral("Show"), setPageHidden(f.session.workbook(), "two", false)));
    QVERIFY(!isHiddenPage(*f.session.workbook().pages.find("two")));
    QVERIFY(f.session.workbook().pages == smallWorkbook().pages);
}

void TestPanels::paletteInsertsWithEnter()
{
    PalettePanel panel(catalogue());
    panel.show();
    QSignalSpy wanted(&panel, &PalettePanel::insertRequested);
    auto *search = panel.findChild<SearchField *>();
    QTest::keyClicks(search, QStringLiteral("bar chart"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("bar-chart"));
}

namespace {

QList<Diagnostic> twoProblems()
{
    Diagnostic warning;
    warning.severity = Severity::Warning;
    warning.rule = "test.warning";
    warning.message = QStringLiteral("The note is empty.");
    warning.target = {Scope::Element, "note", {}, 0};
    Diagnostic error;
    error.rule = "test.error";
    error.message = QStringLiteral("The chart has no columns.");
    error.hint = QStringLiteral("Drag a column of its source onto it, or choose columns in the inspector: a chart "
                                "shows nothing without one on each of its axes.");
    error.target = {Scope::Element, "chart", {}, 0};
    error.fix = QuickFix{QStringLiteral("Rename it"), [](const Workbook &workbook) -> Result<Transaction> {
                             Transaction transaction;
                             transaction.changes = setDisplayName(workbook, Scope::Element, "chart", "Fixed");
                             return transaction;
                         }};
    return {warning, error};
}

} // namespace

void TestPanels::problemsJumpAndFilter()
{
    Fixture f;
    f.session.setCurrentBlock("two");
    f.session.setDiagnostics(twoProblems());
    ProblemsModel model(f.session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.at(0)->severity, Severity::Error); // worst first
    model.setShown(Severity::Error, false);
    QCOMPARE(model.rowCount(), 1);
    ProblemsPanel panel(f.session);
    panel.show();
    panel.goToNext();
    QCOMPARE(f.session.selection().elements(), QList<Key>{"chart"});
    QCOMPARE(f.session.currentBlock(), std::string("one"));
    panel.goToNext();
    QCOMPARE(f.session.selection().elements(), QList<Key>{"note"});
    panel.goToPrevious();
    QCOMPARE(f.session.selection().elements(), QList<Key>{"chart"});
}

void TestPanels::problemsFix()
{
    Fixture f;
    f.session.setDiagnostics(twoProblems());
    ProblemsPanel panel(f.session);
    panel.resize(700, 300);
    panel.show();
    panel.goToNext();
    auto *fix = panel.findChild<QPushButton *>(QStringLiteral("problemFix"));
    QVERIFY(fix->isVisible());
    const auto *hint = panel.findChild<QLabel *>(QStringLiteral("problemHint"));
    QVERIFY(hint->isVisible() && hint->text().startsWith(u"Drag a column"));
    QVERIFY(hint->height() >= hint->heightForWidth(hint->width())); // all of it can be read
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(f.session.workbook().element("chart")->name(), std::string("Fixed"));
    QCOMPARE(f.document.history().entry(1).transaction.label, QStringLiteral("Rename it"));
}

void TestPanels::historyKeepsBranches()
{
    Fixture f;
    HistoryModel model(f.document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto rename = [&](const char *name) {
        return f.session.commit(QString::fromLatin1(name),
                                setDisplayName(f.session.workbook(), Scope::Element, "chart", name));
    };
    QVERIFY(rename("a") && rename("b"));
    QVERIFY(f.document.undo().has_value());
    QVERIFY(rename("c"));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("c"));
    QVERIFY(model.index(0).data(HistoryModel::CurrentRole).toBool());
    QCOMPARE(model.laneCount(), 2);
    QCOMPARE(model.index(0).data(HistoryModel::LaneRole).toInt(), 1);
    QVERIFY(!model.indexOf(2).data(HistoryModel::AppliedRole).toBool());
    QVERIFY(model.opensAt(1, 1));
}

void TestPanels::historyGoesWhereOneClicks()
{
    Fixture f;
    HistoryPanel panel(f.session);
    panel.resize(300, 300);
    panel.show();
    f.session.commit(QStringLiteral("a"), setDisplayName(f.session.workbook(), Scope::Element, "chart", "a"));
    auto *view = panel.findChild<QListView *>();
    const QModelIndex opened = view->model()->index(1, 0);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(opened).center());
    QCOMPARE(f.document.history().current(), 0);
    QCOMPARE(f.session.workbook().element("chart")->name(), std::string("chart"));
}

void TestPanels::diffTurnsOneIntoTheOther()
{
    Fixture f;
    Workbook other = smallWorkbook();
    other.meta["name"] = "Other";
    other.elements.removeAt(3);
    other.elements.replace(1, Object("chart", {{"id", "chart"}, {"kind", "line-chart"}, {"columns", Json::array()}}));
    other.elements.insert(0, Object("fresh", {{"id", "fresh"}, {"kind", "text"}}));
    other.pages.move(0, 1);
    LayoutNode moved = *other.layout.node(4);
    moved.rect = GridRect{12, 10, 12, 8};
    other.layout.replace(4, moved);
    Transaction transaction = diff(f.session.workbook(), other);
    QVERIFY(!transaction.changes.empty());
    QVERIFY(f.session.commit(std::move(transaction)));
    QVERIFY(f.session.workbook().meta == other.meta);
    QVERIFY(f.session.workbook().elements == other.elements);
    QVERIFY(f.session.workbook().pages == other.pages);
    QVERIFY(diff(f.session.workbook(), other).changes.empty());
    QVERIFY(f.document.undo().has_value());
    QVERIFY(f.session.workbook() == smallWorkbook());
}

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
