// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/kind_painters.h"
#include "designer/paint/mark_list.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/value/number_format.h"
#include "model/workbook/look/content_look.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::FormPainters)
};

void paintField(const Sketch &sketch, const model::FormLook::Field &field, const QRect &row)
{
    const PageTheme &theme = sketch.theme();
    const QString label = field.required ? field.label + u" *"_qs : field.label;
    if (field.type == "checkbox") {
        sketch.box(QRectF(row.left(), row.top() + 8, 16, 16), 4, theme.card, theme.lineStrong);
        sketch.text(QRect(row.left() + 24, row.top(), row.width() - 24, 32), label, theme.font(size::base), theme.text);
        return;
    }
    sketch.text(QRect(row.left(), row.top(), row.width(), 18), label, theme.font(12, true), theme.text2);
    const bool tall = field.type == "text-area";
    const QRect input(row.left(), row.top() + 20, row.width(), tall ? 56 : 30);
    sketch.box(input, size::radius, theme.card, theme.lineStrong);
    sketch.text(QRect(input.left() + 10, input.top(), input.width() - 36, 30), field.placeholder,
                theme.font(size::base), theme.text3);
    const QString icon = field.type == "date"          ? QStringLiteral("calendar")
                         : field.type == "choice"      ? QStringLiteral("chevron-down")
                         : field.type == "file-upload" ? QStringLiteral("upload")
                                                       : QString();
    sketch.icon(QRect(input.right() - 25, input.top(), 14, 30), icon, theme.text3);
}

int fieldHeight(const model::FormLook::Field &field)
{
    return field.type == "checkbox" ? 36 : field.type == "text-area" ? 86 : 60;
}

void markPlace(const Sketch &sketch, const char *which, const QRect &where)
{
    if (!sketch.context.marks)
        return;
    Mark mark;
    mark.kind = Mark::Kind::Place;
    mark.column = which;
    sketch.context.marks->addBox(std::move(mark), QRectF(where));
}

void paintFooter(const Sketch &sketch, const model::FormLook &look, const QRect &row)
{
    const PageTheme &theme = sketch.theme();
    const QFont font = theme.font(size::base, true);
    int right = row.right() + 1;
    const auto button = [&](const QString &words, bool primary) {
        if (words.isEmpty())
            return;
        const int width = QFontMetrics(font).horizontalAdvance(words) + 28;
        const QRect where(right - width, row.top(), width, 32);
        if (!sketch.context.view) { // in use they are widgets
            sketch.box(where, size::radius, primary ? theme.accent : theme.card,
                       primary ? QColor(Qt::transparent) : theme.lineStrong);
            sketch.text(where, words, font, primary ? theme.onAccent : theme.text, Qt::AlignCenter);
        }
        markPlace(sketch, primary ? "primary" : "secondary", where);
        right -= width + 8;
    };
    button(look.primary, true);
    button(look.secondary, false);
}

void paintForm(const Sketch &sketch)
{
    const model::FormLook look = model::formLookOf(sketch.element);
    const PageTheme &theme = sketch.theme();
    QRect area = sketch.rect;
    const bool footer = (!look.primary.isEmpty() || !look.secondary.isEmpty()) && area.height() > 80;
    if (footer)
        area.setBottom(area.bottom() - 42);
    if (look.fields.empty())
        sketch.text(area, Texts::tr("No fields yet"), theme.font(size::base), theme.text3, Qt::AlignCenter);
    markPlace(sketch, "fields", area);
    int y = area.top();
    for (const model::FormLook::Field &field : look.fields) {
        const int height = fieldHeight(field);
        if (sketch.context.view || y + height > area.bottom() + 10)
            break;
        paintField(sketch, field, QRect(area.left(), y, area.width(), height - 8));
        y += height;
    }
    if (footer)
        paintFooter(sketch, look, QRect(area.left(), sketch.rect.bottom() - 33, area.width(), 32));
}

// How far a progress got. While nobody knows: a length that says nothing, and a dash.
struct Progress
{
    double share = 0.62;
    QString words;
};

Progress progressOf(const Sketch &sketch, const model::ProgressLook &look)
{
    Progress progress{0.62, look.percent ? QStringLiteral("–%") : QStringLiteral("–")};
    const auto *table = sketch.table();
    if (!table)
        return progress;
    const auto named = [&](const char *name, double otherwise) {
        const auto *column = table->byName(name);
        const double value =
            column && column->data.size() > 0 ? column->data.number(0) : std::numeric_limits<double>::quiet_NaN();
        return std::isfinite(value) ? value : otherwise;
    };
    const double value = named("value", std::numeric_limits<double>::quiet_NaN());
    const double least = named("min", 0), most = named("max", look.percent ? 1 : 100);
    progress.share = 0;
    if (!std::isfinite(value))
        return progress;
    progress.share = most > least ? std::clamp((value - least) / (most - least), 0.0, 1.0) : 0;
    // The label is the value times 100, whatever the ends are.
    progress.words =
        look.percent ? model::formatNumber(value, *model::parseNumberFormat(".0%")) : model::plainNumber(value);
    return progress;
}

