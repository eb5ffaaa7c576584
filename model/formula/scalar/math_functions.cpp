// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>

#include "model/formula/scalar/rows.h"

namespace tessera::model::formula {

namespace {

template <double (*F)(double)>
Value unary(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    return x ? Value(F(*x)) : Value();
}

double cotangent(double x)
{
    return 1 / std::tan(x);
}
double degrees(double x)
{
    return x * 180 / std::numbers::pi;
}
double radians(double x)
{
    return x * std::numbers::pi / 180;
}

Value absolute(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    return x ? numberValue(std::abs(*x)) : Value();
}

Value sign(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    return x ? Value(*x > 0 ? 1 : *x < 0 ? -1 : 0) : Value();
}

Value whole(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    return x ? numberValue(std::floor(*x)) : Value();
}

// Rounds `x` in units of 10^-digits, working on the decimal text's side of binary noise: 1.005 to two digits is 1.01.
template <double (*F)(double)>
Value rounded(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    const auto digits = wholeAt(a, 1, 0);
    if (!x || !digits || std::abs(*digits) > 300)
        return {};
    const double scale = std::pow(10.0, static_cast<double>(std::abs(*digits)));
    double scaled = *digits >= 0 ? *x * scale : *x / scale;
    if (const double near = std::round(scaled);
        std::abs(scaled - near) < 1e-9 * std::max(1.0, std::abs(scaled)) && near != scaled)
        scaled = near;
    const double half = std::round(scaled * 2) / 2; // 2.4999999999 that means 2.5
    if (std::abs(scaled - half) < 1e-9 * std::max(1.0, std::abs(scaled)))
        scaled = half;
    const double result = F(scaled);
    return numberValue(*digits >= 0 ? result / scale : result * scale);
}

double halfAway(double x)
{
    return std::round(x);
}
double down(double x)
{
    return std::floor(x);
}
double up(double x)
{
    return std::ceil(x);
}
double towardsZero(double x)
{
    return std::trunc(x);
}

template <double (*F)(double)>
Value multiple(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    const auto factor = numberAt(a, 1, 1.0);
    return x && factor && *factor != 0 ? numberValue(F(*x / *factor) * *factor) : Value();
}

Value nearestMultiple(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    const auto factor = numberAt(a, 1, 1.0);
    return x && factor && *factor != 0 ? numberValue(std::round(*x / std::abs(*factor)) * std::abs(*factor)) : Value();
}

Value atan2Of(Arguments a, const Environment &)
{
    const auto y = numberAt(a, 0);
    const auto x = numberAt(a, 1);
    return x && y ? Value(std::atan2(*y, *x)) : Value();
}

Value logarithm(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    const auto base = numberAt(a, 1, 10.0);
    if (!x || !base || *x <= 0 || *base <= 0 || *base == 1)
        return {};
    return *base == 10  ? numberValue(std::log10(*x))
           : *base == 2 ? numberValue(std::log2(*x))
                        : Value(std::log(*x) / std::log(*base));
}

Value naturalLogarithm(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    return x && *x > 0 ? Value(std::log(*x)) : Value();
}

Value wholeQuotient(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    const auto y = numberAt(a, 1);
    return x && y && *y != 0 ? numberValue(std::trunc(*x / *y)) : Value();
}

Value modulo(Arguments a, const Environment &)
{
    return moduloNumbers(a[0], a[1]);
}
Value power(Arguments a, const Environment &)
{
    return powerNumbers(a[0], a[1]);
}
Value pi(Arguments, const Environment &)
{
    return std::numbers::pi;
}

Value squareRoot(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    return x && *x >= 0 ? numberValue(std::sqrt(*x)) : Value();
}

template <bool Odd>
Value parity(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    return x ? Value((std::fmod(std::trunc(*x), 2) != 0) == Odd) : Value();
}

template <bool And>
Value bits(Arguments a, const Environment &)
{
    const auto x = wholeAt(a, 0);
    const auto y = wholeAt(a, 1);
    if (!x || !y || *x < 0 || *y < 0)
        return {};
    return And ? (*x & *y) : (*x | *y);
}

Value fixedBin(Arguments a, const Environment &)
{
    const auto x = numberAt(a, 0);
    const auto least = numberAt(a, 1);
    const auto most = numberAt(a, 2);
    const auto given = wholeAt(a, 3);
    if (!x || !least || !most || !given || *most <= *least)
        return {};
    const std::int64_t bins = std::max<std::int64_t>(1, *given);
    if (*x < *least)
        return 0;
    if (*x >= *most)
        return bins + 1;
    return static_cast<std::int64_t>(std::floor((*x - *least) * static_cast<double>(bins) / (*most - *least))) + 1;
}

Value rangeBin(Arguments a, const Environment &)
{
    std::int64_t bin = 1;
    for (std::size_t i = 1; i < a.size(); ++i) {
        const auto order = compare(a[0], a[i]);
        if (!order)
            return {};
        bin += *order >= 0 ? 1 : 0;
    }
    return bin;
}

template <int Wanted, bool SkipNull>
Value extreme(Arguments a, const Environment &)
{
    Value best;
    for (const Value &value : a) {
        if (value.isNull()) {
            if (!SkipNull)
                return {};
            continue;
        }
        const auto order = best.isNull() ? std::optional(Wanted) : compare(value, best);
        if (order && *order * Wanted > 0)
            best = value;
    }
    return best;
}

Value rowAverage(Arguments a, const Environment &)
{
    double sum = 0;
    int count = 0;
    for (const Value &value : a) {
        if (value.isNumber()) {
            sum += value.number();
            ++count;
        }
    }
    return count > 0 ? numberValue(sum / count) : Value();
}

Value planeDistance(Arguments a, const Environment &)
{
    const auto x1 = numberAt(a, 0), y1 = numberAt(a, 1), x2 = numberAt(a, 2), y2 = numberAt(a, 3);
    return x1 && y1 && x2 && y2 ? numberValue(std::hypot(*x2 - *x1, *y2 - *y1)) : Value();
}

Value globeDistance(Arguments a, const Environment &)
{
    const auto lat1 = numberAt(a, 0), lon1 = numberAt(a, 1), lat2 = numberAt(a, 2), lon2 = numberAt(a, 3);
    if (!lat1 || !lon1 || !lat2 || !lon2)
        return {};
    constexpr double earthRadiusKm = 6371.0;
    const double dLat = radians(*lat2 - *lat1), dLon = radians(*lon2 - *lon1);
    const double h = std::pow(std::sin(dLat / 2), 2) +
                     std::cos(radians(*lat1)) * std::cos(radians(*lat2)) * std::pow(std::sin(dLon / 2), 2);
    return 2 * earthRadiusKm * std::asin(std::min(1.0, std::sqrt(h)));
}

constexpr ScalarFunction rows[] = {
    {"Abs", absolute},
    {"Acos", unary<std::acos>},
    {"Asin", unary<std::asin>},
    {"Atan", unary<std::atan>},
    {"Atan2", atan2Of},
    {"BinFixed", fixedBin},
    {"BinRange", rangeBin},
    {"BitAnd", bits<true>},
    {"BitOr", bits<false>},
    {"Ceiling", multiple<up>},
    {"Cos", unary<std::cos>},
    {"Cot", unary<cotangent>},
    {"Degrees", unary<degrees>},
    {"DistanceGlobe", globeDistance},
    {"DistancePlane", planeDistance},
    {"Div", wholeQuotient},
    {"Exp", unary<std::exp>},
    {"Floor", multiple<down>},
    {"Greatest", extreme<1, false>},
    {"GreatestNonNull", extreme<1, true>, false},
    {"Int", whole},
    {"IsEven", parity<false>},
    {"IsOdd", parity<true>},
    {"Least", extreme<-1, false>},
    {"LeastNonNull", extreme<-1, true>, false},
    {"Ln", naturalLogarithm},
    {"Log", logarithm},
    {"Mod", modulo},
    {"MRound", nearestMultiple},
    {"Pi", pi},
    {"Power", power},
    {"Radians", unary<radians>},
    {"Round", rounded<halfAway>},
    {"RoundDown", rounded<down>},
    {"RoundUp", rounded<up>},
    {"RowAvg", rowAverage, false},
    {"Sign", sign},
    {"Sin", unary<std::sin>},
    {"Sqrt", squareRoot},
    {"Tan", unary<std::tan>},
    {"Trunc", rounded<towardsZero>},
};

} // namespace

std::span<const ScalarFunction> mathFunctions()
{
    return rows;
}

} // namespace tessera::model::formula
