// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <QCoreApplication>
#include <QFontMetricsF>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/paint/chart/round_charts.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::FlowCharts)
};

// The column whose numbers are drawn: the one asked for, else the first number that is not a key.
DataColumn measureOf(const Sketch &sketch, const model::ColumnLook &asked, const std::vector<model::ColumnLook> &keys)
{
    const auto &table = *sketch.table();
    if (DataColumn column = dataColumn(table, asked))
        return column;
    for (const model::query::ResultColumn &column : table.columns) {
        const bool key = std::any_of(keys.begin(), keys.end(), [&](const auto &look) { return look.id == column.id; });
        DataColumn data = dataColumn(table, model::columnLook(sketch.element, column.id));
        if (!key && data.isNumber())
            return data;
    }
    return {};
}

struct Tile
{
    QString words;       // the whole path
    QString leaf, outer; // its last step, and those around it
    double value = 0;
    int row = -1;
    QColor color;
};

// Tiles as square as can be (Bruls, Huizing and van Wijk): rows are filled along the shorter side while that helps.
double worstRatio(const std::vector<double> &areas, std::size_t from, std::size_t to, double side)
{
    const double sum = std::accumulate(areas.begin() + static_cast<std::ptrdiff_t>(from),
                                       areas.begin() + static_cast<std::ptrdiff_t>(to), 0.0);
    double worst = 0;
    for (std::size_t i = from; i < to; ++i)
        worst = std::max({worst, side * side * areas[i] / (sum * sum), sum * sum / (side * side * areas[i])});
    return worst;
}

std::vector<QRectF> squarified(const std::vector<double> &areas, QRectF rest)
{
    std::vector<QRectF> out;
    std::size_t start = 0;
    while (start < areas.size() && rest.width() > 0 && rest.height() > 0) {
        const double side = std::min(rest.width(), rest.height());
        std::size_t end = start + 1;
        while (end < areas.size() && worstRatio(areas, start, end + 1, side) <= worstRatio(areas, start, end, side))
            ++end;
        const double sum = std::accumulate(areas.begin() + static_cast<std::ptrdiff_t>(start),
                                           areas.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
        const double thick = sum / side;
        double at = 0;
        for (std::size_t i = start; i < end; ++i) {
            const double length = areas[i] / thick;
            out.push_back(rest.width() >= rest.height() ? QRectF(rest.left(), rest.top() + at, thick, length)
                                                        : QRectF(rest.left() + at, rest.top(), length, thick));
            at += length;
        }
        if (rest.width() >= rest.height())
            rest.setLeft(rest.left() + thick);
        else
            rest.setTop(rest.top() + thick);
        start = end;
    }
    return out;
}

int belowZero(const Sketch &sketch, const DataColumn &value)
{
    int count = 0;
    for (int row = 0; value && row < static_cast<int>(sketch.table()->rowCount()); ++row)
        count += value.number(row) < 0 ? 1 : 0;
    return count;
}

// Instead of areas nobody can draw.
void paintNoAreas(const Sketch &sketch, const DataColumn &value)
{
    paintNotice(sketch, sketch.rect,
                belowZero(sketch, value) > 0 ? Texts::tr("Areas cannot show values below zero")
                                             : Texts::tr("No values to draw"));
}

// Says what the areas leave out, and what room is left for them.
QRect sayLeftOut(const Sketch &sketch, const DataColumn &value)
{
    const QRect &area = sketch.rect;
    const int count = belowZero(sketch, value);
    if (count == 0 || area.height() <= 90)
        return area;
    const QString words = count == 1 ? Texts::tr("1 value below zero is left out")
                                     : Texts::tr("%1 values below zero are left out").arg(count);
    sketch.text(QRect(area.left(), area.bottom() - 14, area.width(), 15), words, sketch.theme().font(size::caption),
                sketch.theme().warn, Qt::AlignCenter);
    return area.adjusted(0, 0, 0, -18);
}

std::vector<Tile> tilesOf(const Sketch &sketch, const model::ChartLook &look, const DataColumn &value)
{
    constexpr std::size_t most = 400; // smaller ones would not be seen
    const auto &table = *sketch.table();
    std::vector<DataColumn> levels;
    for (const model::ColumnLook &step : look.steps) {
        if (DataColumn level = dataColumn(table, step))
            levels.push_back(std::move(level));
    }
    const auto tileOf = [&](int row, double number, const QColor &color) {
        QStringList words;
        for (const DataColumn &level : levels)
            words << level.words(row);
        const QString whole = words.join(u" · "_qs), leaf = words.isEmpty() ? QString() : words.takeLast();
        return Tile{whole, leaf, words.join(u" · "_qs), number, row, color};
    };
    // With several levels tiles of one outer member share a colour.
    const Members outer =
        membersOf(levels.size() > 1 ? levels.front() : DataColumn(), static_cast<int>(table.rowCount()), true);
    std::vector<Tile> tiles;
    for (int row = 0; row < static_cast<int>(table.rowCount()); ++row) {
        const double number = value ? value.number(row) : 1;
        if (number > 0 && std::isfinite(number))
            tiles.push_back(
                tileOf(row, number,
                       outer.column ? sketch.theme().seriesAt(std::max(0, outer.ofRow[static_cast<std::size_t>(row)]))
                                    : QColor()));
    }
    std::stable_sort(tiles.begin(), tiles.end(), [](const Tile &a, const Tile &b) { return a.value > b.value; });
    if (tiles.size() > most) {
        Tile rest{Texts::tr("Others"), Texts::tr("Others"), {}, 0, -1, {}};
        for (std::size_t i = most; i < tiles.size(); ++i)
            rest.value += tiles[i].value;
        tiles.resize(most);
        tiles.push_back(rest);
    }
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (!tiles[i].color.isValid())
            tiles[i].color = sketch.theme().seriesAt(static_cast<int>(i));
    }
    return tiles;
}