void paintProgress(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::ProgressLook look = model::progressLookOf(sketch.element);
    const auto [share, words] = progressOf(sketch, look);
    const QColor track = theme.faint();
    const QColor done = mix(theme.card, theme.accent, 0.85);
    const QRect &area = sketch.rect;
    if (look.ring) {
        const double side = qMin(area.width(), area.height()) - 4;
        const double thick = qMax(4.0, side * 0.1);
        const QRectF ring(area.center().x() + 0.5 - side / 2 + thick / 2,
                          area.center().y() + 0.5 - side / 2 + thick / 2, side - thick, side - thick);
        sketch.painter.setRenderHint(QPainter::Antialiasing, true);
        sketch.painter.setBrush(Qt::NoBrush);
        sketch.painter.setPen(QPen(track, thick));
        sketch.painter.drawEllipse(ring);
        sketch.painter.setPen(QPen(done, thick, Qt::SolidLine, Qt::RoundCap));
        if (share > 0)
            sketch.painter.drawArc(ring, 90 * 16, -static_cast<int>(share * 360 * 16));
        sketch.text(area, words, theme.dataFont(qBound(10, int(side / 5), 24), true), theme.text, Qt::AlignCenter);
        return;
    }
    const QRect label(area.right() - 40, area.top(), 41, area.height());
    sketch.text(label, words, theme.dataFont(12, true), theme.text2, Qt::AlignRight | Qt::AlignVCenter);
    const QRectF bar(area.left(), area.center().y() - 4, area.width() - 50, 9);
    sketch.box(bar, 4.5, track, Qt::transparent, 0);
    sketch.box(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 4.5, done, Qt::transparent, 0);
}

// Places of the entries; where not all have room, the last place is "More", which stands for the entries from there on.
QList<QRect> navigationPlaces(const QRect &area, const PageTheme &theme, const QStringList &entries, int here,
                              bool vertical)
{
    constexpr int height = 32, more = 78;
    QList<QRect> places;
    if (vertical) {
        const int room = std::max(1, (area.height() + 2) / (height + 2));
        const int shown = entries.size() <= room ? static_cast<int>(entries.size()) : room;
        for (int i = 0; i < shown; ++i)
            places << QRect(area.left(), area.top() + i * (height + 2), area.width(), height);
        return places;
    }
    const int top = area.top() + std::max(0, (area.height() - height) / 2);
    int x = area.left();
    for (int i = 0; i < entries.size(); ++i) {
        const int width = QFontMetrics(theme.font(size::base, i == here)).horizontalAdvance(entries.at(i)) + 28;
        places << QRect(x, top, width, height);
        x += width + 4;
    }
    if (places.isEmpty() || places.last().right() <= area.right())
        return places;
    while (places.size() > 1 && (places.size() == entries.size() || places.last().left() + more > area.right() + 1))
        places.removeLast();
    places.last().setWidth(std::min(more, area.width()));
    return places;
}

void paintNavigation(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const QStringList entries = model::navigationEntries(sketch.context.workbook, sketch.element);
    const bool vertical = model::isVerticalNavigation(sketch.element);
    if (entries.isEmpty()) {
        sketch.text(sketch.rect, Texts::tr("No entries yet"), theme.font(size::base), theme.text3, Qt::AlignCenter);
        return;
    }
    // The page in front; on an overlay the first entry stands for it.
    const auto known = model::navigationOf(sketch.context.workbook, sketch.element);
    const auto front =
        std::find_if(known.begin(), known.end(), [&](const auto &entry) { return entry.page == sketch.context.block; });
    const int here = front == known.end() ? 0 : static_cast<int>(front - known.begin());
    const QList<QRect> places = navigationPlaces(sketch.rect, theme, entries, here, vertical);
    for (int i = 0; i < places.size(); ++i) {
        const bool more = places.size() != entries.size() && i + 1 == places.size();
        const bool lit = more ? here >= i : i == here;
        if (lit)
            sketch.box(places.at(i), size::radius, theme.accentSoft, Qt::transparent, 0);
        const QFont font = theme.font(size::base, lit);
        const QColor ink = lit ? theme.accent : theme.text2;
        sketch.text(places.at(i).adjusted(12, 0, more ? -24 : -8, 0), more ? Texts::tr("More") : entries.at(i), font,
                    ink);
        if (more)
            sketch.icon(QRect(places.at(i).right() - 22, places.at(i).top(), 12, places.at(i).height()),
                        QStringLiteral("chevron-down"), ink);
        if (!sketch.context.marks)
            continue;
        Mark mark;
        mark.kind = Mark::Kind::Toggle;
        mark.row = i;
        mark.column = more ? "more" : "";
        mark.title = more ? Texts::tr("More") : entries.at(i);
        sketch.context.marks->addBox(std::move(mark), QRectF(places.at(i)));
    }
}

} // namespace

void addFormPainters(KindPainters &painters)
{
    painters.add("form", {Chrome::Card, paintForm});
    painters.add("progress", {Chrome::Card, paintProgress});
    painters.add("navigation", {Chrome::Bare, paintNavigation});
}

} // namespace tessera::designer
