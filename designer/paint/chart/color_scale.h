// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "designer/paint/chart/value_scale.h"
#include "designer/paint/page_theme.h"

namespace tessera::designer {

// Colours for numbers: from pale to full, or from one colour over neutral to another where there is a turning point.
class ColorScale
{
public:
    // `scheme`: at least one colour as written, or none for the theme's own. `low`, `middle`, `high` as configured; the
    // ends of `range` where they are open.
    ColorScale(const PageTheme &theme, const Range &range, const std::vector<model::ColorText> &scheme,
               std::optional<double> low = {}, std::optional<double> middle = {}, std::optional<double> high = {});

    QColor at(double value) const;      // of NaN: invalid
    QColor atShare(double share) const; // 0 … 1 along the scale
    double low() const { return m_low; }
    double high() const { return m_high; }

private:
    QList<QColor> m_stops;
    double m_low = 0, m_high = 1;
    std::optional<double> m_middle;
};

} // namespace tessera::designer
