// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/workbook.h"

namespace tessera::model {

const ObjectList &Workbook::list(Collection collection) const
{
    switch (collection) {
    case Collection::Elements:
        return elements;
    case Collection::Pages:
        return pages;
    case Collection::Overlays:
        return overlays;
    case Collection::Panels:
        return panels;
    }
    Q_UNREACHABLE();
}

ObjectList &Workbook::list(Collection collection)
{
    return const_cast<ObjectList &>(std::as_const(*this).list(collection));
}

const Object *Workbook::findBlock(const std::string &id) const
{
    for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
        if (const Object *found = list(collection).findById(id))
            return found;
    }
    return nullptr;
}

const Object *Workbook::elementOf(const LayoutNode &node) const
{
    if (node.isBlock() || node.kind == NodeKind::Tab)
        return nullptr;
    return elements.findById(node.ref);
}

std::string_view wireKey(Collection collection)
{
    switch (collection) {
    case Collection::Elements:
        return "elements";
    case Collection::Pages:
        return "pages";
    case Collection::Overlays:
        return "overlays";
    case Collection::Panels:
        return "panels";
    }
    Q_UNREACHABLE();
}

} // namespace tessera::model
