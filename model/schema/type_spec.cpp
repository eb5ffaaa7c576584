// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/type_spec.h"

#include <algorithm>

#include "model/base/pointer.h"
#include "model/schema/catalogue.h"

namespace tessera::model {

std::string resolvePath(const std::string &object, const std::string &path)
{
    if (path.starts_with('/'))
        return path;
    std::string pointer = object;
    for (const std::string &step : splitPointer(path)) {
        if (step == "..")
            pointer = parentPointer(pointer);
        else
            pointer = joinPointer(pointer, step);
    }
    return pointer;
}

bool Condition::holds(const Json &root, const std::string &object) const
{
    return std::all_of(clauses.begin(), clauses.end(), [&](const Clause &clause) {
        const Json *value = at(root, resolvePath(object, clause.path));
        if (clause.values.empty())
            return (value != nullptr) == clause.present;
        if (!value)
            value = clause.assumed ? &*clause.assumed : nullptr;
        return value && std::find(clause.values.begin(), clause.values.end(), *value) != clause.values.end();
    });
}

const PropertySpec *TypeSpec::field(std::string_view key) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const PropertySpec &p) { return p.key == key; });
    return it == fields.end() ? nullptr : &*it;
}

const VariantSpec *TypeSpec::variant(std::string_view variantName) const
{
    const auto it =
        std::find_if(variants.begin(), variants.end(), [&](const VariantSpec &v) { return v.name == variantName; });
    return it == variants.end() ? nullptr : &*it;
}

const VariantSpec *TypeSpec::variantOf(const Json &value) const
{
    const Json *decider = discriminator.empty() ? nullptr : member(value, discriminator);
    if (decider) {
        const std::string wanted = stringOf(*decider);
        for (const VariantSpec &form : variants) {
            if (form.byName && form.name == wanted)
                return &form;
        }
    }
    for (const VariantSpec &form : variants) {
        if (!form.byName && form.type->accepts(value) && form.when.holds(value, {}))
            return &form;
    }
    return nullptr;
}

const EnumValue *TypeSpec::enumValue(const Json &value) const
{
    const auto it = std::find_if(values.begin(), values.end(), [&](const EnumValue &v) { return v.value == value; });
    return it == values.end() ? nullptr : &*it;
}

bool TypeSpec::accepts(const Json &value) const
{
    switch (type) {
    case ValueType::Text:
    case ValueType::Formula:
    case ValueType::Template:
    case ValueType::Color:
    case ValueType::Date:
        return value.is_string();
    case ValueType::Reference:
        return reference.target == ReferenceTarget::Tab ? value.is_number() : value.is_string();
    case ValueType::Number:
    case ValueType::Integer:
        return value.is_number() || isRawNumber(value);
    case ValueType::Logical:
        return value.is_boolean();
    case ValueType::Enum:
        return enumValue(value) || (open && value.is_string());
    case ValueType::Object:
    case ValueType::Map:
        return value.is_object();
    case ValueType::List:
        return value.is_array();
    case ValueType::Union:
        return variantOf(value) != nullptr;
    case ValueType::Any:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace tessera::model
