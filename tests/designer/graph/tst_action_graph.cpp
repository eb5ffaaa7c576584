// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

#include "designer/graph/action_graph.h"
#include "designer/graph/graph_canvas.h"
#include "designer/graph/graph_card.h"
#include "tests/designer/editor_fixture.h"

using namespace tessera;
using designer::ActionGraph;
using designer::EditorFixture;
using designer::GraphCanvas;
using designer::GraphCard;
using designer::GraphNode;

class TestActionGraph : public QObject
{
    Q_OBJECT

private:
    struct Opened
    {
        explicit Opened(const char *key = "btn")
            : graph(fixture.session, model::Scope::Element, key)
            , canvas(graph.findChild<GraphCanvas *>())
        {
            graph.resize(1500, 480);
            graph.show();
            (void)QTest::qWaitForWindowExposed(&graph);
            graph.activateWindow();
        }

        GraphCard *card(const char *path) const { return canvas->card(path); }
        QStringList effects() const // top-level effects of the first action, in order
        {
            QStringList names;
            const auto flows = model::actionFlows(*fixture.document.workbook().element("btn"));
            for (const model::FlowStep &step : flows[0].steps)
                names << QString::fromStdString(step.effect);
            return names;
        }

        EditorFixture fixture;
        ActionGraph graph;
        GraphCanvas *canvas;
    };

    static QStringList original()
    {
        return {QStringLiteral("set-control-value"), QStringLiteral("if-else"), QStringLiteral("close-overlay"),
                QStringLiteral("navigate")};
    }

private Q_SLOTS:
    void cardsSayWhatHappens()
    {
        Opened o;
        QCOMPARE(o.card("/actions/0/effects/0")->accessibleName(), QStringLiteral("Effect 1: Set Region to West"));
        QVERIFY(!o.card("/actions/0/effects/1/else/effects/0")->accessibleDescription().isEmpty()); // dangling
        QVERIFY(o.card("/actions/0/effects/0")->accessibleDescription().isEmpty());
        QVERIFY(o.card("/actions/0"));
    }

    void nothingOverlaps()
    {
        Opened o;
        const auto &nodes = o.canvas->scene().layout().nodes;
        for (const GraphNode &a : nodes) {
            for (const GraphNode &b : nodes)
                QVERIFY(&a == &b || !a.rect.intersects(b.rect));
            QVERIFY(QRect(QPoint(), o.canvas->scene().layout().size).contains(a.rect));
        }
    }

    void clickingSelectsForTheInspector()
    {
        Opened o;
        QTest::mouseClick(o.card("/actions/0/effects/2"), Qt::LeftButton);
        QCOMPARE(o.fixture.session.selection().path(), std::string("/actions/0/effects/2"));
        QCOMPARE(o.fixture.session.selection().elements(), QList<model::Key>{"btn"});
        QVERIFY(o.card("/actions/0/effects/2")->isSelected());
    }

