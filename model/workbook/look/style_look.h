// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QString>

#include "model/workbook/workbook.h"

namespace tessera::model {

// What a painter has to know about a thing, read from its body. These never fail: what a file leaves out or misspells
// is empty here, which means "as the theme says". All `…Look` values are plain data.

// A colour as written: "#rrggbb" and its kin, "transparent", "auto", or "theme:<ref>" for a reference to the theme.
// Empty: not set.
using ColorText = std::string;
ColorText colorText(const Json *value);

enum class Corner
{
    Theme,
    Square,
    Round,
    Pill,
};

struct TitleLook
{
    QString text;        // "" when there is none
    bool hidden = false; // asked to be hidden, or a single blank
    ColorText color;
    int fontSize = 0; // px, 0: as the theme says
    std::optional<bool> bold;
    QString description;
};
TitleLook titleOf(const Object &element);

// What an element says when it has no rows, "" for the usual words.
QString noDataText(const Object &element);

struct BoxLook
{
    ColorText background, borderColor;
    int borderWidth = -1; // px, -1: as the theme says
    Corner corner = Corner::Theme;
    bool padded = true;
};
BoxLook boxOf(const Object &element);
// Whether a container draws something of its own, so that its content needs room from the edge.
bool hasOwnBox(const Object &container);

struct ImageFill
{
    std::string url; // "" when there is none
    std::string fit; // contain, cover, none, scale-down, stretch, or ""
    Qt::Alignment align = Qt::AlignCenter;
    bool repeats = false;
};
ImageFill backgroundImageOf(const Object &object);

struct ThemeLook
{
    std::string name; // "Light", "Dark", "Surface", an id, or "" when not set
    ColorText text, highlight, surface, success, warning, danger;
    std::optional<bool> dark;
    std::vector<std::pair<std::string, ColorText>> overrides; // by name: backgroundCanvas, elementBackground …
    QString textFont, dataFont;
    ColorText titleColor;
    int titleSize = 0;
    std::optional<bool> titleBold;
    Corner corner = Corner::Theme;
    ColorText borderColor;
    int borderWidth = -1;
    std::vector<ColorText> series; // empty: the theme's own
    std::string pageWidth;         // full, large, medium, custom
    int maxPageWidth = 0;
    bool cards = true;

    ColorText override_(std::string_view name) const; // "" when not set
};
ThemeLook themeOf(const Workbook &workbook);

// Helpers of this folder.
Corner cornerFrom(const std::string &text);
QString textMember(const Json &object, std::string_view key); // text, or a number as text
int intMember(const Json &object, std::string_view key, int otherwise = 0);
std::optional<double> numberOf(const Json *value); // a number, or a text that is one

} // namespace tessera::model
