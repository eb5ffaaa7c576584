// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/schema/new_body.h"
#include "model/workbook/views/action_view.h"
#include "model/workbook/views/channel_view.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/element_view.h"
#include "model/workbook/views/source_view.h"

using namespace tessera::model;

namespace {

Object objectOf(const char *text)
{
    Json body = readJson(text).value();
    const std::string id = stringMember(body, "id");
    return Object(id, std::move(body));
}

Workbook sampleWorkbook()
{
    Workbook workbook;
    workbook.elements.append(objectOf(R"({"id": "orders", "kind": "table", "name": "Orders",
        "source": {"kind": "warehouse-table", "connectionId": "c-1", "path": ["DB", "SHOP", "ORDERS"]},
        "columns": [{"id": "o-id", "name": "Order Id", "formula": "[ORDERS/ORDER_ID]"},
                    {"id": "o-region", "name": "Region", "formula": "[ORDERS/REGION]"},
                    {"id": "o-day", "name": "Day", "formula": "[ORDERS/DAY]"},
                    {"id": "o-amount", "name": "Amount", "formula": "[ORDERS/AMOUNT]"}]})"));
    workbook.pages.append(objectOf(R"({"id": "page", "name": "Page 1"})"));
    return workbook;
}

// Everything a body lacks or misspells, by the catalogue.
QStringList faults(const Catalogue &catalogue, const TypeSpec &type, const Json &value, const QString &where)
{
    QStringList found;
    if (type.type == ValueType::Union) {
        const VariantSpec *form = type.variantOf(value);
        if (!form)
            return {where + QStringLiteral(": none of the forms")};
        return faults(catalogue, *form->type, value, where);
    }
    if (!type.accepts(value))
        return {where + QStringLiteral(": wrong type")};
    if (type.type == ValueType::Object) {
        for (const PropertySpec &property : type.fields) {
            const Json *member_ = member(value, property.key);
            if (!member_ && property.required && property.visibleWhen.holds(value, {}))
                found += where + QLatin1Char('/') + toQString(property.key) + QStringLiteral(": missing");
            if (member_ && property.isLegacy())
                found += where + QLatin1Char('/') + toQString(property.key) + QStringLiteral(": never taken");
            if (member_ && !(property.nullable && member_->is_null()))
                found +=
                    faults(catalogue, *property.type, *member_, where + QLatin1Char('/') + toQString(property.key));
        }
        for (const auto &[key, item] : value.items()) {
            if (!type.field(key) && !type.openObject)
                found += where + QLatin1Char('/') + toQString(key) + QStringLiteral(": unknown");
        }
    } else if (type.type == ValueType::List) {
        for (const Json &item : value)
            found += faults(catalogue, *type.item, item, where + QStringLiteral("[]"));
    }
    return found;
}

} // namespace

class TestNewBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyKindIsComplete_data();
    void everyKindIsComplete();
    void kindsWithoutSourceStillWork();
    void everyControlIsComplete_data();
    void everyControlIsComplete();
    void everyEffectIsComplete();
    void blocksAreComplete();
    void idsAndNamesAreFresh();
    void channelsGetFittingColumns();
    void controlsFilterTheirSource();
    void itemsAreFresh();
    void everyChannelIsInTheCatalogue();
    void viewsReadBodies();
    void viewsSurviveNonsense();

private:
    const Catalogue &catalogue() const { return *m_catalogue; }
    std::optional<Catalogue> m_catalogue;
};

void TestNewBody::initTestCase()
{
    m_catalogue = loadCatalogue().value();
}

void TestNewBody::everyKindIsComplete_data()
{
    QTest::addColumn<QString>("kind");
    for (const KindSpec &kind : catalogue().all(Family::Element)) {
        if (kind.code != CodeSupport::No)
            QTest::newRow(kind.name.c_str()) << toQString(kind.name);
    }
}

void TestNewBody::everyKindIsComplete()
{
    QFETCH(QString, kind);
    const Json body = newBody(catalogue(), sampleWorkbook(), toUtf8(kind), {.sourceElementId = "orders"});
    const KindSpec *spec = catalogue().kindOf(Scope::Element, body);
    QVERIFY(spec);
    const QStringList found = faults(catalogue(), *spec->type, body, {});
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n')) + toQString(writeJson(body, 1))));
    if (isChartKind(spec->name) || spec->name == "pivot-table") {
        const Object object("x", body);
        std::set<std::string> used;
        for (const ChannelRef &ref : channelsOf(object)) {
            QVERIFY2(columnOf(object, ref.columnId), ref.pointer.c_str());
            QVERIFY2(used.insert(ref.columnId).second, "a column on two channels");
        }
        QVERIFY(!used.empty());
    }
}

