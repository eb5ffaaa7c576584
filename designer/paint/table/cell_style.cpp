// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/table/cell_style.h"

#include <algorithm>
#include <cmath>

#include <QFontMetrics>

#include "designer/paint/table/sparkline.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr int measuredRows = 60;                // rows whose words decide a column's width
constexpr int leastWidth = 56, mostWidth = 280; // px of a column that fits itself

} // namespace

CellFormats::CellFormats(const Sketch &sketch, const model::query::ResultTable &table) : m_theme(sketch.theme())
{
    for (model::CellFormatLook &look : model::cellFormatsOf(sketch.element)) {
        if (look.type == model::CellFormatLook::Type::Single) {
            const auto *formula = table.byName("condition:" + look.pointer);
            m_single.push_back({std::move(look), formula ? &formula->data : nullptr});
            continue;
        }
        for (const std::string &id : look.columns) {
            const auto *column = table.byId(id);
            if (!column)
                continue;
            Scaled item{look, id, {}, {}};
            for (std::size_t row = 0; row < column->data.size(); ++row)
                item.range.include(column->data.number(row));
            if (look.type != model::CellFormatLook::Type::DataBars)
                item.scale.emplace(m_theme, item.range, look.scheme, look.from, look.middle, look.to);
            m_scaled.push_back(std::move(item));
        }
    }
}

void CellFormats::addBar(const Scaled &item, double value, Style &style) const
{
    const double low = std::min(0.0, item.look.from.value_or(item.range.isEmpty() ? 0 : item.range.low));
    const double high = std::max(0.0, item.look.to.value_or(item.range.isEmpty() ? 0 : item.range.high));
    if (!(high > low))
        return;
    const auto share = [&](double number) { return std::clamp((number - low) / (high - low), 0.0, 1.0); };
    style.bar = true;
    style.barFrom = std::min(share(0), share(value));
    style.barTo = std::max(share(0), share(value));
    const auto &scheme = item.look.scheme;
    const QColor positive =
        scheme.empty() ? m_theme.seriesAt(0) : colorFrom(m_theme, scheme.back(), m_theme.seriesAt(0));
    const QColor negative = scheme.size() > 1 ? colorFrom(m_theme, scheme.front(), m_theme.danger) : m_theme.danger;
    style.barColor = mix(m_theme.card, value < 0 ? negative : positive, 0.42);
    style.showsValue = item.look.showsValues;
}

bool CellFormats::applies(const Single &item, const model::Value &value, int row) const
{
    if (item.look.condition != "formula")
        return model::holds(item.look, value);
    const auto at = static_cast<std::size_t>(row);
    if (!item.formula || row < 0 || at >= item.formula->size() || item.formula->isNull(at))
        return false;
    return item.formula->number(at) != 0;
}

CellFormats::Style CellFormats::styleOf(const std::string &column, const model::Value &value, int row) const
{
    Style style;
    for (const Scaled &item : m_scaled) {
        const bool number = value.isNumber() || value.isMoment();
        if (item.column != column || !number)
            continue;
        const double at = value.isNumber() ? value.number() : static_cast<double>(value.moment().micros);
        if (item.look.type == model::CellFormatLook::Type::DataBars) {
            addBar(item, at, style);
        } else if (item.look.type == model::CellFormatLook::Type::FontScale) {
            style.ink = item.scale->at(at);
        } else {
            style.background = item.scale->at(at);
            style.ink = readableOn(style.background);
            style.showsValue = item.look.showsValues;
        }
    }
    for (const Single &item : m_single) {
        const model::CellFormatLook &look = item.look;
        if (!look.concerns(column) || !applies(item, value, row))
            continue;
        style.background = colorFrom(m_theme, look.background, style.background);
        if (!look.background.empty() && look.color.empty())
            style.ink = readableOn(style.background);
        style.ink = colorFrom(m_theme, look.color, style.ink);
        style.bold = style.bold || look.bold;
        style.italic = style.italic || look.italic;
        style.underline = style.underline || look.underline;
        if (!look.format.empty())
            style.format = look.format;
    }
    return style;
}

