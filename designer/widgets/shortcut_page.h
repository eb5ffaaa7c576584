// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace tessera::designer {

// Every action with its keys, by group, with a filter; made from the catalogue. Not modal: it may stay beside the work.
class ShortcutPage : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutPage(QWidget *parent = nullptr);
};

} // namespace tessera::designer
