// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/table/sparkline.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <QPainterPath>

#include "model/base/json.h"
#include "model/value/number_format.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::Sparkline)
};

constexpr std::size_t mostPoints = 5000;

} // namespace

std::optional<std::vector<double>> sparklineOf(const model::Value &value)
{
    if (!value.isVariant() || !value.variant().is_array() || value.variant().empty())
        return {};
    std::vector<double> points;
    for (const model::Json &point : value.variant()) {
        const model::Json *y = point.is_object() && model::member(point, "x") ? model::member(point, "y") : nullptr;
        if (!y || points.size() == mostPoints)
            return {};
        points.push_back(y->is_number() && std::isfinite(y->get<double>()) ? y->get<double>()
                                                                           : std::numeric_limits<double>::quiet_NaN());
    }
    return points;
}

void paintSparkline(const Sketch &sketch, const QRect &where, const std::vector<double> &points, const QColor &ink)
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double y : points) {
        low = std::isnan(y) ? low : std::min(low, y);
        high = std::isnan(y) ? high : std::max(high, y);
    }
    if (!(low <= high) || where.width() < 8 || where.height() < 6)
        return;
    const QRectF room = QRectF(where).adjusted(3, 4, -4, -4);
    const double span = high / 2 - low / 2; // halves: the whole may not fit into a double
    const auto at = [&](std::size_t i) {
        const double across = points.size() > 1 ? static_cast<double>(i) / static_cast<double>(points.size() - 1) : 0.5;
        const double up = span > 0 ? (points[i] / 2 - low / 2) / span : 0.5;
        return QPointF(room.left() + across * room.width(), room.bottom() - up * room.height());
    };
    QPainterPath line;
    bool open = false;
    QPointF last;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::isnan(points[i])) {
            open = false;
            continue;
        }
        last = at(i);
        if (open)
            line.lineTo(last);
        else
            line.moveTo(last);
        open = true;
    }
    QPainter &painter = sketch.painter;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(last, 2, 2);
}

QString sparklineWords(const std::vector<double> &points)
{
    const auto known = [](double y) { return !std::isnan(y); };
    const auto first = std::find_if(points.begin(), points.end(), known);
    const auto last = std::find_if(points.rbegin(), points.rend(), known);
    if (first == points.end())
        return Texts::tr("No values");
    return Texts::tr("%1 to %2, %n point(s)", nullptr, static_cast<int>(points.size()))
        .arg(model::plainNumber(*first), model::plainNumber(*last));
}

} // namespace tessera::designer
