// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace tessera::designer {

// What an icon's ink is taken from when it is painted, so a theme switch needs no new icons.
enum class Ink
{
    Secondary, // text2; the usual one
    Primary,   // text
    Accent,
    OnAccent,
    Danger,
    Warn,
    Ok,
    Info,
};

// An icon of resources/icons by name ("undo-2"); tinted from the application's palette at paint time. Null for "" and a
// name that is not there.
QIcon icon(const QString &name, Ink ink = Ink::Secondary);
bool hasIcon(const QString &name);

// One picture in one colour, for painters. `side` in device-independent pixels. Cached.
QPixmap iconPixmap(const QString &name, int side, const QColor &color, qreal scale);

// The program's own icon.
QIcon applicationIcon();

} // namespace tessera::designer
