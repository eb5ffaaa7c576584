// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/kind_painters.h"
#include "designer/paint/live_control.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/base/text.h"
#include "model/workbook/look/control_look.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ControlPainters)
};

// One control on its way: where its field goes, below the label.
struct Field
{
    const Sketch &sketch;
    const model::ControlLook &look;
    QRect rect;
    const PageTheme &theme() const { return sketch.theme(); }
};

void paintInput(const Field &field, const QString &words, bool chosen, const QString &icon)
{
    const PageTheme &theme = field.theme();
    field.sketch.box(field.rect, size::radius, theme.card, theme.lineStrong);
    const int top = field.rect.height() > 44 ? 32 : field.rect.height();
    QRect text(field.rect.left() + 10, field.rect.top(), field.rect.width() - (icon.isEmpty() ? 20 : 38), top);
    if (field.look.showsMode && !field.look.mode.isEmpty()) {
        const QFont font = theme.font(12);
        const int width = QFontMetrics(font).horizontalAdvance(field.look.mode) + 8;
        field.sketch.text(QRect(text.left(), text.top(), width, text.height()), field.look.mode, font, theme.text3);
        text.setLeft(text.left() + width);
    }
    field.sketch.text(text, words, theme.font(size::base), chosen ? theme.text : theme.text3);
    if (!icon.isEmpty())
        field.sketch.icon(QRect(field.rect.right() - 24, field.rect.top(), 14, top), icon, theme.text2);
}

void paintList(const Field &field)
{
    const model::ControlLook &look = field.look;
    QString words = look.selected.join(QStringLiteral(", "));
    if (words.isEmpty())
        words = look.multiple ? Texts::tr("All") : Texts::tr("Select a value");
    else if (look.exclude)
        words = Texts::tr("Not %1").arg(words);
    paintInput(field, words, !look.selected.isEmpty(), QStringLiteral("chevron-down"));
}

void paintSegments(const Field &field)
{
    const PageTheme &theme = field.theme();
    QStringList options = field.look.options;
    const int count = options.isEmpty() ? 3 : qMin<int>(options.size(), 7);
    const QRect strip(field.rect.left(), field.rect.top(), field.rect.width(), qMin(32, field.rect.height()));
    field.sketch.box(strip, size::radius, theme.soft(theme.text3, 0.1), Qt::transparent, 0);
    for (int i = 0; i < count; ++i) {
        const QRect segment(strip.left() + strip.width() * i / count, strip.top(), strip.width() / count,
                            strip.height());
        if (options.isEmpty()) {
            field.sketch.word(segment.adjusted(6, 0, -6, 0), i, Qt::AlignHCenter);
            continue;
        }
        const bool chosen = field.look.selected.contains(options.at(i));
        if (chosen)
            field.sketch.box(segment.adjusted(2, 2, -2, -2), 5, theme.card, theme.line);
        field.sketch.text(segment.adjusted(4, 0, -4, 0), options.at(i), theme.font(12, chosen),
                          chosen ? theme.accent : theme.text2, Qt::AlignCenter);
    }
}

void paintTextField(const Field &field)
{
    const QString empty = field.look.type == "number" ? Texts::tr("Enter a number") : Texts::tr("Enter text");
    paintInput(field, field.look.value.isEmpty() ? empty : field.look.value, !field.look.value.isEmpty(), {});
}

void paintDate(const Field &field)
{
    paintInput(field, field.look.value.isEmpty() ? Texts::tr("Select a date") : field.look.value,
               !field.look.value.isEmpty(), QStringLiteral("calendar"));
}

void paintNumberRange(const Field &field)
{
    const QStringList ends = field.look.value.split(u'\n');
    const int gap = 18;
    const int width = (field.rect.width() - gap) / 2;
    const auto half = [&](int left, const QString &value, const QString &empty) {
        const Field part{field.sketch, field.look, QRect(left, field.rect.top(), width, qMin(32, field.rect.height()))};
        paintInput(part, value.isEmpty() ? empty : value, !value.isEmpty(), {});
    };
    half(field.rect.left(), ends.value(0), Texts::tr("Min"));
    half(field.rect.left() + width + gap, ends.value(1), Texts::tr("Max"));
    field.sketch.text(QRect(field.rect.left() + width, field.rect.top(), gap, qMin(32, field.rect.height())),
                      QStringLiteral("–"), field.theme().font(size::base), field.theme().text3, Qt::AlignCenter);
}

