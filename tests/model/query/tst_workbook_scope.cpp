// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"
#include "model/formula/binder.h"
#include "model/query/workbook_scope.h"

using namespace tessera::model;
using namespace tessera::model::query;
using formula::SymbolKind;

namespace {

const char *const elements = R"J([
{"id": "base", "kind": "table", "name": "Base", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["DB", "SC", "ORDERS"]},
 "columns": [{"id": "id", "name": "Id", "formula": "[ORDERS/Order Id]"}, {"id": "day", "name": "Day", "formula": "[ORDERS/DAY]"},
             {"id": "half", "name": "Half", "formula": "[Net] / 2"}, {"id": "net", "name": "Net", "formula": "[ORDERS/NET]"}]},
{"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "a", "name": "Day", "formula": "[Base/Day]"}, {"id": "b", "name": "Month", "formula": "DateTrunc('month', [Day])"},
             {"id": "c", "name": "Ring", "formula": "[Loop] + 1"}, {"id": "d", "name": "Loop", "formula": "[Ring] + 1"}]},
{"id": "people", "kind": "table", "name": "People", "source": {"kind": "warehouse-table", "connectionId": "c", "path": ["PEOPLE"]},
 "columns": [{"id": "n", "name": "Name", "formula": "[PEOPLE/NAME]"}]},
{"id": "j", "kind": "table", "name": "J", "source": {"kind": "join", "name": "Star", "primarySource": {"kind": "table", "elementId": "base"},
   "joins": [{"name": "Who", "joinType": "inner", "left": {"kind": "table", "elementId": "base"},
              "right": {"kind": "warehouse-table", "connectionId": "c", "path": ["PEOPLE"]}, "columns": [{"left": "[Id]", "right": "[NAME]"}]}]},
 "columns": [{"id": "x", "name": "Who", "formula": "[Who/NAME]"}, {"id": "y", "name": "Net", "formula": "[Star/Net]"}]},
{"id": "ctl", "kind": "control", "controlId": "pDates", "controlType": "date-range", "name": "Dates", "mode": "last", "value": 1, "unit": "day"},
{"id": "lst", "kind": "control", "controlId": "pList", "controlType": "list", "selectionMode": "multiple", "mode": "include", "values": [],
 "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "net"}}
])J";

class Tables : public SourceColumns
{
public:
    std::optional<std::vector<Column>> columnsOf(const TableSource &source) const override
    {
        if (source.name == "ORDERS")
            return std::vector<Column>{
                {"ORDER_ID", ValueType::Text}, {"DAY", ValueType::Date}, {"NET", ValueType::Number}};
        if (source.name == "PEOPLE")
            return std::vector<Column>{{"NAME", ValueType::Text}};
        return std::nullopt;
    }
};

} // namespace

class TestWorkbookScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Json> json = readJson(elements);
        QVERIFY(json);
        for (const Json &body : *json)
            m_workbook.elements.append(Object(stringMember(body, "id"), body));
        m_names = NameIndex(m_workbook);
    }

    void types_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<int>("type");
        QTest::newRow("friendly name") << "base"
                                       << "[ORDERS/Order Id]" << int(ValueType::Text);
        QTest::newRow("sibling") << "base"
                                 << "[Half]" << int(ValueType::Number);
        QTest::newRow("through a chain") << "t"
                                         << "[Month]" << int(ValueType::Date);
        QTest::newRow("source") << "t"
                                << "[Base/Net]" << int(ValueType::Number);
        QTest::newRow("leg") << "j"
                             << "[Who/NAME]" << int(ValueType::Text);
        QTest::newRow("primary") << "j"
                                 << "[Star/Half]" << int(ValueType::Number);
        QTest::newRow("another element") << "t"
                                         << "[People/Name]" << int(ValueType::Text);
        QTest::newRow("end of a range") << "t"
                                        << "[pDates].end" << int(ValueType::Date);
        QTest::newRow("several values") << "t"
                                        << "[pList]" << int(ValueType::Variant);
        QTest::newRow("circle") << "t"
                                << "[Ring]" << int(ValueType::Number);
    }
    void types()
    {
        QFETCH(QString, element);
        QFETCH(QString, formula);
        QFETCH(int, type);
        Tables tables;
        WorkbookColumns columns(m_workbook, m_names, &tables);
        const auto bound = formula::bindFormula(formula.toStdString(), WorkbookScope(columns, element.toStdString()));
        QVERIFY2(bound.isValid(), bound.problems.empty() ? "" : qPrintable(bound.problems.front().message));
        QCOMPARE(int(bound.root->type), type);
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("hint");
        QTest::newRow("source column") << "base"
                                       << "[ORDERS/NETT]"
                                       << "Did you mean [ORDERS/NET]?";
        QTest::newRow("sibling") << "t"
                                 << "[Mnth]"
                                 << "Did you mean [Month]?";
        QTest::newRow("control") << "t"
                                 << "[pDate].start"
                                 << "Did you mean [pDates]?";
        QTest::newRow("element") << "t"
                                 << "[Bose/Net]"
                                 << "Did you mean [Base/Net]?";
        QTest::newRow("leg") << "j"
                             << "[Whom/NAME]"
                             << "Did you mean [Who/NAME]?";
    }
    void mistakes()
    {
        QFETCH(QString, element);
        QFETCH(QString, formula);
        QFETCH(QString, hint);
        Tables tables;
        WorkbookColumns columns(m_workbook, m_names, &tables);
        const auto bound = formula::bindFormula(formula.toStdString(), WorkbookScope(columns, element.toStdString()));
        QVERIFY(!bound.isValid());
        QCOMPARE(bound.problems.front().hint, hint);
    }

    void nothingIsWrongThatNobodyKnows()
    {
        WorkbookColumns columns(m_workbook, m_names, nullptr);
        const auto bound = formula::bindFormula("Sum([ORDERS/ANYTHING]) + 1", WorkbookScope(columns, "base"));
        QVERIFY(bound.isValid());
        const auto symbols = formula::symbolsOf(bound.root);
        QCOMPARE(symbols.size(), 1u);
        QCOMPARE(symbols.front().kind, SymbolKind::Source);
        QCOMPARE(symbols.front().prefix, std::string("ORDERS"));
    }

    void spellingOfUnknownTables_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("spelled");
        QTest::newRow("upper") << QByteArray("Order Date") << QByteArray("ORDERS") << QByteArray("ORDER_DATE");
        QTest::newRow("lower") << QByteArray("Order Date") << QByteArray("fact_orders") << QByteArray("order_date");
        QTest::newRow("as it is there") << QByteArray("ORDER_ID") << QByteArray("ORDERS") << QByteArray("ORDER_ID");
        QTest::newRow("quoted when made")
            << QByteArray("Order Date") << QByteArray("Orders") << QByteArray("Order Date");
        QTest::newRow("table of digits") << QByteArray("Order Date") << QByteArray("2024") << QByteArray("Order Date");
    }
    void spellingOfUnknownTables()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, table);
        QTEST(QByteArray::fromStdString(warehouseSpelling(name.toStdString(), table.toStdString())), "spelled");
    }

    void circles()
    {
        WorkbookColumns columns(m_workbook, m_names, nullptr);
        QCOMPARE(circularPath(columns, "t", "c"), (std::vector<std::string>{"Ring", "Loop", "Ring"}));
        QVERIFY(circularPath(columns, "t", "b").empty());
    }

private:
    Workbook m_workbook;
    NameIndex m_names;
};

QTEST_GUILESS_MAIN(TestWorkbookScope)
#include "tst_workbook_scope.moc"
