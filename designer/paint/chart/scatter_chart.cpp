// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/paint/chart/trend_line.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ScatterChart)
};

struct Cloud
{
    const Sketch &sketch;
    const model::ChartLook &look;
    DataColumn x, y, size;
    Members categories; // of an x that has no distances
    bool even = false;
    ValueScale along, up;
    Range sizes;
    Members colors;
    std::optional<ColorScale> scale;
    DataColumn graded;
    Members paneRows, paneColumns; // of the trellis

    double alongAt(int row) const
    {
        return even ? (categories.ofRow[static_cast<std::size_t>(row)] + 0.5) / std::max(1, categories.count())
                    : along.at(x.number(row));
    }
    bool isIn(int paneRow, int paneColumn, int row) const
    {
        const auto at = static_cast<std::size_t>(row);
        return paneRows.ofRow[at] == paneRow && paneColumns.ofRow[at] == paneColumn;
    }
    QColor colorAt(int row) const
    {
        if (scale) {
            const QColor color = scale->at(graded.number(row));
            return color.isValid() ? color : sketch.theme().faint();
        }
        return dataColor(sketch.theme(), look, colors.column ? colors.ofRow[static_cast<std::size_t>(row)] : 0);
    }
    // Areas tell sizes, so radii go with their roots.
    double radiusAt(int row) const
    {
        if (!size)
            return 4.5;
        const double value = size.number(row);
        if (!(value > 0) || !(sizes.high > 0))
            return 2.5;
        return 3 + 15 * std::sqrt(value / sizes.high);
    }
};

Cloud cloudOf(const Sketch &sketch, const model::ChartLook &look, int ticks)
{
    const auto &table = *sketch.table();
    const int rows = static_cast<int>(table.rowCount());
    Cloud cloud{sketch, look, {}, {}, {}, {}, false, {}, {}, {}, {}, {}, {}, {}, {}};
    cloud.x = look.x.empty() ? DataColumn() : dataColumn(table, look.x.front());
    cloud.y = dataColumn(table, look.series.front().column);
    cloud.size = dataColumn(table, look.size);
    cloud.even = !cloud.x.isNumber() && !cloud.x.isDate();
    Range x, y, colors;
    cloud.graded = dataColumn(table, look.color);
    const bool graded = cloud.graded && look.colorScale && cloud.graded.isNumber();
    for (int row = 0; row < rows; ++row) {
        x.include(cloud.x.number(row));
        y.include(cloud.y.number(row));
        cloud.sizes.include(cloud.size.number(row));
        if (graded)
            colors.include(cloud.graded.number(row));
    }
    cloud.paneRows = membersOf(dataColumn(table, look.trellisRow), rows, true);
    cloud.paneColumns = membersOf(dataColumn(table, look.trellisColumn), rows, true);
    includeReferences(sketch, look, true, false, x);
    includeReferences(sketch, look, false, false, y);
    if (cloud.even)
        cloud.categories = membersOf(cloud.x, rows, false);
    else if (cloud.x.isDate())
        cloud.along = ValueScale::forMoments(x);
    else
        cloud.along = ValueScale::forValues(x, look.xAxis, x.low >= 0 && x.low < 0.4 * x.high, 8);
    cloud.up = ValueScale::forValues(y, look.yAxis, y.low >= 0 && y.low < 0.4 * y.high, ticks);
    if (graded)
        cloud.scale.emplace(sketch.theme(), colors, look.scheme, look.colorLow, look.colorMiddle, look.colorHigh);
    else if (!look.colorScale)
        cloud.colors = membersOf(cloud.graded, rows, true);
    return cloud;
}

QRect paintLegend(const Cloud &cloud, const QRect &area)
{
    const model::ChartLook &look = cloud.look;
    const QString heading = look.legendHeader ? look.colorColumn : QString();
    if (cloud.scale)
        return paintScaleLegend(cloud.sketch, area, look, heading, *cloud.scale, cloud.graded.text);
    QList<QPair<QString, QColor>> entries;
    for (int i = 0; cloud.colors.column && i < cloud.colors.count(); ++i)
        entries.append({cloud.colors.words(i), dataColor(cloud.sketch.theme(), look, i)});
    return paintDataLegend(cloud.sketch, area, look, heading, entries);
}

