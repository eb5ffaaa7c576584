// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/paint/chart/outlines.h"
#include "designer/paint/chart/round_charts.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::MapChart)
};

constexpr double radians = M_PI / 180;

// From degrees to a flat map whose unit does not matter: it is fitted into the card afterwards.
QPointF flat(const QPointF &place, double middleLatitude)
{
    return {place.x() * std::cos(middleLatitude * radians), -place.y()};
}

// Albers' equal-area cone with the parallels maps of the United States use; Alaska smaller and Hawaii nearer, below
// them.
QPointF albers(const QPointF &place)
{
    double lon = place.x(), lat = place.y(), scale = 1, dx = 0, dy = 0, center = -96, centerLat = 38.7,
           centerLon = -0.6;
    double first = 29.5, second = 45.5;
    if (lat > 50 || lon > 170) { // Alaska, also west of the date line
        lon = lon > 0 ? lon - 360 : lon;
        center = -154;
        first = 55;
        second = 65;
        centerLat = 58.5;
        centerLon = -2;
        scale = 0.35;
        dx = -0.307;
        dy = 0.201;
    } else if (lon < -130) {
        center = -157;
        first = 8;
        second = 18;
        centerLat = 19.9;
        centerLon = -3;
        dx = -0.205;
        dy = 0.212;
    }
    const double n = (std::sin(first * radians) + std::sin(second * radians)) / 2;
    const double c = std::pow(std::cos(first * radians), 2) + 2 * n * std::sin(first * radians);
    const auto cone = [&](double longitude, double latitude) { // from the centre of the cone
        const double rho = std::sqrt(std::max(0.0, c - 2 * n * std::sin(latitude * radians))) / n;
        return QPointF(rho * std::sin(n * longitude * radians), rho * std::cos(n * longitude * radians));
    };
    return (cone(lon - center, lat) - cone(centerLon, centerLat)) * scale + QPointF(dx, dy);
}

struct Fit
{
    QRectF from, to;
    QPointF at(const QPointF &point) const
    {
        const double scale = std::min(to.width() / from.width(), to.height() / from.height());
        return {to.center().x() + (point.x() - from.center().x()) * scale,
                to.center().y() + (point.y() - from.center().y()) * scale};
    }
};

using Project = std::function<QPointF(const QPointF &)>;

