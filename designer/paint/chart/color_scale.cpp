// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/color_scale.h"

#include <algorithm>
#include <cmath>

#include "designer/style/theme.h"

namespace tessera::designer {

ColorScale::ColorScale(const PageTheme &theme, const Range &range, const std::vector<model::ColorText> &scheme,
                       std::optional<double> low, std::optional<double> middle, std::optional<double> high)
    : m_low(low.value_or(range.isEmpty() ? 0 : range.low))
    , m_high(high.value_or(range.isEmpty() ? 1 : range.high))
    , m_middle(middle)
{
    for (const model::ColorText &text : scheme) {
        if (const QColor color = colorFrom(theme, text, {}); color.isValid())
            m_stops << color;
    }
    if (m_stops.size() == 1)
        m_stops.prepend(mix(theme.card, m_stops.first(), 0.12));
    if (m_stops.isEmpty() && m_middle)
        m_stops = {theme.seriesAt(2), mix(theme.card, theme.text3, 0.12), theme.seriesAt(0)};
    else if (m_stops.isEmpty())
        m_stops = {mix(theme.card, theme.seriesAt(0), 0.12), theme.seriesAt(0)};
    if (m_high < m_low)
        std::swap(m_high, m_low);
    if (m_middle && (*m_middle <= m_low || *m_middle >= m_high)) {
        // All values lie on one side of the turning point: they keep their distance from it.
        m_low = std::min(m_low, *m_middle);
        m_high = std::max(m_high, *m_middle);
    }
}

QColor ColorScale::atShare(double share) const
{
    const double place =
        (std::isnan(share) ? 0.5 : std::clamp(share, 0.0, 1.0)) * static_cast<double>(m_stops.size() - 1);
    const auto index = std::min(static_cast<qsizetype>(place), m_stops.size() - 2);
    return mix(m_stops.at(index), m_stops.at(index + 1), place - static_cast<double>(index));
}

QColor ColorScale::at(double value) const
{
    if (std::isnan(value))
        return {};
    if (m_middle) {
        if (value <= *m_middle)
            return atShare(*m_middle > m_low ? 0.5 * (value - m_low) / (*m_middle - m_low) : 0.5);
        return atShare(m_high > *m_middle ? 0.5 + 0.5 * (value - *m_middle) / (m_high - *m_middle) : 0.5);
    }
    // By halves: the span of the largest numbers would be infinite.
    return atShare(m_high > m_low ? (value / 2 - m_low / 2) / (m_high / 2 - m_low / 2) : 1);
}

} // namespace tessera::designer