void paintTile(const Sketch &sketch, const Tile &tile, const QRectF &where, const DataColumn &value, double total)
{
    const QColor fill = fadedUnlessChosen(sketch, tile.color, tile.row);
    sketch.box(where, std::min(3.0, where.width() / 4), fill, Qt::transparent, 0);
    if (where.width() > 34 && where.height() > 18) {
        const QColor ink = readableOn(tile.color);
        const QRect inner = where.adjusted(7, 5, -5, -3).toRect();
        sketch.text(QRect(inner.left(), inner.top(), inner.width(), 15), tile.leaf,
                    sketch.theme().font(size::caption, true), ink);
        if (inner.height() > 30 && value)
            sketch.text(QRect(inner.left(), inner.top() + 15, inner.width(), 15), value.text.number(tile.value),
                        sketch.theme().dataFont(size::caption), ink);
        if (inner.height() > 48 && !tile.outer.isEmpty())
            sketch.text(QRect(inner.left(), inner.top() + 30, inner.width(), 15), tile.outer,
                        sketch.theme().font(size::caption), ink);
    }
    if (!sketch.context.marks)
        return;
    Mark mark;
    mark.row = tile.row;
    mark.title = tile.words;
    mark.lines = {{value.name, value.text.number(tile.value)},
                  {Texts::tr("Share"), model::formatNumber(tile.value / total, *model::parseNumberFormat(".1%"))}};
    sketch.context.marks->addBox(std::move(mark), where);
}

} // namespace

void paintTreemapData(const Sketch &sketch)
{
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const DataColumn value = measureOf(sketch, look.value, look.steps);
    const std::vector<Tile> tiles = tilesOf(sketch, look, value);
    if (tiles.empty()) {
        paintNoAreas(sketch, value);
        return;
    }
    double total = 0;
    for (const Tile &tile : tiles)
        total += tile.value;
    const QRectF area(sayLeftOut(sketch, value));
    std::vector<double> areas;
    for (const Tile &tile : tiles)
        areas.push_back(tile.value / total * area.width() * area.height());
    const std::vector<QRectF> boxes = squarified(areas, area);
    for (std::size_t i = 0; i < boxes.size() && i < tiles.size(); ++i)
        paintTile(sketch, tiles[i], boxes[i].adjusted(0.75, 0.75, -0.75, -0.75), value, total);
}

