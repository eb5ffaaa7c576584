// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include "model/formula/lexer.h"
#include "model/formula/scalar/rows.h"
#include "tests/support/reference_evaluator.h"

namespace tessera::tests {

using namespace model;
using model::formula::addNumbers;
using model::formula::numberValue;

namespace {

using Rows = std::vector<std::vector<Value>>;
using Values = std::vector<Value>;

// First arguments of the rows whose other arguments, from `from` on, are all true; nulls left out when asked.
Values picked(const Rows &rows, std::size_t from, bool dropNulls = true)
{
    Values out;
    for (const Values &row : rows) {
        const bool wanted = std::all_of(row.begin() + static_cast<std::ptrdiff_t>(std::min(from, row.size())),
                                        row.end(), formula::isTrue);
        if (wanted && !row.empty() && !(dropNulls && row.front().isNull()))
            out.push_back(row.front());
    }
    return out;
}

Values column(const Rows &rows)
{
    return picked(rows, SIZE_MAX);
}

std::vector<double> numbers(const Values &values)
{
    std::vector<double> out;
    for (const Value &value : values) {
        if (value.isNumber())
            out.push_back(value.number());
    }
    return out;
}

Value sum(const Values &values)
{
    Value total;
    for (const Value &value : values)
        total = total.isNull() ? value : addNumbers(total, value);
    return total;
}

Value average(const std::vector<double> &all)
{
    double total = 0;
    for (const double value : all)
        total += value;
    return all.empty() ? Value() : numberValue(total / static_cast<double>(all.size()));
}

Value extreme(const Values &values, bool greatest)
{
    Value best;
    for (const Value &value : values) {
        if (best.isNull() || comesBefore(value, best, greatest, false))
            best = value;
    }
    return best;
}

Values distinct(Values values)
{
    std::stable_sort(values.begin(), values.end(),
                     [](const Value &a, const Value &b) { return comesBefore(a, b, false, false); });
    values.erase(std::unique(values.begin(), values.end(),
                             [](const Value &a, const Value &b) {
                                 return !comesBefore(a, b, false, false) && !comesBefore(b, a, false, false);
                             }),
                 values.end());
    return values;
}

Value whole(std::size_t count)
{
    return Value(static_cast<std::int64_t>(count));
}

Value percentile(std::vector<double> all, double share, bool between)
{
    if (all.empty())
        return {};
    std::sort(all.begin(), all.end());
    const double n = static_cast<double>(all.size());
    if (!between) {
        const double index = std::max(0.0, std::ceil(share * n - 1e-9) - 1);
        return numberValue(all[static_cast<std::size_t>(std::min(index, n - 1))]);
    }
    const double at = share * (n - 1);
    const auto low = static_cast<std::size_t>(std::floor(at));
    const std::size_t high = std::min(low + 1, all.size() - 1);
    return numberValue(all[low] + (all[high] - all[low]) * (at - std::floor(at)));
}

Value variance(const std::vector<double> &all, bool sample)
{
    if (all.size() < (sample ? 2u : 1u))
        return {};
    double mean = 0, squares = 0;
    for (const double value : all)
        mean += value / static_cast<double>(all.size());
    for (const double value : all)
        squares += (value - mean) * (value - mean);
    return numberValue(squares / (static_cast<double>(all.size()) - (sample ? 1 : 0)));
}

Value root(const Value &value)
{
    return value.isNull() ? value : numberValue(std::sqrt(value.number()));
}

// Corr, RegressionSlope, RegressionIntercept, RegressionR2 over (y, x).
Value regression(const std::string &name, const Rows &rows)
{
    double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
    for (const Values &row : rows) {
        if (row.size() < 2 || !row[0].isNumber() || !row[1].isNumber())
            continue;
        const double y = row[0].number(), x = row[1].number();
        n += 1, sx += x, sy += y, sxx += x * x, syy += y * y, sxy += x * y;
    }
    const double vx = sxx - sx * sx / n, vy = syy - sy * sy / n, c = sxy - sx * sy / n;
    if (n < 2 || vx <= 0)
        return {};
    if (name == "corr")
        return vy <= 0 ? Value() : numberValue(c / std::sqrt(vx * vy));
    if (name == "regressionslope")
        return numberValue(c / vx);
    if (name == "regressionintercept")
        return numberValue(sy / n - c / vx * sx / n);
    return vy <= 0 ? Value(1) : numberValue(c * c / (vx * vy));
}

Value joined(const Values &values, const Rows &rows, std::size_t separatorAt)
{
    if (values.empty())
        return {};
    const bool given = !rows.empty() && rows.front().size() > separatorAt && rows.front()[separatorAt].isText();
    const std::string separator = given ? rows.front()[separatorAt].text() : ",";
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i)
        text += (i ? separator : std::string()) + plainText(values[i]);
    return text;
}

Values directed(Values values, const Rows &rows, std::size_t at)
{
    values = distinct(std::move(values));
    if (!rows.empty() && rows.front().size() > at && rows.front()[at] == Value("desc"))
        std::reverse(values.begin(), values.end());
    return values;
}

Value presentValue(const Rows &rows)
{
    std::optional<Moment> first;
    for (const Values &row : rows) {
        if (row.size() > 2 && row[2].isMoment() && (!first || row[2].moment() < *first))
            first = row[2].moment();
    }
    Value total;
    for (const Values &row : rows) {
        if (row.size() < 3 || !row[0].isNumber() || !row[1].isNumber() || !row[2].isMoment())
            continue;
        const double days = static_cast<double>(row[2].moment().micros - first->micros) / 86400e6;
        total = numberValue((total.isNull() ? 0 : total.number()) +
                            row[1].number() / std::pow(1 + row[0].number(), days / 365));
    }
    return total;
}

Value products(const Rows &rows)
{
    Values each;
    for (const Values &row : rows) {
        Value product = row.empty() ? Value() : row.front();
        for (std::size_t i = 1; i < row.size(); ++i)
            product = formula::multiplyNumbers(product, row[i]);
        if (!product.isNull())
            each.push_back(product);
    }
    return sum(each);
}

// One end of a moving frame: rows `above` before to `below` after.
Value framed(const std::string &name, const Rows &rows, std::int64_t from, std::int64_t to)
{
    const auto size = static_cast<std::int64_t>(rows.size());
    Rows inside;
    for (std::int64_t row = std::max<std::int64_t>(0, from); row <= std::min(to, size - 1); ++row)
        inside.push_back(rows[static_cast<std::size_t>(row)]);
    return aggregatePlainly(name, inside);
}

std::int64_t wholeNumber(const Values &row, std::size_t at, std::int64_t otherwise)
{
    return row.size() > at && row[at].isNumber() ? static_cast<std::int64_t>(std::llround(row[at].number()))
                                                 : otherwise;
}

Value at(const Rows &rows, std::int64_t index)
{
    return index >= 0 && index < static_cast<std::int64_t>(rows.size()) ? rows[static_cast<std::size_t>(index)].front()
                                                                        : Value();
}

std::int64_t firstPresent(const Rows &rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].front().isNull())
            return static_cast<std::int64_t>(i);
    }
    return -1;
}

