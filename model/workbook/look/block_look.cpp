// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/block_look.h"

#include <algorithm>

#include "model/base/text.h"

namespace tessera::model {

namespace {

const Json &child(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = member(object, key);
    return value ? *value : none;
}

int overlayWidth(const std::string &word)
{
    if (word == "x-small")
        return 360;
    if (word == "small")
        return 480;
    if (word == "large")
        return 840;
    return word == "x-large" ? 1080 : 640;
}

QString callToAction(const Json &footer, std::string_view key, const QString &otherwise)
{
    const Json &cta = child(footer, key);
    if (stringMember(cta, "visible") == "hidden")
        return {};
    const QString text = textMember(cta, "text");
    return text.isEmpty() ? otherwise : text;
}

void readOverlay(const Object &overlay, BlockLook &look)
{
    const bool modal = overlay.kind() == "modal";
    look.kind = modal ? BlockKind::Modal : overlay.kind() == "drawer" ? BlockKind::Drawer : BlockKind::Popover;
    if (look.kind == BlockKind::Popover) {
        look.width = 360;
        return;
    }
    const Json &config = child(overlay.body(), overlay.kind());
    look.width = overlayWidth(stringMember(config, "width"));
    const Json &header = child(config, "header");
    if (const QString title = textMember(header, "title"); !title.isEmpty())
        look.title = title;
    look.closeIcon = stringMember(header, "showCloseIcon") != "hidden";
    look.atStart = stringMember(config, "position") == "start";
    look.shadow = modal || stringMember(config, "showShadow") != "hidden";
    if (modal) {
        const Json &footer = child(config, "footer");
        look.primary = callToAction(footer, "primaryCta", QStringLiteral("OK"));
        look.secondary = callToAction(footer, "secondaryCta", QStringLiteral("Cancel"));
    }
}

void readPanel(const Object &panel, BlockLook &look)
{
    look.kind = panel.kind() == "sidebar" ? BlockKind::Sidebar : BlockKind::Header;
    if (look.kind == BlockKind::Sidebar) {
        const std::string width = stringMember(panel.body(), "width");
        look.width = width == "small" ? 200 : width == "large" ? 400 : 260;
    }
    const Json &config = child(panel.body(), "config");
    look.background = colorText(member(config, "backgroundColor"));
    const std::string border = stringMember(config, "borderStyle");
    look.shadow = border == "shadow";
    look.line = border.empty() || border == "line";
}

void readPage(const Workbook &workbook, const Object &page, BlockLook &look)
{
    look.kind = BlockKind::Page;
    look.hidden = stringMember(page.body(), "visibility") == "hidden";
    const ThemeLook theme = themeOf(workbook);
    std::string width = stringMember(page.body(), "pageWidth");
    if (width.empty())
        width = theme.pageWidth;
    if (width == "medium")
        look.width = 1000;
    else if (width == "large")
        look.width = 1400;
    else if (width == "custom")
        look.width = std::max(600, theme.maxPageWidth);
}

} // namespace

PanelsAround panelsAround(const Workbook &workbook, const std::string &pageId)
{
    PanelsAround around;
    const Json &navigation = child(child(workbook.contents, "settings"), "navigation");
    around.headerFirst = stringMember(navigation, "primary") == "header";
    if (!workbook.pages.findById(pageId))
        return around;
    for (const Object &panel : workbook.panels) {
        const Json &pages = child(panel.body(), "pages");
        const bool here = pages.is_array() && std::find(pages.begin(), pages.end(), Json(pageId)) != pages.end();
        const bool sidebar = panel.kind() == "sidebar";
        std::string &place = sidebar ? around.sidebar : around.header;
        if (here && place.empty() && stringMember(navigation, sidebar ? "pageSidebar" : "pageHeader") == "enabled")
            place = panel.id();
    }
    return around;
}

BlockLook blockLookOf(const Workbook &workbook, const std::string &blockId)
{
    BlockLook look;
    const Object *object = nullptr;
    if ((object = workbook.pages.findById(blockId)))
        readPage(workbook, *object, look);
    else if ((object = workbook.overlays.findById(blockId))) {
        look.title = toQString(object->name());
        readOverlay(*object, look);
    } else if ((object = workbook.panels.findById(blockId)))
        readPanel(*object, look);
    if (!object)
        return look;
    if (look.title.isEmpty())
        look.title = toQString(object->name());
    if (look.background.empty())
        look.background = colorText(member(object->body(), "backgroundColor"));
    look.image = backgroundImageOf(*object);
    return look;
}

} // namespace tessera::model
