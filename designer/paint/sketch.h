// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPainter>
#include <QRect>

#include "designer/paint/page_theme.h"
#include "designer/paint/picture_source.h"
#include "model/query/element_rows.h"
#include "model/workbook/workbook.h"

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

class MarkList;
struct CardView;

struct SketchContext
{
    const model::Workbook &workbook;
    const model::Catalogue &catalogue;
    const PageTheme &theme;
    int activeTab = 0;                              // of a tabbed container
    const model::query::RowsSource *rows = nullptr; // null: nothing is known of any data
    const CardView *view = nullptr;                 // how the reader left this card; null: as configured
    MarkList *marks = nullptr;                      // wants to know what was painted where; null: nobody asks
    std::string block = {};                         // id of the page in front
    QColor ground = {}; // fill of the container or page it stands on, where that has its own; invalid: none
    int cardRow = 0;    // in a repeated container: the row its card shows
    const PictureSource *pictures = nullptr; // null: only those the workbook carries
};

// One element on its way onto a painter. Without rows it shows what is configured: names, formats and shapes of the
// kind. It never shows numbers nobody computed: where data would be there are bars (`Sketch::bar`).
struct Sketch
{
    QPainter &painter;
    const model::Object &element;
    const SketchContext &context;
    QRect rect;                        // what is left to paint into
    model::query::ElementRowsPtr rows; // null: nothing is known of its data

    const PageTheme &theme() const { return context.theme; }
    // What it shows, null while nobody knows.
    const model::query::ResultTable *table() const { return rows ? rows->main.get() : nullptr; }
    // A part of the answer by its name in the query, null when there is none.
    const model::query::ResultTable *part(const std::string &name) const;
    // Repeatable variety, 0 … 1: the same element always looks the same.
    double random(int index) const;
    // A height for the `index`th mark of a series, 0.2 … 1, flowing from one to the next.
    double shape(int index, int series = 0) const;

    void text(const QRect &where, const QString &words, const QFont &font, const QColor &color,
              Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter) const; // elided to fit
    void bar(const QRectF &where, const QColor &color) const;                // rounded placeholder
    // A placeholder for one word of data, at most as wide as `where`.
    void word(const QRect &where, int index, Qt::Alignment align = Qt::AlignLeft) const;
    void hairline(const QPoint &from, const QPoint &to, const QColor &color) const; // one device pixel
    void box(const QRectF &where, qreal radius, const QColor &fill, const QColor &line, qreal width = 1) const;
    void icon(const QRect &where, const QString &name, const QColor &color) const; // centred, nothing when unknown
    // A rounded label around words; returns its width.
    int chip(QPoint topLeft, const QString &words, const QColor &fill, const QColor &ink, int height = 20) const;
};

} // namespace tessera::designer
