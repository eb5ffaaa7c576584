// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tessera::app {

// Loads the texts people read, plural forms included, into the running Qt application. Call it once, after making it.
void installTexts();

} // namespace tessera::app
