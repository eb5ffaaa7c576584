// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/window/designer_main.h"

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments << QString::fromLocal8Bit(argv[index]);
    // A sub-command needs no display, so it runs before anything of the window exists.
    const bool measured = arguments.value(1) == QLatin1String("--startup-time"); // see runDesigner
    if (const auto exitCode = measured ? std::nullopt : tessera::app::runCommandLine(arguments))
        return *exitCode;
    return tessera::app::runDesigner(argc, argv, arguments);
}