Value moved(const std::string &name, const Rows &rows, std::size_t row)
{
    const auto here = static_cast<std::int64_t>(row);
    const Values &mine = rows[row];
    if (name.starts_with("moving")) {
        const std::string base = name.substr(6);
        const std::size_t bounds = base == "corr" ? 2 : 1;
        Rows plain = rows;
        for (Values &cells : plain)
            cells.resize(bounds);
        return framed(base, plain, here - wholeNumber(mine, bounds, 0), here + wholeNumber(mine, bounds + 1, 0));
    }
    if (name.starts_with("cumulative"))
        return framed(name.substr(10), rows, 0, here);
    if (name == "lag" || name == "lead") {
        const std::int64_t offset = wholeNumber(mine, 1, 1) * (name == "lag" ? -1 : 1);
        const bool inside = here + offset >= 0 && here + offset < static_cast<std::int64_t>(rows.size());
        return inside ? at(rows, here + offset) : mine.size() > 2 ? mine[2] : Value();
    }
    if (name == "filldown") {
        for (std::int64_t i = here; i >= 0; --i) {
            if (!at(rows, i).isNull())
                return at(rows, i);
        }
        return {};
    }
    if (name == "first")
        return at(rows, 0);
    if (name == "last")
        return at(rows, static_cast<std::int64_t>(rows.size()) - 1);
    if (name == "nth")
        return at(rows, wholeNumber(mine, 1, 1) - 1);
    if (name == "firstnonnull")
        return at(rows, firstPresent(rows));
    if (name == "lastnonnull") {
        const Rows reversed(rows.rbegin(), rows.rend());
        return at(reversed, firstPresent(reversed));
    }
    return aggregatePlainly(name, rows); // an aggregate over the whole partition
}

