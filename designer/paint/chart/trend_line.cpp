// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/trend_line.h"

#include <algorithm>
#include <cmath>

namespace tessera::designer {

namespace {

// Solves the normal equations of a polynomial by elimination with pivots; empty when they have no single answer.
std::vector<double> fitted(const std::vector<double> &x, const std::vector<double> &y, std::size_t degree)
{
    const std::size_t n = degree + 1;
    std::vector<std::vector<double>> rows(n, std::vector<double>(n + 1, 0.0));
    for (std::size_t p = 0; p < x.size(); ++p) {
        std::vector<double> powers(2 * n, 1.0);
        for (std::size_t i = 1; i < powers.size(); ++i)
            powers[i] = powers[i - 1] * x[p];
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                rows[i][j] += powers[i + j];
            rows[i][n] += powers[i] * y[p];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        const auto pivot =
            std::max_element(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end(),
                             [i](const auto &a, const auto &b) { return std::abs(a[i]) < std::abs(b[i]); });
        std::swap(rows[i], *pivot);
        if (std::abs(rows[i][i]) < 1e-12)
            return {};
        for (std::size_t r = 0; r < n; ++r) {
            if (r == i)
                continue;
            const double factor = rows[r][i] / rows[i][i];
            for (std::size_t c = i; c <= n; ++c)
                rows[r][c] -= factor * rows[i][c];
        }
    }
    std::vector<double> factors;
    for (std::size_t i = 0; i < n; ++i)
        factors.push_back(rows[i][n] / rows[i][i]);
    return factors;
}

} // namespace

TrendCurve::TrendCurve(const std::string &model, const std::vector<double> &x, const std::vector<double> &y)
{
    m_form = model == "exponential"   ? Form::Exponential
             : model == "logarithmic" ? Form::Logarithmic
             : model == "power"       ? Form::Power
                                      : Form::Polynomial;
    const bool logX = m_form == Form::Logarithmic || m_form == Form::Power;
    const bool logY = m_form == Form::Exponential || m_form == Form::Power;
    std::vector<double> xs, ys;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]) || (logX && x[i] <= 0) || (logY && y[i] <= 0))
            continue;
        xs.push_back(logX ? std::log(x[i]) : x[i]);
        ys.push_back(logY ? std::log(y[i]) : y[i]);
    }
    if (xs.empty())
        return;
    const auto [low, high] = std::minmax_element(xs.begin(), xs.end());
    m_center = (*low + *high) / 2;
    m_extent = *high > *low ? (*high - *low) / 2 : 1;
    for (double &value : xs)
        value = (value - m_center) / m_extent;
    const std::size_t degree = m_form != Form::Polynomial ? 1
                               : model == "quadratic"     ? 2
                               : model == "polynomial"    ? 3
                                                          : 1;
    if (xs.size() > degree)
        m_factors = fitted(xs, ys, degree);
}

double TrendCurve::at(double x) const
{
    const bool logX = m_form == Form::Logarithmic || m_form == Form::Power;
    const double u = ((logX ? std::log(x) : x) - m_center) / m_extent;
    double value = 0;
    for (auto factor = m_factors.rbegin(); factor != m_factors.rend(); ++factor)
        value = value * u + *factor;
    return m_form == Form::Exponential || m_form == Form::Power ? std::exp(value) : value;
}

} // namespace tessera::designer
