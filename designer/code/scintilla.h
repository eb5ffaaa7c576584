// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QScintilla's headers use the keywords this project switches off.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexercustom.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

#include <QFont>
#include <QFontInfo>

namespace tessera::designer {

// QScintilla asks a font for its points only; ours are given in pixels.
inline QFont inPoints(QFont font)
{
    font.setPointSizeF(QFontInfo(font).pointSizeF());
    return font;
}

} // namespace tessera::designer
