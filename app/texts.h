// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tessera::app {

// Names of the running Qt application: settings and data are found by them, so the window and the commands share them.
void nameApplication();

// Loads the texts people read, plural forms included, into the running Qt application. Call it once, after making it.
void installTexts();

} // namespace tessera::app
