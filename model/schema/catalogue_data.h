// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <deque>
#include <map>

#include "model/schema/kind_spec.h"

namespace tessera::model {

// What each family is called in the data, and the key that tells its kinds apart ("" when their shape does).
struct FamilyInfo
{
    Family family;
    const char *section;
    const char *discriminator;
};

inline constexpr std::array familyInfos = {
    FamilyInfo{Family::Element, "elements", "kind"},
    FamilyInfo{Family::Control, "controls", "controlType"},
    FamilyInfo{Family::Effect, "effects", "effect"},
    FamilyInfo{Family::Trigger, "triggers", ""},
    FamilyInfo{Family::ValueSource, "valueSources", "type"},
    FamilyInfo{Family::RowSelector, "rowSelectors", "type"},
    FamilyInfo{Family::ActionCondition, "actionConditions", "type"},
    FamilyInfo{Family::ClearScope, "clearScopes", "type"},
    FamilyInfo{Family::ExportChannel, "exportChannels", "channel"},
    FamilyInfo{Family::Source, "sources", "kind"},
    FamilyInfo{Family::Overlay, "overlays", "type"},
    FamilyInfo{Family::Panel, "panels", "type"},
    FamilyInfo{Family::Page, "pages", "type"},
    FamilyInfo{Family::Tool, "tools", "kind"},
    FamilyInfo{Family::Filter, "filters", "kind"},
    FamilyInfo{Family::ConditionalFormat, "conditionalFormats", "type"},
    FamilyInfo{Family::ColumnShape, "columnShapes", ""},
    FamilyInfo{Family::ColumnSecurity, "columnSecurities", "kind"},
    FamilyInfo{Family::Format, "formats", "kind"},
    FamilyInfo{Family::FormField, "formFields", "type"},
    FamilyInfo{Family::Document, "documents", ""},
};

constexpr std::size_t familyIndex(Family family)
{
    return static_cast<std::size_t>(family);
}

struct CatalogueData
{
    std::deque<TypeSpec> types; // addresses stay
    std::map<std::string, const TypeSpec *, std::less<>> named;
    std::vector<std::string> typeNames;
    std::array<std::vector<KindSpec>, familyInfos.size()> kinds;
    std::array<std::map<std::string, std::size_t, std::less<>>, familyInfos.size()> kindIndex;
    std::vector<GroupSpec> groups;
    std::vector<RejectedKind> rejected;
};

} // namespace tessera::model
