// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/formula/binder.h"
#include "tests/model/formula/orders_scope.h"

using namespace tessera::model;
using namespace tessera::model::formula;

class TestBinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTypesAndShapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("shape");
        const auto row = [](const char *text, ValueType type, Shape shape) {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(type) << static_cast<int>(shape);
        };
        row("1 + 2", ValueType::Number, Shape::Constant);
        row("[Amount] * 2", ValueType::Number, Shape::Row);
        row("Sum([Orders/Revenue]) / Count()", ValueType::Number, Shape::Aggregate);
        row("If([Amount] > 1, \"a\", \"b\")", ValueType::Text, Shape::Row);
        row("If([Amount] > 1, [Day], [Amount] > 2, Null, Date(\"2026-01-01\"))", ValueType::Date, Shape::Row);
        row("Switch([Region], \"W\", 1, \"E\", 2, 3)", ValueType::Number, Shape::Row);
        row("DateTrunc(\"month\", [Day])", ValueType::Date, Shape::Row);
        row("CumulativeSum(Sum([Amount]))", ValueType::Number, Shape::Window);
        row("Max([Day])", ValueType::Date, Shape::Aggregate);
        row("Coalesce([Raw], 0)", ValueType::Number, Shape::Row);
        row("[Payload].a[0]", ValueType::Variant, Shape::Row);
        row("[pDates].start", ValueType::Date, Shape::Constant);
        row("ArrayContains([pRegions], [Region])", ValueType::Logical, Shape::Row);
        row("Sum(If([Day] = Max([Day]), [Amount], Null))", ValueType::Number, Shape::Aggregate);
        row("[Region] & \" \" & Text([Amount])", ValueType::Text, Shape::Row);
    }
    void givesTypesAndShapes()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, type);
        QFETCH(int, shape);
        const BoundFormula bound = bindFormula(text.toStdString(), OrdersScope());
        QVERIFY2(bound.problems.empty(), bound.problems.empty() ? "" : qPrintable(bound.problems.front().message));
        QCOMPARE(static_cast<int>(bound.root->type), type);
        QCOMPARE(static_cast<int>(bound.root->shape), shape);
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("replacement");
        const auto row = [](const char *text, ProblemCode code, const char *marked, const char *replacement = "") {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(code) << QString::fromUtf8(marked)
                                << QString::fromUtf8(replacement);
        };
        row("Summ([Amount])", ProblemCode::UnknownFunction, "Summ", "Sum");
        row("Case([Amount], 1)", ProblemCode::UnknownFunction, "Case", "If");
        row("RunningSum([Amount])", ProblemCode::UnknownFunction, "RunningSum", "CumulativeSum");
        row("[Amuont] + 1", ProblemCode::UnknownColumn, "[Amuont]", "[Amount]");
        row("Sum([Orders/Revenu])", ProblemCode::UnknownColumn, "[Orders/Revenu]", "[Orders/Revenue]");
        row("Sum([Ordres/Revenue])", ProblemCode::UnknownElement, "[Ordres/Revenue]", "[Orders/Revenue]");
        row("DateDiff([Day])", ProblemCode::ArgumentCount, "DateDiff([Day])");
        row("Round()", ProblemCode::ArgumentCount, "Round()");
        row("If([Amount], 1, 2)", ProblemCode::ArgumentType, "[Amount]");
        row("If([Amount] > 1, \"a\", 2)", ProblemCode::ArgumentType, "2");
        row("\"a\" + \"b\"", ProblemCode::OperandType, "+", "&");
        row("[Day] - 1", ProblemCode::OperandType, "[Day]");
        row("[Region] = 1", ProblemCode::OperandType, "=");
        row("[pRegions] = \"West\"", ProblemCode::OperandType, "=");
        row("DateTrunc(\"monht\", [Day])", ProblemCode::BadChoice, "\"monht\"", "\"month\"");
        row("Sum(Avg([Amount]))", ProblemCode::NestedAggregate, "Avg([Amount])");
        row("PercentOfTotal([Amount])", ProblemCode::AggregateExpected, "[Amount]");
        row("Not([Amount] > 1)", ProblemCode::CallLikeOperator, "Not", "Not ");
        row("Sum([Amount]", ProblemCode::Syntax, "", ")");
        row("[Region] Is Null", ProblemCode::Syntax, "[Region] Is Null", "IsNull([Region])");
        row("[Region].k", ProblemCode::OperandType, "[Region]");
    }
    void namesWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QString, marked);
        QFETCH(QString, replacement);
        const BoundFormula bound = bindFormula(text.toStdString(), OrdersScope());
        QVERIFY(!bound.problems.empty());
        const FormulaProblem &problem = bound.problems.front();
        QCOMPARE(static_cast<int>(problem.code), code);
        QVERIFY(!problem.message.isEmpty());
        QCOMPARE(QString::fromUtf8(text).mid(problem.span.offset, problem.span.length), marked);
        QCOMPARE(QString::fromStdString(problem.replacement.value_or("")), replacement);
    }

    void oneMistakeIsOneProblem()
    {
        QCOMPARE(bindFormula("Sum([Nothing]) + [Amount] * 2", OrdersScope()).problems.size(), std::size_t(1));
        QCOMPARE(bindFormula("Foo([Amount]) & \"x\"", OrdersScope()).problems.size(), std::size_t(1));
    }

    void listsSymbols()
    {
        const auto symbols =
            symbolsOf(bindFormula("If([Amount] > Sum([Orders/Revenue]), [pDates].end, Null)", OrdersScope()).root);
        QCOMPARE(symbols.size(), std::size_t(3));
        QCOMPARE(symbols[1].name, std::string("Revenue"));
    }
};

QTEST_GUILESS_MAIN(TestBinder)
#include "tst_binder.moc"
