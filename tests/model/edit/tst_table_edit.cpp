// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/change/document.h"
#include "model/edit/insert_edit.h"
#include "model/edit/row_copies.h"
#include "model/edit/table_edit.h"
#include "model/schema/catalogue.h"
#include "model/table/memory_row_store.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/source_view.h"

using namespace tessera::model;

namespace {

// Orders on the page, and nothing else.
Workbook workbook()
{
    Workbook out;
    out.pages.append(Object("p", {{"id", "p"}, {"name", "Page"}}));
    const NodeId page = out.layout.nextId();
    out.layout.insert(rootNode, 0, {page, {NodeKind::Page, "p", {}, pageColumns, {}}, {}});
    out.elements.append(Object(
        "orders",
        {{"id", "orders"},
         {"kind", "table"},
         {"name", "Orders"},
         {"source", {{"kind", "warehouse-table"}, {"connectionId", "c"}, {"path", {"DB", "PUBLIC", "ORDERS"}}}},
         {"columns",
          {{{"id", "d"}, {"name", "Day"}, {"formula", "[ORDERS/DAY]"}, {"format", {{"kind", "datetime"}}}},
           {{"id", "r"}, {"name", "Region"}, {"formula", "[ORDERS/REGION]"}},
           {{"id", "a"}, {"name", "Amount"}, {"formula", "[ORDERS/AMOUNT]"}, {"format", {{"kind", "number"}}}}}}}));
    out.layout.insert(page, 0,
                      {out.layout.nextId(), {NodeKind::Element, "orders", GridRect{0, 0, 24, 8}, pageColumns, {}}, {}});
    return out;
}

ImportedTable imported()
{
    return {"Plant sales",
            "PLANT_SALES",
            {{"order_date", SourceColumn::Sort::Date},
             {"REGION", SourceColumn::Sort::Text},
             {"Region", SourceColumn::Sort::Text},
             {"year", SourceColumn::Sort::Number},
             {"unitPrice", SourceColumn::Sort::Number}}};
}

} // namespace

class TestTableEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalogue = std::make_unique<Catalogue>(loadCatalogue().value()); }

    void anImportedFileIsATableWithReadableNames()
    {
        Document document(workbook());
        const auto insert =
            makeInsertImported(document.workbook(), *m_catalogue, imported(), page(document.workbook()));
        QVERIFY(insert.has_value());
        QVERIFY(document.apply(*insert));
        const Object *table = document.workbook().element(insertedElements(*insert).value(0));
        QVERIFY(table);
        QCOMPARE(table->name(), std::string("Plant sales"));
        const auto source = sourceOf(*table);
        QCOMPARE(source->connectionId, std::string("c")); // where the other tables are
        QCOMPARE(source->path, (std::vector<std::string>{"DB", "PUBLIC", "PLANT_SALES"}));
        QStringList columns;
        for (const ColumnView &column : columnsOf(*table))
            columns << toQString(column.name + " = " + column.formula + " " + column.formatString);
        QCOMPARE(columns, QStringList({QStringLiteral("Order Date = [PLANT_SALES/order_date] %Y-%m-%d"),
                                       QStringLiteral("Region = [PLANT_SALES/REGION] "),
                                       QStringLiteral("Region 2 = [PLANT_SALES/Region] "),
                                       QStringLiteral("Year = [PLANT_SALES/year] .2~f"),
                                       QStringLiteral("unitPrice = [PLANT_SALES/unitPrice] ,.2~f")}));
        QCOMPARE(readerOfTable(document.workbook(), "plant_sales"), table);
        QCOMPARE(freeTableName(document.workbook(), "PLANT_SALES"), std::string("PLANT_SALES_2"));
        QCOMPARE(referableName(" a/b [c] "), std::string("a b c"));
        QVERIFY(document.undo()); // one step
        QCOMPARE(document.workbook().elements.size(), 1);
    }

    void newElementsReadWhatIsSelected()
    {
        Workbook book = workbook();
        QCOMPARE(usualSource(book, {}, "p"), std::string("orders"));
        book.elements.append(Object("other", {{"id", "other"}, {"kind", "input-table"}, {"name", "Other"}}));
        QCOMPARE(usualSource(book, {"other"}, "p"), std::string("other"));
        book.elements.append(
            Object("chart",
                   {{"id", "chart"}, {"kind", "bar-chart"}, {"source", {{"kind", "table"}, {"elementId", "other"}}}}));
        QCOMPARE(usualSource(book, {"chart"}, "p"), std::string("other")); // what it reads
        QCOMPARE(usualSource(book, {"chart", "orders"}, "p"), std::string("orders"));
        QCOMPARE(usualSource(Workbook(), {}, {}), std::string());
    }

    void figuresAreAddedUpRatherThanKeys()
    {
        Document document(workbook());
        const ImportedTable table{"Orders",
                                  "ORDERS_2",
                                  {{"Order id", SourceColumn::Sort::Number},
                                   {"Region", SourceColumn::Sort::Text},
                                   {"Amount", SourceColumn::Sort::Number}}};
        auto insert = makeInsertImported(document.workbook(), *m_catalogue, table, page(document.workbook()));
        const Key key = insertedElements(*insert).value(0);
        QVERIFY(document.apply(std::move(*insert)));
        InsertOptions options;
        options.source = document.workbook().element(key)->id();
        auto chart = makeInsert(document.workbook(), *m_catalogue, "bar-chart", page(document.workbook()), options);
        const Key bar = insertedElements(*chart).value(0);
        QVERIFY(document.apply(std::move(*chart)));
        const auto columns = columnsOf(*document.workbook().element(bar));
        QCOMPARE(columns.at(0).name, std::string("Region"));
        QVERIFY2(columns.at(1).formula.starts_with("Sum(") && columns.at(1).formula.ends_with("/Amount])"),
                 columns.at(1).formula.c_str());
    }

    void aColumnIsFilteredByAControlThatSuitsIt_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("type");
        QTest::newRow("text") << QStringLiteral("r") << QStringLiteral("list");
        QTest::newRow("date") << QStringLiteral("d") << QStringLiteral("date-range");
        QTest::newRow("number") << QStringLiteral("a") << QStringLiteral("number-range");
    }
    void aColumnIsFilteredByAControlThatSuitsIt()
    {
        QFETCH(QString, column);
        QFETCH(QString, type);
        Document document(workbook());
        auto insert =
            makeFilterControl(document.workbook(), *m_catalogue, "orders", toUtf8(column), page(document.workbook()));
        QVERIFY(insert.has_value());
        const Key key = insertedElements(*insert).value(0);
        QVERIFY(document.apply(std::move(*insert)));
        const Object &control = *document.workbook().element(key);
        QCOMPARE(toQString(controlType(control)), type);
        const auto targets = controlTargets(control);
        QCOMPARE(targets.size(), std::size_t(1));
        QCOMPARE(targets[0].source.elementId, std::string("orders"));
        QCOMPARE(toQString(targets[0].columnId), column);
        QVERIFY(stringMember(control.body(), "mode") != "last"); // nothing is hidden yet
        QVERIFY(!makeFilterControl(document.workbook(), *m_catalogue, "orders", "gone", page(document.workbook())));
    }

    void aColumnIsAddedWithAFreeName()
    {
        Document document(workbook());
        for (const char *name : {"Calculation", "Calculation 2"}) {
            auto added = makeAddColumn(document.workbook(), *m_catalogue, "orders");
            QVERIFY(added.has_value());
            QVERIFY(document.apply(std::move(added->transaction)));
            const auto columns = columnsOf(*document.workbook().element("orders"));
            QCOMPARE(columns.back().name, std::string(name));
            QCOMPARE(added->path, columns.back().pointer + "/formula");
        }
        QVERIFY(!makeAddColumn(document.workbook(), *m_catalogue, "gone"));
    }

    void anotherTableIsRead()
    {
        Document document(workbook());
        auto chart = makeInsert(document.workbook(), *m_catalogue, "bar-chart", page(document.workbook()));
        QVERIFY(chart.has_value());
        const Key key = insertedElements(*chart).value(0);
        QVERIFY(document.apply(std::move(*chart)));
        auto table = makeInsertImported(document.workbook(), *m_catalogue, imported(), page(document.workbook()));
        const Key other = insertedElements(*table).value(0);
        QVERIFY(document.apply(std::move(*table)));
        QCOMPARE(readableTables(document.workbook(), key), QList<Key>({"orders", other}));
        QVERIFY(document.apply(makeReadFrom(document.workbook(), *m_catalogue, key, other).value()));
        for (const ColumnView &column : columnsOf(*document.workbook().element(key)))
            QVERIFY2(column.formula.find("[Plant sales/") != std::string::npos, column.formula.c_str());
        QCOMPARE(sourceOf(*document.workbook().element(key))->elementId, document.workbook().element(other)->id());
        QVERIFY(!makeReadFrom(document.workbook(), *m_catalogue, key, key)); // a circle
        QVERIFY(document.undo());
        QCOMPARE(sourceOf(*document.workbook().element(key))->elementId, std::string("orders"));
    }

    void anElementWithoutColumnsGetsTheFirstThatFit()
    {
        Workbook book = workbook();
        book.elements.append(
            Object("kpi", {{"id", "kpi"}, {"kind", "kpi-chart"}, {"name", "Sum"}, {"columns", Json::array()}}));
        Document document(book);
        QVERIFY(document.apply(makeReadFrom(book, *m_catalogue, "kpi", "orders").value()));
        const Object &kpi = *document.workbook().element("kpi");
        QCOMPARE(kpi.name(), std::string("Sum"));
        QCOMPARE(columnsOf(kpi).front().formula, std::string("Sum([Orders/Amount])"));
    }

    void copiesOfInputTablesTakeTheirRows()
    {
        Workbook book;
        book.elements.append(Object("plan", {{"id", "plan"}, {"kind", "input-table"}}));
        MemoryRowStore rows;
        QVERIFY(rows.apply("plan", {{1, 0, {}, Json{{"n", "Fern"}}}, {2, 1, {}, Json{{"n", "Ivy"}}}}));
        const RowCopies copies = copyRows(book, {"plan"}, rows);
        QCOMPARE(copies.at("plan").size(), std::size_t(2));
        QCOMPARE(rowsTooMany(book, {"plan"}, rows), 0);
        QVERIFY(copyRows(book, {"plan"}, rows, 1).empty());
        QCOMPARE(rowsTooMany(book, {"plan"}, rows, 1), 2);
        Transaction paste;
        paste.changes.push_back(
            InsertObject{Collection::Elements, 1, "plan-2", Json{{"id", "plan-2"}, {"kind", "input-table"}}});
        addRowCopies(paste, {"plan"}, copies, rows);
        QCOMPARE(paste.changes.size(), std::size_t(2));
        QCOMPARE(std::get<RowsChange>(paste.changes.back()).edits.size(), std::size_t(2));
    }

private:
    static NodeId page(const Workbook &workbook) { return workbook.layout.childrenOf(rootNode).value(0); }

    std::unique_ptr<Catalogue> m_catalogue;
};

QTEST_GUILESS_MAIN(TestTableEdit)
#include "tst_table_edit.moc"
