// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

#include "designer/paint/page_theme.h"
#include "model/layout/block_geometry.h"
#include "model/workbook/look/content_look.h"
#include "model/workbook/workbook.h"

namespace tessera::designer {

// What a container keeps for itself around its grid. Plain containers keep nothing, so their content lines up with the
// page's own columns.
model::Insets containerInsets(const model::Workbook &workbook, const model::LayoutNode &node);
model::Insets repeatedInsets();

// Where the cards of a repeated container stand: the first is the template as it is laid out.
struct CardFlow
{
    QRect first;         // card, px of the block
    int columns = 1;     // cards side by side
    int gap = 12;        // px
    bool across = false; // one line that goes on to the right

    QPoint offset(int place) const; // from the first card to the one at a place
    int line(int place) const { return across ? place : place / columns; }
};
CardFlow cardFlow(const model::RepeatLook &look, const model::NodeBox &box, const model::GridBox &grid);
// Px a card's grid takes of the room a repeated container has.
int cardWidth(const model::RepeatLook &look, int room);

// Where the tabs of a tabbed container stand in its strip, for painting and for clicks.
QList<QRect> tabRects(const model::Object &element, const QRect &strip, const PageTheme &theme);

} // namespace tessera::designer