Value ranked(const std::string &name, const Rows &rows, const std::vector<int> &peers, std::size_t row)
{
    const auto count = rows.size();
    const auto before =
        static_cast<std::size_t>(std::count_if(peers.begin(), peers.end(), [&](int p) { return p < peers[row]; }));
    const auto upTo =
        static_cast<std::size_t>(std::count_if(peers.begin(), peers.end(), [&](int p) { return p <= peers[row]; }));
    if (name == "rank")
        return whole(before + 1);
    if (name == "rankdense")
        return whole(static_cast<std::size_t>(peers[row]) + 1);
    if (name == "rownumber")
        return whole(row + 1);
    if (name == "rankpercentile")
        return count < 2 ? Value(0) : numberValue(static_cast<double>(before) / static_cast<double>(count - 1));
    if (name == "cumedist")
        return numberValue(static_cast<double>(upTo) / static_cast<double>(count));
    const auto tiles = static_cast<std::size_t>(wholeNumber(rows[row], 0, 1)); // ntile: the first buckets take the rest
    const std::size_t size = count / tiles, extra = count % tiles;
    const std::size_t large = extra * (size + 1);
    return whole(row < large ? row / (size + 1) + 1 : extra + (row - large) / std::max<std::size_t>(size, 1) + 1);
}

Value sparkline(Rows rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Values &a, const Values &b) { return comesBefore(a[0], b[0], false, false); });
    Values out;
    for (const Values &row : rows)
        out.push_back(Value(Json{{"x", formula::toJsonValue(row[0])}, {"y", formula::toJsonValue(row[1])}}));
    return formula::arrayValue(out);
}

} // namespace

Value aggregatePlainly(const std::string &function, const Rows &rows)
{
    const std::string name = foldName(function);
    if (name == "count")
        return rows.empty() || rows.front().empty() ? whole(rows.size()) : whole(column(rows).size());
    if (name == "countif")
        return whole(static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const Values &row) {
            return std::all_of(row.begin(), row.end(), formula::isTrue);
        })));
    if (name == "countdistinct" || name == "ndv")
        return whole(distinct(column(rows)).size());
    if (name == "countdistinctif")
        return whole(distinct(picked(rows, 1)).size());
    if (name == "sum")
        return sum(column(rows));
    if (name == "sumif")
        return sum(picked(rows, 1));
    if (name == "avg")
        return average(numbers(column(rows)));
    if (name == "avgif")
        return average(numbers(picked(rows, 1)));
    if (name == "min" || name == "max")
        return extreme(column(rows), name == "max");
    if (name == "minif" || name == "maxif")
        return extreme(picked(rows, 1), name == "maxif");
    if (name == "median")
        return percentile(numbers(column(rows)), 0.5, true);
    if (name == "percentilecont" || name == "percentiledisc")
        return rows.empty() || !rows.front()[1].isNumber()
                   ? Value()
                   : percentile(numbers(column(rows)), rows.front()[1].number(), name == "percentilecont");
    if (name == "stddev")
        return root(variance(numbers(column(rows)), true));
    if (name == "variance" || name == "variancepop")
        return variance(numbers(column(rows)), name == "variance");
    if (name == "corr" || name.starts_with("regression"))
        return regression(name, rows);
    if (name == "sumproduct")
        return products(rows);
    if (name == "listagg")
        return joined(column(rows), rows, 1);
    if (name == "listaggdistinct")
        return joined(directed(column(rows), rows, 2), rows, 1);
    if (name == "arrayagg")
        return formula::arrayValue(column(rows));
    if (name == "arrayaggdistinct")
        return formula::arrayValue(directed(column(rows), rows, 1));
    if (name == "sparklineagg")
        return sparkline(rows);
    if (name == "xnpv")
        return presentValue(rows);
    qFatal("no aggregate %s", name.c_str());
}

std::vector<Value> windowPlainly(const std::string &function, const Rows &rows, const std::vector<int> &peers)
{
    const std::string name = foldName(function);
    const bool ranking = name.starts_with("rank") || name == "rownumber" || name == "cumedist" || name == "ntile";
    Values out;
    for (std::size_t row = 0; row < rows.size(); ++row)
        out.push_back(ranking ? ranked(name, rows, peers, row) : moved(name, rows, row));
    return out;
}

} // namespace tessera::tests
