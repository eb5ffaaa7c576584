// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/slice_labels.h"

#include <algorithm>
#include <cmath>

#include <QPainterPath>

#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr double line = 15; // px a line of a label takes of the height

QPointF onCircle(const QRectF &circle, double degrees, double beyond)
{
    const double angle = degrees * M_PI / 180, radius = circle.width() / 2 + beyond;
    return {circle.center().x() + std::cos(angle) * radius, circle.center().y() - std::sin(angle) * radius};
}

// The larger slices where not all have room.
void keepLargest(std::vector<SliceLabel> &labels, std::size_t most)
{
    while (labels.size() > most)
        labels.erase(std::min_element(labels.begin(), labels.end(), [](const SliceLabel &a, const SliceLabel &b) {
            return std::abs(a.sweep) < std::abs(b.sweep);
        }));
}

void paintWords(const Sketch &sketch, const SliceLabel &label, const QRectF &where, bool right)
{
    const PageTheme &theme = sketch.theme();
    const Qt::Alignment align = (right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    const QRect first(qRound(where.left()), qRound(where.top()), qRound(where.width()), static_cast<int>(line));
    sketch.text(first, label.name, sliceFont(theme), theme.text2, align);
    if (!label.rest.isEmpty())
        sketch.text(first.translated(0, static_cast<int>(line) - 1), label.rest, theme.dataFont(size::caption),
                    theme.text2, align);
}

void paintSide(const Sketch &sketch, const QRectF &pane, const QRectF &circle, std::vector<SliceLabel> labels,
               bool right)
{
    const bool tall =
        std::any_of(labels.begin(), labels.end(), [](const SliceLabel &label) { return !label.rest.isEmpty(); });
    const double height = tall ? 2 * line + 2 : line;
    keepLargest(labels, static_cast<std::size_t>(std::max(0.0, pane.height() / height)));
    std::sort(labels.begin(), labels.end(), [&](const SliceLabel &a, const SliceLabel &b) {
        return onCircle(circle, a.middle, 0).y() < onCircle(circle, b.middle, 0).y();
    });
    std::vector<double> wanted;
    for (const SliceLabel &label : labels)
        wanted.push_back(onCircle(circle, label.middle, 12).y() - height / 2);
    const std::vector<double> tops = spread(wanted, height, pane.top(), pane.bottom());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double edge = right ? circle.right() + SliceLabel::reach - 6 : circle.left() - SliceLabel::reach + 6;
        const double y = tops[i] + height / 2;
        const double room = right ? pane.right() - edge - 3 : edge - pane.left() - 3;
        if (room < 18)
            continue;
        QPainterPath leader(onCircle(circle, labels[i].middle, 1));
        leader.lineTo(onCircle(circle, labels[i].middle, 8));
        leader.lineTo(edge, y);
        sketch.painter.setBrush(Qt::NoBrush);
        sketch.painter.setPen(QPen(sketch.theme().lineStrong, 1));
        sketch.painter.setRenderHint(QPainter::Antialiasing, true);
        sketch.painter.drawPath(leader);
        const double width = std::min(room, labels[i].widthBeside + 4);
        paintWords(sketch, labels[i], QRectF(right ? edge + 3 : edge - 3 - width, tops[i], width, height), right);
    }
}

} // namespace

QFont sliceFont(const PageTheme &theme)
{
    return theme.dataFont(size::caption, true);
}

std::vector<double> spread(const std::vector<double> &wanted, double height, double top, double bottom)
{
    std::vector<double> tops(wanted.size());
    double free = top;
    for (std::size_t i = 0; i < wanted.size(); ++i) { // down, away from the one above
        tops[i] = std::max(wanted[i], free);
        free = tops[i] + height;
    }
    double below = bottom;
    for (std::size_t i = wanted.size(); i-- > 0;) { // and back up from the lower end
        tops[i] = std::min(tops[i], below - height);
        below = tops[i];
    }
    return tops;
}

void paintOutsideLabels(const Sketch &sketch, const QRectF &pane, const QRectF &circle, std::vector<SliceLabel> labels)
{
    std::vector<SliceLabel> left, right;
    for (SliceLabel &label : labels)
        (std::cos(label.middle * M_PI / 180) >= 0 ? right : left).push_back(std::move(label));
    paintSide(sketch, pane, circle, std::move(right), true);
    paintSide(sketch, pane, circle, std::move(left), false);
}

} // namespace tessera::designer
