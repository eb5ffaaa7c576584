// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/chart_axes.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr double slant = 40;        // degrees
constexpr double slantedMost = 120; // px of a slanted label
constexpr double labelGap = 10;     // px between neighbours
constexpr double lineHeight = 14;   // px
constexpr double titleBand = 17;    // px
constexpr int measuredMost = 400;   // labels measured; more cannot be shown anyway

bool collide(const AxisLayout &layout, const QFontMetricsF &metrics, double length, bool upright)
{
    for (std::size_t i = 1; i < layout.labels.size(); ++i) {
        const double distance = std::abs(layout.labels[i].at - layout.labels[i - 1].at) * length;
        const double needed = upright ? lineHeight
                                      : (metrics.horizontalAdvance(layout.labels[i].words) +
                                         metrics.horizontalAdvance(layout.labels[i - 1].words)) /
                                                2 +
                                            labelGap;
        if (distance < needed)
            return true;
    }
    return false;
}

double widest(const AxisLayout &layout, const QFontMetricsF &metrics)
{
    double width = 0;
    for (const AxisLayout::Label &label : layout.labels)
        width = std::max(width, metrics.horizontalAdvance(label.words));
    return width;
}

bool fitsOnTwoLines(const QString &words, const QFontMetricsF &metrics, double width)
{
    const QRectF box = metrics.boundingRect(QRectF(0, 0, width, 1000), Qt::TextWordWrap | Qt::AlignHCenter, words);
    return box.width() <= width && box.height() < 2.6 * metrics.height();
}

AxisLayout everyNth(int count, int step, const std::function<QString(int)> &words)
{
    AxisLayout layout;
    for (int i = 0; i < count; i += step)
        layout.labels.push_back({(i + 0.5) / count, words(i)});
    return layout;
}

AxisLayout sideways(int count, const std::function<QString(int)> &words, const QFontMetricsF &metrics, double length,
                    double most)
{
    const double slot = length / count;
    AxisLayout layout = everyNth(count, std::max(1, static_cast<int>(std::ceil(lineHeight / slot))), words);
    layout.extent = std::min(widest(layout, metrics), most) + 8;
    layout.slot = slot;
    return layout;
}

} // namespace

QFont axisFont(const PageTheme &theme)
{
    return theme.dataFont(size::caption);
}

AxisLayout layoutValues(const ValueScale &scale, const model::ValueText &text, const QFont &font, double length,
                        bool upright)
{
    const QFontMetricsF metrics(font);
    AxisLayout layout;
    for (int about = std::clamp(static_cast<int>(length / (upright ? 44 : 64)), length > 70 ? 2 : 1, 12); about >= 1;
         --about) {
        layout = AxisLayout();
        for (const ValueScale::Tick &tick : scale.ticks(about, text)) {
            const double at = scale.at(tick.value);
            if (!(at >= -1e-6 && at <= 1 + 1e-6))
                continue;
            layout.labels.push_back({at, tick.words});
            layout.lines.push_back(at);
        }
        if (!collide(layout, metrics, length, upright))
            break;
    }
    layout.extent = upright ? widest(layout, metrics) + 8 : lineHeight + 4;
    layout.slot = layout.labels.size() > 1 ? length / double(layout.labels.size()) : length;
    return layout;
}

