// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "designer/style/tokens.h"

namespace tessera::designer {

// What the palette cannot say: spacing, corners, hover and focus of the standard widgets. A widget asks for a variant
// through a dynamic property: `role` ("panelTitle", "emptyTitle", "secondary", "caption" of a label; "primary", "quiet"
// of a button; "sidebar" of a list or tree) or `surface` ("window", "surface", "raised").
QString styleSheet(const Tokens &tokens);

} // namespace tessera::designer
