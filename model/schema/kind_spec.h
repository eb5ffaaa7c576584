// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "model/layout/layout_node.h"
#include "model/schema/type_spec.h"

namespace tessera::model {

// The lists the catalogue keeps: things told apart by a kind of their own.
enum class Family
{
    Element,
    Control, // by controlType; the fields include those of every control
    Effect,
    Trigger,
    ValueSource,
    RowSelector,
    ActionCondition,
    ClearScope,
    ExportChannel,
    Source,
    Overlay,
    Panel,
    Page,
    Tool,
    Filter,
    ConditionalFormat,
    ColumnShape, // of input tables
    ColumnSecurity,
    Format,
    FormField,
    Document, // "meta", "contents", "settings", "theme", "agent"
};

struct GridSize
{
    int w = 1; // columns of the parent grid
    int h = 1; // rows
    bool operator==(const GridSize &) const = default;
};

// How `newBody` puts a column of the chosen source on a channel.
struct ChannelFill
{
    enum class Role
    {
        Dimension,
        Date,
        Measure,
        Place,
        Latitude,
        Longitude,
        Number, // as it is, without an aggregate
        Any,
    };
    Role role = Role::Dimension;
    std::string path;  // pointer in the new body, "" for a column without a channel
    bool raw = false;  // the column id itself; otherwise {columnId: id}
    bool list = false; // append to the array at `path`
};

struct KindSpec
{
    Family family = Family::Element;
    std::string name; // as on the wire
    QString label;
    QString help;
    QString icon;                   // name in ":/icons"
    std::string group;              // of the palette or menu: id of a GroupSpec
    QString keywords;               // more words to find it by
    const TypeSpec *type = nullptr; // an object

    Certainty certainty = Certainty::Certain;
    CodeSupport code = CodeSupport::Yes;
    QString gate; // what Sigma answers where the organisation lacks the feature; "" when there is no gate

    // Elements and controls.
    NodeKind layoutTag = NodeKind::Element;
    GridSize defaultSize = {12, 8};
    GridSize minimumSize = {1, 1};
    int innerColumns = 0;              // width of the grid inside, 0 when nothing goes inside
    std::vector<std::string> triggers; // of the actions it can host
    Json minimal = Json::object();     // required fields of a new one, without id, name and columns
    std::vector<ChannelFill> fills;

    // Triggers: kinds of things it fires on. Effects: kinds of the element it acts on.
    std::vector<std::string> hosts;

    const std::vector<PropertySpec> &fields() const { return type->fields; }
    const PropertySpec *field(std::string_view key) const { return type->field(key); }
    bool canHaveActions() const { return !triggers.empty(); }
    bool isContainer() const { return layoutTag == NodeKind::Container || layoutTag == NodeKind::TabbedContainer; }
    bool hasSource() const { return field("source") != nullptr; }
};

// Top-level fields and palette entries are shown in groups.
enum class InspectorTab
{
    Data,
    Format,
    Filters,
    Actions,
};

struct GroupSpec
{
    std::string id;
    QString label;
    QString help;
    InspectorTab tab = InspectorTab::Format;
    bool palette = false; // a group of the palette, not of the inspector
};

// A kind name people write although Sigma never had it.
struct RejectedKind
{
    std::string name;
    std::string instead; // the kind that takes the same fields, "" when there is none
    QString help;
};

} // namespace tessera::model
