// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tessera::adapters {

// Where the program keeps what it needs between runs (workspaces, the user's schema layer): the folder that the
// environment variable TESSERA_DATA_DIR names, else the platform's folder for application data. It may not exist yet.
QString dataFolder();

} // namespace tessera::adapters
