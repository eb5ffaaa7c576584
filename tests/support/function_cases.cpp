// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/function_cases.h"

#include "model/base/json_text.h"
#include "model/formula/binder.h"
#include "model/sql/formula_row.h"

namespace tessera::tests {

using namespace model;
using namespace model::query;

namespace {

Value day(const char *text)
{
    return *momentFromIso(text);
}

Value json(const char *text)
{
    return *readJson(text);
}

} // namespace

const PlainRows &functionRows()
{
    const Value none;
    static const PlainRows table = {
        {{"Row", ValueType::Number},
         {"Group", ValueType::Text},
         {"T", ValueType::Text},
         {"U", ValueType::Text},
         {"N", ValueType::Number},
         {"M", ValueType::Number},
         {"I", ValueType::Number},
         {"L", ValueType::Logical},
         {"D", ValueType::Date},
         {"E", ValueType::Date},
         {"A", ValueType::Variant},
         {"B", ValueType::Variant},
         {"J", ValueType::Text}},
        {
            {1, "a", "Hello World", "World", 2.5, 4, 3, true, day("2026-01-31 13:45:59"), day("2026-03-01"),
             json("[1,2,2,null]"), json("[2,3]"), "{\"a\":{\"b\":[10,\"x\"]}}"},
            {2, "a", "milk+cookies", "cook", -7.25, 2, 0, false, day("2024-02-29 00:00:00"), day("2023-02-28 23:59:59"),
             json("[\"x\",\"y\",\"x\"]"), json("[\"y\"]"), "[1,2]"},
            {3, "a", "", "", 0, 0, 1, none, day("2025-12-31 23:59:59"), day("2026-01-01"), json("[]"), json("[1]"),
             "\"text\""},
            {4, "b", none, "x", none, 5, -2, true, none, day("2026-05-17 08:00:00"), none, json("[]"), none},
            {5, "b", "a,b,,c", ",", 1e6, -3, 2, false, day("2026-05-17 08:09:10.25"), none, json("[true,false,\"t\"]"),
             none, "12"},
            {6, "b", "  spaced  ", " ", 0.1, 0.2, 7, true, day("1969-12-31 22:00:00"), day("1970-01-01 00:00:01"),
             json("[[1],{\"k\":2}]"), json("[[1]]"), "null"},
            {7, "c", "\xC3\x89t\xC3\xA9 na\xC3\xAFve", "\xC3\xA9", 1234.5678, 10, 5, none, day("2000-01-01"),
             day("2026-07-04 12:30:00"), json("[0.5,-1]"), json("[0.5,-1,7]"), "{\"n\":1.5}"},
            {8, none, "12.5", "12", 7, 7, 12, false, day("2026-11-21 10:00:00"), day("2026-11-15"), json("[null,null]"),
             json("[null]"), "true"},
            {9, "c", "It's \"q\" \\ 100%_", "_", -1, 3, 4, true, day("2021-03-28 01:30:00"), day("2021-10-31 01:30:00"),
             json("[\"a\"]"), json("[\"a\",\"b\"]"), "{}"},
            {10, "c", "true", "TRUE", 100, 33, 6, false, day("2026-02-28"), day("2026-12-31 23:00:00"),
             json("{\"a\":1}"), json("[1]"), "{\"a\":null}"},
            {11, none, none, none, none, none, none, none, none, none, none, none, none},
            {12, "a", "2024-02-30", "5.073456E10", 2, -2, 9, true, day("2026-04-30"), day("2026-04-30"),
             json("[1,1,1]"), json("[1]"), "[]"},
        }};
    return table;
}

std::vector<FunctionCase> scalarCases()
{
    const char *zones = "time zone data of another edition may differ";
    // As many on a line as fit.
    // clang-format off
    return {
        // operators
        {"[N] / [M]"}, {"[I] / 2"}, {"[N] % [M]"}, {"[N] + [M] * 2 - [I]"}, {"-[N]"}, {"[N] ^ [I]"},
        {"[T] & \"-\" & [U]"}, {"[N] = [M]"}, {"[N] != [M]"}, {"[T] < [U]"}, {"[D] >= [E]"}, {"not [L]"},
        {"[L] and [N] > 0"}, {"[L] or [N] > 0"}, {"[T] = \"hello world\""}, {"[D] = Date(\"2026-02-28\")"},
        {"([N] + 1) * ([M] - 1) / ([I] + 2)"},
        // logic
        {"If([N] > 1, \"big\", [N] > 0, \"small\", \"none\")"}, {"If([L], [N])"}, {"If([L], Null, [T])"},
        {"Switch([I], 1, \"one\", 2, \"two\", \"many\")"}, {"Switch([T], \"\", 0, \"true\", 1)"},
        {"Choose([I], \"a\", \"b\", \"c\")"}, {"Coalesce([T], [U], \"none\")"}, {"Coalesce([N])"},
        {"In([T], \"\", \"true\", [U])"}, {"In([N], [M], 7)"}, {"not In([N], 100, 2)"}, {"Between([N], -2, 7)"},
        {"Between([D], Date(\"2026-01-01\"), Date(\"2026-02-28\"))"}, {"Between([T], \"a\", \"m\")"}, {"IsNull([T])"},
        {"IsNotNull([D])"}, {"IsNull([N] / [M])"}, {"NullIf([N], [M])"}, {"NullIf([T], \"true\")"}, {"Zn([N])"},
        // math
        {"Abs([N])"}, {"Acos([N] / 10)"}, {"Asin([N] / 10)"}, {"Atan([N])"}, {"Atan2([N], [M])"}, {"Sin([N])"},
        {"Cos([N])"}, {"Tan([I])"}, {"Cot([I])", "a cotangent of zero is infinite"}, {"Degrees([N])"}, {"Radians([N])"},
        {"Pi()"}, {"Exp([I])"}, {"Ln([N])"}, {"Log([N])"}, {"Log([N], [M])"}, {"Sqrt([N])"}, {"Power([N], [I])"},
        {"Power([N], [M])"}, {"Sign([N])"}, {"Int([N])"}, {"Floor([N])"}, {"Floor([N], [I])"}, {"Ceiling([N])"},
        {"Ceiling([N], 0.5)"}, {"MRound([N], [I])"}, {"MRound([N])"}, {"Round([N])"}, {"Round([N], 1)"},
        {"Round([N], -2)"}, {"RoundDown([N], 1)"}, {"RoundDown([N])"}, {"RoundUp([N], 2)"}, {"RoundUp([N], -1)"},
        {"Trunc([N])"}, {"Trunc([N], 2)"}, {"Trunc([N], -1)"}, {"Mod([N], [M])"}, {"Div([N], [M])"}, {"IsEven([N])"},
        {"IsOdd([N])"}, {"BitAnd([I], [Row])"}, {"BitOr([I], 8)"}, {"BinFixed([N], 0, 100, 10)"},
        {"BinFixed([N], [M], 10, [I])"}, {"BinRange([N], 0, 5, 50)"}, {"BinRange([T], \"a\", \"m\")"},
        {"BinRange([D], [E])"}, {"Greatest([N], [M], [I])"}, {"Greatest([D], [E])"}, {"Least([N], [M])"},
        {"Least([T], [U])"}, {"GreatestNonNull([N], [M], [I])"}, {"LeastNonNull([D], [E])"}, {"RowAvg([N], [M], [I])"},
        {"DistancePlane([N], [M], [I], [Row])"}, {"DistanceGlobe([I], [M], [Row], [I])"},
        // text
        {"Concat([T], [U], \"!\")"}, {"Contains([T], [U])"}, {"Contains([T], \"o\", \"zz\")"}, {"StartsWith([T], [U])"},
        {"StartsWith([T], \"It\")"}, {"EndsWith([T], [U])"}, {"Find([T], [U])"}, {"Like([T], \"%o%\")"},
        {"Like([T], \"H____ W%\")"}, {"Like([T], [T])"}, {"ILike([T], \"%WORLD\")"}, {"ILike([T], \"%\xC3\x89%\")"},
        {"Left([T], 3)"}, {"Left([T], -2)"}, {"Left([T], [I])"}, {"Right([T], 4)"}, {"Right([T], -3)"},
        {"Right([T], [I])"}, {"Len([T])"}, {"Lower([T])"}, {"Upper([T])"},
        {"Proper([T])", "a database takes an apostrophe for the end of a word"}, {"Trim([T])"}, {"LTrim([T])"},
        {"RTrim([T])"}, {"LPad([T], 8, \"*-\")"}, {"RPad([T], 8)"}, {"LPad([T], [I])"}, {"Mid([T], 3, 4)"},
        {"Mid([T], 100)"}, {"Mid([T], 2)"}, {"Mid([T], 0, 3)"}, {"Substring([T], [I], 2)"},
        {"Replace([T], \"o\", \"0\")"}, {"Replace([T], [U], \"\")"}, {"Repeat([T], [I])"}, {"Repeat([U], 2)"},
        {"Reverse([T])"}, {"SplitPart([T], \",\", 2)"}, {"SplitPart([T], [U], -1)"}, {"SplitPart([T], \",\", [I])"},
        {"TextJoin(\"; \", [T], [U], \"z\")"}, {"TextJoin([U], [T], [J])"}, {"MD5([T])"}, {"SHA256([T])"},
        {"RegexpMatch([T], \"^[A-Z]\")"}, {"RegexpMatch([T], \"o+\")"}, {"RegexpCount([T], \"[aeiou]\")"},
        {"RegexpExtract([T], \"[a-z]+\")"}, {"RegexpExtract([T], \"([a-z])([a-z])\", 2)"},
        {"RegexpReplace([T], \"([a-z])o\", \"<\\\\1>\")"}, {"RegexpReplace([T], \"[0-9]\", \"#\")"},
        {"UrlPart(\"host\", \"https://u:p@example.com:81/p/q?x=1#f\" & [T])"},
        {"UrlPart(\"port\", \"https://u:p@example.com:81/p/q?x=1#f\")"},
        {"UrlPart(\"path\", \"https://example.com/p/q?x=\" & Text([I]))"},
        {"UrlPart(\"query\", \"https://example.com/p?x=1#f\")"}, {"UrlPart(\"scheme\", \"https://example.com\")"},
        // types
        {"Text([N])"}, {"Text([I])"}, {"Text([D])"}, {"Text([L])"}, {"Text([T])"}, {"Number([T])"}, {"Number([U])"},
        {"Number([D])"}, {"Logical([T])"}, {"Logical([N])"}, {"Date([T])"}, {"Date([N])"}, {"Date([D])"},
        {"DateTime([T])"}, {"DateTime(\"02/28/2026\")"}, {"Date(\"2026-05-17 08:09:10Z\")"}, {"Json([N])"},
        {"Json([L])"}, {"Json([D])"}, {"Variant([I])"}, {"Json([J])"}, {"Variant([J])"}, {"Json([T])"},
        {"Variant([T])"}, {"Json(\"[1, {\\\"k\\\": \" & Text([I]) & [U] & \"}]\")"}, {"Json(\"{broken\")"},
        {"Json(\" [ 1 , -2.5e1, {\\\"k\\\": [[], {}, true, null], \\\"\\\": \\\"x\\\"} ] \")"}, {"Json(\"[1 2]\")"},
        {"Json(\"01\")"}, {"Json(\"\\\"\")"}, {"Json(\"[1,]\")"}, {"Json(\"{\\\"a\\\" 1}\")"},
        {"Json(\"[\" & Repeat(\"[1],\", [I]) & \"0]\")"}, {"Json(\"1e400\")"}, {"Json([T]).a"},
        {"Text(Json(\"\\\"it's\\\"\"))"}, {"Text(Json([J]))", "white space of JSON text is the database's"},
        {"Number(Json([J]))"},
        // dates
        {"Year([D])"}, {"Quarter([D])"}, {"Month([D])"}, {"Day([D])"}, {"DayOfYear([D])"}, {"Hour([D])"},
        {"Minute([D])"}, {"Second([D])"}, {"Weekday([D])"}, {"MonthName([D])"}, {"WeekdayName([D])"},
        {"Hour([D], \"America/Los_Angeles\")", zones}, {"Day([D], \"Asia/Tokyo\")", zones},
        {"DayOfYear([D], \"America/Los_Angeles\")", zones}, {"DateTrunc(\"year\", [D])"},
        {"DateTrunc(\"quarter\", [D])"}, {"DateTrunc(\"month\", [D])"}, {"DateTrunc(\"week\", [D])"},
        {"DateTrunc(\"week_starting_sunday\", [D])"}, {"DateTrunc(\"week_starting_monday\", [D])"},
        {"DateTrunc(\"day\", [D])"}, {"DateTrunc(\"hour\", [D])"}, {"DateTrunc(\"minute\", [D])"},
        {"DateTrunc(\"second\", [D])"}, {"DateTrunc(\"day\", [D], \"Australia/Sydney\")", zones},
        {"DateAdd(\"year\", [I], [D])"}, {"DateAdd(\"quarter\", 1, [D])"}, {"DateAdd(\"month\", 1, [D])"},
        {"DateAdd(\"month\", -[I], [D])"}, {"DateAdd(\"week\", 2, [D])"}, {"DateAdd(\"day\", 1.9, [D])"},
        {"DateAdd(\"hour\", -5, [D])"}, {"DateAdd(\"minute\", 90, [D])"}, {"DateAdd(\"second\", [I], [D])"},
        {"DateDiff(\"year\", [D], [E])"}, {"DateDiff(\"quarter\", [D], [E])"}, {"DateDiff(\"month\", [D], [E])"},
        {"DateDiff(\"week\", [D], [E])"}, {"DateDiff(\"day\", [D], [E])"}, {"DateDiff(\"hour\", [D], [E])"},
        {"DateDiff(\"minute\", [D], [E])"}, {"DateDiff(\"second\", [D], [E])"}, {"DateDiff(\"millisecond\", [D], [E])"},
        {"DatePart(\"year\", [D])"}, {"DatePart(\"quarter\", [D])"}, {"DatePart(\"month\", [D])"},
        {"DatePart(\"week\", [D])"}, {"DatePart(\"day\", [D])"}, {"DatePart(\"weekday\", [D])"},
        {"DatePart(\"day_of_year\", [D])"}, {"DatePart(\"hour\", [D])"}, {"DatePart(\"minute\", [D])"},
        {"DatePart(\"second\", [D])"}, {"DatePart(\"millisecond\", [D])"}, {"DatePart(\"epoch\", [D])"},
        {"DatePart(\"hour\", [D], \"Europe/Berlin\")", zones}, {"LastDay([D], \"year\")"},
        {"LastDay([D], \"quarter\")"}, {"LastDay([D], \"month\")"}, {"LastDay([D], \"week\")"}, {"EndOfMonth([D])"},
        {"BusinessDays([D], [E])"}, {"BusinessDays([E], [D])"}, {"MakeDate(2024, [I], [Row])"},
        {"MakeDate(2024 + [I], 2, 29, [I], 30, 15)"}, {"MakeDate(2025, 1, 1, 24)"}, {"DateFromUnix([N])"},
        {"DateFromUnixMs([N] * 1000)"}, {"DateFromUnixUs([I])"}, {"ConvertTimezone([D], \"America/New_York\")", zones},
        {"ConvertTimezone([D], \"Asia/Kolkata\", \"America/Los_Angeles\")", zones},
        {"DateFormat([D], \"%Y-%m-%d %H:%M:%S\")"}, {"DateFormat([D], \"%A, %B %-d of %y at %I:%M %p\")"},
        {"DateFormat([D], \"%a %b %j Q%q %L %f 100%%\")"},
        {"DateParse([T], \"%Y-%m-%d\")", "a day that its month has not is an error"},
        {"DateParse(DateFormat([D], \"%d.%m.%Y %H:%M\"), \"%d.%m.%Y %H:%M\")"},
        {"DateParse(Text([I]) & \"/1/2024\", \"%m/%d/%Y\")"}, {"Now()"}, {"Today()"},
        {"InDateRange([D], \"current\", \"year\")"},
        {"InDateRange([D], \"last\", \"month\", 3, 0, Date(\"2026-05-20\"))"},
        {"InDateRange([D], \"next\", \"day\", 5, 1, Date(\"2026-05-14\"))"},
        {"InDateRange([D], \"to_date\", \"year\", 1, 0, Date(\"2026-05-17\"))"},
        {"InPriorDateRange([D], \"month\", \"year\", 1, Date(\"2027-02-10\"))"},
        // money
        {"CAGR([I], [N], [M])"}, {"Effect([N] / 100, [I])"}, {"Nominal([Row] / 100, [I])"}, {"FV([I] / 100, 12, [N])"},
        {"FV(0, 12, [N], [M], 1)"}, {"PV([I] / 100, 5, [N], 100, 1)"}, {"Pmt([I] / 100, 24, [N])"},
        {"Pmt(0, [I], [N], [M])"}, {"IPmt([Row] / 100, [Row], 24, 10000)"}, {"IPmt(0.01, [Row], 12, [N], 5, 1)"},
        {"PPmt([Row] / 100, 2, 24, [N])"}, {"NPer([Row] / 1200, -100, 1000)"},
        // arrays
        {"Array([T], [N], [L], Null)"}, {"Array([D], [A])"}, {"Array()"}, {"ArrayCompact([A])"},
        {"ArrayConcat([A], [B])"}, {"ArrayConcat([A], [B], Array(9))"}, {"ArrayContains([A], \"x\")"},
        {"ArrayDistinct([A])"}, {"ArrayExcept([A], [B])"}, {"ArrayIntersection([A], [B])"},
        {"ArrayJoin([A])", "white space of JSON text is the database's"}, {"ArrayJoin([B], \"; \", \"?\")"},
        {"ArrayLength([A])"}, {"ArraySlice([A], 1)"}, {"ArraySlice([A], -2, 1)"}, {"ArraySlice([A], [I], 2)"},
        {"RaggedHierarchy([T], [U], [J])"}, {"Sequence(1, [I])"}, {"Sequence([I], -3, -2)"}, {"SplitToArray([T], [U])"},
        {"SplitToArray([T], \"\")"}, {"[A][0]"}, {"Text([A][1])", "white space of JSON text is the database's"},
        {"Json([J]).a.b[1]"}, {"Number(Json([J]).n)"}, {"IsNull(Json([J]).a)"}, {"Sparkline([A])"},
        // by name
        {"CallNumber(\"abs\", [N])"}, {"CallText(\"upper\", \"x\" & Text([I]))"},
    };
    // clang-format on
}

std::vector<FunctionCase> aggregateCases()
{
    const char *unsorted = "arrays of texts, numbers and logical values have an order of their own";
    // As many on a line as fit.
    // clang-format off
    return {
        {"Sum([N])"}, {"Sum([N] * [M])"}, {"SumIf([N], [L])"}, {"SumIf([N], [L], [M] > 0)"},
        {"SumProduct([N], [M], [I])"}, {"Avg([I])"}, {"AvgIf([N], [M] > 0)"}, {"Min([N])"}, {"Max([T])"}, {"Max([D])"},
        {"MinIf([D], [L])"}, {"MaxIf([T], [N] > 0)"}, {"Count()"}, {"Count([T])"}, {"CountIf([L])"},
        {"CountIf([L], [N] > 0)"}, {"CountDistinct([T])"}, {"Ndv([L])"}, {"CountDistinctIf([T], [N] > 0)"},
        {"StdDev([N])"}, {"Variance([N])"}, {"VariancePop([N])"}, {"Corr([N], [M])"}, {"RegressionSlope([N], [M])"},
        {"RegressionIntercept([N], [M])"}, {"RegressionR2([N], [M])"}, {"Median([N])"}, {"PercentileCont([N], 0.7)"},
        {"PercentileDisc([N], 0.7)"}, {"ListAgg([T])"}, {"ListAgg([I], \"; \")"}, {"ListAgg([L], \"|\")"},
        {"ListAggDistinct([T])"}, {"ListAggDistinct([I], \"-\", \"desc\")"}, {"ArrayAgg([N])"}, {"ArrayAgg([D])"},
        {"ArrayAgg([L])"}, {"ArrayAgg([A])"}, {"ArrayAggDistinct([T])", unsorted}, {"ArrayAggDistinct([I], \"desc\")"},
        {"XNPV(0.05, [N], [D])"}, {"Sum([N]) / Count()"}, {"Round(Avg([N]), 2)"},
        {"If(Max([N]) > 10, \"high\", \"low\")"}, {"AggNumber(\"max\", [N])"},
    };
    // clang-format on
}

std::vector<FunctionCase> windowCases()
{
    // As many on a line as fit.
    // clang-format off
    return {
        {"CumulativeSum([N])"}, {"CumulativeAvg([N])"}, {"CumulativeCount([T])"}, {"CumulativeMin([N])"},
        {"CumulativeMax([D])"}, {"CumulativeStdDev([N])"}, {"CumulativeVariance([N])"}, {"CumulativeCorr([N], [M])"},
        {"MovingSum([N], 1)"}, {"MovingSum([N], 8, -1)"}, {"MovingAvg([N], 1, 1)"}, {"MovingCount([T], 2)"},
        {"MovingMin([N], 1, 1)"}, {"MovingMax([D], 1)"}, {"MovingStdDev([N], 2)"}, {"MovingVariance([N], 2, 1)"},
        {"MovingCorr([N], [M], 2)"}, {"FillDown([T])"}, {"FillDown([L])"}, {"First([N])"}, {"FirstNonNull([D])"},
        {"Last([T])"}, {"LastNonNull([T])"}, {"Nth([N], 2)"}, {"Lag([N])"}, {"Lag([T], 2, \"none\")"}, {"Lead([D], 1)"},
        {"Lead([N], 1, -1)"}, {"Rank([N], \"desc\")"}, {"RankDense([M])"}, {"RankPercentile([N])"}, {"RowNumber()"},
        {"RowNumber([N])"}, {"CumeDist([N], \"desc\")"}, {"Ntile(2, [Row])"}, {"Rank()"}, {"Sum([N])"}, {"Avg([N])"},
        {"Count()"}, {"Max([T])"}, {"StdDev([N])"}, {"CountDistinct([L])"}, {"Median([N])"},
        {"PercentileCont([N], 0.25)"}, {"PercentileDisc([N], 0.5)"},
    };
    // clang-format on
}

namespace {

class RowScope : public formula::Scope
{
public:
    Found resolve(const formula::ColumnReference &reference) const override
    {
        Found found;
        for (const Column &column : functionRows().columns) {
            if (column.name != reference.name)
                continue;
            formula::Symbol symbol;
            symbol.id = symbol.name = column.name;
            symbol.type = column.type;
            found.symbol = symbol;
        }
        return found;
    }
    std::vector<std::string> candidates(const formula::ColumnReference &) const override { return {}; }
};

ExpressionPtr columnOf(const formula::Symbol &symbol)
{
    return use(symbol.name, symbol.type);
}

RelationPtr inOrder(const ExpressionPtr &result)
{
    const ExpressionPtr row = use("Row", ValueType::Number);
    return makeSort(makeProject(functionTable(), {{"Row", row}, {"Result", result}}), {{row}});
}

} // namespace

const formula::Scope &rowScope()
{
    static const RowScope scope;
    return scope;
}

ExpressionPtr compiled(const std::string &formula)
{
    const formula::BoundFormula bound = formula::bindFormula(formula, rowScope());
    for (const formula::FormulaProblem &problem : bound.problems) {
        if (problem.isError)
            qWarning("%s: %s", formula.c_str(), qPrintable(problem.message));
    }
    return bound.isValid() ? sql::expressionOf(bound.root, columnOf) : nullptr;
}

RelationPtr functionTable()
{
    TableSource source;
    source.path = {"ROWS"};
    return makeScan(source, functionRows().columns);
}

ExpressionPtr windowOf(const ExpressionPtr &expression)
{
    const auto *called = as<FunctionCall>(expression);
    FunctionCall plain = *called;
    std::vector<OrderKey> order;
    const std::string &name = plain.function->name;
    const bool tile = name == "Ntile";
    if (name.starts_with("Rank") || name == "CumeDist" || name == "RowNumber" || tile) {
        const std::size_t at = tile ? 1 : 0;
        if (plain.arguments.size() > at) {
            const auto *direction = plain.arguments.size() > at + 1 ? as<Constant>(plain.arguments[at + 1]) : nullptr;
            order.push_back({plain.arguments[at], direction && direction->value == Value("desc")});
        }
        plain.arguments.resize(at);
    }
    if (order.empty() || name == "RowNumber" || tile)
        order.push_back({use("Row", ValueType::Number)});
    return window(plain, expression->type, {use("Group", ValueType::Text)}, order);
}

RelationPtr scalarPlan(const std::string &formula)
{
    return inOrder(compiled(formula));
}

RelationPtr aggregatePlan(const std::string &formula)
{
    return makeAggregate(makeSort(functionTable(), {{use("Row", ValueType::Number)}}),
                         {{"Group", use("Group", ValueType::Text)}}, {{"Result", compiled(formula)}});
}

RelationPtr windowPlan(const std::string &formula)
{
    return inOrder(windowOf(compiled(formula)));
}

} // namespace tessera::tests