void TestNewBody::kindsWithoutSourceStillWork()
{
    for (const KindSpec &kind : catalogue().all(Family::Element)) {
        const Json body = newBody(catalogue(), Workbook(), kind.name);
        QVERIFY(!stringMember(body, "id").empty());
        QVERIFY(!stringMember(body, "kind").empty());
        const Json *columns = member(body, "columns");
        const bool input = kind.name == "input-table";
        QVERIFY2(!columns || columns->empty() || input, kind.name.c_str());
        QVERIFY2(input || kind.name == "control" || !body.contains("source"), kind.name.c_str());
    }
}

void TestNewBody::everyControlIsComplete_data()
{
    QTest::addColumn<QString>("type");
    for (const KindSpec &kind : catalogue().all(Family::Control))
        QTest::newRow(kind.name.c_str()) << toQString(kind.name);
}

void TestNewBody::everyControlIsComplete()
{
    QFETCH(QString, type);
    for (const char *source : {"", "orders"}) {
        const Json body =
            newBody(catalogue(), sampleWorkbook(), "control/" + toUtf8(type), {.sourceElementId = source});
        QCOMPARE(stringMember(body, "kind"), std::string("control"));
        const QStringList found = faults(catalogue(), *catalogue().control(toUtf8(type))->type, body, {});
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n')) + toQString(writeJson(body, 1))));
    }
}

void TestNewBody::everyEffectIsComplete()
{
    for (const KindSpec &kind : catalogue().all(Family::Effect)) {
        const QStringList found =
            faults(catalogue(), *kind.type, newEffect(catalogue(), kind.name), toQString(kind.name));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }
    const Json action = newAction(sampleWorkbook(), "on-click", Json::array({newEffect(catalogue(), "close-overlay")}));
    QVERIFY(faults(catalogue(), *catalogue().type("action"), action, {}).isEmpty());
}

void TestNewBody::blocksAreComplete()
{
    const Workbook workbook = sampleWorkbook();
    const Json page = newPage(workbook);
    QCOMPARE(stringMember(page, "id"), std::string("page-2"));
    QCOMPARE(stringMember(page, "name"), std::string("Page 2"));
    QVERIFY(faults(catalogue(), *catalogue().page()->type, page, {}).contains(QStringLiteral("/type: missing")) ==
                false ||
            !page.contains("type"));
    for (const KindSpec &kind : catalogue().all(Family::Overlay)) {
        const QStringList found = faults(catalogue(), *kind.type, newOverlay(catalogue(), workbook, kind.name), {});
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }
    for (const KindSpec &kind : catalogue().all(Family::Panel)) {
        const QStringList found = faults(catalogue(), *kind.type, newPanel(catalogue(), workbook, kind.name), {});
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }
    QCOMPARE(newTabs(3).size(), std::size_t(3));
}

void TestNewBody::idsAndNamesAreFresh()
{
    Workbook workbook = sampleWorkbook();
    for (int i = 0; i < 3; ++i) {
        const Json body = newBody(catalogue(), workbook, "bar-chart");
        const std::string id = stringMember(body, "id");
        QVERIFY(!workbook.elements.findById(id));
        workbook.elements.append(Object(id, body));
    }
    QCOMPARE(workbook.elements.at(3).id(), std::string("bar-chart-3"));
    QCOMPARE(workbook.elements.at(3).name(), std::string("Bar chart 3"));
    const Json first = newControlBody(catalogue(), workbook, "date-range");
    QCOMPARE(stringMember(first, "controlId"), std::string("DateRange"));
    workbook.elements.append(Object("date", first));
    QCOMPARE(stringMember(newControlBody(catalogue(), workbook, "date-range"), "controlId"), std::string("DateRange2"));
    QCOMPARE(freeControlId(workbook, "Amount"), std::string("Amount2")); // a column has that name
    QCOMPARE(stringMember(newBody(catalogue(), workbook, "hologram"), "kind"), std::string("hologram"));
}

