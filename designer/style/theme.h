// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>

#include "designer/style/tokens.h"

class QApplication;

namespace tessera::designer {

enum class ThemeChoice
{
    System,
    Light,
    Dark,
};

// The tokens a choice stands for now. System: dark when the desktop's own palette is dark.
const Tokens &tokensFor(ThemeChoice choice);

// The tokens a palette was made from. Widgets and painters ask with their own palette, so a theme switch reaches them
// without a registry of listeners: QEvent::PaletteChange is the notice.
const Tokens &tokensOf(const QPalette &palette);

// Style, palette, fonts and style sheet of the whole program. May be called again at any time to switch live.
void applyTheme(QApplication &application, const Tokens &tokens);

QPalette paletteFor(const Tokens &tokens);

// The system's interface font at 13 px; Inter where the system names none.
QFont interfaceFont();
// For formulas, SQL and code.
QFont monospaceFont();

// `share` of `over` laid on `base`, 0 to 1. For hover and pressed states, which are made from tokens and never spelled.
QColor mix(const QColor &base, const QColor &over, double share);

} // namespace tessera::designer
