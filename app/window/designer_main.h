// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QApplication;

namespace tessera::app {

// Opens the window on the file named in `arguments` (program name first), or on the start page. Returns the exit code.
//
// For developers: `--startup-time FILE` prints the milliseconds from the start of the process to the first picture of
// the window with the workbook in it, and the resident memory, then quits.
int runDesigner(int argc, char **argv, const QStringList &arguments);

} // namespace tessera::app
