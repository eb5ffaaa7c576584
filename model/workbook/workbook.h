// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "model/layout/layout_tree.h"
#include "model/workbook/object_list.h"

namespace tessera::model {

enum class Collection
{
    Elements,
    Pages,
    Overlays,
    Panels,
};
inline constexpr Collection allCollections[] = {Collection::Elements, Collection::Pages, Collection::Overlays,
                                                Collection::Panels};

// A workbook as a value: cheap to copy, so workers and previews take snapshots. Only Document changes one.
struct Workbook
{
    // Keys beside the content (`name`, `folderId`, `description`, read-only ones such as `workbookId`), in file order.
    Json meta = Json::object();
    // Keys of the content: `schemaVersion`, `kind`, `settings`, `agents`, unknown ones. The lists and the layout have
    // fields of their own below; where a file had them, their key stands here with the value null to keep its place.
    Json contents = Json::object();
    // What Sigma cannot carry: notes, guides, data bindings. Saved in workspaces and packages, never in Sigma's body.
    Json extras = Json::object();

    ObjectList elements;
    ObjectList pages;
    ObjectList overlays;
    ObjectList panels;
    LayoutTree layout;

    ObjectList &list(Collection collection);
    const ObjectList &list(Collection collection) const;

    std::string name() const { return stringMember(meta, "name"); }

    // The block (page, overlay or panel) with this wire id, null when there is none.
    const Object *findBlock(const std::string &id) const;
    const Object *element(const Key &key) const { return elements.find(key); }
    // The element a layout node shows, null for tabs, blocks and ids nobody declared.
    const Object *elementOf(const LayoutNode &node) const;

    bool operator==(const Workbook &) const = default;
};

// Wire key of a list: "elements", "pages", "overlays", "panels".
std::string_view wireKey(Collection collection);

} // namespace tessera::model