void TestNewBody::channelsGetFittingColumns()
{
    const Object bar("b", newBody(catalogue(), sampleWorkbook(), "bar-chart", {.sourceElementId = "orders"}));
    const auto x = channelColumnIds(bar, "xAxis");
    const auto y = channelColumnIds(bar, "yAxis");
    QCOMPARE(columnName(bar, x.at(0)), std::string("Region"));
    QCOMPARE(columnOf(bar, y.at(0))->formula, std::string("Sum([Orders/Amount])"));
    const Object line("l", newBody(catalogue(), sampleWorkbook(), "line-chart", {.sourceElementId = "orders"}));
    QCOMPARE(columnOf(line, channelColumnIds(line, "xAxis").at(0))->formula,
             std::string("DateTrunc(\"month\", [Orders/Day])"));
    const Object table("t", newBody(catalogue(), sampleWorkbook(), "table", {.sourceElementId = "orders"}));
    QCOMPARE(columnsOf(table).size(), std::size_t(4));
    const Object input("i", newBody(catalogue(), sampleWorkbook(), "input-table", {.sourceElementId = "orders"}));
    QCOMPARE(sourceOf(input)->kind, SourceKind::Linked);
    QCOMPARE(sourceOf(input)->connectionId, std::string("c-1"));
    QCOMPARE(columnsOf(input).at(0).key, std::string("o-id"));
}

void TestNewBody::controlsFilterTheirSource()
{
    const Object list("c", newControlBody(catalogue(), sampleWorkbook(), "list", {.sourceElementId = "orders"}));
    QCOMPARE(controlTargets(list).size(), std::size_t(1));
    QCOMPARE(controlTargets(list).at(0).columnId, std::string("o-region"));
    QCOMPARE(controlValueSource(list)->columnId, std::string("o-region"));
    const Object dates("d", newControlBody(catalogue(), sampleWorkbook(), "date-range", {.sourceElementId = "orders"}));
    QCOMPARE(controlTargets(dates).at(0).columnId, std::string("o-day"));
}

void TestNewBody::itemsAreFresh()
{
    const Workbook workbook = sampleWorkbook();
    const Json &table = workbook.elements.at(0).body();
    const Json column = newItem(catalogue(), workbook, Scope::Element, table, "/columns");
    QCOMPARE(stringMember(column, "id"), std::string("column"));
    QVERIFY(column.contains("formula"));
    const Json action = newItem(catalogue(), workbook, Scope::Element, table, "/actions");
    QCOMPARE(stringMember(action, "trigger"), std::string("on-select"));
    QVERIFY(newItem(catalogue(), workbook, Scope::Element, table, "/name").is_null());
    for (const std::string &name : catalogue().typeNames()) {
        const TypeSpec *type = catalogue().type(name);
        const Json value = newValue(*type);
        if (type->type != ValueType::Any)
            QVERIFY2(type->accepts(value), name.c_str());
    }
}

// The table of channels in the views and the channels of the catalogue are the same.
void TestNewBody::everyChannelIsInTheCatalogue()
{
    for (const KindSpec &kind : catalogue().all(Family::Element)) {
        std::set<std::string> known;
        for (const PropertySpec &property : kind.fields()) {
            if (property.isLegacy())
                continue;
            if (property.group == "channels" || property.key == "color")
                known.insert(property.key);
            if (isChartKind(kind.name) && property.key == "trellis") {
                known.insert("trellis/rowsBy");
                known.insert("trellis/columnsBy");
            }
            if (kind.name.ends_with("-map") && (property.key == "label" || property.key == "tooltip"))
                known.insert(property.key);
        }
        const auto names = channelNames(kind.name);
        QVERIFY2(std::set<std::string>(names.begin(), names.end()) == known, kind.name.c_str());
    }
}

