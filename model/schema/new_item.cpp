// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/new_body.h"

#include <algorithm>

#include "model/base/pointer.h"

namespace tessera::model {

namespace {

constexpr int deepest = 8; // required fields of required fields; cycles end here

Json valueOf(const TypeSpec &type, int depth);

Json objectOf(const TypeSpec &type, int depth)
{
    Json object = Json::object();
    for (const PropertySpec &property : type.fields) {
        if (!property.required || property.isLegacy())
            continue;
        object[property.key] = property.defaultValue ? *property.defaultValue : valueOf(*property.type, depth - 1);
    }
    return object;
}

Json unionOf(const TypeSpec &type, int depth)
{
    for (const VariantSpec &form : type.variants) {
        if (form.legacy)
            continue;
        Json value = valueOf(*form.type, depth - 1);
        if (form.byName && value.is_object())
            value[type.discriminator] = form.name;
        for (const Condition::Clause &clause : form.when.clauses) {
            if (!clause.values.empty() && value.is_object())
                value[clause.path] = clause.values.front();
        }
        return value;
    }
    return nullptr;
}

Json valueOf(const TypeSpec &type, int depth)
{
    if (depth <= 0)
        return nullptr;
    switch (type.type) {
    case ValueType::Text:
    case ValueType::Formula:
    case ValueType::Template:
    case ValueType::Date:
        return "";
    case ValueType::Color:
        return "#0ea5e9";
    case ValueType::Reference:
        return type.reference.target == ReferenceTarget::Tab ? Json(0) : Json("");
    case ValueType::Number:
    case ValueType::Integer:
        return type.minimum.value_or(0) > 0 ? Json(static_cast<int>(*type.minimum)) : Json(0);
    case ValueType::Logical:
        return false;
    case ValueType::Enum:
        return type.values.empty() ? Json("") : type.values.front().value;
    case ValueType::Object:
        return objectOf(type, depth);
    case ValueType::List:
        return Json::array();
    case ValueType::Map:
        return Json::object();
    case ValueType::Union:
        return unionOf(type, depth);
    case ValueType::Any:
        return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace

Json newValue(const TypeSpec &type)
{
    return valueOf(type, deepest);
}

Json newItem(const Catalogue &catalogue, const Workbook &workbook, Scope scope, const Json &body,
             const std::string &pointer)
{
    const Catalogue::Place place = catalogue.locate(scope, body, pointer);
    const TypeSpec *list = place.known ? place.type : nullptr;
    if (list && list->type == ValueType::Union) {
        const auto form = std::find_if(list->variants.begin(), list->variants.end(),
                                       [](const VariantSpec &v) { return v.type->type == ValueType::List; });
        list = form == list->variants.end() ? nullptr : form->type;
    }
    if (!list || list->type != ValueType::List)
        return nullptr;
    Json item = list->newItem ? *list->newItem : newValue(*list->item);
    const Json *id = member(item, "id");
    if (id && id->is_string() && member(item, "effects"))
        item["id"] = freeActionId(workbook, stringOf(*id));
    else if (id && id->is_string())
        item["id"] = freeItemId(body, stringOf(*id));
    if (member(item, "trigger")) {
        const KindSpec *kind = catalogue.kindOf(scope, body);
        if (kind && kind->canHaveActions())
            item["trigger"] = kind->triggers.front();
    }
    return item;
}

} // namespace tessera::model
