// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainterPath>

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

Rows rowsFor(const Sketch &sketch, const model::KpiLook &look, int titlePixels, bool titled)
{
    const int room = sketch.rect.height();
    Rows rows;
    rows.title = titled && room >= 34 ? titlePixels + 8 : 0;
    const int wanted = look.valueSize > 0 ? qBound(10, look.valueSize, 72) : qBound(18, (room - rows.title) / 2, 34);
    rows.value = qMin(wanted + 10, qMax(16, room - rows.title));
    const int left = room - rows.title - rows.value;
    rows.comparison = look.compared && !look.comparisonRight && left >= 14 ? 18 : 0;
    rows.trend = look.trend && left - rows.comparison >= 22 ? qMin(48, left - rows.comparison) : 0;
    return rows;
}

// A triangle up: nobody knows the direction yet, so it is drawn hollow in the colour for good.
int paintComparison(const Sketch &sketch, const model::KpiLook &look, const QRect &row, bool alone)
{
    const PageTheme &theme = sketch.theme();
    const QColor good = colorFrom(theme, look.good, theme.ok);
    const QFont font = theme.font(size::caption + 1);
    const QString words = QStringLiteral("–%");
    const int wordsWidth = QFontMetrics(font).horizontalAdvance(words);
    const int labelWidth = QFontMetrics(font).horizontalAdvance(look.comparisonLabel) + 6;
    const int width = qMin(row.width(), 15 + wordsWidth + (alone ? labelWidth : 0) + 4);
    int x = row.left();
    if (look.align & Qt::AlignRight)
        x = row.right() + 1 - width;
    else if ((look.align & Qt::AlignHCenter) && alone)
        x = row.left() + (row.width() - width) / 2;
    const double y = row.center().y() + 0.5;
    QPainterPath arrow(QPointF(x + 1, y + 3.5));
    arrow.lineTo(x + 5.5, y - 4);
    arrow.lineTo(x + 10, y + 3.5);
    arrow.closeSubpath();
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    sketch.painter.setPen(QPen(good, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    sketch.painter.setBrush(theme.soft(good, 0.2));
    sketch.painter.drawPath(arrow);
    sketch.text(QRect(x + 15, row.top(), wordsWidth + 4, row.height()), words, font, good);
    if (alone)
        sketch.text(QRect(x + 19 + wordsWidth, row.top(), x + width - (x + 19 + wordsWidth) + 4, row.height()), look.comparisonLabel, font,
                    theme.text2);
    return width;
}

void paintTrend(const Sketch &sketch, const QRect &row)
{
    if (row.width() < 20)
        return;
    constexpr int steps = 16;
    QPainterPath line;
    for (int i = 0; i <= steps; ++i) {
        const QPointF at(row.left() + row.width() * i / double(steps), row.bottom() - 2 - (row.height() - 6) * sketch.shape(i) * 0.95);
        if (i == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
    }
    QPainterPath area = line;
    area.lineTo(row.right(), row.bottom());
    area.lineTo(row.left(), row.bottom());
    QColor soft = sketch.theme().seriesAt(0);
    soft.setAlpha(34);
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    sketch.painter.fillPath(area, soft);
    sketch.painter.setBrush(Qt::NoBrush);
    sketch.painter.setPen(QPen(mix(sketch.theme().card, sketch.theme().seriesAt(0), 0.82), 1.6));
    sketch.painter.drawPath(line);
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
    const QFont font = theme.dataFont(qMax(12, rows.value - 10), true);
    sketch.text(valueRow, model::dashPattern(look.value), font, colorFrom(theme, look.valueColor, theme.text), across);
    if (look.compared && look.comparisonRight) {
        const int used = QFontMetrics(font).horizontalAdvance(model::dashPattern(look.value)) + 12;
        paintComparison(sketch, look, valueRow.adjusted(used, 0, 0, 0), false);
    }
    if (look.titleBelow)
        paintName();
    if (rows.comparison)
        paintComparison(sketch, look, row(rows.comparison), true);
    if (rows.trend)
        paintTrend(sketch, row(rows.trend).adjusted(0, 4, 0, 0));
}

} // namespace

void addKpiPainters(KindPainters &painters)
{
    painters.add("kpi-chart", {Chrome::Box, paintKpi});
}

} // namespace tessera::designer
