// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QStringList>

namespace tessera::app {

// Runs the sub-command that the arguments (with the program's name first) ask for, in a Qt application of its own: call
// it before making another one. None when the arguments name no sub-command: the window opens.
// Exit codes: 0 done, 1 findings or failure, 2 wrong usage or unreadable input.
std::optional<int> runCommandLine(const QStringList &arguments);

} // namespace tessera::app
