// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "adapters/query/sqlite_values.h"
#include "model/formula/scalar/rows.h"

// Aggregates of numbers: spread, correlation, regression, percentiles, present value.

namespace tessera::adapters {

using model::Value;
using model::formula::numberValue;

namespace {

bool isNumber(sqlite3_value *value)
{
    const int type = sqlite3_value_type(value);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

// Mean and squares about it, updated row by row; rows that leave a frame are taken out again. (Welford)
struct Spread
{
    double n = 0, mean = 0, squares = 0;

    void step(int, sqlite3_value **values)
    {
        if (!isNumber(values[0]))
            return;
        const double x = sqlite3_value_double(values[0]);
        ++n;
        const double delta = x - mean;
        mean += delta / n;
        squares += delta * (x - mean);
    }
    void inverse(int, sqlite3_value **values)
    {
        if (!isNumber(values[0]))
            return;
        if (n <= 1) {
            *this = {};
            return;
        }
        const double x = sqlite3_value_double(values[0]);
        const double delta = x - mean;
        --n;
        mean -= delta / n;
        squares = std::max(0.0, squares - delta * (x - mean));
    }
};

struct StdDev : Spread
{
    Value value() const { return n < 2 ? Value() : numberValue(std::sqrt(squares / (n - 1))); }
};
struct Variance : Spread
{
    Value value() const { return n < 2 ? Value() : numberValue(squares / (n - 1)); }
};
struct VariancePop : Spread
{
    Value value() const { return n < 1 ? Value() : numberValue(squares / n); }
};

// The same for pairs (y, x).
struct Pairs
{
    double n = 0, meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;

    void step(int, sqlite3_value **values)
    {
        if (!isNumber(values[0]) || !isNumber(values[1]))
            return;
        const double y = sqlite3_value_double(values[0]), x = sqlite3_value_double(values[1]);
        ++n;
        const double dx = x - meanX, dy = y - meanY;
        meanX += dx / n;
        meanY += dy / n;
        xx += dx * (x - meanX);
        yy += dy * (y - meanY);
        xy += dx * (y - meanY);
    }
    void inverse(int, sqlite3_value **values)
    {
        if (!isNumber(values[0]) || !isNumber(values[1]))
            return;
        if (n <= 1) {
            *this = {};
            return;
        }
        const double y = sqlite3_value_double(values[0]), x = sqlite3_value_double(values[1]);
        const double dx = x - meanX, dy = y - meanY;
        --n;
        meanX -= dx / n;
        meanY -= dy / n;
        xx = std::max(0.0, xx - dx * (x - meanX));
        yy = std::max(0.0, yy - dy * (y - meanY));
        xy -= dx * (y - meanY);
    }
    bool isFlat(double squares, double mean) const // all values equal, up to noise
    {
        return squares <= std::numeric_limits<double>::epsilon() * n * mean * mean;
    }
    bool isLine() const { return n >= 2 && !isFlat(xx, meanX); }
};

struct Corr : Pairs
{
    Value value() const
    {
        return isLine() && !isFlat(yy, meanY) ? numberValue(std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0)) : Value();
    }
};
struct Slope : Pairs
{
    Value value() const { return isLine() ? numberValue(xy / xx) : Value(); }
};
struct Intercept : Pairs
{
    Value value() const { return isLine() ? numberValue(meanY - xy / xx * meanX) : Value(); }
};
struct R2 : Pairs
{
    Value value() const
    {
        return !isLine() ? Value() : isFlat(yy, meanY) ? Value(1) : numberValue(xy * xy / (xx * yy));
    }
};

// All numbers, for what depends on their order.
struct Numbers
{
    std::vector<double> all;
    double share = 0.5;

    void step(int count, sqlite3_value **values)
    {
        if (count > 1)
            share = isNumber(values[1]) ? sqlite3_value_double(values[1]) : -1;
        if (isNumber(values[0]))
            all.push_back(sqlite3_value_double(values[0]));
    }
    void inverse(int, sqlite3_value **values)
    {
        const auto at =
            isNumber(values[0]) ? std::find(all.begin(), all.end(), sqlite3_value_double(values[0])) : all.end();
        if (at != all.end())
            all.erase(at);
    }
    bool isEmpty() const { return all.empty() || !(share >= 0 && share <= 1); }
    double nth(std::size_t index)
    {
        const auto at = all.begin() + static_cast<std::ptrdiff_t>(index);
        std::nth_element(all.begin(), at, all.end());
        return *at;
    }
};

struct PercentileCont : Numbers
{
    Value value()
    {
        if (isEmpty())
            return {};
        const double at = share * static_cast<double>(all.size() - 1);
        const auto low = static_cast<std::size_t>(std::floor(at));
        const double below = nth(low);
        if (low + 1 >= all.size())
            return numberValue(below);
        const double above = *std::min_element(all.begin() + static_cast<std::ptrdiff_t>(low) + 1, all.end());
        return numberValue(below + (above - below) * (at - std::floor(at)));
    }
};
struct PercentileDisc : Numbers
{
    Value value()
    {
        if (isEmpty())
            return {};
        const double n = static_cast<double>(all.size());
        const double index = std::max(0.0, std::ceil(share * n - 1e-9) - 1);
        return numberValue(nth(static_cast<std::size_t>(std::min(index, n - 1))));
    }
};

// Money at dates, each discounted to the first date.
struct NetPresentValue
{
    struct Payment
    {
        double rate;
        double amount;
        std::int64_t at;
    };
    std::vector<Payment> payments;
    std::int64_t first = std::numeric_limits<std::int64_t>::max();

