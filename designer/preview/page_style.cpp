// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/page_style.h"

#include "designer/style/style_sheet.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

// What the application's rules leave to the palette, and the looks only pages have.
const char *const pageRules = R"(
QLabel { color: %1; background: transparent; }
QLabel[role="label"] { color: %2; font-size: 12px; font-weight: 600; }
QLabel[role="problem"] { color: %3; }
QCheckBox, QToolButton, QSpinBox, QComboBox { color: %1; }
QWidget[segments="true"] { background: %4; border-radius: 6px; }
QToolButton[segment="true"] { color: %2; border: 1px solid transparent; border-radius: 5px; margin: 2px; padding: 0 4px; font-size: 12px; }
QToolButton[segment="true"]:checked { background: %5; color: %6; border-color: %7; font-weight: 600; }
QToolButton[segment="true"]:focus { border-color: %6; }
QTreeView { color: %1; }
QListView { color: %1; }
)";

QString sheetFor(const Tokens &tokens)
{
    return styleSheet(tokens) +
           QString::fromLatin1(pageRules).arg(tokens.text.name(), tokens.text2.name(), tokens.danger.name(),
                                              mix(tokens.surface, tokens.text3, 0.1).name(), tokens.surface.name(),
                                              tokens.accent.name(), tokens.line.name());
}

} // namespace

void dressForPage(QWidget &widget, const PageTheme &theme)
{
    const Tokens tokens = tokensOf(theme);
    const QString sheet = sheetFor(tokens);
    if (widget.styleSheet() == sheet)
        return; // polishing every child again is dear
    widget.setPalette(paletteFor(tokens));
    widget.setStyleSheet(sheet);
}

} // namespace tessera::designer
