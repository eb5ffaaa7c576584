// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QStringList>

#include "model/workbook/look/style_look.h"

namespace tessera::designer {

struct Tokens;

// The colours and type of the page itself, which follow the workbook's theme and not the application's.
struct PageTheme
{
    bool dark = false;
    QColor page, card, line, lineStrong, text, text2, text3;
    QColor accent, accentSoft, onAccent, danger, warn, ok, info;
    QList<QColor> series; // never empty
    QStringList textFamilies, dataFamilies;
    QColor title;
    int titleSize = 13; // px
    bool titleBold = true;
    qreal radius = 8; // of cards, px
    QColor border;
    int borderWidth = 1;
    bool cards = true; // elements stand on cards of their own

    QColor faint() const;                                        // placeholder bars in place of data
    QColor soft(const QColor &color, double share = 0.16) const; // a colour laid thinly on a card
    QFont font(int pixels, bool bold = false) const;
    QFont dataFont(int pixels, bool bold = false) const;
    QColor seriesAt(int index) const { return series.at(index % series.size()); }
};

// `forced`: the tokens to show the page with instead of those its theme names (`render --theme`); null: as it says.
PageTheme pageThemeOf(const model::Workbook &workbook, const Tokens *forced = nullptr);

// The theme for what stands on a fill of its own, `fill` laid on `theme.page` where it lets something through: text,
// lines and accent that can be read there (4.5 : 1; accent 3 : 1). Without a fill, or where all can be read, it is
// `theme` itself.
PageTheme themeOn(const PageTheme &theme, const QColor &fill);

// The page's colours as interface tokens, for widgets that stand on the page.
Tokens tokensOf(const PageTheme &theme);

// How well two colours can be told apart: 1 … 21. Source: WCAG 2, contrast ratio.
double contrast(const QColor &a, const QColor &b);

// What a written colour stands for here; `otherwise` where it is not set or cannot be read.
QColor colorFrom(const PageTheme &theme, const model::ColorText &text, const QColor &otherwise);

// Black or white, whichever can be read on a fill.
QColor readableOn(const QColor &fill);

qreal radiusFrom(const PageTheme &theme, model::Corner corner, qreal pill);

} // namespace tessera::designer
