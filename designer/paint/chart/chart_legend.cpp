// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLinearGradient>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ChartLegend)
};

constexpr int lineHeight = 18; // px
constexpr int mostWidth = 150; // px of an entry in a row

using Entries = QList<QPair<QString, QColor>>;

void paintEntry(const Sketch &sketch, const QRect &row, const QString &words, const QColor &color)
{
    sketch.box(QRectF(row.left(), row.center().y() - 4, 9, 9), 2, color, Qt::transparent, 0);
    sketch.text(row.adjusted(15, 0, 0, 0), words, sketch.theme().font(size::caption), sketch.theme().text2);
}

// As many entries as fit on up to two rows; what is left is counted.
QRect paintRows(const Sketch &sketch, const QRect &area, bool top, const QString &heading, const Entries &entries)
{
    const QFontMetrics metrics(sketch.theme().font(size::caption));
    const QFontMetrics bold(sketch.theme().font(size::caption, true));
    struct Item
    {
        int index, x, row, width;
    };
    QList<Item> items;
    const int start = heading.isEmpty() ? 0 : std::min(area.width() / 3, bold.horizontalAdvance(heading) + 12);
    const int rows = area.height() > 150 ? 2 : 1;
    int x = start, row = 0, shown = 0;
    for (int i = 0; i < entries.size(); ++i) {
        const int width = std::min(mostWidth, metrics.horizontalAdvance(entries.at(i).first) + 30);
        const int needed =
            width + (i + 1 < entries.size() && row + 1 == rows ? 56 : 0); // room to say how many more there are
        if (x + needed > area.width() && x > start) {
            if (row + 1 == rows)
                break;
            ++row;
            x = start;
        }
        items.append({i, x, row, width});
        x += width;
        ++shown;
    }
    const int height = (row + 1) * lineHeight;
    const int y = top ? area.top() : area.bottom() + 1 - height;
    if (!heading.isEmpty())
        sketch.text(QRect(area.left(), y, start - 6, lineHeight), heading, sketch.theme().font(size::caption, true),
                    sketch.theme().text2);
    for (const Item &item : std::as_const(items))
        paintEntry(sketch, QRect(area.left() + item.x, y + item.row * lineHeight, item.width - 10, lineHeight),
                   entries.at(item.index).first, entries.at(item.index).second);
    if (shown < entries.size())
        sketch.text(QRect(area.left() + x, y + row * lineHeight, 60, lineHeight),
                    Texts::tr("+%1 more").arg(entries.size() - shown), sketch.theme().font(size::caption),
                    sketch.theme().text3);
    return top ? area.adjusted(0, height + 4, 0, 0) : area.adjusted(0, 0, 0, -height - 4);
}

QRect paintColumn(const Sketch &sketch, const QRect &area, bool right, const QString &heading, const Entries &entries)
{
    const QFontMetrics metrics(sketch.theme().font(size::caption));
    int width =
        heading.isEmpty() ? 0 : QFontMetrics(sketch.theme().font(size::caption, true)).horizontalAdvance(heading) + 4;
    for (const auto &entry : entries)
        width = std::max(width, metrics.horizontalAdvance(entry.first) + 18);
    width = std::min({width, area.width() * 3 / 10, 190});
    QRect column(right ? area.right() + 1 - width : area.left(), area.top(), width, area.height());
    int y = column.top();
    if (!heading.isEmpty()) {
        sketch.text(QRect(column.left(), y, width, lineHeight), heading, sketch.theme().font(size::caption, true),
                    sketch.theme().text2);
        y += lineHeight;
    }
    const int room = std::max(1, (column.bottom() - y) / lineHeight);
    const int shown = entries.size() > room ? room - 1 : static_cast<int>(entries.size());
    for (int i = 0; i < shown; ++i, y += lineHeight)
        paintEntry(sketch, QRect(column.left(), y, width, lineHeight), entries.at(i).first, entries.at(i).second);
    if (shown < entries.size())
        sketch.text(QRect(column.left() + 15, y, width - 15, lineHeight),
                    Texts::tr("+%1 more").arg(entries.size() - shown), sketch.theme().font(size::caption),
                    sketch.theme().text3);
    return right ? area.adjusted(0, 0, -width - 14, 0) : area.adjusted(width + 14, 0, 0, 0);
}

void paintBar(const Sketch &sketch, const QRectF &bar, const ColorScale &scale)
{
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= 8; ++i)
        gradient.setColorAt(i / 8.0, scale.atShare(i / 8.0));
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    sketch.painter.setPen(Qt::NoPen);
    sketch.painter.setBrush(gradient);
    sketch.painter.drawRoundedRect(bar, 3, 3);
}

bool hasRoom(const QRect &area)
{
    return area.height() > 70 && area.width() > 150;
}

} // namespace

QRect paintDataLegend(const Sketch &sketch, const QRect &area, const model::ChartLook &look, const QString &heading,
                      const Entries &entries)
{
    if (entries.isEmpty() || !hasRoom(area) || look.legend == model::LegendPlace::Hidden)
        return area;
    switch (look.legend) {
    case model::LegendPlace::Top:
        return paintRows(sketch, area, true, heading, entries);
    case model::LegendPlace::Bottom:
        return paintRows(sketch, area, false, heading, entries);
    case model::LegendPlace::Left:
        return paintColumn(sketch, area, false, heading, entries);
    default:
        break;
    }
    // On a narrow card a legend at the side would leave no chart.
    return area.width() < 300 ? paintRows(sketch, area, false, heading, entries)
                              : paintColumn(sketch, area, true, heading, entries);
}

QRect paintScaleLegend(const Sketch &sketch, const QRect &area, const model::ChartLook &look, const QString &heading,
                       const ColorScale &scale, const model::ValueText &text)
{
    if (!hasRoom(area) || look.legend == model::LegendPlace::Hidden)
        return area;
    const bool top = look.legend == model::LegendPlace::Top;
    const QFont font = sketch.theme().font(size::caption);
    const QFontMetrics metrics(font);
    const double step = niceStep(scale.high() - scale.low(), 50);
    const QString low = text.tick(scale.low(), step), high = text.tick(scale.high(), step);
    const int lowWidth = metrics.horizontalAdvance(low) + 8, highWidth = metrics.horizontalAdvance(high) + 8;
    const int headWidth =
        heading.isEmpty()
            ? 0
            : std::min(area.width() / 3,
                       QFontMetrics(sketch.theme().font(size::caption, true)).horizontalAdvance(heading) + 12);
    const int bar = std::min(140, area.width() - lowWidth - highWidth - headWidth);
    const int y = top ? area.top() : area.bottom() + 1 - lineHeight;
    if (bar < 30)
        return area;
    int x = area.right() + 1 - (headWidth + lowWidth + bar + highWidth);
    sketch.text(QRect(x, y, headWidth - 6, lineHeight), heading, sketch.theme().font(size::caption, true),
                sketch.theme().text2);
    x += headWidth;
    sketch.text(QRect(x, y, lowWidth - 5, lineHeight), low, font, sketch.theme().text2,
                Qt::AlignRight | Qt::AlignVCenter);
    x += lowWidth;
    paintBar(sketch, QRectF(x, y + 5, bar, 8), scale);
    sketch.text(QRect(x + bar + 5, y, highWidth, lineHeight), high, font, sketch.theme().text2);
    return top ? area.adjusted(0, lineHeight + 4, 0, 0) : area.adjusted(0, 0, 0, -lineHeight - 4);
}

} // namespace tessera::designer
