// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart_frame.h"

#include <algorithm>
#include <cmath>

#include <QFontMetrics>

#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr int entryHeight = 18; // px
constexpr int axisBand = 16;    // px a row of labels takes
constexpr int valueBand = 30;   // px a column of value labels takes

void paintEntry(const Sketch &sketch, const QRect &row, const LegendEntry &entry, int index)
{
    sketch.box(QRectF(row.left(), row.center().y() - 4, 9, 9), 2, entry.color, Qt::transparent, 0);
    const QRect words = row.adjusted(15, 0, 0, 0);
    if (entry.words.isEmpty())
        sketch.word(words, index + 40);
    else
        sketch.text(words, entry.words, sketch.theme().font(size::caption), sketch.theme().text2);
}

int entryWidth(const Sketch &sketch, const LegendEntry &entry)
{
    if (entry.words.isEmpty())
        return 66;
    return qMin(150, QFontMetrics(sketch.theme().font(size::caption)).horizontalAdvance(entry.words) + 30);
}

QRect paintLegendRow(const Sketch &sketch, QRect area, bool top, const QString &heading,
                     const QList<LegendEntry> &entries)
{
    QRect row(area.left(), top ? area.top() : area.bottom() + 1 - entryHeight, area.width(), entryHeight);
    int x = row.left();
    if (!heading.isEmpty()) {
        const QFont font = sketch.theme().font(size::caption, true);
        const int width = qMin(row.width() / 3, QFontMetrics(font).horizontalAdvance(heading) + 12);
        sketch.text(QRect(x, row.top(), width, row.height()), heading, font, sketch.theme().text2);
        x += width;
    }
    for (int i = 0; i < entries.size(); ++i) {
        const int width = entryWidth(sketch, entries.at(i));
        if (x + width > row.right())
            break;
        paintEntry(sketch, QRect(x, row.top(), width - 8, row.height()), entries.at(i), i);
        x += width;
    }
    return top ? area.adjusted(0, entryHeight + 4, 0, 0) : area.adjusted(0, 0, 0, -entryHeight - 4);
}

QRect paintLegendColumn(const Sketch &sketch, QRect area, bool right, const QString &heading,
                        const QList<LegendEntry> &entries)
{
    int width =
        heading.isEmpty() ? 0 : QFontMetrics(sketch.theme().font(size::caption, true)).horizontalAdvance(heading) + 4;
    for (const LegendEntry &entry : entries)
        width = qMax(width, entryWidth(sketch, entry));
    width = qMin(width, area.width() / 3);
    QRect column(right ? area.right() + 1 - width : area.left(), area.top(), width, area.height());
    int y = column.top();
    if (!heading.isEmpty()) {
        sketch.text(QRect(column.left(), y, width, entryHeight), heading, sketch.theme().font(size::caption, true),
                    sketch.theme().text2);
        y += entryHeight;
    }
    for (int i = 0; i < entries.size() && y + entryHeight <= column.bottom(); ++i, y += entryHeight)
        paintEntry(sketch, QRect(column.left(), y, width, entryHeight), entries.at(i), i);
    return right ? area.adjusted(0, 0, -width - 12, 0) : area.adjusted(width + 12, 0, 0, 0);
}

// A title along a left or right edge.
void paintTurned(const Sketch &sketch, const QRect &where, const QString &words, bool upwards)
{
    QPainter &painter = sketch.painter;
    painter.save();
    painter.translate(where.center().x() + 0.5, where.center().y() + 0.5);
    painter.rotate(upwards ? -90 : 90);
    const QRect turned(-where.height() / 2, -where.width() / 2, where.height(), where.width());
    sketch.text(turned, words, sketch.theme().font(size::caption), sketch.theme().text2, Qt::AlignCenter);
    painter.restore();
}

// Lines and dashes for the value axis, on one side of the plot.
void paintValueLabels(const Sketch &sketch, const QRect &plot, const QRect &band, int lines,
                      const model::AxisLook &axis, Qt::Alignment align)
{
    model::ColumnLook column;
    column.format = axis.format;
    const QString pattern = model::dashPattern(column);
    for (int i = 0; i <= lines; ++i) {
        const int y = plot.bottom() - plot.height() * i / lines;
        sketch.text(QRect(band.left(), y - 7, band.width(), 14), pattern, sketch.theme().dataFont(10),
                    sketch.theme().text3, align);
    }
}

