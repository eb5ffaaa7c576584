// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workbook/look/style_look.h"

namespace tessera::model {

enum class BlockKind
{
    None, // no such block
    Page,
    Modal,
    Drawer,
    Popover,
    Header,
    Sidebar,
};

struct BlockLook
{
    BlockKind kind = BlockKind::None;
    QString title;      // shown in a modal's or drawer's head; the name of others
    int width = 0;      // px it wants, 0: all there is
    ColorText background;
    ImageFill image;
    bool hidden = false;      // a page nobody sees
    bool closeIcon = false;   // modal, drawer
    QString primary, secondary; // a modal's buttons, "" when hidden
    bool atStart = false;     // drawer
    bool line = false, shadow = false; // border of a panel or drawer
};
BlockLook blockLookOf(const Workbook &workbook, const std::string &blockId);

} // namespace tessera::model
