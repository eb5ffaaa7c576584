// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainterPath>

#include "designer/paint/chart/chart_data.h"
#include "designer/paint/kind_painters.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/workbook/look/chart_look.h"

namespace tessera::designer {

namespace {

// Rows of a KPI from top to bottom, each with the height it takes.
struct Rows
{
    int title = 0, value = 0, comparison = 0, trend = 0; // px
    int total() const { return title + value + comparison + trend; }
};

// What the numbers say; dashes where nobody knows them.
struct Words
{
    QString value, delta, label;
    int direction = 0; // of the difference: 1 up, -1 down
    bool known = false;
};

double numberIn(const model::query::ResultTable *table, const model::ColumnLook &look)
{
    if (!table || table->rowCount() == 0 || table->columns.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto *column = table->byId(look.id);
    return (column ? *column : table->columns.back()).data.number(0);
}

Words wordsFor(const Sketch &sketch, const model::KpiLook &look)
{
    Words words{model::dashPattern(look.value), QStringLiteral("–%"), look.comparisonLabel, 0, false};
    const auto *table = sketch.table();
    if (!table)
        return words;
    const DataColumn value = dataColumn(*table, look.value);
    const bool empty = !value || table->rowCount() == 0 || value.isNull(0);
    if (!empty)
        words.value = value.words(0);
    else if (value && !value.text.nullText().isEmpty())
        words.value = value.text.nullText();
    const double now = empty ? std::numeric_limits<double>::quiet_NaN() : value.number(0);
    const double before = numberIn(sketch.part("comparison"), {});
    if (!std::isfinite(now) || !std::isfinite(before))
        return words;
    words.known = true;
    words.direction = now > before ? 1 : now < before ? -1 : 0;
    // From nothing there is no percentage: the difference itself.
    words.delta = before != 0
                      ? model::formatNumber(std::abs(now - before) / std::abs(before), *model::parseNumberFormat(".1%"))
                      : value.text.number(std::abs(now - before));
    return words;
}

constexpr int comparisonRow = 18;

// A label that does not fit beside the difference stands below it, where there is room.
int comparisonHeight(const Sketch &sketch, const model::KpiLook &look, int room)
{
    const QString delta = wordsFor(sketch, look).delta;
    const int width = 19 + QFontMetrics(sketch.theme().dataFont(size::caption + 1, true)).horizontalAdvance(delta) +
                      QFontMetrics(sketch.theme().font(size::caption + 1)).horizontalAdvance(look.comparisonLabel) + 6;
    return width > sketch.rect.width() && room >= 2 * comparisonRow - 2 ? 2 * comparisonRow - 2 : comparisonRow;
}

Rows rowsFor(const Sketch &sketch, const model::KpiLook &look, int titlePixels, bool titled)
{
    const int room = sketch.rect.height();
    Rows rows;
    rows.title = titled && room >= 34 ? titlePixels + 8 : 0;
    const int wanted = look.valueSize > 0 ? qBound(10, look.valueSize, 72) : qBound(18, (room - rows.title) / 2, 34);
    rows.value = qMin(wanted + 10, qMax(16, room - rows.title));
    const int left = room - rows.title - rows.value;
    rows.comparison = look.compared && !look.comparisonRight && left >= 14 ? comparisonHeight(sketch, look, left) : 0;
    rows.trend = look.trend && left - rows.comparison >= 22 ? qMin(48, left - rows.comparison) : 0;
    return rows;
}

void paintArrow(const Sketch &sketch, const QPointF &at, int direction, const QColor &color, bool known)
{
    QPainterPath arrow;
    if (known && direction == 0) {
        arrow.addRoundedRect(QRectF(at.x() + 1, at.y() - 1.5, 9, 3), 1.5, 1.5);
    } else {
        const double tip = direction < 0 ? 4 : -4, base = direction < 0 ? -3.5 : 3.5;
        arrow.moveTo(at.x() + 1, at.y() + base);
        arrow.lineTo(at.x() + 5.5, at.y() + tip);
        arrow.lineTo(at.x() + 10, at.y() + base);
        arrow.closeSubpath();
    }
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    sketch.painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    sketch.painter.setBrush(known ? color : sketch.theme().soft(color, 0.2)); // hollow: nobody knows the direction yet
    sketch.painter.drawPath(arrow);
}

int paintComparison(const Sketch &sketch, const model::KpiLook &look, const Words &words, const QRect &row, bool alone)
{
    const PageTheme &theme = sketch.theme();
    const QColor good = colorFrom(theme, look.good, theme.ok), bad = colorFrom(theme, look.bad, theme.danger);
    const QColor color = !words.known || words.direction > 0 ? good : words.direction < 0 ? bad : theme.text2;
    const QFont font = theme.font(size::caption + 1), strong = theme.dataFont(size::caption + 1, true);
    const int wordsWidth = QFontMetrics(strong).horizontalAdvance(words.delta);
    const bool below = alone && row.height() > comparisonRow;
    const int labelWidth = QFontMetrics(font).horizontalAdvance(look.comparisonLabel) + 6;
    const int width = qMin(row.width(), 15 + wordsWidth + (alone && !below ? labelWidth : 0) + 4);
    if (below) {
        const Qt::Alignment across = (look.align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
        sketch.text(row.adjusted(0, row.height() - comparisonRow, 0, 0), look.comparisonLabel, font, theme.text2,
                    across);
        paintComparison(sketch, look, words,
                        row.adjusted(look.align & Qt::AlignHCenter ? (row.width() - width) / 2 : 0, 0, 0,
                                     comparisonRow - row.height()),
                        false);
        return width;
    }
    int x = row.left();
    if (look.align & Qt::AlignRight)
        x = row.right() + 1 - width;
    else if ((look.align & Qt::AlignHCenter) && alone)
        x = row.left() + (row.width() - width) / 2;
    paintArrow(sketch, QPointF(x, row.center().y() + 0.5), words.direction, color, words.known);
    sketch.text(QRect(x + 15, row.top(), wordsWidth + 4, row.height()), words.delta, words.known ? strong : font,
                color);
    if (alone)
        sketch.text(QRect(x + 19 + wordsWidth, row.top(), x + width - (x + 19 + wordsWidth) + 4, row.height()),
                    look.comparisonLabel, font, theme.text2);
    return width;
}

// Heights of the sparkline, 0 … 1; a wave while nobody knows the values.
QList<QPointF> trendPoints(const Sketch &sketch, const model::KpiLook &look)
{
    QList<QPointF> points;
    const auto *table = sketch.part("trend");
    if (!sketch.table() || !table || table->columns.empty()) {
        for (int i = 0; i <= 16 && !sketch.table(); ++i)
            points << QPointF(i / 16.0, sketch.shape(i) * 0.95);
        return points;
    }
    const auto *column = table->byId(look.value.id);
    const auto &data = (column ? *column : table->columns.back()).data;
    Range range;
    for (std::size_t row = 0; row < data.size(); ++row)
        range.include(data.number(row));
    const double extent = range.high > range.low ? range.high - range.low : 1;
    for (std::size_t row = 0; row < data.size(); ++row) {
        if (const double value = data.number(row); std::isfinite(value))
            points << QPointF(double(row) / std::max<double>(1, double(data.size()) - 1),
                              range.high > range.low ? (value - range.low) / extent : 0.5);
    }
    return points;
}

void paintTrend(const Sketch &sketch, const model::KpiLook &look, const QRect &row)
{
    const QList<QPointF> points = trendPoints(sketch, look);
    if (row.width() < 20 || points.size() < 2)
        return;
    QPainterPath line;
    const QRectF area = QRectF(row).adjusted(1, 4, -4, -2);
    for (const QPointF &point : points) {
        const QPointF at(area.left() + area.width() * point.x(), area.bottom() - area.height() * point.y());
        line.elementCount() == 0 ? line.moveTo(at) : line.lineTo(at);
    }
    const QPointF end = line.currentPosition();
    QPainterPath fill = line;
    fill.lineTo(end.x(), row.bottom());
    fill.lineTo(line.elementAt(0).x, row.bottom());
    QColor soft = sketch.theme().seriesAt(0);
    soft.setAlpha(34);
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    sketch.painter.fillPath(fill, soft);
    sketch.painter.setBrush(Qt::NoBrush);
    const QColor ink =
        sketch.table() ? sketch.theme().seriesAt(0) : mix(sketch.theme().card, sketch.theme().seriesAt(0), 0.82);
    sketch.painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    sketch.painter.drawPath(line);
    if (sketch.table()) {
        sketch.painter.setPen(Qt::NoPen);
        sketch.painter.setBrush(ink);
        sketch.painter.drawEllipse(end, 2.6, 2.6);
    }
}

// A value is never cut off: it is set smaller until it fits.
QFont valueFont(const Sketch &sketch, const QString &words, int pixels, int width)
{
    while (pixels > 12 && QFontMetrics(sketch.theme().dataFont(pixels, true)).horizontalAdvance(words) > width)
        --pixels;
    return sketch.theme().dataFont(pixels, true);
}

void paintKpi(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::KpiLook look = model::kpiLookOf(sketch.element);
    const model::TitleLook title = model::titleOf(sketch.element);
    const QString name = title.text.isEmpty() ? look.value.name : title.text;
    const int pixels = title.fontSize > 0 ? qBound(8, title.fontSize, 40) : theme.titleSize;
    const bool titled = !title.hidden && !name.isEmpty();
    const Rows rows = rowsFor(sketch, look, pixels, titled);
    const Qt::Alignment across = (look.align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    int y = sketch.rect.top();
    const int spare = qMax(0, sketch.rect.height() - rows.total());
    if (look.align & Qt::AlignVCenter)
        y += spare / 2;
    else if (look.align & Qt::AlignBottom)
        y += spare;
    const auto row = [&](int height) {
        const QRect where(sketch.rect.left(), y, sketch.rect.width(), height);
        y += height;
        return where;
    };
    const auto paintName = [&] {
        if (rows.title)
            sketch.text(row(rows.title), name, theme.font(pixels, title.bold.value_or(theme.titleBold)),
                        colorFrom(theme, title.color, theme.text2), across);
    };
    if (!look.titleBelow)
        paintName();
    const QRect valueRow = row(rows.value);
    const Words words = wordsFor(sketch, look);
    const QFont font = valueFont(sketch, words.value, qMax(12, rows.value - 10), valueRow.width());
    sketch.text(valueRow, words.value, font, colorFrom(theme, look.valueColor, theme.text), across);
    if (look.compared && look.comparisonRight) {
        const int used = QFontMetrics(font).horizontalAdvance(words.value) + 12;
        paintComparison(sketch, look, words, valueRow.adjusted(used, 0, 0, 0), false);
    }
    if (look.titleBelow)
        paintName();
    if (rows.comparison)
        paintComparison(sketch, look, words, row(rows.comparison), true);
    if (rows.trend)
        paintTrend(sketch, look, row(rows.trend).adjusted(0, 4, 0, 0));
}

} // namespace

void addKpiPainters(KindPainters &painters)
{
    painters.add("kpi-chart", {Chrome::Box, paintKpi});
}

} // namespace tessera::designer