void paintCategories(const Sketch &sketch, const QRect &plot, const QRect &band, int slots, bool along)
{
    for (int i = 0; i < slots; ++i) {
        if (along) {
            const int left = plot.left() + plot.width() * i / slots;
            const int right = plot.left() + plot.width() * (i + 1) / slots;
            const int gap = qMax(2, (right - left) / 6);
            sketch.word(QRect(left + gap, band.top(), right - left - 2 * gap, band.height()), i, Qt::AlignHCenter);
        } else {
            const int top = plot.top() + plot.height() * i / slots;
            const int bottom = plot.top() + plot.height() * (i + 1) / slots;
            if (bottom - top >= 8)
                sketch.word(QRect(band.left(), top, band.width() - 6, bottom - top), i, Qt::AlignRight);
        }
    }
}

} // namespace

QColor seriesColor(const Sketch &sketch, const model::ChartLook &look, int index)
{
    const PageTheme &theme = sketch.theme();
    QColor color = theme.seriesAt(index);
    if (!look.singleColor.empty())
        color = colorFrom(theme, look.singleColor, color);
    else if (!look.scheme.empty() && !look.colorScale)
        color = colorFrom(theme, look.scheme[static_cast<std::size_t>(index) % look.scheme.size()], color);
    return mix(theme.card, color, 0.82);
}

void setMark(const Sketch &sketch, const QColor &color)
{
    const auto luminance = [](const QColor &c) {
        const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
    };
    const double a = luminance(color) + 0.05;
    const double b = luminance(sketch.theme().card) + 0.05;
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    sketch.painter.setPen(qMax(a, b) / qMin(a, b) < 3 ? QPen(mix(color, sketch.theme().text, 0.4), 1)
                                                      : QPen(Qt::NoPen));
    sketch.painter.setBrush(color);
}

QList<LegendEntry> legendEntries(const Sketch &sketch, const model::ChartLook &look, int members)
{
    QList<LegendEntry> entries;
    if (!look.colorColumn.isEmpty()) {
        for (int i = 0; i < members; ++i)
            entries << LegendEntry{{}, seriesColor(sketch, look, i)};
    } else if (look.series.size() > 1) {
        for (std::size_t i = 0; i < look.series.size(); ++i)
            entries << LegendEntry{look.series[i].column.name, seriesColor(sketch, look, static_cast<int>(i))};
    }
    return entries;
}

QRect paintLegend(const Sketch &sketch, QRect area, const model::ChartLook &look, const QString &heading,
                  const QList<LegendEntry> &entries)
{
    const bool room = area.height() > 70 && area.width() > 150;
    if (entries.isEmpty() || !room || look.legend == model::LegendPlace::Hidden)
        return area;
    switch (look.legend) {
    case model::LegendPlace::Top:
        return paintLegendRow(sketch, area, true, heading, entries);
    case model::LegendPlace::Bottom:
        return paintLegendRow(sketch, area, false, heading, entries);
    case model::LegendPlace::Left:
        return paintLegendColumn(sketch, area, false, heading, entries);
    default:
        break;
    }
    // On a narrow card a legend at the side would leave no chart.
    return area.width() < 260 ? paintLegendRow(sketch, area, false, heading, entries)
                              : paintLegendColumn(sketch, area, true, heading, entries);
}

