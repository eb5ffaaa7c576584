// SPDX-License-Identifier: GPL-3.0-or-later
// A formula computed on one row, part by part.
#include <QTest>

#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/bound_walk.h"
#include "model/formula/steps.h"
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
