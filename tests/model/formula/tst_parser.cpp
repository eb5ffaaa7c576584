// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRandomGenerator>
#include <QTest>

#include "model/formula/function_catalogue.h"
#include "model/formula/parser.h"
#include "model/formula/printer.h"

using namespace tessera::model;
using namespace tessera::model::formula;

class TestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTrees_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("tree");
        QTest::addColumn<int>("problems");
        const auto row = [](const char *name, const char *text, const char *tree, int problems = 0) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(tree) << problems;
        };
        row("number", "12", "12");
        row("text", "\"a\\\"b\"", "\"a\\\"b\"");
        row("column", "[Amount]", "[Amount]");
        row("qualified column", "[Orders Base/Amount]", "[Orders Base/Amount]");
        row("product before sum", "1 + 2 * 3", "(+ 1 (* 2 3))");
        row("subtraction from the left", "1 - 2 - 3", "(- (- 1 2) 3)");
        row("power before sign", "-2^2", "(- (^ 2 2))");
        row("signed exponent", "2^-1*3", "(* (^ 2 (- 1)) 3)");
        row("power from the left", "2^3^2", "(^ (^ 2 3) 2)");
        row("text after sum", "1 + 2 & \"x\"", "(& (+ 1 2) \"x\")");
        row("logic", "not [a] = 1 and [b] or [c]", "(or (and (not (= [a] 1)) [b]) [c])");
        row("parentheses", "(1 + 2) * 3", "(* (+ 1 2) 3)");
        row("call", "Sum([Orders/Amount]) / Count()", "(/ (Sum [Orders/Amount]) (Count))");
        row("path", "[Payload].items[2].price", "(. (. (. [Payload] items) 2) price)");
        row("logical and null", "If(TRUE, null, False)", "(If true null false)");
        row("operator as call", "And([a], [b], [c])", "(and (and [a] [b]) [c])", 1);
        row("not as call", "Not([a])", "(not [a])", 1);
        row("is null", "[a] + 1 Is Null and not [b] is NOT null", "(and (IsNull (+ [a] 1)) (not (IsNotNull [b])))", 2);
        row("is alone", "[a] is", "[a]", 1);
        row("single quotes", "'x'", "\"x\"", 1);
        row("double equal", "1 == 1", "(= 1 1)", 1);
        row("nothing", "", "?", 1);
        row("missing right side", "1 +", "(+ 1 ?)", 1);
        row("missing left side", "* 3", "(* ? 3)", 1);
        row("empty argument", "If([a], , 1)", "(If [a] ? 1)", 1);
        row("unclosed call", "Sum([a]", "(Sum [a])", 1);
        row("unclosed reference", "Sum([a", "(Sum ?)", 2);
        row("two expressions", "1 2", "1", 1);
        row("name without call", "Sum", "?", 1);
    }
    void readsTrees()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, tree);
        QFETCH(int, problems);
        const ParsedFormula parsed = parse(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(dump(parsed.root)), tree);
        QCOMPARE(static_cast<int>(parsed.problems.size()), problems);
    }

    void spansCountAsEditorsDo()
    {
        const ParsedFormula parsed = parse("\"😀é\" & [x]");
        const auto *both = as<Binary>(parsed.root);
        QVERIFY(both);
        QCOMPARE(both->left->span, (Span{0, 5}));
        QCOMPARE(both->right->span, (Span{8, 3}));
    }

    void printingIsCanonicalAndExact_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("printed");
        QTest::newRow("spacing") << QByteArray("sum( [a] )+1") << QByteArray("Sum([a]) + 1");
        QTest::newRow("needless parentheses") << QByteArray("((1*2))+3") << QByteArray("1 * 2 + 3");
        QTest::newRow("needed parentheses") << QByteArray("(1+2)*3-(4-5)") << QByteArray("(1 + 2) * 3 - (4 - 5)");
        QTest::newRow("not with a blank") << QByteArray("Not([a])") << QByteArray("not [a]");
        QTest::newRow("escapes") << QByteArray("\"a\\\\b\\n\"") << QByteArray("\"a\\\\b\\n\"");
    }
    void printingIsCanonicalAndExact()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, printed);
        const NodePtr tree = parse(text.toStdString()).root;
        QCOMPARE(QByteArray::fromStdString(print(tree)), printed);
        QCOMPARE(dump(parse(print(tree)).root), dump(parse(print(parse(print(tree)).root)).root));
    }

    // Property: whatever is typed, reading ends, and printing what was read reads back as the same tree.
    void anyTextIsRead()
    {
        static const char *const pieces[] = {"[a]", "[T/b]", "1",  "2.5", "\"x\"", "+",   "-", "*",  "/", "^",
                                             "&",   "=",     "<",  "and", "or",    "not", "(", ")",  ",", "Sum(",
                                             "If(", "null",  ".k", "[0]", "[",     "\"",  " ", "==", "'"};
        QRandomGenerator random(7);
        for (int round = 0; round < 20000; ++round) {
            std::string text;
            for (int n = random.bounded(14); n >= 0; --n)
                text += std::string(pieces[random.bounded(static_cast<int>(std::size(pieces)))]) + ' ';
            const ParsedFormula parsed = parse(text);
            QVERIFY(parsed.root);
            if (parsed.isValid()) {
                const ParsedFormula again = parse(print(parsed.root));
                QVERIFY2(dump(again.root) == dump(parsed.root), text.c_str());
            }
        }
    }

    void depthIsLimited()
    {
        QVERIFY(!parse(std::string(100000, '(')).isValid());
        std::string chain = "1";
        for (int i = 0; i < 100000; ++i)
            chain += "+1";
        QVERIFY(!parse(chain).isValid());
    }

    void everyFunctionIsDescribed()
    {
        const FunctionCatalogue &catalogue = FunctionCatalogue::shipped();
        QCOMPARE(static_cast<int>(catalogue.all().size()), 239);
        for (const Function &function : catalogue.all()) {
            QVERIFY2(!function.doc.empty() && !function.group.empty(), function.name.c_str());
            QVERIFY(function.minArguments <= static_cast<int>(function.parameters.size()));
            QCOMPARE(catalogue.find(function.name), &function);
        }
        QCOMPARE(catalogue.find("SUMIF")->signature(), std::string("SumIf(field, cond 1, [cond 2], …)"));
        QCOMPARE(catalogue.find("If")->parameterAt(7)->name, std::string("value 2"));
        QCOMPARE(catalogue.nearest("CuontDistinct").front(), std::string("CountDistinct"));
        QVERIFY(!catalogue.find("Case"));
    }
};

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
