// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "designer/formula/formula_desk.h"
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
using model::Json;
using model::Value;
using model::query::ControlValue;

namespace {

const model::Catalogue &catalogue()
{
    static const model::Result<model::Catalogue> loaded = model::loadCatalogue();
    return *loaded;
}

void set(model::Workbook &workbook, const char *id, const char *key, const Json &json)
{
    Json body = workbook.element(id)->body();
    body[key] = json;
    workbook.elements.replace(workbook.elements.indexOf(id), model::Object(id, body));
}

void onClick(model::Workbook &workbook, const char *button, const Json &effects, const Json &trigger = "on-click")
{
    set(workbook, button, "actions",
        {{{"id", std::string("act-") + button}, {"trigger", trigger}, {"effects", effects}}});
}

Json formula(const std::string &text)
{
    return {{"type", "formula"}, {"formula", text}};
}

Json setControl(const char *handle, const Json &value)
{
    return {{"effect", "set-control-value"}, {"control", handle}, {"value", value}};
}

Json setText(const char *handle, const char *text)
{
    return setControl(handle, {{"type", "constant"}, {"value", {{"type", "text"}, {"value", text}}}});
}

// An engine by hand: the answers to formulas, and what was asked.
struct Engine
{
    std::map<std::string, Value> answers;
    std::shared_ptr<QList<std::string>> asked = std::make_shared<QList<std::string>>();

    FormulaData data() const
    {
        FormulaData data;
        data.rows = [answers = answers, asked = asked](const model::Workbook &workbook, const model::Key &key, int,
                                                       std::stop_token) {
            model::query::ElementRows rows;
            const std::string body = workbook.element(key)->body().at("body").get<std::string>();
            asked->append(body);
            auto table = std::make_shared<model::query::ResultTable>();
            for (const auto &[formula, value] : answers) {
                if (body.find(formula) != std::string::npos)
                    *table = *tests::handTable({{"value 1", {value}}});
            }
            rows.parts["text:/body"] = table;
            return rows;
        };
        return data;
    }
};

struct Bench
{
    Bench(const std::string &block, model::Workbook workbook, const Engine *engine = nullptr)
        : document(std::move(workbook))
        , session(document, catalogue())
        , view((session.setData(&data), session.setCurrentBlock(block), session))
    {
        if (engine)
            session.formulas().setData(engine->data());
        view.resize(1300, 900);
        view.show();
        view.activateWindow();
        QApplication::setActiveWindow(&view);
    }

    PreviewCard *card(const char *key) { return view.page()->card(key); }
    void press(const char *button) { QTest::mouseClick(card(button), Qt::LeftButton); }
    int markOf(PreviewCard *card, Mark::Kind kind, const QString &title)
    {
        for (int i = 0; i < card->marks().marks().size(); ++i) {
            const Mark &mark = card->marks().marks().at(i);
            if (mark.kind == kind && mark.title == title)
                return i;
        }
        return -1;
    }
    void clickMark(PreviewCard *card, int mark)
    {
        QTest::mouseClick(card, Qt::LeftButton, {}, card->markRect(mark).center());
    }
    std::vector<Value> held(const char *handle)
    {
        const auto it = data.rows.m_controls.find(handle);
        return it == data.rows.m_controls.end() ? std::vector<Value>{Value("untouched")} : it->second.values;
    }
    QDialog *question() { return view.findChild<QDialog *>(u"openAddress"_qs); }

    model::Document document;
    tests::HandData data;
    Session session;
    PreviewView view;
};

} // namespace

