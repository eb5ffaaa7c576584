// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "model/workbook/look/chart_look.h"
#include "model/workbook/look/value_text.h"

namespace tessera::designer {

// The least and the greatest of some numbers; NaN and infinities do not count.
struct Range
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double lowPositive = std::numeric_limits<double>::infinity(); // the least above 0, for logarithms

    bool isEmpty() const { return low > high; }
    void include(double value);
    void include(const Range &other);
};

// Where numbers or moments (in µs) lie along an axis: 0 at its start, 1 at its end.
class ValueScale
{
public:
    enum class Type
    {
        Linear,
        Log,
        Time,
    };

    struct Tick
    {
        double value = 0;
        QString words;
    };

    ValueScale() = default;
    ValueScale(Type type, double low, double high);

    // For values as configured on their axis. `zero`: the axis reaches 0 unless it says otherwise. The ends are rounded
    // to ticks where the configuration leaves them open, so a mark never touches the frame by chance.
    static ValueScale forValues(Range range, const model::AxisLook &axis, bool zero, int ticks);
    // Moments, without rounding of the ends.
    static ValueScale forMoments(Range range);

    Type type() const { return m_type; }
    double low() const { return m_low; }
    double high() const { return m_high; }
    // Outside the ends it is below 0 or above 1; NaN for what has no place (0 on a logarithm).
    double at(double value) const;
    double valueAt(double share) const; // the way back
    double base() const;                // where bars begin: 0, or the end next to it

    // About so many, at round values; with their words, each different from the one before.
    std::vector<Tick> ticks(int about, const model::ValueText &text) const;

private:
    std::vector<Tick> timeTicks(int about, const model::ValueText &text) const;
    std::vector<Tick> logTicks(int about, const model::ValueText &text) const;

    Type m_type = Type::Linear;
    double m_low = 0, m_high = 1;
    bool m_turned = false;
};

// 1, 2 or 5 times a power of ten, so that about `count` of them make `span`.
double niceStep(double span, int count);

} // namespace tessera::designer
