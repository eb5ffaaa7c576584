// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "model/formula/scalar/rows.h"

namespace tessera::model::formula {

namespace {

// Rates are per period; `due` is 1 for payments at the start of a period. Signs follow the usual spreadsheet rule:
// money paid out is negative.

double futureValue(double rate, double periods, double payment, double present, double due)
{
    if (rate == 0)
        return -(present + payment * periods);
    const double growth = std::pow(1 + rate, periods);
    return -(present * growth + payment * (1 + rate * due) * (growth - 1) / rate);
}

double payment(double rate, double periods, double present, double future, double due)
{
    if (rate == 0)
        return -(present + future) / periods;
    const double growth = std::pow(1 + rate, periods);
    return -rate * (present * growth + future) / ((1 + rate * due) * (growth - 1));
}

double interest(double rate, double period, double periods, double present, double future, double due)
{
    if (due != 0 && period == 1)
        return 0;
    const double owed = futureValue(rate, period - 1, payment(rate, periods, present, future, due), present, due);
    return owed * rate / (due != 0 ? 1 + rate : 1);
}

Value fv(Arguments a, const Environment &)
{
    const auto r = numberAt(a, 0), n = numberAt(a, 1), p = numberAt(a, 2), pv = numberAt(a, 3, 0.0),
               due = numberAt(a, 4, 0.0);
    return r && n && p && pv && due ? Value(futureValue(*r, *n, *p, *pv, *due)) : Value();
}

Value pv(Arguments a, const Environment &)
{
    const auto r = numberAt(a, 0), n = numberAt(a, 1), p = numberAt(a, 2), fv = numberAt(a, 3, 0.0),
               due = numberAt(a, 4, 0.0);
    if (!r || !n || !p || !fv || !due)
        return {};
    if (*r == 0)
        return -(*fv + *p * *n);
    const double growth = std::pow(1 + *r, *n);
    return -(*fv + *p * (1 + *r * *due) * (growth - 1) / *r) / growth;
}

Value pmt(Arguments a, const Environment &)
{
    const auto r = numberAt(a, 0), n = numberAt(a, 1), pv = numberAt(a, 2), fv = numberAt(a, 3, 0.0),
               due = numberAt(a, 4, 0.0);
    return r && n && pv && fv && due && *n != 0 ? Value(payment(*r, *n, *pv, *fv, *due)) : Value();
}

template <bool Interest>
Value partOfPayment(Arguments a, const Environment &)
{
    const auto r = numberAt(a, 0), i = numberAt(a, 1), n = numberAt(a, 2), pv = numberAt(a, 3),
               fv = numberAt(a, 4, 0.0), due = numberAt(a, 5, 0.0);
    if (!r || !i || !n || !pv || !fv || !due || *i < 1 || *i > *n)
        return {};
    const double share = interest(*r, *i, *n, *pv, *fv, *due);
    return Interest ? Value(share) : Value(payment(*r, *n, *pv, *fv, *due) - share);
}

Value nper(Arguments a, const Environment &)
{
    const auto r = numberAt(a, 0), p = numberAt(a, 1), pv = numberAt(a, 2), fv = numberAt(a, 3, 0.0),
               due = numberAt(a, 4, 0.0);
    if (!r || !p || !pv || !fv || !due)
        return {};
    if (*r == 0)
        return *p == 0 ? Value() : Value(-(*pv + *fv) / *p);
    const double each = *p * (1 + *r * *due);
    return std::log((each - *fv * *r) / (each + *pv * *r)) / std::log(1 + *r);
}

Value cagr(Arguments a, const Environment &)
{
    const auto n = numberAt(a, 0), from = numberAt(a, 1), to = numberAt(a, 2);
    return n && from && to && *n != 0 && *from != 0 ? Value(std::pow(*to / *from, 1 / *n) - 1) : Value();
}

Value effect(Arguments a, const Environment &)
{
    const auto r = numberAt(a, 0), k = numberAt(a, 1);
    return r && k && *k != 0 ? Value(std::pow(1 + *r / *k, *k) - 1) : Value();
}

Value nominal(Arguments a, const Environment &)
{
    const auto e = numberAt(a, 0), k = numberAt(a, 1);
    return e && k && *k != 0 ? Value(*k * (std::pow(1 + *e, 1 / *k) - 1)) : Value();
}

constexpr ScalarFunction rows[] = {
    {"CAGR", cagr},       {"Effect", effect}, {"FV", fv},   {"IPmt", partOfPayment<true>},
    {"Nominal", nominal}, {"NPer", nper},     {"Pmt", pmt}, {"PPmt", partOfPayment<false>},
    {"PV", pv},
};

} // namespace

std::span<const ScalarFunction> financialFunctions()
{
    return rows;
}

} // namespace tessera::model::formula
