// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/round_charts.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <QCoreApplication>
#include <QFontMetricsF>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/paint/chart/slice_labels.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::RoundCharts)
};

constexpr std::size_t mostSlices = 40; // what is left is one slice

struct Slice
{
    QString words;
    double value = 0;
    int row = -1;
    QColor color;
};

struct Pie
{
    std::vector<Slice> slices;
    double total = 0;
    int negative = 0; // values a circle cannot show
};

Pie pieOf(const Sketch &sketch, const model::ChartLook &look, const std::vector<int> &rows)
{
    const auto &table = *sketch.table();
    const DataColumn value = dataColumn(table, look.value), color = dataColumn(table, look.color);
    Pie pie;
    std::vector<Slice> all;
    for (const int row : rows) {
        const double number = value ? value.number(row) : 1;
        if (number < 0)
            ++pie.negative;
        if (!(number > 0) || !std::isfinite(number))
            continue;
        all.push_back({color ? color.words(row) : value.name, number, row, {}});
        pie.total += number;
    }
    // The largest in their own order; the rest, too thin to be told apart, is one slice at the end.
    double least = 0;
    if (all.size() > mostSlices) {
        std::vector<double> sizes;
        for (const Slice &slice : all)
            sizes.push_back(slice.value);
        std::nth_element(sizes.begin(), sizes.begin() + mostSlices - 2, sizes.end(), std::greater<>());
        least = sizes[mostSlices - 2];
    }
    Slice others{Texts::tr("Others"), 0, -1, {}};
    for (Slice &slice : all) {
        if (slice.value < least || pie.slices.size() + 1 >= mostSlices + (least > 0 ? 0 : 1)) {
            others.value += slice.value;
            continue;
        }
        slice.color = sketch.theme().seriesAt(static_cast<int>(pie.slices.size()));
        pie.slices.push_back(std::move(slice));
    }
    if (others.value > 0) {
        others.color = sketch.theme().text3;
        pie.slices.push_back(std::move(others));
    }
    return pie;
}

// What a label says: the member, and its value or share, as far as they are asked for.
QStringList labelParts(const model::ChartLook &look, const Slice &slice, const Pie &pie, const model::ValueText &text)
{
    const QString percent = model::formatNumber(slice.value / pie.total, *model::parseNumberFormat(".1~%"));
    const std::string &display = look.labelDisplay;
    QStringList words;
    if (display.find("color") != std::string::npos)
        words << slice.words;
    if (display.find("value") != std::string::npos || display.empty() || display == "auto" || display == "all")
        words << text.number(slice.value);
    if (display.find("percent") != std::string::npos)
        words << percent;
    return words.isEmpty() ? QStringList{percent} : words;
}

QPainterPath slicePath(const QRectF &circle, double inner, double from, double sweep)
{
    QPainterPath path;
    if (std::abs(sweep) >= 359.99) {
        path.addEllipse(circle);
        if (inner > 0)
            path.addEllipse(circle.center(), circle.width() / 2 * inner, circle.width() / 2 * inner);
        return path;
    }
    path.arcMoveTo(circle, from);
    path.arcTo(circle, from, sweep);
    if (inner > 0) {
        const double r = circle.width() / 2 * inner;
        path.arcTo(QRectF(circle.center().x() - r, circle.center().y() - r, 2 * r, 2 * r), from + sweep, -sweep);
    } else {
        path.lineTo(circle.center());
    }
    path.closeSubpath();
    return path;
}

// Whether the words fit on their slice; those that do not stand beside the circle.
bool fitsInside(const SliceLabel &label, const QRectF &circle, double inner)
{
    const double radius = circle.width() / 2 * (inner > 0 ? (1 + inner) / 2 : 0.68);
    const double arc = std::abs(label.sweep) * M_PI / 180 * radius;
    const double ring = circle.width() / 2 * (1 - inner);
    return arc >= 18 && label.width <= ring + arc * 0.35 && label.width <= circle.width() / 2;
}

