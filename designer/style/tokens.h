// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>

namespace tessera::designer {

// Every colour of the interface. Nothing else spells one; see the values in tokens.cpp.
struct Tokens
{
    bool dark = false;
    QColor window, surface, raised, canvas; // docks; panels, cards, grids; menus; around the page
    QColor line, lineStrong;                // separators; outlines of inputs
    QColor text, text2, text3;              // primary, secondary, hints
    QColor accent, accentSoft, onAccent;    // selection, focus, primary button; its soft fill; text on it
    QColor danger, warn, ok, info;          // states, always with an icon or a word
    QList<QColor> series;                   // charts without a scheme of their own

    static const Tokens &light();
    static const Tokens &darkTheme();
};

namespace space {
inline constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32; // px
}
namespace size {
inline constexpr int treeRow = 28, gridRow = 30, input = 32, target = 24, icon = 16;
inline constexpr int radius = 6, cardRadius = 8, popoverRadius = 10;
inline constexpr int caption = 11, base = 13, panelTitle = 15, emptyTitle = 20; // type, px
} // namespace size
namespace motion {
inline constexpr int ms = 120; // ease-out; 0 when the system asks for none
}

} // namespace tessera::designer
