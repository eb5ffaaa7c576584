// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace tessera::designer {

// A curve laid through points by least squares.
class TrendCurve
{
public:
    // `model`: linear, quadratic, polynomial (third degree), exponential, logarithmic or power; another name is linear.
    // Points with a NaN, and those a model has no logarithm for, do not count.
    TrendCurve(const std::string &model, const std::vector<double> &x, const std::vector<double> &y);

    bool isValid() const { return !m_factors.empty(); } // false: too few points, or all at one place
    double at(double x) const;

private:
    enum class Form
    {
        Polynomial,
        Exponential, // a · e^(b·x)
        Logarithmic, // a + b · ln x
        Power,       // a · x^b
    };
    Form m_form = Form::Polynomial;
    double m_center = 0, m_extent = 1; // x is brought to about -1 … 1 first: moments have sixteen digits
    std::vector<double> m_factors;
};

} // namespace tessera::designer
