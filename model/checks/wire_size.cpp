// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/wire_size.h"

namespace tessera::model {

namespace {

constexpr std::size_t placeBytes = 90; // <Element elementId="…" gridColumn="…" gridRow="…"/>
constexpr int deepest = 200;

std::size_t sizeOf(const Json &value, int depth = 0)
{
    if (depth > deepest)
        return 2;
    std::size_t size = 2;
    if (value.is_object()) {
        for (const auto &[key, part] : value.get_ref<const Json::object_t &>())
            size += key.size() + 4 + sizeOf(part, depth + 1); // quotes, colon, comma
    } else if (value.is_array()) {
        for (const Json &part : value)
            size += sizeOf(part, depth + 1) + 1;
    } else if (value.is_string()) {
        size += value.get_ref<const std::string &>().size();
    } else {
        size += 3;
    }
    return size;
}

} // namespace

std::size_t wireSize(const Workbook &workbook, const CheckUnit &unit)
{
    if (unit.node != 0)
        return 0;
    const auto collection = collectionOf(unit.scope);
    if (!collection)
        return sizeOf(workbook.contents);
    const Object *object = workbook.list(*collection).find(unit.key);
    return object ? sizeOf(object->body()) + placeBytes : 0;
}

std::size_t wireSize(const Workbook &workbook)
{
    std::size_t size = wireSize(workbook, CheckUnit{});
    for (const Collection collection : allCollections) {
        for (const Object &object : workbook.list(collection))
            size += sizeOf(object.body()) + placeBytes;
    }
    return size;
}

} // namespace tessera::model