void paintFunnelData(const Sketch &sketch)
{
    constexpr int most = 40;
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const PageTheme &theme = sketch.theme();
    const auto &table = *sketch.table();
    const DataColumn stage = look.steps.empty() ? DataColumn() : dataColumn(table, look.steps.front());
    const DataColumn value =
        measureOf(sketch, look.series.empty() ? model::ColumnLook() : look.series.front().column, look.steps);
    Range range;
    const int rows = std::min(most, static_cast<int>(table.rowCount()));
    for (int row = 0; row < rows; ++row)
        range.include(value.number(row));
    if (!(range.high > 0)) {
        paintNotice(sketch, sketch.rect, Texts::tr("No values to draw"));
        return;
    }
    const QFont font = theme.font(size::caption), bold = theme.dataFont(size::caption, true);
    double names = 0, numbers = 0;
    for (int row = 0; row < rows; ++row) {
        names = std::max(names, QFontMetricsF(font).horizontalAdvance(stage.words(row)));
        numbers = std::max(numbers, QFontMetricsF(bold).horizontalAdvance(value.words(row)));
    }
    names = std::min(names + 10, sketch.rect.width() * 0.32);
    numbers += 46;
    const QRectF area = QRectF(sketch.rect).adjusted(names, 2, -numbers, -2);
    const double height = area.height() / rows;
    const auto widthOf = [&](int row) {
        return area.width() * std::max(0.0, std::isfinite(value.number(row)) ? value.number(row) : 0) / range.high;
    };
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    for (int row = 0; row < rows; ++row) {
        const double top = widthOf(row), bottom = row + 1 < rows ? std::min(top, widthOf(row + 1)) : top;
        const double y = area.top() + row * height, middle = area.center().x(), gap = std::min(3.0, height / 5);
        const double waist = (top + bottom) / 2;
        QPainterPath path(QPointF(middle - top / 2, y));
        path.lineTo(middle + top / 2, y);
        path.lineTo(middle + waist / 2, y + height - gap);
        path.lineTo(middle - waist / 2, y + height - gap);
        path.closeSubpath();
        sketch.painter.setPen(Qt::NoPen);
        sketch.painter.setBrush(
            fadedUnlessChosen(sketch, mix(theme.card, dataColor(theme, look, 0), std::max(0.45, 1 - row * 0.12)), row));
        sketch.painter.drawPath(path);
        const QRect line(sketch.rect.left(), static_cast<int>(y), static_cast<int>(names) - 8,
                         static_cast<int>(height - gap));
        if (height > 11) {
            sketch.text(line, stage.words(row), font, theme.text, Qt::AlignRight | Qt::AlignVCenter);
            const QRect right(static_cast<int>(area.right()) + 8, line.top(), static_cast<int>(numbers) - 44,
                              line.height());
            sketch.text(right, value.words(row), bold, theme.text);
            const double share = value.number(row) / value.number(0);
            if (row > 0 && std::isfinite(share))
                sketch.text(QRect(sketch.rect.right() - 42, line.top(), 43, line.height()),
                            model::formatNumber(share, *model::parseNumberFormat(".0%")), font, theme.text2,
                            Qt::AlignRight | Qt::AlignVCenter);
        }
        if (sketch.context.marks) {
            Mark mark;
            mark.shape = path;
            mark.row = row;
            mark.column = look.steps.empty() ? std::string() : look.steps.front().id;
            mark.title = stage.words(row);
            sketch.context.marks->add(std::move(mark));
        }
    }
}

