// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

namespace tessera::app {

std::optional<int> runCommandLine(const QStringList &)
{
    return std::nullopt;
}

} // namespace tessera::app