    void keysReorderAndUndo()
    {
        Opened o;
        QTest::mouseClick(o.card("/actions/0/effects/3"), Qt::LeftButton);
        QTest::keyClick(o.card("/actions/0/effects/3"), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(o.effects(), (QStringList{QStringLiteral("set-control-value"), QStringLiteral("if-else"),
                                           QStringLiteral("navigate"), QStringLiteral("close-overlay")}));
        QCOMPARE(o.fixture.session.selection().path(), std::string("/actions/0/effects/2"));
        QTest::keyClick(o.card("/actions/0/effects/2"), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(o.effects(), original());
        QTest::keyClick(o.card("/actions/0/effects/3"), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(o.effects() != original());
    }

    void dragReorders()
    {
        Opened o;
        GraphCard *from = o.card("/actions/0/effects/3");
        GraphCard *to = o.card("/actions/0/effects/0");
        const QPoint start = from->rect().center();
        QTest::mousePress(from, Qt::LeftButton, {}, start);
        QTest::mouseMove(from, start - QPoint(30, 0));
        const QPoint target = to->mapTo(o.canvas, QPoint(-10, to->height() / 2));
        QTest::mouseMove(o.canvas, target + QPoint(20, 0));
        QTest::mouseMove(o.canvas, target);
        EditorFixture::keepPicture(o.graph, QStringLiteral("graph_drag_light"));
        QTest::mouseRelease(o.canvas, Qt::LeftButton, {}, target);
        QCOMPARE(o.effects().first(), QStringLiteral("navigate"));
        QVERIFY(o.fixture.document.undo());
        QCOMPARE(o.effects(), original());
    }

    void arrowsWalkAndDeleteRemoves()
    {
        Opened o;
        QTest::mouseClick(o.card("/actions/0"), Qt::LeftButton);
        QTest::keyClick(o.card("/actions/0"), Qt::Key_Right);
        QCOMPARE(o.fixture.session.selection().path(), std::string("/actions/0/effects/0"));
        QTest::keyClick(o.card("/actions/0/effects/0"), Qt::Key_Delete);
        QCOMPARE(o.effects().size(), 3);
        QTest::keyClick(o.card("/actions/0/effects/0"), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(o.effects().size(), 4);
        QVERIFY(o.fixture.document.undo() && o.fixture.document.undo());
        QCOMPARE(o.effects(), original());
    }

    void addsAnEffectBySearching()
    {
        Opened o;
        QTest::mouseClick(o.card("/actions/0/effects/3"), Qt::LeftButton);
        QTest::keyClick(o.card("/actions/0/effects/3"), Qt::Key_Insert);
        auto *search = o.canvas->findChild<QLineEdit *>(QStringLiteral("effectSearch"));
        QVERIFY(search);
        EditorFixture::keepPicture(*search->window(), QStringLiteral("graph_picker_light"));
        QTest::keyClicks(search, QStringLiteral("open-url"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(o.effects().last(), QStringLiteral("open-url"));
        QCOMPARE(o.fixture.session.selection().path(), std::string("/actions/0/effects/4"));
    }

    void turnsActionsOffAndAddsOthers()
    {
        Opened o;
        QTest::mouseClick(o.card("/actions/0"), Qt::LeftButton);
        QTest::keyClick(o.card("/actions/0"), Qt::Key_Space);
        QVERIFY(!model::actionFlows(*o.fixture.document.workbook().element("btn"))[0].enabled);
        QTest::mouseClick(o.graph.findChild<QToolButton *>(QStringLiteral("addAction")), Qt::LeftButton);
        const auto flows = model::actionFlows(*o.fixture.document.workbook().element("btn"));
        QCOMPARE(flows.size(), std::size_t(2));
        QCOMPARE(flows[1].trigger, std::string("on-click"));
        QVERIFY(flows[1].id != flows[0].id);
    }

    void emptyStatesSayWhatToDo()
    {
        Opened chart("bar");
        QVERIFY(chart.graph.findChild<QWidget *>(QStringLiteral("graphEmpty"))->isVisible());
        EditorFixture::keepPicture(chart.graph, QStringLiteral("graph_empty_light"));
        QTest::mouseClick(chart.graph.findChild<QPushButton *>(QStringLiteral("emptyAdd")), Qt::LeftButton);
        QCOMPARE(model::actionFlows(*chart.fixture.document.workbook().element("bar")).size(), std::size_t(1));
        Opened text("txt");
        QVERIFY(!text.graph.findChild<QPushButton *>(QStringLiteral("emptyAdd"))->isVisible());
    }

    void zoomsAndLooksRight()
    {
        Opened o;
        QTest::mouseClick(o.card("/actions/0/effects/1"), Qt::LeftButton);
        EditorFixture::keepPicture(o.graph, QStringLiteral("graph_light"));
        QTest::keyClick(o.card("/actions/0/effects/1"), Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(o.canvas->zoom() < 1);
        QTest::mouseClick(o.graph.findChild<QToolButton *>(QStringLiteral("zoomFit")), Qt::LeftButton);
        designer::applyTheme(*qApp, designer::Tokens::darkTheme());
        QTest::qWait(0);
        EditorFixture::keepPicture(o.graph, QStringLiteral("graph_dark"));
        designer::applyTheme(*qApp, designer::Tokens::light());
    }
};

QTEST_MAIN(TestActionGraph)
#include "tst_action_graph.moc"