QPainterPath pathOf(const std::vector<std::vector<QPointF>> &rings, const Project &project)
{
    QPainterPath path;
    for (const auto &ring : rings) {
        QPolygonF polygon;
        for (const QPointF &point : ring)
            polygon << project(point);
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

QRectF boundsOf(const std::vector<QPainterPath> &paths)
{
    QRectF bounds;
    for (const QPainterPath &path : paths)
        bounds = bounds.united(path.boundingRect());
    return bounds;
}

// Colours of a map's rows.
struct Ink
{
    const Sketch &sketch;
    const model::ChartLook &look;
    DataColumn column;
    std::optional<ColorScale> scale;
    Members members;

    Ink(const Sketch &s, const model::ChartLook &l) : sketch(s), look(l), column(dataColumn(*s.table(), l.color))
    {
        const int rows = static_cast<int>(s.table()->rowCount());
        if (column && column.isNumber() && (look.colorScale || look.colorColumn.isEmpty() == false)) {
            Range range;
            for (int row = 0; row < rows; ++row)
                range.include(column.number(row));
            scale.emplace(s.theme(), range, look.scheme, look.colorLow, look.colorMiddle, look.colorHigh);
        } else {
            members = membersOf(column, rows, true);
        }
    }
    QColor at(int row) const
    {
        QColor color =
            scale ? scale->at(column.number(row))
                  : dataColor(sketch.theme(), look, members.column ? members.ofRow[static_cast<std::size_t>(row)] : 0);
        return fadedUnlessChosen(sketch, color.isValid() ? color : sketch.theme().faint(), row);
    }
    QRect legend(const QRect &area) const
    {
        if (scale)
            return paintScaleLegend(sketch, area, look, look.legendHeader ? look.colorColumn : QString(), *scale,
                                    column.text);
        QList<QPair<QString, QColor>> entries;
        for (int i = 0; members.column && i < members.count(); ++i)
            entries.append({members.words(i), dataColor(sketch.theme(), look, i)});
        return paintDataLegend(sketch, area, look, look.legendHeader ? look.colorColumn : QString(), entries);
    }
};

void addMark(const Sketch &sketch, const QPainterPath &path, int row, const QString &title, const std::string &column)
{
    if (!sketch.context.marks)
        return;
    Mark mark;
    mark.shape = path;
    mark.row = row;
    mark.title = title;
    mark.column = column;
    sketch.context.marks->add(std::move(mark));
}

void paintRegions(const Sketch &sketch, const model::ChartLook &look)
{
    const bool states = look.region == "us-state", world = look.region == "country";
    const DataColumn place = dataColumn(*sketch.table(), look.place);
    if ((!states && !world) || !place) {
        paintNotice(sketch, sketch.rect,
                    look.region.empty() ? Texts::tr("Choose what kind of regions the column names")
                                        : Texts::tr("There are no outlines for “%1” here; Sigma draws them")
                                              .arg(QString::fromStdString(look.region)));
        return;
    }
    const Outlines &outlines = states ? Outlines::states() : Outlines::countries();
    const Ink ink(sketch, look);
    QRect area = ink.legend(sketch.rect);
    const Project project = [&](const QPointF &point) { return states ? albers(point) : flat(point, 20); };
    QRectF bounds;
    for (const Outline &outline : outlines.all()) {
        if (outline.name != u"Antarctica")
            bounds = bounds.united(pathOf(outline.rings, project).boundingRect());
    }
    std::vector<int> rowOf(outlines.all().size(), -1);
    int unknown = 0;
    for (int row = 0; row < static_cast<int>(sketch.table()->rowCount()); ++row) {
        const int index = outlines.find(place.words(row));
        if (index >= 0 && rowOf[static_cast<std::size_t>(index)] < 0)
            rowOf[static_cast<std::size_t>(index)] = row;
        else if (index < 0 && !place.isNull(row))
            ++unknown;
    }
    if (unknown > 0 && area.height() > 90) {
        const QString words = unknown == 1 ? Texts::tr("1 name is no known region")
                                           : Texts::tr("%1 names are no known regions").arg(unknown);
        sketch.text(QRect(area.left(), area.bottom() - 14, area.width(), 15), words, sketch.theme().font(size::caption),
                    sketch.theme().warn);
        area.setBottom(area.bottom() - 16);
    }
    const Fit fit{bounds, QRectF(area)};
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    for (std::size_t i = 0; i < outlines.all().size(); ++i) {
        const Outline &outline = outlines.all()[i];
        if (outline.name == u"Antarctica")
            continue;
        const QPainterPath path = pathOf(outline.rings, [&](const QPointF &point) { return fit.at(project(point)); });
        sketch.painter.setPen(QPen(sketch.theme().card, 0.8));
        sketch.painter.setBrush(rowOf[i] >= 0 ? ink.at(rowOf[i]) : sketch.theme().soft(sketch.theme().text3, 0.14));
        sketch.painter.drawPath(path);
        if (rowOf[i] >= 0)
            addMark(sketch, path, rowOf[i], outline.name, look.place.id);
    }
}

void paintLand(const Sketch &sketch, const QRectF &area, const Project &project, bool states)
{
    const PageTheme &theme = sketch.theme();
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    const auto paint = [&](const Outlines &outlines, const QColor &fill) {
        for (const Outline &outline : outlines.all()) {
            const QPainterPath path = pathOf(outline.rings, project);
            if (!path.boundingRect().intersects(area))
                continue;
            sketch.painter.setPen(QPen(theme.card, 0.8));
            sketch.painter.setBrush(fill);
            sketch.painter.drawPath(path);
        }
    };
    paint(Outlines::countries(), theme.soft(theme.text3, 0.14));
    if (states)
        paint(Outlines::states(), theme.soft(theme.text3, 0.18));
}

void paintPoints(const Sketch &sketch, const model::ChartLook &look)
{
    const auto &table = *sketch.table();
    const int rows = static_cast<int>(table.rowCount());
    const DataColumn lat = dataColumn(table, look.latitude), lon = dataColumn(table, look.longitude),
                     amount = dataColumn(table, look.size);
    Range x, y, sizes;
    const auto valid = [&](int row) { return std::abs(lat.number(row)) <= 90 && std::abs(lon.number(row)) <= 360; };
    for (int row = 0; row < rows; ++row) {
        if (!valid(row))
            continue;
        x.include(lon.number(row));
        y.include(lat.number(row));
        sizes.include(amount.number(row));
    }
    if (x.isEmpty()) {
        paintNotice(sketch, sketch.rect, Texts::tr("No place has a latitude and a longitude"));
        return;
    }
    const Ink ink(sketch, look);
    const QRect area = ink.legend(sketch.rect);
    const double middle = (y.low + y.high) / 2;
    // Some country around the places, and never closer than a region.
    const double padX = std::max(3.0, (x.high - x.low) * 0.12), padY = std::max(2.0, (y.high - y.low) * 0.12);
    const QRectF from = QRectF(flat({x.low - padX, std::min(85.0, y.high + padY)}, middle),
                               flat({x.high + padX, std::max(-85.0, y.low - padY)}, middle))
                            .normalized();
    const Fit fit{from, QRectF(area)};
    const Project project = [&](const QPointF &point) { return fit.at(flat(point, middle)); };
    sketch.painter.save();
    sketch.painter.setClipRect(area, Qt::IntersectClip);
    paintLand(sketch, QRectF(area), project, x.high - x.low < 70);
    std::vector<int> order;
    for (int row = 0; row < rows; ++row) {
        if (valid(row))
            order.push_back(row);
    }
    if (amount)
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return amount.number(a) > amount.number(b); });
    constexpr double dot = 3; // px of a place among very many
    const bool crowd = order.size() > 20000;
    const int across = static_cast<int>(area.width() / dot) + 1;
    std::vector<bool> taken(crowd ? static_cast<std::size_t>(across) * static_cast<std::size_t>(area.height() / dot + 1)
                                  : 0);
    for (const int row : order) {
        if (crowd) {
            const QPointF at = project({lon.number(row), lat.number(row)}) - QPointF(area.topLeft());
            if (at.x() < 0 || at.y() < 0 || at.x() >= area.width() || at.y() >= area.height())
                continue;
            const auto cell =
                static_cast<std::size_t>(static_cast<int>(at.y() / dot) * across + static_cast<int>(at.x() / dot));
            if (!taken[cell])
                sketch.painter.fillRect(QRectF(at + QPointF(area.topLeft()), QSizeF(dot, dot)), ink.at(row));
            taken[cell] = true;
            continue;
        }
        QColor color = ink.at(row);
        if (color.alpha() == 255)
            color.setAlpha(200);
        const double share = sizes.high > 0 ? amount.number(row) / sizes.high : 0;
        const double radius = amount        ? 3 + 12 * std::sqrt(std::max(0.0, std::isfinite(share) ? share : 0))
                              : rows > 2000 ? 2.2
                                            : 4.5;
        const QPointF at = project({lon.number(row), lat.number(row)});
        sketch.painter.setPen(rows > 2000 ? QPen(Qt::NoPen) : QPen(sketch.theme().card, 1));
        sketch.painter.setBrush(color);
        sketch.painter.drawEllipse(at, radius, radius);
        if (sketch.context.marks) {
            QPainterPath path;
            path.addEllipse(at, radius, radius);
            addMark(sketch, path, row, {}, look.latitude.id);
        }
    }
    sketch.painter.restore();
}

