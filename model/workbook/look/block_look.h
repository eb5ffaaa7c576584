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
    QString title; // shown in a modal's or drawer's head; the name of others
    int width = 0; // px it wants, 0: all there is
    ColorText background;
    ImageFill image;
    bool hidden = false;               // a page nobody sees
    bool closeIcon = false;            // modal, drawer
    QString primary, secondary;        // a modal's buttons, "" when hidden
    bool atStart = false;              // drawer
    bool line = false, shadow = false; // border of a panel or drawer
};
// Panels that readers see around a page, by id; "" for none. A panel whose switch in the navigation settings is off is
// stored but never shown.
struct PanelsAround
{
    std::string header;
    std::string sidebar;
    bool headerFirst = false; // the header goes over the sidebar, else beside it
};
PanelsAround panelsAround(const Workbook &workbook, const std::string &pageId);

BlockLook blockLookOf(const Workbook &workbook, const std::string &blockId);

} // namespace tessera::model
