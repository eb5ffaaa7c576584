// SPDX-License-Identifier: GPL-3.0-or-later
// A formula computed on one row, part by part.
#include <algorithm>

#include <QTest>

#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/bound_walk.h"
#include "model/formula/steps.h"
#include "model/workbook/formula_probe.h"
#include "tests/model/formula/orders_scope.h"

using namespace tessera::model;
using namespace tessera::model::formula;

namespace {

QStringList textsOf(const SteppedFormula &formula)
{
    QStringList texts;
    for (const FormulaPart &part : formula.parts)
        texts << toQString(part.text);
    return texts;
}

} // namespace

class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesApartWhatARowCannotTell_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *formula, const QStringList &parts) {
            QTest::newRow(formula) << QString::fromUtf8(formula) << parts;
        };
        row("1 + 2", {});
        row("[Amount] * 2 + [Amount]", {QStringLiteral("[Amount]")});
        row("Sum([Amount] * 2) / Count()", {QStringLiteral("Sum([Amount] * 2)"), QStringLiteral("Count()")});
        row("If([pDates].start < [Day], [Region], \"\xC3\xBC\")",
            {QStringLiteral("[pDates].start"), QStringLiteral("[Day]"), QStringLiteral("[Region]")});
        row("Rank([Amount], \"desc\") <= 3", {QStringLiteral("Rank([Amount], \"desc\")")});
        row("Upper(Trim([Region]))", {QStringLiteral("[Region]")});
    }
    void takesApartWhatARowCannotTell()
    {
        QFETCH(QString, formula);
        QFETCH(QStringList, parts);
        const std::string text = toUtf8(formula);
        const BoundFormula bound = bindFormula(text, OrdersScope());
        QVERIFY(bound.isValid());
        QCOMPARE(textsOf(splitForSteps(text, bound.root)), parts);
    }

    void computesEveryPart()
    {
        const std::string text = "If([Amount] / Sum([Amount]) > 0.5, Upper([Region]), \"small\")";
        const SteppedFormula formula = splitForSteps(text, bindFormula(text, OrdersScope()).root);
        QCOMPARE(formula.parts.size(), std::size_t(3));
        const FormulaStep whole = stepThrough(text, formula, {Value(60), Value(100), Value("west")}, {});
        QVERIFY(whole.value == Value("WEST"));
        QCOMPARE(toQString(whole.text), toQString(text));
        QCOMPARE(whole.inside.size(), std::size_t(2)); // the condition and the first value; "small" is written
        const FormulaStep &condition = whole.inside[0];
        QVERIFY(condition.value == Value(true));
        const FormulaStep &share = condition.inside[0];
        QCOMPARE(toQString(share.text), QStringLiteral("[Amount] / Sum([Amount])"));
        QVERIFY(share.value == Value(0.6));
        QVERIFY(share.inside[1].value == Value(100));
        QVERIFY(share.inside[1].inside.empty()); // an aggregate is one part
        QVERIFY(whole.inside[1].inside[0].value == Value("west"));
    }

    void missingValuesAreNull()
    {
        const std::string text = "[Amount] + 1";
        const SteppedFormula formula = splitForSteps(text, bindFormula(text, OrdersScope()).root);
        QVERIFY(stepThrough(text, formula, {}, {}).value.isNull());
        QVERIFY(stepThrough({}, {}, {}, {}).value.isNull());
    }

    // Where the formulas of a trial stand: at the level of their column.
    void probesComputeAtTheLevelOfTheColumn_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<QByteArray>("holder"); // pointer of the list that names the probe, "" for the rows
        QTest::addColumn<bool>("summary");
        const QByteArray table(
            "{\"id\":\"e\",\"kind\":\"table\",\"source\":{\"kind\":\"empty\"},\"columns\":[{\"id\":\"k\",\"formula\":"
            "\"[Region]\"},"
            "{\"id\":\"c\",\"formula\":\"Sum([Amount])\"},{\"id\":\"r\",\"formula\":\"[Amount]\"},{\"id\":\"s\","
            "\"formula\":\"Max([Amount])\"}],"
            "\"groupings\":[{\"id\":\"g\",\"groupBy\":[\"k\"],\"calculations\":[\"c\"]}],\"summary\":[\"s\"]}");
        QTest::newRow("row") << table << 2 << QByteArray("[Amount] * 2") << QByteArray() << false;
        QTest::newRow("key") << table << 0 << QByteArray("Upper([Region])") << QByteArray() << false;
        QTest::newRow("grouping") << table << 1 << QByteArray("Avg([Amount])")
                                  << QByteArray("/groupings/0/calculations") << false;
        QTest::newRow("summary") << table << 3 << QByteArray("Min([Amount])") << QByteArray("/summary") << true;
        const QByteArray chart("{\"id\":\"e\",\"kind\":\"bar-chart\",\"columns\":[{\"id\":\"k\",\"formula\":\"[Orders/"
                               "Region]\"},{\"id\":\"v\",\"formula\":\"Sum([Orders/Amount])\"}]}");
        QTest::newRow("chart value") << chart << 1 << QByteArray("Avg([Orders/Amount])")
                                     << QByteArray("/groupings/0/calculations") << false;
        QTest::newRow("chart key") << chart << 0 << QByteArray("Upper([Orders/Region])") << QByteArray() << false;
        const QByteArray kpi(
            "{\"id\":\"e\",\"kind\":\"kpi-chart\",\"columns\":[{\"id\":\"v\",\"formula\":\"Sum([Orders/Amount])\"}]}");
        QTest::newRow("kpi") << kpi << 0 << QByteArray("Avg([Orders/Amount])") << QByteArray("/summary") << true;
    }
    void probesComputeAtTheLevelOfTheColumn()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, column);
        QFETCH(QByteArray, formula);
        QFETCH(QByteArray, holder);
        QFETCH(bool, summary);
        Workbook workbook;
        workbook.elements.append(Object("e", *readJson(body.toStdString())));
        const auto isAggregate = [](const std::string &text) {
            return text.starts_with("Sum") || text.starts_with("Avg") || text.starts_with("M");
        };
        const auto probe = makeFormulaProbe(workbook, "e", "/columns/" + std::to_string(column) + "/formula",
                                            {{"probe", formula.toStdString()}}, isAggregate);
        QVERIFY(probe);
        QCOMPARE(probe->summary, summary);
        const Json &made = probe->workbook.element("e")->body();
        QCOMPARE(stringMember(made.at("columns").back(), "formula"), formula.toStdString());
        QCOMPARE(stringMember(made, "kind"), std::string("table"));
        for (const char *list : {"/groupings/0/calculations", "/summary"}) {
            const Json *ids = at(made, list);
            const bool named = ids && std::find(ids->begin(), ids->end(), Json("probe")) != ids->end();
            QCOMPARE(named, holder == list);
        }
        QVERIFY(workbook.element("e")->body() == *readJson(body.toStdString())); // the workbook itself stays
    }

    void probesSayWhereThereAreNoRows()
    {
        Workbook workbook;
        workbook.elements.append(Object("t", *readJson("{\"id\":\"t\",\"kind\":\"text\",\"body\":\"x\"}")));
        const auto never = [](const std::string &) { return false; };
        QCOMPARE(makeFormulaProbe(workbook, "t", "/actions/0/condition/formula", {}, never).error().code,
                 ErrorCode::Unsupported);
        QCOMPARE(makeFormulaProbe(workbook, "t", "/body", {{"probe", "1 + 1"}}, never)->text, "text:/body");
        QCOMPARE(makeFormulaProbe(workbook, "gone", "/columns/0/formula", {}, never).error().code, ErrorCode::NotFound);
    }

    void findsTheSymbolAtAPlace()
    {
        const std::string text = "Sum([Amount]) + Len([Region])";
        const BoundFormula bound = bindFormula(text, OrdersScope());
        QCOMPARE(symbolAt(bound.root, 6)->name, std::string("Amount"));
        QCOMPARE(symbolAt(bound.root, 28)->name, std::string("Region"));
        QVERIFY(!symbolAt(bound.root, 1));
        QVERIFY(!symbolAt(bound.root, 15));
        QVERIFY(!symbolAt(nullptr, 0));
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