void paintShapes(const Sketch &sketch, const model::ChartLook &look)
{
    const DataColumn place = dataColumn(*sketch.table(), look.place);
    std::vector<QPainterPath> paths;
    std::vector<QPointF> points;
    const Project project = [](const QPointF &point) { return flat(point, 40); };
    const int rows = static_cast<int>(sketch.table()->rowCount());
    for (int row = 0; row < rows; ++row) {
        std::vector<QPointF> own;
        QPainterPath path =
            place.isNull(row)
                ? QPainterPath()
                : pathOf(ringsOfGeoJson(place.text(place.column->data.at(static_cast<std::size_t>(row))), &own),
                         project);
        for (const QPointF &point : own)
            path.addEllipse(project(point), 0.05, 0.05);
        paths.push_back(std::move(path));
    }
    const QRectF bounds = boundsOf(paths);
    if (bounds.isEmpty()) {
        paintNotice(sketch, sketch.rect, Texts::tr("No value is a GeoJSON shape"));
        return;
    }
    const Ink ink(sketch, look);
    const QRect area = ink.legend(sketch.rect).adjusted(4, 4, -4, -4);
    const Fit fit{bounds, QRectF(area)};
    sketch.painter.save();
    sketch.painter.setClipRect(area, Qt::IntersectClip);
    paintLand(
        sketch, QRectF(area), [&](const QPointF &point) { return fit.at(project(point)); }, false);
    const double scale = std::min(fit.to.width() / bounds.width(), fit.to.height() / bounds.height());
    const QTransform transform(scale, 0, 0, scale, fit.to.center().x() - bounds.center().x() * scale,
                               fit.to.center().y() - bounds.center().y() * scale);
    for (int row = 0; row < rows; ++row) {
        const QPainterPath path = transform.map(paths[static_cast<std::size_t>(row)]);
        QColor fill = ink.at(row);
        fill.setAlpha(std::min(fill.alpha(), 205));
        sketch.painter.setPen(QPen(sketch.theme().card, 1));
        sketch.painter.setBrush(fill);
        sketch.painter.drawPath(path);
        addMark(sketch, path, row, {}, look.place.id);
    }
    sketch.painter.restore();
}

} // namespace

void paintMapData(const Sketch &sketch)
{
    const model::ChartLook look = model::chartLookOf(sketch.element);
    if (sketch.element.kind() == "point-map")
        paintPoints(sketch, look);
    else if (sketch.element.kind() == "geography-map")
        paintShapes(sketch, look);
    else
        paintRegions(sketch, look);
}

} // namespace tessera::designer