AxisLayout layoutCategories(int count, const std::function<QString(int)> &words, const QFont &font, double length,
                            bool upright, double most)
{
    const QFontMetricsF metrics(font);
    if (count <= 0 || length < 4)
        return {};
    if (upright)
        return sideways(count, words, metrics, length, most);
    const double slot = length / count;
    AxisLayout all = everyNth(count, std::max(1, count / measuredMost), words);
    const double width = widest(all, metrics);
    all.slot = slot;
    all.extent = lineHeight + 4;
    if (count <= measuredMost && width + 6 <= slot)
        return all;
    const bool wraps = slot >= 52 && most >= 2 * lineHeight && count <= measuredMost &&
                       std::all_of(all.labels.begin(), all.labels.end(),
                                   [&](const auto &label) { return fitsOnTwoLines(label.words, metrics, slot - 6); });
    if (wraps) {
        all.style = AxisLayout::Style::Wrapped;
        all.extent = 2 * lineHeight + 3;
        return all;
    }
    const double shown = std::min(width, slantedMost);
    const double slanted = shown * std::sin(slant * M_PI / 180) + lineHeight;
    if (slanted <= most) {
        AxisLayout turned = everyNth(count, std::max(1, static_cast<int>(std::ceil(lineHeight / slot))), words);
        turned.style = AxisLayout::Style::Slanted;
        turned.slot = slantedMost;
        turned.extent = slanted;
        return turned;
    }
    AxisLayout few = everyNth(count, std::max(1, static_cast<int>(std::ceil((shown + labelGap) / slot))), words);
    few.slot = shown + 2;
    few.extent = lineHeight + 4;
    return few;
}

QPointF PlotMap::point(double along, double share) const
{
    return horizontal ? QPointF(plot.left() + share * plot.width(), plot.top() + along * plot.height())
                      : QPointF(plot.left() + along * plot.width(), plot.bottom() - share * plot.height());
}

QRectF PlotMap::bar(double alongFrom, double alongTo, double shareFrom, double shareTo) const
{
    return QRectF(point(alongFrom, shareFrom), point(alongTo, shareTo)).normalized();
}

void paintTurned(const Sketch &sketch, const QRectF &where, const QString &words, const QFont &font,
                 const QColor &color, bool upwards)
{
    QPainter &painter = sketch.painter;
    painter.save();
    painter.translate(where.center());
    painter.rotate(upwards ? -90 : 90);
    const QRect turned(-static_cast<int>(where.height() / 2), -static_cast<int>(where.width() / 2),
                       static_cast<int>(where.height()), static_cast<int>(where.width()));
    sketch.text(turned, words, font, color, Qt::AlignCenter);
    painter.restore();
}

