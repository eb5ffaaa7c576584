// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::BoxChart)
};

struct Box
{
    QString words;
    int row = -1;
    std::vector<double> values;                                    // sorted
    double lower = 0, first = 0, middle = 0, third = 0, upper = 0; // whiskers, quartiles

    bool isEmpty() const { return values.empty(); }
};

// Between the two nearest values, as spreadsheets do it.
double quantile(const std::vector<double> &sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (sorted[high] - sorted[low]) * (at - static_cast<double>(low));
}

void measure(Box &box)
{
    std::sort(box.values.begin(), box.values.end());
    if (box.isEmpty())
        return;
    box.first = quantile(box.values, 0.25);
    box.middle = quantile(box.values, 0.5);
    box.third = quantile(box.values, 0.75);
    // Whiskers end at the last value within one and a half box lengths (Tukey).
    const double reach = 1.5 * (box.third - box.first);
    box.lower = *std::lower_bound(box.values.begin(), box.values.end(), box.first - reach);
    box.upper = *(std::upper_bound(box.values.begin(), box.values.end(), box.third + reach) - 1);
}

// The five numbers of a box where the database computed them: columns "Amount (q1)" and so on.
std::vector<DataColumn> fiveNumbers(const model::query::ResultTable &table, const model::ColumnLook &look)
{
    std::vector<DataColumn> numbers;
    for (const char *suffix : {" (min)", " (q1)", " (median)", " (q3)", " (max)"}) {
        for (const model::query::ResultColumn &column : table.columns) {
            if (column.id == look.id && column.name.ends_with(suffix))
                numbers.push_back({&column, model::ValueText(look), look.name});
        }
    }
    return numbers.size() == 5 ? numbers : std::vector<DataColumn>();
}

void takeFive(const std::vector<DataColumn> &five, int row, Box &box)
{
    for (const DataColumn &column : five) {
        if (const double number = column.number(row); std::isfinite(number))
            box.values.push_back(number);
    }
    if (box.values.size() != 5) {
        box.values.clear();
        return;
    }
    box.lower = box.values[0];
    box.first = box.values[1];
    box.middle = box.values[2];
    box.third = box.values[3];
    box.upper = box.values[4];
}

std::vector<Box> boxesOf(const Sketch &sketch, const model::ChartLook &look)
{
    const auto &table = *sketch.table();
    const int rows = static_cast<int>(table.rowCount());
    const DataColumn x = look.x.empty() ? DataColumn() : dataColumn(table, look.x.front());
    const Members groups = membersOf(x, rows, false);
    std::vector<Box> boxes;
    for (const model::SeriesLook &series : look.series) {
        const DataColumn value = dataColumn(table, series.column);
        const std::vector<DataColumn> five = fiveNumbers(table, series.column);
        std::vector<Box> own(static_cast<std::size_t>(std::max(1, groups.count())));
        for (int row = 0; row < rows; ++row) {
            Box &box = own[static_cast<std::size_t>(groups.ofRow[static_cast<std::size_t>(row)])];
            if (box.row < 0)
                box.row = row;
            if (!five.empty())
                takeFive(five, row, box);
            else if (const double number = value.number(row); std::isfinite(number))
                box.values.push_back(number);
        }
        for (int i = 0; i < static_cast<int>(own.size()); ++i) {
            Box &box = own[static_cast<std::size_t>(i)];
            box.words = x && i < groups.count() ? groups.words(i) : series.column.name;
            if (x && look.series.size() > 1)
                box.words += u" · "_qs + series.column.name;
            if (five.empty())
                measure(box);
            boxes.push_back(std::move(box));
        }
    }
    return boxes;
}

