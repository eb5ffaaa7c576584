// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "designer/canvas/canvas_view.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "every_kind.h"
#include "model/base/json_text.h"
#include "model/layout/block_geometry.h"
#include "model/schema/catalogue.h"
#include "model/workbook/invariants.h"

using namespace tessera;
using namespace tessera::designer;

namespace {

const model::Catalogue &catalogue()
{
    static const model::Result<model::Catalogue> loaded = model::loadCatalogue();
    return *loaded;
}

// A canvas in a window of its own, with hands.
struct Bench
{
    explicit Bench(model::Workbook workbook, const std::string &block = {})
        : document(std::move(workbook))
        , session(document, catalogue())
        , view(session)
    {
        if (!block.empty())
            session.setCurrentBlock(block);
        view.resize(1400, 900);
        view.show();
        view.setFocus();
    }

    QWidget *port() { return view.viewport(); }
    QPoint middleOf(const char *element) const { return view.viewportRect(element).center(); }
    model::GridRect rectOf(const char *element) const
    {
        const model::LayoutTree &layout = session.workbook().layout;
        return *layout.node(layout.findElement(element))->rect;
    }
    model::NodeId parentOf(const char *element) const
    {
        const model::LayoutTree &layout = session.workbook().layout;
        return layout.parentOf(layout.findElement(element));
    }
    void drag(QPoint from, QPoint to, bool release = true)
    {
        QTest::mousePress(port(), Qt::LeftButton, {}, from);
        const QPoint way = to - from;
        for (int i = 1; i <= 6; ++i)
            move(from + way * i / 6);
        if (release)
            QTest::mouseRelease(port(), Qt::LeftButton, {}, to);
    }
    void move(QPoint to)
    {
        QMouseEvent event(QEvent::MouseMove, to, port()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port(), &event);
    }
    bool drop(const char *kind, QPoint at, bool release = true)
    {
        QMimeData data;
        data.setData(QLatin1String(kindMimeType), kind);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port(), &enter);
        QDragMoveEvent over(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port(), &over);
        if (!release)
            return enter.isAccepted();
        QDropEvent fall(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port(), &fall);
        return enter.isAccepted();
    }

    model::Document document;
    Session session;
    CanvasView view;
};

std::string selected(Bench &bench)
{
    std::string all;
    for (const model::Key &key : bench.session.selection().elements())
        all += (all.empty() ? "" : " ") + key;
    return all;
}

} // namespace