Qt::Alignment cellAlignment(const GridColumn &column, const model::CellText &style)
{
    const std::string &align = column.look.align.empty() ? style.align : column.look.align;
    const bool number = column.data ? column.data.isNumber() : column.look.sort == model::ColumnSort::Number;
    if (align == "center")
        return Qt::AlignHCenter;
    return align == "right" || (align.empty() && number) ? Qt::AlignRight : Qt::AlignLeft;
}

void paintCell(const Sketch &sketch, const model::TableLook &look, const CellFormats &formats, const GridColumn &column,
               const QRect &where, int row, bool bold, int spare)
{
    const PageTheme &theme = sketch.theme();
    const model::Value value = column.data.column->data.at(static_cast<std::size_t>(row));
    const CellFormats::Style style = formats.styleOf(column.look.id, value, row);
    const QColor ground =
        style.background.isValid() ? style.background : colorFrom(theme, look.cell.background, Qt::transparent);
    if (ground.alpha() > 0)
        sketch.painter.fillRect(where, ground);
    if (style.bar) {
        const double room = where.width() - 8;
        sketch.painter.fillRect(QRectF(where.left() + 4 + style.barFrom * room, where.top() + 3,
                                       std::max(1.0, (style.barTo - style.barFrom) * room), where.height() - 7),
                                style.barColor);
    }
    if (!style.showsValue)
        return;
    QFont font = theme.dataFont(look.cell.fontSize > 0 ? std::clamp(look.cell.fontSize, 8, 28) : 12,
                                bold || style.bold || look.cell.bold.value_or(false));
    font.setItalic(style.italic);
    font.setUnderline(style.underline);
    const QRect inner = where.adjusted(8, 0, -8 - spare, 0);
    const Qt::Alignment align = cellAlignment(column, look.cell) | Qt::AlignVCenter;
    if (value.isNull() && column.data.text.nullText().isEmpty()) {
        sketch.text(inner, QStringLiteral("–"), font, mix(theme.card, theme.text3, 0.6), align);
        return;
    }
    if (const auto points = sparklineOf(value)) {
        paintSparkline(sketch, inner, *points, style.ink.isValid() ? style.ink : theme.seriesAt(0));
        return;
    }
    QColor ink = colorFrom(theme, look.cell.color, theme.text);
    if (style.ink.isValid())
        ink = style.ink;
    QString words = column.data.text(value);
    if (!style.format.empty()) {
        model::ColumnLook dressed = column.look;
        dressed.format = style.format;
        dressed.formatKind.clear();
        words = model::ValueText(dressed)(value);
    }
    sketch.text(inner, words, font, ink, align);
}

QString cellWords(const GridColumn &column, int row)
{
    const auto points = sparklineOf(column.data.column->data.at(static_cast<std::size_t>(row)));
    return points ? sparklineWords(*points) : column.data.words(row);
}

void fitColumns(const Sketch &sketch, QList<GridColumn> &columns, const QRect &area, const QFont &header,
                const QFont &cell, int rows)
{
    const QFontMetrics head(header), metrics(cell);
    int wanted = 0, growing = 0;
    for (GridColumn &column : columns) {
        if (column.look.width > 0) {
            column.width = std::clamp(column.look.width, 30, 900);
        } else {
            int width = head.horizontalAdvance(column.look.name) + (column.first ? 18 : 0);
            for (int row = 0; column.data && row < std::min(rows, measuredRows); ++row) {
                const model::Value value = column.data.column->data.at(static_cast<std::size_t>(row));
                const int own =
                    sparklineOf(value) ? sparklineWidth : metrics.horizontalAdvance(column.data.text(value));
                width = std::max(width, own + (column.first ? 18 : 0));
            }
            column.width = std::clamp(width + 20, leastWidth, mostWidth);
            ++growing;
        }
        wanted += column.width;
    }
    int spare = std::max(0, area.width() - wanted);
    const int across =
        sketch.context.view ? std::clamp(sketch.context.view->across, 0, std::max(0, wanted - area.width())) : 0;
    int x = area.left() - across;
    for (GridColumn &column : columns) {
        if (column.look.width == 0 && growing > 0) {
            const int share = spare / growing--;
            column.width += share;
            spare -= share;
        }
        column.left = x;
        x += column.width;
    }
}

} // namespace tessera::designer
