// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand_rows.h"

#include <cmath>
#include <limits>

#include "model/value/calendar.h"

namespace tessera::tests {

using namespace model;
using namespace model::query;

namespace {

ColumnData dataOf(const std::vector<Value> &values)
{
    using formula::ValueType;
    ValueType type = ValueType::Number;
    for (const Value &value : values) {
        if (value.isNull())
            continue;
        type = value.isText()      ? ValueType::Text
               : value.isMoment()  ? ValueType::Date
               : value.isLogical() ? ValueType::Logical
                                   : ValueType::Number;
        break;
    }
    std::vector<bool> nulls;
    std::vector<std::string> texts;
    std::vector<double> numbers;
    std::vector<std::int64_t> whole;
    for (const Value &value : values) {
        nulls.push_back(value.isNull());
        texts.push_back(value.isText() ? value.text() : std::string());
        numbers.push_back(value.isNumber() ? value.number() : 0);
        whole.push_back(value.isMoment()    ? value.moment().micros
                        : value.isLogical() ? std::int64_t(value.logical())
                                            : 0);
    }
    if (type == ValueType::Text)
        return {type, std::move(texts), std::move(nulls)};
    if (type == ValueType::Number)
        return {type, std::move(numbers), std::move(nulls)};
    return {type, std::move(whole), std::move(nulls)};
}

const std::vector<const char *> regions = {"East", "Midwest", "South", "Southwest", "West"};
const std::vector<const char *> channels = {"Online", "Partner", "Store"};

Moment month(int index)
{
    return fromCivil({2025, 1 + index, 1});
}

double wave(int a, int b)
{
    return std::round((60000 + 24000 * std::sin(a * 0.7 + b) + 9000 * b + a * 2100) * 100) / 100;
}

struct Cube // months × regions × channels, those asked for
{
    std::vector<Value> m, r, c, v, n, p;
    void add(int mi, int ri, int ci)
    {
        m.push_back(Value(month(mi)));
        r.push_back(Value(regions[static_cast<std::size_t>(ri)]));
        c.push_back(Value(channels[static_cast<std::size_t>(ci)]));
        v.push_back(Value(wave(mi, ri + ci)));
        n.push_back(Value(std::round(wave(mi, ri * 2 + ci) / 140)));
        p.push_back(Value(0.18 + 0.1 * std::sin(mi + ri * 1.3 + ci)));
    }
    std::vector<HandColumn> columns(const std::string &ids) const
    {
        std::vector<HandColumn> out;
        for (const char id : ids) {
            const std::vector<Value> &values = id == 'm'   ? m
                                               : id == 'r' ? r
                                               : id == 'c' ? c
                                               : id == 'v' ? v
                                               : id == 'n' ? n
                                                           : p;
            out.push_back({std::string(1, id), values});
        }
        return out;
    }
};

Cube cube(int months, int regionCount, int channelCount)
{
    Cube cube;
    for (int mi = 0; mi < months; ++mi) {
        for (int ri = 0; ri < regionCount; ++ri) {
            for (int ci = 0; ci < channelCount; ++ci)
                cube.add(mi, ri, ci);
        }
    }
    return cube;
}

// Region first, then month: as a grouped table or a pivot has them.
Cube byRegion(int months, int channelCount)
{
    Cube cube;
    for (int ri = 0; ri < 5; ++ri) {
        for (int ci = 0; ci < channelCount; ++ci) {
            for (int mi = 0; mi < months; ++mi)
                cube.add(mi, ri, ci);
        }
    }
    return cube;
}

void addCharts(HandRows &rows)
{
    ElementRows &first = rows.set("k1", {{"v", {Value(1284310.4)}}});
    first.parts["comparison"] = handTable({{"v", {Value(1160000.0)}}});
    std::vector<Value> trend, months;
    for (int i = 0; i < 14; ++i) {
        trend.push_back(Value(wave(i, 1)));
        months.push_back(Value(month(i)));
    }
    first.parts["trend"] = handTable({{"m", months}, {"v", trend}});
    rows.set("k2", {{"n", {Value(9120)}}}).parts["comparison"] = handTable({{"v", {Value(9800)}}});
    rows.set("k3", {{"p", {Value(0.2134)}}});
    rows.set("k4", {{"p", {Value(0.64)}}});
    const Cube ranking = cube(1, 5, 1);
    rows.set("bar", ranking.columns("rv"));
    rows.set("stack", cube(14, 1, 3).columns("mcv"));
    rows.set("line", cube(14, 1, 1).columns("mvn"));
    rows.set("area", cube(14, 1, 3).columns("mcv"));
    rows.set("combo", cube(14, 1, 1).columns("mvp"));
    rows.set("scatter", cube(8, 5, 1).columns("rnpv"));
    rows.set("pie", cube(1, 1, 3).columns("cn"));
    rows.set("donut", cube(1, 5, 1).columns("rv")).parts["hole"] = handTable({{"n", {Value(9120)}}});
    rows.set("water", {{"r", {Value("Plan"), Value("Price"), Value("Volume"), Value("Currency"), Value("New stores")}},
                       {"v", {Value(820000), Value(64000), Value(-118000), Value(-22000), Value(97000)}}});
    rows.set("tree", cube(1, 1, 3).columns("cv"));
    rows.set("sankey", cube(2, 4, 3).columns("crmv"));
    rows.set("funnel", {{"c", {Value("Visited"), Value("Added to cart"), Value("Checked out"), Value("Paid")}},
                        {"n", {Value(18400), Value(7300), Value(3100), Value(2750)}}});
    rows.set("box", cube(24, 5, 1).columns("rv"));
    rows.set("trellis", cube(14, 1, 3).columns("mcv"));
    rows.set("region", {{"r",
                         {Value("California"), Value("TX"), Value("New York"), Value("Florida"), Value("Washington"),
                          Value("Ohio")}},
                        {"v", {Value(92000), Value(71000), Value(64000), Value(38000), Value(21000), Value(15000)}}});
    rows.set("points", {{"n", {Value(52.5), Value(40.7), Value(-33.9), Value(35.7), Value(1.3)}},
                        {"p", {Value(13.4), Value(-74.0), Value(151.2), Value(139.7), Value(103.8)}},
                        {"v", {Value(120), Value(400), Value(90), Value(260), Value(180)}}});
    rows.set("geo", {{"r",
                      {Value(R"({"type":"Polygon","coordinates":[[[5,47],[15,47],[15,55],[5,55],[5,47]]]})"),
                       Value(R"({"type":"Polygon","coordinates":[[[-5,43],[5,43],[6,49],[-4,48],[-5,43]]]})")}},
                     {"c", {Value("Central"), Value("West")}}});
}

void addTables(HandRows &rows)
{
    std::vector<Value> id, day, region, channel, amount, profit;
    for (int i = 0; i < 40; ++i) {
        id.push_back(Value("SO-" + std::to_string(10400 + i * 7)));
        day.push_back(Value(Moment{month(3).micros + i * 86400000000ll}));
        region.push_back(i % 9 == 4 ? Value() : Value(regions[static_cast<std::size_t>(i % 5)]));
        channel.push_back(Value(channels[static_cast<std::size_t>(i % 3)]));
        amount.push_back(Value(std::round(wave(i, i % 3) / 3) / 100));
        profit.push_back(Value(std::round((std::sin(i) * 120) * 100) / 100));
    }
    rows.set("base", {{"a", id}, {"b", day}, {"c", region}, {"d", channel}, {"e", amount}, {"f", profit}}).sample =
        true;
    const Cube grouped = byRegion(4, 2);
    std::vector<Value> regionTotals;
    std::map<std::string, double> sums;
    for (std::size_t i = 0; i < grouped.r.size(); ++i)
        sums[grouped.r[i].text()] += grouped.v[i].number();
    for (const Value &value : grouped.r)
        regionTotals.push_back(Value(sums[value.text()]));
    Cube byMonth; // one line for region, month and channel
    for (int ri = 0; ri < 5; ++ri) {
        for (int mi = 0; mi < 4; ++mi) {
            for (int ci = 0; ci < 2; ++ci)
                byMonth.add(mi, ri, ci);
        }
    }
    rows.set("grouped", {{"r", byMonth.r},
                         {"v", regionTotals},
                         {"m", byMonth.m},
                         {"n", byMonth.n},
                         {"c", byMonth.c},
                         {"p", byMonth.p}})
        .parts["summary"] = handTable({{"p", {Value(0.187)}}});
    const Cube pivot = byRegion(6, 3);
    ElementRows &answer = rows.set("pivot", pivot.columns("rcmvn"));
    std::vector<HandColumn> totals(4);
    totals[0].id = "r";
    totals[1].id = "c";
    totals[2].id = "v";
    totals[3].id = "n";
    for (int ri = 0; ri < 5; ++ri) {
        for (int ci = 0; ci < 3; ++ci) {
            totals[0].values.push_back(Value(regions[static_cast<std::size_t>(ri)]));
            totals[1].values.push_back(Value(channels[static_cast<std::size_t>(ci)]));
            totals[2].values.push_back(Value(411000.0 + ri * 1000 + ci));
            totals[3].values.push_back(Value(3111 + ci));
        }
    }
    answer.parts["rowTotals"] = handTable(totals);
    std::vector<HandColumn> across(3);
    across[0].id = "m";
    across[1].id = "v";
    across[2].id = "n";
    for (int mi = 0; mi < 6; ++mi) {
        across[0].values.push_back(Value(month(mi)));
        across[1].values.push_back(Value(981000.0 + mi));
        across[2].values.push_back(Value(7000 + mi));
    }
    answer.parts["columnTotals"] = handTable(across);
    answer.parts["grandTotal"] = handTable({{"v", {Value(5886000.5)}}, {"n", {Value(42015)}}});
    rows.set("plan", {{"note", {Value("First half"), Value("Second half")}},
                      {"goal", {Value(120000), Value(150000)}},
                      {"due", {Value(month(5)), Value(month(11))}},
                      {"ok", {Value(true), Value(false)}}});
}

} // namespace

ResultPtr handTable(const std::vector<HandColumn> &columns)
{
    auto table = std::make_shared<ResultTable>();
    for (const HandColumn &column : columns)
        table->columns.push_back({column.id, column.id, dataOf(column.values)});
    return table;
}

ElementRowsPtr HandRows::rowsOf(const Key &element) const
{
    const auto it = m_rows.find(element);
    return it == m_rows.end() ? nullptr : std::make_shared<const ElementRows>(it->second);
}

ElementRows &HandRows::set(const std::string &element, const std::vector<HandColumn> &columns)
{
    ElementRows &rows = m_rows[element];
    rows.state = ElementRows::State::Ready;
    rows.main = handTable(columns);
    return rows;
}

HandRows everyAnswer()
{
    HandRows rows;
    addCharts(rows);
    addTables(rows);
    return rows;
}

HandRows hardAnswer(HandRows rows, const std::string &element, int what)
{
    using formula::ValueType;
    ElementRows &answer = rows.at(element);
    const ResultPtr before = answer.main;
    std::vector<HandColumn> columns;
    const std::size_t count = what == 0 ? 0 : what == 1 ? 1 : what == 6 ? 100000 : before->rowCount();
    for (const ResultColumn &column : before->columns) {
        HandColumn out{column.id, {}};
        for (std::size_t row = 0; row < count; ++row) {
            const Value value = column.data.at(row % before->rowCount());
            const bool number = column.data.type() == ValueType::Number, date = column.data.type() == ValueType::Date;
            if (what == 2)
                out.values.push_back({});
            else if (what == 3 && number)
                out.values.push_back(Value(row % 2 ? -std::abs(value.number()) : value.number()));
            else if (what == 4 && number)
                out.values.push_back(Value(row % 3 == 0 ? 1.7e308 : row % 3 == 1 ? -1.7e308 : 5e-324));
            else if (what == 7 && number)
                out.values.push_back(Value(row % 3 == 0   ? std::numeric_limits<double>::infinity()
                                           : row % 3 == 1 ? -std::numeric_limits<double>::infinity()
                                                          : std::numeric_limits<double>::quiet_NaN()));
            else if (what == 8 && number)
                out.values.push_back(Value(-1 - std::abs(value.number())));
            else if (what == 9 && number)
                out.values.push_back(Value(0));
            else if (what == 5 && date)
                out.values.push_back(
                    Value(row % 2 ? Moment{9'000'000'000'000'000'000ll} : Moment{-9'000'000'000'000'000'000ll}));
            else if (what == 6 && column.data.type() == ValueType::Text)
                out.values.push_back(Value("Member " + std::to_string(row)));
            else if (what == 6 && date)
                out.values.push_back(Value(Moment{month(0).micros + static_cast<std::int64_t>(row) * 3600000000ll}));
            else
                out.values.push_back(value);
        }
        columns.push_back(std::move(out));
    }
    answer.main = handTable(columns);
    return rows;
}

} // namespace tessera::tests