void paintOne(const Sketch &sketch, const model::ChartLook &look, const Box &box, const ValueScale &scale,
              const PlotMap &map, double center, double thick, const model::ValueText &text)
{
    const PageTheme &theme = sketch.theme();
    QPainter &painter = sketch.painter;
    const QColor color = fadedUnlessChosen(sketch, dataColor(theme, look, 0), box.row);
    const QPen ink(mix(color, theme.text, 0.45), 1.4);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(ink);
    painter.drawLine(map.point(center, scale.at(box.lower)), map.point(center, scale.at(box.first)));
    painter.drawLine(map.point(center, scale.at(box.third)), map.point(center, scale.at(box.upper)));
    for (const double end : {box.lower, box.upper})
        painter.drawLine(map.point(center - thick / 4, scale.at(end)), map.point(center + thick / 4, scale.at(end)));
    const QRectF shape = map.bar(center - thick / 2, center + thick / 2, scale.at(box.first), scale.at(box.third));
    painter.setBrush(mix(theme.card, color, 0.55));
    painter.drawRect(shape);
    painter.setPen(QPen(ink.color(), 2));
    painter.drawLine(map.point(center - thick / 2, scale.at(box.middle)),
                     map.point(center + thick / 2, scale.at(box.middle)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    double last = std::numeric_limits<double>::quiet_NaN();
    for (const double value : box.values) {
        if (value >= box.lower && value <= box.upper)
            continue;
        const double share = scale.at(value);
        if (std::isnan(last) || std::abs(share - last) * map.height() > 1) // a dot per pixel is enough
            painter.drawEllipse(map.point(center, share), 2.2, 2.2);
        last = share;
    }
    if (!sketch.context.marks)
        return;
    Mark mark;
    mark.shape.addRect(
        shape.united(map.bar(center - thick / 4, center + thick / 4, scale.at(box.lower), scale.at(box.upper))));
    mark.row = box.row;
    mark.title = box.words;
    mark.lines = {{Texts::tr("Upper whisker"), text.number(box.upper)},
                  {Texts::tr("Third quartile"), text.number(box.third)},
                  {Texts::tr("Median"), text.number(box.middle)},
                  {Texts::tr("First quartile"), text.number(box.first)},
                  {Texts::tr("Lower whisker"), text.number(box.lower)}};
    sketch.context.marks->add(std::move(mark));
}

} // namespace

void paintBoxData(const Sketch &sketch)
{
    model::ChartLook look = model::chartLookOf(sketch.element);
    look.horizontal = false;
    const std::vector<Box> boxes = look.series.empty() ? std::vector<Box>() : boxesOf(sketch, look);
    Range range;
    for (const Box &box : boxes) {
        if (!box.isEmpty()) {
            range.include(box.values.front());
            range.include(box.values.back());
        }
    }
    if (range.isEmpty()) {
        paintNotice(sketch, sketch.rect, Texts::tr("No values to draw"));
        return;
    }
    const model::ValueText text(look.series.front().column);
    AxesRequest request{sketch,
                        look,
                        {},
                        ValueScale::forValues(range, look.yAxis, range.low >= 0 && range.low < 0.4 * range.high,
                                              std::clamp(sketch.rect.height() / 48, 2, 8)),
                        {},
                        text,
                        {}};
    const QFont font = axisFont(sketch.theme());
    request.first = [&](double length, bool upright, double most) {
        return layoutCategories(
            static_cast<int>(boxes.size()), [&](int i) { return boxes[static_cast<std::size_t>(i)].words; }, font,
            length, upright, most);
    };
    const QList<QRectF> plots = paintChartAxes(request, sketch.rect);
    if (plots.isEmpty())
        return;
    const PlotMap map{plots.first(), false};
    const double slot = 1.0 / double(boxes.size()), pixel = 1 / std::max(1.0, map.length());
    const double thick = std::clamp(slot * 0.6, pixel, 80 * pixel);
    const std::size_t every =
        std::max<std::size_t>(1, boxes.size() / static_cast<std::size_t>(std::max(1.0, map.length())));
    for (std::size_t i = 0; i < boxes.size(); i += every) {
        if (!boxes[i].isEmpty())
            paintOne(sketch, look, boxes[i], request.scale, map, (double(i) + 0.5) * slot, thick, text);
    }
}

} // namespace tessera::designer
