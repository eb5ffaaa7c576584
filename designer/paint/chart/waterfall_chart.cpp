// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/paint/chart_frame.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::WaterfallChart)
};

struct Step
{
    QString words;
    double from = 0, to = 0;
    int row = -1;
    bool total = false;
};

// One step a row; with several value columns one a column, in their order.
std::vector<Step> stepsOf(const Sketch &sketch, const model::ChartLook &look)
{
    const auto &table = *sketch.table();
    const int rows = static_cast<int>(table.rowCount());
    std::vector<Step> steps;
    double level = 0;
    const auto add = [&](const QString &words, double value, int row) {
        if (std::isnan(value))
            value = 0; // a step nobody knows changes nothing
        steps.push_back({words, level, level + value, row, false});
        level += value;
    };
    if (look.x.empty()) {
        for (const model::SeriesLook &series : look.series)
            add(series.column.name, rows > 0 ? dataColumn(table, series.column).number(0) : 0, 0);
    } else {
        const DataColumn x = dataColumn(table, look.x.front());
        const DataColumn value = dataColumn(table, look.series.front().column);
        for (int row = 0; row < rows; ++row)
            add(x.words(row), value.number(row), row);
    }
    if (!steps.empty())
        steps.push_back({Texts::tr("Total"), 0, level, -1, true});
    return steps;
}

QColor colorOf(const Sketch &sketch, const model::ChartLook &look, const Step &step)
{
    const PageTheme &theme = sketch.theme();
    if (step.total)
        return dataColor(theme, look, 0);
    return fadedUnlessChosen(sketch, step.to >= step.from ? theme.ok : theme.danger, step.row);
}

void paintSteps(const Sketch &sketch, const model::ChartLook &look, const std::vector<Step> &steps, const ValueScale &scale,
                const PlotMap &map, const model::ValueText &text)
{
    const auto count = static_cast<double>(steps.size());
    const double pixel = 1 / std::max(1.0, map.length());
    const double thick = std::clamp((1 - look.gap) / count, pixel, 96 * pixel);
    LabelShelf shelf;
    const QFontMetricsF metrics(axisFont(sketch.theme()));
    const std::size_t every = std::max<std::size_t>(1, steps.size() / static_cast<std::size_t>(std::max(1.0, map.length())));
    for (std::size_t i = 0; i < steps.size(); i += i + 1 < steps.size() ? std::min(every, steps.size() - 1 - i) : 1) {
        const Step &step = steps[i];
        const double center = (double(i) + 0.5) / count;
        QRectF bar = map.bar(center - thick / 2, center + thick / 2, scale.at(step.from), scale.at(step.to));
        if (bar.height() < 1.5)
            bar.setHeight(1.5);
        setMark(sketch, colorOf(sketch, look, step));
        sketch.painter.drawRect(bar);
        if (i + 1 < steps.size() && thick > 4 * pixel) {
            const QPointF to = map.point(center + 1 / count - thick / 2, scale.at(step.to));
            sketch.hairline(map.point(center + thick / 2, scale.at(step.to)).toPoint(), to.toPoint(), sketch.theme().text3);
        }
        if (look.dataLabels) {
            const QString words = text.number(step.to - step.from);
            const double width = metrics.horizontalAdvance(words) + 4;
            paintLabel(sketch, shelf, QRectF(bar.center().x() - width / 2, bar.top() - 16, width, 14), words, sketch.theme().text2, false);
        }
        if (sketch.context.marks) {
            Mark mark;
            mark.shape.addRect(bar);
            mark.row = step.row;
            mark.column = look.series.front().column.id;
            mark.title = step.words;
            if (step.total)
                mark.lines = {{look.series.front().column.name, text.number(step.to)}};
            sketch.context.marks->add(std::move(mark));
        }
    }
}

} // namespace

void paintWaterfallData(const Sketch &sketch)
{
    model::ChartLook look = model::chartLookOf(sketch.element);
    look.horizontal = false;
    const std::vector<Step> steps = look.series.empty() ? std::vector<Step>() : stepsOf(sketch, look);
    if (steps.empty()) {
        paintNotice(sketch, sketch.rect, Texts::tr("No values to draw"));
        return;
    }
    Range range;
    range.include(0);
    for (const Step &step : steps) {
        range.include(step.from);
        range.include(step.to);
    }
    const model::ValueText text(look.series.front().column);
    AxesRequest request{sketch, look, {}, ValueScale::forValues(range, look.yAxis, true, std::clamp(sketch.rect.height() / 48, 2, 8)), {}, text, {}};
    const QFont font = axisFont(sketch.theme());
    request.first = [&](double length, bool upright, double most) {
        return layoutCategories(static_cast<int>(steps.size()), [&](int i) { return steps[static_cast<std::size_t>(i)].words; }, font, length,
                                upright, most);
    };
    const QList<QRectF> plots = paintChartAxes(request, sketch.rect);
    if (!plots.isEmpty())
        paintSteps(sketch, look, steps, request.scale, {plots.first(), false}, text);
}

} // namespace tessera::designer
