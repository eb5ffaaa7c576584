// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "model/schema/kind_spec.h"

namespace tessera::model {

// The words of the catalogue's data and what they stand for.

template <class T>
using Word = std::pair<std::string_view, T>;

template <class T, std::size_t N>
std::optional<T> lookUp(const std::array<Word<T>, N> &words, std::string_view word)
{
    for (const auto &[text, value] : words) {
        if (text == word)
            return value;
    }
    return std::nullopt;
}

inline constexpr auto unsetEditor = static_cast<Editor>(-1); // only while reading

struct PrimitiveType
{
    const char *name;
    ValueType type;
    Editor editor;
};

inline constexpr std::array primitiveTypes = {
    PrimitiveType{"text", ValueType::Text, Editor::Line},
    PrimitiveType{"paragraph", ValueType::Text, Editor::Paragraph},
    PrimitiveType{"sql", ValueType::Text, Editor::Sql},
    PrimitiveType{"fixed", ValueType::Text, Editor::Fixed},
    PrimitiveType{"markdown", ValueType::Template, Editor::Markdown},
    PrimitiveType{"template", ValueType::Template, Editor::Template},
    PrimitiveType{"url", ValueType::Template, Editor::Url},
    PrimitiveType{"formula", ValueType::Formula, Editor::Formula},
    PrimitiveType{"number", ValueType::Number, Editor::Number},
    PrimitiveType{"integer", ValueType::Integer, Editor::Number},
    PrimitiveType{"boolean", ValueType::Logical, Editor::Check},
    PrimitiveType{"hex", ValueType::Color, Editor::Color},
    PrimitiveType{"date", ValueType::Date, Editor::Date},
    PrimitiveType{"any", ValueType::Any, Editor::RawText},
};

inline constexpr std::array<Word<Editor>, 23> editors = {{
    {"line", Editor::Line},
    {"paragraph", Editor::Paragraph},
    {"markdown", Editor::Markdown},
    {"sql", Editor::Sql},
    {"formula", Editor::Formula},
    {"template", Editor::Template},
    {"number", Editor::Number},
    {"check", Editor::Check},
    {"choice", Editor::Choice},
    {"segments", Editor::Segments},
    {"switch", Editor::Switch},
    {"color", Editor::Color},
    {"date", Editor::Date},
    {"url", Editor::Url},
    {"reference", Editor::Reference},
    {"fields", Editor::Fields},
    {"items", Editor::Items},
    {"picks", Editor::Picks},
    {"pairs", Editor::Pairs},
    {"variant", Editor::Variant},
    {"fixed", Editor::Fixed},
    {"json", Editor::RawText},
    {"", unsetEditor},
}};

inline constexpr std::array<Word<Certainty>, 3> certainties = {
    {{"certain", Certainty::Certain}, {"unverified", Certainty::Unverified}, {"unknown", Certainty::Unknown}}};

inline constexpr std::array<Word<CodeSupport>, 4> codeSupports = {{{"yes", CodeSupport::Yes},
                                                                   {"gated", CodeSupport::Gated},
                                                                   {"read-only", CodeSupport::ReadOnly},
                                                                   {"no", CodeSupport::No}}};

inline constexpr std::array<Word<Kept>, 4> keptWords = {
    {{"yes", Kept::Yes}, {"partly", Kept::Partly}, {"dropped", Kept::Dropped}, {"rejected", Kept::Rejected}}};

inline constexpr std::array<Word<InspectorTab>, 4> inspectorTabs = {{{"data", InspectorTab::Data},
                                                                     {"format", InspectorTab::Format},
                                                                     {"filters", InspectorTab::Filters},
                                                                     {"actions", InspectorTab::Actions}}};

inline constexpr std::array<Word<NodeKind>, 3> layoutTags = {{{"Element", NodeKind::Element},
                                                              {"Container", NodeKind::Container},
                                                              {"TabbedContainer", NodeKind::TabbedContainer}}};

inline constexpr std::array<Word<ChannelFill::Role>, 8> fillRoles = {{{"dimension", ChannelFill::Role::Dimension},
                                                                      {"date", ChannelFill::Role::Date},
                                                                      {"measure", ChannelFill::Role::Measure},
                                                                      {"place", ChannelFill::Role::Place},
                                                                      {"latitude", ChannelFill::Role::Latitude},
                                                                      {"longitude", ChannelFill::Role::Longitude},
                                                                      {"number", ChannelFill::Role::Number},
                                                                      {"any", ChannelFill::Role::Any}}};

inline constexpr std::array<Word<ReferenceTarget>, 25> referenceTargets = {
    {{"element", ReferenceTarget::Element},
     {"column", ReferenceTarget::Column},
     {"source-column", ReferenceTarget::SourceColumn},
     {"column-of", ReferenceTarget::ColumnOf},
     {"grouping", ReferenceTarget::Grouping},
     {"page", ReferenceTarget::Page},
     {"overlay", ReferenceTarget::Overlay},
     {"block", ReferenceTarget::Block},
     {"control", ReferenceTarget::Control},
     {"tab", ReferenceTarget::Tab},
     {"agent", ReferenceTarget::Agent},
     {"tool", ReferenceTarget::Tool},
     {"form-field", ReferenceTarget::FormField},
     {"config-key", ReferenceTarget::ConfigKey},
     {"connection", ReferenceTarget::Connection},
     {"data-model", ReferenceTarget::DataModel},
     {"document", ReferenceTarget::Document},
     {"connector", ReferenceTarget::Connector},
     {"sequence", ReferenceTarget::Sequence},
     {"theme", ReferenceTarget::Theme},
     {"plugin", ReferenceTarget::Plugin},
     {"user", ReferenceTarget::User},
     {"team", ReferenceTarget::Team},
     {"user-attribute", ReferenceTarget::UserAttribute},
     {"folder", ReferenceTarget::Folder}}};

} // namespace tessera::model
