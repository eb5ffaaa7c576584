// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/reference_candidates.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/edit/property_edit.h"
#include "model/names/facts.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/page_view.h"

namespace tessera::model {

namespace {

using Candidates = std::vector<ReferenceCandidate>;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ReferenceCandidates)
};

QString named(const std::string &name, const std::string &id)
{
    return toQString(name.empty() ? id : name);
}

QString kindLabel(const Catalogue &catalogue, const Object &element)
{
    const KindSpec *kind = catalogue.kindOf(Scope::Element, element.body());
    return kind ? kind->label : toQString(element.kind());
}

Candidates elements(const Workbook &workbook, const Catalogue &catalogue, const ReferenceSpec &reference)
{
    Candidates out;
    for (const Object &element : workbook.elements) {
        if (element.id().empty())
            continue;
        if (reference.kinds.empty() || std::ranges::find(reference.kinds, element.kind()) != reference.kinds.end())
            out.push_back({element.id(), named(element.name(), element.id()), kindLabel(catalogue, element)});
    }
    return out;
}

Candidates controls(const Workbook &workbook, const Catalogue &catalogue)
{
    Candidates out;
    for (const Object &element : workbook.elements) {
        const KindSpec *kind = catalogue.kindOf(Scope::Element, element.body());
        if (!kind || kind->family != Family::Control)
            continue;
        const ElementFacts facts = readFacts(element);
        if (!facts.handle.empty())
            out.push_back({facts.handle, named(element.name(), facts.handle), toQString(facts.handle)});
    }
    return out;
}

Candidates blocks(const ObjectList &list, const QString &detail)
{
    Candidates out;
    for (const Object &block : list) {
        if (!block.id().empty())
            out.push_back({block.id(), named(block.name(), block.id()), detail});
    }
    return out;
}

// Columns of an input table that take values: typed in by people, not computed, inherited or filled by Sigma.
bool isWritable(const Object &table, const std::string &id)
{
    const auto column = columnOf(table, id);
    return column && !column->isSystem() && !column->hasFormula && column->key.empty();
}

Candidates columns(const Object *element, bool writable = false)
{
    Candidates out;
    if (!element)
        return out;
    for (const ColumnFacts &column : readFacts(*element).columns) {
        if (!column.id.empty() && (!writable || isWritable(*element, column.id)))
            out.push_back({column.id, named(column.name, column.id), {}});
    }
    return out;
}

Candidates agents(const Workbook &workbook)
{
    Candidates out;
    const Json *list = member(workbook.contents, "agents");
    for (const Json &agent : list && list->is_array() ? *list : Json::array()) {
        const std::string id = stringMember(agent, "id");
        if (!id.empty())
            out.push_back({id, named(stringMember(agent, "name"), id), {}});
    }
    return out;
}

Candidates groupings(const Object *element)
{
    Candidates out;
    if (!element)
        return out;
    for (const std::string &grouping : readFacts(*element).groupings)
        out.push_back({grouping, toQString(grouping), {}});
    return out;
}

Candidates tabs(const Object *element)
{
    Candidates out;
    const int count = element ? readFacts(*element).tabs : 0;
    for (int i = 0; i < count; ++i) {
        const std::string name = tabName(*element, i);
        out.push_back({i, name.empty() ? Texts::tr("Tab %1").arg(i + 1) : toQString(name), {}});
    }
    return out;
}

Candidates fields(const Object *element)
{
    Candidates out;
    if (!element)
        return out;
    for (const std::string &field : readFacts(*element).fields)
        out.push_back({field, toQString(field), {}});
    return out;
}

// The element a reference's `of` names, read from the body it stands in; without `of`, the object itself.
const Object *ownerOf(const Workbook &workbook, const ReferenceSpec &reference, const ReferencePlace &place)
{
    if (reference.of.empty())
        return place.scope == Scope::Element ? workbook.element(place.key) : nullptr;
    const Json *body = propertyTree(workbook, place.scope, place.key);
    const Json *id = body ? at(*body, resolvePath(parentPointer(place.path), reference.of)) : nullptr;
    return id ? workbook.elements.findById(stringOf(*id)) : nullptr;
}

