// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "model/base/json.h"

namespace tessera::model {

// The vocabulary of the schema catalogue. A TypeSpec says what a value may be, a PropertySpec is one named field of an
// object. Specs live as long as the catalogue that owns them; pointers between them are never null once loaded.

enum class ValueType
{
    Text,
    Formula,  // one expression of the formula language
    Template, // text with {{formula}} parts
    Number,
    Integer,
    Logical,
    Enum,
    Color,
    Date,
    Reference, // the id or handle of something else in the workbook
    Object,
    List,
    Map,
    Union,
    Any, // kept as it is; only the text form can be edited
};

// Which control edits a value in the inspector.
enum class Editor
{
    Line,
    Paragraph,
    Markdown,
    Sql,
    Formula,
    Template,
    Number,
    Check,
    Choice,   // pick one of the values
    Segments, // pick one of few values, all visible
    Switch,   // two values such as shown / hidden
    Color,
    Date,
    Url,
    Reference,
    Fields,  // the fields of an object, one under another
    Items,   // a list of anything
    Picks,   // a list of references, picked from a menu
    Pairs,   // a map
    Variant, // choose the form, then its fields
    Fixed,   // shown, not editable
    RawText, // the JSON text of the value
};

enum class Certainty
{
    Certain,
    Unverified, // one weak source, or sources that disagree
    Unknown,    // only the name is known
};

// Whether the code representation can carry it.
enum class CodeSupport
{
    Yes,
    Gated,    // only where the organisation has the feature
    ReadOnly, // comes back from Sigma, but cannot be written
    No,
};

// What Sigma does with the value after it was accepted.
enum class Kept
{
    Yes,
    Partly,   // in some places or cases
    Dropped,  // accepted and forgotten
    Rejected, // the request fails
};

struct EnumValue
{
    Json value; // mostly text
    QString label;
    QString help;
    Certainty certainty = Certainty::Certain;
    std::string instead; // not empty: an older spelling, this is the accepted one
};

enum class ReferenceTarget
{
    Element,      // element id, see ReferenceSpec::kinds
    Column,       // column id of this element
    SourceColumn, // column id of the element this one reads from
    ColumnOf,     // column id of the element named at ReferenceSpec::of
    Grouping,     // grouping id of the element named at `of`
    Page,
    Overlay,
    Block,   // page or overlay
    Control, // controlId, the formula handle
    Tab,     // 0-based index of a tab of the element named at `of`
    Agent,
    Tool,      // toolId of this agent
    FormField, // fieldId of the form named at `of`, or of the form this stands in
    ConfigKey, // key of this plugin's configuration
    Connection,
    DataModel,
    Document,
    Connector,
    Sequence,
    Theme,
    Plugin,
    User,
    Team,
    UserAttribute,
    Folder,
};

struct ReferenceSpec
{
    ReferenceTarget target = ReferenceTarget::Element;
    std::vector<std::string> kinds; // element kinds that are accepted; empty: any
    // Where the id of the element stands that has the column, grouping, tab or field: a path from the object that holds
    // the reference ("tableElementId", "../source/elementId"), or from the body's root ("/source/elementId").
    std::string of;
    bool writable = false; // columns: only those a person or an action can write
};

// All clauses must hold. A clause looks at one value, named like ReferenceSpec::of.
struct Condition
{
    struct Clause
    {
        std::string path;
        bool present = true;         // used when `values` is empty: must the value exist?
        std::vector<Json> values;    // not empty: the value must equal one of them
        std::optional<Json> assumed; // what counts when the value is missing (its default)
    };
    std::vector<Clause> clauses;

    bool isEmpty() const { return clauses.empty(); }
    // `object`: pointer of the object inside `root` that paths start from. An empty condition holds.
    bool holds(const Json &root, const std::string &object) const;
};

struct TypeSpec;

struct PropertySpec
{
    std::string key;
    QString label;
    QString help;
    std::string group; // id of a GroupSpec; only top-level fields of a kind need one
    const TypeSpec *type = nullptr;
    Editor editor = Editor::Line;
    std::optional<Json> defaultValue; // what Sigma assumes when the key is missing
    bool required = false;
    bool nullable = false; // null is a value of its own
    bool channel = false;  // carries columns of which each may sit on one channel only
    Condition visibleWhen;
    Certainty certainty = Certainty::Certain;
    CodeSupport code = CodeSupport::Yes;
    Kept kept = Kept::Yes;
    std::string instead;    // of a key that is dropped or rejected: the key to use, "" when there is none
    bool userLayer = false; // added by the user's own layer (imported from an OpenAPI file)

    // A key of an older generation or one that Sigma never takes: show it only where a file has it.
    bool isLegacy() const { return kept == Kept::Rejected || kept == Kept::Dropped; }
};

// One form of a union.
struct VariantSpec
{
    std::string name; // value of the discriminator, or a readable id of the form
    QString label;
    QString help;
    const TypeSpec *type = nullptr;
    bool byName = false; // the discriminator equals `name`; otherwise the JSON type and `when` decide
    Condition when;
    Certainty certainty = Certainty::Certain;
    bool legacy = false; // read and converted, never offered
};

struct TypeSpec
{
    std::string name; // "" for a type written in place
    ValueType type = ValueType::Any;
    Editor editor = Editor::RawText;
    QString label; // of shared types: what one such value is called ("Filter", "Column")
    QString help;

    std::vector<EnumValue> values; // Enum; Text and Number: suggestions
    bool open = false;             // Enum: other values are fine
    std::optional<double> minimum; // Number; List: least number of items
    std::optional<double> maximum;
    std::optional<double> step;
    std::string unit;    // "px", "rows" …
    std::string pattern; // Text: regular expression the whole text must match
    ReferenceSpec reference;

    std::vector<PropertySpec> fields; // Object
    bool openObject = false;          // other keys are expected
    const TypeSpec *item = nullptr;   // List and Map: the values
    const TypeSpec *mapKey = nullptr; // Map: the keys (text or reference)
    std::string discriminator;        // Union: the key that decides, "" when the shape does
    std::vector<VariantSpec> variants;
    std::optional<Json> newItem; // List: what "add" inserts; ids in it are made fresh

    const PropertySpec *field(std::string_view key) const;
    // Union: the form this value has, null when it is none of them.
    const VariantSpec *variantOf(const Json &value) const;
    const VariantSpec *variant(std::string_view variantName) const;
    const EnumValue *enumValue(const Json &value) const;
    // Whether a value has the JSON type this type is written with (unions: any of their forms).
    bool accepts(const Json &value) const;
};

} // namespace tessera::model
