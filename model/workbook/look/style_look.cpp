// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/style_look.h"

#include <cmath>

#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::model {

namespace {

const Json &memberOrNull(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = member(object, key);
    return value ? *value : none;
}

std::optional<bool> shownHidden(const Json *value)
{
    if (!value)
        return std::nullopt;
    if (value->is_boolean())
        return value->get<bool>();
    const std::string text = stringOf(*value);
    if (text == "shown")
        return true;
    return text == "hidden" ? std::optional(false) : std::nullopt;
}

std::optional<bool> boldFrom(const Json &object)
{
    const std::string weight = stringMember(object, "fontWeight");
    return weight.empty() ? std::nullopt : std::optional(weight == "bold");
}

} // namespace

ColorText colorText(const Json *value)
{
    if (!value)
        return {};
    if (value->is_string())
        return stringOf(*value);
    const std::string ref = stringMember(*value, "ref");
    return ref.empty() ? ColorText() : "theme:" + ref;
}

Corner cornerFrom(const std::string &text)
{
    return text == "square"  ? Corner::Square
           : text == "round" ? Corner::Round
           : text == "pill"  ? Corner::Pill
                             : Corner::Theme;
}

std::optional<double> numberOf(const Json *value)
{
    if (!value)
        return std::nullopt;
    if (value->is_number())
        return value->get<double>();
    const std::string text = isRawNumber(*value) ? rawNumberText(*value) : stringOf(*value);
    bool ok = false;
    const double number = toQString(text).trimmed().toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString textMember(const Json &object, std::string_view key)
{
    const Json *value = member(object, key);
    if (!value)
        return {};
    if (value->is_string())
        return toQString(stringOf(*value));
    if (value->is_boolean())
        return value->get<bool>() ? QStringLiteral("true") : QStringLiteral("false");
    if (isRawNumber(*value))
        return toQString(rawNumberText(*value));
    const auto number = numberOf(value);
    return number ? QString::number(*number, 'g', 12) : QString();
}

int intMember(const Json &object, std::string_view key, int otherwise)
{
    const auto number = numberOf(member(object, key));
    return number && std::abs(*number) < 1e6 ? static_cast<int>(std::lround(*number)) : otherwise;
}

TitleLook titleOf(const Object &element)
{
    TitleLook title;
    title.text = toQString(element.name());
    const Json &name = memberOrNull(element.body(), "name");
    if (name.is_object()) {
        title.hidden = shownHidden(member(name, "visibility")) == false;
        title.color = colorText(member(name, "color"));
        title.fontSize = intMember(name, "fontSize");
        title.bold = boldFrom(name);
    }
    if (!title.text.isEmpty() && title.text.trimmed().isEmpty())
        title.hidden = true;
    const Json &description = memberOrNull(element.body(), "description");
    if (shownHidden(member(description, "visibility")) != false)
        title.description = textMember(description, "text");
    return title;
}

QString noDataText(const Object &element)
{
    return textMember(element.body(), "noDataText");
}

BoxLook boxOf(const Object &element)
{
    const Json &style = memberOrNull(element.body(), "style");
    BoxLook box;
    box.background = colorText(member(style, "backgroundColor"));
    box.borderColor = colorText(member(style, "borderColor"));
    box.borderWidth = intMember(style, "borderWidth", -1);
    box.corner = cornerFrom(stringMember(style, "borderRadius"));
    box.padded = stringMember(style, "padding") != "none";
    return box;
}

bool hasOwnBox(const Object &container)
{
    const BoxLook box = boxOf(container);
    const bool filled = !box.background.empty() && box.background != "transparent";
    return filled || !box.borderColor.empty() || box.borderWidth > 0 || !backgroundImageOf(container).url.empty();
}

ImageFill backgroundImageOf(const Object &object)
{
    const Json &image = memberOrNull(object.body(), "backgroundImage");
    ImageFill fill;
    fill.url = stringMember(memberOrNull(image, "source"), "url");
    if (fill.url.empty())
        fill.url = stringMember(image, "url");
    const Json &style = memberOrNull(image, "style");
    fill.fit = stringMember(style, "fit");
    // Older files say start, middle, end.
    const std::string across = stringMember(style, "horizontalAlign"), down = stringMember(style, "verticalAlign");
    fill.align = (across == "left" || across == "start"  ? Qt::AlignLeft
                  : across == "right" || across == "end" ? Qt::AlignRight
                                                         : Qt::AlignHCenter) |
                 (down == "top" || down == "start"    ? Qt::AlignTop
                  : down == "bottom" || down == "end" ? Qt::AlignBottom
                                                      : Qt::AlignVCenter);
    fill.repeats = stringMember(style, "tiling") == "repeat";
    return fill;
}

ColorText ThemeLook::override_(std::string_view wanted) const
{
    for (const auto &[key, color] : overrides) {
        if (key == wanted)
            return color;
    }
    return {};
}

ThemeLook themeOf(const Workbook &workbook)
{
    ThemeLook look;
    const Json &theme = memberOrNull(memberOrNull(workbook.contents, "settings"), "theme");
    look.name = stringMember(theme, "name");
    const Json &overrides = memberOrNull(theme, "overrides");
    const Json &colors = memberOrNull(overrides, "colors");
    look.text = colorText(member(colors, "text"));
    look.highlight = colorText(member(colors, "highlight"));
    look.surface = colorText(member(colors, "surface"));
    look.success = colorText(member(colors, "success"));
    look.warning = colorText(member(colors, "warning"));
    look.danger = colorText(member(colors, "danger"));
    look.dark = shownHidden(member(colors, "darkMode"));
    for (const Json &entry : memberOrNull(overrides, "colorOverrides")) {
        if (const ColorText color = colorText(member(entry, "color")); !color.empty())
            look.overrides.emplace_back(stringMember(entry, "name"), color);
    }
    const Json &fonts = memberOrNull(overrides, "fonts");
    look.textFont = textMember(fonts, "textFont");
    look.dataFont = textMember(fonts, "dataFont");
    const Json &title = memberOrNull(overrides, "titleFont");
    look.titleColor = colorText(member(title, "color"));
    look.titleSize = intMember(title, "fontSize");
    look.titleBold = boldFrom(title);
    look.corner = cornerFrom(stringMember(overrides, "borderRadius"));
    const Json &border = memberOrNull(overrides, "elementBorder");
    look.borderColor = colorText(member(border, "color"));
    look.borderWidth = intMember(border, "width", -1);
    if (const Json &scheme = memberOrNull(overrides, "categoricalScheme"); scheme.is_array()) {
        for (const Json &color : scheme)
            look.series.push_back(stringOf(color));
    }
    look.pageWidth = stringMember(overrides, "pageWidth");
    look.maxPageWidth = intMember(overrides, "maxPageWidth");
    look.cards = shownHidden(member(overrides, "hasCards")) != false;
    return look;
}

} // namespace tessera::model
