// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <set>

#include "model/base/text.h"
#include "model/schema/new_body.h"

namespace tessera::model {

namespace {

// "stem", "stem-2", "stem-3" …: the first nobody uses.
std::string numbered(const std::string &stem, const std::string &joint,
                     const std::function<bool(const std::string &)> &taken)
{
    if (!taken(stem))
        return stem;
    for (int number = 2;; ++number) {
        std::string candidate = stem + joint + std::to_string(number);
        if (!taken(candidate))
            return candidate;
    }
}

void collectIds(const Json &value, const char *list, std::set<std::string> &ids)
{
    const Json *items = member(value, list);
    if (!items || !items->is_array())
        return;
    for (const Json &item : *items)
        ids.insert(stringMember(item, "id"));
}

} // namespace

std::string freeId(const Workbook &workbook, const std::string &stem)
{
    return numbered(stem, "-", [&](const std::string &id) {
        for (const Collection collection : allCollections) {
            if (workbook.list(collection).findById(id) || workbook.list(collection).find(id))
                return true;
        }
        return !workbook.layout.findElements(id).isEmpty() || workbook.layout.findBlock(id) != rootNode;
    });
}

std::string freeActionId(const Workbook &workbook, const std::string &stem)
{
    std::set<std::string> used;
    for (const Collection collection : allCollections) {
        for (const Object &object : workbook.list(collection))
            collectIds(object.body(), "actions", used);
    }
    return numbered(stem, "-", [&](const std::string &id) { return used.contains(id); });
}

std::string freeControlId(const Workbook &workbook, const std::string &stem)
{
    std::set<std::string> used;
    for (const Object &element : workbook.elements) {
        used.insert(stringMember(element.body(), "controlId"));
        // A control with the name of a column would hide the column from formulas.
        if (const Json *columns = member(element.body(), "columns"); columns && columns->is_array()) {
            for (const Json &column : *columns) {
                used.insert(stringMember(column, "id"));
                used.insert(stringMember(column, "name"));
            }
        }
    }
    return numbered(stem, "", [&](const std::string &id) { return used.contains(id); });
}

std::string freeElementName(const Workbook &workbook, const std::string &stem)
{
    std::set<QString> used; // names of prefixes are compared without case
    for (const Object &element : workbook.elements)
        used.insert(toQString(element.name()).toCaseFolded());
    return numbered(stem, " ", [&](const std::string &name) { return used.contains(toQString(name).toCaseFolded()); });
}

std::string freeItemId(const Json &body, const std::string &stem)
{
    std::set<std::string> used;
    for (const char *list : {"columns", "groupings", "filters", "actions", "folders", "columnSecurities", "agents"})
        collectIds(body, list, used);
    return numbered(stem, "-", [&](const std::string &id) { return used.contains(id); });
}

} // namespace tessera::model
