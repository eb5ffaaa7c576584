// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>

#include "app/cli/command_line.h"

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments << QString::fromLocal8Bit(argv[index]);
    if (const auto exitCode = tessera::app::runCommandLine(arguments))
        return *exitCode;
    QApplication application(argc, argv);
    return 0;
}
