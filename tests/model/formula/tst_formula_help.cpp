// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor asks of the language while somebody types: completion, the call at hand, corrections.
#include <QTest>

#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/call_site.h"
#include "model/formula/completion.h"
#include "model/formula/fixes.h"
#include "tests/model/formula/orders_scope.h"

using namespace tessera::model;
using namespace tessera::model::formula;

namespace {

// The text without the bar, and the place of the bar.
std::pair<std::string, int> atBar(const QString &marked)
{
    QString text = marked;
    const auto at = static_cast<int>(text.indexOf(u'|'));
    return {toUtf8(text.remove(at, 1)), at};
}

QString accepted(const std::string &text, const CompletionRequest &request, const CompletionItem &item)
{
    return toQString(edited(text, {{request.replaced, item.insert}}));
}

} // namespace

class TestFormulaHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");  // label of the best
        QTest::addColumn<QString>("result"); // the text when it is accepted
        const auto row = [](const char *typed, const char *first, const char *result) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(first) << QString::fromUtf8(result);
        };
        row("Sum([Am|", "Amount", "Sum([Amount]");
        row("Sum([Am|])", "Amount", "Sum([Amount])");
        row("Sum([Am|ount]) + 1", "Amount", "Sum([Amount]) + 1");
        row("Sum([orders/rev|) + 1", "Orders/Revenue", "Sum([Orders/Revenue]) + 1");
        row("Sum([rev|])", "Orders/Revenue", "Sum([Orders/Revenue])");
        row("amo|", "Amount", "[Amount]");
        row("datetr|", "DateTrunc", "DateTrunc");
        row("DTr|", "DateTrunc", "DateTrunc");
        row("1 + su|", "Sum", "1 + Sum");
        row("[pD|", "pDates", "[pDates]");
        row("[pDates].s|", "start", "[pDates].start");
        row("[pDates].|", "start", "[pDates].start");
        row("DateTrunc(\"mo|\", [Day])", "month", "DateTrunc(\"month\", [Day])");
        row("DateTrunc(\"qu|", "quarter", "DateTrunc(\"quarter\"");
        row("[Amount] > 1 a|", "and", "[Amount] > 1 and");
        row("Fal|", "False", "False");
        row("\"ü\" & re|", "Region", "\"ü\" & [Region]");
    }
    void completes()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        QFETCH(QString, result);
        const Vocabulary vocabulary{OrdersScope()};
        const auto [text, caret] = atBar(typed);
        const CompletionRequest request = completionAt(text, caret);
        const auto found = complete(vocabulary, request);
        QVERIFY(!found.empty());
        QCOMPARE(found.front().item.label, first);
        QCOMPARE(accepted(text, request, found.front().item), result);
    }

    void offersNothingWhereNothingFits_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"\"some te|xt\"", "12|", "Trim(\"a|\")", "[Amount]|x"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }
    void offersNothingWhereNothingFits()
    {
        QFETCH(QString, typed);
        const auto [text, caret] = atBar(typed);
        QVERIFY(complete(Vocabulary{OrdersScope()}, completionAt(text, caret)).empty() || typed == u"[Amount]|x");
    }

    void prefersTheTypeTheArgumentWants()
    {
        const auto [text, caret] = atBar(QStringLiteral("DateTrunc(\"month\", [|"));
        const auto found = complete(Vocabulary{OrdersScope()}, completionAt(text, caret));
        QCOMPARE(found.front().item.type, ValueType::Date);
    }

    void nearNamesComeBeforeFarOnes()
    {
        const auto [text, caret] = atBar(QStringLiteral("Sum([re|"));
        const auto found = complete(Vocabulary{OrdersScope()}, completionAt(text, caret));
        QCOMPARE(found[0].item.label, QStringLiteral("Orders/Revenue")); // a number for Sum
        QCOMPARE(found[1].item.label, QStringLiteral("Region"));
    }

    void knowsTheTypesOfColumns()
    {
        const Vocabulary vocabulary{OrdersScope()};
        QCOMPARE(vocabulary.find("[amount]")->type, ValueType::Number);
        QCOMPARE(vocabulary.find("[Orders/Revenue]")->kind, CompletionKind::Source);
        QVERIFY(vocabulary.find("[pDates]")->isRange);
        QVERIFY(!vocabulary.find("[Nothing]"));
    }

    void findsTheCall_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("parameter");
        const auto row = [](const char *typed, const char *name, int parameter) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(name) << parameter;
        };
        row("Sum(|", "Sum", 0);
        row("DateDiff(\"day\", |", "DateDiff", 1);
        row("DateDiff(\"day, \", [a], |)", "DateDiff", 2);
        row("If([a] > 1, 2, |)", "If", 4);
        row("If([a] > 1, |2, 3)", "If", 1);
        row("If([a] > 1, 2, 3|)", "If", 4);
        row("If([a], 1, [b]|, 2)", "If", 0);
        row("Round((1 + |2), 3)", "Round", 0);
        row("Sum(1) + |2", "", -1);
        row("Sum(Round(1|))", "Round", 0);
        row("Sum(Round(1)|)", "Sum", 0);
        row("Coalesce(1, 2, 3, |4)", "Coalesce", 0);
        row("Sum(1, |", "Sum", -1);
    }
    void findsTheCall()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(int, parameter);
        const auto [text, caret] = atBar(typed);
        const auto call = callAt(text, caret);
        QCOMPARE(call ? toQString(call->name) : QString(), name);
        if (!call)
            return;
        const Function *function = FunctionCatalogue::shipped().find(call->name);
        QVERIFY(function);
        QCOMPARE(parameterIndex(*function, call->argument, call->arguments), parameter);
    }

    void signaturesInPiecesAreTheSignature()
    {
        for (const Function &function : FunctionCatalogue::shipped().all()) {
            std::string joined;
            for (const SignaturePart &part : signatureParts(function))
                joined += part.text;
            QCOMPARE(joined, function.signature());
        }
    }

    void corrects_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("right");
        const auto row = [](const char *wrong, const char *right) {
            QTest::newRow(wrong) << QString::fromUtf8(wrong) << QString::fromUtf8(right);
        };
        row("Summ([Amount])", "Sum([Amount])");
        row("[Amuont] + 1", "[Amount] + 1");
        row("\"ü\" + [Region]", "\"ü\" & [Region]");
        row("Not([Amount] > 1)", "Not ([Amount] > 1)");
        row("And([Amount] > 1, [Region] = \"W\")", "([Amount] > 1 and [Region] = \"W\")");
        row("Or([Amount] > 1,[Region] = \"W\", Coalesce(True, False))",
            "([Amount] > 1 or [Region] = \"W\" or Coalesce(True, False))");
        row("If(([Amount] + 1) is null, 1, 2)", "If(IsNull(([Amount] + 1)), 1, 2)");
        row("not [Day] IS NOT NULL", "not IsNotNull([Day])");
        row("[Region].k", "Json([Region]).k");
        row("Sum([Amount]", "Sum([Amount])");
        row("Sum([Amount", "Sum([Amount]");
        row("\"West", "\"West\"");
        row("\xE2\x80\x9CWest\xE2\x80\x9D", "\"West\"");
        row("'West'", "\"West\"");
        row("[Amount] == 1", "[Amount] = 1");
        row("Trim([Amount])", "Trim(Text([Amount]))");
        row("DateTrunc(\"monht\", [Day])", "DateTrunc(\"month\", [Day])");
    }
    void corrects()
    {
        QFETCH(QString, wrong);
        QFETCH(QString, right);
        const std::string text = toUtf8(wrong);
        const BoundFormula bound = bindFormula(text, OrdersScope());
        QVERIFY(!bound.problems.empty());
        const auto fixes = fixesAt(text, bound.problems, {0, utf16Length(text)});
        QVERIFY(!fixes.empty());
        QVERIFY(!fixes.front().label.isEmpty());
        QCOMPARE(toQString(edited(text, fixes.front().edits)), right);
    }

    void countsAsEditorsDo()
    {
        const std::string text = "a\xC3\xBC\xF0\x9F\x8C\x8Dz"; // a ü 🌍 z
        QCOMPARE(byteAt(text, 1), std::size_t(1));
        QCOMPARE(byteAt(text, 2), std::size_t(3));
        QCOMPARE(byteAt(text, 4), std::size_t(7));
        QCOMPARE(byteAt(text, 99), text.size());
        QCOMPARE(edited(text, {{{1, 1}, "-"}, {{4, 1}, ""}}), std::string("a-\xF0\x9F\x8C\x8D"));
    }
};

QTEST_GUILESS_MAIN(TestFormulaHelp)
#include "tst_formula_help.moc"