void TestNewBody::viewsReadBodies()
{
    const Object button = objectOf(R"({"id": "b", "kind": "button", "text": "Go", "actions": [
        {"id": "a", "name": "Save", "trigger": {"on": "on-click", "condition": {"type": "formula", "formula": "True"}},
         "state": "disabled", "effects": [{"effect": "navigate", "target": {"type": "page", "page": "p"}},
           {"effect": "if-else", "if": {"condition": {}, "effects": [{"effect": "open-overlay", "overlayId": "o"}]},
            "elseif": [{"condition": {}, "effects": []}], "else": {"effects": [{"effect": "close-overlay"}]}}]}]})");
    const auto actions = actionsOf(button);
    QCOMPARE(actions.size(), std::size_t(1));
    QCOMPARE(actions[0].trigger, std::string("on-click"));
    QCOMPARE(actions[0].conditionPointer, std::string("/actions/0/trigger/condition"));
    QVERIFY(!actions[0].enabled);
    QCOMPARE(actions[0].effects.size(), std::size_t(2));
    QCOMPARE(actions[0].effects[1].branches.size(), std::size_t(3));
    QCOMPARE(allEffects(actions[0]).size(), std::size_t(4));
    QCOMPARE(effectTargets(button, actions[0].effects[0]).page, std::string("p"));
    QCOMPARE(effectTargets(button, allEffects(actions[0])[2]).overlay, std::string("o"));

    const Object joined = objectOf(R"({"id": "j", "kind": "table", "source": {"kind": "join", "name": "Star",
        "primarySource": {"kind": "table", "elementId": "orders"},
        "joins": [{"name": "Shops", "left": {"kind": "table", "elementId": "orders"},
                   "right": {"kind": "warehouse-table", "connectionId": "c-2", "path": ["D", "S", "SHOPS"]}}]}})");
    QCOMPARE(sourceOf(joined)->parts.size(), std::size_t(2));
    QCOMPARE(sourceOf(joined)->parts[1].pointer, std::string("/source/joins/0/right"));
    QCOMPARE(sourceElements(*sourceOf(joined)), std::vector<std::string>{"orders"});
    QCOMPARE(sourcePrefix(sampleWorkbook(), *sourceOf(joined)), std::string("Star"));
    QCOMPARE(sourcePrefix(sampleWorkbook(), sourceOf(joined)->parts[0]), std::string("Orders"));
    QCOMPARE(sourcePrefix(sampleWorkbook(), sourceOf(joined)->parts[1]), std::string("SHOPS"));

    const Object donut =
        objectOf(R"({"id": "d", "kind": "donut-chart", "color": {"id": "a"}, "value": {"columnId": "b"}})");
    const auto channels = channelsOf(donut);
    QCOMPARE(channels.size(), std::size_t(2));
    QCOMPARE(channels[0].pointer, std::string("/value/columnId"));
    QVERIFY(channels[1].legacy);
    const Object single = objectOf(R"({"id": "d", "kind": "bar-chart", "color": {"by": "single", "value": "#fff"}})");
    QVERIFY(channelsOf(single).empty());

    const Object modal = objectOf(R"({"id": "m", "type": "modal", "name": "M", "modal": {"header": {"title": "T",
        "showCloseIcon": "hidden"}, "footer": {"primaryCta": {"text": "OK"}, "secondaryCta": {"visible": "hidden"}}}})");
    const OverlayView overlay = overlayOf(modal);
    QCOMPARE(overlay.title, std::string("T"));
    QVERIFY(!overlay.closeIcon && overlay.primaryButton && !overlay.secondaryButton);
    QVERIFY(isTitleHidden(objectOf(R"({"id": "t", "kind": "table", "name": {"visibility": "hidden"}})")));
    QCOMPARE(columnName(objectOf(R"({"id": "t", "columns": [{"id": "c", "formula": " [Orders/Net Amount] "}]})"), "c"),
             std::string("Net Amount"));
}

void TestNewBody::viewsSurviveNonsense()
{
    for (const char *text :
         {"{}", R"({"kind": 3, "source": [], "columns": {}, "actions": [1, null, {"effects": 4}]})",
          R"({"kind": "control", "filters": [null, {"source": 1}], "source": "x"})",
          R"({"kind": "bar-chart", "xAxis": 3, "yAxis": {"columnIds": [null, {}]}, "trellis": []})",
          R"({"type": "modal", "modal": 3})", R"({"kind": "table", "groupings": [{}], "order": [1]})"}) {
        const Object object("k", readJson(text).value());
        actionsOf(object);
        columnsOf(object);
        sourceOf(object);
        channelsOf(object);
        controlTargets(object);
        controlValueSource(object);
        tabsOf(object);
        filtersOf(object);
        groupingsOf(object);
        columnOrder(object);
        overlayOf(object);
        panelOf(object);
        QVERIFY(!isTitleHidden(object));
        QVERIFY(textBody(object).empty());
    }
}

QTEST_GUILESS_MAIN(TestNewBody)
#include "tst_new_body.moc"