const Object *sourceOf(const Workbook &workbook, const ReferencePlace &place)
{
    const Object *element = place.scope == Scope::Element ? workbook.element(place.key) : nullptr;
    return element ? workbook.elements.findById(readFacts(*element).source->elementId) : nullptr;
}

} // namespace

std::vector<ReferenceCandidate> referenceCandidates(const Workbook &workbook, const Catalogue &catalogue,
                                                    const ReferenceSpec &reference, const ReferencePlace &place)
{
    switch (reference.target) {
    case ReferenceTarget::Element:
        return elements(workbook, catalogue, reference);
    case ReferenceTarget::Control:
        return controls(workbook, catalogue);
    case ReferenceTarget::Page:
        return blocks(workbook.pages, Texts::tr("Page"));
    case ReferenceTarget::Overlay:
        return blocks(workbook.overlays, Texts::tr("Overlay"));
    case ReferenceTarget::Block: {
        Candidates out = blocks(workbook.pages, Texts::tr("Page"));
        std::ranges::move(blocks(workbook.overlays, Texts::tr("Overlay")), std::back_inserter(out));
        return out;
    }
    case ReferenceTarget::Column:
    case ReferenceTarget::ColumnOf:
        return columns(ownerOf(workbook, reference, place), reference.writable);
    case ReferenceTarget::Agent:
        return agents(workbook);
    case ReferenceTarget::SourceColumn:
        return columns(sourceOf(workbook, place));
    case ReferenceTarget::Grouping:
        return groupings(ownerOf(workbook, reference, place));
    case ReferenceTarget::Tab:
        return tabs(ownerOf(workbook, reference, place));
    case ReferenceTarget::FormField:
        return fields(ownerOf(workbook, reference, place));
    default:
        return {};
    }
}

std::optional<ReferenceCandidate> findReference(const Workbook &workbook, const Catalogue &catalogue,
                                                const ReferenceSpec &reference, const ReferencePlace &place,
                                                const Json &value)
{
    if (reference.target == ReferenceTarget::Element) {
        const std::string id = stringOf(value);
        const Object *element = id.empty() ? nullptr : workbook.elements.findById(id);
        const bool fits = element && (reference.kinds.empty() ||
                                      std::ranges::find(reference.kinds, element->kind()) != reference.kinds.end());
        return fits ? std::optional(ReferenceCandidate{id, named(element->name(), id), kindLabel(catalogue, *element)})
                    : std::nullopt;
    }
    if (reference.target == ReferenceTarget::Control) {
        const std::string handle = stringOf(value);
        for (const Object &element : workbook.elements) {
            if (element.kind() == "control" && !handle.empty() && stringMember(element.body(), "controlId") == handle)
                return ReferenceCandidate{handle, named(element.name(), handle), toQString(handle)};
        }
        return std::nullopt;
    }
    for (ReferenceCandidate &candidate : referenceCandidates(workbook, catalogue, reference, place)) {
        if (candidate.value == value)
            return std::move(candidate);
    }
    return std::nullopt;
}

bool isIdField(const PropertySpec &property)
{
    return property.key == "id";
}

bool isClosedReference(const ReferenceSpec &reference)
{
    switch (reference.target) {
    case ReferenceTarget::Element:
    case ReferenceTarget::Control:
    case ReferenceTarget::Page:
    case ReferenceTarget::Overlay:
    case ReferenceTarget::Block:
    case ReferenceTarget::Column:
    case ReferenceTarget::ColumnOf:
    case ReferenceTarget::Tab:
    case ReferenceTarget::Agent:
        return true;
    default:
        return false;
    }
}

} // namespace tessera::model