namespace {

struct Node
{
    QString words;
    double value = 0, out = 0, in = 0; // in: already used on the left side while painting
    double y = 0, height = 0;
    QColor color;
};

struct Flow
{
    int from = 0, to = 0, row = -1;
    double value = 0;
};

// The largest members of a stage keep their names; the others are one.
constexpr int mostNodes = 40;

void mergeSmall(Members &members, const DataColumn &value, int rows)
{
    if (members.count() <= mostNodes)
        return;
    std::vector<double> sums(static_cast<std::size_t>(members.count()), 0);
    for (int row = 0; row < rows; ++row) {
        const double number = value ? value.number(row) : 1;
        if (number > 0 && std::isfinite(number))
            sums[static_cast<std::size_t>(members.ofRow[static_cast<std::size_t>(row)])] += number;
    }
    std::vector<int> order(sums.size()), place(sums.size(), mostNodes - 1);
    std::iota(order.begin(), order.end(), 0);
    std::partial_sort(order.begin(), order.begin() + mostNodes, order.end(), [&](int a, int b) {
        return sums[static_cast<std::size_t>(a)] > sums[static_cast<std::size_t>(b)];
    });
    std::vector<int> firstRows;
    for (int i = 0; i < mostNodes; ++i) {
        place[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = i;
        firstRows.push_back(members.firstRow[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])]);
    }
    for (int &member : members.ofRow)
        member = place[static_cast<std::size_t>(member)];
    members.firstRow = std::move(firstRows);
}

struct Sankey
{
    std::vector<std::vector<Node>> stages;
    std::vector<std::vector<Flow>> flows; // from a stage to the next
};

Sankey sankeyOf(const Sketch &sketch, const model::ChartLook &look, const DataColumn &value)
{
    const auto &table = *sketch.table();
    const int rows = static_cast<int>(table.rowCount());
    Sankey sankey;
    std::vector<Members> members;
    for (const model::ColumnLook &step : look.steps) {
        members.push_back(membersOf(dataColumn(table, step), rows, false));
        const bool merged = members.back().count() > mostNodes;
        mergeSmall(members.back(), value, rows);
        std::vector<Node> nodes(static_cast<std::size_t>(std::max(1, members.back().count())));
        for (int i = 0; i < members.back().count(); ++i) {
            nodes[static_cast<std::size_t>(i)].words = members.back().words(i);
            nodes[static_cast<std::size_t>(i)].color =
                sketch.theme().seriesAt(i + static_cast<int>(sankey.stages.size()) * 3);
        }
        if (merged)
            nodes.back().words = Texts::tr("Others");
        sankey.stages.push_back(std::move(nodes));
    }
    sankey.flows.resize(sankey.stages.empty() ? 0 : sankey.stages.size() - 1);
    std::vector<std::map<std::pair<int, int>, std::size_t>> known(sankey.flows.size());
    for (int row = 0; row < rows; ++row) {
        const double number = value ? value.number(row) : 1;
        if (!(number > 0) || !std::isfinite(number))
            continue;
        for (std::size_t s = 0; s < sankey.stages.size(); ++s) {
            const int here = members[s].ofRow[static_cast<std::size_t>(row)];
            sankey.stages[s][static_cast<std::size_t>(here)].value += number;
            if (s + 1 == sankey.stages.size())
                continue;
            const int there = members[s + 1].ofRow[static_cast<std::size_t>(row)];
            const auto [it, fresh] = known[s].try_emplace({here, there}, sankey.flows[s].size());
            if (fresh)
                sankey.flows[s].push_back({here, there, row, 0});
            sankey.flows[s][it->second].value += number;
        }
    }
    return sankey;
}

void placeNodes(Sankey &sankey, const QRectF &area)
{
    double scale = std::numeric_limits<double>::infinity();
    const auto gapOf = [&](const std::vector<Node> &nodes) {
        return std::min(10.0, area.height() * 0.3 / std::max<std::size_t>(1, nodes.size()));
    };
    for (const auto &nodes : sankey.stages) {
        double sum = 0;
        for (const Node &node : nodes)
            sum += node.value;
        if (sum > 0)
            scale = std::min(scale, (area.height() - gapOf(nodes) * double(nodes.size() - 1)) / sum);
    }
    for (auto &nodes : sankey.stages) {
        double used = gapOf(nodes) * double(nodes.size() - 1);
        for (const Node &node : nodes)
            used += node.value * scale;
        double y = area.top() + (area.height() - used) / 2;
        for (Node &node : nodes) {
            node.y = y;
            node.height = node.value * scale;
            y += node.height + gapOf(nodes);
        }
    }
}

