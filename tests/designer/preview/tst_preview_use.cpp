// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "designer/preview/preview_card.h"
#include "designer/preview/preview_form.h"
#include "designer/preview/preview_view.h"
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

namespace {

const model::Catalogue &catalogue()
{
    static const model::Result<model::Catalogue> loaded = model::loadCatalogue();
    return *loaded;
}

void set(model::Workbook &workbook, const char *id, const char *key, const std::string &json)
{
    model::Json body = workbook.element(id)->body();
    body[key] = *model::readJson(json);
    workbook.elements.replace(workbook.elements.indexOf(id), model::Object(id, body));
}

// Effects on a click of a button.
void onClick(model::Workbook &workbook, const char *button, const std::string &effects,
             const std::string &trigger = R"("on-click")")
{
    set(workbook, button, "actions",
        "[{\"id\":\"act-" + std::string(button) + "\",\"trigger\":" + trigger + ",\"effects\":[" + effects + "]}]");
}

std::string setControl(const char *handle, const char *text)
{
    return model::Json{{"effect", "set-control-value"},
                       {"control", handle},
                       {"value", {{"type", "constant"}, {"value", {{"type", "text"}, {"value", text}}}}}}
        .dump();
}

model::Json when(const char *formula)
{
    return {{"type", "formula"}, {"formula", formula}};
}

struct Bench
{
    Bench(const std::string &block, model::Workbook workbook)
        : document(std::move(workbook))
        , session(document, catalogue())
        , view((session.setData(&data), session.setCurrentBlock(block), session))
    {
        view.resize(1300, 900);
        view.show();
        view.activateWindow();
        QApplication::setActiveWindow(&view);
    }

    PreviewCard *card(const char *key) { return view.page()->card(key); }
    int markOf(PreviewCard *card, Mark::Kind kind, const QString &title = {}, const std::string &column = {})
    {
        for (int i = 0; i < card->marks().marks().size(); ++i) {
            const Mark &mark = card->marks().marks().at(i);
            if (mark.kind == kind && (title.isEmpty() || mark.title == title) &&
                (column.empty() || mark.column == column))
                return i;
        }
        return -1;
    }
    void clickMark(PreviewCard *card, int mark)
    {
        QTest::mouseClick(card, Qt::LeftButton, {}, card->markRect(mark).center());
    }
    void press(const char *button) { QTest::mouseClick(card(button), Qt::LeftButton); }
    std::vector<Value> held(const char *handle)
    {
        const auto it = data.rows.m_controls.find(handle);
        return it == data.rows.m_controls.end() ? std::vector<Value>{Value("untouched")} : it->second.values;
    }

    model::Document document;
    tests::HandData data;
    Session session;
    PreviewView view;
};

int lightness(const QImage &image, bool darkest)
{
    int best = darkest ? 255 : 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            best = darkest ? std::min(best, qGray(image.pixel(x, y))) : std::max(best, qGray(image.pixel(x, y)));
    }
    return best;
}

} // namespace

class TestPreviewUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { applyTheme(*qApp, Tokens::light()); }

    void controlsWearTheColoursOfThePage_data()
    {
        QTest::addColumn<bool>("darkProgram");
        QTest::addColumn<QString>("theme");
        QTest::newRow("light page in the dark program") << true << u"Light"_qs;
        QTest::newRow("dark page in the light program") << false << u"Dark"_qs;
    }
    void controlsWearTheColoursOfThePage()
    {
        QFETCH(bool, darkProgram);
        QFETCH(QString, theme);
        applyTheme(*qApp, darkProgram ? Tokens::darkTheme() : Tokens::light());
        model::Workbook workbook = tests::everyKind();
        workbook.contents["settings"] = {{"theme", {{"name", theme.toStdString()}}}};
        Bench bench("controls", workbook);
        const bool dark = theme == u"Dark";
        const auto reads = [&](QWidget *widget) { // ink and ground lie far apart, on the page's side
            const QImage image = bench.view.page()
                                     ->grab(QRect(widget->mapTo(bench.view.page(), QPoint(0, 0)), widget->size()))
                                     .toImage();
            return lightness(image, true) < 110 && lightness(image, false) > 150;
        };
        const auto labels = bench.view.page()->findChildren<QLabel *>();
        QVERIFY(labels.size() > 8);
        for (QLabel *label : labels) {
            if (label->isVisible() && !label->text().isEmpty())
                QVERIFY2(reads(label), qPrintable(label->text()));
        }
        const auto boxes = bench.view.page()->findChildren<QCheckBox *>();
        QVERIFY(!boxes.isEmpty());
        for (QCheckBox *box : boxes) {
            const QRect words = QRect(box->mapTo(bench.view.page(), QPoint(40, 0)), box->size()).adjusted(0, 0, -40, 0);
            const QImage image = bench.view.page()->grab(words).toImage();
            QVERIFY2(dark ? lightness(image, false) > 150 : lightness(image, true) < 110, qPrintable(box->text()));
        }
        const auto segments = bench.view.page()->field("c2")->findChildren<QToolButton *>();
        QCOMPARE(segments.size(), 3);
        for (QToolButton *segment : segments)
            QVERIFY2(reads(segment), qPrintable(segment->text()));
        QCOMPARE(bench.view.page()->field("c3")->palette().color(QPalette::Base).lightness() < 128, dark);
        QCOMPARE(qApp->palette().color(QPalette::Base).lightness() < 128, darkProgram); // the program keeps its own
    }

    void controlsOnADarkContainerAreReadable()
    {
        model::Workbook workbook = tests::everyKind();
        set(workbook, "head", "style", "{\"backgroundColor\":\"#101820\"}");
        Bench bench("containers", workbook);
        PreviewCard *headline = bench.card("headline");
        const QImage image = bench.view.page()->grab(headline->geometry()).toImage();
        QVERIFY(lightness(image, true) < 40 && lightness(image, false) > 200);
        QVERIFY(bench.view.page()->field("period")->palette().color(QPalette::WindowText).lightness() > 150);
    }

    void aTallPageHasNoBarAside()
    {
        Bench bench("charts", tests::everyKind());
        auto *area = bench.view.findChild<QScrollArea *>();
        for (const int width : {1300, 1000, 860}) {
            bench.view.resize(width, 600);
            QTRY_COMPARE(bench.view.page()->width(), area->viewport()->width());
            QVERIFY(area->verticalScrollBar()->maximum() > 0);
            QVERIFY(!area->horizontalScrollBar()->isVisible());
        }
    }

    void widgetsStayWhileWhatTheyShowStays()
    {
        Bench bench("data", tests::everyKind());
        PreviewCard *base = bench.card("base");
        bench.clickMark(base, bench.markOf(base, Mark::Kind::Header, u"Amount"_qs));
        QTest::keyClick(base, Qt::Key_PageDown);
        const int scroll = base->view().scroll;
        QVERIFY(scroll > 0);
        bench.view.resize(1100, 900);
        QCOMPARE(bench.card("base"), base);
        QCOMPARE(base->view().scroll, scroll);
        QCOMPARE(base->view().sortColumn, std::string("e"));
    }

    void conditionsAndBranches()
    {
        model::Workbook workbook = tests::everyKind();
        const auto trigger = [](const char *formula) {
            return model::Json{{"on", "on-click"}, {"condition", when(formula)}}.dump();
        };
        const auto branch = [](const char *formula, const char *value) {
            return model::Json{{"condition", when(formula)}, {"effects", {*model::readJson(setControl("pc3", value))}}};
        };
        model::Json choice{{"effect", "if-else"}, {"if", branch("[pc2] = \"quarter\"", "quarter")}};
        choice["elseif"] = model::Json::array({branch("[pc4] >= 10", "many")});
        choice["else"] = model::Json{{"effects", {*model::readJson(setControl("pc3", "few"))}}};
        onClick(workbook, "b1", setControl("pc3", "ran"), trigger("[pc2] = \"month\" and [pc6] < 20"));
        onClick(workbook, "b2", choice.dump());
        onClick(workbook, "b3", setControl("pc3", "never"), trigger("Sum([Orders/Amount]) > 5"));
        Bench bench("controls", workbook);
        QSignalSpy said(&bench.view, &PreviewView::notified);
        bench.press("b1"); // controls hold what the workbook says until somebody touches them
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("ran")});
        bench.data.setControl("pc2", ControlValue{{Value("quarter")}, {}, {}});
        bench.data.setControl("pc3", {});
        bench.press("b1");
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("untouched")});
        bench.press("b2");
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("quarter")});
        bench.data.setControl("pc2", ControlValue{{Value("year")}, {}, {}});
        bench.press("b2");
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("many")});
        bench.data.setControl("pc4", ControlValue{{Value(3)}, {}, {}});
        bench.press("b2");
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("few")});
        QCOMPARE(said.size(), 0);
        bench.press("b3"); // reads rows: nothing happens, and it is said
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("few")});
        QCOMPARE(said.size(), 1);
    }

    void conditionsOnWhatWasSelected()
    {
        model::Workbook workbook = tests::everyKind();
        set(workbook, "bar", "actions",
            R"([{"id":"s1","trigger":{"on":"on-select","condition":{"type":"column","columnId":"v","condition":">","value":{"type":"constant","value":{"type":"number","value":85000}}}},
          "effects":[{"effect":"set-control-value","control":"pc0","value":{"type":"formula","formula":"Upper([Selection/Region]) "}}],"successToast":{"showMessage":"shown","title":"Filtered"}}])");
        Bench bench("charts", workbook);
        QSignalSpy said(&bench.view, &PreviewView::notified);
        PreviewCard *bar = bench.card("bar");
        bench.clickMark(bar, bench.markOf(bar, Mark::Kind::Datum, u"East"_qs)); // 60,000
        QCOMPARE(bench.held("pc0"), std::vector<Value>{Value("untouched")});
        bench.clickMark(bar, bench.markOf(bar, Mark::Kind::Datum, u"South"_qs)); // 99,823
        QCOMPARE(bench.held("pc0"), std::vector<Value>{Value("SOUTH")});
        QCOMPARE(said.size(), 1);
    }

    void clearingKnowsItsScope_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<bool>("onPage"); // the control of the page is cleared
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("page") << uR"({"type":"page","pageId":"controls"})"_qs << true << false;
        QTest::newRow("another page") << uR"({"type":"page","pageId":"containers"})"_qs << false << true;
        QTest::newRow("workbook") << uR"({"type":"workbook"})"_qs << true << true;
        QTest::newRow("container") << uR"({"type":"container","containerElementId":"head"})"_qs << false << true;
        QTest::newRow("control") << uR"({"type":"control","controlId":"pc3"})"_qs << true << false;
    }
    void clearingKnowsItsScope()
    {
        QFETCH(QString, scope);
        QFETCH(bool, onPage);
        QFETCH(bool, elsewhere);
        model::Workbook workbook = tests::everyKind();
        onClick(workbook, "b1",
                R"({"effect":"clear-control","usePublishedValue":true,"scope":)" + scope.toStdString() + "}");
        Bench bench("controls", workbook);
        bench.data.setControl("pc3", ControlValue{{Value("x")}, {}, {}});
        bench.data.setControl("pPeriod", ControlValue{{Value("y")}, {}, {}});
        bench.press("b1");
        QCOMPARE(bench.data.rows.m_controls.count("pc3") == 0, onPage);
        QCOMPARE(bench.data.rows.m_controls.count("pPeriod") == 0, elsewhere);
    }

    void aFormIsFilledInAndSent()
    {
        model::Workbook workbook = tests::everyKind();
        set(workbook, "form", "actions", R"([{"id":"f","trigger":"on-primary-cta-click","effects":[
          {"effect":"set-control-value","control":"pc3","value":{"type":"form-field","fieldId":"f1"}},{"effect":"reset-form"}]}])");
        Bench bench("controls", workbook);
        PreviewCard *card = bench.card("form");
        auto *form = dynamic_cast<PreviewForm *>(card->form());
        QVERIFY(form && form->isVisible());
        QTRY_VERIFY(!form->verticalScrollBar()->isVisible()); // all fields fit
        auto *save = card->findChild<QAbstractButton *>(u"formPrimary"_qs);
        QCOMPARE(save->text(), u"Save order"_qs);
        QTest::mouseClick(save, Qt::LeftButton);
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("untouched")}); // the customer is needed
        auto *customer = form->field("f1")->findChild<QLineEdit *>();
        QTRY_VERIFY(customer->hasFocus());
        QTest::keyClicks(customer, u"Ada"_qs);
        QTest::keyClick(customer, Qt::Key_Tab);
        QTest::mouseClick(form->field("f4")->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 12));
        QCOMPARE(form->fieldValue("f4"), Value(true));
        save->setFocus();
        QTest::keyClick(save, Qt::Key_Space);
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("Ada")});
        QCOMPARE(customer->text(), QString());
        QCOMPARE(form->fieldValue("f4"), Value(false));
    }

    void hierarchiesAreTrees()
    {
        Bench bench("controls", tests::everyKind());
        auto table = std::make_shared<model::query::ResultTable>();
        model::query::ColumnData values(
            model::formula::ValueType::Variant,
            std::vector<std::string>{R"(["Food","Fruit"])", R"(["Food","Bread"])", R"(["Tools"])"},
            std::vector<bool>(3, false));
        table->columns.push_back({"", "value", values});
        bench.data.rows.set("c13", {}).parts["values"] = table;
        bench.data.change("c13");
        ControlField *field = bench.view.page()->field("c13");
        auto *button = field->findChild<PopupButton *>();
        QCOMPARE(button->text(), u"Food › Fruit"_qs);
        QTest::keyClick(button, Qt::Key_Return);
        QVERIFY(button->panel());
        auto *tree = button->panel()->findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 2);
        QTreeWidgetItem *food = tree->topLevelItem(0);
        QCOMPARE(food->checkState(0), Qt::PartiallyChecked);
        food->setCheckState(0, Qt::Checked);
        QCOMPARE(bench.held("pc13"), std::vector<Value>{Value(*model::readJson(R"(["Food"])"))});
        food->child(0)->setCheckState(0, Qt::Unchecked); // what is left of the branch
        QCOMPARE(bench.held("pc13"), std::vector<Value>{Value(*model::readJson(R"(["Food","Bread"])"))});
        button->close();
        QTRY_VERIFY(!button->panel());
    }

    void aDroppedFileIsNamed()
    {
        Bench bench("controls", tests::everyKind());
        ControlField *field = bench.view.page()->field("c17");
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(u"/tmp/receipt 7.pdf"_qs)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(field, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(field, &drop);
        QCOMPARE(bench.held("pc17"), std::vector<Value>{Value("receipt 7.pdf")});
        QTest::mouseClick(field->findChild<QAbstractButton *>(u"clearFile"_qs), Qt::LeftButton);
        QVERIFY(bench.held("pc17").empty());
    }

    void panelsAroundAPageWork()
    {
        model::Workbook workbook = tests::everyKind();
        workbook.contents["settings"] = *model::readJson(R"({"navigation":{"pageSidebar":"enabled"}})");
        model::Json body = workbook.panels.at(0).body();
        body["pages"] = {"charts", "data"};
        workbook.panels.replace(0, model::Object("nav", body));
        Bench bench("charts", workbook);
        PreviewPage *panel = bench.view.page()->panel("nav");
        QVERIFY(panel && panel->isVisible());
        PreviewCard *menu = bench.view.page()->card("menu");
        QVERIFY(menu);
        QVERIFY(std::find(bench.data.watched.begin(), bench.data.watched.end(), "menu") != bench.data.watched.end());
        bench.clickMark(menu, bench.markOf(menu, Mark::Kind::Toggle, u"Data"_qs));
        QCOMPARE(bench.session.currentBlock(), std::string("data"));
    }

    void aNarrowNavigationOffersTheRest()
    {
        model::Workbook workbook = tests::everyKind();
        Bench bench("controls", workbook);
        PreviewCard *navi = bench.card("navi");
        QCOMPARE(bench.markOf(navi, Mark::Kind::Toggle, {}, "more"), -1); // all fit
        model::NodeBox box = navi->box();
        box.card.setWidth(200);
        navi->place(box);
        navi->resize(box.card.size());
        const int more = bench.markOf(navi, Mark::Kind::Toggle, {}, "more");
        QVERIFY(more >= 0);
        bench.clickMark(navi, more);
        auto *menu = navi->findChild<QMenu *>(u"navigationMore"_qs);
        QVERIFY(menu && !menu->actions().isEmpty());
        QCOMPARE(menu->actions().last()->text(), u"Containers"_qs);
        menu->actions().last()->trigger();
        QCOMPARE(bench.session.currentBlock(), std::string("containers"));
    }

    void cardsRepeatForEachRow()
    {
        model::Workbook workbook = tests::everyKind();
        set(workbook, "rep", "cardSize", "\"small\"");
        Bench bench("containers", workbook);
        bench.data.rows.set("rep", {{"c", {Value("West"), Value("North"), Value("South")}}});
        auto names = std::make_shared<model::query::ResultTable>(
            *tests::handTable({{"", {Value("West"), Value("North"), Value("South")}}}));
        bench.data.rows.set("rname", {}).parts["text:/body"] = names;
        bench.data.change("rep");
        bench.data.change("rname");
        PreviewCard *rep = bench.card("rep");
        QVERIFY(rep);
        QVERIFY(!bench.card("rname")); // painted with its container
        QCOMPARE(rep->marks().marks().size(), 3);
        QCOMPARE(rep->marks().marks().at(1).title, u"North"_qs);
        QVERIFY(rep->markRect(1).left() > rep->markRect(0).right()); // side by side
        const QImage image = rep->grab().toImage();
        QVERIFY(image.copy(rep->markRect(0)) != image.copy(rep->markRect(1)));
        bench.clickMark(rep, 1);
        QCOMPARE(rep->view().chosen, std::set<int>{1});
    }

    void overlaysByKeyboard()
    {
        model::Workbook workbook = tests::everyKind();
        onClick(workbook, "b1", R"({"effect":"open-overlay","overlayId":"ask"})");
        Bench bench("controls", workbook);
        bench.press("b1");
        PreviewPage *overlay = bench.view.overlay();
        QVERIFY(overlay);
        auto *create = overlay->findChild<QAbstractButton *>(u"overlayPrimary"_qs);
        QVERIFY(create && create->text() == u"Create"_qs);
        QTRY_VERIFY(overlay->hasFocus());
        for (int i = 0; i < 12 && !create->hasFocus(); ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(overlay->isAncestorOf(QApplication::focusWidget())); // Tab stays inside
        }
        QVERIFY(create->hasFocus());
        QTest::keyClick(create, Qt::Key_Space);
        QVERIFY(!bench.view.overlay()); // without actions a button closes
    }

    void whatCannotRunLeadsToItsCause()
    {
        Bench bench("charts", tests::everyKind());
        auto &rows = bench.data.rows.at("bar");
        rows.query.problems.push_back(
            {true, "bar", "v", "/columns/3/formula", u"There is no function Summ."_qs, u"Did you mean Sum?"_qs});
        bench.data.change("bar");
        PreviewCard *bar = bench.card("bar");
        const int jump = bench.markOf(bar, Mark::Kind::Jump);
        QVERIFY(jump >= 0);
        QSignalSpy left(&bench.view, &PreviewView::designRequested);
        QSignalSpy revealed(&bench.session, &Session::revealed);
        bar->setFocus();
        QTest::keyClick(bar, Qt::Key_Return);
        QCOMPARE(left.size(), 1);
        QCOMPARE(revealed.size(), 1);
        QCOMPARE(revealed.first().first().value<model::Target>().path, std::string("/columns/3/formula"));
    }

    void everythingHasANameForAssistiveTools()
    {
        Bench bench("controls", tests::everyKind());
        for (QWidget *widget : bench.view.page()->findChildren<QWidget *>()) {
            const bool reachable =
                widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            if (reachable)
                QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                         widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestPreviewUse)
#include "tst_preview_use.moc"