class TestPreviewActions : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, Tokens::light());
        for (const char *scheme : {"https", "http", "mailto"})
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "takeUrl");
    }
    void init() { m_opened.clear(); }
    void cleanupTestCase()
    {
        for (const char *scheme : {"https", "http", "mailto"})
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }

    void addressesAreOpenedAfterAQuestion()
    {
        model::Workbook workbook = tests::everyKind();
        onClick(workbook, "b1",
                {{{"effect", "open-url"},
                  {"url", "https://example.com/{{[pc2]}}?n={{[pc4] + 1 | ,.1f}}"},
                  {"openTarget", "_blank"}}});
        onClick(workbook, "b2", {{{"effect", "open-url"}, {"url", "file:///etc/passwd"}, {"openTarget", "_self"}}});
        Bench bench("controls", workbook);
        QSignalSpy said(&bench.view, &PreviewView::notified);
        bench.data.setControl("pc4", ControlValue{{Value(41)}, {}, {}});
        bench.press("b1");
        QVERIFY(bench.question() && bench.question()->isVisible());
        QCOMPARE(bench.question()->findChild<QLabel *>(u"address"_qs)->text(), u"https://example.com/month?n=42.0"_qs);
        QTest::keyClick(bench.question(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.question());
        QVERIFY(m_opened.isEmpty());
        bench.press("b1");
        QTest::keyClick(bench.question(), Qt::Key_Return);
        QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.com/month?n=42.0"_qs)});
        bench.press("b2");
        QVERIFY(!bench.question() || !bench.question()->isVisible());
        QCOMPARE(said.size(), 1);
    }

    void formulasOverRowsAreAsked()
    {
        model::Workbook workbook = tests::everyKind();
        const Json many{{"condition", formula("CountIf([Orders/Amount] > 10) > 3")},
                        {"effects", {setText("pc3", "many")}}};
        onClick(workbook, "b1",
                {{{"effect", "if-else"}, {"if", many}, {"else", {{"effects", {setText("pc3", "few")}}}}}});
        onClick(workbook, "b2",
                {setControl("pc4", formula("Max([Orders/Amount])")), setControl("pc3", formula("Text([pc4] * 2)"))});
        onClick(workbook, "b3",
                {{{"effect", "open-url"},
                  {"url", "https://example.com/{{Max([Orders/Amount])}}"},
                  {"openTarget", "_blank"}}},
                {{"on", "on-click"}, {"condition", formula("Sum([Orders/Amount]) > 5")}});
        Engine engine{{{"CountIf", Value(true)}, {"Max", Value(250)}, {"Sum", Value(true)}}};
        Bench bench("controls", workbook, &engine);
        QSignalSpy said(&bench.view, &PreviewView::notified);
        bench.press("b1");
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("untouched")}); // nobody waits for it
        QTRY_COMPARE(bench.held("pc3"), std::vector<Value>{Value("many")});
        bench.press("b2"); // the second effect sees what the first one did
        QTRY_COMPARE(bench.held("pc3"), std::vector<Value>{Value("500")});
        QCOMPARE(bench.held("pc4"), std::vector<Value>{Value(250.0)});
        bench.press("b3");
        QTRY_VERIFY(bench.question());
        QCOMPARE(bench.question()->findChild<QLabel *>(u"address"_qs)->text(), u"https://example.com/250"_qs);
        QCOMPARE(said.size(), 0);
    }

    void whatWasSelectedIsWrittenOut()
    {
        model::Workbook workbook = tests::everyKind();
        set(workbook, "bar", "actions",
            *model::readJson(
                R"j([{"id":"s1","trigger":"on-select","effects":[{"effect":"set-control-value","control":"pc4",
          "value":{"type":"formula","formula":"SumIf([Orders/Amount], [Orders/Region] = [Selection/Region])"}}]}])j"));
        Engine engine{{{"SumIf", Value(7)}}};
        Bench bench("charts", workbook, &engine);
        PreviewCard *bar = bench.card("bar");
        bench.clickMark(bar, bench.markOf(bar, Mark::Kind::Datum, u"South"_qs));
        QTRY_COMPARE(bench.held("pc4"), std::vector<Value>{Value(7.0)});
        QCOMPARE(engine.asked->size(), 1);
        QVERIFY2(engine.asked->first().find("[Orders/Region] = \"South\")") != std::string::npos,
                 engine.asked->first().c_str());
    }

    // Nothing happens behind the back of somebody who went away.
    void leavingEndsWhatWaits()
    {
        model::Workbook workbook = tests::everyKind();
        onClick(workbook, "b1", Json::array({setControl("pc3", formula("Text(Max([Orders/Amount]))"))}));
        Engine engine{{{"Max", Value("late")}}};
        Bench bench("controls", workbook, &engine);
        bench.press("b1");
        bench.view.hide();
        QTRY_COMPARE(engine.asked->size(), 1);
        QTest::qWait(20);
        QCOMPARE(bench.held("pc3"), std::vector<Value>{Value("untouched")});
    }

    void tablesAreSortedByAnAction()
    {
        model::Workbook workbook = tests::everyKind();
        const auto sort = [](const char *direction) {
            return Json{
                {"effect", "custom-sort"},
                {"elementId", "base"},
                {"sort",
                 {{"type", "level"}, {"columns", {{{"columnId", "e"}, {"direction", direction}, {"nulls", "last"}}}}}}};
        };
        Json actions = Json::array({{{"id", "down"}, {"trigger", "on-select"}, {"effects", {sort("descending")}}}});
        set(workbook, "grouped", "actions", actions);
        Bench bench("data", workbook);
        PreviewCard *base = bench.card("base"), *grouped = bench.card("grouped");
        for (int i = 0; i < grouped->marks().marks().size(); ++i) {
            if (grouped->marks().marks().at(i).kind == Mark::Kind::Cell && grouped->marks().marks().at(i).row >= 0) {
                bench.clickMark(grouped, i);
                break;
            }
        }
        QCOMPARE(base->view().sortColumn, std::string("e"));
        QVERIFY(base->view().descending);
        const auto *cells = bench.data.rowsOf("base")->main->byId("e");
        QVERIFY(cells->data.number(static_cast<std::size_t>(base->view().order.front())) >=
                cells->data.number(static_cast<std::size_t>(base->view().order.back())));
    }

    void formsAreFilledByAnAction()
    {
        model::Workbook workbook = tests::everyKind();
        onClick(workbook, "b1",
                {{{"effect", "set-form-values"},
                  {"formElementId", "form"},
                  {"values",
                   {{"f1", formula("Upper(\"ada\")")},
                    {"f4", {{"type", "constant"}, {"value", {{"type", "boolean"}, {"value", true}}}}}}}}});
        Bench bench("controls", workbook);
        auto *form = dynamic_cast<PreviewForm *>(bench.card("form")->form());
        bench.press("b1");
        QCOMPARE(form->field("f1")->findChild<QLineEdit *>()->text(), u"ADA"_qs);
        QCOMPARE(form->fieldValue("f4"), Value(true));
    }

    void aRowIsChosenForItsContainer()
    {
        model::Workbook workbook = tests::everyKind();
        onClick(workbook, "b1",
                {{{"effect", "set-single-row-container"},
                  {"target", {{"type", "element"}, {"element", "one"}}},
                  {"value", {{"type", "constant"}, {"value", {{"type", "text"}, {"value", "North"}}}}}}});
        Bench bench("controls", workbook);
        bench.press("b1");
        QCOMPARE(bench.held("one"), std::vector<Value>{Value("North")}); // planners read it under the container's id
    }

    void navigationEntriesLeadWhereTheySay()
    {
        model::Workbook workbook = tests::everyKind();
        set(workbook, "navi", "mode", "manual");
        set(workbook, "navi", "options",
            Json::array(
                {{{"label", "Element"}, {"destination", {{"type", "element"}, {"elementId", "t2"}}}},
                 {{"label", "Link"},
                  {"destination", {{"type", "link"}, {"url", "https://example.com/a b"}, {"openTarget", "_blank"}}}},
                 {{"label", "Nothing"}, {"destination", {{"type", "none"}}}},
                 {{"label", "More"},
                  {"options",
                   Json::array({{{"label", "Below"}, {"destination", {{"type", "page"}, {"pageId", "data"}}}}})}}}));
        Bench bench("controls", workbook);
        PreviewCard *navi = bench.card("navi");
        bench.clickMark(navi, bench.markOf(navi, Mark::Kind::Toggle, u"Nothing"_qs));
        QCOMPARE(bench.session.currentBlock(), std::string("controls"));
        bench.clickMark(navi, bench.markOf(navi, Mark::Kind::Toggle, u"Link"_qs));
        QVERIFY(bench.question());
        QTest::keyClick(bench.question(), Qt::Key_Return);
        QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.com/a b"_qs)});
        bench.clickMark(navi, bench.markOf(navi, Mark::Kind::Toggle, u"Element"_qs)); // on another page, behind a tab
        QCOMPARE(bench.session.currentBlock(), std::string("containers"));
        PreviewCard *shown = bench.card("t2");
        QVERIFY(shown);
        auto *area = bench.view.findChild<QScrollArea *>();
        const QRect inSight(shown->mapTo(area->viewport(), QPoint(0, 0)), shown->size());
        QVERIFY(area->viewport()->rect().intersects(inSight));
        bench.session.setCurrentBlock("controls");
        navi = bench.card("navi");
        bench.clickMark(navi, bench.markOf(navi, Mark::Kind::Toggle, u"More"_qs));
        auto *menu = navi->findChild<QMenu *>(u"navigationMore"_qs);
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), u"Below"_qs);
        menu->actions().first()->trigger();
        QCOMPARE(bench.session.currentBlock(), std::string("data"));
    }

    // Their names come from the workbook, not from rows.
    void levelsOfADrillHaveNames()
    {
        model::Workbook workbook = tests::everyKind();
        std::string id;
        for (const model::Object &element : workbook.elements) {
            if (element.kind() == "control" && element.body().value("controlType", "") == "drill")
                id = element.key();
        }
        set(workbook, id.c_str(), "source",
            {{"kind", "source"}, {"source", {{"kind", "table"}, {"elementId", "base"}}}, {"columnId", "c"}});
        set(workbook, id.c_str(), "categories", {{{"columnId", "c"}}, {{"columnId", "d"}}});
        Bench bench("controls", workbook);
        bench.data.rows.set(id, {}).parts["values"] = tests::handTable({{"value", {Value("West"), Value("North")}}});
        bench.data.change(id);
        auto *box = bench.view.page()->field(id)->findChild<QComboBox *>();
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->itemText(1), u"Region"_qs);
        QCOMPARE(box->itemText(2), u"Channel"_qs);
        box->setCurrentIndex(2);
        Q_EMIT box->activated(2);
        QCOMPARE(bench.held(workbook.element(id)->body().at("controlId").get<std::string>().c_str()),
                 std::vector<Value>{Value("d")});
        QCOMPARE(box->currentText(), u"Channel"_qs);
    }

    void picturesAreLinks()
    {
        model::Workbook workbook = tests::everyKind();
        std::string id;
        for (const model::Object &element : workbook.elements) {
            if (element.kind() == "image")
                id = element.key();
        }
        QVERIFY(!id.empty());
        set(workbook, id.c_str(), "link", "https://example.com/{{\"x\"}}");
        const model::LayoutTree &layout = workbook.layout;
        const std::string block = layout.node(layout.blockOf(layout.findElement(workbook.element(id)->id())))->ref;
        Bench bench(block, workbook);
        bench.press(id.c_str());
        QVERIFY(bench.question());
        QCOMPARE(bench.question()->findChild<QLabel *>(u"address"_qs)->text(), u"https://example.com/x"_qs);
    }

private:
    QList<QUrl> m_opened;
};

QTEST_MAIN(TestPreviewActions)
#include "tst_preview_actions.moc"