void paintSlider(const Field &field)
{
    const PageTheme &theme = field.theme();
    const model::ControlLook &look = field.look;
    const bool range = look.type == "range-slider";
    const double left = field.rect.left() + 8, width = field.rect.width() - 16;
    const double y = field.rect.top() + 10;
    field.sketch.box(QRectF(left, y - 2, width, 4), 2, theme.faint(), Qt::transparent, 0);
    const double from = range ? look.position : 0, to = range ? look.positionEnd : look.position;
    field.sketch.box(QRectF(left + from * width, y - 2, (to - from) * width, 4), 2, theme.accent, Qt::transparent, 0);
    const auto handle = [&](double at) {
        field.sketch.box(QRectF(left + at * width - 7, y - 7, 14, 14), 7, theme.card, theme.accent, 2);
    };
    if (range)
        handle(from);
    handle(to);
    if (field.rect.height() < 30)
        return;
    const QRect labels(field.rect.left(), field.rect.top() + 19, field.rect.width(), 14);
    field.sketch.text(labels, look.low, theme.dataFont(size::caption), theme.text3);
    field.sketch.text(labels, look.high, theme.dataFont(size::caption), theme.text3, Qt::AlignRight | Qt::AlignVCenter);
    if (!range)
        field.sketch.text(labels, look.value, theme.dataFont(size::caption, true), theme.text, Qt::AlignCenter);
}

void paintCheckbox(const Field &field)
{
    const PageTheme &theme = field.theme();
    const double y = field.rect.center().y() - 7;
    field.sketch.box(QRectF(field.rect.left(), y, 16, 16), 4, field.look.on ? theme.accent : theme.card,
                     field.look.on ? theme.accent : theme.lineStrong);
    if (field.look.on)
        field.sketch.icon(QRect(field.rect.left() + 2, int(y) + 2, 12, 12), QStringLiteral("check"), theme.onAccent);
    field.sketch.text(field.rect.adjusted(24, 0, 0, 0), field.look.label, theme.font(size::base), theme.text);
}

void paintSwitch(const Field &field)
{
    const PageTheme &theme = field.theme();
    const double y = field.rect.center().y() - 8;
    field.sketch.box(QRectF(field.rect.left(), y, 32, 18), 9, field.look.on ? theme.accent : theme.lineStrong,
                     Qt::transparent, 0);
    field.sketch.box(QRectF(field.rect.left() + (field.look.on ? 16 : 2), y + 2, 14, 14), 7, theme.card,
                     Qt::transparent, 0);
    field.sketch.text(field.rect.adjusted(40, 0, 0, 0), field.look.label, theme.font(size::base), theme.text);
}

void paintHierarchy(const Field &field)
{
    paintInput(field, field.look.selected.isEmpty() ? Texts::tr("All") : field.look.selected.join(QStringLiteral(", ")),
               !field.look.selected.isEmpty(), QStringLiteral("list-tree"));
}

void paintDrill(const Field &field)
{
    // The level in force; else those there are.
    const QStringList &levels = field.look.selected.isEmpty() ? field.look.options : field.look.selected;
    paintInput(field, levels.isEmpty() ? Texts::tr("Drill down by") : levels.join(QStringLiteral(" › ")),
               !levels.isEmpty(), QStringLiteral("chevron-down"));
}

