// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/page_view.h"

#include "model/edit/property_edit.h"

namespace tessera::model {

bool isHiddenPage(const Object &page)
{
    const Json *visibility = member(page.body(), "visibility");
    return visibility && (visibility->is_object() || stringOf(*visibility) == "hidden");
}

std::vector<Change> setPageHidden(const Workbook &workbook, const Key &page, bool hidden)
{
    const Object *object = workbook.pages.find(page);
    if (!object || isHiddenPage(*object) == hidden)
        return {};
    return setProperty(workbook, Scope::Page, page, "/visibility",
                       hidden ? std::optional<Json>("hidden") : std::nullopt);
}

std::string tabName(const Object &container, int index)
{
    const Json *tabs = member(container.body(), "tabs");
    if (!tabs || !tabs->is_array() || index < 0 || index >= static_cast<int>(tabs->size()))
        return {};
    return stringMember((*tabs)[static_cast<std::size_t>(index)], "name");
}

std::vector<Change> setDisplayName(const Workbook &workbook, Scope scope, const Key &key, const std::string &name)
{
    const Json *body = propertyTree(workbook, scope, key);
    if (!body)
        return {};
    const Json *present = member(*body, "name");
    std::string path = "/name";
    if (present && present->is_object())
        path = "/name/text";
    else if (!present && (scope == Scope::Panel || member(*body, "title")))
        path = "/title";
    return setProperty(workbook, scope, key, path, Json(name));
}

} // namespace tessera::model