QRect paintAxes(const Sketch &sketch, QRect area, const model::ChartLook &look, int slots)
{
    const PageTheme &theme = sketch.theme();
    const model::AxisLook &left = look.horizontal ? look.xAxis : look.yAxis;
    const model::AxisLook &bottom = look.horizontal ? look.yAxis : look.xAxis;
    const bool roomy = area.height() > 60 && area.width() > 90;
    const bool titles = area.height() > 110;
    const int leftTitle = titles && !left.title.isEmpty() ? 16 : 0;
    const int rightTitle = titles && !look.yAxis2.title.isEmpty() && !look.horizontal ? 16 : 0;
    const int bottomTitle = titles && !bottom.title.isEmpty() ? 17 : 0;
    const int leftBand = roomy && left.labels ? (look.horizontal ? qMin(74, area.width() / 4) : valueBand) : 0;
    const int rightBand = roomy && look.yAxis2.shown && look.yAxis2.labels && !look.horizontal ? valueBand : 0;
    const int bottomBand = roomy && bottom.labels ? axisBand : 0;
    const QRect plot = area.adjusted(leftTitle + leftBand, 4, -rightTitle - rightBand, -bottomTitle - bottomBand);
    if (plot.width() < 8 || plot.height() < 8)
        return area;
    if (leftTitle)
        paintTurned(sketch, QRect(area.left() - 2, plot.top(), 14, plot.height()), left.title, true);
    if (rightTitle)
        paintTurned(sketch, QRect(area.right() - 11, plot.top(), 14, plot.height()), look.yAxis2.title, false);
    if (bottomTitle)
        sketch.text(QRect(plot.left(), area.bottom() - 14, plot.width(), 15), bottom.title, theme.font(size::caption),
                    theme.text2, Qt::AlignCenter);
    const int lines = qBound(2, (look.horizontal ? plot.width() : plot.height()) / 52, 6);
    for (int i = 0; i <= lines && roomy; ++i) {
        if (look.horizontal) {
            const int x = plot.left() + plot.width() * i / lines;
            sketch.hairline({x, plot.top()}, {x, plot.bottom()}, i == 0 ? theme.lineStrong : theme.line);
            if (bottomBand)
                sketch.text(QRect(x - 20, plot.bottom() + 3, 40, 14), QStringLiteral("–"), theme.dataFont(10),
                            theme.text3, Qt::AlignCenter);
        } else {
            const int y = plot.bottom() - plot.height() * i / lines;
            sketch.hairline({plot.left(), y}, {plot.right(), y}, i == 0 ? theme.lineStrong : theme.line);
        }
    }
    if (leftBand && !look.horizontal)
        paintValueLabels(sketch, plot, QRect(plot.left() - leftBand, 0, leftBand - 5, 0), lines, left,
                         Qt::AlignRight | Qt::AlignVCenter);
    if (rightBand)
        paintValueLabels(sketch, plot, QRect(plot.right() + 6, 0, rightBand - 5, 0), lines, look.yAxis2,
                         Qt::AlignLeft | Qt::AlignVCenter);
    if (leftBand && look.horizontal)
        paintCategories(sketch, plot, QRect(plot.left() - leftBand, 0, leftBand, 0), slots, false);
    if (bottomBand && !look.horizontal)
        paintCategories(sketch, plot, QRect(0, plot.bottom() + 3, 0, bottomBand - 2), slots, true);
    return plot;
}

QList<QRect> trellisPanes(const Sketch &sketch, const QRect &area, const model::ChartLook &look)
{
    const int rows = look.trellisRows.isEmpty() ? 1 : 2;
    const int columns = look.trellisColumns.isEmpty() ? 1 : area.width() > 420 ? 3 : 2;
    if (rows * columns == 1 || area.height() < 80)
        return {area};
    const PageTheme &theme = sketch.theme();
    QRect inner = area;
    if (columns > 1) {
        sketch.text(QRect(inner.left(), inner.top(), inner.width(), 16), look.trellisColumns,
                    theme.font(size::caption, true), theme.text2, Qt::AlignCenter);
        inner.setTop(inner.top() + 18);
    }
    if (rows > 1) {
        paintTurned(sketch, QRect(inner.left() - 2, inner.top(), 15, inner.height()), look.trellisRows, true);
        inner.setLeft(inner.left() + 18);
    }
    QList<QRect> panes;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const int left = inner.left() + inner.width() * column / columns;
            const int right = inner.left() + inner.width() * (column + 1) / columns;
            const int top = inner.top() + inner.height() * row / rows;
            const int bottom = inner.top() + inner.height() * (row + 1) / rows;
            const QRect pane(left + 3, top + 3, right - left - 6, bottom - top - 6);
            sketch.box(pane, 4, Qt::transparent, theme.line);
            panes << pane.adjusted(6, 6, -6, -4);
        }
    }
    return panes;
}

} // namespace tessera::designer