// The points of one pane.
void paintPoints(const Cloud &cloud, const PlotMap &map, std::vector<int> order)
{
    const Sketch &sketch = cloud.sketch;
    QPainter &painter = sketch.painter;
    // Large points lie below small ones, so that none is hidden.
    if (cloud.size)
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return cloud.radiusAt(a) > cloud.radiusAt(b); });
    constexpr double dot = 2;                // px
    const bool crowd = order.size() > 20000; // one dot at a place is all that can be seen
    if (crowd)
        painter.setRenderHint(QPainter::Antialiasing, false);
    const int across = static_cast<int>(map.plot.width() / dot) + 1;
    std::vector<bool> taken(
        crowd ? static_cast<std::size_t>(across) * static_cast<std::size_t>(map.plot.height() / dot + 1) : 0);
    painter.save();
    painter.setClipRect(map.plot.adjusted(-8, -8, 8, 8), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, !crowd);
    for (const int row : order) {
        const QPointF at = map.point(cloud.alongAt(row), cloud.up.at(cloud.y.number(row)));
        if (!std::isfinite(at.x() + at.y()))
            continue;
        if (crowd) {
            const double x = at.x() - map.plot.left(), y = at.y() - map.plot.top();
            if (x < 0 || y < 0 || x > map.plot.width() || y > map.plot.height())
                continue;
            const auto cell = static_cast<std::size_t>(static_cast<int>(y / dot) * across + static_cast<int>(x / dot));
            if (taken[cell])
                continue;
            taken[cell] = true;
            painter.fillRect(QRectF(at.x() - 1, at.y() - 1, dot, dot),
                             fadedUnlessChosen(sketch, cloud.colorAt(row), row));
            continue; // nobody can point at one of them
        }
        QColor color = cloud.colorAt(row);
        color.setAlpha(190);
        const double radius = cloud.radiusAt(row);
        painter.setPen(QPen(sketch.theme().card, 1));
        painter.setBrush(fadedUnlessChosen(sketch, color, row));
        painter.drawEllipse(at, radius, radius);
        if (sketch.context.marks) {
            Mark mark;
            mark.shape.addEllipse(at, radius, radius);
            mark.row = row;
            mark.column = cloud.look.series.front().column.id;
            sketch.context.marks->add(std::move(mark));
        }
    }
    painter.restore();
}

void paintTrends(const Cloud &cloud, const PlotMap &map, const std::vector<int> &rows)
{
    for (const model::TrendLook &trend : cloud.look.trends) {
        if (cloud.even)
            return;
        std::vector<double> x, y;
        for (const int row : rows) {
            x.push_back(cloud.x.number(row));
            y.push_back(cloud.y.number(row));
        }
        const TrendCurve curve(trend.model, x, y);
        if (!curve.isValid())
            continue;
        QPainterPath path;
        for (int i = 0; i <= 64; ++i) {
            const double value = cloud.along.valueAt(i / 64.0);
            const QPointF at = map.point(i / 64.0, cloud.up.at(curve.at(value)));
            if (std::isfinite(at.x() + at.y()))
                path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        QPainter &painter = cloud.sketch.painter;
        painter.save();
        painter.setClipRect(map.plot, Qt::IntersectClip);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colorFrom(cloud.sketch.theme(), trend.color, cloud.sketch.theme().text2), trend.width + 0.4,
                            Qt::DashLine));
        painter.drawPath(path);
        painter.restore();
    }
}

void paintPane(const Cloud &cloud, const PlotMap &map, int paneRow, int paneColumn)
{
    std::vector<int> rows;
    for (int row = 0; row < static_cast<int>(cloud.sketch.table()->rowCount()); ++row) {
        if (cloud.isIn(paneRow, paneColumn, row))
            rows.push_back(row);
    }
    LabelShelf shelf;
    const auto along = [&](double value) {
        return cloud.even ? (value + 0.5) / std::max(1, cloud.categories.count()) : cloud.along.at(value);
    };
    const ReferenceAxes axes{cloud.sketch, cloud.look, map, cloud.up, cloud.up, along, shelf};
    paintReferenceBands(axes);
    paintTrends(cloud, map, rows);
    paintPoints(cloud, map, rows);
    paintReferenceLines(axes);
}

} // namespace

void paintScatterData(const Sketch &sketch)
{
    const model::ChartLook look = model::chartLookOf(sketch.element);
    if (look.series.empty() || !sketch.table()->byId(look.series.front().column.id)) {
        paintNotice(sketch, sketch.rect, Texts::tr("No values to draw"));
        return;
    }
    const int ticks = std::clamp(sketch.rect.height() / 48, 2, 8);
    const Cloud cloud = cloudOf(sketch, look, ticks);
    const QRect area = paintLegend(cloud, sketch.rect);
    AxesRequest request{sketch, look, {}, cloud.up, {}, cloud.y.text, {}};
    const QFont font = axisFont(sketch.theme());
    request.first = [&](double length, bool upright, double most) {
        return cloud.even ? layoutCategories(
                                cloud.categories.count(), [&](int i) { return cloud.categories.words(i); }, font,
                                length, upright, most)
                          : layoutValues(cloud.along, cloud.x.text, font, length, upright);
    };
    request.paneRows = std::clamp(cloud.paneRows.count(), 1, mostPaneRows);
    request.paneColumns = std::clamp(cloud.paneColumns.count(), 1, mostPaneColumns);
    request.rowNames = memberNames(cloud.paneRows, request.paneRows);
    request.columnNames = memberNames(cloud.paneColumns, request.paneColumns);
    const QList<QRectF> plots = paintChartAxes(request, area);
    for (int i = 0; i < plots.size(); ++i)
        paintPane(cloud, {plots.at(i), false}, i / request.paneColumns, i % request.paneColumns);
}

} // namespace tessera::designer