void paintFlows(const Sketch &sketch, Sankey &sankey, const QRectF &area, double step, double thick,
                const DataColumn &value)
{
    for (std::size_t s = 0; s < sankey.flows.size(); ++s) {
        std::sort(sankey.flows[s].begin(), sankey.flows[s].end(),
                  [](const Flow &a, const Flow &b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
        for (const Flow &flow : sankey.flows[s]) {
            Node &from = sankey.stages[s][static_cast<std::size_t>(flow.from)],
                 &to = sankey.stages[s + 1][static_cast<std::size_t>(flow.to)];
            const double height = from.value > 0 ? from.height * flow.value / from.value : 0;
            const double x0 = area.left() + double(s) * step + thick, x1 = area.left() + double(s + 1) * step,
                         middle = (x0 + x1) / 2;
            const double y0 = from.y + from.out, y1 = to.y + to.in;
            from.out += height;
            to.in += height;
            QPainterPath path(QPointF(x0, y0));
            path.cubicTo(middle, y0, middle, y1, x1, y1);
            path.lineTo(x1, y1 + height);
            path.cubicTo(middle, y1 + height, middle, y0 + height, x0, y0 + height);
            path.closeSubpath();
            QColor color = from.color;
            color.setAlpha(96);
            sketch.painter.setPen(Qt::NoPen);
            sketch.painter.setBrush(color);
            sketch.painter.drawPath(path);
            if (sketch.context.marks) {
                Mark mark;
                mark.shape = path;
                mark.row = flow.row;
                mark.title = from.words + u" → "_qs + to.words;
                mark.lines = {{value.name, value.text.number(flow.value)}};
                sketch.context.marks->add(std::move(mark));
            }
        }
    }
}

} // namespace

void paintSankeyData(const Sketch &sketch)
{
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const DataColumn value = measureOf(sketch, look.value, look.steps);
    Sankey sankey = sankeyOf(sketch, look, value);
    if (sankey.stages.size() < 2) {
        paintNotice(sketch, sketch.rect, Texts::tr("A flow needs two stages"));
        return;
    }
    if (sankey.flows.front().empty()) {
        paintNoAreas(sketch, value);
        return;
    }
    const PageTheme &theme = sketch.theme();
    const QRectF area = QRectF(sayLeftOut(sketch, value)).adjusted(0, 20, 0, -2);
    const double thick = 10, step = (area.width() - thick) / double(sankey.stages.size() - 1);
    if (area.height() < 16 || step < 30)
        return;
    placeNodes(sankey, area);
    sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    paintFlows(sketch, sankey, area, step, thick, value);
    const QFont font = theme.font(size::caption), bold = theme.font(size::caption, true);
    for (std::size_t s = 0; s < sankey.stages.size(); ++s) {
        const double x = area.left() + double(s) * step;
        const bool last = s + 1 == sankey.stages.size();
        LabelShelf shelf;
        for (const Node &node : sankey.stages[s]) {
            sketch.box(QRectF(x, node.y, thick, std::max(1.0, node.height)), 2, node.color, Qt::transparent, 0);
            const QRectF words(last ? x - step * 0.6 - 5 : x + thick + 5, node.y + node.height / 2 - 8, step * 0.6, 16);
            if (shelf.take(words))
                sketch.text(words.toRect(), node.words, font, theme.text,
                            (last ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        }
        const QRectF head = last ? QRectF(x + thick - step / 2, sketch.rect.top(), step / 2, 16)
                                 : QRectF(x, sketch.rect.top(), step * 0.7, 16);
        sketch.text(head.toRect(), look.steps[s].name, bold, theme.text2,
                    (last ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
}

} // namespace tessera::designer