std::vector<SliceLabel> labelsOf(const Sketch &sketch, const model::ChartLook &look, const Pie &pie)
{
    std::vector<SliceLabel> labels;
    const model::ValueText text(look.value);
    const QFontMetricsF metrics(sliceFont(sketch.theme()));
    double from = 90;
    for (const Slice &slice : pie.slices) {
        const double sweep = -360 * slice.value / pie.total;
        QStringList parts = labelParts(look, slice, pie, text);
        const QString words = parts.join(QStringLiteral(" · ")), name = parts.takeFirst(),
                      rest = parts.join(QStringLiteral(" · "));
        labels.push_back({words, name, rest, from + sweep / 2, sweep, metrics.horizontalAdvance(words) + 2,
                          std::max(metrics.horizontalAdvance(name), metrics.horizontalAdvance(rest)) + 2, slice.color});
        from += sweep;
    }
    return labels;
}

void paintInsideLabel(const Sketch &sketch, const QRectF &circle, double inner, const SliceLabel &label)
{
    const double radius = circle.width() / 2 * (inner > 0 ? (1 + inner) / 2 : 0.68), angle = label.middle * M_PI / 180;
    const QPointF at(circle.center().x() + std::cos(angle) * radius, circle.center().y() - std::sin(angle) * radius);
    sketch.text(QRectF(at.x() - label.width / 2 - 1, at.y() - 8, label.width + 2, 16).toRect(), label.words,
                sliceFont(sketch.theme()), readableOn(label.color), Qt::AlignCenter);
}

// More labels than there is room for on two lines stand on one.
void flattenCrowd(std::vector<SliceLabel> &labels, const QRectF &pane)
{
    constexpr double twoLines = 32; // px
    if (static_cast<double>(labels.size()) * twoLines <= 1.6 * pane.height())
        return;
    for (SliceLabel &label : labels) {
        label.name = label.words;
        label.rest.clear();
        label.widthBeside = label.width;
    }
}

// The circle in its pane, smaller where labels have to stand beside it.
QRectF circleIn(const QRectF &pane, const std::vector<SliceLabel> &labels, double inner)
{
    const auto circleOf = [&](double side) {
        return QRectF(pane.center().x() - side / 2, pane.center().y() - side / 2, side, side);
    };
    const QRectF whole = circleOf(std::min(pane.width(), pane.height()) - 8);
    double widest = 0;
    for (const SliceLabel &label : labels) {
        if (!fitsInside(label, whole, inner))
            widest = std::max(widest, label.widthBeside);
    }
    if (widest == 0 || whole.width() < 90)
        return whole;
    const double beside = std::min(widest + SliceLabel::reach, pane.width() * 0.3);
    return circleOf(std::max(48.0, std::min(pane.width() - 2 * beside, pane.height() - 30)));
}

void paintLabels(const Sketch &sketch, const std::vector<SliceLabel> &labels, const QRectF &pane, const QRectF &circle,
                 double inner)
{
    if (circle.width() <= 80 && labels.size() > 1)
        return;
    std::vector<SliceLabel> beside;
    for (const SliceLabel &label : labels) {
        if (fitsInside(label, circle, inner))
            paintInsideLabel(sketch, circle, inner, label);
        else
            beside.push_back(label);
    }
    paintOutsideLabels(sketch, pane, circle, std::move(beside));
}

