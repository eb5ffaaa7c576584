// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/value_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/value/calendar.h"
#include "model/value/date_format.h"

namespace tessera::designer {

using model::DateUnit;
using model::Moment;

namespace {

constexpr double utmost = 1e300; // beyond it spans would overflow
constexpr double second = 1e6;   // µs

struct TimeStep
{
    DateUnit unit;
    int count;
    double micros; // about
    const char *pattern;
};

// Steps people count time in, and how their ticks are written.
constexpr std::array<TimeStep, 22> timeSteps = {{
    {DateUnit::Second, 1, second, "%H:%M:%S"},
    {DateUnit::Second, 5, 5 * second, "%H:%M:%S"},
    {DateUnit::Second, 15, 15 * second, "%H:%M:%S"},
    {DateUnit::Minute, 1, 60 * second, "%H:%M"},
    {DateUnit::Minute, 5, 300 * second, "%H:%M"},
    {DateUnit::Minute, 15, 900 * second, "%H:%M"},
    {DateUnit::Hour, 1, 3600 * second, "%H:%M"},
    {DateUnit::Hour, 3, 3 * 3600 * second, "%H:%M"},
    {DateUnit::Hour, 6, 6 * 3600 * second, "%b %-d %H:%M"},
    {DateUnit::Hour, 12, 12 * 3600 * second, "%b %-d %H:%M"},
    {DateUnit::Day, 1, 86400 * second, "%b %-d"},
    {DateUnit::Day, 2, 2 * 86400 * second, "%b %-d"},
    {DateUnit::Week, 1, 7 * 86400 * second, "%b %-d"},
    {DateUnit::Week, 2, 14 * 86400 * second, "%b %-d"},
    {DateUnit::Month, 1, 30.4 * 86400 * second, "%b %Y"},
    {DateUnit::Month, 2, 60.8 * 86400 * second, "%b %Y"},
    {DateUnit::Quarter, 1, 91.3 * 86400 * second, "%b %Y"},
    {DateUnit::Quarter, 2, 182.6 * 86400 * second, "%b %Y"},
    {DateUnit::Year, 1, 365.25 * 86400 * second, "%Y"},
    {DateUnit::Year, 2, 2 * 365.25 * 86400 * second, "%Y"},
    {DateUnit::Year, 5, 5 * 365.25 * 86400 * second, "%Y"},
    {DateUnit::Year, 10, 10 * 365.25 * 86400 * second, "%Y"},
}};

TimeStep timeStepFor(double span, int count)
{
    const double wanted = span / std::max(1, count);
    for (const TimeStep &step : timeSteps) {
        if (step.micros >= wanted)
            return step;
    }
    TimeStep step = timeSteps.back();
    const double year = 365.25 * 86400 * second;
    step.count = static_cast<int>(std::clamp(std::ceil(niceStep(span / year, count)), 10.0, 1e6));
    step.micros = step.count * year;
    return step;
}

Moment momentOf(double micros)
{
    return Moment{static_cast<std::int64_t>(std::clamp(micros, -9e18, 9e18))};
}

// Years start counting at a multiple of the step, so that decades are decades.
Moment firstTick(double low, const TimeStep &step)
{
    Moment moment = model::truncate(momentOf(low), step.unit);
    if (step.count > 1 && (step.unit == DateUnit::Month || step.unit == DateUnit::Quarter))
        return model::truncate(moment, DateUnit::Year);
    if (step.unit == DateUnit::Year && step.count > 1) {
        const int year = model::toCivil(moment).year;
        moment = model::fromCivil({year - ((year % step.count) + step.count) % step.count, 1, 1});
    }
    return moment;
}

} // namespace

void Range::include(double value)
{
    if (!std::isfinite(value))
        return;
    low = std::min(low, value);
    high = std::max(high, value);
    if (value > 0)
        lowPositive = std::min(lowPositive, value);
}

void Range::include(const Range &other)
{
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    lowPositive = std::min(lowPositive, other.lowPositive);
}

double niceStep(double span, int count)
{
    if (!(span > 0) || !std::isfinite(span))
        return 1;
    const double raw = span / std::max(1, count);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    if (!(power > 0))
        return raw;
    const double error = raw / power;
    return power * (error > 7.07 ? 10 : error > 3.16 ? 5 : error > 1.41 ? 2 : 1);
}

ValueScale::ValueScale(Type type, double low, double high)
    : m_type(type)
    , m_low(std::clamp(low, -utmost, utmost))
    , m_high(std::clamp(high, -utmost, utmost))
{
}

ValueScale ValueScale::forMoments(Range range)
{
    if (range.isEmpty())
        return {Type::Time, 0, 86400 * second};
    if (range.low == range.high)
        return {Type::Time, range.low - 43200 * second, range.high + 43200 * second};
    return {Type::Time, range.low, range.high};
}

ValueScale ValueScale::forValues(Range range, const model::AxisLook &axis, bool zero, int ticks)
{
    const bool log = axis.scale == "log" && range.lowPositive <= range.high;
    if (range.isEmpty())
        range.include(0), range.include(1);
    double low = std::clamp(log ? range.lowPositive : range.low, -utmost, utmost);
    double high = std::clamp(range.high, -utmost, utmost);
    bool turned = false;
    std::optional<double> from = axis.from, to = axis.to;
    if (from && to && *from > *to) {
        std::swap(from, to);
        turned = true;
    }
    if (log) {
        low = from && *from > 0 ? *from : std::pow(10.0, std::floor(std::log10(low) + 1e-9));
        high = to && *to > low ? *to : std::pow(10.0, std::ceil(std::log10(high) - 1e-9));
        if (!(high > low))
            high = low * 10;
    } else {
        if (axis.zero.value_or(zero)) {
            low = std::min(low, 0.0);
            high = std::max(high, 0.0);
        }
        if (low == high) { // one value: room on both sides of it
            const double room = low == 0 ? 1 : std::abs(low) * 0.1;
            low -= low == 0 ? 0 : room;
            high += room;
        }
        low = from.value_or(low);
        high = to.value_or(high);
        if (!(high > low))
            high = low + 1;
        const double step = niceStep(high - low, ticks);
        if (!from)
            low = std::floor(low / step + 1e-9) * step;
        if (!to)
            high = std::ceil(high / step - 1e-9) * step;
    }
    ValueScale scale(log ? Type::Log : Type::Linear, low, high);
    scale.m_turned = turned;
    return scale;
}

double ValueScale::at(double value) const
{
    double share = 0;
    if (m_type == Type::Log) {
        if (!(value > 0))
            return std::numeric_limits<double>::quiet_NaN();
        share = (std::log10(value) - std::log10(m_low)) / (std::log10(m_high) - std::log10(m_low));
    } else {
        share = (value - m_low) / (m_high - m_low);
    }
    return m_turned ? 1 - share : share;
}

double ValueScale::valueAt(double share) const
{
    if (m_turned)
        share = 1 - share;
    if (m_type == Type::Log)
        return std::pow(10.0, std::log10(m_low) + share * (std::log10(m_high) - std::log10(m_low)));
    return m_low + share * (m_high - m_low);
}

double ValueScale::base() const
{
    return m_type == Type::Log ? m_low : std::clamp(0.0, m_low, m_high);
}

std::vector<ValueScale::Tick> ValueScale::ticks(int about, const model::ValueText &text) const
{
    about = std::max(1, about);
    if (m_type == Type::Time)
        return timeTicks(about, text);
    if (m_type == Type::Log)
        return logTicks(about, text);
    std::vector<Tick> ticks;
    const double step = niceStep(m_high - m_low, about);
    const double first = std::ceil(m_low / step - 1e-9);
    const double last = std::floor(m_high / step + 1e-9);
    const double largest = std::max(std::abs(first), std::abs(last)) * step;
    for (double i = first; i <= last && ticks.size() < 100; ++i)
        ticks.push_back({i * step, text.tick(i * step, step, largest)});
    return ticks;
}

std::vector<ValueScale::Tick> ValueScale::logTicks(int about, const model::ValueText &text) const
{
    std::vector<Tick> ticks;
    const double first = std::ceil(std::log10(m_low) - 1e-9), last = std::floor(std::log10(m_high) + 1e-9);
    const double every = std::max(1.0, std::ceil((last - first) / about));
    for (double power = first; power <= last; power += every) {
        const double value = std::pow(10.0, power);
        ticks.push_back({value, text.tick(value, value)});
    }
    return ticks;
}

std::vector<ValueScale::Tick> ValueScale::timeTicks(int about, const model::ValueText &text) const
{
    std::vector<Tick> ticks;
    const TimeStep step = timeStepFor(m_high - m_low, about);
    QString before;
    Moment moment = firstTick(m_low, step);
    for (int i = 0; i < 200 && static_cast<double>(moment.micros) <= m_high; ++i) {
        const auto value = static_cast<double>(moment.micros);
        if (value >= m_low) {
            // The year stands at its first month only.
            const bool months = step.unit == DateUnit::Month || step.unit == DateUnit::Quarter;
            const bool short_ = months && !ticks.empty() && model::toCivil(moment).month != 1;
            const QString words =
                text.hasDateFormat() ? text.moment(moment) : model::formatMoment(moment, short_ ? "%b" : step.pattern);
            if (words != before) // a coarser format than the steps: once each
                ticks.push_back({value, words});
            before = words;
        }
        const Moment next = model::add(moment, step.unit, step.count);
        if (next.micros <= moment.micros)
            break;
        moment = next;
    }
    return ticks;
}

} // namespace tessera::designer
