// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "designer/canvas/canvas_view.h"
#include "designer/paint/page_render.h"
#include "designer/panels/queries_panel.h"
#include "designer/preview/preview_card.h"
#include "designer/preview/preview_view.h"
#include "designer/session/live_data.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "every_kind.h"
#include "hand_data.h"
#include "model/base/json_text.h"
#include "model/schema/catalogue.h"

using namespace tessera;
using namespace tessera::designer;
using model::Value;
using model::query::ControlValue;
using tests::HandData;

namespace {

const model::Catalogue &catalogue()
{
    static const model::Result<model::Catalogue> loaded = model::loadCatalogue();
    return *loaded;
}

model::Workbook workbookWithActions()
{
    model::Workbook workbook = tests::everyKind();
    const auto set = [&](const char *id, const char *key, const char *json) {
        model::Json body = workbook.element(id)->body();
        body[key] = *model::readJson(json);
        workbook.elements.replace(workbook.elements.indexOf(id), model::Object(id, body));
    };
    set("bar", "actions",
        R"([{"id":"a1","trigger":"on-select","effects":[{"effect":"set-control-value","control":"pc0","value":{"type":"column","columnId":"r"}}]}])");
    set("b1", "actions",
        R"([{"id":"a2","trigger":"on-click","effects":[{"effect":"open-overlay","overlayId":"ask"}]}])");
    set("b2", "actions",
        R"([{"id":"a3","trigger":"on-click","effects":[{"effect":"clear-control","scope":{"type":"control","controlId":"pc0"}},{"effect":"insert-rows","tableElementId":"plan","values":{}}]}])");
    set("b3", "actions",
        R"([{"id":"a4","trigger":"on-click","effects":[{"effect":"navigate","target":{"type":"page","page":"data"}}]}])");
    return workbook;
}

struct Bench
{
    explicit Bench(const std::string &block)
        : document(workbookWithActions())
        , session(document, catalogue())
        , view((session.setData(&data), session.setCurrentBlock(block), session))
    {
        view.resize(1300, 900);
        view.show();
        view.activateWindow();
        QApplication::setActiveWindow(&view);
    }

    PreviewCard *card(const char *key) { return view.page()->card(key); }
    int markOf(PreviewCard *card, Mark::Kind kind, const QString &title = {})
    {
        for (int i = 0; i < card->marks().marks().size(); ++i) {
            const Mark &mark = card->marks().marks().at(i);
            if (mark.kind == kind && (title.isEmpty() || mark.title == title))
                return i;
        }
        return -1;
    }
    void clickMark(PreviewCard *card, int mark)
    {
        QTest::mouseClick(card, Qt::LeftButton, {}, card->markRect(mark).center());
    }
    const ControlValue *held(const char *handle)
    {
        const auto it = data.rows.m_controls.find(handle);
        return it == data.rows.m_controls.end() ? nullptr : &it->second;
    }

