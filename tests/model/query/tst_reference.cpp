// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/reference_evaluator.h"

using namespace tessera;
using namespace tessera::model;
using namespace tessera::model::query;
using tests::PlainRows;

namespace {

const ValueType N = ValueType::Number;
const ValueType T = ValueType::Text;

RelationPtr orders()
{
    return makeScan({.path = {"ORDERS"}}, {{"REGION", T}, {"DAY", N}, {"AMOUNT", N}});
}

PlainRows run(const RelationPtr &relation)
{
    static const PlainRows rows{
        {{"REGION", T}, {"DAY", N}, {"AMOUNT", N}},
        {{"West", 1, 10}, {"West", 2, 20}, {"East", 1, 5}, {Value(), 3, 7}, {"East", 2, Value()}}};
    return tests::evaluatePlainly(relation, [](const TableSource &) { return &rows; });
}

std::string cell(const PlainRows &rows, std::size_t row, std::size_t column)
{
    return plainText(rows.rows.at(row).at(column));
}

FunctionCall callOf(const char *name, std::vector<ExpressionPtr> arguments)
{
    return {formula::FunctionCatalogue::shipped().find(name), std::move(arguments)};
}

} // namespace

class TestReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsKeepNulls()
    {
        const PlainRows rows = run(makeAggregate(orders(), {{"R", use("REGION", T)}},
                                                 {{"S", call("Sum", {use("AMOUNT", N)})}, {"C", call("Count", {})}}));
        QCOMPARE(rows.rows.size(), 3u);
        QCOMPARE(cell(rows, 0, 1), std::string("30"));
        QCOMPARE(cell(rows, 1, 1), std::string("5"));
        QCOMPARE(cell(rows, 1, 2), std::string("2"));
        QVERIFY(rows.rows[2][0].isNull());
        QCOMPARE(cell(rows, 2, 1), std::string("7"));
    }
    void noKeysIsOneRow()
    {
        const RelationPtr none = makeFilter(orders(), constant(Value(false)));
        const PlainRows rows =
            run(makeAggregate(none, {}, {{"S", call("Sum", {use("AMOUNT", N)})}, {"C", call("Count", {})}}));
        QCOMPARE(rows.rows.size(), 1u);
        QVERIFY(rows.rows[0][0].isNull());
        QCOMPARE(rows.rows[0][1], Value(0));
    }
    void windowsFollowPartitionAndOrder()
    {
        const std::vector<ExpressionPtr> by = {use("REGION", T)};
        const std::vector<OrderKey> order = {{use("DAY", N), true, false}};
        const PlainRows rows =
            run(makeProject(orders(), {{"sum", window(callOf("CumulativeSum", {use("AMOUNT", N)}), N, by, order)},
                                       {"rank", window(callOf("Rank", {}), N, {}, {{use("AMOUNT", N), false, false}})},
                                       {"lag", window(callOf("Lag", {use("AMOUNT", N)}), N, by, order)}}));
        QCOMPARE(cell(rows, 0, 0), std::string("30"));
        QCOMPARE(cell(rows, 1, 0), std::string("20"));
        QCOMPARE(cell(rows, 0, 1), std::string("3"));
        QCOMPARE(cell(rows, 4, 1), std::string("5"));
        QCOMPARE(cell(rows, 0, 2), std::string("20"));
        QVERIFY(rows.rows[1][2].isNull());
    }
    void joinsDecideAboutNulls()
    {
        const RelationPtr keys = makeAggregate(orders(), {{"K", use("REGION", T)}}, {});
        const ExpressionPtr same = operation(formula::Operator::Equal, {use("REGION", T), use("K", T, 1)});
        QCOMPARE(run(makeJoin(orders(), keys, JoinType::Inner, same, {"K"})).rows.size(), 4u);
        QCOMPARE(run(makeJoin(orders(), keys, JoinType::Inner, same, {"K"}, true)).rows.size(), 5u);
        QCOMPARE(run(makeJoin(orders(), keys, JoinType::Full, same, {"K"})).rows.size(), 6u);
    }
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
