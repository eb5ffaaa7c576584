// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/property_edit.h"

#include "model/base/pointer.h"

namespace tessera::model {

namespace {

bool isIndex(const std::string &token)
{
    return !token.empty() && token.find_first_not_of("0123456789") == std::string::npos;
}

std::vector<Change> one(SetProperty change)
{
    if (change.before == change.after)
        return {};
    return {std::move(change)};
}

} // namespace

const Json *propertyTree(const Workbook &workbook, Scope scope, const Key &key)
{
    if (const auto collection = collectionOf(scope)) {
        const Object *object = workbook.list(*collection).find(key);
        return object ? &object->body() : nullptr;
    }
    return scope == Scope::Meta ? &workbook.meta : scope == Scope::Contents ? &workbook.contents : &workbook.extras;
}

std::vector<Change> setProperty(const Workbook &workbook, Scope scope, const Key &key, const std::string &path,
                                const std::optional<Json> &value)
{
    const Json *tree = propertyTree(workbook, scope, key);
    if (!tree)
        return {};
    if (const Json *present = at(*tree, path))
        return one({scope, key, path, *present, value, value ? -1 : positionOf(*tree, path)});
    if (!value)
        return {};
    // The first missing step is set to a value that already holds the rest of the path.
    std::string missing = path;
    Json wrapped = *value;
    while (!missing.empty() && !at(*tree, parentPointer(missing))) {
        const std::string token = lastToken(missing);
        if (isIndex(token) && token != "0")
            return {};
        wrapped = isIndex(token) ? Json::array({std::move(wrapped)}) : Json::object({{token, std::move(wrapped)}});
        missing = parentPointer(missing);
    }
    const Json *parent = at(*tree, parentPointer(missing));
    if (!parent || !(parent->is_object() || parent->is_array()))
        return {};
    return one({scope, key, missing, std::nullopt, std::move(wrapped), -1});
}

std::vector<Change> insertItem(const Workbook &workbook, Scope scope, const Key &key, const std::string &arrayPath,
                               int index, const Json &item)
{
    const Json *tree = propertyTree(workbook, scope, key);
    const Json *array = tree ? at(*tree, arrayPath) : nullptr;
    if (!array)
        return setProperty(workbook, scope, key, arrayPath, Json::array({item}));
    if (!array->is_array())
        return {};
    const int size = static_cast<int>(array->size());
    const int place = index < 0 || index > size ? size : index;
    return {SetProperty{scope, key, joinPointer(arrayPath, static_cast<std::size_t>(place)), std::nullopt, item, -1}};
}

std::vector<Change> moveItem(const Workbook &workbook, Scope scope, const Key &key, const std::string &arrayPath,
                             int from, int to)
{
    const Json *tree = propertyTree(workbook, scope, key);
    const Json *array = tree ? at(*tree, arrayPath) : nullptr;
    const int size = array && array->is_array() ? static_cast<int>(array->size()) : 0;
    if (from == to || from < 0 || to < 0 || from >= size || to >= size)
        return {};
    const Json item = array->at(static_cast<std::size_t>(from));
    return {SetProperty{scope, key, joinPointer(arrayPath, static_cast<std::size_t>(from)), item, std::nullopt, -1},
            SetProperty{scope, key, joinPointer(arrayPath, static_cast<std::size_t>(to)), std::nullopt, item, -1}};
}

} // namespace tessera::model