    model::Document document;
    HandData data;
    Session session;
    PreviewView view;
};

} // namespace

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Tokens::light()); }

    void theScreenShowsThePictureOfRender()
    {
        model::Document document(tests::everyKind());
        HandData data;
        Session session(document, catalogue());
        session.setData(&data);
        session.setCurrentBlock("charts");
        CanvasView view(session);
        view.resize(1328, 2000); // a page of 1280 px with the margin around it
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        session.selection().clear();
        RenderOptions options;
        options.rows = &data;
        const QImage picture = renderBlock(session.workbook(), catalogue(), "charts", options);
        QCOMPARE(view.geometry().size().width(), 1280);
        const QPoint corner = view.toViewport({0, 0});
        const QImage screen =
            view.viewport()->grab(QRect(corner, picture.size())).toImage().convertToFormat(QImage::Format_RGB32);
        QCOMPARE(screen.size(), picture.size());
        QVERIFY(screen == picture);
    }

    void onlyTheCardThatChangedIsPaintedAgain()
    {
        model::Document document(tests::everyKind());
        HandData data;
        Session session(document, catalogue());
        session.setData(&data);
        session.setCurrentBlock("charts");
        CanvasView view(session);
        view.resize(1328, 900);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(!data.watched.empty());
        const QImage before = view.viewport()->grab().toImage();
        data.rows.set("bar", {{"r", {Value("Elsewhere")}}, {"v", {Value(5)}}});
        QCOMPARE(view.viewport()->grab().toImage(), before); // nobody said so yet
        data.change("bar");
        const QImage after = view.viewport()->grab().toImage();
        const QRect card = view.viewportRect("bar");
        QVERIFY(before.copy(card) != after.copy(card));
        QCOMPARE(before.copy(view.viewportRect("line")), after.copy(view.viewportRect("line")));
    }

    void selectingAMarkSetsAControl()
    {
        Bench bench("charts");
        PreviewCard *card = bench.card("bar");
        QVERIFY(card);
        const int mark = bench.markOf(card, Mark::Kind::Datum, u"South"_qs);
        QVERIFY(mark >= 0);
        bench.clickMark(card, mark);
        QVERIFY(bench.held("pc0"));
        QCOMPARE(bench.held("pc0")->values, std::vector<Value>{Value("South")});
        QCOMPARE(card->view().chosen.size(), std::size_t(1));
        bench.clickMark(card, bench.markOf(card, Mark::Kind::Datum, u"South"_qs)); // again: not picked any more
        QVERIFY(card->view().chosen.empty());
    }

    void marksByKeyboard()
    {
        Bench bench("charts");
        PreviewCard *card = bench.card("bar");
        card->setFocus();
        QTRY_VERIFY(card->hasFocus());
        QTest::keyClick(card, Qt::Key_Down); // the first mark
        QCOMPARE(card->view().focus, 0);
        QTest::keyClick(card, Qt::Key_Down);
        const int focus = card->view().focus;
        QVERIFY(focus > 0);
        QCOMPARE(card->marks().marks().at(focus).title, u"Midwest"_qs);
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(bench.held("pc0")->values, std::vector<Value>{Value("Midwest")});
        QTest::keyClick(card, Qt::Key_Escape);
        QVERIFY(card->view().chosen.empty());
        QTest::keyClick(card, Qt::Key_Tab);
        QVERIFY(!card->hasFocus());
    }

    void tablesSortFoldAndScroll()
    {
        Bench bench("data");
        PreviewCard *base = bench.card("base");
        bench.clickMark(base, bench.markOf(base, Mark::Kind::Header, u"Amount"_qs));
        QCOMPARE(base->view().sortColumn, std::string("e"));
        const auto rows = bench.data.rowsOf("base")->main->byId("e");
        QVERIFY(rows->data.number(static_cast<std::size_t>(base->view().order.front())) <=
                rows->data.number(static_cast<std::size_t>(base->view().order.back())));
        bench.clickMark(base, bench.markOf(base, Mark::Kind::Header, u"Amount"_qs));
        QVERIFY(base->view().descending);
        bench.clickMark(base, bench.markOf(base, Mark::Kind::Header, u"Amount"_qs));
        QVERIFY(base->view().order.empty());
        const QPointF middle(base->rect().center());
        QWheelEvent wheel(middle, base->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(base, &wheel);
        QCOMPARE(base->view().scroll, 3);
        PreviewCard *grouped = bench.card("grouped");
        const auto before = grouped->marks().marks().size();
        bench.clickMark(grouped, bench.markOf(grouped, Mark::Kind::Toggle, u"East"_qs));
        QCOMPARE(grouped->view().closed.size(), std::size_t(1));
        QVERIFY(grouped->marks().marks().size() != before);
    }

    void buttonsOpenOverlaysAndPages()
    {
        Bench bench("controls");
        QTest::mouseClick(bench.card("b1"), Qt::LeftButton);
        QVERIFY(bench.view.overlay());
        QCOMPARE(bench.view.overlay()->block(), std::string("ask"));
        QTest::keyClick(bench.view.overlay(), Qt::Key_Escape);
        QVERIFY(!bench.view.overlay());
        QSignalSpy said(&bench.view, &PreviewView::notified);
        bench.data.rows.m_controls["pc0"] = {{Value("West")}, {}, {}};
        bench.card("b2")->setFocus();
        QTest::keyClick(bench.card("b2"), Qt::Key_Return);
        QVERIFY(bench.held("pc0") && bench.held("pc0")->values.empty()); // nothing, not what the workbook says
        QCOMPARE(said.size(), 1);                                        // rows are written in Sigma
        QTest::mouseClick(bench.card("b3"), Qt::LeftButton);
        QCOMPARE(bench.session.currentBlock(), std::string("data"));
        QCOMPARE(bench.view.page()->block(), std::string("data"));
    }

    void tabsComeToTheFront()
    {
        Bench bench("containers");
        QVERIFY(bench.card("t1") && !bench.card("t2"));
        PreviewPage *page = bench.view.page();
        for (const model::NodeBox &box : page->picture().geometry().boxes()) {
            if (box.kind == model::NodeKind::TabbedContainer) {
                QTest::mouseClick(page, Qt::LeftButton, {},
                                  page->picture().origin() + box.card.topLeft() + QPoint(96, 18));
                break;
            }
        }
        QVERIFY(bench.card("t2") && !bench.card("t1"));
    }

    void everyControlIsAWidget()
    {
        Bench bench("controls");
        for (int i = 0; i < 18; ++i)
            QVERIFY2(bench.view.page()->field("c" + std::to_string(i)), qPrintable(QString::number(i)));
        const auto in = [&](int index) { return bench.view.page()->field("c" + std::to_string(index)); };
        // segmented
        QToolButton *quarter = in(2)->findChildren<QToolButton *>().at(1);
        QTest::mouseClick(quarter, Qt::LeftButton);
        QCOMPARE(bench.held("pc2")->values, std::vector<Value>{Value("quarter")});
        QVERIFY(quarter->isChecked());
        QTest::mouseClick(quarter, Qt::LeftButton);
        QVERIFY(bench.held("pc2")->values.empty());
        // text
        QTest::keyClicks(in(3)->findChild<QLineEdit *>(), u"abc"_qs);
        QTest::keyClick(in(3)->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(bench.held("pc3")->values, std::vector<Value>{Value("abc")});
        // number
        QLineEdit *number = in(4)->findChild<QLineEdit *>();
        number->selectAll();
        QTest::keyClicks(number, u"12.5"_qs);
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(bench.held("pc4")->values, std::vector<Value>{Value(12.5)});
        // number range
        QLineEdit *high = in(5)->findChildren<QLineEdit *>().at(1);
        high->selectAll();
        QTest::keyClicks(high, u"99"_qs);
        QTest::keyClick(high, Qt::Key_Return);
        QCOMPARE(*bench.held("pc5")->high, Value(99));
        QCOMPARE(*bench.held("pc5")->low, Value(10));
        // slider
        QTest::keyClick(in(6), Qt::Key_Right);
        QCOMPARE(bench.held("pc6")->values, std::vector<Value>{Value(20)});
        // range slider
        QTest::keyClick(in(7), Qt::Key_Home);
        QCOMPARE(*bench.held("pc7")->low, Value(0));
        QCOMPARE(*bench.held("pc7")->high, Value(80));
        // checkbox and switch
        QTest::mouseClick(in(10)->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 12));
        QCOMPARE(bench.held("pc10")->values, std::vector<Value>{Value(false)});
        QTest::keyClick(in(11)->findChild<QCheckBox *>(), Qt::Key_Space);
        QCOMPARE(bench.held("pc11")->values, std::vector<Value>{Value(false)});
        // top n
        in(12)->findChild<QSpinBox *>()->stepUp();
        QCOMPARE(bench.held("pc12")->values, std::vector<Value>{Value(11)});
        // long text
        in(16)->findChild<QPlainTextEdit *>()->setPlainText(u"note"_qs);
        QTRY_VERIFY(bench.held("pc16"));
    }

    void listsOfferTheirValues()
    {
        Bench bench("controls");
        auto *button = bench.view.page()->field("c0")->findChild<PopupButton *>();
        QCOMPARE(button->text(), u"West, North"_qs);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(button->panel());
        auto *list = button->panel()->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(bench.held("pc0")->values, std::vector<Value>{Value("North")});
        QCOMPARE(button->text(), u"North"_qs);
        QTest::keyClicks(button->panel()->findChild<QLineEdit *>(), u"wes"_qs);
        QCOMPARE(list->count(), 1);
        button->close();
        QTRY_VERIFY(!button->panel());
        // values of a column come with the rows
        bench.data.rows.set("c1", {}).parts["values"] = [] {
            auto table = std::make_shared<model::query::ResultTable>(
                *tests::handTable({{"", {Value("Store"), Value("Online")}}}));
            table->columns[0].name = "value";
            return table;
        }();
        bench.data.change("c1");
        auto *single = bench.view.page()->field("c1")->findChild<PopupButton *>();
        QTest::keyClick(single, Qt::Key_Return);
        QVERIFY(single->panel());
        QCOMPARE(single->panel()->findChild<QListWidget *>()->count(), 2);
        single->close();
    }

    void theLogShowsWhatRan()
    {
        model::Document document(tests::everyKind());
        HandData data;
        Session session(document, catalogue());
        session.setData(&data);
        QueriesPanel panel(session);
        panel.resize(900, 240);
        panel.show();
        data.log.push_back({"bar", 0, 12.4, 5, false, false, u"SELECT 1"_qs, {}});
        data.log.push_back({"bar", 0, 0, 5, true, false, u"SELECT 1"_qs, {}});
        Q_EMIT data.logged();
        auto *log = panel.findChild<QAbstractItemView *>(u"queries"_qs);
        QCOMPARE(log->model()->rowCount(), 2);
        QCOMPARE(log->model()->index(1, 2).data().toString(), u"12 ms"_qs);
        QCOMPARE(log->model()->index(0, 4).data().toString(), u"From the cache"_qs);
        QTest::mouseClick(log->viewport(), Qt::LeftButton, {}, log->visualRect(log->model()->index(1, 0)).center());
        QCOMPARE(session.selection().elements(), QList<model::Key>{"bar"});
    }

    void picturesToLookAt()
    {
        const QString folder = qEnvironmentVariable("TESSERA_PICTURES");
        if (folder.isEmpty())
            QSKIP("only with a folder for pictures");
        for (const char *block : {"charts", "data", "controls", "containers"}) {
            Bench bench(block);
            bench.view.grab().save(folder + u"/preview-"_qs + QString::fromLatin1(block) + u".png"_qs);
        }
        Bench bench("controls");
        QTest::mouseClick(bench.card("b1"), Qt::LeftButton);
        bench.view.grab().save(folder + u"/preview-overlay.png"_qs);
    }
};

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