void paintLegendControl(const Field &field)
{
    int x = field.rect.left();
    if (!field.look.options.isEmpty()) {
        const QFont font = field.theme().font(size::caption);
        for (int i = 0; i < field.look.options.size(); ++i) {
            const int width = qMin(120, QFontMetrics(font).horizontalAdvance(field.look.options.at(i)) + 30);
            if (x + width > field.rect.right() && i > 0)
                break;
            const bool off = !field.look.selected.isEmpty() && !field.look.selected.contains(field.look.options.at(i));
            field.sketch.box(QRectF(x, field.rect.top() + 10, 10, 10), 2,
                             off ? field.theme().faint() : field.theme().seriesAt(i), Qt::transparent, 0);
            field.sketch.text(QRect(x + 16, field.rect.top(), width - 20, 30), field.look.options.at(i), font,
                              off ? field.theme().text3 : field.theme().text2);
            x += width;
        }
        return;
    }
    for (int i = 0; i < 5 && x + 70 < field.rect.right(); ++i, x += 78) {
        field.sketch.box(QRectF(x, field.rect.top() + 10, 10, 10), 2, field.theme().seriesAt(i), Qt::transparent, 0);
        field.sketch.word(QRect(x + 16, field.rect.top(), 54, 30), i);
    }
}

void paintUpload(const Field &field)
{
    const PageTheme &theme = field.theme();
    QPen pen(theme.lineStrong, 1, Qt::DashLine);
    field.sketch.painter.setRenderHint(QPainter::Antialiasing, true);
    field.sketch.painter.setPen(pen);
    field.sketch.painter.setBrush(theme.soft(theme.text3, 0.05));
    field.sketch.painter.drawRoundedRect(QRectF(field.rect).adjusted(0.5, 0.5, -0.5, -0.5), size::radius, size::radius);
    const QString words = Texts::tr("Drop a file or browse");
    const int width = QFontMetrics(theme.font(size::base)).horizontalAdvance(words);
    field.sketch.icon(QRect(field.rect.center().x() - width / 2 - 22, field.rect.top(), 15, field.rect.height()),
                      QStringLiteral("upload"), theme.text3);
    field.sketch.text(field.rect, words, theme.font(size::base), theme.text3, Qt::AlignCenter);
}

void paintOtherControl(const Field &field)
{
    paintInput(field, field.look.value.isEmpty() ? model::toQString(field.look.type) : field.look.value, false,
               QStringLiteral("chevron-down"));
}

struct ControlPainter
{
    void (*paint)(const Field &field);
};

const ControlPainter &painterFor(const std::string &type)
{
    static const ControlPainter other{paintOtherControl};
    static const QHash<std::string, ControlPainter> painters = {
        {"list", {paintList}},          {"segmented", {paintSegments}},
        {"text", {paintTextField}},     {"text-area", {paintTextField}},
        {"number", {paintTextField}},   {"number-range", {paintNumberRange}},
        {"slider", {paintSlider}},      {"range-slider", {paintSlider}},
        {"date", {paintDate}},          {"date-range", {paintDate}},
        {"checkbox", {paintCheckbox}},  {"switch", {paintSwitch}},
        {"top-n", {paintOtherControl}}, {"hierarchy", {paintHierarchy}},
        {"drill", {paintDrill}},        {"legend", {paintLegendControl}},
        {"file-upload", {paintUpload}}};
    const auto it = painters.constFind(type);
    return it == painters.cend() ? other : *it;
}

void paintControl(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::ControlLook look =
        liveControlLook(sketch.context.workbook, sketch.element, sketch.context.rows, sketch.rows.get());
    const model::BoxLook box = model::boxOf(sketch.element);
    if (!box.background.empty())
        sketch.box(sketch.rect, radiusFrom(theme, box.corner, 16), colorFrom(theme, box.background, Qt::transparent),
                   Qt::transparent, 0);
    const ControlPlaces places = controlPlaces(sketch.element, look, sketch.rect);
    if (!places.label.isEmpty())
        sketch.text(places.label, look.label, theme.font(12, true), theme.text2);
    painterFor(look.type).paint({sketch, look, places.field});
}

} // namespace

void addControlPainters(KindPainters &painters)
{
    painters.add("control", {Chrome::Bare, paintControl});
}

} // namespace tessera::designer