namespace {

// Room around the panes of one chart, px.
struct Margins
{
    double left = 0, right = 0, top = 0, bottom = 0;
    double leftTitle = 0, rightTitle = 0, bottomTitle = 0, rowHeader = 0, columnHeader = 0;
};

struct Axes
{
    AxisLayout first, value, second;
};

void paintSlanted(const Sketch &sketch, const QPointF &at, const QString &words)
{
    const QFont font = axisFont(sketch.theme());
    QPainter &painter = sketch.painter;
    painter.save();
    painter.translate(at);
    painter.rotate(-slant);
    sketch.text(QRect(-static_cast<int>(slantedMost) - 2, -8, static_cast<int>(slantedMost), 16), words, font,
                sketch.theme().text2, Qt::AlignRight | Qt::AlignVCenter);
    painter.restore();
}

void paintBottom(const Sketch &sketch, const AxisLayout &axis, const QRectF &plot, const QRectF &limits)
{
    const QFont font = axisFont(sketch.theme());
    const QFontMetricsF metrics(font);
    double taken = -1e9; // up to here words stand
    for (const AxisLayout::Label &label : axis.labels) {
        const double x = plot.left() + label.at * plot.width();
        if (axis.style == AxisLayout::Style::Slanted) {
            paintSlanted(sketch, {x + 4, plot.bottom() + 8}, label.words);
            continue;
        }
        if (axis.style == AxisLayout::Style::Wrapped) {
            sketch.painter.setFont(font);
            sketch.painter.setPen(sketch.theme().text2);
            sketch.painter.drawText(QRectF(x - axis.slot / 2 + 2, plot.bottom() + 4, axis.slot - 4, 2 * lineHeight + 2),
                                    Qt::TextWordWrap | Qt::AlignHCenter | Qt::AlignTop, label.words);
            continue;
        }
        const double width = std::min(std::max(axis.slot, 24.0), metrics.horizontalAdvance(label.words)) + 2;
        // The outermost labels stay on the card.
        const double left = std::clamp(x - width / 2, limits.left(), std::max(limits.left(), limits.right() - width));
        if (left < taken)
            continue;
        taken = left + width + 3;
        sketch.text(QRectF(left, plot.bottom() + 4, width + 1, lineHeight).toRect(), label.words, font,
                    sketch.theme().text2, Qt::AlignCenter);
    }
}

void paintSide(const Sketch &sketch, const AxisLayout &axis, const QRectF &plot, bool left, bool down)
{
    const QFont font = axisFont(sketch.theme());
    for (const AxisLayout::Label &label : axis.labels) {
        const double y = down ? plot.top() + label.at * plot.height() : plot.bottom() - label.at * plot.height();
        const QRectF where = left ? QRectF(plot.left() - axis.extent, y - 8, axis.extent - 6, 16)
                                  : QRectF(plot.right() + 6, y - 8, axis.extent, 16);
        sketch.text(where.toRect(), label.words, font, sketch.theme().text2,
                    (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
}

void paintGrid(const AxesRequest &request, const Axes &axes, const QRectF &plot)
{
    const Sketch &sketch = request.sketch;
    const PageTheme &theme = sketch.theme();
    const bool lying = request.look.horizontal;
    for (const double at : axes.value.lines) {
        const double place = lying ? plot.left() + at * plot.width() : plot.bottom() - at * plot.height();
        const int pixel = static_cast<int>(std::lround(place));
        if (lying)
            sketch.hairline({pixel, static_cast<int>(plot.top())}, {pixel, static_cast<int>(plot.bottom())},
                            theme.line);
        else
            sketch.hairline({static_cast<int>(plot.left()), pixel}, {static_cast<int>(plot.right()), pixel},
                            theme.line);
    }
}

// The line bars stand on: over the marks, so that it is never cut.
void paintBaseLine(const AxesRequest &request, const QRectF &plot)
{
    if (!request.look.yAxis.zeroLine)
        return;
    const double share = request.scale.at(request.scale.base());
    const PageTheme &theme = request.sketch.theme();
    if (request.look.horizontal) {
        const int x = static_cast<int>(std::lround(plot.left() + share * plot.width()));
        request.sketch.hairline({x, static_cast<int>(plot.top())}, {x, static_cast<int>(plot.bottom())},
                                theme.lineStrong);
    } else {
        const int y = static_cast<int>(std::lround(plot.bottom() - share * plot.height()));
        request.sketch.hairline({static_cast<int>(plot.left()), y}, {static_cast<int>(plot.right()), y},
                                theme.lineStrong);
    }
}

double paneLength(double all, int panes)
{
    constexpr double gap = 14;
    return (all - gap * (panes - 1)) / panes;
}

Axes layoutAxes(const AxesRequest &request, const QRectF &area, Margins &margins)
{
    const QFont font = axisFont(request.sketch.theme());
    const model::ChartLook &look = request.look;
    const bool roomy = area.height() > 56 && area.width() > 90;
    const bool firstShown = roomy && look.xAxis.labels, valueShown = roomy && look.yAxis.labels;
    const auto paneWidth = [&] { return paneLength(area.width() - margins.left - margins.right, request.paneColumns); };
    const auto paneHeight = [&] { return paneLength(area.height() - margins.top - margins.bottom, request.paneRows); };
    Axes axes;
    const double side = margins.left, foot = margins.bottom, edge = margins.right;
    // The side depends on the height and the foot on the width: the second round knows both.
    for (int round = 0; round < 2; ++round) {
        margins.bottom = foot + (round == 0 ? 18 : std::max(0.0, margins.bottom - foot));
        if (look.horizontal) {
            axes.first = request.first(std::max(8.0, paneHeight()), true, area.width() * 0.36);
            margins.left = side + (firstShown ? axes.first.extent : 0);
            axes.value = layoutValues(request.scale, request.text, font, std::max(8.0, paneWidth()), false);
            margins.bottom = foot + (valueShown ? axes.value.extent : 2);
            // Half of the last number stands beyond the end of the axis.
            const double beyond = valueShown && !axes.value.labels.empty() && axes.value.labels.back().at > 0.98
                                      ? QFontMetricsF(font).horizontalAdvance(axes.value.labels.back().words) / 2 + 2
                                      : 0;
            margins.right = std::max(edge, beyond);
        } else {
            axes.value = layoutValues(request.scale, request.text, font, std::max(8.0, paneHeight()), true);
            margins.left = side + (valueShown ? axes.value.extent : 0);
            if (request.hasSecond && roomy && look.yAxis2.labels) {
                axes.second = layoutValues(request.second, request.secondText, font, std::max(8.0, paneHeight()), true);
                margins.right = margins.rightTitle + axes.second.extent;
            }
            axes.first = request.first(std::max(8.0, paneWidth()), false, area.height() * 0.34);
            margins.bottom = foot + (firstShown ? axes.first.extent : 2);
        }
    }
    if (!firstShown)
        axes.first.labels.clear();
    if (!valueShown)
        axes.value.labels.clear();
    if (!roomy)
        axes.value.lines.clear();
    return axes;
}

void paintTitles(const AxesRequest &request, const QRectF &area, const QRectF &plots, const Margins &margins)
{
    const Sketch &sketch = request.sketch;
    const PageTheme &theme = sketch.theme();
    const QFont font = theme.font(size::caption);
    const model::AxisLook &left = request.look.horizontal ? request.look.xAxis : request.look.yAxis;
    const model::AxisLook &bottom = request.look.horizontal ? request.look.yAxis : request.look.xAxis;
    if (margins.leftTitle > 0)
        paintTurned(sketch, QRectF(area.left() - 2, plots.top(), 15, plots.height()), left.title, font, theme.text2,
                    true);
    if (margins.rightTitle > 0)
        paintTurned(sketch, QRectF(area.right() - 13, plots.top(), 15, plots.height()), request.look.yAxis2.title, font,
                    theme.text2, false);
    if (margins.bottomTitle > 0)
        sketch.text(QRectF(plots.left(), area.bottom() - 14, plots.width(), 15).toRect(), bottom.title, font,
                    theme.text2, Qt::AlignCenter);
}

Margins firstMargins(const AxesRequest &request, const QRectF &area)
{
    const model::ChartLook &look = request.look;
    const model::AxisLook &left = look.horizontal ? look.xAxis : look.yAxis;
    const model::AxisLook &bottom = look.horizontal ? look.yAxis : look.xAxis;
    const bool titles = area.height() > 110 && area.width() > 140;
    Margins margins;
    margins.leftTitle = titles && !left.title.isEmpty() ? titleBand : 0;
    margins.rightTitle = titles && request.hasSecond && !look.yAxis2.title.isEmpty() ? titleBand : 0;
    margins.bottomTitle = titles && !bottom.title.isEmpty() ? titleBand : 0;
    margins.rowHeader = request.paneRows > 1 || !request.rowNames.isEmpty() ? 18 : 0;
    // Names that are longer than their panes are high lie down.
    const QFontMetricsF metrics(request.sketch.theme().font(size::caption, true));
    double widest = 0;
    for (const QString &name : request.rowNames)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    if (margins.rowHeader > 0 && widest > (area.height() - 60) / std::max(1, request.paneRows))
        margins.rowHeader = std::min(widest + 8, area.width() * 0.22);
    margins.columnHeader = request.paneColumns > 1 || !request.columnNames.isEmpty() ? 18 : 0;
    // Names that are wider than their panes take two lines where they have a blank to break at.
    const double pane =
        paneLength(area.width() * (look.horizontal ? 0.72 : 0.86), std::max(1, request.paneColumns)) + 10;
    for (const QString &name : request.columnNames) {
        if (margins.columnHeader > 0 && name.trimmed().contains(u' ') && metrics.horizontalAdvance(name) > pane)
            margins.columnHeader = 18 + metrics.height();
    }
    margins.left = margins.leftTitle;
    margins.right = margins.rightTitle + margins.rowHeader + 2;
    margins.top = margins.columnHeader + 6;
    margins.bottom = margins.bottomTitle;
    return margins;
}

void paintColumnName(const Sketch &sketch, const QRectF &where, const QString &words)
{
    const QFont font = sketch.theme().font(size::caption, true);
    if (QFontMetricsF(font).horizontalAdvance(words) <= where.width() || where.height() < 2 * lineHeight ||
        !fitsOnTwoLines(words, QFontMetricsF(font), where.width())) {
        sketch.text(where.toRect(), words, font, sketch.theme().text2, Qt::AlignCenter);
        return;
    }
    sketch.painter.setFont(font);
    sketch.painter.setPen(sketch.theme().text2);
    sketch.painter.drawText(where, Qt::TextWordWrap | Qt::AlignCenter, words);
}

} // namespace

QList<QRectF> paintChartAxes(const AxesRequest &request, const QRectF &area)
{
    const Sketch &sketch = request.sketch;
    const PageTheme &theme = sketch.theme();
    Margins margins = firstMargins(request, area);
    const Axes axes = layoutAxes(request, area, margins);
    const QRectF plots = area.adjusted(margins.left, margins.top, -margins.right, -margins.bottom);
    if (plots.width() < 4 || plots.height() < 4)
        return {};
    paintTitles(request, area, plots, margins);
    const double width = paneLength(plots.width(), request.paneColumns),
                 height = paneLength(plots.height(), request.paneRows);
    QList<QRectF> panes;
    for (int r = 0; r < request.paneRows; ++r) {
        for (int c = 0; c < request.paneColumns; ++c) {
            const QRectF plot(std::floor(plots.left() + c * (width + 14)), std::floor(plots.top() + r * (height + 14)),
                              std::floor(width), std::floor(height));
            panes << plot;
            paintGrid(request, axes, plot);
            // Numbers of neighbouring panes keep apart.
            const QRectF limits = request.paneColumns > 1 ? area.intersected(plot.adjusted(-5, 0, 5, 60)) : area;
            const bool lastRow = r + 1 == request.paneRows, firstColumn = c == 0;
            if (request.look.horizontal) {
                if (firstColumn)
                    paintSide(sketch, axes.first, plot, true, true);
                if (lastRow)
                    paintBottom(sketch, axes.value, plot, limits);
            } else {
                if (firstColumn)
                    paintSide(sketch, axes.value, plot, true, false);
                if (c + 1 == request.paneColumns)
                    paintSide(sketch, axes.second, plot, false, false);
                if (lastRow)
                    paintBottom(sketch, axes.first, plot, limits);
            }
            paintBaseLine(request, plot);
            if (margins.columnHeader > 0 && r == 0)
                paintColumnName(sketch,
                                QRectF(plot.left() - 5, area.top(), plot.width() + 10, margins.columnHeader - 2),
                                request.columnNames.value(c));
            if (margins.rowHeader > 18 && c + 1 == request.paneColumns)
                sketch.text(QRectF(area.right() - margins.rightTitle - margins.rowHeader + 6, plot.top(),
                                   margins.rowHeader - 6, plot.height())
                                .toRect(),
                            request.rowNames.value(r), theme.font(size::caption, true), theme.text2);
            else if (margins.rowHeader > 0 && c + 1 == request.paneColumns)
                paintTurned(sketch, QRectF(area.right() - margins.rightTitle - 16, plot.top(), 16, plot.height()),
                            request.rowNames.value(r), theme.font(size::caption, true), theme.text2, false);
        }
    }
    return panes;
}

} // namespace tessera::designer
