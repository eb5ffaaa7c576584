// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/plan_shapes.h"

namespace tessera::tests {

using namespace model;
using namespace model::query;
using formula::Operator;

namespace {

Value day(const char *text)
{
    return *momentFromIso(text);
}

PlainRows orders()
{
    const Value none;
    return {{{"Id", ValueType::Number},
             {"Customer", ValueType::Text},
             {"Region", ValueType::Text},
             {"Day", ValueType::Date},
             {"Quantity", ValueType::Number},
             {"Price", ValueType::Number},
             {"Paid", ValueType::Logical}},
            {{1, "Ann", "West", day("2026-01-05"), 3, 2.5, true},
             {2, "Bob", "East", day("2026-01-05 14:30:00"), 1, 10.0, false},
             {3, "ann", "West", day("2026-02-11"), 4, none, true},
             {4, none, "East", day("2026-02-28 23:59:59"), 2, 7.25, none},
             {5, "Cid", none, day("2026-03-01"), 0, 1.5, true},
             {6, "Bob", "West", none, 7, 3.0, false},
             {7, "It's \"q\" \\ %_", "East", day("2025-12-31"), none, 100.0, true},
             {8, "Ann", none, day("2026-03-15"), 5, 2.5, none}}};
}

PlainRows customers()
{
    return {{{"Customer", ValueType::Text}, {"City", ValueType::Text}, {"Since", ValueType::Number}},
            {{"Ann", "Aachen", 2019}, {"Bob", "Bonn", 2021}, {"Dan", "Dresden", 2024}, {Value(), "Nowhere", 2000}}};
}

PlainRows plans()
{
    return {{{"Region", ValueType::Text}, {"Goal", ValueType::Number}},
            {{"West", 10}, {"East", 20}, {Value(), 5}, {"North", 1}}};
}

ExpressionPtr col(const std::string &name, int input = 0)
{
    for (const auto &[table, rows] : planTables()) {
        for (const Column &column : rows.columns) {
            if (column.name == name)
                return use(name, column.type, input);
        }
    }
    return use(name, ValueType::Number, input);
}

ExpressionPtr op(Operator sign, ExpressionPtr a, ExpressionPtr b)
{
    return operation(sign, {std::move(a), std::move(b)});
}

std::vector<NamedExpression> columns(const std::vector<std::string> &names)
{
    std::vector<NamedExpression> items;
    for (const std::string &name : names)
        items.push_back({name, col(name)});
    return items;
}

ExpressionPtr over(const char *function, std::vector<ExpressionPtr> arguments, std::vector<ExpressionPtr> partition,
                   std::vector<OrderKey> order)
{
    const ExpressionPtr called = call(function, std::move(arguments));
    return window(*as<FunctionCall>(called), called->type, std::move(partition), std::move(order));
}

RelationPtr revenue()
{
    auto items = columns({"Id", "Customer", "Region", "Day", "Quantity"});
    items.push_back({"Revenue", op(Operator::Multiply, col("Quantity"), col("Price"))});
    return withHint(makeProject(scanOf("ORDERS"), items), "Orders Base");
}

RelationPtr byRegion(const RelationPtr &from)
{
    return withHint(
        makeAggregate(from, columns({"Region"}), {{"Total", call("Sum", {use("Revenue", ValueType::Number)})}}),
        "By Region");
}

void addBasics(std::vector<NamedPlan> &plans)
{
    const RelationPtr all = scanOf("ORDERS");
    plans.push_back({"scan", all});
    plans.push_back({"project", makeProject(all, {{"Customer", col("Customer")},
                                                  {"Each", op(Operator::Divide, col("Price"), col("Quantity"))},
                                                  {"Next", op(Operator::Add, col("Quantity"), constant(1))},
                                                  {"Fixed", constant("It's")},
                                                  {"Nothing", constant(Value(), ValueType::Text)}})});
    plans.push_back(
        {"filter", makeFilter(all, allOf({op(Operator::Greater, col("Quantity"), constant(1, true)),
                                          op(Operator::NotEqual, col("Region"), constant("East", true))}))});
    plans.push_back({"filter by values", makeFilter(all, oneOf(col("Customer"), {"Ann", "It's \"q\" \\ %_"}))});
    plans.push_back({"filter without values", makeFilter(all, oneOf(col("Customer"), {}))});
    plans.push_back(
        {"filter out values", makeFilter(all, operation(Operator::Not, {oneOf(col("Customer"), {"Ann", "Bob"})}))});
    plans.push_back({"filter by dates",
                     makeFilter(all, anyOf({op(Operator::Less, col("Day"), constant(day("2026-01-05 14:30:00"), true)),
                                            op(Operator::Equal, col("Day"), constant(day("2026-03-01")))}))});
    plans.push_back({"filter a computed column",
                     makeFilter(revenue(), op(Operator::Greater, use("Revenue", ValueType::Number), constant(10)))});
    plans.push_back(
        {"sort", makeSort(all, {{col("Region"), true, true}, {col("Price"), false, false}, {col("Id")}}), true});
    plans.push_back({"sort and limit", makeLimit(makeSort(all, {{col("Price"), true, false}, {col("Id")}}), 3), true});
    plans.push_back(
        {"sort, limit, project",
         makeProject(makeLimit(makeSort(all, {{col("Price"), true, false}, {col("Id")}}), 3), columns({"Customer"})),
         true});
    plans.push_back({"filter behind a limit", makeFilter(makeLimit(makeSort(all, {{col("Id")}}), 4),
                                                         op(Operator::Equal, col("Region"), constant("West")))});
    plans.push_back({"values", makeValues("Month", {1, 2, Value(), 3})});
    plans.push_back({"no values", makeValues("Month", {})});
}

void addGroups(std::vector<NamedPlan> &plans)
{
    const RelationPtr all = scanOf("ORDERS");
    plans.push_back({"group", makeSort(byRegion(revenue()), {{col("Region")}}), true});
    plans.push_back({"group without keys", makeAggregate(all, {},
                                                         {{"Rows", call("Count", {})},
                                                          {"Prices", call("Count", {col("Price")})},
                                                          {"Kinds", call("CountDistinct", {col("Customer")})},
                                                          {"Mean", call("Avg", {col("Quantity")})}})});
    plans.push_back(
        {"group of nothing", makeAggregate(makeFilter(all, constant(false)), {},
                                           {{"Rows", call("Count", {})}, {"Total", call("Sum", {col("Quantity")})}})});
    plans.push_back(
        {"keys only", makeSort(makeAggregate(all, columns({"Region"}), {}), {{col("Region"), false, true}}), true});
    plans.push_back(
        {"group by a parameter",
         makeAggregate(all,
                       {{"Month", call("DateTrunc", {constant("month", true), col("Day")})},
                        {"Tag", op(Operator::Concatenate, constant("R-", true), col("Region"))}},
                       {{"Mean", op(Operator::Divide, call("Sum", {col("Price")}), call("Count", {col("Price")}))}})});
    plans.push_back({"filter groups", makeFilter(byRegion(revenue()),
                                                 op(Operator::Greater, use("Total", ValueType::Number), constant(8)))});
    plans.push_back({"group of groups", makeAggregate(byRegion(revenue()), {},
                                                      {{"Best", call("Max", {use("Total", ValueType::Number)})}})});
    plans.push_back(
        {"joined texts in order", makeAggregate(makeSort(all, {{col("Id"), true}}), columns({"Region"}),
                                                {{"List", call("ListAgg", {col("Customer"), constant("; ")})}})});
    const RelationPtr base = revenue();
    plans.push_back({"shares of a shared base",
                     makeSort(makeProject(makeJoin(base, byRegion(base), JoinType::Left,
                                                   op(Operator::Equal, col("Region"), col("Region", 1)),
                                                   {"Region 2", "Total"}, true),
                                          {{"Id", col("Id")},
                                           {"Share", op(Operator::Divide, use("Revenue", ValueType::Number),
                                                        use("Total", ValueType::Number))}}),
                              {{col("Id")}}),
                     true});
}

void addJoins(std::vector<NamedPlan> &plans)
{
    const RelationPtr left = makeProject(scanOf("ORDERS"), columns({"Id", "Customer", "Region"}));
    const ExpressionPtr same = op(Operator::Equal, col("Customer"), col("Customer", 1));
    const std::vector<std::string> names = {"Customer 2", "City", "Since"};
    const std::pair<const char *, JoinType> types[] = {{"inner join", JoinType::Inner},
                                                       {"left join", JoinType::Left},
                                                       {"right join", JoinType::Right},
                                                       {"full join", JoinType::Full}};
    for (const auto &[name, type] : types) {
        plans.push_back({name, makeJoin(left, scanOf("CUSTOMERS"), type, same, names)});
        plans.push_back(
            {std::string(name) + " with matching nulls", makeJoin(left, scanOf("CUSTOMERS"), type, same, names, true)});
    }
    plans.push_back({"cross join", makeJoin(left, scanOf("PLANS"), JoinType::Cross, nullptr, {"Region 2", "Goal"})});
    plans.push_back(
        {"join on an inequality",
         makeJoin(makeProject(scanOf("ORDERS"), columns({"Id", "Quantity"})), scanOf("PLANS"), JoinType::Full,
                  op(Operator::GreaterEqual, col("Quantity"), col("Goal", 1)), {"Region", "Goal"})});
    const RelationPtr first = makeJoin(left, scanOf("CUSTOMERS"), JoinType::Left, same, names);
    plans.push_back({"chain of joins",
                     makeFilter(makeJoin(first, byRegion(revenue()), JoinType::Left,
                                         op(Operator::Equal, col("Region"), col("Region", 1)), {"Region 2", "Total"}),
                                op(Operator::Greater, col("Id"), constant(1)))});
    plans.push_back(
        {"join of computed keys",
         makeJoin(makeProject(scanOf("ORDERS"), {{"Id", col("Id")}, {"Key", call("Lower", {col("Customer")})}}),
                  makeProject(scanOf("CUSTOMERS"), {{"Key", call("Lower", {col("Customer")})}, {"City", col("City")}}),
                  JoinType::Left, op(Operator::Equal, use("Key", ValueType::Text), use("Key", ValueType::Text, 1)),
                  {"Key 2", "City"})});
    plans.push_back(
        {"union",
         makeUnionAll({makeProject(scanOf("ORDERS"), columns({"Customer", "Quantity"})),
                       makeProject(scanOf("CUSTOMERS"),
                                   {{"Customer", col("City")}, {"Quantity", constant(Value(), ValueType::Number)}})})});
    plans.push_back(
        {"group of a union",
         makeSort(makeAggregate(makeUnionAll({makeProject(scanOf("ORDERS"), columns({"Region", "Quantity"})),
                                              makeProject(scanOf("PLANS"),
                                                          {{"Region", col("Region")}, {"Quantity", col("Goal")}})}),
                                columns({"Region"}), {{"Sum", call("Sum", {col("Quantity")})}}),
                  {{col("Region")}}),
         true});
}

void addWindows(std::vector<NamedPlan> &plans)
{
    const RelationPtr all = scanOf("ORDERS");
    const std::vector<OrderKey> byDay = {{col("Day")}, {col("Id")}};
    const auto plan = [&](const char *name, std::vector<NamedExpression> items) {
        items.insert(items.begin(), {"Id", col("Id")});
        plans.push_back({name, makeSort(makeProject(all, std::move(items)), {{col("Id")}}), true});
    };
    plan("running sums", {{"Sum", over("CumulativeSum", {col("Quantity")}, {col("Region")}, byDay)},
                          {"Count", over("CumulativeCount", {col("Customer")}, {}, byDay)},
                          {"Least", over("CumulativeMin", {col("Price")}, {}, byDay)},
                          {"Most", over("CumulativeMax", {col("Price")}, {}, byDay)},
                          {"Mean", over("CumulativeAvg", {col("Quantity")}, {}, byDay)}});
    plan("moving frames", {{"Three", over("MovingSum", {col("Quantity"), constant(2)}, {}, byDay)},
                           {"Around", over("MovingAvg", {col("Quantity"), constant(1), constant(1)}, {}, byDay)},
                           {"Before", over("MovingCount", {col("Quantity"), constant(3), constant(-1)}, {}, byDay)},
                           {"After", over("MovingMax", {col("Quantity"), constant(-1), constant(2)}, {}, byDay)},
                           {"Never", over("MovingMin", {col("Quantity"), constant(-2), constant(1)}, {}, byDay)}});
    plan("ranks", {{"Rank", over("Rank", {}, {col("Region")}, {{col("Price"), true}})},
                   {"Dense", over("RankDense", {}, {}, {{col("Price")}})},
                   {"Share", over("RankPercentile", {}, {}, {{col("Price")}})},
                   {"Cume", over("CumeDist", {}, {}, {{col("Price")}})},
                   {"Row", over("RowNumber", {}, {col("Region")}, byDay)},
                   {"Third", over("Ntile", {constant(3)}, {}, byDay)}});
    plan("neighbours", {{"Lag", over("Lag", {col("Quantity")}, {}, byDay)},
                        {"Lag 2", over("Lag", {col("Quantity"), constant(2), constant(-1)}, {}, byDay)},
                        {"Lead", over("Lead", {col("Customer"), constant(1), constant("end")}, {col("Region")}, byDay)},
                        {"First", over("First", {col("Customer")}, {col("Region")}, byDay)},
                        {"Last", over("Last", {col("Customer")}, {}, byDay)},
                        {"Second", over("Nth", {col("Customer"), constant(2)}, {}, byDay)}});
    plan("nulls skipped", {{"First", over("FirstNonNull", {col("Price")}, {col("Region")}, byDay)},
                           {"Last", over("LastNonNull", {col("Price")}, {col("Region")}, byDay)},
                           {"Filled", over("FillDown", {col("Price")}, {}, byDay)},
                           {"Filled text", over("FillDown", {col("Customer")}, {col("Region")}, byDay)}});
    plan("aggregates beside rows", {{"Sum", over("Sum", {col("Quantity")}, {col("Region")}, {})},
                                    {"Rows", over("Count", {}, {}, {})},
                                    {"Spread", over("StdDev", {col("Quantity")}, {}, {})}});
    plan("values among rows",
         {{"Different", over("CountDistinct", {col("Customer")}, {col("Region")}, {})},
          {"Some",
           over("CountDistinctIf", {col("Customer"), op(Operator::Greater, col("Quantity"), constant(2))}, {}, {})},
          {"Middle", over("Median", {col("Quantity")}, {col("Region")}, {})},
          {"High", over("PercentileCont", {col("Price"), constant(0.9)}, {}, {})},
          {"One", over("PercentileDisc", {col("Quantity"), constant(0.25)}, {col("Region")}, {})}});
    plans.push_back(
        {"filter a window",
         makeFilter(makeProject(all, {{"Id", col("Id")}, {"Row", over("RowNumber", {}, {col("Region")}, byDay)}}),
                    op(Operator::LessEqual, use("Row", ValueType::Number), constant(1)))});
    plans.push_back({"window over groups",
                     makeSort(makeProject(byRegion(revenue()),
                                          {{"Region", col("Region")},
                                           {"Share", op(Operator::Divide, use("Total", ValueType::Number),
                                                        over("Sum", {use("Total", ValueType::Number)}, {}, {}))}}),
                              {{col("Region")}}),
                     true});
}

} // namespace

const std::map<std::string, PlainRows> &planTables()
{
    static const std::map<std::string, PlainRows> tables = {
        {"ORDERS", orders()}, {"CUSTOMERS", customers()}, {"PLANS", plans()}};
    return tables;
}

PlainTables plainTables()
{
    return [](const TableSource &source) -> const PlainRows * {
        const auto it = planTables().find(source.path.back());
        return it == planTables().end() ? nullptr : &it->second;
    };
}

RelationPtr scanOf(const std::string &table)
{
    TableSource source;
    source.path = {"SHOP", table};
    return makeScan(source, planTables().at(table).columns);
}

std::vector<NamedPlan> planShapes()
{
    std::vector<NamedPlan> plans;
    addBasics(plans);
    addGroups(plans);
    addJoins(plans);
    addWindows(plans);
    return plans;
}

} // namespace tessera::tests
