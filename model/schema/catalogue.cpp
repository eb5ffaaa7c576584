// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/catalogue.h"

#include <algorithm>
#include <charconv>

#include "model/base/pointer.h"
#include "model/schema/catalogue_data.h"

namespace tessera::model {

namespace {

// The object form that can hold `token`, for values that do not exist yet.
const TypeSpec *formWith(const TypeSpec &unionType, const std::string &token)
{
    for (const VariantSpec &form : unionType.variants) {
        const TypeSpec *type = form.type;
        if (type->type == ValueType::Union)
            type = formWith(*type, token);
        if (!type)
            continue;
        if (type->type == ValueType::List || type->type == ValueType::Map || type->field(token))
            return type;
    }
    return nullptr;
}

const TypeSpec *resolveUnion(const TypeSpec *type, const Json *value, const std::string &token)
{
    while (type && type->type == ValueType::Union) {
        if (!value || value->is_null())
            return formWith(*type, token);
        const VariantSpec *form = type->variantOf(*value);
        type = form ? form->type : nullptr;
    }
    return type;
}

bool isIndex(const std::string &token)
{
    return token == "-" || (!token.empty() && token.find_first_not_of("0123456789") == std::string::npos);
}

// The member or item a token names, null where there is none.
const Json *step(const Json *value, const std::string &token)
{
    if (!value || !value->is_array())
        return value ? member(*value, token) : nullptr;
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    const bool whole = error == std::errc() && end == token.data() + token.size();
    return whole && index < value->size() ? &(*value)[index] : nullptr;
}

} // namespace

const char *familyName(Family family)
{
    return familyInfos[familyIndex(family)].section;
}

std::vector<Family> allFamilies()
{
    std::vector<Family> all;
    for (const FamilyInfo &info : familyInfos)
        all.push_back(info.family);
    return all;
}

Catalogue::Catalogue(std::shared_ptr<const CatalogueData> data) : m_data(std::move(data)) {}

const std::vector<KindSpec> &Catalogue::all(Family family) const
{
    return m_data->kinds[familyIndex(family)];
}

const KindSpec *Catalogue::find(Family family, std::string_view name) const
{
    const auto &index = m_data->kindIndex[familyIndex(family)];
    const auto it = index.find(name);
    return it == index.end() ? nullptr : &all(family)[it->second];
}

const KindSpec *Catalogue::kindOf(Scope scope, const Json &body) const
{
    switch (scope) {
    case Scope::Element: {
        const std::string kind = stringMember(body, "kind");
        if (kind == "control") {
            if (const KindSpec *known = control(stringMember(body, "controlType")))
                return known;
        }
        return element(kind);
    }
    case Scope::Page: {
        const KindSpec *known = page(stringMember(body, "type"));
        return known ? known : page();
    }
    case Scope::Overlay:
        return overlay(stringMember(body, "type"));
    case Scope::Panel:
        return panel(stringMember(body, "type"));
    case Scope::Meta:
        return find(Family::Document, "meta");
    case Scope::Contents:
        return find(Family::Document, "contents");
    case Scope::Extras:
        return nullptr;
    }
    Q_UNREACHABLE();
}

const TypeSpec *Catalogue::type(std::string_view name) const
{
    const auto it = m_data->named.find(name);
    return it == m_data->named.end() ? nullptr : it->second;
}

const std::vector<std::string> &Catalogue::typeNames() const
{
    return m_data->typeNames;
}

const std::vector<GroupSpec> &Catalogue::groups() const
{
    return m_data->groups;
}

const GroupSpec *Catalogue::group(std::string_view id) const
{
    const auto &groups = m_data->groups;
    const auto it = std::find_if(groups.begin(), groups.end(), [&](const GroupSpec &g) { return g.id == id; });
    return it == groups.end() ? nullptr : &*it;
}

const std::vector<RejectedKind> &Catalogue::rejectedKinds() const
{
    return m_data->rejected;
}

const RejectedKind *Catalogue::rejectedKind(std::string_view name) const
{
    const auto &kinds = m_data->rejected;
    const auto it = std::find_if(kinds.begin(), kinds.end(), [&](const RejectedKind &k) { return k.name == name; });
    return it == kinds.end() ? nullptr : &*it;
}

Catalogue::Place Catalogue::locate(Scope scope, const Json &body, std::string_view pointer) const
{
    const KindSpec *kind = kindOf(scope, body);
    return kind ? locate(*kind->type, body, pointer) : Place{};
}

Catalogue::Place Catalogue::locate(const TypeSpec &type, const Json &value, std::string_view pointer) const
{
    Place place{nullptr, &type, true, 0};
    const Json *current = &value;
    for (const std::string &token : splitPointer(pointer)) {
        const TypeSpec *holder = resolveUnion(place.type, current, token);
        const TypeSpec *next = nullptr;
        if (holder && holder->type == ValueType::Object) {
            if (const PropertySpec *property = holder->field(token)) {
                place.property = property;
                next = property->type;
            } else if (holder->openObject) {
                next = m_data->named.find("any")->second;
            }
        } else if (holder && holder->type == ValueType::List && isIndex(token)) {
            next = holder->item;
        } else if (holder && holder->type == ValueType::Map) {
            next = holder->item;
        } else if (holder && holder->type == ValueType::Any) {
            next = holder;
        }
        if (!next) {
            place.known = false;
            return place;
        }
        place.type = next;
        ++place.knownSteps;
        current = step(current, token);
    }
    return place;
}

bool Catalogue::isVisible(const PropertySpec &property, const Json &body, const std::string &object) const
{
    const Json *holder = at(body, object);
    const bool present = holder && member(*holder, property.key);
    if (present)
        return true; // never hide what a file says
    return !property.isLegacy() && property.visibleWhen.holds(body, object);
}

} // namespace tessera::model
