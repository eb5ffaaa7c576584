// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"
#include "model/formula/binder.h"
#include "model/formula/evaluate.h"
#include "model/formula/scalar/date_text.h"
#include "model/value/calendar.h"

using namespace tessera::model;
using namespace tessera::model::formula;

namespace {

class NoNames : public Scope
{
public:
    Found resolve(const ColumnReference &) const override { return {}; }
    std::vector<std::string> candidates(const ColumnReference &) const override { return {}; }
};

std::string shown(const Value &value)
{
    if (value.isNull())
        return "Null";
    if (value.isText())
        return writeJson(Json(value.text()));
    if (value.isNumber() && !value.integer())
        return QByteArray::number(value.number(), 'g', 12).toStdString();
    return plainText(value);
}

Environment fixedEnvironment()
{
    Environment environment;
    environment.now = *momentFromIso("2026-05-13 10:20:30");
    environment.timeZone = "America/Los_Angeles";
    environment.userTeams = {"Growth"};
    return environment;
}

} // namespace

class TestEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Documented results, and the edges the function reference names.
    void computesExamples_data()
    {
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *formula, const char *result) { QTest::newRow(formula) << QByteArray(result); };
        row("Mid(\"John Doe\", 4, 10)", "\"n Doe\"");
        row("Mid(\"Mia\", 4)", "\"\"");
        row("Left(\"San Francisco\", -5)", "\"San Fran\"");
        row("Left(\"St. Louis\", 20)", "\"St. Louis\"");
        row("Right(\"Jane Doe\", 5)", "\"e Doe\"");
        row("LPad(\"sigma\", 10, \"-\")", "\"-----sigma\"");
        row("RPad(\"Sigma Computing\", 10)", "\"Sigma Comp\"");
        row("Find(\"milk+cookies\", \"cook\")", "6");
        row("Find(\"Abe Lincoln\", \"lincoln\")", "0");
        row("SplitPart(\"quick brown fox\", \" \", -1)", "\"fox\"");
        row("Contains(\"Welcome to Sigma\", \"to sig\")", "False");
        row("ILike(\"Piano\", \"p_ANO\")", "True");
        row("Like(\"Piano\", \"p%\")", "False");
        row("Len(\"Jane \")", "5");
        row("MD5(\"Hello World\")", "\"b10a8db164e0754105b7a99be72e3fe5\"");
        row("Proper(\"o'brien AND sons\")", "\"O'brien And Sons\"");
        row("RegexpExtract(\"a1b22\", \"([0-9]+)\", 2)", "\"22\"");
        row("RegexpReplace(\"a-b\", \"(a)-(b)\", \"\\\\2\\\\1\")", "\"ba\"");
        row("Repeat(\"x\", 0)", "Null");
        row("UrlPart(\"host\", \"https://u@example.com:81/p?q#f\")", "\"example.com\"");
        row("Int(-3.2)", "-4");
        row("Ceiling(-3.6)", "-3");
        row("Floor(3.6)", "3");
        row("RoundDown(-6.25417, 3)", "-6.255");
        row("RoundUp(-3.141, 2)", "-3.14");
        row("Trunc(5.2463, 2)", "5.24");
        row("Round(1234, -2)", "1200");
        row("Round(2.5)", "3");
        row("Round(-2.5)", "-3");
        row("Round(1.005, 2)", "1.01");
        row("Div(2, 3)", "0");
        row("Mod(19, 5)", "4");
        row("Log(10)", "1");
        row("Log(1, 2)", "0");
        row("BinRange(25, 50)", "1");
        row("BinFixed(5, 0, 10, 2)", "2");
        row("BitAnd(12, 23)", "4");
        row("BitOr(12, 23)", "31");
        row("RowAvg(2, 4, 12)", "6");
        row("Greatest(1, Null)", "Null");
        row("GreatestNonNull(1, Null)", "1");
        row("Sqrt(-1)", "Null");
        row("1 / 0", "Null");
        row("7 / 2", "3.5");
        row("-2 ^ 2", "-4");
        row("9007199254740993 + 0", "9007199254740993");
        row("9223372036854775807 + 1", "9.22337203685e+18");
        row("Weekday(Date(\"2017-12-01\"))", "6");
        row("DatePart(\"week\", Date(\"2007-01-10\"))", "2");
        row("DayOfYear(Date(\"2024-03-01\"))", "61");
        row("DayOfYear(Date(\"2023-01-01 03:00:00Z\"), \"America/Los_Angeles\")", "365");
        row("EndOfMonth(Date(\"2023-03-07\"))", "2023-03-31 23:59:59");
        row("DateFromUnix(1503724894)", "2017-08-26 05:21:34");
        row("DateAdd(\"minute\", 60, Date(\"1999-12-31 23:00:00\"))", "2000-01-01 00:00:00");
        row("DateAdd(\"month\", 1, Date(\"2024-01-31\"))", "2024-02-29 00:00:00");
        row("ConvertTimezone(Date(\"2014-07-18 10:58:00\"), \"America/Los_Angeles\", \"America/New_York\")",
            "2014-07-18 07:58:00");
        row("DateDiff(\"month\", Date(\"2024-01-31\"), Date(\"2024-02-01\"))", "1");
        row("DateDiff(\"week\", Date(\"2026-05-16\"), Date(\"2026-05-17\"))", "1");
        row("DateTrunc(\"week\", Date(\"2026-05-13\"))", "2026-05-10 00:00:00");
        row("DateTrunc(\"week_starting_monday\", Date(\"2026-05-10\"))", "2026-05-04 00:00:00");
        row("DateTrunc(\"quarter\", Date(\"2026-05-13 10:00:00\"))", "2026-04-01 00:00:00");
        row("LastDay(Date(\"2026-05-13\"), \"year\")", "2026-12-31 23:59:59");
        row("MakeDate(2026, 2, 30)", "Null");
        row("MonthName(Date(\"2026-05-13\"))", "\"May\"");
        row("Today()", "2026-05-13 00:00:00");
        row("InDateRange(Date(\"2026-04-30\"), \"last\", \"month\")", "True");
        row("InDateRange(Date(\"2026-05-01\"), \"last\", \"month\")", "False");
        row("InPriorDateRange(Date(\"2025-05-31\"), \"month\", \"year\")", "True");
        row("BusinessDays(Date(\"2026-05-08\"), Date(\"2026-05-11\"))", "2");
        row("DateFormat(Date(\"2018-07-08 00:34:59\"), \"%a %-d %b %Y, %I:%M %p\")", "\"Sun 8 Jul 2018, 12:34 AM\"");
        row("DateParse(\"08/07/69\", \"%d/%m/%y\")", "2069-07-08 00:00:00");
        row("Date(\"not a date\")", "Null");
        row("Coalesce(Null, 1 / 0, 1 / 1, 1 / 2)", "1");
        row("Zn(Null)", "0");
        row("NullIf(\"Sigma\", \"sigma\")", "\"Sigma\"");
        row("NullIf(\"3.1416\", Text(3.1416))", "Null");
        row("Switch(2, 0, \"None\", 1, \"One\", \"Many\")", "\"Many\"");
        row("If(Null, 1, 2)", "2");
        row("If(False, 1)", "Null");
        row("Number(\"5.073456E10\")", "50734560000");
        row("Number(\"953,486\")", "Null");
        row("Number(\"12abc\")", "Null");
        row("Text(1.0)", "\"1\"");
        row("Null and False", "False");
        row("Null or True", "True");
        row("not Null", "Null");
        row("1 = Null", "Null");
        row("Sequence(-3, 10, 3)", "[-3,0,3,6,9]");
        row("SplitToArray(\"bbb\", \"b\")", "[\"\",\"\",\"\",\"\"]");
        row("ArrayConcat(Array(1, 2, 3), Null)", "Null");
        row("ArrayJoin(Array(\"red\", Null, \"blue\", \"yellow\"), \" or \", \"*\")", "\"red or * or blue or yellow\"");
        row("ArraySlice(Array(1, 2, 3, 4), -3, 2)", "[2,3]");
        row("Json(\"{\\\"a\\\": [1, {\\\"b\\\": 2}]}\")", "{\"a\":[1,{\"b\":2}]}");
        row("CAGR(4, 3000, 48000)", "1");
        row("Round(FV(.1 / 12, 60, -1000), 2)", "77437.07");
        row("Round(PV(.1, 5, 12000), 2)", "-45489.44");
        row("Abs(Pmt(.07 / 12, 24, 10000)) > 447.72", "True");
        row("CurrentUserInTeam(\"Sales\", \"Growth\")", "True");
        row("Choose(0, \"a\")", "Null");
    }
    void computesExamples()
    {
        QFETCH(QByteArray, result);
        const BoundFormula bound = bindFormula(std::string_view(QTest::currentDataTag()), NoNames());
        QVERIFY2(bound.isValid(), bound.problems.empty() ? "" : qPrintable(bound.problems.front().message));
        const Value value = evaluate(
            bound.root, [](const Symbol &) { return Value(); }, fixedEnvironment());
        QCOMPARE(QByteArray::fromStdString(shown(value)), result);
    }

    void showsItsSteps()
    {
        std::vector<EvaluationStep> steps;
        const BoundFormula bound = bindFormula("(1 + 2) * 3", NoNames());
        evaluate(
            bound.root, [](const Symbol &) { return Value(); }, fixedEnvironment(), &steps);
        QCOMPARE(steps.size(), std::size_t(5));
        QCOMPARE(shown(steps[2].value), std::string("3"));
        QCOMPARE(shown(steps.back().value), std::string("9"));
    }

    // Every function computed here is a function of the catalogue, and no scalar of the catalogue is forgotten except
    // those that need a warehouse or a map.
    void coversTheCatalogue()
    {
        for (const ScalarFunction *function : allScalars())
            QVERIFY2(FunctionCatalogue::shipped().find(function->name), std::string(function->name).c_str());
        for (const Function &function : FunctionCatalogue::shipped().all()) {
            const bool elsewhere = function.kind != FunctionKind::Scalar || function.group == "Geography" ||
                                   function.name == "CurrentUserAttributeText";
            QVERIFY2(elsewhere || findScalar(function.name), function.name.c_str());
        }
    }

    void wrongTypesGiveNullNotACrash()
    {
        const Value odd[] = {Value(),
                             Value(true),
                             Value(-1),
                             Value(1.5),
                             Value("x"),
                             Value(Moment{1}),
                             Value(Json::array({1, nullptr}))};
        const Environment environment = fixedEnvironment();
        for (const ScalarFunction *function : allScalars()) {
            const Function *row = FunctionCatalogue::shipped().find(function->name);
            for (const Value &first : odd) {
                for (const Value &second : odd) {
                    std::vector<Value> arguments(static_cast<std::size_t>(row->minArguments), second);
                    if (!arguments.empty())
                        arguments.front() = first;
                    callScalar(*function, arguments, environment);
                }
            }
        }
    }

    void calendarLaws()
    {
        for (std::int64_t day = -719000; day < 800000; day += 379) {
            const Moment moment{day * 86'400'000'000 + 12'345'678};
            QCOMPARE(fromCivil(toCivil(moment)), moment);
            QCOMPARE(momentFromIso(isoText(moment)), std::optional(moment));
            for (const DateUnit unit :
                 {DateUnit::Year, DateUnit::Quarter, DateUnit::Month, DateUnit::Week, DateUnit::Day}) {
                const Moment start = truncate(moment, unit);
                QVERIFY(start <= moment && moment < add(start, unit, 1));
                QCOMPARE(truncate(start, unit), start);
                QCOMPARE(difference(start, add(start, unit, 5), unit), std::int64_t(5));
            }
        }
    }

    void datesReadBack()
    {
        for (const char *format : {"%Y-%m-%d %H:%M:%S.%f", "%B %d, %Y %I:%M:%S %p.%f", "%a %b %e %Y %H:%M:%S.%f"}) {
            const Moment moment = *momentFromIso("2026-11-05 15:04:09.000123");
            QCOMPARE(parseMoment(formatMoment(moment, format), format), std::optional(moment));
        }
        QVERIFY(!parseMoment("2026-02-30", "%Y-%m-%d"));
        QVERIFY(!momentFromIso("2026-02-30"));
        QVERIFY(!momentFromIso("2026-02-03x"));
    }
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
