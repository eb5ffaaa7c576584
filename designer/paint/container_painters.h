// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

#include "designer/paint/page_theme.h"
#include "model/layout/block_geometry.h"
#include "model/workbook/workbook.h"

namespace tessera::designer {

// What a container keeps for itself around its grid. Plain containers keep nothing, so their content lines up with the
// page's own columns.
model::Insets containerInsets(const model::Workbook &workbook, const model::LayoutNode &node);
model::Insets repeatedInsets();

// Where the tabs of a tabbed container stand in its strip, for painting and for clicks.
QList<QRect> tabRects(const model::Object &element, const QRect &strip, const PageTheme &theme);

} // namespace tessera::designer
