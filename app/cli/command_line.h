// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QStringList>

namespace tessera::app {

// Runs a sub-command. None when the arguments name no sub-command: the window opens.
// Exit codes: 0 done, 1 findings or failure, 2 wrong usage or unreadable input.
std::optional<int> runCommandLine(const QStringList &arguments);

} // namespace tessera::app
