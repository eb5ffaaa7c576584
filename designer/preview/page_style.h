// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "designer/paint/page_theme.h"

namespace tessera::designer {

// Gives a widget and its children the colours of a page instead of the application's. Does nothing when they have them.
void dressForPage(QWidget &widget, const PageTheme &theme);

} // namespace tessera::designer
