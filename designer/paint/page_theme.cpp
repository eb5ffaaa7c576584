// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/page_theme.h"

#include <cmath>

#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/base/text.h"

namespace tessera::designer {

namespace {

// "#rgb", "#rrggbb" and "#rrggbbaa" as on the wire; Qt puts the alpha first.
QColor parsed(const model::ColorText &text)
{
    QString hex = model::toQString(text).trimmed();
    if (hex == QLatin1String("transparent"))
        return Qt::transparent;
    if (hex.size() == 9 && hex.startsWith(u'#'))
        hex = u'#' + hex.right(2) + hex.mid(1, 6);
    return hex.startsWith(u'#') ? QColor(hex) : QColor();
}

void fillFrom(const Tokens &tokens, PageTheme &theme)
{
    theme.dark = tokens.dark;
    theme.page = tokens.dark ? tokens.window : tokens.surface;
    theme.card = tokens.surface;
    theme.line = tokens.line;
    theme.lineStrong = tokens.lineStrong;
    theme.text = tokens.text;
    theme.text2 = tokens.text2;
    theme.text3 = tokens.text3;
    theme.accent = tokens.accent;
    theme.accentSoft = tokens.accentSoft;
    theme.onAccent = tokens.onAccent;
    theme.danger = tokens.danger;
    theme.warn = tokens.warn;
    theme.ok = tokens.ok;
    theme.info = tokens.info;
    theme.series = tokens.series;
    theme.border = tokens.line;
    theme.title = tokens.text;
}

bool isDark(const model::ThemeLook &look)
{
    return look.dark.value_or(look.name == "Dark");
}

void applyColors(const model::ThemeLook &look, PageTheme &theme)
{
    const auto take = [&](const model::ColorText &text, QColor &into) {
        if (const QColor color = parsed(text); color.isValid())
            into = color;
    };
    take(look.text, theme.text);
    take(look.text, theme.title);
    if (!look.text.empty()) {
        theme.text2 = mix(theme.card, theme.text, 0.72);
        theme.text3 = mix(theme.card, theme.text, 0.62);
    }
    take(look.surface, theme.page);
    take(look.override_("backgroundCanvas"), theme.page);
    take(look.override_("elementBackground"), theme.card);
    take(look.success, theme.ok);
    take(look.warning, theme.warn);
    take(look.danger, theme.danger);
    take(look.borderColor, theme.border);
    take(look.titleColor, theme.title);
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// The colour where it can be read on the ground, else the text's own, as pale as that allows.
QColor readable(const QColor &color, const QColor &ground, const QColor &text, double share)
{
    if (contrast(color, ground) >= 4.5)
        return color;
    const QColor softer = mix(ground, text, share);
    return contrast(softer, ground) >= 4.5 ? softer : text;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

PageTheme themeOn(const PageTheme &theme, const QColor &fill)
{
    if (!fill.isValid() || fill.alpha() == 0)
        return theme;
    const QColor ground = mix(theme.page, fill, fill.alphaF());
    PageTheme out = theme;
    if (contrast(theme.text, ground) < 4.5) {
        const Tokens &light = Tokens::light(), &dark = Tokens::darkTheme();
        const Tokens &tokens = contrast(light.text, ground) >= contrast(dark.text, ground) ? light : dark;
        fillFrom(tokens, out);
        out.page = theme.page;
        out.series = theme.series;
        out.card = ground;
        out.line = mix(ground, out.text, 0.16);
        out.lineStrong = mix(ground, out.text, 0.5);
        out.border = out.line;
        out.accent = contrast(theme.accent, ground) >= 3 ? theme.accent : tokens.accent;
    }
    out.text2 = readable(out.text2, ground, out.text, 0.86);
    out.text3 = readable(out.text3, ground, out.text, 0.8);
    if (contrast(out.title, ground) < 3)
        out.title = out.text;
    if (contrast(out.accent, ground) < 3)
        out.accent = out.text;
    out.accentSoft = mix(ground, out.accent, 0.14);
    out.onAccent = readableOn(out.accent);
    return out;
}

Tokens tokensOf(const PageTheme &theme)
{
    Tokens tokens = theme.dark ? Tokens::darkTheme() : Tokens::light();
    tokens.window = theme.page;
    tokens.surface = theme.card;
    tokens.raised = theme.dark ? mix(theme.card, theme.text, 0.05) : theme.card;
    tokens.line = theme.line;
    tokens.lineStrong = theme.lineStrong;
    tokens.text = theme.text;
    tokens.text2 = theme.text2;
    tokens.text3 = theme.text3;
    tokens.accent = theme.accent;
    tokens.accentSoft = theme.accentSoft;
    tokens.onAccent = theme.onAccent;
    tokens.danger = theme.danger;
    tokens.warn = theme.warn;
    tokens.ok = theme.ok;
    tokens.info = theme.info;
    tokens.series = theme.series;
    return tokens;
}

QColor PageTheme::faint() const
{
    return mix(card, text3, dark ? 0.34 : 0.24);
}

QColor PageTheme::soft(const QColor &color, double share) const
{
    return mix(card, color, share);
}

QFont PageTheme::font(int pixels, bool bold) const
{
    QFont font = interfaceFont();
    if (!textFamilies.isEmpty())
        font.setFamilies(textFamilies + font.families());
    font.setPixelSize(qMax(6, pixels));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont PageTheme::dataFont(int pixels, bool bold) const
{
    QFont result = font(pixels, bold);
    if (!dataFamilies.isEmpty())
        result.setFamilies(dataFamilies + result.families());
    return result;
}

PageTheme pageThemeOf(const model::Workbook &workbook, const Tokens *forced)
{
    const model::ThemeLook look = model::themeOf(workbook);
    PageTheme theme;
    const bool dark = forced ? forced->dark : isDark(look);
    fillFrom(forced ? *forced : dark ? Tokens::darkTheme() : Tokens::light(), theme);
    if (look.name == "Surface" && !forced)
        theme.page = Tokens::light().window; // cards stand out from a tinted page
    // Colours chosen for the other brightness would be unreadable here.
    if (dark == isDark(look))
        applyColors(look, theme);
    if (const QColor highlight = parsed(look.highlight); highlight.isValid()) {
        theme.accent = highlight;
        theme.accentSoft = mix(theme.card, highlight, 0.14);
        theme.onAccent = readableOn(highlight);
    }
    QList<QColor> series;
    for (const model::ColorText &text : look.series) {
        if (const QColor color = parsed(text); color.isValid())
            series << color;
    }
    if (!series.isEmpty())
        theme.series = series;
    if (!look.textFont.isEmpty())
        theme.textFamilies << look.textFont;
    if (!look.dataFont.isEmpty())
        theme.dataFamilies << look.dataFont;
    theme.titleSize = look.titleSize > 0 ? qBound(6, look.titleSize, 96) : size::base;
    theme.titleBold = look.titleBold.value_or(true);
    theme.radius = look.corner == model::Corner::Square ? 0
                   : look.corner == model::Corner::Pill ? 16
                                                        : size::cardRadius;
    theme.borderWidth = look.borderWidth >= 0 ? qMin(look.borderWidth, 4) : 1;
    theme.cards = look.cards;
    return theme;
}

QColor colorFrom(const PageTheme &theme, const model::ColorText &text, const QColor &otherwise)
{
    if (text.empty() || text == "auto")
        return otherwise;
    if (!text.starts_with("theme:")) {
        const QColor color = parsed(text);
        return color.isValid() ? color : otherwise;
    }
    // Theme references are paths such as "colors-highlight" or "colors-text-secondary"; what counts is the role in
    // them.
    const std::pair<const char *, QColor> roles[] = {
        {"highlight", theme.accent}, {"success", theme.ok},      {"warning", theme.warn}, {"danger", theme.danger},
        {"surface", theme.page},     {"background", theme.card}, {"border", theme.line},  {"text", theme.text}};
    for (const auto &[role, color] : roles) {
        if (text.find(role) != std::string::npos)
            return color;
    }
    return otherwise;
}

QColor readableOn(const QColor &fill)
{
    const Tokens &light = Tokens::light();
    const double brightness = 0.299 * fill.redF() + 0.587 * fill.greenF() + 0.114 * fill.blueF();
    return brightness > 0.6 ? light.text : light.surface;
}

qreal radiusFrom(const PageTheme &theme, model::Corner corner, qreal pill)
{
    switch (corner) {
    case model::Corner::Square:
        return 0;
    case model::Corner::Round:
        return size::cardRadius;
    case model::Corner::Pill:
        return pill;
    case model::Corner::Theme:
        break;
    }
    return theme.radius;
}

} // namespace tessera::designer