void paintSlices(const Sketch &sketch, const model::ChartLook &look, const Pie &pie, const QRectF &circle, double inner)
{
    const model::ValueText text(look.value);
    QPainter &painter = sketch.painter;
    painter.setRenderHint(QPainter::Antialiasing, true);
    double from = 90;
    for (const Slice &slice : pie.slices) {
        const double sweep = -360 * slice.value / pie.total;
        const QPainterPath path = slicePath(circle, inner, from, sweep);
        // The gap between slices must not swallow a thin one.
        const double arc = std::abs(sweep) * M_PI / 180 * circle.width() / 2;
        painter.setPen(pie.slices.size() > 1 && arc > 8 ? QPen(sketch.theme().card, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(fadedUnlessChosen(sketch, slice.color, slice.row));
        painter.drawPath(path);
        if (sketch.context.marks) {
            Mark mark;
            mark.shape = path;
            mark.row = slice.row;
            mark.column = look.color.id;
            mark.title = slice.words;
            mark.lines = {
                {look.value.name, text.number(slice.value)},
                {Texts::tr("Share"), model::formatNumber(slice.value / pie.total, *model::parseNumberFormat(".1%"))}};
            sketch.context.marks->add(std::move(mark));
        }
        from += sweep;
    }
}

void paintHole(const Sketch &sketch, const model::ChartLook &look, const QRectF &circle, double inner)
{
    const auto *part = sketch.part("hole");
    const auto *table = part ? part : sketch.table();
    const DataColumn hole = dataColumn(*table, look.hole);
    if (look.hole.id.empty() || circle.width() < 90)
        return;
    const double width = circle.width() * inner * 0.86;
    const QString words = hole && table->rowCount() > 0 ? hole.words(0) : QStringLiteral("–");
    int pixels = 24;
    while (pixels > 11 && QFontMetricsF(sketch.theme().dataFont(pixels, true)).horizontalAdvance(words) > width)
        --pixels;
    const QRect middle = QRectF(circle.center().x() - width / 2, circle.center().y() - 26, width, 30).toRect();
    sketch.text(middle, words, sketch.theme().dataFont(pixels, true), sketch.theme().text, Qt::AlignCenter);
    sketch.text(middle.translated(0, 27).adjusted(0, 0, 0, -13), look.hole.name, sketch.theme().font(size::caption),
                sketch.theme().text2, Qt::AlignCenter);
}

struct Pane
{
    QRectF rect;
    std::vector<int> rows;
};

// The panes of a trellis with their rows and headers; one when there is none.
std::vector<Pane> panesOf(const Sketch &sketch, const model::ChartLook &look, const QRect &area)
{
    const auto &table = *sketch.table();
    const int count = static_cast<int>(table.rowCount());
    const Members rows = membersOf(dataColumn(table, look.trellisRow), count, true);
    const Members columns = membersOf(dataColumn(table, look.trellisColumn), count, true);
    const int across = std::clamp(columns.count(), 1, 8), down = std::clamp(rows.count(), 1, 6);
    const double top = columns.column ? 18 : 0, side = rows.column ? 18 : 0;
    const double width = (area.width() - side) / across, height = (area.height() - top) / down;
    std::vector<Pane> panes;
    const QFont font = sketch.theme().font(size::caption, true);
    for (int r = 0; r < down; ++r) {
        for (int c = 0; c < across; ++c) {
            panes.push_back({QRectF(area.left() + c * width, area.top() + top + r * height, width, height), {}});
            if (columns.column && r == 0)
                sketch.text(QRectF(area.left() + c * width, area.top(), width, 16).toRect(), columns.words(c), font,
                            sketch.theme().text2, Qt::AlignCenter);
        }
        if (rows.column)
            paintTurned(sketch, QRectF(area.right() - 16, area.top() + top + r * height, 16, height), rows.words(r),
                        font, sketch.theme().text2, false);
    }
    for (int row = 0; row < count; ++row) {
        const int r = rows.ofRow[static_cast<std::size_t>(row)], c = columns.ofRow[static_cast<std::size_t>(row)];
        if (r < down && c < across)
            panes[static_cast<std::size_t>(r * across + c)].rows.push_back(row);
    }
    return panes;
}

} // namespace

void paintPieData(const Sketch &sketch, bool donut)
{
    const model::ChartLook look = model::chartLookOf(sketch.element);
    std::vector<int> rows(sketch.table()->rowCount());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<int>(i);
    const Pie all = pieOf(sketch, look, rows);
    if (all.slices.empty()) {
        paintNotice(sketch, sketch.rect,
                    all.negative > 0 ? Texts::tr("A circle cannot show values below zero")
                                     : Texts::tr("No values to draw"));
        return;
    }
    QRect area = sketch.rect;
    if (all.negative > 0 && area.height() > 90) { // said, because the shares are not of everything
        const QString words = all.negative == 1 ? Texts::tr("1 value below zero is left out")
                                                : Texts::tr("%1 values below zero are left out").arg(all.negative);
        sketch.text(QRect(area.left(), area.bottom() - 14, area.width(), 15), words, sketch.theme().font(size::caption),
                    sketch.theme().warn, Qt::AlignCenter);
        area.setBottom(area.bottom() - 18);
    }
    QList<QPair<QString, QColor>> entries;
    const bool trellis = !look.trellisRow.id.empty() || !look.trellisColumn.id.empty();
    for (const Slice &slice : all.slices) {
        const bool known =
            std::any_of(entries.begin(), entries.end(), [&](const auto &entry) { return entry.first == slice.words; });
        if (!known)
            entries.append(
                {slice.words, trellis ? sketch.theme().seriesAt(static_cast<int>(entries.size())) : slice.color});
    }
    area = paintDataLegend(sketch, area, look, look.legendHeader ? look.colorColumn : QString(), entries);
    for (const Pane &pane : panesOf(sketch, look, area)) {
        Pie pie = pieOf(sketch, look, pane.rows);
        for (Slice &slice : pie.slices) { // one colour for a member in all panes
            for (const auto &entry : std::as_const(entries)) {
                if (entry.first == slice.words)
                    slice.color = entry.second;
            }
        }
        if (std::min(pane.rect.width(), pane.rect.height()) < 16 || pie.slices.empty())
            continue;
        const double inner = donut ? look.innerRadius : 0;
        std::vector<SliceLabel> labels = look.dataLabels ? labelsOf(sketch, look, pie) : std::vector<SliceLabel>();
        flattenCrowd(labels, pane.rect);
        const QRectF circle = circleIn(pane.rect, labels, inner);
        paintSlices(sketch, look, pie, circle, inner);
        paintLabels(sketch, labels, pane.rect, circle, inner);
        if (donut)
            paintHole(sketch, look, circle, inner);
    }
}

void paintGaugeData(const Sketch &sketch)
{
    const model::ChartLook look = model::chartLookOf(sketch.element);
    const PageTheme &theme = sketch.theme();
    const auto &table = *sketch.table();
    const DataColumn column = dataColumn(table, look.value);
    const double value = column && table.rowCount() > 0 ? column.number(0) : std::numeric_limits<double>::quiet_NaN();
    // Sigma documents no ends: a share runs to 100 %, anything else to the next round number.
    const double step =
        std::isfinite(value) ? std::pow(10.0, std::floor(std::log10(std::max(std::abs(value), 1e-12)))) : 1;
    const double most =
        column.text.isPercent() && value <= 1 ? 1 : std::max(step, std::ceil(std::abs(value) / step) * step);
    const double least = value < 0 ? -most : 0;
    const QRect &area = sketch.rect;
    const double width = std::min<double>(area.width() - 8, (area.height() - 22) * 1.9);
    if (width < 24)
        return;
    const double thick = width * 0.11;
    const QRectF arc(area.center().x() + 0.5 - width / 2 + thick / 2, area.bottom() - 18 - width / 2 + thick / 2,
                     width - thick, width - thick);
    QPainter &painter = sketch.painter;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.soft(theme.text3, 0.16), thick, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(arc, 0, 180 * 16);
    if (std::isfinite(value)) {
        const double share = std::clamp((value - least) / (most - least), 0.0, 1.0),
                     zero = std::clamp(-least / (most - least), 0.0, 1.0);
        painter.setPen(QPen(dataColor(theme, look, 0), thick, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(arc, static_cast<int>((180 - zero * 180) * 16), static_cast<int>(-(share - zero) * 180 * 16));
    }
    const double ends = column.text.isPercent() ? 0.01 : step / 10;
    const QFont font = theme.dataFont(10);
    sketch.text(QRectF(arc.left() - 30, arc.center().y() + 3, 60, 14).toRect(), column.text.tick(least, ends), font,
                theme.text3, Qt::AlignCenter);
    sketch.text(QRectF(arc.right() - 30, arc.center().y() + 3, 60, 14).toRect(), column.text.tick(most, ends), font,
                theme.text3, Qt::AlignCenter);
    const QString words = std::isfinite(value) ? column.text.number(value) : QStringLiteral("–");
    const int pixels = std::clamp(static_cast<int>(width / 6.5), 11, 30);
    sketch.text(QRectF(arc.left(), arc.center().y() - pixels - 6, arc.width(), pixels + 8).toRect(), words,
                theme.dataFont(pixels, true), theme.text, Qt::AlignCenter);
    if (sketch.context.marks) {
        Mark mark;
        mark.shape.addEllipse(arc.adjusted(-thick / 2, -thick / 2, thick / 2, thick / 2));
        mark.row = 0;
        mark.column = look.value.id;
        mark.title = look.value.name;
        sketch.context.marks->add(std::move(mark));
    }
}

} // namespace tessera::designer