class TestCanvas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(model::loadCatalogue());
        applyTheme(*qApp, Tokens::light());
    }

    void clicksSelect()
    {
        Bench bench(tests::manyCharts(8));
        QTest::mouseClick(bench.port(), Qt::LeftButton, {}, bench.middleOf("e1"));
        QCOMPARE(selected(bench), std::string("e1"));
        QTest::mouseClick(bench.port(), Qt::LeftButton, Qt::ShiftModifier, bench.middleOf("e2"));
        QCOMPARE(selected(bench), std::string("e1 e2"));
        QTest::mouseClick(bench.port(), Qt::LeftButton, Qt::ControlModifier, bench.middleOf("e1"));
        QCOMPARE(selected(bench), std::string("e2"));
        QTest::mouseClick(bench.port(), Qt::LeftButton, {},
                          bench.view.viewportRect("e7").bottomLeft() + QPoint(10, 60));
        QVERIFY(bench.session.selection().elements().isEmpty());
        QCOMPARE(bench.session.selection().items().first().scope, model::Scope::Page);
    }

    void draggingMovesOnceAndUndoes()
    {
        Bench bench(tests::manyCharts(8));
        const model::Workbook before = bench.session.workbook();
        QSignalSpy applied(&bench.document, &model::Document::applied);
        bench.drag(bench.middleOf("e0"), bench.middleOf("e0") + QPoint(0, 13 * 24));
        QCOMPARE(applied.size(), 1);
        QVERIFY((bench.rectOf("e0") == model::GridRect{0, 13, 6, 6}));
        QVERIFY((bench.rectOf("e1") == model::GridRect{6, 0, 6, 6}));
        QVERIFY(bench.document.undo());
        QVERIFY(bench.session.workbook() == before);
        QVERIFY(bench.document.redo());
        QCOMPARE(bench.rectOf("e0").y, 13);
    }

    void escapeTakesADragBack()
    {
        Bench bench(tests::manyCharts(8));
        const QImage still = bench.view.grab().toImage();
        bench.drag(bench.middleOf("e0"), bench.middleOf("e5"), false);
        const QImage dragging = bench.view.grab().toImage();
        QVERIFY(dragging != still);
        if (const QString pictures = qEnvironmentVariable("TESSERA_PICTURES"); !pictures.isEmpty())
            dragging.save(pictures + u"/canvas-drag.png"_qs);
        QTest::keyClick(&bench.view, Qt::Key_Escape);
        QTest::mouseRelease(bench.port(), Qt::LeftButton, {}, bench.middleOf("e5"));
        QVERIFY(!bench.document.history().canUndo());
        QVERIFY((bench.rectOf("e0") == model::GridRect{0, 0, 6, 6}));
    }

    void handlesResize()
    {
        Bench bench(tests::manyCharts(3));
        QTest::mouseClick(bench.port(), Qt::LeftButton, {}, bench.middleOf("e2"));
        const QRect rect = bench.view.viewportRect("e2");
        const int column = bench.view.viewportRect("e1").left() - bench.view.viewportRect("e0").left();
        bench.drag(rect.bottomRight(), rect.bottomRight() + QPoint(column / 2, 3 * 24));
        QVERIFY((bench.rectOf("e2") == model::GridRect{12, 0, 9, 9}));
        QCOMPARE(bench.document.history().size(), 2);
    }

    void keysNudgeResizeAndWalk()
    {
        Bench bench(tests::manyCharts(5));
        bench.session.selection().setElement("e4");
        QTest::keyClick(&bench.view, Qt::Key_Right);
        QTest::keyClick(&bench.view, Qt::Key_Down);
        QVERIFY((bench.rectOf("e4") == model::GridRect{1, 7, 6, 6}));
        QTest::keyClick(&bench.view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&bench.view, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY((bench.rectOf("e4") == model::GridRect{1, 7, 7, 5}));
        QTest::keyClick(&bench.view, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(selected(bench), std::string("e0"));
        QTest::keyClick(&bench.view, Qt::Key_Tab);
        QCOMPARE(selected(bench), std::string("e1"));
        QTest::keyClick(&bench.view, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(selected(bench), std::string("e0"));
        QVERIFY(bench.view.accessibleDescription().contains(QStringLiteral("Chart 0")));
    }

    void deletesAndDuplicates()
    {
        Bench bench(tests::manyCharts(4));
        bench.session.selection().setElement("e3");
        QTest::keyClick(&bench.view, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(bench.session.workbook().elements.size(), 5);
        QVERIFY(selected(bench) != "e3" && !selected(bench).empty());
        QTest::keyClick(&bench.view, Qt::Key_Delete);
        QCOMPARE(bench.session.workbook().elements.size(), 4);
        QVERIFY(bench.session.workbook().element("e3"));
        QTest::keyClick(&bench.view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&bench.view, Qt::Key_Delete);
        QCOMPARE(bench.session.workbook().elements.size(), 0);
        QCOMPARE(model::checkInvariants(bench.session.workbook()), QStringList());
        bench.view.grab(); // the empty page paints
    }

    void rubberBandCatches()
    {
        Bench bench(tests::manyCharts(7));
        const QPoint from = bench.view.viewportRect("e3").bottomRight() + QPoint(-4, 60);
        bench.drag(from, bench.middleOf("e2"));
        QCOMPARE(selected(bench), std::string("e2 e3 e6"));
    }

    void dropsFromThePalette()
    {
        Bench bench(tests::manyCharts(4));
        const QPoint below = bench.view.viewportRect("e1").bottomLeft() + QPoint(60, 120);
        QVERIFY(bench.drop("table", below));
        QCOMPARE(bench.session.workbook().elements.size(), 5);
        QCOMPARE(bench.document.history().size(), 2);
        const std::string key = selected(bench);
        QCOMPARE(bench.session.workbook().element(key)->kind(), std::string("table"));
        bench.view.grab();
    }

    void aTabRefusesAContainerInWords()
    {
        Bench bench(tests::everyKind(), "containers");
        const QPoint inTab = bench.middleOf("t1");
        QVERIFY(!inTab.isNull());
        const QImage before = bench.view.grab().toImage();
        bench.drop("container", inTab, false);
        const QImage refused = bench.view.grab().toImage();
        QVERIFY(refused != before); // the reason stands beside the pointer
        if (const QString pictures = qEnvironmentVariable("TESSERA_PICTURES"); !pictures.isEmpty())
            refused.save(pictures + u"/canvas-refused.png"_qs);
        bench.drop("container", inTab);
        QVERIFY(!bench.document.history().canUndo());
        QVERIFY(bench.drop("kpi-chart", inTab));
        QVERIFY(bench.document.history().canUndo());
    }

    void dragsIntoAContainerAndOut()
    {
        Bench bench(tests::everyKind(), "containers");
        const model::LayoutTree &layout = bench.session.workbook().layout;
        const model::NodeId plain = layout.findElement("plain");
        const model::NodeId page = layout.findBlock("containers");
        QCOMPARE(bench.parentOf("in1"), plain);
        const QRect ghost = bench.view.viewportRect("pb");
        bench.drag(bench.middleOf("in1"), QPoint(ghost.center().x(), ghost.bottom() + 60));
        QCOMPARE(bench.parentOf("in1"), page);
        bench.drag(bench.middleOf("in1"), bench.middleOf("in2") + QPoint(4, 8));
        QCOMPARE(bench.parentOf("in1"), plain);
        QCOMPARE(bench.document.history().size(), 3);
    }

    void tabsSwitchByClickAndKey()
    {
        Bench bench(tests::everyKind(), "containers");
        QVERIFY(!bench.view.viewportRect("t1").isEmpty() && bench.view.viewportRect("t2").isEmpty());
        bench.view.showTab("tabs", 1);
        QVERIFY(bench.view.viewportRect("t1").isEmpty() && !bench.view.viewportRect("t2").isEmpty());
        const model::NodeId tabs = bench.session.workbook().layout.findElement("tabs");
        const QRect strip = bench.view.geometry().tabStrip(tabs);
        QTest::mouseClick(bench.port(), Qt::LeftButton, {}, bench.view.toViewport(strip.topLeft() + QPoint(20, 14)));
        QVERIFY(!bench.view.viewportRect("t1").isEmpty());
        QTest::keyClick(&bench.view, Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(!bench.view.viewportRect("t2").isEmpty());
    }

    void aDragThatRestsOnATabOpensIt()
    {
        Bench bench(tests::everyKind(), "containers");
        const model::NodeId tabs = bench.session.workbook().layout.findElement("tabs");
        bench.session.reveal({model::Scope::Element, "t1", {}, 0});
        QVERIFY(bench.view.viewportRect("t2").isEmpty());
        const QRect strip = bench.view.geometry().tabStrip(tabs);
        const QPoint second = bench.view.toViewport(strip.topLeft() + QPoint(110, 20));
        bench.drag(bench.middleOf("t1"), second, false);
        QTRY_VERIFY(!bench.view.viewportRect("t2").isEmpty());
        const QPoint inside(second.x(), bench.view.viewportRect("t2").bottom() - 20);
        bench.move(inside);
        QTest::mouseRelease(bench.port(), Qt::LeftButton, {}, inside);
        QCOMPARE(bench.parentOf("t1"), bench.parentOf("t2"));
        QVERIFY(bench.document.undo());
        QVERIFY(bench.parentOf("t1") != bench.parentOf("t2"));
    }

    void copiesCutsAndPastesByKey()
    {
        Bench bench(tests::manyCharts(4));
        QTest::mouseClick(bench.port(), Qt::LeftButton, {}, bench.middleOf("e1"));
        QTest::keyClick(&bench.view, Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(&bench.view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(bench.session.workbook().elements.size(), 5);
        const std::string copy = selected(bench);
        QVERIFY(copy != "e1" && !copy.empty());
        QTest::keyClick(&bench.view, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(bench.session.workbook().elements.size(), 4);
        QVERIFY(bench.document.history()
                    .entry(bench.document.history().current())
                    .transaction.label.startsWith(QStringLiteral("Cut")));

        Bench other(tests::everyKind(), "containers"); // another window
        other.session.selection().setElement("plain");
        QTest::keyClick(&other.view, Qt::Key_V, Qt::ControlModifier);
        const model::LayoutTree &layout = other.session.workbook().layout;
        const std::string pasted = selected(other);
        QVERIFY(!pasted.empty());
        QCOMPARE(layout.parentOf(layout.findElement(pasted)), layout.findElement("plain"));
        QVERIFY(model::checkInvariants(other.session.workbook()).isEmpty());

        QApplication::clipboard()->setText(QStringLiteral("just words"));
        const int steps = other.document.history().size();
        QTest::keyClick(&other.view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(other.document.history().size(), steps);
    }

    void enterAsksForTheName()
    {
        Bench bench(tests::manyCharts(4));
        QSignalSpy rename(&bench.view, &CanvasView::renameRequested);
        bench.session.selection().setElement("e2");
        QTest::keyClick(&bench.view, Qt::Key_Return);
        QCOMPARE(rename.size(), 1);
        QCOMPARE(rename.at(0).at(0).value<model::Key>(), model::Key("e2"));
    }

    void panelsStandAroundTheirPages()
    {
        model::Workbook workbook = tests::manyCharts(4);
        const int alone = Bench(workbook).view.geometry().size().width();
        workbook.contents["settings"]["navigation"] =
            *model::readJson(R"({"pageHeader":"enabled","pageSidebar":"enabled"})");
        workbook.panels.append(
            model::Object("h", *model::readJson(R"({"id":"h","type":"header","title":"Top","pages":["p"]})")));
        workbook.panels.append(
            model::Object("s", *model::readJson(R"({"id":"s","type":"sidebar","width":"small","pages":["p"]})")));
        const auto block = [&](const char *id, int columns, model::NodeId node) {
            model::LayoutSubtree panel{node, {model::NodeKind::Panel, id, {}, columns, {}}, {}};
            const std::string text = std::string("t") + id;
            workbook.elements.append(model::Object(text, {{"id", text}, {"kind", "text"}, {"body", "# Leaf & Desk"}}));
            panel.children.push_back(
                {node + 1, {model::NodeKind::Element, text, model::GridRect{0, 0, columns, 2}, columns, {}}, {}});
            workbook.layout.insert(model::rootNode, workbook.layout.childrenOf(model::rootNode).size(), panel);
        };
        block("h", 24, 9001);
        block("s", 6, 9011);
        Bench bench(workbook);
        QCOMPARE(bench.view.geometry().size().width(), alone - 200);
        const QImage shown = bench.view.grab().toImage();
        if (const QString pictures = qEnvironmentVariable("TESSERA_PICTURES"); !pictures.isEmpty())
            shown.save(pictures + u"/canvas-panels.png"_qs);
        // The cards stay where the mouse finds them, right of the sidebar and below the header.
        QTest::mouseClick(bench.port(), Qt::LeftButton, {}, bench.middleOf("e0"));
        QCOMPARE(selected(bench), std::string("e0"));
        const QPoint sidebar = bench.view.toViewport({-100, 200});
        QTest::mouseDClick(bench.port(), Qt::LeftButton, {}, sidebar);
        QCOMPARE(bench.session.currentBlock(), std::string("s"));
        workbook.contents["settings"]["navigation"] = *model::readJson(R"({"pageHeader":"enabled"})");
        QCOMPARE(Bench(workbook).view.geometry().size().width(), alone); // its switch is off
    }

    void wrapsAndUnwrapsByKey()
    {
        Bench bench(tests::manyCharts(4));
        bench.session.selection().set({{model::Scope::Element, "e0"}, {model::Scope::Element, "e1"}});
        QTest::keyClick(&bench.view, Qt::Key_G, Qt::ControlModifier);
        const model::NodeId box = bench.parentOf("e0");
        QCOMPARE(box, bench.parentOf("e1"));
        QVERIFY(box != bench.parentOf("e2"));
        QTest::keyClick(&bench.view, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.parentOf("e0"), bench.parentOf("e2"));
    }

    void doubleClickOpensRows()
    {
        Bench bench(tests::everyKind(), "data");
        QSignalSpy rows(&bench.session, &Session::openRowsRequested);
        bench.session.reveal({model::Scope::Element, "plan", {}, 0});
        QTest::mouseDClick(bench.port(), Qt::LeftButton, {}, bench.middleOf("plan"));
        QCOMPARE(rows.size(), 1);
    }

    void zoomKeepsThePointUnderThePointer()
    {
        Bench bench(tests::manyCharts(60));
        const QPoint pointer = bench.middleOf("e5");
        const QPoint block = bench.view.toBlock(pointer);
        QWheelEvent wheel(pointer, bench.port()->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(bench.port(), &wheel);
        QVERIFY(bench.view.zoom() > 1.2);
        const QPoint now = bench.view.toViewport(block);
        QVERIFY2((now - pointer).manhattanLength() <= 12,
                 qPrintable(QStringLiteral("%1 %2").arg(now.x() - pointer.x()).arg(now.y() - pointer.y())));
        QTest::keyClick(&bench.view, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(bench.view.zoom(), 1.0);
    }

    void everyBlockPaintsInBothThemes_data()
    {
        QTest::addColumn<QString>("block");
        for (const char *block : {"charts", "data", "controls", "containers", "ask", "side", "nav"})
            QTest::newRow(block) << QString::fromLatin1(block);
    }

    void everyBlockPaintsInBothThemes()
    {
        QFETCH(QString, block);
        Bench bench(tests::everyKind(), block.toStdString());
        const QImage light = bench.view.grab().toImage();
        applyTheme(*qApp, Tokens::darkTheme());
        const QImage dark = bench.view.grab().toImage();
        applyTheme(*qApp, Tokens::light());
        QVERIFY(light != dark);
        const QString pictures = qEnvironmentVariable("TESSERA_PICTURES");
        if (!pictures.isEmpty()) {
            light.save(pictures + u"/canvas-%1-light.png"_qs.arg(block));
            dark.save(pictures + u"/canvas-%1-dark.png"_qs.arg(block));
        }
    }
};

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"
