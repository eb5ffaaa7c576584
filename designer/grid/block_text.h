// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace tessera::designer {

// The clipboard form spreadsheets share: cells separated by tabs, rows by line ends; a cell that holds a tab, a line
// end or a quote at its start is quoted, quotes doubled.
QList<QStringList> readBlock(const QString &text); // a line end at the very end adds no row
QString writeBlock(const QList<QStringList> &block);

} // namespace tessera::designer