    void step(int, sqlite3_value **values)
    {
        const auto at = model::momentFromIso(textOf(values[2]));
        if (!at)
            return;
        first = std::min(first, at->micros);
        if (isNumber(values[0]) && isNumber(values[1]))
            payments.push_back({sqlite3_value_double(values[0]), sqlite3_value_double(values[1]), at->micros});
    }
    void inverse(int, sqlite3_value **) {} // used over whole partitions only
    Value value() const
    {
        double total = 0;
        for (const Payment &payment : payments) {
            const double years = static_cast<double>(payment.at - first) / 86400e6 / 365;
            total += payment.amount / std::pow(1 + payment.rate, years);
        }
        return payments.empty() ? Value() : numberValue(total);
    }
};

// sum() as SQLite has it, but where whole numbers leave 64 bits the sum becomes a real one: SQLite's own fails there,
// and with it the whole query. Kept without the heap and as plain as theirs, because every chart goes through it.
struct Total
{
    std::int64_t high, low; // whole numbers, in halves of 32 bits
    double real;
    std::int64_t reals, count;

    void add(sqlite3_value *value, int sign)
    {
        const int type = sqlite3_value_numeric_type(value);
        if (type == SQLITE_NULL)
            return;
        count += sign;
        if (type == SQLITE_INTEGER) {
            const std::int64_t whole = sqlite3_value_int64(value);
            high += sign * (whole >> 32);
            low += sign * (whole & 0xffffffff);
        } else {
            reals += sign;
            real += sign * sqlite3_value_double(value);
        }
    }
    static Total *of(sqlite3_context *context, bool make)
    {
        return static_cast<Total *>(sqlite3_aggregate_context(context, make ? sizeof(Total) : 0));
    }
    static void step(sqlite3_context *context, int, sqlite3_value **values) noexcept
    {
        if (Total *total = of(context, true))
            total->add(values[0], 1);
    }
    static void inverse(sqlite3_context *context, int, sqlite3_value **values) noexcept
    {
        if (Total *total = of(context, true))
            total->add(values[0], -1);
    }
    static void value(sqlite3_context *context) noexcept
    {
        const Total *total = of(context, false);
        if (!total || total->count == 0)
            return sqlite3_result_null(context);
        const std::int64_t high = total->high + (total->low >> 32), low = total->low & 0xffffffff;
        if (total->reals == 0 && high >= INT32_MIN && high <= INT32_MAX)
            sqlite3_result_int64(context, high * 0x100000000 + low);
        else
            sqlite3_result_double(context, static_cast<double>(high) * 0x1p32 + static_cast<double>(low) + total->real);
    }
};

} // namespace

int registerStatistics(sqlite3 *database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    if (const int code = sqlite3_create_window_function(database, "sum", 1, flags, nullptr, Total::step, Total::value,
                                                        Total::value, Total::inverse, nullptr))
        return code;
    const int codes[] = {Aggregate<StdDev>::add(database, "sigma_stddev", 1),
                         Aggregate<Variance>::add(database, "sigma_variance", 1),
                         Aggregate<VariancePop>::add(database, "sigma_variance_pop", 1),
                         Aggregate<Corr>::add(database, "sigma_corr", 2),
                         Aggregate<Slope>::add(database, "sigma_regr_slope", 2),
                         Aggregate<Intercept>::add(database, "sigma_regr_intercept", 2),
                         Aggregate<R2>::add(database, "sigma_regr_r2", 2),
                         Aggregate<PercentileCont>::add(database, "sigma_median", 1),
                         Aggregate<PercentileCont>::add(database, "sigma_percentile_cont", 2),
                         Aggregate<PercentileDisc>::add(database, "sigma_percentile_disc", 2),
                         Aggregate<NetPresentValue>::add(database, "sigma_xnpv", 3)};
    return *std::max_element(std::begin(codes), std::end(codes));
}

} // namespace tessera::adapters
